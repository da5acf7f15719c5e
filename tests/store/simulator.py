"""A disk in memory that can lose power, fail any call, and say what it might look like afterwards.

The model is harsher than a journalling file system: what was not flushed may be there, torn, zero-filled or out
of order; names that were not flushed may be there in any combination; and after a failed flush the data is gone
for good although reading still shows it. Only what was flushed is certain.
"""

from __future__ import annotations

import copy
import errno
import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from coach.store.files import FILE_MODE, FOLDER_MODE, Stat

ME = 1000
SECTOR = 128
CHUNK = 512
MOST_SUBSETS = 6
ROOT = 0

Tree = dict[tuple[str, ...], bytes | None]
"""A disk as it is found: the parts of every path, with the bytes of a file or None for a folder."""

Entry = tuple[int, str]


class Node:
    """A file or a folder: what reading shows, what is certain, and the writes in between."""

    __slots__ = ("certain", "data", "doomed", "folder", "mode", "owner", "pending", "stamp")

    def __init__(self, *, folder: bool, data: bytes = b"", certain: bytes = b"", mode: int = 0) -> None:
        self.folder = folder
        self.data = data
        self.certain = certain
        self.pending: list[tuple[int, bytes | None]] = []
        self.doomed = False
        self.mode = mode or (FOLDER_MODE if folder else FILE_MODE)
        self.owner = ME
        self.stamp = 0


class Held:
    """The lock of the simulated disk, which nobody else ever wants."""

    def release(self) -> None:
        """Nothing to give back."""


class Disk:
    """The double of `coach.store.files.Files`.

    `after_call` is told the name of each call that changed something. With `fail_at` the call with that number
    (counted from 0) fails with `error`, and all later ones too when `for_ever`. `flush_files` and
    `flush_folders` switched off make the two negative controls.
    """

    def __init__(self, tree: Mapping[tuple[str, ...], bytes | None] | None = None) -> None:
        self.nodes: dict[int, Node] = {ROOT: Node(folder=True)}
        self.entries: dict[Entry, int] = {}
        self.unsynced: list[tuple[frozenset[int], tuple[tuple[Entry, int | None], ...]]] = []
        self.handles: dict[int, tuple[Node, int]] = {}
        self.after_call: Callable[[str], None] | None = None
        self.calls = 0
        self.log: list[str] = []
        self.fail_at, self.error, self.for_ever = -1, 0, False
        self.flush_files = self.flush_folders = True
        self._ids = itertools.count(1)
        self._stamps = itertools.count(1)
        for path in sorted(tree or {}):
            self.put(path, (tree or {})[path])
        self.certain_entries = dict(self.entries)

    # --- what the store asks for ------------------------------------------------------------------------

    def me(self) -> int:
        return ME

    def pid(self) -> int:
        return 1

    def free(self, folder: Path) -> int:
        return 1 << 40

    def stat(self, path: Path) -> Stat | None:
        self._call("stat")
        node = self._find(path.parts)
        if node is None:
            return None
        found = self.nodes[node]
        return Stat(
            kind="folder" if found.folder else "file",
            mode=found.mode,
            owner=found.owner,
            links=1,
            size=len(found.data),
            stamp=(node, found.stamp),
        )

    def names(self, folder: Path) -> tuple[str, ...]:
        self._call("names")
        number = self._need(folder)
        return tuple(sorted(name for parent, name in self.entries if parent == number))

    def make_folder(self, path: Path) -> None:
        self._call("make_folder")
        self._link(path, Node(folder=True))
        self._changed("make_folder")

    def set_mode(self, path: Path, mode: int) -> None:
        self._call("set_mode")
        self.nodes[self._need(path)].mode = mode

    def read(self, path: Path, limit: int) -> bytes:
        self._call("read")
        node = self.nodes[self._need(path)]
        if len(node.data) > limit:
            raise OSError(errno.EFBIG, "too large")
        return node.data

    def create(self, path: Path) -> int:
        self._call("create")
        if self._find(path.parts) is not None:
            raise FileExistsError(errno.EEXIST, "there already")
        node = Node(folder=False)
        self._link(path, node)
        handle = next(self._ids)
        self.handles[handle] = (node, 0)
        self._changed("create")
        return handle

    def write(self, handle: int, data: memoryview) -> int:
        self._call("write")
        node, at = self.handles[handle]
        part = bytes(data[:CHUNK])
        node.pending.append((at, part))
        node.data = _apply(node.data, at, part)
        node.stamp = next(self._stamps)
        self.handles[handle] = (node, at + len(part))
        self._changed("write")
        return len(part)

    def fsync(self, handle: int) -> None:
        node = self.handles[handle][0]
        try:
            self._call("fsync")
        except OSError:
            node.pending, node.doomed = [], True
            raise
        if self.flush_files and not node.doomed:
            node.certain, node.pending = node.data, []
        self._changed("fsync")

    def open_existing(self, path: Path) -> int:
        """A handle for writing over a file, which the store never does: for the comparison only."""
        handle = next(self._ids)
        self.handles[handle] = (self.nodes[self._need(path)], 0)
        return handle

    def truncate(self, handle: int) -> None:
        """Cut a file off where the handle stands: for the comparison only."""
        node, at = self.handles[handle]
        node.pending.append((at, None))
        node.data = _apply(node.data, at, None)
        self._changed("truncate")

    def close(self, handle: int) -> None:
        self.handles.pop(handle)
        self._call("close")

    def replace(self, source: Path, target: Path) -> None:
        self._call("replace")
        old, new = self._entry(source), self._entry(target)
        node = self.entries[old]
        self._rename(((old, None), (new, node)))
        self._changed("replace")

    def unlink(self, path: Path) -> None:
        self._call("unlink")
        self._need(path)
        self._rename(((self._entry(path), None),))
        self._changed("unlink")

    def remove_folder(self, path: Path) -> None:
        self.unlink(path)

    def fsync_folder(self, path: Path) -> None:
        self._call("fsync_folder")
        folder = self._need(path)
        if self.flush_folders:
            rest = []
            for folders, changes in self.unsynced:
                if folder in folders:
                    _rename_in(self.certain_entries, changes)
                else:
                    rest.append((folders, changes))
            self.unsynced = rest
        self._changed("fsync_folder")

    def lock(self, path: Path, note: str) -> Held:
        self._call("lock")
        return Held()

    def lock_note(self, path: Path) -> tuple[str, bool]:
        return "", False

    # --- what the tests ask for -------------------------------------------------------------------------

    def put(self, path: tuple[str, ...], data: bytes | None) -> None:
        """Set a file or folder outright, as if it had always been there."""
        node = Node(folder=data is None, data=data or b"", certain=data or b"")
        node.stamp = next(self._stamps)
        number = next(self._ids)
        self.nodes[number] = node
        parent = self._find(path[:-1])
        assert parent is not None, path
        self.entries[parent, path[-1]] = number
        if hasattr(self, "certain_entries"):
            self.certain_entries[parent, path[-1]] = number

    def owned_by(self, path: Path, owner: int) -> None:
        """Give a file or folder to another user."""
        self.nodes[self._need(path)].owner = owner

    def copy(self) -> Disk:
        """The same disk at this moment, flushed and unflushed, as a new process finds it after a kill."""
        twin = Disk()
        nodes = {number: copy.copy(node) for number, node in self.nodes.items()}
        for node in nodes.values():
            node.pending = list(node.pending)
        twin.nodes, twin.entries = nodes, dict(self.entries)
        twin.certain_entries, twin.unsynced = dict(self.certain_entries), list(self.unsynced)
        twin._ids, twin._stamps = itertools.count(10**6), itertools.count(10**6)
        return twin

    def tree(self) -> Tree:
        """The disk as reading shows it now."""
        return self._tree(self.entries, {})

    def after_power_loss(self) -> Iterator[Tree]:
        """Every state the disk may be found in if the power went now (some may be equal)."""
        for names in self._possible_names():
            reachable = set(_reachable(names))
            loose = [n for n in reachable if self.nodes[n].pending or self.nodes[n].data != self.nodes[n].certain]
            for contents in itertools.product(*(_possible_contents(self.nodes[n]) for n in loose)):
                yield self._tree(names, dict(zip(loose, contents, strict=True)))

    def _possible_names(self) -> Iterator[dict[Entry, int]]:
        number = len(self.unsynced)
        if number <= MOST_SUBSETS:
            choices: Iterator[tuple[bool, ...]] = itertools.product((False, True), repeat=number)
        else:
            ends = (tuple(i < kept for i in range(number)) for kept in range(number + 1))
            single = (tuple(i != lost for i in range(number)) for lost in range(number))
            choices = itertools.chain(ends, single)
        for choice in choices:
            names = dict(self.certain_entries)
            for (_, changes), kept in zip(self.unsynced, choice, strict=True):
                if kept:
                    _rename_in(names, changes)
            yield names

    def _tree(self, names: dict[Entry, int], contents: dict[int, bytes]) -> Tree:
        children: dict[int, list[tuple[str, int]]] = {}
        for (parent, name), number in names.items():
            children.setdefault(parent, []).append((name, number))
        tree: Tree = {}
        todo: list[tuple[int, tuple[str, ...]]] = [(ROOT, ("/",))]
        while todo:
            folder, path = todo.pop()
            for name, number in children.get(folder, ()):
                node = self.nodes[number]
                if node.folder:
                    todo.append((number, (*path, name)))
                    tree[*path, name] = None
                else:
                    tree[*path, name] = contents.get(number, node.data)
        return tree

    def _call(self, what: str) -> None:
        number, self.calls = self.calls, self.calls + 1
        self.log.append(what)
        if self.fail_at >= 0 and (number == self.fail_at or (self.for_ever and number > self.fail_at)):
            raise OSError(self.error, "injected")

    def _changed(self, what: str) -> None:
        if self.after_call is not None:
            self.after_call(what)

    def _find(self, parts: tuple[str, ...]) -> int | None:
        node = ROOT
        for part in parts[1:]:
            found = self.entries.get((node, part))
            if found is None:
                return None
            node = found
        return node

    def _need(self, path: Path) -> int:
        found = self._find(path.parts)
        if found is None:
            raise FileNotFoundError(errno.ENOENT, "not there")
        return found

    def _entry(self, path: Path) -> Entry:
        return self._need(path.parent), path.name

    def _link(self, path: Path, node: Node) -> None:
        number = next(self._ids)
        node.stamp = next(self._stamps)
        self.nodes[number] = node
        self._rename(((self._entry(path), number),))

    def _rename(self, changes: tuple[tuple[Entry, int | None], ...]) -> None:
        _rename_in(self.entries, changes)
        self.unsynced.append((frozenset(parent for (parent, _), _ in changes), changes))


def _rename_in(names: dict[Entry, int], changes: tuple[tuple[Entry, int | None], ...]) -> None:
    for entry, number in changes:
        if number is None:
            names.pop(entry, None)
        else:
            names[entry] = number


def _reachable(names: dict[Entry, int]) -> Iterator[int]:
    found, before = {ROOT}, 0
    while len(found) != before:
        before = len(found)
        found.update(number for (parent, _), number in names.items() if parent in found)
    yield from found


def _possible_contents(node: Node) -> list[bytes]:
    """What an unflushed file may hold: nothing new, all, torn, zero-filled, or its later sectors only."""
    full = node.certain
    for at, part in node.pending:
        full = _apply(full, at, part)
    found = {node.certain, full, bytes(len(full))}
    for cut in range(SECTOR, len(full), SECTOR):
        found.add(full[:cut])
        found.add(full[:cut] + bytes(len(full) - cut))
        found.add(bytes(cut) + full[cut:])
        found.add(node.certain[:cut] + full[cut:])
    return sorted(found)


def _apply(data: bytes, at: int, part: bytes | None) -> bytes:
    """Write at a place, or cut off there."""
    if part is None:
        return data[:at]
    padded = data.ljust(at, b"\0")
    return padded[:at] + part + padded[at + len(part) :]
