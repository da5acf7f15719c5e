"""What was shown as saved is there again; what was refused changed nothing."""

from __future__ import annotations

import datetime as dt
import os
import resource
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import tinydb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.core.records import Answers, Attempt, Draft, Rating, Record, Reflection, Step
from coach.store import Locked, MemoryStore, Store, StoreError
from tests.store.conftest import Opener
from tests.store.simulator import Disk
from tests.store.worlds import CANARY, FOLDER, NOW, STATE, day, draft, screening, steps_of

LISBON = dt.timezone(dt.timedelta(hours=1))


def test_what_was_saved_is_there_after_closing_and_opening_again(opened: Opener) -> None:
    store = opened()
    for number in range(30):
        history = store.commit(*steps_of(number, day(number)), now=day(number))
    assert opened(now=day(31)).history == history
    assert history.attempts


def test_the_same_id_replaces_a_record_and_keeps_its_place(opened: Opener) -> None:
    store = opened()
    steps = [Step(id=f"s{n}", at=NOW, title="old") for n in range(3)]
    store.commit(steps, now=NOW)
    store.commit([Step(id="s1", at=NOW, title="new")], now=NOW)
    assert [(s.id, s.title) for s in opened().history.steps] == [("s0", "old"), ("s1", "new"), ("s2", "old")]


def test_many_changes_in_one_commit_are_one_step(opened: Opener, folder: Path) -> None:
    store = opened()
    store.commit([draft("one"), Step(id="s", at=NOW, title="t")], now=NOW)
    before = (folder / "coach.json").read_bytes()
    with pytest.raises(StoreError):
        store.commit([Step(id="t", at=NOW, title="\ud800")], drop=[draft("one")], now=NOW)
    assert (folder / "coach.json").read_bytes() == before
    assert store.history.drafts and len(store.history.steps) == 1


UNWRITABLE: dict[str, Record] = {
    "half a surrogate pair": draft("\udfff"),
    "a time without its zone": draft("x", at=dt.datetime(2026, 11, 22)),
    "a rating without its zone": Step(
        id="s",
        at=NOW,
        title="t",
        ratings=(Rating(at=dt.datetime(2026, 11, 22), value=3),),
    ),
    "a rating out of range": Step(id="s", at=NOW, title="t", ratings=(Rating(at=NOW, value=101),)),
    "a truth value as an answer": Draft(id="d", at=NOW, form="f", answers={"a": True}),
    "not a number": Draft(id="d", at=NOW, form="f", answers={"a": float("nan")}),  # type: ignore[dict-item]
    "an endless number": Draft(id="d", at=NOW, form="f", answers={"a": 10**5000}),
    "an unknown outcome": Reflection(id="r", at=NOW, attempt="a", outcome="maybe", answers={}),  # type: ignore[arg-type]
    "no id": draft("x").__class__(id="", at=NOW, form="f"),
    "a record of no known kind": Record(id="x", at=NOW),
}


@pytest.mark.parametrize("what", UNWRITABLE)
def test_a_record_that_would_not_read_back_is_refused_and_saving_goes_on(opened: Opener, what: str) -> None:
    store = opened()
    before = store.commit([draft("good")], now=NOW)
    with pytest.raises(StoreError) as refused:
        store.commit([UNWRITABLE[what]], now=NOW)
    assert refused.value.code == "invalid"
    assert store.history == before == opened().history
    assert opened().commit([draft("better")], now=NOW).drafts[0].answers == {"worst": "better"}


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    answers=st.dictionaries(TEXT, st.one_of(TEXT, st.integers(-(2**63), 2**63 - 1), st.tuples(TEXT, TEXT))),
    offset=st.integers(-14 * 60, 14 * 60),
)
def test_every_text_and_number_comes_back_as_it_was(answers: dict[str, object], offset: int) -> None:
    disk = Disk({("/", "d"): None})
    at = NOW.astimezone(dt.timezone(dt.timedelta(minutes=offset)))
    record = Attempt(id="a", at=at, step="s", step_title="t", rating=1, before=answers)  # type: ignore[arg-type]
    Store.open(FOLDER, STATE, now=at, files=disk).commit([record], now=at)
    assert Store.open(FOLDER, STATE, now=at, files=disk).history.attempts == (record,)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=8))
def test_the_store_and_the_memory_store_agree_on_any_changes(changes: list[tuple[int, int]]) -> None:
    disk, memory = Disk({("/", "d"): None}), MemoryStore()
    store = Store.open(FOLDER, STATE, now=NOW, files=disk)
    for put, drop in changes:
        arguments = steps_of(put, NOW)[0], steps_of(drop, NOW)[1]
        assert store.commit(*arguments, now=NOW) == memory.commit(*arguments, now=NOW)
    assert Store.open(FOLDER, STATE, now=NOW, files=disk).history == memory.history


def test_what_the_caller_does_to_its_own_dictionary_does_not_reach_the_store(opened: Opener) -> None:
    store = opened()
    answers: Answers = {"worst": "they laugh"}
    history = store.commit([Draft(id="d", at=NOW, form="f", answers=answers)], now=NOW)
    answers["worst"] = "changed"
    assert history.drafts[0].answers == store.history.drafts[0].answers == {"worst": "they laugh"}


def test_looking_at_an_empty_store_writes_no_store_file(opened: Opener, folder: Path, state: Path) -> None:
    opened().close()
    assert not (folder / "coach.json").exists()
    assert not state.exists()


def test_saved_means_written_flushed_renamed_and_flushed_again() -> None:
    disk = Disk({("/", "d"): None, ("/", "s"): None})
    store = Store.open(FOLDER, STATE, now=NOW, files=disk)
    disk.log.clear()
    store.commit([draft("x")], now=NOW)
    kinds = [call for call in disk.log if call in ("create", "write", "fsync", "replace", "fsync_folder")]
    assert [call for n, call in enumerate(kinds) if n == 0 or kinds[n - 1] != call][:5] == [
        "create",
        "write",
        "fsync",
        "replace",
        "fsync_folder",
    ]


def test_a_temporary_file_that_could_not_be_taken_away_does_not_stop_the_next_save() -> None:
    disk = Disk({("/", "d"): None, ("/", "s"): None})
    store = Store.open(FOLDER, STATE, now=NOW, files=disk)
    disk.put(("/", "d", ".coach.json.tmp"), b"half a sa")
    assert store.commit([draft("x")], now=NOW).drafts
    assert ("/", "d", ".coach.json.tmp") not in disk.tree()


def test_any_tinydb_can_read_the_file(opened: Opener, folder: Path) -> None:
    opened().commit([draft("x"), Step(id="s", at=NOW, title="t")], now=NOW)
    database = tinydb.TinyDB(folder / "coach.json", access_mode="r")
    assert database.table("steps").all()[0]["title"] == "t"
    assert database.table("drafts").all()[0]["typed"] == CANARY


def test_a_second_coach_is_told_who_has_the_store_and_writes_nothing(
    opened: Opener, folder: Path, state: Path
) -> None:
    opened().commit([draft("x")], now=NOW)
    before = (folder / "coach.json").read_bytes()
    with pytest.raises(Locked) as refused:
        Store.open(folder, state, now=NOW)
    assert f"process {os.getpid()}" in refused.value.plain
    assert "22 November at 10:30" in refused.value.plain
    assert (folder / "coach.json").read_bytes() == before


_HOLDER = """
import os, sys, signal
from pathlib import Path
from coach.store import Store
from tests.store.worlds import NOW
store = Store.open(Path(sys.argv[1]), Path(sys.argv[2]), now=NOW)
os.write(1, b"!")
signal.pause()
"""


def test_a_paused_coach_is_recognised_and_a_killed_one_leaves_no_lock(folder: Path, state: Path) -> None:
    arguments = [sys.executable, "-c", _HOLDER, str(folder), str(state)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as holder:
        assert holder.stdout is not None
        assert holder.stdout.read(1) == b"!"
        holder.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, holder.pid, os.WSTOPPED)
        with pytest.raises(Locked) as refused:
            Store.open(folder, state, now=NOW)
        holder.kill()
    if sys.platform == "linux":
        assert "type fg" in refused.value.plain
    Store.open(folder, state, now=NOW).close()


def test_a_store_opened_in_a_worker_can_be_closed_by_the_screen(folder: Path, state: Path) -> None:
    with ThreadPoolExecutor(1) as worker:
        store = worker.submit(Store.open, folder, state, now=NOW).result()
        store.commit([draft("x")], now=NOW)
        store.close()
        assert worker.submit(Store.open, folder, state, now=NOW).result().history == store.history


def test_saves_from_two_threads_wait_for_each_other(opened: Opener) -> None:
    store = opened()
    with ThreadPoolExecutor(4) as workers:
        list(workers.map(lambda n: store.commit([Step(id=f"s{n}", at=NOW, title="t")], now=NOW), range(40)))
    assert len(store.history.steps) == 40
    assert opened().history == store.history


def test_a_file_that_another_program_changed_is_kept_and_so_is_what_was_saved(opened: Opener, folder: Path) -> None:
    store = opened()
    store.commit([draft("mine")], now=NOW)
    theirs = (folder / "coach.json").read_bytes().replace(b"mine", b"thei")
    (folder / "coach.json").write_bytes(theirs)
    history = store.commit([Step(id="s", at=NOW, title="t")], now=NOW)
    kept = [p for p in folder.iterdir() if p.name.startswith("other-")]
    assert [p.read_bytes() for p in kept] == [theirs]
    assert kept[0].name in store.notices[0]
    assert opened().history == history


def test_a_file_that_was_only_touched_is_no_news(opened: Opener, folder: Path) -> None:
    store = opened()
    store.commit([draft("mine")], now=NOW)
    os.utime(folder / "coach.json", (0, 0))
    store.commit([draft("more")], now=NOW)
    assert store.notices == ()


def test_a_file_that_disappeared_is_written_again_with_everything(opened: Opener, folder: Path) -> None:
    store = opened()
    store.commit([Step(id="s", at=NOW, title="t")], now=NOW)
    (folder / "coach.json").unlink()
    history = store.commit([draft("x")], now=NOW)
    assert len(store.notices) == 1
    assert opened().history == history
    assert history.steps


def test_a_closed_store_refuses_to_save(opened: Opener) -> None:
    store = opened()
    store.close()
    with pytest.raises(StoreError) as refused:
        store.commit([draft("x")], now=NOW)
    assert refused.value.code == "read_only"


def test_a_file_that_may_not_grow_is_refused_and_saving_goes_on_after(opened: Opener, folder: Path) -> None:
    store = opened()
    before = store.commit([draft("x")], now=NOW)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, limits[1]))
    try:
        with pytest.raises(StoreError) as refused:
            store.commit([screening(1, NOW)], now=NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert refused.value.code == "full"
    assert store.history == before
    assert not list(folder.glob(".*.tmp"))
    assert store.commit([screening(1, NOW)], now=NOW).screenings


_SMALL_DISK = 'mount -t tmpfs -o size=300k tmpfs "$1" && exec "$2" "$3" "$1"'


def test_a_full_disk_keeps_the_old_and_takes_the_new_when_there_is_room(tmp_path: Path) -> None:
    script = Path(__file__).with_name("full_disk.py")
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", _SMALL_DISK, "sh", str(tmp_path), sys.executable, str(script)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
    )
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("this system does not let a test make a small disk")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "full, kept, went on"


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_the_owner_can_read_whatever_the_umask(folder: Path, state: Path, mask: int) -> None:
    old = os.umask(mask)
    try:
        store = Store.open(folder, state, now=NOW)
        store.commit([draft("x")], now=NOW)
        store.commit([draft("y")], now=day(1))
        (folder / "coach.json").write_bytes(b"{")
        store.close()
        Store.open(folder, state, now=day(1)).close()
    finally:
        os.umask(old)
    modes = {p.stat().st_mode & 0o777 for p in folder.parent.rglob("*") if p.is_file()}
    assert modes == {0o600}
    assert {p.stat().st_mode & 0o777 for p in folder.parent.rglob("*") if p.is_dir()} == {0o700}
    assert {p.name.split("-")[0] for p in folder.iterdir()} >= {"coach.json", "backups", "quarantine", "lock"}


def test_loose_modes_are_mended_at_opening(opened: Opener, folder: Path) -> None:
    opened().commit([draft("x")], now=NOW)
    folder.chmod(0o755)
    (folder / "coach.json").chmod(0o644)
    opened()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "coach.json").stat().st_mode & 0o777 == 0o600


def test_importing_the_store_brings_neither_the_screen_nor_the_cipher() -> None:
    code = "import sys, coach.store; print([m for m in ('textual', 'pyrage', 'questionary') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
