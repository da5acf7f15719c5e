"""The table: one row an attempt, for a spreadsheet or a program. RFC 4180, UTF-8, header first.

A cell that a spreadsheet would take for a formula gets a leading apostrophe; nothing else in it changes, except that
characters that could steer a terminal are replaced.
"""

from __future__ import annotations

import csv as writer
import io
from collections.abc import Callable

import msgspec

from coach.core.bands import band_of
from coach.core.records import History, Step
from coach.core.reflection import DIFFERENT, Story, stories
from coach.core.text import printable
from coach.report.telling import answered, changes
from coach.report.texts import Texts

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""How a text begins that a spreadsheet may run: the four signs, their wide forms, a tab and a carriage return."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What the cells of one row are made from."""

    told: Story
    step: Step | None
    texts: Texts


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column: its name, what it holds, and how a cell is found."""

    name: str
    meaning: str
    cell: Callable[[Row], str]


def _before(item: str) -> Callable[[Row], str]:
    return lambda row: row.texts.answer(item, row.told.before.get(item))


def _after(item: str) -> Callable[[Row], str]:
    return lambda row: row.texts.answer(item, row.told.after.get(item))


def _later(item: str) -> Callable[[Row], str]:
    return lambda row: row.texts.answer(item, row.told.look_back.answers.get(item)) if row.told.look_back else ""


def _different(row: Row) -> str:
    found = {item: value for item, value in answered(row.told.after).items() if item.startswith(DIFFERENT)}
    return "\n".join(f"{row.texts.label(item)}: {row.texts.answer(item, value)}" for item, value in found.items())


def _at(row: Row) -> str:
    return row.told.attempt.at.isoformat()


def _stage(row: Row) -> str:
    return row.told.attempt.stage.value


def _outcome(row: Row) -> str:
    return row.told.outcome.value if row.told.outcome else ""


def _reflected_at(row: Row) -> str:
    return row.told.reflection.at.isoformat() if row.told.reflection else ""


def _seconds(row: Row) -> str:
    return str(row.told.reflection.seconds) if row.told.reflection else ""


def _looked_back_at(row: Row) -> str:
    return row.told.look_back.at.isoformat() if row.told.look_back else ""


def _category(row: Row) -> str:
    return row.texts.category(row.step.category) if row.step and row.step.category else ""


def _channel(row: Row) -> str:
    return row.texts.channel(row.step.channel) if row.step and row.step.channel else ""


def _band(row: Row) -> str:
    return "" if row.told.is_contact else band_of(row.told.attempt.rating).title


def _changes(row: Row) -> str:
    return str(len(changes(row.told)))


_COLUMNS: tuple[tuple[str, str, Callable[[Row], str]], ...] = (
    ("attempt", "id of the attempt, as in the JSON export", lambda row: row.told.attempt.id),
    ("at", "when the plan was made: ISO 8601, local time with its UTC offset", _at),
    ("step_id", "id of the step", lambda row: row.told.attempt.step),
    ("step", "the step's title as it was then", lambda row: row.told.attempt.step_title),
    ("category", "kind of ask, in words; empty for an ask of one's own without one", _category),
    ("channel", "way of asking, in words; empty when it was not said", _channel),
    ("band", "Warm-up, Small, Stretch or Bold, as it was then; empty for the ask that is always open", _band),
    ("expected_tension", "expected tension as rated then, 0-100", lambda row: str(row.told.attempt.rating)),
    ("stage", "out (not finished yet), done, or dropped (planned, then let go)", _stage),
    ("outcome", "yes, no, partly, no_answer, not_asked or stopped; empty without a reflection", _outcome),
    ("ask", "the planned words", _before("ask")),
    ("place", "where, in the person's words", _before("place")),
    ("feared", "what was feared", _before("feared")),
    ("p_feared", "chance of what was feared, guessed before, 0-100", _before("p_feared")),
    ("p_yes", "chance of a yes, guessed before, 0-100", _before("p_yes")),
    ("cost", "how bad a no would be, guessed before, 0-100", _before("cost")),
    ("tension_before", "tension before, 0-100", _before("tension_before")),
    ("self_worth_before", "how one felt about oneself before, 0-10", _before("self_worth_before")),
    ("self_belief", "what a no would say about oneself", _before("self_belief")),
    ("belief_before", "how much that was believed before, 0-100", _before("belief_before")),
    ("other_reasons", "reasons for a no that are not about oneself", _before("other_reasons")),
    ("drop", "the safety habit to leave out", _before("drop")),
    ("exit_line", "how to thank and leave", _before("exit_line")),
    ("reflected_at", "when the reflection was written", _reflected_at),
    ("seconds", "how long the reflection form was open, in seconds", _seconds),
    ("not_asked_why", "why nobody was asked, in words", _after("not_asked_why")),
    ("happened", "what happened", _after("happened")),
    ("other_person", "how the other person seemed, in words", _after("other_person")),
    ("feared_happened", "whether what was feared happened, in words", _after("feared_happened")),
    ("p_feared_after", "chance of what was feared, guessed after, 0-100", _after("p_feared_after")),
    ("cost_after", "how bad a no would be, guessed after, 0-100", _after("cost_after")),
    ("tension_peak", "tension at its worst, 0-100", _after("tension_peak")),
    ("tension_now", "tension while reflecting, 0-100", _after("tension_now")),
    ("reasons", "reasons for the answer, in words, parted by semicolons", _after("reasons")),
    ("reasons_words", "reasons in the person's own words", _after("reasons_words")),
    ("feelings", "feelings, in the person's words", _after("feelings")),
    ("belief_after", "how much the belief about oneself was believed after, 0-100", _after("belief_after")),
    ("lesson", "the line written as a lesson", _after("lesson")),
    ("keep", "whether the line is kept, in words", _after("keep")),
    ("different", "answers to a different question, one a line: question, colon, answer", _different),
    ("looked_back_at", "when the look back was written", _looked_back_at),
    ("lb_feared", "chance of what was feared, guessed the day after or later, 0-100", _later("lb_feared")),
    ("lb_replay", "minutes spent going over it", _later("lb_replay")),
    ("lb_replay_helped", "whether going over it helped, in words", _later("lb_replay_helped")),
    ("lb_worth", "how one felt about oneself then, 0-10", _later("lb_worth")),
    ("lb_sits", "how it sat with the person then", _later("lb_sits")),
    ("lb_worse", "whether practice was making things worse, in words", _later("lb_worse")),
    ("corrections", "how many answers were corrected later", _changes),
)

COLUMNS = tuple(Column(name=name, meaning=meaning, cell=cell) for name, meaning, cell in _COLUMNS)
"""Every column in its order. A question that was skipped or not asked leaves its cell empty."""


def csv(history: History, texts: Texts) -> str:
    """The table, oldest attempt first, each line ending in CR LF."""
    steps = {step.id: step for step in history.steps}
    out = io.StringIO(newline="")
    rows = writer.writer(out, lineterminator="\r\n")
    rows.writerow([column.name for column in COLUMNS])
    for told in stories(history):
        row = Row(told=told, step=steps.get(told.attempt.step), texts=texts)
        rows.writerow([_safe(column.cell(row)) for column in COLUMNS])
    return out.getvalue()


def columns_text() -> str:
    """What each column holds, one a line, for the documentation."""
    return "\n".join(f"{column.name}: {column.meaning}" for column in COLUMNS)


def _safe(cell: str) -> str:
    text = printable(cell)
    return f"'{text}" if cell.startswith(FORMULA) or text.lstrip().startswith(FORMULA) else text
