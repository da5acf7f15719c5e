"""Reading again what was written: find it, correct it with a trail, delete it with a way back.

One `Reviewing` remembers what it deleted, so that it can be brought back for as long as the object lives.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from coach.core import gate, searching
from coach.core.errors import PlainError
from coach.core.flow import answer_label, checked, is_asked
from coach.core.model import SKIP, Form, Item, Kind, Value
from coach.core.records import (
    Answers,
    Attempt,
    Change,
    Draft,
    ExerciseLog,
    History,
    LookBack,
    Outcome,
    Record,
    Reflection,
    Step,
)
from coach.core.reflection import story
from coach.core.searching import Facet, Query, Shelf
from coach.engine.closing import hold
from coach.engine.watching import watch

if TYPE_CHECKING:
    from coach.engine import Engine

Answered = Attempt | Reflection | LookBack

BEFORE, AFTER, LOOK_BACK = "before", "after", "look_back"
DIFFERENT = "different"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One answer to read: its question in short words and the answer in words.

    `value` is set when the answer is a number on a scale from 0 to `high`. `changes` are corrections, oldest first.
    """

    record: str
    item: str
    section: str
    label: str
    answer: str
    value: int | None = None
    high: int = 100
    changes: tuple[Change, ...] = ()


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What was written at one time: before, after, or the day after."""

    name: str
    at: dt.datetime
    lines: tuple[Line, ...]


class Deleted(msgspec.Struct, frozen=True, kw_only=True):
    """What was deleted together, to be brought back."""

    title: str
    records: tuple[Record, ...]


class Reviewing:
    """The part of the engine that reads back."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._shelved: tuple[History, Shelf] | None = None
        self._deleted: list[Deleted] = []

    # -- finding -----------------------------------------------------------------------------------------------

    @property
    def shelf(self) -> Shelf:
        """Everything there is to read, newest first."""
        history = self._engine.history
        if self._shelved is None or self._shelved[0] is not history:
            exercises = self._engine.library.exercises if history.exercise_logs else ()
            titles = {each.id: each.title for each in exercises}
            self._shelved = history, searching.shelved(history, self._picked, titles)
        return self._shelved[1]

    def find(self, query: Query) -> Shelf:
        """What matches, newest first."""
        return searching.find(self.shelf, query)

    def counted(self, query: Query, facet: Facet) -> tuple[tuple[str, int], ...]:
        """The values a facet can still take, and how many entries each has."""
        return searching.counted(self.shelf, query, facet)

    def get(self, entry_id: str) -> searching.Entry:
        """One entry. Raises PlainError when it is gone."""
        for entry in self.shelf:
            if entry.id == entry_id:
                return entry
        raise PlainError("That is no longer here.", "review")

    def prepare(self, first: int, count: int) -> None:
        """Make some entries ready for a search, so that the first typed letter is as fast as the next ones."""
        for entry in self.shelf[first:first + count]:
            _ = entry.folded

    # -- reading -----------------------------------------------------------------------------------------------

    def parts(self, attempt_id: str, *, skipped: bool = False) -> tuple[Part, ...]:
        """All that was written about an attempt; with `skipped` also the questions that were left out."""
        told = story(self._engine.history, attempt_id)
        if told is None:
            raise PlainError("That attempt is no longer here.", "attempt")
        records = (told.attempt, told.reflection, told.look_back)
        return tuple(
            Part(name=form_name(record), at=record.at, lines=tuple(self._lines(record, skipped)))
            for record in records if record is not None
        )

    def _lines(self, record: Answered, skipped: bool) -> Iterator[Line]:
        answers = answers_of(record)
        for form in self._forms_of(record):
            for item in form.items:
                value = answers.get(item.id)
                if value in (None, SKIP) and not (skipped and form.id != DIFFERENT and is_asked(item, answers)):
                    continue
                yield Line(
                    record=record.id, item=item.id, section=form.section_of(item.id).title,
                    label=item.short or item.text, answer=self.words(item, value),
                    value=value if isinstance(value, int) and item.kind is Kind.SCALE else None, high=item.high,
                    changes=tuple(change for change in record.changes if change.item == item.id),
                )

    def words(self, item: Item, value: Value | None) -> str:
        """An answer in words; the words for a question left out when there is none."""
        return answer_label(item, SKIP if value is None else value, self._engine.library.strings["review"]["skipped"])

    def _forms_of(self, record: Answered) -> tuple[Form, ...]:
        names = (AFTER, DIFFERENT) if isinstance(record, Reflection) else (form_name(record),)
        return tuple(self._engine.library.form(f"prompts/{name}") for name in names)

    @cached_property
    def _picked(self) -> frozenset[str]:
        """Items answered by picking: their answers are no text to search."""
        forms = (self._engine.library.form(f"prompts/{name}") for name in (BEFORE, AFTER, LOOK_BACK))
        return frozenset(item.id for form in forms for item in form.items if item.kind is not Kind.TEXT)

    def step_of(self, entry_id: str) -> Step | None:
        """The step an attempt was made at, if it is still known."""
        attempt = self._engine.history.get(Attempt, entry_id)
        return self._engine.history.get(Step, attempt.step) if attempt else None

    # -- correcting --------------------------------------------------------------------------------------------

    def record(self, record_id: str) -> Answered:
        """The attempt, reflection or look back with this id. Raises PlainError when it is gone."""
        kinds: tuple[type[Answered], ...] = (Attempt, Reflection, LookBack)
        for kind in kinds:
            found = self._engine.history.get(kind, record_id)
            if found is not None:
                return found
        raise PlainError("That is no longer here.", "review")

    def item(self, record_id: str, item_id: str) -> Item:
        """The question behind an answer. Raises PlainError when the content no longer has it."""
        for form in self._forms_of(self.record(record_id)):
            for item in form.items:
                if item.id == item_id:
                    return item
        raise PlainError("That question is no longer asked, so its answer stays as it is.", "review")

    def correct(self, record_id: str, item_id: str, value: object) -> str:
        """Replace one answer and keep the old one in the record's trail.

        Raises AnswerError when it does not fit its question, PlainError when it could not be saved. Gives what to do
        about a text, as `watching.watch` does. Practice closes here as it does after any other answer.
        """
        engine, record = self._engine, self.record(record_id)
        item = self.item(record_id, item_id)
        new, old = checked(item, value), answers_of(record).get(item_id)
        if new == old:
            return ""
        change = Change(item=item_id, old=old, new=new, at=engine.stamp())
        put: list[Record] = [_corrected(record, change)]
        cause = gate.worsening(engine.history.changed(put))
        if cause is not None and engine.standing().is_open:
            put.append(hold(engine, cause))
        engine.commit(put)
        return watch(engine, [new]) if item.kind is Kind.TEXT and isinstance(new, str) and new != SKIP else ""

    # -- deleting ----------------------------------------------------------------------------------------------

    def delete(self, entry_id: str) -> Deleted:
        """Take away an attempt with all that was written about it, or an exercise log. `undo` brings it back."""
        entry = self.get(entry_id)
        history = self._engine.history
        if entry.log is not None:
            records: tuple[Record, ...] = (entry.log,)
        else:
            attempt = self._engine.attempt(entry_id)
            records = (
                attempt,
                *(each for each in history.reflections if each.attempt == entry_id),
                *(each for each in history.look_backs if each.attempt == entry_id),
                *(each for each in history.drafts if each.subject == entry_id),
            )
        deleted = Deleted(title=entry.title, records=records)
        self._engine.commit([], records)
        self._deleted.append(deleted)
        return deleted

    @property
    def may_undo(self) -> bool:
        """True when something can be brought back."""
        return bool(self._deleted)

    def undo(self) -> Deleted | None:
        """Bring back what was deleted last, in its old place; None when there is nothing."""
        if not self._deleted:
            return None
        back = self._deleted[-1]
        history = self._engine.history
        kinds: tuple[type[Record], ...] = (Attempt, Reflection, LookBack, ExerciseLog, Draft)
        # Tables are kept oldest first, so what is newer is put again after what comes back.
        first = {type(record): record.at for record in reversed(back.records)}
        newer = [
            record for kind in kinds if kind in first for record in history.of(kind) if record.at > first[kind]
        ]
        put = sorted((*back.records, *newer), key=lambda record: record.at)
        self._engine.commit(put, newer)
        self._deleted.pop()
        return back


def form_name(record: Answered) -> str:
    """Which form a record answers: before, after or look_back."""
    return BEFORE if isinstance(record, Attempt) else AFTER if isinstance(record, Reflection) else LOOK_BACK


def answers_of(record: Answered) -> Answers:
    """The answers a record holds."""
    return record.before if isinstance(record, Attempt) else record.answers


def _corrected(record: Answered, change: Change) -> Answered:
    answers = {**answers_of(record), change.item: change.new}
    changes = (*record.changes, change)
    if isinstance(record, Attempt):
        return msgspec.structs.replace(record, before=answers, changes=changes)
    if isinstance(record, Reflection) and change.item == "outcome":
        return msgspec.structs.replace(record, outcome=Outcome(str(change.new)), answers=answers, changes=changes)
    return msgspec.structs.replace(record, answers=answers, changes=changes)
