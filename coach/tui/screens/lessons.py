"""The lessons that were kept, as cards, the latest first."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.core.reflection import stories, text
from coach.engine import Place, View, telling
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row


class LessonsScreen(CoachScreen):
    """One line each, with where it came from."""

    CSS_PATH = "lessons.tcss"

    def head(self) -> tuple[str, str]:
        """Which page, and how many."""
        return self.say("lessons", "title"), str(len(self._rows()) or "")

    def _rows(self) -> list[Row]:
        kept = [
            each for each in reversed(stories(self.engine.history))
            if each.reflection is not None and text(each.after, "keep") == "yes" and text(each.after, "lesson")
        ]
        return [
            Row(
                value=each.attempt.id, label=f"“{text(each.after, 'lesson')}”",
                note=f"{telling.when_said(each.attempt.at)} · {each.attempt.step_title}",
            )
            for each in kept
        ]

    def body(self) -> ComposeResult:
        """The lessons, or what will stand here."""
        rows = self._rows()
        if rows:
            yield Choices(rows, id="lessons")
        else:
            yield words(self.say("lessons", "empty"))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Read where it came from."""
        self.coach.go(Place(view=View.DETAIL, subject=str(event.value)))
