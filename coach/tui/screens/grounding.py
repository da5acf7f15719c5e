"""A few minutes to steady oneself: an exercise, one line at a time, with a shape that breathes along."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.core.model import Exercise
from coach.engine import Place, View
from coach.engine.ways import endings, follow_ending, steadying
from coach.tui.screens.base import CoachScreen
from coach.tui.text import plain, words
from coach.tui.widgets.breath import Breath
from coach.tui.widgets.choices import Choices, Row


class GroundingScreen(CoachScreen):
    """One exercise; without a subject, the choice of those that steady."""

    CSS_PATH = "grounding.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b", "back", "back", key_display="esc"),
        Binding("enter,space,right", "onward", "next line"),
        Binding("left", "line_before", "line before", show=False),
        Binding("n", "another", "another exercise"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._at = 0
        self._number = 0

    @property
    def exercise(self) -> Exercise:
        """The one that is done here."""
        chosen = [each for each in self.engine.library.exercises if each.id == self.place.subject]
        return chosen[0] if chosen else steadying(self.engine)[self._number]

    def head(self) -> tuple[str, str]:
        """The exercise, and how far."""
        right = self.say("exercises", "step", step=self._at + 1, steps=len(self.exercise.steps))
        return self.exercise.title.lower(), right

    def body(self) -> ComposeResult:
        """The line to follow now, and the shape, if it is a breathing one."""
        yield words(self.exercise.about, "quiet after")
        yield words(self.exercise.steps[self._at], "strong after", id="line")
        if self.exercise.breath:
            yield Breath(self.exercise.breath, [self.say("breath", each) for each in ("in", "hold", "out")])
        if self._at == len(self.exercise.steps) - 1:
            yield Choices(self._endings(), id="end")

    def _endings(self) -> list[Row]:
        found = endings(self.engine, self.exercise)
        return [Row(value=each.name, label=each.label, key=str(number)) for number, each in enumerate(found, 1)]

    async def action_onward(self) -> None:
        """The next line; at the last one, done."""
        if self._at < len(self.exercise.steps) - 1:
            self._at += 1
            await self._turn()
        elif isinstance(self.focused, Choices):
            self.focused.action_pick()

    async def action_line_before(self) -> None:
        """The line before."""
        self._at = max(0, self._at - 1)
        await self._turn()

    async def _turn(self) -> None:
        """Change the line in place, so that the shape breathes on."""
        last = self._at == len(self.exercise.steps) - 1
        if last or self.query("#end"):
            await self.rebuild()
        else:
            self.query_one("#line", Static).update(plain(self.exercise.steps[self._at]))
            self.refresh_head()

    async def action_another(self) -> None:
        """The other exercise that steadies."""
        self.place = Place(view=View.GROUNDING)
        self._number = (self._number + 1) % len(steadying(self.engine))
        self._at = 0
        await self.rebuild()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Write, name someone, or be done."""
        place = follow_ending(self.engine, self.exercise, str(event.value))
        if place is not None:
            self.coach.go(place)
        else:
            self.coach.back()
