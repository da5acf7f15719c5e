"""Where somebody stands on their ladder: found by following their attempts, never by counting days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from coach.core.bands import Band, active, band_of, lower_of
from coach.core.model import Route
from coach.core.records import History, Hold, Outcome, Screening
from coach.core.reflection import Story, number, stories

HIGH_PEAK = 80
ENOUGH = 3
MOVED_BY = 20
MOVED_TO = 25


class Footing(msgspec.Struct, frozen=True):
    """Where somebody stands on the ladder: the highest band open to them, and what they did to get there."""

    here: Band
    told: tuple[Story, ...]
    reflected: dict[Band, tuple[Story, ...]]

    @property
    def made(self) -> tuple[Story, ...]:
        """Every attempt made, oldest first."""
        return tuple(s for s in self.told if s.is_made)


def footing(history: History) -> Footing:
    """Follows the attempts from the first to the last.

    A band opens when an attempt is made in it after the band below was ready. It closes again after a hard
    attempt, two plans that came to nothing, two uneasy people, a hold, or a screening heavier than ready.
    """
    told = tuple(s for s in stories(history) if not s.is_contact and (s.is_made or s.is_not_made))
    here = _start(history, told)
    seen: dict[Band, list[Story]] = {band: [] for band in Band}
    past: list[Story] = []
    for event in _events(history, told):
        if not isinstance(event, Story):
            here = lower_of(here, Band.SMALL)
            continue
        band = band_of(event.attempt.rating)
        if event.is_made and band is here.up and not unmet(seen[here]):
            here = band
        if event.counts:
            seen[band].append(event)
        past.append(event)
        if _lowers(past):
            here = lower_of(here, band).down
    return Footing(here, told, {band: tuple(row) for band, row in seen.items()})


def _start(history: History, told: tuple[Story, ...]) -> Band:
    """The lowest band with a step, or that of the first attempt if it was higher, and never above Small."""
    lowest = [band_of(step.rating or 0) for step in active(history)[:1]]
    first = [band_of(s.attempt.rating) for s in told if s.is_made][:1]
    return lower_of(Band.SMALL, max([Band.WARM_UP, *lowest, *first], key=lambda band: band.rank))


def _events(history: History, told: tuple[Story, ...]) -> list[Story | Screening | Hold]:
    heavier = [s for s in history.screenings if s.route is not Route.READY]
    rows: list[tuple[dt.datetime, Story | Screening | Hold]] = [(s.attempt.at, s) for s in told]
    rows += [(screening.at, screening) for screening in heavier]
    rows += [(hold.at, hold) for hold in history.holds]
    return [event for _, event in sorted(rows, key=lambda row: row[0])]


def _lowers(past: list[Story]) -> bool:
    """True when the latest of these closes its band: each pair of plans not made counts once."""
    if past[-1].is_not_made:
        return not_made_running(past) % 2 == 0
    return bool(last_time_rules(past))


def not_made_running(past: Sequence[Story]) -> int:
    """How many plans came to nothing since the last attempt made."""
    run = 0
    for one in reversed(past):
        if one.is_made:
            break
        run += 1
    return run


def last_time_rules(past: Sequence[Story]) -> tuple[str, ...]:
    """Rules by which the last attempt made asks for a smaller one now."""
    latest: list[Story] = []
    for one in reversed(past):
        if one.is_made:
            latest.append(one)
        if len(latest) == 2:
            break
    if not latest:
        return ()
    fired = {
        "down.stopped": latest[0].outcome is Outcome.STOPPED,
        "down.tension": (latest[0].peak or 0) >= HIGH_PEAK,
        "down.uneasy": len(latest) == 2 and all(one.is_uneasy for one in latest),
    }
    return tuple(rule for rule, does in fired.items() if does)


def has_moved(one: Story) -> bool:
    """True when what was feared, or how bad a no would be, fell by 20 or is at 25 at most."""
    pairs = (
        (number(one.before, "p_feared"), number(one.after, "p_feared_after")),
        (number(one.before, "cost"), number(one.after, "cost_after")),
    )
    return any(
        after is not None and (after <= MOVED_TO or (before is not None and before - after >= MOVED_BY))
        for before, after in pairs
    )


def unmet(reflected: Sequence[Story]) -> tuple[str, ...]:
    """Rules that say to repeat, by the reflected attempts in one band; none when the next band may open."""
    if not reflected:
        return ("repeat.first",)
    moved = has_moved(reflected[-1])
    if len(reflected) < ENOUGH:
        return ("repeat.fewer_than_three", "repeat.moved" if moved else "repeat.not_moved")
    rules = [] if moved else ["repeat.not_moved"]
    steps = {one.attempt.step for one in reflected}
    places = {one.place for one in reflected if one.place}
    if len(steps) < 2 and len(places) < 2:
        rules.append("repeat.one_kind")
    return tuple(rules)
