"""What a made-up person of the demo is made of: the shapes of `content/demo/`."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from coach.core.model import Channel, Content, Id, Percent, Text, Value
from coach.core.records import Trusted
from coach.core.searching import Ending

Span = tuple[int, int]


class Scene(Content, frozen=True, kw_only=True):
    """One attempt: how it ended and what was written. Numbers are made when the person is."""

    outcome: Ending
    place: str = ""
    happened: str = ""
    feelings: str = ""
    lesson: str = ""
    reasons: tuple[str, ...] = ()
    other: Literal["at_ease", "hurried", "uneasy", "cant_tell"] = "at_ease"
    feared_happened: Literal["", "no", "partly", "yes"] = ""
    why: str = ""


class Rung(Content, frozen=True, kw_only=True):
    """One step of the ladder: a challenge, its first and last rating, and the weeks in which it was tried."""

    challenge: Id
    rating: tuple[Percent, Percent]
    weeks: Span
    asks: tuple[str, ...]
    feared: tuple[str, ...]
    scenes: tuple[Scene, ...]


class Log(Content, frozen=True, kw_only=True):
    """A gentle exercise done so many days ago."""

    exercise: Id
    days_ago: int
    text: Text


class Person(Content, frozen=True, kw_only=True):
    """Somebody who does not exist, with weeks of practice that could.

    `guess_yes` and `guess_fear` are their guesses in the first and in the last week, 0-100. `screening` holds the
    answers to the check that are not the mildest.
    """

    name: Id
    about: Text
    country: str
    seed: int
    weeks: Annotated[int, msgspec.Meta(ge=1, le=52)]
    goals: tuple[Id, ...]
    fears: tuple[Id, ...]
    channels: tuple[Channel, ...]
    guess_yes: tuple[Percent, Percent]
    guess_fear: tuple[Percent, Percent]
    drop: tuple[str, ...]
    exit_lines: tuple[str, ...]
    other_reasons: tuple[str, ...]
    beliefs: tuple[str, ...]
    sits: tuple[str, ...]
    screening: dict[str, Value]
    steps: tuple[Rung, ...]
    logs: tuple[Log, ...] = ()
    own_goals: tuple[str, ...] = ()
    trusted: Trusted = Trusted()
    anchors: tuple[str, ...] = ()
    theme: str = "dusk"
