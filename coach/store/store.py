"""The store: one writer, one file, every commit all or nothing.

`commit` returns only when the disk has confirmed the new file, and that return is the only thing that may be shown
as "saved". On any error nothing in memory has changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.core.records import SCHEMA, TABLE_OF, History, Record, Screening
from coach.store import backups, opening
from coach.store.backups import Backup
from coach.store.codec import (
    SIZE_LIMIT,
    About,
    Loaded,
    UnreadableError,
    decode,
    decode_tables,
    encode,
    encode_history,
)
from coach.store.errors import StoreError
from coach.store.files import REAL, Files
from coach.store.mark import Mark, read_mark, write_mark
from coach.store.storage import Staged
from coach.store.vault import SEALED_NAME, PlainVault, Vault
from coach.store.whole import SyncFailedError, check_file, explain, write_whole

_NOT_VALID = StoreError("invalid", "That could not be written down as it is, so it was not saved. What you typed is still here.")
_TOO_BIG = StoreError("too_big", "There is no room for more in one store. Run `coach export`, then begin a new one.")


class Store:
    """All that is saved, open for one process."""

    def __init__(self, folder: Path, state: Path, files: Files, vault: Vault, access: opening.Access) -> None:
        """Not for callers: use `open`."""
        self._folder, self._state, self._files, self._vault = folder, state, files, vault
        self._held = access.held
        self._read_only = access.read_only
        self._notices: list[str] = []
        self._mark = Mark()
        self._stamp: tuple[int, ...] = ()

    @classmethod
    def open(
        cls,
        folder: Path,
        state: Path,
        *,
        now: dt.datetime,
        files: Files = REAL,
        passphrase: str | None = None,
    ) -> Store:
        """Take the single-writer lock and read everything.

        `now` is local time with its offset. Raises StoreError: `locked`, `refused`, `passphrase`, `wrong_passphrase`,
        `missing`, `disk`. A damaged file is no error: the newest good backup is used and `notices` says so.
        """
        access = opening.take(files, folder, now)
        try:
            store = cls(folder, state, files, PlainVault(), access)
            store._begin(now)
        except BaseException as error:
            if access.held is not None:
                access.held.release()
            if isinstance(error, OSError):
                raise explain(error) from error
            raise
        return store

    def _begin(self, now: dt.datetime) -> None:
        self._opened_at = now
        self._mark = read_mark(self._files, self._state)
        found = opening.load(
            self._files, self._folder, self._vault, self._mark, now=now, writable=not self._read_only
        )
        self._loaded, self._data = found.loaded, found.data
        self._read_only = self._read_only or found.read_only
        self._notices.extend(found.notices)
        self._staged = Staged(decode_tables(self._data) if self._data else {})
        self._remember_stamp()
        about = self._loaded.about
        mark = self._mark
        other = bool(mark.store) and mark.store != about.store
        if found.lost or other or about.sequence < mark.sequence:
            self._mark = msgspec.structs.replace(mark, behind=True)

    @property
    def history(self) -> History:
        """Everything saved: frozen, and current after each commit."""
        return self._loaded.history

    @property
    def read_only(self) -> str:
        """Why nothing can be saved, in a plain sentence; empty when all is well."""
        return self._read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """Plain sentences about what went wrong and was mended; it may grow after a commit."""
        return tuple(self._notices)

    @property
    def behind(self) -> bool:
        """True when this store is older than, or not, the one last seen: practice must stay closed.

        It ends when a fit and safety check that was finished since this opening is committed.
        """
        return self._mark.behind

    @property
    def mark(self) -> Mark:
        """The high-water mark as it is known now."""
        return self._mark

    def set_mark(self, mark: Mark) -> None:
        """Keep what the engine says about practice: `route`, `closed_until`, and `seen_at` if it is later.

        The other fields are the store's own and are not taken over. A mark that cannot be written is only noticed,
        because everything it says can be worked out again from the history.
        """
        self._keep_mark(route=mark.route, closed_until=mark.closed_until, seen_at=_later(self._mark.seen_at, mark.seen_at))

    def commit(self, put: Iterable[Record] = (), drop: Iterable[Record] = (), *, now: dt.datetime) -> History:
        """Take `drop` away, then add or replace `put`, in one step; the new history once the disk has it.

        Raises StoreError with nothing changed in memory. After `disk` the file may hold the state before or after.
        """
        put, drop = tuple(put), tuple(drop)
        self._may_write()
        try:
            self._guard_against_others(now)
            self._daily_backup(now)
            about = self._next_about(now)
            data = self._prepare(about, put, drop)
            write_whole(self._files, self._folder / self._vault.name, self._vault.seal(data))
        except (OSError, StoreError) as error:
            self._undo()
            raise self._failed(error) from error
        self._data = data
        self._loaded = self._prepared
        self._remember_stamp()
        self._after_commit(put, now)
        return self.history

    def backup(self, reason: str, *, now: dt.datetime) -> None:
        """Copy the store before something risky; `reason` is one word of a-z, such as `import`.

        Raises StoreError; then the risky thing should not be done.
        """
        self._may_write()
        if not self._data:
            return
        try:
            self._make_backup(reason, now)
        except (OSError, StoreError) as error:
            raise self._failed(error) from error

    def backups(self) -> tuple[Backup, ...]:
        """All backups, newest first."""
        made: list[Backup] = []
        for named in reversed(backups.named(self._files, self._folder)):
            path = self._folder / backups.FOLDER / named.name
            found = backups.read(self._files, path, self._vault.open)
            if found is None:
                at = dt.datetime.combine(named.day, dt.time(), self._opened_at.tzinfo)
                made.append(Backup(path=path, at=at, records=-1))
            else:
                made.append(Backup(path=path, at=found[1].about.written, records=found[1].count))
        return tuple(made)

    def close(self) -> None:
        """Give the lock back. Nothing is waiting to be written: every commit was complete."""
        if self._held is not None:
            self._held.release()
            self._held = None
        self._read_only = self._read_only or "The store is closed."

    @staticmethod
    def is_encrypted(folder: Path, files: Files = REAL) -> bool:
        """True when opening needs a passphrase. Never raises; a folder that is not there needs none."""
        try:
            return files.stat(folder / SEALED_NAME) is not None
        except OSError:
            return False

    def _may_write(self) -> None:
        if self._read_only:
            raise StoreError("read_only", self._read_only)

    def _next_about(self, now: dt.datetime) -> About:
        about = self._loaded.about
        sequence = max(about.sequence, self._mark.sequence) + 1
        return About(store=about.store, sequence=sequence, written=now, schema=SCHEMA)

    def _prepare(self, about: About, put: tuple[Record, ...], drop: tuple[Record, ...]) -> bytes:
        """The new bytes, proved to read back as exactly the records that were meant."""
        documents = {name: dict(rows) for name, rows in self._loaded.documents.items()}
        try:
            if any(type(record) not in TABLE_OF for record in (*put, *drop)):
                raise _NOT_VALID
            for record in drop:
                self._staged.drop(record, documents)
            self._staged.put(put, documents)
            data = encode(about, self._staged.tables)
            meant = encode_history(about, self.history.changed(put, drop), documents)
            if data != meant:
                raise _NOT_VALID
            self._prepared: Loaded = decode(data)
        except (UnreadableError, ValueError, TypeError, RecursionError) as error:
            raise _NOT_VALID from error
        if len(data) > SIZE_LIMIT:
            raise _TOO_BIG
        return data

    def _undo(self) -> None:
        """TinyDB changes documents in place, so going back means reading the last good bytes again."""
        self._staged = Staged(decode_tables(self._data) if self._data else {})

    def _failed(self, error: OSError | StoreError) -> StoreError:
        if isinstance(error, StoreError):
            return error
        said = explain(error)
        if isinstance(error, SyncFailedError):
            self._read_only = said.plain
        return said

    def _guard_against_others(self, now: dt.datetime) -> None:
        """A sync tool or a second computer may have changed the file: keep its version beside ours."""
        path = self._folder / self._vault.name
        found = check_file(self._files, path)
        if found is None:
            if self._stamp:
                self._notices.append("The file with what you saved had gone from its folder. Coach has written it again.")
            return
        if found.stamp == self._stamp:
            return
        with suppress(UnreadableError):
            if found.size <= SIZE_LIMIT and self._vault.open(self._files.read(path, SIZE_LIMIT)) == self._data:
                return
        name = opening.set_aside(self._files, path, "other", now)
        self._notices.append(
            f"Something else changed the file with what you saved. Its version was kept as {name}, and yours goes on."
        )

    def _daily_backup(self, now: dt.datetime) -> None:
        """Before each day's first write. A full disk must not stop the save itself, so this only says so."""
        if not self._data or self._loaded.about.written.date() == now.date():
            return
        if any(b.day == now.date() and not b.reason for b in backups.named(self._files, self._folder)):
            return
        try:
            self._make_backup("", now)
        except SyncFailedError:
            raise
        except (OSError, StoreError):
            self._notices.append("Today's backup could not be made. Run `coach doctor` to see why.")

    def _make_backup(self, reason: str, now: dt.datetime) -> None:
        backups.make(
            self._files,
            self._folder,
            self._vault.seal(self._data),
            now=now,
            reason=reason,
            suffix=self._vault.suffix,
        )

    def _after_commit(self, put: tuple[Record, ...], now: dt.datetime) -> None:
        checked = any(isinstance(r, Screening) and r.at >= self._opened_at for r in put)
        about = self._loaded.about
        self._keep_mark(
            seen_at=_later(self._mark.seen_at, now),
            records=self._loaded.count,
            store=about.store,
            sequence=about.sequence,
            encrypted=self._vault.encrypted,
            behind=self._mark.behind and not checked,
        )

    def _keep_mark(self, **changes: object) -> None:
        self._mark = msgspec.structs.replace(self._mark, **changes)
        try:
            write_mark(self._files, self._state, self._mark)
        except (OSError, StoreError):
            said = "Coach could not write its state file. Run `coach doctor` to see why."
            if said not in self._notices:
                self._notices.append(said)

    def _remember_stamp(self) -> None:
        try:
            found = self._files.stat(self._folder / self._vault.name)
        except OSError:
            found = None
        self._stamp = found.stamp if found else ()


def _later(one: dt.datetime | None, other: dt.datetime | None) -> dt.datetime | None:
    known = [moment for moment in (one, other) if moment is not None]
    return max(known, default=None)
