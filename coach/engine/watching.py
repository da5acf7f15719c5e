"""Reading what people write for words that worry, and what is kept of it: a day, or a question that waits.

The rules are many patterns: they are loaded when they are first needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from coach.core.errors import PlainError
from coach.core.records import Cause, Draft
from coach.engine.closing import hold

if TYPE_CHECKING:
    from coach.engine import Engine

LONGEST = 20_000
"""Characters of one text that are read: as many as any question takes."""

WAITING = "words"
"""Id of the draft that stands for the question while it waits for its answer. It holds nothing that was written."""


def strongest(texts: Iterable[str]) -> str:
    """`pause` or `soft`, the stronger of all that was noticed, or an empty text. Nothing is kept."""
    texts = [text for text in texts if text.strip()]
    if not texts:
        return ""
    notice = import_module("coach.core.language").notice
    strengths = {str(match.strength) for text in texts for match in notice(text[:LONGEST])}
    return "pause" if "pause" in strengths else "soft" if strengths else ""


def watch(engine: Engine, texts: Iterable[str]) -> str:
    """What to do about texts that were saved: `pause` to ask, `soft` for one quiet line, or nothing.

    The quiet line comes once a day. The question is kept until it is answered, also when Coach is closed. A failure
    to keep either is passed over: what was written is safe already, and saving it twice would be worse.
    """
    found = strongest(texts)
    if found == "pause":
        with suppress(PlainError):
            engine.commit([Draft(id=WAITING, at=engine.stamp(), form=WAITING)])
    elif found == "soft":
        today = engine.now().date().isoformat()
        if engine.settings.quiet_on == today:
            return ""
        with suppress(PlainError):
            engine.save_settings(quiet_on=today)
    return found


def is_asking(engine: Engine) -> bool:
    """Whether the question still waits for its answer."""
    return engine.history.get(Draft, WAITING) is not None


def answered(engine: Engine, answer: str) -> None:
    """`yes`, `no` or `skip`: practice rests unless it was not meant. Raises PlainError when it was not saved."""
    today = engine.now().date()
    is_told = any(each.cause is Cause.WORDS and each.at.date() == today for each in engine.history.holds)
    rests_already = is_told and Cause.WORDS in engine.standing().causes
    put = [] if answer == "no" or rests_already else [hold(engine, Cause.WORDS)]
    engine.commit(put, [draft for draft in engine.history.drafts if draft.id == WAITING])
