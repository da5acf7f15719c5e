"""A line of filters, each with its key: what is asked of a list, at a glance and to click."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from coach.core.text import cells
from coach.tui.text import clickable, joined, plain

BETWEEN = 3
TICK = " ✓"
"""Marks a filter that is on, so that colour is not alone in saying so."""


class Chip(msgspec.Struct, frozen=True, kw_only=True):
    """One filter: its key, what it says now, and whether it is on."""

    key: str
    words: str
    is_on: bool = False

    @property
    def width(self) -> int:
        """How many columns it takes."""
        return cells(self.key) + 1 + cells(self.words) + (len(TICK) if self.is_on else 0)


class Chips(Widget):
    """Filters side by side, in as many lines as they need."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._chips: tuple[Chip, ...] = ()

    def show(self, chips: Sequence[Chip]) -> None:
        """Show other filters."""
        self._chips = tuple(chips)
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[list[Chip]]:
        lines: list[list[Chip]] = [[]]
        used = 0
        for chip in self._chips:
            if used and used + chip.width > width:
                lines.append([])
                used = 0
            lines[-1].append(chip)
            used += chip.width + BETWEEN
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the filters need."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """Key and words of each; what is on stands out and has a tick."""
        gap = plain(" " * BETWEEN)
        return Content("\n").join(
            [gap.join([_drawn(chip) for chip in line]) for line in self._lines(self.size.width)]
        )


def _drawn(chip: Chip) -> Content:
    style = "bold $accent" if chip.is_on else "$quiet"
    content = joined((chip.key, "bold $foreground"), (f" {chip.words}{TICK if chip.is_on else ''}", style))
    return clickable(content, f"app.simulate_key({chip.key!r})")
