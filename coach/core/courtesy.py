"""Reads an ask of one's own for the respect rules, which hold for every challenge in the library too.

It names the rule, so that the person can rewrite or drop the ask.
"""

from __future__ import annotations

import re

import msgspec

from coach.core.courtesy_rules import RULES, dear, patterns, ruled_out

__all__ = ["RULES", "Breach", "read_ask"]


class Breach(msgspec.Struct, frozen=True, order=True):
    """Which rule is touched by which words: `text[start:end]`."""

    start: int
    end: int
    rule: str


def read_ask(text: str) -> tuple[Breach, ...]:
    """Every respect rule that the text touches, in the order of the text; none when it is fine."""
    plain = text.replace("\u2019", "'")
    found = {
        Breach(match.start(), match.end(), rule)
        for rule, made in patterns().items()
        for pattern in made
        for match in pattern.finditer(plain)
        if not _is_fine(rule, plain, match)
    }
    return tuple(sorted(found))


def _is_fine(rule: str, text: str, match: re.Match[str]) -> bool:
    """True when it is ruled out by the word before, or is a touch among people who know each other."""
    start = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
    if ruled_out().search(text, start, match.start()):
        return True
    return rule == "touch" and dear().search(text, start) is not None
