"""Building the ladder in four short parts: what one wants, asks that fit, one's own asks, ratings."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.core import ladder
from coach.engine import FormName, View
from coach.engine.ways import BUILDER, FEW, behind_builder, follow_part, next_part
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row


class LadderBuilderScreen(CoachScreen):
    """Which part comes next, and how far the ladder is."""

    CSS_PATH = "ladder_builder.tcss"

    def head(self) -> tuple[str, str]:
        """Which page, and how many steps there are."""
        steps = len(ladder.active(self.engine.history))
        return self.say("builder", "title"), self.say("builder", "count", count=steps) if steps else ""

    def body(self) -> ComposeResult:
        """The parts; the cursor stands on the next one."""
        steps, waiting = ladder.active(self.engine.history), ladder.unrated(self.engine.history)
        yield words(self.say("builder", "lead"), "after")
        rows = [self._row(part, number, len(waiting)) for number, part in enumerate(BUILDER, 1)]
        if steps:
            rows.append(Row(value=View.HOME.value, label=self.say("builder", "done"), key="6"))
        choices = Choices(rows, id="parts")
        choices.show(rows, at=next_part(self.engine))
        yield choices
        if 0 < len(steps) < FEW:
            yield words(self.say("builder", "few", count=len(steps)), "quiet gap")

    def _row(self, part: FormName, number: int, waiting: int) -> Row:
        right = self.say("builder", "unrated", count=waiting) if part is FormName.RATE and waiting else ""
        if part is FormName.GOALS and self.engine.settings.channels:
            right = "✓"
        return Row(value=part.value, label=self.say("builder", BUILDER[part]), key=str(number), right=right)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Open a part, or go home."""
        self.coach.go(follow_part(self.engine, str(event.value)))

    def action_back(self) -> None:
        """Home, once there is a ladder; else where one stands."""
        self.coach.go(behind_builder(self.engine))
