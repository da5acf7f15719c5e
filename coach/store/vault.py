"""How the bytes of a store look on the disk: as they are, or sealed (`coach.store.sealing`)."""

from __future__ import annotations

from typing import Protocol

PLAIN_NAME = "coach.json"
SEALED_NAME = "coach.json.age"
IDENTITY_NAME = "identity.age"


class Vault(Protocol):
    """Turns plain bytes into what is written, and back."""

    @property
    def name(self) -> str:
        """The name of the main file."""

    @property
    def suffix(self) -> str:
        """What the names of backups end in."""

    @property
    def encrypted(self) -> bool:
        """True when reading what is written needs the passphrase."""

    def seal(self, data: bytes) -> bytes:
        """What to write for these bytes."""

    def open(self, data: bytes) -> bytes:
        """The bytes again. Raises UnreadableError."""


class PlainVault:
    """Bytes as they are."""

    name = PLAIN_NAME
    suffix = ".json"
    encrypted = False

    def seal(self, data: bytes) -> bytes:
        """The same bytes."""
        return data

    def open(self, data: bytes) -> bytes:
        """The same bytes."""
        return data
