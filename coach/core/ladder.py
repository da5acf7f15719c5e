"""My ladder: what to do next, decided by readiness and never by the calendar.

Every row of the table *What next* (design: 3-practice) is a rule here; an advice names those it rests on.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from enum import StrEnum
from itertools import pairwise

import msgspec

from coach.core.bands import Band, Gap, active, band_of, by_band, gaps, lower_of, unrated
from coach.core.footing import ENOUGH, HIGH_PEAK, Footing, footing
from coach.core.model import SKIP
from coach.core.records import Answers, History, Outcome, Reflection, Step
from coach.core.reflection import Story, mechanical, number, stories, text
from coach.core.remembering import of_history
from coach.core.wording import Facts

__all__ = [
    "DAY_LIMIT", "GENTLE_DAY_LIMIT", "Advice", "Band", "Gap", "Move", "active", "attempts_today", "band_of",
    "by_band", "days_practised", "gaps", "lesson_for", "next_step", "open_bands", "place_used_last",
    "resting", "rests", "unrated", "vary", "what_next",
]

DAY_LIMIT = 3
GENTLE_DAY_LIMIT = 1
UNSTEADY = 3
REST_DAYS = 14

_NTH = ("", "first", "second", "third")
_COUNT = ("no", "one", "two", "three")


class Move(StrEnum):
    """What to do next."""

    STOP = "stop"
    STEP_DOWN = "step_down"
    REPEAT = "repeat"
    STEP_UP = "step_up"
    STAY = "stay"


class Advice(msgspec.Struct, frozen=True):
    """What to do next, in which band, because of which rules; words are in `content/advice.toml`.

    With `STOP` the band is the one to begin with next time.
    """

    move: Move
    band: Band
    rules: tuple[str, ...]
    facts: Facts


def attempts_today(history: History, now: dt.datetime) -> int:
    """Attempts set out on today and not dropped or left unasked. The ask that is always open is not one."""
    return sum(
        1 for s in stories(history)
        if s.attempt.at.date() == now.date() and not s.is_not_made and not s.is_contact
    )


def days_practised(history: History) -> int:
    """Distinct local days with an attempt made or a choice not to ask. It only ever goes up."""
    return len({s.attempt.at.date() for s in stories(history) if s.reflection is not None})


def resting(history: History, now: dt.datetime) -> frozenset[str]:
    """Ids of steps that rest for 14 days, since two people running seemed uneasy."""
    return frozenset(step for step, until in rests(history).items() if until > now)


@of_history
def rests(history: History) -> dict[str, dt.datetime]:
    """When the rest of each step that two people running were uneasy with ends, or has ended."""
    made = [s for s in stories(history) if s.is_made and not s.is_contact]
    of_step: dict[str, list[Story]] = {}
    for one in made:
        of_step.setdefault(one.attempt.step, []).append(one)
    pairs = [pair for row in (made, *of_step.values()) for pair in pairwise(row)]
    uneasy = [pair for pair in pairs if pair[0].is_uneasy and pair[1].is_uneasy]
    found: dict[str, dt.datetime] = {}
    for pair in uneasy:
        until = pair[1].attempt.at + dt.timedelta(days=REST_DAYS)
        for one in pair:
            found[one.attempt.step] = max(until, found.get(one.attempt.step, until))
    return found


def place_used_last(history: History) -> str:
    """Where the last attempt was made, in the person's words; empty when it was not said."""
    made = [s for s in stories(history) if s.is_made and not s.is_contact]
    return text(made[-1].before, "place") if made else ""


class _Today(msgspec.Struct, frozen=True):
    """What today has brought so far."""

    answers: tuple[Answers, ...]
    told: tuple[Story, ...]
    made: int

    @property
    def latest(self) -> Answers:
        """The last check-in; empty when there was none."""
        return self.answers[-1] if self.answers else {}


def _today(history: History, now: dt.datetime) -> _Today:
    checks = sorted((c for c in history.check_ins if c.at.date() == now.date()), key=lambda c: c.at)
    told = tuple(s for s in stories(history) if s.is_on(now.date()))
    return _Today(tuple(c.answers for c in checks), told, attempts_today(history, now))


def _stop_rules(today: _Today, limit: int) -> tuple[str, ...]:
    fired = {
        "stop.safety": any(a.get("ci_safety") in ("yes", SKIP) for a in today.answers),
        "stop.not_sober": any(a.get("ci_body") == "not_sober" for a in today.answers),
        "stop.check_in": today.latest.get("ci_choice") == "stop",
        "stop.reflect_only": today.latest.get("ci_choice") == "reflect",
        "stop.bad_encounter": any(s.outcome is Outcome.STOPPED for s in today.told),
        "stop.tension": any((s.peak or 0) >= HIGH_PEAK for s in today.told),
        "stop.uneasy": any(s.is_uneasy for s in today.told),
        "stop.day_limit": today.made >= limit,
    }
    return tuple(rule for rule, does in fired.items() if does)


def _check_in_rules(latest: Answers) -> tuple[str, ...]:
    steady = latest.get("ci_steady")
    fired = {
        "down.unsteady": isinstance(steady, int) and steady <= UNSTEADY,
        "down.rough": latest.get("ci_body") == "rough",
        "down.smaller": latest.get("ci_choice") == "smaller",
    }
    return tuple(rule for rule, does in fired.items() if does)


def what_next(history: History, now: dt.datetime, *, gently: bool) -> Advice:
    """What to do next, always with at least one rule, and never more than one band up.

    The check-in of today counts; whether practice is open at all is for `gate` to say.
    """
    stand = footing(history)
    here = lower_of(stand.here, Band.SMALL) if gently else stand.here
    today = _today(history, now)
    check_in = _check_in_rules(today.latest)
    limit = GENTLE_DAY_LIMIT if gently else DAY_LIMIT
    if rules := _stop_rules(today, limit):
        move, band = Move.STOP, here
    elif rules := stand.down_rules + check_in:
        move, band = Move.STEP_DOWN, here.down if check_in else here
        if here is Band.WARM_UP and (check_in or _was_lowest(stand)):
            rules += ("down.lowest",)
    elif rules := stand.unmet(here):
        move, band = Move.REPEAT, here
        rules += _notices(stand, here) + _mechanical_rules(history, now, "repeat.mechanical")
    else:
        move, band, rules = _upwards(history, now, here, gently)
    if move is not Move.STOP:
        rules += _lacks(stand, by_band(active(history))[band])
    return Advice(move, band, rules, _facts(stand, here, band, today.made, limit))


def _lacks(stand: Footing, row: tuple[Step, ...]) -> tuple[str, ...]:
    """Says so when the band has no step, or only the one that was made twice running."""
    if not row:
        return ("any.no_step",)
    twice = len(stand.made) == 2 and {one.attempt.step for one in stand.made} == {row[0].id}
    return ("any.one_step",) if len(row) == 1 and twice else ()


def _upwards(
    history: History, now: dt.datetime, here: Band, gently: bool
) -> tuple[Move, Band, tuple[str, ...]]:
    """The band is ready: up, unless something holds the person there."""
    if here is Band.BOLD:
        return Move.STAY, here, ("stay.top",)
    if gently and here is Band.SMALL:
        return Move.STAY, here, ("stay.gently_limit",)
    if rules := _mechanical_rules(history, now, "stay.mechanical"):
        return Move.STAY, here, rules
    return Move.STEP_UP, here.up, ("up.ready",)


def _mechanical_rules(history: History, now: dt.datetime, lead: str) -> tuple[str, ...]:
    signs = mechanical(history, now)
    return (lead, *(f"mechanical.{sign}" for sign in signs)) if signs else ()


def _notices(stand: Footing, here: Band) -> tuple[str, ...]:
    """Says so when the last reflection was of this band and did not count."""
    last = stand.made[-1] if stand.made else None
    does = last is not None and band_of(last.attempt.rating) is here and not last.counts
    return ("repeat.not_counted",) if does else ()


def _was_lowest(stand: Footing) -> bool:
    return stand.last is not None and band_of(stand.last.attempt.rating) is Band.WARM_UP


def _facts(stand: Footing, here: Band, band: Band, made_today: int, limit: int) -> Facts:
    done = min(stand.reflected[here].count, ENOUGH)
    latest = stand.reflected[here].latest
    return {
        "band": band.title,
        "here": here.title,
        "above": here.up.title,
        "done": _COUNT[done],
        "nth": _NTH[done],
        "left": _COUNT[ENOUGH - done] if done < ENOUGH else "one",
        "made_today": made_today,
        "limit": limit,
        "limit_words": "one attempt" if limit == 1 else f"{_COUNT[limit]} attempts",
        "before": (number(latest.before, "p_feared") if latest else None) or 0,
        "after": (number(latest.after, "p_feared_after") if latest else None) or 0,
        "peak": (stand.made[-1].peak if stand.made else None) or 0,
    }


def open_bands(history: History, now: dt.datetime, *, gently: bool) -> tuple[Band, ...]:
    """Bands one may practise in today, lowest first; none when today is done."""
    advice = what_next(history, now, gently=gently)
    if advice.move is Move.STOP:
        return ()
    return tuple(band for band in Band if band.rank <= advice.band.rank)


def next_step(history: History, now: dt.datetime, *, gently: bool) -> Step | None:
    """The step to suggest: in the advised band or the nearest lower one, least tried, least put off, not resting.

    After two alike another one is suggested when there is another. With `STOP` it is the step for next time.
    """
    advice = what_next(history, now, gently=gently)
    told = [s for s in stories(history) if s.is_made or s.is_not_made]
    tries = Counter(s.attempt.step for s in told if s.is_made)
    put_off = Counter(s.attempt.step for s in told if s.is_not_made)
    alike = {s.attempt.step for s in told[-2:]} if len(told) > 1 else set()
    at_rest = resting(history, now)
    rows = by_band(active(history))
    for band in reversed([b for b in Band if b.rank <= advice.band.rank]):
        row = [step for step in rows[band] if step.id not in at_rest]
        varied = [step for step in row if {step.id} != alike] or row
        if varied and "down.lowest" in advice.rules:
            return varied[0]
        if varied:
            return min(varied, key=lambda step: (tries[step.id], put_off[step.id], step.rating or 0))
    return None


def vary(history: History, next_up: Step | None = None) -> tuple[str, ...]:
    """Nudges after two attempts alike: any of `vary.step`, `vary.place`, `vary.person`.

    With the step that comes next, only those that it would not follow by itself.
    """
    made = [s for s in stories(history) if s.is_made and not s.is_contact][-2:]
    if len(made) < 2:
        return ()
    one, two = made
    steps = {step.id: step for step in history.steps}
    first, second = steps.get(one.attempt.step), steps.get(two.attempt.step)
    fired = {
        "vary.step": one.attempt.step == two.attempt.step and next_up in (None, second),
        "vary.place": bool(one.place) and one.place == two.place,
        "vary.person": first is not second and _same_kind(first, second)
        and (next_up is None or _same_kind(second, next_up)),
    }
    return tuple(rule for rule, does in fired.items() if does)


def _same_kind(one: Step | None, other: Step | None) -> bool:
    if one is None or other is None or one.category is None:
        return False
    return (one.category, one.channel) == (other.category, other.channel)


def lesson_for(history: History, step: Step) -> Reflection | None:
    """The last lesson the person kept from a similar ask: same step, else category, else channel."""
    steps = {one.id: one for one in history.steps}
    best: tuple[int, Reflection] | None = None
    for told in reversed(stories(history)):
        if told.reflection is None or told.after.get("keep") != "yes" or not text(told.after, "lesson"):
            continue
        near = _nearness(steps.get(told.attempt.step), told.attempt.step, step)
        if near and (best is None or near > best[0]):
            best = near, told.reflection
    return best[1] if best else None


def _nearness(other: Step | None, other_id: str, step: Step) -> int:
    if other_id == step.id:
        return 3
    if other is None:
        return 0
    if step.category is not None and other.category is step.category:
        return 2
    return int(step.channel is not None and other.channel is step.channel)
