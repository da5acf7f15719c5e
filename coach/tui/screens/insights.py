"""What the records show: every sentence at a glance, and behind each the picture it was read from."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from coach.core.charts import WIDTH, Chart, Topic, charts
from coach.core.insight import insights
from coach.core.reflection import stories
from coach.engine import Place, View
from coach.tui.screens.base import CoachScreen
from coach.tui.text import words
from coach.tui.widgets.choices import Choices, Row
from coach.tui.widgets.picture import picture

WIDEST = 74
MARGINS = 8
"""Columns that stand beside the picture: the column's own margins and the scroll bar."""


class InsightsScreen(CoachScreen):
    """A list of sentences; each opens its picture in place. `place.subject` may name the one to begin with."""

    CSS_PATH = "insights.tcss"
    AUTO_FOCUS = "Choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "turn(1)", "next", key_display="→"),
        Binding("p", "turn(-1)", "before", key_display="←"),
        Binding("right", "turn(1)", "next", show=False),
        Binding("left", "turn(-1)", "before", show=False),
        *(Binding(str(number), f"show({number - 1})", "", show=False) for number in range(1, len(Topic) + 1)),
        Binding("r", "review", "review"),
        Binding("o", "lessons", "lessons"),
        Binding("escape,b", "back", "back", key_display="esc"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._topic = Topic(place.subject) if place.subject in set(Topic) else None
        self._width = WIDTH

    @cached_property
    def _charts(self) -> dict[Topic, Chart]:
        history = self.engine.history
        found = charts(
            insights(history), stories(history), self.engine.library.strings["insights"],
            self.engine.library.advice.names, self._width,
        )
        return {chart.topic: chart for chart in found}

    def head(self) -> tuple[str, str]:
        """Which page, and which of how many pictures."""
        if self._topic is None:
            return self.say("insights", "title"), ""
        position = list(Topic).index(self._topic) + 1
        return self.say("insights", "title"), self.say("insights", "position", position=position, about=len(Topic))

    def body(self) -> ComposeResult:
        """Every sentence, or one with its picture."""
        if self._topic is None:
            yield words(self.say("insights", "lead"), "quiet after")
            yield Choices(
                [
                    Row(value=topic.value, key=str(number), label=self._title(topic), note=self._sentence(topic))
                    for number, topic in enumerate(Topic, 1)
                ],
                id="topics",
            )
            return
        chart = self._charts[self._topic]
        yield words(self._title(chart.topic), "title")
        yield words(" ".join(self.engine.library.advice.say(sentence) for sentence in chart.sentences))
        if chart.lines:
            yield words(picture(chart.lines), id="picture")
            yield words(chart.legend, "quiet")

    def _title(self, topic: Topic) -> str:
        return self.say("insights", f"{topic.value}_title")

    def _sentence(self, topic: Topic) -> str:
        return self.engine.library.advice.say(self._charts[topic].sentences[0])

    async def on_resize(self, event: events.Resize) -> None:  # type: ignore[override]
        """Pictures are drawn as wide as there is room."""
        width = min(WIDEST, max(WIDTH - MARGINS, event.size.width - MARGINS))
        if width != self._width:
            self._width = width
            self.__dict__.pop("_charts", None)
            if self.is_mounted:
                await self.rebuild()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One turns pages only once a picture is open."""
        if action == "turn":
            return self._topic is not None
        return super().check_action(action, parameters)

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        """Open a picture."""
        await self._open(Topic(str(event.value)))

    async def action_show(self, number: int) -> None:
        """Open the picture of this number."""
        await self._open(list(Topic)[number])

    async def action_turn(self, by: int) -> None:
        """The next picture, or the one before; after the last comes the first."""
        topics = list(Topic)
        await self._open(topics[(topics.index(self._topic or topics[0]) + by) % len(topics)])

    async def _open(self, topic: Topic | None) -> None:
        before, self._topic = self._topic, topic
        await self.rebuild()
        if topic is None and before is not None:
            self.query_one("#topics", Choices).at = list(Topic).index(before)
        self.refresh_bindings()
        self.query_one("#body").scroll_home(animate=False)

    def action_review(self) -> None:
        """Everything that was written."""
        self.coach.go(Place(view=View.REVIEW))

    def action_lessons(self) -> None:
        """The lessons that were kept."""
        self.coach.go(Place(view=View.LESSONS))

    async def action_back(self) -> None:  # type: ignore[override]
        """From a picture to the sentences, from there to where one was."""
        if self._topic is not None and not self.place.subject:
            await self._open(None)
        else:
            self.coach.back()
