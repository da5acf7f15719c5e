"""The fit and safety check follows its rules: each one alone, at its edges, in order, and when it ends early."""

from __future__ import annotations

import pytest

from coach.core import screening
from coach.core.flow import AnswerError, Flow
from coach.core.model import SKIP, Route, Value
from coach.core.records import Answers
from coach.core.screening import decided, walked
from coach.library import Library
from tests.support.answers import MILDEST, checked_with

YES, NO = "yes", "no"
SAFETY = ["wish_dead", "self_harm_thoughts", "attempt_ever", "danger_now", "unsafe_home", "unsteady"]
MILD_SAFETY = [item for item in SAFETY if item != "danger_now"]
FIVE = ("trauma_intrusion", "trauma_avoidance", "trauma_on_guard", "trauma_numb", "trauma_blame")
HELP, SUPPORT, NOT_YET, GENTLY, READY = Route


def old_hurt(*among_the_five: str, answer: str = YES) -> Answers:
    """Something weighs on the person, and these of the five go with it."""
    return {"trauma_history": YES, **dict.fromkeys(FIVE, NO), **dict.fromkeys(among_the_five, answer)}


ALONE: list[tuple[str, Route, Answers]] = [
    ("safety.thoughts", HELP, {"self_harm_thoughts": YES}),
    ("safety.wish", SUPPORT, {"wish_dead": YES}),
    ("safety.past_attempt", SUPPORT, {"attempt_ever": YES}),
    ("safety.unanswered", SUPPORT, {"wish_dead": SKIP}),
    ("safety.unanswered", SUPPORT, {"self_harm_thoughts": SKIP}),
    ("safety.unanswered", SUPPORT, {"attempt_ever": SKIP}),
    ("safety.home", SUPPORT, {"unsafe_home": YES}),
    ("safety.home", SUPPORT, {"unsafe_home": SKIP}),
    ("safety.unsteady", SUPPORT, {"unsteady": YES}),
    ("safety.unsteady", SUPPORT, {"unsteady": SKIP}),
    ("mood.heavy", SUPPORT, {"low_mood": 3, "no_interest": 2}),
    ("mood.heavy", SUPPORT, {"low_mood": 3, "no_interest": 3}),
    ("mood.heavy", SUPPORT, {"low_mood": SKIP, "no_interest": 3}),
    ("trauma.active", SUPPORT, old_hurt("trauma_intrusion", "trauma_numb", "trauma_blame")),
    ("trauma.active", SUPPORT, old_hurt(*FIVE)),
    ("trauma.active", SUPPORT, old_hurt("trauma_avoidance", "trauma_on_guard", "trauma_numb", answer=SKIP)),
    ("trauma.rejection", SUPPORT, {"trauma_rejection": YES}),
    ("worth.fragile", SUPPORT, {"worth_now": 3, "worth_no": 3, "worth_recovery": 3}),
    ("worth.fragile", SUPPORT, {"worth_now": 4, "worth_no": 4, "worth_recovery": 4}),
    ("worth.fragile", SUPPORT, {"worth_now": SKIP, "worth_no": SKIP, "worth_recovery": SKIP}),
    ("social.severe", SUPPORT,
     {"social_avoid": 4, "social_afraid": 3, "social_judged": 3, "social_impair": 3}),
    ("social.severe", SUPPORT,
     {"social_avoid": 4, "social_afraid": SKIP, "social_judged": SKIP, "social_impair": SKIP}),
    ("motive.punish", SUPPORT, {"motive": "punish"}),
    ("about.age", NOT_YET, {"adult": NO}),
    ("about.age", NOT_YET, {"adult": SKIP}),
    ("agree.people", NOT_YET, {"agree_people": NO}),
    ("agree.people", NOT_YET, {"agree_people": SKIP}),
    ("agree.places", NOT_YET, {"agree_places": NO}),
    ("agree.places", NOT_YET, {"agree_places": SKIP}),
    ("agree.reflect", NOT_YET, {"agree_reflect": NO}),
    ("agree.reflect", NOT_YET, {"agree_reflect": SKIP}),
    ("mood.low", GENTLY, {"low_mood": 3}),
    ("mood.low", GENTLY, {"low_mood": 2, "no_interest": 2}),
    ("mood.low", GENTLY, {"low_mood": SKIP, "no_interest": SKIP}),
    ("trauma.some", GENTLY, old_hurt()),
    ("trauma.some", GENTLY, old_hurt("trauma_blame", "trauma_numb")),
    ("trauma.some", GENTLY, {**old_hurt(), "trauma_history": SKIP}),
    ("trauma.unsure", GENTLY, {"trauma_rejection": "unsure"}),
    ("trauma.unsure", GENTLY, {"trauma_rejection": SKIP}),
    ("worth.shaky", GENTLY, {"worth_now": 4, "worth_no": 1}),
    ("worth.shaky", GENTLY, {"worth_now": 4, "worth_no": 4}),
    ("worth.shaky", GENTLY, {"worth_now": SKIP, "worth_recovery": SKIP}),
    ("social.anxious", GENTLY, {"social_avoid": 2, "social_afraid": 2, "social_judged": 2}),
    ("social.anxious", GENTLY,
     {"social_avoid": 3, "social_afraid": 3, "social_judged": 3, "social_impair": 4}),
    ("social.anxious", GENTLY,
     {"social_avoid": 4, "social_afraid": 4, "social_judged": 4, "social_impair": 2}),
    ("social.anxious", GENTLY, {"social_avoid": SKIP, "social_judged": SKIP}),
    ("sensitivity.high", GENTLY, {"no_floods": 3}),
    ("sensitivity.high", GENTLY, {"no_floods": 4}),
    ("sensitivity.high", GENTLY, {"no_floods": SKIP}),
    ("recent.loss", GENTLY, {"recent_loss": YES}),
    ("recent.loss", GENTLY, {"recent_loss": SKIP}),
    ("motive.unsure", GENTLY, {"motive": SKIP}),
]
"""A rule, its route, and answers that make it the only one that fires; all other answers are the mildest."""

BY_EVENT = {"practice.worsening", "check_in.safety", "words.confirmed", "said.worse"}
"""Rules that tell why something other than an answer closed practice."""


@pytest.mark.parametrize(("rule", "route", "answers"), ALONE, ids=[
    f"{rule}-{'-'.join(str(value) for value in answers.values())}" for rule, _, answers in ALONE
])
def test_each_rule_can_be_the_only_one_that_fires(
    library: Library, rule: str, route: Route, answers: Answers
) -> None:
    result = checked_with(library.screening, **answers)
    assert (result.route, result.reasons) == (route, (rule,))


@pytest.mark.parametrize("answer", [YES, SKIP])
def test_safety_now_alone_leads_to_help_now(library: Library, answer: str) -> None:
    """The check asks it only beside an answer with a reason of its own, so the rule is read by itself."""
    result = decided(library.screening, {"danger_now": answer})
    assert (result.route, result.reasons) == (HELP, ("safety.now",))


@pytest.mark.parametrize("answer", [YES, SKIP])
@pytest.mark.parametrize("before", ["wish_dead", "attempt_ever"])
def test_danger_now_makes_support_first_into_help_now(library: Library, before: str, answer: str) -> None:
    without = checked_with(library.screening, **{before: YES, "danger_now": NO})
    result = checked_with(library.screening, **{before: YES, "danger_now": answer})
    assert without.route is SUPPORT
    assert result.route is HELP
    assert result.reasons == ("safety.now", *without.reasons)


def test_every_rule_that_answers_can_fire_was_seen_alone(library: Library) -> None:
    seen = {rule for rule, _, _ in ALONE} | {"safety.now"}
    assert seen | BY_EVENT == {rule.id for rule in library.screening.rules}


def test_the_mildest_answers_are_ready_without_a_reason(library: Library) -> None:
    result = checked_with(library.screening)
    assert (result.route, result.reasons) == (READY, ())
    assert set(result.scores.values()) == {0}


@pytest.mark.parametrize("answers", [
    {"low_mood": 2},
    {"low_mood": 1, "no_interest": 1},
    {"low_mood": SKIP},
    {"worth_now": 4},
    {"worth_now": SKIP, "worth_no": 1},
    {"social_avoid": 4, "social_afraid": 1, "social_impair": 4},
    {"social_impair": SKIP},
    {"no_floods": 2},
    {"motive": "chances"},
    {"motive": "fun"},
], ids=str)
def test_an_answer_just_below_every_edge_is_no_reason(library: Library, answers: Answers) -> None:
    assert checked_with(library.screening, **answers).reasons == ()


@pytest.mark.parametrize(("score", "answers", "total"), [
    ("mood", {"low_mood": 3, "no_interest": 1}, 4),
    ("mood", {"low_mood": SKIP, "no_interest": 0}, 2),
    ("mood", {"low_mood": 3, "no_interest": 3}, 6),
    ("mood", {}, 0),
    ("trauma", old_hurt("trauma_blame"), 1),
    ("trauma", old_hurt("trauma_blame", "trauma_numb", answer=SKIP), 2),
    ("trauma", old_hurt(*FIVE), 5),
    ("trauma", {**old_hurt(*FIVE), "trauma_history": NO}, 0),
    ("self_worth", {"worth_now": 1, "worth_no": 2, "worth_recovery": 4}, 7),
    ("self_worth", {"worth_now": SKIP, "worth_no": 0, "worth_recovery": 1}, 4),
    ("social", {"social_avoid": 4, "social_afraid": SKIP, "social_judged": 0}, 7),
    ("social_impair", {"social_impair": 1}, 1),
    ("social_impair", {"social_impair": SKIP}, 3),
    ("no_floods", {"no_floods": SKIP}, 3),
    ("no_floods", {"no_floods": 4}, 4),
])
def test_a_score_adds_up_what_was_said_and_counts_a_skip(
    library: Library, score: str, answers: Answers, total: int
) -> None:
    assert checked_with(library.screening, **answers).scores[score] == total


def test_sections_that_were_never_reached_have_no_score(library: Library) -> None:
    assert checked_with(library.screening, adult=NO).scores == {}
    assert set(checked_with(library.screening, wish_dead=YES).scores) == {"mood"}


@pytest.mark.parametrize(("answers", "reasons"), [
    ({"low_mood": 3, "wish_dead": YES, "danger_now": YES}, ("safety.now", "safety.wish", "mood.low")),
    ({"no_interest": 3, "low_mood": 3, "self_harm_thoughts": YES}, ("safety.thoughts", "mood.heavy")),
    ({"low_mood": 3, "unsteady": SKIP}, ("safety.unsteady", "mood.low")),
    ({"recent_loss": YES, "no_floods": 4, "motive": "punish"},
     ("motive.punish", "sensitivity.high", "recent.loss")),
    ({"recent_loss": YES, "agree_places": NO}, ("agree.places", "recent.loss")),
    ({"low_mood": 3, "trauma_rejection": "unsure"}, ("mood.low", "trauma.unsure")),
])
def test_reasons_are_told_heaviest_first(
    library: Library, answers: Answers, reasons: tuple[str, ...]
) -> None:
    result = checked_with(library.screening, **answers)
    assert result.reasons == reasons
    assert result.route is library.screening.rule(reasons[0]).route


def test_old_hurt_and_fear_of_people_are_told_once_by_their_heavier_reason(library: Library) -> None:
    hurt = checked_with(library.screening, **old_hurt(*FIVE))
    afraid = checked_with(
        library.screening, social_avoid=4, social_afraid=4, social_judged=4, social_impair=4
    )
    assert "trauma.some" not in hurt.reasons
    assert "social.anxious" not in afraid.reasons


# -- when it ends ----------------------------------------------------------------------------------------------


def asked(library: Library, **worse: Value) -> list[str]:
    return list(walked(library.screening, {**MILDEST, **worse}))


@pytest.mark.parametrize(("answers", "last"), [
    ({"adult": NO}, "adult"),
    ({"adult": SKIP}, "adult"),
    ({"self_harm_thoughts": YES}, "self_harm_thoughts"),
    ({"wish_dead": SKIP, "danger_now": YES}, "danger_now"),
    ({"attempt_ever": YES, "danger_now": SKIP}, "danger_now"),
    ({"low_mood": 3, "no_interest": 3}, "unsteady"),
    ({"wish_dead": YES}, "unsteady"),
    ({"unsafe_home": YES}, "unsteady"),
    ({"trauma_rejection": YES}, "trauma_rejection"),
    (old_hurt(*FIVE), "trauma_rejection"),
    ({"worth_now": 4, "worth_no": 4, "worth_recovery": 1}, "worth_recovery"),
    ({"social_avoid": 4, "social_afraid": 4, "social_judged": 4, "social_impair": 3}, "social_impair"),
    ({"motive": "punish"}, "motive"),
    ({"agree_people": NO}, "agree_reflect"),
    ({"low_mood": 3, "recent_loss": YES, "no_floods": 4}, "agree_reflect"),
    ({}, "agree_reflect"),
], ids=str)
def test_the_check_ends_as_soon_as_it_is_certain_and_not_before(
    library: Library, answers: Answers, last: str
) -> None:
    assert asked(library, **answers)[-1] == last


def test_help_now_is_there_the_moment_it_is_certain(library: Library) -> None:
    flow = screening.started(library.screening)
    while (ask := flow.current()) is not None and ask.item.id != "self_harm_thoughts":
        flow = flow.answer(MILDEST[ask.item.id])
    flow = flow.answer(YES)
    assert flow.is_done
    assert decided(library.screening, flow.record()).route is HELP


def test_a_heavy_mood_does_not_hide_a_safety_answer(library: Library) -> None:
    heavy: Answers = {"low_mood": 3, "no_interest": 3}
    assert [item for item in asked(library, **heavy) if item in SAFETY] == MILD_SAFETY
    result = checked_with(library.screening, **heavy, attempt_ever=YES, danger_now=YES)
    assert result.route is HELP
    assert result.reasons == ("safety.now", "safety.past_attempt", "mood.heavy")


def test_danger_now_is_asked_only_after_an_answer_that_calls_for_it(library: Library) -> None:
    assert "danger_now" not in asked(library)
    for item in ("wish_dead", "self_harm_thoughts", "attempt_ever"):
        assert "danger_now" in asked(library, **{item: SKIP})
    for item in ("wish_dead", "attempt_ever"):
        assert "danger_now" in asked(library, **{item: YES})


def test_the_five_questions_on_old_hurt_are_asked_only_when_there_may_be_some(library: Library) -> None:
    assert not set(FIVE) & set(asked(library))
    assert set(FIVE) <= set(asked(library, trauma_history=YES))
    assert set(FIVE) <= set(asked(library, trauma_history=SKIP))


def test_what_was_not_asked_is_absent_from_the_record_and_never_no(library: Library) -> None:
    record = walked(library.screening, {**MILDEST, "self_harm_thoughts": YES})
    assert list(record) == ["adult", "low_mood", "no_interest", "wish_dead", "self_harm_thoughts"]


def test_the_sections_come_in_the_order_of_the_design(library: Library) -> None:
    assert asked(library) == [item for item in MILDEST if item not in {"danger_now", *FIVE}]
    assert [item.id for item in library.screening.form.items] == list(MILDEST)


@pytest.mark.parametrize("section", ["safety", "trauma"])
def test_the_check_says_what_is_coming_before_the_hard_questions(library: Library, section: str) -> None:
    (intro,) = [each.intro for each in library.screening.form.sections if each.id == section]
    assert "skip" in intro


# -- answers from a file ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", [item for item in MILDEST if item not in {"danger_now", *FIVE}])
def test_a_missing_answer_is_named(library: Library, missing: str) -> None:
    given = {item: value for item, value in MILDEST.items() if item != missing}
    with pytest.raises(AnswerError) as error:
        walked(library.screening, given)
    assert error.value.item == missing


def test_an_unknown_question_is_named(library: Library) -> None:
    with pytest.raises(AnswerError) as error:
        walked(library.screening, {**MILDEST, "low_moods": 1})
    assert error.value.item == "low_moods"


@pytest.mark.parametrize(("item", "value"), [
    ("adult", "Yes"), ("adult", True), ("adult", None), ("low_mood", 4), ("low_mood", -1),
    ("low_mood", "0"), ("low_mood", False), ("no_interest", 1.0), ("trauma_rejection", "maybe"),
    ("worth_now", 5), ("social_impair", "often"), ("no_floods", []), ("motive", ""), ("agree_people", "unsure"),
])
def test_a_value_out_of_range_is_named(library: Library, item: str, value: object) -> None:
    with pytest.raises(AnswerError) as error:
        walked(library.screening, {**MILDEST, item: value})
    assert error.value.item == item


def test_an_answer_that_would_not_have_been_asked_is_ignored(library: Library) -> None:
    result = checked_with(library.screening, danger_now=YES, **dict.fromkeys(FIVE, YES))
    assert (result.route, result.reasons) == (READY, ())


# -- parts, and what a professional can change -----------------------------------------------------------------


def test_the_safety_section_can_be_asked_by_itself_and_ends_at_once_on_help_now(library: Library) -> None:
    content = library.screening
    flow = Flow.start(screening.part(content, "safety"), screening.ends(content))
    assert flow.path == ("wish_dead",)
    flow = flow.answer(YES).answer(NO).answer(NO).answer(YES)
    assert flow.is_done
    assert decided(content, flow.record()).route is HELP


def test_the_agreements_can_be_asked_again_by_themselves(library: Library) -> None:
    flow = Flow.start(screening.part(library.screening, "agreements"), screening.ends(library.screening))
    flow = flow.answer(YES).skip().answer(YES)
    assert flow.record() == {"agree_people": YES, "agree_places": SKIP, "agree_reflect": YES}


@pytest.mark.parametrize(("route", "best"), [
    (HELP, HELP), (SUPPORT, GENTLY), (NOT_YET, NOT_YET), (GENTLY, GENTLY), (READY, GENTLY),
])
def test_with_a_professionals_agreement_the_best_route_is_to_go_gently(route: Route, best: Route) -> None:
    assert screening.with_agreement(route) is best
