"""What may be opened when: the order of an attempt, the size of a step, rests, holds, and what is always open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec
import pytest

from coach.core import ladder
from coach.core.errors import PlainError
from coach.core.model import Route, Value
from coach.core.records import CONTACT, Attempt, Outcome, Stage
from coach.engine import Engine, FormName, Place, View, telling
from coach.library import Library
from coach.store import MemoryStore
from tests.support import walk
from tests.support.clock import FrozenClock

GENTLY = {**walk.READY, "no_floods": 3}


@pytest.fixture
def engine(library: Library, clock: FrozenClock) -> Engine:
    """Somebody who may practise and has a ladder of nine steps in all four bands."""
    return walk.with_ladder(walk.screened(walk.engine_of(library, clock)))


def refusal(engine: Engine, form: FormName, subject: str = "") -> str:
    """The sentence with which a form is refused; empty when it opens."""
    try:
        engine.begin(form, subject)
    except PlainError as error:
        return error.plain
    return ""


def step_in(engine: Engine, band: ladder.Band) -> str:
    """The lowest step of a band."""
    return ladder.by_band(ladder.active(engine.history))[band][0].id


def checked_in(engine: Engine, **answers: Value) -> Engine:
    """After a check-in, in which all is well unless told otherwise."""
    walk.do(engine, FormName.CHECK_IN, {**walk.CHECK_IN, **answers})
    return engine


def once(engine: Engine, clock: FrozenClock, **after: Value) -> str:
    """One attempt at the next step, reflected on, and the night after it."""
    attempt = walk.out(engine)
    walk.back(engine, attempt, {"tension_now": len(engine.history.attempts), **after})
    clock.move(hours=24)
    return attempt


# -- the order of an attempt -----------------------------------------------------------------------------------


def test_the_check_in_comes_first_then_the_courtesy_checks_then_the_plan(engine: Engine) -> None:
    step = step_in(engine, ladder.Band.WARM_UP)
    assert engine.practise(step).form is FormName.CHECK_IN
    assert "check-in" in refusal(engine, FormName.BEFORE, step)
    checked_in(engine)
    assert engine.practise(step).form is FormName.COURTESY
    assert "courtesy" in refusal(engine, FormName.BEFORE, step)
    walk.do(engine, FormName.COURTESY, walk.COURTESY, step)
    assert engine.practise(step).form is FormName.BEFORE


@pytest.mark.parametrize("item", walk.COURTESY)
@pytest.mark.parametrize("answer", ["no", "unsure"])
def test_each_courtesy_check_alone_leads_to_another_step(engine: Engine, item: str, answer: str) -> None:
    step = step_in(engine, ladder.Band.WARM_UP)
    place = walk.do(checked_in(engine), FormName.COURTESY, {**walk.COURTESY, item: answer}, step)
    assert (place.view, place.items) == (View.COURTESY_STOP, (item,))
    assert refusal(engine, FormName.BEFORE, step)


def test_the_courtesy_checks_are_asked_again_on_another_day(engine: Engine, clock: FrozenClock) -> None:
    step = step_in(engine, ladder.Band.WARM_UP)
    walk.do(checked_in(engine), FormName.COURTESY, walk.COURTESY, step)
    clock.move(hours=24)
    assert "courtesy" in refusal(checked_in(engine), FormName.BEFORE, step)


def test_what_was_written_in_a_plan_stays_on_another_day_and_guesses_are_asked_anew(
    engine: Engine, clock: FrozenClock
) -> None:
    step = step_in(engine, ladder.Band.WARM_UP)
    walk.do(checked_in(engine), FormName.COURTESY, walk.COURTESY, step)
    session = engine.begin(FormName.BEFORE, step)
    for value in ("Could I?", "the park", "They laugh", 70):
        session.answer(value)
    clock.move(hours=24)
    walk.do(checked_in(engine), FormName.COURTESY, walk.COURTESY, step)
    assert engine.begin(FormName.BEFORE, step).draft.answers == {
        "ask": "Could I?", "place": "the park", "feared": "They laugh",
    }


def test_one_ask_at_a_time_however_old_the_open_one_is(engine: Engine, clock: FrozenClock) -> None:
    attempt = walk.out(engine)
    clock.move(days=3)
    assert engine.home().open_attempt == engine.attempt(attempt)
    assert engine.practise(step_in(engine, ladder.Band.WARM_UP)) == Place(view=View.OUT, subject=attempt)
    step = step_in(engine, ladder.Band.SMALL)
    assert "One ask at a time" in refusal(checked_in(engine), FormName.COURTESY, step)


def test_how_it_went_is_told_once(engine: Engine, clock: FrozenClock) -> None:
    assert "told about this one" in refusal(engine, FormName.AFTER, once(engine, clock))


# -- the step --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("band", [ladder.Band.STRETCH, ladder.Band.BOLD])
def test_a_step_of_a_band_that_opens_later_is_refused_before_and_after_the_check_in(
    engine: Engine, band: ladder.Band
) -> None:
    step = step_in(engine, band)
    for _ in range(2):
        with pytest.raises(PlainError, match=f"{band.title} step, and those open later"):
            engine.practise(step)
        checked_in(engine)
    assert "open later" in refusal(engine, FormName.COURTESY, step)


def test_after_a_shaky_check_in_a_smaller_step_is_offered(engine: Engine, clock: FrozenClock) -> None:
    for _ in range(3):
        once(engine, clock)
    step = step_in(engine, ladder.Band.SMALL)
    assert engine.practise(step).form is FormName.CHECK_IN
    place = walk.do(engine, FormName.CHECK_IN, {**walk.CHECK_IN, "ci_steady": 2}, step)
    assert place.view is View.STEPS
    assert refusal(engine, FormName.COURTESY, step)


def test_a_step_that_was_taken_off_or_not_rated_yet_is_refused(engine: Engine) -> None:
    step = step_in(engine, ladder.Band.WARM_UP)
    engine.builder.set_retired(step, True)
    with pytest.raises(PlainError, match="off your ladder"):
        engine.practise(step)
    new = engine.builder.add(engine.builder.proposals()[0].challenge)
    with pytest.raises(PlainError, match="Rate this ask first"):
        engine.practise(new.id)


def test_a_step_that_rests_is_refused_with_the_day_its_rest_ends(engine: Engine, clock: FrozenClock) -> None:
    first = engine.attempt(once(engine, clock, other_person="uneasy")).step
    once(engine, clock, other_person="uneasy")
    with pytest.raises(PlainError, match="rests until 7 December 2026"):
        engine.practise(first)
    clock.move(days=13, minutes=1)
    assert engine.practise(first).form is FormName.CHECK_IN


def test_past_the_limit_of_the_day_the_advice_is_shown_with_its_reason(library: Library, clock: FrozenClock) -> None:
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock), "go_gently"))
    walk.back(engine, walk.out(engine))
    step = step_in(engine, ladder.Band.WARM_UP)
    assert engine.practise(step).view is View.WHAT_NEXT
    assert engine.advice().rules == ("stop.day_limit",)
    assert refusal(engine, FormName.COURTESY, step) == library.strings["doors"]["today"]


# -- another check-in ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answers", [{"ci_choice": "stop"}, {"ci_choice": "reflect"}, {"ci_steady": 2}, {}])
def test_another_check_in_the_same_day_changes_what_the_day_brings(
    engine: Engine, clock: FrozenClock, answers: Mapping[str, Value]
) -> None:
    assert not engine.may_check_in_again()
    checked_in(engine, **answers)
    clock.move(hours=5)
    assert engine.may_check_in_again()
    checked_in(engine)
    assert engine.today().may_attempt
    assert len(engine.history.check_ins) == 2


@pytest.mark.parametrize("answers", [{"ci_body": "not_sober"}, {"ci_safety": "skip"}])
def test_no_other_check_in_takes_back_what_closes_the_day(engine: Engine, answers: Mapping[str, Value]) -> None:
    checked_in(engine, **answers)
    assert not engine.may_check_in_again()
    checked_in(engine)
    assert not engine.today().may_attempt


# -- what closes while a form is open --------------------------------------------------------------------------


def test_a_plan_finished_after_practice_was_closed_makes_no_attempt_and_keeps_its_words(engine: Engine) -> None:
    step = step_in(engine, ladder.Band.WARM_UP)
    walk.do(checked_in(engine), FormName.COURTESY, walk.COURTESY, step)
    session = engine.begin(FormName.BEFORE, step)
    walk.fill(session, walk.BEFORE)
    engine.say_worse()
    assert engine.conclude(session).view is View.STANDING
    assert engine.history.attempts == ()
    assert engine.history.drafts[-1].answers["ask"] == walk.BEFORE["ask"]


def test_a_plan_finished_after_midnight_waits_for_the_check_in_of_the_new_day(
    engine: Engine, clock: FrozenClock
) -> None:
    step = step_in(engine, ladder.Band.WARM_UP)
    walk.do(checked_in(engine), FormName.COURTESY, walk.COURTESY, step)
    session = engine.begin(FormName.BEFORE, step)
    walk.fill(session, walk.BEFORE)
    clock.move(hours=16)
    assert engine.conclude(session) == Place(view=View.FORM, form=FormName.CHECK_IN, subject=step)
    assert engine.history.attempts == ()


def test_an_unfinished_check_of_before_does_not_shorten_a_hold(engine: Engine, clock: FrozenClock) -> None:
    clock.move(days=29)
    session = engine.begin(FormName.SCREENING)
    session.answer("yes")
    engine.say_worse()
    assert "not open yet" in refusal(engine, FormName.SCREENING)
    assert engine.start().view is View.STANDING
    walk.fill(session, walk.READY)
    assert engine.conclude(session).view is View.STANDING
    assert len(engine.history.screenings) == 1
    clock.move(days=14, minutes=1)
    assert refusal(engine, FormName.SCREENING) == ""


# -- agreements ------------------------------------------------------------------------------------------------


def test_the_agreements_alone_open_practice_only_where_they_alone_closed_it(
    library: Library, clock: FrozenClock
) -> None:
    engine = walk.screened(walk.engine_of(library, clock), "not_yet")
    engine.say_worse()
    assert "agreements alone" in refusal(engine, FormName.AGREEMENTS)


def test_the_agreements_alone_do_not_renew_answers_of_four_weeks_ago(library: Library, clock: FrozenClock) -> None:
    engine = walk.screened(walk.engine_of(library, clock), "not_yet")
    clock.move(days=20)
    walk.do(engine, FormName.AGREEMENTS, walk.ROUTES["not_yet"])
    assert "agreements" in [each.name for each in telling.tell_standing(engine).actions]
    clock.move(days=8, minutes=1)
    assert "agreements alone" in refusal(engine, FormName.AGREEMENTS)
    names = [each.name for each in telling.tell_standing(engine).actions]
    assert names[0] == "screening"
    assert "agreements" not in names
    walk.do(engine, FormName.SCREENING, walk.READY)
    assert engine.standing().route is Route.READY


# -- looking back ----------------------------------------------------------------------------------------------


def test_a_look_back_opens_after_18_hours_and_once(engine: Engine, clock: FrozenClock) -> None:
    attempt = walk.out(engine)
    walk.back(engine, attempt)
    clock.move(hours=17, minutes=59)
    assert "after a night" in refusal(engine, FormName.LOOK_BACK, attempt)
    assert engine.look_backs_due() == ()
    clock.move(minutes=2)
    assert [each.id for each in engine.look_backs_due()] == [attempt]
    walk.do(engine, FormName.LOOK_BACK, walk.LOOK_BACK)
    assert engine.history.look_backs[-1].attempt == attempt
    assert "already" in refusal(engine, FormName.LOOK_BACK, attempt)


def test_on_the_gentle_way_the_look_back_of_the_next_day_comes_before_the_next_ask(
    library: Library, clock: FrozenClock
) -> None:
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock), "go_gently"))
    attempt = once(engine, clock)
    step = step_in(engine, ladder.Band.WARM_UP)
    assert engine.practise(step) == Place(view=View.FORM, form=FormName.LOOK_BACK, subject=attempt)
    walk.do(engine, FormName.LOOK_BACK, walk.LOOK_BACK, attempt)
    assert engine.practise(step).form is FormName.CHECK_IN


# -- a clock set back ------------------------------------------------------------------------------------------


def test_a_check_that_was_seen_to_run_out_stays_so_when_the_clock_is_set_back(
    library: Library, clock: FrozenClock
) -> None:
    store = MemoryStore(walk.with_ladder(walk.screened(walk.engine_of(library, clock))).history)
    clock.move(days=28, minutes=1)
    assert Engine(library, store, clock).start().view is View.STANDING
    clock.move(days=-3)
    assert not Engine(library, store, clock).standing().is_open


# -- what is always open ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("route", ["support_first", "help_now", "not_yet", "ready"])
def test_contacting_someone_is_open_on_every_route_with_before_and_after_like_any_other(
    library: Library, clock: FrozenClock, route: str
) -> None:
    engine = walk.screened(walk.engine_of(library, clock), route)
    place = engine.practise(CONTACT)
    attempt = walk.do(engine, FormName.BEFORE, walk.BEFORE, place.subject).subject
    assert "they are full, that is a no you got through" in telling.tell_step(engine, CONTACT)
    assert engine.start() != Place(view=View.OUT, subject=attempt)
    walk.back(engine, attempt, {"outcome": "no", "happened": "They are full."})
    assert engine.history.reflections[-1].outcome is Outcome.NO
    assert engine.home().days == 1


def test_while_practice_is_closed_the_open_ask_and_the_look_back_stay_in_reach(
    library: Library, clock: FrozenClock
) -> None:
    engine = walk.screened(walk.engine_of(library, clock), "support_first")
    attempt = walk.do(engine, FormName.BEFORE, walk.BEFORE, CONTACT).subject
    assert telling.tell_standing(engine).actions[0].name == "after"
    assert engine.begin(FormName.AFTER).subject == attempt
    walk.back(engine, attempt)
    clock.move(hours=20)
    assert telling.tell_standing(engine).actions[0].name == "look_back"
    assert engine.begin(FormName.LOOK_BACK).subject == attempt


def test_where_somebody_may_be_in_danger_help_stands_above_what_waits(library: Library, clock: FrozenClock) -> None:
    engine = walk.screened(walk.engine_of(library, clock), "help_now")
    walk.do(engine, FormName.BEFORE, walk.BEFORE, CONTACT)
    names = [each.name for each in telling.tell_standing(engine).actions]
    assert (names[0], names[-2:]) == ("help", ["after", "leave"])


def test_an_ask_to_someone_trusted_that_is_still_open_keeps_nobody_from_a_step(engine: Engine) -> None:
    walk.do(engine, FormName.BEFORE, walk.BEFORE, CONTACT)
    assert engine.practise(step_in(engine, ladder.Band.WARM_UP)).form is FormName.CHECK_IN


def test_a_choice_not_to_go_counts_as_a_day_and_closes_the_attempt(engine: Engine) -> None:
    attempt = walk.out(engine)
    engine.drop_attempt(attempt)
    assert engine.home().days == 1
    assert engine.story(attempt).outcome is Outcome.NOT_ASKED
    assert engine.attempt(attempt).stage is Stage.DONE
    assert engine.home().open_attempt is None


def test_two_open_attempts_are_told_one_after_the_other(engine: Engine) -> None:
    first = walk.out(engine)
    other = msgspec.structs.replace(engine.attempt(first), id="from another computer", at=engine.stamp())
    engine.commit([other])
    assert engine.home().open_attempt == other
    walk.back(engine, other.id)
    assert engine.home().open_attempt == engine.history.get(Attempt, first)


def test_every_refusal_is_a_sentence_that_says_what_to_do_or_when(library: Library) -> None:
    assert all(words.endswith(".") and len(words) > 25 for words in library.strings["doors"].values())


def test_eighteen_hours_count_from_telling_not_from_asking(engine: Engine, clock: FrozenClock) -> None:
    attempt = walk.out(engine)
    clock.move(days=2)
    walk.back(engine, attempt)
    assert engine.now() - engine.attempt(attempt).at > dt.timedelta(hours=18)
    assert engine.look_backs_due() == ()
