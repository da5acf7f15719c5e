"""Every piece of prose that somebody may read, with where it stands: what the language rules look at.

Names, addresses, numbers, opening hours and prices are facts, told as their sources tell them, and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from coach.core.made_up import Person
from coach.core.model import (
    Challenges,
    Country,
    Exercise,
    Form,
    ScreeningForm,
    Themes,
    World,
)
from coach.core.wording import Wording

HELP_FORMS = ("checkin", "trusted")
HELP_PAGES = ("about", "home", "safety", "screening", "unsteady")
HELP_STRINGS = (
    "actions", "check", "contact", "help", "standing", "thanks", "therapist", "welcome", "words", "worse",
)

_SOURCE = re.compile(r"^Source: .*$", re.MULTILINE)


class Passage(msgspec.Struct, frozen=True):
    """One text. `for_help` marks help, consent and hold texts, which are held to an easier reading level."""

    file: str
    entry: str
    field: str
    text: str
    for_help: bool = False


def passages(file: str, content: object) -> Iterator[Passage]:
    """The prose of one decoded file, without empty ones."""
    for passage in _of(file, content):
        if passage.text.strip():
            yield passage


def _of(file: str, content: object) -> Iterable[Passage]:
    match content:
        case ScreeningForm():
            return _screening(file, content)
        case Form():
            return _form(file, content, for_help=file.removesuffix(".toml") in HELP_FORMS)
        case Challenges():
            return _challenges(file, content)
        case Themes():
            return _fields(file, content, "", "title") + _rows(file, content.themes, "text")
        case Exercise():
            return _exercise(file, content)
        case Country():
            return _country(file, content)
        case World():
            return _world(file, content)
        case Wording():
            return _advice(file, content)
        case dict():
            return _strings(file, content)
        case Person():  # the rest stands for what people write themselves, in any words
            return _fields(file, content, content.name, "about")
    return [_page(file, str(content))]


def _fields(file: str, row: object, entry: str, *names: str, for_help: bool = False) -> list[Passage]:
    return [Passage(file, entry, name, getattr(row, name), for_help) for name in names]


def _rows(file: str, rows: Iterable[object], *names: str, for_help: bool = False) -> list[Passage]:
    return [
        passage
        for row in rows
        for passage in _fields(file, row, getattr(row, "id", ""), *names, for_help=for_help)
    ]


def _listed(file: str, entry: str, field: str, texts: Iterable[str], *, for_help: bool = False) -> list[Passage]:
    return [Passage(file, entry, f"{field}[{n}]", text, for_help) for n, text in enumerate(texts)]


def _form(file: str, form: Form, *, for_help: bool = False) -> Iterator[Passage]:
    yield from _fields(file, form, form.id, "title", for_help=for_help)
    yield from _rows(file, form.sections, "title", "intro", for_help=for_help)
    for item in form.items:
        names = ("text", "short", "note", "low_label", "high_label", "why")
        yield from _fields(file, item, item.id, *names, for_help=for_help)
        for option in item.options:
            where = f"options.{option.value}"
            for text in (option.label, option.group, option.note):
                yield Passage(file, item.id, where, text, for_help)


def _screening(file: str, content: ScreeningForm) -> Iterator[Passage]:
    yield from _form(file, content.form, for_help=True)
    yield from _rows(file, content.rules, "said", "matters", "change", for_help=True)
    for route in content.routes:
        yield from _fields(file, route, route.route, "title", "lead", for_help=True)
        yield from _listed(file, route.route, "stays", route.stays, for_help=True)


def _challenges(file: str, content: Challenges) -> list[Passage]:
    about = _fields(file, content, "", "title", "about")
    return about + _rows(file, content.challenges, "title", "what", "say", "takes", "note", "remote")


def _exercise(file: str, content: Exercise) -> list[Passage]:
    told = _fields(file, content, content.id, "title", "about", "ask", for_help=content.grounding)
    return told + _listed(file, content.id, "steps", content.steps, for_help=content.grounding)


def _country(file: str, content: Country) -> list[Passage]:
    note = _fields(file, content, "", "emergency_note", for_help=True)
    return note + _rows(file, (*content.lines, *content.finders), "notes", for_help=True)


def _world(file: str, content: World) -> Iterator[Passage]:
    for name in ("script", "waiting_list", "finding"):
        yield from _listed(file, "", name, getattr(content, name), for_help=True)
    for directory in content.directories:
        yield from _fields(file, directory, directory.name, "notes", for_help=True)


def _advice(file: str, content: Wording) -> Iterator[Passage]:
    yield from _rows(file, content.advice, "title", "words", "because")
    yield from _rows(file, content.courtesy, "title", "why", "kinder")
    for name in ("vary", "side_by_side", "insight", "proposals"):
        yield from _rows(file, getattr(content, name), "words")
    yield from (Passage(file, "names", key, text) for key, text in content.names.items())


def _strings(file: str, content: dict[str, dict[str, str]]) -> Iterator[Passage]:
    for section, texts in content.items():
        for name, text in texts.items():
            yield Passage(file, section, name, text, section in HELP_STRINGS)


def _page(file: str, text: str) -> Passage:
    """A page without its sources: those name papers, and a paper's title is not ours to make easier."""
    topic = file.removeprefix("why/").removesuffix(".md")
    return Passage(file, "", "", _SOURCE.sub("", text), topic in HELP_PAGES)
