"""Words that worry in what people write: saved first, asked about once, and nothing is kept but the text itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec
import pytest

from coach.core.errors import PlainError
from coach.core.language import RULE_NAMES
from coach.core.model import Kind, Route, Value
from coach.core.records import Cause, Draft, ExerciseLog, History, Record, Settings
from coach.engine import Engine, FormName, Place, View
from coach.engine.exporting import Format, bring_in, export
from coach.engine.forms import FILES
from coach.engine.reviewing import Reviewing
from coach.engine.watching import LONGEST, strongest
from coach.library import Library
from coach.store import MemoryStore
from tests.support import walk
from tests.support.clock import MORNING, FrozenClock

PAUSE = "I want to kill myself."
SOFT = "Long meeting about nothing, makes me want to kill myself"
IDIOM = "I wanted to die of embarrassment when she said no."
ENDINGS = ("no", "not_asked", "stopped")
CORRECTED = "lesson"

WRITTEN = (
    FormName.GOALS, FormName.OWN_STEP, FormName.EDIT_STEP, FormName.ANCHORS, FormName.BEFORE, FormName.AFTER,
    FormName.LOOK_BACK, FormName.TRUSTED, FormName.EXERCISE, FormName.EXPORT,
)
"""Every form that has a place to write."""


@pytest.fixture(scope="module")
def climber(library: Library) -> History:
    """Somebody ready, with a ladder."""
    return walk.with_ladder(walk.screened(walk.engine_of(library, FrozenClock()))).history


@pytest.fixture
def engine(library: Library, climber: History, clock: FrozenClock) -> Engine:
    return walk.engine_of(library, clock, climber)


def places_to_write(library: Library) -> list[tuple[FormName, str]]:
    """Every question of every form that is answered in one's own words."""
    texts = [
        (name, item.id) for name in WRITTEN if name in FILES
        for item in library.form(FILES[name]).items if item.kind is Kind.TEXT
    ]
    return [*texts, (FormName.EXERCISE, "text")]


def written(engine: Engine, clock: FrozenClock, name: FormName, item: str, text: str) -> Place:
    """One text in one form, which is answered to its end."""
    answers: dict[FormName, dict[str, Value]] = {
        FormName.GOALS: walk.GOALS, FormName.BEFORE: walk.BEFORE, FormName.AFTER: walk.AFTER,
        FormName.LOOK_BACK: walk.LOOK_BACK, FormName.EXPORT: {"format": "html"},
        FormName.OWN_STEP: {"own_title": "Ask for a seat"}, FormName.EDIT_STEP: {"own_title": "Ask for a seat"},
    }
    subject = ""
    if name in (FormName.BEFORE, FormName.EDIT_STEP):
        step = engine.home().step
        assert step is not None
        subject = step.id
    if name is FormName.BEFORE:
        walk.do(engine, FormName.CHECK_IN, walk.CHECK_IN, subject)
        walk.do(engine, FormName.COURTESY, walk.COURTESY, subject)
    if name in (FormName.AFTER, FormName.LOOK_BACK):
        subject = walk.out(engine)
    if name is FormName.LOOK_BACK:
        walk.back(engine, subject)
        clock.move(days=1)
    if name is FormName.EXERCISE:
        subject = next(each.id for each in engine.library.exercises if each.ask)
    given: dict[str, Value] = {**answers.get(name, {}), item: text}
    if name is FormName.AFTER and item == "not_asked_why":
        given["outcome"] = "not_asked"
    return walk.do(engine, name, given, subject)


def exercise(engine: Engine, text: str) -> Place:
    """A letter in a gentle exercise."""
    subject = next(each.id for each in engine.library.exercises if each.ask)
    return walk.do(engine, FormName.EXERCISE, {"text": text}, subject)


def encoded(history: History) -> str:
    return msgspec.json.encode(history).decode()


# -- noticed everywhere ----------------------------------------------------------------------------------------------


def test_every_place_to_write_leads_to_the_question_and_what_was_written_is_saved_as_it_was(
    library: Library, climber: History
) -> None:
    missed = []
    for name, item in places_to_write(library):
        clock = FrozenClock()
        engine = walk.engine_of(library, clock, climber)
        place = written(engine, clock, name, item, PAUSE)
        if place.view is not View.WORDS or PAUSE not in encoded(engine.history):
            missed.append((name.value, item, place.view.value))
    assert len(places_to_write(library)) > 20
    assert missed == []


def test_an_idiom_leads_on_as_if_nothing_were_there(engine: Engine, clock: FrozenClock) -> None:
    place = written(engine, clock, FormName.AFTER, "happened", IDIOM)
    assert (place.view, place.quiet) == (View.SIDE_BY_SIDE, False)
    assert engine.settings.quiet_on == ""


def test_what_would_have_come_next_comes_after_the_question(engine: Engine, clock: FrozenClock) -> None:
    place = written(engine, clock, FormName.AFTER, "happened", PAUSE)
    assert place.then == Place(view=View.SIDE_BY_SIDE, subject=engine.history.attempts[-1].id)


def test_an_ask_of_ones_own_that_touches_a_rule_is_asked_about_first(engine: Engine) -> None:
    place = walk.do(
        engine, FormName.OWN_STEP, {"own_title": "Ask a stranger to film them in secret", "own_say": PAUSE}
    )
    assert place.view is View.WORDS
    assert place.then is not None and place.then.view is View.COURTESY_STOP


def test_words_in_a_plan_count_although_practice_was_closed_meanwhile(engine: Engine) -> None:
    step = engine.home().step
    assert step is not None
    walk.do(engine, FormName.CHECK_IN, walk.CHECK_IN, step.id)
    walk.do(engine, FormName.COURTESY, walk.COURTESY, step.id)
    session = engine.begin(FormName.BEFORE, step.id)
    walk.fill(session, {**walk.BEFORE, "feared": PAUSE})
    engine.say_worse()
    place = engine.conclude(session)
    assert (place.view, place.then) == (View.WORDS, Place(view=View.STANDING))


def test_a_correction_made_in_review_is_read_like_any_other_text(engine: Engine) -> None:
    walk.back(engine, walk.out(engine))
    reviewing, reflection = Reviewing(engine), engine.history.reflections[-1]
    assert reviewing.correct(reflection.id, CORRECTED, IDIOM) == ""
    assert reviewing.correct(reflection.id, CORRECTED, SOFT) == "soft"
    assert reviewing.correct(reflection.id, CORRECTED, f"{SOFT}.") == ""
    assert reviewing.correct(reflection.id, CORRECTED, PAUSE) == "pause"
    assert engine.history.reflections[-1].answers[CORRECTED] == PAUSE
    assert engine.start().view is View.WORDS


def test_records_brought_in_from_a_file_ask_nothing(library: Library, engine: Engine, clock: FrozenClock) -> None:
    written(engine, clock, FormName.AFTER, "happened", PAUSE)
    copy = export(engine, Format.JSON)
    assert isinstance(copy, bytes)
    other = walk.screened(walk.engine_of(library, clock))
    bring_in(other, copy)
    assert PAUSE in encoded(other.history)
    assert other.start().view is not View.WORDS
    assert Reviewing(other).parts(other.history.attempts[-1].id)
    assert other.start().view is not View.WORDS


def test_a_text_is_read_only_as_far_as_any_question_has_room() -> None:
    around = "I went on. " * (LONGEST // 11)
    assert strongest([f"{PAUSE} {around}"])
    assert not strongest([f"{around}{around} {PAUSE}"])


# -- the question ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["yes", "skip"])
def test_yes_and_rather_not_say_close_practice_with_their_cause(engine: Engine, answer: str) -> None:
    exercise(engine, PAUSE)
    engine.answer_words(answer)
    standing = engine.standing()
    assert (standing.is_open, standing.route, standing.causes) == (False, Route.SUPPORT_FIRST, (Cause.WORDS,))
    assert engine.start().view is View.STANDING


def test_not_what_i_meant_leaves_everything_as_it_was(engine: Engine) -> None:
    before = engine.history
    exercise(engine, PAUSE)
    engine.answer_words("no")
    logged = ExerciseLog(**{**msgspec.structs.asdict(engine.history.exercise_logs[-1])})
    assert engine.history == before.changed([logged])
    assert engine.start().view is View.HOME


def test_the_question_waits_for_its_answer_also_when_coach_is_closed(
    library: Library, engine: Engine, clock: FrozenClock
) -> None:
    exercise(engine, PAUSE)
    clock.move(days=3)
    again = walk.engine_of(library, clock, engine.history)
    assert again.start() == Place(view=View.WORDS)
    again.answer_words("no")
    assert again.start().view is View.HOME


def test_told_twice_on_one_day_practice_is_closed_once(engine: Engine, clock: FrozenClock) -> None:
    for _ in range(2):
        exercise(engine, PAUSE)
        engine.answer_words("yes")
    assert len(engine.history.holds) == 1
    clock.move(days=1)
    exercise(engine, PAUSE)
    engine.answer_words("skip")
    days = [each.at.date() - MORNING.date() for each in engine.history.holds]
    assert days == [dt.timedelta(0), dt.timedelta(days=1)]


@pytest.mark.parametrize("route", ["support_first", "help_now", "not_yet"])
def test_it_is_asked_while_practice_is_closed_too(route: str, library: Library, clock: FrozenClock) -> None:
    engine = walk.screened(walk.engine_of(library, clock), route)
    assert exercise(engine, PAUSE).view is View.WORDS
    engine.answer_words("yes")
    assert not engine.standing().is_open


# -- the quiet line --------------------------------------------------------------------------------------------------


def test_the_quiet_line_comes_at_most_once_a_day(engine: Engine, clock: FrozenClock) -> None:
    assert [exercise(engine, SOFT).quiet for _ in range(3)] == [True, False, False]
    assert engine.standing().is_open
    clock.move(days=1)
    assert [exercise(engine, SOFT).quiet for _ in range(2)] == [True, False]


@pytest.mark.parametrize("text", [SOFT, PAUSE])
def test_nothing_is_kept_of_what_was_noticed_but_the_text_itself(engine: Engine, text: str) -> None:
    exercise(engine, text)
    saved = encoded(engine.history)
    assert saved.count(text) == 1
    assert not [rule for rule in RULE_NAMES if f'"{rule}"' in saved]
    assert "soft" not in saved and "pause" not in saved
    waiting = [each for each in engine.history.drafts if each.form == "words"]
    assert [msgspec.structs.asdict(each) for each in waiting] == [
        msgspec.structs.asdict(Draft(id="words", at=each.at, form="words")) for each in waiting
    ]


class FullAfter(MemoryStore):
    """A store with room for one more thing that somebody wrote, and for nothing beside it."""

    def commit(self, put: Iterable[Record] = (), drop: Iterable[Record] = (), *, now: dt.datetime) -> History:
        put = list(put)
        if any(isinstance(each, Settings) or each.id == "words" for each in put):
            raise PlainError("The disk is full.", "full")
        return super().commit(put, drop, now=now)


@pytest.mark.parametrize(("text", "view"), [(SOFT, View.EXERCISES), (PAUSE, View.WORDS)])
def test_a_full_disk_after_the_text_is_saved_does_not_make_it_look_unsaved(
    text: str, view: View, library: Library, climber: History, clock: FrozenClock
) -> None:
    engine = Engine(library, FullAfter(climber), clock, seed=1)
    place = exercise(engine, text)
    assert (place.view, place.quiet) == (view, text is SOFT)
    assert [each.text for each in engine.history.exercise_logs] == [text]
