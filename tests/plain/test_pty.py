"""Plain mode in a real pseudo-terminal: left, broken off, put to sleep, killed, and what is there afterwards."""

from __future__ import annotations

import io
import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from coach.core.records import Draft, History
from coach.engine import FormName
from coach.library import Library
from coach.store import Store
from tests.support import walk
from tests.support.clock import MORNING, FrozenClock

pexpect = pytest.importorskip("pexpect")

PATIENCE = 20
ROOT = Path(__file__).resolve().parents[2]
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
STYLED = re.compile(r"\x1b\[[0-9;]*m")
LEFT = "Everything is saved. Come back whenever you like."


class Run:
    """Coach in a pseudo-terminal of 60 columns, on a folder of its own."""

    def __init__(self, home: Path, *arguments: str, term: str = "xterm-256color", shell: bool = False) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("COACH_", "PYTEST_"))}
        env = {
            **kept, "HOME": str(home), "COACH_HOME": str(home / "coach"), "XDG_STATE_HOME": str(home / "state"),
            "TERM": term, "PYTHONPATH": str(ROOT), "PS1": "shell> ",
        }
        command = [sys.executable, "-m", "coach", *arguments]
        if shell:
            self.child = pexpect.spawn("bash", ["--norc", "--noprofile", "-i"], dimensions=(24, 60), env=env,
                                       encoding="utf-8", timeout=PATIENCE)
            self.child.expect_exact("shell> ")
            self.child.sendline(" ".join(command))
        else:
            self.child = pexpect.spawn(command[0], command[1:], dimensions=(24, 60), env=env, encoding="utf-8",
                                       timeout=PATIENCE)
        self.home = home

    def type(self, *lines: str) -> None:
        """Type lines, each once it is asked for."""
        for line in lines:
            self.child.expect(r"(Answer|Number|Numbers|Line \d+):")
            self.child.sendline(line)

    def until(self, text: str) -> str:
        """Read on until this is told; what was told before it."""
        self.child.expect_exact(text)
        return str(self.child.before)

    def end(self) -> int:
        """Wait until it has ended; its exit code."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)

    @property
    def history(self) -> History:
        """What is saved now. Only when Coach has ended."""
        store = Store.open(self.home / "coach", self.home / "state" / "coach", now=MORNING)
        try:
            return store.history
        finally:
            store.close()


@pytest.fixture
def home(tmp_path: Path, library: Library) -> Iterator[Path]:
    """Somebody who is out with an ask, and was asked how it went: the next question is a longer text."""
    folder = tmp_path / "home"
    folder.mkdir()
    clock = FrozenClock()
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    attempt = walk.out(engine)
    engine.begin(FormName.AFTER, attempt).answer("no")
    store = Store.open(folder / "coach", folder / "state" / "coach", now=clock.now())
    history = engine.history
    store.commit([each for table in history.__struct_fields__ for each in getattr(history, table)], now=clock.now())
    store.close()
    yield folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A home folder of somebody new."""
    folder = tmp_path / "new"
    folder.mkdir()
    return folder


def draft(history: History) -> Draft:
    return history.of(Draft)[-1]


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_first_visit_is_typed_line_by_line_and_left_safely(new: Path, term: str) -> None:
    run = Run(new, *(["--plain"] if term != "dumb" else []), term=term)
    run.type("1", "yes", "some days", "2", "q")
    told = run.until(LEFT)
    assert run.end() == 0
    assert "Staying safe" not in told
    assert draft(run.history).answers == {"adult": "yes", "low_mood": 1, "no_interest": 1}


def test_what_is_typed_is_written_once_and_never_drawn_again(new: Path) -> None:
    run = Run(new, "--plain")
    run.until("Answer:")
    run.child.send("leave me be")
    run.until("leave me be")
    run.child.send("\r")
    after_enter = run.until("That is none of the answers.")
    assert not re.search("[a-z]{2}", ESCAPES.sub("", after_enter))
    run.type("q")
    run.until(LEFT)
    assert run.end() == 0


def test_no_colour_is_ever_sent(new: Path) -> None:
    run = Run(new, "--plain")
    seen = run.child.logfile_read = io.StringIO()
    run.type("1", "?", "q")
    run.until(LEFT)
    run.end()
    assert set(STYLED.findall(seen.getvalue())) <= {"\x1b[0m"}


def test_ctrl_c_keeps_the_letters_of_the_line_and_the_next_start_goes_on(home: Path) -> None:
    run = Run(home, "--plain")
    run.type("She looked up")
    run.until("Line 2:")
    run.child.send("and then sh\x03")
    run.until(LEFT)
    assert run.end() == 0
    assert draft(run.history).typed == "She looked up\nand then sh"
    again = Run(home, "--plain")
    assert "You were here last time." in again.until("You had begun to write:") + str(again.child.after)
    again.until("and then sh")
    again.type("e smiled", ".", "q")
    again.until(LEFT)
    again.end()
    assert draft(again.history).answers["happened"] == "She looked up\nand then sh\ne smiled"


def test_ctrl_d_ends_a_longer_text_and_leaves_at_the_next_question(home: Path) -> None:
    run = Run(home, "--plain")
    run.type("She looked up")
    run.until("Line 2:")
    run.child.send("\x04")
    run.until("How did the other person seem?")
    run.until("Answer:")
    run.child.send("\x04")
    run.until(LEFT)
    assert run.end() == 0
    assert draft(run.history).answers["happened"] == "She looked up"


@pytest.mark.parametrize(("how", "kept"), [
    (signal.SIGKILL, "She looked up"),
    (signal.SIGTERM, "She looked up\nand th"),
    (signal.SIGHUP, "She looked up\nand th"),
])
def test_killed_in_the_middle_no_line_is_lost(how: signal.Signals, kept: str, home: Path) -> None:
    run = Run(home, "--plain")
    run.type("She looked up")
    run.until("Line 2:")
    run.child.send("and th")
    run.until("and th")
    run.child.kill(how)
    run.end()
    assert draft(run.history).typed == kept
    again = Run(home, "--plain")
    again.until("You were here last time.")
    again.type("q")
    again.until(LEFT)
    assert again.end() == 0


def test_a_window_that_is_closed_loses_no_line(home: Path) -> None:
    run = Run(home, "--plain")
    run.type("She looked up")
    run.until("Line 2:")
    os.close(run.child.child_fd)
    _, status = os.waitpid(run.child.pid, 0)
    run.child.closed = True
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGHUP)
    assert draft(run.history).typed == "She looked up"


def remember_plain(home: Path) -> None:
    """Plain mode, as chosen in settings."""
    store = Store.open(home / "coach", home / "state" / "coach", now=MORNING)
    settings = store.history.settings[-1]
    store.commit([msgspec.structs.replace(settings, plain=True)], now=MORNING)
    store.close()


@pytest.mark.parametrize(("term", "arguments"), [
    ("xterm-256color", ["--plain"]), ("dumb", ["--plain"]), ("xterm-256color", []),
])
def test_ctrl_z_puts_it_to_sleep_and_it_goes_on_where_it_was(home: Path, term: str, arguments: list[str]) -> None:
    remember_plain(home)
    run = Run(home, *arguments, term=term, shell=True)
    run.type("She looked up")
    run.until("Line 2:")
    run.child.send("\x1a")
    run.until("Stopped")
    run.until("shell> ")
    run.child.sendline("fg")
    run.child.sendline("and smiled")
    run.type(".")
    run.type("q")
    run.until(LEFT)
    run.until("shell> ")
    run.child.sendline("exit")
    run.child.expect(pexpect.EOF)
    assert draft(run.history).answers["happened"] == "She looked up\nand smiled"


def test_what_settings_say_is_remembered_at_the_next_start(new: Path) -> None:
    first = Run(new, "--plain")
    first.type("1", "q")
    first.until(LEFT)
    first.end()
    remember_plain(new)
    again = Run(new)
    again.until("line by line, as settings say")
    again.type("q")
    again.until(LEFT)
    assert again.end() == 0
