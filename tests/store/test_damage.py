"""A damaged, lost, older, newer or hostile store: mended or refused in plain words, and never open for practice."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.model import Route
from coach.store import Mark, Store, StoreError
from coach.store import backups as backups_module
from coach.store.codec import decode
from coach.store.errors import NewerError, UnreadableError
from tests.store.conftest import Opener
from tests.store.simulator import Disk
from tests.store.worlds import FOLDER, NOW, STATE, count, day, draft, screening, steps_of

DEEP = b"[" * 200_000
HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "null": b"null",
    "a list": b"[]",
    "a word": b'"x"',
    "an empty object": b"{}",
    "tables that are lists": b'{"about":[],"steps":[]}',
    "only a head": b'{"about":{"1":{"format":"coach","schema":1,"min_reader":1,"store":"x","sequence":1}}}',
    "cut off": b'{"about":{"1":{"format":"coa',
    "zeros": bytes(900),
    "deep": DEEP,
    "deep inside": b'{"about":' + DEEP,
    "a huge number": b'{"about":{"1":{"sequence":' + b"9" * 6000 + b"}}}",
    "not a number": b'{"about":{"1":{"sequence":NaN}}}',
    "invalid bytes": b'{"about":"\xff\xfe"}',
    "another coding": '{"about":{}}'.encode("utf-16"),
    "another program": b'{"_default":{"1":{"name":"x"}}}',
}


def _good() -> bytes:
    disk = Disk({("/", "d"): None})
    store = Store.open(FOLDER, STATE, now=NOW, files=disk)
    for number in range(5):
        store.commit(*steps_of(number, NOW), now=NOW)
    return disk.tree()["/", "d", "coach.json"] or b""


GOOD = _good()
ALTERED: dict[str, bytes] = {
    "a byte-order mark": b"\xef\xbb\xbf" + GOOD,
    "a blank more": GOOD + b" ",
    "spread out": json.dumps(json.loads(GOOD), indent=1).encode(),
    "something after the end": GOOD + b"{}",
    "an unknown field": GOOD.replace(b'"say":', b'"hue":"x","say":', 1),
    "an unknown table": GOOD.replace(b'"holds":{}', b'"holds":{},"spells":{}', 1),
    "a doubled key": GOOD.replace(b'"title":', b'"title":"other","title":', 1),
    "a field that is missing": GOOD.replace(b'"retired":false,', b"", 1),
    "another word": GOOD.replace(b"xylophone", b"saxophone", 1),
    "a number that is not one": GOOD.replace(b'"rating":40', b'"rating":"40"', 1),
}


@pytest.mark.parametrize("what", [*HOSTILE, *ALTERED])
def test_a_file_that_coach_did_not_write_is_set_aside_whole_and_the_backup_is_used(
    opened: Opener, folder: Path, what: str
) -> None:
    store = opened()
    history = store.commit([draft("x"), screening(1, NOW)], now=NOW)
    store.commit([draft("y")], now=day(1))
    store.close()
    data = {**HOSTILE, **ALTERED}[what]
    assert data != GOOD
    (folder / "coach.json").write_bytes(data)
    began = time.perf_counter()
    store = opened(now=day(1))
    assert time.perf_counter() - began < 1
    assert store.history == history
    assert "22 November 2026 at 10:30" in " ".join(store.notices)
    assert [p.read_bytes() for p in folder.glob("quarantine-*")] == [data]
    assert store.behind
    assert opened(now=day(1)).notices == ()


@pytest.mark.parametrize("what", [what for what in ALTERED if what != "another word"])
def test_a_digest_that_fits_does_not_make_a_wrong_shape_right(what: str) -> None:
    head = ALTERED[what].index(b'"digest":') + len(b'"digest":') + (2 if what == "spread out" else 1)
    blank = ALTERED[what][:head] + b"0" * 32 + ALTERED[what][head + 32 :]
    digest = hashlib.blake2b(blank, digest_size=16).hexdigest().encode()
    with pytest.raises(UnreadableError):
        decode(blank.replace(b"0" * 32, digest, 1))


def test_a_huge_file_is_refused_without_reading_it(opened: Opener, folder: Path) -> None:
    opened().close()
    with (folder / "coach.json").open("wb") as file:
        file.truncate(2 << 30)
    began = time.perf_counter()
    store = opened()
    assert time.perf_counter() - began < 1
    assert store.behind
    assert [p.stat().st_size for p in folder.glob("quarantine-*")] == [2 << 30]


def test_a_damaged_store_without_a_backup_starts_empty_closed_and_keeps_the_bytes(
    opened: Opener, folder: Path
) -> None:
    opened().commit([screening(1, NOW)], now=NOW)
    (folder / "coach.json").write_bytes(b"{broken")
    store = opened()
    assert count(store.history) == 0
    assert store.behind
    assert [p.read_bytes() for p in folder.glob("quarantine-*")] == [b"{broken"]
    assert len(store.notices) == 2


def test_the_notice_says_how_much_the_backup_lacks(opened: Opener, folder: Path) -> None:
    store = opened()
    store.commit([screening(1, NOW)], now=NOW)
    store.commit([screening(2, day(1))], now=day(1))
    store.commit([screening(3, day(1)), screening(4, day(1))], now=day(1))
    (folder / "coach.json").write_bytes(b"{")
    assert "About 3 later entries are missing." in opened(now=day(1)).notices


def test_a_backup_that_is_damaged_too_is_passed_over_for_an_older_one(opened: Opener, folder: Path) -> None:
    store = opened()
    first = store.commit([screening(1, NOW)], now=NOW)
    store.commit([screening(2, day(1))], now=day(1))
    store.commit([screening(3, day(2))], now=day(2))
    newest = sorted((folder / "backups").iterdir())[-1]
    newest.write_bytes(newest.read_bytes()[:-1])
    (folder / "coach.json").write_bytes(b"{")
    store = opened(now=day(2))
    assert store.history == first
    assert [b.records for b in store.backups()] == [-1, 1]


def test_a_lost_store_keeps_practice_closed_until_a_new_check_is_saved(opened: Opener, folder: Path) -> None:
    opened().commit([screening(1, NOW)], now=NOW)
    (folder / "coach.json").unlink()
    assert opened().behind
    store = opened(now=day(1))
    store.commit([draft("x")], now=day(1))
    store.commit([screening(1, NOW)], now=day(1))
    assert store.behind
    assert opened(now=day(2)).behind
    store = opened(now=day(3))
    store.commit([screening(2, day(3, 5))], now=day(3, 5))
    assert not store.behind
    assert not opened(now=day(4)).behind


def test_an_older_store_put_back_keeps_practice_closed(opened: Opener, folder: Path) -> None:
    store = opened()
    store.commit([screening(1, NOW)], now=NOW)
    older = (folder / "coach.json").read_bytes()
    store.commit([screening(2, day(1), Route.HELP_NOW)], now=day(1))
    store.close()
    (folder / "coach.json").write_bytes(older)
    store = opened(now=day(2))
    assert store.behind
    store.commit([draft("x")], now=day(2))
    assert opened(now=day(2)).behind


def test_the_store_of_somebody_else_keeps_practice_closed(opened: Opener, folder: Path) -> None:
    opened().commit([draft("x")], now=NOW)
    (folder / "coach.json").write_bytes(GOOD)
    assert opened().behind


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"mark":{},"digest":""}', b"junk", bytes(200)])
def test_a_mark_that_cannot_be_trusted_keeps_practice_closed(opened: Opener, state: Path, damage: bytes) -> None:
    opened().commit([screening(1, NOW)], now=NOW)
    opened().close()
    (state / "mark").write_bytes(damage)
    assert opened().behind


def test_every_flipped_bit_of_the_mark_keeps_practice_closed() -> None:
    disk = Disk({("/", "d"): None, ("/", "s"): None})
    store = Store.open(FOLDER, STATE, now=NOW, files=disk)
    store.commit([screening(1, NOW)], now=NOW)
    store.set_mark(Mark(route="not_yet", closed_until="2026-12-01"))
    tree = disk.tree()
    mark = tree["/", "s", "mark"] or b""
    for bit in range(len(mark) * 8):
        flipped = bytearray(mark)
        flipped[bit // 8] ^= 1 << bit % 8
        again = Store.open(FOLDER, STATE, now=NOW, files=Disk({**tree, ("/", "s", "mark"): bytes(flipped)}))
        assert again.behind


def test_the_mark_remembers_the_latest_time_and_what_the_engine_said(opened: Opener) -> None:
    store = opened()
    store.commit([screening(1, NOW)], now=day(9))
    store.commit([draft("x")], now=day(1))
    store.set_mark(Mark(route="not_yet", closed_until="2026-12-01", sequence=99, behind=True))
    mark = opened().mark
    assert (mark.seen_at, mark.route, mark.closed_until) == (day(9), "not_yet", "2026-12-01")
    assert not mark.behind


def test_a_mark_that_cannot_be_written_does_not_stop_a_save(opened: Opener, state: Path) -> None:
    state.write_text("a file where the folder belongs")
    store = opened()
    history = store.commit([screening(1, NOW)], now=NOW)
    assert "state file" in " ".join(store.notices)
    assert opened().history == history


def test_a_store_from_a_newer_coach_is_not_touched(opened: Opener, folder: Path) -> None:
    opened().close()
    for data in (
        GOOD.replace(b'"schema":1', b'"schema":2', 1),
        GOOD.replace(b'"min_reader":1', b'"min_reader":2', 1),
        b'{"about":{"1":{"format":"coach","schema":9,"min_reader":3,"new":[]}},"other":"shape"}',
    ):
        (folder / "coach.json").write_bytes(data)
        store = opened()
        assert "newer Coach" in store.read_only
        assert store.behind
        with pytest.raises(StoreError) as refused:
            store.commit([draft("x")], now=NOW)
        assert refused.value.code == "read_only"
        store.close()
        assert (folder / "coach.json").read_bytes() == data


def _make_link(path: Path) -> None:
    path.with_name("elsewhere").write_bytes(b"theirs")
    path.symlink_to(path.with_name("elsewhere"))


def _make_hard_link(path: Path) -> None:
    path.with_name("elsewhere").write_bytes(b"theirs")
    path.hardlink_to(path.with_name("elsewhere"))


@pytest.mark.parametrize("make", [_make_link, _make_hard_link, os.mkfifo, Path.mkdir])
@pytest.mark.parametrize("name", ["coach.json", "lock"])
def test_a_link_or_pipe_or_folder_in_the_place_of_a_file_is_refused_and_left_alone(
    opened: Opener, folder: Path, make: Callable[[Path], None], name: str
) -> None:
    folder.mkdir()
    make(folder / name)
    with pytest.raises(StoreError) as refused:
        opened()
    assert refused.value.code == "refused"
    assert name in refused.value.plain
    if (folder / "elsewhere").exists():
        assert (folder / "elsewhere").read_bytes() == b"theirs"


@pytest.mark.parametrize("make", [_make_link, os.mkfifo])
def test_a_data_folder_that_is_none_is_refused(opened: Opener, folder: Path, make: Callable[[Path], None]) -> None:
    make(folder)
    with pytest.raises(StoreError) as refused:
        opened()
    assert refused.value.code == "refused"


@pytest.mark.parametrize("path", ["/d", "/d/coach.json"])
def test_what_belongs_to_another_user_is_refused(path: str) -> None:
    disk = Disk({("/", "d"): None, ("/", "d", "coach.json"): GOOD})
    disk.owned_by(Path(path), 0)
    with pytest.raises(StoreError) as refused:
        Store.open(FOLDER, STATE, now=NOW, files=disk)
    assert "another user" in refused.value.plain


def test_a_folder_that_may_not_be_written_opens_for_reading(opened: Opener, folder: Path) -> None:
    store = opened()
    history = store.commit([draft("x")], now=NOW)
    store.close()
    folder.chmod(0o500)
    try:
        store = opened()
        assert store.history == history
        assert "coach doctor" in store.read_only
    finally:
        store.close()
        folder.chmod(0o700)


def test_what_a_killed_save_left_is_swept_away(opened: Opener, folder: Path) -> None:
    opened().commit([draft("x")], now=NOW)
    (folder / ".coach.json.tmp").write_bytes(b"half a sa")
    assert opened().history.drafts
    assert not (folder / ".coach.json.tmp").exists()


def test_each_days_first_save_makes_a_backup_of_the_day_before(opened: Opener) -> None:
    store = opened()
    for number in range(3):
        for minute in range(3):
            store.commit([screening(10 * number + minute, day(number, minute))], now=day(number, minute))
    assert [(b.path.name, b.records) for b in store.backups()] == [
        ("2026-11-24.json", 6),
        ("2026-11-23.json", 3),
    ]


def test_a_backup_before_something_risky_is_there_at_once(opened: Opener) -> None:
    store = opened()
    store.commit([draft("x")], now=NOW)
    store.backup("import", now=NOW)
    assert [b.path.name for b in store.backups()] == ["2026-11-22-103000-before-import.json"]


def test_of_many_risky_things_the_ten_newest_backups_stay_for_thirty_days() -> None:
    disk = Disk({("/", "d"): None})
    store = Store.open(FOLDER, STATE, now=NOW, files=disk)
    store.commit([draft("x")], now=NOW)
    for minute in range(15):
        store.backup("import", now=day(0, minute))
    assert [b.path.name[11:15] for b in store.backups()] == [f"{1030 + minute}" for minute in range(14, 4, -1)]
    store.commit([draft("y")], now=day(30))
    assert len(store.backups()) == 11
    store.commit([draft("z")], now=day(31))
    assert len(store.backups()) == 2


def test_a_year_of_days_leaves_seven_four_and_twelve_backups(opened: Opener) -> None:
    disk = Disk({("/", "d"): None})
    store = Store.open(FOLDER, STATE, now=NOW, files=disk)
    for number in range(400):
        store.commit([draft(f"{number}")], now=day(number))
    days = [b.path.name[:10] for b in store.backups()]
    assert days[:7] == [f"{day(399 - n):%Y-%m-%d}" for n in range(7)]
    assert len({d[:7] for d in days}) == 12
    assert 12 <= len(days) <= 7 + 4 + 12


@given(st.sets(st.integers(0, 800), min_size=1), st.integers(0, 800))
def test_letting_go_never_takes_the_newest_of_any_kept_day_week_or_month(numbers: set[int], today: int) -> None:
    first = dt.date(2025, 1, 1)
    made = [
        backups_module.Named(name=f"{first + dt.timedelta(n)}.json", day=first + dt.timedelta(n)) for n in numbers
    ]
    gone = {b.name for b in backups_module.surplus(made, first + dt.timedelta(today))}
    kept = sorted((b.day for b in made if b.name not in gone), reverse=True)
    days = sorted((b.day for b in made), reverse=True)
    months = list(dict.fromkeys((d.year, d.month) for d in days))[:12]
    assert kept[:7] == days[:7]
    assert {(d.year, d.month) for d in kept} >= set(months)
    assert len(kept) <= 7 + 4 + 12


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_the_reader_do_anything_but_refuse(data: bytes) -> None:
    with pytest.raises((UnreadableError, NewerError)):
        decode(data)


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=6), st.integers(0, 6))
def test_no_change_to_a_good_file_is_taken_for_it(at: int, put: bytes, take: int) -> None:
    data = GOOD[:at] + put + GOOD[at + take :]
    if data != GOOD:
        with pytest.raises((UnreadableError, NewerError)):
            decode(data)
