"""Runs the app on an engine: the one door from the command line into Textual."""

from __future__ import annotations

from coach.engine import Engine
from coach.tui.app import CoachApp, Opener


def run(engine: Engine, opener: Opener | None = None, folder: str = "") -> None:
    """Run until the person leaves. `opener` opens a store that asks for its passphrase first."""
    app = CoachApp(engine, opener, folder)
    app.run()
    app.engine.keeper.close()
