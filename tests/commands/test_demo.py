"""`coach demo`: weeks of somebody made up, in memory only, and said to be so."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from coach.cli import main
from coach.commands import demo
from coach.core.errors import PlainError
from coach.engine import View
from coach.engine.demo import NAMES
from coach.plain.run import run
from coach.tui.app import CoachApp
from tests.plain.scripted import Scripted
from tests.support.clock import FrozenClock
from tests.tui.test_walks import name

Ready = Callable[[], tuple[Any, ...]]


def started(*arguments: str) -> tuple[Result, list[tuple[bool, Ready]]]:
    """What a front end would be run with."""
    runs: list[tuple[bool, Ready]] = []
    result = CliRunner().invoke(demo.demo, arguments, obj=lambda plain, ready: runs.append((plain, ready)))
    return result, runs


def saved() -> list[str]:
    """Every file below the places where Coach keeps things."""
    places = (Path.home(), Path(os.environ["COACH_HOME"]))
    return [str(path) for place in places for path in place.rglob("*") if path.is_file()]


@pytest.mark.parametrize("who", NAMES)
def test_each_made_up_person_opens_on_weeks_of_practice(who: str) -> None:
    engine, opener, folder = demo.ready(who, FrozenClock())
    assert (opener, folder) == (None, "")
    assert len(engine.history.attempts) > 10
    assert engine.start().view is View.HOME


def test_without_a_name_it_is_the_steady_one_and_another_name_is_refused() -> None:
    _, ((plain, ready),) = started()
    assert not plain
    assert ready()[0].history.settings[0].trusted == demo.ready("steady", FrozenClock())[0].settings.trusted
    result, none = started("nobody")
    assert result.exit_code == 2 and none == []


def test_plain_mode_is_to_be_had_for_it_too() -> None:
    assert started("gently", "--plain")[1][0][0]


def test_it_stands_in_the_list_of_commands() -> None:
    assert "demo" in CliRunner().invoke(main, ["--help"]).output


def test_plain_mode_says_that_it_is_made_up_and_saves_nothing() -> None:
    engine, opener, folder = demo.ready("steady", FrozenClock())
    terminal = Scripted(["exercises", "b", "q"])
    run(engine, opener, folder, terminal=terminal)
    assert "made-up weeks" in terminal.transcript.replace("\n", " ")
    assert "Everything is saved" not in terminal.transcript
    assert saved() == []


async def test_the_app_says_that_it_is_made_up_and_saves_nothing() -> None:
    app = CoachApp(*demo.ready("steady", FrozenClock()))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert name(app) == "HomeScreen"
        assert "made-up weeks" in "".join(each.message for each in app._notifications)
        await pilot.press("1")
        assert name(app) == "QuestionScreen"
        await pilot.press("1", "q")
    assert app.engine.history.drafts
    assert saved() == []


def test_there_is_nothing_to_protect_with_a_passphrase() -> None:
    engine, _, _ = demo.ready("steady", FrozenClock())
    with pytest.raises(PlainError):
        engine.keeper.set_passphrase("correct horse battery staple")
