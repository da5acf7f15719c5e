"""Two columns of bars: what was expected, and what happened."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

import msgspec
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from coach.core.bars import bar
from coach.core.text import printable
from coach.tui.text import joined, plain

BAR = 15


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A bar with its number, or words in its place."""

    value: int | None = None
    words: str = ""


class PairRow(msgspec.Struct, frozen=True, kw_only=True):
    """One thing, before and after."""

    label: str
    left: Cell = Cell()
    right: Cell = Cell()


class Pairs(Widget):
    """Rows of two cells beside a label; narrow windows put the cells below it."""

    def __init__(self, heads: tuple[str, str], rows: tuple[PairRow, ...]) -> None:
        super().__init__()
        self._heads = heads
        self._rows = rows

    def _columns(self, width: int) -> tuple[int, int]:
        label = max(14, min(24, width - 2 * (BAR + 8)))
        return label, max(12, (width - label) // 2)

    def _lines(self, width: int) -> list[Content]:
        label, column = self._columns(width)
        head = joined((" " * label, ""), (self._heads[0].ljust(column), "$quiet"), (self._heads[1], "$quiet"))
        lines = [head]
        for row in self._rows:
            columns = (
                [plain(text) for text in textwrap.wrap(printable(row.label), label - 2)[:4]],
                self._cell(row.left, column, "$bar"),
                self._cell(row.right, column, "$bar-after"),
            )
            widths = (label, column, column)
            for parts in zip_longest(*columns, fillvalue=plain("")):
                padded = [part.pad_right(width - part.cell_length) for part, width in zip(parts, widths, strict=True)]
                lines.append(Content("").join(padded))
        return lines

    def _cell(self, cell: Cell, column: int, style: str) -> list[Content]:
        """A bar with its number on one line, or words on as many as they need."""
        if cell.value is None:
            return [plain(text) for text in textwrap.wrap(printable(cell.words), column - 1)]
        return [joined((bar(cell.value, min(BAR, column - 6)), style), f" {cell.value}")]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the labels need."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """Heads, then rows."""
        return Content("\n").join(self._lines(self.size.width))
