"""All that was written about one attempt, or in one exercise: to read, to correct, to delete and bring back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from coach.core.bars import bar
from coach.core.dates import long_date
from coach.core.errors import PlainError
from coach.core.flow import AnswerError
from coach.core.model import SKIP, Form, Section
from coach.core.records import Change, Draft
from coach.core.searching import Entry
from coach.engine import Engine, FormName, Place, Session, View
from coach.engine.reviewing import Line, Part, Reviewing, answers_of
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.question import QuestionScreen
from coach.tui.text import words
from coach.tui.widgets.answers import Answers
from coach.tui.widgets.choices import Choices, Row

BETWEEN = "/"
BAR = 12


def ending_words(engine: Engine, entry: Entry) -> str:
    """How an entry ended, in a word or two."""
    strings = engine.library.strings
    name = entry.ending.value
    return strings["outcome"].get(name) or strings["review"][name]


def about_line(engine: Engine, entry: Entry) -> str:
    """Day, ending and size in one line."""
    parts = [long_date(entry.at.date()), ending_words(engine, entry)]
    if entry.band is not None and entry.story is not None:
        parts.append(f"{entry.band.title} · {entry.story.attempt.rating}")
    return "   ".join(parts)


def answer_rows(engine: Engine, parts: Sequence[Part]) -> list[Row]:
    """Every answer as a row under its section; the first section of a part says when it was written."""
    strings = engine.library.strings["review"]
    rows = []
    for part in parts:
        section = None
        for line in part.lines:
            if section is None:
                section = line.section
                head = f"{strings[part.name]} · {_when(part.at)}"
                group = f"{head}\n{section}" if section else head
            elif section != line.section:
                section = group = line.section
            rows.append(_answer_row(engine, line, group))
    return rows


def _answer_row(engine: Engine, line: Line, group: str) -> Row:
    return Row(
        value=f"{line.record}{BETWEEN}{line.item}", label=line.label, group=group, note=_answer(line),
        right=" ".join(_trail(engine, line, change) for change in reversed(line.changes)),
    )


def _answer(line: Line) -> str:
    if line.value is None:
        return line.answer
    if line.high == 100:
        return f"{bar(line.value, BAR)} {line.value}"
    return f"{bar(round(100 * line.value / line.high), BAR)} {line.value} of {line.high}"


def _trail(engine: Engine, line: Line, change: Change) -> str:
    old = change.old
    if not isinstance(old, str) or old == SKIP:
        old = engine.library.strings["review"]["skipped"] if old in (None, SKIP) else str(old)
    return engine.library.strings["review"]["corrected"].format(date=_when(change.at), old=old)


def _when(at: dt.datetime) -> str:
    return f"{long_date(at.date())}, {at:%H:%M}"


class DetailScreen(CoachScreen):
    """One story from top to bottom."""

    CSS_PATH = "detail.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b", "back", "back", key_display="esc"),
        Binding("e", "correct", "correct"),
        Binding("d", "delete", "delete"),
        Binding("u", "undo", "bring back"),
        Binding("s", "side", "side by side"),
        Binding("l", "step", "the step"),
        Binding("a", "everything", "what was left out", show=False),
    ]

    def __init__(self, place: Place, reviewing: Reviewing | None = None) -> None:
        super().__init__(place)
        self._given = reviewing
        self._own: Reviewing | None = None
        self._all = False
        self._gone = ""

    @property
    def reviewing(self) -> Reviewing:
        """The one that was given, so that its list can bring back what was deleted here; else one of its own."""
        if self._given is not None:
            return self._given
        if self._own is None:
            self._own = Reviewing(self.engine)
        return self._own

    def head(self) -> tuple[str, str]:
        """Which page, and which day."""
        day = "" if self._gone else long_date(self.reviewing.get(self.place.subject).at.date())
        return self.say("review", "title"), day

    def body(self) -> ComposeResult:
        """Title and day, then every answer."""
        if self._gone:
            yield words(self._gone, "strong after")
            yield words(self.say("review", "gone"), "quiet")
            return
        entry = self.reviewing.get(self.place.subject)
        yield words(entry.title, "strong accent")
        yield words(about_line(self.engine, entry), "quiet after")
        if entry.lesson:
            yield words(f"“{entry.lesson}”", "quote after")
        if entry.log is not None:
            yield words(entry.log.text)
        else:
            yield Answers(answer_rows(self.engine, self._parts()), id="answers")

    def _parts(self) -> tuple[Part, ...]:
        return self.reviewing.parts(self.place.subject, skipped=self._all)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done is told: nothing is corrected in an exercise or in what is gone."""
        has_answers = bool(self.query(Answers))
        match action:
            case "undo":
                return self.reviewing.may_undo
            case "delete":
                return not self._gone
            case "correct" | "side" | "step" | "everything":
                return has_answers
        return super().check_action(action, parameters)

    async def on_screen_resume(self) -> None:
        """An answer may have been corrected on the page that lay over this one."""
        for answers in self.query(Answers):
            at = answers.at
            await self.rebuild()
            for again in self.query(Answers):
                again.at = at

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Correct the answer under the cursor."""
        self._correct(str(event.value))

    def action_correct(self) -> None:
        """Correct the answer under the cursor."""
        answers = self.query_one(Answers)
        if answers.rows:
            self._correct(str(answers.rows[answers.at].value))

    def _correct(self, value: str) -> None:
        record, _, item = value.partition(BETWEEN)
        try:
            session = correction(self.engine, self.reviewing, record, item)
        except PlainError as error:
            self.coach.tell(error.plain)
        else:
            self.coach.push_screen(CorrectScreen(self.place, session, self.reviewing))

    async def action_delete(self) -> None:
        """Take it all away; `u` brings it back."""
        try:
            self._gone = self.reviewing.delete(self.place.subject).title
        except PlainError as error:
            self.coach.tell(error.plain)
        await self._redraw()

    async def action_undo(self) -> None:
        """Bring back what was deleted last."""
        try:
            back = self.reviewing.undo()
        except PlainError as error:
            self.coach.tell(error.plain)
            return
        if back is not None:
            self._gone = ""
            self.coach.tell(self.say("review", "undone", title=back.title))
            await self._redraw()

    async def _redraw(self) -> None:
        await self.rebuild()
        self.refresh_bindings()

    async def action_everything(self) -> None:
        """Show the questions that were left out, to fill them in later; or hide them again."""
        self._all = not self._all
        await self.rebuild()

    def action_side(self) -> None:
        """Prediction and result next to each other."""
        self.coach.over(View.SIDE_BY_SIDE, self.place.subject)

    def action_step(self) -> None:
        """The step on the ladder that this was an attempt at."""
        step = self.reviewing.step_of(self.place.subject)
        if step is None:
            self.coach.tell(self.say("review", "no_step"))
        else:
            self.coach.go(Place(view=View.LADDER, subject=step.id))


def correction(engine: Engine, reviewing: Reviewing, record: str, item_id: str) -> Session:
    """A form of the one question, filled with its answer. Raises PlainError when it is no longer asked."""
    item = msgspec.structs.replace(reviewing.item(record, item_id), asked_if=())
    given = answers_of(reviewing.record(record)).get(item_id)
    form = Form(
        id="correct", title=engine.library.strings["review"]["correct_title"],
        sections=(Section(id="correct", items=(item,)),),
    )
    draft = Draft(
        id=f"correct{BETWEEN}{record}{BETWEEN}{item_id}", at=engine.now(), form=FormName.AFTER.value, subject=record,
        answers={} if given is None else {item_id: given}, at_item=item_id,
    )
    return Session(FormName.AFTER, form, draft, _keep_nothing, engine.now)


def _keep_nothing(draft: Draft) -> None:
    """A correction is saved when it is given; the old answer stays until then."""


class CorrectScreen(QuestionScreen):
    """The one question again, over the page it was read on."""

    def __init__(self, place: Place, session: Session, reviewing: Reviewing) -> None:
        super().__init__(place, session, aside=True)
        self._reviewing = reviewing

    def _finish(self) -> None:
        record, item = self.session.subject, self.session.form.items[0].id
        value = self.session.flow.given[item]
        try:
            noticed = self._reviewing.correct(record, item, value)
        except (AnswerError, PlainError) as error:
            self.session.revise(item)
            self.show()
            self._slip(f"{self.say('app', 'not_saved')} {error.plain}")
            return
        if noticed == "pause":
            self.coach.go(Place(view=View.WORDS, then=self.place))
            return
        self.coach.pop_screen()
        self.coach.tell(self.say("app", "quiet_help") if noticed else self.say("review", "saved"))
