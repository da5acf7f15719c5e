"""One content file -> one value, or an error that names file, entry and field."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_STEP = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")


class ContentError(Exception):
    """Content that cannot be used. Says which file, which entry and field, and what is wrong, in one line.

    `rule` is the name of the rule it breaks, for `coach check`.
    """

    def __init__(self, file: str, entry: str, field: str, plain: str, rule: str = "shape") -> None:
        place = ", ".join(part for part in (entry, field) if part)
        super().__init__(f"{file}: {place}: {plain}" if place else f"{file}: {plain}")
        self.file = file
        self.entry = entry
        self.field = field
        self.plain = plain
        self.rule = rule


def read(path: Path, kind: type[T]) -> T:
    """Decode a TOML file strictly. Raises ContentError."""
    return decode(path, parse(path), kind)


def decode(path: Path, data: dict[str, Any], kind: type[T]) -> T:
    """What was parsed from this file as a value. Raises ContentError for the first thing out of shape."""
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as fault:
        raise _named(path, data, str(fault)) from None


def read_text(path: Path) -> str:
    """A text file as UTF-8. Raises ContentError."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(path.name, "", "", "this file is missing") from None
    except (OSError, UnicodeDecodeError):
        raise ContentError(path.name, "", "", "this file cannot be read as UTF-8 text") from None


def parse(path: Path) -> dict[str, Any]:
    """A TOML file as plain dictionaries and lists. Raises ContentError."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as fault:
        raise ContentError(path.name, "", "", f"not valid TOML: {fault}") from None


def _named(path: Path, data: dict[str, Any], fault: str) -> ContentError:
    """Turn msgspec's `... - at `$.rules[2].when`` into the entry's own id and the field's name."""
    plain, _, where = fault.partition(" - at ")
    if "RFC3339" in plain:
        plain = "give a date such as 2026-11-22"
    entry, field = "", ""
    here: Any = data
    for name, index in _STEP.findall(where):
        if name:
            field = name
            here = here.get(name) if isinstance(here, dict) else None
        else:
            number = int(index) if index.isdigit() else 0
            here = here[number] if isinstance(here, list) and number < len(here) else None
            entry = f"{field}[{index}]"
            if isinstance(here, dict):
                entry = str(here.get("id") or here.get("value") or entry)
    return ContentError(path.name, entry, field, plain.replace("`", ""))
