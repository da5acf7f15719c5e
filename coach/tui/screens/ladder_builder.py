"""Building the ladder in four short parts: what one wants, asks that fit, one's own asks, ratings."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.core import ladder
from coach.engine import FormName, Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row

PARTS = (FormName.GOALS, FormName.PICK, FormName.OWN_STEP, FormName.RATE, FormName.ANCHORS)
NAMES = {
    FormName.GOALS: "goals", FormName.PICK: "pick", FormName.OWN_STEP: "own", FormName.RATE: "rate",
    FormName.ANCHORS: "anchors",
}
FEW = 5


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
        rows = [self._row(part, number, len(waiting)) for number, part in enumerate(PARTS, 1)]
        if steps:
            rows.append(Row(value=View.HOME.value, label=self.say("builder", "done"), key="6"))
        choices = Choices(rows, id="parts")
        choices.show(rows, at=self._next(len(steps), len(waiting)))
        yield choices
        if 0 < len(steps) < FEW:
            yield words(self.say("builder", "few", count=len(steps)), "quiet gap")

    def _row(self, part: FormName, number: int, waiting: int) -> Row:
        right = self.say("builder", "unrated", count=waiting) if part is FormName.RATE and waiting else ""
        if part is FormName.GOALS and self.engine.settings.channels:
            right = "✓"
        return Row(value=part.value, label=self.say("builder", NAMES[part]), key=str(number), right=right)

    def _next(self, steps: int, waiting: int) -> str:
        """The part that comes next."""
        settings = self.engine.settings
        if waiting:
            return FormName.RATE
        if steps:
            return View.HOME if steps >= FEW else FormName.PICK
        return FormName.PICK if settings.goals or settings.fears or settings.channels else FormName.GOALS

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Open a part, or go home."""
        if event.value == View.HOME:
            self.coach.go(self.engine.onward())
        elif event.value == FormName.RATE and not ladder.unrated(self.engine.history):
            self.coach.go(Place(view=View.LADDER))
        else:
            self.coach.go(Place(view=View.FORM, form=FormName(str(event.value))))

    def action_back(self) -> None:
        """Home, once there is a ladder; else where one stands."""
        done = ladder.active(self.engine.history)
        self.coach.go(Place(view=View.HOME if done else View.STANDING))
