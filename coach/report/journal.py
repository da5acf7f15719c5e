"""The journal: everything written around the attempts, as Markdown that one would print and keep.

Answers of the fit and safety check and of check-ins are not part of it; the complete record is the JSON export.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import groupby

from coach.core.bands import active, by_band
from coach.core.dates import long_date, month, short_date, span
from coach.core.insight import days, lessons
from coach.core.records import Answers, ExerciseLog, History, Settings
from coach.core.reflection import Story, stories
from coach.core.text import one_line, printable
from coach.report.telling import answered, band, changes, ended, is_written
from coach.report.texts import Texts

_ACTIVE = re.compile(r"([\\`*_\[\]<>&|~$^])")
_LEADING = re.compile(r"^([#+\-=:])")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def markdown(history: History, texts: Texts, now: dt.datetime) -> str:
    """The journal, oldest first. Nothing that somebody wrote is read as Markdown or HTML.

    `now` is local time, for the day on the first page.
    """
    told = stories(history)
    parts = [*_opening(told, now), *_wishes(history, texts), *_lessons(told, texts), *_ladder(history)]
    entries: list[tuple[dt.datetime, Story | ExerciseLog]] = [(one.attempt.at, one) for one in told]
    entries += [(log.at, log) for log in history.exercise_logs]
    entries.sort(key=lambda entry: entry[0])
    for name, rows in groupby(entries, key=lambda entry: month(entry[0].date())):
        parts.append(f"## {name}")
        for _, entry in rows:
            parts += _attempt(entry, texts) if isinstance(entry, Story) else _exercise(entry, texts)
    return "\n\n".join(parts) + "\n"


def _opening(told: tuple[Story, ...], now: dt.datetime) -> list[str]:
    parts = ["# A journal of asking", f"Written with Coach. This copy is from {long_date(now.date())}."]
    if not told:
        return [*parts, "There is no attempt in it yet."]
    first, last = told[0].attempt.at.date(), told[-1].attempt.at.date()
    found = days(told)
    made = "1 ask made" if found.made == 1 else f"{found.made} asks made"
    on = "1 day" if found.days == 1 else f"{found.days} days"
    parts.append(f"{span(first, last)}: {made}, {found.not_asked} chosen not to be made, on {on} of practising.")
    parts.append(
        "Numbers go from 0 to 100 unless they say otherwise. Whoever opens this file can read it. "
        "Answers of the fit and safety check are not in it."
    )
    return parts


def _wishes(history: History, texts: Texts) -> list[str]:
    if not history.settings:
        return []
    its: Settings = history.settings[-1]
    rows = {
        "What I would ask for": [*(texts.names.get(goal, goal) for goal in its.goals), *its.own_goals],
        "What stands in the way": [*(texts.names.get(fear, fear) for fear in its.fears), *its.own_fears],
    }
    parts = []
    for title, lines in rows.items():
        if lines:
            parts += [f"## {title}", "\n".join(f"- {literal(line)}" for line in lines)]
    return parts


def _lessons(told: tuple[Story, ...], texts: Texts) -> list[str]:
    rows = []
    for row in reversed(lessons(told).rows):
        ending = texts.string("outcome", row.outcome)
        rows.append(f"- {literal(row.text)} ({short_date(row.at.date())}, {literal(row.title)}: {ending})")
    return ["## Lessons I kept", "\n".join(rows)] if rows else []


def _ladder(history: History) -> list[str]:
    rows = ["| Band | Step | Tension at first | Tension now |", "|---|---|---|---|"]
    for its, steps in by_band(active(history)).items():
        rows += [
            f"| {its.title} | {literal(step.title)} | {step.ratings[0].value} | {step.rating} |" for step in steps
        ]
    return ["## My ladder", "\n".join(rows)] if len(rows) > 2 else []


def _attempt(told: Story, texts: Texts) -> list[str]:
    facts = [ended(told, texts), *([band(told)] if band(told) else [])]
    day = long_date(told.attempt.at.date())
    parts = [f"### {day} · {literal(told.attempt.step_title)}", f"*{' · '.join(facts)}*"]
    parts += _answers("Before", told.before, texts)
    if told.reflection:
        parts += _answers("After", told.after, texts)
    if told.look_back:
        day = short_date(told.look_back.at.date())
        parts += _answers(f"Looking back, {day}", told.look_back.answers, texts)
    if changed := changes(told):
        its = ", ".join(dict.fromkeys(texts.label(change.item) for change in changed))
        parts.append(f"*Corrected later, last on {short_date(max(c.at for c in changed).date())}: {literal(its)}.*")
    return parts


def _answers(title: str, answers: Answers, texts: Texts) -> list[str]:
    """Own words as quotes, in their order; what was picked or rated as a list below them."""
    found = answered(answers)
    parts: list[str] = []
    picked = []
    for item, value in found.items():
        if is_written(item, value, texts):
            parts += [f"{literal(texts.label(item))}:", quoted(str(value))]
        elif item != "outcome":
            picked.append(f"- {literal(texts.label(item))}: {literal(texts.answer(item, value))}")
    if picked:
        parts.append("\n".join(picked))
    return [f"**{title}**", *parts] if parts else []


def _exercise(log: ExerciseLog, texts: Texts) -> list[str]:
    title = texts.names.get(log.exercise, log.exercise)
    parts = [f"### {long_date(log.at.date())} · {literal(title)}", "*a gentle exercise*"]
    return [*parts, quoted(log.text)] if log.text.strip() else parts


def literal(text: str) -> str:
    """One line that shows exactly as it is: no mark in it means anything to Markdown."""
    line = _ACTIVE.sub(r"\\\1", one_line(text))
    return _NUMBERED.sub(r"\1\\\2", _LEADING.sub(r"\\\1", line))


def quoted(text: str) -> str:
    """A block quote with the lines of a text as they are."""
    lines = [literal(line) for line in printable(text).strip().split("\n")]
    rows = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        rows.append(f"> {line}\\" if line and following else f"> {line}".rstrip())
    return "\n".join(rows)
