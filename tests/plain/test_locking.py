"""The passphrase in plain mode: nothing is told before it fits, but help."""

from __future__ import annotations

import pytest

from coach.core.errors import PlainError
from coach.engine import Engine, Place, View
from coach.engine.ports import ShutKeeper
from coach.library import Library
from coach.plain.guide import Guide
from coach.plain.run import run
from coach.plain.views import VIEWS
from tests.plain.scripted import Scripted
from tests.support import walk
from tests.support.clock import FrozenClock

RIGHT = "four plain words here"


def unlocking(library: Library, *replies: str) -> str:
    """Coach opened on a locked store, with these replies typed."""
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, FrozenClock())))

    def opener(passphrase: str) -> Engine:
        if passphrase != RIGHT:
            raise PlainError("That passphrase does not fit.", "wrong_passphrase")
        return engine

    terminal = Scripted(replies, width=1000)
    assert run(Engine(library, ShutKeeper()), opener, terminal=terminal) == 0
    return terminal.transcript


def test_a_wrong_passphrase_is_asked_again_and_the_right_one_opens(library: Library) -> None:
    text = unlocking(library, "wrong", RIGHT, "q")
    before, _, after = text.partition("That passphrase does not fit.")
    assert "You can practise today." not in before
    assert "You can practise today." in after
    assert RIGHT not in text


def test_help_is_open_while_it_is_locked(library: Library) -> None:
    text = unlocking(library, "!", "q")
    assert "findahelpline.com" in text
    assert "You can practise today." not in text


@pytest.mark.parametrize("replies", [["q"], []], ids=["q", "end of input"])
def test_it_can_be_left_while_it_is_locked(replies: list[str], library: Library) -> None:
    assert "You can practise today." not in unlocking(library, *replies)


class Sealing:
    """A keeper that only knows passphrases."""

    def __init__(self) -> None:
        self.set: list[str] = []

    def set_passphrase(self, new: str) -> None:
        if len(new) < 10:
            raise PlainError("Ten characters or more, please.", "weak")
        self.set.append(new)


def test_a_passphrase_is_chosen_once_it_is_the_same_twice(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = walk.screened(walk.engine_of(library, FrozenClock()))
    sealing = Sealing()
    monkeypatch.setattr(engine.keeper, "set_passphrase", sealing.set_passphrase, raising=False)
    terminal = Scripted(["passphrase", RIGHT, "not the same", "short", "short", RIGHT, RIGHT, "q"], width=1000)
    guide = Guide(engine, terminal, VIEWS)
    guide.go(Place(view=View.SETTINGS))
    guide.go_on()
    assert sealing.set == [RIGHT]
    assert "The two are not the same." in terminal.transcript
    assert "Ten characters or more, please." in terminal.transcript
    assert RIGHT not in terminal.transcript
