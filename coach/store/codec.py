"""The one file's content: bytes to records and back, so strictly that no change goes unnoticed.

A file is good only if decoding it and encoding the result gives the same bytes, and the digest in its head
fits. That one rule turns away unknown fields, doubled keys, byte-order marks, odd numbers and flipped bits.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from types import GenericAlias
from typing import Any

import msgspec

from coach.core.records import SCHEMA, TABLES, History, Record
from coach.store.errors import NewerError, UnreadableError

MIN_READER = 1
"""The lowest schema a program must know to read what this one writes."""

Tables = dict[str, dict[str, dict[str, Any]]]
"""TinyDB's view: table, document id, document."""

MIGRATIONS: dict[int, Callable[[Tables], Tables]] = {}
"""How to bring the tables of a store from the schema in the key to the next one.

Every change of a saved shape raises `SCHEMA` in `coach.core.records`; a new field with a default needs no entry
here. `tests/store/golden` has a store of every released schema.
"""

SIZE_LIMIT = 100 * 1024 * 1024
"""Bytes. About 60,000 attempts with everything written around them; anything larger is refused unread."""

_FORMAT = "coach"
_BLANK = "0" * 32


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
    """A decoded store: its head, its records and, for each table, which document holds which record.

    `data` are the plain bytes of all that, in today's shape; `is_old` says that the file has an older one.
    """

    about: About
    history: History
    documents: dict[str, dict[str, int]]
    data: bytes = b""
    is_old: bool = False

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


class _OldSheets(msgspec.Struct, frozen=True, kw_only=True):
    about: dict[int, About]


_Sheets = msgspec.defstruct(
    "_Sheets",
    [
        ("about", dict[int, About]),
        *((name, GenericAlias(dict, (int, TABLES[name])), msgspec.field(default_factory=dict)) for name in TABLES),
    ],
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
)
_sheets = msgspec.json.Decoder(_Sheets)
_any_sheets = msgspec.json.Decoder(_AnySheets)
_old_sheets = msgspec.json.Decoder(_OldSheets)
_tables: msgspec.json.Decoder[Tables] = msgspec.json.Decoder(Tables)
_encode = msgspec.json.Encoder().encode
_DATED: dict[str, list[str]] = {
    name: [f for f in ("changes", "ratings") if f in TABLES[name].__struct_fields__] for name in TABLES
}


def encode(about: About, tables: Mapping[str, Mapping[Any, Any]]) -> bytes:
    """The bytes of a store. Raises UnreadableError for a value that cannot be written down."""
    data = _encode_blank(about, tables)
    return data.replace(_BLANK.encode(), _digest(data).encode(), 1)


def encode_checked(
    about: About, tables: Tables, history: History, documents: Mapping[str, Mapping[str, int]]
) -> tuple[bytes, Loaded]:
    """The bytes of a store and what they read back as, proved to be exactly `history`.

    Raises UnreadableError when the tables hold anything else, or a value that would not be read again.
    """
    data = encode(about, tables)
    try:
        loaded = _decode(data, digest=False)
    except (ValueError, RecursionError, OverflowError, TypeError):
        raise UnreadableError("what was written would not be read again") from None
    same = loaded.history == history or _encode(loaded.history) == _encode(history)
    if not same or loaded.documents != documents:
        raise UnreadableError("the tables are not the records that were meant")
    return data, loaded


def decode(data: bytes) -> Loaded:
    """Read a store. Raises NewerError, or UnreadableError for anything that this program did not write."""
    try:
        loaded = _decode(data, digest=True)
    except (UnreadableError, ValueError, RecursionError, OverflowError, TypeError):
        loaded = None
    if loaded is None or loaded.about.schema != SCHEMA:
        schema = _schema_of(data)
        if schema > SCHEMA:
            raise NewerError
        if schema < SCHEMA:
            return _upgraded(data)
    if loaded is None:
        raise UnreadableError("not written by Coach, or changed since")
    return loaded


def decode_tables(data: bytes) -> Tables:
    """TinyDB's view of bytes that `decode` gave or accepted; no tables for no bytes."""
    if not data:
        return {}
    tables = _tables.decode(data)
    del tables["about"]
    return tables


def _upgraded(data: bytes) -> Loaded:
    """A store with an older shape, in today's: each migration in turn, then today's defaults for new fields."""
    try:
        about = _old_sheets.decode(data).about[1]
        if about.schema < 1 or _digest(_without_digest(data, about)) != about.digest:
            raise UnreadableError("the digest does not fit")
        tables = decode_tables(data)
        for version in range(about.schema, SCHEMA):
            tables = MIGRATIONS.get(version, _as_it_is)(tables)
        about = msgspec.structs.replace(about, schema=SCHEMA, min_reader=MIN_READER)
        sheets = _sheets.decode(_encode({"about": {"1": about}, **tables}))
        loaded = _decode(encode(about, {name: getattr(sheets, name) for name in TABLES}), digest=True)
    except (ValueError, RecursionError, OverflowError, TypeError, KeyError, AttributeError):
        raise UnreadableError("an older store that does not fit") from None
    return msgspec.structs.replace(loaded, is_old=True)


def _as_it_is(tables: Tables) -> Tables:
    return tables


def _encode_blank(about: About, tables: Mapping[str, Mapping[Any, Any]]) -> bytes:
    head = msgspec.structs.replace(about, digest=_BLANK, schema=SCHEMA, min_reader=MIN_READER)
    try:
        return _encode({"about": {"1": head}, **{name: tables.get(name, {}) for name in TABLES}})
    except (TypeError, ValueError, RecursionError, OverflowError):
        raise UnreadableError("a value cannot be written") from None


def _decode(data: bytes, *, digest: bool) -> Loaded:
    """`digest=False` for bytes whose digest was put in a moment ago."""
    sheets = _sheets.decode(data)
    heads: dict[int, About] = getattr(sheets, "about")  # noqa: B009
    about = heads.get(1)
    if about is None or len(heads) != 1 or about.format != _FORMAT or _encode(sheets) != data:
        raise UnreadableError("not written by Coach")
    if about.written.tzinfo is None:
        raise UnreadableError("a time without its zone")
    if digest and _digest(_without_digest(data, about)) != about.digest:
        raise UnreadableError("the digest does not fit")
    documents: dict[str, dict[str, int]] = {}
    rows: dict[str, tuple[Record, ...]] = {}
    for name in TABLES:
        table: dict[int, Record] = getattr(sheets, name)
        rows[name] = tuple(table.values())
        documents[name] = {record.id: number for number, record in table.items()}
        if len(documents[name]) != len(table) or "" in documents[name]:
            raise UnreadableError("a doubled or empty id")
        _refuse_unzoned(rows[name], _DATED[name])
    history = History(**rows)  # type: ignore[arg-type]
    return Loaded(about=about, history=history, documents=documents, data=data)


def _refuse_unzoned(records: tuple[Record, ...], parts: list[str]) -> None:
    """A time without its zone cannot be compared with one that has it: one alone would break every screen."""
    if any(record.at.tzinfo is None for record in records):
        raise UnreadableError("a time without its zone")
    for part in parts:
        if any(thing.at.tzinfo is None for record in records for thing in getattr(record, part)):
            raise UnreadableError("a time without its zone")


def _schema_of(data: bytes) -> int:
    """Asked of whatever cannot be read, because a newer program may have changed everything but the head.

    The higher of its schema and the lowest one that may read it; today's when the head says nothing.
    """
    try:
        head = _any_sheets.decode(data).about.get(1, _AnyAbout())
    except (ValueError, RecursionError, OverflowError):
        raise UnreadableError("not JSON, or no head") from None
    return max(head.schema, head.min_reader) if head.format == _FORMAT else SCHEMA


def _without_digest(data: bytes, about: About) -> bytes:
    return data.replace(about.digest.encode(), _BLANK.encode(), 1)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=len(_BLANK) // 2).hexdigest()
