"""The page for a therapist as HTML: one file, no script, nothing loaded from anywhere, two sheets when printed.

Everything is escaped by the template engine, with no exception to look for.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files

import jinja2

from coach.core.records import History
from coach.report import charts
from coach.report.page import Choice, page_of
from coach.report.texts import Texts

TEMPLATE = "handoff.html.jinja"


def html(history: History, texts: Texts, choice: Choice, now: dt.datetime) -> str:
    """The page, also for a preview: what is looked at is what is written. `now` is local time."""
    return _template().render(page=page_of(history, texts, choice, now), chart=charts)


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )
    return environment.from_string((files("coach.report") / TEMPLATE).read_text(encoding="utf-8"))
