"""Copies of the one file: when they are made, which are kept and which one is the best to go back to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from coach.store.codec import SIZE_LIMIT, Loaded, NewerError, UnreadableError, decode
from coach.store.errors import StoreError
from coach.store.files import Files
from coach.store.whole import check_file, check_folder, write_whole

FOLDER = "backups"
DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many daily, weekly and monthly backups are kept."""
_REASON_DAYS = 30
_NAME = re.compile(r"^(\d{4}-\d\d-\d\d)(?:-(\d{6})-before-([a-z]+))?\.json(\.age)?$")


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """One backup: where it is, when its content was last saved, and how many records it holds.

    `records` is -1 when it cannot be read, and `at` is then the day in its name.
    """

    path: Path
    at: dt.datetime
    records: int


class _Named(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    day: dt.date
    reason: str


def named(files: Files, folder: Path) -> list[_Named]:
    """The backups by their names, oldest first. A folder that is not there holds none."""
    place = folder / FOLDER
    found = files.stat(place)
    if found is None or not found.is_folder:
        return []
    backups: list[_Named] = []
    for name in files.names(place):
        match = _NAME.match(name)
        if match is None:
            continue
        try:
            day = dt.date.fromisoformat(match[1])
        except ValueError:
            continue
        backups.append(_Named(name=name, day=day, reason=match[3] or ""))
    return sorted(backups, key=lambda b: (b.day, b.name))


def make(files: Files, folder: Path, data: bytes, *, now: dt.datetime, reason: str, suffix: str) -> Path:
    """Write one backup and let go of those that are no longer kept. Raises OSError and StoreError."""
    place = folder / FOLDER
    check_folder(files, place)
    stamp = f"{now:%Y-%m-%d}" if reason == "" else f"{now:%Y-%m-%d-%H%M%S}-before-{reason}"
    path = place / f"{stamp}{suffix}"
    write_whole(files, path, data)
    for old in surplus(named(files, folder), now.date()):
        files.unlink(place / old.name)
    return path


def surplus(backups: Iterable[_Named], today: dt.date) -> list[_Named]:
    """Which backups to let go of: not among the 7 newest days, 4 newest weeks or 12 newest months.

    Those made before something risky are kept for 30 days.
    """
    newest_first = sorted(backups, key=lambda b: (b.day, b.name), reverse=True)
    daily = [b for b in newest_first if not b.reason]
    periods: tuple[tuple[int, Callable[[dt.date], tuple[int, ...]]], ...] = (
        (DAYS, lambda d: (d.toordinal(),)),
        (WEEKS, lambda d: d.isocalendar()[:2]),
        (MONTHS, lambda d: (d.year, d.month)),
    )
    kept: set[str] = set()
    for number, period in periods:
        seen: dict[tuple[int, ...], str] = {}
        for backup in daily:
            seen.setdefault(period(backup.day), backup.name)
        kept.update(list(seen.values())[:number])
    kept.update(b.name for b in newest_first if b.reason and (today - b.day).days <= _REASON_DAYS)
    return [b for b in newest_first if b.name not in kept]


def best(
    files: Files, folder: Path, open_up: Callable[[bytes], bytes], store: str
) -> tuple[str, bytes, Loaded] | None:
    """The name, bytes and content of the backup with the latest commit, before all others one of `store`."""
    good: list[tuple[bool, int, str, bytes, Loaded]] = []
    for backup in named(files, folder):
        found = read(files, folder / FOLDER / backup.name, open_up)
        if found is not None:
            data, loaded = found
            good.append((loaded.about.store == store, loaded.about.sequence, backup.name, data, loaded))
    if not good:
        return None
    _, _, name, data, loaded = max(good, key=lambda g: g[:3])
    return name, data, loaded


def read(files: Files, path: Path, open_up: Callable[[bytes], bytes]) -> tuple[bytes, Loaded] | None:
    """The plain bytes and the content of one backup, or None when it is not good."""
    try:
        if check_file(files, path) is None:
            return None
        data = open_up(files.read(path, SIZE_LIMIT))
        return data, decode(data)
    except (OSError, StoreError, UnreadableError, NewerError):
        return None
