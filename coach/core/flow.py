"""A form as a state machine: which question comes next, what it accepts, and what is recorded at the end.

A `Flow` is a value. Every step gives a new one, so going back, saving a draft and starting again after a
kill are all the same thing: another value made from the same answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Self

import msgspec

from coach.core.model import SKIP, Condition, Form, Item, Kind, Value

Ends = Callable[[Mapping[str, Value], str], bool]
"""Given the answers so far and the item answered last: does the form end here?"""


class AnswerError(ValueError):
    """An answer that does not fit its question. `plain` says so in one sentence, without the answer."""

    def __init__(self, item: str, plain: str) -> None:
        super().__init__(f"{item}: {plain}")
        self.item = item
        self.plain = plain


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """One question as a front end shows it.

    `answer` is what was answered before, if one came back to it. `position` counts from 1; `about` is how
    many there are as far as can be told now. `intro` stands before the first question of a section.
    """

    item: Item
    answer: Value | None
    position: int
    about: int
    section: str
    intro: str

    @property
    def kind(self) -> Kind:
        """How it is answered."""
        return self.item.kind

    @property
    def may_skip(self) -> bool:
        """True unless the form cannot go on without an answer."""
        return not self.item.required


def never(answers: Mapping[str, Value], item: str) -> bool:
    """The form ends after its last question and not before."""
    return False


def is_true(condition: Condition, answers: Mapping[str, Value], scores: Mapping[str, int]) -> bool:
    """Whether a condition holds. A score that cannot be known yet (its section was not reached) is false."""
    if condition.score:
        score = scores.get(condition.score)
        if score is None:
            return False
        low = condition.at_least if condition.at_least is not None else score
        high = condition.at_most if condition.at_most is not None else score
        return low <= score <= high
    return any(answers.get(item) in condition.among for item in condition.items if item in answers)


def is_asked(item: Item, answers: Mapping[str, Value]) -> bool:
    """Whether these answers lead to this item."""
    return not item.asked_if or any(is_true(condition, answers, {}) for condition in item.asked_if)


def _option(item: Item, value: object) -> str | int:
    for option in item.options:
        if type(option.value) is type(value) and option.value == value:
            return option.value
    raise AnswerError(item.id, "Please pick one of the answers shown.")


def _number(item: Item, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not item.low <= value <= item.high:
        raise AnswerError(item.id, f"Please give a whole number from {item.low} to {item.high}.")
    return value


def _text(item: Item, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise AnswerError(item.id, "Please write a few words first.")
    if len(value) > item.limit:
        raise AnswerError(item.id, f"That is over {item.limit} characters. Please shorten it a little.")
    return value


def _several(item: Item, value: object) -> tuple[str, ...]:
    if not isinstance(value, tuple | list) or not value:
        raise AnswerError(item.id, "Please pick at least one of the answers shown.")
    picked = {_option(item, each) for each in value}
    if item.most and len(picked) > item.most:
        raise AnswerError(item.id, f"Please pick at most {item.most}.")
    return tuple(str(option.value) for option in item.options if option.value in picked)


def _confirm(item: Item, value: object) -> str:
    if value not in ("yes", "no"):
        raise AnswerError(item.id, "Please answer yes or no.")
    return str(value)


_CHECKS: dict[Kind, Callable[[Item, object], Value]] = {
    Kind.CHOICE: _option,
    Kind.SCALE: _number,
    Kind.NUMBER: _number,
    Kind.TEXT: _text,
    Kind.SEVERAL: _several,
    Kind.CONFIRM: _confirm,
}


def checked(item: Item, value: object) -> Value:
    """The answer as it is kept. Raises AnswerError when it does not fit the question."""
    if value == SKIP:
        if item.required:
            raise AnswerError(item.id, "This one is needed to go on. You can leave at any time instead.")
        return SKIP
    return _CHECKS[item.kind](item, value)


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """Where someone is in a form.

    `given` may hold answers to questions that are no longer asked; `record` leaves them out.
    """

    form: Form
    ends: Ends = never
    given: dict[str, Value] = msgspec.field(default_factory=dict)
    at: str | None = None

    @classmethod
    def start(cls, form: Form, ends: Ends = never) -> Self:
        """At the first question."""
        return cls(form=form, ends=ends).resumed()

    @classmethod
    def restored(cls, form: Form, answers: Mapping[str, Value], at: str = "", ends: Ends = never) -> Self:
        """From a draft. Answers that no longer fit the form are asked again."""
        known = {item.id: item for item in form.items}
        kept = {key: fit for key, value in answers.items() if (fit := _fitting(known.get(key), value)) is not None}
        flow = cls(form=form, ends=ends, given=kept)
        return flow.gone_to(at) if at in flow.path else flow.resumed()

    @property
    def path(self) -> tuple[str, ...]:
        """The questions asked so far, in order; the last is the first without an answer, if there is one."""
        asked: list[str] = []
        seen: dict[str, Value] = {}
        for item in self.form.items:
            if not is_asked(item, seen):
                continue
            asked.append(item.id)
            if item.id not in self.given:
                break
            seen[item.id] = self.given[item.id]
            if self.ends(seen, item.id):
                break
        return tuple(asked)

    @property
    def is_done(self) -> bool:
        """True when there is nothing left to ask and nothing is being looked at again."""
        return self.at is None

    def current(self) -> Ask | None:
        """The question to show now, or None when the form is done."""
        if self.at is None:
            return None
        item = self.form.item(self.at)
        section = self.form.section_of(self.at)
        path = self.path
        position = path.index(self.at) + 1
        first = next(each for each in path if self.form.section_of(each) is section)
        return Ask(
            item=item,
            answer=self.given.get(self.at),
            position=position,
            about=max(len(path), position + self._still_to_come(self.at, path)),
            section=section.title,
            intro=section.intro if first == self.at else "",
        )

    def answer(self, value: object) -> Self:
        """Answer the current question and go on. Raises AnswerError, and nothing moves, when it does not fit."""
        if self.at is None:
            raise AnswerError("", "There is nothing left to answer here.")
        kept = checked(self.form.item(self.at), value)
        flow = msgspec.structs.replace(self, given={**self.given, self.at: kept})
        path = flow.path
        after = path.index(self.at) + 1
        return msgspec.structs.replace(flow, at=path[after] if after < len(path) else None)

    def skip(self) -> Self:
        """Rather not say. Raises AnswerError when the question is needed to go on."""
        return self.answer(SKIP)

    def back(self) -> Self:
        """The question before; stays at the first."""
        path = self.path
        index = len(path) if self.at is None else path.index(self.at)
        return msgspec.structs.replace(self, at=path[max(0, index - 1)] if path else None)

    def gone_to(self, item: str) -> Self:
        """At a question asked before. Raises KeyError when it was not asked."""
        if item not in self.path:
            raise KeyError(item)
        return msgspec.structs.replace(self, at=item)

    def resumed(self) -> Self:
        """At the first question without an answer, or done."""
        path = self.path
        open_item = path[-1] if path and path[-1] not in self.given else None
        return msgspec.structs.replace(self, at=open_item)

    def record(self) -> dict[str, Value]:
        """The answers to the questions that were asked, in their order."""
        return {item: self.given[item] for item in self.path if item in self.given}

    def _still_to_come(self, at: str, path: tuple[str, ...]) -> int:
        answers = {each: self.given[each] for each in path if each in self.given}
        items = self.form.items
        after = [item.id for item in items].index(at) + 1
        return sum(is_asked(item, answers) for item in items[after:])


def _fitting(item: Item | None, value: Value) -> Value | None:
    try:
        return checked(item, value) if item is not None else None
    except AnswerError:
        return None


def answer_label(item: Item, value: Value, skipped: str) -> str:
    """An answer in the words it was picked by; `skipped` stands for one that was left out."""
    if value == SKIP:
        return skipped
    labels = {option.value: option.label for option in item.options}
    picked = value if isinstance(value, tuple) else (value,)
    return ", ".join(labels.get(each, str(each)) for each in picked)
