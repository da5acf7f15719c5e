"""Correcting one answer in plain mode: the question again, and the old answer kept in the trail."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from coach.core.errors import PlainError
from coach.core.flow import AnswerError
from coach.core.model import Form, Section
from coach.core.records import Draft
from coach.core.text import shortened
from coach.engine import FormName, Place, Session, View
from coach.engine.reviewing import Line, Reviewing, answers_of
from coach.plain.asks import KINDS, Asking
from coach.plain.guide import Back, Choice, Frame, Guide, Next

SHOWN = 60
"""Letters of an answer that are told where one is to be chosen."""


def correct(guide: Guide, reviewing: Reviewing, lines: Sequence[Line]) -> Next:
    """Choose an answer and give another."""
    guide.tell(guide.plain("which"))
    try:
        chosen = guide.pick([
            Choice(value=number, label=f"{line.label}: {shortened(line.answer, SHOWN)}")
            for number, line in enumerate(lines)
        ])
        line = lines[int(chosen)]
        return _again(guide, reviewing, line)
    except Back:
        return None


def _again(guide: Guide, reviewing: Reviewing, line: Line) -> Next:
    session = _session(guide, reviewing, line)
    ask = session.ask
    assert ask is not None  # noqa: S101
    guide.gap()
    asking = Asking(guide, Frame(Place(view=View.DETAIL)), session, ask)
    asking.show()
    while True:
        value = KINDS[ask.kind](asking)
        try:
            noticed = reviewing.correct(line.record, line.item, value)
        except (AnswerError, PlainError) as error:
            guide.tell(error.plain)
            continue
        break
    if noticed == "pause":
        return Place(view=View.WORDS, then=guide.frames[-1].place)
    guide.tell(guide.say("app", "quiet_help") if noticed else guide.say("review", "saved"))
    return None


def _session(guide: Guide, reviewing: Reviewing, line: Line) -> Session:
    """A form of the one question, filled with its answer; it keeps nothing until the answer is given."""
    item = msgspec.structs.replace(reviewing.item(line.record, line.item), asked_if=())
    given = answers_of(reviewing.record(line.record)).get(line.item)
    form = Form(
        id="correct", title=guide.say("review", "correct_title"), sections=(Section(id="correct", items=(item,)),)
    )
    draft = Draft(
        id="correct", at=guide.engine.now(), form=FormName.AFTER.value, at_item=line.item,
        answers={} if given is None else {line.item: given},
    )
    return Session(FormName.AFTER, form, draft, lambda draft: None, guide.engine.now)
