"""The complete export and its way back: the very format of the store, so that one reader guards both."""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path

from coach.core.records import TABLES, History
from coach.store import words
from coach.store.codec import SIZE_LIMIT, About, decode, encode
from coach.store.errors import NewerError, StoreError, UnreadableError, explain
from coach.store.files import REAL, Files


def write_export(history: History, *, now: dt.datetime) -> bytes:
    """Everything as one JSON file, readable by anyone who has it. Raises StoreError `invalid`."""
    tables = {name: dict(enumerate(getattr(history, name), 1)) for name in TABLES}
    try:
        return encode(About(store="export", sequence=0, written=now), tables)
    except UnreadableError:
        raise StoreError("invalid", words.NOT_VALID) from None


def read_export(path: Path, files: Files = REAL) -> History:
    """The records in an export, a backup or a plain store file.

    Raises StoreError `damaged`, `newer` or `disk`; a hostile file is refused in bounded time and memory.
    """
    try:
        return decode(files.read(path, SIZE_LIMIT)).history
    except NewerError as error:
        raise StoreError("newer", words.NEWER_FILE) from error
    except UnreadableError as error:
        raise StoreError("damaged", words.NOT_AN_EXPORT) from error
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.EINVAL, errno.ELOOP, errno.EFBIG):
            raise StoreError("damaged", words.NOT_AN_EXPORT) from error
        raise explain(error) from error
