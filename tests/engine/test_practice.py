"""Issue by issue what practice promises: proposals, forms, reflections, worsening, advice, lessons, cards."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest

from coach.core import ladder, reflection
from coach.core.model import Kind, Route, Value
from coach.core.records import CONTACT, Cause, Outcome
from coach.engine import Engine, FormName, Place, View, telling
from coach.library import Library
from tests.support import walk
from tests.support.clock import FrozenClock

STOPPED: dict[str, Value] = {
    "outcome": "stopped", "happened": "He shouted.", "other_person": "cant_tell", "tension_peak": 70,
    "tension_now": 40,
}
SAME: dict[str, Value] = {"happened": "asked, no", "lesson": "fine"}


@pytest.fixture
def engine(library: Library, clock: FrozenClock) -> Engine:
    """Somebody who may practise and has a ladder of nine steps in all four bands."""
    return walk.with_ladder(walk.screened(walk.engine_of(library, clock)))


def once(engine: Engine, clock: FrozenClock, before: Mapping[str, Value] | None = None, **after: Value) -> str:
    """One attempt, reflected on, and the night after it; each a little different unless told otherwise."""
    n = len(engine.history.attempts)
    attempt = walk.out(engine, {"place": f"place {n}", **(before or {})})
    walk.back(engine, attempt, {"tension_now": n, "happened": f"Thing {n} happened {n}.", **after})
    clock.move(hours=24)
    return attempt


def asked(engine: Engine, name: FormName, subject: str, answers: Mapping[str, Value]) -> tuple[str, ...]:
    """The questions that these answers lead through."""
    session = engine.begin(name, subject)
    walk.fill(session, answers)
    return session.flow.path


# -- goals, fears, proposals -----------------------------------------------------------------------------------


def test_8_to_15_challenges_are_proposed_over_the_bands_each_with_its_reason_in_words(engine: Engine) -> None:
    found = engine.builder.proposals()
    assert 8 <= len(found) <= 15
    assert {ladder.band_of(each.challenge.difficulty * 10 - 5) for each in found} == set(ladder.Band)
    assert all(engine.library.advice.say(each.why) for each in found)


def test_a_vetoed_proposal_is_replaced_and_the_others_stay_where_they_are(engine: Engine) -> None:
    before = [each.challenge.id for each in engine.builder.proposals()]
    after = [each.challenge.id for each in engine.builder.replace(before[3])]
    assert before[3] not in after
    assert set(before) - set(after) == {before[3]}
    assert len(after) == len(before)


def test_replacing_holds_after_coach_was_closed(engine: Engine, clock: FrozenClock) -> None:
    for _ in range(3):
        engine.builder.replace(engine.builder.proposals()[2].challenge.id)
    again = Engine(engine.library, engine.keeper, clock)
    assert again.builder.proposals() == engine.builder.proposals()


def test_a_replacement_that_was_picked_goes_on_the_ladder(engine: Engine) -> None:
    first = engine.builder.proposals()[0].challenge.id
    offered = {each.challenge.id for each in engine.builder.proposals()}
    (new,) = {each.challenge.id for each in engine.builder.replace(first)} - offered
    walk.do(engine, FormName.PICK, {"picks": (new,)})
    assert engine.history.steps[-1].challenge == new


def test_ones_own_moments_stand_beside_the_scale(engine: Engine) -> None:
    moments = {f"anchor_{25 * n}": f"moment {n}" for n in range(5)}
    walk.do(engine, FormName.ANCHORS, moments)
    assert engine.settings.anchors == tuple(moments.values())


def test_a_wide_gap_is_named_with_a_challenge_that_lies_between(engine: Engine) -> None:
    for step in engine.history.steps[1:-1]:
        engine.builder.set_retired(step.id, True)
    ((gap, challenge),) = engine.builder.gaps()
    assert gap.points > 25
    assert challenge is not None
    assert (gap.low.rating or 0) < challenge.difficulty * 10 - 5 < (gap.high.rating or 0)


def test_rated_again_changed_taken_off_and_brought_back_nothing_is_lost(engine: Engine) -> None:
    step = engine.history.steps[0]
    walk.do(engine, FormName.RATE, {f"rating.{step.id}": 33}, step.id)
    words = {"own_title": "Ask for tap water", "own_say": "Water, please?", "own_channel": "phone"}
    walk.do(engine, FormName.EDIT_STEP, words, step.id)
    engine.builder.set_retired(step.id, True)
    engine.builder.set_retired(step.id, False)
    now = engine.step(step.id)
    assert [each.value for each in now.ratings] == [10, 33]
    assert [(each.item, each.old) for each in now.changes][:2] == [("title", step.title), ("say", step.say)]
    assert not now.retired


# -- cards -----------------------------------------------------------------------------------------------------


def test_no_card_is_dealt_while_practice_is_closed(engine: Engine) -> None:
    assert engine.builder.draw_card() is not None
    engine.say_worse()
    assert engine.builder.draw_card() is None
    assert engine.open_bands() == ()


def test_a_card_put_back_is_not_the_next_one(engine: Engine) -> None:
    drawn = [engine.builder.draw_card() for _ in range(40)]
    assert all(one != other for one, other in pairwise(drawn))


# -- before ----------------------------------------------------------------------------------------------------


def test_the_place_of_the_last_ask_stands_beside_the_question_where(engine: Engine, clock: FrozenClock) -> None:
    once(engine, clock, {"place": "the café by the station"})
    walk.do(engine, FormName.CHECK_IN, walk.CHECK_IN)
    step = engine.home().step
    assert step is not None
    walk.do(engine, FormName.COURTESY, walk.COURTESY, step.id)
    form = engine.begin(FormName.BEFORE, step.id).form
    assert "Last time: the café by the station. Somewhere else" in form.item("place").note
    assert "Last time" not in engine.begin(FormName.BEFORE, CONTACT).form.item("place").note


def test_after_two_alike_the_step_and_the_advice_say_how_to_vary(engine: Engine, clock: FrozenClock) -> None:
    for _ in range(2):
        once(engine, clock, {"place": "the café"}, p_feared_after=70, cost_after=60)
    step = engine.home().step
    assert step is not None
    assert "Twice the same place" in telling.tell_step(engine, step.id)
    assert "Twice the same place" in telling.tell_advice(engine, engine.advice()).words


def test_a_lesson_that_was_kept_comes_back_before_a_similar_ask(engine: Engine, clock: FrozenClock) -> None:
    attempt = once(engine, clock, lesson="Four seconds, and nobody minded.")
    told = telling.tell_step(engine, engine.attempt(attempt).step)
    assert "You kept this from a similar ask: “Four seconds, and nobody minded.”" in told


# -- after -----------------------------------------------------------------------------------------------------


def test_who_did_not_ask_is_asked_one_question(engine: Engine) -> None:
    attempt = walk.out(engine)
    path = asked(engine, FormName.AFTER, attempt, {"outcome": "not_asked"})
    assert path == ("outcome", "not_asked_why")


def test_after_a_bad_encounter_grounding_opens_and_nothing_is_asked_about_learning(engine: Engine) -> None:
    attempt = walk.out(engine)
    path = asked(engine, FormName.AFTER, attempt, STOPPED)
    assert path == ("outcome", "happened", "other_person", "tension_peak", "tension_now")
    assert walk.back(engine, attempt, STOPPED).view is View.GROUNDING
    assert engine.advice().rules[0] == "stop.bad_encounter"


def test_the_day_after_a_bad_encounter_only_how_it_sits_is_asked(engine: Engine, clock: FrozenClock) -> None:
    attempt = walk.out(engine)
    walk.back(engine, attempt, STOPPED)
    clock.move(hours=20)
    assert asked(engine, FormName.LOOK_BACK, attempt, {}) == ("lb_sits", "lb_worth", "lb_worse")


def test_the_next_session_after_a_bad_encounter_starts_one_band_lower(engine: Engine, clock: FrozenClock) -> None:
    for _ in range(4):
        once(engine, clock)
    assert engine.advice().band is ladder.Band.SMALL
    walk.back(engine, walk.out(engine), STOPPED)
    clock.move(hours=24)
    assert (engine.advice().move, engine.advice().band) == (ladder.Move.STEP_DOWN, ladder.Band.WARM_UP)
    step = engine.home().step
    assert step is not None
    assert ladder.band_of(step.rating or 0) is ladder.Band.WARM_UP


def test_home_and_the_page_after_an_attempt_tell_the_same_advice(engine: Engine, clock: FrozenClock) -> None:
    for peak in (40, 85):
        walk.back(engine, walk.out(engine), {"tension_peak": peak})
        assert engine.home().advice == engine.advice()
        clock.move(hours=24)


# -- noticing the mechanical -----------------------------------------------------------------------------------


def by_rote(engine: Engine, clock: FrozenClock) -> str:
    """Three reflections alike, then out with the next ask."""
    for n in range(3):
        walk.back(engine, walk.out(engine, {"place": f"place {n}"}), SAME)
        clock.move(hours=24)
    return walk.out(engine)


def test_routine_is_told_kindly_with_what_was_noticed_before_one_fresh_question(
    engine: Engine, clock: FrozenClock
) -> None:
    attempt = by_rote(engine, clock)
    form = engine.begin(FormName.AFTER, attempt).form
    section = form.sections[-1]
    assert "no fault of yours" in section.intro
    assert "The ratings were the same three times." in section.intro
    assert [item.id.startswith(reflection.DIFFERENT) for item in section.items] == [True]
    assert [each.id for each in form.sections[:-1]] == [
        each.id for each in engine.library.form("prompts/after").sections
    ]


def test_the_fresh_question_can_be_skipped_and_the_way_up_stays_closed_until_one_is_answered(
    engine: Engine, clock: FrozenClock
) -> None:
    attempt = by_rote(engine, clock)
    walk.back(engine, attempt, SAME)
    clock.move(hours=24)
    assert engine.advice().rules[0] == "stay.mechanical"
    answers = {f"diff_{n}": "Flour on his sleeve." for n in range(1, 7)}
    walk.back(engine, walk.out(engine), {**SAME, **answers})
    assert engine.advice().rules == ("up.ready",)


@pytest.mark.parametrize("after", [STOPPED, {"outcome": "not_asked"}])
def test_no_fresh_question_is_asked_of_who_stopped_or_did_not_ask(
    engine: Engine, clock: FrozenClock, after: Mapping[str, Value]
) -> None:
    attempt = by_rote(engine, clock)
    assert not [item for item in asked(engine, FormName.AFTER, attempt, after) if item.startswith("diff_")]


# -- worsening -------------------------------------------------------------------------------------------------


def test_worsening_closes_practice_with_its_reason_and_what_to_do(engine: Engine, clock: FrozenClock) -> None:
    once(engine, clock, tension_peak=80)
    place = walk.back(engine, walk.out(engine), {"tension_peak": 85})
    assert place.view is View.STANDING
    told = telling.tell_standing(engine)
    assert engine.standing().causes == (Cause.WORSENING,)
    assert "Tension stayed very high" in told.reasons[0].matters
    assert {"therapist", "exercises", "contact", "help"} <= {each.name for each in told.actions}


def test_saying_in_a_look_back_that_it_gets_worse_closes_practice(engine: Engine, clock: FrozenClock) -> None:
    attempt = once(engine, clock)
    place = walk.do(engine, FormName.LOOK_BACK, {**walk.LOOK_BACK, "lb_worse": "yes"}, attempt)
    assert (place.view, engine.standing().causes) == (View.STANDING, (Cause.SAID_WORSE,))


def test_what_gets_worse_is_not_forgotten_when_the_check_has_run_out_meanwhile(
    engine: Engine, clock: FrozenClock
) -> None:
    clock.move(days=26)
    attempt = once(engine, clock)
    clock.move(days=2)
    assert engine.standing().may_screen
    walk.do(engine, FormName.LOOK_BACK, {**walk.LOOK_BACK, "lb_worse": "yes"}, attempt)
    assert (engine.standing().route, engine.standing().may_screen) == (Route.SUPPORT_FIRST, False)


def test_after_a_hold_the_first_ask_back_is_no_step_up(engine: Engine, clock: FrozenClock) -> None:
    for _ in range(3):
        once(engine, clock)
    assert engine.advice().rules == ("up.ready",)
    engine.say_worse()
    clock.move(days=15)
    walk.do(engine, FormName.SCREENING, walk.READY)
    assert engine.advice().rules == ("repeat.after_rest",)


# -- support-first life ----------------------------------------------------------------------------------------


def test_gentle_exercises_are_kept_with_what_was_written(library: Library, clock: FrozenClock) -> None:
    engine = walk.screened(walk.engine_of(library, clock), "support_first")
    walk.do(engine, FormName.EXERCISE, {"text": "A seat by the window."}, "notice_the_ask")
    (log,) = engine.history.exercise_logs
    assert (log.exercise, log.text) == ("notice_the_ask", "A seat by the window.")


def test_a_therapist_who_is_full_is_told_as_a_no_that_was_gone_through(library: Library, clock: FrozenClock) -> None:
    engine = walk.screened(walk.engine_of(library, clock), "support_first")
    attempt = walk.do(engine, FormName.BEFORE, walk.BEFORE, CONTACT).subject
    walk.back(engine, attempt, {"outcome": "no"})
    side = reflection.side_by_side(engine.story(attempt))
    assert side.outcome is Outcome.NO
    assert "A no was" in " ".join(engine.library.advice.say(each) for each in side.sentences)


# -- time ------------------------------------------------------------------------------------------------------


def test_time_in_a_form_counts_whole_though_each_answer_takes_less_than_a_second(
    engine: Engine, clock: FrozenClock
) -> None:
    session = engine.begin(FormName.AFTER, walk.out(engine))
    while (ask := session.ask) is not None:
        clock.move(seconds=0.8)
        given = walk.AFTER.get(ask.item.id, "skip")
        session.answer(given if ask.item.required or ask.kind is not Kind.TEXT else "skip")
    assert session.seconds == int(0.8 * len(session.flow.path))
    engine.conclude(session)
    assert 0 < engine.history.reflections[-1].seconds < reflection.QUICK_SECONDS


def test_time_in_a_form_goes_on_where_it_was_left(engine: Engine, clock: FrozenClock) -> None:
    attempt = walk.out(engine)
    session = engine.begin(FormName.AFTER, attempt)
    clock.move(seconds=30.5)
    session.answer("no")
    clock.move(hours=5)
    again = engine.begin(FormName.AFTER, attempt)
    clock.move(seconds=12.5)
    assert again.seconds == 42


def test_a_check_in_after_which_practice_is_closed_leads_to_where_one_stands(
    engine: Engine, clock: FrozenClock
) -> None:
    clock.move(days=27, hours=23, minutes=59)
    session = engine.begin(FormName.CHECK_IN)
    walk.fill(session, walk.CHECK_IN)
    clock.move(minutes=2)
    assert engine.conclude(session) == Place(view=View.STANDING)
