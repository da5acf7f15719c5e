"""Answers to the fit and safety check: the mildest ones, and which answer counts as worse than which."""

from __future__ import annotations

from coach.core.model import SKIP, Item, ScreeningForm, Value
from coach.core.screening import Result, decided, walked

Ranks = dict[str | int, int]

ADULT: Ranks = {"yes": 0}
YES_NO: Ranks = {"no": 0, SKIP: 1, "yes": 2}
AGREED: Ranks = {"yes": 0, SKIP: 1, "no": 1}
TO_3: Ranks = {0: 0, 1: 1, 2: 2, SKIP: 2, 3: 3}
TO_4: Ranks = {0: 0, 1: 1, 2: 2, 3: 3, SKIP: 3, 4: 4}

RANKS: dict[str, Ranks] = {
    "adult": ADULT,
    "low_mood": TO_3,
    "no_interest": TO_3,
    "wish_dead": YES_NO,
    "self_harm_thoughts": YES_NO,
    "attempt_ever": YES_NO,
    "danger_now": YES_NO,
    "unsafe_home": YES_NO,
    "unsteady": YES_NO,
    "trauma_history": YES_NO,
    "trauma_intrusion": YES_NO,
    "trauma_avoidance": YES_NO,
    "trauma_on_guard": YES_NO,
    "trauma_numb": YES_NO,
    "trauma_blame": YES_NO,
    "trauma_rejection": {"no": 0, "unsure": 1, SKIP: 1, "yes": 2},
    "worth_now": TO_4,
    "worth_no": TO_4,
    "worth_recovery": TO_4,
    "social_avoid": TO_4,
    "social_afraid": TO_4,
    "social_judged": TO_4,
    "social_impair": TO_4,
    "no_floods": TO_4,
    "recent_loss": YES_NO,
    "motive": {"learn": 0, "chances": 0, "fun": 0, SKIP: 1, "punish": 2},
    "agree_people": AGREED,
    "agree_places": AGREED,
    "agree_reflect": AGREED,
}
"""For an adult: a higher rank is a worse answer, the same rank is as bad (design: 2-screening)."""

MILDEST: dict[str, Value] = {item: next(iter(ranks)) for item, ranks in RANKS.items()}
"""The mildest answer to every question, to those that it keeps from being asked too."""


def answers_to(item: Item) -> tuple[str | int, ...]:
    """Every answer that a choice takes."""
    options = tuple(option.value for option in item.options)
    return options if item.required else (*options, SKIP)


def checked_with(content: ScreeningForm, **worse: Value) -> Result:
    """What the whole check leads to when all answers but these are the mildest."""
    return decided(content, walked(content, {**MILDEST, **worse}))
