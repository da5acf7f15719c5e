"""Two pages of the app with a keyboard: records to take along, and the one question about words."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from coach.core.records import Cause
from coach.engine import FormName, Place, View
from coach.engine.reviewing import Reviewing
from coach.library import Library
from coach.tui.app import CoachApp
from coach.tui.widgets.choices import Choices
from coach.tui.widgets.field import Field
from tests.support import walk
from tests.support.clock import FrozenClock
from tests.tui.test_walks import answer_all, name, opened, shown

PAUSE = "I want to kill myself."
SOFT = "Long meeting about nothing, makes me want to kill myself"


@pytest.fixture
def app(library: Library, clock: FrozenClock) -> CoachApp:
    """Somebody with a ladder and one reflection."""
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    walk.back(engine, walk.out(engine))
    return opened(library, clock, engine.history)


def row(app: CoachApp, value: str) -> list[str]:
    """The keys that pick a row by its value."""
    rows = [each.value for each in app.screen.query_one(Choices).rows]
    return ["home", *["down"] * rows.index(value), "enter"]


def told(app: CoachApp) -> str:
    """The quiet lines that are shown now."""
    return "\n".join(each.message for each in app._notifications)


# -- records to take along -------------------------------------------------------------------------------------------


async def test_the_page_for_a_therapist_is_seen_changed_and_then_written(app: CoachApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("comma")
        await pilot.press(*row(app, "export"))
        await answer_all(pilot, {"format": "html", "latest": 1, "hide": "smiled", "safety": "no"})
        assert name(app) == "PreviewScreen"
        assert "Asked: Could I have a glass" in shown(app) and "smiled" not in shown(app)
        await pilot.press("2")
        await answer_all(pilot, {"format": "html", "latest": 0, "hide": "skip", "safety": "no"})
        assert "Asked: Could I have a glass" not in shown(app)
        assert list(Path.home().iterdir()) == []
        await pilot.press("1")
        assert "coach-2026-11-22.html" in shown(app) and "not encrypted" in shown(app)
        await pilot.press("1")
        assert name(app) == "HomeScreen"
    assert "glass of tap water" not in (Path.home() / "coach-2026-11-22.html").read_text()


async def test_leaving_it_writes_nothing(app: CoachApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("comma")
        await pilot.press(*row(app, "export"))
        await answer_all(pilot, {"format": "json"})
        await pilot.press("3")
        assert name(app) == "HomeScreen"
    assert list(Path.home().iterdir()) == []


async def test_records_can_be_taken_along_while_practice_is_closed(library: Library, clock: FrozenClock) -> None:
    closed = walk.screened(walk.engine_of(library, clock), "support_first")
    app = opened(library, clock, closed.history)
    async with app.run_test() as pilot:
        await pilot.press("comma")
        await pilot.press(*row(app, "export"))
        await answer_all(pilot, {"format": "html", "latest": 0, "hide": "skip", "safety": "no"})
        await pilot.press("1")
    assert (Path.home() / "coach-2026-11-22.html").is_file()


# -- the question about words ----------------------------------------------------------------------------------------


async def written(pilot: Pilot[None], app: CoachApp, text: str) -> None:
    """A letter in a gentle exercise, pasted."""
    exercise = next(each.id for each in app.engine.library.exercises if each.ask)
    app.go(Place(view=View.FORM, form=FormName.EXERCISE, subject=exercise))
    await pilot.pause()
    await pasted(pilot, app, text)


async def pasted(pilot: Pilot[None], app: CoachApp, text: str) -> None:
    """A text in the question on screen, in place of what stands there."""
    field = app.screen.query_one(Field)
    field.clear()
    field.insert(text)
    await pilot.press("ctrl+n")
    await pilot.pause()


async def test_the_question_cannot_be_passed_by_but_help_opens_over_it(app: CoachApp) -> None:
    async with app.run_test() as pilot:
        await written(pilot, app, PAUSE)
        assert name(app) == "WordsScreen"
        assert "kill" not in shown(app)
        await pilot.press("escape", "b", "comma")
        assert name(app) == "WordsScreen"
        await pilot.press("exclamation_mark")
        assert name(app) == "HelpNowScreen"
        await pilot.press("escape")
        assert name(app) == "WordsScreen"


async def test_why_one_is_asked_is_one_key_away(app: CoachApp) -> None:
    async with app.run_test() as pilot:
        await written(pilot, app, PAUSE)
        await pilot.press("w")
        assert "What it misses." in shown(app)
        await pilot.press("escape")
        assert name(app) == "WordsScreen"


@pytest.mark.parametrize("key", ["1", "s"])
async def test_yes_and_rather_not_say_open_help_with_more_than_a_number(app: CoachApp, key: str) -> None:
    async with app.run_test() as pilot:
        await written(pilot, app, PAUSE)
        await pilot.press(key)
        assert name(app) == "HelpNowScreen"
        assert all(each in shown(app) for each in ("116 123", "Someone you trust", "Steady yourself"))
        assert app.engine.standing().causes == (Cause.WORDS,)
        await pilot.press("escape")
        assert name(app) == "StandingScreen"


async def test_not_what_i_meant_goes_on_and_never_leads_back_to_the_question(app: CoachApp) -> None:
    async with app.run_test() as pilot:
        await written(pilot, app, PAUSE)
        await pilot.press("2")
        assert name(app) == "ExercisesScreen"
        await pilot.press("escape")
        assert name(app) == "HomeScreen"
        assert app.engine.standing().is_open


async def test_leaving_at_the_question_leaves_it_open(app: CoachApp, library: Library, clock: FrozenClock) -> None:
    async with app.run_test() as pilot:
        await written(pilot, app, PAUSE)
        await pilot.press("q")
    again = opened(library, clock, app.engine.history)
    async with again.run_test() as pilot:
        await pilot.pause()
        assert name(again) == "WordsScreen"
        await pilot.press("2")
        assert name(again) == "HomeScreen"


async def test_a_correction_is_asked_about_and_leads_back_to_what_was_corrected(app: CoachApp) -> None:
    attempt = app.engine.history.attempts[-1].id
    async with app.run_test() as pilot:
        await pilot.pause()
        app.go(Place(view=View.DETAIL, subject=attempt))
        await pilot.pause()
        rows = [str(each.value) for each in app.screen.query_one(Choices).rows]
        at = next(number for number, value in enumerate(rows) if value.endswith("/happened"))
        await pilot.press("home", *["down"] * at, "e")
        await pasted(pilot, app, PAUSE)
        assert name(app) == "WordsScreen"
        await pilot.press("2")
        assert name(app) == "DetailScreen"
    lines = [line for part in Reviewing(app.engine).parts(attempt) for line in part.lines]
    assert PAUSE in [line.answer for line in lines]


async def test_the_quiet_line_is_told_once_also_on_the_way_back_from_an_aside(app: CoachApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        app.aside(Place(view=View.FORM, form=FormName.ANCHORS))
        await pilot.pause()
        await pasted(pilot, app, SOFT)
        await pilot.press(*["ctrl+s"] * 4)
        assert name(app) == "HomeScreen"
        assert told(app).count("one key away") == 1
        await written(pilot, app, SOFT)
        assert told(app).count("one key away") == 1
