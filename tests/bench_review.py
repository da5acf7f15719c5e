"""How fast review is with 10,000 attempts: `python -m tests.bench_review`. Every line aims at under 100 ms."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Callable

import msgspec

from coach.core.bands import Band
from coach.core.records import History, Record
from coach.core.searching import Ending, Facet, Query
from coach.engine import Engine, Place, View
from coach.engine.demo import made_up
from coach.engine.reviewing import Reviewing
from coach.library import Library
from coach.store import MemoryStore
from coach.tui.app import CoachApp
from coach.tui.screens.review import ReviewScreen
from tests.support.clock import MORNING, FrozenClock

ATTEMPTS = 10_000


def years_of_practice(library: Library) -> History:
    """Somebody's four months, lived again and again, each time a little earlier."""
    history = made_up(library, "steady", MORNING)
    records: list[Record] = []
    for turn in range(1, ATTEMPTS // len(history.attempts) + 1):
        back = dt.timedelta(days=119 * turn)
        for attempt in history.attempts:
            records.append(msgspec.structs.replace(attempt, id=f"{attempt.id}/{turn}", at=attempt.at - back))
        for written in (history.reflections, history.look_backs):
            for each in written:
                again = {"id": f"{each.id}/{turn}", "at": each.at - back, "attempt": f"{each.attempt}/{turn}"}
                records.append(msgspec.structs.replace(each, **again))
    return history.changed(records)


def timed(name: str, do: Callable[[], object], times: int = 5) -> None:
    """Print the slowest and the median of some runs."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        do()
        taken.append((time.perf_counter() - begun) * 1000)
    print(f"  {name:<44} median {sorted(taken)[len(taken) // 2]:6.1f}   slowest {max(taken):6.1f} ms")


def below_the_screen(engine: Engine) -> None:
    """The search itself."""
    print(f"the search, {len(engine.history.attempts):,} attempts")
    timed("put on the shelf: what opening costs", lambda: Reviewing(engine).shelf)
    timed("the very first typed letter", lambda: Reviewing(engine).find(Query(text="a")))
    reviewing = Reviewing(engine)
    reviewing.find(Query(text="a"))
    for text in ("c", "café", "bread smiled", "zzz"):
        timed(f"typed: {text}", lambda text=text: reviewing.find(Query(text=text)))  # type: ignore[misc]
    timed("ending and band", lambda: reviewing.find(Query(ending=Ending.NO, band=Band.SMALL)))
    timed("kept, this month", lambda: reviewing.find(Query(kept=True, since=MORNING.date().replace(day=1))))
    for facet in Facet:
        timed(f"what {facet.value} can be", lambda facet=facet: reviewing.counted(Query(), facet))  # type: ignore[misc]


async def on_the_screen(engine: Engine) -> None:
    """The same through the page, drawn at 120x36."""
    print("the page, 120x36")
    app = CoachApp(engine)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        begun = time.perf_counter()
        app.go(Place(view=View.REVIEW))
        while not isinstance(app.screen, ReviewScreen) or not app.screen.query("Roll"):
            await asyncio.sleep(0)
        print(f"  {'opening, until the list is there':<44} {(time.perf_counter() - begun) * 1000:6.1f} ms")
        await pilot.pause()
        screen = app.screen

        def drawn(text: str) -> None:
            screen.look_for(text)
            screen.roll.render()

        for text in ("c", "ca", "caf", ""):
            timed(f"typed: {text or 'nothing again'}", lambda text=text: drawn(text), times=1)  # type: ignore[misc]
        def moved(by: int) -> None:
            screen.roll.action_move(by)
            screen.roll.render()

        timed("the last row of all", lambda: moved(ATTEMPTS * 2), times=1)
        timed("a row up", lambda: moved(-1))
        moved(-ATTEMPTS * 2)
        timed("deleted", screen.action_delete, times=1)
        timed("brought back", screen.action_undo, times=1)


def main() -> None:
    """Measure once."""
    library = Library()
    engine = Engine(library, MemoryStore(years_of_practice(library)), FrozenClock(), seed=1)
    below_the_screen(engine)
    asyncio.run(on_the_screen(engine))


if __name__ == "__main__":
    main()
