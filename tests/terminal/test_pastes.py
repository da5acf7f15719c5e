"""What is pasted is text, whatever it holds: it is capped, it ends, and it never presses a key."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coach.tui import pastes as rules
from coach.tui.pastes import END, MOST, PATIENCE, START, EscapeKey, Pasted, Pastes, Piece
from tests.terminal import people
from tests.terminal.window import Window

ROOM = 1000
"""Characters that fit in the field of the windows here."""


def cut(data: str, sizes: list[int]) -> list[str]:
    """The data in pieces of these sizes, and the rest."""
    pieces = []
    for size in sizes:
        pieces.append(data[:size])
        data = data[size:]
    return [piece for piece in [*pieces, data] if piece]


def read(pieces: list[str], between: float = 0.001) -> list[Piece]:
    """What is told of pieces that arrive one after the other, and after a long silence."""
    pastes, now, told = Pastes(), 100.0, []
    for piece in pieces:
        told += pastes.feed(piece, now)
        now += between
        told += pastes.tick(now)
    for _ in range(4):
        now += PATIENCE + 1
        told += pastes.tick(now)
    return told


def keys(told: list[Piece]) -> str:
    """What is left to be read as keys."""
    return "".join(piece for piece in told if isinstance(piece, str))


def texts(told: list[Piece]) -> list[str]:
    """What was pasted."""
    return [piece.text for piece in told if isinstance(piece, Pasted)]


@given(st.text(max_size=300), st.lists(st.integers(1, 40), max_size=30))
def test_a_paste_arrives_whole_however_it_is_cut(text: str, sizes: list[int]) -> None:
    assume(END not in text + END[:-1])
    told = read(cut(START + text + END, sizes))
    assert texts(told) == [text]
    assert keys(told) == ""


@given(st.text(max_size=40), st.text(max_size=40), st.lists(st.integers(1, 20), max_size=30))
def test_a_paste_that_holds_its_own_end_presses_no_key(text: str, more: str, sizes: list[int]) -> None:
    told = read(cut(f"{START}{text}{END}\x11{more}{END}", sizes))
    assert "\x11" not in keys(told)


@given(st.lists(st.integers(1, 20), max_size=30))
def test_a_paste_that_holds_end_and_beginning_presses_no_key(sizes: list[int]) -> None:
    told = read(cut(f"{START}one{END}\x11q\r{START}two{END}", sizes))
    assert keys(told) == ""
    assert texts(told) == ["one", "two"]


def test_keys_after_a_paste_are_only_late() -> None:
    pastes = Pastes()
    assert pastes.feed(f"{START}one{END}a", 1.0) == [Pasted("one")]
    assert pastes.tick(1.0 + rules.ALERT / 2) == []
    assert pastes.tick(1.0 + rules.ALERT) == ["a"]


def test_a_paste_without_end_ends_by_itself_even_while_keys_are_pressed() -> None:
    pastes, now = Pastes(), 1.0
    assert pastes.feed(START + "some", now) == []
    told: list[Piece] = []
    while not told and now < 10:
        now += 0.3
        told = pastes.feed("x", now) + pastes.tick(now)
    assert now == pytest.approx(1.0 + PATIENCE, abs=0.31)
    assert texts(told)[0].startswith("some")
    assert pastes.feed("\x11", now + 1) == ["\x11"]


def test_a_slow_paste_is_still_one_paste() -> None:
    text = "word " * 2000
    assert texts(read(cut(START + text + END, [64] * 200), between=PATIENCE * 0.9)) == [text]


def test_a_paste_is_cut_where_it_is_larger_than_anybody_needs() -> None:
    assert texts(read([START, "x" * MOST, "y" * MOST, END])) == ["x" * MOST]


def test_a_flood_of_letters_in_a_terminal_that_does_not_mark_pastes_is_a_paste() -> None:
    told = read(["q" * rules.UNMARKED, "q\r"])
    assert keys(told) == ""
    assert texts(told) == ["q" * rules.UNMARKED, "q\r"]


def test_typing_fast_is_not_a_paste() -> None:
    word = "as fast as anybody can"
    assert keys(read([word[at : at + 3] for at in range(0, len(word), 3)])) == word


def test_escape_is_told_as_soon_as_it_cannot_be_anything_else() -> None:
    pastes = Pastes()
    assert pastes.feed("\x1b", 1.0) == []
    assert pastes.wait(1.0) == pytest.approx(rules.ESCAPE_WAIT)
    assert pastes.tick(1.0 + rules.ESCAPE_WAIT) == [EscapeKey()]
    assert pastes.feed("\x1b", 2.0) + pastes.feed("[A", 2.01) == ["\x1b[A"]


# -- in a terminal -----------------------------------------------------------------------------------------------


def test_a_megabyte_is_cut_with_a_notice_and_typing_goes_on(window: Window, writer: Path) -> None:
    begun = time.monotonic()
    window.send(START + "word " * 200_000 + END)
    window.until(f"There is room for {ROOM} characters here.")
    window.send("\x0e")
    window.until("question 3")
    assert time.monotonic() - begun < 15


def test_a_paste_without_its_end_mark_does_not_swallow_the_keys(window: Window, writer: Path) -> None:
    window.send(START + "no end")
    window.until("no end")
    window.send(" and on")
    window.until("no end and on")
    window.send("\x11")
    assert window.ended() == 0
    window.assert_clean()
    assert people.typed(writer) == "no end and on"


@pytest.mark.parametrize("inside", ["\x11", "\x1b[201~\x11", "\x1b[201~\x11\x1b[200~", "\r\x03\x04\x1a"])
def test_a_pasted_command_is_not_carried_out(window: Window, inside: str) -> None:
    window.send(f"{START}before {inside} after{END}")
    window.until("before")
    window.send(" still here")
    window.until("still here")


def test_what_steers_a_terminal_is_shown_as_unknown(window: Window) -> None:
    window.send(f"{START}a\x00b\x1b[2Jc\x9bd\u202ee\x1b]52;c;c2VjcmV0\x07f{END}")
    window.until("ab\ufffd[2Jc\ufffdd\ufffde\ufffd]52;c;c2VjcmV0\ufffdf")
    window.assert_within_the_screen()


def test_a_hundred_thousand_unmarked_letters_do_not_hold_it_up(window: Window) -> None:
    begun = time.monotonic()
    window.send("word " * 20_000)
    window.until(f"There is room for {ROOM} characters here.")
    window.send("\x11")
    assert window.ended() == 0
    assert time.monotonic() - begun < 15
