"""Another step: everything open today. Staying and going down are always fine."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.core import ladder
from coach.engine import Place, View
from coach.engine.ways import open_steps
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row


class StepsScreen(CoachScreen):
    """The steps of the open bands, highest first."""

    CSS_PATH = "steps.tcss"

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("steps", "title"), ""

    def body(self) -> ComposeResult:
        """The steps, or what to do when there is none."""
        rows = self._rows()
        if not rows:
            yield words(self.say("steps", "none"), "after")
            rows = [Row(value="add", label=self.say("actions", "ladder"), key="1")]
        else:
            yield words(self.say("steps", "lead"), "after")
        yield Choices(rows, id="steps")

    def _rows(self) -> list[Row]:
        return [
            Row(
                value=step.id, label=step.title, group=ladder.band_of(step.rating or 0).title,
                right=self.say("steps", "resting") if rests else str(step.rating),
            )
            for step, rests in open_steps(self.engine)
        ]

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Practise that step."""
        if event.value == "add":
            self.coach.go(Place(view=View.LADDER_BUILDER))
        else:
            self.coach.practise(str(event.value))
