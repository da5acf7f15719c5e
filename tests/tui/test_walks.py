"""The ways through Coach with a keyboard: each of the five routes, and the whole way with the app closed between."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from coach.core.flow import Ask
from coach.core.model import Kind, Route, Value
from coach.core.records import History, Outcome, Stage
from coach.engine import Engine
from coach.library import Library
from coach.store import MemoryStore
from coach.tui.app import CoachApp
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.question import QuestionScreen
from tests.support import walk
from tests.support.clock import FrozenClock


def opened(library: Library, clock: FrozenClock, history: History) -> CoachApp:
    """Coach started anew on what was saved before."""
    return CoachApp(Engine(library, MemoryStore(history), clock, seed=len(history.drafts) + len(history.attempts)))


def screen(app: CoachApp) -> CoachScreen:
    """The screen on top."""
    found = app.screen
    assert isinstance(found, CoachScreen)
    return found


def shown(app: CoachApp) -> str:
    """All words of the screen on top, for looking up whether something is told."""
    return "\n".join(str(each.render()) for each in app.screen.query(Static))


def name(app: CoachApp) -> str:
    """Which screen is on top."""
    return type(app.screen).__name__


def keys_for(ask: Ask, value: Value) -> list[str]:
    """The keys that give this answer."""
    values = [option.value for option in ask.item.options]
    if value == "skip":
        return ["ctrl+s" if ask.kind is Kind.TEXT else "s"]
    if ask.kind is Kind.SEVERAL:
        assert isinstance(value, tuple)
        moves: list[str] = []
        for each in value:
            moves += ["home", *["down"] * values.index(each), "space"]
        return [*moves, "enter"]
    if ask.kind is Kind.CHOICE:
        assert not isinstance(value, tuple)
        return [str(values.index(value) + 1)]
    return [*_typed(str(value)), "ctrl+n" if ask.item.multiline else "enter"]


def _typed(text: str) -> list[str]:
    special = {" ": "space", "\n": "enter", ",": "comma", ".": "full_stop", "?": "question_mark", "'": "apostrophe"}
    return [special.get(letter, letter) for letter in text]


async def answer_all(pilot: Pilot[None], answers: Mapping[str, Value]) -> None:
    """Answer the form on screen question by question, until another screen or another form shows."""
    top = pilot.app.screen
    assert isinstance(top, QuestionScreen)
    form = top.session.form.id
    while isinstance(pilot.app.screen, QuestionScreen) and pilot.app.screen.session.form.id == form:
        ask = pilot.app.screen.session.ask
        assert ask is not None
        await pilot.press(*keys_for(ask, answers[ask.item.id]))


ENDS = {
    "ready": ("StandingScreen", "You can practise"),
    "go_gently": ("StandingScreen", "Go gently"),
    "not_yet": ("StandingScreen", "Not yet"),
    "support_first": ("StandingScreen", "Support first"),
    "help_now": ("HelpNowScreen", "In danger now?"),
}


@pytest.mark.parametrize("route", walk.ROUTES)
async def test_a_new_person_reaches_the_page_of_their_route(
    route: str, library: Library, clock: FrozenClock
) -> None:
    app = opened(library, clock, History())
    async with app.run_test() as pilot:
        await pilot.press("1")
        await answer_all(pilot, walk.ROUTES[route])
        if name(app) == "CheckAnswersScreen":
            await pilot.press("g")
        assert (name(app), app.engine.history.screenings[-1].route) == (ENDS[route][0], Route(route))
        assert ENDS[route][1] in shown(app)


@pytest.mark.parametrize("route", walk.ROUTES)
async def test_each_page_says_why_and_gives_three_things_to_do(
    route: str, library: Library, clock: FrozenClock
) -> None:
    engine = walk.screened(walk.engine_of(library, clock), route)
    app = CoachApp(engine)
    async with app.run_test() as pilot:
        await pilot.pause()
        if route in ("ready", "go_gently"):
            await pilot.press("escape")
        else:
            assert len(app.screen.query_one("Choices").rows) >= 3  # type: ignore[attr-defined]
            reason = engine.history.screenings[-1].reasons[0]
            assert library.screening.rule(reason).said in shown(app)


async def test_help_opens_while_typing_and_escape_leads_back_to_the_very_same_letter(
    library: Library, clock: FrozenClock
) -> None:
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    walk.out(engine)
    app = CoachApp(engine)
    async with app.run_test() as pilot:
        await pilot.press("1", "1", "2", *_typed("She said wait"), "exclamation_mark")
        assert name(app) == "HelpNowScreen"
        await pilot.press("escape", *_typed(" a bit"))
        assert app.screen.query_one("Field").text == "She said wait a bit"  # type: ignore[attr-defined]


async def test_help_pressed_twice_writes_the_mark(library: Library, clock: FrozenClock) -> None:
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    walk.out(engine)
    app = CoachApp(engine)
    async with app.run_test() as pilot:
        await pilot.press("1", "1", "2", *_typed("Yes"), "exclamation_mark", "exclamation_mark")
        await pilot.pause()
        assert app.screen.query_one("Field").text == "Yes!"  # type: ignore[attr-defined]


async def test_the_whole_way_through_with_the_app_closed_between(library: Library, clock: FrozenClock) -> None:
    """Screened, a ladder, out with an ask, closed; back, reflected; the next day looked back on."""
    history = await _until_out(library, clock)
    clock.move(hours=3)
    history = await _come_back(library, clock, history)
    clock.move(hours=20)
    await _next_day(library, clock, history)


async def _until_out(library: Library, clock: FrozenClock) -> History:
    app = opened(library, clock, History())
    async with app.run_test() as pilot:
        await pilot.press("1")
        await answer_all(pilot, walk.READY)
        await pilot.press("g", "1", "1")
        await answer_all(pilot, {**walk.GOALS, "goals": ("goal.ask-friend-help",)})
        await pilot.press("2", "1", "2", "3", "4", "5", "enter", "4")
        for rating in ("10", "20", "30", "55", "80"):
            await pilot.press(*rating, "enter")
        await pilot.press("6")
        assert name(app) == "HomeScreen"
        await pilot.press("1")
        await answer_all(pilot, walk.CHECK_IN)
        await answer_all(pilot, walk.COURTESY)
        await answer_all(pilot, walk.BEFORE)
        assert name(app) == "OutScreen"
        assert app.engine.open_attempt() is not None
        await pilot.press("3")
    return app.engine.history


async def _come_back(library: Library, clock: FrozenClock, history: History) -> History:
    app = opened(library, clock, history)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "HOW DID IT GO?" in shown(app)
        await pilot.press("1", "1")
        await answer_all(pilot, walk.AFTER)
        assert name(app) == "SideBySideScreen"
        assert "You expected 70 in 100" in shown(app)
        assert "Repeat, varied" in shown(app)
        assert app.engine.history.attempts[-1].stage is Stage.DONE
        assert app.engine.history.reflections[-1].outcome is Outcome.NO
    return app.engine.history


async def _next_day(library: Library, clock: FrozenClock, history: History) -> None:
    app = opened(library, clock, history)
    async with app.run_test() as pilot:
        await pilot.press("k")
        await answer_all(pilot, walk.LOOK_BACK)
        assert app.engine.history.look_backs[-1].answers["lb_feared"] == 20
        await pilot.press("enter")
        assert name(app) == "HomeScreen"
        assert "She said no, and smiled" in shown(app)
        await pilot.press("r")
        assert name(app) == "ReviewScreen"


async def test_closing_in_the_middle_of_a_sentence_keeps_every_letter(library: Library, clock: FrozenClock) -> None:
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    walk.out(engine)
    app = CoachApp(engine)
    async with app.run_test() as pilot:
        await pilot.press("1", "1", "2", *_typed("She looked up and"), "ctrl+q")
    again = opened(library, clock, app.engine.history)
    async with again.run_test() as pilot:
        await pilot.pause()
        assert again.screen.query_one("Field").text == "She looked up and"  # type: ignore[attr-defined]


async def test_a_click_beside_the_field_leaves_the_cursor_in_it(library: Library, clock: FrozenClock) -> None:
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    walk.out(engine)
    app = CoachApp(engine)
    async with app.run_test() as pilot:
        await pilot.press("1", "1", "2", *_typed("She"))
        await pilot.click("#ask")
        await pilot.press(*_typed(" quit"))
        assert app.screen.query_one("Field").text == "She quit"  # type: ignore[attr-defined]


async def test_an_ask_that_is_never_wanted_makes_room_for_another_and_what_is_ticked_stays(
    library: Library, clock: FrozenClock
) -> None:
    engine = walk.screened(walk.engine_of(library, clock))
    app = CoachApp(engine)
    async with app.run_test() as pilot:
        await pilot.press("2", "1", "2")
        choices = app.screen.query_one("Choices")
        first, unwanted = (row.value for row in choices.rows[:2])  # type: ignore[attr-defined]
        await pilot.press("n")
        rows = [row.value for row in app.screen.query_one("Choices").rows]  # type: ignore[attr-defined]
        assert unwanted not in rows
        assert app.screen.query_one("Choices").values == (first,)  # type: ignore[attr-defined]
        assert engine.settings.vetoed == (unwanted,)
