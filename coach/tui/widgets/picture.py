"""A picture made of text. Colour only repeats what the marks say already."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textual.content import Content

from coach.core.bars import EMPTY, FULL
from coach.core.charts import AFTER, BEFORE, BOTH, LINE, TICK
from coach.tui.text import joined, plain

STYLES = {
    FULL: "$bar", EMPTY: "$rule", LINE: "$rule", TICK: "$rule",
    BEFORE: "$bar", AFTER: "$bar-after", BOTH: "$bar-after",
}


def picture(lines: Sequence[str]) -> Content:
    """The lines with each kind of mark in its colour."""
    return Content("\n").join([coloured(line) for line in lines])


def coloured(line: str) -> Content:
    """One line with each kind of mark in its colour; a heading in capitals is quiet."""
    if line.isupper():
        return plain(line, "$quiet")
    return joined(*(("".join(run), style) for style, run in groupby(line, lambda mark: STYLES.get(mark, ""))))
