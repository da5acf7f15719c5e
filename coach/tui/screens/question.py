"""One question at a time, for every form. Its contents change in place: a new screen each time would be slow."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from coach.core.errors import PlainError
from coach.core.flow import AnswerError, Ask
from coach.core.model import Kind
from coach.engine import FormName, Place, Session, View, ways
from coach.tui.screens.base import Body, CoachScreen
from coach.tui.text import joined, plain, words
from coach.tui.widgets.choices import Choices, Row
from coach.tui.widgets.field import Field
from coach.tui.widgets.frame import ProgressLine
from coach.tui.widgets.scale import Scale

KEEP_EVERY = 1.0
"""Seconds between looks at a field: what was typed is kept at most two seconds later."""


class QuestionScreen(CoachScreen):
    """The question of the app's session, and how it is answered."""

    CSS_PATH = "question.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "next", show=True),
        Binding("ctrl+n", "next", "next", key_display="ctrl+n"),
        Binding("b", "previous", "back"),
        Binding("escape", "previous", "back", key_display="esc"),
        Binding("s", "skip", "skip"),
        Binding("ctrl+s", "skip", "skip", key_display="ctrl+s"),
        Binding("n", "another", "never this one"),
        Binding("w", "why", "why", show=False),
        Binding("f2", "why", "why", show=False),
        Binding("q", "app.leave", "leave, nothing is lost"),
        Binding("ctrl+q", "leave_typing", "leave", key_display="ctrl+q"),
    ]

    def __init__(self, place: Place, session: Session, *, aside: bool = False) -> None:
        super().__init__(place)
        self.session = session
        self.is_aside = aside
        self._shown: Ask | None = None

    def open(self, place: Place, session: Session) -> None:
        """Show another form here."""
        self.place, self.session = place, session
        self.show()

    @property
    def is_typing(self) -> bool:
        """True while letters go into a field."""
        return self._shown is not None and self._shown.kind is Kind.TEXT

    def head(self) -> tuple[str, str]:
        """The form's title and where in it one is."""
        ask = self.session.ask
        left = self.session.form.title.lower()
        if ask is None or ask.about == 1:
            return left, ""
        return left, self.say("form", "position", position=ask.position, about=ask.about)

    def body(self) -> ComposeResult:
        """Question, note, how to answer, why we ask."""
        yield words("", "quiet after", id="intro")
        yield words("", "strong", id="ask")
        yield words("", "quiet", id="note")
        with ContentSwitcher(id="answer", initial="choices"):
            yield Choices(id="choices")
            yield Scale(id="scale")
            yield Field(id="field")
        yield words("", "quiet", id="hint")
        yield words("", "accent", id="slip")
        yield words("", "quiet", id="why")

    def foot(self) -> ComposeResult:
        """How much of the form is done."""
        yield ProgressLine()

    def on_mount(self) -> None:
        """Show the first question, and keep an eye on the field."""
        self.show()
        self.set_interval(KEEP_EVERY, self.keep_typed)

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """A click beside the field leaves the cursor in it: letters that follow are words, not keys."""
        if widget is not None:
            super().set_focus(widget, scroll_visible, from_app_focus)

    # -- showing -----------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the session's question, or go on when the form is done."""
        ask = self.session.ask
        if ask is None:
            self._finish()
            return
        self._shown = ask
        with self.app.batch_update():
            self._show_words(ask)
            self._show_answer(ask)
            self.refresh_head()
            self.query_one(ProgressLine).part = (ask.position - 1) / max(1, ask.about)
            self.query_one(Body).scroll_home(animate=False)
        self.refresh_bindings()

    def _finish(self) -> None:
        if self.is_aside:
            self.coach.conclude(self.session, aside=True)
        else:
            self.coach.finished(self.session)

    def _show_words(self, ask: Ask) -> None:
        lines = {
            "intro": plain(ways.lead(self.engine, self.session, ask)),
            "ask": plain(ask.item.text, "bold"),
            "note": plain(ways.note(self.engine, ask)),
            "hint": plain(self.say("form", "multiline") if ask.item.multiline else ""),
            "slip": plain(""),
            "why": joined(
                (f"{self.say('form', 'why')}: ", "bold"), ask.item.why, "   more:w" if ask.item.more else ""
            ) if ask.item.why else plain(""),
        }
        if self.is_typing and ask.item.more:
            lines["why"] = joined((f"{self.say('form', 'why')}: ", "bold"), ask.item.why, "   more:F2")
        for name, content in lines.items():
            widget = self.query_one(f"#{name}", Static)
            widget.update(content)
            widget.display = bool(content.plain)

    def _show_answer(self, ask: Ask) -> None:
        switcher = self.query_one("#answer", ContentSwitcher)
        item, given = ask.item, None if ask.answer == "skip" else ask.answer
        if ask.kind in (Kind.CHOICE, Kind.CONFIRM, Kind.SEVERAL):
            choices = self.query_one(Choices)
            several = ask.kind is Kind.SEVERAL
            rows = self._rows(ask)
            ticked = given if isinstance(given, tuple) else ()
            at = given if isinstance(given, str | int) else "skip" if ask.answer == "skip" else None
            choices.show(rows, several=several, ticked=ticked, at=at)
            self._turn_to(switcher, "choices")
        elif ask.kind in (Kind.SCALE, Kind.NUMBER):
            value = given if isinstance(given, int) else None
            self.query_one(Scale).show(
                item.low, item.high, (item.low_label, item.high_label), value,
                has_bar=ask.kind is Kind.SCALE, anchors=ways.anchors(self.engine, item),
            )
            self._turn_to(switcher, "scale")
        else:
            text = self.session.typed_text or (given if isinstance(given, str) else "")
            self.query_one(Field).open(text, multiline=item.multiline, limit=item.limit)
            self._turn_to(switcher, "field")

    def _rows(self, ask: Ask) -> list[Row]:
        rows = [
            Row(
                value=option.value, label=option.label, note=option.note, group=option.group,
                key=str(index) if index < 10 else "",
            )
            for index, option in enumerate(ask.item.options, 1)
        ]
        if ask.may_skip and ask.kind is not Kind.SEVERAL:
            rows.append(Row(value="skip", label=self.say("form", "skip"), key="s"))
        return rows

    def _turn_to(self, switcher: ContentSwitcher, name: str) -> None:
        switcher.current = name
        switcher.query_one(f"#{name}").focus()

    # -- answering ---------------------------------------------------------------------------------------------

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """One answer, or everything that is ticked."""
        if not event.choices.several:
            self._answer(event.value)
        elif event.values:
            self._answer(event.values)
        else:
            self.action_skip()

    def on_scale_settled(self, event: Scale.Settled) -> None:
        """A number, or none yet."""
        if event.value is None:
            self._slip("Type a number or move the mark with the arrow keys first.")
        else:
            self._answer(event.value)

    def on_field_settled(self, event: Field.Settled) -> None:
        """What was written; nothing written is the same as skipping."""
        if event.text.strip():
            self._answer(event.text)
        else:
            self.action_skip()

    def on_field_capped(self, event: Field.Capped) -> None:
        """Say that a field is full."""
        self._slip(f"There is room for {event.limit} characters here. The rest was left out.")

    def _answer(self, value: object) -> None:
        try:
            self.session.answer(value)
        except AnswerError as error:
            self._slip(error.plain)
        except PlainError as error:
            self._slip(f"{self.say('app', 'not_saved')} {error.plain}")
        else:
            self.show()

    def _slip(self, text: str) -> None:
        slip = self.query_one("#slip", Static)
        slip.update(plain(text))
        slip.display = True

    def keep_typed(self) -> None:
        """Keep what stands in the field; a failure is told when the answer is given."""
        if self.is_typing and self.session.ask is not None:
            try:
                self.session.typed(self.query_one(Field).text)
            except PlainError as error:
                self._slip(f"{self.say('app', 'not_saved')} {error.plain}")

    def write(self, text: str) -> None:
        """Write into the field, where there is one."""
        if self.is_typing:
            self.query_one(Field).insert(text)

    # -- keys --------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are keys only while nothing is typed."""
        if action == "skip" and self._shown is not None:
            return self._shown.may_skip
        if action == "leave_typing":
            return self.is_typing
        if action == "another":
            return self.session.name is FormName.PICK
        return action != "choose"

    def action_next(self) -> None:
        """Go on with what is chosen or written."""
        if self.is_typing:
            self.query_one(Field).action_settle()
        elif self._shown is not None and self._shown.kind in (Kind.SCALE, Kind.NUMBER):
            self.query_one(Scale).action_settle()
        else:
            self.query_one(Choices).action_pick()

    def action_another(self) -> None:
        """Never propose the ask with the cursor again; another takes its place, and what is ticked stays."""
        choices = self.query_one(Choices)
        ticked, at = choices.values, choices.at
        value = choices.rows[at].value
        self.engine.builder.replace(str(value))
        self.session = self.engine.begin(FormName.PICK)
        self.show()
        kept = [each for each in ticked if each != value]
        choices.show(choices.rows, several=True, ticked=kept)
        choices.action_move(min(at, len(choices.rows) - 1))

    def action_leave_typing(self) -> None:
        """Leave; what is typed is kept."""
        self.coach.action_leave()

    def action_skip(self) -> None:
        """Rather not say."""
        self._answer("skip")

    def action_previous(self) -> None:
        """The question before; at the first one, out of the form with everything kept."""
        self.keep_typed()
        if self.session.revising:
            self.session.stop_revising()
            self.show()
        elif self.session.back():
            self.show()
        elif self.is_aside or self.session.name in ways.LEADS_HOME:
            self._set_aside()

    def _set_aside(self) -> None:
        """Leave an unfinished form; one with no answer yet leaves nothing behind."""
        ways.set_aside(self.engine, self.session)
        if self.is_aside:
            self.coach.pop_screen()
        else:
            self.coach.go(self.engine.onward())

    def action_why(self) -> None:
        """Why this is asked."""
        if self._shown is not None and self._shown.item.more:
            self.coach.over(View.WHY, self._shown.item.more)
