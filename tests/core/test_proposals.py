"""Proposals fit the person, are spread over the ladder, and say why; cards stay within the open bands."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.bands import Gap
from coach.core.ladder import Band, band_of
from coach.core.model import Asked, Category, Challenge, Channel, Theme
from coach.core.proposals import Proposal, draw_card, fill_gap, propose, rating_of, replace
from coach.core.records import Settings
from tests.core.practice import NOW, WORDS, Diary, retired


def challenge(name: str, difficulty: int = 1, **fields: Any) -> Challenge:
    usual: dict[str, Any] = {
        "title": f"Title of {name}", "what": "What to do.", "say": "Words.", "takes": "A minute.", "note": "A note.",
        "category": Category.ASK_FAVOUR, "channels": (Channel.IN_PERSON,), "asked": (Asked.STAFF,),
    }
    return Challenge(id=name, difficulty=difficulty, **{**usual, **fields})


def wishes(**fields: Any) -> Settings:
    return Settings(id="settings", at=NOW, **fields)


LIBRARY = tuple(
    challenge(f"{category.value}{difficulty}", difficulty, category=category)
    for category in Category for difficulty in range(1, 11)
)
THEMES = (
    Theme(id="goal.friends", text="Make a new friend", categories=(Category.SOCIAL_INVITATION,)),
    Theme(id="fear.rude", text="They will think I am rude", categories=(Category.BOUNDARY,)),
)


def ids(proposals: tuple[Proposal, ...]) -> list[str]:
    return [proposal.challenge.id for proposal in proposals]


# ---- A first ladder ----


def test_twelve_are_proposed_over_all_bands_with_more_small_ones_than_bold_ones() -> None:
    found = propose(LIBRARY, wishes(), (), seed=1)
    bands = Counter(band_of(rating_of(proposal.challenge)) for proposal in found)
    assert len(found) == 12
    assert set(bands) == set(Band)
    assert bands[Band.WARM_UP] + bands[Band.SMALL] > bands[Band.STRETCH] + bands[Band.BOLD]


def test_proposals_vary_in_kind_when_nothing_was_wished_for() -> None:
    kinds = Counter(p.challenge.category for p in propose(LIBRARY, wishes(), (), seed=1))
    assert len(kinds) >= 8


def test_goals_and_fears_are_met_and_named_in_the_reason() -> None:
    found = propose(LIBRARY, wishes(goals=("goal.friends",), fears=("fear.rude",)), (), seed=1, themes=THEMES)
    said = {p.challenge.category: WORDS.say(p.why) for p in found}
    assert said[Category.SOCIAL_INVITATION] == "It goes with what you want: Make a new friend."
    assert said[Category.BOUNDARY] == "It meets what stands in the way: They will think I am rude."
    kinds = Counter(p.challenge.category for p in found)
    assert [kind for kind, _ in kinds.most_common(2)] == [Category.SOCIAL_INVITATION, Category.BOUNDARY]


def test_a_goal_in_ones_own_words_is_met_and_quoted() -> None:
    library = (challenge("bread", what="Ask the bakery for yesterday's bread."), challenge("other"))
    (first,) = propose(library, wishes(own_goals=("Talk more at the bakery",)), (), seed=1, count=1)
    assert first.challenge.id == "bread"
    assert WORDS.say(first.why) == "It goes with what you want: Talk more at the bakery."


def test_only_the_channels_that_were_chosen_are_proposed() -> None:
    library = (
        challenge("street"), challenge("call", channels=(Channel.PHONE,)),
        challenge("shop", remote="Phone the shop instead."),
        challenge("letter", channels=(Channel.MESSAGE,), remote="Dictate it."),
    )
    assert set(ids(propose(library, wishes(channels=(Channel.PHONE,)), (), seed=1))) == {"call", "shop", "letter"}
    assert set(ids(propose(library, wishes(channels=(Channel.IN_PERSON,)), (), seed=1))) == {"street", "shop"}


def test_vetoed_taken_and_hidden_challenges_are_never_proposed() -> None:
    library = (challenge("a"), challenge("b"), challenge("c", opt_in=True), challenge("d"))
    assert ids(propose(library, wishes(vetoed=("a",)), ("b",), seed=1)) == ["d"]
    assert "c" in ids(propose(library, wishes(opt_in=True), (), seed=1))


def test_the_same_seed_gives_the_same_proposals_and_another_seed_others() -> None:
    first = ids(propose(LIBRARY, wishes(), (), seed=1))
    assert first == ids(propose(LIBRARY, wishes(), (), seed=1))
    assert first != ids(propose(LIBRARY, wishes(), (), seed=2))


def test_a_small_library_gives_what_there_is() -> None:
    assert len(propose(LIBRARY[:3], wishes(), (), seed=1)) == 3
    assert propose((), wishes(), (), seed=1) == ()


def test_one_proposal_is_replaced_by_one_of_the_same_band_and_the_others_stay() -> None:
    before = propose(LIBRARY, wishes(), (), seed=1)
    old = before[0]
    after = replace(before, old.challenge.id, LIBRARY, wishes(), (), seed=1)
    assert [p for p in before if p not in after] == [old]
    (new,) = (p for p in after if p not in before)
    assert band_of(rating_of(new.challenge)) is band_of(rating_of(old.challenge))
    assert WORDS.say(new.why)


def test_a_proposal_that_nothing_can_replace_is_taken_away() -> None:
    before = propose(LIBRARY[:2], wishes(), (), seed=1)
    assert ids(replace(before, LIBRARY[0].id, LIBRARY[:2], wishes(), (), seed=1)) == [LIBRARY[1].id]


# ---- Gaps ----


def gap(low: int, high: int, **low_fields: Any) -> Gap:
    diary = Diary()
    return Gap(diary.step("low", low, **low_fields), diary.step("high", high))


def test_a_gap_is_filled_from_its_middle() -> None:
    found = fill_gap(gap(10, 70), LIBRARY, wishes(), ())
    assert found is not None and rating_of(found) in (35, 45)


def test_a_gap_prefers_a_neighbour_of_the_step_below() -> None:
    near = challenge("near", 6, easier="first")
    found = fill_gap(gap(10, 70, challenge="first"), (*LIBRARY, near), wishes(), ())
    assert found == near


def test_a_gap_that_nothing_fits_stays_open() -> None:
    assert fill_gap(gap(10, 70), (challenge("same", 1), challenge("above", 8)), wishes(), ()) is None


# ---- Cards ----


@pytest.mark.parametrize("band", Band)
def test_a_card_comes_from_the_open_bands(band: Band) -> None:
    for seed in range(20):
        card = draw_card(LIBRARY, Diary().history, (band,), seed=seed)
        assert card is not None and band_of(rating_of(card)) is band


def test_no_card_is_dealt_when_no_band_is_open() -> None:
    assert draw_card(LIBRARY, Diary().history, (), seed=1) is None


def test_a_card_is_never_vetoed_hidden_resting_or_on_the_ladder_now_or_before() -> None:
    library = tuple(challenge(name) for name in ("vetoed", "resting", "mine", "gone", "free"))
    hidden = challenge("hidden", opt_in=True)
    diary = Diary(wishes(vetoed=("vetoed",)))
    diary.step("s1", 10, challenge="resting")
    diary.attempt("s1", 2, other_person="uneasy")
    diary.attempt("s1", 1, other_person="uneasy")
    diary.step("s2", None, challenge="mine")
    diary.put(retired(diary.step("s3", 10, challenge="gone")))
    cards = {draw_card((*library, hidden), diary.history, tuple(Band), seed=seed) for seed in range(30)}
    assert cards == {library[-1]}


def test_a_card_put_back_leads_to_another_one() -> None:
    cards = {draw_card(LIBRARY, Diary().history, (Band.SMALL,), seed=seed) for seed in range(20)}
    assert len(cards) > 5


@settings(max_examples=80, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    count=st.integers(1, 15),
    channels=st.lists(st.sampled_from(Channel), unique=True).map(tuple),
    vetoed=st.lists(st.sampled_from([c.id for c in LIBRARY]), unique=True, max_size=20).map(tuple),
    taken=st.sets(st.sampled_from([c.id for c in LIBRARY]), max_size=20),
)
def test_proposals_are_distinct_sorted_allowed_and_have_their_reasons_in_words(
    seed: int, count: int, channels: tuple[Channel, ...], vetoed: tuple[str, ...], taken: set[str]
) -> None:
    found = propose(LIBRARY, wishes(channels=channels, vetoed=vetoed), taken, count=count, seed=seed)
    names = ids(found)
    assert len(names) == len(set(names)) <= count
    assert not set(names) & (set(vetoed) | taken)
    assert [p.challenge.difficulty for p in found] == sorted(p.challenge.difficulty for p in found)
    assert all(WORDS.say(proposal.why) for proposal in found)
    assert names or (channels and Channel.IN_PERSON not in channels)
