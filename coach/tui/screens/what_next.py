"""What next, and by which rules: the advice of home and of side by side, with everything behind it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from coach.engine import telling
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.why import prose
from coach.tui.text import words


class WhatNextScreen(CoachScreen):
    """The advice, why, and the page about its rule."""

    CSS_PATH = "what_next.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b,w", "back", "back", key_display="esc"),
    ]

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return "what next", ""

    def body(self) -> ComposeResult:
        """Title, words, reasons, the page."""
        if not self.engine.standing().is_open:
            yield words(telling.tell_standing(self.engine).lead)
            return
        told = telling.tell_advice(self.engine, self.engine.advice())
        yield words(told.title, "title")
        yield words(told.words, "after")
        for reason in told.because:
            yield words(f"· {reason}")
        if told.more:
            yield words("")
            yield from prose(self.engine.library.why(told.more))


