"""Power cuts: run the store on the simulated disk and open every state that a cut could have left."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import msgspec

from coach.core.records import History
from coach.store import Store, StoreError, keys
from tests.store.simulator import Disk, Tree
from tests.store.worlds import CANARY, FOLDER, STATE, day, steps_of

FIRST, SECOND = "four words work well", "another four words here"
BACKUPS_EVERY = 10
KILLS_EVERY = 3


class Tally(msgspec.Struct):
    """What a campaign counted."""

    states: int = 0
    second: int = 0
    kills: int = 0
    violations: list[str] = msgspec.field(default_factory=list)


class Watch:
    """Stands beside a store at work and opens what each possible power cut leaves.

    `acknowledged` is what was shown as saved; `meanwhile` is what is being saved, if anything. Every state must
    open as one of the two, without a word about loss. Every `second_every`-th state is opened on a disk that
    loses power once more. At every `kill_every`-th call the process is killed as well.
    """

    def __init__(
        self,
        disk: Disk,
        tally: Tally,
        *,
        second_every: int = 0,
        saved: History | None = None,
        damaged: bool = False,
        kill_every: int = 1,
    ) -> None:
        self.disk, self.tally = disk, tally
        self.acknowledged: bytes = bytes_of(saved or History())
        self.meanwhile: bytes | None = None
        self.second_every = second_every
        self.damaged = damaged
        self.now = day(0)
        self.passphrases: tuple[str | None, ...] = (None,)
        self.sealed = False
        self._seen: set[int] = set()
        self._calls = 0
        self.kill_every = kill_every
        disk.after_call = self._after_call

    def commit(self, store: Store, number: int, at: dt.datetime) -> None:
        """Commit step `number` under watch."""
        put, drop = steps_of(number, at)
        self.now = at
        self.meanwhile = bytes_of(store.history.changed(put, drop))
        self.acknowledged, self.meanwhile = bytes_of(store.commit(put, drop, now=at)), None

    def _after_call(self, call: str) -> None:
        self._calls += 1
        if self._calls % self.kill_every == 0:
            self._killed(call)
        for tree in self.disk.after_power_loss():
            key = hash(frozenset(tree.items()))
            if key not in self._seen:
                self._seen.add(key)
                self.tally.states += 1
                self._check(tree, call)

    def _killed(self, call: str) -> None:
        """A kill alone loses nothing unflushed; what the next opening shows must then outlast a power cut."""
        disk = self.disk.copy()
        shown = self._opens(disk, {self.acknowledged, self.meanwhile or self.acknowledged}, f"{call}, killed")
        self.tally.kills += 1
        if shown is not None and self.tally.kills % KILLS_EVERY == 0:
            for tree in disk.after_power_loss():
                self.tally.second += 1
                self._opens(Disk(tree), {shown}, f"{call}, killed, shown, power cut")

    def _check(self, tree: Tree, call: str) -> None:
        wanted = {self.acknowledged, self.meanwhile or self.acknowledged}
        disk = Disk(tree)
        if self.second_every and self.tally.states % self.second_every == 0:
            seen: set[int] = set()

            def again(_: str) -> None:
                for worse in disk.after_power_loss():
                    key = hash(frozenset(worse.items()))
                    if key not in seen:
                        seen.add(key)
                        self.tally.second += 1
                        self._opens(Disk(worse), wanted, f"{call}, then again")

            disk.after_call = again
        shown = self._opens(disk, wanted, call)
        if self.second_every and shown is not None and disk.after_call is not None:
            for later in disk.after_power_loss():
                self._opens(Disk(later), {shown}, f"{call}, then shown, then again")

    def _opens(self, disk: Disk, wanted: set[bytes], call: str) -> bytes | None:
        try:
            store = open_any(disk, self.passphrases, self.now)
        except StoreError as error:
            self._violated(f"after {call}: does not open ({error.code})")
            return None
        found = bytes_of(store.history)
        if found not in wanted:
            self._violated(f"after {call}: opens as something else")
        elif store.read_only or (not self.damaged and (store.behind or store.notices)):
            self._violated(f"after {call}: false alarm {store.notices}")
        elif self.tally.states % BACKUPS_EVERY == 0 and any(b.records < 0 for b in store.backups()):
            self._violated(f"after {call}: a backup cannot be read")
        elif left := _left_undone(store, disk, self.passphrases):
            self._violated(f"after {call}: {left}")
        elif self.sealed and not store.encrypted:
            self._violated(f"after {call}: no longer sealed")
        return found

    def _violated(self, what: str) -> None:
        self.tally.violations.append(what)


def _left_undone(store: Store, disk: Disk, passphrases: tuple[str | None, ...]) -> str:
    """What an opening should have ended and did not: a readable copy, a second key, a seal without a store."""
    tree = disk.tree()
    if not store.encrypted:
        return "a sealed file was left" if any(path[-1].endswith(".age") for path in tree) else ""
    if any(CANARY.encode() in (data or b"") for data in tree.values()):
        return "sealed, and yet readable"
    for passphrase in filter(None, passphrases):
        with suppress(StoreError):
            if len(keys.open_keys(disk, FOLDER, passphrase).identities) > 1:
                return "the old key was left"
    return ""


def open_any(disk: Disk, passphrases: tuple[str | None, ...], now: dt.datetime) -> Store:
    """Open with the first passphrase that fits."""
    error: StoreError | None = None
    for passphrase in passphrases:
        try:
            return Store.open(FOLDER, STATE, now=now, files=disk, passphrase=passphrase)
        except StoreError as raised:
            error = raised
            if raised.code not in ("passphrase", "wrong_passphrase"):
                raise
    assert error is not None
    raise error


def commits(watch: Watch, number: int, *, per_day: int = 4, first: int = 0) -> None:
    """A first opening on an empty disk, then commits over many days, with a new opening each day."""
    store = open_any(watch.disk, watch.passphrases, day(first))
    for i in range(first * per_day, first * per_day + number):
        at = day(i // per_day, i % per_day)
        if i % per_day == 0:
            store.close()
            store = open_any(watch.disk, watch.passphrases, at)
        watch.commit(store, i, at)
        if i % 37 == 5:
            store.backup("import", now=at)
    store.close()


def passphrases(watch: Watch, first: int = 0) -> None:
    """Set, change and remove a passphrase between commits, with new openings, over two days."""
    watch.passphrases = (None, FIRST, SECOND)

    def again(number: int) -> Store:
        return open_any(watch.disk, watch.passphrases, day(number))

    store = again(first)
    watch.commit(store, first, day(first))
    store.set_passphrase(FIRST)
    watch.sealed = True
    watch.commit(store, first + 1, day(first, 1))
    store.close()
    store = again(first + 1)
    watch.commit(store, first + 2, day(first + 1))
    store.change_passphrase(FIRST, SECOND)
    watch.commit(store, first + 3, day(first + 1, 1))
    store.close()
    store = again(first + 2)
    watch.sealed = False
    store.remove_passphrase(SECOND)
    watch.commit(store, first + 4, day(first + 2))
    store.close()


def mending(tally: Tally, days: int, *, second_every: int) -> None:
    """Open damaged stores, lose power while they are being mended, and save on."""
    for number in range(days):
        disk = Disk({("/", "d"): None, ("/", "s"): None})
        quiet = Watch(disk, Tally())
        disk.after_call = None
        commits(quiet, 4 * number + 6)
        for damage in (b"", b"{", None):
            tree = disk.tree()
            if damage is None:
                del tree["/", "d", "coach.json"]
            else:
                tree["/", "d", "coach.json"] = damage
            saved = open_any(Disk(tree), (None,), day(number + 2)).history
            watch = Watch(Disk(tree), tally, second_every=second_every, saved=saved, damaged=True)
            watch.now = day(number + 2)
            store = open_any(watch.disk, (None,), watch.now)
            watch.commit(store, number, watch.now)
            store.close()


def bytes_of(history: History) -> bytes:
    """A history as bytes, to compare and to keep in sets."""
    return msgspec.json.encode(history)
