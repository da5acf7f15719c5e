"""Ways on: what each page offers next and where it leads, decided once for both front ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from coach.core import ladder
from coach.core.model import Country, Exercise, Item, Kind
from coach.core.records import CONTACT, Draft, Step
from coach.core.support import Contact, contacts
from coach.engine import telling
from coach.engine.session import Session
from coach.engine.telling import Action
from coach.engine.views import FormName, Home, Place, View

if TYPE_CHECKING:
    from coach.core.flow import Ask
    from coach.engine import Engine

OVER = frozenset({
    View.HELP_NOW, View.COUNTRY, View.GROUNDING, View.THERAPIST, View.EXERCISES, View.SETTINGS, View.KEYS,
    View.WHY, View.ABOUT, View.DETAIL, View.LADDER, View.REVIEW, View.LESSONS, View.INSIGHTS, View.STEPS,
    View.CARD, View.WHAT_NEXT,
})
"""Views that open over the one before, so that going back leads to the very same place."""

PASSED = frozenset({View.FORM, View.WORDS})
"""Views that are over once they are answered: whatever follows takes their place, and never lies over them."""

LEADS_HOME = frozenset(FormName) - {FormName.SCREENING, FormName.SAFETY}
"""Forms that can be left for another place in Coach; the others can only be left with Coach."""

ACTIONS: dict[str, Place] = {
    "help": Place(view=View.HELP_NOW),
    "grounding": Place(view=View.GROUNDING),
    "therapist": Place(view=View.THERAPIST),
    "exercises": Place(view=View.EXERCISES),
    "trusted": Place(view=View.FORM, form=FormName.TRUSTED),
    "contact": Place(view=View.FORM, form=FormName.BEFORE, subject=CONTACT),
    "agreements": Place(view=View.FORM, form=FormName.AGREEMENTS),
    "after": Place(view=View.FORM, form=FormName.AFTER),
    "look_back": Place(view=View.FORM, form=FormName.LOOK_BACK),
    "ladder": Place(view=View.LADDER_BUILDER),
    "review": Place(view=View.REVIEW),
    "screening": Place(view=View.FORM, form=FormName.SCREENING),
    "again": Place(view=View.FORM, form=FormName.SCREENING),
    "youth": Place(view=View.HELP_NOW, subject="youth"),
}
"""Where each action of *where you stand* leads; `attest` and `leave` are done by the front end."""

BUILDER: dict[FormName, str] = {
    FormName.GOALS: "goals", FormName.PICK: "pick", FormName.OWN_STEP: "own", FormName.RATE: "rate",
    FormName.ANCHORS: "anchors",
}
"""The parts of building a ladder, in their order, and what each is called in the content."""

FEW = 5
"""Fewer steps than this make a short ladder."""

COUNTRIES = 12
"""How many countries are offered at once."""


# -- home and the ladder -------------------------------------------------------------------------------------


def home_ways(engine: Engine, home: Home) -> tuple[Action, ...]:
    """What home offers first: at most five, the obvious one on top."""
    words = engine.library.strings
    found: list[Action] = []
    if home.open_attempt is not None:
        found.append(Action(name="after", label=words["home"]["open_attempt"]))
    elif home.step is not None and home.today.may_attempt:
        found.append(Action(name="start", label=words["home"]["start"]))
    if home.look_backs:
        count = len(home.look_backs)
        label = words["home"]["look_back_one" if count == 1 else "look_back_many"]
        found.append(Action(name="look_back", label=label.format(count=count)))
    if home.open_attempt is None and home.today.may_attempt:
        found.append(Action(name="steps", label=words["steps"]["title"].capitalize()))
        found.append(Action(name="card", label=words["home"]["card"]))
    again: tuple[Action, ...] = ()
    if home.open_attempt is None and engine.may_check_in_again():
        again = (Action(name="check_in", label=words["home"]["check_in_again"]),)
    return (*(tuple(found) or _actions(engine, "exercises", "contact")), *again)


def follow_home(engine: Engine, name: str) -> Place | None:
    """Where one of the ways of home leads, or None when it is no longer there. PlainError when the gate is closed."""
    home = engine.home()
    match name:
        case "after":
            return Place(view=View.OUT, subject=home.open_attempt.id) if home.open_attempt else None
        case "start":
            return engine.practise(home.step.id) if home.step else None
        case "look_back":
            due = home.look_backs
            return Place(view=View.FORM, form=FormName.LOOK_BACK, subject=due[0].id) if due else None
        case "contact":
            return engine.practise(CONTACT)
        case "check_in":
            return Place(view=View.FORM, form=FormName.CHECK_IN)
    return Place(view=View(name))


def next_part(engine: Engine) -> str:
    """The part of building the ladder that comes next: the value of a form name, or `home`."""
    steps, settings = ladder.active(engine.history), engine.settings
    if ladder.unrated(engine.history):
        return FormName.RATE.value
    if steps:
        return View.HOME.value if len(steps) >= FEW else FormName.PICK.value
    return (FormName.PICK if settings.goals or settings.fears or settings.channels else FormName.GOALS).value


def follow_part(engine: Engine, part: str) -> Place:
    """Where a part of building the ladder leads."""
    if part == View.HOME:
        return engine.onward()
    if part == FormName.RATE and not ladder.unrated(engine.history):
        return Place(view=View.LADDER)
    return Place(view=View.FORM, form=FormName(part))


def behind_builder(engine: Engine) -> Place:
    """What lies behind building the ladder: home once there is a ladder, else where one stands."""
    return Place(view=View.HOME if ladder.active(engine.history) else View.STANDING)


def open_steps(engine: Engine) -> tuple[tuple[Step, bool], ...]:
    """The steps of the open bands, highest first, each with whether it rests for now."""
    bands = engine.open_bands() if engine.standing().is_open else ()
    at_rest = ladder.resting(engine.history, engine.now())
    steps = [step for step in ladder.active(engine.history) if ladder.band_of(step.rating or 0) in bands]
    return tuple((step, step.id in at_rest) for step in reversed(steps))


def edited(engine: Engine, step: Step) -> Session:
    """The form that changes the words of a step, filled with the words it has."""
    words = {"own_title": step.title, "own_say": step.say, "own_channel": step.channel or ""}
    return engine.begin(FormName.EDIT_STEP, step.id, **{name: value for name, value in words.items() if value})


def rewritten(engine: Engine, place: Place) -> Session:
    """The words of an ask that touches a respect rule, at their first question."""
    assert place.form is not None  # noqa: S101
    session = engine.begin(place.form, place.subject.partition("/")[2])
    session.revise(session.form.items[0].id)
    return session


def drop_words(engine: Engine, place: Place) -> Place:
    """Let go of an ask that touches a respect rule."""
    draft = engine.history.get(Draft, place.subject)
    if draft is not None:
        engine.commit([], [draft])
    return Place(view=View.LADDER_BUILDER)


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be changed: its name, its words, and what it is now (or empty)."""

    name: str
    label: str
    value: str = ""


def settings(engine: Engine, theme: str = "") -> tuple[Setting, ...]:
    """All that can be changed, in the order shown; colours only where a front end names its `theme`."""
    saved, country = engine.settings, engine.country()
    words = engine.library.strings["settings"]
    none = words["none"]
    now = {
        "country": country.name if country else none,
        **({"theme": theme} if theme else {}),
        "plain": words["on" if saved.plain else "off"],
        "trusted": saved.trusted.name or none,
        "passphrase": engine.library.strings["lock"]["has"] if engine.keeper.encrypted else none,
        "scale": "", "ladder": "", "export": "", "about": "", "worse": "",
    }
    return tuple(Setting(name=name, label=words[name], value=value) for name, value in now.items())


# -- forms ---------------------------------------------------------------------------------------------------


ABOUT_THE_FEAR = frozenset({"feared_happened", "p_feared_after", "lb_feared"})
"""Questions about what was feared: the person's own words stand above them."""


def lead(engine: Engine, session: Session, ask: Ask) -> str:
    """What stands above a question: a section's introduction, the step before its plan, or the plan it is about."""
    if session.name is FormName.BEFORE and ask.position == 1:
        return telling.tell_step(engine, session.subject)
    if session.form.id in (FormName.AFTER, FormName.LOOK_BACK):  # not one answer of it that is corrected
        parts = (
            telling.tell_attempt(engine, session.subject) if ask.position == 1 else "",
            telling.tell_feared(engine, session.subject) if ask.item.id in ABOUT_THE_FEAR else "",
            ask.intro,
        )
        return "\n".join(part for part in parts if part)
    return ask.intro


def note(engine: Engine, ask: Ask) -> str:
    """What stands below a question: its note, and how many answers may be picked."""
    most = ""
    if ask.kind is Kind.SEVERAL and ask.item.most:
        most = engine.library.strings["form"]["most"].format(most=ask.item.most)
    return " ".join(part for part in (ask.item.note, most) if part)


def anchors(engine: Engine, item: Item) -> tuple[str, ...]:
    """The person's own moments for 0, 25, 50, 75 and 100, where a question is about tension."""
    return engine.settings.anchors if item.high == 100 and "tens" in item.text + item.note else ()


def set_aside(engine: Engine, session: Session) -> None:
    """Leave an unfinished form; one with no answer yet leaves nothing behind."""
    draft = engine.history.get(Draft, session.draft.id)
    if draft is not None and not draft.answers and not draft.typed:
        engine.abandon(session)


# -- help and exercises --------------------------------------------------------------------------------------


def helplines(country: Country, subject: str = "") -> tuple[Contact, ...]:
    """Who can be reached; for a young person the lines made for them come first."""
    found = contacts(country)
    if subject != "youth":
        return found
    return tuple(sorted(found, key=lambda contact: "young" not in contact.when and "under" not in contact.when))


def countries(engine: Engine, typed: str) -> tuple[Country, ...]:
    """The countries that fit what was typed: the code, then the start of a name, then any part of it."""
    wanted = typed.strip().casefold()
    fits: tuple[Callable[[Country], bool], ...] = (
        lambda country: country.iso2.casefold() == wanted,
        lambda country: country.name.casefold().startswith(wanted),
        lambda country: wanted in country.name.casefold(),
    )
    everywhere = engine.library.countries
    found = dict.fromkeys(country.iso2 for fit in fits for country in everywhere if fit(country))
    by_code = {country.iso2: country for country in everywhere}
    return tuple(by_code[code] for code in list(found)[:COUNTRIES])


def steadying(engine: Engine) -> tuple[Exercise, ...]:
    """The exercises that steady, to go through one after the other."""
    return tuple(each for each in engine.library.exercises if each.grounding)


def endings(engine: Engine, exercise: Exercise) -> tuple[Action, ...]:
    """What one can do at the end of an exercise."""
    words = engine.library.strings["exercises"]
    found = [Action(name="write", label=words["write"])] if exercise.ask else []
    if exercise.id == "trusted_card":
        found += _actions(engine, "trusted")
    return (*found, Action(name="done", label=words["done"]))


def follow_ending(engine: Engine, exercise: Exercise, name: str) -> Place | None:
    """Where an ending leads; None is back, with the exercise kept as done."""
    if name == "write":
        return Place(view=View.FORM, form=FormName.EXERCISE, subject=exercise.id)
    if name == "trusted":
        return ACTIONS["trusted"]
    engine.log_exercise(exercise.id, "")
    return None


def _actions(engine: Engine, *names: str) -> tuple[Action, ...]:
    labels = engine.library.strings["actions"]
    return tuple(Action(name=name, label=labels[name]) for name in names)
