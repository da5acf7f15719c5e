"""Flipped bits and cut files: no single change to a file may be taken for what was saved."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from coach.core.records import History
from coach.store import Store, StoreError
from coach.store.vault import PLAIN_NAME, SEALED_NAME
from tests.faults.power import FIRST, bytes_of, open_any
from tests.store.simulator import Disk, Tree
from tests.store.worlds import FOLDER, STATE, day, steps_of


class Flips(msgspec.Struct):
    """How each changed file was taken. `silent` are those that opened as something else without a word."""

    tried: int = 0
    restored: int = 0
    refused: int = 0
    silent: int = 0


def small_store(passphrase: str | None) -> tuple[Tree, History]:
    """A store with a backup, and what is in it."""
    disk = Disk({("/", "d"): None, ("/", "s"): None})
    store = Store.open(FOLDER, STATE, now=day(0), files=disk)
    store.commit(*steps_of(0, day(0)), now=day(0))
    history = store.commit(*steps_of(1, day(1)), now=day(1))
    if passphrase is not None:
        store.set_passphrase(passphrase)
    store.backup("import", now=day(1, 1))
    store.close()
    return disk.tree(), history


def flips(*, sealed: bool, stride: int = 1) -> Flips:
    """Every bit of the main file, or every `stride`-th."""
    tree, history = small_store(FIRST if sealed else None)
    path = ("/", "d", SEALED_NAME if sealed else PLAIN_NAME)
    data = tree[path] or b""
    changed = (_flipped(data, bit) for bit in range(0, len(data) * 8, stride))
    return _take(tree, path, changed, history)


def cuts(*, sealed: bool, stride: int = 1) -> Flips:
    """The main file cut at every length, or at every `stride`-th, and with zeros to its full length again."""
    tree, history = small_store(FIRST if sealed else None)
    path = ("/", "d", SEALED_NAME if sealed else PLAIN_NAME)
    data = tree[path] or b""
    lengths = range(0, len(data), stride)
    changed = (part for n in lengths for part in (data[:n], data[:n].ljust(len(data), b"\0")))
    return _take(tree, path, changed, history)


def _flipped(data: bytes, bit: int) -> bytes:
    at, mask = bit // 8, 1 << bit % 8
    return data[:at] + bytes((data[at] ^ mask,)) + data[at + 1 :]


def _take(tree: Tree, path: tuple[str, ...], changed: Iterator[bytes], history: History) -> Flips:
    counts = Flips()
    for data in changed:
        counts.tried += 1
        disk = Disk({**tree, path: data})
        try:
            store = open_any(disk, (FIRST,), day(2))
        except StoreError:
            counts.refused += 1
            continue
        if store.notices and bytes_of(store.history) == bytes_of(history) and data in disk.tree().values():
            counts.restored += 1
        elif store.read_only and store.behind:
            counts.refused += 1
        else:
            counts.silent += 1
    return counts
