"""My ladder: every step by band, with its rating; gaps named; steps rated again, changed, taken off, brought back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from coach.core import ladder
from coach.core.model import Challenge
from coach.core.records import Step
from coach.engine import FormName, Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row

MARKS = {"done": "●", "tried": "◐", "open": "○"}
GAP = "gap:"


class LadderScreen(CoachScreen):
    """The steps, highest band on top, as on a ladder."""

    CSS_PATH = "ladder.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "rate", "rate again"),
        Binding("e", "edit", "edit"),
        Binding("t", "retire", "take off, bring back"),
        Binding("a", "add", "add"),
        Binding("d", "card", "draw a card", show=False),
    ]

    def head(self) -> tuple[str, str]:
        """Which page, and how many steps."""
        count = len(ladder.active(self.engine.history))
        return self.say("ladder", "title"), self.say("builder", "count", count=count)

    def body(self) -> ComposeResult:
        """Bands from Bold to Warm-up, gaps between, then what was taken off."""
        rows = self._rows()
        if not rows:
            yield words(self.say("ladder", "empty"), "after")
            rows = [Row(value="add", label=self.say("actions", "ladder"), key="1")]
        choices = Choices(rows, id="steps")
        choices.show(rows, at=self.place.subject or self._suggested())
        yield choices

    def _suggested(self) -> str:
        step = self.engine.home().step
        return step.id if step is not None else ""

    def _rows(self) -> list[Row]:
        home = self.engine.home()
        open_bands = self.engine.open_bands() if home.standing.is_open else ()
        gaps = {gap.high.id: (gap, fill) for gap, fill in self.engine.builder.gaps()}
        rows: list[Row] = []
        for band, steps in home.bands:
            for step, mark in reversed(steps):
                here = home.step is not None and home.step.id == step.id
                rows.append(self._row(step, mark, f"{band.title}", here=here, is_open=band in open_bands))
                if step.id in gaps:
                    rows.append(self._gap_row(*gaps[step.id], band.title))
        rows += [
            Row(value=step.id, label=f"○ {step.title}", right="?", group=self.say("builder", "rate"))
            for step in ladder.unrated(self.engine.history)
        ]
        rows += [
            Row(value=step.id, label=f"  {step.title}", right=str(step.rating or ""),
                group=self.say("ladder", "retired"))
            for step in self.engine.history.steps if step.retired and step.ratings
        ]
        return rows

    def _row(self, step: Step, mark: str, band: str, *, here: bool, is_open: bool) -> Row:
        right = f"{step.rating}"
        if here:
            right = f"◂ {self.say('ladder', 'here')}  {right}"
        until = ladder.rests(self.engine.history).get(step.id)
        if until is not None and until > self.engine.now():
            right = f"{self.say('steps', 'resting')}  {right}"
        group = band if is_open else f"{band} · {self.say('ladder', 'closed')}"
        return Row(value=step.id, label=f"{MARKS[mark]} {step.title}", right=right, group=group)

    def _gap_row(self, gap: ladder.Gap, fill: Challenge | None, group: str) -> Row:
        label = self.say("ladder", "gap", points=gap.points)
        note = self.say("ladder", "gap_fill", title=fill.title) if fill else ""
        return Row(value=GAP + (fill.id if fill else ""), label=label, note=note, group=group)

    def _step(self) -> Step | None:
        """The step the cursor is on."""
        choices = self.query_one(Choices)
        if not choices.rows:
            return None
        return self.engine.history.get(Step, str(choices.rows[choices.at].value))

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        """Practise a step, or put the proposed ask into a gap."""
        value = str(event.value)
        if value == "add":
            self.action_add()
        elif value.startswith(GAP):
            await self._fill(value.removeprefix(GAP))
        elif self.engine.step(value).rating is None:
            self.coach.go(Place(view=View.FORM, form=FormName.RATE, subject=value))
        else:
            self.coach.practise(value)

    async def _fill(self, challenge_id: str) -> None:
        for challenge in self.engine.library.challenges:
            if challenge.id == challenge_id:
                step = self.engine.builder.add(challenge)
                self.coach.go(Place(view=View.FORM, form=FormName.RATE, subject=step.id))

    def action_rate(self) -> None:
        """Rate the step again; the old rating stays in its history."""
        if (step := self._step()) is not None:
            self.coach.go(Place(view=View.FORM, form=FormName.RATE, subject=step.id))

    def action_edit(self) -> None:
        """Change the words of the step; the old words stay in its trail."""
        if (step := self._step()) is not None:
            self.coach.edit_step(step)

    async def action_retire(self) -> None:
        """Take the step off the ladder, or bring it back."""
        if (step := self._step()) is not None:
            self.engine.builder.set_retired(step.id, not step.retired)
            await self.rebuild()

    def action_add(self) -> None:
        """More asks."""
        self.coach.go(Place(view=View.LADDER_BUILDER))

    def action_card(self) -> None:
        """Draw a card."""
        self.coach.go(Place(view=View.CARD))
