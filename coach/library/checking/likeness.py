"""The same thing told twice: ids, titles, and texts that nearly repeat another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from coach.core.model import Challenges, Country, Exercise, Themes
from coach.library.checking.faults import Fault, Rule
from coach.library.checking.shape import Loaded

ALIKE = 0.85
"""Share of words, 0 to 1, that two texts have in common from which on one repeats the other."""

FEWEST_WORDS = 6
"""Shorter texts, such as "Two minutes of their time", are alike by nature."""


class Named(NamedTuple):
    """A word or text and where it stands."""

    file: str
    entry: str
    text: str


def duplicate_faults(loaded: Loaded) -> Iterator[Fault]:
    """Ids used twice, titles used twice, and texts that nearly repeat another."""
    for ids in _ids(loaded):
        yield from _twice(ids, "id", "give each its own id")
    for field, titles in _titles(loaded):
        yield from _twice(titles, field, "say what sets it apart")
    challenges = [(file, one) for file, content in loaded.of(Challenges).items() for one in content.challenges]
    for field in ("what", "say", "note"):
        yield from _alike((Named(file, one.id, getattr(one, field)) for file, one in challenges), field)
    exercises = loaded.of(Exercise).items()
    yield from _alike((Named(file, one.id, one.about) for file, one in exercises), "about")


def _ids(loaded: Loaded) -> Iterator[list[Named]]:
    """Groups of ids in which each may occur once."""
    yield [Named(file, one.id, one.id) for file, each in loaded.of(Challenges).items() for one in each.challenges]
    yield [Named(file, one.id, one.id) for file, each in loaded.of(Themes).items() for one in each.themes]
    yield [Named(file, one.id, one.id) for file, one in loaded.of(Exercise).items()]
    countries = loaded.of(Country).items()
    yield [
        *(Named(file, one.id, one.id) for file, each in countries for one in each.lines),
        *(Named(file, one.id, one.id) for file, each in countries for one in each.finders),
    ]
    screening, advice = loaded.screening, loaded.advice
    yield [Named("screening.toml", row.id, row.id) for row in screening.rules]
    yield [Named("screening.toml", row.id, row.id) for row in screening.scores]
    yield [Named("screening.toml", row.id, row.id) for row in screening.form.sections]
    yield [Named("advice.toml", row.id, row.id) for row in advice.advice]
    yield [Named("advice.toml", row.id, row.id) for row in advice.courtesy]
    for table in (advice.vary, advice.side_by_side, advice.insight, advice.proposals):
        yield [Named("advice.toml", row.id, row.id) for row in table]


def _titles(loaded: Loaded) -> Iterator[tuple[str, list[Named]]]:
    """Groups of titles in which each may occur once, with the field they stand in."""
    yield "title", [
        Named(file, one.id, one.title)
        for file, each in loaded.of(Challenges).items()
        for one in each.challenges
    ]
    yield "title", [Named(file, "", each.title) for file, each in loaded.of(Challenges).items()]
    yield "title", [Named(file, one.id, one.title) for file, one in loaded.of(Exercise).items()]
    yield "name", [Named(file, "", each.name) for file, each in loaded.of(Country).items()]
    for file, themes in loaded.of(Themes).items():
        yield "text", [Named(file, one.id, one.text) for one in themes.themes]


def _twice(named: Iterable[Named], field: str, remedy: str) -> Iterator[Fault]:
    places: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        places[one.text.casefold().strip(" .?!")].append(one)
    for first, *others in places.values():
        for other in others:
            where = first.file if first.entry in ("", other.entry) else f"{first.entry} in {first.file}"
            plain = f"{other.text!r} is used by {where} already; {remedy}"
            yield Fault(other.file, other.entry, field, Rule.DUPLICATE, plain)


def _alike(texts: Iterable[Named], field: str) -> Iterator[Fault]:
    counted = [(one, words) for one in texts if len(words := _words(one.text)) >= FEWEST_WORDS]
    for (first, a), (other, b) in combinations(counted, 2):
        if 2 * len(a & b) >= ALIKE * (len(a) + len(b)):
            plain = f"this nearly repeats {first.entry} in {first.file}; tell something of its own"
            yield Fault(other.file, other.entry, field, Rule.ALIKE, plain)


def _words(text: str) -> frozenset[str]:
    """The words of a text; one that comes twice is there as itself and as its second."""
    seen: Counter[str] = Counter()
    found = []
    for word in re.findall(r"\w+", text.casefold()):
        seen[word] += 1
        found.append(f"{word} {seen[word]}")
    return frozenset(found)
