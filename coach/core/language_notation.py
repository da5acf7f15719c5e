"""The notation in which the rules say what they listen for, and what a rule is.

Patterns run over the plain copy made by `language_text`: filler words are gone, one space stands between words,
"." ends a sentence and "," is a pause. Gaps are counted in words and cross neither, so no pattern can run away.

One way of saying it a line; a line that ends with "|" goes on in the next. `<name>` is a piece defined before,
`{a|b} ` words that may be missing, `~3 ` up to three words of any kind, everything else a regular expression.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

import msgspec

_PIECES: dict[str, str] = {}
_GOES_ON = re.compile(r"\|\n\s*")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_OPTIONAL = re.compile(r"\{([^{}]*[a-z][^{}]*)\} ")
_GAP = re.compile(r"~(\d) ")
_LEFT_OPEN = re.compile(r"\{[^}]*[^}\d,]|~\d")
_PIECE = re.compile(r"<(\w+)>")


class Strength(StrEnum):
    """How firmly the app answers: with a quiet line, or with one calm question."""

    SOFT = "soft"
    PAUSE = "pause"


class Cue(StrEnum):
    """What must stand beside an everyday frame before it means anything: death and despair, or danger at home."""

    DEATH = "death"
    DANGER = "danger"


class Wording(msgspec.Struct, frozen=True):
    """Lines of the notation as a pattern, compiled when a text first needs it: most texts need few.

    `before` and `after` are regular expressions around the lines.
    """

    lines: str
    before: str = " "
    after: str = "(?= )"

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern; `compose` says what can be wrong with the lines."""
        return _compiled(self.before, self.lines, self.after)


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A group of ways to say one thing.

    `strength` is `None` where the same words are a cry for help and a figure of speech ("i want to die"): then the
    text around them decides. `backing` is the least weight of despair in the text without which the words mean
    nothing, `None` if they stand by themselves. `beside` is the cue without which an everyday frame ("i have a
    plan") means nothing: it must stand in the same or the next sentence; `None` for words that are no such frame.
    """

    name: str
    strength: Strength | None
    backing: int | None
    beside: Cue | None
    wording: Wording

    @property
    def alone(self) -> bool:
        """Whether the words mean something whatever else the text says."""
        return self.backing is None and self.beside is None


def compose(lines: str) -> str:
    """The regular expression for lines of the notation.

    A piece nobody defined is a `KeyError`; a line that ends inside a bracket, a gap or a missing word without its
    space is a `ValueError`.
    """
    wanted = [line.strip() for line in _GOES_ON.sub("|", lines.strip()).splitlines()]
    for line in wanted:
        if line.count("(") != line.count(")"):
            raise ValueError(f"a line ends inside a bracket: {line[-80:]}")
    text = "|".join(line for line in wanted if line)
    text = _GROUP.sub("(?:", text)
    text = _OPTIONAL.sub(r"(?:(?:\1) )?", text)
    text = _GAP.sub(r"(?:\\w+ ){0,\1}", text)
    if _LEFT_OPEN.search(text):
        raise ValueError(f"a gap or words that may be missing need a space behind them: {text[:80]}")
    return "(?:" + _PIECE.sub(lambda found: _PIECES[found[1]], text) + ")"


def define(name: str, lines: str) -> None:
    """Gives a piece its name, for `<name>` in what comes after."""
    _PIECES[name] = compose(lines)


def rule(
    name: str, strength: Strength | None, lines: str, *, backing: int | None = None, beside: Cue | None = None
) -> Rule:
    """A rule from lines of the notation; see `Rule` for the meaning of each part."""
    return Rule(name=name, strength=strength, backing=backing, beside=beside, wording=Wording(lines))


@cache
def _compiled(before: str, lines: str, after: str) -> re.Pattern[str]:
    return re.compile(before + compose(lines) + after)
