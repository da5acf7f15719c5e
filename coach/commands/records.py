"""Commands that read records, hand them over, and bring them back in."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from coach.commands.opening import asked
from coach.core import reflection
from coach.core.ladder import Band, band_of
from coach.core.records import Outcome
from coach.core.reflection import Story
from coach.core.text import printable
from coach.engine import Engine
from coach.engine.exporting import Choice, Format, bring_in, export, latest, texts_of
from coach.report.files import read_import, write_export
from coach.report.page import MOST_REFLECTIONS
from coach.report.preview import preview
from coach.report.review import review_json, review_text

WIDEST = 100


@click.command()
@click.option("--search", metavar="TEXT", default="", help="Only those that hold this text.")
@click.option("--outcome", type=click.Choice([each.value for each in Outcome]), help="Only this outcome.")
@click.option("--band", type=click.Choice([each.value for each in Band]), help="Only steps of this band.")
@click.option("--since", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="From this day on: 2026-01-31.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Only the latest N.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def review(
    search: str, outcome: str | None, band: str | None, since: dt.datetime | None, limit: int | None, as_json: bool
) -> None:
    """Read what you wrote, as text."""
    engine = asked()
    try:
        found = [
            each for each in reflection.stories(engine.history)
            if each.reflection is not None
            and (outcome is None or each.outcome == outcome)
            and (band is None or band_of(each.attempt.rating) == band)
            and (since is None or each.attempt.at.date() >= since.date())
            and _holds(each, search)
        ]
        chosen = found[-limit:] if limit else found
        if as_json:
            click.echo(review_json(chosen))
        elif chosen:
            click.echo(review_text(chosen, texts_of(engine.library), _width()))
        else:
            section = engine.library.strings["review"]
            click.echo(section["none"] if reflection.stories(engine.history) else section["empty"])
    finally:
        engine.keeper.close()


def _is_read() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _width() -> int:
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else 80


def _holds(story: Story, search: str) -> bool:
    wanted = search.casefold()
    return not wanted or any(wanted in text.casefold() for text in _texts(story))


def _texts(story: Story) -> Iterable[str]:
    later = story.look_back.answers if story.look_back else {}
    yield story.attempt.step_title
    for answers in (story.before, story.after, later):
        yield from (value for value in answers.values() if isinstance(value, str))


@click.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", required=True, type=click.Choice([each.value for each in Format]), help="How it is written.",
)
@click.option("--overwrite", is_flag=True, help="Replace a file of that name.")
@click.option("--latest", "count", metavar="N", type=click.IntRange(0, MOST_REFLECTIONS), default=MOST_REFLECTIONS,
              show_default=True, help="html: how many of the latest reflections stand on the page.")
@click.option("--safety", is_flag=True, help="html: also what you were told about safety.")
@click.option("--hide", metavar="WORD", multiple=True, help="html: a name or word to take out; may be given again.")
@click.option("--yes", is_flag=True, help="html: write without showing the page first.")
def write(
    path: Path, form: str, overwrite: bool, count: int, safety: bool, hide: tuple[str, ...], yes: bool
) -> None:
    """Write everything to a file: a journal, a table, a complete copy, or a page for a therapist.

    On a terminal the page for a therapist is shown first, and written when you say so.
    """
    engine = asked()
    try:
        choice = Choice(reflections=latest(engine, count), hide=frozenset(hide), safety=safety)
        if form == Format.HTML and not yes and not _agreed(engine, choice):
            click.echo(engine.library.strings["preview"]["left"])
            return
        said = write_export(path, export(engine, Format(form), choice), overwrite)
    finally:
        engine.keeper.close()
    click.echo(f"{printable(path.name)}. {said}")


def _agreed(engine: Engine, choice: Choice) -> bool:
    """Whether somebody who has read what the page will say wants it written; nobody is asked where nobody reads."""
    if not _is_read():
        return True
    click.echo(preview(engine.history, texts_of(engine.library), choice, engine.now(), _width()))
    return click.confirm(engine.library.strings["preview"]["write"])


@click.command("import")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
def read(path: Path) -> None:
    """Bring in a complete copy that was written with: coach export FILE --format json"""
    data = read_import(path)
    engine = asked()
    try:
        counts = bring_in(engine, data)
    finally:
        engine.keeper.close()
    click.echo(f"Brought in: {counts.added} new, {counts.replaced} with later changes, {counts.kept} here already.")
    if counts.checks_left:
        click.echo("Some fit and safety checks stayed in the file. A check here always decides by itself.")
