"""What would be written of one's records, before it is: to write it, to change what is in it, or to leave it."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.core.errors import PlainError
from coach.engine import FormName, Place, View, exporting
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row

MARGINS = 10
"""Columns beside the text: the margins of the column, the rule beside the text and the scroll bar."""

WIDEST = 70


class PreviewScreen(CoachScreen):
    """The page for a therapist word for word; of the other formats what they hold, how large and where."""

    CSS_PATH = "preview.tcss"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._written = ""

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("settings", "export").lower(), "" if self._written else self.say("preview", "title")

    def body(self) -> ComposeResult:
        """What, where and how large, the ways on, and then the page."""
        if self._written:
            yield words(self._written, "strong after")
            yield Choices([Row(value="home", label=self.say("actions", "home"), key="1")], id="ways")
            return
        plan = exporting.planned(self.engine, min(WIDEST, self.app.size.width - MARGINS))
        yield words(self.say("preview", plan.form.value), "strong after")
        where = self.say("preview", "where", file=plan.name, size=plan.kilobytes)
        yield words(where, "quiet after")
        yield Choices(
            [
                Row(value=name, label=self.say("preview", name), key=str(number))
                for number, name in enumerate(("write", "change", "leave"), 1)
            ],
            id="ways",
        )
        if plan.page:
            yield words(plan.page, "quote", id="page")

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        """Write, change or leave."""
        match event.value:
            case "write":
                await self._write()
            case "change":
                place = Place(view=View.FORM, form=FormName.EXPORT)
                self.coach.open_form(place, exporting.chosen_again(self.engine))
            case "leave":
                exporting.leave(self.engine)
                self.coach.tell(self.say("preview", "left"))
                self.coach.go(self.engine.onward())
            case _:
                self.coach.go(self.engine.onward())

    async def _write(self) -> None:
        try:
            self._written = exporting.write(self.engine)
        except PlainError as error:
            self.coach.tell(error.plain)
        else:
            await self.rebuild()
