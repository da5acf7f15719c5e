"""Two columns of bars: what was expected, and what happened."""

from __future__ import annotations

import textwrap

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
            texts = textwrap.wrap(printable(row.label), label - 2)[:4] or [""]
            cells = joined(
                self._cell(row.left, column, "$bar"), self._cell(row.right, column, "$bar-after")
            )
            lines.append(joined((texts[0].ljust(label), ""), cells))
            lines += [plain(text) for text in texts[1:]]
        return lines

    def _cell(self, cell: Cell, column: int, style: str) -> Content:
        if cell.value is None:
            return plain(cell.words.ljust(column))
        width = min(BAR, column - 6)
        number = f" {cell.value}"
        return joined((bar(cell.value, width), style), (number.ljust(column - width), ""))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the labels need."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """Heads, then rows."""
        return Content("\n").join(self._lines(self.size.width))
