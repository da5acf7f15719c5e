"""Answers to read: the question in short words, the answer beside it, and a cursor on the one to change."""

from __future__ import annotations

import textwrap

from textual.content import Content

from coach.core.text import printable, shortened
from coach.tui.text import joined
from coach.tui.widgets.choices import Choices, Row
from coach.tui.widgets.roll import padded

LABEL, SHORT_LABEL = 31, 24
ROOMY, NARROW = 68, 46
"""Below the second width an answer stands under its question."""


class Answers(Choices):
    """Rows of question (`label`), answer (`note`) and trail (`right`), under the headings of their sections."""

    def _lines(self, width: int) -> list[tuple[int, Content]]:
        return [(row, part) for row, line in super()._lines(width) for part in line.split("\n", allow_blank=True)]

    def _row_lines(self, index: int, row: Row, width: int) -> list[Content]:
        here = index == self.at and (self.has_focus or self.pointed)
        on = " on $picked" if here else ""
        pointer = "▸ " if here else "  "
        label = LABEL if width >= ROOMY else SHORT_LABEL if width >= NARROW else 2
        wrapped = _wrapped(row.note, width - label) or [""]
        lines: list[Content] = []
        if width >= NARROW:
            head = padded(pointer + shortened(row.label, label - 3), label)
            first = padded(wrapped.pop(0), width - label)
            lines.append(joined((head, f"$quiet{on}"), (first, f"$foreground{on}")))
        else:
            lines.append(joined((padded(pointer + row.label, width), f"$quiet{on}")))
        for texts, style in ((wrapped, "$foreground"), (_wrapped(row.right, width - label), "$quiet")):
            lines += [joined((padded(" " * label + text, width), f"{style}{on}")) for text in texts]
        return lines


def _wrapped(text: str, width: int) -> list[str]:
    lines = printable(text).split("\n") if text else []
    return [part for line in lines for part in textwrap.wrap(line, max(12, width)) or [""]]
