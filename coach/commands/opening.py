"""Opening this person's store, with its passphrase where it has one."""

from __future__ import annotations

from collections.abc import Callable

import click

from coach.core.errors import PlainError
from coach.engine import Engine, SystemClock
from coach.engine.ports import ShutKeeper
from coach.library import Library
from coach.store import Store, data_dir, state_dir


def is_locked() -> bool:
    """Whether the store asks for a passphrase."""
    return Store.is_encrypted(data_dir())


def opened(passphrase: str | None = None, library: Library | None = None) -> Engine:
    """The engine on this person's store. Raises PlainError when it cannot be opened."""
    clock = SystemClock()
    keeper = Store.open(data_dir(), state_dir(), now=clock.now(), passphrase=passphrase)
    return Engine(library or Library(), keeper, clock)


def ready() -> tuple[Engine, Callable[[str], Engine]]:
    """An engine to show at once, and how to open a locked store: until then it knows and saves nothing."""
    library = Library()
    locked = is_locked()
    engine = Engine(library, ShutKeeper()) if locked else opened(library=library)
    return engine, lambda passphrase: opened(passphrase, library)


def asked() -> Engine:
    """The same, asking for the passphrase on the terminal first where there is one."""
    return opened(ask_passphrase() if is_locked() else None)


def ask_passphrase(prompt: str = "Passphrase") -> str:
    """A passphrase, typed unseen; never an argument, never echoed."""
    typed: str = click.prompt(prompt, hide_input=True, err=True)
    if not typed:
        raise PlainError("No passphrase was typed.", "usage")
    return typed
