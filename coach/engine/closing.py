"""What each finished form saves, and where it leads. One function a form; one commit each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from coach.core import courtesy, gate, screening
from coach.core.model import SKIP, Channel, Kind, Route
from coach.core.records import (
    Answers,
    Attempt,
    Cause,
    CheckIn,
    Draft,
    Hold,
    LookBack,
    Outcome,
    Rating,
    Record,
    Reflection,
    Screening,
    Stage,
    Step,
    Trusted,
)
from coach.engine import doors
from coach.engine.forms import FILES, RATING
from coach.engine.session import Session
from coach.engine.views import FormName, Place, View

if TYPE_CHECKING:
    from coach.engine import Engine


def close(engine: Engine, session: Session) -> Place:
    """Save what the form gathered and say where to go. Raises PlainError when it could not be saved."""
    return _CLOSERS[session.name](engine, session)


HOLD_RULES: dict[Cause, str] = {
    Cause.CHECK_IN: "check_in.safety",
    Cause.WORDS: "words.confirmed",
    Cause.WORSENING: "practice.worsening",
    Cause.SAID_WORSE: "said.worse",
}
"""The rule of the screening content that tells each cause, and names the route it holds."""


def hold(engine: Engine, cause: Cause) -> Hold:
    """Practice closed by something other than a screening; not saved yet."""
    rule = engine.library.screening.rule(HOLD_RULES[cause])
    return Hold(id=engine.new_id(), at=engine.stamp(), cause=cause, route=rule.route, reasons=(rule.id,))


def _text(answers: Answers, item: str) -> str:
    value = answers.get(item, "")
    return value if isinstance(value, str) and value != SKIP else ""


def _words(answers: Answers, item: str) -> tuple[str, ...]:
    value = answers.get(item, ())
    return value if isinstance(value, tuple) else ()


def _lines(answers: Answers, item: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in _text(answers, item).splitlines() if line.strip())


def _screening(engine: Engine, session: Session) -> Place:
    content = engine.library.screening
    answers = session.flow.record()
    result = screening.decided(content, answers)
    if set(result.reasons) & set(content.ends_at_once):
        engine.forget_underage(session.draft)
        return Place(view=View.STANDING, subject="age")
    attested = "attested" in session.draft.extra
    record = Screening(
        id=engine.new_id(),
        at=engine.stamp(),
        answers=answers,
        route=screening.with_agreement(result.route) if attested else result.route,
        reasons=result.reasons,
        scores=result.scores,
        content_version=content.version,
        attested=attested,
        changes=session.changes,
    )
    engine.commit([record], [session.draft])
    return Place(view=View.HELP_NOW if record.route is Route.HELP_NOW else View.STANDING)


def _agreements(engine: Engine, session: Session) -> Place:
    content = engine.library.screening
    last = engine.history.screenings[-1]
    answers = {**last.answers, **session.flow.record()}
    result = screening.decided(content, answers)
    route = screening.with_agreement(result.route) if last.attested else result.route
    record = msgspec.structs.replace(
        last, id=engine.new_id(), at=engine.stamp(), answers=answers, route=route, reasons=result.reasons,
        scores=result.scores, content_version=content.version, changes=session.changes,
    )
    engine.commit([record], [session.draft])
    return Place(view=View.STANDING)


def _safety(engine: Engine, session: Session) -> Place:
    """The safety section asked at a check-in can only make the hold heavier."""
    result = screening.decided(engine.library.screening, session.flow.record())
    least = hold(engine, Cause.CHECK_IN)
    route = max(result.route, least.route, key=lambda each: each.weight)
    told = msgspec.structs.replace(least, route=route, reasons=(*least.reasons, *result.reasons))
    engine.commit([told], [session.draft])
    return Place(view=View.HELP_NOW if route is Route.HELP_NOW else View.STANDING)


def _check_in(engine: Engine, session: Session) -> Place:
    answers = session.flow.record()
    put: list[Record] = [CheckIn(id=engine.new_id(), at=engine.stamp(), answers=answers)]
    if answers["ci_safety"] == "yes":
        put.append(hold(engine, Cause.CHECK_IN))
        engine.commit(put, [session.draft])
        return Place(view=View.FORM, form=FormName.SAFETY)
    engine.commit(put, [session.draft])
    if answers["ci_safety"] == SKIP:
        return Place(view=View.HELP_NOW)
    if not engine.today().may_attempt:
        return engine.onward()
    step = engine.history.get(Step, session.subject) if session.subject else None
    if step is None:
        return engine.onward()
    if not doors.is_open(engine, FormName.COURTESY, step.id):
        return Place(view=View.STEPS)
    return Place(view=View.FORM, form=FormName.COURTESY, subject=step.id)


def _courtesy(engine: Engine, session: Session) -> Place:
    answers = session.flow.record()
    against = tuple(item for item, value in answers.items() if value != "yes")
    if against:
        engine.commit([], [session.draft])
        return Place(view=View.COURTESY_STOP, subject=session.subject, items=against)
    name = f"{FormName.BEFORE}/{session.subject}"
    draft = Draft(
        id=name, at=engine.stamp(), form=FormName.BEFORE.value, subject=session.subject,
        answers=_words_of_plan(engine, engine.history.get(Draft, name)),
        at_item=engine.library.form(FILES[FormName.BEFORE]).items[0].id,
        extra={item: str(value) for item, value in answers.items()},
    )
    engine.commit([draft], [session.draft])
    return Place(view=View.FORM, form=FormName.BEFORE, subject=session.subject)


def _words_of_plan(engine: Engine, old: Draft | None) -> Answers:
    """What was written in a plan that was left unfinished; how likely and how tense is asked anew."""
    if old is None:
        return {}
    items = engine.library.form(FILES[FormName.BEFORE]).items
    written = {**old.answers, **({old.at_item: old.typed} if old.typed.strip() else {})}
    return {item.id: written[item.id] for item in items if item.kind is Kind.TEXT and item.id in written}


def _before(engine: Engine, session: Session) -> Place:
    step = engine.step(session.subject)
    attempt = Attempt(
        id=engine.new_id(), at=engine.stamp(), step=step.id, step_title=step.title, rating=step.rating or 0,
        before=session.flow.record(), courtesy=dict(session.draft.extra),
    )
    engine.commit([attempt], [session.draft])
    return Place(view=View.OUT, subject=attempt.id)


def _after(engine: Engine, session: Session) -> Place:
    attempt = engine.attempt(session.subject)
    answers = session.flow.record()
    outcome = Outcome(str(answers["outcome"]))
    reflection = Reflection(
        id=engine.new_id(), at=engine.stamp(), attempt=attempt.id, outcome=outcome, answers=answers,
        seconds=session.seconds, changes=session.changes,
    )
    done = msgspec.structs.replace(attempt, stage=Stage.DONE)
    worse = _commit_watching(engine, [reflection, done], session.draft)
    if outcome is Outcome.STOPPED:
        return Place(view=View.GROUNDING, subject=attempt.id)
    if worse:
        return Place(view=View.STANDING)
    view = View.THANKS if outcome is Outcome.NOT_ASKED else View.SIDE_BY_SIDE
    return Place(view=view, subject=attempt.id)


def _look_back(engine: Engine, session: Session) -> Place:
    record = LookBack(
        id=engine.new_id(), at=engine.stamp(), attempt=session.subject, answers=session.flow.record(),
        changes=session.changes,
    )
    worse = _commit_watching(engine, [record], session.draft)
    return Place(view=View.STANDING) if worse else Place(view=View.SIDE_BY_SIDE, subject=session.subject)


def _commit_watching(engine: Engine, put: list[Record], draft: Draft) -> bool:
    """Save, and in the same step close practice when things got worse, unless it is closed as firmly already."""
    cause = gate.worsening(engine.history.changed(put))
    held = hold(engine, cause) if cause is not None else None
    closes = held is not None and not _is_held(engine.standing(), held.route)
    engine.commit([*put, *([held] if held is not None and closes else [])], [draft])
    return closes


def _is_held(standing: gate.Standing, route: Route) -> bool:
    """Whether practice is closed already, by something as heavy. A check that ran out is no such thing."""
    if standing.is_open or standing.why is gate.Why.EXPIRED or standing.route is None:
        return False
    return standing.route.weight >= route.weight


def _goals(engine: Engine, session: Session) -> Place:
    answers = session.flow.record()
    engine.save_settings(
        drop=[session.draft],
        goals=_words(answers, "goals"),
        own_goals=_lines(answers, "own_goals"),
        fears=_words(answers, "fears"),
        own_fears=_lines(answers, "own_fears"),
        channels=tuple(Channel(each) for each in _words(answers, "channels")),
    )
    return Place(view=View.LADDER_BUILDER)


def _pick(engine: Engine, session: Session) -> Place:
    picked = set(_words(session.flow.record(), "picks"))
    chosen = [each.challenge for each in engine.builder.proposals() if each.challenge.id in picked]
    steps = [engine.builder.step_from(challenge) for challenge in chosen]
    engine.commit(steps, [session.draft])
    return Place(view=View.LADDER_BUILDER)


def _rate(engine: Engine, session: Session) -> Place:
    steps: list[Record] = []
    for item, value in session.flow.record().items():
        step = engine.history.get(Step, item.removeprefix(RATING))
        if step is not None and isinstance(value, int):
            rating = Rating(at=engine.stamp(), value=value)
            steps.append(msgspec.structs.replace(step, ratings=(*step.ratings, rating)))
    engine.commit(steps, [session.draft])
    return Place(view=View.LADDER_BUILDER if not session.subject else View.LADDER, subject=session.subject)


def _own_step(engine: Engine, session: Session) -> Place:
    """The draft stays when a respect rule is touched, so that the words can be changed."""
    answers = session.flow.record()
    title, say = _text(answers, "own_title"), _text(answers, "own_say")
    breaches = courtesy.read_ask(f"{title}\n{say}")
    if breaches:
        rules = tuple(dict.fromkeys(breach.rule for breach in breaches))
        return Place(view=View.COURTESY_STOP, subject=session.draft.id, items=rules, form=session.name)
    channel = _text(answers, "own_channel")
    old = engine.history.get(Step, session.subject) if session.subject else None
    step = engine.builder.edited(
        old, title=title, say=say, channel=Channel(channel) if channel else None,
    )
    engine.commit([step], [session.draft])
    return Place(view=View.LADDER if old else View.LADDER_BUILDER, subject=step.id)


def _anchors(engine: Engine, session: Session) -> Place:
    answers = session.flow.record()
    names = [item.id for item in session.form.items]
    engine.save_settings(drop=[session.draft], anchors=tuple(_text(answers, name) for name in names))
    return Place(view=View.LADDER_BUILDER)


def _trusted(engine: Engine, session: Session) -> Place:
    answers = session.flow.record()
    someone = Trusted(name=_text(answers, "trusted_name"), reach=_text(answers, "trusted_reach"))
    engine.save_settings(drop=[session.draft], trusted=someone)
    return Place(view=View.HELP_NOW)


def _exercise(engine: Engine, session: Session) -> Place:
    engine.log_exercise(session.subject, _text(session.flow.record(), "text"), drop=[session.draft])
    return Place(view=View.EXERCISES)


def _export(engine: Engine, session: Session) -> Place:
    """Nothing is written yet, so what was chosen stays as a draft."""
    return Place(view=View.PREVIEW)


_CLOSERS: dict[FormName, Callable[[Engine, Session], Place]] = {
    FormName.SCREENING: _screening,
    FormName.AGREEMENTS: _agreements,
    FormName.SAFETY: _safety,
    FormName.CHECK_IN: _check_in,
    FormName.COURTESY: _courtesy,
    FormName.BEFORE: _before,
    FormName.AFTER: _after,
    FormName.LOOK_BACK: _look_back,
    FormName.GOALS: _goals,
    FormName.PICK: _pick,
    FormName.RATE: _rate,
    FormName.OWN_STEP: _own_step,
    FormName.EDIT_STEP: _own_step,
    FormName.ANCHORS: _anchors,
    FormName.TRUSTED: _trusted,
    FormName.EXERCISE: _exercise,
    FormName.EXPORT: _export,
}
