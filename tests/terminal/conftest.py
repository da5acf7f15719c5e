"""A window in which somebody is asked to write something."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import people
from tests.terminal.window import Window

if sys.platform != "linux":  # what becomes of a process is read from /proc
    collect_ignore_glob = ["test_*"]

FIELD = "Enter starts a new line"
"""What stands below a field of several lines."""


@pytest.fixture
def writer(tmp_path: Path) -> Path:
    """The home folder of somebody who is asked to write something."""
    return people.writing(tmp_path)


@pytest.fixture
def window(writer: Path) -> Iterator[Window]:
    """Their window, with the field open."""
    with Window(writer) as opened:
        opened.until(FIELD)
        opened.settle()
        yield opened
