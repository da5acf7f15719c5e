"""The last step before the terminal: text to bytes, with nothing in it that reaches beyond the screen."""

from __future__ import annotations

import os
import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from coach.core.text import REPLACEMENT

BEYOND_THE_SCREEN = re.compile(
    "\x1b[\\]PX^_k][^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?"
    "|\x1b(?![\\[])"
    "|[\x00-\x09\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]"
)
"""Titles, clipboard, links, pictures, bells: everything that is neither text nor `ESC [`, which draws and moves."""

STEERS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def quiet(data: str) -> str:
    """Terminal output without anything that reaches beyond the screen."""
    return BEYOND_THE_SCREEN.sub("", data)


class NoSteering(LineFilter):
    """Takes what would steer the terminal out of every line of every widget, without changing its width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line, with U+FFFD for what took a cell and nothing for what took none."""
        if not any(STEERS.search(text) for text, _, _ in segments):
            return segments
        return [Segment(STEERS.sub(_replaced, text), style, control) for text, style, control in segments]


def _replaced(match: re.Match[str]) -> str:
    return REPLACEMENT * cell_len(match.group())


class Output:
    """Writes to a terminal, in UTF-8. Once the window is gone it takes everything and does nothing."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._waiting: list[bytes] = []

    def fileno(self) -> int:
        """The number of the open file."""
        return self._number

    def write(self, text: str) -> int:
        """Take text; it is written by `flush`."""
        self._waiting.append(text.encode(errors="replace"))
        return len(text)

    def flush(self) -> None:
        """Write what was taken."""
        data = b"".join(self._waiting)
        self._waiting.clear()
        while data:
            try:
                data = data[os.write(self._number, data) :]
            except OSError:
                return
