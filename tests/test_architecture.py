"""The rules that no single module can keep alone: who imports whom, sizes, and words that stay out."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COACH = ROOT / "coach"

SOURCES = sorted(COACH.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
LATE_IMPORTS = {"coach/cli.py": ("coach.tui", "coach.plain")}
"""Modules that may import inside a function, and what: front ends, of which only one is needed."""

UI = ("textual", "rich", "questionary", "prompt_toolkit")
HEAVY = (
    "questionary",
    "prompt_toolkit",
    "jinja2",
    "pyrage",
    "markdown_it",
    "phonenumbers",
    "jsonschema",
    "tinydb",
)

IMPURE = (
    "asyncio",
    "io",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "subprocess",
    "tempfile",
    "threading",
    "time",
)
"""Ways to files, chance, clocks and other processes, which `core` does without."""

NETWORK = (
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "urllib.request",
    "webbrowser",
)

ONLY_IN: dict[str, str | tuple[str, ...]] = {
    "click": ("coach/cli.py", "coach/commands"),
    "filelock": "coach/store",
    "jinja2": "coach/report",
    "platformdirs": "coach/store",
    "pyrage": "coach/store",
    "questionary": "coach/plain",
    "rich": "coach/tui",
    "textual": "coach/tui",
    "tinydb": "coach/store",
}
"""Where each library may be imported: so that replacing one touches one place."""

TRACES = {
    "a path of one machine": r"(?<![\w.\-])[/](work|tmp|opt|root|Users)[/]",
    "a package registry": r"pypi[.]org|pythonhosted[.]org|npmjs[.]",
    "an unfinished mark": r"\b(TO[D]O|FIX[M]E|XX[X])\b",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def at(path: Path, node: ast.AST) -> str:
    return f"{name_of(path)}:{getattr(node, 'lineno', 0)}"


def imported(node: ast.AST) -> tuple[str, ...]:
    """The modules that an import statement names; none for anything else."""
    if isinstance(node, ast.Import):
        return tuple(each.name for each in node.names)
    if isinstance(node, ast.ImportFrom) and node.module:
        return (node.module,)
    return ()


def is_in(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Another Python in the checkout, without this one's modules."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("COACH_", "COV_"))}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def loaded_by(*modules: str) -> set[str]:
    """Every module that is loaded once these are imported in a fresh process."""
    done = run("-c", f"import sys, {', '.join(modules)}; print(*sys.modules)")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def modules_of(package: str) -> list[str]:
    """A package and everything in it, as module names."""
    folder = ROOT / package.replace(".", "/")
    paths = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths
    ]


def tracked() -> list[Path]:
    """The files that belong to the project, as git knows them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("needs git")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


# -- who imports whom ----------------------------------------------------------------------------------------


def test_every_import_keeps_to_the_layers() -> None:
    done = run("-c", "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


@pytest.mark.parametrize(
    "package", ["coach.core", "coach.library", "coach.store", "coach.report", "coach.engine"]
)
def test_it_works_where_no_screen_can_be_drawn(package: str) -> None:
    loaded = loaded_by(*modules_of(package))
    assert not [module for module in loaded if is_in(module, UI)]


def test_plain_mode_never_loads_the_screen_app() -> None:
    loaded = loaded_by(*modules_of("coach.plain"))
    assert not [module for module in loaded if is_in(module, ("textual", "coach.tui"))]


def test_help_by_command_needs_neither_the_app_nor_the_store() -> None:
    done = run("-X", "importtime", "-m", "coach", "support", "--country", "GB")
    assert done.returncode == 0, done.stderr[-1000:]
    assert "116 123" in done.stdout
    loaded = {
        line.rpartition("|")[2].strip()
        for line in done.stderr.splitlines()
        if line.startswith("import time:")
    }
    assert "coach.library" in loaded
    unwanted = (
        *HEAVY,
        "textual",
        "rich",
        "coach.store",
        "coach.engine",
        "coach.tui",
        "coach.plain",
        "asyncio",
    )
    assert not [module for module in loaded if is_in(module, unwanted)]


def test_nothing_heavy_is_loaded_before_the_first_screen() -> None:
    loaded = loaded_by("coach.tui.app")
    assert not [module for module in loaded if is_in(module, HEAVY)]


def test_the_core_reads_no_file_no_clock_and_no_chance() -> None:
    found = [
        f"{at(path, node)} imports {module}"
        for path in SOURCES
        if path.is_relative_to(COACH / "core")
        for node in ast.walk(tree(path))
        for module in imported(node)
        if is_in(module, IMPURE)
    ]
    found += [
        f"{at(path, node)} asks for the time"
        for path in SOURCES
        if path.is_relative_to(COACH / "core")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("now", "today", "utcnow")
    ]
    assert not found


def test_coach_never_goes_online() -> None:
    found = [
        f"{at(path, node)} imports {module}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        for module in imported(node)
        if is_in(module, NETWORK)
    ]
    assert not found


def test_each_library_is_known_in_one_place() -> None:
    found = [
        f"{at(path, node)} imports {module}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        for module in imported(node)
        for library, place in ONLY_IN.items()
        if is_in(module, (library,)) and not name_of(path).startswith(place)
    ]
    assert not found


def test_imports_stand_at_the_top_but_for_the_front_ends() -> None:
    found = [
        f"{at(path, node)} imports {module} in {function.name}"
        for path in SOURCES
        for function in ast.walk(tree(path))
        if isinstance(function, FUNCTION)
        for node in ast.walk(function)
        for module in imported(node)
        if not is_in(module, LATE_IMPORTS.get(name_of(path), ()))
    ]
    assert not found


# -- sizes, names and words ----------------------------------------------------------------------------------


def test_no_file_is_too_long_to_read_at_a_sitting() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES + TESTS}
    assert not {name: length for name, length in lengths.items() if length > 400}


def test_no_function_is_too_long_to_see_at_once() -> None:
    lengths = {
        f"{at(path, node)} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in SOURCES + TESTS
        for node in ast.walk(tree(path))
        if isinstance(node, FUNCTION)
    }
    assert not {name: length for name, length in lengths.items() if length > 50}


def test_every_module_says_why_it_exists() -> None:
    silent = [name_of(path) for path in SOURCES if tree(path).body and not ast.get_docstring(tree(path))]
    assert not silent


def test_every_style_sheet_has_its_screen() -> None:
    orphans = [
        name_of(sheet)
        for sheet in sorted(COACH.rglob("*.tcss"))
        if not (code := sheet.with_suffix(".py")).is_file()
        or sheet.name not in code.read_text(encoding="utf-8")
    ]
    assert not orphans


def test_content_is_data_and_never_a_program() -> None:
    content = ROOT / "content"
    assert not [
        name_of(path) for path in content.rglob("*") if path.is_file() and path.suffix not in (".toml", ".md")
    ]
    assert not (COACH / "content.py").exists()
    assert not (COACH / "content").exists()


@pytest.mark.parametrize("what", TRACES)
def test_the_project_speaks_only_of_itself(what: str) -> None:
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{name_of(path)}:{text.count(chr(10), 0, match.start()) + 1} {match.group()}"
            for match in re.finditer(TRACES[what], text)
        ]
    assert not found
