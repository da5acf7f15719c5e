"""What plain mode writes can be read at any width, by any terminal, and steers none."""

from __future__ import annotations

import io

import pytest

from coach.engine import Place, View
from coach.library import Library
from coach.plain.guide import Guide
from coach.plain.terminal import Bare, Prompting, terminal_for, wrapped
from coach.plain.views import VIEWS
from tests.plain.scripted import Scripted
from tests.support import walk
from tests.support.clock import FrozenClock

CONTACT = "Papyrus HOPELINE: 0800 068 4141, not confirmed; see its website, free, for people under 35"


@pytest.mark.parametrize("width", [20, 40, 76])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert all(len(line) <= width for line in wrapped(CONTACT, width))


@pytest.mark.parametrize("width", range(20, 76))
def test_a_phone_number_is_never_parted(width: int) -> None:
    assert sum("0800 068 4141" in line for line in wrapped(CONTACT, width)) == 1


def test_an_address_is_never_cut() -> None:
    address = "https://www.samaritans.org/how-we-can-help/contact-samaritan/"
    assert address in wrapped(f"Write to them: {address}", 40)


def test_a_numbered_answer_stays_right_of_its_number() -> None:
    assert wrapped("10. Ask my neighbour to water my plants", 24) == [
        "10. Ask my neighbour to", "    water my plants"
    ]


def test_empty_lines_stay() -> None:
    assert wrapped("one\n\ntwo", 40) == ["one", "", "two"]
    assert wrapped("", 40) == [""]


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "a\rb", "\u202e", "\x00", "\udcff"])
def test_nothing_that_was_written_steers_the_terminal(hostile: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    Bare(stream).write(f"You wrote: {hostile}")
    stream.seek(0)
    written = stream.read()
    assert not [letter for letter in written if letter != "\n" and not letter.isprintable()]


def test_a_terminal_of_few_letters_gets_those_it_has() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    Bare(stream).write("You could say: “I’m here … or not”. Café, 茶")
    stream.seek(0)
    assert stream.read() == "You could say: \"I'm here ... or not\". Caf?, ?\n"


def test_a_terminal_that_is_gone_is_the_end_of_input() -> None:
    class Gone(io.StringIO):
        def flush(self) -> None:
            raise OSError(5, "Input/output error")

    with pytest.raises(EOFError):
        Bare(Gone()).write("Anybody there?")


def test_the_width_is_one_that_can_be_read_when_there_is_no_terminal() -> None:
    assert Bare(io.StringIO()).width == 76


@pytest.mark.parametrize(("term", "kind"), [
    ("dumb", Bare), ("unknown", Bare), ("xterm-256color", Prompting), ("linux", Prompting), ("", Prompting),
])
def test_a_dumb_terminal_is_read_with_nothing_but_input(term: str, kind: type[Bare]) -> None:
    assert type(terminal_for(term)) is kind


def test_every_page_can_be_read_in_forty_columns(library: Library, clock: FrozenClock) -> None:
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    attempt = walk.out(engine)
    walk.back(engine, attempt)
    for view in set(View) - {View.FORM, View.CHECK_ANSWERS, View.COURTESY_STOP, View.PREVIEW}:
        subject = {View.WHY: "rejection", View.GROUNDING: "breathing"}.get(view, attempt)
        terminal = Scripted(["q"], width=40)
        guide = Guide(engine, terminal, VIEWS)
        guide.go(Place(view=view, subject="" if view is View.INSIGHTS else subject))
        guide.go_on()
        wide = [line for line in terminal.lines if len(line) > 40 and "://" not in line]
        assert not wide, view
        assert len(terminal.lines) > 3, view
