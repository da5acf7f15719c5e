"""A number on a line: typed, moved with the arrows, or clicked. Nothing is chosen until someone chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from coach.core.text import shortened
from coach.tui.text import joined, plain

EDGE = 5


class Scale(Widget, can_focus=True):
    """A whole number from `low` to `high`; `value` is None until one is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,down", "step(-1)", "less", show=False),
        Binding("right,up", "step(1)", "more", show=False),
        Binding("shift+left,shift+down", "nudge(-1)", "one less", show=False),
        Binding("shift+right,shift+up", "nudge(1)", "one more", show=False),
        Binding("home", "set_low", "lowest", show=False),
        Binding("end", "set_high", "highest", show=False),
        Binding("backspace", "erase", "erase", show=False),
        Binding("enter", "settle", "next", show=False),
    ]

    @dataclass
    class Settled(Message):
        """Enter was pressed; `value` is None when nothing was chosen."""

        value: int | None

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.low, self.high = 0, 100
        self.low_label = self.high_label = ""
        self.anchors: tuple[str, ...] = ()
        self.has_bar = True
        self.value: int | None = None
        self._typed = ""

    def show(
        self, low: int, high: int, labels: tuple[str, str], value: int | None, *, has_bar: bool = True,
        anchors: tuple[str, ...] = (),
    ) -> None:
        """Show another range. `anchors` are the person's own words for 0, 25, 50, 75 and 100."""
        self.low, self.high = low, high
        self.low_label, self.high_label = labels
        self.value = value
        self.has_bar = has_bar
        self.anchors = anchors
        self._typed = ""  # the first digit begins a new number, also after one from before
        self.refresh(layout=True)

    @property
    def _step(self) -> int:
        return 5 if self.high - self.low >= 50 else 1

    def render(self) -> RenderResult:
        """The number, the line with its mark, the words at both ends, and the anchors."""
        shown = "–" if self.value is None else str(self.value)
        number = joined(("     ", ""), (shown, "bold $accent"), (f"   from {self.low} to {self.high}", "$quiet"))
        if not self.has_bar:
            return number
        lines = [number, plain(""), self._bar(), self._ends()]
        if any(self.anchors):
            lines.append(plain(""))
            points = (0, 25, 50, 75, 100)
            lines += [
                joined((f"{point:>8}  ", "$quiet"), (shortened(text, max(8, self.size.width - 12)), "$quiet"))
                for point, text in zip(points, self.anchors, strict=False) if text
            ]
        return Content("\n").join(lines)

    @property
    def _bar_width(self) -> int:
        return max(10, self.size.width - 2 * EDGE - 1)

    def _bar(self) -> Content:
        width = self._bar_width
        if self.value is None:
            return joined((" " * EDGE, ""), ("─" * width, "$rule"))
        at = round((self.value - self.low) / (self.high - self.low) * (width - 1))
        return joined(
            (" " * EDGE, ""), ("━" * at, "$accent"), ("●", "bold $accent"), ("─" * (width - at - 1), "$rule")
        )

    def _ends(self) -> Content:
        width = self._bar_width
        gap = " " * max(1, width - len(self.low_label) - len(self.high_label))
        return joined((" " * EDGE, ""), (f"{self.low_label}{gap}{self.high_label}", "$quiet"))

    def _set(self, value: int, typed: str = "") -> None:
        self.value = min(max(value, self.low), self.high)
        self._typed = typed or str(self.value)
        self.refresh()

    def action_step(self, by: int) -> None:
        """Five points less or more on a long scale, one on a short one; the first press starts in the middle."""
        if self.value is None:
            self._set((self.low + self.high) // 2)
        else:
            self._set(self.value + by * self._step)

    def action_nudge(self, by: int) -> None:
        """One point less or more."""
        self._set((self.low + self.high) // 2 if self.value is None else self.value + by)

    def action_set_low(self) -> None:
        """The lowest number."""
        self._set(self.low)

    def action_set_high(self) -> None:
        """The highest number."""
        self._set(self.high)

    def action_erase(self) -> None:
        """Take back the last digit."""
        typed = "" if self.value is None else str(self.value)[:-1]
        self.value = int(typed) if typed else None
        self._typed = typed
        self.refresh()

    def action_settle(self) -> None:
        """Go on with this number."""
        self.post_message(self.Settled(self.value))

    def on_key(self, event: events.Key) -> None:
        """Digits write the number; one that would leave the range starts a new number."""
        digit = event.character or ""
        if len(digit) == 1 and digit in "0123456789":
            typed = self._typed + digit
            number = int(typed)
            if number > self.high or len(typed) > len(str(self.high)):
                typed, number = digit, int(digit)
            if number <= self.high:
                self.value, self._typed = number, typed
                self.refresh()
            event.stop()
            event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A click on the line chooses that point."""
        if self.has_bar and event.y == 2 and EDGE <= event.x < EDGE + self._bar_width:
            part = (event.x - EDGE) / (self._bar_width - 1)
            value = self.low + part * (self.high - self.low)
            self._set(round(value / self._step) * self._step)
