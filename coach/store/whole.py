"""Writing a file so that its name always means either all of the old bytes or all of the new ones.

Sequence: temporary file in the same folder, write, fsync, rename over the old name, fsync of the folder.
Leaving out either fsync is what loses data at a power cut; `python -m tests.faults` shows it.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path

from coach.store import words
from coach.store.errors import StoreError, SyncFailedError
from coach.store.files import FILE_MODE, FOLDER_MODE, Files, Stat

TEMPORARY = ".tmp"
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EINVAL, errno.EROFS}


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


def sweep(files: Files, folder: Path) -> None:
    """Take away the temporary files that a kill left behind. Only under the lock."""
    if is_folder(files, folder):
        for name in files.names(folder):
            if is_temporary(name):
                files.unlink(folder / name)


def is_temporary(name: str) -> bool:
    """True for the name of a write that was not finished."""
    return name.startswith(".") and name.endswith(TEMPORARY)


def is_folder(files: Files, path: Path) -> bool:
    """True when there is a folder, and not a link to one."""
    found = files.stat(path)
    return found is not None and found.is_folder


def check_folder(files: Files, folder: Path) -> None:
    """Make a folder that is not there, refuse what is not one, and make a loose one private.

    Raises StoreError and OSError.
    """
    found = files.stat(folder)
    if found is None:
        _make(files, folder)
        return
    if not found.is_folder:
        raise StoreError("refused", words.NOT_A_FOLDER)
    _check_owner(files, found, "folder")
    _tighten(files, folder, found, FOLDER_MODE)


def check_file(files: Files, path: Path) -> Stat | None:
    """Refuse a file that is not what it seems; make a loose one private. None when there is no file.

    Raises StoreError for a link, a pipe, a second name for the same file, or somebody else's file.
    """
    found = files.stat(path)
    if found is None:
        return None
    if not found.is_file or found.links != 1:
        raise StoreError("refused", words.not_ordinary(path.name))
    _check_owner(files, found, "file")
    return files.stat(path) if _tighten(files, path, found, FILE_MODE) else found


def _write_new(files: Files, path: Path, data: bytes) -> None:
    try:
        handle = files.create(path)
    except FileExistsError:
        files.unlink(path)
        handle = files.create(path)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[files.write(handle, rest) :]
        try:
            files.fsync(handle)
        except OSError as error:
            raise SyncFailedError(error.errno, "file not flushed") from error
    finally:
        files.close(handle)


def _make(files: Files, folder: Path) -> None:
    """Every new level is private, as the XDG rules ask, and its name is made durable."""
    if folder.parent != folder and files.stat(folder.parent) is None:
        _make(files, folder.parent)
    files.make_folder(folder)
    try:
        files.fsync_folder(folder.parent)
    except OSError as error:
        if error.errno not in _NOT_ALLOWED:
            raise SyncFailedError(error.errno, "folder not flushed") from error


def _check_owner(files: Files, found: Stat, what: str) -> None:
    if files.me() not in (-1, found.owner):
        raise StoreError("refused", words.not_yours(what))


def _tighten(files: Files, path: Path, found: Stat, mode: int) -> bool:
    """Only tried: on a read-only disk the modes stay as they are, and `coach doctor` says so."""
    if files.me() == -1 or not found.mode & 0o077:
        return False
    with suppress(OSError):
        files.set_mode(path, mode)
    return True
