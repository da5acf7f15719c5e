"""Bringing another history into one's own: nothing twice, nothing lost, and practice never opened by a file.

Practice is decided by the latest check. So a check from a file counts when it closes, and one that would be the
latest and would open practice, or close it less, stays in the file: a new check comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from coach.core.records import TABLES, Attempt, Draft, History, Hold, Record, Screening, Settings, Stage

R = TypeVar("R", bound=Record)

_TRAILS = ("changes", "ratings")
_OPEN = -1


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """What merging does: records added, replaced by a longer version, and there already.

    `checks_left` are fit and safety checks that stay in the file. After a new check they can be brought in.
    """

    added: int = 0
    replaced: int = 0
    kept: int = 0
    checks_left: int = 0

    @property
    def changes_something(self) -> bool:
        """True when there is anything to save."""
        return bool(self.added or self.replaced)


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What to save: take `drop` away and add `put`, in one commit, so that each kind stays oldest first."""

    put: tuple[Record, ...]
    drop: tuple[Record, ...]
    counts: Counts


def merge(mine: History, theirs: History) -> Merged:
    """What brings `theirs` into `mine`.

    The same kind and id is the same record: the one with the longer trail of changes stays, and mine when they are
    alike. A check or hold of mine is never replaced, nor are settings; drafts are not brought in. Merging the same
    history again changes nothing.
    """
    put: list[Record] = []
    drop: list[Record] = []
    totals = Counts()
    for name, kind in TABLES.items():
        ours, other = getattr(mine, name), getattr(theirs, name)
        fresh, longer, counts = _compared(kind, ours, other)
        left = 0
        if kind is Screening:
            fresh, left = _closing(mine, fresh)
        woven = _woven([longer.get(record.id, record) for record in ours], fresh)
        its_put, its_drop = _written(ours, woven, longer)
        put += its_put
        drop += its_drop
        totals = Counts(
            added=totals.added + len(fresh),
            replaced=totals.replaced + len(longer),
            kept=totals.kept + counts,
            checks_left=totals.checks_left + left,
        )
    return Merged(put=tuple(put), drop=tuple(drop), counts=totals)


def _compared(
    kind: type[Record], ours: Sequence[Record], other: Sequence[Record]
) -> tuple[list[Record], dict[str, Record], int]:
    """New records by time, those that replace one of ours, and how many of ours stay as they are."""
    known = {record.id: record for record in ours}
    if kind is Draft:
        return [], {}, 0
    if kind is Settings:
        welcomed = [record for record in other if not known and isinstance(record, Settings)]
        # Welcome says what this is and is not: nobody is to miss it because a file says they have seen it.
        return [msgspec.structs.replace(record, welcomed=False) for record in welcomed[-1:]], {}, len(known)
    fresh = sorted((record for record in other if record.id not in known), key=lambda record: record.at)
    if kind in (Screening, Hold):
        return fresh, {}, len(other) - len(fresh)
    longer = {
        record.id: record for record in other if record.id in known and _trail(record) > _trail(known[record.id])
    }
    return fresh, longer, len(other) - len(fresh) - len(longer)


def _trail(record: Record) -> tuple[int, bool]:
    """How much has happened to a record."""
    length = sum(len(getattr(record, name, ())) for name in _TRAILS)
    return length, isinstance(record, Attempt) and record.stage is not Stage.OUT


def _woven(ours: Sequence[Record], fresh: Sequence[Record]) -> list[Record]:
    """Both by time. Ours keep their order, and come first at the same moment."""
    woven: list[Record] = []
    waiting = list(reversed(fresh))
    for record in ours:
        while waiting and waiting[-1].at < record.at:
            woven.append(waiting.pop())
        woven.append(record)
    return [*woven, *reversed(waiting)]


def _written(
    ours: Sequence[Record], woven: Sequence[Record], longer: dict[str, Record]
) -> tuple[list[Record], list[Record]]:
    """What to put and drop so that our records come out woven: only what stands behind the first new one moves."""
    known = {record.id: record for record in ours}
    start = next((at for at, record in enumerate(woven) if record.id not in known), len(woven))
    put = [record for record in woven[:start] if record.id in longer] + list(woven[start:])
    return put, [known[record.id] for record in woven[start:] if record.id in known]


def _closing(mine: History, fresh: list[Record]) -> tuple[list[Record], int]:
    """Leaves out checks that would become the latest and open practice, or close it less than it is closed now."""
    last = mine.screenings[-1] if mine.screenings else None
    weight = _weight_in_force(mine, last)
    kept = [record for record in fresh if isinstance(record, Screening)]
    while kept and (last is None or kept[-1].at >= last.at):
        route = kept[-1].route
        if not route.opens_practice and route.weight >= weight:
            break
        kept.pop()
    return list(kept), len(fresh) - len(kept)


def _weight_in_force(mine: History, last: Screening | None) -> int:
    """How heavy what closes practice now is, whenever now is; less than any route when nothing does."""
    held = [hold.route.weight for hold in mine.holds if last is None or hold.at >= last.at]
    if last is not None and not last.route.opens_practice:
        held.append(last.route.weight)
    return max(held, default=_OPEN)
