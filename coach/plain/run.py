"""Runs plain mode on an engine: the one door from the command line."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from coach.engine import Engine
from coach.engine.ports import ShutKeeper
from coach.plain.guide import Guide, Left
from coach.plain.locking import Opener, unlock
from coach.plain.terminal import Terminal, terminal_for
from coach.plain.views import VIEWS

ENDING = ("SIGTERM", "SIGHUP")
"""Signals that end Coach as Ctrl+C does, with everything kept."""


def run(
    engine: Engine, opener: Opener | None = None, folder: str = "", reason: str = "flag",
    terminal: Terminal | None = None,
) -> int:
    """Run until the person leaves; the exit code. `reason` says why it is plain mode, to tell how to change it."""
    guide = Guide(engine, terminal or terminal_for(os.environ.get("TERM", "")), VIEWS, folder)
    try:
        with _ended_kindly():
            _run(guide, opener, reason)
    finally:
        guide.engine.keeper.close()
    return 0


def _run(guide: Guide, opener: Opener | None, reason: str) -> None:
    with suppress(EOFError):
        guide.tell(guide.plain(f"by_{reason}"), guide.plain("how"))
        guide.marks()
        guide.tell(guide.plain("how_long"))
    if isinstance(guide.engine.keeper, ShutKeeper) and opener is not None:
        try:
            guide.engine = unlock(guide, opener)
        except Left:
            return
    guide.run()


@contextmanager
def _ended_kindly() -> Iterator[None]:
    """While this runs, being told to end is the same as Ctrl+C."""
    before: dict[int, Callable[..., object] | int | None] = {}
    for name in ENDING:
        number = getattr(signal, name, None)
        if number is not None:
            before[number] = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
