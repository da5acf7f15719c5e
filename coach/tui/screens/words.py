"""One calm question after something that was written sounded like a very hard place. Nothing is echoed."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.engine import Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row


class WordsScreen(CoachScreen):
    """Yes, not what I meant, or rather not say."""

    CSS_PATH = "words.tcss"

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
        if event.value == "no":
            self.coach.tell(self.say("words", "thanks"))
            self.coach.go(self.place.then or self.engine.onward())
        else:
            self.engine.close_for_words()
            self.coach.go(Place(view=View.STANDING))
            self.coach.over(View.HELP_NOW)

    def action_back(self) -> None:
        """The question waits for an answer; help is one key away."""
