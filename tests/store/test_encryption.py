"""With a passphrase nothing is readable without it, nothing is lost on the way, and `age` opens it without us."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest

from coach.core.records import History
from coach.store import Store, StoreError, erase
from coach.store.codec import decode
from tests.store.conftest import Opener
from tests.store.quick import quick_passphrases
from tests.store.worlds import CANARY, NOW, count, day, draft, screening, steps_of

FIRST, SECOND = "four words work well", "another four words here"


@pytest.fixture
def quick() -> Iterator[None]:
    """The slow step of a passphrase takes no time; everything else is real."""
    with quick_passphrases():
        yield


@pytest.fixture
def sealed(opened: Opener, folder: Path, quick: None) -> History:
    """A store of several days with a passphrase, closed; what is in it."""
    store = opened()
    for number in range(6):
        store.commit(*steps_of(number, day(number)), now=day(number))
    store.commit([screening(1, day(6)), draft(CANARY, day(6))], now=day(6))
    (folder / "coach.json").write_bytes(b"{" + CANARY.encode())
    store.close()
    store = opened(now=day(6))
    history = store.commit([screening(2, day(6)), draft(CANARY, day(6))], now=day(6))
    store.set_passphrase(FIRST)
    store.close()
    return history


def _all_bytes(*folders: Path) -> bytes:
    return b"".join(p.read_bytes() for folder in folders for p in folder.rglob("*") if p.is_file())


def _code(opened: Opener, passphrase: str | None) -> str:
    try:
        opened(now=day(7), passphrase=passphrase)
    except StoreError as error:
        return error.code
    return "opened"


def test_nothing_that_was_written_is_readable_in_any_file(sealed: History, folder: Path, state: Path) -> None:
    data = _all_bytes(folder, state)
    for word in (CANARY, "screening", "before/s1", "2026-11-2", "ready", "settings"):
        assert word.encode() not in data.replace((folder / "lock-holder").read_bytes(), b"")
    names = {p.name for p in folder.rglob("*") if p.is_file()} - {"lock", "lock-holder"}
    assert all(name.endswith(".age") for name in names)
    assert any(name.startswith("quarantine-") for name in names)


def test_the_passphrase_opens_everything_backups_included(sealed: History, opened: Opener) -> None:
    store = opened(now=day(7), passphrase=FIRST)
    assert store.history == sealed
    assert not store.behind
    assert len(store.backups()) >= 6
    assert all(backup.records >= 0 for backup in store.backups())
    history = store.commit([draft("more")], now=day(7))
    assert opened(now=day(7), passphrase=FIRST).history == history


def test_without_or_with_a_wrong_passphrase_nothing_opens_and_nothing_changes(
    sealed: History, opened: Opener, folder: Path
) -> None:
    before = (folder / "coach.json.age").read_bytes()
    assert _code(opened, None) == "passphrase"
    for wrong in ("", " ", FIRST.upper(), FIRST + " ", "x" * 1_000_000):
        assert _code(opened, wrong) == "wrong_passphrase"
    assert (folder / "coach.json.age").read_bytes() == before
    assert _code(opened, FIRST) == "opened"


def test_a_short_or_endless_new_passphrase_is_not_taken(opened: Opener, folder: Path) -> None:
    store = opened()
    store.commit([draft("x")], now=NOW)
    for passphrase in ("", "too short", "x" * 1001):
        with pytest.raises(StoreError) as refused:
            store.set_passphrase(passphrase)
        assert refused.value.code == "weak"
    assert not Store.is_encrypted(folder)
    assert opened().history.drafts


def test_a_passphrase_can_be_set_before_anything_is_saved(opened: Opener, folder: Path, quick: None) -> None:
    opened().set_passphrase(FIRST)
    assert Store.is_encrypted(folder)
    store = opened(passphrase=FIRST)
    store.commit([draft(CANARY)], now=NOW)
    assert CANARY.encode() not in _all_bytes(folder)
    assert opened(passphrase=FIRST).history.drafts


def test_after_a_change_the_old_passphrase_and_the_old_key_open_nothing_new(
    sealed: History, opened: Opener, folder: Path
) -> None:
    old_key = (folder / "identity.age").read_bytes()
    store = opened(now=day(7), passphrase=FIRST)
    store.change_passphrase(FIRST, SECOND)
    store.commit([draft("new")], now=day(7))
    history = store.history
    assert _code(opened, FIRST) == "wrong_passphrase"
    store = opened(now=day(7), passphrase=SECOND)
    assert store.history == history
    assert all(backup.records >= 0 for backup in store.backups())
    store.close()
    (folder / "identity.age").write_bytes(old_key)
    (folder / "backups" / "identity.age").write_bytes(old_key)
    store = opened(now=day(7), passphrase=FIRST)
    assert count(store.history) == 0
    assert store.behind


def test_a_change_needs_the_right_old_passphrase(sealed: History, opened: Opener) -> None:
    store = opened(now=day(7), passphrase=FIRST)
    with pytest.raises(StoreError) as refused:
        store.change_passphrase("wrong wrong", SECOND)
    assert refused.value.code == "wrong_passphrase"
    with pytest.raises(StoreError) as refused:
        store.remove_passphrase("wrong")
    assert refused.value.code == "wrong_passphrase"
    assert store.commit([draft("still saving")], now=day(7)).drafts
    assert _code(opened, FIRST) == "opened"


def test_removing_makes_everything_readable_again_and_leaves_no_key(
    sealed: History, opened: Opener, folder: Path
) -> None:
    store = opened(now=day(7), passphrase=FIRST)
    store.remove_passphrase(FIRST)
    history = store.commit([draft("plain")], now=day(7))
    store = opened(now=day(7))
    assert store.history == history
    assert not store.behind
    assert all(backup.records >= 0 for backup in store.backups())
    assert not list(folder.rglob("*.age"))


def test_setting_twice_or_removing_none_is_refused_in_plain_words(opened: Opener, quick: None) -> None:
    store = opened()
    with pytest.raises(StoreError) as refused:
        store.remove_passphrase(FIRST)
    assert refused.value.code == "invalid"
    store.set_passphrase(FIRST)
    with pytest.raises(StoreError) as refused:
        store.set_passphrase(SECOND)
    assert refused.value.code == "invalid"


def test_a_lost_sealed_store_never_becomes_a_plain_one_by_itself(
    sealed: History, opened: Opener, folder: Path
) -> None:
    shutil.rmtree(folder)
    with pytest.raises(StoreError) as refused:
        opened(now=day(7))
    assert refused.value.code == "missing"
    assert not (folder / "coach.json").exists()


def test_starting_over_keeps_the_old_store_and_keeps_practice_closed(
    sealed: History, opened: Opener, folder: Path, state: Path
) -> None:
    kept = folder / Store.start_over(folder, state, now=day(7))
    store = opened(now=day(7))
    assert count(store.history) == 0
    assert store.behind
    store.commit([draft("new")], now=day(7))
    store.close()
    shutil.copytree(kept, folder.with_name("found-again"))
    found = Store.open(folder.with_name("found-again"), state, now=day(7), passphrase=FIRST)
    assert found.history == sealed
    found.close()


def test_starting_over_after_the_store_is_gone_works_too(
    sealed: History, opened: Opener, folder: Path, state: Path
) -> None:
    shutil.rmtree(folder)
    Store.start_over(folder, state, now=day(7))
    assert opened(now=day(7)).behind


@pytest.mark.parametrize("damage", [None, b"", b"junk", b"age-encryption.org/v1\n"])
def test_a_damaged_key_file_is_mended_from_its_copy(
    sealed: History, opened: Opener, folder: Path, damage: bytes | None
) -> None:
    path = folder / "identity.age"
    good = path.read_bytes()
    path.unlink() if damage is None else path.write_bytes(damage)
    assert opened(now=day(7), passphrase=FIRST).history == sealed
    assert path.read_bytes() == good


def test_two_damaged_key_files_are_said_to_be_damaged_not_wrongly_typed(
    sealed: History, opened: Opener, folder: Path
) -> None:
    for path in (folder / "identity.age", folder / "backups" / "identity.age"):
        path.write_bytes(b"junk")
    assert _code(opened, FIRST) == "damaged"


def test_a_damaged_sealed_store_goes_back_to_a_sealed_backup(sealed: History, opened: Opener, folder: Path) -> None:
    data = bytearray((folder / "coach.json.age").read_bytes())
    data[-1] ^= 1
    (folder / "coach.json.age").write_bytes(data)
    store = opened(now=day(7), passphrase=FIRST)
    assert store.history == sealed
    assert len(store.notices) == 3
    assert [p.read_bytes() for p in folder.glob("quarantine-2026-11-29*.age")] == [bytes(data)]


def test_a_plain_file_put_beside_a_sealed_store_is_sealed_and_kept(
    sealed: History, opened: Opener, folder: Path
) -> None:
    (folder / "coach.json").write_bytes(CANARY.encode())
    store = opened(now=day(7), passphrase=FIRST)
    assert store.history == sealed
    assert len(store.notices) == 1
    assert CANARY.encode() not in _all_bytes(folder)
    assert len(list(folder.glob("other-*.age"))) == 1


def test_links_and_giants_beside_the_store_do_not_stop_a_passphrase(
    opened: Opener, folder: Path, quick: None
) -> None:
    store = opened()
    store.commit([draft(CANARY)], now=NOW)
    with (folder / "quarantine-2026-01-01-000000.json").open("wb") as file:
        file.truncate(1 << 31)
    (folder / "other-2026-01-01-000000.json").symlink_to(folder / "nowhere")
    store.set_passphrase(FIRST)
    store.change_passphrase(FIRST, SECOND)
    assert not list(folder.glob("coach.json"))
    opened(passphrase=SECOND).remove_passphrase(SECOND)
    assert opened().history.drafts


def test_erasing_a_sealed_store_needs_no_passphrase_and_leaves_nothing(
    sealed: History, folder: Path, state: Path
) -> None:
    assert len(erase(folder, state, now=day(7))) == 1
    assert not folder.exists()
    assert not state.exists()


# The tests below pay for real passphrases, two seconds and more each.

SPELLED = unicodedata.normalize("NFC", "café für alle ") + "ﬁ"
TYPED_ELSEWHERE = unicodedata.normalize("NFD", "café für alle fi")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, History]:
    """A store sealed with a real passphrase, closed, and what is in it."""
    folder = tmp_path_factory.mktemp("real") / "data"
    store = Store.open(folder, folder / "state", now=NOW)
    store.commit([draft(CANARY)], now=NOW)
    history = store.commit([screening(1, day(1))], now=day(1))
    store.set_passphrase(SPELLED)
    store.close()
    return folder, history


def test_a_passphrase_is_the_same_in_every_spelling(real: tuple[Path, History]) -> None:
    folder, history = real
    assert SPELLED != TYPED_ELSEWHERE
    store = Store.open(folder, folder / "state", now=day(1), passphrase=TYPED_ELSEWHERE)
    assert store.history == history
    store.close()


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed")
def test_the_age_program_opens_store_and_backups_without_coach(real: tuple[Path, History], tmp_path: Path) -> None:
    folder, history = real
    key = tmp_path / "key.txt"
    asked = pexpect.spawn("age", ["-d", "-o", str(key), str(folder / "identity.age")], encoding="utf-8", timeout=60)
    asked.expect("passphrase")
    asked.sendline(unicodedata.normalize("NFKC", SPELLED))
    asked.expect(pexpect.EOF)
    asked.close()
    assert asked.exitstatus == 0
    assert re.search(r"^AGE-SECRET-KEY-1[A-Z0-9]+$", key.read_text(), re.MULTILINE)
    sealed = [folder / "coach.json.age", *sorted((folder / "backups").glob("2026*.age"))]
    opened_files = [
        subprocess.run(["age", "-d", "-i", str(key), str(path)], capture_output=True, check=True).stdout
        for path in sealed
    ]
    assert [decode(data).history for data in opened_files[:2]] == [history, history]
    assert decode(opened_files[2]).history.drafts


def test_a_key_file_that_asks_for_endless_work_is_refused_at_once(opened: Opener, folder: Path) -> None:
    with quick_passphrases():
        opened().set_passphrase(FIRST)
    hostile = b"age-encryption.org/v1\n-> scrypt JXtEXTqxawZrDVU3j1OG+g 40\n" + b"A" * 43 + b"\n--- " + b"A" * 43
    for path in (folder / "identity.age", folder / "backups" / "identity.age"):
        path.write_bytes(hostile + b"\n" + bytes(40))
    began = time.perf_counter()
    assert _code(opened, FIRST) in ("wrong_passphrase", "damaged")
    assert time.perf_counter() - began < 1
