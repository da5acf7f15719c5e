"""The notation in which the rules say what they listen for, and what a rule is.

Patterns run over the plain copy made by `language_text`: filler words are gone, one space stands between words,
"." ends a sentence and "," is a pause. Gaps are counted in words and cross neither, so no pattern can run away.

One way of saying it a line; a line that ends with "|" goes on in the next. `<name>` is a piece defined before,
`{a|b} ` words that may be missing, `~3 ` up to three words of any kind, everything else a regular expression.
"""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

_PIECES: dict[str, str] = {}
_GOES_ON = re.compile(r"\|\n\s*")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_OPTIONAL = re.compile(r"\{([^{}]*[^{}\d][^{}]*)\} ")
_GAP = re.compile(r"~(\d) ")
_LEFT_OPEN = re.compile(r"\{[^}]*[^}\d,]|~\d")
_PIECE = re.compile(r"<(\w+)>")


class Strength(StrEnum):
    """How firmly the app answers: with a quiet line, or with one calm question."""

    SOFT = "soft"
    PAUSE = "pause"


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A group of ways to say one thing.

    `strength` is `None` where the same words are a cry for help and a figure of speech ("i want to die"): then the
    text around them decides. `backing` is the least weight of despair in the text without which the words mean
    nothing, `None` if they stand by themselves.
    """

    name: str
    strength: Strength | None
    backing: int | None
    pattern: re.Pattern[str]


def compose(lines: str) -> str:
    """The regular expression for lines of the notation.

    A piece nobody defined is a `KeyError`, a gap or missing word without its space a `ValueError`.
    """
    wanted = [line.strip() for line in _GOES_ON.sub("|", lines.strip()).splitlines()]
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


def rule(name: str, strength: Strength | None, lines: str, *, backing: int | None = None) -> Rule:
    """A rule from lines of the notation; see `Rule` for the meaning of each part."""
    return Rule(
        name=name,
        strength=strength,
        backing=backing,
        pattern=re.compile(rf" {compose(lines)}(?= )"),
    )
