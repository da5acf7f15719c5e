"""How fast Coach starts, paints and saves: `python -m tests.bench`.

Everything is measured from outside, in a real pseudo-terminal, beside a bare Textual app in the same run: times
differ from machine to machine, ratios much less.
"""

from __future__ import annotations

import argparse
import datetime as dt
import fcntl
import os
import platform
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import msgspec

from coach.core.model import SKIP, Form, Item, Kind, Route, Value
from coach.core.records import (
    Attempt,
    CheckIn,
    Draft,
    LookBack,
    Outcome,
    Rating,
    Record,
    Reflection,
    Screening,
    Settings,
    Stage,
    Step,
)
from coach.library import Library
from coach.store import Store
from tests.support.answers import MILDEST

COLUMNS, ROWS = 80, 24
ATTEMPTS = 1000
FULL_FRAME = 25
"""A frame counts as full with this many printable characters after the switch to the alternate screen."""

QUIET = 0.12
"""Seconds without output after which a screen counts as settled."""

PATIENCE = 20.0
"""Seconds after which a program that shows nothing is given up."""

BARE = """
from textual.app import App
from textual.widgets import Label


class Bare(App):
    def compose(self):
        yield Label("One label, and nothing else that could take time.")


Bare().run()
"""

ALTERNATE, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[ -/]*[0-~])"
)
ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b]10;?": b"\x1b]10;rgb:eeee/eeee/eeee\x1b\\",
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
}
"""What a terminal answers when a program asks about it."""


class Terminal:
    """A program in a pseudo-terminal of 80x24 that answers as a real terminal does."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("COACH_", "TEXTUAL_"))
            and name not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR")
        }
        environment |= {"HOME": str(home), "COACH_HOME": str(home), "TERM": "xterm-256color"}
        self.shown = b""
        self._answered = dict.fromkeys(ANSWERS, 0)
        self.begun = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvpe(command[0], list(command), environment)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)

    def read(self, seconds: float) -> bool:
        """Take what the program wrote, waiting at most so long. False when it wrote nothing."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            self.shown += os.read(self._fd, 65536)
        except OSError as error:
            raise SystemExit(f"The program ended by itself: {self.text()[-400:]}") from error
        for query, answer in ANSWERS.items():
            while self._answered[query] < self.shown.count(query):
                self._answered[query] += 1
                os.write(self._fd, answer)
        return True

    def text(self) -> str:
        """What was written since the switch to the alternate screen, without what steers the terminal."""
        return ESCAPES.sub(b"", self.shown.rpartition(ALTERNATE)[2]).decode(errors="ignore")

    def first_frame(self) -> float:
        """Milliseconds from the start to the first full frame."""
        while time.perf_counter() - self.begun < PATIENCE:
            self.read(PATIENCE)
            now = time.perf_counter()
            if LEFT in self.shown:
                raise SystemExit(f"The program gave up: {self.text()[-400:]}")
            if ALTERNATE in self.shown and sum(not each.isspace() for each in self.text()) >= FULL_FRAME:
                return (now - self.begun) * 1000
        raise SystemExit(f"Nothing was shown within {PATIENCE:.0f} seconds.")

    def settle(self) -> None:
        """Wait until nothing more is written."""
        while self.read(QUIET * 3):
            pass

    def press(self, keys: str) -> tuple[float, float]:
        """Milliseconds from a key to the first output, and to the last before the screen is quiet."""
        begun = time.perf_counter()
        os.write(self._fd, keys.encode())
        if not self.read(PATIENCE):
            raise SystemExit(f"Nothing happened after {keys!r}.")
        first = last = time.perf_counter()
        while self.read(QUIET):
            last = time.perf_counter()
        if LEFT in self.shown:
            raise SystemExit(f"The program gave up after {keys!r}: {self.text()[-400:]}")
        return (first - begun) * 1000, (last - begun) * 1000


# -- people who use it -------------------------------------------------------------------------------------------


def sample(item: Item) -> Value:
    """Some answer to a question, as long as an ordinary one."""
    if item.kind in (Kind.CHOICE, Kind.SEVERAL) and not item.options:
        return SKIP
    if item.kind is Kind.CHOICE:
        return item.options[0].value
    if item.kind is Kind.SEVERAL:
        return (str(item.options[0].value),)
    if item.kind in (Kind.SCALE, Kind.NUMBER):
        return (item.low + item.high) // 2
    return (
        "yes" if item.kind is Kind.CONFIRM else "I asked for a table by the window. They said no, and smiled."
    )


def filled(form: Form) -> dict[str, Value]:
    """A whole form, answered."""
    return {item.id: sample(item) for item in form.items}


def years_of_practice(library: Library, now: dt.datetime) -> list[Record]:
    """Someone who has practised a thousand times, twice a day, and is free to go on today."""
    before, after = library.form("prompts/before"), library.form("prompts/after")
    look_back = library.form("prompts/look_back")
    records: list[Record] = [
        Screening(
            id="check",
            at=now - dt.timedelta(hours=3),
            answers=MILDEST,
            route=Route.READY,
            reasons=(),
            scores={},
            content_version=library.screening.version,
        ),
        CheckIn(id="today", at=now, answers=filled(library.form("checkin"))),
    ]
    for number in range(20):
        made = now - dt.timedelta(days=ATTEMPTS)
        ratings = (Rating(at=made, value=5 * number),)
        records.append(
            Step(id=f"step{number}", at=made, title=f"Ask for small thing {number}", ratings=ratings)
        )
    for number in range(ATTEMPTS):
        at = now - dt.timedelta(hours=12 * (ATTEMPTS - number) + 20)
        name, step = f"attempt{number}", number % 20
        records += [
            Attempt(
                id=name,
                at=at,
                step=f"step{step}",
                step_title=f"Ask for small thing {step}",
                rating=5 * step,
                before=filled(before),
                stage=Stage.DONE,
            ),
            Reflection(
                id=f"r{number}", at=at, attempt=name, outcome=Outcome.NO, answers=filled(after), seconds=200
            ),
            LookBack(id=f"l{number}", at=at, attempt=name, answers=filled(look_back)),
        ]
    return records


def open_store(home: Path) -> Store:
    """The store as the app opens it when COACH_HOME is this folder."""
    return Store.open(home, home / "state", now=dt.datetime.now().astimezone())


def settle_in(home: Path, records: Sequence[Record], *, in_check: bool = False) -> Path:
    """A data folder of someone with these records; `in_check` leaves them at the check's first question."""
    now = dt.datetime.now().astimezone()
    drafts = [Draft(id="screening", at=now, form="screening", at_item="adult")] if in_check else []
    if in_check:  # a check is open only when the last one has run out
        due = now - dt.timedelta(days=30)
        records = [msgspec.structs.replace(r, at=due) if isinstance(r, Screening) else r for r in records]
    store = open_store(home)
    store.commit([Settings(id="settings", at=now, welcomed=True, country="GB"), *records, *drafts], now=now)
    store.close()
    return home


# -- what is measured --------------------------------------------------------------------------------------------


def compare(name: str, bare: Sequence[str], home: Callable[[], Path], pairs: int) -> None:
    """Print the time to the first full frame, beside the bare app, turn about."""
    times: list[tuple[float, float]] = []
    for number in range(pairs + 2):
        with Terminal(bare, home()) as terminal:
            one = terminal.first_frame()
        with Terminal([sys.executable, "-m", "coach"], home()) as terminal:
            other = terminal.first_frame()
        if number >= 2:
            times.append((one, other))
    ratios = [other / one for one, other in times]
    print(f"first full frame, {name}, {pairs} pairs")
    print(f"  bare app {statistics.median(one for one, _ in times):6.0f} ms   median")
    print(f"  coach    {statistics.median(other for _, other in times):6.0f} ms   median")
    low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
    print(f"  ratio    {low:6.2f} / {middle:.2f} / {high:.2f}   min / median / max (median 1.5)")


def told(name: str, times: Sequence[float], target: str) -> None:
    """Print one line of times in milliseconds."""
    ordered = sorted(times)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    print(f"  {name:<42} median {statistics.median(ordered):6.1f}   p95 {late:6.1f} ms   {target}")


def answers_by_key(library: Library) -> list[str]:
    """The key of the mildest answer to each question that the check asks of such a person."""
    asked = [item for item in library.screening.form.items if not item.asked_if]
    return [
        str(1 + next(at for at, option in enumerate(item.options) if option.value == MILDEST[item.id]))
        for item in asked
    ]


def questions(name: str, library: Library, home: Path) -> None:
    """Print how fast the question screen answers keys."""
    with Terminal([sys.executable, "-m", "coach"], home) as terminal:
        terminal.first_frame()
        terminal.settle()
        arrows = [terminal.press("\x1b[A" if number % 2 else "\x1b[B") for number in range(60)]
        moves = [terminal.press(key) for key in answers_by_key(library)[:-1]]
    print(f"question screen, {name}")
    told("an arrow: first paint", [first for first, _ in arrows], "(p95 16)")
    told("the next question: first paint", [first for first, _ in moves], "")
    told("the next question: settled", [last for _, last in moves], "(median 50)")


def saves(home: Path, times: int = 40) -> None:
    """Print how long saving takes."""
    begun = time.perf_counter()
    store = open_store(home)
    opened = (time.perf_counter() - begun) * 1000
    taken = []
    for number in range(times):
        now = dt.datetime.now().astimezone()
        draft = Draft(
            id="after/attempt1", at=now, form="after", subject="attempt1", typed="A few words. " * number
        )
        begun = time.perf_counter()
        store.commit([draft], now=now)
        taken.append((time.perf_counter() - begun) * 1000)
    store.close()
    size = max(path.stat().st_size for path in home.rglob("*") if path.is_file())
    print(f"saving with {ATTEMPTS:,} attempts stored, {size / 1e6:.1f} MB")
    told("one save", taken[1:], f"(opened in {opened:.0f} ms; first save, with a backup, {taken[0]:.0f} ms)")


def main() -> None:
    """Measure everything once."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--pairs", type=int, default=15, help="pairs of starts to compare, at least 11")
    pairs = max(11, parser.parse_args().pairs)
    print(f"Python {platform.python_version()}, Textual {version('textual')}, {os.cpu_count()} cores")
    library = Library()
    now = dt.datetime.now().astimezone()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "bare.py").write_text(BARE, encoding="utf-8")
        bare = [sys.executable, str(root / "bare.py")]
        records = years_of_practice(library, now)
        old = settle_in(root / "old", records)
        fresh = (root / f"new{number}" for number in range(10_000))
        compare("a new person", bare, lambda: next(fresh), pairs)
        compare(f"home after {ATTEMPTS:,} attempts", bare, lambda: old, pairs)
        questions("a new person", library, settle_in(root / "asked", [], in_check=True))
        questions(f"after {ATTEMPTS:,} attempts", library, settle_in(root / "again", records, in_check=True))
        saves(old)


if __name__ == "__main__":
    main()
