"""`coach review` shows what was written, in any window and through any pipe, and steers no terminal."""

from __future__ import annotations

import json as stdlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.reflection import Story, stories
from coach.core.text import cells, one_line
from coach.report.review import review_json, review_text, wrapped
from tests.report.history import attempts, hostile, texts, whole

STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def told(count: int = 3) -> tuple[Story, ...]:
    return stories(whole(count))


def test_a_reflection_shows_its_prediction_beside_its_result() -> None:
    shown = review_text(told(1), texts(), 80)
    assert "6 Jul 2026 · Ask a café for a glass of tap water" in shown
    assert "no · Warm-up, 12" in shown
    row = next(line for line in shown.splitlines() if "What you feared" in line)
    assert row.split()[-3:] == ["80", "48", "40"]
    assert "before 62, peak 76, now 26" in shown
    assert "She looked up" in shown


@pytest.mark.parametrize("width", [10, 30, 60, 67, 68, 80, 200])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    for line in review_text(stories(hostile(30)), texts(), width).splitlines():
        assert cells(line) <= max(width, 30)


def test_nothing_that_was_written_is_lost_in_a_narrow_window() -> None:
    shown = "".join(review_text(told(1), texts(), 30).split())
    assert "She looked up, said that they only sell bottles, and smiled.".replace(" ", "") in shown


def test_no_character_that_steers_a_terminal_gets_out() -> None:
    assert not STEERING.search(review_text(stories(hostile(30)), texts(), 80))
    assert not STEERING.search(review_json(stories(hostile(30))))


def test_the_json_holds_the_texts_exactly_as_they_were_written() -> None:
    history = hostile(30)
    document = stdlib.loads(review_json(stories(history)))
    assert document["count"] == 30
    assert [each["attempt"]["before"]["ask"] for each in document["attempts"]] == [
        each.before["ask"] for each in history.attempts
    ]
    assert document["attempts"][0]["band"] == "warm_up"


def test_the_json_is_ascii_so_that_any_pipe_carries_it() -> None:
    assert review_json(stories(hostile(30))).isascii()


def test_the_order_given_is_kept() -> None:
    shown = review_text(tuple(reversed(told(3))), texts(), 80)
    titles = [line.split(" · ")[1] for line in shown.splitlines() if " Jul 2026 · " in line]
    assert titles == [one.attempt.step_title for one in reversed(told(3))]
    assert shown.endswith("3 attempts\n")


def test_nothing_found_is_said() -> None:
    assert review_text((), texts(), 80) == texts().string("review", "none") + "\n"
    assert "Nothing matches" in review_text((), texts(), 80)
    assert stdlib.loads(review_json(()))["attempts"] == []


def test_an_attempt_that_is_not_finished_has_no_empty_headings() -> None:
    open_one = Story(attempts(1).attempts[0])
    shown = review_text((open_one,), texts(), 80)
    assert "not finished yet" in shown
    assert "AFTER" not in shown


@given(st.text(max_size=120), st.integers(2, 40))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: int) -> None:
    pieces = wrapped(text, width)
    assert "".join(pieces).replace(" ", "") == one_line(text).replace(" ", "")
    assert all(cells(piece) <= width for piece in pieces)
