"""Made-up people, walked through Coach by its engine: at a question, out with an ask, a week later."""

from __future__ import annotations

from collections.abc import Mapping

from coach.core.model import Kind, Value
from coach.core.records import History
from coach.engine import Engine, FormName, Place, Session
from coach.library import Library
from coach.store import MemoryStore
from tests.support.clock import FrozenClock

READY: dict[str, Value] = {
    "adult": "yes", "low_mood": 0, "no_interest": 0, "wish_dead": "no", "self_harm_thoughts": "no",
    "attempt_ever": "no", "unsafe_home": "no", "unsteady": "no", "trauma_history": "no",
    "trauma_rejection": "no", "worth_now": 1, "worth_no": 1, "worth_recovery": 1, "social_avoid": 1,
    "social_afraid": 1, "social_judged": 1, "social_impair": 1, "no_floods": 1, "recent_loss": "no",
    "motive": "learn", "agree_people": "yes", "agree_places": "yes", "agree_reflect": "yes",
}
ROUTES: dict[str, dict[str, Value]] = {
    "ready": READY,
    "go_gently": {**READY, "no_floods": 3, "recent_loss": "yes"},
    "not_yet": {**READY, "agree_places": "no"},
    "support_first": {**READY, "trauma_rejection": "yes"},
    "help_now": {**READY, "self_harm_thoughts": "yes"},
}
GOALS: dict[str, Value] = {
    "goals": ("goal.ask-friend-help", "goal.fair-price"), "own_goals": "skip",
    "fears": ("fear.rude",), "own_fears": "skip", "channels": ("in_person", "phone", "message"),
}
CHECK_IN: dict[str, Value] = {"ci_safety": "no", "ci_steady": 7, "ci_body": "fine", "ci_choice": "full"}
COURTESY: dict[str, Value] = dict.fromkeys(("cc_free", "cc_place", "cc_fresh", "cc_fair", "cc_self"), "yes")
BEFORE: dict[str, Value] = {
    "ask": "Could I have a glass of tap water, please?", "place": "the café by the station",
    "feared": "They will sigh and roll their eyes", "p_feared": 70, "p_yes": 20, "cost": 60,
    "tension_before": 55, "self_worth_before": 6, "self_belief": "I am a bother", "belief_before": 50,
    "other_reasons": "They may be short of glasses\nThere may be a house rule", "drop": "my long excuse",
    "exit_line": "Thank you anyway, all good",
}
AFTER: dict[str, Value] = {
    "outcome": "no", "happened": "She said they only do bottles, and smiled.", "other_person": "at_ease",
    "feared_happened": "no", "p_feared_after": 30, "cost_after": 15, "tension_peak": 70, "tension_now": 20,
    "reasons": ("situation.rule",), "reasons_words": "skip", "feelings": "relieved, a bit proud",
    "belief_after": 20, "lesson": "She said no, and smiled, and that was all of it.", "keep": "yes",
}
LOOK_BACK: dict[str, Value] = {
    "lb_feared": 20, "lb_replay": 10, "lb_replay_helped": "no", "lb_worth": 7, "lb_sits": "Lighter than I thought.",
    "lb_worse": "no",
}
RATINGS = (10, 18, 24, 35, 42, 48, 55, 66, 80)


def engine_of(library: Library, clock: FrozenClock, history: History | None = None, seed: int = 7) -> Engine:
    """An engine in memory."""
    return Engine(library, MemoryStore(history or History()), clock, seed)


def fill(session: Session, answers: Mapping[str, Value]) -> None:
    """Answer every question of a form; what is not given is skipped, or answered with the first choice."""
    while (ask := session.ask) is not None:
        item = ask.item
        given = answers.get(item.id)
        if given is None and item.required:
            given = item.options[0].value if item.kind is Kind.CHOICE else item.low
        session.answer("skip" if given is None else given)


def do(engine: Engine, name: FormName, answers: Mapping[str, Value], subject: str = "") -> Place:
    """Open a form, answer all of it, and conclude it."""
    session = engine.begin(name, subject)
    fill(session, answers)
    return engine.conclude(session)


def screened(engine: Engine, route: str = "ready", country: str = "GB") -> Engine:
    """Through welcome and screening, on one of the five routes."""
    engine.save_settings(welcomed=True, country=country)
    do(engine, FormName.SCREENING, ROUTES[route])
    return engine


def with_ladder(engine: Engine) -> Engine:
    """With a rated ladder of nine steps."""
    do(engine, FormName.GOALS, GOALS)
    proposed = engine.builder.proposals()
    picks = tuple(each.challenge.id for each in proposed[: len(RATINGS)])
    do(engine, FormName.PICK, {"picks": picks})
    waiting = [step for step in engine.history.steps if step.rating is None]
    do(engine, FormName.RATE, {f"rating.{step.id}": RATINGS[n] for n, step in enumerate(waiting)})
    return engine


def out(engine: Engine, answers: Mapping[str, Value] | None = None) -> str:
    """Out with the next step; gives the attempt's id."""
    step = engine.home().step
    assert step is not None
    if engine.today().needs_check_in:
        do(engine, FormName.CHECK_IN, CHECK_IN, step.id)
    do(engine, FormName.COURTESY, COURTESY, step.id)
    return do(engine, FormName.BEFORE, {**BEFORE, **(answers or {})}, step.id).subject


def back(engine: Engine, attempt: str, answers: Mapping[str, Value] | None = None) -> Place:
    """Back from an attempt, reflected on."""
    return do(engine, FormName.AFTER, {**AFTER, **(answers or {})}, attempt)
