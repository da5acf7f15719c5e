"""Crisis words in what people write: text in, matches with rule names out.

A net under the screening, and one with holes: it reads English only, on the device, and knows words rather than people. It
keeps no count and no score; every match can be explained by its rule.
"""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from coach.core.language_context import countered, despair, lightness, setting
from coach.core.language_rules import RULES, Rule, Strength
from coach.core.language_text import Reading, read

__all__ = ["Match", "Strength", "notice"]

_BARE = 7
"""A text of so few words that says such a thing says nothing else: it is taken at its word."""


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """What was noticed.

    `rule` is its name, `start` and `end` are offsets in the text as written (`end` exclusive).
    """

    rule: str
    strength: Strength
    start: int
    end: int


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    rule: Rule
    start: int
    end: int


def _standing(reading: Reading) -> list[_Found]:
    found: list[_Found] = []
    for rule in RULES:
        if not rule.needs.search(reading.plain):
            continue
        for match in rule.pattern.finditer(reading.plain):
            around = setting(reading.plain, match.start(), match.end() + 1)
            if countered(around, reading, figurative=rule.strength is None) is None:
                found.append(_Found(rule=rule, start=match.start() + 1, end=match.end()))
    return found


def _strength(found: _Found, sure: bool, weight: int, words: int) -> Strength | None:
    """How firmly to answer, or `None` for words that mean something only in a text of despair."""
    if found.rule.backed and weight < 1 and not sure:
        return None
    if found.rule.strength is not None:
        return found.rule.strength
    return Strength.PAUSE if weight >= 1 or words <= _BARE or sure else Strength.SOFT


def notice(text: str) -> tuple[Match, ...]:
    """Everything in `text` that may say its writer is in danger, in the order of the text; empty for most texts.

    Pure: the text is neither kept nor changed.
    """
    reading = read(text)
    standing = _standing(reading)
    if not standing:
        return ()
    weight = despair(reading) - lightness(reading)
    sure = any(found.rule.strength is Strength.PAUSE and not found.rule.backed for found in standing)
    matches: list[Match] = []
    for found in standing:
        strength = _strength(found, sure, weight, len(reading.at))
        if strength is None:
            continue
        first = bisect_left(reading.at, found.start)
        last = bisect_left(reading.at, found.end) - 1
        matches.append(
            Match(rule=found.rule.name, strength=strength, start=reading.starts[first], end=reading.ends[last])
        )
    return tuple(sorted(matches, key=lambda match: (match.start, match.end, match.rule)))
