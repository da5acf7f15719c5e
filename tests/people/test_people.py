"""What must never happen to anybody: to nineteen written people in sixty days, and to people drawn at random."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core import gate, ladder, proposals
from coach.core.records import History, Reflection
from coach.core.wording import Told
from coach.engine import Engine, doors, telling
from coach.library import Library
from coach.store import MemoryStore
from tests.people.__main__ import EVERYBODY, diary
from tests.people.anybody import LIVES, Anybody, Day
from tests.people.life import MIDNIGHT, Life
from tests.support import walk
from tests.support.clock import FrozenClock


def test_there_are_at_least_twelve_people_who_are_not_alike() -> None:
    assert len(EVERYBODY) >= 12
    assert len({each.about for each in EVERYBODY.values()}) == len(EVERYBODY)


TOLD = {
    "ana": ("Step up. You can try Bold now", "You kept this from a similar ask"),
    "ben": ("That tells us about the size, not about you", "counts as a day"),
    "cleo": ("those open later", "Enough for today", "Tension went very high"),
    "dev": ("Your last reflections look like routine", "A fresh question: He had flour", "no fault of yours"),
    "esther": ("your view of yourself went down", "Practice was closed for a while"),
    "femi": ("They are full", "A professional who knows about this agrees", "Go gently"),
    "goran": ("The clock of the computer is set 5 days back", "Practice is closed for now"),
    "hana": ("the most is one attempt a day", "Small is the highest band on that way"),
    "ivo": ("this practice is making things worse", "Support first"),
    "jun": ("You stopped, and that was right", "Grounding opens first", "Start with something in Small"),
    "kit": ("This ask rests until", "takes less from the other person"),
    "lena": ("it will ask how it went", "Your last check is four weeks old"),
    "milo": ("Card     ", "Never show this one"),
    "nadia": ("A new check is not open yet", "Go gently"),
    "omar": ("Not yet", "The three agreements once more: You can practise"),
    "pia": ("Nothing romantic toward someone at work", "A wide gap", "Bring it back first", "Brought back"),
    "quinn": ("A smaller one fits today", "You said you are not sober today", "In the afternoon"),
    "theo": ("left out a reason, a feeling", "has not moved much yet", "one step in one place", "the same place:"),
    "rosa": ("One question", "At a check-in you told us", "The safety questions, there and then"),
}


@pytest.mark.parametrize("name", EVERYBODY)
def test_sixty_days_hold_nothing_that_must_never_happen_and_what_a_careful_coach_would_say(
    library: Library, name: str
) -> None:
    life = Life(library, EVERYBODY[name]()).run()
    told = "\n".join(life.diary)
    assert life.watch.broken == []
    assert [each for each in TOLD[name] if each not in told] == []
    assert life.watch.advised <= {each.id for each in library.advice.advice}


def test_the_diaries_come_out_the_same_each_time(library: Library) -> None:
    once, again = (diary(Life(library, EVERYBODY["kit"](), days=20).run()) for _ in range(2))
    assert once == again


@pytest.fixture(scope="module")
def begun(library: Library) -> History:
    """The records of somebody who may practise and has a ladder, so that each life drawn starts with one."""
    return walk.with_ladder(walk.screened(walk.engine_of(library, FrozenClock(MIDNIGHT)))).history


@settings(max_examples=50)
@given(days=LIVES, is_new=st.booleans())
def test_nothing_that_must_never_happen_happens_to_anybody(
    library: Library, begun: History, days: list[Day], is_new: bool
) -> None:
    life = Life(library, Anybody(days), len(days), None if is_new else begun)
    assert life.run().watch.broken == []


# -- the look-out itself: it sees each thing that must never happen, when the engine is made to do it ------------


def open_gate(history: History, *rest: Any) -> gate.Standing:
    if not history.screenings:
        return STANDING(history, *rest)
    return gate.Standing(is_open=True, why=gate.Why.SCREENING, route=history.screenings[-1].route)


def forgetful(store: MemoryStore, *changes: Any, now: Any) -> History:
    history = COMMIT(store, *changes, now=now)
    store._history = history.changed(drop=history.of(Reflection)[:-3])
    return store._history


STANDING = gate.standing
COMMIT = MemoryStore.commit
NO_REASON = Told(title="Step up", words="You can try it now.", because=(), more="")
DAYS = ladder.days_practised

SLIPS: dict[str, tuple[str, int, object, str, Any]] = {
    "practice on a closed gate": ("femi", 3, gate, "standing", open_gate),
    "advice without a reason": ("ana", 1, telling, "tell_advice", lambda *_: NO_REASON),
    "a jump of two bands": ("cleo", 2, doors, "check_step", lambda *_: None),
    "an attempt past the limit of the day": ("hana", 2, ladder, "GENTLE_DAY_LIMIT", 3),
    "an attempt without courtesy checks": ("ana", 1, doors, "is_courteous", lambda *_: True),
    "lost or changed: Reflection": ("cleo", 4, MemoryStore, "commit", forgetful),
    "days practised went down": ("ana", 12, ladder, "days_practised", lambda history: DAYS(history) % 3),
    "opened without a new check": ("goran", 32, Engine, "now", lambda engine: engine.clock.now()),
    "a look back before a night had passed": ("cleo", 1, doors, "LOOK_BACK_AFTER", doors.LOOK_BACK_AFTER / 1e6),
    "dealt though vetoed": ("milo", 9, proposals, "_fitting", lambda challenges, *_: list(challenges)),
    "an attempt at a step that rests": ("kit", 18, ladder, "REST_DAYS", 1),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_the_engine_would_be_seen(library: Library, monkeypatch: pytest.MonkeyPatch, slip: str) -> None:
    name, days, where, what, instead = SLIPS[slip]
    monkeypatch.setattr(where, what, instead)
    life = Life(library, EVERYBODY[name](), days=days).run()
    assert any(slip in each for each in life.watch.broken), life.watch.broken
