"""Where plain mode writes and reads: a line once written is never drawn again, for those who hear or feel it."""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Callable
from getpass import getpass
from importlib import import_module
from time import monotonic
from typing import Any, Protocol, TextIO

from coach.core.text import printable

WIDEST, NARROWEST = 76, 20
KEEP_EVERY = 1.0
"""Seconds between two looks at a line that is being typed."""

Keep = Callable[[str], None]
"""Takes what stands in a line that is not finished yet."""

_HEAD = re.compile(r"\s*(?:\d+\.|s\.)? *")
_GAP_IN_NUMBER = re.compile(r"(?<=\d) (?=\d)")
_JOINED = "\u00a0"
_ASCII = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "…": "...", "·": "-", "–": "-", "→": "to"})


def nothing(text: str) -> None:
    """Keeps nothing."""


class Terminal(Protocol):
    """What plain mode needs of a terminal. `ask` and `secret` raise EOFError and KeyboardInterrupt."""

    def write(self, text: str) -> None:
        """Static text, wrapped; a line feed ends each line."""
        ...

    def ask(self, label: str, start: str = "", keep: Keep = nothing) -> str:
        """One typed line. `start` stands in it already where that can be done; `keep` sees it while it is typed."""
        ...

    def secret(self, label: str) -> str:
        """One line that is typed unseen."""
        ...


def wrapped(text: str, width: int) -> list[str]:
    """Printable lines of at most `width` columns; the text of a numbered line stays right of its number.

    The digits of a phone number stay on one line; a word that is too long, such as an address, is not cut.
    """
    lines: list[str] = []
    for line in printable(text).split("\n"):
        head = _HEAD.match(line)
        hang = " " * (len(head.group()) if head else 0)
        parts = textwrap.wrap(
            _GAP_IN_NUMBER.sub(_JOINED, line), width, subsequent_indent=hang, break_long_words=False,
            break_on_hyphens=False,
        )
        lines += [part.replace(_JOINED, " ") for part in parts] or [""]
    return lines


class Bare:
    """Reads with nothing but `input`: for TERM=dumb. What is typed in a line is known only once it is ended."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._can_all = (stream.encoding or "").lower().replace("-", "").startswith("utf")

    @property
    def width(self) -> int:
        """Columns to write in."""
        try:
            columns = os.get_terminal_size(self._stream.fileno()).columns
        except (OSError, ValueError):
            columns = WIDEST
        return max(NARROWEST, min(columns or WIDEST, WIDEST))

    def write(self, text: str) -> None:
        """Static text. A terminal that is gone is the same as the end of what is typed."""
        whole = "".join(f"{line}\n" for line in wrapped(text, self.width))
        if not self._can_all:
            encoding = self._stream.encoding or "ascii"
            whole = whole.translate(_ASCII).encode(encoding, "replace").decode(encoding)
        try:
            self._stream.write(whole)
            self._stream.flush()
        except OSError as error:
            raise EOFError from error

    def ask(self, label: str, start: str = "", keep: Keep = nothing) -> str:
        """One line."""
        try:
            return printable(input(f"{label} "))
        except OSError as error:
            raise EOFError from error
        except (EOFError, KeyboardInterrupt):
            self.write("")
            raise

    def secret(self, label: str) -> str:
        """One line that is not shown."""
        return getpass(f"{label} ", self._stream)


class Prompting(Bare):
    """Reads with questionary, which is loaded at the first question: for every terminal that can do more."""

    def ask(self, label: str, start: str = "", keep: Keep = nothing) -> str:
        """One line; what stands in it is kept while it is typed, and when it is broken off."""
        return printable(self._run("text", label, start, keep))

    def secret(self, label: str) -> str:
        """One line that shows as stars."""
        return self._run("password", label, "", nothing)

    def _run(self, kind: str, label: str, start: str, keep: Keep) -> str:
        questionary = import_module("questionary")
        output = import_module("prompt_toolkit.output").create_output(self._stream)
        output.enable_cpr = False  # a terminal that does not answer would be told so in the middle of a question
        question = getattr(questionary, kind)(
            label, default=start, qmark="", enable_suspend=True, output=output,
            style=questionary.Style([(name, "noinherit") for name in ("qmark", "question", "answer", "text")]),
        )
        application = question.application
        write_once(application)
        buffer = application.current_buffer
        buffer.on_text_changed += _now_and_then(keep)
        try:
            answer: str = question.unsafe_ask()
        except (EOFError, KeyboardInterrupt):
            if buffer.text:
                keep(printable(buffer.text))
            raise
        return answer


def _now_and_then(keep: Keep) -> Callable[[Any], None]:
    last = monotonic()

    def changed(buffer: Any) -> None:
        nonlocal last
        if buffer.text and monotonic() - last >= KEEP_EVERY:
            last = monotonic()
            keep(printable(buffer.text))

    return changed


def write_once(application: Any) -> None:
    """End a prompt without writing it again: what is on the terminal already would be read out a second time."""
    renderer = application.renderer
    render = renderer.render

    def render_change(app: Any, layout: Any, is_done: bool = False) -> None:
        if is_done:
            app.exit_style = ""
            app.current_buffer.cursor_position = len(app.current_buffer.text)
        render(app, layout)
        if is_done:
            renderer.output.write_raw("\r\n")
            renderer.output.flush()

    renderer.render = render_change


def terminal_for(term: str, stream: TextIO | None = None) -> Terminal:
    """The terminal to use: `term` is what the environment calls it."""
    stream = stream or sys.stdout
    return Bare(stream) if term in ("dumb", "unknown") else Prompting(stream)
