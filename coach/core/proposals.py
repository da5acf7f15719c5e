"""Which challenges to propose for a ladder, for a gap in it, or as a card; each proposal says why.

Nothing here is left to chance: the same seed gives the same proposals.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import cycle, islice

import msgspec

from coach.core.bands import Band, Gap, band_of
from coach.core.model import Challenge, Channel, Theme
from coach.core.records import History, Settings
from coach.core.wording import Facts, Sentence

COUNT = 12

_GOAL = 4
_FEAR = 3
_CHANNEL = 1
_REMOTE = -1
_AGAIN = 3
"""Taken off for each challenge of the same category that is proposed already, so that kinds vary."""

_PATTERN = tuple(Band(name) for name in (
    "warm_up", "small", "warm_up", "small", "stretch", "warm_up", "small", "stretch", "bold",
))
"""More easy ones than hard ones: small risks first, then slowly up."""


_NO_SETTINGS = Settings(id="settings", at=dt.datetime(1, 1, 1, tzinfo=dt.UTC))


class Proposal(msgspec.Struct, frozen=True):
    """A challenge, and why it is proposed."""

    challenge: Challenge
    why: Sentence


class _Wishes(msgspec.Struct, frozen=True):
    """What proposals are fitted to."""

    settings: Settings
    themes: Sequence[Theme]
    seed: int

    def goal(self, challenge: Challenge) -> str:
        """The goal it speaks to, in the person's words or the ones they picked; empty when there is none."""
        return _own(challenge, self.settings.own_goals) or self._theme(challenge, self.settings.goals)

    def fear(self, challenge: Challenge) -> str:
        """The fear it speaks to, likewise."""
        return _own(challenge, self.settings.own_fears) or self._theme(challenge, self.settings.fears)

    def channel(self, challenge: Challenge) -> Channel | None:
        """The first way of doing it that the person chose."""
        return next((channel for channel in challenge.channels if channel in self.settings.channels), None)

    def points(self, challenge: Challenge) -> int:
        """How well it fits."""
        remote = _REMOTE if self.settings.channels else 0
        return (
            (_GOAL if self.goal(challenge) else 0)
            + (_FEAR if self.fear(challenge) else 0)
            + (_CHANNEL if self.channel(challenge) else remote)
        )

    def proposal(self, challenge: Challenge) -> Proposal:
        """The challenge with the strongest reason for it."""
        band = band_of(rating_of(challenge)).title
        if goal := self.goal(challenge):
            return Proposal(challenge, Sentence(id="why.goal", facts={"goal": goal}))
        if fear := self.fear(challenge):
            return Proposal(challenge, Sentence(id="why.fear", facts={"fear": fear}))
        if channel := self.channel(challenge):
            facts: Facts = {"channel": channel.value, "band": band}
            return Proposal(challenge, Sentence(id="why.channel", facts=facts))
        return Proposal(challenge, Sentence(id="why.band", facts={"band": band}))

    def _theme(self, challenge: Challenge, picked: Sequence[str]) -> str:
        speaks = (t.text for t in self.themes if t.id in picked and challenge.category in t.categories)
        return next(speaks, "")


def rating_of(challenge: Challenge) -> int:
    """The tension, 0-100, that a general adult may expect; a person's own rating replaces it."""
    return challenge.difficulty * 10 - 5


def propose(
    challenges: Iterable[Challenge],
    settings: Settings,
    taken: Collection[str],
    *,
    count: int = COUNT,
    seed: int,
    themes: Sequence[Theme] = (),
) -> tuple[Proposal, ...]:
    """Up to `count` challenges spread over the bands, easiest first.

    `taken` are challenge ids not to propose. `themes` are the fears and goals that the settings name by id.
    """
    pool = _fitting(challenges, settings, taken)
    wishes = _Wishes(settings, themes, seed)
    chosen: list[Challenge] = []
    for band in islice(cycle(_PATTERN), count):
        best = _best(pool, chosen, wishes, band)
        if best is not None:
            chosen.append(best)
    chosen.sort(key=lambda challenge: challenge.difficulty)
    return tuple(wishes.proposal(challenge) for challenge in chosen)


def replace(
    proposals: Sequence[Proposal],
    challenge_id: str,
    challenges: Iterable[Challenge],
    settings: Settings,
    taken: Collection[str],
    *,
    seed: int,
    themes: Sequence[Theme] = (),
) -> tuple[Proposal, ...]:
    """The same proposals with another one in place of `challenge_id`, near in difficulty.

    When nothing else is left they are returned without it.
    """
    old = next(p.challenge for p in proposals if p.challenge.id == challenge_id)
    kept = [p for p in proposals if p.challenge.id != challenge_id]
    pool = _fitting(challenges, settings, {*taken, challenge_id})
    wishes = _Wishes(settings, themes, seed)
    new = _best(pool, [p.challenge for p in kept], wishes, band_of(rating_of(old)))
    if new is not None:
        kept.append(wishes.proposal(new))
    return tuple(sorted(kept, key=lambda p: p.challenge.difficulty))


def fill_gap(
    gap: Gap, challenges: Iterable[Challenge], settings: Settings, taken: Collection[str], *, seed: int = 0
) -> Challenge | None:
    """A challenge to stand between two steps: a neighbour of one of them, else nearest the middle."""
    low, high = gap.low.rating or 0, gap.high.rating or 0
    pool = [c for c in _fitting(challenges, settings, taken) if low < rating_of(c) < high]
    near = {gap.low.challenge, gap.high.challenge} - {""}

    def fit(challenge: Challenge) -> tuple[bool, int, int]:
        is_neighbour = bool(near & {challenge.easier, challenge.harder})
        return not is_neighbour, abs(2 * rating_of(challenge) - low - high), _shuffled(challenge, seed)

    return min(pool, key=fit, default=None)


def draw_card(
    challenges: Iterable[Challenge], history: History, bands: Collection[Band], *, seed: int
) -> Challenge | None:
    """One challenge from the open bands, or None: never vetoed, nor on the ladder now or before.

    So none that rests is dealt. One that is `opt_in` is dealt only to someone who asked for those.
    """
    settings = history.settings[-1] if history.settings else _NO_SETTINGS
    taken = {step.challenge for step in history.steps}
    pool = [c for c in _fitting(challenges, settings, taken) if band_of(rating_of(c)) in bands]
    return min(pool, key=lambda challenge: _shuffled(challenge, seed), default=None)


def _fitting(challenges: Iterable[Challenge], settings: Settings, taken: Collection[str]) -> list[Challenge]:
    """Challenges somebody could be offered at all."""
    return [
        challenge for challenge in challenges
        if challenge.id not in taken
        and challenge.id not in settings.vetoed
        and (settings.opt_in or not challenge.opt_in)
        and _reaches(challenge, settings.channels)
    ]


def _reaches(challenge: Challenge, channels: Sequence[Channel]) -> bool:
    """True when it can be done in a way the person chose; `remote` tells how to do it without being there."""
    if not channels or set(channels) & set(challenge.channels):
        return True
    return bool(challenge.remote) and set(channels) != {Channel.IN_PERSON}


def _best(
    pool: Iterable[Challenge], chosen: Sequence[Challenge], wishes: _Wishes, band: Band
) -> Challenge | None:
    """The best fit that is not chosen yet, in this band or else in the nearest one, lower first."""
    kinds = Counter(challenge.category for challenge in chosen)
    ids = {challenge.id for challenge in chosen}

    def fit(challenge: Challenge) -> tuple[float, int, int]:
        away = band_of(rating_of(challenge)).rank - band.rank
        points = wishes.points(challenge) - _AGAIN * kinds[challenge.category]
        return abs(away + 0.25), -points, _shuffled(challenge, wishes.seed)

    return min((challenge for challenge in pool if challenge.id not in ids), key=fit, default=None)


def _own(challenge: Challenge, texts: Sequence[str]) -> str:
    """The first text in the person's own words that shares a telling word with the challenge; or empty."""
    if not texts:
        return ""
    there = _telling(f"{challenge.title} {challenge.what} {challenge.category.value.replace('_', ' ')}")
    return next((text for text in texts if _telling(text) & there), "")


@lru_cache(maxsize=1024)
def _telling(text: str) -> frozenset[str]:
    """Words of five letters or more: short ones say little about a topic."""
    return frozenset(word.rstrip("s") for word in re.findall(r"[^\W\d_]{5,}", text.casefold())) - _COMMON


_COMMON = {
    "about", "after", "again", "anyone", "anything", "could", "every", "everyone", "people", "person",
    "really", "should", "someone", "something", "their", "there", "thing", "think", "those", "want", "where",
    "which", "while", "without", "would", "asking", "afraid", "scared", "other", "stranger",
}


def _shuffled(challenge: Challenge, seed: int) -> int:
    """A place in an order that looks random and is the same for the same seed."""
    return zlib.crc32(f"{seed}:{challenge.id}".encode())
