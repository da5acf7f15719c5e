"""Crisis words in what people write: text in, matches with the names of their rules out.

A net under the screening, and one with holes. It reads English only, on the device, and knows words rather than
people. It keeps nothing and reports no number; every match can be explained by its rule, its place and its
strength.
"""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from coach.core import language_acts, language_wishes
from coach.core.language_context import Air, Counter, air, countered, setting
from coach.core.language_notation import Rule, Strength
from coach.core.language_text import COMMA, END, Reading, read
from coach.core.language_weight import despair, everyday

__all__ = ["RULE_NAMES", "Match", "Strength", "notice"]

_RULES = (*language_wishes.RULES, *language_acts.RULES)
_OVERWHELM = "despair"

RULE_NAMES: frozenset[str] = frozenset((*(rule.name for rule in _RULES), _OVERWHELM))
"""Every name `Match.rule` can have."""

_BARE = 6
"""A text of at most so many plain words that says such a thing says nothing else: it is taken at its word."""

_PLAYFUL = -2
"""The weight from which downwards a figure of speech is taken for one."""

_OVERWHELMED = 5
"""The weight that is noticed by itself."""

_DOUBTFUL = frozenset((Counter.DENIED, Counter.OTHERS, Counter.OVER))
"""The counters that are not the whole story in a text of despair."""

_DOUBT = 1
"""The weight from which a doubtful counter is not believed."""


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """What was noticed: the name of the rule, how firmly to answer, and where in the text as written.

    `start` and `end` are offsets in characters, `end` exclusive.
    """

    rule: str
    strength: Strength
    start: int
    end: int


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    """A rule's words in the plain copy, what speaks against them, and the cues of despair they hold themselves."""

    rule: Rule
    start: int
    end: int
    counter: Counter | None
    gloom: int

    @property
    def certain(self) -> bool:
        """Whether it stands whatever the rest of the text is like."""
        return self.counter is None and self.rule.strength is Strength.PAUSE and self.rule.backing is None


def _find(reading: Reading, whole: Air) -> list[_Found]:
    found: list[_Found] = []
    for rule in _RULES:
        figurative = rule.strength is None
        for match in rule.pattern.finditer(reading.plain):
            around = setting(reading.plain, match.start(), match.end() + 1)
            counter = countered(around, whole, figurative=figurative)
            found.append(
                _Found(
                    rule=rule,
                    start=match.start() + 1,
                    end=match.end(),
                    counter=counter,
                    gloom=despair(around.words),
                )
            )
    return found


def _strength(found: _Found, certain: bool, earnest: bool, weight: int, words: int) -> Strength | None:
    """How firmly to answer one match, or `None` if it says nothing here.

    `certain`: some match in the text stands by itself. `earnest`: the writer says that it is meant. `weight`: of the
    text. `words`: how many it has.
    """
    rule = found.rule
    if found.counter is not None:
        believed = found.counter not in _DOUBTFUL or rule.backing is not None
        return None if believed or weight - found.gloom < _DOUBT else Strength.SOFT
    if rule.backing is not None and weight < rule.backing and not certain:
        return None
    if rule.strength is not None:
        return rule.strength
    if certain or earnest or weight >= 1 or words <= _BARE:
        return Strength.PAUSE
    return None if weight <= _PLAYFUL else Strength.SOFT


def notice(text: str) -> tuple[Match, ...]:
    """Everything in `text` that may say its writer is in danger, in the order of the text; empty for most texts.

    Pure: the text is neither kept nor changed.
    """
    reading = read(text)
    if not reading.at:
        return ()
    gloom = despair(reading.plain)
    weight = gloom - everyday(reading)
    whole = air(reading, gloom)
    found = _find(reading, whole)
    certain = any(one.certain for one in found)
    words = sum(word not in (END, COMMA) for word in reading.plain.split())
    matches: list[Match] = []
    for one in found:
        strength = _strength(one, certain, whole.earnest, weight, words)
        if strength is not None:
            start = reading.starts[bisect_left(reading.at, one.start)]
            end = reading.ends[bisect_left(reading.at, one.end) - 1]
            matches.append(Match(rule=one.rule.name, strength=strength, start=start, end=end))
    if not matches and weight >= _OVERWHELMED:
        # Neither death nor harm is named, but one sign of despair stands beside the other.
        start, end = reading.starts[0], reading.ends[-1]
        matches.append(Match(rule=_OVERWHELM, strength=Strength.SOFT, start=start, end=end))
    return tuple(sorted(set(matches), key=lambda match: (match.start, match.end, match.rule, match.strength)))
