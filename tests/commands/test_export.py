"""`coach export`: the page for a therapist is read before it is written, wherever there is somebody to read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from coach.cli import main
from coach.commands import records
from coach.commands.opening import opened
from coach.library import Library
from tests.support import walk
from tests.support.clock import FrozenClock


@pytest.fixture(autouse=True)
def _practised(library: Library, clock: FrozenClock) -> None:
    """Somebody who has reflected once, in a store on disk."""
    made = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    walk.back(made, walk.out(made))
    engine = opened(library=library)
    history = made.history
    engine.commit([each for name in history.__struct_fields__ for each in getattr(history, name)])
    engine.keeper.close()


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody reads what is told."""
    monkeypatch.setattr(records, "_is_read", lambda: True)


def exported(path: Path, *arguments: str, answer: str = "") -> str:
    """What is told; the exit code is 0."""
    result = CliRunner().invoke(main, ["export", str(path), "--format", *arguments], input=answer)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.usefixtures("at_terminal")
def test_the_page_is_shown_and_written_when_one_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    said = exported(path, "html", "--hide", "smiled", answer="y\n")
    assert "Asked: Could I have a glass" in said and "smiled" not in said
    assert path.read_text().startswith("<!DOCTYPE html>")


@pytest.mark.usefixtures("at_terminal")
@pytest.mark.parametrize("answer", ["n\n", "\n"])
def test_nothing_is_written_unless_one_says_so(tmp_path: Path, answer: str) -> None:
    path = tmp_path / "page.html"
    assert "Nothing was written." in exported(path, "html", answer=answer)
    assert not path.exists()


@pytest.mark.usefixtures("at_terminal")
@pytest.mark.parametrize("arguments", [("html", "--yes"), ("csv",), ("markdown",), ("json",)])
def test_all_else_is_written_without_a_question(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    path = tmp_path / "file"
    assert "not encrypted" in exported(path, *arguments)
    assert path.is_file()


def test_a_program_is_asked_nothing(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert "Asked:" not in exported(path, "html")
    assert path.is_file()
