"""Where there is no terminal to draw on, Coach says so in one line and touches nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.tui.guard import NO_TERMINAL
from tests.terminal.window import COACH, Window, environment

Redirect = Callable[[Path], None]


def onto(number: int, path: str, flags: int) -> Redirect:
    """Open a file as this standard stream."""

    def redirect(home: Path) -> None:
        opened = os.open(path.format(home=home), flags, 0o600)
        os.dup2(opened, number)

    return redirect


def into_a_pipe(number: int) -> Redirect:
    """A pipe whose other end is closed, as this standard stream."""

    def redirect(home: Path) -> None:
        read, write = os.pipe()
        os.dup2(write if number else read, number)
        os.close(write)

    return redirect


def closed(number: int) -> Redirect:
    """This standard stream, closed."""
    return lambda home: os.close(number)


REDIRECTED: dict[str, Redirect] = {
    "input from nothing": onto(0, "/dev/null", os.O_RDONLY),
    "input closed": closed(0),
    "input from a pipe at its end": into_a_pipe(0),
    "output into a file": onto(1, "{home}/out", os.O_WRONLY | os.O_CREAT),
    "output closed": closed(1),
}


@pytest.mark.parametrize("how", REDIRECTED)
def test_redirected_it_ends_with_one_line_and_draws_nothing(tmp_path: Path, how: str) -> None:
    with Window(tmp_path, before=lambda: REDIRECTED[how](tmp_path)) as window:
        assert window.ended() == 2
        assert window.raw.decode().strip() == NO_TERMINAL
    assert not (tmp_path / "coach").exists()


def test_errors_into_a_file_hold_one_line_and_no_picture(tmp_path: Path) -> None:
    redirect = onto(2, "{home}/err", os.O_WRONLY | os.O_CREAT)
    with Window(tmp_path, before=lambda: redirect(tmp_path)) as window:
        assert window.ended() == 2
        assert window.raw == b""
    assert (tmp_path / "err").read_text() == NO_TERMINAL + "\n"
    assert not (tmp_path / "coach").exists()


def test_with_no_terminal_at_all_it_ends_at_once_without_loading_the_app(tmp_path: Path) -> None:
    command = [COACH[0], "-X", "importtime", *COACH[1:]]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment(tmp_path), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        start_new_session=True, timeout=60, check=False,
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert done.returncode == 2
    assert said == [NO_TERMINAL]
    assert not {"textual", "rich", "coach.store"} & loaded
