"""How to find a therapist, and what to say: on the first call, and when they are full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from coach.core.records import CONTACT
from coach.engine import FormName, Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import joined, words


class TherapistScreen(CoachScreen):
    """Places to look, words to say, and the ask itself."""

    CSS_PATH = "therapist.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b", "back", "back", key_display="esc"),
        Binding("p", "plan", "plan this ask"),
        Binding("c", "country", "country"),
    ]

    def head(self) -> tuple[str, str]:
        """Which page, and for which country."""
        country = self.engine.country()
        return self.say("therapist", "title").lower(), country.name if country else self.say("settings", "none")

    def body(self) -> ComposeResult:
        """Where to look, what to say, what to ask when they are full."""
        world, country = self.engine.library.world, self.engine.country()
        yield words(self.say("therapist", "finding"), "label")
        for finder in country.finders if country else ():
            yield words(joined(
                (finder.name, "bold"), f"  {finder.web or finder.phone}", f"\n{finder.notes}" if finder.notes else ""
            ), "after")
        yield from self._lines(world.finding)
        yield words(self.say("therapist", "script"), "label")
        yield from self._lines(world.script)
        yield words(self.say("therapist", "waiting"), "label")
        yield from self._lines(world.waiting_list)
        yield words(self.say("therapist", "full"), "gap after")

    def _lines(self, lines: Sequence[str]) -> ComposeResult:
        for line in lines:
            yield words(f"· {line}")

    def action_plan(self) -> None:
        """Plan the call like any other ask: it is always open."""
        self.coach.go(Place(view=View.FORM, form=FormName.BEFORE, subject=CONTACT))

    def action_country(self) -> None:
        """Choose the country."""
        self.coach.over(View.COUNTRY)
