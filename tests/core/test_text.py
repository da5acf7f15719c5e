"""No text can steer the terminal it is shown in, whatever was typed, pasted or brought in."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.text import REPLACEMENT, cells, one_line, printable, shortened

EVERY_CHARACTER = "".join(map(chr, range(sys.maxunicode + 1)))
TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = {"\u061c", "\u200e", "\u200f", "\ufeff"}

anything = st.text(st.characters(exclude_categories=()))


def steers(letter: str) -> bool:
    """Controls, halves of a character, other line ends, and all that turns the direction of the text."""
    return letter != "\n" and (
        unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(letter) in TURNS
        or letter in MARKS
    )


def test_of_all_characters_exactly_those_that_steer_are_replaced() -> None:
    for letter in filter(steers, EVERY_CHARACTER):
        assert printable(f"a{letter}b") in (f"a{REPLACEMENT}b", "a    b", "a\nb"), hex(ord(letter))
    plain = "".join(letter for letter in EVERY_CHARACTER if not steers(letter))
    assert printable(plain) == plain


@given(anything)
def test_printable_text_steers_nothing_can_be_saved_and_stays_as_it_is(text: str) -> None:
    shown = printable(text)
    assert not any(map(steers, shown))
    assert shown.encode().decode() == shown
    assert printable(shown) == shown


@pytest.mark.parametrize(("text", "shown"), [
    ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
    ("a\tb", "a    b"),
    ("\x1b[2Jgone", f"{REPLACEMENT}[2Jgone"),
    ("\x9b31mred", f"{REPLACEMENT}31mred"),
    ("\x1b]0;title\x07", f"{REPLACEMENT}]0;title{REPLACEMENT}"),
    ("yes\u202eon", f"yes{REPLACEMENT}on"),
    ("nul\x00", f"nul{REPLACEMENT}"),
    ("half \ud83d", f"half {REPLACEMENT}"),
    ("dzień dobry, שלום, 你好, 👩‍👧 é", "dzień dobry, שלום, 你好, 👩‍👧 é"),
    ("", ""),
])
def test_text_is_shown_as_written_but_for_what_steers(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(anything)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "  " not in line
    assert not any(map(steers, line))


def test_one_line_keeps_the_words_and_their_order() -> None:
    assert one_line("  I asked\n\nand\tshe   smiled\r\n") == "I asked and she smiled"


@given(anything, st.integers(0, 40))
def test_a_shortened_text_never_takes_more_room_than_it_was_given(text: str, width: int) -> None:
    short = shortened(text, width)
    assert cells(short) <= width
    assert len(short.splitlines()) <= 1
    assert short == one_line(text) or short.endswith("…") or width == 0


@pytest.mark.parametrize(("text", "width", "short"), [
    ("Ask a neighbour", 15, "Ask a neighbour"),
    ("Ask a neighbour", 14, "Ask a neighbo…"),
    ("Ask a neighbour", 7, "Ask a…"),
    ("你好吗", 6, "你好吗"),
    ("你好吗", 5, "你好…"),
    ("你好吗", 4, "你…"),
    ("e\u0301te\u0301", 3, "e\u0301te\u0301"),
    ("abc", 1, "…"),
    ("abc", 0, ""),
    ("", 0, ""),
])
def test_a_shortened_text_says_that_something_was_left_out(text: str, width: int, short: str) -> None:
    assert shortened(text, width) == short


@pytest.mark.parametrize(("text", "wide"), [("", 0), ("abc", 3), ("你好", 4), ("e\u0301", 1), ("…", 1), ("Ａ", 2)])
def test_a_text_is_as_wide_as_its_letters_are_in_a_terminal(text: str, wide: int) -> None:
    assert cells(text) == wide
