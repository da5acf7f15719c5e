"""The JSON export is complete and comes back the same; anything else is refused in plain words."""

from __future__ import annotations

import json as stdlib
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import coach.report
from coach.core.errors import PlainError
from coach.core.records import TABLES, History
from coach.report import exchange
from coach.report.exchange import json, read_json, schema
from tests.report.history import NOW, hostile, whole

SCHEMA = Path(coach.report.__file__).with_name("export.schema.json")


def exported(**changes: Any) -> dict[str, Any]:
    document: dict[str, Any] = stdlib.loads(json(whole(3), NOW))
    return {**document, **changes}


def refusal(document: object) -> str:
    data = document if isinstance(document, bytes) else stdlib.dumps(document).encode()
    with pytest.raises(PlainError) as caught:
        read_json(data)
    return caught.value.code


@pytest.mark.parametrize("history", [History(), whole(), hostile(20)], ids=["nothing", "whole", "hostile"])
def test_everything_exported_comes_back_the_same(history: History) -> None:
    assert read_json(json(history, NOW)) == history


def test_an_export_holds_every_kind_of_record() -> None:
    assert all(exported()["history"][name] for name in TABLES)


def test_the_schema_in_the_repository_is_that_of_the_records() -> None:
    made = stdlib.loads(msgspec.json.encode(schema()))
    assert stdlib.loads(SCHEMA.read_text()) == made, "run: python -m coach.report.exchange"


def test_an_export_is_valid_by_the_schema_in_the_repository() -> None:
    validator = jsonschema.Draft202012Validator(stdlib.loads(SCHEMA.read_text()))
    validator.validate(exported())
    assert not validator.is_valid(exported(version=2))


def test_an_export_of_an_earlier_version_without_a_newer_field_is_read() -> None:
    document = exported()
    del document["history"]["settings"][0]["opt_in"]
    assert read_json(stdlib.dumps(document).encode()).settings[0].opt_in is False


NO_EXPORT = {
    "nothing": b"",
    "null": b"null",
    "a list": b"[]",
    "an empty object": b"{}",
    "a number": b"42",
    "no text": b"\xff\xfe",
    "a text": b'"text"',
    "zeros": b"\x00" * 100,
    "a start": b'{"format":',
    "endless brackets": b"[" * 100_000,
    "endless braces": b'{"a":' * 100_000,
    "a store": b'{"about": {}}',
    "cut off": json(whole(3), NOW)[:-40],
    "another format": json(whole(3), NOW).replace(b"coach-export", b"coach"),
}


@pytest.mark.parametrize("data", NO_EXPORT.values(), ids=NO_EXPORT.keys())
def test_a_file_that_is_no_export_is_refused(data: bytes) -> None:
    assert refusal(data) == "unreadable"


def test_a_file_of_a_newer_version_is_refused_as_newer() -> None:
    assert refusal(exported(version=2)) == "newer"
    document = exported()
    document["history"]["steps"][0]["v"] = 2
    assert refusal(document) == "newer"


def test_a_file_that_is_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "SIZE_LIMIT", 10)
    assert refusal(b"x" * 11) == "too_big"


ODD = {
    "a field nobody knows": ("attempts", {"colour": "red"}),
    "a time without its zone": ("attempts", {"at": "2026-11-22T10:00:00"}),
    "no time": ("attempts", {"at": "tomorrow"}),
    "an empty id": ("attempts", {"id": ""}),
    "an id that steers a terminal": ("attempts", {"id": "a\u001b[2J"}),
    "an id with a path": ("attempts", {"id": "../../etc"}),
    "an endless id": ("attempts", {"id": "a" * 200}),
    "a rating above the scale": ("attempts", {"rating": 101}),
    "a number no question takes": ("attempts", {"before": {"p_yes": 10**12}}),
    "a number below zero": ("attempts", {"before": {"p_yes": -1}}),
    "a truth for a number": ("attempts", {"before": {"p_yes": True}}),
    "a fraction": ("attempts", {"before": {"p_yes": 0.5}}),
    "an endless answer": ("reflections", {"answers": {"happened": "x" * 20_001}}),
    "an endless name": ("settings", {"trusted": {"name": "x" * 20_001, "reach": ""}}),
    "answers within answers": ("reflections", {"answers": {"happened": {"deep": 1}}}),
    "an outcome that does not exist": ("reflections", {"outcome": "won"}),
    "a route that does not exist": ("screenings", {"route": "open"}),
    "a changed time without its zone": (
        "reflections", {"changes": [{"item": "x", "old": None, "new": "y", "at": "2026-11-22T10:00:00"}]},
    ),
}


@pytest.mark.parametrize(("table", "change"), ODD.values(), ids=ODD.keys())
def test_a_record_with_something_odd_is_refused(table: str, change: dict[str, object]) -> None:
    document = exported()
    document["history"][table][0].update(change)
    assert refusal(document) == "unreadable"


def test_two_records_of_a_kind_with_one_id_are_refused() -> None:
    document = exported()
    document["history"]["attempts"] *= 2
    assert refusal(document) == "unreadable"


def test_a_table_nobody_knows_is_refused() -> None:
    document = exported()
    document["history"]["secrets"] = []
    assert refusal(document) == "unreadable"


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_damaged_export_is_read_as_records_or_refused_and_never_breaks(at: int, flip: int) -> None:
    data = bytearray(json(whole(2), NOW))
    data[at % len(data)] ^= flip
    try:
        history = read_json(bytes(data))
    except PlainError as error:
        assert error.code in ("unreadable", "newer")
    else:
        assert read_json(json(history, NOW)) == history
