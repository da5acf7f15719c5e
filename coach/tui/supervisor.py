"""A second process that does nothing but wait: when the first one is killed outright, it puts the terminal right.

A killed program cannot tidy up, and a terminal left in raw mode, on the other screen, reporting every move of the
mouse, looks broken to most people. It starts before anything personal is read, so it never holds any of it.
"""

from __future__ import annotations

import os
import signal
import sys
import termios
from typing import Any

from coach.tui import guard

try:
    import ctypes
    import resource
except ImportError:  # a Python built without them: one net less
    ctypes = resource = None  # type: ignore[assignment]

PASSED_ON = (
    signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT, signal.SIGTSTP, signal.SIGUSR1, signal.SIGUSR2,
)
"""Signals to the process that waits, meant for the one that is seen."""

PUT_RIGHT = (
    "\x1b[0m\x1b[?2026l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1004l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?2004l"
    "\x1b[?2048l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""Undoes everything that Textual asks of a terminal: mouse, paste, focus and size reports, keys, other screen."""

KILLED = "Coach was ended from outside (signal {number}). What was saved is safe."

_SET_PARENT_DEATH_SIGNAL, _SET_DUMPABLE = 1, 4


def supervise() -> None:
    """Split in two. Returns in the process that goes on as Coach; the other one waits for it and ends as it ends."""
    before = termios.tcgetattr(0)
    forbid_dumps()
    waiting = os.getpid()
    running = os.fork()
    if running:
        os._exit(_wait_for(running, before))
    _process_control(_SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)
    if os.getppid() != waiting:
        os._exit(128 + signal.SIGTERM)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def forbid_dumps() -> None:
    """No memory of this process and its children in a core file, or in the hands of another process."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _process_control(_SET_DUMPABLE, 0)


def _process_control(what: int, value: int) -> None:
    if sys.platform == "linux" and ctypes is not None:
        ctypes.CDLL(None).prctl(what, value, 0, 0, 0)


def _wait_for(running: int, before: list[Any]) -> int:
    """Wait, stop and go on together with the other process; then its exit code, 128 + n after signal n."""

    def pass_on(number: int, _: object) -> None:
        os.kill(running, number)

    for number in PASSED_ON:
        signal.signal(number, pass_on)
    while os.WIFSTOPPED(status := os.waitpid(running, os.WUNTRACED)[1]):
        os.kill(os.getpid(), signal.SIGSTOP)
        os.kill(running, signal.SIGCONT)
    for number in (*PASSED_ON, signal.SIGTTOU):
        signal.signal(number, signal.SIG_IGN)
    code = os.waitstatus_to_exitcode(status)
    _put_right(before, -code)
    return code if code >= 0 else 128 - code


def _put_right(before: list[Any], killed_by: int) -> None:
    try:
        termios.tcsetattr(0, termios.TCSANOW, before)
        if killed_by > 0:
            os.write(2, PUT_RIGHT.encode())
    except (OSError, termios.error):
        return  # the window is gone
    if killed_by > 0:
        guard.tell(KILLED.format(number=killed_by))
