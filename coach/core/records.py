"""What is saved: every record carries its version, its id and when it was made.

Answers are kept by item id because questions are content; everything else has a field. A record is never
changed in place: a new value with the same id replaces the old one, and `Change` keeps the trail.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import msgspec

from coach.core.model import Category, Channel, Percent, Route, Value

SCHEMA = 1
"""Version of the whole store. A store with a higher one is opened read-only."""

CONTACT = "contact"
"""Id of the step that is always allowed: contacting a therapist or a trusted person."""

Moment = Annotated[dt.datetime, msgspec.Meta(tz=True)]
"""Local time with its UTC offset; a time without one is refused."""

Answers = dict[str, Value]
"""Answers by item id, in the order asked. Items that were not asked are absent."""


class Outcome(StrEnum):
    """How an attempt ended."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    NO_ANSWER = "no_answer"
    NOT_ASKED = "not_asked"
    STOPPED = "stopped"


class Stage(StrEnum):
    """How far an attempt has come."""

    OUT = "out"
    DONE = "done"
    DROPPED = "dropped"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all that is saved. `at` is local time with its UTC offset."""

    id: str
    at: Moment
    v: int = 1


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One correction: which item, what it was, what it became, when."""

    item: str
    old: Value | None
    new: Value
    at: Moment


class Screening(Record, frozen=True, kw_only=True):
    """One finished fit and safety check. `attested`: a professional who knows about this agrees."""

    answers: Answers
    route: Route
    reasons: tuple[str, ...]
    scores: dict[str, int]
    content_version: str
    attested: bool = False
    changes: tuple[Change, ...] = ()


class Cause(StrEnum):
    """Why practice was closed by something other than a screening."""

    CHECK_IN = "check_in"
    WORDS = "words"
    WORSENING = "worsening"
    SAID_WORSE = "said_worse"


class Hold(Record, frozen=True, kw_only=True):
    """A time during which practice is closed: its cause, and the route that holds until a new screening."""

    cause: Cause
    route: Route
    reasons: tuple[str, ...] = ()


class CheckIn(Record, frozen=True, kw_only=True):
    """The four items at the start of a session."""

    answers: Answers


class Rating(msgspec.Struct, frozen=True, kw_only=True):
    """How tense a step would make the person, 0-100, and when they said so."""

    at: Moment
    value: Percent


class Step(Record, frozen=True, kw_only=True):
    """A challenge, or an ask of one's own, on *my ladder*. The last rating counts; the others are history."""

    title: str
    what: str = ""
    say: str = ""
    challenge: str = ""
    category: Category | None = None
    channel: Channel | None = None
    ratings: tuple[Rating, ...] = ()
    retired: bool = False
    why: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def rating(self) -> int | None:
        """Expected tension, 0-100, as last rated; None before the first rating."""
        return self.ratings[-1].value if self.ratings else None


class Attempt(Record, frozen=True, kw_only=True):
    """One go at a step: planned (`before`), out, and closed with an outcome.

    `step_title` and `rating` are as they were then, so that later edits do not change the past.
    """

    step: str
    step_title: str
    rating: int
    before: Answers
    courtesy: Answers = msgspec.field(default_factory=dict)
    stage: Stage = Stage.OUT
    changes: tuple[Change, ...] = ()


class Reflection(Record, frozen=True, kw_only=True):
    """What was written after an attempt. `seconds` is how long the form was open, for noticing haste."""

    attempt: str
    outcome: Outcome
    answers: Answers
    seconds: int = 0
    changes: tuple[Change, ...] = ()


class LookBack(Record, frozen=True, kw_only=True):
    """The three questions of the next day."""

    attempt: str
    answers: Answers
    changes: tuple[Change, ...] = ()


class ExerciseLog(Record, frozen=True, kw_only=True):
    """A gentle exercise that was done, with what was written, if anything."""

    exercise: str
    text: str = ""


class Trusted(msgspec.Struct, frozen=True, kw_only=True):
    """Someone the person trusts and how to reach them; shown on the help screen."""

    name: str = ""
    reach: str = ""


class Settings(Record, frozen=True, kw_only=True):
    """Everything about the person that is not an event. One record with the id `settings`.

    `quiet_on` is the day of the last quiet line about help, as 2026-11-22, so that it comes once a day.
    """

    country: str = ""
    theme: str = "dusk"
    welcomed: bool = False
    plain: bool = False
    opt_in: bool = False
    goals: tuple[str, ...] = ()
    fears: tuple[str, ...] = ()
    own_goals: tuple[str, ...] = ()
    own_fears: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    vetoed: tuple[str, ...] = ()
    anchors: Annotated[tuple[str, ...], msgspec.Meta(max_length=5)] = ()
    trusted: Trusted = Trusted()
    quiet_on: str = ""


class Draft(Record, frozen=True, kw_only=True):
    """A form that is not finished. `id` is `form` or `form/subject`; `at_item` is the question on screen.

    `typed` is the text in the field that was not answered yet.
    """

    form: str
    subject: str = ""
    answers: Answers = msgspec.field(default_factory=dict)
    at_item: str = ""
    typed: str = ""
    seconds: int = 0
    extra: dict[str, str] = msgspec.field(default_factory=dict)


TABLES: dict[str, type[Record]] = {
    "screenings": Screening,
    "holds": Hold,
    "check_ins": CheckIn,
    "steps": Step,
    "attempts": Attempt,
    "reflections": Reflection,
    "look_backs": LookBack,
    "exercise_logs": ExerciseLog,
    "settings": Settings,
    "drafts": Draft,
}
"""Name of the table that keeps each kind of record."""

TABLE_OF: dict[type[Record], str] = {kind: name for name, kind in TABLES.items()}

R = TypeVar("R", bound=Record)


class History(msgspec.Struct, frozen=True, kw_only=True):
    """Everything saved, oldest first in each kind. Immutable: `changed` gives the next one."""

    screenings: tuple[Screening, ...] = ()
    holds: tuple[Hold, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    steps: tuple[Step, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    look_backs: tuple[LookBack, ...] = ()
    exercise_logs: tuple[ExerciseLog, ...] = ()
    settings: tuple[Settings, ...] = ()
    drafts: tuple[Draft, ...] = ()

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one kind."""
        found: tuple[R, ...] = getattr(self, TABLE_OF[kind])
        return found

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record of this kind with this id, or None."""
        return next((r for r in self.of(kind) if r.id == record_id), None)

    def changed(self, put: Iterable[Record] = (), drop: Iterable[Record] = ()) -> History:
        """This history with records added, replaced (same kind and id) or taken away."""
        tables: dict[str, dict[str, Record]] = {}

        def table(record: Record) -> dict[str, Record]:
            name = TABLE_OF[type(record)]
            if name not in tables:
                tables[name] = {r.id: r for r in getattr(self, name)}
            return tables[name]

        for record in drop:
            table(record).pop(record.id, None)
        for record in put:
            table(record)[record.id] = record
        changes: dict[str, Any] = {name: tuple(rows.values()) for name, rows in tables.items()}
        return msgspec.structs.replace(self, **changes)
