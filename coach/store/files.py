"""The few file calls that the store makes, behind one interface, so that tests can stand in for the disk.

The double in `tests/store/simulator.py` records each call, fails any one of them and works out what a power
cut could leave behind. That only proves something if nothing in `coach.store` goes round this interface.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat as stat_bits
import time
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import filelock
import msgspec

FILE_MODE = 0o600
FOLDER_MODE = 0o700


class Stat(msgspec.Struct, frozen=True, kw_only=True):
    """What a name points at, not following links. `stamp` changes when the file is written or replaced."""

    kind: str
    mode: int
    owner: int
    links: int
    size: int
    stamp: tuple[int, ...] = ()

    @property
    def is_file(self) -> bool:
        """True for an ordinary file."""
        return self.kind == "file"

    @property
    def is_folder(self) -> bool:
        """True for a folder that is not a link to one."""
        return self.kind == "folder"


class Held(Protocol):
    """A lock that is held."""

    def release(self) -> None:
        """Give the lock back."""


class Files(Protocol):
    """All that the store asks of a file system. Every call may raise OSError."""

    def me(self) -> int:
        """The user id that should own everything, or -1 where there is no such thing."""

    def stat(self, path: Path) -> Stat | None:
        """What is at `path`, or None when there is nothing."""

    def names(self, folder: Path) -> tuple[str, ...]:
        """The names in a folder, sorted."""

    def make_folder(self, path: Path) -> None:
        """Create a folder that only its owner can enter."""

    def set_mode(self, path: Path, mode: int) -> None:
        """Set the permission bits."""

    def read(self, path: Path, limit: int) -> bytes:
        """The whole of an ordinary file of at most `limit` bytes; EFBIG when it is larger."""

    def create(self, path: Path) -> int:
        """A handle for writing a file that did not exist, readable by its owner only."""

    def write(self, handle: int, data: memoryview) -> int:
        """Write some of `data`; the number of bytes taken."""

    def fsync(self, handle: int) -> None:
        """Wait until the file's content is on the disk."""

    def close(self, handle: int) -> None:
        """Close a handle."""

    def replace(self, source: Path, target: Path) -> None:
        """Give `source` the name `target` in one step, in the place of what was there."""

    def unlink(self, path: Path) -> None:
        """Take a name away."""

    def remove_folder(self, path: Path) -> None:
        """Take an empty folder away."""

    def fsync_folder(self, path: Path) -> None:
        """Wait until the names in a folder are on the disk."""

    def lock(self, path: Path, note: str) -> Held | None:
        """The lock on `path`, or None when another process holds it; `note` is for whoever is refused."""

    def lock_note(self, path: Path) -> tuple[str, bool]:
        """What the holder of the lock noted, or nothing; and whether it is paused, as far as one can see."""

    def pid(self) -> int:
        """The id of this process."""

    def free(self, folder: Path) -> int:
        """How many bytes may still be written."""


_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 20


class RealFiles:
    """The interface over the operating system. Modes are set outright, so the umask does not matter."""

    def me(self) -> int:
        """The effective user id, or -1 on systems without one."""
        return os.geteuid() if hasattr(os, "geteuid") else -1

    def stat(self, path: Path) -> Stat | None:
        """What is at `path`, or None when there is nothing."""
        try:
            found = path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return Stat(
            kind=_kind(found.st_mode),
            mode=stat_bits.S_IMODE(found.st_mode),
            owner=found.st_uid,
            links=found.st_nlink,
            size=found.st_size,
            stamp=(found.st_dev, found.st_ino, found.st_mtime_ns, found.st_ctime_ns),
        )

    def names(self, folder: Path) -> tuple[str, ...]:
        """The names in a folder, sorted."""
        return tuple(sorted(os.listdir(folder)))  # noqa: PTH208

    def make_folder(self, path: Path) -> None:
        """Create a folder that only its owner can enter."""
        path.mkdir(mode=FOLDER_MODE)
        path.chmod(FOLDER_MODE)

    def set_mode(self, path: Path, mode: int) -> None:
        """Set the permission bits."""
        path.chmod(mode)

    def read(self, path: Path, limit: int) -> bytes:
        """The whole of an ordinary file. Opening does not block, so that a FIFO cannot hang the program."""
        handle = os.open(path, os.O_RDONLY | _FLAGS | getattr(os, "O_NONBLOCK", 0))
        try:
            found = os.fstat(handle)
            if not stat_bits.S_ISREG(found.st_mode):
                raise OSError(errno.EINVAL, "not an ordinary file")
            if found.st_size > limit:
                raise OSError(errno.EFBIG, "too large")
            parts: list[bytes] = []
            size = 0
            while part := os.read(handle, _CHUNK):
                parts.append(part)
                size += len(part)
                if size > limit:
                    raise OSError(errno.EFBIG, "too large")
            return b"".join(parts)
        finally:
            os.close(handle)

    def create(self, path: Path) -> int:
        """A handle for a new file; fails when the name is taken, also by a link."""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, FILE_MODE)
        if hasattr(os, "fchmod"):
            os.fchmod(handle, FILE_MODE)
        return handle

    def write(self, handle: int, data: memoryview) -> int:
        """Write some of `data`."""
        return os.write(handle, data)

    def fsync(self, handle: int) -> None:
        """Wait until the file's content is on the disk."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close a handle."""
        os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Rename over what was there. On Windows a virus scanner may hold the file briefly: ask again."""
        for pause in (0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ():
            try:
                os.replace(source, target)  # noqa: PTH105
            except PermissionError:
                time.sleep(pause)
            else:
                return
        os.replace(source, target)  # noqa: PTH105

    def unlink(self, path: Path) -> None:
        """Take a name away."""
        path.unlink()

    def remove_folder(self, path: Path) -> None:
        """Take an empty folder away."""
        path.rmdir()

    def fsync_folder(self, path: Path) -> None:
        """Wait until the names in a folder are on the disk. Windows has no such call and needs none."""
        if not hasattr(os, "O_DIRECTORY"):
            return
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | _FLAGS)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def lock(self, path: Path, note: str) -> Held | None:
        """An advisory lock that the system gives back when the process ends in any way.

        Not bound to a thread: a store may be opened in a worker, because a passphrase takes seconds.
        """
        lock = filelock.FileLock(path, mode=FILE_MODE, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            return None
        with suppress(OSError):
            holder = os.open(_holder(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _FLAGS, FILE_MODE)
            try:
                os.write(holder, note.encode())
            finally:
                os.close(holder)
        return lock

    def lock_note(self, path: Path) -> tuple[str, bool]:
        """What the holder of the lock noted, or nothing; paused processes are seen on Linux only."""
        try:
            note = self.read(_holder(path), 200).decode("ascii", "replace")
        except OSError:
            return "", False
        try:
            state = Path("/proc", note.partition(" ")[0], "stat").read_text("ascii", "replace")
        except OSError:
            return note, False
        return note, state.rpartition(")")[2].split()[:1] == ["T"]

    def pid(self) -> int:
        """The id of this process."""
        return os.getpid()

    def free(self, folder: Path) -> int:
        """How many bytes may still be written."""
        return shutil.disk_usage(folder).free


def _holder(lock: Path) -> Path:
    """A second file, since a lock file may be emptied by whoever tries to take it."""
    return lock.with_name(f"{lock.name}-holder")


def _kind(mode: int) -> str:
    if stat_bits.S_ISREG(mode):
        return "file"
    if stat_bits.S_ISDIR(mode):
        return "folder"
    return "link" if stat_bits.S_ISLNK(mode) else "other"


REAL = RealFiles()
