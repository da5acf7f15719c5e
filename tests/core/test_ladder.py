"""What next: every row of the table, each test named after its rule."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.footing import footing
from coach.core.ladder import (
    Advice,
    Band,
    Move,
    active,
    attempts_today,
    band_of,
    by_band,
    days_practised,
    gaps,
    lesson_for,
    next_step,
    open_bands,
    place_used_last,
    resting,
    unrated,
    vary,
    what_next,
)
from coach.core.model import Category, Channel, Route
from coach.core.records import CONTACT, Outcome, Step
from tests.core.practice import NOW, WORDS, Diary, ready, retired


def advice(diary: Diary, *, gently: bool = False, now: dt.datetime = NOW) -> Advice:
    """What next, checked to be sayable in words."""
    found = what_next(diary.history, now, gently=gently)
    told = WORDS.tell(found.rules, found.facts)
    assert told.title and told.words and all(told.because)
    return found


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


# ---- The next step ----


def test_the_least_tried_step_of_the_band_is_suggested() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3)
    diary.attempt("warm_up1", 2)
    step = next_step(diary.history, NOW, gently=False)
    assert step is not None and step.id == "warm_up2"


def test_after_two_alike_another_step_is_suggested() -> None:
    diary = Diary()
    diary.step("tea", 10)
    diary.step("pen", 20)
    for day, step in ((9, "tea"), (8, "tea"), (7, "tea"), (6, "pen")):
        diary.attempt(step, day, p_feared_after=60, cost_after=60)
    first = next_step(diary.history, NOW, gently=False)
    diary.attempt("pen", 5, p_feared_after=60, cost_after=60)
    second = next_step(diary.history, NOW, gently=False)
    assert first is not None and first.id == "pen"
    assert second is not None and second.id == "tea"


def test_a_resting_step_is_not_suggested_until_14_days_have_passed() -> None:
    diary = Diary()
    diary.step("tea", 10)
    diary.attempt("tea", 3, other_person="uneasy")
    diary.attempt("tea", 2, other_person="uneasy")
    assert resting(diary.history, NOW) == {"tea"}
    assert next_step(diary.history, NOW, gently=False) is None
    later = NOW + dt.timedelta(days=13)
    assert resting(diary.history, later) == frozenset()
    step = next_step(diary.history, later, gently=False)
    assert step is not None and step.id == "tea"


def test_one_uneasy_person_rests_nothing() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3, other_person="uneasy")
    diary.attempt("warm_up1", 2)
    assert resting(diary.history, NOW) == frozenset()


def test_the_same_challenge_uneasy_twice_rests_even_with_others_in_between() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3, other_person="uneasy")
    diary.attempt("warm_up1", 2)
    diary.attempt("warm_up0", 1, other_person="uneasy")
    assert resting(diary.history, NOW) == {"warm_up0"}


def test_the_place_used_last_is_in_the_persons_words() -> None:
    diary = ready()
    assert place_used_last(diary.history) == ""
    diary.attempt("warm_up0", 2, before={"place": "The Bakery"})
    assert place_used_last(diary.history) == "The Bakery"


def test_two_alike_bring_a_nudge_to_vary() -> None:
    diary = Diary()
    diary.step("tea", 10, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    diary.step("pen", 12, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    diary.attempt("tea", 4, before={"place": "bakery"})
    assert vary(diary.history) == ()
    diary.attempt("tea", 3, before={"place": "Bakery"})
    assert vary(diary.history) == ("vary.step", "vary.place")
    diary.attempt("pen", 2, before={"place": "market"})
    assert vary(diary.history) == ("vary.person",)


# ---- Days and lessons ----


def test_choosing_not_to_ask_counts_as_a_day_practised_and_dropping_a_plan_does_not() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3)
    diary.attempt("warm_up1", 3)
    diary.attempt("warm_up1", 2, outcome=Outcome.NOT_ASKED)
    diary.dropped("warm_up2", 1)
    assert days_practised(diary.history) == 2


def test_a_lesson_comes_back_from_the_same_step_then_category_then_channel() -> None:
    diary = Diary()
    wanted = diary.step("tea", 10, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    diary.step("pen", 10, category=Category.ASK_FAVOUR, channel=Channel.PHONE)
    diary.step("joke", 10, category=Category.CREATIVE_SILLY, channel=Channel.IN_PERSON)
    diary.step("mail", 10, category=Category.DIGITAL, channel=Channel.MESSAGE)

    def shown() -> str:
        found = lesson_for(diary.history, wanted)
        return "" if found is None else str(found.answers["lesson"])

    diary.attempt("mail", 9, lesson="from afar", keep="yes")
    assert shown() == ""
    diary.attempt("joke", 8, lesson="same channel", keep="yes")
    assert shown() == "same channel"
    diary.attempt("pen", 7, lesson="same category", keep="yes")
    diary.attempt("joke", 6, lesson="newer, but further", keep="yes")
    assert shown() == "same category"
    diary.attempt("tea", 5.5, lesson="same step, older", keep="yes")
    diary.attempt("tea", 5, lesson="same step", keep="yes")
    diary.attempt("tea", 4, lesson="not kept", keep="no")
    assert shown() == "same step"


# ---- What holds for every life ----

CHOICES = st.tuples(
    st.integers(0, 11),
    st.sampled_from([*Outcome, None]),
    st.sampled_from([20, 79, 80, 95]),
    st.sampled_from([10, 40, 60, 90]),
    st.sampled_from(["at_ease", "uneasy", "cant_tell"]),
    st.sampled_from(["bakery", "market", ""]),
    st.sampled_from([5, 120]),
)
Choice = tuple[int, Outcome | None, int, int, str, str, int]
LIVES = st.lists(CHOICES, max_size=25)


def live(diary: Diary, day: float, choice: Choice, step: str) -> None:
    _, outcome, peak, after, person, place, seconds = choice
    if outcome is None:
        diary.dropped(step, day)
        return
    diary.attempt(
        step, day, outcome=outcome, seconds=seconds, before={"place": place}, tension_peak=peak,
        p_feared_after=after, cost_after=after, other_person=person,
    )


@settings(max_examples=150, deadline=None)
@given(life=LIVES, gently=st.booleans())
def test_any_life_gets_advice_with_a_reason_in_words_and_never_past_one_band_up(
    life: list[Choice], gently: bool
) -> None:
    diary = ready()
    for n, choice in enumerate(life):
        live(diary, (len(life) - n) / 3, choice, f"{list(Band)[choice[0] // 3].value}{choice[0] % 3}")
    found = advice(diary, gently=gently)
    here = footing(diary.history).here
    assert found.rules
    assert found.band.rank <= here.rank + (found.move is Move.STEP_UP)
    assert not gently or found.band.rank <= Band.SMALL.rank
    bands = open_bands(diary.history, NOW, gently=gently)
    assert [band.rank for band in bands] == list(range(len(bands)))
    assert (bands == ()) is (found.move is Move.STOP)
    step = next_step(diary.history, NOW, gently=gently)
    assert step is None or band_of(step.rating or 0).rank <= found.band.rank


@settings(max_examples=60, deadline=None)
@given(life=LIVES, gently=st.booleans())
def test_whoever_keeps_to_the_open_bands_never_jumps(
    life: list[Choice], gently: bool
) -> None:
    diary = ready()
    highest, last = Band.WARM_UP.rank, None
    for n, choice in enumerate(life):
        day = 40 - n
        now = NOW - dt.timedelta(days=day)
        bands = open_bands(diary.history, now, gently=gently)
        band = bands[-1] if choice[0] else bands[0]
        assert band.rank <= highest + 1
        assert not gently or band.rank <= Band.SMALL.rank
        if last is not None:
            assert band.rank <= max(last.rank - 1, 0)
        live(diary, day, choice, f"{band.value}{choice[0] % 3}")
        made = choice[1] not in (None, Outcome.NOT_ASKED)
        highest = max(highest, band.rank) if made else highest
        hard = made and (choice[2] >= 80 or choice[1] is Outcome.STOPPED)
        last = band if hard else None
