"""What must never happen to anybody: looked at after every single thing that somebody does.

It reads only what was saved, and knows the rules by itself, so that a slip in the engine cannot hide itself.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from coach.core.errors import PlainError
from coach.core.model import Challenge, Route
from coach.core.records import CONTACT, TABLES, Attempt, Draft, History, Record, Reflection, Settings, Step
from coach.engine import FormName, telling

if TYPE_CHECKING:
    from tests.people.life import Life

OPENS = (Route.READY, Route.GO_GENTLY)
MADE = ("yes", "no", "partly", "no_answer", "stopped")
GOOD_FOR, HELD_FOR, RESTS_FOR = dt.timedelta(days=28), dt.timedelta(days=14), dt.timedelta(days=14)


class Watch:
    """Looks on, and writes down what was broken."""

    def __init__(self, life: Life) -> None:
        self._life = life
        self._seen = life.store.history
        self._days = 0
        self._weight = -1
        self._was_open = True
        self.broken: list[str] = []
        self.advised: set[str] = set()

    def look(self) -> None:
        """Compare what is there now with what was there the last time."""
        history = self._life.engine.history
        self._nothing_lost(history)
        known = {each.id for each in self._seen.attempts}
        for attempt in history.attempts:
            if attempt.id not in known and attempt.step != CONTACT:
                self._attempt(history, attempt)
        self._standing(history)
        self._home()
        self._seen = history

    def _say(self, what: str) -> None:
        self.broken.append(f"{self._life.person.name}, day {self._life.day + 1}: {what}")

    def _check(self, holds: bool, what: str) -> None:
        if not holds:
            self._say(what)

    # -- records -------------------------------------------------------------------------------------------------

    def _nothing_lost(self, history: History) -> None:
        for kind in TABLES.values():
            if kind in (Draft, Settings) or history.of(kind) is self._seen.of(kind):
                continue
            now = {each.id: each for each in history.of(kind)}
            for old in self._seen.of(kind):
                self._check(old.id in now and _has_grown(old, now[old.id]), f"lost or changed: {kind.__name__}")

    # -- attempts ------------------------------------------------------------------------------------------------

    def _attempt(self, history: History, attempt: Attempt) -> None:
        title = attempt.step_title
        gently = history.screenings[-1].route is Route.GO_GENTLY if history.screenings else True
        # The gate is asked a moment before the record gets its time.
        self._check(is_open(history, attempt.at - dt.timedelta(seconds=1)), f"practice on a closed gate: {title}")
        self._check(list(attempt.courtesy.values()) == ["yes"] * 5, f"an attempt without courtesy checks: {title}")
        self._check(_checked_in_well(history, attempt.at), f"an attempt without a check-in that allows it: {title}")
        self._band(history, attempt, gently)
        told = {each.attempt: each for each in history.reflections}
        today = [
            each for each in history.attempts
            if each.at.date() == attempt.at.date() and each.step != CONTACT
            and not (each.id in told and told[each.id].outcome.value == "not_asked")
        ]
        self._check(len(today) <= (1 if gently else 3), f"an attempt past the limit of the day: {title}")
        for each in today:
            if each.id in told:
                self._check(not _was_hard(told[each.id]), f"an attempt after a hard one on the same day: {title}")
        step = history.get(Step, attempt.step)
        self._check(step is not None and not step.retired, f"an attempt at a step that was taken off: {title}")
        self._check(not _rests(history, attempt), f"an attempt at a step that rests: {title}")

    def _band(self, history: History, attempt: Attempt, gently: bool) -> None:
        rank = min(attempt.rating // 25, 3)
        told = {each.attempt: each for each in history.reflections}
        before = [each for each in history.attempts if each.id in told and each.step != CONTACT]
        made = [min(each.rating // 25, 3) for each in before if told[each.id].outcome.value in MADE]
        self._check(rank <= max([0, *made]) + 1, f"a jump of two bands: {attempt.step_title}")
        self._check(not gently or rank <= 1, f"past Small on the gentle way: {attempt.step_title}")
        if rank > 1:
            below = sum(min(each.rating // 25, 3) == rank - 1 and _counts(told[each.id]) for each in before)
            self._check(below >= 3, f"up after {below} reflected attempts: {attempt.step_title}")

    # -- standing ------------------------------------------------------------------------------------------------

    def _standing(self, history: History) -> None:
        """Only a new check, made when it was due or agreed to, may open practice or make the route lighter."""
        standing = self._life.engine.standing()
        weight = -1 if standing.route is None else standing.route.weight
        if history.screenings[len(self._seen.screenings):]:
            self._check(_was_due(self._seen, history), "a new check before it was due")
        else:
            self._check(weight >= self._weight, "a lighter route without a new check")
            self._check(self._was_open or not standing.is_open, "opened without a new check")
        by_records = is_open(history, self._life.engine.now())
        self._check(standing.is_open == by_records, "open or closed against the records")
        self._weight, self._was_open = weight, standing.is_open

    def _home(self) -> None:
        engine = self._life.engine
        home = engine.home()
        self._check(home.days >= self._days, "days practised went down")
        self._days = home.days
        if home.advice is not None:
            told = telling.tell_advice(engine, home.advice)
            words = (told.title, told.words, *told.because)
            self._check(bool(told.because) and all(words), f"advice without a reason: {home.advice.rules}")
            self._check(home.advice == engine.advice(), "home and the page after an attempt say different things")
            self.advised |= set(home.advice.rules)
        for attempt in home.look_backs:
            told_at = next(each.at for each in engine.history.reflections if each.attempt == attempt.id)
            self._check(engine.now() - told_at >= dt.timedelta(hours=18), "a look back before a night had passed")

    # -- what is dealt -------------------------------------------------------------------------------------------

    def dealt(self, challenge: Challenge, *, is_card: bool = False) -> None:
        """A challenge that was proposed, or dealt as a card."""
        history, settings = self._life.engine.history, self._life.engine.settings
        self._check(challenge.id not in settings.vetoed, f"dealt though vetoed: {challenge.id}")
        self._check(all(challenge.id != s.challenge for s in history.steps), f"dealt twice: {challenge.id}")
        self._check(settings.opt_in or not challenge.opt_in, f"dealt unasked: {challenge.id}")
        if is_card:
            rank = (challenge.difficulty * 10 - 5) // 25
            open_ranks = [band.rank for band in self._life.engine.open_bands()]
            self._check(rank in open_ranks, f"a card from a band that is closed: {challenge.id}")
            self._check(is_open(history, self._life.engine.now()), "a card while practice is closed")

    def try_the_doors(self) -> None:
        """Try everything that is closed now; nothing of it may open."""
        engine = self._life.engine
        history, now = engine.history, engine.now()
        if not is_open(history, now):
            self._check(engine.builder.draw_card() is None, "a card while practice is closed")
        ranks = [band.rank for band in engine.open_bands()]
        for step in history.steps:
            if step.id == CONTACT or step.rating is None:
                continue
            if not is_open(history, now) or step.retired or min(step.rating // 25, 3) not in ranks:
                for form in (FormName.COURTESY, FormName.BEFORE):
                    self._is_shut(form, step.id)
        for told in history.reflections:
            if now - told.at < dt.timedelta(hours=18):
                self._is_shut(FormName.LOOK_BACK, told.attempt)
        if not engine.standing().may_screen:
            self._is_shut(FormName.SCREENING, "")

    def _is_shut(self, form: FormName, subject: str) -> None:
        try:
            self._life.engine.begin(form, subject)
        except PlainError as error:
            self._check(len(error.plain) > 20, "a closed door without a sentence")
        else:
            self._say(f"opened though closed: {form.value}")


def is_open(history: History, now: dt.datetime) -> bool:
    """Whether practice is open, by what was saved alone."""
    if not history.screenings:
        return False
    last = history.screenings[-1]
    held = any(each.at >= last.at for each in history.holds)
    return last.route in OPENS and not held and now - last.at < GOOD_FOR


def _was_due(before: History, after: History) -> bool:
    new = after.screenings[len(before.screenings)]
    if not before.screenings:
        return True
    last = before.screenings[-1]
    closed = [last.at] if last.route in (Route.HELP_NOW, Route.SUPPORT_FIRST) else []
    holds = [each for each in before.holds if each.at >= last.at]
    closed += [each.at for each in holds]
    worst = max([last.route, *(each.route for each in holds)], key=lambda each: each.weight)
    if worst is Route.NOT_YET:
        return True
    if worst is Route.SUPPORT_FIRST and new.attested:
        return new.route is not Route.READY
    return new.at - max(closed) >= HELD_FOR if closed else new.at - last.at >= GOOD_FOR


def _has_grown(old: Record, new: Record) -> bool:
    """True when nothing that was there is gone."""
    if isinstance(old, Step) and isinstance(new, Step):
        trail = new.changes[len(old.changes):]
        same = {each.item for each in trail} >= {n for n in ("title", "say") if getattr(old, n) != getattr(new, n)}
        kept = new.ratings[:len(old.ratings)], new.changes[:len(old.changes)]
        return same and kept == (old.ratings, old.changes)
    if isinstance(old, Attempt) and isinstance(new, Attempt):
        return (old.before, old.at, old.rating, old.courtesy) == (new.before, new.at, new.rating, new.courtesy)
    return old == new


def _checked_in_well(history: History, at: dt.datetime) -> bool:
    today = [each.answers for each in history.check_ins if each.at.date() == at.date() and each.at <= at]
    if not today or today[-1].get("ci_choice") in ("stop", "reflect"):
        return False
    return all(each["ci_safety"] == "no" and each.get("ci_body") != "not_sober" for each in today)


def _counts(told: Reflection) -> bool:
    answers = told.answers
    reason = answers.get("reasons", "skip") != "skip" or answers.get("reasons_words", "skip") != "skip"
    return reason and answers.get("feelings", "skip") != "skip" and isinstance(answers.get("p_feared_after"), int)


def _was_hard(told: Reflection) -> bool:
    peak = told.answers.get("tension_peak")
    high = isinstance(peak, int) and peak >= 80
    return high or told.answers.get("other_person") == "uneasy" or told.outcome.value == "stopped"


def _rests(history: History, attempt: Attempt) -> bool:
    told = {each.attempt: each for each in history.reflections}
    made = [
        each for each in history.attempts
        if each.id in told and told[each.id].outcome.value in MADE and each.step != CONTACT
    ]
    same = [each for each in made if each.step == attempt.step]
    pairs = [pair for row in (made, same) for pair in pairwise(sorted(row, key=lambda each: each.at))]
    return any(
        all(told[each.id].answers.get("other_person") == "uneasy" for each in pair)
        and attempt.step in (pair[0].step, pair[1].step) and attempt.at - pair[1].at < RESTS_FOR
        for pair in pairs
    )
