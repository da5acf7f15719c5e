"""What the engine asks of the world outside: a clock and a store. Tests and the demo bring their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Protocol

from coach.core.errors import PlainError
from coach.core.records import History, Record


class Clock(Protocol):
    """Tells local time with its UTC offset."""

    def now(self) -> dt.datetime:
        """The time now."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> dt.datetime:
        """Local time with its UTC offset."""
        return dt.datetime.now().astimezone()


class Marked(Protocol):
    """What is remembered beside the records, so that a lost or older store opens nothing."""

    @property
    def seen_at(self) -> dt.datetime | None:
        """The latest time ever seen."""
        ...

    @property
    def route(self) -> str:
        """The route in force; empty before any."""
        ...

    @property
    def closed_until(self) -> str:
        """The day until which practice is closed, as 2026-12-06; empty when it is not."""
        ...


class Keeper(Protocol):
    """Where records are kept. `commit` returns only when what was put is safe, and else raises PlainError.

    `behind` is True when records are missing that were there before.
    """

    @property
    def history(self) -> History:
        """Everything saved."""
        ...

    @property
    def read_only(self) -> str:
        """Why nothing can be saved, in plain words; empty when it can."""
        ...

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person needs to know about the store, in plain words."""
        ...

    @property
    def behind(self) -> bool:
        """True when the store is older than what was last seen."""
        ...

    @property
    def encrypted(self) -> bool:
        """True when a passphrase is needed to read it."""
        ...

    @property
    def mark(self) -> Any:
        """What is remembered beside the records, in another folder: a struct that is `Marked`."""
        ...

    def set_mark(self, mark: Any) -> None:
        """Remember route and hold beside the records."""
        ...

    def commit(
        self, put: Iterable[Record] = (), drop: Iterable[Record] = (), *, now: dt.datetime
    ) -> History:
        """Save and take away in one step."""
        ...

    def backup(self, reason: str, *, now: dt.datetime) -> None:
        """Copy what is there, before something that changes much of it."""
        ...

    def set_passphrase(self, new: str) -> None:
        """Encrypt everything. Takes some seconds. Raises PlainError when the passphrase will not do."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


class ShutKeeper:
    """A store that is locked: it knows nothing and saves nothing, so practice is closed and help is open."""

    history = History()
    route = ""
    closed_until = "locked"
    read_only = "Coach is locked. Type your passphrase first."
    notices: tuple[str, ...] = ()
    behind = True
    encrypted = True

    @property
    def mark(self) -> Any:
        """Nothing is remembered."""
        return self

    @property
    def seen_at(self) -> dt.datetime | None:
        """Unknown until it is unlocked."""
        return None

    def set_mark(self, mark: Any) -> None:
        """Raises PlainError."""
        raise PlainError(self.read_only, "locked")

    def commit(
        self, put: Iterable[Record] = (), drop: Iterable[Record] = (), *, now: dt.datetime
    ) -> History:
        """Raises PlainError."""
        raise PlainError(self.read_only, "locked")

    def backup(self, reason: str, *, now: dt.datetime) -> None:
        """Raises PlainError."""
        raise PlainError(self.read_only, "locked")

    def set_passphrase(self, new: str) -> None:
        """Raises PlainError."""
        raise PlainError(self.read_only, "locked")

    def close(self) -> None:
        """There is nothing to let go of."""
