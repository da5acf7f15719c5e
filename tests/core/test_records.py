"""What was saved comes back the same, keeps its place, and is never changed behind one's back."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.model import Category, Channel, Route
from coach.core.records import (
    CONTACT,
    TABLE_OF,
    TABLES,
    Attempt,
    Cause,
    Change,
    CheckIn,
    Draft,
    ExerciseLog,
    History,
    Hold,
    LookBack,
    Outcome,
    Rating,
    Record,
    Reflection,
    Screening,
    Settings,
    Stage,
    Step,
    Trusted,
)
from tests.support.clock import MORNING

LATER = MORNING + dt.timedelta(hours=5, microseconds=7)
CHANGE = Change(item="place", old=None, new="the bakery", at=LATER)

RECORDS: tuple[Record, ...] = (
    Screening(
        id="s", at=MORNING, answers={"adult": "yes", "low_mood": 0}, route=Route.GO_GENTLY, reasons=("mood.low",),
        scores={"mood": 3}, content_version="1", attested=True, changes=(CHANGE,),
    ),
    Hold(id="h", at=MORNING, cause=Cause.WORDS, route=Route.SUPPORT_FIRST, reasons=("words.confirmed",)),
    CheckIn(id="c", at=MORNING, answers={"ci_safety": "no", "ci_steady": 7}),
    Step(
        id=CONTACT, at=MORNING, title="Call someone", category=Category.HELP_SEEKING, channel=Channel.PHONE,
        ratings=(Rating(at=MORNING, value=0), Rating(at=LATER, value=100)), retired=True, changes=(CHANGE,),
    ),
    Attempt(
        id="a", at=MORNING, step="step", step_title="Ask", rating=30, courtesy={"cc_free": "yes"},
        before={"ask": "Naïve “words”\n\x1b \u202e 你好"}, stage=Stage.DROPPED,
    ),
    Reflection(
        id="r", at=LATER, attempt="a", outcome=Outcome.NO_ANSWER, seconds=90,
        answers={"reasons": ("situation.busy", "unknown.open"), "tension_peak": 100, "lesson": ""},
    ),
    LookBack(id="l", at=LATER, attempt="a", answers={"lb_feared": 10, "lb_sits": "skip"}, changes=(CHANGE,)),
    ExerciseLog(id="e", at=MORNING, exercise="breathing", text="calm"),
    Settings(
        id="settings", at=MORNING, country="GB", own_fears=("being laughed at",), channels=tuple(Channel),
        anchors=("a", "b", "c", "d", "e"), trusted=Trusted(name="Sam", reach="in my phone"),
    ),
    Draft(
        id="before/step", at=LATER, form="before", subject="step", answers={"ask": "Could you"}, at_item="feared",
        typed="half a sen", seconds=12, extra={"cc_free": "yes"},
    ),
)


def test_every_kind_of_record_has_a_table_and_a_place_in_the_history() -> None:
    assert {type(record) for record in RECORDS} == set(TABLES.values()) == set(Record.__subclasses__())
    assert tuple(TABLES) == History.__struct_fields__
    assert {TABLES[name] for name in TABLES} == set(TABLE_OF)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_as_it_was_saved(record: Record) -> None:
    again = msgspec.json.decode(msgspec.json.encode(record), type=type(record))
    assert again == record
    assert again.at.utcoffset() == record.at.utcoffset()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_carries_its_version_and_cannot_be_changed_in_place(record: Record) -> None:
    assert record.v == 1
    for field in record.__struct_fields__:
        with pytest.raises(AttributeError):
            setattr(record, field, getattr(record, field))


@pytest.mark.parametrize(("kind", "field", "value"), [
    (Hold, "cause", "bad_luck"),
    (Hold, "route", "open"),
    (Screening, "route", ""),
    (Screening, "scores", {"mood": "3"}),
    (Screening, "answers", {"low_mood": 1.5}),
    (Reflection, "outcome", "maybe"),
    (Reflection, "seconds", "90"),
    (Attempt, "stage", "gone"),
    (Attempt, "at", "yesterday"),
    (Step, "ratings", [{"at": "2026-11-22T09:00:00+01:00", "value": 101}]),
    (Step, "ratings", [{"at": "2026-11-22T09:00:00+01:00", "value": -1}]),
    (Settings, "anchors", ["1", "2", "3", "4", "5", "6"]),
    (Settings, "channels", ["pigeon"]),
])
def test_a_damaged_field_is_refused_and_not_guessed(kind: type[Record], field: str, value: object) -> None:
    good = next(record for record in RECORDS if type(record) is kind)
    data = {**msgspec.to_builtins(good), field: value}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(data, kind)


@pytest.mark.parametrize("field", ["id", "at", "route", "answers", "content_version"])
def test_a_screening_without_one_of_its_parts_is_refused(field: str) -> None:
    data = msgspec.to_builtins(RECORDS[0])
    del data[field]
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(data, Screening)


def test_the_rating_of_a_step_is_the_last_one_and_the_others_are_kept() -> None:
    step = Step(id="step", at=MORNING, title="Ask")
    assert step.rating is None
    for value in (80, 0):
        ratings = (*step.ratings, Rating(at=LATER, value=value))
        step = msgspec.structs.replace(step, ratings=ratings)
    assert step.rating == 0
    assert [rating.value for rating in step.ratings] == [80, 0]


# -- a history -------------------------------------------------------------------------------------------------


def note(number: int, text: str = "") -> ExerciseLog:
    return ExerciseLog(id=f"e{number}", at=MORNING, exercise="breathing", text=text)


def test_a_history_gives_back_what_was_put_into_it() -> None:
    history = History().changed(RECORDS)
    for record in RECORDS:
        assert history.of(type(record)) == (record,)
        assert history.get(type(record), record.id) == record
        assert history.get(type(record), "another") is None


def test_the_same_id_in_another_table_is_another_record() -> None:
    hold = Hold(id="one", at=MORNING, cause=Cause.WORDS, route=Route.SUPPORT_FIRST)
    draft = Draft(id="one", at=MORNING, form="screening")
    history = History().changed([hold, draft]).changed(drop=[draft])
    assert history.holds == (hold,)
    assert history.drafts == ()


def test_a_changed_record_keeps_its_place_and_a_new_one_comes_last() -> None:
    history = History().changed([note(1), note(2)]).changed([note(3), note(1, "changed")])
    assert history.exercise_logs == (note(1, "changed"), note(2), note(3))


def test_what_is_dropped_is_gone_and_dropping_it_again_does_no_harm() -> None:
    history = History().changed([note(1), note(2)])
    assert history.changed(drop=[note(1, "of another time")]).exercise_logs == (note(2),)
    assert history.changed(drop=[note(9)]) == history


def test_put_wins_over_drop_in_one_change() -> None:
    assert History().changed([note(1)]).changed([note(1, "new")], [note(1)]).exercise_logs == (note(1, "new"),)


def test_a_history_is_never_changed_in_place() -> None:
    history = History().changed([note(1)])
    history.changed([note(2)], [note(1)])
    assert history.exercise_logs == (note(1),)
    with pytest.raises(AttributeError):
        history.exercise_logs = ()  # type: ignore[misc]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5), st.text(max_size=3))))
def test_any_changes_leave_the_last_version_of_every_record_in_order(changes: list[tuple[bool, int, str]]) -> None:
    history = History()
    expected: dict[int, ExerciseLog] = {}
    for is_put, number, text in changes:
        if is_put:
            history = history.changed([note(number, text)])
            expected[number] = note(number, text)
        else:
            history = history.changed(drop=[note(number)])
            expected.pop(number, None)
    assert history == History(exercise_logs=tuple(expected.values()))
