"""What a check reports: one line a fault, with where it is and what to do."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Rule(StrEnum):
    """Every rule that content is held to (design: issue 4; the reasons are in `content/README.md`)."""

    SHAPE = "shape"
    MISSING = "missing"
    UNUSED = "unused"
    UNREACHABLE = "unreachable"
    ORDER = "order"
    RANGE = "range"
    DUPLICATE = "duplicate"
    ALIKE = "alike"
    FILLED_IN = "filled_in"
    LONG_SENTENCE = "long_sentence"
    READING_LEVEL = "reading_level"
    WORDS = "words"
    TONE = "tone"
    PROMISE = "promise"
    MEANS = "means"
    RESPECT = "respect"


class Fault(msgspec.Struct, frozen=True, order=True):
    """One thing to change. `file` is a path inside the folder; `entry` and `field` may be empty."""

    file: str
    entry: str
    field: str
    rule: Rule
    plain: str

    def __str__(self) -> str:
        """File, entry, field and what to do, in one line."""
        return ": ".join(part for part in (self.file, self.entry, self.field, self.plain) if part)


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All faults, file by file, and notes on what could not be checked here."""

    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()
