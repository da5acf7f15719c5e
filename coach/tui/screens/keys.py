"""Every key, in one place."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from coach.tui.screens.base import CoachScreen
from coach.tui.text import words

KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Everywhere", (
        ("!", "help now, also while typing; again to go back (and in a text to write the mark)"),
        ("esc", "one level back"),
        ("q", "leave, nothing is lost (while typing: ctrl+q)"),
        ("F1", "this page"),
    )),
    ("A question", (
        ("1 2 3 …", "answer at once"),
        ("↑ ↓  enter", "move, choose"),
        ("space", "tick, where several fit"),
        ("← →", "move the mark on a scale; with shift by one; digits write the number"),
        ("s", "rather not say (while typing: ctrl+s)"),
        ("b", "the question before (while typing: esc)"),
        ("w", "why we ask (while typing: F2)"),
        ("enter, ctrl+n", "next, while typing; in a longer text enter makes a new line"),
    )),
    ("Home", (
        ("enter", "start the next step"),
        ("a  d", "another step, draw a card"),
        ("l  r  i  o", "ladder, review, insights, lessons"),
        ("x  c", "gentle exercises, contact someone"),
        ("k  w", "look back, why this advice"),
        (",", "settings"),
        ("ctrl+l", "hide everything, or lock it when there is a passphrase"),
    )),
    ("Review", (
        ("/", "search as you type"),
        ("o s c h f t l y", "only one answer, size, kind, way, feeling, time; lessons; on this day"),
        ("d  u", "delete, take back"),
        ("e  s  l", "in one record: correct, side by side, the step"),
    )),
    ("My ladder", (
        ("r  e", "rate again, change the words"),
        ("t  a", "take off or bring back, add"),
    )),
)


class KeysScreen(CoachScreen):
    """Keys by place."""

    CSS_PATH = "keys.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b,question_mark", "back", "back", key_display="esc"),
    ]

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return "keys", ""

    def body(self) -> ComposeResult:
        """A part for each place."""
        for place, keys in KEYS:
            yield words(place, "label")
            for key, what in keys:
                yield Horizontal(words(key, "key strong"), words(what, "what"), classes="line")
