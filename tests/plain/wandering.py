"""Somebody who answers, goes back and skips at random: the same moves for core, app and plain mode."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import msgspec
from hypothesis import strategies as st
from textual import events
from textual.pilot import Pilot

from coach.core.flow import AnswerError, Ask
from coach.core.model import SKIP, Kind, Value
from coach.engine import Engine, FormName, Place, Session, View
from coach.plain.guide import DOT, LITERAL, MARKS, Guide
from coach.plain.views import VIEWS
from coach.tui.app import CoachApp
from coach.tui.screens.question import QuestionScreen
from tests.plain.people import keys, typed
from tests.plain.scripted import Scripted

BACK = "back"


class Move(msgspec.Struct, frozen=True):
    """One move: an answer, a skip or back. `number` and `lines` become an answer of the kind that is asked."""

    what: str
    number: int = 0
    lines: tuple[str, ...] = ("a",)

    def value(self, ask: Ask) -> Value:
        """The answer to this question; now and then a number that it does not take."""
        item = ask.item
        if self.what == SKIP:
            return SKIP
        values = [option.value for option in item.options]
        if ask.kind is Kind.SEVERAL:
            picked = tuple(str(each) for place, each in enumerate(values) if self.number >> place & 1)
            return picked or (str(values[0]),)
        if ask.kind in (Kind.CHOICE, Kind.CONFIRM):
            return values[self.number % len(values)]
        if ask.kind in (Kind.SCALE, Kind.NUMBER):
            return item.low + self.number % (item.high - item.low + 3)
        return "\n".join(self.lines) if item.multiline else self.lines[0]


LETTERS = st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u00a0\u3000")
LINES = st.text(LETTERS, min_size=1, max_size=30).filter(str.strip)
MOVES = st.lists(
    st.builds(
        Move, st.sampled_from(["answer"] * 6 + [BACK, SKIP]), st.integers(0, 4000),
        st.lists(LINES, min_size=1, max_size=3).map(tuple),
    ),
    max_size=40,
)


def can_go_back(session: Session) -> bool:
    """True unless it is the first question: from there, back leads out of the form."""
    return session.ask is not None and session.ask.position > 1


def in_core(engine: Engine, place: Place, moves: list[Move]) -> None:
    """The moves with nothing in front of the engine."""
    assert place.form is not None
    session = engine.begin(place.form, place.subject)
    for move in moves:
        if session.ask is None:
            break
        if move.what == BACK:
            session.back()
            continue
        try:
            session.answer(move.value(session.ask))
        except AnswerError:
            continue
    if session.ask is None:
        engine.conclude(session)


def _lines(session: Session, move: Move) -> Iterator[str]:
    """What one types for a move; a mark that is meant as an answer gets a backslash."""
    assert session.ask is not None
    if move.what == BACK:
        if can_go_back(session):
            yield "b"
        return
    value = move.value(session.ask)
    if value == SKIP or session.ask.kind is not Kind.TEXT:
        yield from typed(session.ask, value)
        return
    marks = (*MARKS, DOT) if session.ask.item.multiline else MARKS
    yield from (LITERAL + line if line.strip().casefold() in marks else line for line in str(value).split("\n"))
    if session.ask.item.multiline:
        yield DOT


class Wanderer:
    """The moves as lines typed in plain mode; leaves when they are used up, or when the form is done."""

    def __init__(self, moves: list[Move]) -> None:
        self.guide: Guide | None = None
        self.session: Session | None = None
        self._moves = deque(moves)
        self._waiting: deque[str] = deque()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        assert self.guide is not None
        frame = self.guide.frames[-1]
        if self.session is None:
            self.session = frame.session
        while not self._waiting:
            if frame.place.view is View.CHECK_ANSWERS:
                return "1"
            if not self._moves or frame.session is None or frame.session is not self.session:
                return "q"
            self._waiting += _lines(frame.session, self._moves.popleft())
        return self._waiting.popleft()


def in_plain(engine: Engine, place: Place, moves: list[Move]) -> None:
    """The moves in plain mode."""
    wanderer = Wanderer(moves)
    guide = Guide(engine, Scripted(wanderer), VIEWS)
    wanderer.guide = guide
    guide.go(place)
    guide.go_on()


async def in_app(engine: Engine, place: Place, moves: list[Move]) -> None:
    """The moves in the app."""
    app = CoachApp(engine)
    async with app.run_test() as pilot:
        await pilot.pause()
        if not isinstance(app.screen, QuestionScreen):
            app.go(place)
            await pilot.pause()
        session = app.screen.session if isinstance(app.screen, QuestionScreen) else None
        assert session is not None
        for move in moves:
            if session.ask is None:
                break
            await _press(pilot, session, move)
        if session.ask is None and place.form is FormName.SCREENING and app.engine.may_check(session):
            await pilot.press("g")
        await pilot.press("ctrl+q")


async def _press(pilot: Pilot[None], session: Session, move: Move) -> None:
    ask = session.ask
    assert ask is not None
    if move.what == BACK:
        if can_go_back(session):
            await pilot.press("escape")
        return
    value = move.value(ask)
    if ask.kind is not Kind.TEXT or value == SKIP:
        await pilot.press(*keys(ask, value))
        return
    pilot.app.screen.query_one("Field").load_text("")  # type: ignore[attr-defined]
    pilot.app.post_message(events.Paste(str(value)))
    await pilot.pause()
    await pilot.press("ctrl+n" if ask.item.multiline else "enter")
