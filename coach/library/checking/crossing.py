"""What one file says of another: names that are not there, that nothing uses, or that nobody can reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import Formatter

from coach.core.courtesy import read_ask
from coach.core.model import Category, Challenge, Challenges, Exercise, Form, Item, Themes
from coach.core.wording import AdviceText, Wording
from coach.library.checking.faults import Fault, Rule
from coach.library.checking.shape import Loaded, Strings, as_fault
from coach.library.references import form_faults

APP_PAGES = ("about", "crisis_words", "screening")
"""Pages that the app opens by name, without a question or an advice that points to them."""

Rows = dict[str, str]


def crossing_faults(loaded: Loaded, shipped: Loaded) -> Iterator[Fault]:
    """Everything across files. Names that the app knows are those in the content it shipped with."""
    for file, form in loaded.of(Form).items():
        yield from (as_fault(file, error) for error in form_faults(file, form))
    for file, form in forms(shipped).items():
        yield from _questions_kept(file, form, forms(loaded)[file])
    yield from _wording(loaded, shipped)
    yield from _pages(loaded)
    yield from _ladder(loaded)
    yield from _themes(loaded)
    if not any(exercise.grounding for exercise in loaded.of(Exercise).values()):
        plain = "mark one exercise with `grounding = true`: help now offers it"
        yield Fault("exercises", "", "grounding", Rule.MISSING, plain)


def forms(loaded: Loaded) -> dict[str, Form]:
    """Every form, with the one inside the screening."""
    return loaded.of(Form) | {"screening.toml": loaded.screening.form}


def _questions_kept(file: str, shipped: Form, form: Form) -> Iterator[Fault]:
    """Ids and answers are what the app reads; their words are free, and so are further questions."""
    there = {item.id: item for item in form.items}
    for item in shipped.items:
        if item.id not in there:
            yield Fault(file, item.id, "id", Rule.MISSING, "the app reads this question; bring it back")
            continue
        values = {option.value for option in there[item.id].options}
        for value in (option.value for option in item.options if option.value not in values):
            plain = f"the app reads the answer {value!r}; bring it back"
            yield Fault(file, item.id, "options", Rule.MISSING, plain)
        if there[item.id].kind is not item.kind:
            yield Fault(file, item.id, "kind", Rule.RANGE, f"the app reads this as {item.kind.value}; keep it so")


# -- words that the app fills in ------------------------------------------------------------------------------------


def _wording(loaded: Loaded, shipped: Loaded) -> Iterator[Fault]:
    yield from _tables("strings.toml", loaded.strings, shipped.strings)
    yield from _tables("advice.toml", _advice_tables(loaded.advice), _advice_tables(shipped.advice))


def _advice_tables(advice: Wording) -> Strings:
    """Every sentence of the advice by table and by id. The rules of an advice share their facts."""
    rules = {row.id: f"{row.title} {row.words} {row.because}" for row in advice.advice}
    facts = " ".join(rules.values())
    return {
        "advice": rules,
        "advice facts": {"all": facts},
        "courtesy": {row.id: row.why for row in advice.courtesy},
        "vary": {row.id: row.words for row in advice.vary},
        "side_by_side": {row.id: row.words for row in advice.side_by_side},
        "insight": {row.id: row.words for row in advice.insight},
        "proposals": {row.id: row.words for row in advice.proposals},
        "names": advice.names,
    }


def _tables(file: str, ours: Strings, shipped: Strings) -> Iterator[Fault]:
    for table in shipped:
        yield from _rows(file, table, ours.get(table, {}), shipped[table])
    for table in set(ours) - set(shipped):
        yield Fault(file, table, "", Rule.UNUSED, "the app shows nothing of this name; remove it")


def _rows(file: str, table: str, ours: Rows, shipped: Rows) -> Iterator[Fault]:
    for name in shipped:
        if name not in ours:
            yield Fault(file, table, name, Rule.MISSING, "the app says this somewhere; add it")
            continue
        try:
            extra = _filled_in(ours[name]) - _filled_in(shipped[name])
        except ValueError:
            yield Fault(file, table, name, Rule.FILLED_IN, "close every brace, and double one to show it")
            continue
        if extra and table != "advice":
            plain = f"the app fills in nothing for {_listed(extra)}; use {_listed(_filled_in(shipped[name]))}"
            yield Fault(file, table, name, Rule.FILLED_IN, plain)
    for name in ours:
        if name not in shipped:
            yield Fault(file, table, name, Rule.UNUSED, "the app shows nothing of this name; remove it")


def _filled_in(text: str) -> set[str]:
    """Names in braces. Raises ValueError for a brace without its other half."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "no braces"


# -- pages ----------------------------------------------------------------------------------------------------------


def _pages(loaded: Loaded) -> Iterator[Fault]:
    """Each question says why; each page named is there, told with its source, and reached from somewhere."""
    pages = loaded.pages
    named: set[str] = set(APP_PAGES)
    for file, row in _pointing(loaded):
        named |= {row.more} - {""}
        if row.more and row.more not in pages:
            plain = f"there is no page why/{row.more}.md; write it or name another"
            yield Fault(file, row.id, "more", Rule.MISSING, plain)
        if isinstance(row, Item) and not row.why:
            yield Fault(file, row.id, "why", Rule.MISSING, "say in one sentence why this is asked")
    for topic in APP_PAGES:
        if topic not in pages:
            yield Fault(f"why/{topic}.md", "", "", Rule.MISSING, "the app opens this page; write it")
    for topic, text in pages.items():
        file = f"why/{topic}.md"
        if topic not in named:
            plain = f'nothing leads here; give a question `more = "{topic}"` or remove the page'
            yield Fault(file, "", "", Rule.UNUSED, plain)
        if not text.startswith("# "):
            yield Fault(file, "", "", Rule.MISSING, "begin with a title: a line that starts with #")
        if "\nSource: " not in text:
            yield Fault(file, "", "", Rule.MISSING, "say where this comes from: a last line with Source:")


def _pointing(loaded: Loaded) -> Iterator[tuple[str, Item | AdviceText]]:
    for file, form in forms(loaded).items():
        yield from ((file, item) for item in form.items)
    yield from (("advice.toml", row) for row in loaded.advice.advice)


# -- the library of challenges --------------------------------------------------------------------------------------


def _ladder(loaded: Loaded) -> Iterator[Fault]:
    """Neighbours exist and are really easier or harder, and no challenge stands apart from the rest."""
    files = loaded.of(Challenges)
    every = {one.id: one for content in files.values() for one in content.challenges}
    for file, content in files.items():
        if file != f"challenges/{content.category}.toml":
            yield Fault(file, "", "category", Rule.ORDER, f"name this file {content.category}.toml")
        levels = [one.difficulty for one in content.challenges]
        for one in content.challenges:
            if one.category is not content.category:
                yield Fault(file, one.id, "category", Rule.ORDER, f"this file holds {content.category} only")
            yield from _neighbours(file, one, every)
            yield from _standing_apart(file, one, levels)
            yield from _respect(file, one)


def _neighbours(file: str, one: Challenge, every: dict[str, Challenge]) -> Iterator[Fault]:
    for field, way in (("easier", -1), ("harder", 1)):
        name = getattr(one, field)
        if not name:
            continue
        if name not in every:
            yield Fault(file, one.id, field, Rule.MISSING, f"there is no challenge {name!r}; name another")
        elif (every[name].difficulty - one.difficulty) * way <= 0:
            there = every[name].difficulty
            plain = f"{name!r} has difficulty {there}; name one that is {field} than {one.difficulty}"
            yield Fault(file, one.id, field, Rule.ORDER, plain)


def _standing_apart(file: str, one: Challenge, levels: list[int]) -> Iterator[Fault]:
    """Only the easiest of a category may lack an easier neighbour, and only the hardest a harder one."""
    if not one.easier and one.difficulty > min(levels):
        yield Fault(file, one.id, "easier", Rule.UNREACHABLE, "name an easier challenge of this category")
    if not one.harder and one.difficulty < max(levels):
        yield Fault(file, one.id, "harder", Rule.UNREACHABLE, "name a harder challenge of this category")


def _respect(file: str, one: Challenge) -> Iterator[Fault]:
    """A challenge is held to the rules that an ask of one's own is held to."""
    for field in ("title", "what", "say", "remote"):
        text = getattr(one, field)
        for breach in read_ask(text):
            plain = f"{text[breach.start:breach.end]!r} touches the respect rule {breach.rule!r}; say it another way"
            yield Fault(file, one.id, field, Rule.RESPECT, plain)


def _themes(loaded: Loaded) -> Iterator[Fault]:
    """A fear or goal leads to challenges that are there, and each category is led to."""
    filled = {content.category for content in loaded.of(Challenges).values() if content.challenges}
    led_to: set[Category] = set()
    for file, content in loaded.of(Themes).items():
        for theme in content.themes:
            led_to |= set(theme.categories)
            for category in (each for each in theme.categories if each not in filled):
                plain = f"{category} has no challenges; write some or name another category"
                yield Fault(file, theme.id, "categories", Rule.MISSING, plain)
    for category in sorted(filled - led_to):
        plain = "no fear and no goal leads here; add this category to one of them"
        yield Fault(f"challenges/{category}.toml", "", "category", Rule.UNREACHABLE, plain)
