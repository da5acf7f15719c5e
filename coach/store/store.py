"""The store: one writer, one file, every commit all or nothing.

`commit` returns only when the disk has confirmed the new file, and that return is the only thing that may be
shown as "saved". On any error nothing in memory has changed.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.core.records import TABLE_OF, Draft, History, Record, Screening
from coach.store import backups, keys, opening, words
from coach.store.backups import Backup
from coach.store.codec import SIZE_LIMIT, About, Loaded, decode_tables, encode_checked
from coach.store.errors import StoreError, SyncFailedError, UnreadableError, explain
from coach.store.files import REAL, Files
from coach.store.mark import Mark, later, read_mark, write_mark
from coach.store.storage import Staged
from coach.store.vault import PlainVault, Vault, main_name
from coach.store.whole import check_file, write_whole


class Store:
    """All that is saved, open for one process."""

    def __init__(self, folder: Path, state: Path, files: Files, now: dt.datetime) -> None:
        """Not for callers: use `open`."""
        self._folder, self._state, self._files = folder, state, files
        self._opened_at = self._now = now
        self._vault: Vault = PlainVault()
        self._mark = self._mark_on_disk = Mark()
        self._loaded, self._data = opening.fresh(now), b""
        self._read_only = ""
        self._notices: list[str] = []
        self._access: opening.Access | None = None
        self._turn = threading.RLock()

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

        `now` is local time with its offset. Opening with a passphrase takes one to five seconds. Raises
        StoreError: `locked`, `refused`, `passphrase` (none given), `wrong_passphrase`, `missing`, `disk`.
        A damaged file is no error: the best backup is used, and `notices` says so.
        """
        store = cls(folder, state, files, now)
        store._access = opening.take(files, folder, now)
        try:
            store._begin(passphrase)
        except BaseException as error:
            store.close()
            if isinstance(error, OSError):
                raise explain(error) from error
            raise
        return store

    def _begin(self, passphrase: str | None) -> None:
        access = self._access
        self._read_only = access.read_only if access else ""
        found_keys = keys.unlock(self._files, self._folder, self._state, passphrase)
        self._vault = keys.vault_for(found_keys)
        self._mark = self._mark_on_disk = read_mark(self._files, self._state, self._vault)
        found = opening.load(
            opening.Place(
                files=self._files,
                folder=self._folder,
                vault=self._vault,
                mark=self._mark,
                now=self._now,
                writable=not self._read_only,
            )
        )
        self._loaded, self._data = found.loaded, found.data
        self._read_only = self._read_only or found.read_only
        self._notices.extend(found.notices)
        about, mark = found.loaded.about, self._mark
        another = bool(mark.store) and mark.store != about.store
        if found.lost or another or about.sequence < mark.sequence:
            self._mark = msgspec.structs.replace(mark, behind=True)
        if not self._read_only:
            self._tidy(found_keys, passphrase or "")
        self._staged = Staged(decode_tables(self._data))
        self._remember_stamp()

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
    def encrypted(self) -> bool:
        """True when what is saved has a passphrase."""
        return self._vault.encrypted

    @property
    def mark(self) -> Mark:
        """The high-water mark as it is known now."""
        return self._mark

    def set_mark(self, mark: Mark) -> None:
        """Keep what the engine says about practice: `route`, `closed_until`, and `seen_at` if it is later.

        The other fields are the store's own and are not taken over. A mark that cannot be written is only
        noticed, because everything it says can be worked out again from the history.
        """
        seen_at = later(self._mark.seen_at, mark.seen_at)
        self._keep_mark(route=mark.route, closed_until=mark.closed_until, seen_at=seen_at)

    def commit(self, put: Iterable[Record] = (), drop: Iterable[Record] = (), *, now: dt.datetime) -> History:
        """Take `drop` away, then add or replace `put`, in one step; the new history once the disk has it.

        Raises StoreError with nothing changed in memory. After `disk` the file may hold either state.
        """
        put, drop = tuple(put), tuple(drop)
        with self._turn:
            self._may_write()
            self._now = now
            self._write(put, drop)
            return self.history

    def _write(self, put: tuple[Record, ...], drop: tuple[Record, ...]) -> None:
        try:
            self._guard_against_others()
            self._daily_backup()
            data, loaded = self._prepare(put, drop)
            write_whole(self._files, self._path, self._vault.seal(data))
        except BaseException as error:
            self._staged = Staged(decode_tables(self._data))
            if isinstance(error, OSError):
                raise self._failed(error) from error
            raise
        self._data, self._loaded = data, loaded
        self._remember_stamp()
        self._after_commit(put, drop)

    def backup(self, reason: str, *, now: dt.datetime) -> None:
        """Copy the store before something risky; `reason` is one word of a-z, such as `import`.

        Raises StoreError; then the risky thing is better left undone.
        """
        self._may_write()
        try:
            if self._data:
                backups.make(self._files, self._folder, self._data, self._vault, now=now, reason=reason)
        except OSError as error:
            raise self._failed(error) from error

    def backups(self) -> tuple[Backup, ...]:
        """All backups, newest first, each read and checked."""
        try:
            return backups.listed(self._files, self._folder, self._vault, self._opened_at.tzinfo)
        except OSError as error:
            raise explain(error) from error

    @staticmethod
    def is_encrypted(folder: Path, files: Files = REAL) -> bool:
        """True when opening needs a passphrase. Never raises; a folder that is not there needs none."""
        try:
            return keys.is_encrypted(files, folder)
        except OSError:
            return False

    def set_passphrase(self, new: str) -> None:
        """Seal everything: store, backups, mark. Takes a few seconds. Raises StoreError `invalid`, `weak`."""
        if self.encrypted:
            raise StoreError("invalid", words.ALREADY)
        keys.check_new(new)
        self._re_key(lambda where: keys.seal(where, self._data, new, self._now))

    def change_passphrase(self, old: str, new: str) -> None:
        """A new passphrase and a new key for everything, backups included. Takes several seconds.

        Raises StoreError `wrong_passphrase`, `weak`, `invalid`.
        """
        if not self.encrypted:
            raise StoreError("invalid", words.HAS_NONE)
        keys.check_new(new)
        found = self._open_keys(old)
        self._re_key(lambda where: keys.change(where, found, new, self._mark))

    def remove_passphrase(self, old: str) -> None:
        """Make everything readable without a passphrase. Raises StoreError `wrong_passphrase`, `invalid`."""
        if not self.encrypted:
            raise StoreError("invalid", words.HAS_NONE)
        self._open_keys(old)
        mark = msgspec.structs.replace(self._mark, encrypted=False)
        self._re_key(lambda where: keys.unseal(where, self._data, self._vault, mark))

    @classmethod
    def start_over(cls, folder: Path, state: Path, *, now: dt.datetime, files: Files = REAL) -> str:
        """Put a store that cannot be opened into a folder of its own; the name of that folder.

        For a forgotten passphrase and for `missing`. Nothing is deleted; practice is closed until a new fit
        and safety check. Raises StoreError.
        """
        access = opening.take(files, folder, now)
        try:
            if access.read_only:
                raise StoreError("read_only", access.read_only)
            name = keys.put_away(files, folder, now)
            write_mark(files, state, Mark(behind=True, seen_at=now), PlainVault())
        except OSError as error:
            raise explain(error) from error
        finally:
            if access.held is not None:
                access.held.release()
        return name

    def close(self) -> None:
        """Give the lock back and let go of the keys. Every commit was complete, so nothing waits."""
        with self._turn:
            if self._mark != self._mark_on_disk and not self._read_only:
                self._keep_mark()
            if self._access is not None and self._access.held is not None:
                self._access.held.release()
            self._access = None
            self._vault, self._data = PlainVault(), b""
            self._read_only = self._read_only or words.CLOSED

    @property
    def _where(self) -> keys.Where:
        return keys.Where(files=self._files, folder=self._folder, state=self._state)

    @property
    def _path(self) -> Path:
        return self._folder / main_name(self._vault)

    def _may_write(self) -> None:
        if self._read_only:
            raise StoreError("read_only", self._read_only)

    def _prepare(self, put: tuple[Record, ...], drop: tuple[Record, ...]) -> tuple[bytes, Loaded]:
        """The new bytes, proved to read back as exactly the records that were meant."""
        old = self._loaded.about
        about = About(store=old.store, sequence=max(old.sequence, self._mark.sequence) + 1, written=self._now)
        documents = {name: dict(rows) for name, rows in self._loaded.documents.items()}
        try:
            if any(type(record) not in TABLE_OF for record in (*put, *drop)):
                raise UnreadableError("not a record")
            for record in drop:
                self._staged.drop(record, documents)
            self._staged.put(put, documents)
            meant = self.history.changed(put, drop)
            data, loaded = encode_checked(about, self._staged.tables, meant, documents)
        except (UnreadableError, ValueError, TypeError, RecursionError):
            raise StoreError("invalid", words.NOT_VALID) from None
        if len(data) > SIZE_LIMIT:
            raise StoreError("too_big", words.TOO_BIG)
        return data, loaded

    def _failed(self, error: OSError) -> StoreError:
        said = explain(error)
        if isinstance(error, SyncFailedError):
            self._read_only = said.plain
        return said

    def _guard_against_others(self) -> None:
        """A sync tool or a second computer may have changed the file: keep its version beside ours."""
        found = check_file(self._files, self._path)
        if found is None:
            if self._stamp:
                self._notices.append(words.HAD_GONE)
            return
        if found.stamp == self._stamp:
            return
        suffix = opening.suffix_of(self._path)
        name = opening.free_name(self._files, self._folder, "other", self._now, suffix)
        if found.size > SIZE_LIMIT:
            self._files.replace(self._path, self._folder / name)
        else:
            theirs = self._files.read(self._path, SIZE_LIMIT)
            with suppress(UnreadableError):
                if self._vault.open(theirs) == self._data:
                    return
            write_whole(self._files, self._folder / name, theirs)
        self._notices.append(words.changed_outside(name))

    def _daily_backup(self) -> None:
        """Before each day's first write. A full disk must not stop the save itself, so this only says so."""
        today = self._now.date()
        if not self._data or self._loaded.about.written.date() == today:
            return
        try:
            if not any(b.day == today and not b.reason for b in backups.named(self._files, self._folder)):
                backups.make(self._files, self._folder, self._data, self._vault, now=self._now)
        except SyncFailedError:
            raise
        except (OSError, StoreError):
            self._notice(words.NO_DAILY)

    def _after_commit(self, put: tuple[Record, ...], drop: tuple[Record, ...]) -> None:
        """Bring the mark up to date. Drafts alone are not worth a second flush: they decide nothing."""
        checked = any(isinstance(r, Screening) and r.at >= self._opened_at for r in put)
        about = self._loaded.about
        self._keep_mark(
            only_in_memory=bool(self._mark.store) and all(isinstance(r, Draft) for r in (*put, *drop)),
            seen_at=later(self._mark.seen_at, self._now),
            records=self._loaded.count,
            store=about.store,
            sequence=about.sequence,
            encrypted=self.encrypted,
            behind=self._mark.behind and not checked,
        )

    def _keep_mark(self, *, only_in_memory: bool = False, **changes: object) -> None:
        with self._turn:
            self._mark = msgspec.structs.replace(self._mark, **changes)
            if only_in_memory:
                return
            try:
                write_mark(self._files, self._state, self._mark, self._vault)
                self._mark_on_disk = self._mark
            except (OSError, StoreError):
                self._notice(words.NO_MARK)

    def _notice(self, said: str) -> None:
        if said not in self._notices:
            self._notices.append(said)

    def _remember_stamp(self) -> None:
        """Called when the file is known to hold what memory holds. Without a stamp it is read next time."""
        self._stamp: tuple[int, ...] = ()
        with suppress(OSError):
            found = self._files.stat(self._path)
            self._stamp = found.stamp if found else ()

    def _open_keys(self, passphrase: str) -> keys.Keys:
        self._may_write()
        try:
            return keys.open_keys(self._files, self._folder, passphrase)
        except OSError as error:
            raise explain(error) from error

    def _re_key(self, work: Callable[[keys.Where], Vault]) -> None:
        """Do the work, or stop all writing: the next opening ends what was begun (`coach.store.keys`)."""
        with self._turn:
            self._may_write()
            self.backup("rekey", now=self._now)
            try:
                if not self._data:
                    self._data, self._loaded = self._prepare((), ())
                self._vault = work(self._where)
            except BaseException as error:
                self._read_only = words.RE_KEY_STOPPED
                if isinstance(error, OSError | StoreError | UnreadableError):
                    raise StoreError("disk", words.RE_KEY_STOPPED) from error
                raise
            self._remember_stamp()
            self._keep_mark(
                encrypted=self.encrypted, store=self._loaded.about.store, sequence=self._loaded.about.sequence
            )

    def _tidy(self, found: keys.Keys | None, passphrase: str) -> None:
        """End a change of passphrase that a kill had stopped. What fails now is tried again next time."""
        try:
            if found is None:
                keys.tidy_plain(self._files, self._folder)
                return
            self._notices.extend(keys.tidy_sealed(self._files, self._folder, self._vault, found, self._now))
            if len(found.identities) > 1:
                self._vault = keys.finish_change(self._where, found, passphrase, self._mark)
        except StoreError:
            return
        except OSError as error:
            self._failed(error)
