"""Settings: country, colours, someone trusted, the scale, goals; and a way to say that this makes things worse."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.engine import FormName, Place, View, ways
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.theme import DUSK, PAPER
from coach.tui.widgets.choices import Choices, Row


class SettingsScreen(CoachScreen):
    """What can be changed, with what it is now."""

    CSS_PATH = "settings.tcss"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._is_sure = False

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("settings", "title"), ""

    def body(self) -> ComposeResult:
        """A row for each."""
        yield Choices(self._rows(), id="settings")
        if self.coach.folder:
            yield words(f"{self.say('settings', 'folder')}: {self.coach.folder}", "quiet gap")

    def _rows(self) -> list[Row]:
        sure = {"worse": self.say("worse", "sure")} if self._is_sure else {}
        return [
            Row(value=each.name, label=sure.get(each.name, each.label), right=each.value, key=str(number % 10))
            for number, each in enumerate(ways.settings(self.engine, self.app.theme), 1)
        ]

    async def on_screen_resume(self) -> None:
        """Show what was changed on the page over this one."""
        if self.query("#settings"):
            await self.rebuild()

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        """Change it."""
        match event.value:
            case "country":
                self.coach.over(View.COUNTRY)
            case "theme":
                self._next_theme()
                await self.rebuild()
            case "plain":
                self.engine.save_settings(plain=not self.engine.settings.plain)
                await self.rebuild()
            case "trusted":
                self.coach.aside(Place(view=View.FORM, form=FormName.TRUSTED))
            case "passphrase" if not self.engine.keeper.encrypted:
                self.coach.passphrase()
            case "passphrase":
                self.coach.tell(self.say("lock", "change"))
            case "scale":
                self.coach.aside(Place(view=View.FORM, form=FormName.ANCHORS))
            case "ladder":
                self.coach.go(Place(view=View.FORM, form=FormName.GOALS))
            case "export":
                self.coach.go(Place(view=View.FORM, form=FormName.EXPORT))
            case "about":
                self.coach.over(View.ABOUT, "about")
            case "worse" if self._is_sure:
                self.engine.say_worse()
                self.coach.tell(self.say("worse", "done"))
                self.coach.go(Place(view=View.STANDING))
            case "worse":
                self._is_sure = True
                await self.rebuild()

    def _next_theme(self) -> None:
        """Dusk, paper, then the built-in ones, and around."""
        own = [DUSK.name, PAPER.name]
        names = [*own, *sorted(name for name in self.app.available_themes if name not in own)]
        at = names.index(self.app.theme) if self.app.theme in names else 0
        self.app.theme = names[(at + 1) % len(names)]
        self.engine.save_settings(theme=self.app.theme)
