"""Prediction and result of one attempt next to each other, and what comes next."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from coach.core import reflection
from coach.core.reflection import SideBySide
from coach.engine import Place, View, telling
from coach.tui.screens.base import CoachScreen
from coach.tui.text import joined, words
from coach.tui.widgets.pairs import Cell, PairRow, Pairs


class SideBySideScreen(CoachScreen):
    """One small picture, two sentences, and the advice with its reason."""

    CSS_PATH = "side_by_side.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "onward", "go on"),
        Binding("r", "detail", "read it all"),
        Binding("l", "open('ladder')", "my ladder"),
        Binding("w", "open('what_next')", "why this advice"),
        Binding("escape,b", "back", "home", key_display="esc", show=False),
    ]

    def head(self) -> tuple[str, str]:
        """Which page, which ask, which answer."""
        story = self.engine.story(self.place.subject)
        outcome = self.say("outcome", story.outcome) if story.outcome else ""
        return self.say("side", "title"), f"{story.attempt.step_title} · {outcome}"

    def body(self) -> ComposeResult:
        """Picture, sentences, advice."""
        side = reflection.side_by_side(self.engine.story(self.place.subject))
        yield Pairs((self.say("side", "expected"), self.say("side", "happened")), self._rows(side))
        yield words(self._tension(side), "gap")
        told = " ".join(self.engine.library.advice.say(sentence) for sentence in side.sentences)
        yield words(told, "gap after")
        if self.engine.standing().is_open:
            advice = telling.tell_advice(self.engine, self.engine.advice())
            yield words(joined(
                (f"{self.say('side', 'next')}   ", "$quiet"), (advice.title, "bold $accent"), f"  {advice.words}"
            ))
            yield words(" ".join(advice.because), "quiet")

    def _rows(self, side: SideBySide) -> tuple[PairRow, ...]:
        happened = self.say("feared", side.feared_happened) if side.feared_happened else "–"
        outcome = self.say("outcome", side.outcome) if side.outcome else "–"
        rows = [
            PairRow(
                label=f"“{side.feared}”" if side.feared else self.say("side", "feared"),
                left=_cell(side.p_feared), right=Cell(words=happened),
            ),
            PairRow(label="", left=Cell(words=self.say("side", "again")), right=_cell(side.p_feared_after)),
        ]
        if side.p_feared_later is not None:
            rows.append(
                PairRow(label="", left=Cell(words=self.say("side", "later")), right=_cell(side.p_feared_later))
            )
        rows.append(PairRow(label=self.say("side", "yes"), left=_cell(side.p_yes), right=Cell(words=outcome)))
        rows.append(PairRow(label=self.say("side", "cost"), left=_cell(side.cost), right=_cell(side.cost_after)))
        return tuple(rows)

    def _tension(self, side: SideBySide) -> Content:
        numbers = {"before": side.tension_before, "peak": side.tension_peak, "now": side.tension_now}
        parts = [
            f"{self.say('side', name)} {value}" for name, value in numbers.items() if value is not None
        ]
        return joined((f"{self.say('side', 'tension'):<12}", ""), "   ".join(parts) or "–")

    def action_onward(self) -> None:
        """Home, or where one stands."""
        self.coach.go(self.engine.onward())

    def action_detail(self) -> None:
        """Everything that was written."""
        self.coach.over(View.DETAIL, self.place.subject)

    def action_open(self, view: str) -> None:
        """Another page over this one."""
        self.coach.go(Place(view=View(view)))

    def action_back(self) -> None:
        """What lies under this page, else on."""
        self.coach.back()


def _cell(value: int | None) -> Cell:
    return Cell(words="–") if value is None else Cell(value=value)
