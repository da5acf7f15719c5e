"""A form in plain mode: one question, one answer, and where the end of it leads."""

from __future__ import annotations

from coach.core.errors import PlainError
from coach.core.flow import AnswerError, Ask
from coach.core.model import Kind
from coach.engine import FormName, Place, Session, View, ways
from coach.plain.asks import KINDS, Asking
from coach.plain.guide import Back, Choice, Frame, Guide, Next


def form(guide: Guide, frame: Frame) -> Next:
    """Ask the question that is open; without one, the form is done."""
    session = frame.session
    assert session is not None  # noqa: S101
    ask = session.ask
    if ask is None:
        return finished(guide, frame, session)
    if not frame.at:
        frame.at = 1
        if session.form.title != ask.item.text:
            guide.page(session.form.title)
    guide.gap()
    asking = Asking(guide, frame, session, ask)
    asking.show()
    try:
        answer(asking)
    except Back:
        return before(guide, frame, session, ask)
    return None


def answer(asking: Asking) -> None:
    """Read until there is an answer that fits and is saved."""
    while True:
        value = KINDS[asking.ask.kind](asking)
        try:
            asking.session.answer(value)
        except AnswerError as error:
            asking.guide.tell(error.plain)
            asking.start = value if isinstance(value, str) and asking.ask.kind is Kind.TEXT else ""
        except PlainError as error:
            asking.guide.tell(asking.guide.say("app", "not_saved"), error.plain)
            if isinstance(value, str) and asking.ask.kind is Kind.TEXT:
                asking.frame.unfinished[asking.item.id] = value
            asking.show_given()
        else:
            asking.frame.unfinished.pop(asking.item.id, None)
            return


def before(guide: Guide, frame: Frame, session: Session, ask: Ask) -> Next:
    """The question before; at the first one, out of the form with everything kept."""
    if session.typed_text:
        frame.unfinished[ask.item.id] = session.typed_text
    if session.revising:
        session.stop_revising()
    elif not session.back():
        if not frame.aside and session.name not in ways.LEADS_HOME:
            guide.tell(guide.plain("no_back"))
            return None
        ways.set_aside(guide.engine, session)
        if not frame.aside:
            return guide.engine.onward()
        guide.back()
    return None


def finished(guide: Guide, frame: Frame, session: Session) -> Next:
    """A form is done: a screening shows its answers first, unless help comes before everything."""
    if session.name is FormName.SCREENING and not frame.aside and guide.engine.may_check(session):
        guide.frames = [Frame(Place(view=View.CHECK_ANSWERS), session)]
        return None
    return concluded(guide, session, aside=frame.aside)


def concluded(guide: Guide, session: Session, *, aside: bool = False) -> Next:
    """Save a form and go where it leads, or back to where one was."""
    place: Place | None = None
    while place is None:
        try:
            place = guide.engine.conclude(session)
        except PlainError as error:
            guide.tell(guide.say("app", "not_saved"), error.plain)
            guide.pick([Choice(value="again", label=guide.plain("again"))])
    if aside and place.view is not View.WORDS:
        guide.back()
        guide.tell(guide.say("app", "quiet_help") if place.quiet else "")
        return None
    return place
