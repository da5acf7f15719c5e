"""How content speaks: short sentences, easy words, nothing that judges, presses, promises or harms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from coach.library.checking import extras
from coach.library.checking.faults import Fault, Rule
from coach.library.checking.passages import Passage
from coach.library.checking.wordlists import ALLOWED, UNWANTED

MOST_WORDS = 25
"""Longest sentence, in words."""

HELP_GRADE = 6.0
GRADE = 8.0
"""Highest Flesch-Kincaid grade, in US school years: of help, consent and hold texts, and of all others."""

FEWEST_WORDS = 10
"""Below this a grade says little: shorter texts of one entry are measured together, from twice as many words on."""

_END = re.compile(r"(?<=[.?!])[\"”’)]*\s+|\n\s*\n")


def language_faults(passages: Iterable[Passage]) -> Iterator[Fault]:
    """Long sentences, unwanted words, and texts that are hard to read."""
    told = list(passages)
    for passage in told:
        yield from _long(passage)
        yield from _unwanted(passage)
    if extras.textstat is not None:
        yield from _hard(told)


def sentences(text: str) -> list[str]:
    """The sentences of a text. A blank line ends one, as after a title."""
    return [part.strip(" #\n") for part in _END.split(text) if part.strip(" #\n")]


def _long(passage: Passage) -> Iterator[Fault]:
    for sentence in sentences(passage.text):
        words = sentence.split()
        if len(words) > MOST_WORDS:
            start = " ".join(words[:6])
            plain = f"make two of this sentence of {len(words)} words, {MOST_WORDS} at most: {start} ..."
            yield _fault(passage, Rule.LONG_SENTENCE, plain)


def _unwanted(passage: Passage) -> Iterator[Fault]:
    text = " ".join(passage.text.split())
    for file, phrase in ALLOWED:
        if file == passage.file:
            text = text.replace(phrase, "")
    for unwanted in UNWANTED:
        for match in unwanted.pattern.finditer(text):
            yield _fault(passage, unwanted.rule, f"{match.group()!r} does not come in: {unwanted.remedy}")


def _hard(told: Iterable[Passage]) -> Iterator[Fault]:
    short: dict[tuple[str, str, bool], list[Passage]] = defaultdict(list)
    for passage in told:
        if len(passage.text.split()) < FEWEST_WORDS:
            short[passage.file, passage.entry, passage.for_help].append(passage)
        else:
            yield from _graded(passage, passage.text)
    for passages in short.values():
        together = " ".join(_ended(passage.text) for passage in passages)
        if len(together.split()) >= 2 * FEWEST_WORDS:
            first = passages[0]
            yield from _graded(Passage(first.file, first.entry, "short texts", "", first.for_help), together)


def _graded(passage: Passage, text: str) -> Iterator[Fault]:
    most = HELP_GRADE if passage.for_help else GRADE
    grade = reading_grade(text)
    if grade > most:
        plain = f"use shorter words or sentences: reading grade {grade}, {most:.0f} at most here"
        yield _fault(passage, Rule.READING_LEVEL, plain)


def reading_grade(text: str) -> float:
    """The Flesch-Kincaid grade, to one decimal. Needs textstat. Braces count as the word inside them."""
    plain = re.sub(r"[{}]", "", " ".join(_ended(sentence) for sentence in sentences(text)))
    return round(float(extras.textstat.flesch_kincaid_grade(plain)), 1)


def _ended(text: str) -> str:
    text = text.strip()
    return text if text[-1] in ".?!" else f"{text}."


def _fault(passage: Passage, rule: Rule, plain: str) -> Fault:
    return Fault(passage.file, passage.entry, passage.field, rule, plain)
