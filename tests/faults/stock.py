"""The same faults on TinyDB's own JSONStorage, to see whether the campaign can tell the difference."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from pathlib import Path

import msgspec
import tinydb

from tests.store.simulator import Disk

PATH = Path("/d/stock.json")


class Stock(msgspec.Struct):
    """How many tries there were and how many left a file that cannot be read."""

    tried: int = 0
    unreadable: int = 0


def kills(folder: Path, number: int, seed: int, longest: float = 0.020) -> Stock:
    """Kill a process that updates a stock TinyDB with texts of changing length."""
    counts, moments = Stock(), random.Random(seed)
    path = folder / "stock.json"
    for _ in range(number):
        path.unlink(missing_ok=True)
        database = tinydb.TinyDB(path)
        database.insert_multiple({"n": i, "text": "x" * 800} for i in range(100))
        database.close()
        read_end, write_end = os.pipe()
        child = os.fork()
        if child == 0:
            _update_for_ever(path, write_end)
        os.read(read_end, 1)
        time.sleep(moments.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(read_end)
        os.close(write_end)
        counts.tried += 1
        counts.unreadable += not _is_readable(path.read_bytes())
    return counts


def power_cuts(number: int) -> Stock:
    """What JSONStorage's calls (write over, flush, fsync, truncate) may leave at a power cut."""
    counts = Stock()
    disk = Disk({("/", "d"): None, PATH.parts: _content(0)})
    seen: set[int] = set()

    def look(_: str) -> None:
        for tree in disk.after_power_loss():
            data = tree[PATH.parts] or b""
            if hash(data) not in seen:
                seen.add(hash(data))
                counts.tried += 1
                counts.unreadable += not _is_readable(data)

    disk.after_call = look
    for i in range(1, number + 1):
        handle = disk.open_existing(PATH)
        rest = memoryview(_content(i))
        while rest:
            rest = rest[disk.write(handle, rest) :]
        disk.fsync(handle)
        disk.truncate(handle)
        disk.close(handle)
    return counts


def _content(number: int) -> bytes:
    rows = {str(i): {"n": number, "text": "x" * (60 + 37 * number % 90)} for i in range(12)}
    return json.dumps({"_default": rows}).encode()


def _is_readable(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict)
    except ValueError:
        return False


def _update_for_ever(path: Path, tell: int) -> None:
    try:
        database = tinydb.TinyDB(path)
        os.write(tell, b"!")
        number = 0
        while True:
            number += 1
            database.update({"text": "y" * (400 + number * 97 % 900)}, doc_ids=[number % 100 + 1])
    finally:
        os._exit(1)
