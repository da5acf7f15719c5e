"""Writing a file so that its name always means either all of the old bytes or all of the new ones.

Sequence: temporary file in the same folder, write, fsync, rename over the old name, fsync of the folder. Leaving
out either fsync is what loses data at a power cut; `python -m tests.faults` shows it.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path

from coach.store.errors import StoreError
from coach.store.files import FILE_MODE, FOLDER_MODE, Files, Stat

TEMPORARY = ".tmp"
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


class SyncFailedError(OSError):
    """The disk did not confirm a write. Linux reports this once and may drop the data, so nobody may try again."""


def write_whole(files: Files, path: Path, data: bytes) -> None:
    """Replace the file at `path`. On an error before the rename the old file is untouched.

    Raises SyncFailedError when a flush failed, and OSError for everything else.
    """
    temporary = path.with_name(f".{path.name}{TEMPORARY}")
    try:
        _write_new(files, temporary, data)
        files.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            files.unlink(temporary)
        raise
    sync_folder(files, path.parent)


def sync_folder(files: Files, folder: Path) -> None:
    """Make the names in a folder durable. Raises SyncFailedError."""
    try:
        files.fsync_folder(folder)
    except OSError as error:
        raise SyncFailedError(error.errno, "folder not flushed") from error


def _write_new(files: Files, path: Path, data: bytes) -> None:
    try:
        handle = files.create(path)
    except FileExistsError:
        files.unlink(path)
        handle = files.create(path)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[files.write(handle, bytes(rest)) :]
        try:
            files.fsync(handle)
        except OSError as error:
            raise SyncFailedError(error.errno, "file not flushed") from error
    finally:
        files.close(handle)


def explain(error: OSError) -> StoreError:
    """What a failed file call means for a person."""
    if isinstance(error, SyncFailedError):
        return StoreError(
            "disk",
            "The disk did not confirm a save, so Coach has stopped saving. Copy what you typed, then close Coach and check the disk.",
        )
    if error.errno in _FULL:
        return StoreError("full", "The disk is full, so nothing was saved. Free some space and try again.")
    if error.errno in _READ_ONLY:
        return StoreError("read_only", "Coach may not write in its folder, so nothing was saved. Run `coach doctor` to see why.")
    return StoreError("disk", "The disk reported an error, so nothing was saved. Try again, then run `coach doctor`.")


def check_folder(files: Files, folder: Path) -> None:
    """Refuse a folder that is not what it seems; make a loose one private. Raises StoreError and OSError."""
    found = files.stat(folder)
    if found is None:
        files.make_folder(folder)
        with suppress(OSError):
            files.fsync_folder(folder.parent)
        return
    if not found.is_folder:
        raise StoreError("refused", "The place for what you save is not an ordinary folder. Set COACH_HOME to a folder of your own.")
    _check_owner(files, found, "folder")
    if found.mode & 0o077 and files.me() >= 0:
        _tighten(files, folder, FOLDER_MODE)


def check_file(files: Files, path: Path) -> Stat | None:
    """Refuse a file that is not what it seems; make a loose one private. None when there is no file.

    Raises StoreError for a link, a pipe, a second name for the same file, or somebody else's file.
    """
    found = files.stat(path)
    if found is None:
        return None
    if not found.is_file or found.links != 1:
        raise StoreError("refused", f"{path.name} is a link or not an ordinary file, so Coach left it alone. Move it away and start again.")
    _check_owner(files, found, "file")
    if found.mode & 0o077 and files.me() >= 0:
        _tighten(files, path, FILE_MODE)
    return found


def _check_owner(files: Files, found: Stat, what: str) -> None:
    if files.me() >= 0 and found.owner != files.me():
        raise StoreError("refused", f"The {what} for what you save belongs to another user. Run Coach as its owner, or set COACH_HOME.")


def _tighten(files: Files, path: Path, mode: int) -> None:
    """Only tried: on a read-only disk the modes stay as they are, and `coach doctor` says so."""
    with suppress(OSError):
        files.set_mode(path, mode)
