"""A store of any released Coach opens in this one, with a backup first; its shape never changes unnoticed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from coach.core.records import SCHEMA, TABLES
from coach.store import codec
from coach.store.codec import Tables, decode
from coach.store.errors import UnreadableError
from tests.store.conftest import Opener
from tests.store.golden.content import golden_bytes
from tests.store.worlds import day, draft

GOLDEN = sorted((Path(__file__).with_name("golden")).glob("schema-*.json"))


def _with_digest(data: bytes) -> bytes:
    head = data.index(b'"digest":"') + len(b'"digest":"')
    blank = data[:head] + b"0" * 32 + data[head + 32 :]
    return blank.replace(b"0" * 32, hashlib.blake2b(blank, digest_size=16).hexdigest().encode(), 1)


def test_there_is_a_golden_store_of_every_schema() -> None:
    assert [path.stem for path in GOLDEN] == [f"schema-{number + 1}" for number in range(SCHEMA)]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_record_of_a_released_store_is_there(path: Path) -> None:
    loaded = decode(path.read_bytes())
    assert {name for name in TABLES if getattr(loaded.history, name)} >= set(codec.decode_tables(path.read_bytes()))


def test_a_changed_shape_raises_the_schema() -> None:
    """When this fails: raise SCHEMA, say in MIGRATIONS how to get there, run `python -m tests.store.golden`."""
    assert GOLDEN[-1].read_bytes() == golden_bytes()


def test_an_older_store_opens_is_backed_up_as_it_was_and_saves_in_the_new_shape(
    opened: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def from_one_to_two(tables: Tables) -> Tables:
        steps = {n: {**row, "title": row["title"].upper()} for n, row in tables["steps"].items()}
        return {**tables, "steps": steps}

    old = _with_digest(GOLDEN[0].read_bytes().replace(b'"retired":true,', b""))
    opened().close()
    (folder / "coach.json").write_bytes(old)
    monkeypatch.setattr(codec, "SCHEMA", 2)
    monkeypatch.setitem(codec.MIGRATIONS, 1, from_one_to_two)
    store = opened(now=day(1))
    assert store.notices == ()
    assert store.history.steps[0].title == "TITLE É"
    assert not store.history.steps[0].retired
    assert (folder / "coach.json").read_bytes() == old
    assert [p.read_bytes() for p in (folder / "backups").glob("*before-migration.json")] == [old]
    assert [b.records for b in store.backups()] == [len(TABLES)]
    history = store.commit([draft("x")], now=day(1))
    assert b'"schema":2' in (folder / "coach.json").read_bytes()
    assert opened(now=day(1)).history == history


def test_an_older_store_is_no_excuse_for_a_changed_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "SCHEMA", 2)
    data = GOLDEN[0].read_bytes()
    assert decode(data).is_old
    for at in range(0, len(data), 7):
        with pytest.raises(UnreadableError):
            decode(data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :])
