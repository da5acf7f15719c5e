"""When a reflection counts, when practice has gone mechanical, and what side by side says."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.records import Attempt, Outcome, Reflection, Stage
from coach.core.reflection import (
    SideBySide,
    Story,
    counts,
    mechanical,
    missing,
    side_by_side,
    stories,
    story,
)
from tests.core.practice import DONE, NOW, WORDS, Diary


def reflection(**answers: Any) -> Reflection:
    return Reflection(id="r", at=NOW, attempt="a", outcome=Outcome.NO, answers=answers)


# ---- One story of three records ----


def test_a_story_holds_the_attempt_its_reflection_and_its_look_back() -> None:
    diary = Diary()
    diary.step("tea", 10)
    first = diary.attempt("tea", 3)
    diary.look_back(first, lb_feared=20)
    second = diary.open("tea", 1)
    told = stories(diary.history)
    assert [one.attempt.id for one in told] == [first.id, second.id]
    assert told[0].look_back is not None and told[0].reflection is not None
    assert told[1].reflection is None and not told[1].is_made and not told[1].is_not_made
    assert story(diary.history, first.id) == told[0]
    assert story(diary.history, "nobody") is None


def test_stories_are_oldest_first_even_after_an_import_in_another_order() -> None:
    diary = Diary()
    diary.step("tea", 10)
    late, early = diary.attempt("tea", 1), diary.attempt("tea", 5)
    assert [one.attempt.id for one in stories(diary.history)] == [early.id, late.id]


# ---- When it counts ----


def test_a_reflection_counts_with_a_reason_a_feeling_and_the_re_rating_however_short() -> None:
    assert counts(reflection(reasons=("me.wording",), feelings="ok", p_feared_after=0))
    assert counts(reflection(reasons_words="shop closed", feelings="ok", p_feared_after=10))


def test_a_long_reflection_without_them_does_not_count() -> None:
    assert not counts(reflection(happened="and then " * 200, lesson="much", p_feared_after=10))


@pytest.mark.parametrize(
    ("gone", "value", "name"),
    [("reasons", "skip", "reason"), ("reasons", (), "reason"), ("feelings", "skip", "feeling"),
     ("feelings", "  ", "feeling"), ("p_feared_after", "skip", "rating")],
)
def test_what_is_missing_is_named(gone: str, value: Any, name: str) -> None:
    assert missing(reflection(**{**DONE, gone: value})) == (name,)


# ---- Noticing the mechanical ----


def routine(**third: Any) -> Diary:
    """Three reflections that are the same in text and ratings, done at leisure."""
    diary = Diary()
    diary.step("tea", 10)
    same: dict[str, Any] = {"happened": "She said no and smiled", "seconds": 90}
    diary.attempt("tea", 5, **same)
    diary.attempt("tea", 4, **same)
    diary.attempt("tea", 3, **{**same, **third})
    return diary


def test_mechanical_alike_and_same_ratings_are_noticed_together() -> None:
    assert mechanical(routine().history, NOW) == ("alike", "same_ratings")


def test_mechanical_needs_two_signs() -> None:
    assert mechanical(routine(happened="He laughed with us and told a long story").history, NOW) == ()
    assert mechanical(routine(p_feared_after=35).history, NOW) == ()


def test_mechanical_alike_sees_through_one_changed_word() -> None:
    told = "She said no and smiled and I went home by bus"
    diary = routine(happened=told)
    diary.attempt("tea", 2, happened=told.replace("bus", "tram"))
    diary.attempt("tea", 1, happened=told)
    assert "alike" in mechanical(diary.history, NOW)


def test_mechanical_quick_is_a_form_done_in_under_20_seconds() -> None:
    slow = routine(p_feared_after=35, seconds=20)
    quick = routine(p_feared_after=35, seconds=19)
    assert mechanical(slow.history, NOW) == ()
    assert mechanical(quick.history, NOW) == ("alike", "quick")


def test_mechanical_quick_is_not_told_of_a_form_that_was_not_timed() -> None:
    assert mechanical(routine(p_feared_after=35, seconds=0).history, NOW) == ()


def test_mechanical_many_is_more_than_three_attempts_in_a_day() -> None:
    diary = Diary()
    diary.step("tea", 10)
    for _ in range(3):
        diary.attempt("tea", 1, seconds=9)
    assert "many" not in mechanical(diary.history, NOW)
    diary.attempt("tea", 1, seconds=9)
    assert {"quick", "many"} <= set(mechanical(diary.history, NOW))


def test_mechanical_says_nothing_about_empty_texts_alone() -> None:
    diary = Diary()
    diary.step("tea", 10)
    for day in (5, 4, 3):
        diary.attempt("tea", day, happened="skip", feelings="skip", seconds=9, p_feared_after=day)
    assert mechanical(diary.history, NOW) == ()


def test_mechanical_stays_noticed_until_one_different_question_is_answered() -> None:
    diary = routine()
    diary.attempt("tea", 2, happened="He asked me where I am from", p_feared_after=50)
    assert mechanical(diary.history, NOW) == ("alike", "same_ratings")
    diary.attempt("tea", 1, diff_3="Warm hands")
    assert mechanical(diary.history, NOW) == ()


def test_mechanical_is_not_ended_by_a_skipped_question() -> None:
    diary = routine()
    diary.attempt("tea", 1, diff_3="skip")
    assert mechanical(diary.history, NOW) != ()


def test_mechanical_starts_afresh_after_a_different_question() -> None:
    diary = routine(diff_1="A red scarf")
    diary.attempt("tea", 1, happened="She said no and smiled")
    assert mechanical(diary.history, NOW) == ()


def test_mechanical_leaves_bad_encounters_and_choices_not_to_ask_alone() -> None:
    diary = Diary()
    diary.step("tea", 10)
    for day in (5, 4, 3):
        diary.attempt("tea", day, outcome=Outcome.STOPPED, seconds=5)
        diary.attempt("tea", day, outcome=Outcome.NOT_ASKED, seconds=5)
    assert mechanical(diary.history, NOW) == ()


def test_mechanical_looks_at_nothing_later_than_now() -> None:
    assert mechanical(routine().history, NOW - dt.timedelta(days=4)) == ()


# ---- Side by side ----


def beside(outcome: Outcome = Outcome.NO, before: dict[str, Any] | None = None, **after: Any) -> SideBySide:
    diary = Diary()
    diary.step("tea", 10)
    attempt = diary.attempt("tea", 1, outcome=outcome, before=before, **after)
    diary.look_back(attempt, lb_feared=25)
    found = story(diary.history, attempt.id)
    assert found is not None
    return side_by_side(found)


def said(picture: SideBySide) -> list[str]:
    return [WORDS.say(sentence) for sentence in picture.sentences]


def test_side_by_side_shows_prediction_and_result_of_the_sketch() -> None:
    plan = {"p_feared": 70, "p_yes": 20, "cost": 60, "tension_before": 55}
    picture = beside(before=plan, p_feared_after=30, cost_after=15, tension_peak=70, tension_now=20)
    assert (picture.p_feared, picture.p_feared_after, picture.p_feared_later) == (70, 30, 25)
    assert (picture.tension_before, picture.tension_peak, picture.tension_now) == (55, 70, 20)
    assert said(picture) == [
        "You expected 70 in 100, and afterwards gave it 30.", "A no was a quarter as bad as you thought.",
    ]


@pytest.mark.parametrize(
    ("cost", "after", "words"),
    [
        (100, 0, "A no was hardly bad at all."),
        (60, 20, "A no was a third as bad as you thought."),
        (60, 30, "A no was half as bad as you thought."),
        (60, 40, "A no was two thirds as bad as you thought."),
        (60, 45, "A no was three quarters as bad as you thought."),
        (60, 58, "A no was nearly as bad as you thought."),
        (60, 60, "How bad a no would be looks the same as before: 60 in 100."),
        (60, 75, "A no looks worse than before: 75 in 100. Be kind to yourself today."),
        (0, 0, "How bad a no would be looks the same as before: 0 in 100."),
    ],
)
def test_side_by_side_says_how_bad_a_no_was_in_plain_fractions(cost: int, after: int, words: str) -> None:
    assert said(beside(before={"cost": cost}, cost_after=after))[1] == words


def test_side_by_side_does_not_speak_of_a_no_that_did_not_come() -> None:
    assert said(beside(Outcome.YES, cost_after=30))[1] == "A no now looks half as bad as it did before."


def test_side_by_side_asks_nothing_of_someone_who_stopped() -> None:
    assert [sentence.id for sentence in beside(Outcome.STOPPED).sentences] == ["side.stopped"]


def test_side_by_side_honours_a_choice_not_to_ask() -> None:
    assert [sentence.id for sentence in beside(Outcome.NOT_ASKED).sentences] == ["side.not_asked"]


def test_side_by_side_falls_back_on_what_happened_when_numbers_were_skipped() -> None:
    picture = beside(Outcome.YES, before={"cost": "skip"}, p_feared_after="skip", cost_after="skip")
    assert said(picture) == ["What you feared did not happen.", "You gave a yes 40 in 100, and a yes it was."]


@given(
    before=st.dictionaries(st.sampled_from(["p_feared", "cost", "p_yes", "tension_before"]),
                           st.integers(0, 100) | st.just("skip")),
    after=st.dictionaries(st.sampled_from(["p_feared_after", "cost_after", "tension_peak"]),
                          st.integers(0, 100) | st.just("skip")),
    outcome=st.sampled_from(Outcome),
    feared=st.sampled_from(["yes", "no", "partly", "skip"]),
)
def test_side_by_side_has_at_most_two_sentences_and_words_for_each(
    before: dict[str, Any], after: dict[str, Any], outcome: Outcome, feared: str
) -> None:
    attempt = Attempt(
        id="a", at=NOW, step="tea", step_title="Tea", rating=10, before=before, stage=Stage.DONE,
    )
    answers = {**after, "feared_happened": feared}
    told = Story(attempt, Reflection(id="r", at=NOW, attempt="a", outcome=outcome, answers=answers))
    words = said(side_by_side(told))
    assert len(words) <= 2
    assert all("{" not in sentence for sentence in words)
