"""From a folder to a decoded store: checks, the lock, and going back to a backup when need be."""

from __future__ import annotations

import datetime as dt
import secrets
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.core.records import TABLES, History
from coach.store import backups, words
from coach.store.codec import SIZE_LIMIT, About, Loaded, decode
from coach.store.errors import Locked, NewerError, UnreadableError, explain
from coach.store.files import Files, Held
from coach.store.mark import Mark
from coach.store.vault import PLAIN_NAME, Vault, main_name
from coach.store.whole import check_file, check_folder, sweep, sync_folder, write_whole

LOCK_NAME = "lock"


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """What opening the folder gave: the lock, or the reason why nothing can be written."""

    held: Held | None
    read_only: str = ""


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What was found: the content, its plain bytes (none for a new store), and what to tell the person.

    `lost` is true when there may have been a store that is not the one here.
    """

    loaded: Loaded
    data: bytes = b""
    read_only: str = ""
    notices: tuple[str, ...] = ()
    lost: bool = False


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a store is being opened, and by what rules."""

    files: Files
    folder: Path
    vault: Vault
    mark: Mark
    now: dt.datetime
    writable: bool

    @property
    def path(self) -> Path:
        """The main file."""
        return self.folder / main_name(self.vault)


def take(files: Files, folder: Path, now: dt.datetime) -> Access:
    """Check the folder, take the lock and sweep what a kill left behind. Raises StoreError."""
    found = None
    try:
        check_folder(files, folder)
        found = files.stat(folder)
        if found is not None and not found.mode & 0o200:
            return Access(held=None, read_only=words.CANNOT_WRITE)
        check_file(files, folder / LOCK_NAME)
        held = files.lock(folder / LOCK_NAME, f"{files.pid()} {now.isoformat(timespec='minutes')}")
    except OSError as error:
        said = explain(error)
        if said.code == "read_only" and found is not None:
            return Access(held=None, read_only=words.CANNOT_WRITE)
        raise said from error
    if held is None:
        raise Locked(words.already_open(*files.lock_note(folder / LOCK_NAME)))
    with suppress(OSError):
        sweep(files, folder)
        sweep(files, folder / backups.FOLDER)
    return Access(held=held)


def load(place: Place) -> Opened:
    """Read the store, or the best backup when the file is damaged or gone. Raises StoreError and OSError."""
    files = place.files
    try:
        found = check_file(files, place.path)
        if found is None:
            return _without_main(place)
        if found.size > SIZE_LIMIT:
            raise UnreadableError("too large")
        data = place.vault.open(files.read(place.path, SIZE_LIMIT))
        loaded = decode(data)
    except NewerError:
        return Opened(loaded=fresh(place.now), read_only=words.NEWER, lost=True)
    except UnreadableError:
        return _damaged(place)
    if place.writable:
        sync_folder(files, place.folder)
        if loaded.is_old:
            backups.make(files, place.folder, data, place.vault, now=place.now, reason="migration")
    return Opened(loaded=loaded, data=loaded.data)


def fresh(now: dt.datetime) -> Loaded:
    """A store with nothing in it, which is on no disk yet."""
    about = About(store=secrets.token_hex(8), sequence=0, written=now)
    return Loaded(about=about, history=History(), documents={name: {} for name in TABLES})


def free_name(files: Files, folder: Path, what: str, now: dt.datetime, suffix: str) -> str:
    """A name in `folder` that nothing has, saying what the file is and when it was put there."""
    base = f"{what}-{now:%Y-%m-%d-%H%M%S}"
    name, number = f"{base}{suffix}", 1
    while files.stat(folder / name) is not None:
        number += 1
        name = f"{base}-{number}{suffix}"
    return name


def suffix_of(path: Path) -> str:
    """What follows the stem of a main file's name: `.json` or `.json.age`."""
    return path.name.removeprefix(Path(PLAIN_NAME).stem)


def _damaged(place: Place) -> Opened:
    """The bytes get another name before anything else, so that nothing ever writes over them."""
    kept = place.path.name
    if place.writable:
        kept = free_name(place.files, place.folder, "quarantine", place.now, suffix_of(place.path))
        place.files.replace(place.path, place.folder / kept)
        sync_folder(place.files, place.folder)
    return _from_backup(place, words.damaged(kept))


def _without_main(place: Place) -> Opened:
    if place.mark.sequence or backups.named(place.files, place.folder):
        return _from_backup(place, words.NOT_IN_FOLDER)
    return Opened(loaded=fresh(place.now))


def _from_backup(place: Place, said: str) -> Opened:
    found = backups.best(place.files, place.folder, place.vault, place.mark.store)
    if found is None:
        return Opened(loaded=fresh(place.now), notices=(said, words.NO_BACKUP), lost=True)
    data, loaded = found
    if place.writable:
        write_whole(place.files, place.path, place.vault.seal(data))
    about, mark = loaded.about, place.mark
    missing = mark.records - loaded.count
    if mark.store == about.store and mark.sequence <= about.sequence:
        how_much = words.NOTHING_MISSING
    else:
        how_much = words.missing(missing) if missing > 0 else words.MAY_BE_MISSING
    return Opened(loaded=loaded, data=data, notices=(said, words.went_back(about.written), how_much))
