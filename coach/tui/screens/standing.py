"""Where you stand: one page for each of the five routes, for holds and for a check that has run out."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from coach.engine import Place, View, telling
from coach.engine.ways import ACTIONS
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row


class StandingScreen(CoachScreen):
    """The result in words, what to do now, and a way out."""

    CSS_PATH = "standing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "why", "why, and what would change it"),
        Binding("r", "review", "what I wrote"),
        Binding("comma", "settings", "settings", key_display=",", show=False),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._all_told = False

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return "where you stand", ""

    def _told(self) -> telling.Told:
        if self.place.subject == "age":
            return telling.tell_underage(self.engine)
        return telling.tell_standing(self.engine)

    def body(self) -> ComposeResult:
        """Title, lead, the first reasons, what to do; more reasons behind `w`."""
        told = self._told()
        yield words(told.title, "title")
        yield words(told.lead, "after")
        for reason in told.reasons if self._all_told else told.reasons[:2]:
            yield words(f"{reason.said} {reason.matters}", "quote after")
            if self._all_told:
                yield words(f"{self.say('standing', 'change_title')}: {reason.change}", "quiet after")
        yield words(self.say("standing", "do_title"), "label")
        yield Choices(
            [Row(value=each.name, label=each.label, key=str(n)) for n, each in enumerate(told.actions, 1)],
            id="actions",
        )
        if told.when:
            yield words(told.when, "gap")
        if told.stays:
            yield words(self.say("standing", "stays_title"), "label")
            for line in told.stays:
                yield words(f"· {line}", "quiet")

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was chosen."""
        name = str(event.value)
        if name == "leave":
            self.coach.action_leave()
        elif name == "attest":
            self.coach.attest()
        else:
            self.coach.go(ACTIONS[name])

    async def action_why(self) -> None:
        """Show every reason with what would change it, or the short page again."""
        self._all_told = not self._all_told
        await self.rebuild()

    def action_review(self) -> None:
        """What was written stays readable, whatever the standing."""
        self.coach.go(Place(view=View.REVIEW))

    def action_settings(self) -> None:
        """Country, someone trusted, records to take along: open whatever the standing."""
        self.coach.go(Place(view=View.SETTINGS))

    def action_back(self) -> None:
        """Home, where practice is open; else there is nothing behind this page."""
        if self.engine.standing().is_open:
            self.coach.go(self.engine.onward())
