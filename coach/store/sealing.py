"""Encryption in the age format, so that the standard `age` program opens everything without us.

A random X25519 key seals the store, its backups and the mark; the passphrase only seals that key. So the slow
passphrase step is done once, and a save costs about a millisecond. Format: https://c2sp.org/age
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pyrage  # type: ignore[import-untyped]
from pyrage import passphrase as phrases
from pyrage import x25519

from coach.store.errors import UnreadableError
from coach.store.vault import Vault, WrongPassphraseError

_HEADER = b"age-encryption.org/v1\n"
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105


class AgeVault:
    """Seals to the last key and opens with any, so that a change of keys can stop and go on."""

    encrypted = True

    def __init__(self, identities: Sequence[x25519.Identity]) -> None:
        self._identities = list(identities)
        self._recipient = self._identities[-1].to_public()

    def seal(self, data: bytes) -> bytes:
        """An age file."""
        sealed: bytes = pyrage.encrypt(data, [self._recipient])
        return sealed

    def open(self, data: bytes) -> bytes:
        """What is in an age file. Raises UnreadableError for anything changed or made for another key."""
        try:
            opened: bytes = pyrage.decrypt(data, self._identities)
        except (pyrage.DecryptError, ValueError) as error:
            raise UnreadableError("the seal does not fit") from error
        return opened


def new_identity() -> str:
    """A fresh secret key in age's own notation."""
    return str(x25519.Identity.generate())


def vault(identities: Sequence[str]) -> Vault:
    """A vault that opens with any of the keys and seals to the last one."""
    return AgeVault([x25519.Identity.from_str(identity) for identity in identities])


def lock_up(identities: Sequence[str], passphrase: str) -> bytes:
    """An age identity file sealed with the passphrase by scrypt, whose cost age fits to this computer."""
    text = "".join(f"# public key: {x25519.Identity.from_str(i).to_public()}\n{i}\n" for i in identities)
    locked: bytes = phrases.encrypt(text.encode(), normal(passphrase))
    return locked


def unlock(data: bytes, passphrase: str) -> tuple[str, ...]:
    """The keys again. Raises WrongPassphraseError or UnreadableError; age itself refuses a hostile cost."""
    if not data.startswith(_HEADER):
        raise UnreadableError("not an age file")
    try:
        text = phrases.decrypt(data, normal(passphrase)).decode()
        found = tuple(line for line in text.splitlines() if line.startswith(_SECRET))
        vault(found)
    except pyrage.DecryptError as error:
        raise WrongPassphraseError from error
    except (pyrage.IdentityError, ValueError, IndexError) as error:
        raise UnreadableError("not an identity file") from error
    return found


def normal(passphrase: str) -> str:
    """NFKC, so that the same passphrase typed on another keyboard or system is the same bytes."""
    return unicodedata.normalize("NFKC", passphrase)
