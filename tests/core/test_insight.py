"""Insights: numbers that are true to the records, each with a sentence, and none about a person's worth."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.insight import FEW, insights
from coach.core.insight_shapes import Insight, Insights
from coach.core.model import Category, Channel
from coach.core.records import Outcome
from tests.core.practice import NOW, WORDS, Diary


def all_of(found: Insights) -> list[Insight]:
    """Each insight by itself."""
    return [getattr(found, name) for name in found.__struct_fields__]


def asked(*rows: tuple[int, Outcome], **after: Any) -> Insights:
    """Insights of attempts with these guesses at a yes and these outcomes."""
    diary = Diary()
    diary.step("tea", 10, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    for day, (guess, outcome) in enumerate(rows, start=1):
        diary.attempt("tea", day, outcome=outcome, before={"p_yes": guess}, **after)
    return insights(diary.history)


YES, NO = Outcome.YES, Outcome.NO


def test_nothing_yet_is_told_as_too_few() -> None:
    for found in all_of(insights(Diary().history)):
        assert found.few and found.count == 0
        assert WORDS.say(found.sentence)


def test_an_insight_is_too_few_below_five_attempts_and_not_from_five_on() -> None:
    four, five = asked(*[(40, NO)] * 4), asked(*[(40, NO)] * 5)
    for name in ("calibration", "feared", "change", "tension", "reasons", "by_category", "by_channel", "days"):
        assert getattr(four, name).few, name
        assert not getattr(five, name).few, name
    assert WORDS.say(four.calibration.sentence).startswith("Too few yet: 4")


# ---- Guessed and actual yes ----


def test_calibration_puts_each_guess_in_its_bin_with_its_count() -> None:
    found = asked((0, NO), (19, YES), (20, NO), (55, YES), (100, YES)).calibration
    assert [(b.low, b.high, b.count, b.came) for b in found.bins] == [
        (0, 19, 2, 50), (20, 39, 1, 0), (40, 59, 1, 100), (60, 79, 0, None), (80, 100, 1, 100),
    ]


def test_calibration_says_when_people_say_yes_more_often_than_expected() -> None:
    found = asked((20, YES), (20, YES), (20, YES), (20, NO), (20, NO)).calibration
    assert (found.expected, found.came) == (20, 60)
    assert WORDS.say(found.sentence) == (
        "People say yes more often than you expect: you guessed 20 in 100, and 60 in 100 came."
    )


@pytest.mark.parametrize(("guess", "way"), [(50, "more"), (51, "close"), (60, "close"), (69, "close"), (70, "less")])
def test_calibration_closer_than_ten_points_is_called_close(guess: int, way: str) -> None:
    rows = [(guess, YES)] * 3 + [(guess, NO)] * 2
    assert asked(*rows).calibration.sentence.id == f"yes.{way}"


def test_a_partly_is_half_a_yes_and_a_bad_encounter_is_neither() -> None:
    found = asked((50, Outcome.PARTLY), (50, Outcome.STOPPED), (50, Outcome.NOT_ASKED)).calibration
    assert (found.count, found.came, found.brier) == (1, 50, 0.0)


@pytest.mark.parametrize(
    ("guess", "outcome", "brier", "sentence"),
    [(100, YES, 0.0, "brier.near"), (60, YES, 0.16, "brier.fair"), (50, YES, 0.25, "brier.coin"),
     (0, YES, 1.0, "brier.far")],
)
def test_the_brier_score_is_the_mean_squared_distance_told_in_words(
    guess: int, outcome: Outcome, brier: float, sentence: str
) -> None:
    found = asked(*[(guess, outcome)] * 5).calibration
    assert found.brier == pytest.approx(brier)
    assert found.brier_sentence.id == sentence


# ---- Feared, change, tension ----


def test_feared_outcomes_are_counted_as_they_happened() -> None:
    diary = Diary()
    diary.step("tea", 10)
    for day, happened in enumerate(["no", "no", "no", "partly", "yes", "skip"], start=1):
        diary.attempt("tea", day, feared_happened=happened, before={"p_feared": 70})
    found = insights(diary.history).feared
    assert (found.count, found.happened, found.partly, found.not_happened) == (5, 1, 1, 3)
    assert found.expected == 70
    assert WORDS.say(found.sentence) == (
        "You gave your fears 70 in 100. They came true in 1 of 5 asks, and in part in 1."
    )


def test_change_follows_each_step_over_time_with_the_day_after() -> None:
    diary = Diary()
    diary.step("tea", 10)
    diary.step("pen", 20)
    first = diary.attempt("tea", 9, before={"p_feared": 80}, p_feared_after=60)
    diary.look_back(first, lb_feared=50)
    diary.attempt("pen", 8, before={"p_feared": 40}, p_feared_after=10)
    diary.attempt("tea", 7, before={"p_feared": 60}, p_feared_after=20)
    found = insights(diary.history).change
    assert [(s.title, [(p.before, p.after, p.later) for p in s.points]) for s in found.steps] == [
        ("tea", [(80, 60, 50), (60, 20, None)]), ("pen", [(40, 10, None)]),
    ]
    assert (found.before, found.after) == (60, 30)


@pytest.mark.parametrize(("after", "sentence"), [(57, "fell"), (58, "same"), (62, "same"), (63, "rose")])
def test_change_tells_a_fall_and_a_rise_alike(after: int, sentence: str) -> None:
    assert asked(*[(40, NO)] * 5, p_feared_after=after).change.sentence.id == f"change.{sentence}"


def test_tension_has_before_peak_and_now_of_each_attempt_that_has_all_three() -> None:
    diary = Diary()
    diary.step("tea", 10)
    diary.attempt("tea", 2, before={"tension_before": 60}, tension_peak=80, tension_now=20)
    diary.attempt("tea", 1, tension_now="skip")
    found = insights(diary.history).tension
    assert [(row.before, row.peak, row.now) for row in found.rows] == [(60, 80, 20)]
    assert (found.before, found.peak, found.now) == (60, 80, 20)


# ---- Reasons, days, groups, lessons ----


def test_reasons_for_a_no_are_counted_by_kind_and_a_yes_leaves_them_alone() -> None:
    diary = Diary()
    diary.step("tea", 10)
    diary.attempt("tea", 3, outcome=NO, reasons=("situation.busy", "me.wording"))
    diary.attempt("tea", 2, outcome=Outcome.NO_ANSWER, reasons=("them.day", "unknown.open"))
    diary.attempt("tea", 1, outcome=YES, reasons=("me.person",))
    found = insights(diary.history).reasons
    assert found.kinds == {"situation": 1, "them": 1, "me": 1, "unknown": 1}
    assert found.count == 2


def test_reasons_that_were_mostly_about_oneself_get_a_kind_question() -> None:
    assert asked(*[(40, NO)] * 5, reasons=("me.person",)).reasons.sentence.id == "reasons.me"
    assert asked(*[(40, NO)] * 5, reasons=("them.day",)).reasons.sentence.id == "reasons.not_me"


def test_days_practised_are_distinct_days_and_count_a_choice_not_to_ask() -> None:
    found = asked((40, NO), (40, Outcome.NOT_ASKED), (40, YES)).days
    assert (found.days, found.made, found.not_asked) == (3, 2, 1)
    assert (found.first, found.last) == (dt.date(2026, 11, 19), dt.date(2026, 11, 21))


def test_by_category_shows_which_asks_are_left() -> None:
    diary = Diary()
    diary.step("tea", 10, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    diary.step("no", 30, category=Category.BOUNDARY, channel=Channel.PHONE)
    for day in (9, 8, 7, 6):
        diary.attempt("tea", day, outcome=YES)
    diary.attempt("no", 5, before={"p_feared": 60}, p_feared_after=40)
    diary.dropped("no", 4)
    diary.attempt("no", 3, outcome=Outcome.NOT_ASKED)
    found = insights(diary.history)
    rows = [(g.name, g.planned, g.made, g.yes, g.no, g.not_made, g.change) for g in found.by_category.rows]
    assert rows == [("ask_favour", 4, 4, 4, 0, 0, -30), ("boundary", 3, 1, 0, 1, 2, -20)]
    assert WORDS.say(found.by_category.sentence) == (
        "The kind you leave most often: setting a limit, 2 of 3 plans. A smaller one there may help."
    )
    assert [g.name for g in found.by_channel.rows] == ["in_person", "phone"]


def test_two_plans_left_among_many_are_an_accident_and_not_told() -> None:
    diary = Diary()
    diary.step("tea", 10, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    for day in range(1, 8):
        diary.attempt("tea", day, outcome=NO)
    for day in (8, 9):
        diary.dropped("tea", day)
    assert "leave" not in WORDS.say(insights(diary.history).by_category.sentence)



def test_lessons_kept_are_newest_first_and_those_let_go_are_absent() -> None:
    diary = Diary()
    diary.step("tea", 10)
    diary.attempt("tea", 3, lesson="Old", keep="yes")
    diary.attempt("tea", 2, lesson="Let go", keep="no")
    diary.attempt("tea", 1, lesson="New", keep="yes")
    found = insights(diary.history).lessons
    assert [lesson.text for lesson in found.rows] == ["New", "Old"]
    assert WORDS.say(found.sentence) == "2 lessons kept. They come back before similar asks."


ANSWERS = st.fixed_dictionaries({}, optional={
    "p_feared_after": st.integers(0, 100) | st.just("skip"),
    "cost_after": st.integers(0, 100) | st.just("skip"),
    "tension_now": st.integers(0, 100) | st.just("skip"),
    "feared_happened": st.sampled_from(["yes", "partly", "no", "skip"]),
    "reasons": st.lists(st.sampled_from(["me.size", "them.day", "situation.rule", "unknown.open"])).map(tuple),
    "lesson": st.sampled_from(["A line", "skip", ""]),
    "keep": st.sampled_from(["yes", "no", "skip"]),
})


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(st.tuples(st.sampled_from(Outcome), st.integers(0, 100), ANSWERS), max_size=12))
def test_every_insight_of_any_practice_has_words_and_numbers_in_range(
    rows: list[tuple[Outcome, int, dict[str, Any]]]
) -> None:
    diary = Diary()
    diary.step("tea", 10, category=Category.DATING, channel=Channel.MESSAGE)
    for day, (outcome, guess, answers) in enumerate(rows, start=1):
        before: dict[str, Any] = {"p_yes": guess, "p_feared": 100 - guess}
        diary.attempt("tea", day, outcome=outcome, before=before, **answers)
    found = insights(diary.history)
    for one in all_of(found):
        assert "{" not in WORDS.say(one.sentence)
        assert one.few is (one.count < FEW)
    assert WORDS.say(found.calibration.brier_sentence)
    assert sum(b.count for b in found.calibration.bins) == found.calibration.count
    assert found.calibration.brier is None or 0 <= found.calibration.brier <= 1
    assert 0 <= found.calibration.came <= 100
    assert NOW.date() > (found.days.last or dt.date.min)
