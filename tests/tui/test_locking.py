"""Hiding and locking: nothing of what was written stays on the screen, and help is open all the same."""

from __future__ import annotations

from time import monotonic

import pytest
from textual.widgets import Static

from coach.core.errors import PlainError
from coach.core.records import History
from coach.engine import Engine
from coach.engine.ports import ShutKeeper
from coach.library import Library
from coach.store import MemoryStore
from coach.tui import app as app_module
from coach.tui.app import CoachApp
from tests.support import walk
from tests.support.clock import FrozenClock
from tests.tui.test_walks import name

WORDS = "four plain words here"
LESSON = "She said no, and smiled"


class SealedStore(MemoryStore):
    """A store in memory that says it has a passphrase."""

    @property
    def encrypted(self) -> bool:
        """Always True."""
        return True


def written(library: Library, clock: FrozenClock) -> History:
    """Somebody with a lesson on home."""
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    walk.back(engine, walk.out(engine))
    return engine.history


@pytest.fixture
def sealed(library: Library, clock: FrozenClock) -> CoachApp:
    """Coach on a store with a passphrase, open."""
    history = written(library, clock)

    def opener(passphrase: str) -> Engine:
        if passphrase != WORDS:
            raise PlainError("That passphrase did not open it.", "wrong_passphrase")
        return Engine(library, SealedStore(history), clock)

    return CoachApp(opener(WORDS), opener)


def told(app: CoachApp) -> str:
    """Every word on every screen that is there, hidden ones too."""
    return "\n".join(str(each.render()) for screen in app.screen_stack for each in screen.query(Static))


async def test_ctrl_l_closes_the_store_and_takes_everything_off_the_screens(sealed: CoachApp) -> None:
    async with sealed.run_test() as pilot:
        await pilot.pause()
        assert LESSON in told(sealed)
        await pilot.press("ctrl+l")
        assert name(sealed) == "UnlockScreen"
        assert LESSON not in told(sealed)
        assert isinstance(sealed.engine.keeper, ShutKeeper)
        assert sealed.engine.history == History()


async def test_a_wrong_passphrase_opens_nothing_and_the_right_one_leads_home(sealed: CoachApp) -> None:
    async with sealed.run_test() as pilot:
        await pilot.press("ctrl+l", *"wrong", "enter")
        await sealed.workers.wait_for_complete()
        await pilot.pause()
        assert "That passphrase did not open it." in told(sealed)
        await pilot.press(*("space" if letter == " " else letter for letter in WORDS), "enter")
        await sealed.workers.wait_for_complete()
        await pilot.pause()
        assert (name(sealed), LESSON in told(sealed)) == ("HomeScreen", True)


async def test_ten_idle_minutes_lock_it(sealed: CoachApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sealed.run_test() as pilot:
        await pilot.pause()
        later = monotonic() + 60 * app_module.IDLE_MINUTES + 1
        monkeypatch.setattr(app_module, "monotonic", lambda: later)
        sealed._lock_when_idle()
        await pilot.pause()
        assert name(sealed) == "UnlockScreen"


async def test_help_is_open_while_it_is_locked(sealed: CoachApp) -> None:
    async with sealed.run_test() as pilot:
        await pilot.press("ctrl+l", "exclamation_mark")
        assert name(sealed) == "HelpNowScreen"
        await pilot.press("escape")
        assert name(sealed) == "UnlockScreen"


async def test_without_a_passphrase_ctrl_l_hides_and_enter_shows_the_very_same_page(
    library: Library, clock: FrozenClock
) -> None:
    app = CoachApp(walk.engine_of(library, clock, written(library, clock)))
    async with app.run_test() as pilot:
        await pilot.press("l", "ctrl+l")
        assert name(app) == "UnlockScreen"
        await pilot.press("enter")
        assert name(app) == "LadderScreen"
