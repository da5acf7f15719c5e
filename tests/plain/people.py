"""One person with the same answers for core, app and plain mode, so that what is saved can be compared exactly."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping

import msgspec
from textual import events
from textual.pilot import Pilot

from coach.core.flow import Ask
from coach.core.model import SKIP, Kind, Value
from coach.core.records import TABLE_OF, History
from coach.engine import Engine, FormName, Place, Session, View, ways
from coach.engine.forms import RATING
from coach.library import Library
from coach.plain.guide import Guide
from coach.plain.run import run
from coach.plain.views import VIEWS
from coach.store import MemoryStore
from coach.tui.app import CoachApp
from coach.tui.screens.question import QuestionScreen
from coach.tui.widgets.choices import Choices
from tests.plain.scripted import Scripted
from tests.support.clock import FrozenClock

LEAVE = "leave"


class Person:
    """Answers questions by their id, and says at each other place where to go; leaves when it has no word for it."""

    def __init__(self, answers: Mapping[str, Value], **choices: tuple[str, ...]) -> None:
        self._answers = answers
        self._choices = {View(view): deque(names) for view, names in choices.items()}
        self._rating = 0

    def answer(self, ask: Ask) -> Value:
        """What they answer; a rating is 9 more than the one before."""
        if ask.item.id.startswith(RATING):
            self._rating += 9
            return self._rating
        return self._answers.get(ask.item.id, SKIP)

    def choice(self, view: View) -> str:
        """Where they go from here."""
        names = self._choices.get(view)
        return names.popleft() if names else LEAVE


def encoded(history: History) -> bytes:
    """Everything saved, as bytes."""
    return msgspec.json.format(msgspec.json.encode(history), indent=1)


def engine_on(library: Library, clock: FrozenClock, history: History) -> Engine:
    """Coach started on what was saved before."""
    return Engine(library, MemoryStore(history), clock, seed=sum(len(history.of(kind)) for kind in TABLE_OF))


# -- core ----------------------------------------------------------------------------------------------------


def in_core(engine: Engine, person: Person) -> None:
    """The person with nothing in front of the engine."""
    place: Place | None = engine.start()
    while place is not None:
        place = _form(engine, person, place) if place.view is View.FORM else _chosen(engine, person, place)


def _form(engine: Engine, person: Person, place: Place) -> Place | None:
    assert place.form is not None
    session = engine.begin(place.form, place.subject)
    while (ask := session.ask) is not None:
        session.answer(person.answer(ask))
    if session.name is FormName.SCREENING and engine.may_check(session):
        return engine.conclude(session) if person.choice(View.CHECK_ANSWERS) == "go" else None
    return engine.conclude(session)


def _chosen(engine: Engine, person: Person, place: Place) -> Place | None:
    name = person.choice(place.view)
    if name == LEAVE:
        return None
    match place.view:
        case View.WELCOME:
            engine.save_settings(welcomed=True)
            return Place(view=View.FORM, form=FormName.SCREENING)
        case View.STANDING:
            return ways.ACTIONS[name]
        case View.LADDER_BUILDER:
            return ways.follow_part(engine, name)
        case View.HOME:
            return ways.follow_home(engine, name)
        case View.OUT:
            if name == "after":
                return Place(view=View.FORM, form=FormName.AFTER, subject=place.subject)
            engine.drop_attempt(place.subject)
            return Place(view=View.THANKS)
        case View.EXERCISES:
            return Place(view=View.GROUNDING, subject=name)
        case View.GROUNDING:
            return ways.follow_ending(engine, engine.exercise(place.subject), name) or engine.onward()
    return engine.onward()


# -- plain mode ----------------------------------------------------------------------------------------------


def typed(ask: Ask, value: Value) -> Iterator[str]:
    """The lines that give this answer in plain mode."""
    values = [option.value for option in ask.item.options]
    if value == SKIP:
        yield "s"
    elif isinstance(value, tuple):
        yield " ".join(str(values.index(each) + 1) for each in value)
    elif ask.kind in (Kind.CHOICE, Kind.CONFIRM):
        yield str(values.index(value) + 1)
    elif ask.item.multiline:
        yield from [*str(value).split("\n"), "."]
    else:
        yield str(value)


class Typist:
    """A person at the keyboard of plain mode: looks where they are and types."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.guide: Guide | None = None
        self._waiting: deque[str] = deque()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if not self._waiting:
            self._waiting += self._next()
        return self._waiting.popleft()

    def _next(self) -> Iterator[str]:
        assert self.guide is not None
        frame = self.guide.frames[-1]
        if frame.place.view is View.FORM:
            assert frame.session is not None and frame.session.ask is not None
            yield from typed(frame.session.ask, self.person.answer(frame.session.ask))
        elif frame.place.view is View.GROUNDING and frame.at < self._steps(frame.place) - 1:
            yield ""
        else:
            name = self.person.choice(frame.place.view)
            yield "q" if name == LEAVE else NUMBERED.get(name, name)

    def _steps(self, place: Place) -> int:
        assert self.guide is not None
        return len(self.guide.engine.exercise(place.subject).steps)


NUMBERED = {"go": "1", "after": "1", "not_going": "2", "onward": "1"}
"""Choices whose name is not what one types for them."""


def in_plain(engine: Engine, person: Person) -> str:
    """The person in plain mode; what they read and typed."""
    typist = Typist(person)
    terminal = Scripted(typist)
    guide = Guide(engine, terminal, VIEWS)
    typist.guide = guide
    guide.run()
    return terminal.transcript


def played(engine: Engine, lines: list[str]) -> str:
    """Plain mode with these lines typed; what was read and typed."""
    terminal = Scripted(lines)
    run(engine, terminal=terminal)
    return terminal.transcript


# -- the app -------------------------------------------------------------------------------------------------


async def in_app(engine: Engine, person: Person) -> None:
    """The person in the app."""
    app = CoachApp(engine)
    async with app.run_test() as pilot:
        await pilot.pause()
        while app.is_running and not app._exit:
            screen = app.screen
            if isinstance(screen, QuestionScreen):
                await _answer(pilot, screen.session, person)
            elif not await _choose(pilot, person):
                return


async def _answer(pilot: Pilot[None], session: Session, person: Person) -> None:
    ask = session.ask
    assert ask is not None
    value = person.answer(ask)
    if ask.kind is Kind.TEXT and value != SKIP:
        pilot.app.post_message(events.Paste(str(value)))
        await pilot.pause()
        await pilot.press("ctrl+n" if ask.item.multiline else "enter")
    else:
        await pilot.press(*keys(ask, value))


def keys(ask: Ask, value: Value) -> list[str]:
    """The keys that give this answer in the app; not for texts."""
    values = [option.value for option in ask.item.options]
    if value == SKIP:
        return ["ctrl+s" if ask.kind is Kind.TEXT else "s"]
    if isinstance(value, tuple):
        ticks = [_ticked(values.index(each)) for each in value]
        return [*(key for tick in ticks for key in tick), "enter"]
    if ask.kind is Kind.CHOICE:
        return [str(values.index(value) + 1)]
    return [*str(value), "enter"]


def _ticked(place: int) -> list[str]:
    return [str(place + 1)] if place < 9 else ["home", *["down"] * place, "space"]


async def _choose(pilot: Pilot[None], person: Person) -> bool:
    """Pick the row by its name; False when they leave."""
    place: Place = pilot.app.screen.place  # type: ignore[attr-defined]
    if place.view is View.GROUNDING:
        while not pilot.app.screen.query(Choices):
            await pilot.press("enter")
    name = person.choice(place.view)
    if name == LEAVE:
        await pilot.press("ctrl+q")
        return False
    if not pilot.app.screen.query(Choices):
        await pilot.press("enter")
        return True
    rows = pilot.app.screen.query_one(Choices).rows
    place_of = [row.value for row in rows].index(name)
    await pilot.press(*([rows[place_of].key] if rows[place_of].key else ["home", *["down"] * place_of, "enter"]))
    return True


# -- several days --------------------------------------------------------------------------------------------

Day = tuple[Person, float]
"""A person, and the hours until Coach is opened again."""


def days_in(
    how: Callable[[Engine, Person], object], library: Library, days: list[Day], history: History | None = None
) -> History:
    """Coach opened, used and closed again and again, with hours between."""
    clock, history = FrozenClock(), history or History()
    for person, hours in days:
        engine = engine_on(library, clock, history)
        how(engine, person)
        history = engine.history
        clock.move(hours=hours)
    return history


async def days_in_app(library: Library, days: list[Day], history: History | None = None) -> History:
    """The same in the app."""
    clock, history = FrozenClock(), history or History()
    for person, hours in days:
        engine = engine_on(library, clock, history)
        await in_app(engine, person)
        history = engine.history
        clock.move(hours=hours)
    return history
