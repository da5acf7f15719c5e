"""A clock that stands still until a test moves it."""

from __future__ import annotations

import datetime as dt

MORNING = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
"""A Sunday morning, one hour ahead of UTC."""


class FrozenClock:
    """Tells the same local time again and again. It can be set back, as a real one can."""

    def __init__(self, at: dt.datetime = MORNING) -> None:
        self._at = at

    def now(self) -> dt.datetime:
        """The time it was set to."""
        return self._at

    def set(self, at: dt.datetime) -> None:
        """Set it to any time, earlier ones too."""
        self._at = at

    def move(self, **by: float) -> dt.datetime:
        """Move it by days, hours, minutes and so on, and tell the new time."""
        self._at += dt.timedelta(**by)
        return self._at
