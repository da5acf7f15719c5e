"""The one file's content: bytes to records and back, so strictly that no change goes unnoticed.

A file is good only if decoding it and encoding the result gives the same bytes and the digest in its head fits.
That one rule turns away unknown fields, doubled keys, byte-order marks, odd numbers, added blanks and flipped bits.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from coach.core.records import SCHEMA, TABLES, History, Record

MIN_READER = 1
"""The lowest schema a program must know to read what this one writes."""

SIZE_LIMIT = 100 * 1024 * 1024
"""Bytes. About 60,000 attempts with everything written around them; anything larger is refused unread."""

_FORMAT = "coach"
_BLANK = "0" * 32

Tables = dict[str, dict[str, dict[str, Any]]]
"""TinyDB's view: table, document id, document."""


class UnreadableError(Exception):
    """The bytes are not a store that this program wrote. The message names the rule, never the content."""


class NewerError(Exception):
    """The bytes were written by a newer program, whose records this one could mangle."""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a store. `sequence` counts commits; `store` tells one store from another."""

    format: str = _FORMAT
    schema: int = SCHEMA
    min_reader: int = MIN_READER
    store: str
    sequence: int
    written: dt.datetime
    digest: str = _BLANK


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """A decoded store: its head, its records and, for each table, which document holds which record."""

    about: About
    history: History
    documents: dict[str, dict[str, int]]

    @property
    def count(self) -> int:
        """How many records there are."""
        return sum(len(rows) for rows in self.documents.values())


class _AnyAbout(msgspec.Struct, frozen=True, kw_only=True):
    format: str = ""
    schema: int = 0
    min_reader: int = 0


class _AnySheets(msgspec.Struct, frozen=True, kw_only=True):
    about: dict[int, _AnyAbout]


_Sheets = msgspec.defstruct(
    "_Sheets",
    [("about", dict[int, About]), *((name, dict[int, kind]) for name, kind in TABLES.items())],
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
)
_sheets = msgspec.json.Decoder(_Sheets)
_any_sheets = msgspec.json.Decoder(_AnySheets)
_tables: msgspec.json.Decoder[Tables] = msgspec.json.Decoder(Tables)
_encode = msgspec.json.Encoder().encode


def encode(about: About, tables: Mapping[str, Mapping[Any, Any]]) -> bytes:
    """The bytes of a store. Raises UnreadableError for a value that cannot be written down."""
    blank = msgspec.structs.replace(about, digest=_BLANK)
    try:
        data = _encode({"about": {"1": blank}, **{name: tables.get(name, {}) for name in TABLES}})
    except (TypeError, ValueError, RecursionError, OverflowError) as error:
        raise UnreadableError("a value cannot be written") from error
    return data.replace(_BLANK.encode(), _digest(data).encode(), 1)


def encode_history(about: About, history: History, documents: Mapping[str, Mapping[str, int]]) -> bytes:
    """The bytes that a store with exactly these records must have."""
    return encode(about, {n: {documents[n][r.id]: r for r in getattr(history, n)} for n in TABLES})


def decode(data: bytes) -> Loaded:
    """Read a store. Raises NewerError, or UnreadableError for anything that this program did not write."""
    _refuse_newer(data)
    try:
        sheets = _sheets.decode(data)
        again = _encode(sheets)
    except (ValueError, RecursionError, OverflowError, TypeError) as error:
        raise UnreadableError("not the shape of a store") from error
    heads: dict[int, About] = getattr(sheets, "about")  # noqa: B009
    about = heads.get(1)
    if about is None or len(heads) != 1 or about.format != _FORMAT or again != data:
        raise UnreadableError("not written by Coach")
    if _digest(data.replace(about.digest.encode(), _BLANK.encode(), 1)) != about.digest:
        raise UnreadableError("the digest does not fit")
    documents: dict[str, dict[str, int]] = {}
    rows: dict[str, tuple[Record, ...]] = {}
    for name in TABLES:
        table: dict[int, Record] = getattr(sheets, name)
        rows[name] = tuple(table.values())
        documents[name] = {record.id: number for number, record in table.items()}
        if len(documents[name]) != len(table) or not all(map(_is_sound, table.values())):
            raise UnreadableError("a doubled id or a time without its zone")
    return Loaded(about=about, history=History(**rows), documents=documents)  # type: ignore[arg-type]


def decode_tables(data: bytes) -> Tables:
    """TinyDB's view of bytes that `decode` has accepted."""
    tables = _tables.decode(data)
    del tables["about"]
    return tables


def _is_sound(record: Record) -> bool:
    dated: tuple[Any, ...] = (record, *getattr(record, "changes", ()), *getattr(record, "ratings", ()))
    return bool(record.id) and all(thing.at.tzinfo is not None for thing in dated)


def _refuse_newer(data: bytes) -> None:
    """Asked before anything else, because a newer program may have changed everything but the head."""
    try:
        heads = _any_sheets.decode(data).about
    except (ValueError, RecursionError, OverflowError) as error:
        raise UnreadableError("not JSON, or no head") from error
    head = heads.get(1, _AnyAbout())
    if head.format == _FORMAT and max(head.schema, head.min_reader) > SCHEMA:
        raise NewerError


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=len(_BLANK) // 2).hexdigest()
