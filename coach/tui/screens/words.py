"""One calm question after something that was written sounded like a very hard place. Nothing is echoed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from coach.core.errors import PlainError
from coach.engine import Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row


class WordsScreen(CoachScreen):
    """Yes, not what I meant, or rather not say. It waits for its answer, also when Coach is closed meanwhile."""

    CSS_PATH = "words.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "why", "why you are asked"),
    ]

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("words", "title").lower(), ""

    def body(self) -> ComposeResult:
        """The question; what was written is saved already."""
        yield words(self.say("words", "ask"), "strong after")
        yield words(self.say("words", "saved"), "quiet after")
        yield Choices(
            [
                Row(value="yes", label=self.say("words", "yes"), key="1"),
                Row(value="no", label=self.say("words", "no"), key="2"),
                Row(value="skip", label=self.say("words", "skip"), key="s"),
            ],
            id="answer",
        )

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Yes and rather-not-say close practice for now and open help; else go on as before."""
        try:
            self.engine.answer_words(str(event.value))
        except PlainError as error:
            self.coach.tell(error.plain)
        if event.value == "no":
            self.coach.tell(self.say("words", "thanks"))
            self.coach.go(self.place.then or self.engine.onward())
        else:
            self.coach.go(Place(view=View.STANDING))
            self.coach.over(View.HELP_NOW)

    def action_why(self) -> None:
        """What Coach looks for in what is written, and what it does then."""
        self.coach.over(View.WHY, "crisis_words")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing leads around the question but help."""
        return action != "back" and super().check_action(action, parameters)
