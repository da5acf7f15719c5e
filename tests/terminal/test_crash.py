"""An error in Coach shows its kind and its place, and nothing of anybody. What was typed is kept."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from coach.tui import guard
from tests.terminal import people
from tests.terminal.breaking import BEFORE, PLACES, SECRET
from tests.terminal.conftest import FIELD
from tests.terminal.window import Window

TYPED = "what I never told"
F2 = "\x1b[12~"


def broken(home: Path, place: str) -> Window:
    """Coach with a fault at this place."""
    return Window(home, (sys.executable, "-m", "tests.terminal.breaking", place))


def told(line: str, sentence: str = guard.STOPPED) -> re.Match[str] | None:
    """The code in a line, when the line is this sentence and nothing more."""
    before, _, after = sentence.partition("{code}")
    return re.fullmatch(re.escape(before) + r"(\w+) at (\w+\.py:\d+)" + re.escape(after), line)


@pytest.mark.parametrize("place", PLACES)
def test_an_error_tells_nothing_and_loses_nothing(writer: Path, place: str) -> None:
    with broken(writer, place) as window:
        window.until(FIELD)
        window.send(TYPED)
        window.until(TYPED)
        window.send(F2)
        assert window.ended() == 1
        window.assert_clean()
        lines = window.after().split("\r\n")
        assert SECRET not in window.raw.decode()
    assert len(lines) == 2, lines
    assert lines[1] == ""
    code = told(lines[0])
    assert code, lines
    assert code.group(1) == "ValueError"
    assert people.typed(writer) == TYPED


@pytest.mark.parametrize("place", BEFORE)
def test_an_error_before_the_first_picture_is_one_line_too(writer: Path, place: str) -> None:
    with broken(writer, place) as window:
        assert window.ended() == 1
        window.assert_clean()
        assert told(window.raw.decode().strip())


def test_it_says_so_when_what_was_typed_could_not_be_kept(writer: Path) -> None:
    with broken(writer, "keeping") as window:
        window.until(FIELD)
        window.send(F2)
        assert window.ended() == 1
        assert told(window.after().splitlines()[-1], guard.NOT_KEPT)


def test_the_place_of_an_error_is_the_last_one_in_our_own_code() -> None:
    class Full(dict[str, str]):
        def __delitem__(self, name: str) -> None:
            raise ValueError(name)

    with pytest.raises(ValueError, match="LINES") as caught:
        guard.clean_environment(Full(LINES="24"))
    assert re.fullmatch(r"ValueError at guard\.py:\d+", guard.code_of(caught.value))
    assert guard.code_of(KeyError("secret")) == "KeyError"
