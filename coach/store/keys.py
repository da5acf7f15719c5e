"""Setting, changing and removing the passphrase, so that a kill at any point leaves a store that opens.

There is one step each that decides. *Set*: the sealed file gets its name. *Change*: the key file, which for a
while holds the old and the new key, is replaced. *Remove*: the sealed file loses its name. Whatever a kill
leaves undone on either side of that step, `tidy` does at the next opening.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.store import backups, words
from coach.store.codec import SIZE_LIMIT
from coach.store.errors import StoreError, UnreadableError
from coach.store.files import Files
from coach.store.mark import Mark, is_mark_sealed, write_mark
from coach.store.opening import free_name
from coach.store.vault import (
    IDENTITY_NAME,
    PLAIN_NAME,
    SEAL,
    SEALED_NAME,
    PlainVault,
    Vault,
    WrongPassphraseError,
    is_sealed,
    sealing,
)
from coach.store.whole import check_file, check_folder, is_folder, sync_folder, write_whole

SHORTEST, LONGEST = 10, 1000
"""Characters in a passphrase."""
FORGOTTEN = "forgotten"
_KEY_LIMIT = 1 << 16
_KEPT = ("quarantine-", "other-")


class Keys(msgspec.Struct, frozen=True, kw_only=True):
    """What a passphrase opened: the secret keys, newest last, and the bytes of the file they came from."""

    identities: tuple[str, ...]
    data: bytes


def is_encrypted(files: Files, folder: Path) -> bool:
    """True when the store needs a passphrase: it is sealed, or gone while its key is still there."""
    if files.stat(folder / SEALED_NAME) is not None:
        return True
    return files.stat(folder / IDENTITY_NAME) is not None and files.stat(folder / PLAIN_NAME) is None


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """The two folders of a store, and how to reach them."""

    files: Files
    folder: Path
    state: Path


def unlock(files: Files, folder: Path, state: Path, passphrase: str | None) -> Keys | None:
    """The keys of this folder, or None when it is plain.

    Raises StoreError: `passphrase`, `wrong_passphrase`, `damaged` for a key file that is, and `missing` when
    the mark says that there was a passphrase and nothing here has one.
    """
    if not is_encrypted(files, folder):
        if is_mark_sealed(files, state):
            raise StoreError("missing", words.GONE)
        return None
    if passphrase is None:
        raise StoreError("passphrase", words.NEEDS_PASSPHRASE)
    return open_keys(files, folder, passphrase)


def vault_for(keys: Keys | None) -> Vault:
    """The vault that these keys open."""
    return PlainVault() if keys is None else sealing().vault(keys.identities)


def open_keys(files: Files, folder: Path, passphrase: str) -> Keys:
    """The keys from the key file, or from its copy beside the backups. Raises StoreError."""
    if len(passphrase) > LONGEST:
        raise StoreError("wrong_passphrase", words.WRONG)
    wrong = False
    tried: list[bytes] = []
    for path in key_files(folder):
        if check_file(files, path) is None:
            continue
        with suppress(UnreadableError):
            data = files.read(path, _KEY_LIMIT)
            if data not in tried:
                tried.append(data)
                try:
                    return Keys(identities=sealing().unlock(data, passphrase), data=data)
                except WrongPassphraseError:
                    wrong = True
    raise StoreError("wrong_passphrase", words.WRONG) if wrong else StoreError("damaged", words.KEY_DAMAGED)


def check_new(passphrase: str) -> None:
    """Raises StoreError `weak` for a passphrase that is too short or too long."""
    if len(passphrase) < SHORTEST:
        raise StoreError("weak", words.SHORT)
    if len(passphrase) > LONGEST:
        raise StoreError("weak", words.LONG)


def save_keys(files: Files, folder: Path, identities: tuple[str, ...], passphrase: str) -> Keys:
    """Write the key file and then its copy. Raises OSError and StoreError."""
    data = sealing().lock_up(identities, passphrase)
    check_folder(files, folder / backups.FOLDER)
    for path in key_files(folder):
        write_whole(files, path, data)
    return Keys(identities=identities, data=data)


def seal(where: Where, data: bytes, new: str, now: dt.datetime) -> Vault:
    """Set a passphrase. `data` is what the main file says. Raises OSError and StoreError."""
    files, folder = where.files, where.folder
    vault = vault_for(save_keys(files, folder, (sealing().new_identity(),), new))
    write_whole(files, folder / SEALED_NAME, vault.seal(data))
    _seal_leftovers(files, folder, vault, now)
    return vault


def change(where: Where, old: Keys, new: str, mark: Mark) -> Vault:
    """Give everything a new key that the new passphrase opens. Raises OSError and StoreError."""
    identities = (*old.identities, sealing().new_identity())
    return finish_change(where, save_keys(where.files, where.folder, identities, new), new, mark)


def finish_change(where: Where, both: Keys, passphrase: str, mark: Mark) -> Vault:
    """Seal everything to the newest key, then keep only that key. Raises OSError and StoreError.

    A file that no key opens stays as it is: it was damaged before.
    """
    files, folder = where.files, where.folder
    vault = vault_for(both)
    for path in _contents(files, folder):
        if is_sealed(path):
            with suppress(UnreadableError):
                write_whole(files, path, vault.seal(vault.open(files.read(path, SIZE_LIMIT))))
    write_mark(files, where.state, mark, vault)
    return vault_for(save_keys(files, folder, both.identities[-1:], passphrase))


def unseal(where: Where, data: bytes, vault: Vault, mark: Mark) -> Vault:
    """Remove the passphrase. Raises OSError and StoreError; before the last step the store is still sealed."""
    files, folder = where.files, where.folder
    write_mark(files, where.state, mark, PlainVault())
    for path in _contents(files, folder):
        if is_sealed(path) and path.name != SEALED_NAME:
            with suppress(UnreadableError):
                write_whole(files, _plain(path), vault.open(files.read(path, SIZE_LIMIT)))
    write_whole(files, folder / PLAIN_NAME, data)
    _drop(files, folder / SEALED_NAME)
    tidy_plain(files, folder)
    return PlainVault()


def tidy_plain(files: Files, folder: Path) -> None:
    """End a removal, or a setting that never came to its step: drop what has a plain twin."""
    has_key = any(files.stat(path) is not None for path in key_files(folder))
    if not has_key or files.stat(folder / SEALED_NAME) is not None:
        return
    sealed = [path for path in _contents(files, folder) if is_sealed(path)]
    for path in sealed:
        if files.stat(_plain(path)) is not None:
            _drop(files, path)
    if all(files.stat(path) is None for path in sealed):
        for path in reversed(key_files(folder)):
            if files.stat(path) is not None:
                _drop(files, path)


def tidy_sealed(files: Files, folder: Path, vault: Vault, keys: Keys, now: dt.datetime) -> tuple[str, ...]:
    """End the setting of a passphrase, or a removal that never came to its step; what to tell the person.

    A plain file that says something else than its sealed twin came from outside: it is kept, but sealed. The
    key file that the passphrase opened is copied over the other one, so that a damaged one is mended and a
    change that stopped between the two counts as made or not made, by the passphrase the person uses.
    """
    for path in key_files(folder):
        if is_folder(files, path.parent) and not _holds(files, path, keys.data):
            write_whole(files, path, keys.data)
    found = files.stat(folder / PLAIN_NAME) is not None
    strange = _seal_leftovers(files, folder, vault, now)
    return (words.UNPROTECTED,) if found and strange else ()


def put_away(files: Files, folder: Path, now: dt.datetime) -> str:
    """Move a store that cannot be opened into a folder of its own, key last; the name of that folder.

    Nothing is deleted: whoever remembers the passphrase later can still open it.
    """
    put = free_name(files, folder, FORGOTTEN, now, "")
    target = folder / put
    check_folder(files, target)
    moved = [name for name in files.names(folder) if is_content(name)]
    for name in (*moved, backups.FOLDER, IDENTITY_NAME):
        if files.stat(folder / name) is not None:
            files.replace(folder / name, target / name)
    sync_folder(files, target)
    sync_folder(files, folder)
    return put


def key_files(folder: Path) -> tuple[Path, Path]:
    """The key file and its copy beside the backups."""
    return folder / IDENTITY_NAME, folder / backups.FOLDER / IDENTITY_NAME


def is_content(name: str) -> bool:
    """True for the name of a file that holds what a person saved."""
    kept = name in (SEALED_NAME, PLAIN_NAME) or name.startswith(_KEPT)
    return kept or backups.parse_name(name) is not None


def _contents(files: Files, folder: Path) -> list[Path]:
    """Every file that holds what a person saved, the main file first. Links and giants are not ours: left out."""
    kept = [folder / name for name in files.names(folder) if name.startswith(_KEPT)]
    made = [folder / backups.FOLDER / backup.name for backup in backups.named(files, folder)]
    return [path for path in (folder / SEALED_NAME, folder / PLAIN_NAME, *kept, *made) if _is_ours(files, path)]


def _is_ours(files: Files, path: Path) -> bool:
    try:
        found = check_file(files, path)
    except StoreError:
        return False
    return found is not None and found.size <= SIZE_LIMIT


def _seal_leftovers(files: Files, folder: Path, vault: Vault, now: dt.datetime) -> bool:
    """Seal every plain file and take it away; True when one of them said something else than its twin."""
    strange = False
    for path in _contents(files, folder):
        if is_sealed(path):
            continue
        data = files.read(path, SIZE_LIMIT)
        twin = path.with_name(path.name + SEAL)
        if files.stat(twin) is not None and not _says(files, twin, vault, data):
            twin = folder / free_name(files, folder, "other", now, f".json{SEAL}")
            strange = True
        if files.stat(twin) is None:
            write_whole(files, twin, vault.seal(data))
        _drop(files, path)
    return strange


def _says(files: Files, sealed: Path, vault: Vault, data: bytes) -> bool:
    """True when a sealed file holds exactly these bytes."""
    try:
        return vault.open(files.read(sealed, SIZE_LIMIT)) == data
    except UnreadableError:
        return False


def _holds(files: Files, path: Path, data: bytes) -> bool:
    return check_file(files, path) is not None and files.read(path, _KEY_LIMIT) == data


def _plain(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(SEAL))


def _drop(files: Files, path: Path) -> None:
    files.unlink(path)
    sync_folder(files, path.parent)
