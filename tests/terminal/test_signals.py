"""Coach ends well however it is ended: what was typed is kept, the terminal is usable, and nothing stays behind."""

from __future__ import annotations

import os
import shlex
import signal
import time
from pathlib import Path

import pytest

from tests.terminal import people
from tests.terminal.conftest import FIELD
from tests.terminal.window import BACK, COACH, OTHER_SCREEN, Window, children, is_gone

WORDS = "a seat by the window"


def cpu_seconds(pid: int) -> float:
    """Processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_keeps_what_was_typed_and_leaves_the_terminal_as_it_was(
    window: Window, writer: Path, number: signal.Signals
) -> None:
    window.send(WORDS)
    window.until(WORDS)
    running = window.running()
    os.kill(window.process.pid, number)
    assert window.ended() == 128 + number
    window.assert_clean()
    assert is_gone(running)
    assert people.typed(writer) == WORDS


def test_a_signal_to_the_app_itself_is_no_different(window: Window, writer: Path) -> None:
    window.send(WORDS)
    window.until(WORDS)
    os.kill(window.running(), signal.SIGTERM)
    assert window.ended() == 128 + signal.SIGTERM
    window.assert_clean()
    assert people.typed(writer) == WORDS


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_the_terminal_is_usable_after_the_app_is_killed_outright(window: Window, number: signal.Signals) -> None:
    os.kill(window.running(), number)
    assert window.ended() == 128 + number
    window.assert_clean()
    assert window.after().strip() == f"Coach was ended from outside (signal {number}). What was saved is safe."


def test_the_app_leaves_when_the_process_that_waits_for_it_is_killed(writer: Path) -> None:
    with Window(writer, ("sh", "-c", f"{shlex.join(COACH)}; exec sleep 60")) as window:
        window.until(FIELD)
        window.send(WORDS)
        window.until(WORDS)
        (waiting,) = children(window.process.pid)
        (running,) = children(waiting)
        os.kill(waiting, signal.SIGKILL)
        assert is_gone(running)
        window.settle()
        window.assert_clean()
    assert people.typed(writer) == WORDS


@pytest.mark.parametrize("before", [None, lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)])
def test_a_closed_window_leaves_nothing_behind(writer: Path, before: object) -> None:
    with Window(writer, before=before) as window:  # type: ignore[arg-type]
        window.until(FIELD)
        window.send(WORDS)
        window.until(WORDS)
        running = window.running()
        window.close()
        assert window.ended(10) == 128 + signal.SIGHUP
        assert is_gone(running, 3)
    assert people.typed(writer) == WORDS


def test_a_terminal_that_takes_no_output_does_not_hold_it_up(window: Window, writer: Path) -> None:
    window.send(WORDS)
    window.until(WORDS)
    running = window.running()
    window.freeze()
    window.send(".")
    os.kill(window.process.pid, signal.SIGTERM)
    assert window.ended(10) == 128 + signal.SIGTERM
    assert is_gone(running)
    assert people.typed(writer).startswith(WORDS)


def test_waiting_costs_next_to_nothing(window: Window) -> None:
    begun, at = [cpu_seconds(pid) for pid in window.family()], time.monotonic()
    window.watch(1.5)
    used = sum(cpu_seconds(pid) for pid in window.family()) - sum(begun)
    assert used < 0.2 * (time.monotonic() - at)


def test_stopped_and_started_again_it_hides_meanwhile_and_goes_on(window: Window) -> None:
    window.send(WORDS)
    window.until(WORDS)
    os.kill(window.process.pid, signal.SIGTSTP)
    stopped = time.monotonic() + 10
    while BACK not in window.raw and time.monotonic() < stopped:
        window.read(0.1)
    window.settle()
    assert window.raw.rfind(BACK) > window.raw.rfind(OTHER_SCREEN)
    window.assert_clean()
    os.killpg(window.process.pid, signal.SIGCONT)
    window.until("hidden")
    window.send("\r")
    window.until(WORDS)
    window.send(" at noon")
    window.until(WORDS + " at noon")


def test_after_a_stop_that_cannot_be_noticed_it_takes_the_terminal_back(window: Window) -> None:
    running = window.running()
    os.kill(running, signal.SIGSTOP)
    at = time.monotonic() + 10
    while Path(f"/proc/{window.process.pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
        assert time.monotonic() < at, "the waiting process did not stop with it"
        time.sleep(0.02)
    time.sleep(0.6)
    os.killpg(window.process.pid, signal.SIGCONT)
    window.until("hidden")
    window.send("\r")
    window.until(FIELD)
    window.send(WORDS)
    window.until(WORDS)
