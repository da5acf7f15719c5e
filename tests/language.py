"""Measures how crisis words are noticed: `python -m tests.language [PATH]`.

Without PATH (or the environment variable COACH_LANGUAGE_DATA) it measures the project's own sentences. PATH names a
file of JSON lines with `text`, `label` (1: a crisis now) and `kind`. Such texts are sensitive: only figures are
printed, never a word of them.
"""

from __future__ import annotations

import os
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from coach.core.language import Strength, notice

HERE = Path(__file__).parent / "core"


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """One text to measure; `label` is 1 if its writer is in a crisis."""

    text: str
    label: int
    kind: str


class Figures(msgspec.Struct, kw_only=True):
    """Counts by (label, kind), and the slowest text in milliseconds."""

    texts: Counter[tuple[int, str]]
    noticed: Counter[tuple[int, str]]
    paused: Counter[tuple[int, str]]
    slowest: float = 0.0
    total: float = 0.0


def own_sentences() -> list[Text]:
    """The project's test set, and the sentences from home: short notes around an ask."""
    cases = tomllib.loads((HERE / "language_cases.toml").read_text(encoding="utf-8"))["group"]
    texts = [
        Text(text=text, label=int(group["expected"] in ("pause", "notice")), kind=group["kind"])
        for group in cases
        for text in group["texts"]
    ]
    for path in sorted((HERE / "language_at_home").glob("*.toml")):
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
            kind = f"home: {group['about']}"
            texts += [Text(text=text, label=0, kind=kind) for text in group["texts"]]
    return texts


def sentences_at(path: Path) -> list[Text]:
    with path.open("rb") as lines:
        return [msgspec.json.decode(line, type=Text) for line in lines if line.strip()]


def measure(texts: Iterable[Text]) -> Figures:
    figures = Figures(texts=Counter(), noticed=Counter(), paused=Counter())
    for text in texts:
        key = (text.label, text.kind)
        matches = notice(text.text)
        # The first reading may compile patterns; the second tells what a text costs.
        before = time.process_time()
        notice(text.text)
        spent = (time.process_time() - before) * 1000
        figures.texts[key] += 1
        figures.noticed[key] += bool(matches)
        figures.paused[key] += any(match.strength is Strength.PAUSE for match in matches)
        figures.slowest = max(figures.slowest, spent)
        figures.total += spent
    return figures


def table(figures: Figures) -> str:
    """The figures as lines: recall by kind, false alarms by kind, time."""
    out: list[str] = []
    for label, title in ((1, "noticed among texts of a crisis"), (0, "false alarms among other texts")):
        kinds = sorted(key for key in figures.texts if key[0] == label)
        out.append(f"{title}")
        out.extend(_row(key[1], figures, [key]) for key in kinds)
        if len(kinds) > 1:
            out.append(_row("all", figures, kinds))
    count = figures.texts.total()
    out.append(f"time: {figures.total / max(count, 1):.2f} ms a text, slowest {figures.slowest:.2f} ms")
    return "\n".join(out)


def _row(name: str, figures: Figures, keys: list[tuple[int, str]]) -> str:
    count = sum(figures.texts[key] for key in keys)
    noticed = sum(figures.noticed[key] for key in keys)
    paused = sum(figures.paused[key] for key in keys)
    return f"  {name:36} {count:5} texts   any {noticed / count:6.1%}   pause {paused / count:6.1%}"


def main(arguments: list[str]) -> int:
    print("The project's own sentences")
    print(table(measure(own_sentences())))
    where = arguments[0] if arguments else os.environ.get("COACH_LANGUAGE_DATA", "")
    if not where:
        return 0
    path = Path(where)
    if not path.is_file():
        print(f"no such file: {path}", file=sys.stderr)
        return 2
    print(f"\n{path.name}")
    print(table(measure(sentences_at(path))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
