"""What the store says to a person is short, plain and free of anything personal."""

from __future__ import annotations

import re

import pytest

from coach.store import words
from tests.store.worlds import NOW

SAID = {name: text for name, text in vars(words).items() if name.isupper() and isinstance(text, str)}
SAID |= {
    "not_ordinary": words.not_ordinary("coach.json"),
    "not_yours": words.not_yours("folder"),
    "damaged": words.damaged("quarantine-2026-11-22-103000.json"),
    "went_back": words.went_back(NOW),
    "missing one": words.missing(1),
    "missing many": words.missing(1200),
    "changed_outside": words.changed_outside("other-2026-11-22-103000.json"),
    "already_open": words.already_open(f"12 {NOW.isoformat()}", False),
    "already_open, paused": words.already_open("", True),
    "not_erased": words.not_erased("coach.json"),
    "not_ours": words.not_ours("letter.txt"),
}


@pytest.mark.parametrize("name", SAID)
def test_every_sentence_is_short_and_kind(name: str) -> None:
    for sentence in re.split(r"(?<=[.?:])\s", SAID[name]):
        assert len(sentence.split()) <= 25, sentence
    assert not re.search(r"!|\bjust\b|\bshould\b|\bmust\b|\berror code\b|—", SAID[name])
    assert SAID[name].endswith(".")
