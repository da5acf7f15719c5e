"""A list that draws only the rows one sees, so that ten thousand of them open and move at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from coach.core.text import cells
from coach.tui.text import plain

Draw = Callable[[int, int, bool], list[Content]]
"""Row, width, whether the cursor is on it -> its lines. A row may bring its own heading."""


class Roll(Widget, can_focus=True):
    """Rows of any height, drawn by `draw`; the cursor row is always in sight.

    `pointed` shows the cursor even while another widget takes the keys.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("home", "move(-1000000)", "first", show=False),
        Binding("end", "move(1000000)", "last", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("enter", "pick", "read", show=False),
    ]

    @dataclass
    class Picked(Message):
        """Enter or a click on the row with the cursor."""

        roll: Roll
        row: int

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

        roll: Roll
        row: int

    def __init__(self, draw: Draw, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw_row = draw
        self.count = 0
        self.at = 0
        self.pointed = False
        self._top = 0
        self._shown: list[int] = []

    def show(self, count: int, at: int = 0) -> None:
        """Show other rows, with the cursor on one of them."""
        self.count = count
        self.at = min(max(at, 0), max(0, count - 1))
        self._top = min(self._top, self.at)
        self.refresh()

    def render(self) -> RenderResult:
        """The rows that fit, from a top row that keeps the cursor in sight."""
        width, height = self.size
        self._top = max(min(self._top, self.at), self._highest_top(width, height))
        lines: list[Content] = []
        self._shown = []
        for row in range(self._top, self.count):
            drawn = self._row(row, width)
            lines += drawn
            self._shown += [row] * len(drawn)
            if len(lines) >= height:
                break
        return Content("\n").join(lines[:height]) if lines else plain("")

    def _row(self, row: int, width: int) -> list[Content]:
        return self._draw_row(row, width, row == self.at and (self.has_focus or self.pointed))

    def _highest_top(self, width: int, height: int) -> int:
        """The first row that may stand on top when the whole cursor row is to be seen."""
        room, top = height, self.at
        for row in range(self.at, -1, -1):
            room -= len(self._row(row, width)) if row < self.count else 0
            if room < 0:
                break
            top = row
        return top

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    # -- moving ------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move the cursor; it stops at both ends."""
        at = min(max(self.at + by, 0), max(0, self.count - 1))
        if at != self.at:
            self.at = at
            self.refresh()
            self.post_message(self.Moved(self, at))

    def action_page(self, by: int) -> None:
        """As many rows as one sees."""
        self.action_move(by * max(1, len(set(self._shown)) - 1))

    def action_pick(self) -> None:
        """Settle for the row with the cursor."""
        if self.count:
            self.post_message(self.Picked(self, self.at))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on the row that has it already, it picks."""
        if 0 <= event.y < len(self._shown):
            row = self._shown[event.y]
            if row == self.at:
                self.action_pick()
            else:
                self.action_move(row - self.at)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.action_move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.action_move(-1)


def padded(text: str, width: int) -> str:
    """The text filled with spaces up to a width in columns."""
    return text + " " * max(0, width - cells(text))
