"""Runs the app on an engine: the one door from the command line into Textual."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from coach.tui import guard

if TYPE_CHECKING:
    from coach.engine import Engine
    from coach.tui.app import CoachApp, Opener


def run(ready: Callable[[], tuple[Engine, Opener | None, str]]) -> None:
    """Run until the person leaves, then exit: 0, 1 after an error in Coach, 128 + n after signal n.

    `ready` opens the store: it gives an engine, what opens a store that asks for its passphrase, and the folder.
    Raises PlainError, and opens nothing, when this is no terminal.
    """
    guard.require_terminal()
    guard.clean_environment(os.environ)
    if os.name == "posix":
        import_module("coach.tui.supervisor").supervise()
    guard.tell_only_codes()
    opened = ready()
    app: CoachApp = import_module("coach.tui.app").CoachApp(*opened)
    try:
        code = _run(app)
    finally:
        app.engine.keeper.close()
    sys.exit(code)


def _run(app: CoachApp) -> int:
    """Run the app; its exit code."""
    try:
        app.run()
    except Exception as error:
        app.crash = app.crash or guard.code_of(error)
    finally:
        if app._driver is not None:
            app._driver.close()
    if app.crash:
        guard.tell((guard.STOPPED if app.is_kept else guard.NOT_KEPT).format(code=app.crash))
        return 1
    return app.return_code or 0
