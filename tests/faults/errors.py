"""Failing calls: every call of a life fails once, or from then on, with each of four errors."""

from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Callable, Iterator

from coach.core.records import History
from coach.store import Store, StoreError
from tests.faults.power import FIRST, SECOND, Tally, bytes_of, open_any
from tests.store.simulator import Disk, Tree
from tests.store.worlds import day, steps_of

ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EROFS": errno.EROFS, "EDQUOT": errno.EDQUOT}


class WrongError(Exception):
    """The store did something that it promises never to do."""


class Person:
    """Uses a store, takes every refusal as it comes, and knows what the disk may hold.

    `possible` has one entry, what was shown as saved; after a flush that failed it has also what was being
    saved then, because nobody can know.
    """

    def __init__(self, disk: Disk, saved: History, passphrases: tuple[str | None, ...] = (None,)) -> None:
        self.disk = disk
        self.possible = {bytes_of(saved)}
        self.passphrases = passphrases
        self.store: Store | None = None
        self.refused = 0

    def open(self, at: dt.datetime) -> None:
        """Close and open again; what is shown then is what counts."""
        if self.store is not None:
            self.store.close()
            self.store = None
        try:
            store = open_any(self.disk, self.passphrases, at)
        except StoreError:
            self.refused += 1
            return
        shown = bytes_of(store.history)
        if shown not in self.possible:
            raise WrongError("opened as something that was never saved")
        self.possible = {shown}
        self.store = store

    def save(self, number: int, at: dt.datetime) -> None:
        """One commit. Refused means unchanged, in memory and, unless a flush failed, on the disk."""
        if self.store is None:
            self.open(at)
        if self.store is None:
            return
        put, drop = steps_of(number, at)
        before = self.store.history
        could = not self.store.read_only
        wanted = bytes_of(before.changed(put, drop))
        try:
            after = self.store.commit(put, drop, now=at)
        except StoreError:
            self.refused += 1
            if self.store.history != before:
                raise WrongError("refused, and yet changed in memory") from None
            if could and self.store.read_only:
                self.possible.add(wanted)
            return
        if bytes_of(after) != wanted:
            raise WrongError("acknowledged something else")
        self.possible = {wanted}

    def do(self, work: Callable[[Store], None]) -> None:
        """Anything else that leaves the records as they are."""
        if self.store is not None:
            try:
                work(self.store)
            except StoreError:
                self.refused += 1


def plain_life(person: Person) -> None:
    """Open, save on two days, back up, and open again on the third."""
    person.open(day(1))
    for i in range(3):
        person.save(i, day(1, i))
    person.save(3, day(2))
    person.do(lambda store: store.backup("import", now=day(2)))
    person.open(day(3))
    person.save(4, day(3))
    person.save(5, day(3, 1))
    person.do(lambda store: store.close())


def secret_life(person: Person) -> None:
    """Set a passphrase, save, change it, save, remove it, save."""
    person.passphrases = (None, FIRST, SECOND)
    person.open(day(1))
    person.save(0, day(1))
    person.do(lambda store: store.set_passphrase(FIRST))
    person.save(1, day(1, 1))
    person.open(day(2))
    person.save(2, day(2))
    person.do(lambda store: store.change_passphrase(FIRST, SECOND))
    person.save(3, day(2, 1))
    person.open(day(3))
    person.do(lambda store: store.remove_passphrase(SECOND))
    person.save(4, day(3))
    person.do(lambda store: store.close())


def every_call(
    tally: Tally, life: Callable[[Person], None], start: Tree, saved: History, *, stride: int = 1
) -> tuple[int, int]:
    """Fail call after call until the life runs through untouched; how many runs and refusals there were.

    After each run everything acknowledged must be there: when the disk is well again, and in every state that
    a power cut at that moment could leave.
    """
    runs = refused = 0
    for name, for_ever in ((name, for_ever) for name in ERRORS for for_ever in (False, True)):
        for number in _numbers(stride):
            disk = Disk(start)
            disk.fail_at, disk.error, disk.for_ever = number, ERRORS[name], for_ever
            person = Person(disk, saved)
            try:
                life(person)
            except (OSError, WrongError) as error:
                _violated(tally, disk, name, number, f"{type(error).__name__} {error}")
                continue
            runs += 1
            refused += person.refused
            reached = disk.calls > number
            disk.fail_at = -1
            _check(tally, person, name, number)
            if not reached:
                break
    return runs, refused


def _numbers(stride: int) -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += stride


def _check(tally: Tally, person: Person, name: str, number: int) -> None:
    for tree in (person.disk.tree(), *person.disk.after_power_loss()):
        tally.states += 1
        try:
            store = open_any(Disk(tree), person.passphrases, day(4))
        except StoreError as error:
            _violated(tally, person.disk, name, number, f"does not open ({error.code})")
            return
        if bytes_of(store.history) not in person.possible:
            _violated(tally, person.disk, name, number, "opens as something else")
            return


def _violated(tally: Tally, disk: Disk, name: str, number: int, what: str) -> None:
    call = disk.log[number] if number < len(disk.log) else "none"
    tally.violations.append(f"{name} at call {number} ({call}): {what}")
