"""Which step is suggested, days and lessons, and what holds for every life."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.footing import footing
from coach.core.ladder import (
    Band,
    Move,
    band_of,
    days_practised,
    lesson_for,
    next_step,
    open_bands,
    place_used_last,
    resting,
    vary,
)
from coach.core.model import Category, Channel
from coach.core.records import Outcome
from tests.core.practice import NOW, Diary, advice, ready

# ---- The next step ----


def test_the_least_tried_step_of_the_band_is_suggested() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3)
    diary.attempt("warm_up1", 2)
    step = next_step(diary.history, NOW, gently=False)
    assert step is not None and step.id == "warm_up2"


def test_after_two_alike_another_step_is_suggested() -> None:
    diary = Diary()
    diary.step("tea", 10)
    diary.step("pen", 20)
    for day, step in ((9, "tea"), (8, "tea"), (7, "tea"), (6, "pen")):
        diary.attempt(step, day, p_feared_after=60, cost_after=60)
    first = next_step(diary.history, NOW, gently=False)
    diary.attempt("pen", 5, p_feared_after=60, cost_after=60)
    second = next_step(diary.history, NOW, gently=False)
    assert first is not None and first.id == "pen"
    assert second is not None and second.id == "tea"


def test_a_resting_step_is_not_suggested_until_14_days_have_passed() -> None:
    diary = Diary()
    diary.step("tea", 10)
    diary.attempt("tea", 3, other_person="uneasy")
    diary.attempt("tea", 2, other_person="uneasy")
    assert resting(diary.history, NOW) == {"tea"}
    assert next_step(diary.history, NOW, gently=False) is None
    later = NOW + dt.timedelta(days=13)
    assert resting(diary.history, later) == frozenset()
    step = next_step(diary.history, later, gently=False)
    assert step is not None and step.id == "tea"


def test_one_uneasy_person_rests_nothing() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3, other_person="uneasy")
    diary.attempt("warm_up1", 2)
    assert resting(diary.history, NOW) == frozenset()


def test_the_same_challenge_uneasy_twice_rests_even_with_others_in_between() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3, other_person="uneasy")
    diary.attempt("warm_up1", 2)
    diary.attempt("warm_up0", 1, other_person="uneasy")
    assert resting(diary.history, NOW) == {"warm_up0"}


def test_the_place_used_last_is_in_the_persons_words() -> None:
    diary = ready()
    assert place_used_last(diary.history) == ""
    diary.attempt("warm_up0", 2, before={"place": "The Bakery"})
    assert place_used_last(diary.history) == "The Bakery"


def test_two_alike_bring_a_nudge_to_vary() -> None:
    diary = Diary()
    diary.step("tea", 10, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    diary.step("pen", 12, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    diary.attempt("tea", 4, before={"place": "bakery"})
    assert vary(diary.history) == ()
    diary.attempt("tea", 3, before={"place": "Bakery"})
    assert vary(diary.history) == ("vary.step", "vary.place")
    diary.attempt("pen", 2, before={"place": "market"})
    assert vary(diary.history) == ("vary.person",)


# ---- Days and lessons ----


def test_choosing_not_to_ask_counts_as_a_day_practised_and_dropping_a_plan_does_not() -> None:
    diary = ready()
    diary.attempt("warm_up0", 3)
    diary.attempt("warm_up1", 3)
    diary.attempt("warm_up1", 2, outcome=Outcome.NOT_ASKED)
    diary.dropped("warm_up2", 1)
    assert days_practised(diary.history) == 2


def test_a_lesson_comes_back_from_the_same_step_then_category_then_channel() -> None:
    diary = Diary()
    wanted = diary.step("tea", 10, category=Category.ASK_FAVOUR, channel=Channel.IN_PERSON)
    diary.step("pen", 10, category=Category.ASK_FAVOUR, channel=Channel.PHONE)
    diary.step("joke", 10, category=Category.CREATIVE_SILLY, channel=Channel.IN_PERSON)
    diary.step("mail", 10, category=Category.DIGITAL, channel=Channel.MESSAGE)

    def shown() -> str:
        found = lesson_for(diary.history, wanted)
        return "" if found is None else str(found.answers["lesson"])

    diary.attempt("mail", 9, lesson="from afar", keep="yes")
    assert shown() == ""
    diary.attempt("joke", 8, lesson="same channel", keep="yes")
    assert shown() == "same channel"
    diary.attempt("pen", 7, lesson="same category", keep="yes")
    diary.attempt("joke", 6, lesson="newer, but further", keep="yes")
    assert shown() == "same category"
    diary.attempt("tea", 5.5, lesson="same step, older", keep="yes")
    diary.attempt("tea", 5, lesson="same step", keep="yes")
    diary.attempt("tea", 4, lesson="not kept", keep="no")
    assert shown() == "same step"


# ---- What holds for every life ----

CHOICES = st.tuples(
    st.integers(0, 11),
    st.sampled_from([*Outcome, None]),
    st.sampled_from([20, 79, 80, 95]),
    st.sampled_from([10, 40, 60, 90]),
    st.sampled_from(["at_ease", "uneasy", "cant_tell"]),
    st.sampled_from(["bakery", "market", ""]),
    st.sampled_from([5, 120]),
)
Choice = tuple[int, Outcome | None, int, int, str, str, int]
LIVES = st.lists(CHOICES, max_size=25)


def live(diary: Diary, day: float, choice: Choice, step: str) -> None:
    _, outcome, peak, after, person, place, seconds = choice
    if outcome is None:
        diary.dropped(step, day)
        return
    diary.attempt(
        step, day, outcome=outcome, seconds=seconds, before={"place": place}, tension_peak=peak,
        p_feared_after=after, cost_after=after, other_person=person,
    )


@settings(max_examples=150, deadline=None)
@given(life=LIVES, gently=st.booleans())
def test_any_life_gets_advice_with_a_reason_in_words_and_never_past_one_band_up(
    life: list[Choice], gently: bool
) -> None:
    diary = ready()
    for n, choice in enumerate(life):
        live(diary, (len(life) - n) / 3, choice, f"{list(Band)[choice[0] // 3].value}{choice[0] % 3}")
    found = advice(diary, gently=gently)
    here = footing(diary.history).here
    assert found.rules
    assert found.band.rank <= here.rank + (found.move is Move.STEP_UP)
    assert not gently or found.band.rank <= Band.SMALL.rank
    bands = open_bands(diary.history, NOW, gently=gently)
    assert [band.rank for band in bands] == list(range(len(bands)))
    assert (bands == ()) is (found.move is Move.STOP)
    step = next_step(diary.history, NOW, gently=gently)
    assert step is None or band_of(step.rating or 0).rank <= found.band.rank


@settings(max_examples=60, deadline=None)
@given(life=LIVES, gently=st.booleans())
def test_whoever_keeps_to_the_open_bands_never_jumps(
    life: list[Choice], gently: bool
) -> None:
    diary = ready()
    highest, last = Band.WARM_UP.rank, None
    for n, choice in enumerate(life):
        day = 40 - n
        now = NOW - dt.timedelta(days=day)
        bands = open_bands(diary.history, now, gently=gently)
        band = bands[-1] if choice[0] else bands[0]
        assert band.rank <= highest + 1
        assert not gently or band.rank <= Band.SMALL.rank
        if last is not None:
            assert band.rank <= max(last.rank - 1, 0)
        live(diary, day, choice, f"{band.value}{choice[0] % 3}")
        made = choice[1] not in (None, Outcome.NOT_ASKED)
        highest = max(highest, band.rank) if made else highest
        hard = made and (choice[2] >= 80 or choice[1] is Outcome.STOPPED)
        last = band if hard else None
