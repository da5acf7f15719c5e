"""The high-water mark: a little memory outside the data folder, so that a lost or older store opens nothing.

Without it, putting back last month's file would also put back last month's answers about who is ready.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import msgspec

from coach.store.errors import StoreError
from coach.store.files import Files
from coach.store.whole import check_file, check_folder, write_whole

MARK_NAME = "mark.json"
_LIMIT = 1 << 16


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What was known at the last save.

    `seen_at` is the latest time seen; `route` and `closed_until` are the engine's own words for what practice was;
    `records` counts what was saved; `store` and `sequence` name the store and its last commit. `behind` stays true
    from the time an older or another store was found until a new fit and safety check is saved.
    """

    seen_at: dt.datetime | None = None
    route: str = ""
    closed_until: str = ""
    encrypted: bool = False
    records: int = 0
    store: str = ""
    sequence: int = 0
    behind: bool = False


class _Kept(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    mark: Mark
    digest: str


def read_mark(files: Files, state: Path) -> Mark:
    """The mark. None yet gives an empty one; one that cannot be trusted gives one that is behind."""
    path = state / MARK_NAME
    try:
        if check_file(files, path) is None:
            return Mark()
        data = files.read(path, _LIMIT)
        kept = msgspec.json.decode(data, type=_Kept)
    except (OSError, StoreError, ValueError, RecursionError):
        return Mark(behind=True)
    return kept.mark if _encode(kept.mark) == data else Mark(behind=True)


def write_mark(files: Files, state: Path, mark: Mark) -> None:
    """Replace the mark. Raises OSError and StoreError."""
    check_folder(files, state)
    write_whole(files, state / MARK_NAME, _encode(mark))


def _encode(mark: Mark) -> bytes:
    digest = hashlib.blake2b(msgspec.json.encode(mark), digest_size=16).hexdigest()
    return msgspec.json.encode(_Kept(mark=mark, digest=digest))
