"""Whether a content folder can be used, names only what is there, and speaks kindly: `coach check`.

What content has to keep to, and why, is told to authors in `content/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from coach.core.model import Country
from coach.library import shipped_content
from coach.library.checking import extras
from coach.library.checking.crossing import crossing_faults
from coach.library.checking.faults import Fault, Report, Rule
from coach.library.checking.language import language_faults
from coach.library.checking.likeness import duplicate_faults
from coach.library.checking.passages import passages
from coach.library.checking.screening import faults_of_screening
from coach.library.checking.shape import Loaded, load
from coach.library.checking.support import faults_of_country

__all__ = ["Fault", "Report", "Rule", "check"]

_NO_SCHEMA = (
    "Only the first fault of shape in each file is listed, since jsonschema is not installed. "
    "Install rejection-coach[authors] for all of them."
)
_NO_GRADE = "Reading level was not checked, since textstat is not installed. Install rejection-coach[authors] for it."
_SHAPE_FIRST = "What files say of each other is checked once every file is in shape."


def check(folder: Path) -> Report:
    """Everything that is wrong with a content folder, file by file; writes nothing.

    Language is checked in each file that is in shape. References are checked when all are, since half a
    library would look full of gaps.
    """
    loaded = load(folder)
    faults = set(loaded.faults)
    faults |= {fault for file, value in loaded.values.items() for fault in language_faults(passages(file, value))}
    notes = [] if extras.textstat is not None else [_NO_GRADE]
    if loaded.is_whole:
        faults |= set(_across(folder, loaded))
    else:
        notes += [_SHAPE_FIRST] if extras.jsonschema is not None else [_NO_SCHEMA, _SHAPE_FIRST]
    return Report(faults=tuple(sorted(faults)), notes=tuple(notes))


def _across(folder: Path, loaded: Loaded) -> Iterator[Fault]:
    shipped = shipped_content()
    known = loaded if folder.resolve() == shipped.resolve() else _known(shipped)
    yield from crossing_faults(loaded, known if known.is_whole else loaded)
    yield from faults_of_screening(loaded.screening, loaded.strings)
    for file, country in loaded.of(Country).items():
        yield from faults_of_country(file, country)
    yield from duplicate_faults(loaded)


@cache
def _known(shipped: Path) -> Loaded:
    """The content that Coach came with, which says what the app reads; it does not change while Coach runs."""
    return load(shipped)
