"""People for whom a careful coach has to close something: support first, worse, hostile, uneasy, a clock set back."""

from __future__ import annotations

from typing import ClassVar

from coach.core.records import CONTACT, Attempt, Step
from coach.engine import FormName, Place, View
from tests.people.life import Life
from tests.people.person import Given, Person
from tests.support import walk


class Esther(Person):
    """Gets worse, and Coach notices."""

    name = "Esther"
    about = "worsens: feels less about herself the day after; practice closes, and opens gently weeks later"
    sits = ("It keeps going round.", "I felt small all evening.", "Heavier than I thought.", "It is all right.")

    def opens(self, day: int) -> bool:
        return day % 2 == 0 if day < 20 else day % 4 == 0

    def screening(self, life: Life) -> Given:
        return walk.READY if life.day < 10 else {**walk.READY, "worth_now": 2, "worth_no": 3, "worth_recovery": 2}

    def look_back(self, life: Life, attempt: Attempt) -> Given:
        n = len(life.engine.history.look_backs)
        low = life.day < 20
        return {**super().look_back(life, attempt), "lb_worth": 3 if low and n else 6}

    def when_closed(self, life: Life) -> None:
        if life.engine.standing().may_screen:
            life.screen()
        elif life.day % 4 == 0:
            life.exercise("self_kindness", "You tried something hard. That you hurt does not make you wrong.")
        else:
            life.exercise("five_senses")


class Femi(Person):
    """Support first, and back with company."""

    name = "Femi"
    about = "support first: a no could open old hurt; calls therapists, two are full; is back with one's agreement"

    def opens(self, day: int) -> bool:
        return day in (0, 1, 3, 5, 6, 9) or (day >= 12 and day % 3 == 0)

    def screening(self, life: Life) -> Given:
        return walk.ROUTES["support_first"] if life.day < 45 else {**walk.READY, "trauma_history": "yes"}

    def plan(self, life: Life, step: Step) -> Given:
        if step.id != CONTACT:
            return super().plan(life, step)
        return {
            **super().plan(life, step), "ask": "Do you have room for a new client?", "place": "by phone",
            "feared": "They brush me off", "p_feared": 70 - 15 * len(life.engine.history.attempts),
        }

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        usual = super().told(life, attempt) or {}
        if attempt.step != CONTACT:
            return usual
        full = len(life.engine.history.reflections) < 2
        return {
            **usual, "outcome": "no" if full else "yes", "tension_peak": 55,
            "happened": "They are full, and gave me two other names." if full else "A first talk next Tuesday.",
            "lesson": "Full is about their week." if full else "The third call was the one.",
        }

    def when_closed(self, life: Life) -> None:
        if life.day in (1, 5, 9):
            life.contact()
        elif life.day in (3, 6):
            life.exercise(("imagine_it", "notice_the_ask")[life.day % 2])
            life.screen()
        elif life.day >= 12 and life.engine.standing().may_attest:
            life.attest()
        elif life.engine.standing().may_screen:
            life.screen()


class Goran(Person):
    """Turns the clock."""

    name = "Goran"
    about = "sets the clock back to get round a hold and the limit of a day, and forward to get round the wait"
    hour = 15

    def opens(self, day: int) -> bool:
        return day < 6 or day % 3 == 0

    def asks(self, life: Life) -> int:
        return 2 if life.day else 4

    def screening(self, life: Life) -> Given:
        return {**walk.READY, "motive": "punish"} if 28 <= life.day < 40 else walk.READY

    def day(self, life: Life) -> None:
        skews = {3: -1, 4: -3, 5: 0, 33: -30, 36: 10, 39: 0}
        if life.day in skews:
            life.turn_clock(skews[life.day])
        super().day(life)

    def when_closed(self, life: Life) -> None:
        if life.day == 30:
            life.turn_clock(-5)
            life.open()
            life.practise(life.engine.history.steps[0])
            life.turn_clock(0)
        life.screen()


class Ivo(Person):
    """Says that it makes things worse."""

    name = "Ivo"
    about = "says in settings that this makes things worse; comes back a month later and goes gently"

    def opens(self, day: int) -> bool:
        return day < 10 or day in (15, 40, 41, 43, 44, 46, 50)

    def screening(self, life: Life) -> Given:
        return walk.READY if life.day < 10 else {**walk.READY, "low_mood": 2, "no_interest": 1}

    def at_home(self, life: Life) -> None:
        life.usual_home()
        if life.day == 9:
            life.engine.say_worse()
            life.note("         This practice is making things worse for me.")
            life.watch.look()
            life.stand()


class Jun(Person):
    """Meets somebody hostile."""

    name = "Jun"
    about = "a bad encounter: a man shouts; grounding first, a smaller step next time, no questions about learning"

    def opens(self, day: int) -> bool:
        return day % 2 == 0 or day in (13, 15)

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        if life.day == 12:
            return {
                "outcome": "stopped", "happened": "He shouted at me to get lost and came closer. I left.",
                "other_person": "cant_tell", "tension_peak": 90, "tension_now": 60,
            }
        return super().told(life, attempt)

    def look_back(self, life: Life, attempt: Attempt) -> Given:
        if life.engine.story(attempt.id).peak == 90:
            return {"lb_worth": 5, "lb_sits": "Shaken still. It was his anger, not my ask.", "lb_worse": "no"}
        return super().look_back(life, attempt)


class Kit(Person):
    """Asks people who seem uneasy."""

    name = "Kit"
    about = "two people running seem uneasy: that ask rests for two weeks, and the next one is smaller"

    def at_home(self, life: Life) -> None:
        resting = [each for each in life.engine.history.attempts if life.engine.story(each.id).is_uneasy]
        if life.day in (16, 20) and resting:
            life.practise(life.engine.step(resting[-1].step))
        life.usual_home()

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        uneasy = life.day in (10, 12, 40)
        return {**(super().told(life, attempt) or {}), "other_person": "uneasy" if uneasy else "at_ease"}


class Nadia(Person):
    """Help now, and two weeks of waiting."""

    name = "Nadia"
    about = "help now: thoughts of hurting herself; help opens at once, and nothing shortens the two weeks"

    def opens(self, day: int) -> bool:
        return day in (0, 1, 2, 7, 13, 14, 15) or (day > 15 and day % 3 == 0)

    def screening(self, life: Life) -> Given:
        if life.day == 0:
            return walk.ROUTES["help_now"]
        return {**walk.READY, "low_mood": 2, "no_interest": 1}

    def when_closed(self, life: Life) -> None:
        if life.day == 1:
            life.fill(
                Place(view=View.FORM, form=FormName.TRUSTED),
                {"trusted_name": "Sam", "trusted_reach": "in my phone under S"},
            )
            life.note("Help     Someone I trust stands on the help page now.")
        life.screen()
        if not life.engine.standing().is_open and life.day in (2, 7):
            life.exercise("breathing")


class Quinn(Person):
    """Has days and days."""

    name = "Quinn"
    about = "changing days: shaky, rough, not sober, a question left open, and a second check-in in the afternoon"
    days: ClassVar[tuple[Given, ...]] = (
        {}, {"ci_steady": 2}, {"ci_body": "rough"}, {"ci_choice": "smaller"}, {"ci_body": "not_sober"},
        {"ci_choice": "reflect"}, {"ci_safety": "skip"}, {}, {"ci_choice": "stop"},
    )
    again = False

    def check_in(self, life: Life) -> Given:
        if self.again:
            return walk.CHECK_IN
        return {**walk.CHECK_IN, **self.days[life.day // 2 % len(self.days)]}

    def at_home(self, life: Life) -> None:
        life.usual_home()
        if life.day % 18 not in (10, 16):
            return
        life.wait(hours=5)
        if life.engine.may_check_in_again():
            life.note("         In the afternoon things look different.")
            self.again = True
            life.fill(Place(view=View.FORM, form=FormName.CHECK_IN))
            life.usual_home()
            self.again = False


class Rosa(Person):
    """Writes it down before she says it."""

    name = "Rosa"
    about = "writes words that worry, says they are meant, and later tells it at a check-in too"

    def opens(self, day: int) -> bool:
        return (day % 2 == 0 and day < 8) or day in (8, 10, 22, 23, 25, 27, 29, 44, 45, 47)

    def screening(self, life: Life) -> Given:
        now = {"wish_dead": "yes", "self_harm_thoughts": "no", "attempt_ever": "no", "danger_now": "no"}
        if life.day == 29:
            return {**walk.READY, **now}
        return walk.READY if life.day < 20 else walk.ROUTES["go_gently"]

    def check_in(self, life: Life) -> Given:
        return {**walk.CHECK_IN, "ci_safety": "yes"} if life.day == 29 else walk.CHECK_IN

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        usual = super().told(life, attempt) or {}
        return {**usual, "happened": "He said no. I don't want to be alive any more."} if life.day == 8 else usual

    def means_it(self, life: Life) -> bool:
        return True

    def when_closed(self, life: Life) -> None:
        if life.day == 10:
            life.contact()
        life.screen()


HARD_DAYS: tuple[type[Person], ...] = (Esther, Femi, Goran, Ivo, Jun, Kit, Nadia, Quinn, Rosa)
