"""Taking words out of what somebody wrote, before anything is shortened, so that no half of a name stays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from coach.core.text import one_line, shortened

LEFT_OUT = "[left out]"
MOST_MARKS = 4
"""Accents on one letter, more than any script needs."""


class Redaction:
    """Replaces words, whatever their case. A word inside a longer one stays: "Sam" is not taken out of "same"."""

    def __init__(self, words: Iterable[str]) -> None:
        cleaned = {_normal(word) for word in words}
        patterns = [_pattern(word) for word in sorted(cleaned - {""}, key=lambda word: (-len(word), word))]
        self._pattern = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None

    @property
    def is_used(self) -> bool:
        """True when there are words to take out."""
        return self._pattern is not None

    def line(self, text: str, width: int) -> str:
        """One printable line of at most `width` cells, without the words."""
        line = _normal(text)
        if self._pattern is not None:
            line = self._pattern.sub(LEFT_OUT, line)
        return shortened(_unpiled(line), width)


def _normal(text: str) -> str:
    """One spelling for letters that can be written in two ways, so that both are found."""
    return unicodedata.normalize("NFC", one_line(text))


def _unpiled(line: str) -> str:
    """Without towers of accents: a letter may carry any number, and they would cover the lines above and below."""
    kept: list[str] = []
    pile = 0
    for letter in line:
        pile = pile + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        if pile <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def _pattern(word: str) -> str:
    """Ends at a letter or digit only where the script has words with gaps between them."""
    body = r"\s+".join(re.escape(part) for part in word.split())
    start = r"(?<![^\W_])" if _is_spaced(word[0]) else ""
    end = r"(?![^\W_])" if _is_spaced(word[-1]) else ""
    return f"{start}{body}{end}"


def _is_spaced(letter: str) -> bool:
    return letter.isdigit() or letter.upper() != letter.lower()
