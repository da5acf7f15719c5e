"""A stand-in for the slow passphrase step, for tests that need it hundreds of times."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import pyrage  # type: ignore[import-untyped]

_HEADER = b"age-encryption.org/v1\n"


class _Quick:
    """Like `pyrage.passphrase`, without the cost and without the secrecy."""

    @staticmethod
    def encrypt(data: bytes, passphrase: str) -> bytes:
        check = hashlib.blake2b(passphrase.encode() + data).hexdigest().encode()
        return _HEADER + check + b"\n" + base64.b64encode(data)

    @staticmethod
    def decrypt(data: bytes, passphrase: str) -> bytes:
        check, _, body = data.removeprefix(_HEADER).partition(b"\n")
        plain = base64.b64decode(body)
        if check != hashlib.blake2b(passphrase.encode() + plain).hexdigest().encode():
            raise pyrage.DecryptError("Decryption failed")
        return plain


@contextmanager
def quick_passphrases() -> Iterator[None]:
    """Inside, sealing with a passphrase takes no time. The keys and everything sealed to them are real."""
    with mock.patch("coach.store.sealing.phrases", _Quick):
        yield
