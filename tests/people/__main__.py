"""Prints sixty days of each made-up person, or of those named: `python -m tests.people ana femi`."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from coach.library import Library
from tests.people.everyday import EVERYDAY
from tests.people.hard_days import HARD_DAYS
from tests.people.life import Life
from tests.people.person import Person

EVERYBODY: dict[str, type[Person]] = {each.name.casefold(): each for each in (*EVERYDAY, *HARD_DAYS)}
WIDTH = 118


def diary(life: Life) -> str:
    """What a person's days were like, to be read from top to bottom."""
    lines = [f"{life.person.name.upper()}: {life.person.about}", ""]
    for line in life.diary:
        indent = " " * 11 if line.startswith("  ") or line[:9].rstrip() != line[:9] else "  "
        lines += textwrap.wrap(f"  {line}", WIDTH, subsequent_indent=indent) or [""]
    return "\n".join(lines)


def main(names: list[str]) -> int:
    """Print the diaries; 1 when something happened that must never happen."""
    unknown = [name for name in names if name.casefold() not in EVERYBODY]
    if unknown:
        print(f"Nobody is called {unknown[0]}. There are: {', '.join(EVERYBODY)}", file=sys.stderr)
        return 2
    library = Library(Path(__file__).resolve().parents[2] / "content")
    broken: list[str] = []
    for name in names or EVERYBODY:
        life = Life(library, EVERYBODY[name.casefold()]()).run()
        print(diary(life), end="\n\n\n")
        broken += life.watch.broken
    print("\n".join(broken) or "Nothing happened that must never happen.")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
