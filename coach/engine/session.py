"""A form somebody is in: the flow, and a draft of it that is saved at every step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec

from coach.core.flow import Ask, Ends, Flow, never
from coach.core.model import Form, Value
from coach.core.records import Change, Draft
from coach.engine.views import FormName

Save = Callable[[Draft], None]


class Session:
    """What a front end drives: `ask`, `answer`, `skip`, `back`, `revise`, `typed`, `leave`.

    Every answer is saved before the next question shows; `typed` keeps what stands in a field that is not
    answered yet. A PlainError from saving leaves the session where it was.
    """

    def __init__(
        self,
        name: FormName,
        form: Form,
        draft: Draft,
        save: Save,
        now: Callable[[], dt.datetime],
        ends: Ends = never,
    ) -> None:
        self.name = name
        self.form = form
        self.draft = draft
        self._save = save
        self._now = now
        self._opened = now()
        self._before = draft.seconds
        self._ends = ends
        self.flow = Flow.restored(form, draft.answers, draft.at_item, ends)
        self.revising = False
        self.changes: tuple[Change, ...] = ()

    @property
    def subject(self) -> str:
        """What the form is about: the id of an attempt, step or exercise; empty when nothing."""
        return self.draft.subject

    @property
    def ask(self) -> Ask | None:
        """The question to show; None when the form is done."""
        return self.flow.current()

    @property
    def typed_text(self) -> str:
        """What stood in the field of this question when the draft was saved."""
        ask = self.ask
        return self.draft.typed if ask is not None and self.draft.at_item == ask.item.id else ""

    @property
    def seconds(self) -> int:
        """How long the form has been open, in seconds, over all the times it was opened."""
        return self._before + max(0, int((self._now() - self._opened).total_seconds()))

    def answer(self, value: object) -> None:
        """Answer and go on. Raises AnswerError or PlainError, and nothing moves."""
        at = self.flow.at
        old = self.flow.given.get(at) if at else None
        flow = self.flow.answer(value)
        change = self._change(at, old, flow)
        if self.revising:
            flow = flow.resumed()
        self._move(flow)
        self.revising = False
        if change is not None:
            self.changes = (*self.changes, change)

    def skip(self) -> None:
        """Rather not say, and go on. Raises AnswerError when the question is needed."""
        self.answer("skip")

    def back(self) -> bool:
        """Go to the question before; False at the first one."""
        flow = self.flow.back()
        if flow.at == self.flow.at:
            return False
        self._move(flow)
        return True

    def revise(self, item: str) -> None:
        """Look at one answer again; answering it leads back to where the form was."""
        self._move(self.flow.gone_to(item))
        self.revising = True

    def stop_revising(self) -> None:
        """Leave the answer as it was."""
        self.revising = False
        self._move(self.flow.resumed())

    def typed(self, text: str) -> None:
        """Keep what stands in the field now. Cheap when nothing changed."""
        at = self.flow.at or ""
        if (self.draft.at_item, self.draft.typed) != (at, text):
            self._keep(self.flow, text)

    def _change(self, item: str | None, old: Value | None, flow: Flow) -> Change | None:
        if item is None or old is None or flow.given[item] == old:
            return None
        return Change(item=item, old=old, new=flow.given[item], at=self._now())

    def _move(self, flow: Flow) -> None:
        self._keep(flow, "")
        self.flow = flow

    def _keep(self, flow: Flow, text: str) -> None:
        draft = msgspec.structs.replace(
            self.draft, answers=dict(flow.given), at_item=flow.at or "", typed=text, seconds=self.seconds
        )
        self._save(draft)
        self.draft = draft
