"""Data folders of made-up people for the terminal tests, and what Coach kept of what they typed."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from coach.core.records import TABLE_OF, Draft, History, Record
from coach.engine import FormName
from coach.library import Library
from coach.store import Store
from tests.support import walk
from tests.support.clock import FrozenClock
from tests.terminal.window import CHECKOUT

QUESTION = "own_goals"


@cache
def _library() -> Library:
    return Library(CHECKOUT / "content")


def open_store(home: Path) -> Store:
    """The store below a home folder, as Coach opens it."""
    return Store.open(home / "coach", home / "coach" / "state", now=dt.datetime.now().astimezone())


def writing(home: Path) -> Path:
    """Somebody who is asked to write something of their own, with nothing written yet. Gives the home folder."""
    now = dt.datetime.now().astimezone()
    engine = walk.screened(walk.engine_of(_library(), FrozenClock(now)))
    session = engine.begin(FormName.GOALS)
    session.answer(walk.GOALS["goals"])
    assert session.ask is not None
    assert session.ask.item.id == QUESTION
    return saved(home, engine.history, now)


def saved(home: Path, history: History, now: dt.datetime) -> Path:
    """A home folder with these records. Gives the folder."""
    store = open_store(home)
    records: list[Record] = [record for table in TABLE_OF.values() for record in getattr(history, table)]
    store.commit(records, now=now)
    store.close()
    return home


def typed(home: Path) -> str:
    """What stood in the field, as it was kept."""
    store = open_store(home)
    try:
        return "".join(draft.typed for draft in store.history.of(Draft))
    finally:
        store.close()
