"""Where things are kept. Nothing is created here: asking for a place must not make one."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

HOME_VARIABLE = "COACH_HOME"


def data_dir() -> Path:
    """The folder with all that was saved: `COACH_HOME`, else the system's place for a person's data."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).expanduser() if home else Path(platformdirs.user_data_dir("coach"))


def state_dir() -> Path:
    """The folder with the high-water mark: another one, so that both are seldom lost at once."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).expanduser() / "state" if home else Path(platformdirs.user_state_dir("coach"))
