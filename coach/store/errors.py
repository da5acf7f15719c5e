"""What can go wrong with the store, in words a person can read and act on."""

from __future__ import annotations


class StoreError(Exception):
    """The store could not do what was asked, and nothing in memory changed.

    `plain` is one or two plain sentences without any personal text: what happened and what to do.
    `code` is a short fixed id: `locked`, `damaged`, `newer`, `full`, `read_only`, `disk`, `refused`, `missing`,
    `invalid`, `too_big`, `passphrase` (one is needed), `wrong_passphrase`.
    """

    def __init__(self, code: str, plain: str) -> None:
        super().__init__(plain)
        self.code = code
        self.plain = plain


class Locked(StoreError):
    """Another Coach holds the store; the sentence says which process and since when, if that is known."""

    def __init__(self, plain: str) -> None:
        super().__init__("locked", plain)
