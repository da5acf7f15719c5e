"""Crisis words in what people write: text in, matches with the names of their rules out.

A net under the screening, and one with holes. It reads English only, on the device, and knows words rather than
people. It keeps nothing and reports no number; every match can be explained by its rule, its place and its
strength.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from coach.core import language_acts, language_everyday, language_wishes
from coach.core.language_context import Air, Counter, air, countered, nearby, setting
from coach.core.language_notation import Cue, Rule, Strength
from coach.core.language_text import COMMA, END, Reading, read
from coach.core.language_weight import deep_despair, despair, everyday, signs, told, touched

__all__ = ["RULE_NAMES", "Match", "Strength", "notice"]

_RULES = (*language_wishes.RULES, *language_acts.RULES, *language_everyday.RULES)
_ALONE = tuple(rule for rule in _RULES if rule.alone)
_FRAMES = tuple(rule for rule in _RULES if rule.beside is not None)
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

_HEAVY = 3
"""The weight that lends its own to what stands beside an everyday frame."""

_NAMED = 2
"""The signs that a death named beside an everyday frame is worth; so many answer it firmly."""


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

    def worth(self, plain: str) -> int:
        """The signs that it is worth to an everyday frame beside it: none in the tale of a moment."""
        if told(plain[self.start - 1 : self.end + 1]):
            return 0
        return 1 if self.rule.strength is Strength.SOFT else _NAMED

    @property
    def certain(self) -> bool:
        """Whether it stands whatever the rest of the text is like."""
        return self.counter is None and self.rule.strength is Strength.PAUSE and self.rule.alone


class _Text(msgspec.Struct, frozen=True, kw_only=True):
    """What the whole text is like.

    `weight`: cues of despair less `ease`, the cues of everyday talk; `deep`: the same, where mild cues are worth
    half. `words`: how many it has.
    """

    reading: Reading
    air: Air
    weight: int
    deep: int
    ease: int
    words: int


def _whole(reading: Reading) -> _Text:
    gloom, ease = despair(reading.plain), everyday(reading)
    return _Text(
        reading=reading,
        air=air(reading, gloom),
        weight=gloom - ease,
        deep=deep_despair(reading.plain) - ease,
        ease=ease,
        words=sum(word not in (END, COMMA) for word in reading.plain.split()),
    )


def _find(rules: Iterable[Rule], text: _Text) -> list[_Found]:
    found: list[_Found] = []
    plain = text.reading.plain
    for rule in rules:
        figurative = rule.strength is None
        for match in rule.wording.pattern.finditer(plain):
            around = setting(plain, match.start(), match.end() + 1)
            counter = countered(around, text.air, figurative=figurative)
            gloom = despair(around.words)
            found.append(_Found(rule=rule, start=match.start() + 1, end=match.end(), counter=counter, gloom=gloom))
    return found


def _strength(found: _Found, text: _Text, certain: bool) -> Strength | None:
    """How firmly to answer a match that is no everyday frame, or `None` if it says nothing here.

    `certain`: some match in the text stands by itself.
    """
    rule = found.rule
    if found.counter is not None:
        believed = found.counter not in _DOUBTFUL or not rule.alone
        return None if believed or text.weight - found.gloom < _DOUBT else Strength.SOFT
    if rule.backing and not certain and text.weight - found.gloom < rule.backing:
        # Its own words bear no witness for it.
        return None
    if rule.strength is not None:
        return rule.strength
    if certain or text.air.earnest:
        return Strength.PAUSE
    # "i wanted to die" tells of a moment: graver words must stand around it than around "i want to die".
    a_moment = told(text.reading.plain[found.start - 1 : found.end + 1])
    if (text.deep if a_moment else text.weight) >= 1 or (text.words <= _BARE and not text.ease and not a_moment):
        return Strength.PAUSE
    return None if text.weight <= _PLAYFUL else Strength.SOFT


def _strength_of_frame(frame: _Found, cue: Cue, text: _Text, named: list[_Found], afar: int) -> Strength | None:
    """How firmly to answer an everyday frame: as its neighbours make it, or `None` where it is alone.

    `named`: where the text speaks of death, in its order. `afar`: the signs that this is worth at any distance.
    """
    if frame.counter is not None:
        return None
    plain = text.reading.plain
    before, after = nearby(plain, frame.start, frame.end)
    count = afar + signs(plain, (before, after), cue) + (text.deep - frame.gloom >= _HEAVY)
    first = bisect_left(named, before.start, key=lambda other: other.start)
    last = bisect_left(named, after.end, key=lambda other: other.start)
    for other in named[first:last]:
        apart = other.end <= frame.start or frame.end <= other.start
        if apart and other.end <= after.end:
            count += other.worth(plain)
    return frame.rule.strength if count >= _NAMED else Strength.SOFT if count else None


def _match(reading: Reading, found: _Found, strength: Strength) -> Match:
    start = reading.starts[bisect_left(reading.at, found.start)]
    end = reading.ends[bisect_left(reading.at, found.end) - 1]
    return Match(rule=found.rule.name, strength=strength, start=start, end=end)


def notice(text: str) -> tuple[Match, ...]:
    """Everything in `text` that may say its writer is in danger, in the order of the text; empty for most texts.

    Pure: the text is neither kept nor changed.
    """
    reading = read(text)
    if not reading.at:
        return ()
    whole = _whole(reading)
    found = _find(_ALONE, whole)
    certain = any(one.certain for one in found)
    # The other rules are not even looked for where they would mean nothing.
    found += _find((r for r in _RULES if r.backing is not None and (certain or whole.weight >= r.backing)), whole)
    strengths = [(one, _strength(one, whole, certain)) for one in found]
    named = sorted((one for one in found if one.counter is None), key=lambda one: one.start)
    if named or whole.deep >= _HEAVY or touched(reading.plain):
        afar = int(any(one.rule.strength is not Strength.SOFT for one in named))
        for frame in _find(_FRAMES, whole):
            cue = frame.rule.beside
            strengths.append((frame, None if cue is None else _strength_of_frame(frame, cue, whole, named, afar)))
    matches = [_match(reading, one, strength) for one, strength in strengths if strength is not None]
    if not matches and whole.weight >= _OVERWHELMED:
        # Neither death nor harm is named, but one sign of despair stands beside the other.
        start, end = reading.starts[0], reading.ends[-1]
        matches.append(Match(rule=_OVERWHELM, strength=Strength.SOFT, start=start, end=end))
    return tuple(sorted(set(matches), key=lambda match: (match.start, match.end, match.rule, match.strength)))
