"""What people write is read gently: the truth is noticed, a hot face is not."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.language import RULE_NAMES, Match, Strength, notice
from coach.core.language_notation import compose
from coach.core.language_text import read

GROUPS = tomllib.loads((Path(__file__).parent / "language_cases.toml").read_text(encoding="utf-8"))["group"]
CASES = [(group["kind"], group["expected"], text) for group in GROUPS for text in group["texts"]]
BELONGS = ("wish_to_be_dead", "suicidal_thoughts", "plan_or_means", "recent_attempt", "self_harm", "abused_or_unsafe")


def strongest(text: str) -> str:
    found = {match.strength for match in notice(text)}
    if Strength.PAUSE in found:
        return "pause"
    return "soft" if found else "none"


def test_the_set_of_our_own_sentences_is_large_and_without_repeats() -> None:
    texts = [text for _, _, text in CASES]
    assert len(texts) >= 200
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("kind", "expected", "text"), CASES)
def test_each_sentence_gets_the_answer_it_needs(kind: str, expected: str, text: str) -> None:
    got = strongest(text)
    assert got != "none" if expected == "notice" else got == expected, [match.rule for match in notice(text)]


@pytest.mark.parametrize("kind", BELONGS)
def test_a_match_is_explained_by_the_name_of_what_was_said(kind: str) -> None:
    texts = [text for group, _, text in CASES if group == kind]
    named = sum(any(match.rule == kind for match in notice(text)) for text in texts)
    assert named >= 0.85 * len(texts), f"{named} of {len(texts)}"


@pytest.mark.parametrize(("kind", "expected", "text"), CASES)
def test_a_match_points_at_words_of_the_text_as_written(kind: str, expected: str, text: str) -> None:
    for match in notice(text):
        assert match.rule in RULE_NAMES
        assert 0 <= match.start < match.end <= len(text)
        assert not text[match.start].isspace()
        assert not text[match.end - 1].isspace()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("So. I want to d i e, ok", "I want to d i e"),
        ("Well, I\u2019m suicidal today", "I\u2019m suicidal"),
        ("caf\u00e9 \U0001f642 then: I am SU1CIDAL!", "I am SU1CIDAL"),
        ("\ufb01ne\u2026 i want to ki\u200bll my\u200bself", "ki\u200bll my\u200bself"),
    ],
)
def test_offsets_survive_spelling_accents_and_hidden_characters(text: str, words: str) -> None:
    assert words in {text[match.start : match.end] for match in notice(text)}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "\u200b", "\U0001f642", "1234", "\x00"])
def test_nothing_is_noticed_where_nothing_is_said(text: str) -> None:
    assert notice(text) == ()


@given(st.text(max_size=400))
def test_any_text_at_all_is_read_without_error_and_the_same_way_twice(text: str) -> None:
    first = notice(text)
    assert first == notice(text)
    assert all(0 <= match.start < match.end <= len(text) for match in first)


@given(st.text(alphabet="abdeiklmnostuwy '.,!-*1", max_size=300))
def test_scrambled_english_is_read_without_error(text: str) -> None:
    assert all(0 <= match.start < match.end <= len(text) for match in notice(text))


@pytest.mark.parametrize("case", [str.upper, str.lower, str.title])
def test_capitals_change_nothing(case) -> None:  # type: ignore[no-untyped-def]
    assert strongest(case("I want to kill myself, I am worthless.")) == "pause"
    assert strongest(case("I died of embarrassment when he asked me to repeat it.")) == "none"


def test_an_idiom_in_one_clause_does_not_silence_the_truth_in_the_next() -> None:
    truth = "I am going to kill myself tonight."
    for idiom in (text for kind, _, text in CASES if kind in ("embarrassment", "idiom", "negation", "other_people")):
        assert strongest(f"{idiom} {truth}") == "pause", idiom
        assert strongest(f"{truth} {idiom}") == "pause", idiom


def test_a_match_cannot_be_changed() -> None:
    match = Match(rule="self_harm", strength=Strength.SOFT, start=0, end=1)
    with pytest.raises(AttributeError):
        match.start = 2  # type: ignore[misc]
    assert msgspec.to_builtins(match)["strength"] == "soft"


def test_a_rule_with_a_piece_nobody_defined_is_refused() -> None:
    with pytest.raises(KeyError):
        compose("i want <chocolate>")


@pytest.mark.parametrize("lines", ["going {to|now}", "so ~3"])
def test_a_rule_that_would_swallow_a_space_is_refused(lines: str) -> None:
    with pytest.raises(ValueError, match="space behind"):
        compose(lines)


def test_a_line_that_ends_inside_a_bracket_is_refused() -> None:
    with pytest.raises(ValueError, match="inside a bracket"):
        compose("(to be\nor not)")


def test_a_bounded_repetition_is_no_word_that_may_be_missing() -> None:
    assert compose("violent(?= .{0,60} me )") == "(?:violent(?= .{0,60} me ))"


def test_the_plain_copy_knows_where_every_word_came_from() -> None:
    text = "I can\u2019t d i e, don t you know\u2026"
    reading = read(text)
    written = [text[start:end] for start, end in zip(reading.starts, reading.ends, strict=True)]
    assert reading.plain.split() == ["i", "can", "not", "die", ",", "do", "not", "you", "know", "."]
    assert written == ["I", "can\u2019t", "can\u2019t", "d i e", ",", "don t", "don t", "you", "know", "\u2026"]


HOSTILE = {
    "one letter": "a",
    "one word": "die ",
    "a frame without its object": "i want to ",
    "a frame and a near miss": "i want to not ever be so ",
    "denials": "not never no nor without ",
    "people": "he she they told me that i should ",
    "spaced letters": "d i e x ",
    "stars": "k*ll ",
    "signs": "!@$*|",
    "apostrophes": "don't i'm '",
    "commas": "i , want , to , ",
    "tails": "i m t s ll ",
    "repeated letters": "dieeeeeeee",
    "hidden characters": "d\u200bi\u200be ",
    "accents": "d\u0301i\u0301e\u0301 ",
    "despair": "alone tired of life hopeless ",
    "matches": "i want to kill myself ",
    "gaps": "how to a b c d e f g h ",
    "everyday frames": "i said goodbye . i have a plan . ",
    "everyday frames and death": "i want to die . goodbye . ",
    "everyday frames and means": "goodbye and i have a pistol and ",
    "signs of despair": "hopeless pistol noose ",
    "new lines": "\n",
    "spaces": " ",
}


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        before = time.process_time()
        notice(text)
        best = min(best, time.process_time() - before)
    return best


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_of_a_hundred_kilobytes_costs_in_step_with_its_length(unit: str) -> None:
    whole = (unit * (100_000 // len(unit) + 1))[:100_000]
    half = whole[:50_000]
    # Linear is 2, quadratic 4 and worse without end; the constant forgives very short times.
    assert _seconds(whole) < 3.2 * _seconds(half) + 0.05
