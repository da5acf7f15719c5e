"""What would be written of one's records, in plain mode: told before it is, to write it, change it or leave it."""

from __future__ import annotations

import re

from coach.core.errors import PlainError
from coach.engine import FormName, Place, View, exporting
from coach.plain.guide import Back, Choice, Frame, Guide, Next, capital

UNWRAPPED = 100_000
"""Wider than any line of the page: the terminal knows best where to break it."""


def preview(guide: Guide, frame: Frame) -> Next:
    """What, the page word for word, where and how large, and the ways on."""
    engine = guide.engine
    plan = exporting.planned(engine, UNWRAPPED)
    guide.page(guide.say("preview", "title"), guide.say("preview", plan.form.value))
    for line in plan.page.splitlines() if not frame.at else ():
        guide.terminal.write(_heading(line) if line.isupper() else line)
    frame.at = 1
    guide.tell(guide.say("preview", "where", file=plan.name, size=plan.kilobytes))
    guide.gap()
    try:
        names = ("write", "change", "leave")
        chosen = guide.pick([Choice(value=name, label=guide.say("preview", name)) for name in names])
    except Back:
        chosen = "change"
    if chosen == "change":
        guide.open_form(Place(view=View.FORM, form=FormName.EXPORT), exporting.chosen_again(engine))
        return None
    if chosen == "leave":
        exporting.leave(engine)
        guide.tell(guide.say("preview", "left"))
    else:
        try:
            guide.tell(exporting.write(engine))
        except PlainError as error:
            guide.tell(error.plain)
            return None
    return engine.onward()


def _heading(line: str) -> str:
    """A heading in words: a reader may spell out what stands in capitals."""
    return re.sub(r"\bi\b", "I", capital(line)) + ":"
