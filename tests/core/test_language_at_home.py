"""Coach does not cry wolf at home: people who practise asking say goodbye, leave notes, make plans and set dates."""

from __future__ import annotations

import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.core.language import Strength, notice

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content"
FILES = [
    path
    for pattern in ("challenges", "demo", "exercises", "ladder", "prompts", "fears", "goals", "checkin", "courtesy")
    for path in (*CONTENT.glob(f"{pattern}.toml"), *sorted(CONTENT.glob(f"{pattern}/*.toml")))
]
ASKS_OF_A_CRISIS = frozenset(("ci_safety",))
"""Items whose own words are about a crisis."""

GROUPS = [
    group
    for path in sorted((HERE / "language_at_home").glob("*.toml"))
    for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]
]
ORDINARY = [text for group in GROUPS if group["at_most"] == "none" for text in group["texts"]]
STRONG = [text for group in GROUPS if group["at_most"] == "soft" for text in group["texts"]]

BAD_HOURS = [
    "It was torture.",
    "I was miserable.",
    "My hands were numb.",
    "It was painless.",
    "It was social suicide.",
    "I jumped the gun.",
    "I bit the bullet.",
    "I cut myself shaving.",
    "I nearly died of shame.",
    "I was so embarrassed I wanted to die.",
    "My phone died.",
    "My wrist hurt.",
    "I was scared to death.",
    "The wait killed me.",
    "I was dying inside.",
    "I overdosed on coffee.",
    "Nobody would help.",
    "Nobody wanted me there.",
    "There is no hope for that shop.",
    "I was lonely and I cried.",
    "I felt like a failure.",
    "I felt like a burden.",
    "I felt empty.",
    "I hated every second.",
    "I can't do this.",
    "I had nothing left to say.",
    "I am tired of everything at that office.",
    "I lost the will to live in that queue.",
    "I gave up.",
    "It was hell.",
]

# Each means nothing alone, and something where a life is at stake beside it.
FRAMES = [
    "Goodbye everyone.",
    "I said goodbye and left.",
    "I wrote a letter.",
    "I left a note.",
    "I have a plan now.",
    "I have picked a day.",
    "I chose a place.",
    "Everything is ready.",
    "I gave away my seat.",
    "I won't be here tomorrow.",
    "I did something stupid.",
    "I want to end it.",
    "I am going to do it.",
    "I will go through with it.",
    "This is my last message.",
    "My time has come.",
    "I stood on the bridge.",
    "I took my pills.",
    "I bought a rope.",
    "I pulled the trigger.",
]


def strengths(text: str) -> set[Strength]:
    return {match.strength for match in notice(text)}


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and value.get("id") not in ASKS_OF_A_CRISIS:
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def test_the_words_of_the_app_are_many_and_none_of_them_is_taken_for_a_crisis() -> None:
    texts = [text for path in FILES for text in strings(tomllib.loads(path.read_text(encoding="utf-8")))]
    assert len(texts) > 5000
    assert {text for text in texts if notice(text)} == set()


def test_the_sentences_from_home_are_many_and_without_repeats() -> None:
    assert len(ORDINARY) >= 250
    assert len(STRONG) >= 100
    assert len({*ORDINARY, *STRONG}) == len(ORDINARY) + len(STRONG)


def test_notes_around_an_ask_are_hardly_ever_answered_at_all() -> None:
    paused = [text for text in ORDINARY if Strength.PAUSE in strengths(text)]
    quiet = [text for text in ORDINARY if strengths(text) == {Strength.SOFT}]
    assert len(paused) <= 0.01 * len(ORDINARY), paused
    assert len(quiet) <= 0.02 * len(ORDINARY), quiet


@pytest.mark.parametrize("text", STRONG)
def test_strong_words_and_figures_of_speech_never_stop_the_practice(text: str) -> None:
    assert Strength.PAUSE not in strengths(text), notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks anyway, have a good day.",
        "I did something stupid again.",
        "I won't be here tomorrow, so I asked today",
        "Leave a friendly note or send a message.",
        "Choose a quiet place",
        "I will not be around next week",
        "I took all the pills the doctor gave me, as usual",
        "I want to end it quickly and go",
        "It was suicide to ask him",
        "I attempted it again and it failed.",
        "The suspense was killing me, so I asked twice.",
        "You are killing it, he said, and gave me the part.",
        "I was dying for a yes.",
        "The phone was dying and so was the conversation.",
        "My pitch got shot down.",
        "I bombed the audition and asked for a second go.",
        "She hung up in the middle of my question.",
        "I hung in there until he had time.",
        "Can you drop it, I asked, and he dropped it.",
        "Somebody hit on me at the counter.",
        "He cut me off and I asked to finish.",
        "She took an abusive tone, so I thanked her and left.",
    ],
)
def test_idioms_of_asking_mean_nothing_here(text: str) -> None:
    assert notice(text) == ()


@pytest.mark.parametrize("frame", FRAMES)
def test_an_everyday_frame_means_nothing_alone_and_counts_beside_death(frame: str) -> None:
    assert notice(frame) == ()
    for truth in ("I want to die and I mean it.", "I feel suicidal."):
        assert Strength.PAUSE in strengths(f"{frame} {truth}")
    # Despair names no death: without the frame it would be let go.
    despair = "I feel hopeless and worthless."
    assert Strength.PAUSE not in strengths(despair)
    assert Strength.PAUSE in strengths(f"{despair} {frame}")
    assert Strength.PAUSE in strengths(f"{frame} {despair}")


@pytest.mark.parametrize("frame", FRAMES)
def test_one_sign_of_despair_beside_an_everyday_frame_gets_a_quiet_line(frame: str) -> None:
    assert notice("I feel hopeless.") == ()
    assert strengths(f"I feel hopeless. {frame}") == {Strength.SOFT}


def test_an_everyday_frame_after_a_bad_hour_is_still_only_a_farewell_or_a_plan() -> None:
    texts = [text for hour in BAD_HOURS for frame in FRAMES for text in (f"{hour} {frame}", f"{frame} {hour}")]
    assert [text for text in texts if Strength.PAUSE in strengths(text)] == []
    assert sum(bool(notice(text)) for text in texts) <= 0.02 * len(texts)


@pytest.mark.parametrize("frame", FRAMES)
def test_despair_sentences_away_does_not_colour_an_everyday_frame(frame: str) -> None:
    between = "Then I had tea with my neighbour. We talked about her garden and the rain."
    assert notice(f"I felt hopeless. {between} {frame}") == ()


def test_a_moment_told_is_answered_more_quietly_than_a_wish() -> None:
    assert Strength.PAUSE in strengths("I want to die, nobody cares about me.")
    assert strengths("I wanted to die, nobody clapped after my song.") == {Strength.SOFT}


def test_a_wish_to_die_beside_a_plan_is_no_groan_and_a_groan_told_stays_one() -> None:
    plan = "I have a plan now."
    assert strengths("The call took an hour, it makes me want to die.") == {Strength.SOFT}
    assert Strength.PAUSE in strengths(f"The call took an hour, it makes me want to die. {plan}")
    assert Strength.PAUSE not in strengths(f"The call took an hour and I wanted to die. {plan}")


SPENT = """
import time
start = time.process_time()
import coach.core.language as language
from coach.core.language_notation import _compiled
loaded, compiled = time.process_time() - start, _compiled.cache_info().currsize
start = time.process_time()
language.notice("I want to die, I am worthless. She said goodbye and I have a plan.")
print(compiled, loaded, time.process_time() - start)
"""


def test_loading_costs_next_to_nothing_and_the_first_text_little() -> None:
    runs = [
        subprocess.run([sys.executable, "-c", SPENT], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(3)
    ]
    assert {int(run[0]) for run in runs} == {0}, "no pattern is compiled before a text needs it"
    assert min(float(run[2]) for run in runs) < 0.150


def test_a_text_costs_less_than_a_millisecond() -> None:
    texts = [*ORDINARY, *STRONG]
    for text in texts:
        notice(text)
    before = time.process_time()
    for text in texts:
        notice(text)
    assert (time.process_time() - before) / len(texts) < 0.001
