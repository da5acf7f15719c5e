"""Where somebody stands on their ladder: found by following their attempts, never by counting days."""

from __future__ import annotations

import datetime as dt

from coach.core.bands import Band, active, band_of, lower_of
from coach.core.model import Route
from coach.core.records import History, Hold, Outcome, Record
from coach.core.reflection import Story, number, stories
from coach.core.remembering import of_history

HIGH_PEAK = 80
ENOUGH = 3
MOVED_BY = 20
MOVED_TO = 25


class Reflected:
    """The reflected attempts in one band, as far as the rules look at them."""

    def __init__(self) -> None:
        self.count = 0
        self.latest: Story | None = None
        self._steps: set[str] = set()
        self._places: set[str] = set()

    def add(self, told: Story) -> None:
        """One more, later than the others."""
        self.count += 1
        self.latest = told
        self._steps.add(told.attempt.step)
        self._places |= {told.place} - {""}

    @property
    def is_varied(self) -> bool:
        """True when they were of two or more steps, or in two or more places."""
        return len(self._steps) > 1 or len(self._places) > 1

    @property
    def unmet(self) -> tuple[str, ...]:
        """Rules that say to repeat; none when the next band may open."""
        if self.latest is None:
            return ("repeat.first",)
        moved = has_moved(self.latest)
        if self.count < ENOUGH:
            return ("repeat.fewer_than_three", "repeat.moved" if moved else "repeat.not_moved")
        fired = {"repeat.not_moved": not moved, "repeat.one_kind": not self.is_varied}
        return tuple(rule for rule, does in fired.items() if does)


class Footing:
    """Where somebody stands on the ladder: the highest band open to them, and what they did to get there."""

    def __init__(self, start: Band) -> None:
        self.here = start
        self.reflected = {band: Reflected() for band in Band}
        self.made: tuple[Story, ...] = ()
        self.last: Story | None = None
        self.not_made_running = 0
        self._has_rested = False

    def unmet(self, band: Band) -> tuple[str, ...]:
        """Rules that say to repeat in this band; none when the next one may open.

        After a time during which practice was closed, one more comes first, whatever was reached before.
        """
        return self.reflected[band].unmet or (("repeat.after_rest",) if self._has_rested else ())

    @property
    def down_rules(self) -> tuple[str, ...]:
        """Rules by which what happened last asks for a smaller step now."""
        not_made = ("down.not_made",) if self.not_made_running > 1 else ()
        return self._last_time + not_made

    def follow(self, told: Story) -> None:
        """Take in the next attempt, made or not."""
        band = band_of(told.attempt.rating)
        if told.is_made and band is self.here.up and not self.unmet(self.here):
            self.here = band
        if told.counts:
            self.reflected[band].add(told)
            self._has_rested = False
        self.last = told
        if told.is_made:
            self.made = (*self.made[-1:], told)
            self.not_made_running = 0
        else:
            self.not_made_running += 1
        if self._lowers:
            self.here = lower_of(self.here, band).down

    def follow_check(self, *, is_hold: bool) -> None:
        """Take in a hold, or a screening heavier than ready."""
        self.here = lower_of(self.here, Band.SMALL)
        self._has_rested = self._has_rested or is_hold

    @property
    def _lowers(self) -> bool:
        """True when the last attempt closes its band: each pair of plans not made counts once."""
        if self.not_made_running:
            return self.not_made_running % 2 == 0
        return bool(self._last_time)

    @property
    def _last_time(self) -> tuple[str, ...]:
        if not self.made:
            return ()
        last = self.made[-1]
        fired = {
            "down.stopped": last.outcome is Outcome.STOPPED,
            "down.tension": (last.peak or 0) >= HIGH_PEAK,
            "down.uneasy": len(self.made) == 2 and all(one.is_uneasy for one in self.made),
        }
        return tuple(rule for rule, does in fired.items() if does)


@of_history
def footing(history: History) -> Footing:
    """Follows the attempts from the first to the last.

    A band opens when an attempt is made in it after the band below was ready. It closes again after a hard
    attempt, two plans that came to nothing, two uneasy people, a hold, or a screening heavier than ready.
    """
    told = [s for s in stories(history) if not s.is_contact and (s.is_made or s.is_not_made)]
    found = Footing(_start(history, told))
    events: list[tuple[dt.datetime, Story | Record]] = [(s.attempt.at, s) for s in told]
    events += [(s.at, s) for s in history.screenings if s.route is not Route.READY]
    events += [(hold.at, hold) for hold in history.holds]
    for _, event in sorted(events, key=lambda row: row[0]):
        if isinstance(event, Story):
            found.follow(event)
        else:
            found.follow_check(is_hold=isinstance(event, Hold))
    return found


def _start(history: History, told: list[Story]) -> Band:
    """The lowest band with a step, or that of the first attempt if it was higher, and never above Small."""
    lowest = [band_of(step.rating or 0) for step in active(history)[:1]]
    first = [band_of(s.attempt.rating) for s in told if s.is_made][:1]
    return lower_of(Band.SMALL, max([Band.WARM_UP, *lowest, *first], key=lambda band: band.rank))


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
