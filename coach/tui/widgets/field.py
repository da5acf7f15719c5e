"""Places to write: a field that wraps, keeps what is pasted within bounds and goes on; and a line to look up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, TextArea

from coach.core.text import printable

HELP = "exclamation_mark"
"""The key that no place to write may take: it opens help."""


class Line(Input):
    """A line to type in, for looking something up."""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Every letter but the key for help."""
        return key != HELP and super().check_consume_key(key, character)


class Field(TextArea):
    """Plain text. In a field of one line Enter goes on; in a longer one it makes a new line and Ctrl+N goes on.

    Enter in an empty field goes on in both.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "settle", "next", show=False),
    ]

    @dataclass
    class Settled(Message):
        """Enter or Ctrl+N was pressed."""

        text: str

    @dataclass
    class Capped(Message):
        """What was typed or pasted was cut at `limit` characters."""

        limit: int

    def __init__(self, id: str | None = None) -> None:
        super().__init__(
            "", id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True,
            highlight_cursor_line=False,
        )
        self.multiline = False
        self.limit = 2000

    def open(self, text: str, *, multiline: bool, limit: int) -> None:
        """Show a text to write on, with the cursor at its end."""
        self.multiline = multiline
        self.limit = limit
        self.load_text(printable(text))
        self.move_cursor(self.document.end)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Every letter but the key for help; and in a field of one line Enter goes on."""
        if key == "enter":
            return self.multiline
        return key != HELP and super().check_consume_key(key, character)

    def action_settle(self) -> None:
        """Go on with what is written."""
        self.post_message(self.Settled(self.text))

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and (not self.multiline or not self.text):
            event.stop()
            event.prevent_default()
            self.action_settle()
            return
        if event.is_printable and not self.selected_text and len(self.text) >= self.limit:
            event.stop()
            event.prevent_default()
            self.post_message(self.Capped(self.limit))
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        room = self.limit - len(self.text) + len(self.selected_text)
        pasted = printable(event.text[: self.limit * 2])
        if not self.multiline:
            pasted = " ".join(pasted.split("\n"))
        if len(event.text) > room:
            self.post_message(self.Capped(self.limit))
        self.replace(pasted[: max(0, room)], *self.selection, maintain_selection_offset=False)
