"""An ask that would not be kind right now: which check said so, and what to do instead."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.engine import Place, View
from coach.engine.ways import drop_words
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row


class CourtesyStopScreen(CoachScreen):
    """For a step before an attempt, and for an ask of one's own that touches a rule."""

    CSS_PATH = "courtesy_stop.tcss"

    @property
    def is_own(self) -> bool:
        """True for the words of an ask of one's own."""
        return self.place.form is not None

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("courtesy", "own_title" if self.is_own else "title").lower(), ""

    def body(self) -> ComposeResult:
        """The reasons, then the ways on."""
        yield words(self.say("courtesy", "own_lead" if self.is_own else "lead"), "after")
        if self.is_own:
            yield from self._rules()
            rows = [
                Row(value="rewrite", label=self.say("courtesy", "rewrite"), key="1"),
                Row(value="drop", label=self.say("courtesy", "drop"), key="2"),
            ]
        else:
            form = self.engine.library.form("courtesy")
            for item in self.place.items:
                yield words(form.item(item).text, "quote")
            rows = [
                Row(value="steps", label=self.say("courtesy", "another"), key="1"),
                Row(value="exercises", label=self.say("actions", "exercises"), key="2"),
                Row(value="home", label=self.say("courtesy", "home"), key="3"),
            ]
        yield words("")
        yield Choices(rows, id="ways")

    def _rules(self) -> ComposeResult:
        for rule in self.place.items:
            kinder = self.engine.library.advice.kinder(rule)
            yield words(kinder.title, "strong")
            yield words(kinder.why, "quiet")
            yield words(kinder.kinder, "quote after")

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Go on."""
        match event.value:
            case "rewrite":
                self.coach.rewrite(self.place)
            case "drop":
                self.coach.go(drop_words(self.engine, self.place))
            case "home":
                self.coach.go(self.engine.onward())
            case _:
                self.coach.go(Place(view=View(str(event.value))))
