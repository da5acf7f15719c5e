"""Whoever writes content hears of every slip at once, each in one line that says where and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.library.checking import Fault, Rule, check, extras
from tests.library.spoiling import copied

SLIPS = (
    ("difficulty = 1\n", "difficulty = 11\n"),
    ('title = "Back at six"\n', 'titel = "Back at six"\n'),
    ('title = "I would rather"\n', ""),
    ('channels = ["phone", "online"]', 'channels = ["pigeon"]'),
    ('takes = "Two seconds, and a name to remember."', "takes = 4"),
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that may be spoilt."""
    return copied(tmp_path)


def misshape(content: Path) -> None:
    path = content / "challenges" / "boundary.toml"
    text = path.read_text("utf-8")
    for old, new in SLIPS:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def test_all_slips_of_one_file_are_listed_at_once(content: Path) -> None:
    misshape(content)
    found = [(fault.entry, fault.field, fault.plain) for fault in check(content).faults]
    assert found == [
        ("boundary.back-at-six", "titel", "there is no such field; remove it or fix its name"),
        ("boundary.back-at-six", "title", "add this field"),
        ("boundary.i-would-rather", "title", "add this field"),
        ("boundary.no-second-helping", "difficulty", "11 is too high; give 10 or less"),
        (
            "boundary.no-to-the-extra", "channels[0]",
            "'pigeon' is not known; use one of: in_person, message, online, phone",
        ),
        ("boundary.say-my-name", "takes", "give a text in quotes"),
    ]


def test_without_jsonschema_the_first_slip_is_told_and_a_note_says_so(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "jsonschema", None)
    misshape(content)
    report = check(content)
    assert len(report.faults) == 1
    assert report.faults[0].rule is Rule.SHAPE
    assert any("jsonschema" in note for note in report.notes)


def test_a_slip_deep_in_an_entry_is_told_with_the_way_there(content: Path) -> None:
    path = content / "screening.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('{ value = 0, label = "Not badly" }', '{ value = 0.5, label = "" }'), "utf-8")
    found = [str(fault) for fault in check(content).faults]
    assert found == [
        "screening.toml: worth_now: options[0].label: too short; give at least 1",
        "screening.toml: worth_now: options[0].value: give a text in quotes or a whole number",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("support/gb.toml", "checked = 2026-11-22", 'checked = "soon"', "a date such as 2026-11-22"),
        ("support/gb.toml", "checked = 2026-11-22", "checked = soon", "not valid TOML"),
        ("support/gb.toml", 'iso2 = "GB"', 'iso2 = "gb"', "the pattern is"),
        ("exercises/breathing.toml", "minutes = 2", "minutes = 0", "too low; give 1 or more"),
        ("fears.toml", 'text = "I will be a burden"', f'text = "{"I fear " * 20}"', "too long by 50"),
    ],
)
def test_each_kind_of_slip_says_what_to_do(content: Path, file: str, old: str, new: str, says: str) -> None:
    text = (content / file).read_text("utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new), "utf-8")
    (fault,) = check(content).faults
    assert (fault.file, fault.rule) == (file, Rule.SHAPE)
    assert says in fault.plain


@pytest.mark.parametrize("file", ["advice.toml", "screening.toml", "prompts/after.toml", "support/world.toml"])
def test_a_file_that_the_app_needs_and_lacks_is_a_fault(content: Path, file: str) -> None:
    (content / file).unlink()
    assert Fault(file, "", "", Rule.SHAPE, "this file is missing") in check(content).faults


def test_bytes_that_are_no_text_are_a_fault_of_that_file_alone(content: Path) -> None:
    (content / "why" / "facts.md").write_bytes(b"# \xff\xfe")
    (fault,) = check(content).faults
    assert str(fault) == "why/facts.md: this file cannot be read as UTF-8 text"


def test_a_broken_file_raises_no_false_alarm_about_the_others(content: Path) -> None:
    (content / "checkin.toml").write_text("id = [", "utf-8")
    report = check(content)
    assert {fault.file for fault in report.faults} == {"checkin.toml"}
    assert any("once every file is in shape" in note for note in report.notes)


def test_language_is_checked_even_while_another_file_is_broken(content: Path) -> None:
    (content / "checkin.toml").write_text("id = [", "utf-8")
    (content / "why" / "facts.md").write_text("# Facts\n\nHold on!\n\nSource: us.\n", "utf-8")
    assert {fault.file for fault in check(content).faults} == {"checkin.toml", "why/facts.md"}


def test_an_empty_folder_is_told_as_files_missing(tmp_path: Path) -> None:
    faults = check(tmp_path).faults
    assert {fault.plain for fault in faults} == {"this file is missing"}
    assert "screening.toml" in {fault.file for fault in faults}


def test_a_fault_is_one_line_with_file_entry_field_and_remedy(content: Path) -> None:
    misshape(content)
    (content / "why" / "facts.md").write_text("# Facts\n\nHold on!\n\nSource: us.\n", "utf-8")
    lines = [str(fault) for fault in check(content).faults]
    assert all("\n" not in line for line in lines)
    assert "challenges/boundary.toml: boundary.say-my-name: takes: give a text in quotes" in lines
    assert any(re.fullmatch(r"why/facts\.md: 'n!' does not come in: .+", line) for line in lines)


def test_notes_for_authors_may_lie_beside_the_content(content: Path) -> None:
    (content / "README.md").write_text("You should, you must, do it now!", "utf-8")
    assert check(content).faults == ()


def test_checking_changes_nothing(content: Path) -> None:
    misshape(content)
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    check(content)
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before
