"""Crisis words in what people write: text in, matches with rule names out.

A net under the screening, and one with holes: it reads English only, on the device, and knows words rather than people. It
keeps no count and no score; every match can be explained by its rule.
"""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from coach.core.language_context import Counter, countered, despair, lightness, setting
from coach.core import language_acts, language_wishes
from coach.core.language_notation import Rule, Strength
from coach.core.language_text import Reading, read

__all__ = ["Match", "Strength", "notice"]

_BARE = 6
"""A text of so few words that says such a thing says nothing else: it is taken at its word."""

_PLAYFUL = -2
"""The weight from which a figure of speech is taken for one and left alone."""

_DESPERATE = 3
"""The weight from which a denial or a past is not taken as the whole story."""

_OVERWHELMED = 5
"""The weight that is noticed by itself."""

_DOUBTFUL = frozenset((Counter.DENIED, Counter.OTHERS, Counter.OVER))


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
    counter: Counter | None


def _found(reading: Reading) -> list[_Found]:
    found: list[_Found] = []
    for rule in (*language_wishes.RULES, *language_acts.RULES):
        for match in rule.pattern.finditer(reading.plain):
            around = setting(reading.plain, match.start(), match.end() + 1)
            counter = countered(around, reading, figurative=rule.strength is None)
            found.append(_Found(rule=rule, start=match.start() + 1, end=match.end(), counter=counter))
    return found


def _strength(found: _Found, sure: bool, weight: int, words: int) -> Strength | None:
    """How firmly to answer one match, or `None` if it says nothing here.

    `sure`: another match stands by itself. `weight`: cues of despair less cues of everyday talk. `words`: in the text.
    """
    if found.counter is not None:
        doubtful = found.counter in _DOUBTFUL and found.rule.backing is None
        needed = 1 if found.rule.name in ("suicidal_thoughts","self_harm") else 2
        return Strength.SOFT if doubtful and weight >= needed else None
    if found.rule.backing is not None and weight < found.rule.backing and not sure:
        return None
    if found.rule.strength is None and weight <= _PLAYFUL and not sure:
        return None
    if found.rule.strength is not None:
        return found.rule.strength
    return Strength.PAUSE if weight >= 1 or words <= _BARE or sure else Strength.SOFT


def notice(text: str) -> tuple[Match, ...]:
    """Everything in `text` that may say its writer is in danger, in the order of the text; empty for most texts.

    Pure: the text is neither kept nor changed.
    """
    reading = read(text)
    weight = despair(reading) - lightness(reading)
    found = _found(reading)
    sure = any(
        one.counter is None and one.rule.strength is Strength.PAUSE and one.rule.backing is None for one in found
    )
    matches: list[Match] = []
    for one in found:
        strength = _strength(one, sure, weight, len(reading.at))
        if strength is None:
            continue
        first = bisect_left(reading.at, one.start)
        last = bisect_left(reading.at, one.end) - 1
        matches.append(
            Match(rule=one.rule.name, strength=strength, start=reading.starts[first], end=reading.ends[last])
        )
    if not matches and weight >= _OVERWHELMED:
        # Neither death nor harm is named, but one sign of despair stands beside the other.
        matches.append(Match(rule="despair", strength=Strength.SOFT, start=reading.starts[0], end=reading.ends[-1]))
    return tuple(sorted(matches, key=lambda match: (match.start, match.end, match.rule)))
