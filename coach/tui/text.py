"""The only door through which text enters a widget: made printable, and never read as markup."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from coach.core.text import printable

KEY = "key"
"""Name under which a piece of content keeps the key that a click on it presses."""

Part = str | tuple[str, str] | Content


def plain(text: str, style: str = "") -> Content:
    """The text as it is, in one style; nothing in it is markup and nothing steers the terminal."""
    return Content.styled(printable(text), style) if style else Content(printable(text))


def joined(*parts: Part) -> Content:
    """Several pieces, each a text, a text with its style, or content made before."""
    made = [
        part if isinstance(part, Content) else plain(part) if isinstance(part, str) else plain(*part)
        for part in parts
    ]
    return Content("").join(made)


def pressing(content: Content, key: str) -> Content:
    """The same content; a click on it is the same as pressing a key."""
    return content.stylize(Style.from_meta({KEY: key}))


def clickable(content: Content, action: str) -> Content:
    """The same content; a click on it runs an action of the screen."""
    return content.stylize(Style.from_meta({"@click": action}))


def words(text: str | Content, classes: str = "", id: str | None = None) -> Static:
    """A paragraph."""
    content = text if isinstance(text, Content) else plain(text)
    return Static(content, classes=classes, id=id, markup=False)
