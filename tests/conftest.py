"""What all tests stand on: the content of this checkout, a clock that stands still, and a world kept out."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from coach.library import Library
from tests.support.clock import FrozenClock

CHECKOUT = Path(__file__).resolve().parents[1]
NETWORK = (socket.AF_INET, socket.AF_INET6)
PLACES = ("COACH_CONTENT", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")

settings.register_profile("coach", deadline=None, derandomize=True)
settings.load_profile("coach")

_open_socket = socket.socket.__init__


def _open_local_socket(self: socket.socket, family: int = -1, *rest: Any, **named: Any) -> None:
    _open_socket(self, family, *rest, **named)
    if self.family in NETWORK:
        self.close()
        raise AssertionError("a test opened a network socket")


@pytest.fixture(autouse=True)
def _kept_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what the person at this computer has saved, or opens a network socket."""
    for name in PLACES:
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "coach"))
    if os.name != "nt":  # there, the event loop itself is made of two network sockets
        monkeypatch.setattr(socket.socket, "__init__", _open_local_socket)


@pytest.fixture(scope="session")
def library() -> Library:
    """The content of this checkout, read once."""
    return Library(CHECKOUT / "content")


@pytest.fixture
def clock() -> FrozenClock:
    """A clock that stands still until the test moves it."""
    return FrozenClock()
