"""Runs the app on an engine: the one door from the command line into Textual."""

from __future__ import annotations

from coach.engine import Engine
from coach.tui.app import CoachApp


def run(engine: Engine) -> None:
    """Run until the person leaves."""
    CoachApp(engine).run()
