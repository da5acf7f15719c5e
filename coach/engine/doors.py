"""Every way into a form passes here: whether it may be opened now, and the plain words when it may not.

Help, exercises and telling how an attempt went are never refused for want of readiness.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coach.core import gate, ladder, reflection
from coach.core.dates import long_date
from coach.core.errors import PlainError
from coach.core.model import Route
from coach.core.records import CONTACT, Attempt, Draft, History, Stage, Step
from coach.engine.views import FormName, Place, View

if TYPE_CHECKING:
    from coach.engine import Engine, Session

PRACTICE = frozenset({FormName.CHECK_IN, FormName.COURTESY, FormName.BEFORE})
"""Forms that lead to an attempt: they pass the gate when they are opened, and the last one when it is saved."""

LOOK_BACK_AFTER = dt.timedelta(hours=18)
LOOK_BACK_WITHIN = dt.timedelta(days=14)

BY_CHOICE = frozenset({"stop.check_in", "stop.reflect_only"})
"""Reasons to stop for today that a person may take back with another check-in."""


def pass_gate(engine: Engine, name: FormName, subject: str = "") -> None:
    """Raises PlainError when this form may not be opened now, in the words of the content."""
    reason = ""
    if name in PRACTICE and subject != CONTACT:
        reason = _practice(engine, name, subject)
    elif name is FormName.SCREENING and not _may_screen(engine):
        reason = "screening"
    elif name is FormName.AGREEMENTS and not may_agree(engine):
        reason = "agreements"
    elif name is FormName.AFTER:
        reason = _after(engine, subject)
    elif name is FormName.LOOK_BACK:
        reason = _look_back(engine, subject)
    if reason:
        refuse(engine, reason)


def refuse(engine: Engine, reason: str, **facts: str) -> None:
    """Raises the PlainError for this reason."""
    raise PlainError(engine.library.strings["doors"][reason].format_map(facts), reason)


def is_open(engine: Engine, name: FormName, subject: str = "") -> bool:
    """Whether this form may be opened now."""
    try:
        pass_gate(engine, name, subject)
    except PlainError:
        return False
    return True


def _practice(engine: Engine, name: FormName, subject: str) -> str:
    if not engine.standing().is_open:
        return "closed"
    if name is FormName.CHECK_IN:
        return ""
    if out_now(engine) is not None:
        return "out"
    today = engine.today()
    if not today.may_attempt:
        return "today"
    if today.needs_check_in:
        return "check_in"
    check_step(engine, engine.step(subject))
    return "courtesy" if name is FormName.BEFORE and not is_courteous(engine, subject) else ""


def check_step(engine: Engine, step: Step) -> None:
    """Raises PlainError when this step is not open today: taken off, not rated, resting, or too high yet."""
    rest = ladder.rests(engine.history).get(step.id)
    if step.retired:
        refuse(engine, "retired")
    if step.rating is None:
        refuse(engine, "unrated")
    if rest is not None and rest > engine.now():
        refuse(engine, "resting", date=long_date(rest.date()))
    if ladder.band_of(step.rating or 0) not in engine.open_bands():
        refuse(engine, "later", band=ladder.band_of(step.rating or 0).title)


def is_courteous(engine: Engine, step_id: str) -> bool:
    """Whether all courtesy checks for an attempt at this step were answered with yes today."""
    draft = engine.history.get(Draft, f"{FormName.BEFORE}/{step_id}")
    if draft is None or draft.at.date() != engine.now().date():
        return False
    return all(draft.extra.get(item.id) == "yes" for item in engine.library.form("courtesy").items)


def out_now(engine: Engine) -> Attempt | None:
    """The attempt at a step of the ladder that is out and waits for its reflection."""
    out = [each for each in engine.history.attempts if each.stage is Stage.OUT and each.step != CONTACT]
    return out[-1] if out else None


def _may_screen(engine: Engine) -> bool:
    standing = engine.standing()
    draft = engine.history.get(Draft, FormName.SCREENING.value)
    attested = draft is not None and "attested" in draft.extra
    return standing.may_screen or (attested and standing.may_attest)


def may_agree(engine: Engine) -> bool:
    """Whether the agreements alone decide: nothing else closes practice, and the other answers are still good."""
    standing = engine.standing()
    if standing.route is not Route.NOT_YET or standing.why is not gate.Why.SCREENING:
        return False
    good_for = dt.timedelta(days=engine.library.screening.route(Route.READY).valid_days)
    return engine.now() < _answered_at(engine.history) + good_for


def _answered_at(history: History) -> dt.datetime:
    """When the answers of the last check were given, leaving out the agreements asked again since."""
    def others(answers: dict[str, object]) -> dict[str, object]:
        return {item: value for item, value in answers.items() if not item.startswith("agree_")}

    last = history.screenings[-1]
    at = last.at
    for each in reversed(history.screenings):
        if others({**each.answers}) != others({**last.answers}):
            break
        at = each.at
    return at


def _after(engine: Engine, attempt_id: str) -> str:
    return "told" if engine.story(attempt_id).reflection is not None else ""


def _look_back(engine: Engine, attempt_id: str) -> str:
    told = engine.story(attempt_id)
    if told.look_back is not None:
        return "looked_back"
    if told.reflection is None or not told.is_made:
        return "not_told"
    return "too_soon" if engine.now() - told.reflection.at < LOOK_BACK_AFTER else ""


def look_backs_due(engine: Engine) -> tuple[Attempt, ...]:
    """Attempts of 18 hours to 14 days ago that nobody has looked back at, oldest first."""
    now = engine.now()
    return tuple(
        told.attempt for told in reflection.stories(engine.history)
        if told.is_made and told.look_back is None and told.reflection is not None
        and LOOK_BACK_AFTER <= now - told.reflection.at <= LOOK_BACK_WITHIN
    )


def waiting_for(engine: Engine, name: FormName) -> str:
    """The attempt that waits for this form, or an empty text."""
    waiting: tuple[Attempt, ...] = ()
    if name is FormName.AFTER and (out := engine.open_attempt()) is not None:
        waiting = (out,)
    if name is FormName.LOOK_BACK:
        waiting = look_backs_due(engine)
    return waiting[0].id if waiting else ""


def practise(engine: Engine, step_id: str) -> Place:
    """The next thing to do for an attempt at a step. Raises PlainError when it may not be made now."""
    if step_id == CONTACT:
        return Place(view=View.FORM, form=FormName.BEFORE, subject=CONTACT)
    if (out := out_now(engine)) is not None:
        return Place(view=View.OUT, subject=out.id)
    pass_gate(engine, FormName.CHECK_IN, step_id)
    due = look_backs_due(engine)
    if due and engine.standing().gently:
        return Place(view=View.FORM, form=FormName.LOOK_BACK, subject=due[0].id)
    today = engine.today()
    if not today.may_attempt:
        return Place(view=View.WHAT_NEXT)
    check_step(engine, engine.step(step_id))
    if today.needs_check_in:
        name = FormName.CHECK_IN
    else:
        name = FormName.BEFORE if is_courteous(engine, step_id) else FormName.COURTESY
    return Place(view=View.FORM, form=name, subject=step_id)


def turned_away(engine: Engine, session: Session) -> Place | None:
    """Where to go when what was open at the start of a form is closed at its end; the answers stay as a draft."""
    if session.name not in (FormName.BEFORE, FormName.SCREENING, FormName.AGREEMENTS):
        return None
    if is_open(engine, session.name, session.subject):
        return None
    if session.name is not FormName.BEFORE or not engine.standing().is_open:
        return Place(view=View.STANDING)
    try:
        return practise(engine, session.subject)
    except PlainError:
        return Place(view=View.WHAT_NEXT)


def may_check_in_again(engine: Engine) -> bool:
    """Whether another check-in could change what today brings."""
    open_today = engine.standing().is_open and checked_in(engine)
    return open_today and set(engine.today().rules) <= BY_CHOICE


def checked_in(engine: Engine) -> bool:
    """Whether there was a check-in today."""
    return any(each.at.date() == engine.now().date() for each in engine.history.check_ins)
