"""What is made sure of before anything is drawn: a real terminal, no switches of others, errors that tell nothing.

It knows nothing of Textual, which reads its switches from the environment when it is imported.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType

from coach.core.errors import PlainError

NO_TERMINAL = "Coach draws on a terminal. Please start it in one, with nothing redirected, or try: coach --plain"
STOPPED = "Coach had to stop. What was saved is safe. Code: {code}"
NOT_KEPT = "Coach had to stop. What was saved is safe, but the words typed last could not be kept. Code: {code}"

OWN = str(Path(__file__).resolve().parents[1])
ANIMATIONS = ("none", "basic", "full")
SIZES = ("COLUMNS", "LINES")
"""Variables that some programs believe more than the terminal itself."""


def require_terminal() -> None:
    """Raise PlainError unless input, output and error output all are a terminal: the screen is drawn on the last."""
    if not all(os.isatty(number) for number in (0, 1, 2)):
        raise PlainError(NO_TERMINAL, "usage")
    for number in (0, 1, 2):
        os.set_blocking(number, True)


def clean_environment(environment: MutableMapping[str, str]) -> None:
    """Take out every switch that makes Textual write files, load code or press keys. Whether it animates may stay."""
    for name in list(environment):
        animates = name == "TEXTUAL_ANIMATIONS" and environment[name].lower() in ANIMATIONS
        if (name.startswith("TEXTUAL") and not animates) or name in SIZES:
            del environment[name]


def code_of(error: BaseException) -> str:
    """Which error, and where, as in `ValueError at home.py:123`. Never its message, which may quote what was written.

    The place is the last one in Coach's own code, or the last of all when there is none.
    """
    found, at = "", error.__traceback__
    is_own = False
    while at is not None:
        name = at.tb_frame.f_code.co_filename
        if name.startswith(OWN) or not is_own:
            is_own = name.startswith(OWN)
            found = f"{Path(name).name}:{at.tb_lineno}"
        at = at.tb_next
    return f"{type(error).__name__} at {found}" if found else type(error).__name__


def tell(line: str) -> None:
    """One line to the person, if there is still somewhere to write it."""
    try:
        os.write(2, f"{line}\n".encode("ascii", "replace"))
    except OSError:
        return


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        tell(STOPPED.format(code=code_of(error)))


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
        tell(STOPPED.format(code=code_of(args.exc_value)))


def tell_only_codes() -> None:
    """From here on no traceback, warning or log line of any library is written: each may hold what was typed."""
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    sys.unraisablehook = lambda _: None
    logging.disable()
