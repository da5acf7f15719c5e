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
from coach.engine.exporting import Choice, Format, bring_in, export, texts_of
from coach.report.files import read_import, write_export
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
            width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else 80
            click.echo(review_text(chosen, texts_of(engine.library), width))
        else:
            section = engine.library.strings["review"]
            click.echo(section["none"] if reflection.stories(engine.history) else section["empty"])
    finally:
        engine.keeper.close()


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
@click.option("--latest", metavar="N", type=click.IntRange(min=0), default=3, show_default=True,
              help="html: how many of the latest reflections stand on the page.")
@click.option("--safety", is_flag=True, help="html: also what you were told about safety.")
@click.option("--hide", metavar="WORD", multiple=True, help="html: a name or word to take out; may be given again.")
def write(path: Path, form: str, overwrite: bool, latest: int, safety: bool, hide: tuple[str, ...]) -> None:
    """Write everything to a file: a journal, a table, a complete copy, or a page for a therapist."""
    engine = asked()
    try:
        told = [each.attempt.id for each in reflection.stories(engine.history) if each.reflection is not None]
        chosen = frozenset(told[-latest:] if latest else ())
        choice = Choice(reflections=chosen, hide=frozenset(hide), safety=safety)
        said = write_export(path, export(engine, Format(form), choice), overwrite)
    finally:
        engine.keeper.close()
    click.echo(f"{printable(path.name)}. {said}")


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


