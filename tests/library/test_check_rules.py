"""Each rule that content is held to, shown to find the one thing that breaks it and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.library.checking import Rule, check, extras
from tests.library.spoiling import Bad, cases, copied, spoil

CASES = cases()
ALSO = {
    "a route that nobody tells": {Rule.DUPLICATE},
    "a route told twice": {Rule.MISSING},
    "a decision without words": {Rule.UNUSED},
    "a reason of the app that lost its words": {Rule.MISSING, Rule.UNREACHABLE},
}
"""Slips that break a second rule too."""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content that may be spoilt. Reading level has tests of its own."""
    monkeypatch.setattr(extras, "textstat", None)
    return copied(tmp_path)


@pytest.mark.parametrize("bad", CASES, ids=[case.promise for case in CASES])
def test_it_finds(bad: Bad, content: Path) -> None:
    spoil(content, bad)
    faults = check(content).faults
    found = [fault for fault in faults if fault.rule is bad.rule and bad.says in fault.plain]
    assert [(fault.entry, fault.field) for fault in found if _is_there(bad, fault.entry, fault.field)], faults
    assert {fault.rule for fault in faults} <= {bad.rule} | ALSO.get(bad.promise, set()), faults


def _is_there(bad: Bad, entry: str, field: str) -> bool:
    return bad.entry in ("", entry) and bad.named in ("", field)


def test_every_rule_of_language_and_reference_has_a_case() -> None:
    assert {case.rule for case in CASES} == set(Rule) - {Rule.SHAPE, Rule.READING_LEVEL}


def test_a_copy_of_the_content_is_clean_before_it_is_spoilt(content: Path) -> None:
    assert check(content).faults == ()
