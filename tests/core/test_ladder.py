"""My ladder, when to stop for today and when to step down: each rule of 3-practice by its name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from coach.core.ladder import (
    Band,
    Move,
    active,
    attempts_today,
    band_of,
    by_band,
    gaps,
    next_step,
    open_bands,
    unrated,
)
from coach.core.records import CONTACT, Outcome, Step
from tests.core.practice import NOW, Diary, advice, ready, retired

# ---- My ladder ----


@pytest.mark.parametrize(
    ("rating", "band"),
    [(0, Band.WARM_UP), (24, Band.WARM_UP), (25, Band.SMALL), (49, Band.SMALL), (50, Band.STRETCH),
     (74, Band.STRETCH), (75, Band.BOLD), (100, Band.BOLD)],
)
def test_bands_are_quarters_of_expected_tension(rating: int, band: Band) -> None:
    assert band_of(rating) is band
    assert band.low <= rating <= band.high


def test_bands_have_the_names_and_neighbours_of_the_design() -> None:
    assert [band.title for band in Band] == ["Warm-up", "Small", "Stretch", "Bold"]
    assert [band.up for band in Band] == [Band.SMALL, Band.STRETCH, Band.BOLD, Band.BOLD]
    assert [band.down for band in Band] == [Band.WARM_UP, Band.WARM_UP, Band.SMALL, Band.STRETCH]


def test_the_ladder_is_sorted_by_the_persons_own_rating_without_retired_and_unrated_steps() -> None:
    diary = Diary()
    for name, rating in (("c", 80), ("a", 10), ("b", 30), ("new", None)):
        diary.step(name, rating)
    diary.put(retired(diary.step("gone", 20)))
    diary.step(CONTACT, 40)
    assert [step.id for step in active(diary.history)] == ["a", "b", "c"]
    assert [step.id for step in unrated(diary.history)] == ["new"]
    assert [step.id for step in by_band(active(diary.history))[Band.SMALL]] == ["b"]


def test_the_last_rating_counts_and_the_earlier_ones_stay() -> None:
    diary = Diary()
    first = diary.step("tea", 10)
    again = msgspec.structs.replace(first, ratings=(*first.ratings, *diary.step("x", 60).ratings))
    diary.put(again)
    assert by_band(active(diary.history))[Band.STRETCH] == (again, diary.history.get(Step, "x"))
    assert [rating.value for rating in again.ratings] == [10, 60]


def test_gaps_over_25_points_are_pointed_out() -> None:
    diary = Diary()
    for rating in (10, 35, 61, 100):
        diary.step(f"s{rating}", rating)
    assert [(g.low.id, g.high.id, g.points) for g in gaps(active(diary.history))] == [
        ("s35", "s61", 26), ("s61", "s100", 39),
    ]


# ---- Stop for today ----


def test_stop_tension_when_the_peak_reached_80_today() -> None:
    diary = ready("warm_up")
    diary.attempt("warm_up0", 0, tension_peak=80)
    assert advice(diary).move is Move.STOP
    assert "stop.tension" in advice(diary).rules


def test_stop_tension_does_not_fire_at_79() -> None:
    diary = ready("warm_up")
    diary.attempt("warm_up0", 0, tension_peak=79)
    assert advice(diary).move is not Move.STOP


def test_stop_uneasy_when_the_other_person_seemed_uneasy_today() -> None:
    diary = ready("warm_up")
    diary.attempt("warm_up0", 0, other_person="uneasy")
    assert advice(diary).rules[0] == "stop.uneasy"


def test_stop_bad_encounter_on_the_day_someone_stopped() -> None:
    diary = ready("warm_up")
    diary.attempt("warm_up0", 0, outcome=Outcome.STOPPED)
    assert advice(diary).rules[0] == "stop.bad_encounter"


def test_stop_day_limit_after_three_attempts() -> None:
    diary = ready()
    for made in range(3):
        assert advice(diary).move is not Move.STOP, made
        diary.attempt(f"warm_up{made}", 0)
    assert advice(diary).rules == ("stop.day_limit",)


def test_stop_day_limit_after_one_attempt_when_going_gently() -> None:
    diary = ready()
    diary.attempt("warm_up0", 0)
    assert advice(diary, gently=True).rules == ("stop.day_limit",)
    assert advice(diary).move is Move.REPEAT


def test_stop_day_limit_counts_an_attempt_that_is_still_out_but_no_choice_not_to_ask() -> None:
    diary = ready()
    diary.attempt("warm_up0", 0, outcome=Outcome.NOT_ASKED)
    diary.dropped("warm_up1", 0)
    assert attempts_today(diary.history, NOW) == 0
    diary.open("warm_up2", 0)
    assert attempts_today(diary.history, NOW) == 1


def test_stop_day_limit_leaves_out_the_ask_that_is_always_open() -> None:
    diary = ready()
    diary.step(CONTACT, 70)
    diary.attempt(CONTACT, 0)
    assert advice(diary, gently=True).move is not Move.STOP


@pytest.mark.parametrize(
    ("answers", "rule"),
    [
        ({"ci_choice": "stop"}, "stop.check_in"),
        ({"ci_choice": "reflect"}, "stop.reflect_only"),
        ({"ci_body": "not_sober"}, "stop.not_sober"),
        ({"ci_safety": "yes"}, "stop.safety"),
        ({"ci_safety": "skip"}, "stop.safety"),
    ],
)
def test_stop_check_in_when_it_says_so(answers: dict[str, Any], rule: str) -> None:
    diary = ready("warm_up")
    diary.check_in(**answers)
    assert advice(diary).rules == (rule,)
    assert open_bands(diary.history, NOW, gently=False) == ()


def test_stop_not_sober_holds_for_the_day_whatever_a_later_check_in_says() -> None:
    diary = ready("warm_up")
    diary.check_in(4, ci_body="not_sober")
    diary.check_in(1)
    assert advice(diary).rules == ("stop.not_sober",)


def test_stop_check_in_of_the_person_may_be_taken_back_the_same_day() -> None:
    diary = ready("warm_up")
    diary.check_in(4, ci_choice="stop")
    diary.check_in(1)
    assert advice(diary).move is not Move.STOP


def test_stop_rules_end_with_the_day() -> None:
    diary = ready("warm_up")
    diary.check_in(ci_choice="stop")
    diary.attempt("warm_up0", 0, other_person="uneasy")
    assert advice(diary, now=NOW + dt.timedelta(days=1)).move is not Move.STOP


# ---- Step down ----


def test_down_tension_when_the_last_peak_was_80_or_more() -> None:
    diary = ready("warm_up", "small")
    diary.attempt("stretch0", 1, tension_peak=85)
    found = advice(diary)
    assert (found.move, found.band, found.rules) == (Move.STEP_DOWN, Band.SMALL, ("down.tension",))


def test_down_stopped_next_session_starts_one_band_lower() -> None:
    diary = ready("warm_up", "small")
    diary.attempt("stretch0", 1, outcome=Outcome.STOPPED)
    found = advice(diary)
    assert (found.move, found.band, found.rules) == (Move.STEP_DOWN, Band.SMALL, ("down.stopped",))


def test_down_not_made_after_two_plans_that_came_to_nothing() -> None:
    diary = ready("warm_up", "small")
    diary.attempt("stretch0", 3)
    diary.dropped("stretch1", 2)
    assert advice(diary).move is not Move.STEP_DOWN
    diary.attempt("stretch1", 1, outcome=Outcome.NOT_ASKED)
    found = advice(diary)
    assert (found.move, found.band, found.rules) == (Move.STEP_DOWN, Band.SMALL, ("down.not_made",))


def test_down_not_made_goes_one_band_lower_for_each_pair() -> None:
    diary = ready("warm_up", "small")
    diary.attempt("stretch0", 9)
    diary.dropped("stretch1", 8)
    diary.dropped("stretch1", 7)
    diary.dropped("small1", 6)
    assert advice(diary).band is Band.SMALL
    diary.dropped("small1", 5)
    assert advice(diary).band is Band.WARM_UP


def test_down_not_made_is_forgotten_after_one_attempt() -> None:
    diary = ready("warm_up")
    diary.dropped("warm_up0", 3)
    diary.dropped("warm_up0", 2)
    diary.attempt("warm_up1", 1)
    assert advice(diary).move is Move.STEP_UP


def test_down_uneasy_after_two_uneasy_people_running() -> None:
    diary = ready("warm_up", "small")
    diary.attempt("stretch0", 2, other_person="uneasy")
    assert advice(diary).move is not Move.STEP_DOWN
    diary.attempt("stretch1", 1, other_person="uneasy")
    found = advice(diary)
    assert (found.move, found.band, found.rules) == (Move.STEP_DOWN, Band.SMALL, ("down.uneasy",))


@pytest.mark.parametrize(
    ("answers", "rule"),
    [
        ({"ci_steady": 3}, "down.unsteady"),
        ({"ci_steady": 0}, "down.unsteady"),
        ({"ci_body": "rough"}, "down.rough"),
        ({"ci_choice": "smaller"}, "down.smaller"),
    ],
)
def test_down_unsteady_when_the_check_in_says_so(answers: dict[str, Any], rule: str) -> None:
    diary = ready("warm_up")
    diary.attempt("small0", 2)
    diary.check_in(**answers)
    found = advice(diary)
    assert (found.move, found.band, found.rules) == (Move.STEP_DOWN, Band.WARM_UP, (rule,))


def test_down_unsteady_does_not_fire_at_4() -> None:
    diary = ready("warm_up")
    diary.check_in(ci_steady=4)
    assert advice(diary).move is Move.STEP_UP


def test_down_unsteady_lasts_for_the_day_only() -> None:
    diary = ready("warm_up")
    diary.attempt("small0", 2)
    diary.check_in(ci_steady=2)
    assert advice(diary, now=NOW + dt.timedelta(days=1)).band is Band.SMALL


def test_down_lowest_suggests_the_smallest_step_of_all() -> None:
    diary = ready()
    diary.attempt("warm_up2", 1, tension_peak=90)
    found = advice(diary)
    assert (found.band, found.rules) == (Band.WARM_UP, ("down.tension", "down.lowest"))
    step = next_step(diary.history, NOW, gently=False)
    assert step is not None and step.id == "warm_up0"


def test_a_hard_attempt_in_an_easy_band_leads_below_that_band() -> None:
    diary = ready("warm_up", "small")
    diary.attempt("stretch0", 3)
    diary.attempt("small0", 2, tension_peak=90)
    assert advice(diary).band is Band.WARM_UP


def test_plans_for_the_ask_that_is_always_open_never_lead_down() -> None:
    diary = ready("warm_up")
    diary.step(CONTACT, 70)
    diary.dropped(CONTACT, 3)
    diary.dropped(CONTACT, 2)
    assert advice(diary).move is Move.STEP_UP


def test_after_stepping_down_one_good_attempt_leads_back_up_by_one_band() -> None:
    diary = ready("warm_up", "small")
    diary.attempt("stretch0", 3, tension_peak=85)
    diary.attempt("small0", 2)
    found = advice(diary)
    assert (found.move, found.band) == (Move.STEP_UP, Band.STRETCH)
