"""Library, records and clock put together: all that a front end sees.

The engine never draws and never asks; it says where somebody is, what is asked there, and saves the answers.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from typing import Any

import msgspec

from coach.core import gate, ladder, reflection, screening
from coach.core.errors import PlainError
from coach.core.model import Country, Exercise, Kind, Route
from coach.core.records import (
    CONTACT,
    Attempt,
    Cause,
    Draft,
    ExerciseLog,
    History,
    Outcome,
    Record,
    Reflection,
    Settings,
    Stage,
    Step,
)
from coach.core.reflection import Story
from coach.engine import doors
from coach.engine.builder import Builder
from coach.engine.closing import close, hold
from coach.engine.forms import form_of
from coach.engine.ports import Clock, Keeper, SystemClock
from coach.engine.session import Session
from coach.engine.views import FormName, Home, Place, Today, View
from coach.engine.watching import answered, is_asking, watch
from coach.library import Library

__all__ = ["Engine", "FormName", "Home", "Place", "PlainError", "Session", "SystemClock", "Today", "View"]

MICROSECOND = dt.timedelta(microseconds=1)
HOUR = dt.timedelta(hours=1)

ASIDE = frozenset({FormName.TRUSTED, FormName.EXERCISE, FormName.OWN_STEP, FormName.EDIT_STEP, FormName.EXPORT})
"""Forms that are opened over something else, and never by themselves at the start."""


class Engine:
    """One person's Coach. `seed` makes ids and draws repeatable, for tests and pictures."""

    def __init__(
        self, library: Library, keeper: Keeper, clock: Clock | None = None, seed: int | None = None
    ) -> None:
        self.library = library
        self.keeper = keeper
        self.clock = clock or SystemClock()
        self._random = random.Random(seed)  # noqa: S311
        self._last: dt.datetime | None = None
        self._home: tuple[History, dt.datetime, Home] | None = None
        self.builder = Builder(self)

    # -- time, ids, saving -------------------------------------------------------------------------------------

    def now(self) -> dt.datetime:
        """Local time; never earlier than the latest time ever seen, so a clock set back shortens nothing."""
        now = self.clock.now()
        seen = [each for each in (self._last, self.keeper.mark.seen_at) if each is not None]
        return max([now, *seen])

    def stamp(self) -> dt.datetime:
        """A time for a record, later than every one before it."""
        now = self.now()
        last = max((each for each in (self._last, self.keeper.mark.seen_at) if each is not None), default=None)
        if last is not None and now <= last:
            now = last + MICROSECOND
        self._last = now
        return now

    def new_id(self) -> str:
        """An id for a record."""
        return f"{self._random.getrandbits(48):012x}"

    @property
    def history(self) -> History:
        """Everything saved."""
        return self.keeper.history

    def commit(self, put: Iterable[Record] = (), drop: Iterable[Record] = ()) -> None:
        """Save and take away in one step. Raises PlainError when it could not be done; then nothing changed."""
        self.keeper.commit(put, drop, now=self.now())
        self._keep_mark()

    def _keep_mark(self) -> None:
        """Remember route and hold beside the records, so that losing the records does not open practice."""
        if self.keeper.behind:
            return
        standing, mark = self.standing(), self.keeper.mark
        route = standing.route or ""
        until = "" if standing.is_open or standing.until is None else standing.until.isoformat()
        if (mark.route, mark.closed_until) != (route, until):
            self.keeper.set_mark(msgspec.structs.replace(mark, route=str(route), closed_until=until))

    def _keep_time(self) -> None:
        """Remember that this time was seen, though nothing may be saved: a clock set back later opens nothing."""
        mark, now = self.keeper.mark, self.now()
        if self.history.screenings and (mark.seen_at is None or now - mark.seen_at > HOUR):
            self.keeper.set_mark(msgspec.structs.replace(mark, seen_at=now))

    @property
    def settings(self) -> Settings:
        """The person's settings; those of a new person before any were saved."""
        saved = self.history.settings
        return saved[-1] if saved else Settings(id="settings", at=self.now())

    def save_settings(self, drop: Iterable[Record] = (), **changes: Any) -> None:
        """Change some settings and save them."""
        self.commit([msgspec.structs.replace(self.settings, at=self.stamp(), **changes)], drop)

    def forget_underage(self, draft: Draft) -> None:
        """Nothing stays of someone who is not an adult: no answer, no setting."""
        self.commit([], [draft, *([] if self.history.screenings else self.history.settings)])

    # -- where one is ------------------------------------------------------------------------------------------

    def standing(self) -> gate.Standing:
        """Whether practice is open, and why. A store that is older than we know is closed."""
        if self.keeper.behind:
            return gate.closed_store(self.keeper.mark.closed_until, self.now().date())
        return gate.standing(self.history, self.now(), self.library.screening)

    def today(self) -> Today:
        """Whether an attempt may start now. The one ask that is always open does not pass here."""
        standing = self.standing()
        if not standing.is_open:
            return Today(may_attempt=False, needs_check_in=False)
        advice = ladder.what_next(self.history, self.now(), gently=standing.gently)
        if advice.move is ladder.Move.STOP:
            return Today(may_attempt=False, needs_check_in=False, rules=advice.rules)
        return Today(may_attempt=True, needs_check_in=not doors.checked_in(self))

    def may_check_in_again(self) -> bool:
        """Whether another check-in today could change what today brings; the form is the same."""
        return doors.may_check_in_again(self)

    def start(self) -> Place:
        """Where to begin when Coach is opened: where one stopped, else what comes next."""
        if self.keeper.behind:
            return Place(view=View.STANDING)
        self._keep_time()
        if not self.settings.welcomed:
            return Place(view=View.WELCOME)
        if is_asking(self):
            return Place(view=View.WORDS)
        for draft in reversed(self.history.drafts):
            if self._is_fresh(draft):
                return Place(view=View.FORM, form=FormName(draft.form), subject=draft.subject)
        return self.onward()

    def onward(self) -> Place:
        """What comes next when no form is open."""
        standing = self.standing()
        if standing.why is gate.Why.UNSCREENED:
            return Place(view=View.FORM, form=FormName.SCREENING)
        if not standing.is_open:
            return Place(view=View.STANDING)
        if not ladder.active(self.history):
            return Place(view=View.LADDER_BUILDER)
        return Place(view=View.HOME)

    def _is_fresh(self, draft: Draft) -> bool:
        """Whether an unfinished form is still worth opening by itself."""
        name = FormName(draft.form)
        if name in doors.PRACTICE and draft.subject != CONTACT:
            if draft.at.date() != self.now().date() or not self.today().may_attempt:
                return False
        elif name in ASIDE:
            return False
        return doors.is_open(self, name, draft.subject)

    # -- forms -------------------------------------------------------------------------------------------------

    def begin(self, name: FormName, subject: str = "", **prefill: str) -> Session:
        """Open a form, or go on with its draft. Raises PlainError when it may not be opened now.

        Without a subject, telling how it went and looking back are about the attempt that waits for it.
        """
        subject = subject or doors.waiting_for(self, name)
        doors.pass_gate(self, name, subject)
        form, ends = form_of(self, name, subject)
        draft = self.history.get(Draft, draft_id(name, subject))
        if draft is not None and self._is_stale(draft):
            self.commit([], [draft])
            draft = None
        if draft is None:
            draft = Draft(
                id=draft_id(name, subject), at=self.stamp(), form=name.value, subject=subject,
                answers=dict(prefill), at_item=form.items[0].id if form.items else "",
            )
        return Session(name, form, draft, self._save_draft, self.now, ends)

    def attest(self) -> Session:
        """A new check at once, since a professional who knows about this agrees. Raises PlainError if not open."""
        if not self.standing().may_attest:
            doors.refuse(self, "screening")
        draft = Draft(
            id=FormName.SCREENING.value, at=self.stamp(), form=FormName.SCREENING.value,
            extra={"attested": "yes"},
        )
        self.commit([draft])
        form, ends = form_of(self, FormName.SCREENING, "")
        return Session(FormName.SCREENING, form, draft, self._save_draft, self.now, ends)

    def conclude(self, session: Session) -> Place:
        """Save a finished form and say where to go. Words that worry come first: see `core.language`.

        What was closed while the form was open stays closed: then the answers are kept as a draft.
        """
        if session.ask is not None:
            raise PlainError("A question is still open.", "form")
        answers = session.flow.record()
        texts = [
            value for item, value in answers.items()
            if session.form.item(item).kind is Kind.TEXT and isinstance(value, str)
        ]
        place = doors.turned_away(self, session) or close(self, session)
        noticed = watch(self, texts)
        if noticed == "pause":
            return Place(view=View.WORDS, then=place)
        return msgspec.structs.replace(place, quiet=noticed == "soft" and place.view is not View.HELP_NOW)

    def may_check(self, session: Session) -> bool:
        """Whether the answers can still be changed: not when help comes at once, nor for someone too young."""
        result = screening.decided(self.library.screening, session.flow.record())
        at_once = set(result.reasons) & set(self.library.screening.ends_at_once)
        return result.route is not Route.HELP_NOW and not at_once

    def country(self) -> Country | None:
        """Support where the person lives, once they have said where."""
        return self.library.country(self.settings.country) if self.settings.country else None

    def abandon(self, session: Session) -> None:
        """Throw away an unfinished form, because the person asked to."""
        self.commit([], [session.draft])

    def answer_words(self, answer: str) -> None:
        """`yes`, `no` or `skip` to the question about what was written: practice rests unless it was not meant."""
        answered(self, answer)

    def say_worse(self) -> None:
        """Practice rests, since the person says that it makes things worse."""
        self.commit([hold(self, Cause.SAID_WORSE)])

    def _save_draft(self, draft: Draft) -> None:
        self.commit([msgspec.structs.replace(draft, at=self.now())])

    def _is_stale(self, draft: Draft) -> bool:
        name = FormName(draft.form)
        old = draft.at.date() != self.now().date()
        return name in (FormName.CHECK_IN, FormName.COURTESY, FormName.SAFETY, FormName.EXPORT) and old

    # -- steps and attempts ------------------------------------------------------------------------------------

    def step(self, step_id: str) -> Step:
        """One step. The ask that is always open is made when it is first needed."""
        found = self.history.get(Step, step_id)
        if found is None and step_id == CONTACT:
            words = self.library.strings["contact"]
            found = Step(id=CONTACT, at=self.stamp(), title=words["title"], what=words["what"], retired=True)
            self.commit([found])
        if found is None:
            raise PlainError("That step is no longer on your ladder.", "step")
        return found

    def attempt(self, attempt_id: str) -> Attempt:
        """One attempt."""
        found = self.history.get(Attempt, attempt_id)
        if found is None:
            raise PlainError("That attempt is no longer here.", "attempt")
        return found

    def story(self, attempt_id: str) -> Story:
        """One attempt with its reflection and look back."""
        found = reflection.story(self.history, attempt_id)
        if found is None:
            raise PlainError("That attempt is no longer here.", "attempt")
        return found

    def drop_attempt(self, attempt_id: str) -> None:
        """A planned attempt that will not be made: a choice not to ask, which counts as a day practised."""
        attempt = self.attempt(attempt_id)
        chosen = Reflection(
            id=self.new_id(), at=self.stamp(), attempt=attempt.id, outcome=Outcome.NOT_ASKED,
            answers={"outcome": Outcome.NOT_ASKED.value},
        )
        self.commit([msgspec.structs.replace(attempt, stage=Stage.DONE), chosen])

    def practise(self, step_id: str) -> Place:
        """The next thing to do for an attempt at a step. Raises PlainError when it may not be made now."""
        return doors.practise(self, step_id)

    def open_attempt(self) -> Attempt | None:
        """The attempt that is out and waits for its reflection, the latest first."""
        out = [each for each in self.history.attempts if each.stage is Stage.OUT]
        return out[-1] if out else None

    def open_bands(self) -> tuple[ladder.Band, ...]:
        """The bands one may practise in today; none while practice is closed."""
        standing = self.standing()
        if not standing.is_open:
            return ()
        return ladder.open_bands(self.history, self.now(), gently=standing.gently)

    def advice(self) -> ladder.Advice:
        """What to do next, and by which rules."""
        return ladder.what_next(self.history, self.now(), gently=self.standing().gently)

    def look_backs_due(self) -> tuple[Attempt, ...]:
        """Attempts of 18 hours to 14 days ago that nobody has looked back at, oldest first."""
        return doors.look_backs_due(self)

    def lesson(self, step: Step) -> Reflection | None:
        """The person's own last lesson from a similar ask."""
        return ladder.lesson_for(self.history, step)

    def home(self) -> Home:
        """All that home shows; made anew only when something was saved or a minute has gone by."""
        now = self.now().replace(second=0, microsecond=0)
        if self._home is None or self._home[0] is not self.history or self._home[1] != now:
            self._home = (self.history, now, self._look_home())
        return self._home[2]

    def _look_home(self) -> Home:
        standing, today, now, history = self.standing(), self.today(), self.now(), self.history
        advice = self.advice() if standing.is_open else None
        stories = reflection.stories(history)
        marks = {each.id: _mark(each, stories) for each in history.steps}
        bands = ladder.by_band(ladder.active(history))
        kept = [each for each in stories if reflection.text(each.after, "lesson") and _is_kept(each)]
        lesson = kept[-1] if kept else None
        checks = [each for each in history.check_ins if each.at.date() == now.date()]
        return Home(
            standing=standing,
            today=today,
            days=ladder.days_practised(history),
            advice=advice,
            step=ladder.next_step(history, now, gently=standing.gently) if standing.is_open else None,
            open_attempt=self.open_attempt(),
            look_backs=self.look_backs_due(),
            bands=tuple(
                (band, tuple((step, marks[step.id]) for step in bands[band])) for band in reversed(ladder.Band)
            ),
            lesson=lesson.reflection if lesson else None,
            lesson_from=lesson.attempt.step_title if lesson else "",
            drafts=history.drafts,
            steady=reflection.number(checks[-1].answers, "ci_steady") if checks else None,
            now=now,
        )

    # -- gentle exercises --------------------------------------------------------------------------------------

    def exercise(self, exercise_id: str) -> Exercise:
        """One gentle exercise."""
        for each in self.library.exercises:
            if each.id == exercise_id:
                return each
        raise PlainError("There is no such exercise.", "exercise")

    def log_exercise(self, exercise_id: str, text: str, drop: Iterable[Record] = ()) -> None:
        """Keep that an exercise was done, with what was written."""
        self.commit(
            [ExerciseLog(id=self.new_id(), at=self.stamp(), exercise=exercise_id, text=text)], drop
        )


def draft_id(name: FormName, subject: str) -> str:
    """The id of the draft of a form about something."""
    return f"{name.value}/{subject}" if subject else name.value


def _is_kept(story: Story) -> bool:
    return reflection.text(story.after, "keep") == "yes"


def _mark(step: Step, stories: tuple[Story, ...]) -> str:
    """How far a step has come: `done` reflected, `tried`, or `open`."""
    mine = [each for each in stories if each.attempt.step == step.id and each.reflection is not None]
    if any(each.counts for each in mine):
        return "done"
    return "tried" if mine else "open"
