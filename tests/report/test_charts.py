"""A chart never rescales, can be read without colour, and says in words and in a table what it draws."""

from __future__ import annotations

import datetime as dt

import pytest

from coach.core.insight import insights
from coach.core.records import History
from coach.report.charts import (
    LEFT,
    RIGHT,
    Chart,
    Shape,
    feared_chart,
    place,
    reasons_chart,
    tension_chart,
    yes_chart,
)
from tests.report.history import attempts, texts


def charts(history: History) -> dict[str, Chart]:
    found = insights(history)
    made = (
        yes_chart(found.calibration), feared_chart(found.change, found.feared), tension_chart(found.tension),
        reasons_chart(found.reasons, texts().groups),
    )
    return {chart.id: chart for chart in made}


def test_the_axis_is_always_0_to_100() -> None:
    assert (place(0), place(100)) == (LEFT, RIGHT)
    assert place(50) - place(0) == pytest.approx(place(100) - place(50))


def test_a_value_off_the_axis_stands_at_its_end() -> None:
    assert (place(-5), place(10**9)) == (LEFT, RIGHT)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_below_five_attempts_a_chart_says_too_few_and_draws_nothing(count: int) -> None:
    for chart in charts(attempts(count)).values():
        assert chart.rows == ()
        assert chart.sentence.startswith("Too few yet")


def test_marks_in_one_chart_differ_in_shape_and_are_named() -> None:
    for chart in charts(attempts(100)).values():
        named = [key.shape for key in chart.keys]
        assert len(set(named)) == len(named)
        for row in chart.rows:
            assert {mark.shape for mark in row.marks} <= set(named)
            assert len({mark.shape for mark in row.marks}) == len(row.marks)


def test_the_table_beside_a_chart_holds_what_is_drawn() -> None:
    for chart in charts(attempts(100)).values():
        for row in chart.rows:
            assert len(row.cells) == len(chart.heads) - 1
            assert {str(mark.value) for mark in row.marks} <= set(row.cells)


def test_a_fall_in_expectation_is_drawn_from_before_to_after() -> None:
    first = charts(attempts(100))["feared"].rows[0]
    before, after = (next(m for m in first.marks if m.shape is shape) for shape in (Shape.RING, Shape.DOT))
    assert before.value > after.value
    assert (first.low, first.high) == (min(m.x for m in first.marks), before.x)


def test_every_attempt_is_in_exactly_one_period() -> None:
    for count in (5, 9, 10, 23, 100):
        chart = charts(attempts(count))["tension"]
        asks = sum(int(row.cells[0]) for row in chart.rows)
        assert asks == insights(attempts(count)).tension.count
        assert len(chart.rows) <= 4


def test_periods_over_a_new_year_name_the_year() -> None:
    labels = [row.label for row in charts(attempts(40, every=10))["tension"].rows]
    assert labels[0].endswith("26")
    assert labels[-1].endswith("27")


def test_each_sentence_gives_the_figures_of_its_chart() -> None:
    made = charts(attempts(100))
    found = insights(attempts(100))
    assert f"guessed at {found.calibration.expected} in 100" in made["yes"].sentence
    assert f"{found.change.before} in 100 before asking and {found.change.after} after" in made["feared"].sentence
    assert f"{found.reasons.kinds['me']} of them were about me" in made["reasons"].sentence


def test_shares_of_reasons_add_up_to_all_of_them() -> None:
    shares = [int(row.cells[1]) for row in charts(attempts(100))["reasons"].rows]
    assert abs(sum(shares) - 100) <= 2


def test_attempts_on_one_day_make_a_period_of_that_day() -> None:
    chart = charts(attempts(6, every=0))["feared"]
    day = dt.date(2026, 7, 6)
    assert [row.label for row in chart.rows] == [f"{day.day} Jul"]
