"""One record of every kind, with every field filled."""

from __future__ import annotations

import typing
from enum import StrEnum
from typing import Any

import msgspec

from coach.core.records import TABLES, Record
from coach.store.codec import About, encode
from tests.store.worlds import NOW


def golden_bytes() -> bytes:
    """A store with one record of every kind."""
    tables = {name: {1: _filled(kind)} for name, kind in TABLES.items()}
    return encode(About(store="00112233aabbccdd", sequence=10, written=NOW), tables)


def _filled(kind: type[Record]) -> Any:
    hints = typing.get_type_hints(kind)
    return kind(**{field: _value(hints[field], field) for field in kind.__struct_fields__ if field != "v"})


def _value(wanted: Any, field: str) -> Any:
    """Something other than the default, of the wanted type."""
    origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if field == "at":
        return NOW
    if origin is tuple:
        return (_value(inner[0], field),)
    if origin is dict:
        return {f"{field} key": _value(inner[1], field)}
    if inner:
        return _value(next(one for one in inner if one is not type(None)), field)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return list(wanted)[-1]
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        return wanted(**{name: _value(hint, name) for name, hint in typing.get_type_hints(wanted).items()})
    return {bool: True, int: 7, str: f"{field} é"}[wanted]
