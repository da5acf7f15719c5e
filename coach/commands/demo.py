"""Coach on made-up weeks of practice, to look around in: nothing is read from this computer, and nothing is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from coach.core.errors import PlainError
from coach.core.records import History
from coach.engine import Engine, SystemClock
from coach.engine.demo import NAMES, made_up
from coach.engine.ports import Clock
from coach.library import Library
from coach.store import MemoryStore

Run = Callable[[bool, Callable[[], tuple[Any, ...]]], None]
"""Runs a front end: whether in plain mode, and on what."""


class MadeUpStore(MemoryStore):
    """A store in memory that says what it is, and has nothing to protect."""

    def __init__(self, history: History, words: dict[str, str]) -> None:
        super().__init__(history)
        self._words = words

    @property
    def notices(self) -> tuple[str, ...]:
        """The one thing to know: all of it is made up, and none of it stays."""
        return (self._words["notice"],)

    def set_passphrase(self, new: str) -> None:
        """Raises PlainError: there is nothing to encrypt."""
        raise PlainError(self._words["passphrase"], "demo")


def ready(name: str, clock: Clock | None = None) -> tuple[Engine, None, str]:
    """What a front end runs on: somebody made up, no passphrase, no folder."""
    library, clock = Library(), clock or SystemClock()
    library.strings["app"]["saved_leave"] = library.strings["demo"]["leave"]  # the usual one says that it is saved
    store = MadeUpStore(made_up(library, name, clock.now()), library.strings["demo"])
    return Engine(library, store, clock), None, ""


@click.command()
@click.argument("name", type=click.Choice(NAMES), default=NAMES[0])
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and simple terminals.")
@click.pass_obj
def demo(run: Run, name: str, plain: bool) -> None:
    """Look around in made-up weeks of practice. Nothing is saved.

    NAME is who to be. steady: four months, and getting on. avoider: plans that seldom become an ask. gently: small
    asks, one a day.
    """
    run(plain, lambda: ready(name))
