"""Reading what people write for words that worry. The rules are many patterns: loaded when first needed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module


def strongest(texts: Iterable[str]) -> str:
    """`pause` or `soft`, the stronger of all that was noticed, or an empty text. Nothing else is kept."""
    texts = [text for text in texts if text.strip()]
    if not texts:
        return ""
    notice = import_module("coach.core.language").notice
    strengths = {str(match.strength) for text in texts for match in notice(text)}
    return "pause" if "pause" in strengths else "soft" if strengths else ""
