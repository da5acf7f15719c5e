"""What stands on the page for a therapist: chosen, redacted and shortened, before any of it is drawn.

Answers and reasons about safety appear only when the person ticks them. Texts have room for a few lines each, so
that a hundred attempts fit on two sheets.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import msgspec

from coach.core.bands import active, band_of
from coach.core.dates import long_date, short_date, span
from coach.core.insight import insights
from coach.core.insight_shapes import Group, Insights
from coach.core.model import Route
from coach.core.records import History, Hold, Outcome, Screening
from coach.core.reflection import Story, number, stories, text
from coach.report.charts import Chart, feared_chart, reasons_chart, tension_chart, yes_chart
from coach.report.redaction import Redaction
from coach.report.telling import band, ended
from coach.report.texts import SAFETY_CAUSES, Texts

MOST_REFLECTIONS = 3
MOST_CHECKS = 4
MOST_REASONS = 3
MOST_STEPS = 8
MOST_KINDS = 4
TITLE = 56
"""Cells of a step's title."""
PHRASE = 80
"""Cells of the words that were said, and of feelings."""
LINE = 110
"""Cells of every other text."""

_CLOSED = "Closed"
_OPENED = {Route.READY: "Open", Route.GO_GENTLY: "Open, gently"}
_NOT_GIVEN = "Reason not given here."
_NOTHING = "Nothing spoke against it."


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the person wants on the page.

    `reflections` are ids of attempts, `hide` words to take out of everything they wrote. `safety` adds what they
    were told about safety; without it the page does not even say which closing was about safety.
    """

    reflections: frozenset[str] = frozenset()
    hide: frozenset[str] = frozenset()
    safety: bool = False


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the route history."""

    day: str
    result: str
    reasons: tuple[str, ...]


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the ladder. `first` and `now` are expected tension, 0-100."""

    title: str
    band: str
    first: int
    now: int
    asked: int
    unasked: int


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """How often one kind of ask was planned, made and left."""

    title: str
    planned: int
    asked: int
    yes: int
    unasked: int


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One chosen reflection: a heading and pairs of label and text."""

    title: str
    day: str
    facts: str
    parts: tuple[tuple[str, str], ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Everything on the page, ready to draw: every text is one printable line without the hidden words."""

    made_on: str
    period: str
    days: int
    outcomes: tuple[tuple[str, int], ...]
    checks: tuple[Check, ...]
    earlier_checks: int
    ladder: tuple[Rung, ...]
    more_steps: int
    kinds: tuple[Kind, ...]
    charts: tuple[Chart, ...]
    told: tuple[Told, ...]
    more_told: int
    is_redacted: bool


def page_of(history: History, texts: Texts, choice: Choice, now: dt.datetime) -> Page:
    """The page as values. `now` is local time."""
    told = stories(history)
    hidden = Redaction(choice.hide)
    found = insights(history)
    checks = _checks(history, texts, choice)
    steps = active(history)
    chosen = [one for one in told if one.attempt.id in choice.reflections]
    return Page(
        made_on=long_date(now.date()),
        period=span(told[0].attempt.at.date(), told[-1].attempt.at.date()) if told else "",
        days=found.days.days,
        outcomes=_outcomes(told, texts),
        checks=tuple(checks[-MOST_CHECKS:]),
        earlier_checks=max(0, len(checks) - MOST_CHECKS),
        ladder=_ladder(history, told, hidden),
        more_steps=max(0, len(steps) - MOST_STEPS),
        kinds=tuple(_kind(group, texts) for group in found.by_category.rows[:MOST_KINDS]),
        charts=_charts(found, texts),
        told=tuple(_told(one, texts, hidden) for one in chosen[-MOST_REFLECTIONS:]),
        more_told=max(0, len(chosen) - MOST_REFLECTIONS),
        is_redacted=hidden.is_used,
    )


def _outcomes(told: Sequence[Story], texts: Texts) -> tuple[tuple[str, int], ...]:
    times = Counter(one.outcome for one in told if one.outcome is not None)
    return tuple((texts.string("outcome", outcome.value), times[outcome]) for outcome in Outcome)


def _charts(found: Insights, texts: Texts) -> tuple[Chart, ...]:
    return (
        yes_chart(found.calibration),
        feared_chart(found.change, found.feared),
        tension_chart(found.tension),
        reasons_chart(found.reasons, texts.groups),
    )


def _checks(history: History, texts: Texts, choice: Choice) -> list[Check]:
    """Checks and closings, oldest first."""
    events: list[Screening | Hold] = sorted((*history.screenings, *history.holds), key=lambda event: event.at)
    return [_check(event, texts, safety=choice.safety) for event in events]


def _check(event: Screening | Hold, texts: Texts, *, safety: bool) -> Check:
    """Without safety every closing is called the same, because the heaviest routes are about safety alone."""
    in_full = texts.routes.get(event.route.value, _CLOSED)
    about_safety = isinstance(event, Hold) and event.cause in SAFETY_CAUSES
    reasons = () if about_safety and not safety else texts.reasons(event.reasons, safety=safety)
    if isinstance(event, Screening) and event.attested:
        reasons = (*reasons, "A professional who knows about this agreed.")
    if not reasons:
        reasons = (_NOTHING if event.route.opens_practice else _NOT_GIVEN,)
    more = len(reasons) - MOST_REASONS
    shown = reasons if more <= 0 else (*reasons[:MOST_REASONS], f"And {more} more.")
    return Check(
        day=short_date(event.at.date()),
        result=in_full if safety else _OPENED.get(event.route, _CLOSED),
        reasons=shown,
    )


def _ladder(history: History, told: Sequence[Story], hidden: Redaction) -> tuple[Rung, ...]:
    asked = Counter(one.attempt.step for one in told if one.is_made)
    unasked = Counter(one.attempt.step for one in told if one.is_not_made)
    return tuple(
        Rung(
            title=hidden.line(step.title, TITLE),
            band=band_of(step.rating or 0).title,
            first=step.ratings[0].value,
            now=step.rating or 0,
            asked=asked[step.id],
            unasked=unasked[step.id],
        )
        for step in active(history)[:MOST_STEPS]
    )


def _kind(group: Group, texts: Texts) -> Kind:
    title = texts.category(group.name)
    return Kind(title=title, planned=group.planned, asked=group.made, yes=group.yes, unasked=group.not_made)


def _told(one: Story, texts: Texts, hidden: Redaction) -> Told:
    belief = text(one.before, "self_belief")
    reasons = (texts.answer("reasons", one.after.get("reasons")), text(one.after, "reasons_words"))
    parts = (
        ("Asked", PHRASE, text(one.before, "ask")),
        ("Feared" + _moved(one, "p_feared", "p_feared_after", "likely"), LINE, text(one.before, "feared")),
        ("A no would say" + _moved(one, "belief_before", "belief_after", "believed"), LINE, belief),
        ("Happened", LINE, text(one.after, "happened")),
        ("Reasons seen", LINE, _joined(*reasons)),
        ("Felt", PHRASE, text(one.after, "feelings")),
        ("Lesson", LINE, text(one.after, "lesson")),
    )
    return Told(
        title=hidden.line(one.attempt.step_title, TITLE),
        day=short_date(one.attempt.at.date()),
        facts=_joined(ended(one, texts), band(one)),
        parts=tuple((label, hidden.line(words, width)) for label, width, words in parts if words.strip()),
    )


def _moved(one: Story, before: str, after: str, how: str) -> str:
    """What a guess was before and after, when both are known."""
    was, became = number(one.before, before), number(one.after, after)
    return f" ({how} {was}, then {became})" if was is not None and became is not None else ""


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
