"""Taking everything away: store, backups, keys and mark, and saying plainly what is left."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

from coach.store import backups, opening, words
from coach.store.errors import StoreError, explain
from coach.store.files import REAL, Files
from coach.store.keys import FORGOTTEN, is_content
from coach.store.mark import MARK_NAME
from coach.store.vault import IDENTITY_NAME
from coach.store.whole import is_folder, is_temporary


def erase(folder: Path, state: Path, *, now: dt.datetime, files: Files = REAL) -> tuple[str, ...]:
    """Erase all that Coach keeps; what was not erased, as plain sentences, the last about what never can be.

    Raises StoreError when Coach is open elsewhere or the folder cannot be written.
    """
    left: list[str] = []
    if files.stat(folder) is not None:
        access = opening.take(files, folder, now)
        try:
            if access.read_only:
                raise StoreError("read_only", access.read_only)
            _empty(files, folder, left)
        except OSError as error:
            raise explain(error) from error
        finally:
            if access.held is not None:
                access.held.release()
    for path in (state / MARK_NAME, folder / opening.LOCK_NAME, folder / f"{opening.LOCK_NAME}-holder"):
        _unlink(files, path, left)
    for place in (state, folder):
        _remove_folder(files, place, left)
    return (*left, words.CANNOT_ERASE)


def _empty(files: Files, folder: Path, left: list[str]) -> None:
    """Backups first: should this stop halfway, nothing comes back by itself at the next opening."""
    for name in files.names(folder):
        if name == backups.FOLDER or (name.startswith(FORGOTTEN) and is_folder(files, folder / name)):
            _empty(files, folder / name, left)
            _remove_folder(files, folder / name, left)
    for name in files.names(folder):
        if is_content(name) or name == IDENTITY_NAME or is_temporary(name):
            _unlink(files, folder / name, left)
    files.fsync_folder(folder)


def _unlink(files: Files, path: Path, left: list[str]) -> None:
    try:
        if files.stat(path) is not None:
            files.unlink(path)
    except OSError:
        left.append(words.not_erased(path.name))


def _remove_folder(files: Files, folder: Path, left: list[str]) -> None:
    """Only an empty one: what else is in there is not ours."""
    if not is_folder(files, folder):
        return
    names = files.names(folder)
    left.extend(words.not_ours(name) for name in names if words.not_erased(name) not in left)
    if not names:
        with suppress(OSError):
            files.remove_folder(folder)
