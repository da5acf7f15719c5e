"""Answers to read: the question in short words, the answer beside it, and a cursor on the one to change."""

from __future__ import annotations

import textwrap

from textual.content import Content

from coach.core.bars import EMPTY, FULL
from coach.core.text import printable
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
        answer = _wrapped(row.note, width - label) or [""]
        lines: list[Content] = []
        if width >= NARROW:
            question = _wrapped(row.label, label - 3)
            question += [""] * (len(answer) - len(question))
            answer += [""] * (len(question) - len(answer))
            for number, (left, right) in enumerate(zip(question, answer, strict=True)):
                head = padded((pointer if not number else "  ") + left, label)
                lines.append(joined((head, f"$quiet{on}"), *_answer(padded(right, width - label), on)))
        else:
            lines.append(joined((padded(pointer + row.label, width), f"$quiet{on}")))
            lines += [joined(("  ", on), *_answer(padded(text, width - 2), on)) for text in answer]
        trail = _wrapped(row.right, width - label)
        return [*lines, *(joined((padded(" " * label + text, width), f"$quiet{on}")) for text in trail)]


def _answer(text: str, on: str) -> list[tuple[str, str]]:
    """The answer's line; a bar in it has its own colour."""
    cut = len(text) - len(text.lstrip(FULL + EMPTY))
    return [(text[:cut], f"$bar{on}"), (text[cut:], f"$foreground{on}")]


def _wrapped(text: str, width: int) -> list[str]:
    lines = printable(text).split("\n") if text else []
    return [part for line in lines for part in textwrap.wrap(line, max(12, width)) or [""]]
