"""What can go wrong with the store, in words a person can read and act on."""

from __future__ import annotations

import errno

from coach.core.errors import PlainError
from coach.store import words


class StoreError(PlainError):
    """The store could not do what was asked, and nothing in memory changed.

    `plain` is one or two plain sentences without any personal text: what happened and what to do.
    `code` is a short fixed id: `locked`, `damaged`, `full`, `read_only`, `disk`, `refused`, `missing`,
    `invalid`, `too_big`, `passphrase` (one is needed), `wrong_passphrase`, `weak` (a new one was not taken).
    """

    def __init__(self, code: str, plain: str) -> None:
        super().__init__(plain, code)


class Locked(StoreError):  # noqa: N818
    """Another Coach holds the store; the sentence says which process and since when, if that is known."""

    def __init__(self, plain: str) -> None:
        super().__init__("locked", plain)


class SyncFailedError(OSError):
    """The disk did not confirm a write. Linux says so once and may drop the data: nobody may try again."""


class UnreadableError(Exception):
    """The bytes are not a store that this program wrote. The message names the rule, never the content."""


class NewerError(Exception):
    """The bytes were written by a newer program, whose records this one could mangle."""


_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def explain(error: OSError) -> StoreError:
    """What a failed file call means for a person."""
    if isinstance(error, SyncFailedError):
        return StoreError("disk", words.NOT_FLUSHED)
    if error.errno in _FULL:
        return StoreError("full", words.FULL)
    if error.errno in _READ_ONLY:
        return StoreError("read_only", words.MAY_NOT)
    return StoreError("disk", words.DISK)
