"""Decisions in words: the same sentences for both front ends, all of them from content."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from coach.core import gate, wording
from coach.core.dates import long_date
from coach.core.ladder import Advice, Move, vary
from coach.core.model import Route, Rule
from coach.core.records import CONTACT, Cause, Step
from coach.core.reflection import text
from coach.engine import doors

if TYPE_CHECKING:
    from coach.engine import Engine


LACKS = ("any.no_step", "any.one_step")
"""Rules that say a step is missing: what to do about it is told with every advice they come with."""


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One reason: what was said, why it matters, what would change it."""

    said: str
    matters: str
    change: str


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """Something to do now, by its name and in words."""

    name: str
    label: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody stands, in words."""

    title: str
    lead: str
    reasons: tuple[Reason, ...]
    actions: tuple[Action, ...]
    stays: tuple[str, ...] = ()
    when: str = ""


def tell_standing(engine: Engine) -> Told:
    """Where one stands now: route or hold, reasons, what to do, until when."""
    standing = engine.standing()
    words = engine.library.strings["standing"]
    if standing.why is gate.Why.STORE:
        first = ("screening",) if standing.may_screen else ()
        return _plain_told(engine, "store", (*first, "help", "grounding", "exercises", "leave"))
    if standing.why is gate.Why.UNSCREENED:
        return _plain_told(engine, "unscreened", ("screening", "help", "exercises", "leave"))
    if standing.why is gate.Why.EXPIRED:
        names: tuple[str, ...] = (*_waiting(engine), "screening", "review", "exercises", "help", "leave")
        return _plain_told(engine, "expired", names)
    assert standing.route is not None  # noqa: S101
    page = engine.library.screening.route(standing.route)
    lead = page.lead
    if standing.causes and Cause(standing.causes[-1]):
        lead = words[f"hold_{standing.causes[-1]}"]
    names = tuple(name for name in page.actions if name not in ("youth", "attest", "screening"))
    if standing.may_attest:
        names = (*names[:-1], "attest", names[-1])
    if standing.may_screen and standing.route is not Route.NOT_YET:
        names = ("screening", *names)
    if standing.route is Route.NOT_YET and not doors.may_agree(engine):
        names = ("screening", *(name for name in names if name != "agreements"))
    if not standing.is_open:
        # Where somebody may be in danger, help stands above what waits to be told.
        place = len(names) - 1 if standing.route is Route.HELP_NOW else 0
        names = (*names[:place], *_waiting(engine), *names[place:])
    return Told(
        title=page.title,
        lead=lead,
        reasons=tuple(_reason(rule) for rule in _told_rules(engine, standing)),
        actions=_actions(engine, names),
        stays=page.stays,
        when=_when(engine, standing),
    )


def _waiting(engine: Engine) -> tuple[str, ...]:
    """What waits to be told of asks made before, whatever practice is now: also of those that are always open."""
    waits = {"after": engine.open_attempt() is not None, "look_back": bool(engine.look_backs_due())}
    return tuple(name for name, does in waits.items() if does)


def tell_underage(engine: Engine) -> Told:
    """For someone who is not an adult, or would rather not say: nothing was kept, and where help is."""
    content = engine.library.screening
    rule, words = content.rule("about.age"), engine.library.strings["standing"]
    return Told(
        title=content.route(Route.NOT_YET).title,
        lead=f"{rule.said} {rule.matters}",
        reasons=(),
        actions=_actions(engine, ("youth", "help", "again", "leave")),
        when=words["saved_nothing"],
    )


def _plain_told(engine: Engine, name: str, actions: tuple[str, ...]) -> Told:
    words = engine.library.strings["standing"]
    return Told(
        title=words[f"{name}_title"], lead=words[f"{name}_lead"], reasons=(), actions=_actions(engine, actions)
    )


def _told_rules(engine: Engine, standing: gate.Standing) -> tuple[Rule, ...]:
    """The rules of the route in force; lighter ones did not decide."""
    rules = [engine.library.screening.rule(reason) for reason in standing.reasons]
    if standing.is_open:
        return tuple(rules)
    decisive = [rule for rule in rules if rule.route is standing.route]
    return tuple(decisive or rules)


def _reason(rule: Rule) -> Reason:
    return Reason(said=rule.said, matters=rule.matters, change=rule.change)


def _actions(engine: Engine, names: tuple[str, ...]) -> tuple[Action, ...]:
    labels = engine.library.strings["actions"]
    return tuple(Action(name=name, label=labels[name]) for name in dict.fromkeys(names))


def _when(engine: Engine, standing: gate.Standing) -> str:
    words = engine.library.strings["standing"]
    if standing.route is Route.NOT_YET:
        return ""
    if standing.until is None:
        return words["now_attest" if standing.may_attest else "now_screen"]
    name = "until_open" if standing.is_open else "until_attest" if standing.may_attest else "until_screen"
    return words[name].format(date=long_date(standing.until))


def tell_advice(engine: Engine, advice: Advice) -> wording.Told:
    """What to do next, and because of what; after two asks alike also how to make the next one different."""
    told = engine.library.advice.tell(advice.rules, advice.facts)
    more = _nudges(engine, engine.home().step)[:1] if advice.move in (Move.REPEAT, Move.STAY) else ()
    for lack in (each for each in LACKS if each in advice.rules[1:]):
        more = (engine.library.advice.tell((lack,), advice.facts).words,)
    return msgspec.structs.replace(told, words=" ".join((told.words, *more)))


def _nudges(engine: Engine, step: Step | None) -> tuple[str, ...]:
    """How the next ask could be different from the last two, where they were alike."""
    say = engine.library.advice.say
    return tuple(say(wording.Sentence(id=nudge)) for nudge in vary(engine.history, step))


def tell_may(engine: Engine) -> str:
    """Whether one may practise today, in one sentence."""
    words = engine.library.strings["home"]
    standing, today = engine.standing(), engine.today()
    if not standing.is_open:
        return words["closed"]
    if not today.may_attempt:
        return words["not_today"]
    if standing.gently:
        return words["may_gently"]
    return words["may"]


def tell_step(engine: Engine, step_id: str) -> str:
    """A step before its plan: what it is, words one could use, a lesson from a similar ask, what to vary."""
    step = engine.step(step_id)
    words = engine.library.strings["before"]
    parts = [f"{step.title}. {step.what}".strip()]
    if step.say:
        parts.append(words["say"].format(say=step.say))
    lesson = engine.lesson(step)
    if lesson is not None:
        parts.append(words["lesson"].format(lesson=text(lesson.answers, "lesson")))
    if step_id != CONTACT:
        parts += _nudges(engine, step)
    return "\n".join(parts)


def tell_attempt(engine: Engine, attempt_id: str) -> str:
    """Which ask this is about, and of which day."""
    attempt = engine.attempt(attempt_id)
    return f"{attempt.step_title}, {when_said(attempt.at)}."


def tell_feared(engine: Engine, attempt_id: str) -> str:
    """What was feared before it, in the person's own words."""
    feared = text(engine.attempt(attempt_id).before, "feared")
    return engine.library.strings["before"]["feared"].format(feared=feared) if feared else ""


def when_said(at: dt.datetime) -> str:
    """A record's day as a short date."""
    return f"{at.day} {at:%b}"
