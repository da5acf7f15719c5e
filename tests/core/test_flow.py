"""However someone moves through a form, it records exactly what they said last, and loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core import screening
from coach.core.flow import AnswerError, Ends, Flow, never
from coach.core.model import SKIP, Condition, Form, Item, Kind, Option, Section, Value
from coach.core.records import Answers, Draft
from coach.library import Library
from tests.conftest import CHECKOUT
from tests.support.answers import MILDEST
from tests.support.clock import MORNING

CONTENT = Library(CHECKOUT / "content")
PLAIN_FORMS = (
    "checkin", "courtesy", "trusted", "prompts/before", "prompts/after", "prompts/look_back", "prompts/different",
    "ladder/goals", "ladder/pick", "ladder/rate", "ladder/own_step", "ladder/anchors",
)


class Walked(NamedTuple):
    """A form as it is really used, with its early endings."""

    form: Form
    ends: Ends


def with_options(form: Form) -> Form:
    """The form with answers to pick from where they come from other content."""
    made_up = tuple(Option(value=f"pick_{number}", label=f"Pick {number}") for number in range(4))
    sections = tuple(
        msgspec.structs.replace(section, items=tuple(
            msgspec.structs.replace(item, options=made_up) if item.options_from else item for item in section.items
        ))
        for section in form.sections
    )
    return msgspec.structs.replace(form, sections=sections)


def ends_unless_safe(answers: Mapping[str, Value], item: str) -> bool:
    return item == "ci_safety" and answers[item] != "no"


FORMS: dict[str, Walked] = {
    "screening": Walked(CONTENT.screening.form, screening.ends(CONTENT.screening)),
    "safety": Walked(screening.part(CONTENT.screening, "safety"), screening.ends(CONTENT.screening)),
    "agreements": Walked(screening.part(CONTENT.screening, "agreements"), screening.ends(CONTENT.screening)),
    **{name: Walked(with_options(CONTENT.form(name)), never) for name in PLAIN_FORMS},
    "checkin": Walked(CONTENT.form("checkin"), ends_unless_safe),
}


def possible(item: Item) -> list[Value]:
    """Answers an item takes: all of them, or enough of them to tell apart. The mildest or shortest first."""
    match item.kind:
        case Kind.CHOICE:
            taken: list[Value] = [option.value for option in item.options]
            taken.sort(key=lambda value: value != MILDEST.get(item.id, value))
        case Kind.SCALE | Kind.NUMBER:
            taken = [item.low, item.high, (item.low + item.high) // 2]
        case Kind.TEXT:
            taken = ["a few words", " two\nlines ", "é \u202e \x1b[2J", "x" * item.limit]
        case Kind.SEVERAL:
            words = tuple(str(option.value) for option in item.options)
            taken = [words[:1], words[-2:], words[:item.most] if item.most else words]
        case Kind.CONFIRM:
            taken = ["yes", "no"]
    return taken if item.required else [*taken, SKIP]


def straight(walked: Walked, answers: Answers) -> Flow:
    """Answering from the first question on, with these answers, as far as they reach."""
    flow = Flow.start(walked.form, walked.ends)
    while flow.at is not None and flow.at in answers:
        flow = flow.answer(answers[flow.at])
    return flow


def from_draft(walked: Walked, flow: Flow) -> Flow:
    """The flow after a kill: from the draft that was saved, as JSON, and a form read anew."""
    draft = Draft(
        id=walked.form.id, at=MORNING, form=walked.form.id, answers=dict(flow.given), at_item=flow.at or ""
    )
    saved = msgspec.json.decode(msgspec.json.encode(draft), type=Draft)
    return Flow.restored(walked.form, saved.answers, saved.at_item, walked.ends)


# -- any way through a form ------------------------------------------------------------------------------------

MOVES = ("answer", "answer", "answer", "mildest", "mildest", "skip", "wrong", "back", "restore", "revise", "return")
moves = st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 999)), min_size=10, max_size=60)


class Person:
    """Moves through a form, and remembers the last answer to every question."""

    def __init__(self, walked: Walked) -> None:
        self.walked = walked
        self.flow = Flow.start(walked.form, walked.ends)
        self.said: Answers = {}

    def move(self, how: str, number: int) -> None:
        path = self.flow.path
        match how:
            case "back":
                self.flow = self.flow.back()
            case "restore":
                restored = from_draft(self.walked, self.flow)
                assert restored == self.flow
                self.flow = restored
            case "revise":
                self.flow = self.flow.gone_to(path[number % len(path)])
                self.answer(number)
                self.flow = self.flow.resumed()
            case "return":
                self.flow = self.flow.gone_to(path[number % len(path)]).resumed()
            case "wrong" if self.flow.at is not None:
                with pytest.raises(AnswerError):
                    self.flow.answer(("nothing", number))
            case "skip" if self.may_skip:
                self.said[self.flow.at or ""] = SKIP
                self.flow = self.flow.skip()
            case "mildest":
                self.answer(0)
            case "answer":
                self.answer(number)

    @property
    def may_skip(self) -> bool:
        ask = self.flow.current()
        return ask is not None and ask.may_skip

    def answer(self, number: int) -> None:
        if self.flow.at is None:
            return
        item = self.walked.form.item(self.flow.at)
        answers = possible(item)
        self.said[item.id] = answers[number % len(answers)]
        self.flow = self.flow.answer(self.said[item.id])


@pytest.mark.parametrize("name", FORMS)
def test_any_way_through_a_form_records_the_last_answers_as_if_given_straight(name: str) -> None:
    far = len(FORMS[name].form.items)

    @settings(max_examples=60 if name == "screening" else 50)
    @given(st.integers(0, far), moves)
    def whatever_they_do(mild: int, steps: list[tuple[str, int]]) -> None:
        person = Person(FORMS[name])
        for how, number in [("mildest", 0)] * mild + steps:
            person.move(how, number)
            assert person.flow.given == person.said
            ask = person.flow.current()
            assert (ask is None) is person.flow.is_done
            if ask is not None:
                assert 1 <= ask.position <= ask.about <= len(person.walked.form.items)
                assert ask.answer == person.said.get(ask.item.id)
        expected = straight(person.walked, person.said)
        assert person.flow.record() == expected.record()
        assert list(person.flow.record()) == list(expected.record())
        assert person.flow.resumed() == msgspec.structs.replace(expected, given=person.said)

    whatever_they_do()


@pytest.mark.parametrize("name", FORMS)
def test_going_all_the_way_back_and_forth_changes_nothing(name: str) -> None:
    walked = FORMS[name]
    flow = Flow.start(walked.form, walked.ends)
    while flow.at is not None:
        flow = flow.answer(possible(walked.form.item(flow.at))[0])
    done, steps = flow, 0
    while flow.back().at != flow.at:
        flow = flow.back()
        steps += 1
        assert flow.given == done.given
    assert steps == len(done.path)
    while (ask := flow.current()) is not None:
        assert ask.answer is not None
        flow = flow.answer(ask.answer)
    assert flow == done


@pytest.mark.parametrize("name", FORMS)
def test_progress_counts_up_to_the_last_question_and_says_that_it_is_the_last(name: str) -> None:
    walked = FORMS[name]
    flow = Flow.start(walked.form, walked.ends)
    seen = []
    while (ask := flow.current()) is not None:
        seen.append((ask.position, ask.about))
        flow = flow.answer(possible(ask.item)[0])
    assert [position for position, _ in seen] == list(range(1, len(seen) + 1))
    assert seen[-1] == (len(seen), len(seen))


# -- one form, looked at closely -------------------------------------------------------------------------------


def choice(item_id: str, *values: str | int, **more: Any) -> Item:
    options = tuple(Option(value=value, label=f"The label of {value}") for value in values)
    return Item(id=item_id, kind=Kind.CHOICE, text=f"{item_id}?", options=options, **more)


FORM = Form(id="small", title="Small", sections=(
    Section(id="first", title="First", intro="This comes first.", items=(
        choice("one", "no", "yes"),
        choice("two", "no", "yes", asked_if=(Condition(items=("one",), among=("yes", SKIP)),)),
    )),
    Section(id="second", title="Second", intro="Then this.", items=(choice("three", 0, 1, 2, required=True),)),
))


def test_a_question_is_asked_only_when_an_answer_leads_to_it() -> None:
    flow = Flow.start(FORM)
    assert flow.answer("no").at == "three"
    assert flow.answer("yes").at == "two"
    assert flow.skip().at == "two"


@pytest.mark.parametrize(("one", "two", "is_asked"), [
    ("no", "no", False), ("yes", "no", True), ("no", "yes", True), ("yes", "yes", True),
])
def test_one_of_several_reasons_to_ask_is_enough(one: str, two: str, is_asked: bool) -> None:
    reasons = (Condition(items=("one",), among=("yes",)), Condition(items=("two",), among=("yes",)))
    items = (choice("one", "no", "yes"), choice("two", "no", "yes"), choice("three", "no", "yes", asked_if=reasons))
    flow = Flow.start(Form(id="any", title="Any", sections=(Section(id="any", items=items),)))
    assert ("three" in flow.answer(one).answer(two).path) is is_asked


def test_an_answer_to_a_question_that_is_no_longer_asked_is_left_out_but_not_forgotten() -> None:
    done = Flow.start(FORM).answer("yes").answer("yes").answer(1)
    changed = done.gone_to("one").answer("no")
    assert changed.resumed().record() == {"one": "no", "three": 1}
    again = changed.resumed().gone_to("one").answer("yes").resumed()
    assert again.is_done
    assert again.record() == {"one": "yes", "two": "yes", "three": 1}


def test_a_revised_answer_that_opens_a_question_leads_to_it() -> None:
    done = Flow.start(FORM).answer("no").answer(2)
    assert done.is_done
    revised = done.gone_to("one").answer("yes").resumed()
    assert revised.at == "two"
    assert revised.record() == {"one": "yes"}


def test_going_back_shows_what_was_answered_and_stays_at_the_first_question() -> None:
    flow = Flow.start(FORM).answer("yes").back()
    ask = flow.current()
    assert ask is not None
    assert (ask.item.id, ask.answer) == ("one", "yes")
    assert flow.back() == flow


def test_what_is_coming_is_said_before_the_first_question_of_a_section_only() -> None:
    flow = Flow.start(FORM)
    told = []
    for value in ("yes", "no", 0):
        ask = flow.current()
        assert ask is not None
        told.append((ask.section, ask.intro))
        flow = flow.answer(value)
    assert told == [("First", "This comes first."), ("First", ""), ("Second", "Then this.")]


def test_progress_tells_how_many_questions_there_are_as_far_as_is_known() -> None:
    flow = Flow.start(FORM)
    counts = []
    for value in ("yes", "no", 0):
        ask = flow.current()
        assert ask is not None
        counts.append((ask.position, ask.about))
        flow = flow.answer(value)
    assert counts == [(1, 2), (2, 3), (3, 3)]


def test_a_question_that_is_needed_says_so_and_cannot_be_skipped() -> None:
    flow = Flow.start(FORM).answer("no")
    ask = flow.current()
    assert ask is not None
    assert not ask.may_skip
    with pytest.raises(AnswerError) as error:
        flow.skip()
    assert error.value.item == "three"


def test_a_finished_form_takes_no_more_answers() -> None:
    flow = Flow.start(FORM).answer("no").answer(0)
    assert flow.current() is None
    with pytest.raises(AnswerError):
        flow.answer("yes")


def test_one_cannot_go_to_a_question_that_was_not_asked() -> None:
    flow = Flow.start(FORM)
    for item in ("two", "three", "four"):
        with pytest.raises(KeyError):
            flow.gone_to(item)


def test_a_form_can_end_early() -> None:
    flow = Flow.start(FORM, lambda answers, item: answers[item] == "yes").answer("yes")
    assert flow.is_done
    assert flow.record() == {"one": "yes"}


# -- drafts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("answers", "at", "then"), [
    ({"one": "yes", "two": "no", "three": 1}, "two", "two"),
    ({"one": "yes"}, "", "two"),
    ({"one": "yes"}, "gone", "two"),
    ({"one": "no"}, "two", "three"),
    ({"one": "perhaps", "two": "no", "three": 1}, "", "one"),
    ({"one": "no", "three": "1"}, "", "three"),
    ({"one": "no", "three": SKIP}, "", "three"),
    ({"one": "no", "three": 9, "gone": "yes"}, "", "three"),
    ({}, "three", "one"),
])
def test_a_draft_of_another_version_goes_on_at_the_first_question_without_a_fitting_answer(
    answers: Answers, at: str, then: str
) -> None:
    assert Flow.restored(FORM, answers, at).at == then


def test_a_draft_keeps_what_was_picked_when_the_answers_are_in_another_order_now() -> None:
    several = Item(
        id="why", kind=Kind.SEVERAL, text="Why?",
        options=tuple(Option(value=value, label=value) for value in ("c", "b", "a")),
    )
    form = Form(id="why", title="Why", sections=(Section(id="why", items=(several,)),))
    assert Flow.restored(form, {"why": ("a", "b")}).record() == {"why": ("b", "a")}
