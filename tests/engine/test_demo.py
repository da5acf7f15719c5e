"""The made-up people: the same each time, believable, and never in a state that real people could not reach."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from coach.core import ladder, reflection
from coach.core.bands import Band, band_of
from coach.core.flow import checked
from coach.core.gate import worsening
from coach.core.insight import insights
from coach.core.language import notice
from coach.core.model import Category, Kind, Route
from coach.core.records import TABLES, History, LookBack, Record, Reflection
from coach.engine import Engine, View
from coach.engine.demo import NAMES, made_up
from coach.library import ContentError, Library
from coach.store import MemoryStore
from tests.support.clock import MORNING, FrozenClock

EVERYBODY = pytest.mark.parametrize("name", NAMES)


def records(history: History) -> list[Record]:
    return [record for kind in TABLES.values() for record in history.of(kind)]


@EVERYBODY
def test_the_same_day_gives_the_same_records(library: Library, name: str) -> None:
    assert made_up(library, name, MORNING) == made_up(Library(library.folder), name, MORNING)


@EVERYBODY
def test_nothing_lies_in_the_future_and_ids_are_unlike(library: Library, name: str) -> None:
    history = made_up(library, name, MORNING)
    assert max(record.at for record in records(history)) <= MORNING
    for kind in TABLES.values():
        ids = [record.id for record in history.of(kind)]
        assert len(ids) == len(set(ids))


@EVERYBODY
@pytest.mark.parametrize("days", [0, 1, 100, 400])
def test_whenever_it_is_opened_practice_is_open_and_a_look_back_waits(library: Library, name: str, days: int) -> None:
    now = MORNING + dt.timedelta(days=days, hours=days % 9)
    engine = Engine(library, MemoryStore(made_up(library, name, now)), FrozenClock(now))
    assert engine.start().view is View.HOME
    assert engine.today().may_attempt
    assert engine.home().look_backs
    assert engine.home().lesson is not None
    assert worsening(engine.history) is None
    assert reflection.mechanical(engine.history, now) == ()


@EVERYBODY
def test_every_answer_fits_its_question(library: Library, name: str) -> None:
    history = made_up(library, name, MORNING)
    for form, answered in (
        ("before", [each.before for each in history.attempts]),
        ("after", [each.answers for each in history.of(Reflection)]),
        ("look_back", [each.answers for each in history.of(LookBack)]),
    ):
        items = {item.id: item for item in library.form(f"prompts/{form}").items}
        for answers in answered:
            assert {item: checked(items[item], value) for item, value in answers.items()} == answers


@EVERYBODY
def test_nobody_goes_past_the_limits_of_a_day(library: Library, name: str) -> None:
    history = made_up(library, name, MORNING)
    most = ladder.GENTLE_DAY_LIMIT if name == "gently" else ladder.DAY_LIMIT
    assert max(Counter(each.at.date() for each in history.attempts).values()) <= most
    assert {each.at.date() for each in history.attempts} <= {each.at.date() for each in history.check_ins}


@EVERYBODY
def test_nothing_they_wrote_sets_off_the_words_that_worry(library: Library, name: str) -> None:
    history = made_up(library, name, MORNING)
    picked = {
        item.id for form in ("before", "after", "look_back") for item in library.form(f"prompts/{form}").items
        if item.kind is not Kind.TEXT
    }
    texts = [
        value for story in reflection.stories(history)
        for answers in (story.before, story.after, story.look_back.answers if story.look_back else {})
        for item, value in answers.items() if isinstance(value, str) and item not in picked
    ]
    assert not [text for text in (*texts, *(log.text for log in history.exercise_logs)) if notice(text)]


def test_steady_has_about_120_attempts_and_enough_for_every_insight(library: Library) -> None:
    history = made_up(library, "steady", MORNING)
    assert 110 <= len(history.attempts) <= 130
    found = insights(history)
    assert not any(each.few for each in (
        found.calibration, found.feared, found.change, found.tension, found.reasons, found.by_category,
        found.by_channel, found.lessons,
    ))
    assert found.calibration.came > found.calibration.expected
    assert found.change.after < found.change.before
    assert {band_of(each.rating) for each in history.attempts} == set(Band)


def test_steady_never_wrote_the_same_thing_twice(library: Library) -> None:
    history = made_up(library, "steady", MORNING)
    for item in ("happened", "lesson"):
        said = [text for each in history.reflections if (text := reflection.text(each.answers, item))]
        assert len(said) == len(set(said))


def test_what_the_avoider_puts_off_can_be_seen(library: Library) -> None:
    history = made_up(library, "avoider", MORNING)
    found = insights(history)
    assert found.by_category.sentence.id == "category.avoided"
    assert found.by_category.sentence.facts["name"] == Category.SOCIAL_INVITATION
    left = {row.name: row.not_made for row in found.by_channel.rows}
    assert left["phone"] > 1 and left["message"] > 1 and left["in_person"] == 0


def test_the_gentle_one_is_on_the_gentle_way_and_stays_small(library: Library) -> None:
    history = made_up(library, "gently", MORNING)
    assert {each.route for each in history.screenings} == {Route.GO_GENTLY}
    assert all(band_of(each.rating) in (Band.WARM_UP, Band.SMALL) for each in history.attempts)


def test_there_is_nobody_of_another_name(library: Library) -> None:
    with pytest.raises(ContentError):
        made_up(library, "somebody", MORNING)
