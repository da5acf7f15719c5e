"""A card: one ask dealt from the bands that are open. Take it, put it back, or draw again."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from coach.core.model import Challenge
from coach.engine import FormName, Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words


class CardScreen(CoachScreen):
    """The card, in a box: it is picked up."""

    CSS_PATH = "card.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "take it"),
        Binding("d", "again", "draw again"),
        Binding("n", "never", "never show this one"),
        Binding("escape,b", "back", "put it back", key_display="esc"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._card: Challenge | None = None

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("card", "title"), ""

    def body(self) -> ComposeResult:
        """What it asks, words to say, respect."""
        self._card = self._card or self.engine.builder.draw_card()
        card = self._card
        if card is None:
            yield words(self.say("card", "none"))
            return
        yield words(self.say("card", "lead"), "quiet")
        with Vertical(classes="card"):
            yield words(card.title, "title")
            yield words(card.what, "after")
            yield words(f"“{card.say}”", "quote after")
            yield words(card.note, "quiet")

    def action_take(self) -> None:
        """Put it on the ladder and rate it; from there it is a step like any other."""
        if self._card is not None:
            step = self.engine.builder.add(self._card)
            self.coach.go(Place(view=View.FORM, form=FormName.RATE, subject=step.id))

    async def action_again(self) -> None:
        """Put it back and draw another."""
        self._card = None
        await self.rebuild()

    async def action_never(self) -> None:
        """Never deal or propose this one again, and draw another."""
        if self._card is not None:
            self.engine.builder.veto(self._card.id)
        await self.action_again()
