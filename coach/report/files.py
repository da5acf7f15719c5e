"""Writing a report and reading an import: only for the owner's eyes, and never over or through something else."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import unicodedata
from contextlib import suppress
from pathlib import Path

from coach.core.errors import PlainError
from coach.core.text import printable
from coach.report.exchange import SIZE_LIMIT

MODE = 0o600
READABLE = "Your file is written. It is not encrypted: whoever can open it can read it."

_LONGEST_NAME = 255
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)

_SAID = {
    "name": "That is not a name for a file. Please use letters and numbers.",
    "folder": "The folder for this file is not there. Make it first, or pick another.",
    "exists": "A file with this name is already there. Pick another name, or agree to replace it.",
    "special": "That name belongs to a link, a folder or a device. Please pick another name.",
    "not_allowed": "Coach may not write there. Please pick another folder.",
    "full": "The disk is full, so nothing was written.",
    "disk": "The disk gave an error, so nothing was written.",
    "missing": "There is no such file.",
    "not_a_file": "That is not a file that Coach can read.",
    "too_big": "This file is larger than 200 MB, so Coach does not open it.",
}


def write_export(path: Path, data: bytes | str, overwrite: bool = False) -> str:
    """Write a report that only its owner may read, whole or not at all; a sentence to show then.

    A text is written as UTF-8. Raises PlainError: `name`, `folder`, `exists`, `special`, `not_allowed`,
    `full` or `disk`. With `overwrite` an ordinary file of that name is replaced; a link, folder or device never is.
    """
    _check_name(path.name)
    content = data.encode(errors="replace") if isinstance(data, str) else data
    try:
        found = _lstat(path)
        if found is not None and not stat.S_ISREG(found.st_mode):
            raise _error("special")
        if found is not None and not overwrite:
            raise _error("exists")
        if found is None:
            _write_new(path, content)
        else:
            _replace(path, content)
    except FileExistsError as error:
        raise _error("exists") from error
    except OSError as error:
        raise _explained(error) from error
    return READABLE


def read_import(path: Path) -> bytes:
    """The bytes of an ordinary file. Raises PlainError: `missing`, `not_a_file` or `too_big`."""
    try:
        handle = os.open(path, os.O_RDONLY | _NONBLOCK | _BINARY)
    except FileNotFoundError as error:
        raise _error("missing") from error
    except (OSError, ValueError) as error:
        raise _error("not_a_file") from error
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise _error("not_a_file")
        if found.st_size > SIZE_LIMIT:
            raise _error("too_big")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise _error("not_a_file") from error
    finally:
        os.close(handle)


def _error(code: str) -> PlainError:
    return PlainError(_SAID[code], code)


def _check_name(name: str) -> None:
    controls = any(unicodedata.category(letter) in ("Cc", "Cs") for letter in name)
    if not name.strip(". ") or controls or printable(name) != name or len(os.fsencode(name)) > _LONGEST_NAME:
        raise _error("name")


def _lstat(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except FileNotFoundError:
        return None


def _write_new(path: Path, content: bytes) -> None:
    """O_EXCL: between looking and writing somebody may have put a link there."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _BINARY, MODE)
    try:
        _fill(handle, content)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def _replace(path: Path, content: bytes) -> None:
    """A new file takes the place of the old one, so that neither is ever half there."""
    handle, name = tempfile.mkstemp(prefix=".coach-", dir=path.parent)
    try:
        _fill(handle, content)
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _fill(handle: int, content: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _explained(error: OSError) -> PlainError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _error("folder")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _error("not_allowed")
    if error.errno in (errno.ELOOP, errno.EISDIR):
        return _error("special")
    return _error("full") if error.errno in (errno.ENOSPC, errno.EDQUOT) else _error("disk")
