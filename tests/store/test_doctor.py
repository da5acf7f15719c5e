"""`coach doctor` and `coach erase`: they work on whatever is there, and say plainly what they found or left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coach.store import Locked, MemoryStore, Store, StoreError, data_dir, erase, examine, state_dir
from tests.store.conftest import Opener
from tests.store.quick import quick_passphrases
from tests.store.simulator import Disk
from tests.store.worlds import CANARY, FOLDER, NOW, STATE, day, draft, screening


def _wrong(folder: Path, state: Path) -> list[str]:
    return [finding.what for finding in examine(folder, state) if not finding.ok]


def test_a_healthy_store_has_nothing_wrong(opened: Opener, folder: Path, state: Path) -> None:
    assert _wrong(folder, state) == []
    store = opened()
    store.commit([screening(1, NOW)], now=NOW)
    store.commit([screening(2, day(1))], now=day(1))
    store.close()
    said = " ".join(finding.what for finding in examine(folder, state))
    assert _wrong(folder, state) == []
    assert "2 entries" in said
    assert "1 backup" in said


def test_the_doctor_looks_at_an_open_store_and_says_so(opened: Opener, folder: Path, state: Path) -> None:
    opened().commit([screening(1, NOW)], now=NOW)
    assert _wrong(folder, state) == []
    assert "already open" in " ".join(finding.what for finding in examine(folder, state))


def test_the_doctor_finds_damage_and_changes_nothing(opened: Opener, folder: Path, state: Path) -> None:
    store = opened()
    store.commit([screening(1, NOW)], now=NOW)
    store.commit([screening(2, day(1))], now=day(1))
    store.close()
    (folder / "coach.json").write_bytes(b"{")
    (folder / "backups" / "2026-11-23.json").write_bytes(b"{")
    (folder / "coach.json").chmod(0o644)
    os.mkfifo(folder / "pipe")
    before = {p: (p.lstat().st_mode, p.lstat().st_size) for p in folder.rglob("*") if not p.name.startswith("lock")}
    wrong = " ".join(_wrong(folder, state))
    after = {p: (p.lstat().st_mode, p.lstat().st_size) for p in folder.rglob("*") if not p.name.startswith("lock")}
    assert before == after
    for said in (
        "is damaged. Starting",
        "backup 2026-11-23.json is damaged",
        "able to read coach.json",
        "pipe is a link",
    ):
        assert said in wrong


def test_the_doctor_notices_an_older_store_a_missing_one_and_a_newer_one(
    opened: Opener, folder: Path, state: Path
) -> None:
    store = opened()
    store.commit([screening(1, NOW)], now=NOW)
    older = (folder / "coach.json").read_bytes()
    store.commit([screening(2, day(1))], now=day(1))
    store.close()
    (folder / "coach.json").write_bytes(older)
    assert "older than what Coach saw last" in " ".join(_wrong(folder, state))
    (folder / "coach.json").write_bytes(older.replace(b'"schema":1', b'"schema":7'))
    assert "newer Coach" in " ".join(_wrong(folder, state))
    (folder / "coach.json").unlink()
    assert "not in its folder" in " ".join(_wrong(folder, state))


def test_the_doctor_works_on_a_sealed_store_without_the_passphrase(opened: Opener, folder: Path, state: Path) -> None:
    with quick_passphrases():
        store = opened()
        store.commit([draft("x")], now=NOW)
        store.set_passphrase("four words work well")
        store.close()
    assert _wrong(folder, state) == []
    (folder / "identity.age").unlink()
    assert "its copy beside the backups" in " ".join(_wrong(folder, state))


def test_the_doctor_survives_a_disk_that_answers_nothing() -> None:
    disk = Disk({("/", "d"): None})
    disk.fail_at, disk.error, disk.for_ever = 0, 5, True
    findings = examine(FOLDER, STATE, disk)
    assert findings
    assert not any(finding.ok for finding in findings)


def test_erasing_takes_all_of_ours_and_names_what_is_not(opened: Opener, folder: Path, state: Path) -> None:
    store = opened()
    store.commit([draft(CANARY)], now=NOW)
    store.commit([draft(CANARY)], now=day(1))
    store.close()
    (folder / "coach.json").write_bytes(b"{")
    opened(now=day(1)).close()
    (folder / ".coach.json.tmp").write_bytes(CANARY.encode())
    (folder / "letter.txt").write_text("mine")
    left = erase(folder, state, now=day(1))
    assert [p.name for p in folder.rglob("*")] == ["letter.txt"]
    assert not state.exists()
    assert "letter.txt" in left[0]
    assert "copies that you" in left[-1]
    assert len(left) == 2


def test_erasing_what_is_not_there_is_no_error(folder: Path, state: Path) -> None:
    assert len(erase(folder, state, now=NOW)) == 1


def test_erasing_an_open_store_is_refused_and_takes_nothing(opened: Opener, folder: Path, state: Path) -> None:
    opened().commit([draft("x")], now=NOW)
    with pytest.raises(Locked):
        erase(folder, state, now=NOW)
    assert opened().history.drafts


def test_a_file_that_cannot_be_erased_is_named() -> None:
    disk = Disk({("/", "d"): None, ("/", "s"): None})
    store = Store.open(FOLDER, STATE, now=NOW, files=disk)
    store.commit([draft("x")], now=NOW)
    store.close()
    disk.fail_at, disk.error = disk.calls + _calls_until_unlink(disk.tree()), 5
    left = erase(FOLDER, STATE, now=NOW, files=disk)
    assert left[0] == "coach.json could not be erased."


def _calls_until_unlink(tree: dict[tuple[str, ...], bytes | None]) -> int:
    disk = Disk(tree)
    erase(FOLDER, STATE, now=NOW, files=disk)
    return disk.log.index("unlink")


def test_coach_home_moves_everything_and_asking_creates_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    assert data_dir() == tmp_path / "home"
    assert state_dir() == tmp_path / "home" / "state"
    monkeypatch.delenv("COACH_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert data_dir() == tmp_path / "data" / "coach"
    assert state_dir() == tmp_path / "state" / "coach"
    assert list(tmp_path.iterdir()) == []


def test_one_folder_for_data_and_state_opens_saves_and_erases(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    store = Store.open(folder, folder / "state", now=NOW)
    store.commit([screening(1, NOW)], now=NOW)
    store.close()
    assert folder.parent.stat().st_mode & 0o777 == 0o700
    assert len(erase(folder, folder / "state", now=NOW)) == 1
    assert not folder.exists()


def test_the_memory_store_answers_like_a_store() -> None:
    store = MemoryStore()
    store.commit([screening(1, NOW)], now=day(2))
    assert store.mark.seen_at == day(2)
    assert (store.read_only, store.notices, store.behind, store.encrypted) == ("", (), False, False)


def test_no_message_of_the_store_holds_what_was_written(opened: Opener) -> None:
    store = opened()
    with pytest.raises(StoreError) as refused:
        store.commit([draft(f"{CANARY}\ud800")], now=NOW)
    error: BaseException | None = refused.value
    while error is not None:
        assert CANARY not in str(error)
        assert CANARY not in repr(getattr(error, "plain", ""))
        error = error.__cause__
