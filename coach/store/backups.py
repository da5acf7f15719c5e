"""Copies of the one file: when they are made, which are kept and which one is the best to go back to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.store.codec import SIZE_LIMIT, Loaded, decode
from coach.store.errors import NewerError, StoreError, UnreadableError
from coach.store.files import Files
from coach.store.vault import SEAL, Vault, opener
from coach.store.whole import check_file, check_folder, is_folder, write_whole

FOLDER = "backups"
DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many daily, weekly and monthly backups are kept."""
RISKY, RISKY_DAYS = 10, 30
"""How many of those made before something risky are kept, and for how many days."""
_NAME = re.compile(r"^(\d{4}-\d\d-\d\d)(?:-(\d{6})-before-([a-z]+))?\.json(\.age)?$")


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """One backup: where it is, when its content was last saved, and how many records it holds.

    `records` is -1 when it cannot be read, and `at` is then the day in its name.
    """

    path: Path
    at: dt.datetime
    records: int


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """What the name of a backup says: its day and, unless it is a daily one, what it was made before."""

    name: str
    day: dt.date
    reason: str = ""


def named(files: Files, folder: Path) -> list[Named]:
    """The backups by their names, oldest first. A folder that is not there holds none."""
    place = folder / FOLDER
    if not is_folder(files, place):
        return []
    found = [backup for name in files.names(place) if (backup := parse_name(name)) is not None]
    return sorted(found, key=lambda b: (b.day, b.name))


def make(files: Files, folder: Path, data: bytes, vault: Vault, *, now: dt.datetime, reason: str = "") -> None:
    """Write one backup of plain bytes, then let go of those that are no longer kept.

    `reason` is one word of a-z for what comes next, or empty for the daily one. Raises OSError, StoreError.
    """
    place = folder / FOLDER
    check_folder(files, place)
    stamp = f"{now:%Y-%m-%d}" if reason == "" else f"{now:%Y-%m-%d-%H%M%S}-before-{reason}"
    write_whole(files, place / f"{stamp}.json{SEAL if vault.encrypted else ''}", vault.seal(data))
    for old in surplus(named(files, folder), now.date()):
        files.unlink(place / old.name)


def surplus(backups: Iterable[Named], today: dt.date) -> list[Named]:
    """Which backups to let go of: not among the 7 newest days, 4 newest weeks or 12 newest months.

    The 10 newest made before something risky are kept for 30 days.
    """
    newest_first = sorted(backups, key=lambda b: (b.day, b.name), reverse=True)
    periods: tuple[tuple[int, Callable[[dt.date], tuple[int, ...]]], ...] = (
        (DAYS, lambda day: (day.toordinal(),)),
        (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
    )
    risky = [b for b in newest_first if b.reason and (today - b.day).days <= RISKY_DAYS]
    kept = {b.name for b in risky[:RISKY]}
    for number, period in periods:
        newest: dict[tuple[int, ...], str] = {}
        for backup in newest_first:
            if not backup.reason:
                newest.setdefault(period(backup.day), backup.name)
        kept.update(list(newest.values())[:number])
    return [b for b in newest_first if b.name not in kept]


def best(files: Files, folder: Path, vault: Vault, store: str) -> tuple[bytes, Loaded] | None:
    """Plain bytes and content of the backup with the latest commit; those of `store` come before others.

    Raises OSError when a backup that may be better could not be read: going back further than needed would
    hide what a second try might still find.
    """
    good: list[tuple[bool, int, str, bytes, Loaded]] = []
    failed: tuple[dt.date, OSError] | None = None
    for backup in named(files, folder):
        try:
            found = read(files, folder / FOLDER / backup.name, vault)
        except OSError as error:
            failed = backup.day, error
            continue
        if found is not None:
            about = found[1].about
            good.append((about.store == store, about.sequence, backup.name, *found))
    chosen = max(good, key=lambda g: g[:3]) if good else None
    if failed is not None and (chosen is None or f"{failed[0]}" >= chosen[2][:10]):
        raise failed[1]
    return chosen[3:] if chosen else None


def read(files: Files, path: Path, vault: Vault) -> tuple[bytes, Loaded] | None:
    """The plain bytes and the content of one backup, or None when it is not good. Raises OSError."""
    try:
        if check_file(files, path) is None:
            return None
        loaded = decode(opener(vault, path).open(files.read(path, SIZE_LIMIT)))
        return loaded.data, loaded
    except (StoreError, UnreadableError, NewerError):
        return None


def listed(files: Files, folder: Path, vault: Vault, zone: dt.tzinfo | None) -> tuple[Backup, ...]:
    """All backups, newest first, each read and checked."""
    made: list[Backup] = []
    for backup in reversed(named(files, folder)):
        path = folder / FOLDER / backup.name
        found = None
        with suppress(OSError):
            found = read(files, path, vault)
        if found is None:
            made.append(Backup(path=path, at=dt.datetime.combine(backup.day, dt.time(), zone), records=-1))
        else:
            made.append(Backup(path=path, at=found[1].about.written, records=found[1].count))
    return tuple(made)


def parse_name(name: str) -> Named | None:
    """What the name of a backup says, or None for any other name."""
    match = _NAME.match(name)
    try:
        return Named(name=name, day=dt.date.fromisoformat(match[1]), reason=match[3] or "") if match else None
    except ValueError:
        return None
