"""Hides everything, and asks for the passphrase where there is one. Nothing that was written is on this screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from coach.core.errors import PlainError
from coach.engine.ports import ShutKeeper
from coach.tui.text import plain, words
from coach.tui.widgets.field import Line
from coach.tui.widgets.frame import KeyLine, TopLine

if TYPE_CHECKING:
    from coach.tui.app import CoachApp


class UnlockScreen(Screen[None]):
    """Enter goes on; with a passphrase, once it fits. Help is open all the same."""

    CSS_PATH = "unlock.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "go on", priority=True),
        Binding("ctrl+t", "show", "show what I type"),
        Binding("ctrl+q", "app.leave", "leave", key_display="ctrl+q"),
    ]

    @property
    def coach(self) -> CoachApp:
        """The app, with its own type."""
        return cast("CoachApp", self.app)

    @property
    def is_locked(self) -> bool:
        """True when a passphrase is asked for, False when the screen only hides."""
        return isinstance(self.coach.engine.keeper, ShutKeeper)

    def compose(self) -> ComposeResult:
        """The frame, one line, one field."""
        yield TopLine(id="top")
        with Vertical(id="unlock"):
            name = "locked" if self.is_locked else "hidden"
            yield words(self.coach.say("lock", name), "strong after")
            if self.is_locked:
                yield Line(password=True, max_length=1000, id="passphrase")
            yield words("", "accent gap", id="said")
        with Vertical(id="foot"):
            yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Name the page."""
        self.query_one(TopLine).left = self.coach.say("app", "name")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to show where nothing is typed."""
        return self.is_locked if action == "show" else True

    def action_show(self) -> None:
        """Show or hide the letters."""
        line = self.query_one(Line)
        line.password = not line.password

    def action_open(self) -> None:
        """Try the passphrase, or show again what was hidden."""
        if not self.is_locked:
            self.coach.pop_screen()
            return
        typed = self.query_one(Line).value
        if typed and not self.query_one(Line).disabled:
            self._say(self.coach.say("lock", "opening"))
            self.query_one(Line).disabled = True
            self._try(typed)

    @work(thread=True)
    def _try(self, passphrase: str) -> None:
        """Opening takes a second or two, so it is done beside the screen."""
        opener = self.coach.opener
        assert opener is not None  # noqa: S101
        try:
            engine = opener(passphrase)
        except PlainError as error:
            self.app.call_from_thread(self._failed, error.plain)
        else:
            self.app.call_from_thread(self.coach.unlocked, engine)

    def _failed(self, said: str) -> None:
        line = self.query_one(Line)
        line.disabled = False
        line.value = ""
        line.focus()
        self._say(said)

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(plain(text))
