"""When it is plain mode, and that one line tells how to change it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from coach.choosing import Reason, wants_plain
from coach.library import Library

DRAWS = {"TERM": "xterm-256color"}


def test_the_drawn_app_runs_where_it_can_be_drawn() -> None:
    assert wants_plain(False, DRAWS) is None
    assert wants_plain(False, {}) is None


@pytest.mark.parametrize(("flag", "env", "setting", "encoding", "reason"), [
    (True, DRAWS, False, "utf-8", Reason.FLAG),
    (True, {"TERM": "dumb"}, True, "ascii", Reason.FLAG),
    (False, {**DRAWS, "COACH_PLAIN": "1"}, False, "utf-8", Reason.ENV),
    (False, {**DRAWS, "COACH_PLAIN": " yes "}, False, "utf-8", Reason.ENV),
    (False, {"TERM": "dumb"}, False, "utf-8", Reason.DUMB),
    (False, {"TERM": "dumb", "COACH_PLAIN": "0"}, False, "utf-8", Reason.DUMB),
    (False, {"TERM": "unknown"}, False, "utf-8", Reason.TERMINAL),
    (False, DRAWS, False, "ascii", Reason.TERMINAL),
    (False, DRAWS, False, None, Reason.TERMINAL),
    (False, DRAWS, True, "UTF-8", Reason.SETTING),
    (False, {**DRAWS, "COACH_PLAIN": ""}, True, "utf-8", Reason.SETTING),
])
def test_plain_mode_is_chosen(
    flag: bool, env: dict[str, str], setting: bool, encoding: str | None, reason: Reason
) -> None:
    assert wants_plain(flag, env, setting, encoding) is reason


@pytest.mark.parametrize("off", ["0", "no", "off", "FALSE"])
def test_what_settings_say_can_be_overruled_for_once(off: str) -> None:
    assert wants_plain(False, {**DRAWS, "COACH_PLAIN": off}, setting=True) is None


@pytest.mark.parametrize("reason", Reason)
def test_one_line_says_how_to_change_it(reason: Reason, library: Library) -> None:
    line = library.strings["plain"][f"by_{reason}"]
    assert line.startswith("This is plain mode")
    assert any(word in line for word in ("--plain", "COACH_PLAIN", "settings", "terminal", "TERM"))


@pytest.mark.parametrize("arguments", [["--plain"], []])
def test_without_a_terminal_it_says_so_in_one_line_and_exits_with_2(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coach", *arguments], input="1\n", capture_output=True, text=True, timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "terminal" in done.stderr
    assert len(done.stderr.splitlines()) == 1
