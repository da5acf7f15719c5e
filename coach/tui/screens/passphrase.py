"""Choosing a passphrase: offered before the first question and in settings. Typed twice, never shown by itself."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.core.errors import PlainError
from coach.tui.screens.base import CoachScreen
from coach.tui.text import plain, words
from coach.tui.widgets.field import Line


class PassphraseScreen(CoachScreen):
    """Two lines that have to be the same, and what to know before."""

    CSS_PATH = "passphrase.tcss"
    AUTO_FOCUS = "#first"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "onward", "next", priority=True),
        Binding("escape", "back", "back without one", key_display="esc"),
        Binding("ctrl+t", "show", "show what I type"),
    ]

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return self.say("lock", "title"), ""

    def body(self) -> ComposeResult:
        """What it does, what it cannot do, two lines."""
        yield words(self.say("lock", "about"), "after")
        yield words(self.say("lock", "lost"), "after")
        yield words(self.say("lock", "first"), "quiet")
        yield Line(password=True, max_length=1000, id="first")
        yield words(self.say("lock", "second"), "quiet gap")
        yield Line(password=True, max_length=1000, id="second")
        yield words("", "accent gap", id="said")

    def action_show(self) -> None:
        """Show or hide the letters."""
        for line in self.query(Line):
            line.password = not line.password

    def action_onward(self) -> None:
        """To the second line; from there, encrypt."""
        first, second = self.query_one("#first", Line), self.query_one("#second", Line)
        if first.has_focus:
            second.focus()
        elif first.value != second.value:
            self._say(self.say("lock", "differ"))
        elif not first.disabled:
            first.disabled = second.disabled = True
            self._say(self.say("lock", "sealing"))
            self._seal(first.value)

    @work(thread=True)
    def _seal(self, passphrase: str) -> None:
        """Encrypting takes some seconds, so it is done beside the screen."""
        try:
            self.engine.keeper.set_passphrase(passphrase)
        except PlainError as error:
            self.app.call_from_thread(self._failed, error.plain)
        else:
            self.app.call_from_thread(self._done)

    def _failed(self, said: str) -> None:
        for line in self.query(Line):
            line.disabled = False
        self.query_one("#first", Line).focus()
        self._say(said)

    def _done(self) -> None:
        self.coach.tell(self.say("lock", "done"))
        self.coach.back()

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(plain(text))
