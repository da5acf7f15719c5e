"""TinyDB on one file that is only ever replaced whole.

TinyDB's own JSONStorage writes over the old bytes, so a kill or a full disk in the middle leaves neither the
old state nor the new. Here TinyDB works on a copy in memory, and `coach.store.store` writes that out whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import tinydb

from coach.core.records import TABLE_OF, TABLES, Record
from coach.store.codec import Tables


class StagedStorage(tinydb.Storage):
    """What TinyDB reads and writes: tables in memory, not yet on the disk."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> Tables:
        """The tables. The outer dictionary is a copy, since TinyDB assigns into it."""
        return dict(self.tables)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Keep what TinyDB made of the tables."""
        self.tables = {name: dict(rows) for name, rows in data.items()}


class Staged:
    """A database in memory, and the changes that a commit makes to it."""

    def __init__(self, tables: Tables) -> None:
        self._storage = StagedStorage(tables)
        self._db = tinydb.TinyDB(storage=lambda: self._storage)

    @property
    def tables(self) -> Tables:
        """The tables as they are now."""
        return self._storage.tables

    def drop(self, record: Record, documents: dict[str, dict[str, int]]) -> None:
        """Take a record out, if it is there."""
        name = TABLE_OF[type(record)]
        number = documents[name].pop(record.id, None)
        if number is not None:
            self._db.table(name).remove(doc_ids=[number])

    def put(self, records: Iterable[Record], documents: dict[str, dict[str, int]]) -> None:
        """Add records, or replace those with the same kind and id, keeping their place."""
        fresh: dict[str, dict[str, Record]] = {name: {} for name in TABLES}
        for record in records:
            name = TABLE_OF[type(record)]
            if record.id in documents[name]:
                self._db.table(name).update(_document(record), doc_ids=[documents[name][record.id]])
            else:
                fresh[name][record.id] = record
        for name, rows in fresh.items():
            if rows:
                numbers = self._db.table(name).insert_multiple(map(_document, rows.values()))
                documents[name].update(zip(rows, numbers, strict=True))


def _document(record: Record) -> dict[str, Any]:
    document: dict[str, Any] = msgspec.to_builtins(record)
    return document
