"""How content may speak: which words come in, how long a sentence is, and how hard a text may be to read."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from coach.library.checking import Rule, check, extras
from coach.library.checking.language import MOST_WORDS, language_faults, reading_grade, sentences
from coach.library.checking.passages import Passage
from coach.library.checking.wordlists import ALLOWED
from tests.library.spoiling import CONTENT, copied

HARDER = {"moderately": 7.0, "institutionally": 9.0}
"""Words that make a text harder for the stand-in below, and the grade they give it."""


def rules(text: str, file: str = "challenges/dating.toml") -> set[Rule]:
    return {fault.rule for fault in language_faults([Passage(file, "entry", "field", text)])}


@pytest.fixture
def grades(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in that measures by two known words, so that the limits can be seen without the real one."""

    def grade(text: str) -> float:
        return max([3.0, *(grade for word, grade in HARDER.items() if word in text)])

    monkeypatch.setattr(extras, "textstat", SimpleNamespace(flesch_kincaid_grade=grade))


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "textstat", None)


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize(
    "text",
    [
        "He committed suicide.", "After a failed attempt, rest.", "A no is for the weak.", "Weakness shows.",
        "Do not be a coward.", "Keep your streak.", "This is no diagnosis.", "It gives a risk level.",
        "You just ask.", "You should ask.", "You must ask.", "JUST ask.", "You shouldn't ask.",
    ],
)
def test_words_that_judge_or_press_do_not_come_in(text: str) -> None:
    assert rules(text) == {Rule.WORDS}


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize(
    "text",
    [
        "Coach will keep you safe.", "We are here for you.", "Someone will call you.", "We watch over you.",
        "The app will alert a friend.", "You are never alone.", "We'll look after you.", "You are safe here.",
        "Help is on its way.", "A yes is guaranteed.",
    ],
)
def test_nobody_promises_to_watch_to_come_or_to_keep_safe(text: str) -> None:
    assert rules(text) == {Rule.PROMISE}


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize(
    "text",
    ["Hide the pills.", "Put the knife away.", "If you cut yourself, stop.", "Do not jump off.", "No overdose."],
)
def test_no_means_is_named_anywhere(text: str) -> None:
    assert rules(text) == {Rule.MEANS}


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize(
    "text",
    [
        "Ask for justice, adjust the price and pass the mustard.", "On weekends the shop is closed.",
        "I'll hang up now.", "When someone cuts in, wait.", "Wear a jumper on the bridge.", "Press ! for help.",
        "Nobody sees what you write, so Coach can't call anyone for you.", "Can we call you tomorrow?",
        "Your safety comes first.", "Look after yourself.",
    ],
)
def test_plain_words_that_only_look_alike_come_in(text: str) -> None:
    assert rules(text) == set()


@pytest.mark.usefixtures("unmeasured")
def test_a_shout_does_not_come_in() -> None:
    assert rules("Well done!") == {Rule.TONE}


@pytest.mark.usefixtures("unmeasured")
def test_what_coach_is_not_may_be_said_in_one_place_only() -> None:
    for file, phrase in ALLOWED:
        assert rules(f"This is {phrase}.", file) == set()
        assert rules(f"This is {phrase}.", "why/mood.md") == {Rule.WORDS}
        assert phrase in (CONTENT / file).read_text("utf-8"), "an exception that nothing needs"


@pytest.mark.usefixtures("unmeasured")
def test_a_sentence_may_have_25_words_and_no_more() -> None:
    assert rules(" ".join(["ask"] * MOST_WORDS) + ".") == set()
    assert rules(" ".join(["ask"] * (MOST_WORDS + 1)) + ".") == {Rule.LONG_SENTENCE}


def test_a_sentence_ends_at_its_mark_even_inside_quotes_and_at_a_blank_line() -> None:
    assert sentences('# Why\n\nShe said: "No." Then we\nleft. Did it hurt? No') == [
        "Why", 'She said: "No.', "Then we\nleft.", "Did it hurt?", "No",
    ]


@pytest.mark.usefixtures("grades")
def test_help_has_to_be_easier_to_read_than_the_rest() -> None:
    text = "This text is moderately hard to read and has more than ten words."
    help_text, other = Passage("strings.toml", "help", "old", text, True), Passage("fears.toml", "", "title", text)
    assert [fault.rule for fault in language_faults([help_text])] == [Rule.READING_LEVEL]
    assert list(language_faults([other])) == []
    harder = Passage("fears.toml", "", "title", text.replace("moderately", "institutionally"))
    assert [fault.rule for fault in language_faults([harder])] == [Rule.READING_LEVEL]


@pytest.mark.usefixtures("grades")
def test_short_texts_are_measured_together_and_one_alone_is_not() -> None:
    short = Passage("fears.toml", "a", "text", "One institutionally short text")
    assert list(language_faults([short])) == []
    assert [fault.entry for fault in language_faults([short] * 5)] == ["a"]


@pytest.mark.usefixtures("grades")
@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("screening.toml", 'said = "You told us that you would rather not say why you want this.'),
        ("screening.toml", 'lead = "Thank you for your honest answers.'),
        ("strings.toml", 'nobody = "Nobody sees what you write here,'),
        ("support/world.toml", '"Hello, my name is [your name].'),
        ("support/gb.toml", 'notes = "In England, choose option 2.'),
        ("why/safety.md", "Many people have thoughts like this at some time."),
    ],
)
def test_help_consent_and_hold_texts_are_held_to_grade_six(tmp_path: Path, file: str, old: str) -> None:
    content = copied(tmp_path)
    text = (content / file).read_text("utf-8")
    assert old in text
    harder = f"{old} This was moderately hard for you to read so far."
    (content / file).write_text(text.replace(old, harder, 1), "utf-8")
    assert [(fault.file, fault.rule) for fault in check(content).faults] == [(file, Rule.READING_LEVEL)]


@pytest.mark.usefixtures("unmeasured")
def test_without_textstat_one_note_says_that_reading_level_was_not_checked(tmp_path: Path) -> None:
    report = check(copied(tmp_path))
    assert report.faults == ()
    assert len(report.notes) == 1
    assert "Reading level was not checked" in report.notes[0]


@pytest.mark.usefixtures("grades")
def test_with_textstat_there_is_nothing_to_note(tmp_path: Path) -> None:
    assert check(copied(tmp_path)).notes == ()


def test_a_fact_in_braces_is_read_as_the_word_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def grade(text: str) -> float:
        seen.append(text)
        return 5.04

    monkeypatch.setattr(extras, "textstat", SimpleNamespace(flesch_kincaid_grade=grade))
    assert reading_grade("Help is set for {country}") == 5.0
    assert seen == ["Help is set for country."]
