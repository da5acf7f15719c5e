"""Charts for paper: marks on a fixed axis from 0 to 100, told apart by shape, with the same figures as a table.

The axis never rescales, so that a fall from 85 to 30 looks like one (design: 4-architecture, Charts).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

import msgspec

from coach.core.dates import MONTHS
from coach.core.insight import CLOSE, FEW, mean
from coach.core.insight_shapes import Bin, Calibration, Change, Feared, Reasons, Tension

LEFT = 88
"""Where 0 stands, in units of the picture; to its left are the labels."""

UNIT = 2.1
"""Units of the picture for each point of the axis."""

RIGHT = LEFT + 100 * UNIT
WIDTH = RIGHT + 8
ROW = 13
TOP = 16
TICKS = (0, 25, 50, 75, 100)
MOST_PERIODS = 4


class Shape(StrEnum):
    """How a mark is drawn."""

    RING = "ring"
    DOT = "dot"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    BAR = "bar"


class Key(msgspec.Struct, frozen=True):
    """One line of the legend."""

    shape: Shape
    words: str


class Mark(msgspec.Struct, frozen=True):
    """One value, 0-100, and where it stands."""

    shape: Shape
    value: int

    @property
    def x(self) -> float:
        """Units from the left edge; a value beyond the axis stands at its end."""
        return place(self.value)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a chart, and the same as cells of a table."""

    label: str
    marks: tuple[Mark, ...]
    cells: tuple[str, ...]
    y: float

    @property
    def low(self) -> float:
        """Where the line between the marks begins."""
        return min((mark.x for mark in self.marks), default=place(0))

    @property
    def high(self) -> float:
        """Where it ends."""
        return max((mark.x for mark in self.marks), default=place(0))


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A chart with its sentence and its table. Without rows there is too little to draw, and the sentence says so."""

    id: str
    title: str
    sentence: str
    keys: tuple[Key, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def height(self) -> float:
        """Units from top to bottom."""
        return TOP + ROW * len(self.rows) + 14


T = TypeVar("T")
_Marks = list[tuple[Shape, int | None]]
_Line = tuple[str, _Marks, list[str]]


def place(value: int) -> float:
    """Where a value stands on the axis, in units from the left edge."""
    return round(LEFT + UNIT * min(max(value, 0), 100), 1)


def yes_chart(found: Calibration) -> Chart:
    """How likely a yes was thought to be, against how often one came."""
    title = "Chance of a yes"
    if found.few:
        return _too_few("yes", title, found.count)
    lines = [_bin(each) for each in found.bins if each.count]
    way = "more often than" if found.came > found.expected else "less often than"
    if abs(found.came - found.expected) < CLOSE:
        way = "about as often as"
    return Chart(
        id="yes",
        title=title,
        sentence=(
            f"Over {found.count} asks, a yes was guessed at {found.expected} in 100. "
            f"It came {found.came} times in 100, {way} guessed. A partly counts as half a yes."
        ),
        keys=(Key(Shape.RING, "guessed"), Key(Shape.DOT, "came")),
        heads=("Guess", "Asks", "Guessed", "Came"),
        rows=_rows(lines),
    )


def _bin(each: Bin) -> _Line:
    marks: _Marks = [(Shape.RING, each.expected), (Shape.DOT, each.came)]
    return f"{each.low} to {each.high}", marks, [str(each.count), _cell(each.expected), _cell(each.came)]


def feared_chart(found: Change, happened: Feared) -> Chart:
    """How likely what was feared seemed before, after and a day later, by period."""
    title = "Chance of what was feared"
    if found.few:
        return _too_few("feared", title, found.count)
    points = sorted((point for step in found.steps for point in step.points), key=lambda point: point.at)
    lines: list[_Line] = []
    for label, group in _periods(points, lambda point: point.at):
        before, after = mean(p.before for p in group), mean(p.after for p in group)
        later = _mean_known(p.later for p in group)
        marks: _Marks = [(Shape.RING, before), (Shape.DOT, after), (Shape.DIAMOND, later)]
        lines.append((label, marks, [str(len(group)), str(before), str(after), _cell(later)]))
    total = happened.happened + happened.partly + happened.not_happened
    return Chart(
        id="feared",
        title=title,
        sentence=(
            f"On average {found.before} in 100 before asking and {found.after} after. "
            f"Of {total} answers, it happened {_times(happened.happened)}, in part {_times(happened.partly)}, "
            f"and did not {_times(happened.not_happened)}."
        ),
        keys=(Key(Shape.RING, "before"), Key(Shape.DOT, "after"), Key(Shape.DIAMOND, "a day later")),
        heads=("Period", "Asks", "Before", "After", "Day later"),
        rows=_rows(lines),
    )


def tension_chart(found: Tension) -> Chart:
    """Tension before, at its peak and while reflecting, by period."""
    title = "Tension"
    if found.few:
        return _too_few("tension", title, found.count)
    lines: list[_Line] = []
    for label, group in _periods(found.rows, lambda row: row.at):
        before, peak, after = (mean(getattr(row, name) for row in group) for name in ("before", "peak", "now"))
        marks: _Marks = [(Shape.RING, before), (Shape.TRIANGLE, peak), (Shape.DOT, after)]
        lines.append((label, marks, [str(len(group)), str(before), str(peak), str(after)]))
    return Chart(
        id="tension",
        title=title,
        sentence=(
            f"On average {found.before} before asking, {found.peak} at its worst and {found.now} while reflecting. "
            "Learning does not need tension to fall."
        ),
        keys=(Key(Shape.RING, "before"), Key(Shape.TRIANGLE, "at its worst"), Key(Shape.DOT, "while reflecting")),
        heads=("Period", "Asks", "Before", "Worst", "Then"),
        rows=_rows(lines),
    )


def reasons_chart(found: Reasons, names: dict[str, str]) -> Chart:
    """Reasons given for a no, by kind, as shares of all reasons."""
    title = "Reasons given for a no"
    if found.few:
        return _too_few("reasons", title, found.count)
    total = sum(found.kinds.values())
    lines: list[_Line] = []
    for kind, count in found.kinds.items():
        share = round(100 * count / total)
        lines.append((names.get(kind, kind), [(Shape.BAR, share)], [str(count), str(share)]))
    return Chart(
        id="reasons",
        title=title,
        sentence=(
            f"After {found.count} noes or silences, {total} reasons were picked, and {found.kinds['me']} of them "
            "were about me. Several could be picked each time."
        ),
        keys=(Key(Shape.BAR, "share of all reasons"),),
        heads=("Kind", "Times", "In 100"),
        rows=_rows(lines),
    )


def _too_few(name: str, title: str, count: int) -> Chart:
    return Chart(id=name, title=title, sentence=f"Too few yet to say anything: {count} of the {FEW} that are needed.")


def _rows(lines: Sequence[_Line]) -> tuple[Row, ...]:
    return tuple(
        Row(
            label=label,
            marks=tuple(Mark(shape, value) for shape, value in marks if value is not None),
            cells=tuple(cells),
            y=TOP + ROW * at + ROW / 2,
        )
        for at, (label, marks, cells) in enumerate(lines)
    )


def _periods(rows: Sequence[T], when: Callable[[T], dt.datetime]) -> list[tuple[str, Sequence[T]]]:
    """The rows, oldest first, in up to five parts as even as can be."""
    count = min(MOST_PERIODS, len(rows) // FEW) or 1
    edges = [round(len(rows) * part / count) for part in range(count + 1)]
    one_year = when(rows[0]).year == when(rows[-1]).year
    parts = [rows[low:high] for low, high in pairwise(edges)]
    return [(_between(when(part[0]), when(part[-1]), one_year), part) for part in parts]


def _between(first: dt.datetime, last: dt.datetime, one_year: bool) -> str:
    days = [f"{at.day} {MONTHS[at.month - 1][:3]}" + ("" if one_year else f" {at:%y}") for at in (first, last)]
    return " to ".join(dict.fromkeys(days))


def _mean_known(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return mean(known) if known else None


def _cell(value: int | None) -> str:
    return "" if value is None else str(value)


def _times(count: int) -> str:
    return "never" if not count else "once" if count == 1 else f"{count} times"
