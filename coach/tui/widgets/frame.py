"""The frame every screen has: where I am and how far on top, the keys that work here at the bottom."""

from __future__ import annotations

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from coach.core.text import cells, shortened
from coach.tui.text import KEY, joined, plain, pressing

MARGIN = 1


class TopLine(Static):
    """Where I am on the left, how far on the right."""

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> RenderResult:
        """One line, the right part cut first when there is no room."""
        width = max(10, self.size.width - 2 * MARGIN)
        right = shortened(self.right, max(0, width - min(cells(self.left), width // 2) - 2))
        left = shortened(self.left, width - cells(right) - 1)
        gap = " " * max(1, width - cells(left) - cells(right))
        name, dot, rest = left.partition(" · ")
        return joined(" ", (name, "bold $primary"), (dot + rest, "$foreground"), gap, (right, "$quiet"))


class ProgressLine(Widget):
    """How much of a form is done, as a line. It says nothing that the top line does not say in words."""

    part: reactive[float] = reactive(0.0)

    def render(self) -> RenderResult:
        """A heavy line up to here, a light one from here on."""
        width = self.size.width
        done = round(width * min(max(self.part, 0.0), 1.0))
        return joined(("━" * done, "$primary"), ("─" * (width - done), "$rule"))


class KeyLine(Widget):
    """The keys that work here; help now is always last on the right. Each can be clicked."""

    HELP = "! help now"

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh(layout=True)

    def _hints(self) -> list[tuple[str, str, str]]:
        """Key, words and the key to press, of every binding that the screen shows and that works now."""
        active = self.screen.active_bindings
        hints: list[tuple[str, str, str]] = []
        told: set[str] = set()
        for kind in type(self.screen).__mro__:
            for binding in Binding.make_bindings(kind.__dict__.get("BINDINGS", ())):
                shown = binding.key_display or binding.key
                works = binding.key in active and active[binding.key].enabled
                works = works and self.screen.check_action(binding.action, ()) is not False
                if binding.show and works and not {shown, binding.description, binding.key} & told:
                    hints.append((shown, binding.description, binding.key))
                if works:
                    told |= {shown, binding.description, binding.key}
        return sorted(hints, key=lambda hint: hint[0] != "enter")

    def render(self) -> RenderResult:
        """As many hints as there is room for, and always help."""
        width = max(12, self.size.width - 2 * MARGIN)
        room = width - cells(self.HELP) - 2
        parts: list[Content] = [plain(" ")]
        used = 0
        for shown, words, key in self._hints():
            size = cells(shown) + cells(words) + 1 + (3 if used else 0)
            if used + size > room:
                break
            if used:
                parts.append(plain("   "))
            parts.append(pressing(joined((shown, "bold $foreground"), (f" {words}", "$quiet")), key))
            used += size
        parts.append(plain(" " * max(2, width - used - cells(self.HELP))))
        parts.append(pressing(joined(("!", "bold $accent"), (" help now", "$accent")), "exclamation_mark"))
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        """A click presses the key it is on."""
        key = event.style.meta.get(KEY)
        if key:
            self.app.simulate_key(str(key))
