"""Steps in their order, the four bands they fall into, and the gaps between them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise

import msgspec

from coach.core.records import CONTACT, History, Step

GAP_POINTS = 25


class Band(StrEnum):
    """A quarter of the ladder, by expected tension 0-100. Compare by `rank`, not by value."""

    WARM_UP = "warm_up"
    SMALL = "small"
    STRETCH = "stretch"
    BOLD = "bold"

    @property
    def rank(self) -> int:
        """0 for Warm-up to 3 for Bold."""
        return _RANKS[self]

    @property
    def low(self) -> int:
        """The least points in this band."""
        return self.rank * 25

    @property
    def high(self) -> int:
        """The most points in this band."""
        return 100 if self is Band.BOLD else self.low + 24

    @property
    def title(self) -> str:  # type: ignore[override]  # shadows str.title, which nobody needs here
        """As shown: Warm-up, Small, Stretch, Bold."""
        return self.value.replace("_", "-").capitalize()

    @property
    def up(self) -> Band:
        """The band above; Bold has none above and gives itself."""
        return _BANDS[min(self.rank + 1, 3)]

    @property
    def down(self) -> Band:
        """The band below; Warm-up has none below and gives itself."""
        return _BANDS[max(self.rank - 1, 0)]


_BANDS = tuple(Band)
_RANKS = {band: rank for rank, band in enumerate(_BANDS)}


def band_of(rating: int) -> Band:
    """The band of an expected tension, 0-100."""
    return _BANDS[min(max(rating, 0) // 25, 3)]


def lower_of(*bands: Band) -> Band:
    """The lowest of these bands."""
    return min(bands, key=lambda band: band.rank)


def active(history: History) -> tuple[Step, ...]:
    """Steps on the ladder: rated and not retired, lowest first."""
    rated = (step for step in history.steps if step.rating is not None and _is_on_ladder(step))
    return tuple(sorted(rated, key=lambda step: (step.rating or 0, step.title, step.id)))


def unrated(history: History) -> tuple[Step, ...]:
    """Steps that wait for their first rating."""
    return tuple(step for step in history.steps if step.rating is None and _is_on_ladder(step))


def _is_on_ladder(step: Step) -> bool:
    return not step.retired and step.id != CONTACT


def by_band(steps: Iterable[Step]) -> dict[Band, tuple[Step, ...]]:
    """The rated steps in each of the four bands, in the order given."""
    rows = [(band_of(step.rating), step) for step in steps if step.rating is not None]
    return {band: tuple(step for its, step in rows if its is band) for band in Band}


class Gap(msgspec.Struct, frozen=True):
    """Two neighbours on the ladder that are far apart."""

    low: Step
    high: Step

    @property
    def points(self) -> int:
        """How far apart, in points of expected tension."""
        return (self.high.rating or 0) - (self.low.rating or 0)


def gaps(steps: Iterable[Step]) -> tuple[Gap, ...]:
    """Neighbours more than 25 points apart, lowest first."""
    rated = sorted((s for s in steps if s.rating is not None), key=lambda s: s.rating or 0)
    found = (Gap(low, high) for low, high in pairwise(rated))
    return tuple(gap for gap in found if gap.points > GAP_POINTS)
