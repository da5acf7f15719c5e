"""The page in a real browser: two sheets of paper, no complaint, and hostile texts shown as they are."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from coach.core.text import one_line
from coach.report.handoff import html
from coach.report.page import Choice
from tests.report.history import HOSTILE, NOW, fullest, hostile, texts, whole
from tests.report.test_handoff import Outline

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-pdf-header-footer", "--hide-scrollbars",
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed, so no real browser is asked")


def browse(folder: Path, document: str, *flags: str) -> subprocess.CompletedProcess[str]:
    page = folder / "page.html"
    page.write_text(document, encoding="utf-8")
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", *flags, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)


def sheets(folder: Path, document: str, paper: str) -> int:
    sized = document.replace("@page {", f"@page {{ size: {paper};", 1)
    assert sized != document
    browse(folder, sized, f"--print-to-pdf={folder / 'page.pdf'}")
    return len(re.findall(rb"/Type\s*/Page\b", (folder / "page.pdf").read_bytes()))


def complaints(folder: Path, document: str) -> list[str]:
    told = browse(folder, document, "--enable-logging=stderr", "--dump-dom").stderr
    return [line for line in told.splitlines() if "CONSOLE" in line]


def handed_over(name: str) -> str:
    history = {"whole": whole, "hostile": hostile, "fullest": fullest}[name]()
    choice = Choice(reflections=frozenset(each.id for each in history.attempts), safety=True, hide=frozenset({"Sam"}))
    return html(history, texts(), choice, NOW)


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("name", ["whole", "fullest"])
def test_a_hundred_attempts_print_on_two_sheets_at_most(tmp_path: Path, name: str, paper: str) -> None:
    assert sheets(tmp_path, handed_over(name), paper) <= 2


def test_the_browser_has_nothing_to_complain_about(tmp_path: Path) -> None:
    assert complaints(tmp_path, handed_over("hostile")) == []


def test_a_script_would_be_blocked_and_noticed(tmp_path: Path) -> None:
    smuggled = handed_over("whole").replace("<main>", "<main><script>document.title = 'ran'</script>")
    assert any("Content Security Policy" in line for line in complaints(tmp_path, smuggled))


def test_hostile_texts_are_shown_as_they_are(tmp_path: Path) -> None:
    shown = browse(tmp_path, handed_over("hostile"), "--dump-dom").stdout
    words = "\n".join(Outline(shown).texts)
    for text in HOSTILE[:4]:
        assert one_line(text)[:50] in words
    assert "<script" not in shown
