"""Out you go: the ask, the way out of it, the one rule. The app may be closed here. Later: how did it go?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from coach.core.reflection import text
from coach.engine import FormName, Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row


class OutScreen(CoachScreen):
    """A card to take along, and the way to tell how it went."""

    CSS_PATH = "out.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b", "back", "home", key_display="esc"),
        Binding("q", "app.leave", "close Coach for now"),
    ]

    def head(self) -> tuple[str, str]:
        """Which page, which step."""
        return self.say("out", "title"), self.engine.attempt(self.place.subject).step_title

    def body(self) -> ComposeResult:
        """The card, and what to do when one is back."""
        before = self.engine.attempt(self.place.subject).before
        with Vertical(classes="card"):
            yield words(self.say("out", "ask"), "quiet")
            yield words(f"“{text(before, 'ask')}”", "strong after")
            if text(before, "exit_line"):
                yield words(self.say("out", "exit"), "quiet")
                yield words(f"“{text(before, 'exit_line')}”", "after")
            yield words(self.say("out", "rules"))
        yield words(self.say("out", "close"))
        yield words(self.say("out", "not_asking"), "quiet after")
        yield Choices(
            [
                Row(value="after", label=self.say("home", "open_attempt"), key="1"),
                Row(value="not_going", label=self.say("out", "not_going"), key="2"),
                Row(value="leave", label=self.say("out", "leave"), key="3"),
            ],
            id="ways",
        )

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Tell how it went, let it be, or close."""
        match event.value:
            case "after":
                self.coach.go(Place(view=View.FORM, form=FormName.AFTER, subject=self.place.subject))
            case "not_going":
                self.engine.drop_attempt(self.place.subject)
                self.coach.go(Place(view=View.THANKS))
            case _:
                self.coach.action_leave()

    def action_back(self) -> None:
        """Home."""
        self.coach.go(self.engine.onward())
