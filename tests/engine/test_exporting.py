"""Taking one's records along: what was chosen is what is written, nothing stands in for something else's file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import msgspec
import pytest

from coach.core.errors import PlainError
from coach.core.model import Value
from coach.core.records import History
from coach.engine import Engine, FormName, Place, View, exporting
from coach.engine.demo import made_up
from coach.library import Library
from coach.report.page import MOST_REFLECTIONS
from tests.support import walk
from tests.support.clock import MORNING, FrozenClock

PAGE: dict[str, Value] = {"format": "html", "latest": 2, "hide": "skip", "safety": "no"}


@pytest.fixture(scope="module")
def saved(library: Library) -> History:
    """Ten weeks of somebody's practice."""
    return made_up(library, "avoider", MORNING)


@pytest.fixture
def engine(library: Library, saved: History, clock: FrozenClock) -> Engine:
    return walk.engine_of(library, clock, saved)


def home() -> Path:
    return Path.home()


def chosen(engine: Engine, **answers: Value) -> exporting.Plan:
    """The form answered from its beginning, and what it leads to."""
    exporting.leave(engine)
    assert walk.do(engine, FormName.EXPORT, {**PAGE, **answers}) == Place(view=View.PREVIEW)
    return exporting.planned(engine, 70)


@pytest.mark.parametrize(
    ("form", "name", "begins"),
    [
        ("markdown", "coach-2026-11-22.md", "# A journal of asking"),
        ("csv", "coach-2026-11-22.csv", ""),
        ("json", "coach-2026-11-22.json", "{"),
        ("html", "coach-2026-11-22.html", "<!DOCTYPE html>"),
    ],
)
def test_each_format_is_written_to_a_file_of_its_day_in_the_home_folder(
    form: str, name: str, begins: str, engine: Engine
) -> None:
    plan = chosen(engine, format=form)
    said = exporting.write(engine)
    assert plan.name == name and name in said and "not encrypted" in said
    data = (home() / name).read_bytes()
    assert data.decode().startswith(begins)
    assert len(data) == plan.size


def test_nothing_is_written_before_one_says_so(engine: Engine) -> None:
    chosen(engine)
    assert list(home().iterdir()) == []
    exporting.leave(engine)
    assert list(home().iterdir()) == []
    assert engine.history.drafts == ()


def test_a_file_that_is_there_stays_as_it_is_and_the_next_one_has_a_number(engine: Engine) -> None:
    (home() / "coach-2026-11-22.csv").write_text("mine")
    (home() / "coach-2026-11-22-2.csv").symlink_to(home() / "elsewhere")
    chosen(engine, format="csv")
    assert "coach-2026-11-22-3.csv" in exporting.write(engine)
    assert (home() / "coach-2026-11-22.csv").read_text() == "mine"
    assert not (home() / "elsewhere").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no modes")
def test_only_its_owner_may_read_what_is_written(engine: Engine) -> None:
    chosen(engine)
    exporting.write(engine)
    assert stat.S_IMODE((home() / "coach-2026-11-22.html").stat().st_mode) == 0o600


def test_a_home_folder_that_is_gone_is_told_in_plain_words_and_the_choice_stays(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(engine)
    monkeypatch.setenv("HOME", str(home() / "gone"))
    with pytest.raises(PlainError) as error:
        exporting.write(engine)
    assert error.value.code == "folder"
    assert engine.begin(FormName.EXPORT).ask is None


def test_the_page_shows_as_many_reflections_as_were_chosen(engine: Engine) -> None:
    pages = [chosen(engine, latest=count).page for count in range(MOST_REFLECTIONS + 1)]
    assert [page.count("Asked: ") for page in pages] == [0, 1, 2, 3]


def test_the_form_offers_exactly_as_many_as_there_is_room_for(library: Library) -> None:
    item = library.form("export").item("latest")
    assert (item.low, item.high) == (0, MOST_REFLECTIONS)


def test_words_to_hide_are_on_neither_the_preview_nor_the_page(library: Library, clock: FrozenClock) -> None:
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    walk.back(engine, walk.out(engine), {"happened": "Mrs Unusual-Name smiled and played the trombone."})
    assert "Unusual-Name" in chosen(engine).page
    plan = chosen(engine, hide="  mrs unusual-name \n\ntrombone")
    exporting.write(engine)
    written = (home() / plan.name).read_text()
    for text in (plan.page, written):
        assert "Unusual-Name" not in text and "trombone" not in text
        assert "smiled and played the" in text


@pytest.mark.parametrize("safety", ["yes", "no"])
def test_what_was_said_about_safety_is_on_the_page_only_when_ticked(
    safety: str, library: Library, clock: FrozenClock
) -> None:
    engine = walk.screened(walk.engine_of(library, clock), "help_now")
    page = chosen(engine, safety=safety).page
    assert (library.screening.route(engine.history.screenings[-1].route).title in page) is (safety == "yes")


def test_another_format_than_a_page_asks_one_question_only(engine: Engine) -> None:
    session = engine.begin(FormName.EXPORT)
    session.answer("csv")
    assert session.ask is None


def test_changing_begins_at_the_first_question_with_every_answer_there(engine: Engine) -> None:
    chosen(engine, hide="Sam")
    session = exporting.chosen_again(engine)
    seen = []
    while (ask := session.ask) is not None:
        seen.append(ask.answer)
        session.answer(ask.answer)
    assert seen == ["html", 2, "Sam", "no"]
    assert engine.conclude(session) == Place(view=View.PREVIEW)


def test_what_was_chosen_on_another_day_is_asked_anew(engine: Engine, clock: FrozenClock) -> None:
    chosen(engine, hide="Sam")
    clock.move(days=1)
    session = engine.begin(FormName.EXPORT)
    assert session.ask is not None and session.ask.answer is None
    assert "Sam" not in msgspec.json.encode(engine.history.drafts).decode()


def test_coach_never_opens_in_the_middle_of_it(library: Library, engine: Engine, clock: FrozenClock) -> None:
    engine.begin(FormName.EXPORT).answer("html")
    assert walk.engine_of(library, clock, engine.history).start() == Place(view=View.HOME)
