"""Practice is open only while a screening says so and nothing since speaks against it; in doubt it is closed."""

from __future__ import annotations

import datetime as dt
from itertools import product

import msgspec
import pytest

from coach.core.gate import Standing, Why, closed_store, standing
from coach.core.model import Route
from coach.core.records import Cause, Draft, History, Hold, Record, Screening
from coach.core.screening import with_agreement
from coach.library import Library
from tests.support.clock import MORNING, FrozenClock

HELP, SUPPORT, NOT_YET, GENTLY, READY = Route
OPEN = (READY, GENTLY)
CLOSED = (NOT_YET, SUPPORT, HELP)
INSTANT = dt.timedelta(microseconds=1)


def days(number: float) -> dt.timedelta:
    return dt.timedelta(days=number)


def screened(route: Route, at: dt.datetime = MORNING, *, reasons: tuple[str, ...] = ()) -> Screening:
    return Screening(
        id=f"screening-{at.isoformat()}", at=at, answers={}, route=route, reasons=reasons, scores={},
        content_version="1",
    )


def held(
    cause: Cause = Cause.CHECK_IN, at: dt.datetime = MORNING, *, route: Route = SUPPORT,
    reasons: tuple[str, ...] = (),
) -> Hold:
    return Hold(id=f"hold-{at.isoformat()}", at=at, cause=cause, route=route, reasons=reasons)


@pytest.fixture
def stand(library: Library, clock: FrozenClock) -> Stand:
    return Stand(library, clock)


class Stand:
    """Where someone stands now, by what was saved."""

    def __init__(self, library: Library, clock: FrozenClock) -> None:
        self.content = library.screening
        self.clock = clock

    def __call__(self, *records: Record) -> Standing:
        return standing(History().changed(records), self.clock.now(), self.content)


# -- how long it holds -----------------------------------------------------------------------------------------


def test_before_any_screening_practice_is_closed_and_a_screening_is_open(stand: Stand) -> None:
    assert stand() == Standing(is_open=False, why=Why.UNSCREENED, may_screen=True)


@pytest.mark.parametrize("route", OPEN)
def test_ready_and_go_gently_hold_for_28_days_to_the_instant(stand: Stand, clock: FrozenClock, route: Route) -> None:
    screening = screened(route, reasons=("recent.loss",))
    until = dt.date(2026, 12, 20)
    expected = Standing(
        is_open=True, why=Why.SCREENING, route=route, reasons=("recent.loss",), since=MORNING.date(), until=until,
    )
    assert stand(screening) == expected
    clock.set(MORNING + days(28) - INSTANT)
    assert stand(screening) == expected
    clock.set(MORNING + days(28))
    assert stand(screening) == msgspec.structs.replace(expected, is_open=False, why=Why.EXPIRED, may_screen=True)
    clock.move(days=1000)
    assert not stand(screening).is_open


@pytest.mark.parametrize("route", OPEN)
def test_while_it_holds_there_is_no_new_screening_and_nothing_to_attest(stand: Stand, route: Route) -> None:
    now = stand(screened(route))
    assert not now.may_screen
    assert not now.may_attest


def test_only_go_gently_is_gentle_and_only_while_it_is_open(stand: Stand, clock: FrozenClock) -> None:
    assert stand(screened(GENTLY)).gently
    assert not stand(screened(READY)).gently
    clock.move(days=28)
    assert not stand(screened(GENTLY)).gently


def test_not_yet_is_closed_and_can_be_asked_again_at_any_time(stand: Stand) -> None:
    now = stand(screened(NOT_YET, reasons=("agree.people",)))
    assert now == Standing(
        is_open=False, why=Why.SCREENING, route=NOT_YET, reasons=("agree.people",), since=MORNING.date(),
        may_screen=True,
    )


@pytest.mark.parametrize(("route", "may_attest"), [(SUPPORT, True), (HELP, False)])
def test_support_first_and_help_now_hold_for_14_days_to_the_instant(
    stand: Stand, clock: FrozenClock, route: Route, may_attest: bool
) -> None:
    screening = screened(route, reasons=("safety.wish",))
    expected = Standing(
        is_open=False, why=Why.SCREENING, route=route, reasons=("safety.wish",), since=MORNING.date(),
        until=dt.date(2026, 12, 6), may_attest=may_attest,
    )
    assert stand(screening) == expected
    clock.set(MORNING + days(14) - INSTANT)
    assert stand(screening) == expected
    clock.set(MORNING + days(14))
    assert stand(screening) == msgspec.structs.replace(expected, until=None, may_screen=True)


@pytest.mark.parametrize("route", CLOSED)
def test_waiting_alone_never_opens_practice(stand: Stand, clock: FrozenClock, route: Route) -> None:
    clock.move(days=5000)
    assert not stand(screened(route)).is_open
    assert not stand(screened(READY, MORNING), held(route=route, at=MORNING + days(1))).is_open


@pytest.mark.parametrize("route", CLOSED)
def test_a_new_screening_opens_what_an_older_one_closed(stand: Stand, clock: FrozenClock, route: Route) -> None:
    first = screened(route)
    clock.move(days=14)
    now = stand(first, screened(GENTLY, clock.now()))
    assert now.gently
    assert now.until == dt.date(2027, 1, 3)


@pytest.mark.parametrize("route", CLOSED)
def test_a_new_screening_closes_what_an_older_one_opened(stand: Stand, clock: FrozenClock, route: Route) -> None:
    first = screened(READY)
    clock.move(days=3)
    now = stand(first, screened(route, clock.now()))
    assert (now.is_open, now.route, now.since) == (False, route, clock.now().date())


def test_a_professionals_agreement_opens_the_gentle_way_until_a_later_screening(
    stand: Stand, clock: FrozenClock
) -> None:
    first = screened(SUPPORT)
    assert stand(first).may_attest
    clock.move(days=1)
    attested = screened(with_agreement(SUPPORT), clock.now())
    assert stand(first, attested).gently
    clock.move(days=28)
    assert stand(first, attested).may_screen
    assert not stand(first, attested, screened(SUPPORT, clock.now())).is_open
    assert stand(first, attested, screened(READY, clock.now())).route is READY


@pytest.mark.parametrize("route", [HELP, NOT_YET])
def test_no_agreement_opens_help_now_or_stands_in_for_the_agreements(stand: Stand, route: Route) -> None:
    assert not stand(screened(with_agreement(route))).is_open
    assert not stand(screened(route)).may_attest


# -- a clock set back ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("back", [days(1), days(400)])
def test_a_time_before_the_hold_began_does_not_shorten_it(
    stand: Stand, clock: FrozenClock, back: dt.timedelta
) -> None:
    before = stand(held())
    clock.set(MORNING - back)
    assert stand(held()) == before
    assert stand(screened(HELP)).until == dt.date(2026, 12, 6)


def test_a_time_before_the_screening_does_not_lengthen_what_it_opened(stand: Stand, clock: FrozenClock) -> None:
    clock.set(MORNING - days(400))
    assert stand(screened(READY)).until == dt.date(2026, 12, 20)


@pytest.mark.parametrize("cause", Cause)
def test_a_hold_of_the_same_moment_as_the_screening_closes(stand: Stand, cause: Cause) -> None:
    """As when the clock was set back: both carry the latest time ever seen."""
    assert not stand(screened(READY), held(cause)).is_open


def test_a_hold_is_measured_in_real_time_across_time_zones(stand: Stand, clock: FrozenClock) -> None:
    west = dt.timezone(dt.timedelta(hours=-8))
    clock.set((MORNING + days(14) - INSTANT).astimezone(west))
    assert not stand(screened(SUPPORT)).may_screen
    clock.set((MORNING + days(14)).astimezone(west))
    assert stand(screened(SUPPORT)).may_screen


# -- events that close practice --------------------------------------------------------------------------------


@pytest.mark.parametrize("cause", Cause)
@pytest.mark.parametrize("route", [READY, GENTLY, NOT_YET])
def test_every_event_closes_practice_for_14_days_and_until_a_new_screening(
    stand: Stand, clock: FrozenClock, cause: Cause, route: Route
) -> None:
    first = screened(route, reasons=("of the screening",))
    clock.move(days=5)
    event = held(cause, clock.now(), reasons=(f"of {cause}",))
    now = stand(first, event)
    assert (now.is_open, now.why, now.route, now.causes) == (False, Why.HOLD, SUPPORT, (cause,))
    assert f"of {cause}" in now.reasons
    assert ("of the screening" in now.reasons) is (route is NOT_YET)
    assert (now.until, now.may_screen, now.may_attest) == (dt.date(2026, 12, 11), False, True)
    clock.set(event.at + days(14) - INSTANT)
    assert not stand(first, event).may_screen
    clock.set(event.at + days(14))
    later = stand(first, event)
    assert (later.is_open, later.may_screen, later.until) == (False, True, None)
    assert stand(first, event, screened(READY, clock.now())).is_open


@pytest.mark.parametrize("cause", Cause)
def test_an_event_before_any_screening_closes_too(stand: Stand, cause: Cause) -> None:
    now = stand(held(cause))
    assert (now.is_open, now.route, now.causes, now.may_screen) == (False, SUPPORT, (cause,), False)


@pytest.mark.parametrize("cause", Cause)
def test_an_event_that_is_help_now_cannot_be_shortened(stand: Stand, cause: Cause) -> None:
    now = stand(screened(READY, MORNING - days(3)), held(cause, route=HELP))
    assert (now.route, now.may_attest, now.may_screen) == (HELP, False, False)


def test_what_closed_practice_before_the_last_screening_is_over(stand: Stand, clock: FrozenClock) -> None:
    event = held(Cause.WORDS)
    clock.move(days=14)
    assert stand(event, screened(READY, clock.now())).is_open


def test_of_several_reasons_the_heaviest_route_and_the_latest_end_hold(stand: Stand, clock: FrozenClock) -> None:
    screening = screened(NOT_YET, reasons=("agree.people",))
    help_now = held(Cause.CHECK_IN, MORNING + days(1), route=HELP, reasons=("check_in.safety", "safety.now"))
    worse = held(Cause.SAID_WORSE, MORNING + days(10), reasons=("said.worse", "check_in.safety"))
    clock.move(days=10)
    assert stand(screening, help_now, worse) == Standing(
        is_open=False, why=Why.HOLD, route=HELP,
        reasons=("agree.people", "check_in.safety", "safety.now", "said.worse"),
        causes=(Cause.CHECK_IN, Cause.SAID_WORSE), since=MORNING.date(), until=dt.date(2026, 12, 16),
    )


def test_one_more_hold_never_opens_shortens_or_lightens_anything(stand: Stand, clock: FrozenClock) -> None:
    """Complete over all routes of a screening, an event and one event more, in every order of their times."""
    for route, one, more in product(Route, (SUPPORT, HELP), (SUPPORT, HELP)):
        for first, second, now in product((0, 1, 9), (0, 2, 9, 12), (0, 13, 15, 27, 30)):
            saved = [screened(route), held(Cause.WORDS, MORNING + days(first), route=one)]
            clock.set(MORNING + days(now))
            before = stand(*saved)
            after = stand(*saved, held(Cause.CHECK_IN, MORNING + days(second) + INSTANT, route=more))
            assert not before.is_open
            assert not after.is_open
            assert before.route is not None
            assert after.route is not None
            assert after.route.weight >= before.route.weight
            assert (after.until or dt.date.min) >= (before.until or dt.date.min)
            assert before.may_screen or not after.may_screen
            assert before.may_attest or not after.may_attest


# -- what does not matter, and what is not known ---------------------------------------------------------------


@pytest.mark.parametrize("route", Route)
def test_no_draft_changes_where_one_stands(stand: Stand, route: Route) -> None:
    draft = Draft(id="screening", at=MORNING + days(1), form="screening", answers={"adult": "yes"})
    assert stand(screened(route), draft) == stand(screened(route))
    assert stand(screened(route), held(), draft) == stand(screened(route), held())


@pytest.mark.parametrize("route", Route)
def test_where_one_stands_survives_being_saved_and_read_again(
    stand: Stand, library: Library, clock: FrozenClock, route: Route
) -> None:
    records = (screened(route), held(Cause.WORSENING, MORNING + days(2)))
    history = History().changed(records)
    again = msgspec.json.decode(msgspec.json.encode(history), type=History)
    clock.move(days=7)
    assert standing(again, clock.now(), library.screening) == stand(*records)


def test_a_store_that_cannot_be_read_is_closed_and_never_a_fresh_start() -> None:
    held = closed_store("2026-12-06", dt.date(2026, 12, 5))
    assert (held.is_open, held.may_screen, held.may_attest) == (False, False, False)
    assert held.until == dt.date(2026, 12, 6)
    assert held.why is Why.STORE


@pytest.mark.parametrize("known", ["", "2026-12-06"])
def test_a_lost_store_opens_nothing_but_a_new_check_once_no_hold_is_left(known: str) -> None:
    due = closed_store(known, dt.date(2026, 12, 6))
    assert (due.is_open, due.may_screen) == (False, True)


def test_a_hold_that_cannot_be_read_lets_nobody_start_a_new_check() -> None:
    assert not closed_store("locked", dt.date(2030, 1, 1)).may_screen


@pytest.mark.parametrize("route", OPEN)
def test_a_hold_closes_whatever_route_it_names(stand: Stand, route: Route) -> None:
    assert not stand(screened(READY), held(at=MORNING + days(1), route=route)).is_open
