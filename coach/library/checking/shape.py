"""A content folder -> decoded files, and everything that is out of shape in them.

With `jsonschema` every slip of a file is listed at once, through the schema that msgspec makes of our own
shapes; without it msgspec stops at the first of each file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from coach.core.made_up import Person
from coach.core.model import Challenges, Country, Exercise, Form, ScreeningForm, Themes, World
from coach.core.wording import Wording
from coach.library.checking import extras
from coach.library.checking.faults import Fault, Rule
from coach.library.reading import ContentError, decode, parse, read_text

T = TypeVar("T")
Strings = dict[str, dict[str, str]]

FORMS = (
    "checkin", "courtesy", "export", "trusted", "ladder/anchors", "ladder/goals", "ladder/own_step", "ladder/pick",
    "ladder/rate", "prompts/after", "prompts/before", "prompts/different", "prompts/look_back",
)
FILES: dict[str, Any] = {
    "screening.toml": ScreeningForm,
    "strings.toml": Strings,
    "advice.toml": Wording,
    "fears.toml": Themes,
    "goals.toml": Themes,
    "support/world.toml": World,
    **{f"{name}.toml": Form for name in FORMS},
}
FOLDERS: dict[str, Any] = {
    "challenges/*.toml": Challenges,
    "support/??.toml": Country,
    "exercises/*.toml": Exercise,
    "demo/*.toml": Person,
}
PAGES = "why/*.md"
BESIDE = ("README.md",)
"""Files for authors, which the app never reads."""

_TYPES = {
    "string": "a text in quotes", "integer": "a whole number", "number": "a number",
    "boolean": "true or false", "array": "a list", "object": "a table",
}


class Loaded(msgspec.Struct, frozen=True):
    """What could be read of a folder, by path inside it, and what could not."""

    values: dict[str, object]
    faults: tuple[Fault, ...]

    def of(self, kind: type[T]) -> dict[str, T]:
        """The files of one kind."""
        return {file: value for file, value in self.values.items() if isinstance(value, kind)}

    @property
    def is_whole(self) -> bool:
        """True when every file that the app needs was read."""
        return all(file in self.values for file in FILES) and not any(
            fault.rule is Rule.SHAPE for fault in self.faults
        )

    @property
    def screening(self) -> ScreeningForm:
        """The fit and safety check. Only for a folder that is whole."""
        found = self.values["screening.toml"]
        assert isinstance(found, ScreeningForm)  # noqa: S101
        return found

    @property
    def advice(self) -> Wording:
        """The words of decisions. Only for a folder that is whole."""
        found = self.values["advice.toml"]
        assert isinstance(found, Wording)  # noqa: S101
        return found

    @property
    def strings(self) -> Strings:
        """The shared wording; empty when it could not be read."""
        found = self.values.get("strings.toml")
        return found if isinstance(found, dict) else {}

    @property
    def pages(self) -> dict[str, str]:
        """The pages of `why/` by topic."""
        return {Path(file).stem: text for file, text in self.of(str).items()}


def load(folder: Path) -> Loaded:
    """Read every file that the app knows. A file out of shape gives faults and no value."""
    values: dict[str, object] = {}
    faults: list[Fault] = []
    kinds = dict(FILES)
    for pattern, kind in FOLDERS.items():
        for path in sorted(folder.glob(pattern)):
            kinds.setdefault(_name(folder, path), kind)
    for file, kind in kinds.items():
        try:
            data = parse(folder / file)
            slips = list(_slips(file, data, kind))
            faults += slips
            if not slips:
                values[file] = decode(folder / file, data, kind)
        except ContentError as error:
            faults.append(as_fault(file, error))
    for path in sorted(folder.glob(PAGES)):
        file = _name(folder, path)
        try:
            values[file] = read_text(path)
        except ContentError as error:
            faults.append(as_fault(file, error))
    faults += _strangers(folder, {*kinds, *BESIDE})
    return Loaded(values, tuple(faults))


def as_fault(file: str, error: ContentError) -> Fault:
    """The same slip with its path inside the folder."""
    return Fault(file, error.entry, error.field, Rule(error.rule), error.plain)


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _strangers(folder: Path, known: set[str]) -> Iterator[Fault]:
    pages = {_name(folder, path) for path in folder.glob(PAGES)}
    for path in sorted(folder.rglob("*")):
        name = _name(folder, path)
        if path.is_file() and name not in known | pages:
            yield Fault(name, "", "", Rule.UNUSED, "the app reads no file of this name; rename or remove it")


def _slips(file: str, data: dict[str, Any], kind: Any) -> Iterator[Fault]:
    """Every place where the data departs from the shape; nothing without `jsonschema`."""
    if extras.jsonschema is None:
        return
    errors = _validator(kind).iter_errors(_as_json(data))
    yield from sorted({fault for error in errors for fault in _told(file, data, error)})


@cache
def _validator(kind: Any) -> Any:
    return extras.jsonschema.Draft202012Validator(msgspec.json.schema(kind))


def _as_json(value: Any) -> Any:
    """TOML has dates of its own; JSON writes them as text."""
    if isinstance(value, dict):
        return {key: _as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _told(file: str, data: dict[str, Any], error: Any) -> Iterator[Fault]:
    """One slip in plain words, at the nearest entry that has a name."""
    entry, field = _place(data, list(error.absolute_path))
    match error.validator:
        case "required":
            for name in error.validator_value:
                if name not in error.instance:
                    yield Fault(file, entry, _inside(field, name), Rule.SHAPE, "add this field")
        case "additionalProperties":
            for name in sorted(set(error.instance) - set(error.schema.get("properties", ()))):
                plain = "there is no such field; remove it or fix its name"
                yield Fault(file, entry, _inside(field, name), Rule.SHAPE, plain)
        case _:
            yield Fault(file, entry, field, Rule.SHAPE, _plain(error))


def _inside(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _place(data: Any, path: list[str | int]) -> tuple[str, str]:
    """The innermost entry on the way that has a name of its own, and the way from there."""
    entry, field = "", ""
    for step in path:
        data = data[step]
        field = _inside(field, step) if isinstance(step, str) else f"{field}[{step}]"
        named = [data[key] for key in ("id", "route", "name") if key in data] if isinstance(data, dict) else []
        if named and isinstance(step, int):
            entry, field = str(named[0]), ""
    return entry, field


def _plain(error: Any) -> str:
    """What to do about one slip."""
    wanted = error.validator_value
    match error.validator:
        case "type":
            return f"give {_TYPES.get(wanted, wanted)}"
        case "anyOf":
            types = [each.get("type", "") for each in wanted]
            kinds = [_TYPES.get(each, "another value") for each in types if each != "null"]
            return f"give {' or '.join(kinds)}"
        case "enum":
            return f"{error.instance!r} is not known; use one of: {', '.join(str(each) for each in wanted)}"
        case "minimum":
            return f"{error.instance} is too low; give {wanted} or more"
        case "maximum":
            return f"{error.instance} is too high; give {wanted} or less"
        case "minLength" | "minItems":
            return f"too short; give at least {wanted}"
        case "maxLength" | "maxItems":
            return f"too long by {len(error.instance) - wanted}; give at most {wanted}"
        case "pattern":
            return f"{error.instance!r} is not written as it has to be; the pattern is {wanted}"
    return str(error.message)
