"""The fault campaign in small, so that every test run asks it. In full: `python -m tests.faults`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.core.records import History
from tests.faults import errors, flips, kills, power, stock
from tests.store.quick import quick_passphrases
from tests.store.simulator import Disk, Tree

EMPTY: Tree = {("/", "d"): None, ("/", "s"): None}


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    """The slow step of a passphrase takes no time."""
    with quick_passphrases():
        yield


def test_no_power_cut_loses_what_was_shown_as_saved() -> None:
    tally = power.Tally()
    power.commits(power.Watch(Disk(), tally, second_every=20), 24)
    assert tally.states > 1000
    assert tally.second > 100
    assert tally.violations == []


def test_no_power_cut_while_a_damaged_store_is_mended_loses_the_backup() -> None:
    tally = power.Tally()
    power.mending(tally, 1, second_every=10)
    assert tally.states > 100
    assert tally.violations == []


def test_no_power_cut_while_a_passphrase_is_set_changed_or_removed_shuts_anyone_out() -> None:
    tally = power.Tally()
    power.passphrases(power.Watch(Disk(), tally, second_every=300))
    assert tally.states > 500
    assert tally.violations == []


@pytest.mark.parametrize("flag", ["flush_files", "flush_folders"])
def test_the_simulator_notices_when_a_flush_is_left_out(flag: str) -> None:
    tally, disk = power.Tally(), Disk()
    setattr(disk, flag, False)
    power.commits(power.Watch(disk, tally), 2)
    assert tally.violations


def test_no_failing_call_while_a_damaged_store_is_mended_loses_the_backup() -> None:
    tree, history = flips.small_store(None)
    tally = power.Tally()
    errors.every_call(tally, errors.plain_life, {**tree, ("/", "d", "coach.json"): b"{"}, history, stride=1)
    assert tally.violations == []


@pytest.mark.parametrize(
    ("life", "stride"), [(errors.plain_life, 3), (errors.secret_life, 29)], ids=["saving", "passphrases"]
)
def test_no_failing_call_loses_what_was_shown_as_saved(life: object, stride: int) -> None:
    tally = power.Tally()
    runs, refused = errors.every_call(tally, life, EMPTY, History(), stride=stride)  # type: ignore[arg-type]
    assert runs > 100
    assert refused > 100
    assert tally.violations == []


@pytest.mark.parametrize("sealed", [False, True])
def test_no_flipped_bit_or_cut_is_taken_for_what_was_saved(sealed: bool) -> None:
    for found in (flips.flips(sealed=sealed, stride=37), flips.cuts(sealed=sealed, stride=23)):
        assert found.tried > 50
        assert found.silent == 0


@pytest.mark.parametrize("secret", [False, True])
def test_no_kill_loses_what_was_shown_as_saved(tmp_path: Path, secret: bool) -> None:
    found = kills.campaign(kills.Scene(tmp_path, secret=secret), 12, seed=1)
    assert found.kills == 12
    assert (found.lost, found.wrong) == (0, 0)


def test_the_same_power_cuts_ruin_the_stock_storage() -> None:
    found = stock.power_cuts(5)
    assert found.unreadable > found.tried // 2
