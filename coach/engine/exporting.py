"""Reports and the way back in: what a front end or a command asks of `report`, with the words of the content."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from coach.core import reflection
from coach.core.errors import PlainError
from coach.core.model import SKIP
from coach.core.records import Answers, Draft
from coach.engine.session import Session
from coach.engine.views import FormName
from coach.library import Library
from coach.report.exchange import json, read_json
from coach.report.files import write_export
from coach.report.journal import markdown
from coach.report.merging import Counts, merge
from coach.report.page import Choice
from coach.report.preview import preview
from coach.report.table import csv
from coach.report.texts import Texts, texts_from

if TYPE_CHECKING:
    from coach.engine import Engine

__all__ = [
    "Choice", "Counts", "Format", "Plan", "bring_in", "choice_of", "chosen_again", "export", "latest", "leave",
    "planned", "texts_of", "write",
]

FORMS = ("checkin", "courtesy", "prompts/before", "prompts/after", "prompts/look_back", "prompts/different",
         "ladder/goals")


class Format(StrEnum):
    """What a report is written as."""

    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    HTML = "html"


ENDINGS = {Format.MARKDOWN: "md", Format.CSV: "csv", Format.JSON: "json", Format.HTML: "html"}
MOST_NAMES = 99
"""Files of one day, at most; the next one needs another name or place."""

BYTES = 1000
"""Bytes in a kilobyte, as files are counted."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What would be written: in which format, under which name, and how large (in bytes).

    `page` is all that the page for a therapist says; empty for the other formats.
    """

    form: Format
    name: str
    size: int
    page: str = ""

    @property
    def kilobytes(self) -> int:
        """The size, one kilobyte or more."""
        return max(1, round(self.size / BYTES))


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


# -- what was chosen in the form -----------------------------------------------------------------------------


def latest(engine: Engine, count: int) -> frozenset[str]:
    """The attempts that were reflected on last, at most so many."""
    told = [each.attempt.id for each in reflection.stories(engine.history) if each.reflection is not None]
    return frozenset(told[-count:] if count else ())


def choice_of(engine: Engine, answers: Answers) -> Choice:
    """What stands on the page for a therapist, by the answers of the form. What was left out stays out."""
    count, hide = answers.get("latest"), answers.get("hide")
    words = hide.splitlines() if isinstance(hide, str) and hide != SKIP else ()
    return Choice(
        reflections=latest(engine, count if isinstance(count, int) else 0),
        hide=frozenset(word.strip() for word in words if word.strip()),
        safety=answers.get("safety") == "yes",
    )


def planned(engine: Engine, width: int, folder: Path | None = None) -> Plan:
    """What the answers of the form lead to, before any of it is written. The page has lines of at most `width`."""
    answers = _answers(engine)
    form, choice = _format(answers), choice_of(engine, answers)
    content = export(engine, form, choice)
    page = ""
    if form is Format.HTML:
        page = preview(engine.history, texts_of(engine.library), choice, engine.now(), width)
    folder, names = folder or _home(), _names(engine, form)
    return Plan(
        form=form, name=next((name for name in names if not (folder / name).exists()), names[0]),
        size=len(content.encode() if isinstance(content, str) else content), page=page,
    )


def chosen_again(engine: Engine) -> Session:
    """The form at its first question, with the answers that were given."""
    session = engine.begin(FormName.EXPORT)
    session.revise(session.form.items[0].id)
    session.revising = False
    return session


def write(engine: Engine, folder: Path | None = None) -> str:
    """Write what was chosen to a new file in the home folder, and let go of the form; a sentence to show then.

    Raises PlainError, as `report.files.write_export` does. A file that is there already is left as it is.
    """
    answers = _answers(engine)
    form = _format(answers)
    content = export(engine, form, choice_of(engine, answers))
    folder = folder or _home()
    name, said = _written(engine, folder, form, content)
    with suppress(PlainError):  # the file is there: what was chosen may stay until tomorrow
        leave(engine)
    words = engine.library.strings["preview"]["written"]
    return f"{said} {words.format(file=name)}"


def leave(engine: Engine) -> None:
    """Let go of what was chosen. Raises PlainError when that was not saved."""
    engine.commit([], [each for each in engine.history.drafts if each.id == FormName.EXPORT])


def _written(engine: Engine, folder: Path, form: Format, content: str | bytes) -> tuple[str, str]:
    taken = PlainError("")
    for name in _names(engine, form):
        try:
            return name, write_export(folder / name, content)
        except PlainError as error:
            if error.code not in ("exists", "special"):
                raise
            taken = error
    raise taken


def _names(engine: Engine, form: Format) -> list[str]:
    """The names a file of today may have, in their order."""
    name = f"coach-{engine.now().date().isoformat()}"
    numbered = [f"{name}-{number}" for number in range(2, MOST_NAMES + 1)]
    return [f"{each}.{ENDINGS[form]}" for each in (name, *numbered)]


def _answers(engine: Engine) -> Answers:
    draft = engine.history.get(Draft, FormName.EXPORT.value)
    return draft.answers if draft is not None else {}


def _format(answers: Answers) -> Format:
    return Format(str(answers.get("format", Format.HTML)))


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError as error:
        plain = "There is no home folder to write to. To name a file yourself, run: coach export"
        raise PlainError(plain, "folder") from error


# -- the way back in -----------------------------------------------------------------------------------------


def bring_in(engine: Engine, data: bytes) -> Counts:
    """Merge a complete export into what is here. Raises PlainError for a file that is none; opens nothing."""
    merged = merge(engine.history, read_json(data))
    if merged.counts.changes_something:
        engine.keeper.backup("import", now=engine.now())
        engine.commit(merged.put, merged.drop)
    return merged.counts
