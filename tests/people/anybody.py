"""Somebody drawn at random: what they do on each day, what they answer, and when they open Coach."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

import msgspec
from hypothesis import strategies as st

from coach.core.errors import PlainError
from coach.core.model import Challenge, Item, Kind, Value
from coach.core.records import Attempt, Step
from coach.engine import FormName, Place, View
from tests.people.life import Life
from tests.people.person import Given, Person
from tests.support import walk

DOINGS = (
    "practise", "practise", "practise", "twice", "many", "highest", "card", "veto", "opt_in", "retire", "rate", "gap",
    "worse", "attest", "screen", "contact", "exercise", "check_in", "agree", "leave_open", "let_go", "look_back",
)
GAPS = (1, 5, 12, 19, 24, 30, 48, 24 * 13, 24 * 15, 24 * 29, -3, -30, -24 * 20)
"""Hours until the next day; below 0 the clock was set back."""

CHECK_INS: tuple[Given, ...] = (
    {}, {}, {}, {"ci_steady": 3}, {"ci_body": "rough"}, {"ci_body": "not_sober"}, {"ci_choice": "smaller"},
    {"ci_choice": "reflect"}, {"ci_choice": "stop"}, {"ci_safety": "skip"}, {"ci_safety": "yes"},
)
OUTCOMES = ("yes", "no", "partly", "no_answer", "not_asked", "stopped")


class Day(msgspec.Struct, frozen=True):
    """What one day brings."""

    gap: int
    doing: str
    route: str
    check_in: int
    outcome: str
    peak: int
    after: int
    uneasy: bool
    courteous: bool
    step: int
    noise: int


DAY = st.builds(
    Day,
    gap=st.sampled_from(GAPS), doing=st.sampled_from(DOINGS),
    route=st.sampled_from(["ready", "ready", "ready", *walk.ROUTES]),
    check_in=st.integers(0, len(CHECK_INS) - 1), outcome=st.sampled_from(OUTCOMES),
    peak=st.sampled_from([20, 40, 79, 80, 95]), after=st.sampled_from([5, 25, 60, 90]), uneasy=st.booleans(),
    courteous=st.sampled_from([True, True, True, False]), step=st.integers(0, 13), noise=st.integers(0, 9),
)
LIVES = st.lists(DAY, min_size=1, max_size=12)


class Anybody(Person):
    """Lives the days that were drawn."""

    name = "Anybody"
    about = "drawn at random"
    pace = 3

    def __init__(self, days: Sequence[Day]) -> None:
        self.days = days
        self.today = days[0]

    def day(self, life: Life) -> None:
        """Hours go by or are taken back; then whatever was drawn for the day."""
        self.today = self.days[life.day]
        life.clock.set(life.clock.now() + dt.timedelta(hours=self.today.gap))
        life.settle(life.open())
        life.watch.look()

    def at_home(self, life: Life) -> None:
        attempt = life.engine.open_attempt()
        if attempt is not None and self.today.doing != "leave_open":
            life.tell(attempt.id)
        if self.today.step % 2:
            life.look_back()
        self._do(life)

    def when_closed(self, life: Life) -> None:
        self._do(life)
        try:
            life.practise(life.engine.history.steps[0]) if life.engine.history.steps else None
        except PlainError:
            life.note("closed")

    def _do(self, life: Life) -> None:
        engine, doing = life.engine, self.today.doing
        steps = [each for each in engine.history.steps if each.ratings]
        step = steps[self.today.step % len(steps)] if steps else None
        match doing:
            case "twice" | "many" | "practise" | "leave_open" | "let_go":
                self._practise(life, {"twice": 2, "many": 5}.get(doing, 1))
            case "highest" if steps:
                life.practise(max(steps, key=lambda each: each.rating or 0))
            case "card":
                life.draw()
            case "veto" if engine.builder.proposals():
                for each in engine.builder.replace(engine.builder.proposals()[0].challenge.id):
                    life.watch.dealt(each.challenge)
            case "opt_in":
                engine.save_settings(opt_in=True)
            case "retire" if step is not None:
                engine.builder.set_retired(step.id, not step.retired)
                life.practise(engine.step(step.id))
            case "rate" if step is not None:
                life.fill(Place(view=View.FORM, form=FormName.RATE, subject=step.id))
                life.practise(engine.step(step.id))
            case "gap":
                for _, challenge in engine.builder.gaps():
                    if challenge is not None:
                        life.watch.dealt(challenge)
            case "worse":
                engine.say_worse()
            case _:
                self._do_a_form(life)

    def _do_a_form(self, life: Life) -> None:
        engine = life.engine
        match self.today.doing:
            case "contact":
                life.contact()
            case "exercise":
                life.exercise("breathing")
            case "look_back" if engine.history.attempts:
                self._try(life, FormName.LOOK_BACK, engine.history.attempts[-1].id)
            case "attest" if engine.standing().may_attest:
                life.attest()
            case "screen" | "attest":
                self._try(life, FormName.SCREENING)
            case "agree":
                self._try(life, FormName.AGREEMENTS)
            case "check_in":
                self._try(life, FormName.CHECK_IN)

    def _practise(self, life: Life, times: int) -> None:
        for _ in range(times):
            step = life.engine.home().step
            if step is None or not life.engine.standing().is_open or not life.practise(step):
                return

    def _try(self, life: Life, form: FormName, subject: str = "") -> None:
        try:
            place = life.fill(Place(view=View.FORM, form=form, subject=subject))
        except PlainError as error:
            life.note(error.plain)
        else:
            if place.form is FormName.SAFETY:
                life.fill(place)

    # -- answers -------------------------------------------------------------------------------------------------

    def screening(self, life: Life) -> Given:
        return walk.ROUTES[self.today.route]

    def check_in(self, life: Life) -> Given:
        return {**walk.CHECK_IN, **CHECK_INS[self.today.check_in]}

    def courtesy(self, life: Life, step: str) -> Given:
        return walk.COURTESY if self.today.courteous else {**walk.COURTESY, "cc_free": "unsure"}

    def rate(self, life: Life, step: Step, challenge: Challenge | None) -> int:
        usual = super().rate(life, step, challenge)
        return random.Random(f"{self.today.noise} {step.id}").choice((usual, usual, 0, 24, 25, 50, 100))

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        if self.today.doing == "leave_open":
            return None
        if self.today.doing == "let_go":
            return {"outcome": "dropped"}
        chance = random.Random(f"{self.today.noise} {attempt.id}")
        answers = {item.id: _any(item, chance) for item in life.engine.library.form("prompts/after").items}
        return {
            **answers, "outcome": self.today.outcome, "happened": "Something.", "p_feared_after": self.today.after,
            "tension_peak": self.today.peak, "other_person": "uneasy" if self.today.uneasy else "at_ease",
        }

    def look_back(self, life: Life, attempt: Attempt) -> Given:
        chance = random.Random(f"{self.today.noise} {attempt.id}")
        items = life.engine.library.form("prompts/look_back").items
        return {item.id: _any(item, chance) for item in items}


def _any(item: Item, chance: random.Random) -> Value:
    """Any answer that fits the question, or none."""
    if not item.required and chance.random() < 0.2:
        return "skip"
    match item.kind:
        case Kind.CHOICE | Kind.CONFIRM:
            return chance.choice(item.options).value
        case Kind.SCALE | Kind.NUMBER:
            return chance.randint(item.low, item.high)
        case Kind.SEVERAL:
            return tuple(str(each.value) for each in chance.sample(item.options, 2))
    return chance.choice(("A word.", "A few words more."))
