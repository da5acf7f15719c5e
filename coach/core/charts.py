"""Insights as lines of text on a fixed 0-100 axis: no colour needed, 60 columns, the same in both front ends.

Three pictures are enough: a bar for how much, two marks on a line for before and after, a dot for a day.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from coach.core.bars import bar
from coach.core.insight import REASON_KINDS, mean
from coach.core.insight_shapes import Calibration, Change, Feared, Groups, Insights, Lessons, Reasons, Tension
from coach.core.reflection import Story
from coach.core.text import cells, shortened
from coach.core.wording import Sentence

WIDTH = 60
BEFORE, AFTER, BOTH = "○", "●", "◉"
TICK, LINE = "·", "─"
ROOMY, MONTH_LABEL = 66, 12
STEPS = 6
MONTHS = 12
LESSONS = 5
_TICKS = (0, 25, 50, 75, 100)


class Topic(StrEnum):
    """What there is to see, in the order shown; the names are those of the sentences."""

    YES = "yes"
    FEARED = "feared"
    CHANGE = "change"
    TENSION = "tension"
    REASONS = "reasons"
    CATEGORY = "category"
    CHANNEL = "channel"
    DAYS = "days"
    LESSONS = "lessons"


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """One insight: what it says, the picture, and how to read it. No picture while there are too few attempts."""

    topic: Topic
    sentences: tuple[Sentence, ...]
    lines: tuple[str, ...] = ()
    legend: str = ""


def charts(
    found: Insights, told: Sequence[Story], words: Mapping[str, str], names: Mapping[str, str], width: int = WIDTH
) -> tuple[Chart, ...]:
    """Every chart. `words` are those of `[insights]` in `strings.toml`, `names` those of `advice.toml`."""
    pictures = {
        Topic.YES: _calibration(found.calibration, words, width),
        Topic.FEARED: _feared(found.feared, words, width),
        Topic.CHANGE: _change(found.change, words, width),
        Topic.TENSION: _tension(found.tension, words, width),
        Topic.REASONS: _reasons(found.reasons, words, width),
        Topic.CATEGORY: _groups(found.by_category, words, names, width),
        Topic.CHANNEL: _groups(found.by_channel, words, names, width),
        Topic.DAYS: _days(told, width),
        Topic.LESSONS: _lessons(found.lessons, width),
    }
    sentences = {
        Topic.YES: (found.calibration.sentence, found.calibration.brier_sentence),
        Topic.FEARED: (found.feared.sentence,),
        Topic.CHANGE: (found.change.sentence,),
        Topic.TENSION: (found.tension.sentence,),
        Topic.REASONS: (found.reasons.sentence,),
        Topic.CATEGORY: (found.by_category.sentence,),
        Topic.CHANNEL: (found.by_channel.sentence,),
        Topic.DAYS: (found.days.sentence,),
        Topic.LESSONS: (found.lessons.sentence,),
    }
    return tuple(
        Chart(
            topic=topic, sentences=sentences[topic], lines=tuple(pictures[topic]),
            legend=words.get(f"{topic.value}_legend", "") if pictures[topic] else "",
        )
        for topic in Topic
    )


# -- the three pictures ------------------------------------------------------------------------------------------


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Before and after of one thing, 0-100 each, None where there is nothing yet; `note` stands at the end."""

    label: str
    before: int | None
    after: int | None
    note: str


def pairs(rows: Sequence[Pair], width: int = WIDTH) -> list[str]:
    """An axis from 0 to 100, and below it a line a row from before to after with both numbers.

    Where long labels would leave no room for an axis, each stands on a line of its own.
    """
    label = min(max(cells(row.label) for row in rows), width * 2 // 5)
    stacked = label > MONTH_LABEL and width < ROOMY
    label = 0 if stacked else label
    note = max(cells(row.note) for row in rows)
    room = width - label - note - len("100 → 100") - 6
    axis = max(9, (room - 1) // 4 * 4 + 1)
    lines = [" " * (label + 2) + _scale(axis)]
    for row in rows:
        numbers = f"{row.before:>3} → {row.after:<3}" if row.before is not None and row.after is not None else " " * 9
        start = _filled(shortened(row.label, label), label)
        lines += [shortened(row.label, width)] if stacked else []
        lines.append(f"{start}  {_marked(row, axis)}  {numbers}  {row.note}".rstrip())
    return lines


def _scale(axis: int) -> str:
    line = [" "] * (axis + 2)
    for tick in _TICKS if axis >= len("0   25  50  75  100") - 2 else (0, 100):
        at = min(_at(tick, axis) - (len(str(tick)) > 2), axis - 1)
        line[at:at + len(str(tick))] = str(tick)
    return "".join(line).rstrip()


def _marked(row: Pair, axis: int) -> str:
    line = [" "] * axis
    for tick in _TICKS:
        line[_at(tick, axis)] = TICK
    if row.before is not None and row.after is not None:
        before, after = _at(row.before, axis), _at(row.after, axis)
        for place in range(min(before, after), max(before, after)):
            line[place] = LINE
        line[before], line[after] = BEFORE, AFTER if before != after else BOTH
    return "".join(line)


def _at(value: int, axis: int) -> int:
    return round(min(max(value, 0), 100) / 100 * (axis - 1))


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """How much of 100, and what to say at the end."""

    label: str
    value: int
    note: str


def bars(rows: Sequence[Bar], width: int = WIDTH) -> list[str]:
    """A bar a row on a scale from 0 to 100, all beginning and ending at the same place."""
    label = min(max(cells(row.label) for row in rows), width // 2 - 4)
    note = max(cells(row.note) for row in rows)
    length = max(10, min(40, width - label - note - 4))
    heads = (_filled(shortened(row.label, label), label) for row in rows)
    return [
        f"{head}  {bar(row.value, length)}  {row.note}".rstrip() for head, row in zip(heads, rows, strict=True)
    ]


def dots(rows: Sequence[tuple[str, int]], width: int = WIDTH) -> list[str]:
    """A dot for each, and how many."""
    label = max(cells(name) for name, _ in rows)
    return [f"{_filled(name, label)}  {AFTER * min(count, width - label - 6)} {count}" for name, count in rows]


def _filled(text: str, width: int) -> str:
    return text + " " * max(0, width - cells(text))


# -- each insight ------------------------------------------------------------------------------------------------


def _calibration(found: Calibration, words: Mapping[str, str], width: int) -> list[str]:
    if found.few:
        return []
    rows = [
        Pair(
            label=words["bin"].format(low=each.low, high=each.high), before=each.expected, after=each.came,
            note=_asks(each.count, words),
        )
        for each in found.bins
    ]
    return pairs(rows, width)


def _feared(found: Feared, words: Mapping[str, str], width: int) -> list[str]:
    if found.few:
        return []
    counts = {"fear_no": found.not_happened, "fear_partly": found.partly, "fear_yes": found.happened}
    expected = words["of_100"].format(value=found.expected)
    rows = [_share(words[name], count, found.count, words) for name, count in counts.items()]
    first, *rest = bars([Bar(label=words["fear_expected"], value=found.expected, note=expected), *rows], width)
    return [first, "", *rest]


def _share(label: str, count: int, total: int, words: Mapping[str, str]) -> Bar:
    note = words["times"].format(count=count, total=total)
    return Bar(label=label, value=round(100 * count / total) if total else 0, note=note)


def _change(found: Change, words: Mapping[str, str], width: int) -> list[str]:
    """By month (the last twelve), then the steps tried most: from the first guess before to the latest after."""
    if found.few:
        return []
    points = [point for step in found.steps for point in step.points]
    months: dict[dt.date, list[tuple[int, int]]] = {}
    for point in sorted(points, key=lambda point: point.at):
        months.setdefault(point.at.date().replace(day=1), []).append((point.before, point.after))
    by_month = [
        Pair(
            label=_month(first), before=mean(before for before, _ in row), after=mean(after for _, after in row),
            note=_asks(len(row), words),
        )
        for first, row in list(months.items())[-MONTHS:]
    ]
    most = sorted(found.steps, key=lambda step: -len(step.points))[:STEPS]
    by_step = [
        Pair(
            label=step.title, before=step.points[0].before, after=step.points[-1].after,
            note=_asks(len(step.points), words),
        )
        for step in most
    ]
    return [words["by_month"], *pairs(by_month, width), "", words["by_step"], *pairs(by_step, width)]


def _tension(found: Tension, words: Mapping[str, str], width: int) -> list[str]:
    if found.few:
        return []
    values = {"tension_before": found.before, "tension_peak": found.peak, "tension_now": found.now}
    return bars([Bar(label=words[name], value=value, note=str(value)) for name, value in values.items()], width)


def _reasons(found: Reasons, words: Mapping[str, str], width: int) -> list[str]:
    if found.few:
        return []
    total = sum(found.kinds.values())
    return bars([_share(words[f"reason_{kind}"], found.kinds[kind], total, words) for kind in REASON_KINDS], width)


def _groups(found: Groups, words: Mapping[str, str], names: Mapping[str, str], width: int) -> list[str]:
    if found.few:
        return []
    rows = [
        Bar(
            label=names.get(each.name, each.name), value=round(100 * each.made / each.planned),
            note=words["made"].format(made=each.made, planned=each.planned, yes=each.yes),
        )
        for each in found.rows
    ]
    return bars(rows, width)


def _days(told: Iterable[Story], width: int) -> list[str]:
    days = sorted({each.attempt.at.date() for each in told if each.reflection is not None})
    months = Counter(day.replace(day=1) for day in days)
    rows = [(_month(first), count) for first, count in months.items()]
    return dots(rows[-MONTHS:], width) if rows else []


def _lessons(found: Lessons, width: int) -> list[str]:
    lines = []
    for row in found.rows[:LESSONS]:
        day = f"{row.at.day} {row.at:%b}"
        lines += [shortened(f"“{row.text}”", width), f"  {shortened(f'{day} · {row.title}', width - 2)}"]
    return lines


def _asks(count: int, words: Mapping[str, str]) -> str:
    return words["asks_one" if count == 1 else "asks"].format(count=count)


def _month(first: dt.date) -> str:
    return f"{first:%b} {first.year}"
