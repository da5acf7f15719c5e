"""Rules of what next that need a test of their own, and the promise that none goes without one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.core.footing import footing
from coach.core.ladder import Band, Move, next_step, rests, vary
from coach.core.model import Category, Channel
from coach.core.records import Outcome
from tests.core.practice import NOW, WORDS, Diary, advice, ready


def test_each_rule_of_what_next_has_a_test_named_after_it() -> None:
    written = "\n".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    named = re.findall(r"def test_(\w+)", written)
    rules = [each.id.replace(".", "_") for each in WORDS.advice]
    rules += [each.id.replace(".", "_") for each in WORDS.vary]
    assert [rule for rule in rules if not any(name.startswith(rule) for name in named)] == []


# ---- Stop for today ----


@pytest.mark.parametrize("answer", ["yes", "skip"])
def test_stop_safety_holds_for_the_day_whatever_a_later_check_in_says(answer: str) -> None:
    diary = ready("warm_up")
    diary.check_in(3, ci_safety=answer)
    diary.check_in(1)
    assert advice(diary).rules == ("stop.safety",)


def test_stop_reflect_only_is_a_choice_for_the_day_that_may_be_taken_back() -> None:
    diary = ready("warm_up")
    diary.check_in(3, ci_choice="reflect")
    assert advice(diary).rules == ("stop.reflect_only",)
    diary.check_in(1)
    assert advice(diary).move is Move.STEP_UP


# ---- Step down ----


def test_down_rough_leads_one_band_lower_today() -> None:
    diary = ready("warm_up", "small")
    diary.check_in(ci_body="rough")
    assert (advice(diary).rules, advice(diary).band.value) == (("down.rough",), "warm_up")


def test_down_smaller_is_what_the_person_chose() -> None:
    diary = ready("warm_up", "small")
    diary.check_in(ci_choice="smaller")
    assert (advice(diary).rules, advice(diary).band.value) == (("down.smaller",), "warm_up")


# ---- Repeat, varied ----


def test_repeat_moved_is_told_while_there_are_fewer_than_three() -> None:
    diary = ready()
    diary.attempt("warm_up0", 2, p_feared_after=60, cost_after=60)
    assert "repeat.not_moved" in advice(diary).rules
    diary.attempt("warm_up1", 1, p_feared_after=20)
    assert advice(diary).rules == ("repeat.fewer_than_three", "repeat.moved")


def test_repeat_after_rest_comes_before_the_way_up_when_practice_was_closed() -> None:
    diary = ready("warm_up")
    diary.hold(5)
    assert (advice(diary).move, advice(diary).rules) == (Move.REPEAT, ("repeat.after_rest",))


def test_repeat_after_rest_ends_with_one_attempt_that_counts() -> None:
    diary = ready("warm_up")
    diary.hold(5)
    diary.attempt("warm_up0", 2, feelings=None)
    assert "repeat.after_rest" in advice(diary).rules
    diary.attempt("warm_up1", 1)
    assert advice(diary).rules == ("up.ready",)


def test_repeat_after_rest_opens_no_band_above_meanwhile() -> None:
    diary = ready("warm_up")
    diary.hold(5)
    diary.attempt("small0", 1)
    assert footing(diary.history).here is Band.WARM_UP


# ---- What was noticed ----


def test_mechanical_same_ratings_is_told_with_what_else_was_noticed() -> None:
    diary = ready()
    for n in range(3):
        diary.attempt(f"warm_up{n}", 3 - n, seconds=9)
    assert {"mechanical.same_ratings", "mechanical.quick"} <= set(advice(diary).rules)


def test_any_no_step_is_told_when_the_band_is_empty() -> None:
    diary = Diary()
    diary.step("stage", 80)
    assert advice(diary).rules[-1] == "any.no_step"


def test_any_one_step_is_told_when_the_only_step_was_made_twice_running() -> None:
    diary = Diary()
    diary.step("tea", 10)
    diary.attempt("tea", 2)
    assert "any.one_step" not in advice(diary).rules
    diary.attempt("tea", 1)
    assert "any.one_step" in advice(diary).rules
    diary.step("pen", 12)
    assert "any.one_step" not in advice(diary).rules


# ---- Nudges after two alike ----


def alike(**second: object) -> Diary:
    diary = Diary()
    diary.step("tea", 10, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    diary.step("pen", 12, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    diary.step("joke", 14, category=Category.CREATIVE_SILLY, channel=Channel.IN_PERSON)
    diary.attempt("tea", 2, before={"place": "bakery"})
    diary.attempt(str(second.get("step", "tea")), 1, before={"place": str(second.get("place", "market"))})
    return diary


def test_vary_step_is_told_before_the_same_ask_for_the_third_time_only() -> None:
    diary = alike()
    tea, _, joke = diary.history.steps
    assert vary(diary.history, tea) == ("vary.step",)
    assert vary(diary.history, joke) == ()


def test_vary_place_is_told_whatever_comes_next() -> None:
    diary = alike(step="joke", place="Bakery ")
    assert [vary(diary.history, step) for step in diary.history.steps] == [("vary.place",)] * 3


def test_vary_person_is_told_before_the_same_kind_of_person_for_the_third_time_only() -> None:
    diary = alike(step="pen")
    tea, _, joke = diary.history.steps
    assert vary(diary.history, tea) == ("vary.person",)
    assert vary(diary.history, joke) == ()


# ---- The step that is suggested ----


def test_a_step_put_off_twice_makes_room_for_another_of_its_band() -> None:
    diary = ready("warm_up")
    for day in (3, 2):
        diary.attempt("small0", day, outcome=Outcome.NOT_ASKED)
    diary.attempt("warm_up0", 1)
    found = next_step(diary.history, NOW, gently=False)
    assert found is not None
    assert found.id == "small1"


def test_rests_tells_until_when_and_the_later_rest_counts() -> None:
    diary = ready("warm_up")
    for day in (9, 8, 5):
        last = diary.attempt("warm_up0", day, other_person="uneasy")
    assert (rests(diary.history)["warm_up0"] - last.at).days == 14
