"""Commands that look after the store and the content: doctor, passphrase, erase, check."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from coach.commands.opening import ask_passphrase, is_locked, opened
from coach.core.errors import PlainError
from coach.engine import SystemClock
from coach.library import find_content
from coach.library.checking import check as check_content
from coach.store import Store, data_dir, erase, examine, state_dir

CONTENT, STORE = 3, 4
WORD = "erase"


@click.command()
def doctor() -> None:
    """Check the store, its backups, permissions and the content; say what is wrong and what to run."""
    findings = examine(data_dir(), state_dir())
    for finding in findings:
        click.echo(f"{'ok ' if finding.ok else 'NOT'} {finding.what}")
        if not finding.ok and finding.run:
            click.echo(f"    What to do: {finding.run}")
    report = check_content(find_content())
    click.echo("ok  Content is in order." if not report.faults else f"NOT Content has {len(report.faults)} faults.")
    if report.faults:
        click.echo("    What to do: coach check")
    if not all(finding.ok for finding in findings):
        sys.exit(STORE)
    if report.faults:
        sys.exit(CONTENT)


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Check a content folder: for people who write their own. One line a fault."""
    report = check_content(folder or find_content())
    for note in report.notes:
        click.echo(note)
    for fault in report.faults:
        click.echo(str(fault))
    if report.faults:
        click.echo(f"{len(report.faults)} to mend.", err=True)
        sys.exit(CONTENT)
    click.echo("Content is in order.")


@click.group()
def passphrase() -> None:
    """Encrypt what is saved, change the passphrase, or take it away. A lost passphrase cannot be mended."""


@passphrase.command("set")
def set_() -> None:
    """Encrypt everything, backups too."""
    if is_locked():
        raise PlainError("There is a passphrase already. To change it: coach passphrase change", "usage")
    new = _new()
    store = _store(opened().keeper)
    try:
        store.set_passphrase(new)
    finally:
        store.close()
    click.echo("Everything is encrypted now. Nobody can bring back a lost passphrase, so keep it somewhere safe.")


@passphrase.command()
def change() -> None:
    """Change the passphrase."""
    old = _old()
    new = _new()
    store = _store(opened(old).keeper)
    try:
        store.change_passphrase(old, new)
    finally:
        store.close()
    click.echo("The passphrase is changed.")


@passphrase.command()
def remove() -> None:
    """Decrypt everything. Whoever can use your account can read it then."""
    old = _old()
    store = _store(opened(old).keeper)
    try:
        store.remove_passphrase(old)
    finally:
        store.close()
    click.echo("The passphrase is gone. What you saved can be read without it now.")


@passphrase.command("forgot")
def forgot() -> None:
    """Start over with an empty store. The old one stays, still encrypted, beside it."""
    if not is_locked():
        raise PlainError("There is no passphrase.", "usage")
    click.confirm("Start over with nothing in it? The old files stay, still encrypted", abort=True)
    click.echo(Store.start_over(data_dir(), state_dir(), now=SystemClock().now()))


def _old() -> str:
    if not is_locked():
        raise PlainError("There is no passphrase yet. To set one: coach passphrase set", "usage")
    return ask_passphrase("Passphrase now")


def _new() -> str:
    typed = ask_passphrase("New passphrase, at least 10 characters; four or five plain words are good")
    if ask_passphrase("Once more") != typed:
        raise PlainError("The two were not the same. Nothing was changed.", "usage")
    return typed


def _store(keeper: object) -> Store:
    if not isinstance(keeper, Store):
        raise PlainError("This store cannot be encrypted.", "store")
    return keeper


@click.command("erase")
def erase_all() -> None:
    """Remove everything that was saved, backups too. Asks you to type a word first."""
    click.echo("This removes everything you wrote with Coach on this computer, and every backup.")
    if click.prompt(f"Type {WORD} to go on", default="", show_default=False) != WORD:
        click.echo("Nothing was removed.")
        return
    left = erase(data_dir(), state_dir(), now=SystemClock().now())
    click.echo("Everything that Coach saved here is removed.")
    for line in left:
        click.echo(line)
