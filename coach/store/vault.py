"""How the bytes of a store look on the disk: as they are, or sealed (`coach.store.sealing`).

Sealing is loaded only where it is needed, because most starts of the program do without it.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

PLAIN_NAME = "coach.json"
SEAL = ".age"
SEALED_NAME = PLAIN_NAME + SEAL
IDENTITY_NAME = "identity.age"


class Vault(Protocol):
    """Turns plain bytes into what is written, and back."""

    @property
    def encrypted(self) -> bool:
        """True when reading what is written needs the passphrase."""

    def seal(self, data: bytes) -> bytes:
        """What to write for these bytes."""

    def open(self, data: bytes) -> bytes:
        """The bytes again. Raises UnreadableError."""


class Sealing(Protocol):
    """What `coach.store.sealing` offers."""

    def new_identity(self) -> str:
        """A fresh secret key in age's own notation."""

    def vault(self, identities: Sequence[str]) -> Vault:
        """A vault that opens with any of the keys and seals to the last one."""

    def lock_up(self, identities: Sequence[str], passphrase: str) -> bytes:
        """The keys as an age file that the passphrase opens. Takes one to five seconds, on purpose."""

    def unlock(self, data: bytes, passphrase: str) -> tuple[str, ...]:
        """The keys again. Raises WrongPassphraseError or UnreadableError."""


class WrongPassphraseError(Exception):
    """The passphrase does not open the key file (or its salt is damaged: nobody can tell which)."""


class PlainVault:
    """Bytes as they are."""

    encrypted = False

    def seal(self, data: bytes) -> bytes:
        """The same bytes."""
        return data

    def open(self, data: bytes) -> bytes:
        """The same bytes."""
        return data


def main_name(vault: Vault) -> str:
    """The name of the main file."""
    return SEALED_NAME if vault.encrypted else PLAIN_NAME


def is_sealed(path: Path | str) -> bool:
    """True when the name says that the content is sealed."""
    return str(path).endswith(SEAL)


def opener(vault: Vault, path: Path | str) -> Vault:
    """The vault that fits a file, going by its name: a plain copy may lie beside sealed ones."""
    return vault if is_sealed(path) else PlainVault()


def sealing() -> Sealing:
    """The sealing module, imported now if it has not been."""
    return cast("Sealing", importlib.import_module("coach.store.sealing"))
