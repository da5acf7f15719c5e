"""When to repeat, step up or stay, and what closes a band again: each rule of 3-practice by its name."""

from __future__ import annotations

from typing import Any

import pytest

from coach.core.footing import footing
from coach.core.ladder import (
    Band,
    Move,
    next_step,
    open_bands,
)
from coach.core.model import Route
from coach.core.records import CONTACT
from tests.core.practice import NOW, Diary, advice, ready

# ---- Repeat, varied ----


def test_repeat_first_when_nothing_was_tried_yet() -> None:
    found = advice(ready())
    assert (found.move, found.band, found.rules) == (Move.REPEAT, Band.WARM_UP, ("repeat.first",))


def test_repeat_fewer_than_three_reflected_attempts() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3)
    diary.attempt("warm_up1", 2)
    found = advice(diary)
    assert (found.move, found.rules) == (Move.REPEAT, ("repeat.fewer_than_three", "repeat.moved"))
    assert (found.facts["done"], found.facts["left"], found.facts["nth"]) == ("two", "one", "second")


def test_repeat_not_counted_when_the_last_reflection_left_out_its_reasons() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3)
    diary.attempt("warm_up1", 2, reasons=None)
    assert "repeat.not_counted" in advice(diary).rules


def test_repeat_not_moved_when_the_latest_expectation_stays() -> None:
    diary = ready("warm_up")
    diary.attempt("warm_up0", 1, p_feared_after=55, cost_after=50)
    found = advice(diary)
    assert (found.move, found.rules) == (Move.REPEAT, ("repeat.not_moved",))


@pytest.mark.parametrize(
    ("before", "after", "moves"),
    [
        ({"p_feared": 60, "cost": 60}, {"p_feared_after": 40, "cost_after": 60}, True),
        ({"p_feared": 60, "cost": 60}, {"p_feared_after": 41, "cost_after": 41}, False),
        ({"p_feared": 60, "cost": 60}, {"p_feared_after": 60, "cost_after": 40}, True),
        ({"p_feared": 30, "cost": 60}, {"p_feared_after": 25, "cost_after": 60}, True),
        ({"p_feared": 30, "cost": 60}, {"p_feared_after": 26, "cost_after": 60}, False),
        ({"p_feared": 60, "cost": 26}, {"p_feared_after": 60, "cost_after": 25}, True),
        ({"p_feared": 60, "cost": "skip"}, {"p_feared_after": 60, "cost_after": "skip"}, False),
    ],
)
def test_repeat_not_moved_ends_when_chance_or_cost_is_down_by_20_or_at_25(
    before: dict[str, Any], after: dict[str, Any], moves: bool
) -> None:
    diary = ready("warm_up")
    diary.attempt("warm_up0", 1, before=before, **after)
    assert (advice(diary).move is Move.STEP_UP) is moves


def test_repeat_one_kind_when_it_was_one_step_in_one_place() -> None:
    diary = ready()
    for day in (4, 3, 2):
        diary.attempt("warm_up0", day, before={"place": "The bakery "})
    assert advice(diary).rules == ("repeat.one_kind",)
    diary.attempt("warm_up0", 1, before={"place": "the market"})
    assert advice(diary).move is Move.STEP_UP


def test_repeat_one_kind_is_not_about_how_a_place_is_typed() -> None:
    diary = ready()
    for day, place in ((4, "The bakery"), (3, "the bakery "), (2, "THE BAKERY")):
        diary.attempt("warm_up0", day, before={"place": place})
    assert advice(diary).rules == ("repeat.one_kind",)


def test_repeat_one_kind_ends_with_a_different_step() -> None:
    diary = ready()
    for day, step in ((4, "warm_up0"), (3, "warm_up0"), (2, "warm_up1")):
        diary.attempt(step, day)
    assert advice(diary).move is Move.STEP_UP


# ---- Step up ----


def test_up_ready_after_three_varied_reflected_attempts_that_moved() -> None:
    found = advice(ready("warm_up"))
    assert (found.move, found.band, found.rules) == (Move.STEP_UP, Band.SMALL, ("up.ready",))


def test_up_ready_is_one_band_at_most() -> None:
    diary = ready("warm_up")
    diary.attempt("small0", 1)
    assert open_bands(diary.history, NOW, gently=False) == (Band.WARM_UP, Band.SMALL)


def test_up_ready_needs_the_reflections_to_count() -> None:
    diary = ready()
    for day, step in ((4, "warm_up0"), (3, "warm_up1"), (2, "warm_up2")):
        diary.attempt(step, day, feelings="skip")
    assert advice(diary).move is Move.REPEAT


def test_up_ready_waits_while_a_stop_rule_is_open() -> None:
    diary = ready("warm_up")
    diary.attempt("warm_up0", 0, other_person="uneasy")
    assert advice(diary).move is Move.STOP


def test_up_ready_with_an_empty_band_says_that_a_step_is_missing() -> None:
    diary = Diary()
    diary.step("tea", 10)
    diary.step("boat", 70)
    for day, place in ((4, "a"), (3, "b"), (2, "c")):
        diary.attempt("tea", day, before={"place": place})
    found = advice(diary)
    assert (found.move, found.band, found.rules) == (Move.STEP_UP, Band.SMALL, ("up.ready", "any.no_step"))
    step = next_step(diary.history, NOW, gently=False)
    assert step is not None and step.id == "tea"


def test_up_ready_is_never_reached_through_the_ask_that_is_always_open() -> None:
    diary = ready("warm_up")
    diary.step(CONTACT, 90)
    for day in (4, 3, 2):
        diary.attempt(CONTACT, day)
    assert advice(diary).band is Band.SMALL


def test_an_attempt_above_what_was_ready_opens_nothing() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3)
    diary.attempt("small0", 2)
    assert footing(diary.history).here is Band.WARM_UP
    ahead = ready("warm_up")
    ahead.attempt("stretch0", 2)
    assert footing(ahead.history).here is Band.WARM_UP


# ---- Stay ----


def test_stay_gently_limit_not_past_small_when_going_gently() -> None:
    diary = ready("warm_up", "small")
    found = advice(diary, gently=True)
    assert (found.move, found.band, found.rules) == (Move.STAY, Band.SMALL, ("stay.gently_limit",))
    assert advice(diary).band is Band.STRETCH


def test_stay_gently_limit_holds_for_what_was_earned_before() -> None:
    diary = ready("warm_up", "small", "stretch")
    assert open_bands(diary.history, NOW, gently=True) == (Band.WARM_UP, Band.SMALL)


def test_stay_top_when_there_is_no_band_above() -> None:
    diary = ready("warm_up", "small", "stretch", "bold")
    found = advice(diary)
    assert (found.move, found.band, found.rules) == (Move.STAY, Band.BOLD, ("stay.top",))


def test_stay_is_open_to_the_person_whatever_the_advice() -> None:
    diary = ready("warm_up", "small")
    assert advice(diary).move is Move.STEP_UP
    assert open_bands(diary.history, NOW, gently=False) == (Band.WARM_UP, Band.SMALL, Band.STRETCH)


def test_going_down_by_choice_closes_nothing() -> None:
    diary = ready("warm_up", "small")
    diary.attempt("stretch0", 2)
    diary.attempt("warm_up0", 1)
    assert open_bands(diary.history, NOW, gently=False) == (Band.WARM_UP, Band.SMALL, Band.STRETCH)


def test_stay_mechanical_closes_step_up_and_says_what_was_noticed() -> None:
    diary = ready()
    for day, step in ((4, "warm_up0"), (3, "warm_up1"), (2, "warm_up2")):
        diary.attempt(step, day, seconds=9, happened="Same again")
    found = advice(diary)
    assert (found.move, found.rules[0]) == (Move.STAY, "stay.mechanical")
    assert set(found.rules[1:]) == {"mechanical.alike", "mechanical.same_ratings", "mechanical.quick"}


def test_stay_mechanical_ends_with_one_different_question_answered() -> None:
    diary = ready()
    for day, step in ((4, "warm_up0"), (3, "warm_up1"), (2, "warm_up2")):
        diary.attempt(step, day, seconds=9)
    diary.attempt("warm_up0", 1, seconds=9, diff_2="A tight chest until she looked up")
    assert advice(diary).move is Move.STEP_UP


def test_repeat_mechanical_is_told_before_three_attempts_too() -> None:
    diary = ready("warm_up")
    diary.attempt("small0", 4, seconds=9)
    diary.attempt("small0", 3, seconds=9)
    diary.attempt("warm_up0", 2, seconds=9)
    assert "repeat.mechanical" in advice(diary).rules


# ---- What closes bands again ----


@pytest.mark.parametrize("route", [Route.GO_GENTLY, Route.SUPPORT_FIRST, Route.HELP_NOW])
def test_after_a_heavier_screening_the_way_back_is_one_band_at_a_time(route: Route) -> None:
    diary = ready("warm_up", "small", "stretch", "bold")
    diary.screening(route, 5)
    diary.screening(Route.READY, 1)
    found = advice(diary)
    assert found.band in (Band.SMALL, Band.STRETCH)
    assert Band.BOLD not in open_bands(diary.history, NOW, gently=False)


def test_after_a_hold_the_way_back_is_one_band_at_a_time() -> None:
    diary = ready("warm_up", "small", "stretch", "bold")
    diary.hold(5)
    assert footing(diary.history).here is Band.SMALL


def test_a_ladder_that_starts_high_still_opens_no_higher_than_small() -> None:
    diary = Diary()
    diary.step("stage", 80)
    found = advice(diary)
    assert (found.band, found.rules) == (Band.SMALL, ("repeat.first", "any.no_step"))
    assert next_step(diary.history, NOW, gently=False) is None


def test_adding_an_easier_step_closes_nothing() -> None:
    diary = Diary()
    diary.step("lift", 30)
    diary.attempt("lift", 2)
    diary.step("hello", 5)
    assert advice(diary).band is Band.SMALL


def test_an_empty_ladder_gets_advice_too() -> None:
    assert advice(Diary()).rules == ("repeat.first", "any.no_step")
