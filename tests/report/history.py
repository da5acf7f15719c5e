"""Made-up histories for the report tests."""

from __future__ import annotations

import datetime as dt
from functools import cache

import msgspec

from coach.core.model import Category, Channel, Route
from coach.core.records import (
    Answers,
    Attempt,
    Cause,
    Change,
    CheckIn,
    Draft,
    ExerciseLog,
    History,
    Hold,
    LookBack,
    Outcome,
    Rating,
    Reflection,
    Screening,
    Settings,
    Stage,
    Step,
    Trusted,
)
from coach.library import Library
from coach.report.texts import Texts, texts_from

ZONE = dt.timezone(dt.timedelta(hours=1))
START = dt.datetime(2026, 7, 6, 12, 0, tzinfo=ZONE)
NOW = dt.datetime(2026, 11, 22, 18, 0, tzinfo=ZONE)

FORMS = (
    "checkin", "courtesy", "prompts/before", "prompts/after", "prompts/different", "prompts/look_back",
    "ladder/goals",
)

HOSTILE = (
    "</title></svg><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% raw %} {#",
    "=HYPERLINK(\"http://evil.example\")",
    "\x1b]0;owned\x07\x1b[2J red \u202e desrever",
    "# not a heading\n- [x](javascript:alert(1))\n    code\n***",
    "a&lt;b &amp; c\u2028d\x00e",
    "e\u0301" * 40 + "o" + "\u0300" * 500,
    "W" * 4000,
    "漢字" * 900,
)


def day(number: int, hour: int = 0) -> dt.datetime:
    """That many days after the start, at noon or some hours later."""
    return START + dt.timedelta(days=number, hours=hour)


@cache
def texts() -> Texts:
    """The words of the real content."""
    library = Library()
    return texts_from(
        forms=[library.form(name) for name in FORMS],
        screening=library.screening,
        categories=library.categories,
        themes=[library.goals, library.fears],
        exercises=library.exercises,
        strings=library.strings,
    )


def check(number: int, route: Route = Route.READY, reasons: tuple[str, ...] = (), name: str = "") -> Screening:
    """A fit and safety check on that day."""
    return Screening(
        id=name or f"check{number}", at=day(number), answers={"adult": "yes"}, route=route, reasons=reasons,
        scores={}, content_version="test",
    )


def hold(number: int, route: Route = Route.SUPPORT_FIRST, cause: Cause = Cause.WORSENING, name: str = "") -> Hold:
    """Practice closed on that day."""
    reasons = {Cause.WORSENING: "practice.worsening", Cause.WORDS: "words.confirmed"}
    return Hold(id=name or f"hold{number}", at=day(number), cause=cause, route=route, reasons=(reasons[cause],))


TITLES = (
    ("water", "Ask a café for a glass of tap water", 12, Category.ASK_STRANGER, Channel.IN_PERSON),
    ("seat", "Ask to share a table", 28, Category.ASK_STRANGER, Channel.IN_PERSON),
    ("price", "Ask for a small discount at the market", 41, Category.ASK_DISCOUNT, Channel.IN_PERSON),
    ("library", "Ask the library to order a book", 20, Category.HELP_SEEKING, Channel.PHONE),
    ("lunch", "Invite a colleague from choir to lunch", 58, Category.SOCIAL_INVITATION, Channel.MESSAGE),
    ("tour", "Ask to see behind the scenes of a bakery", 66, Category.CREATIVE_SILLY, Channel.IN_PERSON),
    ("talk", "Offer a talk to the local history club", 81, Category.OPPORTUNITY, Channel.MESSAGE),
)


def steps() -> tuple[Step, ...]:
    """A ladder of seven steps, each rated twice."""
    return tuple(
        Step(
            id=name, at=day(0), title=title, category=category, channel=channel,
            ratings=(Rating(at=day(0), value=min(100, rating + 9)), Rating(at=day(30), value=rating)),
        )
        for name, title, rating, category, channel in TITLES
    )


_ENDS = (
    Outcome.NO, Outcome.YES, Outcome.YES, Outcome.NO, Outcome.PARTLY, Outcome.NO_ANSWER, Outcome.YES,
    Outcome.NOT_ASKED,
)
_REASONS = (("situation.busy",), ("situation.rule", "them.needs"), ("them.day",), ("me.size", "unknown.open"))


def before(number: int, **changes: str | int) -> Answers:
    """A plan; guesses get better over time."""
    eased = min(number, 90)
    return {
        "ask": "Hello, could I have a glass of tap water, please?",
        "place": ("the corner café", "the market", "by phone")[number % 3],
        "feared": "They will sigh and roll their eyes.",
        "p_feared": 80 - eased // 2 + number % 5,
        "p_yes": 25 + eased // 3,
        "cost": 70 - eased // 2,
        "tension_before": 62 - eased // 3,
        "self_worth_before": 6,
        "self_belief": "That I am too much.",
        "belief_before": 65,
        "other_reasons": "She is in a hurry.\nThe shop has a rule.",
        "drop": "skip",
        "exit_line": "Thanks anyway, have a good day.",
        **changes,
    }


def after(number: int, outcome: Outcome, **changes: str | int | tuple[str, ...]) -> Answers:
    """What was answered after."""
    if outcome is Outcome.NOT_ASKED:
        return {"outcome": "not_asked", "not_asked_why": "person_busy", **changes}
    eased = min(number, 90)
    return {
        "outcome": outcome.value,
        "happened": "She looked up, said that they only sell bottles, and smiled.",
        "other_person": "at_ease",
        "feared_happened": ("no", "no", "partly", "no")[number % 4],
        "p_feared_after": max(8, 48 - eased // 2),
        "cost_after": max(5, 30 - eased // 3),
        "tension_peak": 76 - eased // 3,
        "tension_now": 26 - eased // 4,
        "reasons": _REASONS[number % 4],
        "feelings": ("proud, shaky", "flat", "relieved")[number % 3],
        "belief_after": 40,
        "lesson": f"She said no, and smiled, and that was all of it. ({number})",
        "keep": "yes" if number % 5 == 0 else "no",
        **changes,
    }


def attempts(count: int, every: float = 1.3) -> History:
    """That many attempts at the seven steps, every fifth with a look back; one was corrected later."""
    made, reflections, look_backs = [], [], []
    for number in range(count):
        step = steps()[(number * 3) % 7 if number > 20 else number % 3]
        outcome = _ENDS[number % len(_ENDS)]
        when = START + dt.timedelta(days=number * every)
        made.append(Attempt(
            id=f"a{number:03}", at=when, step=step.id, step_title=step.title, rating=step.rating or 0,
            before=before(number), courtesy={"cc_free": "yes"}, stage=Stage.DONE,
        ))
        changes = (Change(item="feelings", old="bad", new="flat", at=NOW),) if number == 1 else ()
        reflections.append(Reflection(
            id=f"r{number:03}", at=when + dt.timedelta(hours=2), attempt=f"a{number:03}", outcome=outcome,
            answers=after(number, outcome), seconds=140, changes=changes,
        ))
        if number % 5 == 0:
            look_backs.append(LookBack(
                id=f"b{number:03}", at=when + dt.timedelta(days=1), attempt=f"a{number:03}",
                answers={
                    "lb_feared": max(5, 40 - number // 2), "lb_replay": 10, "lb_replay_helped": "unsure",
                    "lb_worth": 7,
                },
            ))
    return History(
        steps=steps() if count else (), attempts=tuple(made), reflections=tuple(reflections),
        look_backs=tuple(look_backs),
    )


def whole(count: int = 100) -> History:
    """A history with something of every kind."""
    return attempts(count).changed([
        check(-2, Route.NOT_YET, ("agree.people",)),
        check(-1, Route.GO_GENTLY, ("worth.shaky", "recent.loss")),
        hold(25),
        check(40, Route.READY),
        hold(55, Route.HELP_NOW, Cause.WORDS),
        check(70, Route.SUPPORT_FIRST, ("safety.wish", "mood.heavy")),
        check(88, Route.GO_GENTLY, ("mood.low",)),
        CheckIn(id="c1", at=day(88), answers={"ci_safety": "no", "ci_steady": 7}),
        ExerciseLog(id="e1", at=day(60), exercise="self_kindness", text="Dear you,\n\nyou tried."),
        Settings(
            id="settings", at=day(0), country="GB", welcomed=True, own_goals=("A raise",),
            own_fears=("Being laughed at",), trusted=Trusted(name="Sam", reach="07700 900123"),
        ),
        Draft(id="before/water", at=NOW, form="before", subject="water", answers={"ask": "Could I"}, at_item="place"),
    ])


def hostile(count: int = 100) -> History:
    """A history in which every text is hostile or endless."""
    history = whole(count)
    bad = [HOSTILE[number % len(HOSTILE)] for number in range(count)]
    put = [
        Attempt(
            id=each.id, at=each.at, step=each.step, step_title=text, rating=each.rating, stage=each.stage,
            before=before(
                number, ask=text, place=text, feared=text, self_belief=text, other_reasons=text, exit_line=text,
            ),
        )
        for number, (each, text) in enumerate(zip(history.attempts, bad, strict=True))
    ]
    told = [
        Reflection(
            id=each.id, at=each.at, attempt=each.attempt, outcome=each.outcome, seconds=1,
            answers=after(
                number, each.outcome, happened=text, feelings=text, lesson=text, reasons_words=text, keep="yes",
            ),
        )
        for number, (each, text) in enumerate(zip(history.reflections, bad, strict=True))
    ]
    rated = [
        Step(id=step.id, at=step.at, title=text, ratings=step.ratings, category=step.category)
        for step, text in zip(history.steps, HOSTILE, strict=False)
    ]
    return history.changed([*put, *told, *rated])


WIDE = ("W" * 4000, "漢字" * 900, "Wir " * 900, "a" * 4000)
"""Texts that take as much room as a text can."""


def fullest() -> History:
    """A hundred attempts that fill every part of the page for a therapist, with the widest texts there are."""
    history = hostile()
    words = [WIDE[number % len(WIDE)] for number in range(100)]
    plans = [
        msgspec.structs.replace(
            each, step_title=text,
            before={**each.before, "ask": text, "feared": text, "self_belief": text, "p_yes": 10 + number % 5 * 20},
        )
        for number, (each, text) in enumerate(zip(history.attempts, words, strict=True))
    ]
    reasons = ("situation.busy", "situation.rule", "situation.place", "them.day", "them.needs")
    told = [
        msgspec.structs.replace(each, answers={
            **each.answers, "happened": text, "reasons": reasons, "reasons_words": text, "feelings": text,
            "lesson": text,
        })
        for each, text in zip(history.reflections, words, strict=True)
    ]
    rungs = [Step(id=f"w{n}", at=day(0), title=WIDE[0], ratings=(Rating(at=day(0), value=n),)) for n in range(12)]
    longest = tuple(sorted(texts().rules, key=lambda rule: (-len(texts().rules[rule]), rule)))[:6]
    checks = [check(100 + number, Route.SUPPORT_FIRST, longest) for number in range(6)]
    return history.changed([*plans, *told, *rungs, *checks])
