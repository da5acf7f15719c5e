"""What review and lessons share: a line to search in, and a list below it that follows every letter."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.text import one_line
from coach.tui.screens.base import CoachScreen
from coach.tui.text import joined, plain, words
from coach.tui.widgets.field import Line
from coach.tui.widgets.frame import KeyLine, TopLine
from coach.tui.widgets.roll import Roll

LIMIT = 100
"""Letters one can search for."""


class SearchScreen(CoachScreen):
    """A search line, filters if any, and a list. Subclasses find, draw a row and open one."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["searching.tcss"]
    AUTO_FOCUS = "Roll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "search", key_display="/"),
        Binding("down", "move(1)", "down", show=False),
        Binding("up", "move(-1)", "up", show=False),
        Binding("escape,b", "back", "back", key_display="esc"),
    ]

    def compose(self) -> ComposeResult:
        """The frame, and in place of the column a page as wide as there is room."""
        yield TopLine(id="top")
        yield Static("", id="small", markup=False)
        with Container(id="around"), Vertical(id="page"):
            with Horizontal(id="searching"):
                mark = joined(("/", "bold $foreground"), (f" {self.say('review', 'search')} ", "$quiet"))
                yield words(mark, id="mark")
                yield Line(max_length=LIMIT, id="search")
            yield from self.filters()
            with Horizontal(id="panes"):
                with Container(id="list"):
                    yield Roll(self.draw, id="found")
                    yield words("", "quiet", id="nothing")
                    yield from self.instead()
                yield from self.beside()
        with Vertical(id="foot"):
            yield KeyLine(id="keys")

    def filters(self) -> ComposeResult:
        """What stands between the search line and the list."""
        return iter(())

    def instead(self) -> ComposeResult:
        """What may stand in place of the list."""
        return iter(())

    def beside(self) -> ComposeResult:
        """What stands on the right of the list."""
        return iter(())

    @abstractmethod
    def draw(self, row: int, width: int, here: bool) -> list[Content]:
        """The lines of one row."""

    @abstractmethod
    def look_for(self, text: str) -> None:
        """Find and show what holds these words."""

    @abstractmethod
    def open(self, row: int) -> None:
        """Read one row on a page of its own."""

    @property
    def roll(self) -> Roll:
        """The list."""
        return self.query_one(Roll)

    @property
    def is_typing(self) -> bool:
        """True while letters go into the search line."""
        return isinstance(self.focused, Line)

    def show_list(self, count: int, at: int, nothing: str, *, searchable: bool) -> None:
        """Show as many rows, or in words why there are none."""
        self.roll.show(count, at)
        self.roll.display = bool(count)
        empty = self.query_one("#nothing", Static)
        empty.update(plain(nothing))
        empty.display = not count
        self.query_one("#searching").display = searchable
        self.refresh_head()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are keys only while nothing is typed."""
        if action == "choose":
            return self.roll.count > 0 if self.query(Roll) else False
        if action in ("back", "move", "app.leave", "app.keys"):
            return True
        return not self.is_typing

    def on_descendant_focus(self) -> None:
        """Other keys work while one types."""
        self.query_one(Roll).pointed = self.is_typing
        self.query_one(Roll).refresh()
        self.refresh_bindings()

    def action_search(self) -> None:
        """Put the cursor into the search line."""
        self.query_one(Line).focus()

    def action_move(self, by: int) -> None:
        """Move in the list while the cursor stays in the search line."""
        self.roll.action_move(by)

    def on_input_changed(self, event: Line.Changed) -> None:
        """The list follows every letter."""
        if event.value.isprintable():
            self.look_for(event.value)
        else:
            event.input.value = one_line(event.value)[:LIMIT]

    def on_input_submitted(self) -> None:
        """Enter reads the row the pointer is on."""
        self.roll.action_pick()

    def on_roll_picked(self, event: Roll.Picked) -> None:
        """Read it on a page of its own."""
        self.open(event.row)

    def write(self, text: str) -> None:
        """Write into the search line while one types there."""
        if self.is_typing:
            self.query_one(Line).insert_text_at_cursor(text)

    def leave_search(self) -> bool:
        """Out of the search line, back to the list; False when one was not in it."""
        if not self.is_typing:
            return False
        if self.roll.count:
            self.roll.focus()
        else:
            self.query_one(Line).value = ""
            self.call_after_refresh(self.roll.focus)
        return True
