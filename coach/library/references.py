"""What one entry says of another: checked when a form is read, so that a slip in content stops early."""

from __future__ import annotations

from coach.core.model import Condition, Form, Kind, ScreeningForm
from coach.library.reading import ContentError


def check_form(file: str, form: Form) -> None:
    """Raises ContentError for a doubled id, a choice without answers, or a question about a later one."""
    seen: set[str] = set()
    for item in form.items:
        if item.id in seen:
            raise ContentError(file, item.id, "id", "this id is used twice")
        if item.kind in (Kind.CHOICE, Kind.SEVERAL) and len(item.options) < 2 and not item.options_from:
            raise ContentError(file, item.id, "options", "give at least two answers to pick from")
        if item.kind in (Kind.SCALE, Kind.NUMBER) and item.low >= item.high:
            raise ContentError(file, item.id, "high", "this has to be above `low`")
        for condition in item.asked_if:
            _check_condition((file, item.id, "asked_if"), condition, form, seen)
        seen.add(item.id)


def check_screening(file: str, content: ScreeningForm) -> None:
    """Raises ContentError for a rule, score or section that names something that is not there."""
    check_form(file, content.form)
    items = {item.id for item in content.form.items}
    scores = {score.id for score in content.scores}
    rules = {rule.id for rule in content.rules}
    for score in content.scores:
        for item in score.items:
            _known(file, score.id, "items", item, items)
    for rule in content.rules:
        for condition in rule.when:
            if condition.score:
                _known(file, rule.id, "when", condition.score, scores)
            else:
                _check_condition((file, rule.id, "when"), condition, content.form, items)
        if rule.unless:
            _known(file, rule.id, "unless", rule.unless, rules)
    for name in content.ends_at_once:
        _known(file, "ends_at_once", "", name, rules)
    _known(file, "ends_after", "", content.ends_after, {section.id for section in content.form.sections})


def _known(file: str, entry: str, field: str, name: str, names: set[str]) -> None:
    if name not in names:
        raise ContentError(file, entry, field, f"there is no {name!r}")


def _check_condition(
    place: tuple[str, str, str], condition: Condition, form: Form, earlier: set[str]
) -> None:
    for name in condition.items:
        _known(*place, name, earlier)
        values = {option.value for option in form.item(name).options} | {"skip"}
        for value in condition.among:
            if value not in values:
                raise ContentError(*place, f"{name!r} has no answer {value!r}")
