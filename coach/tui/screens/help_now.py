"""Help now: the calmest page of all. Numbers for the country, someone trusted, something to steady."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from coach.core.dates import long_date
from coach.core.support import Contact, emergency, is_old
from coach.engine import FormName, Place, View
from coach.engine.ways import helplines
from coach.tui.screens.base import CoachScreen
from coach.tui.text import joined, words

SHOWN = 5
"""How many lines stand above someone trusted; the rest follow at the end."""


class HelpNowScreen(CoachScreen):
    """Who to call or write to, by country. Escape leads back to the very same place."""

    CSS_PATH = "help_now.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b", "back", "back to where you were", key_display="esc"),
        Binding("c", "country", "country"),
        Binding("g", "ground", "steady yourself"),
        Binding("d", "details", "details"),
        Binding("t", "trusted", "someone you trust"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._told_for: tuple[str, object] = ("", None)
        self._in_full = False

    def head(self) -> tuple[str, str]:
        """Which page, and for which country."""
        country = self.engine.country()
        return self.say("help", "title"), country.name if country else self.say("settings", "none")

    def body(self) -> ComposeResult:
        """Emergency first, then lines, someone trusted, what to do with one's hands and breath."""
        country, world = self.engine.country(), self.engine.library.world
        if country is None:
            yield words(self.say("help", "no_country"), "after strong")
            number = " or ".join(each.number for each in world.emergency)
        else:
            number = emergency(country, world)
        yield self._line(self.say("help", "danger"), number, strong=True)
        yield words("")
        if country is not None:
            if country.emergency_note:
                yield words(country.emergency_note, "quiet")
            lines = helplines(country, self.place.subject)
            for contact in lines[:SHOWN]:
                yield from self._contact(contact)
            if not lines:
                yield words(self.say("help", "no_lines"), "quiet")
        yield self._line(self.say("help", "more"), world.directories[0].web.removeprefix("https://"))
        yield words("")
        yield self._line(self.say("help", "trusted"), self._trusted(), "t")
        yield self._line(self.say("help", "steady"), self.say("help", "steady_how"), "g")
        yield words(self.say("help", "nobody"), "gap")
        yield from self._checked()
        if country is not None:
            yield from self._rest(helplines(country, self.place.subject)[SHOWN:])

    def _rest(self, found: tuple[Contact, ...]) -> ComposeResult:
        if found:
            yield words("")
        for contact in found:
            yield from self._contact(contact)

    def _contact(self, contact: Contact) -> ComposeResult:
        """One line; in full with its languages, chat, page, notes and sources."""
        yield self._line(contact.name, contact.reach, contact.when)
        for detail in contact.details if self._in_full else ():
            yield self._line("", "", detail)

    def _line(self, name: str, reach: str, right: str = "", *, strong: bool = False) -> Horizontal:
        way = joined((reach, "bold $accent" if strong else "bold"), (f"{'   ' if reach else ''}{right}", "$quiet"))
        return Horizontal(words(name, "name"), words(way, "way"), classes="line")

    def _trusted(self) -> str:
        someone = self.engine.settings.trusted
        parts = [part for part in (someone.name, someone.reach) if part]
        return " · ".join(parts) or self.say("help", "trusted_none")

    def _checked(self) -> ComposeResult:
        country = self.engine.country()
        checked = country.checked if country else self.engine.library.world.checked
        if is_old(checked, self.engine.now().date()):
            yield words(self.say("help", "old"), "accent")
        yield words(self.say("help", "checked", date=long_date(checked)), "quiet")

    async def on_screen_resume(self) -> None:
        """Country or trusted person may have changed meanwhile."""
        if self._told_for != self._key():
            self._told_for = self._key()
            await self.rebuild()

    def on_mount(self) -> None:
        """Remember what is shown."""
        self._told_for = self._key()
        super().on_mount()

    def _key(self) -> tuple[str, object]:
        settings = self.engine.settings
        return settings.country, settings.trusted

    async def action_details(self) -> None:
        """Show everything that is known about each line, or the short page again."""
        self._in_full = not self._in_full
        await self.rebuild()

    def action_country(self) -> None:
        """Choose the country."""
        self.coach.over(View.COUNTRY)

    def action_ground(self) -> None:
        """Breathing, five senses."""
        self.coach.over(View.GROUNDING)

    def action_trusted(self) -> None:
        """Name someone, or change who it is."""
        self.coach.aside(Place(view=View.FORM, form=FormName.TRUSTED))
