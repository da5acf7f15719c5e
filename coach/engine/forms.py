"""Which form stands behind each name, and how content and history fill it in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from coach.core import reflection, screening
from coach.core.flow import Ends, never
from coach.core.ladder import place_used_last, unrated
from coach.core.model import Exercise, Form, Item, Kind, Option, Section, Value
from coach.core.records import CONTACT, Outcome, Step
from coach.engine.views import FormName

if TYPE_CHECKING:
    from coach.engine import Engine

FILES: dict[FormName, str] = {
    FormName.GOALS: "ladder/goals",
    FormName.PICK: "ladder/pick",
    FormName.RATE: "ladder/rate",
    FormName.OWN_STEP: "ladder/own_step",
    FormName.EDIT_STEP: "ladder/own_step",
    FormName.ANCHORS: "ladder/anchors",
    FormName.CHECK_IN: "checkin",
    FormName.COURTESY: "courtesy",
    FormName.BEFORE: "prompts/before",
    FormName.AFTER: "prompts/after",
    FormName.LOOK_BACK: "prompts/look_back",
    FormName.TRUSTED: "trusted",
    FormName.EXPORT: "export",
}

RATING = "rating."

AFTER_STOPPING = ("lb_sits", "lb_worth", "lb_worse")
"""What is asked the day after a bad encounter: nothing about learning from it."""


def form_of(engine: Engine, name: FormName, subject: str) -> tuple[Form, Ends]:
    """The form as it is asked now, and when it ends early."""
    content = engine.library.screening
    match name:
        case FormName.SCREENING:
            return content.form, screening.ends(content)
        case FormName.SAFETY | FormName.AGREEMENTS:
            return screening.part(content, name.value), screening.ends(content)
        case FormName.EXERCISE:
            return _writing(engine.exercise(subject)), never
        case FormName.CHECK_IN:
            return engine.library.form(FILES[name]), _ends_at_safety
        case FormName.RATE:
            return _rating(engine, subject), never
        case FormName.AFTER:
            return _after(engine), never
        case FormName.BEFORE:
            return _before(engine, subject), never
        case FormName.LOOK_BACK:
            return _look_back(engine, subject), never
    return _filled(engine, engine.library.form(FILES[name])), never


def _ends_at_safety(answers: Mapping[str, Value], item: str) -> bool:
    return item == "ci_safety" and answers[item] != "no"


def _writing(exercise: Exercise) -> Form:
    """The place to write of a gentle exercise."""
    item = Item(id="text", kind=Kind.TEXT, text=exercise.ask, multiline=True, limit=8000, short=exercise.title)
    return Form(id="exercise", title=exercise.title, sections=(Section(id="text", items=(item,)),))


def _rating(engine: Engine, subject: str) -> Form:
    """One scale for each step without a rating, or for the one that is rated again."""
    base = engine.library.form(FILES[FormName.RATE])
    template = base.items[0]
    history = engine.history
    steps: Iterable[Step] = [step for step in history.steps if step.id == subject] or unrated(history)
    items = tuple(
        msgspec.structs.replace(
            template,
            id=RATING + step.id,
            text=template.text.replace("{title}", step.title),
            short=template.short.replace("{title}", step.title),
        )
        for step in steps
    )
    return _with_items(base, items)


def _after(engine: Engine) -> Form:
    """The after questions; with one different question when the last ones came out the same each time."""
    base = engine.library.form(FILES[FormName.AFTER])
    signs = reflection.mechanical(engine.history, engine.now())
    if not signs:
        return base
    words = engine.library.strings["mechanical"]
    different = engine.library.form("prompts/different").items
    # Nobody who stopped or did not ask is asked what they noticed about somebody.
    asked = msgspec.structs.replace(
        different[len(engine.history.reflections) % len(different)], asked_if=base.item("reasons").asked_if
    )
    noticed = " ".join(engine.library.advice.tell((f"mechanical.{sign}",), {}).because[0] for sign in signs)
    section = Section(
        id="different", items=(asked,), title=words["title"], intro=words["intro"].format(noticed=noticed)
    )
    return msgspec.structs.replace(base, sections=(*base.sections, section))


def _before(engine: Engine, subject: str) -> Form:
    """The plan; where one was last time stands beside the question where one will be."""
    base = engine.library.form(FILES[FormName.BEFORE])
    place = place_used_last(engine.history)
    if not place or subject == CONTACT:
        return base
    told = engine.library.strings["before"]["place_last"].format(place=place)
    return _replaced(base, msgspec.structs.replace(base.item("place"), note=told))


def _look_back(engine: Engine, attempt_id: str) -> Form:
    """The look back; after a bad encounter only how it sits and how the person is."""
    base = engine.library.form(FILES[FormName.LOOK_BACK])
    if engine.story(attempt_id).outcome is not Outcome.STOPPED:
        return base
    return _with_items(base, tuple(base.item(name) for name in AFTER_STOPPING))


def _filled(engine: Engine, form: Form) -> Form:
    """The form with the options that come from other content."""
    sources: dict[str, Callable[[], tuple[Option, ...]]] = {
        "goals": lambda: _themes(engine, "goals"),
        "fears": lambda: _themes(engine, "fears"),
        "proposals": lambda: tuple(
            Option(
                value=each.challenge.id, label=each.challenge.title,
                note=f"{each.challenge.what} {engine.library.advice.say(each.why)}",
            )
            for each in engine.builder.proposals()
        ),
    }
    if not any(item.options_from for item in form.items):
        return form
    items = tuple(
        msgspec.structs.replace(item, options=sources[item.options_from]()) if item.options_from else item
        for item in form.items
    )
    return _with_items(form, items)


def _themes(engine: Engine, name: str) -> tuple[Option, ...]:
    themes = engine.library.goals if name == "goals" else engine.library.fears
    return tuple(Option(value=theme.id, label=theme.text) for theme in themes.themes)


def _with_items(form: Form, items: tuple[Item, ...]) -> Form:
    section = msgspec.structs.replace(form.sections[0], items=items)
    return msgspec.structs.replace(form, sections=(section,))


def _replaced(form: Form, item: Item) -> Form:
    """The form with one question in place of the one with its id."""
    sections = tuple(
        msgspec.structs.replace(
            section, items=tuple(item if each.id == item.id else each for each in section.items)
        )
        for section in form.sections
    )
    return msgspec.structs.replace(form, sections=sections)
