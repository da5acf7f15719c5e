"""A real folder for each test, never the developer's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.store import Store
from tests.store.worlds import NOW

Opener = Callable[..., Store]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the store is kept."""
    return tmp_path / "data"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where the mark is kept."""
    return tmp_path / "state"


@pytest.fixture
def opened(folder: Path, state: Path) -> Iterator[Opener]:
    """Opens the store of this test, after closing what the test had open before."""
    stores: list[Store] = []

    def again(**changes: object) -> Store:
        for store in stores:
            store.close()
        arguments: dict[str, object] = {"now": NOW, **changes}
        store = Store.open(folder, state, **arguments)  # type: ignore[arg-type]
        stores.append(store)
        return store

    yield again
    for store in stores:
        store.close()
