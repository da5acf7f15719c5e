"""What `coach doctor` finds out about the store. It changes nothing and works on a broken or locked one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from coach.store import backups, keys, opening, words
from coach.store.codec import SIZE_LIMIT, Loaded, decode
from coach.store.errors import NewerError, UnreadableError
from coach.store.files import REAL, Files, Stat
from coach.store.mark import is_mark_sealed, read_mark
from coach.store.vault import IDENTITY_NAME, PLAIN_NAME, SEALED_NAME, PlainVault
from coach.store.whole import is_folder, is_temporary

_START = "coach"
_LITTLE = 50 * 1024 * 1024


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at: whether it is fine, what it is in a plain sentence, and what to run."""

    ok: bool
    what: str
    run: str = ""


def examine(folder: Path, state: Path, files: Files = REAL) -> tuple[Finding, ...]:
    """Everything worth saying about a store, most important first. Never raises."""
    findings: list[Finding] = []
    steps: tuple[Callable[[Files, Path, Path], Iterator[Finding]], ...] = (
        _place,
        _lock,
        _main,
        _copies,
        _leftovers,
        _mark,
        _space,
    )
    for step in steps:
        try:
            findings.extend(step(files, folder, state))
        except OSError as error:
            name = type(error).__name__
            findings.append(Finding(ok=False, what=f"A look into the folder failed: {name}.", run="ls -la"))
    return tuple(findings)


def _place(files: Files, folder: Path, state: Path) -> Iterator[Finding]:
    found = files.stat(folder)
    if found is None:
        yield Finding(ok=True, what="Nothing is saved yet: there is no folder.")
        return
    if not found.is_folder:
        yield Finding(ok=False, what=words.NOT_A_FOLDER)
        return
    yield Finding(ok=True, what=f"What you save is in {folder}.")
    for path in (folder, state, *_all(files, folder)):
        yield from _modes(files, path, files.stat(path))
    if not found.mode & 0o200:
        yield Finding(ok=False, what="The folder may not be written.", run=f"chmod 700 {folder}")


def _modes(files: Files, path: Path, found: Stat | None) -> Iterator[Finding]:
    if found is None or files.me() == -1:
        return
    if found.owner != files.me():
        yield Finding(ok=False, what=f"{path.name} belongs to another user.", run=f"ls -l {path}")
    elif found.kind not in ("file", "folder") or (found.is_file and found.links != 1):
        yield Finding(ok=False, what=words.not_ordinary(path.name), run=f"ls -l {path}")
    elif found.mode & 0o077:
        mode = 700 if found.is_folder else 600
        yield Finding(ok=False, what=f"Other users may be able to read {path.name}.", run=f"chmod {mode} {path}")


def _lock(files: Files, folder: Path, state: Path) -> Iterator[Finding]:
    path = folder / opening.LOCK_NAME
    found = files.stat(path)
    if found is None or not found.is_file:
        return
    note, paused = files.lock_note(path)
    held = files.lock(path, note)
    if held is None:
        yield Finding(ok=not paused, what=words.already_open(note, paused))
    else:
        held.release()


def _main(files: Files, folder: Path, state: Path) -> Iterator[Finding]:
    sealed, plain = (files.stat(folder / name) for name in (SEALED_NAME, PLAIN_NAME))
    if keys.is_encrypted(files, folder):
        yield from _sealed(files, folder, sealed)
        if plain is not None:
            what = "A file without a passphrase lies beside your store. Opening Coach seals it."
            yield Finding(ok=False, what=what, run=_START)
    elif is_mark_sealed(files, state):
        yield Finding(ok=False, what=words.GONE)
    elif plain is None:
        made = bool(backups.named(files, folder))
        what = f"{words.NOT_IN_FOLDER} Starting Coach goes back to the newest backup."
        yield (Finding(ok=False, what=what, run=_START) if made else Finding(ok=True, what="Nothing is saved yet."))
    elif plain.is_file:
        yield _plain(files, folder)[0]


def _plain(files: Files, folder: Path) -> tuple[Finding, Loaded | None]:
    try:
        loaded = decode(files.read(folder / PLAIN_NAME, SIZE_LIMIT))
    except NewerError:
        return Finding(ok=False, what=words.NEWER), None
    except UnreadableError:
        what = "The file with what you saved is damaged. Starting Coach goes back to the newest backup."
        return Finding(ok=False, what=what, run=_START), None
    what = f"The file with what you saved is whole: {loaded.count:,} entries, last saved {_day(loaded)}."
    return Finding(ok=True, what=what), loaded


def _sealed(files: Files, folder: Path, main: Stat | None) -> Iterator[Finding]:
    if main is None:
        yield Finding(ok=False, what=words.NOT_IN_FOLDER, run=_START)
    else:
        yield Finding(ok=True, what="What you saved has a passphrase, so only opening it shows that it is whole.")
    copies = [files.stat(path) for path in keys.key_files(folder)]
    if copies[0] is None:
        what = f"The key file {IDENTITY_NAME} is gone"
        yield Finding(ok=False, what=f"{what}; its copy beside the backups is used." if copies[1] else f"{what}.")


def _copies(files: Files, folder: Path, state: Path) -> Iterator[Finding]:
    made = backups.named(files, folder)
    if not made:
        return
    readable = [b for b in made if b.name.endswith(".json")]
    bad = [b for b in readable if not _is_good(files, folder / backups.FOLDER / b.name)]
    for backup in bad:
        yield Finding(ok=False, what=f"The backup {backup.name} is damaged and will not be used.")
    number, day = len(made) - len(bad), f"{made[-1].day.day} {made[-1].day:%B %Y}"
    yield Finding(ok=number > 0, what=f"There are {number} backups to go back to, the newest of {day}.")


def _is_good(files: Files, path: Path) -> bool:
    try:
        return backups.read(files, path, PlainVault()) is not None
    except OSError:
        return False


def _leftovers(files: Files, folder: Path, state: Path) -> Iterator[Finding]:
    for path in _all(files, folder):
        if is_temporary(path.name):
            yield Finding(ok=True, what=f"{path.name} is left of a save that was cut off. It is swept away.")
        elif path.name.startswith(("quarantine-", "other-", keys.FORGOTTEN)):
            yield Finding(ok=True, what=f"{path.name} was set aside and kept. Delete it when you do not need it.")


def _mark(files: Files, folder: Path, state: Path) -> Iterator[Finding]:
    if keys.is_encrypted(files, folder) or is_mark_sealed(files, state):
        return
    mark = read_mark(files, state, PlainVault())
    sequence = 0
    if files.stat(folder / PLAIN_NAME) is not None:
        loaded = _plain(files, folder)[1]
        if loaded is None:
            return
        sequence = loaded.about.sequence
    if mark.behind or mark.sequence > sequence:
        what = "This store is older than what Coach saw last. Practice opens after a new fit and safety check."
        yield Finding(ok=False, what=what, run="coach screen")


def _space(files: Files, folder: Path, state: Path) -> Iterator[Finding]:
    if is_folder(files, folder) and (free := files.free(folder)) < _LITTLE:
        yield Finding(ok=False, what=f"Only {free // 1024:,} KB are free on this disk.", run="df -h")


def _all(files: Files, folder: Path) -> list[Path]:
    places = [place for place in (folder, folder / backups.FOLDER) if is_folder(files, place)]
    return [place / name for place in places for name in files.names(place)]


def _day(loaded: Loaded) -> str:
    written: dt.datetime = loaded.about.written
    return f"{written.day} {written:%B %Y at %H:%M}"
