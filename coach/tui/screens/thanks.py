"""A thank-you: for choosing not to ask, for stopping, for looking back."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.engine import Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row


class ThanksScreen(CoachScreen):
    """One kind sentence and the way on."""

    CSS_PATH = "thanks.tcss"

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("thanks", "title").lower(), ""

    def body(self) -> ComposeResult:
        """The sentence, and the ways on."""
        yield words(self.say("thanks", "not_asked"), "strong after")
        yield Choices(
            [
                Row(value="home", label=self.say("actions", "home"), key="1"),
                Row(value="exercises", label=self.say("actions", "exercises"), key="2"),
                Row(value="leave", label=self.say("actions", "leave"), key="3"),
            ],
            id="ways",
        )

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Go on."""
        match event.value:
            case "home":
                self.coach.go(self.engine.onward())
            case "leave":
                self.coach.action_leave()
            case _:
                self.coach.go(Place(view=View.EXERCISES))
