"""The high-water mark: a little memory outside the data folder, so that a lost or older store opens nothing.

Without it, putting back last month's file would also put back last month's answers about who is ready.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.store.errors import StoreError, UnreadableError
from coach.store.files import Files
from coach.store.vault import Vault
from coach.store.whole import check_file, check_folder, write_whole

MARK_NAME = "mark"
_LIMIT = 1 << 16
_SEALED = b"age-encryption.org/"


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What was known at the last save.

    `seen_at` is the latest time seen; `route` and `closed_until` are the engine's own words for what practice
    was; `records` counts what was saved; `store` and `sequence` name the store and its last commit. `behind`
    stays true from when an older or another store was found until a new fit and safety check is saved.
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


def later(one: dt.datetime | None, other: dt.datetime | None) -> dt.datetime | None:
    """The later of two moments, either of which may be unknown."""
    return max((moment for moment in (one, other) if moment is not None), default=None)


def is_mark_sealed(files: Files, state: Path) -> bool:
    """True when the mark belongs to a store with a passphrase. Raises OSError."""
    with suppress(StoreError):
        return _read(files, state).startswith(_SEALED)
    return False


def read_mark(files: Files, state: Path, vault: Vault) -> Mark:
    """The mark. None yet gives an empty one; one that cannot be trusted gives one that is behind."""
    try:
        data = _read(files, state)
        if not data and files.stat(state / MARK_NAME) is None:
            return Mark()
        if data.startswith(_SEALED):
            data = vault.open(data)
        kept = msgspec.json.decode(data, type=_Kept)
    except (OSError, StoreError, UnreadableError, ValueError, RecursionError):
        return Mark(behind=True)
    return kept.mark if _encode(kept.mark) == data else Mark(behind=True)


def write_mark(files: Files, state: Path, mark: Mark, vault: Vault) -> None:
    """Replace the mark. Raises OSError and StoreError."""
    check_folder(files, state)
    check_file(files, state / MARK_NAME)
    write_whole(files, state / MARK_NAME, vault.seal(_encode(mark)))


def _read(files: Files, state: Path) -> bytes:
    path = state / MARK_NAME
    return b"" if check_file(files, path) is None else files.read(path, _LIMIT)


def _encode(mark: Mark) -> bytes:
    digest = hashlib.blake2b(msgspec.json.encode(mark), digest_size=16).hexdigest()
    return msgspec.json.encode(_Kept(mark=mark, digest=digest))
