"""Whatever is stored, nothing of it steers the terminal: not on any screen, and not from any widget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.color import Color
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Label, OptionList, Static, TextArea

from coach.core.records import TABLE_OF, History, Record
from coach.engine import Engine
from coach.library import Library
from coach.tui.app import CoachApp
from coach.tui.guarded import GuardedApp
from coach.tui.output import NoSteering, quiet
from coach.tui.text import plain
from coach.tui.widgets.field import Field
from tests.capture import SCENES, Scene
from tests.support import walk
from tests.support.clock import FrozenClock
from tests.terminal.window import BEYOND_THE_SCREEN

MARK = "kept"
HOSTILE = (
    f"{MARK}\x1b]52;c;c2VjcmV0\x07\x1b]0;t\x07\x1b]8;;http://x\x1b\\"
    "\x1b[2J\x9b2J\x90q\x9c\x00\x08\x7f\u202e\u2066[/][b] "
)
"""The clipboard, the title, a link, an empty screen, and text turned round."""

REACHES = (
    "\x1b]52;c;c2VjcmV0\x07", "\x1b]0;t\x1b\\", "\x1bPq\x1b\\", "\x1b_G\x1b\\", "\x07", "\x9d0;t\x9c", "\x1bc",
    "\x1bkt\x1b\\",
)
DRAWS = re.compile(r"\x1b\[(?:\d+;\d+H|[\d;:]*m)")
"""What a picture is made of: going to a cell, and colour."""


def spoilt(value: Any) -> Any:
    """The same value; whatever somebody may have written in it also holds hostile characters."""
    if isinstance(value, str):
        return HOSTILE + value if " " in value else value
    if isinstance(value, dict):
        return {key: spoilt(each) for key, each in value.items()}
    return [spoilt(each) for each in value] if isinstance(value, list | tuple) else value


def spoil(engine: Engine) -> None:
    """Put hostile characters into everything that is stored, as a file changed by somebody else may hold."""
    for kind, table in TABLE_OF.items():
        stored = [msgspec.to_builtins(record) for record in getattr(engine.history, table)]
        records: list[Record] = [msgspec.convert(spoilt(record), type=kind) for record in stored]
        engine.keeper.commit(records, now=engine.now())


def drawn(app: App[Any]) -> str:
    """The screen as it is sent to a terminal, without what draws it."""
    return DRAWS.sub("", update(app.screen, app))


def update(screen: Screen[Any], app: App[Any]) -> str:
    """The whole screen as it is sent to a terminal."""
    picture: Any = screen._compositor.render_update(full=True)
    return str(picture.render_segments(app.console))


def people(library: Library) -> Iterator[tuple[Scene, Engine]]:
    """Everybody in the pictures; each kind of person is walked through Coach once."""
    walked: dict[Any, tuple[History, FrozenClock]] = {}
    for scene in SCENES:
        if scene.who not in walked:
            clock = FrozenClock()
            engine = walk.engine_of(library, clock)
            scene.who(engine, clock)
            walked[scene.who] = engine.history, clock
        history, clock = walked[scene.who]
        yield scene, walk.engine_of(library, clock, history)


async def test_no_screen_lets_stored_text_steer_the_terminal(library: Library) -> None:
    steering: dict[str, list[str]] = {}
    shown = set()
    app = CoachApp(walk.engine_of(library, FrozenClock()))
    async with app.run_test(size=(80, 24)) as pilot:
        for scene, engine in people(library):
            place = scene.place(engine)
            spoil(engine)
            app.engine = engine
            app.go(place or engine.start())
            await pilot.pause()
            picture = drawn(app)
            if found := BEYOND_THE_SCREEN.findall(picture):
                steering[scene.name] = found
            if f"{MARK}\ufffd]52;c;c2VjcmV0\ufffd" in picture:
                shown.add(scene.name)
    assert steering == {}
    assert {"14-rate", "15-ladder", "16-home", "23-out", "31-review", "32-detail"} <= shown, shown


class Careless(GuardedApp):
    """Shows text in widgets without the one door that every text of Coach goes through."""

    def compose(self) -> ComposeResult:
        """One of each."""
        content = Content(HOSTILE)
        yield Static(content)
        yield Label(content)
        yield Button(content)
        yield OptionList(content)
        yield TextArea(HOSTILE)
        yield Input(HOSTILE)
        yield Input(placeholder=HOSTILE)
        titled = Static("titled")
        titled.styles.border = ("round", "red")
        titled._border_title = content
        yield titled

    def on_mount(self) -> None:
        """And one that comes and goes."""
        self.notify(HOSTILE, markup=False)


async def test_no_widget_steers_the_terminal_even_with_text_from_anywhere() -> None:
    app = Careless()
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.pause()
        picture = drawn(app)
    assert BEYOND_THE_SCREEN.findall(picture) == []
    assert picture.count("]52;c;c2VjcmV0") >= 8


async def test_a_field_shows_what_steers_as_unknown(library: Library) -> None:
    class Writing(GuardedApp):
        def compose(self) -> ComposeResult:
            yield Field()

    app = Writing()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(Field).open(HOSTILE, multiline=True, limit=1000)
        await pilot.pause()
        assert f"{MARK}\ufffd]52;c;c2VjcmV0\ufffd\ufffd]0;t" in drawn(app)
        assert app.query_one(Field).text == plain(HOSTILE).plain


@pytest.mark.parametrize("text", ["a\x1bb", "\x9b2Jx", "a\u202eb", "tab\there", "a\rb", "\ud800", "a\u200fb"])
def test_a_line_keeps_its_width_without_what_steers(text: str) -> None:
    (line,) = NoSteering().apply([Segment(text)], Color(0, 0, 0))
    assert not BEYOND_THE_SCREEN.search(line.text)
    assert "\r" not in line.text
    assert line.cell_length == Segment(text).cell_length


@pytest.mark.parametrize("reaches", REACHES)
def test_output_never_reaches_beyond_the_screen_whoever_writes_it(reaches: str) -> None:
    picture = "\x1b[1;1H\x1b[31mtext\x1b[0m\r\n"
    assert BEYOND_THE_SCREEN.findall(quiet(picture + reaches + picture)) == []
    assert quiet(picture + reaches + picture).startswith(picture)
    assert quiet(picture + reaches + picture).endswith(picture)
    assert quiet(picture) == picture
