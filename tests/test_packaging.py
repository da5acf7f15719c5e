"""What people install is what was built here: the wheel, in a fresh environment, from an empty folder."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from coach import __version__

ROOT = Path(__file__).resolve().parent.parent

Run = Callable[..., subprocess.CompletedProcess[str]]


def pip(*arguments: str, python: str = sys.executable) -> None:
    """Run this environment's pip, perhaps for another environment."""
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, *arguments, "-q"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout. With hatchling at hand nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    at_hand = importlib.util.find_spec("hatchling") is not None
    pip("wheel", str(ROOT), "--no-deps", "-w", str(folder), *(["--no-build-isolation"] if at_hand else []))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """Every file in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; its dependencies are lent by this one, so nothing is fetched.

    They are lent after the install: a checkout that is installed here must not stand in for the wheel.
    """
    folder = tmp_path_factory.mktemp("environment") / "env"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip("install", "--no-deps", "--no-index", str(wheel), python=str(python))
    (site,) = (path.parent.parent for path in folder.rglob("coach/__init__.py"))
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def coach(environment: Path, tmp_path: Path) -> Run:
    """The installed command, for a person without any settings, in an empty folder."""
    home, empty = tmp_path / "home", tmp_path / "empty"
    home.mkdir()
    empty.mkdir()
    command = shutil.which("coach", path=str(environment / ("Scripts" if os.name == "nt" else "bin")))
    assert command

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [command, *arguments],
            cwd=empty,
            env={"HOME": str(home), "PATH": os.defpath, "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert not list(home.rglob("*")), "the command left something behind"
        assert not list(empty.iterdir()), "the command left something behind"
        return done

    return run


def files_in(folder: Path) -> set[str]:
    """Every file below a folder that is not a by-product of running it."""
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in found}


def test_the_wheel_carries_every_file_of_content_and_no_program_among_them(names: set[str]) -> None:
    content = {f"coach/content/{name}" for name in files_in(ROOT / "content")}
    assert len(content) > 250
    assert {name for name in names if name.startswith("coach/content/")} == content
    assert not [name for name in content if name.endswith(".py")]


def test_the_wheel_carries_the_program_its_licence_and_nothing_else(names: set[str]) -> None:
    about = f"rejection_coach-{__version__}.dist-info/"
    program = {name for name in names if not name.startswith(("coach/content/", about))}
    assert program == {f"coach/{name}" for name in files_in(ROOT / "coach")}
    assert f"{about}licenses/LICENSE" in names


def test_an_installed_coach_knows_its_version(coach: Run) -> None:
    done = coach("--version")
    assert done.returncode == 0, done.stderr
    assert __version__ in done.stdout


def test_an_installed_coach_shows_help_at_once(coach: Run) -> None:
    done = coach("support", "--country", "GB")
    assert done.returncode == 0, done.stderr
    assert "999" in done.stdout
    assert "116 123" in done.stdout
    assert not done.stderr


def test_an_installed_coach_routes_a_file_of_answers(coach: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"adult": "no"}), encoding="utf-8")
    done = coach("screen", "--answers", str(answers), "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["route"] == "not_yet"
    assert told["asked"] == ["adult"]


def test_the_program_that_ran_is_the_one_in_the_wheel(environment: Path) -> None:
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    asked = "import coach, coach.library; print(coach.__file__, coach.library.find_content(), sep='\\n')"
    command = [str(python), "-I", "-c", asked]
    done = subprocess.run(command, cwd=environment, capture_output=True, text=True, timeout=60, check=True)
    assert all(Path(line).is_relative_to(environment) for line in done.stdout.splitlines())
