"""The words and figures of the page for a therapist as text, so that one reads them before anything is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coach.core.records import History
from coach.report.page import Choice, Page, page_of
from coach.report.review import wrapped
from coach.report.texts import Texts


def preview(history: History, texts: Texts, choice: Choice, now: dt.datetime, width: int) -> str:
    """What will stand on the page, but for its fixed words, in lines of at most `width` cells (30 or more)."""
    page = page_of(history, texts, choice, now)
    lines = [*_first(page), *_second(page)]
    return "\n".join(piece for line in lines for piece in wrapped(line, max(width, 30))) + "\n"


def _first(page: Page) -> Iterator[str]:
    yield f"{page.period or 'No attempt so far'}. Days of practising: {page.days}"
    yield ", ".join(f"{words}: {count}" for words, count in page.outcomes if count)
    yield ""
    yield "WHEN PRACTICE WAS OPEN, AND WHY NOT"
    yield from (f"{check.day}: {check.result}. {' '.join(check.reasons)}" for check in page.checks)
    if page.earlier_checks:
        yield f"{page.earlier_checks} earlier ones are not shown."
    yield ""
    yield "MY LADDER"
    for rung in page.ladder:
        asked = f"asked {rung.asked}, not asked {rung.unasked}"
        yield f"{rung.title} ({rung.band}): {rung.first} at first, {rung.now} now, {asked}"
    if page.more_steps:
        yield f"{page.more_steps} harder ones are not shown."
    yield ""
    yield "WHAT I ASK FOR, AND WHAT I LEAVE"
    for kind in page.kinds:
        yield f"{kind.title}: {kind.planned} planned, {kind.asked} asked, {kind.yes} yes, {kind.unasked} not asked"


def _second(page: Page) -> Iterator[str]:
    yield ""
    yield "WHAT THE NOTES SHOW"
    for chart in page.charts:
        yield f"{chart.title}: {chart.sentence}"
        for row in chart.rows:
            figures = zip(chart.heads[1:], row.cells, strict=True)
            yield f"{row.label}: " + ", ".join(f"{head.lower()} {cell}" for head, cell in figures if cell)
    yield ""
    yield "REFLECTIONS I CHOSE TO SHARE"
    if not page.told:
        yield "None."
    for one in page.told:
        yield f"{one.title} ({one.day}: {one.facts})"
        yield from (f"{label}: {words}" for label, words in one.parts)
    if page.more_told:
        yield f"{page.more_told} earlier ones that you chose have no room."
