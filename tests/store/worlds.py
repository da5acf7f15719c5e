"""Made-up people's stores and the small steps that the fault tests walk through."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from coach.core.model import Route
from coach.core.records import Attempt, Draft, History, Outcome, Record, Reflection, Screening, Settings, Step

FOLDER, STATE = Path("/d"), Path("/s")
NOW = dt.datetime(2026, 11, 22, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
CANARY = "xylophone-under-the-stairs"


def day(number: int, minute: int = 0) -> dt.datetime:
    """The moment `number` days and `minute` minutes after the first one."""
    return NOW + dt.timedelta(days=number, minutes=minute)


def draft(text: str, at: dt.datetime = NOW) -> Draft:
    """Something half written."""
    return Draft(id="before/s1", at=at, form="before", subject="s1", answers={"worst": text}, typed=CANARY)


def screening(number: int, at: dt.datetime, route: Route = Route.READY) -> Screening:
    """A finished fit and safety check."""
    return Screening(
        id=f"screening-{number}",
        at=at,
        answers={"phq_1": 0, "told": "yes", "areas": ("work", "friends")},
        route=route,
        reasons=("low_scores",),
        scores={"phq": 2},
        content_version="1",
    )


def steps_of(number: int, at: dt.datetime) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """What commit `number` puts and drops: every kind of change, in a store that stays small."""
    turn = number % 6
    step = Step(id=f"s{number % 3}", at=at, title=f"Ask for {number}", why=CANARY)
    attempt = Attempt(
        id=f"a{number % 4}",
        at=at,
        step=step.id,
        step_title=step.title,
        rating=40,
        before={"worst": "é" * (number % 7)},
    )
    reflection = Reflection(id="r", at=at, attempt=attempt.id, outcome=Outcome.NO, answers={"n": number})
    choices: tuple[tuple[tuple[Record, ...], tuple[Record, ...]], ...] = (
        ((step, draft(f"{number}", at)), ()),
        ((attempt,), (draft("", at),)),
        ((draft(f"{number} and more", at),), ()),
        ((reflection, attempt), (draft("", at),)),
        ((Settings(id="settings", at=at, country="GB", anchors=(f"{number}",)),), (reflection,)),
        ((), (attempt, step)),
    )
    return choices[turn]


def count(history: History) -> int:
    """How many records there are."""
    return sum(len(getattr(history, name)) for name in History.__struct_fields__)
