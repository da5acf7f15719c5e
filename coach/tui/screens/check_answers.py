"""Every answer of the screening on one page, before it is fixed; any of them can be changed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from coach.core.flow import answer_label
from coach.engine import FormName, Place, Session, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row

GO = "go"


class CheckAnswersScreen(CoachScreen):
    """What was answered, and the way on."""

    CSS_PATH = "check_answers.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b,escape", "back", "back"),
    ]

    def __init__(self, place: Place, session: Session) -> None:
        super().__init__(place)
        self.session = session

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("check", "title").lower(), self.session.form.title.lower()

    def body(self) -> ComposeResult:
        """The way on first, then each answer under its section."""
        yield words(self.say("check", "lead"), "after")
        rows = [Row(value=GO, label=self.say("check", "go"), key="g")]
        form = self.session.form
        for item_id, value in self.session.flow.record().items():
            item = form.item(item_id)
            rows.append(Row(
                value=item_id,
                label=item.short or item.text,
                right=answer_label(item, value, self.say("check", "skipped")),
                group=form.section_of(item_id).title,
            ))
        yield Choices(rows, id="answers")

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Fix the result, or look at one answer again."""
        if event.value == GO:
            self.coach.conclude(self.session)
        else:
            self.session.revise(str(event.value))
            self.coach.open_form(Place(view=View.FORM, form=FormName.SCREENING), self.session)

    def action_back(self) -> None:
        """Back to the last question."""
        self.session.back()
        self.coach.open_form(Place(view=View.FORM, form=FormName.SCREENING), self.session)
