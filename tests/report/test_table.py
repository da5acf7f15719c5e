"""The table is one row an attempt, plain for a program and harmless in a spreadsheet."""

from __future__ import annotations

import csv as reader
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.records import Attempt, History
from coach.report.table import COLUMNS, FORMULA, csv
from tests.report.history import HOSTILE, NOW, attempts, hostile, texts, whole


def rows(history: History) -> list[dict[str, str]]:
    return list(reader.DictReader(io.StringIO(csv(history, texts()), newline="")))


def test_there_is_one_row_for_each_attempt_oldest_first() -> None:
    found = rows(whole(12))
    assert [row["attempt"] for row in found] == [f"a{number:03}" for number in range(12)]


def test_a_row_tells_the_plan_what_came_and_the_look_back_in_words() -> None:
    row = rows(whole(1))[0]
    assert row["step"] == "Ask a café for a glass of tap water"
    assert (row["band"], row["outcome"], row["channel"]) == ("Warm-up", "no", "Face to face")
    assert (row["p_feared"], row["p_feared_after"], row["lb_feared"]) == ("80", "48", "40")
    assert row["reasons"] == "They were busy, or it was a bad moment"
    assert row["drop"] == ""
    assert row["reflected_at"].endswith("+01:00")


def test_every_column_is_documented_once() -> None:
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    assert all(column.meaning for column in COLUMNS)
    assert list(rows(whole(1))[0]) == [column.name for column in COLUMNS]


def test_answers_about_safety_are_not_in_the_table() -> None:
    assert "safety" not in csv(whole(), texts())
    assert "alive" not in csv(whole(), texts())


def test_lines_end_as_the_standard_says_and_every_row_has_every_cell() -> None:
    document = csv(hostile(30), texts())
    found = list(reader.reader(io.StringIO(document, newline=""), strict=True))
    assert {len(row) for row in found} == {len(COLUMNS)}
    assert len(found) == 31
    assert document.endswith("\r\n")


def test_what_a_spreadsheet_would_run_is_marked_as_text() -> None:
    cells = [cell for row in rows(hostile(30)) for cell in row.values()]
    assert not any(cell.startswith(FORMULA) for cell in cells)
    assert "'" + HOSTILE[3] in cells


@pytest.mark.parametrize("start", FORMULA)
def test_each_sign_that_starts_a_formula_is_known(start: str) -> None:
    attempt = Attempt(id="a", at=NOW, step="s", step_title=f"{start}1+1", rating=1, before={})
    assert rows(History(attempts=(attempt,)))[0]["step"].startswith("'")


@given(st.text(max_size=30))
def test_no_text_at_all_becomes_a_formula_or_is_lost(text: str) -> None:
    attempt = Attempt(id="a", at=NOW, step="s", step_title=text, rating=1, before={"ask": f"={text}"})
    row = rows(History(attempts=(attempt,)))[0]
    assert row["ask"].startswith("'=")
    assert not row["step"].startswith(FORMULA)


def test_characters_that_steer_a_terminal_do_not_reach_the_table() -> None:
    document = csv(hostile(30), texts())
    assert not any(letter in document for letter in "\x1b\x07\x00\u202e")


def test_an_attempt_without_a_reflection_has_a_row() -> None:
    history = History(attempts=attempts(1).attempts)
    assert rows(history)[0]["outcome"] == ""
