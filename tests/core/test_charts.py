"""Pictures of insights: the same scale for all, to be read without colour, in 54 columns and more."""

from __future__ import annotations

import pytest

from coach.core.bars import FULL
from coach.core.charts import AFTER, BEFORE, BOTH, Bar, Chart, Pair, Topic, bars, charts, pairs
from coach.core.insight import insights
from coach.core.model import Category, Channel
from coach.core.records import History, Outcome
from coach.core.reflection import stories
from coach.core.text import cells
from coach.library import Library
from tests.core.practice import Diary

LONG = "A very long title of a step, as long as they can be, sixty."
LESSON = "She said no and smiled, and that was all of it, and I went home and made soup for two."


def diary(count: int) -> History:
    made = Diary()
    made.step("short", 30, category=Category.ASK_DISCOUNT, channel=Channel.IN_PERSON)
    made.step(LONG, 60, category=Category.SOCIAL_INVITATION, channel=Channel.MESSAGE)
    for number in range(count):
        made.attempt(
            LONG if number % 2 else "short", 60 - number, outcome=Outcome.NO if number % 3 else Outcome.YES,
            before={"p_yes": number * 97 % 101}, lesson=LESSON, keep="yes",
        )
    return made.history


def drawn(library: Library, history: History, width: int = 60) -> dict[Topic, Chart]:
    words, names = library.strings["insights"], library.advice.names
    return {each.topic: each for each in charts(insights(history), stories(history), words, names, width)}


def test_every_insight_has_its_sentence_in_words(library: Library) -> None:
    for count in (0, 1, 3, 12, 40):
        for chart in drawn(library, diary(count)).values():
            assert all(library.advice.say(sentence) for sentence in chart.sentences)
            assert chart.sentences


def test_below_five_attempts_there_is_a_sentence_that_says_so_and_no_picture(library: Library) -> None:
    found = drawn(library, diary(4))
    for topic in set(Topic) - {Topic.DAYS, Topic.LESSONS}:
        assert found[topic].lines == ()
        assert "Too few yet" in library.advice.say(found[topic].sentences[0])


def test_from_five_attempts_on_every_insight_has_its_picture(library: Library) -> None:
    assert all(chart.lines for chart in drawn(library, diary(12)).values())


@pytest.mark.parametrize("width", [52, 54, 60, 74])
def test_no_line_is_wider_than_the_room_there_is(library: Library, width: int) -> None:
    for chart in drawn(library, diary(40), width).values():
        assert max(cells(line) for line in chart.lines) <= width, chart.topic


def test_marks_stand_at_their_place_on_an_axis_from_0_to_100() -> None:
    scale, row = pairs([Pair(label="x", before=0, after=100, note="")])
    assert row.index(BEFORE) == scale.index("0")
    assert row.index(AFTER) in range(scale.index("100"), scale.index("100") + 3)
    scale, row = pairs([Pair(label="x", before=85, after=50, note="")])
    assert row.index(AFTER) == scale.index("50")


def test_a_fall_from_85_to_30_does_not_look_like_a_fall_to_nothing() -> None:
    scale, row = pairs([Pair(label="x", before=85, after=30, note="")])
    assert scale.index("25") < row.index(AFTER) < scale.index("50") < scale.index("75") < row.index(BEFORE)


def test_before_and_after_at_one_place_have_a_mark_of_their_own() -> None:
    _, row = pairs([Pair(label="x", before=40, after=40, note="")])
    assert BOTH in row
    assert BEFORE not in row and AFTER not in row


def test_a_row_without_numbers_has_no_marks() -> None:
    _, row = pairs([Pair(label="x", before=None, after=None, note="0 asks")])
    assert not {BEFORE, AFTER, BOTH} & set(row)
    assert row.endswith("0 asks")


def test_bars_begin_at_one_place_and_are_as_long_as_their_share() -> None:
    half, whole, none = bars([
        Bar(label="a", value=50, note=""), Bar(label="longer", value=100, note=""), Bar(label="c", value=0, note=""),
    ])
    assert half.count(FULL) * 2 == whole.count(FULL)
    assert half.index(FULL) == whole.index(FULL)
    assert FULL not in none


def test_a_long_title_in_a_small_window_leaves_room_for_the_axis(library: Library) -> None:
    lines = drawn(library, diary(40), 54)[Topic.CHANGE].lines
    assert LONG[:50] in "\n".join(lines)
    assert all("25" in line and "75" in line for line in lines if line.endswith(" 100"))


def test_every_number_of_a_pair_is_told_in_digits_too(library: Library) -> None:
    lines = drawn(library, diary(40))[Topic.CHANGE].lines
    assert all("60 → 30" in line for line in lines if BEFORE in line)


def test_the_number_of_asks_stands_beside_each_bin_of_guesses(library: Library) -> None:
    found = insights(diary(40)).calibration
    rows = drawn(library, diary(40))[Topic.YES].lines[1:]
    assert [row.endswith(f"{each.count} asks") for row, each in zip(rows, found.bins, strict=True)] == [True] * 5


def test_a_day_of_practice_is_a_dot_and_a_day_without_is_not_shown(library: Library) -> None:
    lines = drawn(library, diary(12))[Topic.DAYS].lines
    assert sum(line.count(AFTER) for line in lines) == 12
    assert not any("0" in line.split()[-1] and line.split()[-1] == "0" for line in lines)


def test_the_last_twelve_months_are_shown_of_a_long_practice(library: Library) -> None:
    made = Diary()
    made.step("short", 30)
    for number in range(20):
        made.attempt("short", 30 * number)
    found = drawn(library, made.history)
    assert len(found[Topic.DAYS].lines) == 12
