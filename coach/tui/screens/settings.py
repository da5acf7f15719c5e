"""Settings: country, colours, someone trusted, the scale, goals; and a way to say that this makes things worse."""

from __future__ import annotations

from textual.app import ComposeResult

from coach.engine import FormName, Place, View
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
        settings, country = self.engine.settings, self.engine.country()
        none = self.say("settings", "none")
        now = {
            "country": country.name if country else none,
            "theme": self.app.theme,
            "plain": self.say("settings", "on" if settings.plain else "off"),
            "trusted": settings.trusted.name or none,
            "passphrase": self.say("lock", "has") if self.engine.keeper.encrypted else none,
            "scale": "",
            "ladder": "",
            "export": "",
            "about": "",
            "worse": "",
        }
        labels = {name: self.say("settings", name) for name in now if name not in ("about", "passphrase")}
        labels |= {"about": self.say("welcome", "about"), "passphrase": self.say("lock", "title").capitalize()}
        if self._is_sure:
            labels["worse"] = self.say("worse", "sure")
        return [
            Row(value=name, label=labels[name], right=value, key=str(number % 10))
            for number, (name, value) in enumerate(now.items(), 1)
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
