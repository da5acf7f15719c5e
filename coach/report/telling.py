"""What every report says of an attempt in the same words: how it ended, which band, which answers are words."""

from __future__ import annotations

from coach.core.bands import band_of
from coach.core.model import SKIP, Value
from coach.core.records import Answers, Change, Stage
from coach.core.reflection import Story
from coach.report.texts import Texts

LET_GO = "planned, then let go"
STILL_OPEN = "not finished yet"


def ended(told: Story, texts: Texts) -> str:
    """How an attempt ended, in a word or two."""
    if told.outcome is not None:
        return texts.string("outcome", told.outcome.value)
    return LET_GO if told.attempt.stage is Stage.DROPPED else STILL_OPEN


def band(told: Story) -> str:
    """Band and expected tension as they were then, such as `Small, 35`. The ask that is always open has none."""
    if told.is_contact:
        return ""
    return f"{band_of(told.attempt.rating).title}, {told.attempt.rating}"


def is_written(item: str, value: Value, texts: Texts) -> bool:
    """True for an answer in the person's own words."""
    return isinstance(value, str) and value != SKIP and item not in texts.options


def answered(answers: Answers) -> Answers:
    """The answers without those that were skipped."""
    return {item: value for item, value in answers.items() if value not in (SKIP, "", ())}


def changes(told: Story) -> tuple[Change, ...]:
    """Everything that was corrected later."""
    records = (told.attempt, told.reflection, told.look_back)
    return tuple(change for record in records if record for change in record.changes)
