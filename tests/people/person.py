"""What somebody is like: how they answer each form. Each person in `everyday` and `hard_days` is one of these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from coach.core.bands import Band, band_of
from coach.core.model import Challenge, Value
from coach.core.records import CONTACT, Attempt, Step
from coach.core.reflection import stories
from coach.engine import FormName
from tests.support import walk

if TYPE_CHECKING:
    from tests.people.life import Life

Given = Mapping[str, Value]


class Person:
    """Somebody ready, who practises every other day and learns from it. The others differ in what they override."""

    name: ClassVar[str] = ""
    about: ClassVar[str] = ""
    hour: ClassVar[float] = 10
    pace: ClassVar[float] = 9
    """Seconds a question takes."""
    goals: ClassVar[tuple[str, ...]] = ("goal.ask-friend-help", "goal.fair-price")
    fears: ClassVar[tuple[str, ...]] = ("fear.rude",)
    channels: ClassVar[tuple[str, ...]] = ("in_person", "phone", "message")
    places: ClassVar[tuple[str, ...]] = (
        "the bakery near home", "the market", "the library", "the bus stop", "the park", "the corner shop",
    )
    feared: ClassVar[tuple[str, ...]] = (
        "They sigh and roll their eyes", "They laugh at me", "They walk off mid-word", "I go red and stammer",
    )
    outcomes: ClassVar[tuple[str, ...]] = ("no", "yes", "no", "partly", "yes", "no_answer")
    happened: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "yes": ("She said sure and handed it over.", "He nodded and took a minute for me.", "They said of course."),
        "no": ("She said sorry, not today, and smiled.", "He shook his head and said they can't.",
               "They said there is a rule against it."),
        "partly": ("He said not that, but offered something close.", "She said maybe later in the week."),
        "no_answer": ("No reply by evening.", "She did not hear me and went on."),
    }
    lessons: ClassVar[tuple[str, ...]] = (
        "A no took four seconds and nobody minded.", "Most people look up and smile first.",
        "I can ask with a shaky voice.", "The rule was the reason, not me.", "They said yes before I had finished.",
    )
    feelings: ClassVar[tuple[str, ...]] = ("relieved", "proud, a bit shaky", "flat", "warm", "sheepish, then glad")
    sits: ClassVar[tuple[str, ...]] = (
        "Lighter than I thought.", "I hardly thought of it.", "A little proud.", "It came back once, in the shower.",
    )
    reasons: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("situation.rule",), ("situation.busy", "them.day"), ("them.kind",), ("unknown.open",), ("me.wording",),
    )

    adds: bool = True
    """Whether they draw a card when Coach says that a step is missing."""

    # -- when ----------------------------------------------------------------------------------------------------

    def opens(self, day: int) -> bool:
        """Whether they open Coach on this day; the first is 0."""
        return day % 2 == 0

    def asks(self, life: Life) -> int:
        """How many attempts they want to make today."""
        return 1

    def day(self, life: Life) -> None:
        """What they do on a day."""
        if self.opens(life.day):
            life.open()
            life.settle()

    def at_home(self, life: Life) -> None:
        """What they do when practice is open."""
        life.usual_home()

    def when_closed(self, life: Life) -> None:
        """What they do when practice is closed."""
        if life.engine.standing().may_screen:
            life.screen()

    # -- answers -------------------------------------------------------------------------------------------------

    def screening(self, life: Life) -> Given:
        """Answers to the fit and safety check."""
        return walk.READY

    def rate(self, life: Life, step: Step, challenge: Challenge | None) -> int:
        """Expected tension, 0-100."""
        return challenge.difficulty * 10 - 5 if challenge else 45

    def picks(self, offered: tuple[str, ...]) -> tuple[str, ...]:
        """Which of the proposed challenges go on the ladder."""
        return offered

    def check_in(self, life: Life) -> Given:
        """The check-in."""
        return walk.CHECK_IN

    def courtesy(self, life: Life, step: str) -> Given:
        """The five courtesy checks."""
        return walk.COURTESY

    def chance(self, life: Life, step: Step) -> int:
        """How likely what they fear seems, 0-100: less with each attempt in the band."""
        return max(20, 75 - 12 * self.tried(life, band_of(step.rating or 0)))

    def plan(self, life: Life, step: Step) -> Given:
        """The plan before an attempt."""
        n = len(life.engine.history.attempts)
        chance = self.chance(life, step)
        if step.id == CONTACT:
            words, place = "Do you have a moment for me this week?", "by phone"
        else:
            words, place = step.say or f"{step.title}, please?", self.places[n % len(self.places)]
        return {
            **walk.BEFORE, "ask": words, "place": place,
            "feared": self.feared[n % len(self.feared)], "p_feared": chance, "p_yes": 30, "cost": max(15, chance - 5),
            "tension_before": min(75, (step.rating or 30) + 10),
        }

    def told(self, life: Life, attempt: Attempt) -> Given | None:
        """What they tell after an attempt; None when they leave it for another day."""
        n = len(life.engine.history.reflections)
        outcome = self.outcomes[n % len(self.outcomes)]
        before = attempt.before["p_feared"]
        assert isinstance(before, int)
        after = max(5, before - 25)
        sentences = self.happened[outcome]
        return {
            **walk.AFTER, "outcome": outcome, "happened": sentences[n % len(sentences)],
            "p_feared_after": after, "cost_after": max(5, after - 10), "tension_peak": min(70, attempt.rating + 20),
            "tension_now": 15 + n % 3 * 5, "reasons": self.reasons[n % len(self.reasons)],
            "feelings": self.feelings[n % len(self.feelings)], "belief_after": max(5, 40 - n),
            "lesson": self.lessons[n % len(self.lessons)],
        }

    def look_back(self, life: Life, attempt: Attempt) -> Given:
        """The look back, a day or so later."""
        n = len(life.engine.history.look_backs)
        now = life.engine.story(attempt.id).after.get("p_feared_after", 50)
        feared = max(5, int(str(now)) - 10)
        return {**walk.LOOK_BACK, "lb_feared": feared, "lb_sits": self.sits[n % len(self.sits)]}

    def means_it(self, life: Life) -> bool:
        """Whether words that worried were meant."""
        return False

    def tried(self, life: Life, band: Band) -> int:
        """How many attempts they made in a band."""
        made = (s for s in stories(life.engine.history) if s.is_made and not s.is_contact)
        return sum(band_of(s.attempt.rating) is band for s in made)

    def answers(self, life: Life, form: FormName, subject: str) -> Given:
        """How they answer a form."""
        engine = life.engine
        match form:
            case FormName.SCREENING | FormName.SAFETY | FormName.AGREEMENTS:
                return self.screening(life)
            case FormName.GOALS:
                return {**walk.GOALS, "goals": self.goals, "fears": self.fears, "channels": self.channels}
            case FormName.PICK:
                offered = tuple(each.challenge.id for each in engine.builder.proposals())
                return {"picks": self.picks(offered)}
            case FormName.RATE:
                known = {each.id: each for each in engine.library.challenges}
                return {f"rating.{s.id}": self.rate(life, s, known.get(s.challenge)) for s in engine.history.steps}
            case FormName.CHECK_IN:
                return self.check_in(life)
            case FormName.COURTESY:
                return self.courtesy(life, subject)
            case FormName.BEFORE:
                return self.plan(life, engine.step(subject))
            case FormName.LOOK_BACK:
                return self.look_back(life, engine.attempt(subject))
            case FormName.AFTER:
                return self.told(life, engine.attempt(subject)) or {}
        return {}
