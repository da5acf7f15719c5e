"""Made-up practice for tests of the core: a diary that grows attempt by attempt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec

from coach.core.ladder import Advice, what_next
from coach.core.model import Category, Channel, Route
from coach.core.records import (
    Answers,
    Attempt,
    Cause,
    CheckIn,
    History,
    Hold,
    LookBack,
    Outcome,
    Rating,
    Record,
    Reflection,
    Screening,
    Stage,
    Step,
)
from coach.core.wording import Wording

WORDS = msgspec.toml.decode(
    (Path(__file__).parents[2] / "content" / "advice.toml").read_text(encoding="utf-8"), type=Wording
)
ZONE = dt.timezone(dt.timedelta(hours=1))
NOW = dt.datetime(2026, 11, 22, 15, 0, tzinfo=ZONE)

PLAN: Answers = {"feared": "They laugh", "p_feared": 60, "p_yes": 40, "cost": 60, "tension_before": 50}
DONE: Answers = {
    "feared_happened": "no", "p_feared_after": 30, "cost_after": 20, "tension_peak": 40, "tension_now": 10,
    "reasons": ("situation.busy",), "feelings": "proud", "other_person": "at_ease",
}


class Diary:
    """A history under construction. Days count back from NOW: 0 is today, 1 is yesterday."""

    def __init__(self, *records: Record) -> None:
        self.history = History().changed(records)
        self._count = 0

    def put(self, record: Record) -> None:
        """Save a record."""
        self.history = self.history.changed([record])

    def step(self, name: str, rating: int | None, **fields: Any) -> Step:
        """A step on the ladder; its id is its name."""
        ratings = () if rating is None else (Rating(at=NOW, value=rating),)
        step = Step(id=name, at=NOW - dt.timedelta(days=90), title=name, ratings=ratings, **fields)
        self.put(step)
        return step

    def open(self, step: str, day: float, *, stage: Stage = Stage.OUT, **before: Any) -> Attempt:
        """An attempt that was set out on, planned with what was feared at 60 in 100."""
        self._count += 1
        found = self.history.get(Step, step)
        rating = found.rating if found else None
        attempt = Attempt(
            id=f"a{self._count}", at=NOW - dt.timedelta(days=day, minutes=200 - self._count), step=step,
            step_title=step, rating=rating or 0, stage=stage, before={**PLAN, **before},
        )
        self.put(attempt)
        return attempt

    def attempt(
        self, step: str, day: float = 1, *, outcome: Outcome = Outcome.NO, seconds: int = 90,
        before: Answers | None = None, **after: Any,
    ) -> Attempt:
        """An attempt with its reflection, full unless told otherwise; None leaves an answer out."""
        attempt = self.open(step, day, stage=Stage.DONE, **(before or {}))
        n = self._count
        usual: dict[Outcome, Answers] = {
            Outcome.NOT_ASKED: {},
            Outcome.STOPPED: {"happened": "He shouted.", "tension_peak": 60, **after},
        }
        answers = usual.get(outcome, {**DONE, "happened": f"no{n} one{n} frowned{n}", **after})
        answers = {item: value for item, value in answers.items() if value is not None}
        self.put(Reflection(
            id=f"r{n}", at=attempt.at + dt.timedelta(minutes=1), attempt=attempt.id, outcome=outcome,
            answers=answers, seconds=seconds,
        ))
        return attempt

    def dropped(self, step: str, day: float = 1) -> Attempt:
        """A plan that was dropped."""
        return self.open(step, day, stage=Stage.DROPPED)

    def look_back(self, attempt: Attempt, **answers: Any) -> None:
        """What was said the day after."""
        at = attempt.at + dt.timedelta(days=1)
        self.put(LookBack(id=f"l{attempt.id}", at=at, attempt=attempt.id, answers=answers))

    def check_in(self, hours_ago: float = 1, **answers: Any) -> None:
        """A check-in of today: all is well unless told otherwise."""
        all_well: Answers = {"ci_safety": "no", "ci_steady": 7, "ci_body": "fine", "ci_choice": "full"}
        at = NOW - dt.timedelta(hours=hours_ago)
        self.put(CheckIn(id=f"c{at.isoformat()}", at=at, answers={**all_well, **answers}))

    def screening(self, route: Route, day: float) -> None:
        """A fit and safety check with this result."""
        at = NOW - dt.timedelta(days=day)
        self.put(Screening(
            id=f"s{day}", at=at, answers={}, route=route, reasons=(), scores={}, content_version="1",
        ))

    def hold(self, day: float) -> None:
        """Practice was closed because it made things worse."""
        at = NOW - dt.timedelta(days=day)
        self.put(Hold(id=f"h{day}", at=at, cause=Cause.WORSENING, route=Route.SUPPORT_FIRST))


def ready(*bands: str) -> Diary:
    """A ladder with three steps in each band, and three reflected attempts that moved in each band named."""
    diary = Diary()
    for band, low in (("warm_up", 5), ("small", 30), ("stretch", 55), ("bold", 80)):
        for n in range(3):
            diary.step(f"{band}{n}", low + n, category=list(Category)[n], channel=Channel.IN_PERSON)
    day = 40
    for band in bands:
        for n in range(3):
            diary.attempt(f"{band}{n}", day, before={"place": f"place {n}"})
            day -= 1
    return diary


def retired(step: Step) -> Step:
    """The step, taken off the ladder."""
    return msgspec.structs.replace(step, retired=True)


def advice(diary: Diary, *, gently: bool = False, now: dt.datetime = NOW) -> Advice:
    """What next, checked to be sayable in words."""
    found = what_next(diary.history, now, gently=gently)
    told = WORDS.tell(found.rules, found.facts)
    assert told.title and told.words and all(told.because)
    return found
