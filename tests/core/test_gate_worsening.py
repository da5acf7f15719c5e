"""When practice makes things worse it is seen from what was written since the last screening."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from coach.core.gate import worsening
from coach.core.model import Route
from coach.core.records import Answers, Attempt, Cause, History, LookBack, Outcome, Record, Reflection, Screening
from tests.support.clock import MORNING


def screened(at: dt.datetime) -> Screening:
    return Screening(
        id=at.isoformat(), at=at, answers={}, route=Route.READY, reasons=(), scores={}, content_version="1",
    )


class Practice:
    """What was practised since a screening, an hour apart."""

    def __init__(self) -> None:
        self.history = History().changed([screened(MORNING)])
        self.at = MORNING

    def tension(self, peak: int | str | None, outcome: Outcome = Outcome.NO) -> Practice:
        answers: Answers = {} if peak is None else {"tension_peak": peak}
        return self._add(Reflection(id=self._id(), at=self.at, attempt="any", outcome=outcome, answers=answers))

    def worth(self, before: int | str | None, after: int | str | None) -> Practice:
        """An attempt and its look back; None is a question that was not asked."""
        planned: Answers = {} if before is None else {"self_worth_before": before}
        attempt = Attempt(id=self._id(), at=self.at, step="step", step_title="Step", rating=30, before=planned)
        self._add(attempt)
        return self.look_back(attempt.id, {} if after is None else {"lb_worth": after})

    def look_back(self, attempt: str, answers: Answers) -> Practice:
        return self._add(LookBack(id=self._id(), at=self.at, attempt=attempt, answers=answers))

    def screening(self) -> Practice:
        self._id()
        return self._add(screened(self.at))

    def _id(self) -> str:
        self.at += dt.timedelta(hours=1)
        return self.at.isoformat()

    def _add(self, record: Record) -> Practice:
        self.history = self.history.changed([record])
        return self


@pytest.mark.parametrize(("peaks", "found"), [
    ([80, 80], True),
    ([100, 85], True),
    ([20, 80, 90], True),
    ([80, 79], False),
    ([79, 80], False),
    ([90], False),
    ([90, 40, 90], False),
    ([90, 90, 40], False),
    ([90, None, 90], True),
    ([90, "skip", 90], True),
    ([], False),
])
def test_a_peak_of_80_or_more_on_two_attempts_running_is_worsening(
    peaks: list[int | str | None], found: bool
) -> None:
    practice = Practice()
    for peak in peaks:
        practice.tension(peak)
    assert worsening(practice.history) is (Cause.WORSENING if found else None)


def test_an_ask_not_made_in_between_does_not_break_the_run() -> None:
    practice = Practice().tension(85).tension(None, Outcome.NOT_ASKED).tension(85, Outcome.STOPPED)
    assert worsening(practice.history) is Cause.WORSENING


@pytest.mark.parametrize(("worths", "found"), [
    ([(7, 5), (7, 5)], True),
    ([(9, 2), (4, 0), (5, 5)], True),
    ([(7, 5), (5, 5), (7, 4)], True),
    ([(5, 5), (7, 5), (7, 4)], True),
    ([(7, 5), (5, 5), (5, 5), (7, 5)], False),
    ([(7, 6), (7, 6), (7, 6)], False),
    ([(7, 5), (7, 6)], False),
    ([(7, 5)], False),
    ([(5, 7), (3, 9)], False),
    ([(None, 1), (None, 1)], False),
    ([(7, None), (7, "skip"), ("skip", 0)], False),
    ([], False),
])
def test_self_worth_down_by_2_on_two_of_the_last_three_look_backs_is_worsening(
    worths: list[tuple[int | str | None, int | str | None]], found: bool
) -> None:
    practice = Practice()
    for before, after in worths:
        practice.worth(before, after)
    assert worsening(practice.history) is (Cause.WORSENING if found else None)


@pytest.mark.parametrize(("said", "cause"), [
    ("yes", Cause.SAID_WORSE), ("unsure", None), ("no", None), ("skip", None),
])
def test_saying_that_it_makes_things_worse_is_enough(said: str, cause: Cause | None) -> None:
    assert worsening(Practice().look_back("any", {"lb_worse": said}).history) is cause


def test_what_someone_says_comes_before_what_their_numbers_say() -> None:
    practice = Practice().tension(90).tension(90).look_back("any", {"lb_worse": "yes"})
    assert worsening(practice.history) is Cause.SAID_WORSE


def test_what_was_before_the_last_screening_is_not_counted_again() -> None:
    practice = Practice().tension(90).worth(9, 1).worth(9, 1).look_back("any", {"lb_worse": "yes"}).screening()
    assert worsening(practice.history) is None
    assert worsening(practice.tension(90).worth(9, 1).history) is None
    assert worsening(practice.tension(90).history) is Cause.WORSENING


def test_an_attempt_planned_before_the_screening_still_counts_for_a_look_back_after_it() -> None:
    practice = Practice()
    before: Answers = {"self_worth_before": 8}
    attempts = [
        Attempt(id=name, at=practice.at, step="step", step_title="Step", rating=30, before=before)
        for name in ("one", "two")
    ]
    practice.history = practice.history.changed(attempts)
    practice.screening().look_back("one", {"lb_worth": 6}).look_back("two", {"lb_worth": 6})
    assert worsening(practice.history) is Cause.WORSENING


def test_a_look_back_at_an_attempt_that_is_gone_counts_for_nothing() -> None:
    practice = Practice().look_back("gone", {"lb_worth": 0}).look_back("gone", {"lb_worth": 0})
    assert worsening(practice.history) is None


def test_worsening_is_seen_even_before_any_screening() -> None:
    practice = Practice()
    practice.history = History()
    assert worsening(practice.tension(95).tension(95).history) is Cause.WORSENING


def test_what_carries_the_same_time_as_the_screening_counts() -> None:
    """As when the clock was set back: both carry the latest time ever seen."""
    noted = Practice().tension(90)
    noted.history = noted.history.changed([msgspec.structs.replace(noted.history.reflections[0], at=MORNING)])
    assert worsening(noted.tension(90).history) is Cause.WORSENING
    looked = Practice().look_back("any", {"lb_worse": "yes"})
    looked.history = looked.history.changed([msgspec.structs.replace(looked.history.look_backs[0], at=MORNING)])
    assert worsening(looked.history) is Cause.SAID_WORSE
