"""Run the campaign and print its figures. Exit code 1 when anything was lost."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from coach.core.records import History
from coach.store import Store
from tests.faults import errors, flips, kills, power, stock
from tests.faults.power import Tally
from tests.store.quick import quick_passphrases
from tests.store.simulator import Disk, Tree
from tests.store.worlds import FOLDER, STATE, day, steps_of

EMPTY: Tree = {("/", "d"): None, ("/", "s"): None}


class Campaign:
    """Runs the parts one after the other, prints a line for each figure and keeps count of what went wrong."""

    def __init__(self) -> None:
        self.wrong = 0
        self._began = time.perf_counter()

    def say(self, what: str, figures: str, wrong: int = 0) -> None:
        """One line; `wrong` is how many promises were broken."""
        self.wrong += wrong
        seconds = time.perf_counter() - self._began
        print(f"{'FAILED' if wrong else 'ok':6} {what:34} {figures}  [{seconds:.0f} s]", flush=True)

    def kills(self, number: int, seed: int) -> None:
        """Real processes, real disk."""
        for what, share, secret in (("plain", 0.8, False), ("changing passphrases", 0.2, True)):
            with tempfile.TemporaryDirectory() as folder:
                scene = kills.Scene(Path(folder), secret=secret)
                found = kills.campaign(scene, max(1, round(number * share)), seed)
            times = sorted(found.opened)
            self.say(
                f"SIGKILL, {what}",
                f"{found.kills:,} kills, {found.acknowledged:,} saves acknowledged, {found.lost} lost, "
                f"{found.wrong} other faults; {found.in_flight:,} had the save in flight, {found.unswept:,} left "
                f"a temporary file; opening {statistics.median(times) * 1000:.1f} ms median, "
                f"{times[int(len(times) * 0.99)] * 1000:.1f} ms p99",
                found.lost + found.wrong,
            )

    def power(self, lives: int) -> None:
        """The simulated disk, and the two negative controls that it must catch."""
        tally = Tally()
        for life in range(lives):
            power.commits(power.Watch(Disk(), tally, second_every=40, kill_every=3), 48, first=life * 12)
        power.mending(tally, 3, second_every=40)
        for number in range(2):
            power.passphrases(power.Watch(Disk(), tally, second_every=40), first=number * 7)
        self.say(
            "power cuts",
            f"{tally.states:,} distinct states, {tally.second:,} after a second cut, {tally.kills:,} kills between "
            "two calls, "
            f"{len(tally.violations)} violations",
            len(tally.violations),
        )
        self._reasons(tally)
        for flag, what in (("flush_files", "no fsync of files"), ("flush_folders", "no fsync of folders")):
            control, disk = Tally(), Disk()
            setattr(disk, flag, False)
            power.commits(power.Watch(disk, control), 3)
            found = len(control.violations)
            self.say(f"control: {what}", f"caught {found:,} times in {control.states:,} states", int(found == 0))

    def errors(self, stride: int) -> None:
        """Failing calls, in four lives."""
        tree, history = _four_days()
        damaged = {**tree, ("/", "d", "coach.json"): b"{"}
        restored = Store.open(FOLDER, STATE, now=day(1), files=Disk(damaged)).history
        lives = (
            ("new store", errors.plain_life, EMPTY, History(), stride),
            ("small store", errors.plain_life, tree, history, stride),
            ("damaged store", errors.plain_life, damaged, restored, stride),
            ("passphrases", errors.secret_life, EMPTY, History(), stride),
        )
        for what, life, start, saved, every in lives:
            tally = Tally()
            runs, refused = errors.every_call(tally, life, start, saved, stride=every)
            self.say(
                f"failing calls, {what}",
                f"{runs:,} runs, {refused:,} refusals, {tally.states:,} states opened, "
                f"{len(tally.violations)} violations",
                len(tally.violations),
            )
            self._reasons(tally)

    def flips(self) -> None:
        """Every bit and every length of a small store."""
        for sealed in (False, True):
            kind = "sealed" if sealed else "plain"
            for what, found in (("bit flips", flips.flips(sealed=sealed)), ("cuts", flips.cuts(sealed=sealed))):
                self.say(
                    f"{what}, {kind}",
                    f"{found.tried:,} tried, {found.restored:,} restored, {found.refused:,} refused, "
                    f"{found.silent} silent",
                    found.silent,
                )

    def stock(self, number: int, seed: int) -> None:
        """For comparison only: this is what the store does not do."""
        with tempfile.TemporaryDirectory() as folder:
            found = stock.kills(Path(folder), number, seed)
        self.say("stock TinyDB, SIGKILL", f"{found.unreadable:,} of {found.tried:,} kills left an unreadable file")
        found = stock.power_cuts(30)
        self.say("stock TinyDB, power cuts", f"{found.unreadable:,} of {found.tried:,} states are unreadable")

    def _reasons(self, tally: Tally) -> None:
        for reason, number in Counter(tally.violations).most_common(5):
            print(f"       {number:,} x {reason}", flush=True)


def _four_days() -> tuple[Tree, History]:
    disk = Disk(EMPTY)
    store = Store.open(FOLDER, STATE, now=day(-4), files=disk)
    history = History()
    for i in range(4):
        history = store.commit(*steps_of(i, day(i - 4)), now=day(i - 4))
    store.close()
    return disk.tree(), history


def main() -> int:
    """Parse the arguments, run everything, say how it went."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=300, help="writers to kill (default 300)")
    parser.add_argument("--lives", type=int, default=20, help="lives under power cuts (default 20)")
    parser.add_argument("--stride", type=int, default=1, help="fail every n-th call only (default 1)")
    parser.add_argument("--seed", type=int, default=20261122, help="seed for the moments of the kills")
    parser.add_argument("--only", choices=("kills", "power", "errors", "flips", "stock"), help="one part")
    given = parser.parse_args()
    campaign = Campaign()
    parts: dict[str, Callable[[], None]] = {
        "kills": lambda: campaign.kills(given.kills, given.seed),
        "power": lambda: campaign.power(given.lives),
        "errors": lambda: campaign.errors(given.stride),
        "flips": campaign.flips,
        "stock": lambda: campaign.stock(100, given.seed),
    }
    with quick_passphrases():
        for name, part in parts.items():
            if given.only in (None, name):
                part()
    print(f"{campaign.wrong} promises broken; seed {given.seed}; Python {sys.version.split()[0]}")
    return int(campaign.wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
