"""Reports and the way back in: what a front end or a command asks of `report`, with the words of the content."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

from coach.library import Library
from coach.report.exchange import json, read_json
from coach.report.journal import markdown
from coach.report.merging import Counts, merge
from coach.report.page import Choice
from coach.report.table import csv
from coach.report.texts import Texts, texts_from

if TYPE_CHECKING:
    from coach.engine import Engine

__all__ = ["Choice", "Counts", "Format", "bring_in", "export", "texts_of"]

FORMS = ("checkin", "courtesy", "prompts/before", "prompts/after", "prompts/look_back", "prompts/different",
         "ladder/goals")


class Format(StrEnum):
    """What a report is written as."""

    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    HTML = "html"


def texts_of(library: Library) -> Texts:
    """The words that reports need."""
    return texts_from(
        forms=[library.screening.form, *(library.form(name) for name in FORMS)],
        screening=library.screening,
        categories=library.categories,
        themes=(library.goals, library.fears),
        exercises=library.exercises,
        strings=library.strings,
    )


def export(engine: Engine, form: Format, choice: Choice | None = None) -> str | bytes:
    """Everything that was saved, in one of the formats. `choice` is for the page for a therapist."""
    history, now = engine.history, engine.now()
    match form:
        case Format.JSON:
            return json(history, now)
        case Format.CSV:
            return csv(history, texts_of(engine.library))
        case Format.MARKDOWN:
            return markdown(history, texts_of(engine.library), now)
        case Format.HTML:
            page: str = import_module("coach.report.handoff").html(
                history, texts_of(engine.library), choice or Choice(), now
            )
            return page


def bring_in(engine: Engine, data: bytes) -> Counts:
    """Merge a complete export into what is here. Raises PlainError for a file that is none; opens nothing."""
    merged = merge(engine.history, read_json(data))
    if merged.counts.changes_something:
        engine.keeper.backup("import", now=engine.now())
        engine.commit(merged.put, merged.drop)
    return merged.counts

