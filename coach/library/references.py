"""What one entry says of another: checked when a form is read, so that a slip in content stops early."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.core.model import Condition, Form, Item, Kind, ScreeningForm
from coach.library.reading import ContentError

_MISSING, _RANGE, _DUPLICATE = "missing", "range", "duplicate"


def check_form(file: str, form: Form) -> None:
    """Raises ContentError for the first of `form_faults`."""
    _raise_first(form_faults(file, form))


def check_screening(file: str, content: ScreeningForm) -> None:
    """Raises ContentError for the first of `screening_faults`."""
    _raise_first(screening_faults(file, content))


def form_faults(file: str, form: Form) -> Iterator[ContentError]:
    """A doubled id or answer, a choice without answers, a scale without room, a question about a later one."""
    seen: set[str] = set()
    for item in form.items:
        if item.id in seen:
            yield ContentError(file, item.id, "id", "used twice; give each question its own id", _DUPLICATE)
        yield from _item_faults(file, item)
        for condition in item.asked_if:
            yield from _condition_faults((file, item.id, "asked_if"), condition, form, seen)
        seen.add(item.id)


def screening_faults(file: str, content: ScreeningForm) -> Iterator[ContentError]:
    """Those of its form, and a rule, score or section that names something that is not there."""
    yield from form_faults(file, content.form)
    items = {item.id for item in content.form.items}
    scores = {score.id for score in content.scores}
    rules = {rule.id for rule in content.rules}
    sections = {section.id for section in content.form.sections}
    for score in content.scores:
        yield from _unknown((file, score.id, "items"), score.items, items)
    for rule in content.rules:
        for condition in rule.when:
            if condition.score:
                yield from _unknown((file, rule.id, "when"), [condition.score], scores)
            else:
                yield from _condition_faults((file, rule.id, "when"), condition, content.form, items)
        yield from _unknown((file, rule.id, "unless"), [rule.unless] if rule.unless else [], rules)
    yield from _unknown((file, "ends_at_once", ""), content.ends_at_once, rules)
    yield from _unknown((file, "ends_after", ""), [content.ends_after], sections)


def _raise_first(faults: Iterator[ContentError]) -> None:
    for fault in faults:
        raise fault


def _item_faults(file: str, item: Item) -> Iterator[ContentError]:
    is_picked = item.kind in (Kind.CHOICE, Kind.SEVERAL)
    if is_picked and len(item.options) < 2 and not item.options_from:
        yield ContentError(file, item.id, "options", "give at least two answers to pick from", _RANGE)
    if item.kind in (Kind.SCALE, Kind.NUMBER) and item.low >= item.high:
        yield ContentError(file, item.id, "high", "make this higher than `low`", _RANGE)
    values = [option.value for option in item.options]
    for value in sorted({str(value) for value in values if values.count(value) > 1}):
        yield ContentError(file, item.id, "options", f"two answers have the value {value!r}", _DUPLICATE)


def _unknown(place: tuple[str, str, str], names: Iterable[str], known: set[str]) -> Iterator[ContentError]:
    for name in names:
        if name not in known:
            yield ContentError(*place, f"there is no {name!r}; add it or name another", _MISSING)


def _condition_faults(
    place: tuple[str, str, str], condition: Condition, form: Form, earlier: set[str]
) -> Iterator[ContentError]:
    yield from _unknown(place, condition.items, earlier)
    for name in condition.items:
        if name not in earlier:
            continue
        values = {option.value for option in form.item(name).options} | {"skip"}
        for value in condition.among:
            if value not in values:
                yield ContentError(*place, f"{name!r} has no answer {value!r}", _MISSING)
