"""Home: may I practise today, what is my next step, where am I on the ladder, what did I last learn."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from coach.core import ladder
from coach.core.errors import PlainError
from coach.core.reflection import text
from coach.engine import Home, Place, View, telling
from coach.engine.ways import follow_home, home_ways
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.ladder import MARKS
from coach.tui.text import joined, words
from coach.tui.widgets.choices import Choices, Row

MOST_MARKS = 12

KEYS = {
    "after": "1", "start": "1", "look_back": "k", "steps": "a", "card": "d", "check_in": "n",
    "exercises": "x", "contact": "c",
}
"""The key of each way on."""


class HomeScreen(CoachScreen):
    """Four answers at a glance, and the one thing to do next."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "open('ladder')", "ladder"),
        Binding("r", "open('review')", "review"),
        Binding("i", "open('insights')", "insights"),
        Binding("x", "open('exercises')", "exercises"),
        Binding("comma", "open('settings')", "settings", key_display=","),
        Binding("question_mark", "app.keys", "keys", key_display="?"),
        Binding("a", "open('steps')", "another step", show=False),
        Binding("d", "open('card')", "draw a card", show=False),
        Binding("o", "open('lessons')", "lessons", show=False),
        Binding("k", "look_back", "look back", show=False),
        Binding("c", "contact", "contact someone", show=False),
        Binding("w", "open('what_next')", "why this advice", show=False),
        Binding("escape", "nothing", "", show=False),
        Binding("q", "app.leave", "leave", show=False),
    ]

    def head(self) -> tuple[str, str]:
        """The name alone, and the days practised, which only go up."""
        days = self.engine.home().days
        return "", self.say("home", "days", days=days) if days else ""

    def body(self) -> ComposeResult:
        """May I, what next, the ladder beside a lesson, what waits."""
        home = self.engine.home()
        yield words(self._may(home), "after", id="may")
        yield from self._next(home)
        yield Choices(self._rows(home), id="do")
        with Horizontal(id="both"):
            with Vertical(id="ladder"):
                yield words(self.say("home", "ladder"), "label")
                yield words(self._bands(home))
            with Vertical(id="lesson"):
                yield words(self.say("home", "lesson"), "label")
                yield from self._lesson(home)

    def _may(self, home: Home) -> Content:
        may = telling.tell_may(self.engine)
        steady = "" if home.steady is None else self.say("home", "steady", steady=home.steady)
        return joined((may, "bold"), (f"    {steady}" if steady else "", "$quiet"))

    def _next(self, home: Home) -> ComposeResult:
        """The open attempt first; else the next step with its advice."""
        if home.open_attempt is not None:
            yield words(self.say("home", "open_attempt").upper(), "label")
            yield words(home.open_attempt.step_title, "strong accent")
            yield words(self.say("home", "open_attempt_hint"), "quiet after")
            return
        yield words(self.say("home", "next"), "label")
        told = telling.tell_advice(self.engine, home.advice) if home.advice else None
        if home.step is None:
            yield words(self.say("home", "no_step"), "after")
        else:
            band = ladder.band_of(home.step.rating or 0)
            yield words(joined(
                (home.step.title, "bold $accent"), (f"    {band.title} · {home.step.rating}", "$quiet")
            ))
        if told is not None:
            yield words(told.words or told.because[0], "quiet after")

    def _rows(self, home: Home) -> list[Row]:
        return [Row(value=way.name, label=way.label, key=KEYS[way.name]) for way in home_ways(self.engine, home)]

    def _bands(self, home: Home) -> Content:
        """A line a band: its name and a mark a step, and where one is now."""
        here = home.advice.band if home.advice is not None else None
        lines = []
        for band, steps in home.bands:
            marks = " ".join(MARKS[mark] for _, mark in steps[:MOST_MARKS])
            more = f" +{len(steps) - MOST_MARKS}" if len(steps) > MOST_MARKS else ""
            tail = f"  ◂ {self.say('ladder', 'here')}" if band is here else ""
            lines.append(joined((f"{band.title:<9}", "$quiet"), (marks or "·"), more, (tail, "$accent"), "\n"))
        return joined(*lines)

    def _lesson(self, home: Home) -> ComposeResult:
        if home.lesson is None:
            yield words(self.say("home", "no_lesson"), "quiet")
            return
        yield words(f"“{text(home.lesson.answers, 'lesson')}”")
        yield words(f"{telling.when_said(home.lesson.at)} · {home.lesson_from}", "quiet")

    async def on_screen_resume(self) -> None:
        """Things may have changed on the page that lay over this one."""
        if self.query("#do"):
            await self.rebuild()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was chosen."""
        self._follow(str(event.value))

    def _follow(self, name: str) -> None:
        try:
            place = follow_home(self.engine, name)
        except PlainError as error:
            self.coach.tell(error.plain)
        else:
            if place is not None:
                self.coach.go(place)

    def action_open(self, view: str) -> None:
        """Open a page over home."""
        self.coach.go(Place(view=View(view)))

    def action_look_back(self) -> None:
        """Look back at the oldest attempt that waits for it."""
        self._follow("look_back")

    def action_contact(self) -> None:
        """The one ask that is always open."""
        self._follow("contact")

    def action_nothing(self) -> None:
        """There is nothing behind home."""
