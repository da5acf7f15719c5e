"""The same answers give the same records, byte by byte, in core, app and plain mode."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from coach.core.records import CONTACT, History, Outcome
from coach.engine import Engine, FormName, Place, View
from coach.library import Library
from tests.plain import wandering
from tests.plain.people import Day, Person, days_in, days_in_app, encoded, engine_on, in_core, in_plain
from tests.plain.wandering import MOVES, Move
from tests.support import walk
from tests.support.clock import FrozenClock

PICKS = ("goal.ask-friend-help", "goal.fair-price")


def one_visit(route: str) -> list[Day]:
    """Somebody on one of the five routes, up to the page that says where they stand."""
    return [(Person(walk.ROUTES[route], welcome=("start",), check_answers=("go",)), 1)]


def whole_way(library: Library) -> list[Day]:
    """From the first page to the look back the next day, with Coach closed in between."""
    first = {**walk.READY, **walk.GOALS, "goals": PICKS, **walk.CHECK_IN, **walk.COURTESY, **walk.BEFORE}
    engine = walk.screened(walk.engine_of(library, FrozenClock()))
    walk.do(engine, FormName.GOALS, {**walk.GOALS, "goals": PICKS})
    first["picks"] = tuple(each.challenge.id for each in engine.builder.proposals()[:5])
    return [
        (
            Person(
                first, welcome=("start",), check_answers=("go",), standing=("ladder",),
                ladder_builder=("goals", "pick", "rate", "home"), home=("start",),
            ),
            3,
        ),
        (Person(walk.AFTER, home=("after",), out=("after",), side_by_side=("onward",)), 20),
        (Person(walk.LOOK_BACK, home=("look_back",), side_by_side=("onward",)), 1),
    ]


@pytest.mark.parametrize("route", walk.ROUTES)
async def test_a_route_is_saved_alike_in_core_app_and_plain_mode(route: str, library: Library) -> None:
    core = encoded(days_in(in_core, library, one_visit(route)))
    assert encoded(days_in(in_plain, library, one_visit(route))) == core
    assert encoded(await days_in_app(library, one_visit(route))) == core


async def test_the_whole_way_is_saved_alike_in_core_app_and_plain_mode(library: Library) -> None:
    history: History = days_in(in_core, library, whole_way(library))
    assert (len(history.look_backs), history.drafts) == (1, ())
    assert encoded(days_in(in_plain, library, whole_way(library))) == encoded(history)
    assert encoded(await days_in_app(library, whole_way(library))) == encoded(history)


def supported() -> list[Day]:
    """Somebody on support first: an exercise with a few lines, then the ask that is always open, left for now."""
    answers = {**walk.ROUTES["support_first"], "text": "A seat on the bus.\nI stood."}
    exercise = Person(
        answers, welcome=("start",), check_answers=("go",), standing=("exercises",), exercises=("notice_the_ask",),
        grounding=("write",),
    )
    planned = Person(walk.BEFORE, standing=("contact",))
    left = Person({**walk.AFTER, "outcome": "not_asked"}, standing=("after",))
    return [(exercise, 2), (planned, 2), (left, 1)]


async def test_the_time_on_support_first_is_saved_alike_in_app_and_plain_mode(library: Library) -> None:
    history = days_in(in_plain, library, supported())
    assert history.exercise_logs[0].text == "A seat on the bus.\nI stood."
    assert history.attempts[0].step == CONTACT
    assert history.reflections[0].outcome is Outcome.NOT_ASKED
    assert encoded(await days_in_app(library, supported())) == encoded(history)


# -- at random -----------------------------------------------------------------------------------------------

FORMS = (
    FormName.SCREENING, FormName.GOALS, FormName.CHECK_IN, FormName.BEFORE, FormName.AFTER, FormName.LOOK_BACK
)


@cache
def before(library: Library, name: FormName) -> tuple[History, Place, dt.datetime]:
    """What somebody has saved who can open this form now, where it is, and when."""
    clock = FrozenClock()
    engine = engine_on(library, clock, History())
    if name is FormName.SCREENING:
        engine.save_settings(welcomed=True)
        return engine.history, Place(view=View.FORM, form=name), clock.now()
    walk.with_ladder(walk.screened(engine))
    subject = "" if name is FormName.GOALS else engine.history.steps[0].id
    if name is FormName.BEFORE:
        walk.do(engine, FormName.CHECK_IN, walk.CHECK_IN, subject)
        walk.do(engine, FormName.COURTESY, walk.COURTESY, subject)
    elif name in (FormName.AFTER, FormName.LOOK_BACK):
        subject = walk.out(engine)
    if name is FormName.LOOK_BACK:
        walk.back(engine, subject)
        clock.move(hours=20)
    return engine.history, Place(view=View.FORM, form=name, subject=subject), clock.now()


def opened(library: Library, name: FormName) -> tuple[Engine, Place]:
    """Coach on what was saved before, and the place of the form."""
    history, place, now = before(library, name)
    engine = engine_on(library, FrozenClock(now), history)
    engine.start()
    return engine, place


def saved(
    library: Library, name: FormName, moves: list[Move], how: Callable[[Engine, Place, list[Move]], object]
) -> bytes:
    """What is saved after these moves in a form."""
    engine, place = opened(library, name)
    how(engine, place, moves)
    return encoded(engine.history)


@pytest.mark.parametrize("name", FORMS)
@given(moves=MOVES)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_answers_back_and_skip_are_saved_alike_in_core_and_plain_mode(
    name: FormName, moves: list[Move], library: Library
) -> None:
    assert saved(library, name, moves, wandering.in_plain) == saved(library, name, moves, wandering.in_core)


FEW_MOVES = [
    Move("answer", 1), Move("answer", 1, ("At the café.", "She smiled!")), Move("back"), Move("answer", 0, ("No?",)),
    Move("answer", 2), Move("skip"), Move("back"), Move("answer", 3), Move("answer", 55), Move("answer", 100),
    Move("answer", 1, ("b",)),
]


@pytest.mark.parametrize("name", FORMS)
async def test_answers_back_and_skip_are_saved_alike_in_core_and_app(name: FormName, library: Library) -> None:
    engine, place = opened(library, name)
    await wandering.in_app(engine, place, FEW_MOVES)
    assert encoded(engine.history) == saved(library, name, FEW_MOVES, wandering.in_core)
    assert encoded(engine.history) == saved(library, name, FEW_MOVES, wandering.in_plain)
