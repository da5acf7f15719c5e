"""Choosing a country by typing the start of its name. It is asked, never guessed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from coach.engine.ways import countries
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row
from coach.tui.widgets.field import Line


class CountryScreen(CoachScreen):
    """A field to type in, and the countries that fit."""

    CSS_PATH = "country.tcss"
    AUTO_FOCUS = "Line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "choose", priority=True),
        Binding("escape", "back", "back", key_display="esc"),
        Binding("down", "move(1)", "down", show=False, priority=True),
        Binding("up", "move(-1)", "up", show=False, priority=True),
    ]

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("settings", "country").lower(), ""

    def body(self) -> ComposeResult:
        """Type, then pick."""
        yield words(self.say("settings", "country_type"), "after")
        yield Line(placeholder="such as: Ireland", max_length=40, id="name")
        yield Choices(self._rows(""), id="found", pointed=True)

    def _rows(self, typed: str) -> list[Row]:
        return [Row(value=each.iso2, label=each.name) for each in countries(self.engine, typed)]

    def on_input_changed(self, event: Line.Changed) -> None:
        """Show the countries that fit."""
        self.query_one(Choices).show(self._rows(event.value))

    def action_move(self, by: int) -> None:
        """Move in the list while the cursor stays in the field."""
        self.query_one(Choices).action_move(by)

    def action_take(self) -> None:
        """Take the country the pointer is on."""
        self.query_one(Choices).action_pick()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Keep it and go back."""
        self.engine.save_settings(country=str(event.value))
        self.coach.back()
