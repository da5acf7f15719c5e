"""A picture of every screen at two sizes: a change that nobody meant shows here first."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from coach.library import Library
from coach.tui.app import CoachApp
from tests.capture import SCENES, Scene
from tests.support import walk
from tests.support.clock import FrozenClock


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_the_screen_looks_as_it_did(
    scene: Scene, size: tuple[int, int], library: Library, snap_compare: Any
) -> None:
    clock = FrozenClock()
    engine = walk.engine_of(library, clock)
    scene.who(engine, clock)
    app = CoachApp(engine)

    async def arrive(pilot: Pilot[None]) -> None:
        app.animation_level = "none"
        place = scene.place(engine)
        if place is not None:
            app.go(place)
        await pilot.pause()
        await pilot.press(*scene.keys)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=arrive)
