"""Finding what was written: every filter, every word, in what order, and what is offered to filter by."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.bands import Band
from coach.core.model import Category, Channel
from coach.core.records import CONTACT, ExerciseLog, Outcome
from coach.core.searching import (
    Ending,
    Entry,
    Facet,
    Query,
    Shelf,
    counted,
    feelings,
    find,
    folded,
    month_end,
    months,
    passage,
    shelved,
)
from tests.core.practice import NOW, Diary

PICKED = frozenset({"outcome", "other_person", "feared_happened", "keep", "not_asked_why"})


def diary() -> Diary:
    """Five entries, none like another: a kept no, an old yes, a plan let go, an ask left, an exercise."""
    made = Diary()
    made.step("water", 35, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    made.step("call", 60, category=Category.DIGITAL, channel=Channel.PHONE)
    made.attempt(
        "water", 1, outcome=Outcome.NO, before={"ask": "Könnte ich ein Glas Wasser haben?", "place": "Café Nero"},
        happened="She said no and smiled.", lesson="That was all of it.", keep="yes", feelings="Proud, a bit flat",
    )
    made.attempt(
        "call", 40, outcome=Outcome.YES, happened="He knew it at once.", lesson="Nice.", keep="no", feelings="flat",
    )
    made.dropped("call", 3)
    made.attempt("water", 8, outcome=Outcome.NOT_ASKED)
    at = NOW - dt.timedelta(days=2)
    made.put(ExerciseLog(id="log", at=at, exercise="self_kindness", text="Dear me, well done."))
    return made


def shelf() -> Shelf:
    return shelved(diary().history, PICKED, {"self_kindness": "A kind letter"})


def ids(found: Shelf) -> list[str]:
    return [entry.id for entry in found]


def test_everything_written_is_there_the_newest_first() -> None:
    assert ids(shelf()) == ["a1", "log", "a3", "a4", "a2"]


def test_an_exercise_without_a_text_has_nothing_to_read() -> None:
    made = Diary(ExerciseLog(id="empty", at=NOW, exercise="breathing", text="  "))
    assert shelved(made.history) == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), ["a1", "log", "a3", "a4", "a2"]),
        (Query(ending=Ending.NO), ["a1"]),
        (Query(ending=Ending.DROPPED), ["a3"]),
        (Query(ending=Ending.NOT_ASKED), ["a4"]),
        (Query(ending=Ending.EXERCISE), ["log"]),
        (Query(band=Band.SMALL), ["a1", "a4"]),
        (Query(band=Band.STRETCH), ["a3", "a2"]),
        (Query(category=Category.DIGITAL), ["a3", "a2"]),
        (Query(channel=Channel.IN_PERSON), ["a1", "a4"]),
        (Query(kept=True), ["a1"]),
        (Query(feeling="flat"), ["a2"]),
        (Query(feeling="a bit flat"), ["a1"]),
        (Query(since=NOW.date() - dt.timedelta(days=2)), ["a1", "log"]),
        (Query(until=NOW.date() - dt.timedelta(days=8)), ["a4", "a2"]),
        (Query(since=NOW.date() - dt.timedelta(days=3), until=NOW.date() - dt.timedelta(days=3)), ["a3"]),
        (Query(ending=Ending.YES, band=Band.SMALL), []),
    ],
)
def test_each_filter_keeps_what_fits_and_nothing_else(query: Query, found: list[str]) -> None:
    assert ids(find(shelf(), query)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("smiled", ["a1"]),
        ("SMILED she", ["a1"]),
        ("smiled he", ["a1"]),
        ("cafe konnte", ["a1"]),
        ("café", ["a1"]),
        ("kind letter", ["log"]),
        ("dear", ["log"]),
        ("water", ["a1", "a4"]),
        ("smiled knew", []),
        ("at_ease", []),
        ("skip", []),
        ("   ", ["a1", "log", "a3", "a4", "a2"]),
    ],
)
def test_every_word_has_to_occur_however_it_is_typed(text: str, found: list[str]) -> None:
    assert ids(find(shelf(), Query(text=text))) == found


def test_kinds_of_apostrophe_are_one() -> None:
    assert folded("I can’t") == folded("I can't")


def test_on_this_day_is_the_same_day_of_earlier_months_and_years_but_not_today() -> None:
    made = Diary()
    made.step("water", 35)
    for days in (0, 31, 61, 365, 30):
        made.attempt("water", days)
    found = find(shelved(made.history), Query(on_day=NOW.date()))
    assert [entry.at.date().isoformat() for entry in found] == ["2026-10-22", "2026-09-22", "2025-11-22"]


def test_the_ask_that_is_always_open_has_no_band() -> None:
    made = Diary()
    made.attempt(CONTACT, 1)
    assert [entry.band for entry in shelved(made.history)] == [None]


def test_what_can_be_filtered_by_is_counted_under_the_other_filters() -> None:
    assert counted(shelf(), Query(ending=Ending.NO), Facet.ENDING) == (
        ("yes", 1), ("no", 1), ("not_asked", 1), ("dropped", 1), ("exercise", 1),
    )
    assert counted(shelf(), Query(band=Band.STRETCH), Facet.ENDING) == (("yes", 1), ("dropped", 1))
    assert counted(shelf(), Query(), Facet.CHANNEL) == (("in_person", 2), ("phone", 2))
    assert counted(shelf(), Query(ending=Ending.YES), Facet.FEELING) == (("flat", 1),)


def test_feelings_are_told_apart_by_commas_and_small_words() -> None:
    assert feelings("Proud, a  bit flat and TIRED but glad; proud") == ("proud", "a bit flat", "tired", "glad")


def test_months_are_counted_newest_first_whatever_time_is_chosen() -> None:
    november, october = dt.date(2026, 11, 1), dt.date(2026, 10, 1)
    assert months(shelf(), Query(since=november)) == ((november, 4), (october, 1))


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 1)))
def test_a_month_ends_the_day_before_the_next_begins(day: dt.date) -> None:
    first = day.replace(day=1)
    assert month_end(first).month == first.month
    assert (month_end(first) + dt.timedelta(days=1)).day == 1


def test_the_line_shown_is_the_lesson_and_else_what_happened_or_was_feared() -> None:
    kept, log, dropped, *_ = shelf()
    assert kept.first_line == "That was all of it."
    assert log.first_line == "Dear me, well done."
    assert dropped.first_line == "They laugh"


def test_what_was_searched_for_is_shown_from_where_it_stands() -> None:
    kept = shelf()[0]
    assert passage(kept, "smiled") == "She said no and smiled."
    assert passage(kept, "all of") == "That was all of it."
    log = Entry(
        id="x", at=NOW, title="", ending=Ending.EXERCISE,
        log=ExerciseLog(id="x", at=NOW, exercise="e", text="word " * 30 + "needle in the hay"),
    )
    assert passage(log, "needle").startswith("… ")
    assert "needle in the hay" in passage(log, "needle")


WORDS = st.text(alphabet="aåAé b'’ß", max_size=6)


@given(st.lists(WORDS, max_size=4), WORDS)
def test_what_is_found_holds_every_word_and_what_is_not_found_lacks_one(texts: list[str], wanted: str) -> None:
    made = Diary(*(ExerciseLog(id=str(n), at=NOW, exercise="e", text=f"x{text}") for n, text in enumerate(texts)))
    whole = shelved(made.history)
    found = set(ids(find(whole, Query(text=wanted))))
    for entry in whole:
        holds = all(word in entry.folded for word in folded(wanted).split())
        assert (entry.id in found) == holds
