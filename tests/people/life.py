"""Sixty days of somebody with Coach: every form is opened and answered as a front end would, and a diary is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from coach.core import ladder, reflection
from coach.core.errors import PlainError
from coach.core.model import Kind, Value
from coach.core.records import CONTACT, History, Step
from coach.engine import Engine, FormName, Place, View, telling
from coach.library import Library
from coach.store import MemoryStore
from tests.people import words
from tests.people.person import Person
from tests.people.watch import Watch
from tests.support.clock import MORNING, FrozenClock

MIDNIGHT = MORNING.replace(hour=0)
DAYS = 60


class Life:
    """One person, their Coach, their diary, and someone who looks on."""

    def __init__(self, library: Library, person: Person, days: int = DAYS, history: History | None = None) -> None:
        self.person = person
        self.days = days
        self.day = 0
        self.skew = dt.timedelta()
        self.diary: list[str] = []
        self.clock = FrozenClock(MIDNIGHT)
        self.store = MemoryStore(history or History())
        self._library = library
        self._openings = 0
        self._today: list[str] = []
        self._quiet = 0
        self._told = ""
        self.engine = self._new_engine()
        self.watch = Watch(self)

    def run(self) -> Life:
        """Live all the days."""
        for day in range(self.days):
            self.day = day
            # Later in the day than the first check, so that one of four weeks ago has run out when Coach opens.
            hours = self.person.hour + (0.5 if day else 0)
            self.clock.set(MIDNIGHT + dt.timedelta(days=day, hours=hours) + self.skew)
            self._today = []
            self.person.day(self)
            self._write_day()
        self._write_quiet()
        return self

    # -- opening and closing Coach -------------------------------------------------------------------------------

    def _new_engine(self) -> Engine:
        self._openings += 1
        return Engine(self._library, self.store, self.clock, seed=1000 * self._openings + len(self.person.name))

    def open(self) -> Place:
        """Close Coach and open it again: nothing is remembered but what was saved."""
        self.engine = self._new_engine()
        place = self.engine.start()
        self.watch.look()
        return place

    def history(self) -> History:
        """Everything saved so far."""
        return self.store.history

    def wait(self, **by: float) -> None:
        """Let time go by."""
        self.clock.move(**by)

    def turn_clock(self, days: int) -> None:
        """Set the clock of the computer wrong by some days, or right again with 0."""
        self.clock.move(days=days - self.skew.days)
        self.skew = dt.timedelta(days=days)
        by = f"{abs(days)} day{'s' if abs(days) > 1 else ''}"
        wrong = f"{by} {'ahead' if days > 0 else 'back'}" if days else "right again"
        self.note(f"{words.CALLED}The clock of the computer is set {wrong}.")

    def settle(self, place: Place | None = None) -> None:
        """Go on from where Coach opens until there is nothing it asks by itself."""
        place = place or self.engine.start()
        for _ in range(12):
            match place.view:
                case View.WELCOME:
                    self.engine.save_settings(welcomed=True, country="GB")
                    place = self.engine.start()
                case View.FORM:
                    place = self.fill(place)
                case View.LADDER_BUILDER if not ladder.active(self.engine.history):
                    self.build()
                    place = self.engine.onward()
                case View.HOME:
                    self.watch.try_the_doors()
                    self.advise()
                    self.person.at_home(self)
                    return
                case View.STANDING | View.HELP_NOW if not self.engine.standing().is_open:
                    self.watch.try_the_doors()
                    self.stand()
                    self.look_back()
                    self.person.when_closed(self)
                    return
                case _:
                    place = self.engine.onward()

    # -- forms ---------------------------------------------------------------------------------------------------

    def fill(self, place: Place, answers: Mapping[str, Value] | None = None) -> Place:
        """Answer a form to its end, and write down what came of it."""
        assert place.form is not None
        before = self.engine.history
        answers = answers or self.person.answers(self, place.form, place.subject)
        session = self.engine.begin(place.form, place.subject)
        while (ask := session.ask) is not None:
            self.clock.move(seconds=self.person.pace)
            if ask.item.id.startswith(reflection.DIFFERENT):
                self.note(f"Coach    {ask.intro}")
            session.answer(given(answers, ask.item.id, ask.item.kind, ask.item.required, ask.item.low))
        found = self.engine.conclude(session)
        for line in words.of_form(self.engine, before, place.form):
            self.note(line)
        self.watch.look()
        if found.view is View.WORDS:
            found = self._asked_about_words(found)
        return found

    def _asked_about_words(self, place: Place) -> Place:
        self.note(f"Coach    One question. {self.engine.library.strings['words']['ask']}")
        meant = self.person.means_it(self)
        self.engine.answer_words("yes" if meant else "no")
        self.watch.look()
        self.note("         Yes. Help opens at once." if meant else "         Not what I meant.")
        return Place(view=View.STANDING) if meant else place.then or self.engine.onward()

    def screen(self) -> None:
        """Take the fit and safety check, if it is open."""
        self.attempted(FormName.SCREENING, "tries to take the check again")

    def attempted(self, form: FormName, what: str) -> None:
        """Try to open a form that may be closed, then go on from there."""
        try:
            place = self.fill(Place(view=View.FORM, form=form))
        except PlainError as error:
            self.note(f"{words.CALLED}{what}. Coach: {error.plain}")
        else:
            self.settle(place)

    def attest(self) -> None:
        """Take a new check at once, since a professional agrees."""
        session = self.engine.attest()
        before, answers = self.engine.history, self.person.screening(self)
        self.note("Check    A professional who knows about this agrees, so a new check comes sooner.")
        while (ask := session.ask) is not None:
            session.answer(given(answers, ask.item.id, ask.item.kind, ask.item.required, ask.item.low))
        place = self.engine.conclude(session)
        for line in words.of_form(self.engine, before, FormName.SCREENING):
            self.note(line)
        self.watch.look()
        self.settle(place)

    def build(self) -> None:
        """Goals, asks that fit, ratings."""
        self.fill(Place(view=View.FORM, form=FormName.GOALS))
        for each in self.engine.builder.proposals():
            self.watch.dealt(each.challenge)
        self.fill(Place(view=View.FORM, form=FormName.PICK))
        self.fill(Place(view=View.FORM, form=FormName.RATE))

    # -- practice ------------------------------------------------------------------------------------------------

    def usual_home(self) -> None:
        """Tell of what is open, look back, then try as many steps as one wants to."""
        attempt = self.engine.home().open_attempt
        if attempt is not None:
            self.tell(attempt.id)
        self.look_back()
        if not self.engine.standing().is_open:
            self.stand()
            return
        if set(telling.LACKS) & set(self.engine.advice().rules) and self.person.adds:
            self.draw()
        for _ in range(self.person.asks(self)):
            step = self.engine.home().step
            if step is None or not self.engine.standing().is_open or not self.practise(step):
                return

    def look_back(self) -> None:
        """Look back at everything that waits for it."""
        for attempt in self.engine.look_backs_due():
            self.fill(Place(view=View.FORM, form=FormName.LOOK_BACK, subject=attempt.id))

    def practise(self, step: Step) -> bool:
        """Try a step; True when somebody went out with it and told of it."""
        for _ in range(6):
            try:
                place = self.engine.practise(step.id)
            except PlainError as error:
                self.note(f"{words.CALLED}wants to try {words.step(step)}. Coach: {error.plain}")
                return False
            if place.view is View.OUT:
                return self._go_out(place.subject)
            if place.view is not View.FORM:
                self.advise(again=not any(line.startswith("Coach") for line in self._today))
                return False
            if place.form is FormName.BEFORE:
                self._tell_step(place.subject)
            place = self.fill(place)
            if place.view is View.OUT:
                return self._go_out(place.subject)
            if place.form is FormName.SAFETY:
                self.fill(place)
            if not self.engine.standing().is_open:
                self.stand()
                return False
            if place.view in (View.COURTESY_STOP, View.HELP_NOW):
                return False
            if place.view is View.STEPS:
                smaller = self.engine.home().step
                if smaller is None:
                    return False
                self.note(f"Coach    A smaller one fits today: {words.step(smaller)}.")
                step = smaller
        return False

    def _tell_step(self, step_id: str) -> None:
        """Only what is not the step itself: a lesson from before, and how to vary."""
        for line in telling.tell_step(self.engine, step_id).splitlines()[1:]:
            if not line.startswith("You could say"):
                self.note(f"Coach    {line}")

    def _go_out(self, attempt_id: str) -> bool:
        self.clock.move(hours=1)
        self.open()
        return self.tell(attempt_id)

    def tell(self, attempt_id: str) -> bool:
        """Tell how it went; False when it stays open."""
        attempt = self.engine.attempt(attempt_id)
        answers = self.person.told(self, attempt)
        if answers is None:
            self.note("         The app stays closed; it will ask how it went.")
            return False
        if answers.get("outcome") == "dropped":
            self.engine.drop_attempt(attempt_id)
            self.watch.look()
            self.note("Let go   I will not go after all. A choice with care in it, and it counts as a day.")
            return True
        was_open = self.engine.standing().is_open
        place = self.fill(Place(view=View.FORM, form=FormName.AFTER, subject=attempt_id), answers)
        is_open = self.engine.standing().is_open
        if is_open or not was_open:
            sentences = reflection.side_by_side(self.engine.story(attempt_id)).sentences
            self.note("Coach    " + " ".join(self.engine.library.advice.say(each) for each in sentences))
        if place.view is View.GROUNDING:
            self.note(f"{words.CALLED}Grounding opens first, and support is shown.")
        if is_open:
            self.advise()
        else:
            self.stand()
        return True

    def contact(self) -> None:
        """The one ask that is always open."""
        place = self.fill(self.engine.practise(CONTACT))
        self.clock.move(hours=1)
        self.tell(place.subject)

    def exercise(self, exercise_id: str, text: str = "") -> None:
        """A gentle exercise, with what was written."""
        self.engine.log_exercise(exercise_id, text)
        self.watch.look()
        title = self.engine.exercise(exercise_id).title
        self.note(f"Gently   {title}." + (f" “{text}”" if text else ""))

    def draw(self) -> Step | None:
        """Draw a card, look at it, take it and rate it."""
        card = self.engine.builder.draw_card()
        if card is None:
            self.note("Card     No card fits right now.")
            return None
        self.watch.dealt(card, is_card=True)
        step = self.engine.builder.add(card)
        self.note(f"Card     {card.title}: {card.what}")
        self.fill(Place(view=View.FORM, form=FormName.RATE, subject=step.id))
        return self.engine.step(step.id)

    # -- the diary -----------------------------------------------------------------------------------------------

    def advise(self, *, again: bool = False) -> None:
        """Write down the advice, unless it is the same as the last one and nobody asked `again`."""
        told = telling.tell_advice(self.engine, self.engine.advice())
        line = f"Coach    {told.title}. {told.words} ({' '.join(told.because)})"
        if line != self._told or again:
            self.note(line)
        self._told = line

    def stand(self) -> None:
        """Write down where one stands while practice is closed, unless it is the same as the last time."""
        told = telling.tell_standing(self.engine)
        line = f"Coach    {told.title}. {told.lead} {told.when}"
        if line != self._told:
            self.note(line)
            for reason in told.reasons[:2]:
                self.note(f"         {reason.said} {reason.matters}")
        self._told = line

    def note(self, line: str) -> None:
        """One line of today."""
        self._today.append(line.rstrip())

    def _write_day(self) -> None:
        if not self._today:
            self._quiet += 1
            return
        self._write_quiet()
        date = MIDNIGHT + dt.timedelta(days=self.day)
        days = self.engine.home().days
        practised = f", day {days} of practising" if days else ""
        self.diary += ["", f"Day {self.day + 1}, {date:%a} {date.day} {date:%B}{practised}", *self._today]

    def _write_quiet(self) -> None:
        if self._quiet:
            self.diary += ["", f"({self._quiet} day{'s' if self._quiet > 1 else ''} without Coach)"]
        self._quiet = 0


def given(answers: Mapping[str, Value], item: str, kind: Kind, required: bool, low: int) -> Value:
    """The answer to one question; what is not given is skipped, or the lowest where an answer is needed."""
    if item in answers:
        return answers[item]
    assert not required or kind is Kind.SCALE, f"{item} needs an answer"
    return low if required else "skip"
