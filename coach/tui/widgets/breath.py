"""A calm shape that grows and shrinks with the breath; it stands still when animations are off."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from coach.tui.text import joined, plain

FRAMES_A_SECOND = 10
WIDEST = 40


class Breath(Widget):
    """Seconds of in, hold and out; the words for each."""

    def __init__(self, seconds: Sequence[int], names: Sequence[str]) -> None:
        super().__init__()
        self._seconds = tuple(seconds)
        self._names = tuple(names)
        self._began = 0.0

    def on_mount(self) -> None:
        """Begin to move, unless motion is off."""
        self._began = monotonic()
        if self.app.animation_level != "none":
            self.set_interval(1 / FRAMES_A_SECOND, self.refresh)

    def render(self) -> RenderResult:
        """A bar that widens, rests and narrows; or, without motion, the three lengths in words."""
        if self.app.animation_level == "none":
            parts = [f"{name} {count}" for name, count in zip(self._names, self._seconds, strict=True)]
            return plain(" · ".join(parts), "$primary")
        phase, part = self._now()
        width = round(2 + (WIDEST - 2) * (part if phase == 0 else 1 if phase == 1 else 1 - part))
        bar = ("█" * width).center(WIDEST)
        lines = [joined((bar, "$primary")) for _ in range(3)]
        return Content("\n").join([*lines, plain(""), plain(self._names[phase].center(WIDEST), "bold")])

    def _now(self) -> tuple[int, float]:
        """Which part of the breath, and how far in it, 0 to 1."""
        at = (monotonic() - self._began) % sum(self._seconds)
        for phase, length in enumerate(self._seconds):
            if at < length:
                return phase, at / length
            at -= length
        return 0, 0.0
