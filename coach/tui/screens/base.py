"""What every screen shares: the frame, one centred column, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from coach.engine import Engine, Place
from coach.tui.text import plain
from coach.tui.widgets.choices import Choices
from coach.tui.widgets.frame import KeyLine, TopLine

if TYPE_CHECKING:
    from coach.tui.app import CoachApp

SMALLEST = (60, 20)


class Body(VerticalScroll, can_focus=False):
    """The column a screen's content stands in; scrolls when the window is too low."""


class Column(Vertical):
    """What stands in the body; drawn anew by `recompose`."""

    def __init__(self, body: Callable[[], ComposeResult]) -> None:
        super().__init__(id="column")
        self._body = body

    def compose(self) -> ComposeResult:
        """The screen's own content."""
        yield from self._body()


class CoachScreen(Screen[None]):
    """A screen with its frame. Subclasses give `head`, `body` and their keys; `place` says what it is about."""

    AUTO_FOCUS = "Choices, Scale, Field"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "choose"),
        Binding("escape", "back", "back", key_display="esc"),
        Binding("q", "app.leave", "leave"),
        Binding("down,j", "scroll(3)", "down", show=False),
        Binding("up,k", "scroll(-3)", "up", show=False),
        Binding("pagedown", "scroll(15)", "page down", show=False),
        Binding("pageup", "scroll(-15)", "page up", show=False),
        Binding("question_mark", "app.keys", "keys", key_display="?", show=False),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    @property
    def coach(self) -> CoachApp:
        """The app, with its own type."""
        return cast("CoachApp", self.app)

    @property
    def engine(self) -> Engine:
        """What the screen asks and tells."""
        return self.coach.engine

    def say(self, section: str, name: str, **facts: object) -> str:
        """Shared wording, with facts filled in."""
        return self.coach.say(section, name, **facts)

    def head(self) -> tuple[str, str]:
        """Where I am, and how far: both ends of the top line."""
        return "", ""

    def body(self) -> ComposeResult:
        """What stands in the column."""
        return iter(())

    def foot(self) -> ComposeResult:
        """What stands between the column and the keys, if anything."""
        return iter(())

    def compose(self) -> ComposeResult:
        """Frame and column."""
        yield TopLine(id="top")
        yield Static("", id="small", markup=False)
        with Body(id="body"):
            yield Column(self.body)
        with Vertical(id="foot"):
            yield from self.foot()
            yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Fill the frame."""
        self.refresh_head()

    def on_resize(self, event: events.Resize) -> None:
        """Say so when the window is too small; everything stays usable."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        self.query_one("#small", Static).display = small
        if small:
            self.query_one("#small", Static).update(plain(self.say("app", "too_small")))

    def refresh_head(self) -> None:
        """Show `head` again after something changed."""
        left, right = self.head()
        top = self.query_one(TopLine)
        name = self.say("app", "name")
        top.left = f"{name} · {left}" if left else name
        top.right = right

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """A list scrolls by itself, to the row the cursor is on: not as a whole, which would hide what is above."""
        is_list = isinstance(widget, Choices)
        super().set_focus(widget, scroll_visible and not is_list, from_app_focus)
        if isinstance(widget, Choices):
            self.call_after_refresh(widget.show_cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is only told where there is a list."""
        return isinstance(self.focused, Choices) if action == "choose" else True

    def action_choose(self) -> None:
        """Enter belongs to the list that has the cursor."""

    def action_back(self) -> None:
        """One level back."""
        self.coach.back()

    def action_scroll(self, by: int) -> None:
        """Move through the page, where no list takes the arrow keys."""
        self.query_one(Body).scroll_relative(y=by, animate=False)

    async def rebuild(self) -> None:
        """Draw the column anew, after what it shows has changed."""
        focused = self.focused.id if self.focused is not None else None
        await self.query_one(Column).recompose()
        self.refresh_head()
        if focused and self.query(f"#{focused}"):
            self.query_one(f"#{focused}", Widget).focus()
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor on the first thing that takes keys."""
        for widget in self.query(self.AUTO_FOCUS or "*"):
            if widget.focusable:
                widget.focus()
                return
