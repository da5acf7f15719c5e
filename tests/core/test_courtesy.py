"""Asks of one's own are read for the respect rules; what is fine stays unremarked."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.courtesy import RULES, read_ask

CASES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("courtesy_cases.toml").read_text(encoding="utf-8")
)["cases"]


@pytest.mark.parametrize("ask", CASES)
def test_an_ask_of_ones_own_is_told_exactly_the_rules_it_breaks(ask: str) -> None:
    assert {breach.rule for breach in read_ask(ask)} == set(CASES[ask])


def test_there_are_at_least_sixty_asks_and_about_half_of_them_are_fine() -> None:
    fine = [ask for ask, rules in CASES.items() if not rules]
    assert len(CASES) >= 60
    assert 0.4 <= len(fine) / len(CASES) <= 0.6


def test_every_rule_is_broken_by_at_least_five_asks() -> None:
    for rule in RULES:
        assert sum(rule in rules for rules in CASES.values()) >= 5, rule


def test_a_breach_points_at_the_words_that_broke_the_rule() -> None:
    ask = "I want to ask a stranger for a hug today"
    (breach,) = read_ask(ask)
    assert ask[breach.start:breach.end] == "hug"


def test_curly_apostrophes_read_like_straight_ones() -> None:
    (breach,) = read_ask("Ask her and won’t take no for an answer")
    assert breach.rule == "following"


@given(st.text(max_size=400))
def test_any_text_can_be_read_and_every_breach_lies_inside_it(ask: str) -> None:
    for breach in read_ask(ask):
        assert 0 <= breach.start < breach.end <= len(ask)
        assert breach.rule in RULES
