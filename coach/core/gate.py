"""The only place that decides whether practice is open: saved events and the time -> open or closed, and why.

Anything unknown is closed. Help is never decided here: it is always open.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from coach.core.model import Route, ScreeningForm
from coach.core.records import Cause, History, Hold, LookBack, Reflection, Screening

WORSENING_TENSION = 80
WORSENING_WORTH = 2


class Why(StrEnum):
    """What decides the standing."""

    SCREENING = "screening"
    HOLD = "hold"
    UNSCREENED = "unscreened"
    EXPIRED = "expired"
    STORE = "store"


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Whether practice is open, and why.

    `route` is the heaviest in force, None before any screening. `since` is when it began. `until` is the day
    it runs out (open) or the earliest day of a new screening (closed; None: now). `causes` are the holds.
    """

    is_open: bool
    why: Why
    route: Route | None = None
    reasons: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    may_screen: bool = False
    may_attest: bool = False

    @property
    def gently(self) -> bool:
        """True when practice is open on the gentle route."""
        return self.is_open and self.route is Route.GO_GENTLY


def closed_store(closed_until: str, today: dt.date) -> Standing:
    """The standing when the store is lost, older than we know, or cannot be read.

    `closed_until` is the day of the hold that was known last, as 2026-12-06, or empty. A new check is open when
    that day has come; when it cannot be read, never.
    """
    try:
        until = dt.date.fromisoformat(closed_until) if closed_until else None
    except ValueError:
        return Standing(is_open=False, why=Why.STORE)
    due = until is None or today >= until
    return Standing(is_open=False, why=Why.STORE, until=None if due else until, may_screen=due)


def standing(history: History, now: dt.datetime, content: ScreeningForm) -> Standing:
    """Fold what was saved into open or closed at `now`, the latest time ever seen."""
    if not history.screenings:
        if history.holds:
            return _held(None, history.holds, now, content)
        return Standing(is_open=False, why=Why.UNSCREENED, may_screen=True)
    last = history.screenings[-1]
    holds = tuple(hold for hold in history.holds if hold.at >= last.at)
    if holds or not last.route.opens_practice:
        return _held(last, holds, now, content)
    until = last.at + dt.timedelta(days=content.route(last.route).valid_days)
    expired = now >= until
    return Standing(
        is_open=not expired,
        why=Why.EXPIRED if expired else Why.SCREENING,
        route=last.route,
        reasons=last.reasons,
        since=last.at.date(),
        until=until.date(),
        may_screen=expired,
    )


def _held(
    screening: Screening | None, holds: tuple[Hold, ...], now: dt.datetime, content: ScreeningForm
) -> Standing:
    """Closed by a screening, by what came after it, or by both: the heaviest route, the latest end."""
    parts: list[tuple[Route, dt.datetime]] = [(hold.route, hold.at) for hold in holds]
    reasons = [reason for hold in holds for reason in hold.reasons]
    if screening is not None and not screening.route.opens_practice:
        parts.insert(0, (screening.route, screening.at))
        reasons = [*screening.reasons, *reasons]
    route = max((route for route, _ in parts), key=lambda each: each.weight)
    due = max(at + dt.timedelta(days=content.route(each).hold_days) for each, at in parts)
    is_due = now >= due
    return Standing(
        is_open=False,
        why=Why.HOLD if holds else Why.SCREENING,
        route=route,
        reasons=tuple(dict.fromkeys(reasons)),
        causes=tuple(dict.fromkeys(hold.cause for hold in holds)),
        since=min(at for _, at in parts).date(),
        until=None if is_due else due.date(),
        may_screen=is_due,
        may_attest=route is Route.SUPPORT_FIRST,
    )


def worsening(history: History) -> Cause | None:
    """Whether practice has been making things worse since the last screening, and how we know."""
    since = history.screenings[-1].at if history.screenings else None
    reflections = [each for each in history.reflections if since is None or each.at >= since]
    look_backs = [each for each in history.look_backs if since is None or each.at >= since]
    if look_backs and look_backs[-1].answers.get("lb_worse") == "yes":
        return Cause.SAID_WORSE
    peaks = [peak for each in reflections if (peak := _peak(each)) is not None]
    if len(peaks) >= 2 and min(peaks[-2:]) >= WORSENING_TENSION:
        return Cause.WORSENING
    drops = [_worth_fell(history, each) for each in look_backs[-3:]]
    return Cause.WORSENING if sum(drops) >= 2 else None


def _peak(reflection: Reflection) -> int | None:
    peak = reflection.answers.get("tension_peak")
    return peak if isinstance(peak, int) else None


def _worth_fell(history: History, look_back: LookBack) -> bool:
    attempt = next((each for each in history.attempts if each.id == look_back.attempt), None)
    before = attempt.before.get("self_worth_before") if attempt else None
    after = look_back.answers.get("lb_worth")
    return isinstance(before, int) and isinstance(after, int) and before - after >= WORSENING_WORTH
