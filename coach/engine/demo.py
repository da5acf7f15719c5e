"""Made-up people for `coach demo`, the pictures and the tests: weeks of practice that could be somebody's.

What they wrote is content; the numbers come from a seed, so the same day gives the same records.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from typing import TypeVar

from coach.core import screening
from coach.core.flow import checked
from coach.core.made_up import Person, Rung, Scene
from coach.core.model import SKIP, Challenge, Form, Value
from coach.core.records import (
    Answers,
    Attempt,
    CheckIn,
    ExerciseLog,
    History,
    LookBack,
    Outcome,
    Rating,
    Record,
    Reflection,
    Screening,
    Settings,
    Stage,
    Step,
)
from coach.core.searching import Ending
from coach.library import Library
from coach.library.reading import read

NAMES = ("steady", "avoider", "gently")
"""Who there is to be: steady practice, calls put off, and the gentle way."""

A_DAY, GENTLY_A_DAY = 2, 1
CHECK_EVERY = 25
"""Days between two checks; a check is good for four weeks."""

LAST_DAYS = 14
"""Within so many days every look back was made, except those of yesterday: they wait."""

HIGHEST_PEAK = 78
"""Tension from 80 on would close practice, which is another story."""

FOR_NO = (
    ("situation.busy",), ("situation.rule",), ("them.needs",), ("them.day", "situation.busy"), ("them.taste",),
    ("situation.place",), ("situation.busy", "unknown.open"), ("me.wording",), ("them.needs", "situation.rule"),
    ("unknown.open",), ("me.size", "situation.rule"),
)
FOR_YES = (
    ("them.kind",), ("them.kind", "me.wording"), ("me.size",), ("situation.place", "them.kind"), ("me.wording",),
)
TOLD_YES = frozenset({"adult", "agree_people", "agree_places", "agree_reflect"})
"""Questions of the check whose mildest answer is yes; of the others it is the first one."""

T = TypeVar("T")


def made_up(library: Library, name: str, now: dt.datetime) -> History:
    """The records of one of `NAMES` as if today were `now`. Raises ContentError when there is nobody of that name."""
    return _Maker(library, read(library.folder / "demo" / f"{name}.toml", Person), now).history()


class _Plan:
    """One attempt to come: which rung, which scene, on which day."""

    def __init__(self, rung: int, scene: Scene, number: int, week: float) -> None:
        self.rung, self.scene, self.number, self.week = rung, scene, number, week
        self.at = dt.datetime.min


class _Maker:
    """Turns scenes into records, oldest first."""

    def __init__(self, library: Library, person: Person, now: dt.datetime) -> None:
        self._library, self._person, self._now = library, person, now
        self._random = random.Random(person.seed)  # noqa: S311
        self._start = now - dt.timedelta(days=7 * person.weeks)
        self._challenges = {challenge.id: challenge for challenge in library.challenges}
        self._forms = {name: library.form(f"prompts/{name}") for name in ("before", "after", "look_back")}
        self._gently = False

    def history(self) -> History:
        """Everything this person has saved."""
        records: list[Record] = [self._settings(), *self._screenings(), *self._steps()]
        plans = self._planned()
        records += self._check_ins(plans)
        for number, plan in enumerate(plans, 1):
            records += self._attempt(plan, number)
        records += [
            ExerciseLog(
                id=f"log-{log.days_ago:03}", at=self._clock(self._now.date() - dt.timedelta(days=log.days_ago), 20),
                exercise=log.exercise, text=log.text,
            )
            for log in self._person.logs
        ]
        return History().changed(sorted(records, key=lambda record: record.at))

    # -- chance and time ---------------------------------------------------------------------------------------

    def _part(self, low: float, high: float) -> float:
        """Some number between two; only `random()`, which gives the same in every version of Python."""
        return low + (high - low) * self._random.random()

    def _pick(self, of: Sequence[T]) -> T:
        return of[int(self._random.random() * len(of))]

    def _often(self, part: float) -> bool:
        return self._random.random() < part

    def _clock(self, day: dt.date, hour: float) -> dt.datetime:
        minutes = int(60 * hour)
        return dt.datetime.combine(day, dt.time(minutes // 60, minutes % 60), tzinfo=self._now.tzinfo)

    # -- who they are ------------------------------------------------------------------------------------------

    def _settings(self) -> Settings:
        who = self._person
        return Settings(
            id="settings", at=self._start, country=who.country, theme=who.theme, welcomed=True, goals=who.goals,
            own_goals=who.own_goals, fears=who.fears, channels=who.channels, trusted=who.trusted,
            anchors=who.anchors,
        )

    def _screenings(self) -> list[Screening]:
        content = self._library.screening
        mild: dict[str, Value] = {
            item.id: "yes" if item.id in TOLD_YES else item.options[0].value for item in content.form.items
        }
        answers = screening.walked(content, {**mild, **self._person.screening})
        result = screening.decided(content, answers)
        self._gently = result.route.opens_practice and result.route.weight > 0
        days = range(0, 7 * self._person.weeks, CHECK_EVERY)
        return [
            Screening(
                id=f"check-{number}", at=self._start + dt.timedelta(days=day, minutes=5), answers=answers,
                route=result.route, reasons=result.reasons, scores=result.scores, content_version=content.version,
            )
            for number, day in enumerate(days, 1)
        ]

    def _steps(self) -> list[Step]:
        found = []
        for rung in self._person.steps:
            challenge = self._challenges[rung.challenge]
            ratings = [Rating(at=self._start + dt.timedelta(minutes=20), value=rung.rating[0])]
            for part in (0.5, 1.0):
                at = self._start + dt.timedelta(days=7 * _between(*rung.weeks, part))
                if at < self._now and rung.rating[1] != rung.rating[0]:
                    ratings.append(Rating(at=at, value=round(_between(*rung.rating, part))))
            found.append(_step(challenge, tuple(ratings), self._start + dt.timedelta(minutes=15)))
        return found

    # -- when --------------------------------------------------------------------------------------------------

    def _planned(self) -> list[_Plan]:
        """Every scene on a day of its own weeks, at most so many a day, the last of them yesterday."""
        plans = []
        for index, rung in enumerate(self._person.steps):
            count = len(rung.scenes)
            for number, scene in enumerate(rung.scenes):
                week = _between(*rung.weeks, (number + self._part(0.1, 0.9)) / max(1, count))
                plans.append(_Plan(index, scene, number, week))
        plans.sort(key=lambda plan: (plan.week, plan.rung))
        last = 7 * self._person.weeks - 1
        used: dict[int, int] = {}
        most = GENTLY_A_DAY if self._gently else A_DAY
        for plan in plans:
            day = min(max(1, int(7 * plan.week)), last)
            while used.get(day, 0) >= most:
                day = day + 1 if day < last else min(free for free in range(1, last) if used.get(free, 0) < most)
            used[day] = used.get(day, 0) + 1
            hour = self._part(9, 13) if used[day] == 1 else self._part(14, 18)
            plan.at = self._clock(self._start.date() + dt.timedelta(days=day), hour)
        plans.sort(key=lambda plan: plan.at)
        plans[-1].at = self._clock(self._now.date() - dt.timedelta(days=1), 11.2)
        return sorted(plans, key=lambda plan: plan.at)

    def _check_ins(self, plans: list[_Plan]) -> list[CheckIn]:
        first = {plan.at.date(): plan.at for plan in reversed(plans)}
        return [
            CheckIn(
                id=f"check-in-{day.isoformat()}", at=at - dt.timedelta(minutes=25),
                answers={
                    "ci_safety": "no", "ci_steady": round(self._part(5, 8.4)), "ci_body": "fine",
                    "ci_choice": "full" if self._often(0.85) else "smaller",
                },
            )
            for day, at in sorted(first.items())
        ]

    # -- one attempt -------------------------------------------------------------------------------------------

    def _attempt(self, plan: _Plan, number: int) -> list[Record]:
        rung, scene = self._person.steps[plan.rung], plan.scene
        name = f"attempt-{number:03}"
        part = (plan.at - self._start) / (self._now - self._start)
        rating = round(_between(*rung.rating, plan.number / max(1, len(rung.scenes) - 1)))
        before = self._before(rung, plan, part, rating)
        challenge = self._challenges[rung.challenge]
        stage = Stage.DROPPED if scene.outcome is Ending.DROPPED else Stage.DONE
        attempt = Attempt(
            id=name, at=plan.at, step=_step_id(challenge), step_title=challenge.title, rating=rating, before=before,
            courtesy={item.id: "yes" for item in self._library.form("courtesy").items}, stage=stage,
        )
        if stage is Stage.DROPPED:
            return [attempt]
        outcome = Outcome(scene.outcome.value)
        after = self._after(scene, outcome, before, part)
        written = plan.at + dt.timedelta(minutes=self._part(15, 160))
        reflection = Reflection(
            id=f"reflection-{number:03}", at=written, attempt=name, outcome=outcome, answers=after,
            seconds=round(self._part(80, 400)),
        )
        is_made = outcome not in (Outcome.NOT_ASKED, Outcome.STOPPED)
        days_ago = (self._now.date() - plan.at.date()).days
        if is_made and days_ago > 1 and (days_ago <= LAST_DAYS or self._gently or self._often(0.75)):
            return [attempt, reflection, self._look_back(name, number, before, after, written)]
        return [attempt, reflection]

    def _before(self, rung: Rung, plan: _Plan, part: float, rating: int) -> Answers:
        who = self._person
        belief = self._pick(who.beliefs)
        fear = _between(*who.guess_fear, part) + (rating - 45) * 0.3 + self._part(-10, 10)
        yes = _between(*who.guess_yes, part) + (45 - rating) * 0.4 + self._part(-26, 26)
        found: Answers = {
            "ask": rung.asks[plan.number % len(rung.asks)],
            "place": plan.scene.place,
            "feared": rung.feared[plan.number % len(rung.feared)],
            "p_feared": _to_five(fear, 10, 95),
            "p_yes": _to_five(yes, 5, 95),
            "cost": _to_five(rating * 0.9 + self._part(-8, 14), 5, 90),
            "tension_before": _to_five(rating + self._part(-10, 8), 5, HIGHEST_PEAK - 8),
            "self_worth_before": round(self._part(5, 7.4)),
            "self_belief": belief or SKIP,
            "belief_before": _to_five(_between(62, 34, part) + self._part(-10, 10), 5, 90) if belief else SKIP,
            "other_reasons": self._pick(who.other_reasons),
            "drop": self._pick(who.drop) if self._often(0.7) else SKIP,
            "exit_line": self._pick(who.exit_lines),
        }
        return _in_order(self._forms["before"], found)

    def _after(self, scene: Scene, outcome: Outcome, before: Answers, part: float) -> Answers:
        peak = min(HIGHEST_PEAK, _number(before, "tension_before") + round(self._part(4, 16)))
        if outcome is Outcome.NOT_ASKED:
            return _in_order(self._forms["after"], {"outcome": "not_asked", "not_asked_why": scene.why})
        common: Answers = {
            "outcome": outcome.value, "happened": scene.happened, "other_person": scene.other,
            "tension_peak": peak, "tension_now": _to_five(peak * self._part(0.15, 0.45), 0, 60),
        }
        if outcome is Outcome.STOPPED:
            return _in_order(self._forms["after"], common)
        feared = scene.feared_happened or self._feared(outcome)
        fall = {"no": self._part(14, 34), "partly": self._part(5, 15), "yes": self._part(-2, 8)}[feared]
        is_yes = outcome in (Outcome.YES, Outcome.PARTLY)
        belief = _number(before, "belief_before")
        found: Answers = {
            **common,
            "feared_happened": feared,
            "p_feared_after": _to_five(_number(before, "p_feared") - fall, 0, 90),
            "cost_after": _to_five(_number(before, "cost") * self._part(0.25, 0.7), 0, 80),
            "reasons": scene.reasons or self._pick(FOR_YES if is_yes else FOR_NO[: 11 if part < 0.5 else 8]),
            "reasons_words": SKIP,
            "feelings": scene.feelings or SKIP,
            "belief_after": _to_five(belief - self._part(4, 22), 0, 85) if belief else SKIP,
            "lesson": scene.lesson or SKIP,
            "keep": ("yes" if self._often(0.92) else "no") if scene.lesson else SKIP,
        }
        return _in_order(self._forms["after"], found)

    def _feared(self, outcome: Outcome) -> str:
        return "partly" if outcome is not Outcome.YES and self._often(0.2) else "no"

    def _look_back(
        self, attempt: str, number: int, before: Answers, after: Answers, written: dt.datetime
    ) -> LookBack:
        replay = round(self._part(0, 14)) if self._often(0.8) else round(self._part(21, 45))
        helped = "no" if replay > 20 else "unsure" if self._often(0.4) else "yes"
        at = self._clock(written.date() + dt.timedelta(days=1), self._part(18.2, 21))
        found: Answers = {
            "lb_feared": _to_five(_number(after, "p_feared_after") + self._part(-10, 4), 0, 90),
            "lb_replay": replay,
            "lb_replay_helped": helped if replay else SKIP,
            "lb_worth": min(9, _number(before, "self_worth_before") + (1 if self._often(0.4) else 0)),
            "lb_sits": self._pick(self._person.sits) or SKIP,
            "lb_worse": "no",
        }
        answers = _in_order(self._forms["look_back"], found)
        return LookBack(id=f"look-back-{number:03}", at=at, attempt=attempt, answers=answers)


def _step_id(challenge: Challenge) -> str:
    return f"step-{challenge.id.partition('.')[2]}"


def _step(challenge: Challenge, ratings: tuple[Rating, ...], at: dt.datetime) -> Step:
    return Step(
        id=_step_id(challenge), at=at, title=challenge.title, what=challenge.what, say=challenge.say,
        challenge=challenge.id, category=challenge.category, channel=challenge.channels[0], ratings=ratings,
    )


def _in_order(form: Form, found: Answers) -> Answers:
    """The answers in the order asked, each one that its question takes."""
    return {item.id: checked(item, found[item.id]) for item in form.items if item.id in found}


def _number(answers: Answers, item: str) -> int:
    value = answers[item]
    return value if isinstance(value, int) else 0


def _between(first: float, last: float, part: float) -> float:
    return first + (last - first) * min(max(part, 0.0), 1.0)


def _to_five(value: float, low: int, high: int) -> int:
    """To the nearest five, as people answer."""
    return min(max(5 * round(value / 5), low), high)
