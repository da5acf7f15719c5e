"""The complete record as JSON, and reading it back: versioned, and so strict that a strange file changes nothing.

The shape is written down in `export.schema.json`, which `schema()` makes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

from coach.core.errors import PlainError
from coach.core.records import TABLES, Attempt, History, Record

FORMAT = "coach-export"
VERSION = 1

SIZE_LIMIT = 200 * 1024 * 1024
"""Bytes. About 120,000 attempts with everything written around them; anything larger is refused unread."""

LONGEST = 20_000
"""Characters in one answer, text or title: the most that any question takes."""

LARGEST = 1_000_000
"""The largest number in an answer, far above any question's."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/-]{0,119}")

_SAID = {
    "unreadable": "This is not an export of Coach, or it was changed or cut off. Nothing was taken from it.",
    "newer": "A newer Coach wrote this file. Nothing was taken from it. Update Coach, then try again.",
    "too_big": "This file is larger than 200 MB, so Coach does not open it.",
}


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """A whole export. `exported_at` is local time with its UTC offset."""

    format: Literal["coach-export"] = "coach-export"
    version: Literal[1] = 1
    exported_at: dt.datetime
    history: History


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    format: str = ""
    version: int = 0


def refused(code: str) -> PlainError:
    """The error of this code, in plain words."""
    return PlainError(_SAID[code], code)


def json(history: History, now: dt.datetime) -> bytes:
    """Everything saved, drafts and settings too, indented for human eyes. `now` has its UTC offset."""
    return msgspec.json.format(msgspec.json.encode(Export(exported_at=now, history=history)), indent=1) + b"\n"


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of an export."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Export)}


def read_json(data: bytes) -> History:
    """The records of an export. Raises PlainError: `too_big`, `newer`, or `unreadable` for anything odd.

    Odd is: an unknown field, a time without its zone, a doubled or strange id, a number or text no question could
    have taken. A field that is missing takes its default, so that files of earlier versions can be read.
    """
    if len(data) > SIZE_LIMIT:
        raise refused("too_big")
    try:
        raw = msgspec.json.decode(data)
        head = msgspec.convert(raw, _Head)
        if head.format == FORMAT and head.version > VERSION:
            raise refused("newer")
        export = msgspec.convert(raw, Export)
        if "format" not in raw or "version" not in raw or _adds(raw, msgspec.to_builtins(export)):
            raise refused("unreadable")
    except (ValueError, RecursionError, OverflowError, TypeError) as error:
        raise refused("unreadable") from error
    for name in TABLES:
        _check_table(getattr(export.history, name))
    return export.history


def _adds(raw: object, known: object) -> bool:
    """True when `raw` has a field that its record does not know."""
    if isinstance(raw, dict) and isinstance(known, dict):
        return any(key not in known or _adds(value, known[key]) for key, value in raw.items())
    if isinstance(raw, list) and isinstance(known, list | tuple):
        return any(_adds(one, other) for one, other in zip(raw, known, strict=True))
    return False


def _check_table(records: tuple[Record, ...]) -> None:
    if len({record.id for record in records}) != len(records):
        raise refused("unreadable")
    for record in records:
        if record.v > 1:
            raise refused("newer")
        rating = record.rating if isinstance(record, Attempt) else 0
        if not _ID.fullmatch(record.id) or not 0 <= rating <= 100:
            raise refused("unreadable")
        if not all(_is_plausible(part) for part in _parts(record)):
            raise refused("unreadable")


def _parts(value: object) -> Iterator[object]:
    """Every single value in a record, with those inside its answers, changes and lists."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _parts(getattr(value, name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _parts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _parts(inner)
    else:
        yield value


def _is_plausible(value: object) -> bool:
    if isinstance(value, dt.datetime):
        return value.tzinfo is not None
    if isinstance(value, str):
        return len(value) <= LONGEST
    return not isinstance(value, int) or 0 <= value <= LARGEST


if __name__ == "__main__":
    Path(__file__).with_name("export.schema.json").write_bytes(
        msgspec.json.format(msgspec.json.encode(schema()), indent=2) + b"\n"
    )
