"""From a folder to a decoded store: checks, the lock, sweeping, and going back to a backup when need be."""

from __future__ import annotations

import datetime as dt
import secrets
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.core.records import TABLES, History
from coach.store import backups
from coach.store.codec import SIZE_LIMIT, About, Loaded, NewerError, UnreadableError, decode
from coach.store.errors import Locked, StoreError
from coach.store.files import Files, Held
from coach.store.mark import Mark
from coach.store.vault import Vault
from coach.store.whole import (
    TEMPORARY,
    check_file,
    check_folder,
    explain,
    sync_folder,
    write_whole,
)

LOCK_NAME = "lock"
NEWER = "What you saved was written by a newer Coach. Install the newest version to go on; nothing was changed."
CANNOT_WRITE = "Coach may not write in its folder, so nothing new can be saved. Run `coach doctor` to see why."


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """What opening the folder gave: the lock, or the reason why nothing can be written."""

    held: Held | None
    read_only: str = ""


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What was found: the content, its plain bytes (empty for a new store), and what to tell the person."""

    loaded: Loaded
    data: bytes
    read_only: str = ""
    notices: tuple[str, ...] = ()
    lost: bool = False


def take(files: Files, folder: Path, now: dt.datetime) -> Access:
    """Check the folder, take the lock and sweep what a kill left behind. Raises StoreError."""
    try:
        check_folder(files, folder)
        check_file(files, folder / LOCK_NAME)
        note = f"{files.pid()} {now.isoformat(timespec='minutes')}"
        held = files.lock(folder / LOCK_NAME, note)
    except OSError as error:
        found = explain(error)
        if found.code == "read_only" and files.stat(folder) is not None:
            return Access(held=None, read_only=CANNOT_WRITE)
        raise found from error
    if held is None:
        raise Locked(_who(files.lock_note(folder / LOCK_NAME)))
    with suppress(OSError):
        for place in (folder, folder / backups.FOLDER):
            _sweep(files, place)
    return Access(held=held)


def load(files: Files, folder: Path, vault: Vault, mark: Mark, *, now: dt.datetime, writable: bool) -> Opened:
    """Read the store, or the best backup when the file is damaged or gone. Raises StoreError and OSError."""
    path = folder / vault.name
    try:
        found = check_file(files, path)
        if found is None:
            return _without_main(files, folder, vault, mark, now=now, writable=writable)
        if found.size > SIZE_LIMIT:
            raise UnreadableError("too large")
        data = vault.open(files.read(path, SIZE_LIMIT))
        loaded = decode(data)
    except NewerError:
        return Opened(loaded=fresh(now), data=b"", read_only=NEWER, lost=True)
    except UnreadableError:
        return _damaged(files, folder, vault, mark, now=now, writable=writable)
    if writable:
        sync_folder(files, folder)
    return Opened(loaded=loaded, data=data)


def fresh(now: dt.datetime) -> Loaded:
    """A store with nothing in it, which is on no disk yet."""
    about = About(store=secrets.token_hex(8), sequence=0, written=now)
    return Loaded(about=about, history=History(), documents={name: {} for name in TABLES})


def set_aside(files: Files, path: Path, what: str, now: dt.datetime) -> str:
    """Rename a file so that nothing writes over it; its new name. `what` is `quarantine` or `other`."""
    name = free_name(files, path, what, now)
    files.replace(path, path.with_name(name))
    sync_folder(files, path.parent)
    return name


def free_name(files: Files, path: Path, what: str, now: dt.datetime) -> str:
    """A name beside `path` that nothing has."""
    base, number = f"{what}-{now:%Y-%m-%d-%H%M%S}", 1
    suffix = path.name.removeprefix("coach")
    name = f"{base}{suffix}"
    while files.stat(path.with_name(name)) is not None:
        number += 1
        name = f"{base}-{number}{suffix}"
    return name


def _damaged(files: Files, folder: Path, vault: Vault, mark: Mark, *, now: dt.datetime, writable: bool) -> Opened:
    kept = vault.name
    if writable:
        kept = set_aside(files, folder / vault.name, "quarantine", now)
    said = f"What was saved could not be read. The damaged file was kept as {kept}."
    return _from_backup(files, folder, vault, mark, said, now=now, writable=writable)


def _without_main(files: Files, folder: Path, vault: Vault, mark: Mark, *, now: dt.datetime, writable: bool) -> Opened:
    knows = bool(mark.sequence) or bool(backups.named(files, folder))
    if not knows:
        return Opened(loaded=fresh(now), data=b"", lost=mark.behind)
    said = "The file with what you saved was not in its folder."
    return _from_backup(files, folder, vault, mark, said, now=now, writable=writable)


def _from_backup(
    files: Files, folder: Path, vault: Vault, mark: Mark, said: str, *, now: dt.datetime, writable: bool
) -> Opened:
    found = backups.best(files, folder, vault.open, mark.store)
    if found is None:
        nothing = "There was no backup to go back to, so Coach starts empty and asks its first questions again."
        return Opened(loaded=fresh(now), data=b"", notices=(said, nothing), lost=True)
    _, data, loaded = found
    if writable:
        write_whole(files, folder / vault.name, vault.seal(data))
    written = loaded.about.written
    notices = [said, f"Coach went back to the copy of {written.day} {written:%B %Y at %H:%M}."]
    missing = mark.records - loaded.count
    if mark.store == loaded.about.store and mark.sequence <= loaded.about.sequence:
        notices.append("Nothing is missing from it.")
    elif missing > 0:
        notices.append(f"About {missing} later entries are missing." if missing > 1 else "One later entry is missing.")
    else:
        notices.append("What you saved after that may be missing.")
    return Opened(loaded=loaded, data=data, notices=tuple(notices))


def _sweep(files: Files, folder: Path) -> None:
    found = files.stat(folder)
    if found is None or not found.is_folder:
        return
    for name in files.names(folder):
        path = folder / name
        if name.startswith(".") and name.endswith(TEMPORARY):
            files.unlink(path)


def _who(note: str) -> str:
    pid, _, since = note.partition(" ")
    who = f" (process {pid}, since {since.replace('T', ' at ')[:22]})" if pid.isdigit() and since else ""
    return f"Coach is already open somewhere else{who}. Close it there, then start it here again."
