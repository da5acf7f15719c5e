"""People whose way through practice is a common one: steady, avoiding, rushing, by rote, with long breaks."""

from __future__ import annotations

from typing import ClassVar

from coach.core.model import Challenge
from coach.core.records import Attempt, Step
from coach.engine import FormName, Place, View
from tests.people.life import Life
from tests.people.person import Given, Person
from tests.support import walk


class Ana(Person):
    """Learns from each ask and goes up when she is ready."""

    name = "Ana"
    about = "steady: four asks a week, writes a few honest lines, looks back"
    anchors: ClassVar[tuple[str, ...]] = ("tea with Mum", "paying at the till", "phoning the bank", "speaking up")

    def opens(self, day: int) -> bool:
        return day % 7 in (0, 2, 3, 5)

    def day(self, life: Life) -> None:
        super().day(life)
        if life.day == 2:
            answers: dict[str, object] = {f"anchor_{25 * n}": text for n, text in enumerate(self.anchors)}
            life.fill(Place(view=View.FORM, form=FormName.ANCHORS), {n: str(text) for n, text in answers.items()})
            life.note("Ladder   My own moments stand beside the scale now.")


class Ben(Person):
    """Plans, and does not go."""

    name = "Ben"
    about = "avoids: plans an ask and mostly lets it go, until it is small enough"
    channels = ("phone", "message")
    goals = ("goal.say-no",)

    def opens(self, day: int) -> bool:
        return day % 3 == 0

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        n = len(life.engine.history.attempts)
        if attempt.rating > 16 and n < 14:
            if n % 3 == 0:
                return {"outcome": "dropped"}
            return {"outcome": "not_asked", "not_asked_why": ("too_much_today", "not_right_moment")[n % 2]}
        return super().told(life, attempt)


class Cleo(Person):
    """Wants it all this week."""

    name = "Cleo"
    about = "rushes: wants five a day and the boldest ask first"
    pace = 5
    hour = 12

    def opens(self, day: int) -> bool:
        return day % 5 in (0, 1, 3)

    def asks(self, life: Life) -> int:
        return 5

    def at_home(self, life: Life) -> None:
        highest = max(life.engine.history.steps, key=lambda step: step.rating or 0)
        if life.day % 5 == 0 and life.engine.home().open_attempt is None:
            life.practise(highest)
        life.usual_home()

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        usual = super().told(life, attempt) or {}
        n = len(life.engine.history.reflections)
        peak = 85 if attempt.rating >= 30 and n % 6 == 5 else min(75, attempt.rating + 25)
        return {**usual, "tension_peak": peak}


class Dev(Person):
    """Types the same thing each time."""

    name = "Dev"
    about = "by rote: the same words and numbers in a few seconds, until a fresh question makes him look"
    pace = 0.5

    def opens(self, day: int) -> bool:
        return day % 2 == 0

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        same = {
            **walk.AFTER, "happened": "asked, got told no.", "p_feared_after": 20, "cost_after": 15,
            "tension_peak": 40, "tension_now": 20, "reasons": ("situation.rule",), "feelings": "fine",
            "lesson": "it is fine.", "keep": "no",
        }
        n = len(life.engine.history.reflections)
        fresh = {f"diff_{k}": "He had flour on his sleeve, and he looked glad that I asked." for k in range(1, 7)}
        return {**same, **fresh} if n in (6, 15) else same


class Hana(Person):
    """On the gentle way."""

    name = "Hana"
    about = "goes gently: a loss last month and noes that flood her, so small steps and one a day"
    goals = ("goal.more-friends", "goal.ask-friend-help")

    def opens(self, day: int) -> bool:
        return day % 7 in (0, 1, 3, 4)

    def asks(self, life: Life) -> int:
        return 2

    def screening(self, life: Life) -> Given:
        return walk.ROUTES["go_gently"]

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        usual = super().told(life, attempt) or {}
        return {**usual, "tension_peak": min(75, attempt.rating + 30), "tension_now": 30}


class Lena(Person):
    """Comes, and stays away for weeks."""

    name = "Lena"
    about = "long breaks: a week with Coach, weeks without it"

    def opens(self, day: int) -> bool:
        return day in (0, 1, 3, 4, 22, 23, 25, 52, 53, 55, 56)

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        # The last ask before the first break stays open for 18 days.
        return None if life.day == 4 and len(life.engine.history.attempts) > 3 else super().told(life, attempt)


class Milo(Person):
    """Only draws cards."""

    name = "Milo"
    about = "cards only: one step on his ladder, and each day the card that comes"

    def picks(self, offered: tuple[str, ...]) -> tuple[str, ...]:
        return offered[:1]

    def at_home(self, life: Life) -> None:
        open_attempt = life.engine.home().open_attempt
        if open_attempt is not None:
            life.tell(open_attempt.id)
        life.look_back()
        if not life.engine.today().may_attempt:
            return
        if life.day % 6 == 0:
            card = life.engine.builder.draw_card()
            if card is not None:
                life.watch.dealt(card, is_card=True)
                life.note(f"Card     {card.title}. Never show this one.")
                life.engine.builder.veto(card.id)
                life.watch.look()
        step = life.draw()
        if step is not None:
            life.practise(step)

    def rate(self, life: Life, step: Step, challenge: Challenge | None) -> int:
        usual = super().rate(life, step, challenge)
        return min(100, usual + 12) if step.title.startswith("A") else usual


class Omar(Person):
    """Could not agree at first."""

    name = "Omar"
    about = "not yet: works in a shop and wanted to practise there; agrees a week later"

    def screening(self, life: Life) -> Given:
        return walk.READY if life.day >= 7 else walk.ROUTES["not_yet"]

    def opens(self, day: int) -> bool:
        return day in (0, 2) or (day >= 7 and day % 3 == 1)

    def when_closed(self, life: Life) -> None:
        if life.day == 2:
            life.exercise("notice_the_ask", "I wanted the window seat and said nothing.")
        elif life.day >= 7 and life.engine.standing().route is not None:
            form = FormName.AGREEMENTS if life.day == 7 else FormName.SCREENING
            life.attempted(form, "looks at the agreements again")


class Pia(Person):
    """Builds her own ladder."""

    name = "Pia"
    about = "her own asks: changes an unkind one, vetoes, fills a gap, rates again, takes off, brings back"
    words = (
        {"own_title": "Ask the barista for her number", "own_say": "Can I have your number?"},
        {"own_title": "Ask my neighbour to water my plants", "own_say": "Could you water my plants next week?",
         "own_channel": "in_person"},
    )

    def opens(self, day: int) -> bool:
        return day % 3 != 2

    def picks(self, offered: tuple[str, ...]) -> tuple[str, ...]:
        return (*offered[:5], *offered[-2:])

    def rate(self, life: Life, step: Step, challenge: Challenge | None) -> int:
        usual = super().rate(life, step, challenge)
        again = 15 if len(step.ratings) > 0 else 0
        return max(5, usual - again)

    def at_home(self, life: Life) -> None:
        builder, day = life.engine.builder, life.day
        if day == 1:
            self._own_ask(life)
        if day == 3:
            first = builder.proposals()[0].challenge
            builder.replace(first.id)
            life.note(f"Ladder   Never propose {first.title} again; another stands in its place.")
            life.watch.look()
            for each in builder.proposals():
                life.watch.dealt(each.challenge)
        if day in (4, 6):
            self._fill_gap(life)
        step = next(each for each in life.engine.history.steps if each.rating is not None)
        if day == 9:
            life.fill(Place(view=View.FORM, form=FormName.RATE, subject=step.id))
        if day in (12, 27):
            builder.set_retired(step.id, day == 12)
            life.note(f"Ladder   {'Taken off' if day == 12 else 'Brought back'}: {step.title}.")
            life.watch.look()
        if day == 13:
            life.practise(life.engine.step(step.id))
        life.usual_home()

    def _own_ask(self, life: Life) -> None:
        place = life.fill(Place(view=View.FORM, form=FormName.OWN_STEP), dict(self.words[0]))
        for rule in place.items:
            told = life.engine.library.advice.kinder(rule)
            life.note(f"Coach    {told.title}. {told.why} {told.kinder}")
        session = life.engine.begin(FormName.OWN_STEP)
        life.engine.abandon(session)
        life.fill(Place(view=View.FORM, form=FormName.OWN_STEP), dict(self.words[1]))
        life.fill(Place(view=View.FORM, form=FormName.RATE))

    def _fill_gap(self, life: Life) -> None:
        for gap, challenge in life.engine.builder.gaps()[:1]:
            life.note(f"Coach    A wide gap: {gap.points} points between {gap.low.title} and {gap.high.title}.")
            if challenge is not None:
                life.watch.dealt(challenge)
                step = life.engine.builder.add(challenge)
                life.note(f"Ladder   {challenge.title} could stand between.")
                life.fill(Place(view=View.FORM, form=FormName.RATE, subject=step.id))


class Theo(Person):
    """Asks the same thing in the same place, and changes his mind about nothing."""

    name = "Theo"
    about = "one ask in one place: leaves out what he felt, and what he expects does not move, until both do"
    places = ("the bakery near home",)
    adds = False

    def opens(self, day: int) -> bool:
        return day % 4 == 0

    def picks(self, offered: tuple[str, ...]) -> tuple[str, ...]:
        return offered[:1]

    def plan(self, life: Life, step: Step) -> Given:
        self.adds = life.day > 35
        return {**super().plan(life, step), "p_feared": 70, "cost": 60}

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        usual = super().told(life, attempt) or {}
        day = life.day
        expects = {"p_feared_after": 70, "cost_after": 60} if day < 24 else {"p_feared_after": 40, "cost_after": 30}
        return {**usual, **expects, "feelings": "skip" if day < 8 else "warm", "reasons": self.reasons[day % 5]}


EVERYDAY: tuple[type[Person], ...] = (Ana, Ben, Cleo, Dev, Hana, Lena, Milo, Omar, Pia, Theo)
