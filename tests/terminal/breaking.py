"""Coach with one fault in it: `python -m tests.terminal.breaking PLACE`.

The error's message and the variables around it hold what nobody else may read.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from typing import Any, NoReturn

from coach import cli
from coach.commands import opening
from coach.tui.app import CoachApp
from coach.tui.screens.keys import KeysScreen
from coach.tui.screens.question import QuestionScreen
from coach.tui.widgets.frame import TopLine

SECRET = "secret-in-a-variable"


def fail(*_: Any) -> NoReturn:
    """The fault."""
    secret = SECRET
    raise ValueError(f"{secret} [red]")


def put(owner: Any, name: str, value: Any = fail) -> None:
    """Replace a part of Coach."""
    setattr(owner, name, value)


async def fail_later() -> NoReturn:
    """The fault, in a worker."""
    fail()


def on_key(what: str) -> Any:
    """What F2 does, instead of telling why a question is asked."""

    def action_why(self: QuestionScreen) -> None:
        match what:
            case "handler":
                fail()
            case "worker":
                self.run_worker(fail_later(), name=SECRET)
            case "thread worker":
                self.run_worker(fail, thread=True)
            case "thread":
                threading.Thread(target=fail, name=SECRET).start()
            case "callback":
                asyncio.get_running_loop().call_soon(fail)
            case "timer":
                self.set_timer(0.01, fail)
            case "refresh":
                self.call_after_refresh(fail)
            case "render":
                put(TopLine, "render")
                self.query_one(TopLine).refresh()
            case "compose":
                put(KeysScreen, "body")
                self.coach.action_keys()
            case "keeping":
                put(QuestionScreen, "keep_typed")
                fail()

    return action_why


PLACES = (
    "handler", "worker", "thread worker", "thread", "callback", "timer", "refresh", "render", "compose", "unmount",
)
"""Faults that come with F2, while something is typed."""

BEFORE = ("opening", "start")
"""Faults before anything is drawn."""


def main(place: str) -> None:
    """Put the fault in, and start."""
    if place == "opening":
        put(opening, "ready")
    elif place == "start":
        put(CoachApp, "__init__")
    elif place == "unmount":
        put(CoachApp, "on_unmount")
        put(QuestionScreen, "action_why", lambda self: self.coach.action_leave())
    else:
        put(QuestionScreen, "action_why", on_key(place))
    cli.main([])


if __name__ == "__main__":
    main(sys.argv[1])
