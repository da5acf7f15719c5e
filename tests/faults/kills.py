"""Kills: a process that saves as fast as it can gets SIGKILL at a random moment, again and again."""

from __future__ import annotations

import os
import random
import signal
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.core.records import Attempt
from coach.store import Store
from tests.faults.power import FIRST, SECOND, bytes_of
from tests.store.worlds import NOW, day, steps_of

LONGEST = 0.050
PER_DAY = 40
FILLING = 100
_SIZE = struct.calcsize("<q")


class Kills(msgspec.Struct):
    """What the kills showed. `acknowledged` counts commits that had returned, `lost` those not found again."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    wrong: int = 0
    in_flight: int = 0
    unswept: int = 0
    opened: list[float] = msgspec.field(default_factory=list)


class Scene:
    """One store on the real disk that is killed over and over; what it must hold is worked out beside it."""

    def __init__(self, folder: Path, *, secret: bool = False) -> None:
        self.data, self.state = folder / "data", folder / "state"
        self.secret = secret
        self.number = 0
        store = Store.open(self.data, self.state, now=NOW)
        filling = [
            Attempt(id=f"old{i}", at=NOW, step="s", step_title="Ask", rating=50, before={"worst": "x" * 800})
            for i in range(FILLING)
        ]
        self.history = store.commit(filling, now=NOW)
        store.close()

    def kill_once(self, counts: Kills, wait: float) -> None:
        """Start a writer, kill it after `wait` seconds of writing, open what it left and compare."""
        read_end, write_end = os.pipe()
        child = os.fork()
        if child == 0:
            self._write_for_ever(write_end)
        os.close(write_end)
        os.read(read_end, _SIZE)
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told = b""
        while part := os.read(read_end, 1 << 16):
            told += part
        os.close(read_end)
        self._compare(counts, len(told) // _SIZE)

    def _write_for_ever(self, tell: int) -> None:
        try:
            store = self._open()
            os.write(tell, struct.pack("<q", -1))
            number = self.number
            while True:
                at = day(number // PER_DAY, number % PER_DAY)
                put, drop = steps_of(number, at)
                store.commit(put, drop, now=at)
                os.write(tell, struct.pack("<q", number))
                number += 1
                if self.secret:
                    self._change_passphrase(store, number)
        finally:
            os._exit(1)

    def _change_passphrase(self, store: Store, number: int) -> None:
        if not store.encrypted:
            store.set_passphrase(FIRST)
        elif number % 3:
            with suppress(Exception):
                store.change_passphrase(FIRST, SECOND)
                return
            store.change_passphrase(SECOND, FIRST)
        else:
            try:
                store.remove_passphrase(FIRST)
            except Exception:
                store.remove_passphrase(SECOND)

    def _open(self) -> Store:
        now = day(self.number // PER_DAY, self.number % PER_DAY)
        if not Store.is_encrypted(self.data):
            return Store.open(self.data, self.state, now=now)
        try:
            return Store.open(self.data, self.state, now=now, passphrase=FIRST)
        except Exception:
            return Store.open(self.data, self.state, now=now, passphrase=SECOND)

    def _compare(self, counts: Kills, acknowledged: int) -> None:
        if any(self.data.rglob("*.tmp")):
            counts.unswept += 1
        for _ in range(acknowledged):
            self._advance()
        before = bytes_of(self.history)
        began = time.perf_counter()
        store = self._open()
        counts.opened.append(time.perf_counter() - began)
        found = bytes_of(store.history)
        counts.kills += 1
        counts.acknowledged += acknowledged
        if found != before:
            self._advance()
            if found == bytes_of(self.history):
                counts.in_flight += 1
            else:
                counts.lost += 1
                self.history = store.history
        if store.behind or store.notices or store.read_only or any(self.data.rglob("*.tmp")):
            counts.wrong += 1
        store.close()

    def _advance(self) -> None:
        self.history = self.history.changed(
            *steps_of(self.number, day(self.number // PER_DAY, self.number % PER_DAY))
        )
        self.number += 1


def campaign(scene: Scene, number: int, seed: int, tick: Callable[[Kills], None] | None = None) -> Kills:
    """Kill `number` writers at moments drawn from `seed`."""
    counts, random_moments = Kills(), random.Random(seed)
    for _ in range(number):
        scene.kill_once(counts, random_moments.uniform(0, LONGEST))
        if tick is not None:
            tick(counts)
    return counts
