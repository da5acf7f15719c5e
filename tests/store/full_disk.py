"""Fills a small disk that a test made, saves until it is refused, frees it and saves on."""

from __future__ import annotations

import sys
from pathlib import Path

from coach.store import Store, StoreError
from tests.store.worlds import NOW, draft


def main(disk: Path) -> str:
    """What happened, in three words or more."""
    store = Store.open(disk / "data", disk / "state", now=NOW)
    kept = store.commit([draft("x" * 50_000)], now=NOW)
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            pass
    try:
        store.commit([draft("y" * 60_000)], now=NOW)
    except StoreError as error:
        said = error.code
    else:
        return "there was room"
    if store.history != kept or store.read_only:
        return "changed"
    store.close()
    store = Store.open(disk / "data", disk / "state", now=NOW)
    if store.history != kept or store.notices:
        return "lost"
    ballast.unlink()
    store.commit([draft("y" * 60_000)], now=NOW)
    return f"{said}, kept, went on"


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))
