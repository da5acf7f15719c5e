"""Dates in words, the same on every computer: the system's own month names follow its language."""

from __future__ import annotations

import datetime as dt

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)


def month(day: dt.date) -> str:
    """Such as `November 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def long_date(day: dt.date) -> str:
    """Such as `5 November 2026`."""
    return f"{day.day} {month(day)}"


def short_date(day: dt.date) -> str:
    """Such as `5 Nov 2026`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def span(first: dt.date, last: dt.date) -> str:
    """Such as `5 Nov to 9 Dec 2026`; one day alone when both are the same."""
    if first == last:
        return short_date(first)
    start = short_date(first) if first.year != last.year else short_date(first).rsplit(" ", 1)[0]
    return f"{start} to {short_date(last)}"
