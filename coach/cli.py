"""Arguments -> what to run. The only module that knows all the others; a front end is loaded when it is needed."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import msgspec

from coach import __version__
from coach.choosing import Reason, wants_plain
from coach.core import screening
from coach.core.errors import PlainError
from coach.core.flow import AnswerError
from coach.core.support import support_text
from coach.library import ContentError, Library

USAGE, CONTENT, STORE = 2, 3, 4
"""Exit codes: wrong usage, content at fault, store at fault."""

Ready = Callable[[], tuple[Any, ...]]
"""Gives what a front end runs on: an engine, what unlocks it, and the folder it keeps things in."""

LATE = {
    "review": ("records", "review", "Read what you wrote, as text."),
    "export": ("records", "write", "Write everything to a file, or a page for a therapist."),
    "import": ("records", "read", "Bring in a complete copy."),
    "passphrase": ("upkeep", "passphrase", "Encrypt what is saved: set, change, remove, forgot."),
    "demo": ("demo", "demo", "Look around in made-up weeks of practice; nothing is saved."),
    "doctor": ("upkeep", "doctor", "Check the store, its backups and the content."),
    "check": ("upkeep", "check", "Check a content folder."),
    "erase": ("upkeep", "erase_all", "Remove everything, backups too."),
}
"""Commands that are loaded when they are run: module of `coach.commands`, name in it, one line of help."""


class _Commands(click.Group):
    """The group, with every known error turned into one plain sentence and its exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the alphabet."""
        return sorted([*super().list_commands(ctx), *LATE])

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """A command by its name; most are loaded here."""
        if name not in LATE:
            return super().get_command(ctx, name)
        module, function, _ = LATE[name]
        command: click.Command = getattr(import_module(f"coach.commands.{module}"), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in `--help`, without loading any of them."""
        rows = [
            (name, LATE[name][2] if name in LATE else self.commands[name].get_short_help_str(90))
            for name in self.list_commands(ctx)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; no traceback ever reaches the terminal."""
        try:
            return super().invoke(ctx)
        except ContentError as error:
            _stop(str(error), CONTENT)
        except PlainError as error:
            _stop(error.plain, USAGE if error.code == "usage" else STORE)


def _stop(plain: str, code: int) -> None:
    click.echo(plain, err=True)
    sys.exit(code)


@click.group(
    cls=_Commands, invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and simple terminals.")
@click.version_option(__version__, prog_name="coach")
@click.pass_context
def main(ctx: click.Context, plain: bool) -> None:
    """Practise asking, one small step at a time, and find out what a no is really like.

    Everything stays on this computer. For people to call or write to at once: coach support
    """
    ctx.obj = lambda as_plain, ready: run_app(plain or as_plain, ready)
    if ctx.invoked_subcommand is None:
        run_app(plain)


class _RememberedPlain(Exception):  # noqa: N818
    """Settings say plain mode: known only once the store is open."""

    def __init__(self, opened: tuple[Any, ...]) -> None:
        super().__init__()
        self.opened = opened


def run_app(plain: bool, ready: Ready | None = None) -> None:
    """Run a front end, which opens the store once it is sure that there is a terminal to show it on.

    `ready` gives something else to run on than this person's store.
    """
    ready = ready or _ready
    reason = wants_plain(plain, os.environ, encoding=_encoding())
    if reason is not None:
        run_plain(reason, ready)
    gc.disable()
    try:
        import_module("coach.tui.run").run(partial(_ready_to_draw, ready))
    except _RememberedPlain as remembered:
        opened = remembered.opened
        run_plain(Reason.SETTING, lambda: opened)


def _encoding() -> str:
    """That of the output. A closed output has none, and is found to be no terminal later."""
    return sys.stdout.encoding if sys.stdout else "utf-8"


def run_plain(reason: Reason, ready: Ready) -> None:
    """Run plain mode and exit. Raises PlainError, and opens nothing, when there is nobody to ask."""
    gc.enable()
    if not (os.isatty(0) and os.isatty(1)):
        raise PlainError(Library().strings["plain"]["no_terminal"], "usage")
    import_module("coach.tui.guard").tell_only_codes()
    sys.exit(import_module("coach.plain.run").run(*ready(), reason=reason.value))


def _ready_to_draw(ready: Ready) -> tuple[Any, ...]:
    """The same; raises _RememberedPlain when settings say plain mode."""
    opened = ready()
    if wants_plain(False, os.environ, opened[0].settings.plain, _encoding()) is not None:
        raise _RememberedPlain(opened)
    return opened


def _ready() -> tuple[Any, ...]:
    """What a front end runs on: an engine, what unlocks it, and the folder it keeps things in."""
    opening = import_module("coach.commands.opening")
    return (*opening.ready(), str(opening.data_dir()))


@main.command()
@click.option("--country", metavar="CODE", default="", help="Two letters, such as GB or US.")
def support(country: str) -> None:
    """People to call or write to, at once. Asks nothing, stores nothing, works with a broken store."""
    library = Library()
    found = library.country(country) if country else None
    click.echo(support_text(found, library.world, library.strings["help"]), nl=False)
    if country and found is None:
        _stop(f"There is no page for the country {country!r}. Give two letters, such as GB or US.", USAGE)


@main.command()
@click.option(
    "--answers", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='A JSON file: {"item": value, ...}.',
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def screen(answers: Path, as_json: bool) -> None:
    """Route a file of answers to the fit and safety check. Stores nothing."""
    content = Library().screening
    try:
        given = msgspec.json.decode(answers.read_bytes(), type=dict[str, str | int])
        asked = screening.walked(content, given)
    except msgspec.DecodeError as error:
        _stop(f"This is not a file of answers: {error}", USAGE)
    except AnswerError as error:
        _stop(str(error), USAGE)
    result = screening.decided(content, asked)
    if as_json:
        told = {
            "route": result.route, "reasons": result.reasons, "asked": tuple(asked), "scores": result.scores,
            "content_version": content.version,
        }
        click.echo(msgspec.json.encode(told).decode())
        return
    text = content.route(result.route)
    click.echo(f"{text.title}\n\n{text.lead}")
    for reason in result.reasons:
        rule = content.rule(reason)
        click.echo(f"\n{rule.said} {rule.matters}\n{rule.change}")


if __name__ == "__main__":
    main()
