"""The gentle exercises: no stranger involved, open on every route."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.engine import Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row


class ExercisesScreen(CoachScreen):
    """The list to choose from."""

    CSS_PATH = "exercises.tcss"

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("exercises", "title"), ""

    def body(self) -> ComposeResult:
        """Title, length and a line about each."""
        yield words(self.say("exercises", "lead"), "after")
        yield Choices(
            [
                Row(
                    value=each.id, label=each.title, note=each.about, key=str(number),
                    right=self.say("exercises", "minutes", minutes=each.minutes),
                )
                for number, each in enumerate(self.engine.library.exercises, 1)
            ],
            id="list",
        )

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Begin one."""
        self.coach.go(Place(view=View.GROUNDING, subject=str(event.value)))
