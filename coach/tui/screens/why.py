"""A short page: why something is asked, or what Coach is and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.tui.screens.base import CoachScreen
from coach.tui.text import words


def prose(text: str) -> Iterator[Static]:
    """A page of content as paragraphs: a first line with `# ` is its title, a line with `Source:` is quiet."""
    paragraph: list[str] = []

    def flush() -> Iterator[Static]:
        if paragraph:
            yield words(" ".join(paragraph), "after")
            paragraph.clear()

    for line in text.splitlines():
        if line.startswith("#"):
            yield from flush()
            yield words(line.lstrip("# "), "title")
        elif line.startswith("Source:"):
            yield from flush()
            yield words(line, "quiet")
        elif line.startswith(("- ", "* ")):
            yield from flush()
            yield words(f"· {line[2:]}")
        elif line.strip():
            paragraph.append(line.strip())
        else:
            yield from flush()
    yield from flush()


class WhyScreen(CoachScreen):
    """One page of `content/why/`."""

    CSS_PATH = "why.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b,w", "back", "back", key_display="esc"),
    ]

    def head(self) -> tuple[str, str]:
        """Which page this is."""
        return "about" if self.place.subject == "about" else self.say("form", "why").lower(), ""

    def body(self) -> ComposeResult:
        """The page."""
        yield from prose(self.engine.library.why(self.place.subject or "about"))
