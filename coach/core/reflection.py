"""Reading what was written after an attempt: when it counts, and when practice has gone mechanical.

An attempt, its reflection and its look back are three records; here they are put together as one story.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from itertools import pairwise

import msgspec

from coach.core.model import SKIP
from coach.core.records import CONTACT, Answers, Attempt, History, LookBack, Outcome, Reflection, Stage
from coach.core.remembering import of_history
from coach.core.wording import Sentence

QUICK_SECONDS = 20
MANY_A_DAY = 3
ALIKE = 0.85
"""Share of words two texts have in common, from which on they are nearly the same."""

DIFFERENT = "diff_"
"""How the ids of the different questions begin, one of which ends the mechanical notice."""

_AFTER_TEXTS = ("happened", "reasons_words", "feelings", "lesson")
_AFTER_RATINGS = ("p_feared_after", "cost_after", "tension_peak", "tension_now", "belief_after")


def number(answers: Answers, item: str) -> int | None:
    """A number that was answered; None when it was skipped or not asked."""
    value = answers.get(item)
    return value if isinstance(value, int) else None


def text(answers: Answers, item: str) -> str:
    """A word or text that was answered; empty when it was skipped or not asked."""
    value = answers.get(item)
    return value.strip() if isinstance(value, str) and value != SKIP else ""


def several(answers: Answers, item: str) -> tuple[str, ...]:
    """The words that were picked; none when it was skipped or not asked."""
    value = answers.get(item)
    return value if isinstance(value, tuple) else ()


class Story(msgspec.Struct, frozen=True):
    """One attempt with what was written after it and the day after."""

    attempt: Attempt
    reflection: Reflection | None = None
    look_back: LookBack | None = None

    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None while it is open, or when it was dropped."""
        return self.reflection.outcome if self.reflection else None

    @property
    def is_made(self) -> bool:
        """True when somebody was asked, whatever came of it."""
        return self.outcome not in (None, Outcome.NOT_ASKED)

    @property
    def is_not_made(self) -> bool:
        """True when it was planned and then dropped, or not asked."""
        return self.outcome is Outcome.NOT_ASKED or (
            self.reflection is None and self.attempt.stage is Stage.DROPPED
        )

    @property
    def is_contact(self) -> bool:
        """True for the ask that is always open: it is no part of the ladder."""
        return self.attempt.step == CONTACT

    @property
    def counts(self) -> bool:
        """True when its reflection counts."""
        return self.reflection is not None and counts(self.reflection)

    @property
    def before(self) -> Answers:
        """The plan."""
        return self.attempt.before

    @property
    def after(self) -> Answers:
        """What was answered after; empty when nothing was."""
        return self.reflection.answers if self.reflection else {}

    @property
    def peak(self) -> int | None:
        """The most tension, 0-100."""
        return number(self.after, "tension_peak")

    @property
    def is_uneasy(self) -> bool:
        """True when the other person seemed uneasy."""
        return self.after.get("other_person") == "uneasy"

    @property
    def place(self) -> str:
        """Where, in the person's words without case and outer space; empty when unknown."""
        return text(self.before, "place").casefold()

    def is_on(self, day: dt.date) -> bool:
        """True when the attempt or its reflection is of that day, in its own local time."""
        return self.attempt.at.date() == day or (
            self.reflection is not None and self.reflection.at.date() == day
        )


@of_history
def stories(history: History) -> tuple[Story, ...]:
    """Every attempt with its reflection and look back, oldest first."""
    reflections = {r.attempt: r for r in history.reflections}
    look_backs = {b.attempt: b for b in history.look_backs}
    found = [Story(a, reflections.get(a.id), look_backs.get(a.id)) for a in history.attempts]
    return tuple(sorted(found, key=lambda story: story.attempt.at))


def story(history: History, attempt_id: str) -> Story | None:
    """The story of one attempt, or None when there is no such attempt."""
    attempt = history.get(Attempt, attempt_id)
    if attempt is None:
        return None
    reflection = next((r for r in reversed(history.reflections) if r.attempt == attempt_id), None)
    look_back = next((b for b in reversed(history.look_backs) if b.attempt == attempt_id), None)
    return Story(attempt, reflection, look_back)


def counts(reflection: Reflection) -> bool:
    """True when it has a reason, a feeling and the re-rating, however short it is (design: 3-practice)."""
    return not missing(reflection)


def missing(reflection: Reflection) -> tuple[str, ...]:
    """What keeps a reflection from counting: any of `reason`, `feeling`, `rating`."""
    answers = reflection.answers
    has = {
        "reason": bool(several(answers, "reasons") or text(answers, "reasons_words")),
        "feeling": bool(text(answers, "feelings")),
        "rating": number(answers, "p_feared_after") is not None,
    }
    return tuple(name for name, there in has.items() if not there)


def mechanical(history: History, now: dt.datetime) -> tuple[str, ...]:
    """What was noticed up to `now`: two or more of `alike`, `same_ratings`, `quick`, `many`; or nothing.

    Once noticed it holds until one reflection has answered a different question (design: 3-practice).
    """
    told = [s for s in stories(history) if _is_full(s) and s.attempt.at <= now]
    a_day = Counter(a.at.date() for a in history.attempts)
    for last in range(len(told), 0, -1):
        if _answered_different(told[last - 1]):
            return ()
        signs = _signs(_window(told, last), a_day)
        if len(signs) > 1:
            return signs
    return ()


def _is_full(told: Story) -> bool:
    """True when the whole reflection was asked: not after a bad encounter, nor when nobody was asked."""
    return told.is_made and told.outcome is not Outcome.STOPPED


def _answered_different(told: Story) -> bool:
    return any(item.startswith(DIFFERENT) and text(told.after, item) for item in told.after)


def _window(told: list[Story], last: int) -> list[Story]:
    """Up to three stories that end before `last`, none older than a different question answered."""
    window: list[Story] = []
    for one in reversed(told[max(0, last - 3):last]):
        if _answered_different(one):
            break
        window.insert(0, one)
    return window


def _signs(window: list[Story], a_day: Counter[dt.date]) -> tuple[str, ...]:
    latest = window[-1]
    reflection = latest.reflection
    signs = []
    if len(window) == 3 and _same_ratings(window):
        signs.append("same_ratings")
    if reflection is not None and 0 < reflection.seconds < QUICK_SECONDS:
        signs.append("quick")
    if a_day[latest.attempt.at.date()] > MANY_A_DAY:
        signs.append("many")
    # Comparing texts is the slow part, and alone it is no notice.
    if signs and len(window) == 3 and _alike(window):
        signs.insert(0, "alike")
    return tuple(signs)


def _same_ratings(window: list[Story]) -> bool:
    ratings = {tuple(number(s.after, item) for item in _AFTER_RATINGS) for s in window}
    return len(ratings) == 1 and sum(value is not None for value in ratings.pop()) > 1


def _alike(window: list[Story]) -> bool:
    texts = [_words(s) for s in window]
    return all(a and b and 2 * (a & b).total() / (a.total() + b.total()) >= ALIKE for a, b in pairwise(texts))


def _words(told: Story) -> Counter[str]:
    joined = " ".join(text(told.after, item) for item in _AFTER_TEXTS)
    return Counter(re.findall(r"\w+", joined.casefold()))


class SideBySide(msgspec.Struct, frozen=True, kw_only=True):
    """What was expected and what came, 0-100 each, None where nothing was answered. `later`: the day after.

    `feared_happened` is yes, partly, no or empty. `sentences` are at most two.
    """

    feared: str
    feared_happened: str
    outcome: Outcome | None
    p_feared: int | None
    p_feared_after: int | None
    p_feared_later: int | None
    p_yes: int | None
    cost: int | None
    cost_after: int | None
    tension_before: int | None
    tension_peak: int | None
    tension_now: int | None
    belief_before: int | None
    belief_after: int | None
    sentences: tuple[Sentence, ...]


def side_by_side(told: Story) -> SideBySide:
    """Prediction and result of one attempt next to each other, for the picture and its two sentences."""
    before, after = told.before, told.after
    return SideBySide(
        feared=text(before, "feared"),
        feared_happened=text(after, "feared_happened"),
        outcome=told.outcome,
        p_feared=number(before, "p_feared"),
        p_feared_after=number(after, "p_feared_after"),
        p_feared_later=number(told.look_back.answers, "lb_feared") if told.look_back else None,
        p_yes=number(before, "p_yes"),
        cost=number(before, "cost"),
        cost_after=number(after, "cost_after"),
        tension_before=number(before, "tension_before"),
        tension_peak=number(after, "tension_peak"),
        tension_now=number(after, "tension_now"),
        belief_before=number(before, "belief_before"),
        belief_after=number(after, "belief_after"),
        sentences=_sentences(told),
    )


def _sentences(told: Story) -> tuple[Sentence, ...]:
    if told.outcome is Outcome.STOPPED:
        return (Sentence(id="side.stopped"),)
    if told.outcome is Outcome.NOT_ASKED:
        return (Sentence(id="side.not_asked"),)
    possible = (_expectation(told), _cost(told), _feared(told), _yes(told))
    return tuple(sentence for sentence in possible if sentence is not None)[:2]


def _expectation(told: Story) -> Sentence | None:
    before, after = number(told.before, "p_feared"), number(told.after, "p_feared_after")
    if before is None or after is None:
        return None
    way = "same" if after == before else "fell" if after < before else "rose"
    return Sentence(id=f"side.expect_{way}", facts={"before": before, "after": after})


def _cost(told: Story) -> Sentence | None:
    before, after = number(told.before, "cost"), number(told.after, "cost_after")
    if before is None or after is None:
        return None
    asked = "no" if told.outcome in (Outcome.NO, Outcome.NO_ANSWER) else "open"
    facts = {"before": before, "after": after}
    if after >= before:
        return Sentence(id="side.cost_same" if after == before else "side.cost_rose", facts={**facts})
    share = next((words for most, words in _SHARES if after / before < most), "nearly as")
    if not share:
        return Sentence(id=f"side.cost_gone_{asked}", facts={**facts})
    return Sentence(id=f"side.cost_fell_{asked}", facts={**facts, "share": share})


_SHARES = (
    (0.1, ""), (0.29, "a quarter as"), (0.42, "a third as"), (0.59, "half as"), (0.71, "two thirds as"),
    (0.88, "three quarters as"),
)
"""Below which share of the old number a no is called how bad: nearest to the plain fraction."""


def _feared(told: Story) -> Sentence | None:
    happened = text(told.after, "feared_happened")
    return Sentence(id=f"side.feared_{happened}") if happened in ("yes", "partly", "no") else None


def _yes(told: Story) -> Sentence | None:
    expected = number(told.before, "p_yes")
    if expected is None or told.outcome is not Outcome.YES:
        return None
    return Sentence(id="side.yes_came", facts={"expected": expected})
