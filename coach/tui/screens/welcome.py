"""The first thing anybody sees: what Coach is and is not, and where the answers stay. Asks nothing yet."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.engine import FormName, Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row

WAYS = (
    ("start", "welcome", "start"),
    ("country", "welcome", "country"),
    ("passphrase", "lock", "offer"),
    ("about", "welcome", "about"),
    ("leave", "welcome", "leave"),
)
"""What to do from here: its name, and where its words are."""


class WelcomeScreen(CoachScreen):
    """What this is, before anything is asked."""

    CSS_PATH = "welcome.tcss"

    def head(self) -> tuple[str, str]:
        """Welcome, and the country once it is chosen."""
        country = self.engine.country()
        return self.say("welcome", "title").lower(), country.name if country else ""

    def body(self) -> ComposeResult:
        """Four short paragraphs and what to do."""
        yield words(self.say("welcome", "lead"), "strong after")
        yield words(self.say("welcome", "is"), "after")
        yield words(self.say("welcome", "is_not"), "after")
        yield words(self.say("welcome", "stays"), "after")
        yield words(self.say("welcome", "alone"), "after")
        ways = [each for each in WAYS if each[0] != "passphrase" or not self.engine.keeper.encrypted]
        yield Choices(
            [
                Row(value=name, label=self.say(section, key), key=str(number))
                for number, (name, section, key) in enumerate(ways, 1)
            ],
            id="what",
        )

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Go where was chosen."""
        match event.value:
            case "start":
                self.engine.save_settings(welcomed=True)
                self.coach.go(Place(view=View.FORM, form=FormName.SCREENING))
            case "country":
                self.coach.go(Place(view=View.COUNTRY))
            case "passphrase":
                self.coach.passphrase()
            case "about":
                self.coach.go(Place(view=View.ABOUT, subject="about"))
            case _:
                self.coach.action_leave()

    async def on_screen_resume(self) -> None:
        """The country or a passphrase may have been chosen meanwhile."""
        if self.query("#what"):
            await self.rebuild()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before this page."""
        return False if action == "back" else super().check_action(action, parameters)
