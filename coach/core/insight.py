"""What the records show, in numbers and one sentence each: about predictions, never about a person.

Below five attempts an insight is marked `few`, and its sentence says that it is too early.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypedDict

from coach.core.insight_shapes import (
    Bin,
    Calibration,
    Change,
    Days,
    Feared,
    Group,
    Groups,
    Insights,
    Lesson,
    Lessons,
    Point,
    Reasons,
    StepChange,
    Tension,
    TensionRow,
)
from coach.core.model import Category, Channel
from coach.core.records import History, Outcome, Step
from coach.core.reflection import Story, number, several, stories, text
from coach.core.wording import Facts, Sentence

__all__ = [
    "FEW", "Bin", "Calibration", "Change", "Days", "Feared", "Group", "Groups", "Insights", "Lesson", "Lessons",
    "Point", "Reasons", "StepChange", "Tension", "TensionRow", "calibration", "change", "days", "feared", "insights",
    "lessons", "reasons", "tension",
]

FEW = 5
CLOSE = 10
"""Points within which a guess and what came are called close."""

REASON_KINDS = ("situation", "them", "me", "unknown")
_EDGES = ((0, 19), (20, 39), (40, 59), (60, 79), (80, 100))
_CAME = {Outcome.YES: 1.0, Outcome.PARTLY: 0.5, Outcome.NO: 0.0, Outcome.NO_ANSWER: 0.0}
_COIN = 0.25


def insights(history: History) -> Insights:
    """Everything the records show so far."""
    told = stories(history)
    steps = {step.id: step for step in history.steps}
    return Insights(
        calibration=calibration(told),
        feared=feared(told),
        change=change(told, steps),
        tension=tension(told),
        reasons=reasons(told),
        days=days(told),
        by_category=_groups("category", [c.value for c in Category], told, steps),
        by_channel=_groups("channel", [c.value for c in Channel], told, steps),
        lessons=lessons(told),
    )


def calibration(told: Sequence[Story]) -> Calibration:
    """Guessed against actual yes, in five bins, with their counts."""
    pairs = [
        (guess, _CAME[s.outcome]) for s in told
        if s.outcome in _CAME and (guess := number(s.before, "p_yes")) is not None
    ]
    expected, came = mean(guess for guess, _ in pairs), mean(100 * yes for _, yes in pairs)
    brier = sum((guess / 100 - yes) ** 2 for guess, yes in pairs) / len(pairs) if pairs else None
    way = "close" if abs(came - expected) < CLOSE else "more" if came > expected else "less"
    return Calibration(
        **_said("yes", way, len(pairs), {"expected": expected, "came": came}),
        bins=tuple(_bin(low, high, pairs) for low, high in _EDGES),
        expected=expected,
        came=came,
        brier=brier,
        brier_sentence=_brier_sentence(brier, len(pairs)),
    )


def _bin(low: int, high: int, pairs: list[tuple[int, float]]) -> Bin:
    inside = [(guess, yes) for guess, yes in pairs if low <= guess <= high]
    return Bin(
        low=low,
        high=high,
        count=len(inside),
        expected=mean(guess for guess, _ in inside) if inside else None,
        came=mean(100 * yes for _, yes in inside) if inside else None,
    )


def _brier_sentence(brier: float | None, count: int) -> Sentence:
    if brier is None or count < FEW:
        return Sentence(id="brier.few")
    if brier <= 0.1:
        return Sentence(id="brier.near")
    if brier < _COIN - 0.05:
        return Sentence(id="brier.fair")
    return Sentence(id="brier.coin" if brier <= _COIN + 0.05 else "brier.far")


def feared(told: Sequence[Story]) -> Feared:
    """What was feared, as likely as it was thought, against how often it happened."""
    rows = [
        (guess, happened) for s in told
        if (guess := number(s.before, "p_feared")) is not None
        and (happened := text(s.after, "feared_happened"))
    ]
    expected = mean(guess for guess, _ in rows)
    times = Counter(happened for _, happened in rows)
    came = mean(100 * (happened == "yes") + 50 * (happened == "partly") for _, happened in rows)
    way = "close" if abs(came - expected) < CLOSE else "rarer" if came < expected else "often"
    facts: Facts = {"expected": expected, "happened": times["yes"], "partly": times["partly"]}
    return Feared(
        **_said("feared", way, len(rows), facts),
        expected=expected,
        happened=times["yes"],
        partly=times["partly"],
        not_happened=times["no"],
    )


def change(told: Sequence[Story], steps: dict[str, Step]) -> Change:
    """How likely the feared outcome seemed before and after, by step over time."""
    of_step: dict[str, list[Point]] = {}
    titles: dict[str, str] = {}
    for one in told:
        before, after = number(one.before, "p_feared"), number(one.after, "p_feared_after")
        if before is None or after is None:
            continue
        later = number(one.look_back.answers, "lb_feared") if one.look_back else None
        step = one.attempt.step
        titles[step] = steps[step].title if step in steps else one.attempt.step_title
        of_step.setdefault(step, []).append(Point(at=one.attempt.at, before=before, after=after, later=later))
    points = [point for row in of_step.values() for point in row]
    before, after = mean(p.before for p in points), mean(p.after for p in points)
    way = "same" if abs(after - before) < 3 else "fell" if after < before else "rose"
    return Change(
        **_said("change", way, len(points), {"before": before, "after": after}),
        steps=tuple(StepChange(step=s, title=titles[s], points=tuple(row)) for s, row in of_step.items()),
        before=before,
        after=after,
    )


def tension(told: Sequence[Story]) -> Tension:
    """Tension before, at its peak and after."""
    rows = []
    for one in told:
        before, peak, now = number(one.before, "tension_before"), one.peak, number(one.after, "tension_now")
        if before is not None and peak is not None and now is not None:
            its = one.attempt
            rows.append(TensionRow(
                attempt=its.id, title=its.step_title, at=its.at, before=before, peak=peak, now=now,
            ))
    before, peak, now = mean(r.before for r in rows), mean(r.peak for r in rows), mean(r.now for r in rows)
    way = "falls" if now < before else "stays"
    return Tension(
        **_said("tension", way, len(rows), {"before": before, "peak": peak, "now": now}),
        rows=tuple(rows),
        before=before,
        peak=peak,
        now=now,
    )


def reasons(told: Sequence[Story]) -> Reasons:
    """Reasons given for a no or no answer, by kind."""
    noes = [s for s in told if s.outcome in (Outcome.NO, Outcome.NO_ANSWER) and several(s.after, "reasons")]
    found = Counter(reason.split(".")[0] for s in noes for reason in several(s.after, "reasons"))
    kinds = {kind: found[kind] for kind in REASON_KINDS}
    total, mine = sum(kinds.values()), kinds["me"]
    way = "not_me" if 2 * mine <= total else "me"
    return Reasons(
        **_said("reasons", way, len(noes), {"total": total, "me": mine, "other": total - mine}),
        kinds=kinds,
    )


def days(told: Sequence[Story]) -> Days:
    """Distinct days with an attempt made or a choice not to ask."""
    practised = sorted({s.attempt.at.date() for s in told if s.reflection is not None})
    made = sum(s.is_made for s in told)
    not_asked = sum(s.outcome is Outcome.NOT_ASKED for s in told)
    count = made + not_asked
    way = "one" if len(practised) == 1 else "some"
    facts: Facts = {"days": len(practised), "made": made, "not_asked": not_asked}
    return Days(
        count=count,
        few=count < FEW,
        sentence=Sentence(id=f"days.{way}" if practised else "days.none", facts=facts),
        days=len(practised),
        made=made,
        not_asked=not_asked,
        first=practised[0] if practised else None,
        last=practised[-1] if practised else None,
    )


AVOIDED_SHARE = 0.25
"""From which share of plans on, leaving a kind of ask is told."""


def _groups(kind: str, names: list[str], told: Sequence[Story], steps: dict[str, Step]) -> Groups:
    of_name: dict[str, list[Story]] = {name: [] for name in names}
    for one in told:
        value = getattr(steps.get(one.attempt.step), kind, None)
        if value is not None and (one.is_made or one.is_not_made):
            of_name[value].append(one)
    rows = sorted((_group(n, row) for n, row in of_name.items() if row), key=lambda g: (-g.planned, g.name))
    count = sum(group.planned for group in rows)
    # Two plans in a quarter of all that came to nothing are a pattern worth naming; fewer are an accident.
    left = (group for group in rows if group.not_made > 1 and group.not_made / group.planned >= AVOIDED_SHARE)
    avoided = max(left, key=lambda group: group.not_made / group.planned, default=None)
    if avoided is None:
        return Groups(**_said(kind, "even", count, {"name": rows[0].name if rows else ""}), rows=tuple(rows))
    facts: Facts = {"name": avoided.name, "not_made": avoided.not_made, "planned": avoided.planned}
    return Groups(**_said(kind, "avoided", count, facts), rows=tuple(rows))


def _group(name: str, told: list[Story]) -> Group:
    moves = [
        after - before for s in told
        if (before := number(s.before, "p_feared")) is not None
        and (after := number(s.after, "p_feared_after")) is not None
    ]
    return Group(
        name=name,
        planned=len(told),
        made=sum(s.is_made for s in told),
        yes=sum(s.outcome is Outcome.YES for s in told),
        no=sum(s.outcome in (Outcome.NO, Outcome.NO_ANSWER) for s in told),
        not_made=sum(s.is_not_made for s in told),
        change=mean(moves) if moves else None,
    )


def lessons(told: Sequence[Story]) -> Lessons:
    """Lessons the person chose to keep, newest first."""
    rows = tuple(
        Lesson(
            attempt=s.attempt.id, reflection=s.reflection.id, text=text(s.after, "lesson"),
            title=s.attempt.step_title, outcome=s.reflection.outcome, at=s.reflection.at,
        )
        for s in reversed(told)
        if s.reflection and s.after.get("keep") == "yes" and text(s.after, "lesson")
    )
    ids = {0: "lessons.none", 1: "lessons.one"}
    sentence = Sentence(id=ids.get(len(rows), "lessons.some"), facts={"count": len(rows)})
    return Lessons(count=len(rows), few=len(rows) < FEW, sentence=sentence, rows=rows)


class _Said(TypedDict):
    count: int
    few: bool
    sentence: Sentence


def _said(topic: str, way: str, count: int, facts: Facts) -> _Said:
    """What every insight has; the sentence is about too few when they are."""
    few = count < FEW
    return {
        "count": count,
        "few": few,
        "sentence": Sentence(id=f"{topic}.few" if few else f"{topic}.{way}", facts={**facts, "count": count}),
    }


def mean(values: Iterable[float]) -> int:
    """The mean, to the nearest whole number; 0 of nothing."""
    found = list(values)
    return round(sum(found) / len(found)) if found else 0
