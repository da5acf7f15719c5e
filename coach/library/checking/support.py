"""Someone may dial these numbers on their worst day: a page says how to reach people, when, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.core.model import Country, Finder, Helpline
from coach.library.checking.faults import Fault, Rule

_DIALLED = re.compile(r"[+*]?[\d ()-]+")
_WEB = re.compile(r"https?://[^\s/]+\.[^\s]+")
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


def faults_of_country(file: str, country: Country) -> Iterator[Fault]:
    """Everything that would leave somebody without a number, or with one that nobody stands for."""
    if file != f"support/{country.iso2.lower()}.toml":
        yield Fault(file, "", "iso2", Rule.ORDER, f"name this file {country.iso2.lower()}.toml")
    if not country.emergency:
        yield Fault(file, "", "emergency", Rule.MISSING, "add the emergency number; it comes first")
    for line in country.lines:
        yield from _line_faults(file, country, line)
    limited = [bool(line.only_for or line.region) for line in country.lines]
    if limited != sorted(limited):
        yield Fault(file, "", "lines", Rule.ORDER, "put lines for anyone before lines for some")
    for finder in country.finders:
        yield from _entry_faults(file, country, finder)


def _line_faults(file: str, country: Country, line: Helpline) -> Iterator[Fault]:
    if not any((line.phone, line.sms, line.whatsapp, line.chat)):
        yield Fault(file, line.id, "phone", Rule.MISSING, "say how to reach it: phone, sms, whatsapp or chat")
    for field in ("hours", "source_date", "sources"):
        if not getattr(line, field):
            yield Fault(file, line.id, field, Rule.MISSING, "add this; nobody dials a number without it")
    for field in ("sms", "whatsapp"):
        if getattr(line, field) and not _DIALLED.fullmatch(getattr(line, field)):
            yield Fault(file, line.id, field, Rule.RANGE, "write the number as it is dialled, and nothing else")
    yield from _entry_faults(file, country, line)


def _entry_faults(file: str, country: Country, entry: Helpline | Finder) -> Iterator[Fault]:
    if not entry.id.startswith(f"{country.iso2.lower()}-"):
        yield Fault(file, entry.id, "id", Rule.ORDER, f"begin this id with {country.iso2.lower()}-")
    if entry.phone and not _DIALLED.fullmatch(entry.phone):
        yield Fault(file, entry.id, "phone", Rule.RANGE, "write the number as it is dialled, and nothing else")
    if entry.web and not _WEB.fullmatch(entry.web):
        yield Fault(file, entry.id, "web", Rule.RANGE, "write the whole address, from https:// on")
    if not entry.sources:
        yield Fault(file, entry.id, "sources", Rule.MISSING, "say who gives this number or address")
    dates = [("source_date", entry.source_date), *(("sources.date", source.date) for source in entry.sources)]
    for field, date in dates:
        if date and not _DAY.fullmatch(date):
            yield Fault(file, entry.id, field, Rule.RANGE, "write a date such as 2026-11-22, 2026-11 or 2026")
        elif date > country.checked.isoformat():
            plain = f"{date} is after the day of checking; set `checked` to the day you looked"
            yield Fault(file, entry.id, field, Rule.RANGE, plain)
