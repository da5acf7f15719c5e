"""Content is read strictly: what is there arrives whole, and what is not says which file, entry and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.core.model import Form, Themes
from coach.library import ContentError, Library, find_content, shipped_content
from coach.library.reading import read
from tests.library.spoiling import CONTENT, copied


def spoilt(folder: Path, file: str, old: str, new: str) -> Library:
    content = copied(folder)
    text = (content / file).read_text("utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), "utf-8")
    return Library(content)


def test_everything_that_ships_can_be_read(library: Library) -> None:
    assert library.screening.form.items
    assert library.strings["help"]["danger"]
    assert library.advice.advice
    assert library.fears.themes
    assert library.goals.themes
    assert library.world.directories
    assert len(library.countries) == len(library.country_codes) > 200
    assert {exercise.id for exercise in library.exercises} >= {"breathing", "five_senses"}


def test_challenges_come_easiest_first_from_every_category(library: Library) -> None:
    levels = [challenge.difficulty for challenge in library.challenges]
    assert levels == sorted(levels)
    assert len(library.challenges) == sum(len(each.challenges) for each in library.categories)


def test_exercises_come_in_their_own_order(library: Library) -> None:
    orders = [exercise.order for exercise in library.exercises]
    assert orders == sorted(orders)
    assert library.exercises[0].id == "breathing"


def test_a_country_is_found_however_its_code_is_typed(library: Library) -> None:
    found = library.country(" gb ")
    assert found is not None
    assert found.name == "United Kingdom"


def test_an_unknown_country_or_topic_is_no_error(library: Library) -> None:
    assert library.country("XX") is None
    assert library.country("world") is None
    assert library.why("nothing") == ""


def test_a_page_is_given_as_it_was_written(library: Library) -> None:
    assert library.why("about") == (CONTENT / "why" / "about.md").read_text("utf-8")


def test_the_folder_that_someone_names_takes_the_place_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_content() == shipped_content() == CONTENT
    monkeypatch.setenv("COACH_CONTENT", str(tmp_path))
    assert find_content() == Library().folder == tmp_path
    assert shipped_content() == CONTENT


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"^fears\.toml: this file is missing$"):
        read(tmp_path / "fears.toml", Themes)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"title = ", "not valid TOML"), (b'title = "\xff"', "cannot be read as UTF-8 text")],
)
def test_a_file_that_cannot_be_parsed_is_named(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "fears.toml").write_bytes(content)
    with pytest.raises(ContentError, match=says) as caught:
        read(tmp_path / "fears.toml", Themes)
    assert caught.value.file == "fears.toml"


def test_a_slip_names_file_entry_and_field(tmp_path: Path) -> None:
    library = spoilt(tmp_path, "challenges/boundary.toml", "difficulty = 2", "difficulty = 12")
    with pytest.raises(ContentError) as caught:
        _ = library.challenges
    error = caught.value
    assert (error.file, error.entry, error.field) == ("boundary.toml", "boundary.i-would-rather", "difficulty")
    assert str(error).startswith("boundary.toml: boundary.i-would-rather, difficulty: ")


def test_a_field_that_nobody_knows_is_no_silent_loss(tmp_path: Path) -> None:
    library = spoilt(tmp_path, "checkin.toml", 'note = "All four', 'noet = "All four')
    with pytest.raises(ContentError, match="noet"):
        library.form("checkin")


@pytest.mark.parametrize(
    ("old", "new", "entry"),
    [
        ('among = ["not_asked"]', 'among = ["asked_not"]', "not_asked_why"),
        ('id = "keep"', 'id = "lesson"', "lesson"),
        ('{ items = ["outcome"], among = ["not_asked"] }', '{ items = ["keep"] }', "not_asked_why"),
    ],
)
def test_a_form_that_cannot_be_walked_is_refused(tmp_path: Path, old: str, new: str, entry: str) -> None:
    library = spoilt(tmp_path, "prompts/after.toml", old, new)
    with pytest.raises(ContentError) as caught:
        library.form("prompts/after")
    assert caught.value.entry == entry


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('score = "mood", at_least = 5', 'score = "moood", at_least = 5', "moood"),
        ('unless = "trauma.active"', 'unless = "trauma.gone"', r"trauma\.gone"),
        ('ends_after = "safety"', 'ends_after = "caution"', "caution"),
        ('items = ["low_mood", "no_interest"]', 'items = ["low_mood", "interest"]', "'interest'"),
    ],
)
def test_a_check_that_names_what_is_not_there_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    library = spoilt(tmp_path, "screening.toml", old, new)
    with pytest.raises(ContentError, match=says):
        _ = library.screening


def test_a_form_is_read_once(library: Library) -> None:
    form = library.form("checkin")
    assert isinstance(form, Form)
    assert library.form("checkin") is form
