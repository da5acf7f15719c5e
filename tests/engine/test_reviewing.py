"""Reading again: corrections keep what was there, deletions have a way back, and practice stays as safe as before."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from coach.core.errors import PlainError
from coach.core.flow import AnswerError
from coach.core.records import Attempt, Draft, ExerciseLog, History, LookBack, Outcome, Reflection, Screening
from coach.core.searching import Facet, Query
from coach.engine import Engine
from coach.engine.demo import made_up
from coach.engine.reviewing import Reviewing
from coach.library import Library
from coach.store import MemoryStore, Store
from tests.support.clock import MORNING, FrozenClock


@pytest.fixture(scope="module")
def saved(library: Library) -> History:
    """Ten weeks of somebody's practice."""
    return made_up(library, "avoider", MORNING)


@pytest.fixture
def engine(library: Library, saved: History, clock: FrozenClock) -> Engine:
    return Engine(library, MemoryStore(saved), clock, seed=1)


@pytest.fixture
def reviewing(engine: Engine) -> Reviewing:
    return Reviewing(engine)


def told(engine: Engine) -> Reflection:
    """A reflection with a lesson and a look back."""
    later = {each.attempt for each in engine.history.look_backs}
    return next(
        each for each in engine.history.reflections
        if each.attempt in later and each.answers.get("lesson", "skip") != "skip"
    )


# -- reading -----------------------------------------------------------------------------------------------------


def test_what_is_read_stands_in_three_parts_under_its_sections(engine: Engine, reviewing: Reviewing) -> None:
    parts = reviewing.parts(told(engine).attempt)
    assert [part.name for part in parts] == ["before", "after", "look_back"]
    lines = {line.label: line for part in parts for line in part.lines}
    assert lines["What I fear"].section == "Your guess"
    assert lines["How it went"].answer == "They said yes"
    assert lines["How likely that is"].value is not None
    assert lines["How I feel about myself"].high == 10


def test_what_was_skipped_is_left_out_unless_asked_for(engine: Engine, reviewing: Reviewing) -> None:
    attempt = told(engine).attempt
    few = [line.item for part in reviewing.parts(attempt) for line in part.lines]
    all_of_it = {line.item: line for part in reviewing.parts(attempt, skipped=True) for line in part.lines}
    assert "reasons_words" not in few
    assert all_of_it["reasons_words"].answer == "left out"
    assert "not_asked_why" not in all_of_it


def test_texts_of_exercises_are_found_with_the_title_of_the_exercise(reviewing: Reviewing) -> None:
    found = reviewing.find(Query(text="three hard questions"))
    assert [entry.title for entry in found] == ["Imagine it"]


def test_answers_that_were_picked_are_no_text(reviewing: Reviewing) -> None:
    assert reviewing.find(Query(text="cant_tell")) == ()
    assert reviewing.find(Query(text="at_ease")) == ()


def test_filters_offer_what_there_is(reviewing: Reviewing) -> None:
    offered = dict(reviewing.counted(Query(), Facet.CATEGORY))
    assert offered["social_invitation"] == 5
    assert sum(offered.values()) == 32


def test_the_step_behind_an_attempt_is_known(engine: Engine, reviewing: Reviewing) -> None:
    attempt = engine.history.attempts[0]
    step = reviewing.step_of(attempt.id)
    assert step is not None
    assert step.title == attempt.step_title
    assert reviewing.step_of("nobody") is None


# -- correcting --------------------------------------------------------------------------------------------------


def test_a_correction_keeps_the_old_answer_and_when_it_was_changed(engine: Engine, reviewing: Reviewing) -> None:
    old = told(engine)
    reviewing.correct(old.id, "lesson", "She thought about it for a whole minute.")
    new = engine.history.get(Reflection, old.id)
    assert new is not None
    assert new.answers["lesson"] == "She thought about it for a whole minute."
    assert [(change.item, change.old, change.at) for change in new.changes] == [
        ("lesson", old.answers["lesson"], MORNING)
    ]
    line = next(
        line for part in reviewing.parts(old.attempt) for line in part.lines if line.item == "lesson"
    )
    assert line.changes == new.changes


@pytest.mark.parametrize(("kind", "item"), [(Attempt, "feared"), (LookBack, "lb_sits")])
def test_what_was_written_before_and_a_day_later_can_be_corrected_too(
    engine: Engine, reviewing: Reviewing, kind: type[Attempt | LookBack], item: str
) -> None:
    record = engine.history.of(kind)[0]
    reviewing.correct(record.id, item, "Another word for it")
    again = reviewing.record(record.id)
    assert [change.new for change in again.changes] == ["Another word for it"]
    assert reviewing.find(Query(text="another word"))


def test_a_corrected_outcome_is_the_outcome_everywhere(engine: Engine, reviewing: Reviewing) -> None:
    old = told(engine)
    reviewing.correct(old.id, "outcome", "partly")
    assert engine.story(old.attempt).outcome is Outcome.PARTLY
    assert reviewing.get(old.attempt).ending == "partly"


def test_the_same_answer_again_is_no_correction(engine: Engine, reviewing: Reviewing) -> None:
    before = engine.history
    old = told(engine)
    reviewing.correct(old.id, "lesson", old.answers["lesson"])
    assert engine.history is before


def test_an_answer_that_does_not_fit_changes_nothing(engine: Engine, reviewing: Reviewing) -> None:
    before = engine.history
    with pytest.raises(AnswerError):
        reviewing.correct(told(engine).id, "p_feared_after", 101)
    with pytest.raises(PlainError):
        reviewing.correct(told(engine).id, "no_such_item", "x")
    with pytest.raises(PlainError):
        reviewing.correct("nobody", "lesson", "x")
    assert engine.history is before


def test_words_that_worry_are_noticed_in_a_correction_and_saved_as_written(
    engine: Engine, reviewing: Reviewing
) -> None:
    old = told(engine)
    text = "I want to kill myself"
    assert reviewing.correct(old.id, "happened", text) == "pause"
    assert engine.story(old.attempt).after["happened"] == text
    assert reviewing.correct(old.id, "happened", "I nearly died of embarrassment, and laughed") == ""


def test_a_correction_that_says_practice_makes_it_worse_closes_practice(engine: Engine, reviewing: Reviewing) -> None:
    assert engine.standing().is_open
    reviewing.correct(engine.history.look_backs[-1].id, "lb_worse", "yes")
    assert not engine.standing().is_open


# -- deleting ----------------------------------------------------------------------------------------------------


def test_an_attempt_is_deleted_with_all_that_belongs_to_it_and_comes_back_in_its_place(
    engine: Engine, reviewing: Reviewing, saved: History
) -> None:
    attempt = told(engine).attempt
    engine.commit([Draft(id=f"look_back/{attempt}", at=MORNING, form="look_back", subject=attempt)])
    whole = engine.history
    reviewing.delete(attempt)
    assert attempt not in {each.id for each in engine.history.attempts}
    assert attempt not in {each.attempt for each in engine.history.reflections}
    assert attempt not in {each.attempt for each in engine.history.look_backs}
    assert engine.history.drafts == ()
    assert len(engine.history.attempts) == len(saved.attempts) - 1
    reviewing.undo()
    assert engine.history == whole


def test_deletions_come_back_one_by_one_the_last_first(engine: Engine, reviewing: Reviewing, saved: History) -> None:
    first, second = saved.attempts[3].id, saved.attempts[20].id
    reviewing.delete(first)
    reviewing.delete(second)
    back = reviewing.undo()
    assert back is not None and back.records[0].id == second
    reviewing.undo()
    assert engine.history == saved
    assert reviewing.undo() is None
    assert not reviewing.may_undo


def test_an_exercise_text_is_deleted_and_comes_back(engine: Engine, reviewing: Reviewing, saved: History) -> None:
    log = saved.exercise_logs[0]
    reviewing.delete(log.id)
    assert engine.history.of(ExerciseLog) == ()
    reviewing.undo()
    assert engine.history == saved


def test_what_is_gone_says_so(reviewing: Reviewing) -> None:
    with pytest.raises(PlainError, match="no longer here"):
        reviewing.delete("nobody")
    with pytest.raises(PlainError, match="no longer here"):
        reviewing.parts("nobody")


def test_nothing_is_remembered_as_deleted_when_it_could_not_be(
    engine: Engine, reviewing: Reviewing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PlainError("The disk is full.", "disk")

    with monkeypatch.context() as full:
        full.setattr(engine.keeper, "commit", refuse)
        with pytest.raises(PlainError):
            reviewing.delete(engine.history.attempts[0].id)
    assert not reviewing.may_undo


def test_the_place_in_the_order_holds_on_disk_too(
    library: Library, saved: History, clock: FrozenClock, tmp_path: Path
) -> None:
    store = Store.open(tmp_path / "data", tmp_path / "state", now=MORNING)
    records = [record for kind in (Screening, Attempt, Reflection, LookBack) for record in saved.of(kind)]
    store.commit(records, now=MORNING)
    kept = store.history
    reviewing = Reviewing(Engine(library, store, clock))
    reviewing.delete(saved.attempts[5].id)
    reviewing.undo()
    store.close()
    again = Store.open(tmp_path / "data", tmp_path / "state", now=MORNING + dt.timedelta(seconds=1))
    assert again.history == kept
    again.close()
