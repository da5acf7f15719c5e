"""Records to take along, and the one question about words, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.core.records import Cause
from coach.engine import Engine
from coach.library import Library
from tests.plain.people import played
from tests.support import walk
from tests.support.clock import FrozenClock

PAUSE = "I want to kill myself."
TO_FORM = ["settings", "take my records"]


@pytest.fixture
def engine(library: Library, clock: FrozenClock) -> Engine:
    """Somebody with a ladder and one reflection."""
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    walk.back(engine, walk.out(engine))
    return engine


def test_the_page_for_a_therapist_is_told_changed_and_then_written(engine: Engine) -> None:
    said = played(engine, [
        *TO_FORM, "one page", "1", "smiled", ".", "1",
        "change", "one page", "0", "s", "1",
        "write", "q",
    ])
    first, second = (page.split("Write it")[0] for page in said.split("Before it is written")[1:])
    assert "Asked: Could I have a glass" in first and "smiled" not in first
    assert "Asked: Could I have a glass" not in second
    assert "It is called coach-2026-11-22.html" in said
    assert "glass of tap water" not in (Path.home() / "coach-2026-11-22.html").read_text()


def test_leaving_it_writes_nothing(engine: Engine) -> None:
    assert "Nothing was written." in played(engine, [*TO_FORM, "a complete copy", "leave", "q"])
    assert list(Path.home().iterdir()) == []


def letter(engine: Engine) -> list[str]:
    """What one types to write a letter in an exercise."""
    exercise = next(each for each in engine.library.exercises if each.ask and not each.grounding)
    return ["exercises", exercise.title, *[""] * (len(exercise.steps) - 1), "1", PAUSE, "."]


def test_the_question_cannot_be_passed_by_but_help_opens_over_it(engine: Engine) -> None:
    said = played(engine, [*letter(engine), "b", "!", "b", "q"]).split("One question")
    assert "waits for an answer" in said[1] and "116 123" in said[1]
    assert "kill" not in "".join(said[1:])
    assert "Something you wrote" in said[-1]
    assert engine.standing().is_open


@pytest.mark.parametrize("answer", ["yes", "s"])
def test_yes_and_rather_not_say_open_help_with_more_than_a_number(engine: Engine, answer: str) -> None:
    said = played(engine, [*letter(engine), answer, "q"]).split("One question")[1]
    assert all(each in said for each in ("116 123", "Someone you trust", "Steady yourself"))
    assert engine.standing().causes == (Cause.WORDS,)


def test_not_what_i_meant_goes_on_and_never_leads_back_to_the_question(engine: Engine) -> None:
    said = played(engine, [*letter(engine), "2", "b", "q"]).split("One question")
    assert len(said) == 2 and "Gentle exercises" in said[1]
    assert engine.standing().is_open


def test_a_question_left_open_comes_first_the_next_time(
    engine: Engine, library: Library, clock: FrozenClock
) -> None:
    played(engine, [*letter(engine), "q"])
    said = played(walk.engine_of(library, clock, engine.history), ["2", "q"])
    assert said.index("Something you wrote") < said.index("You can practise today")
