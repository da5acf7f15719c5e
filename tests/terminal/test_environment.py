"""Coach is usable in every terminal, and asks nothing of variables that were meant for others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.tui.guard import clean_environment
from tests.terminal import people
from tests.terminal.conftest import FIELD
from tests.terminal.window import Window, environment

COLOUR = re.compile(rb"\x1b\[[\d;]*[34]8;[25];")

ODD: dict[str, dict[str, str]] = {
    "TERM is empty": {"TERM": ""},
    "a terminal nobody knows": {"TERM": "nobody-knows"},
    "sizes that are none": {"COLUMNS": "abc", "LINES": "0"},
    "a size that is not the window's": {"COLUMNS": "7", "LINES": "3"},
    "the plainest language": {"LANG": "C", "LC_ALL": "C"},
}


@pytest.mark.parametrize("how", ODD)
def test_it_is_usable_with(writer: Path, how: str) -> None:
    with Window(writer, env=environment(writer, **ODD[how])) as window:
        window.until(FIELD, "━")
        window.send("hello\x11")
        assert window.ended() == 0
        window.assert_clean()
    assert people.typed(writer) == "hello"


def test_without_colour_it_sends_none(writer: Path) -> None:
    with Window(writer, env=environment(writer, NO_COLOR="1", COLORTERM="truecolor")) as window:
        window.until(FIELD)
        window.settle()
        assert COLOUR.findall(window.raw) == []
    with Window(writer, env=environment(writer, COLORTERM="truecolor")) as window:
        window.until(FIELD)
        assert COLOUR.findall(window.raw)


def test_a_terminal_that_knows_only_ascii_gets_nothing_else(writer: Path) -> None:
    plainest = environment(writer, LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    with Window(writer, env=plainest) as window:
        window.until("Is there something else you would ask for?")
        window.settle()
        assert all(byte < 128 for byte in window.raw)
        assert b"\\u" not in window.raw


def test_only_whether_to_animate_may_be_asked_of_textual() -> None:
    given = {
        "TEXTUAL": "debug", "TEXTUAL_LOG": "log", "TEXTUAL_DRIVER": "x:Y", "TEXTUAL_ANIMATIONS": "none", "LINES": "3",
        "NO_COLOR": "1", "HOME": "home",
    }
    clean_environment(given)
    assert given == {"TEXTUAL_ANIMATIONS": "none", "NO_COLOR": "1", "HOME": "home"}
    given["TEXTUAL_ANIMATIONS"] = "evil"
    clean_environment(given)
    assert "TEXTUAL_ANIMATIONS" not in given
