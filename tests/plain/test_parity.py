"""The same answers give the same records, byte by byte, in core, app and plain mode."""

from __future__ import annotations

import pytest

from coach.core.records import History
from coach.library import Library
from tests.plain.people import Day, Person, days_in, days_in_app, encoded, in_core, in_plain
from tests.support import walk

PICKS = ("goal.ask-friend-help", "goal.fair-price")


def one_visit(route: str) -> list[Day]:
    """Somebody on one of the five routes, up to the page that says where they stand."""
    return [(Person(walk.ROUTES[route], welcome=("start",), check_answers=("go",)), 1)]


def whole_way(library: Library) -> list[Day]:
    """From the first page to the look back the next day, with Coach closed in between."""
    first = {**walk.READY, **walk.GOALS, "goals": PICKS, **walk.CHECK_IN, **walk.COURTESY, **walk.BEFORE}
    engine = walk.screened(walk.engine_of(library, walk.FrozenClock()))
    walk.do(engine, walk.FormName.GOALS, {**walk.GOALS, "goals": PICKS})
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
