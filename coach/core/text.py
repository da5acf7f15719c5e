"""Making any text safe to show: stored, pasted and imported text may hold characters that steer a terminal."""

from __future__ import annotations

import re
import unicodedata

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

REPLACEMENT = "\ufffd"


def printable(text: str) -> str:
    """The text with every character that could steer a terminal replaced. Line feeds stay; tabs become spaces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return _STEERING.sub(REPLACEMENT, lines)


def one_line(text: str) -> str:
    """Printable, with line breaks turned into spaces."""
    return " ".join(printable(text).split())


def shortened(text: str, width: int) -> str:
    """One printable line of at most `width` cells, ending in an ellipsis when something was left out."""
    if width <= 0:
        return ""
    line = one_line(text)
    if cells(line) <= width:
        return line
    kept = ""
    for letter in line:
        if cells(kept + letter) > width - 1:
            break
        kept += letter
    return kept.rstrip() + "…"


def cells(text: str) -> int:
    """How many columns the text takes in a terminal, nearly: wide letters count two, marks none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
