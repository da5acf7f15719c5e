"""A store that keeps nothing on any disk: for the demo, the tests and the pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from coach.core.records import History, Record
from coach.store.backups import Backup
from coach.store.mark import Mark


class MemoryStore:
    """The same calls as `Store`, in memory only."""

    def __init__(self, history: History = History()) -> None:  # noqa: B008
        self._history = history
        self._mark = Mark()

    @property
    def history(self) -> History:
        """Everything committed so far."""
        return self._history

    @property
    def read_only(self) -> str:
        """Always empty: memory can be written."""
        return ""

    @property
    def notices(self) -> tuple[str, ...]:
        """Always empty: nothing can be damaged."""
        return ()

    @property
    def behind(self) -> bool:
        """Always False: there is no older copy."""
        return False

    @property
    def encrypted(self) -> bool:
        """Always False: nothing is written."""
        return False

    @property
    def mark(self) -> Mark:
        """The mark, for as long as this object lives."""
        return self._mark

    def set_mark(self, mark: Mark) -> None:
        """Keep the mark."""
        self._mark = mark

    def commit(self, put: Iterable[Record] = (), drop: Iterable[Record] = (), *, now: dt.datetime) -> History:
        """Take `drop` away, then add or replace `put`; the new history."""
        self._history = self._history.changed(put, drop)
        seen = now if self._mark.seen_at is None else max(self._mark.seen_at, now)
        records = sum(len(getattr(self._history, name)) for name in History.__struct_fields__)
        self._mark = msgspec.structs.replace(self._mark, seen_at=seen, records=records)
        return self._history

    def backup(self, reason: str, *, now: dt.datetime) -> None:
        """Nothing to copy."""

    def backups(self) -> tuple[Backup, ...]:
        """None are made."""
        return ()

    def set_passphrase(self, new: str) -> None:
        """Nothing is written, so there is nothing to encrypt."""

    def close(self) -> None:
        """Nothing to give back."""
