"""A list to pick from with number keys, letters, arrows or the mouse: one answer, or several."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import msgspec
from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.widget import Widget

from coach.core.text import printable
from coach.tui.text import joined, plain

INDENT = 5


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line to pick. `key` picks it at once; `note` stands below in a quieter tone; `group` heads a part."""

    value: str | int
    label: str
    key: str = ""
    note: str = ""
    group: str = ""
    right: str = ""


class Choices(Widget, can_focus=True):
    """Picks one row (Enter, click, its key), or ticks several (space, its key) and then goes on (Enter).

    `pointed` shows the pointer even while another widget takes the keys.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("home", "move(-1000)", "first", show=False),
        Binding("end", "move(1000)", "last", show=False),
        Binding("pageup", "move(-8)", "page up", show=False),
        Binding("pagedown", "move(8)", "page down", show=False),
        Binding("enter", "pick", "choose", show=False),
        Binding("space", "tick", "tick", show=False),
    ]

    @dataclass
    class Picked(Message):
        """One row was picked, or several were settled with Enter (then `values`)."""

        choices: Choices
        value: str | int
        values: tuple[str | int, ...] = ()

    def __init__(
        self, rows: Sequence[Row] = (), *, several: bool = False, pointed: bool = False, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.pointed = pointed
        self.rows: tuple[Row, ...] = tuple(rows)
        self.several = several
        self.at = 0
        self.ticked: set[str | int] = set()

    def show(
        self, rows: Sequence[Row], *, several: bool = False, ticked: Sequence[str | int] = (),
        at: str | int | None = None,
    ) -> None:
        """Show other rows; `at` is the value the cursor starts on."""
        self.rows = tuple(rows)
        self.several = several
        self.ticked = set(ticked)
        self.at = next((i for i, row in enumerate(self.rows) if row.value == at), 0)
        self.refresh(layout=True)

    @property
    def values(self) -> tuple[str | int, ...]:
        """What is ticked, in the order shown."""
        return tuple(row.value for row in self.rows if row.value in self.ticked)

    # -- drawing -----------------------------------------------------------------------------------------------

    def _lines(self, width: int) -> list[tuple[int, Content]]:
        """Every line with the index of its row, or -1 for a heading or an empty line."""
        lines: list[tuple[int, Content]] = []
        group = ""
        for index, row in enumerate(self.rows):
            if row.group and row.group != group:
                if lines:
                    lines.append((-1, plain("")))
                lines.append((-1, plain(row.group, "$quiet")))
                group = row.group
            lines += [(index, line) for line in self._row_lines(index, row, width)]
        return lines

    def _row_lines(self, index: int, row: Row, width: int) -> list[Content]:
        here = index == self.at and (self.has_focus or self.pointed)
        base = "$picked-text on $picked" if here else ""
        pointer = "▸" if here else " "
        tick = ("■ " if row.value in self.ticked else "□ ") if self.several else ""
        room = max(12, width - INDENT - len(tick) - len(row.right) - (1 if row.right else 0))
        texts = textwrap.wrap(printable(row.label), room) or [""]
        lines = []
        for number, text in enumerate(texts):
            first = number == 0
            head = f"{pointer} {row.key:<2} " if first else " " * INDENT
            right = row.right if first else ""
            body = (tick if first else " " * len(tick)) + text
            pad = " " * max(1, width - INDENT - len(body) - len(right))
            lines.append(joined(
                (head, f"bold $accent {_on(base)}"), (body, base or "$foreground"), (pad, base or "$foreground"),
                (right, f"$quiet {_on(base)}"),
            ))
        for text in textwrap.wrap(printable(row.note), max(12, width - INDENT - len(tick))) if row.note else ():
            lead = " " * (INDENT + len(tick))
            line = f"{lead}{text}".ljust(width)
            lines.append(plain(line, f"$quiet {_on(base)}"))
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the rows need at this width."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """All rows; the one with the cursor is marked by a pointer, not by colour alone."""
        return Content("\n").join([line for _, line in self._lines(self.size.width)])

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    # -- picking -----------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move the cursor; at both ends the page moves on instead, to show what stands around the list."""
        at = min(max(self.at + by, 0), max(0, len(self.rows) - 1))
        if at == self.at:
            for holder in self._holders():
                holder.scroll_relative(y=3 if by > 0 else -3, animate=False)
            return
        self.at = at
        self.refresh()
        self.show_cursor()

    def _holders(self) -> list[Widget]:
        """Whatever holds this list and can scroll, the nearest first."""
        return [each for each in self.ancestors if isinstance(each, Widget) and each.allow_vertical_scroll]

    def show_cursor(self) -> None:
        """Scroll whatever holds this list so that the row with the cursor can be seen."""
        lines = [number for number, (index, _) in enumerate(self._lines(self.size.width)) if index == self.at]
        holders = self._holders()
        if not lines or not holders:
            return
        holder = holders[0]
        if self.at == 0:
            holder.scroll_home(animate=False, force=True)
        row = Region(0, lines[0], self.size.width, lines[-1] - lines[0] + 1)
        nodes = [self, *(each for each in self.ancestors if isinstance(each, Widget))]
        down = sum(each.virtual_region.y for each in nodes[: nodes.index(holder)])
        holder.scroll_to_region(row.translate(Offset(0, down)), animate=False, force=True)

    def action_pick(self) -> None:
        """Settle: this row, or everything that is ticked."""
        if self.several:
            self.post_message(self.Picked(self, "", self.values))
        elif self.rows:
            self.post_message(self.Picked(self, self.rows[self.at].value))

    def action_tick(self) -> None:
        """Tick or untick this row; in a list of one answer, pick it."""
        if not self.several:
            self.action_pick()
        elif self.rows:
            self.ticked ^= {self.rows[self.at].value}
            self.refresh()

    def on_key(self, event: events.Key) -> None:
        """A row's own key picks or ticks it."""
        for index, row in enumerate(self.rows):
            if row.key and event.character == row.key:
                self._take(index)
                event.stop()
                event.prevent_default()
                return

    def _take(self, index: int) -> None:
        self.at = index
        self.refresh()
        self.action_tick()

    def on_click(self, event: events.Click) -> None:
        """A click picks or ticks the row under it."""
        lines = self._lines(self.size.width)
        if 0 <= event.y < len(lines) and lines[event.y][0] >= 0:
            self._take(lines[event.y][0])


def _on(base: str) -> str:
    return "on $picked" if base else ""
