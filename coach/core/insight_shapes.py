"""The shapes of insights: numbers for a chart, and the sentence that says what it shows."""

from __future__ import annotations

import datetime as dt

import msgspec

from coach.core.records import Outcome
from coach.core.wording import Sentence


class Insight(msgspec.Struct, frozen=True, kw_only=True):
    """What every insight has: from how many attempts it is, whether that is too few yet, and its sentence."""

    count: int
    few: bool
    sentence: Sentence


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """Guesses between `low` and `high` in 100: how many, their mean, and how often in 100 a yes came."""

    low: int
    high: int
    count: int
    expected: int | None
    came: int | None


class Calibration(Insight, frozen=True, kw_only=True):
    """Guessed against actual yes. A *partly* is half a yes.

    `brier` is the mean squared distance (Brier 1950): 0 is always right, 0.25 is always saying 50.
    """

    bins: tuple[Bin, ...]
    expected: int
    came: int
    brier: float | None
    brier_sentence: Sentence


class Feared(Insight, frozen=True, kw_only=True):
    """How likely the feared outcome was thought to be, 0-100, and how often it happened."""

    expected: int
    happened: int
    partly: int
    not_happened: int


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """The feared outcome, 0-100, before and after one attempt, and the day after when asked."""

    at: dt.datetime
    before: int
    after: int
    later: int | None


class StepChange(msgspec.Struct, frozen=True, kw_only=True):
    """The attempts at one step, oldest first."""

    step: str
    title: str
    points: tuple[Point, ...]


class Change(Insight, frozen=True, kw_only=True):
    """How expectation changed, by step over time; `before` and `after` are means over all attempts."""

    steps: tuple[StepChange, ...]
    before: int
    after: int


class TensionRow(msgspec.Struct, frozen=True, kw_only=True):
    """Tension around one attempt, 0-100."""

    attempt: str
    title: str
    at: dt.datetime
    before: int
    peak: int
    now: int


class Tension(Insight, frozen=True, kw_only=True):
    """Tension before, at its peak and after, by attempt and as means."""

    rows: tuple[TensionRow, ...]
    before: int
    peak: int
    now: int


class Reasons(Insight, frozen=True, kw_only=True):
    """Reasons given for a no, counted by kind: situation, them, me, unknown."""

    kinds: dict[str, int]


class Days(Insight, frozen=True, kw_only=True):
    """Days practised, and what they held."""

    days: int
    made: int
    not_asked: int
    first: dt.date | None
    last: dt.date | None


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """One category or channel: plans, what became of them, and the mean change in expectation in points."""

    name: str
    planned: int
    made: int
    yes: int
    no: int
    not_made: int
    change: int | None


class Groups(Insight, frozen=True, kw_only=True):
    """Attempts by category or by channel, most planned first."""

    rows: tuple[Group, ...]


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """A line somebody chose to keep, and where it comes from."""

    attempt: str
    reflection: str
    text: str
    title: str
    outcome: Outcome
    at: dt.datetime


class Lessons(Insight, frozen=True, kw_only=True):
    """Lessons kept, newest first."""

    rows: tuple[Lesson, ...]


class Insights(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is shown under insights."""

    calibration: Calibration
    feared: Feared
    change: Change
    tension: Tension
    reasons: Reasons
    days: Days
    by_category: Groups
    by_channel: Groups
    lessons: Lessons
