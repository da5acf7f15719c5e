"""A question keeps an answer that fits as it is, and refuses any other in one plain sentence."""

from __future__ import annotations

from typing import Any

import pytest

from coach.core.flow import AnswerError, Flow, answer_label, is_true
from coach.core.model import SKIP, Condition, Form, Item, Kind, Option, Section, Value


def item_of(kind: Kind, **more: Any) -> Item:
    options = tuple(Option(value=value, label=f"The label of {value}") for value in ("a", "b", "c"))
    return Item(id="it", kind=kind, text="It?", options=options, low=1, high=5, limit=9, **more)


def alone(item: Item) -> Flow:
    return Flow.start(Form(id="alone", title="Alone", sections=(Section(id="alone", items=(item,)),)))


@pytest.mark.parametrize(("kind", "value", "kept"), [
    (Kind.CHOICE, "b", "b"),
    (Kind.SCALE, 1, 1),
    (Kind.SCALE, 5, 5),
    (Kind.NUMBER, 3, 3),
    (Kind.TEXT, "nine long", "nine long"),
    (Kind.TEXT, "ten longer", None),
    (Kind.TEXT, " as it is", " as it is"),
    (Kind.SEVERAL, ["c", "a", "c"], ("a", "c")),
    (Kind.SEVERAL, ("b",), ("b",)),
    (Kind.SEVERAL, ("a", "b", "c"), None),
    (Kind.SEVERAL, (), None),
    (Kind.SEVERAL, "a", None),
    (Kind.SEVERAL, ["a", ["b"]], None),
    (Kind.CONFIRM, "yes", "yes"),
    (Kind.CONFIRM, "no", "no"),
    (Kind.CONFIRM, True, None),
    (Kind.CONFIRM, "y", None),
    (Kind.CHOICE, "d", None),
    (Kind.CHOICE, "A", None),
    (Kind.CHOICE, None, None),
    (Kind.CHOICE, ["a"], None),
    (Kind.SCALE, 0, None),
    (Kind.SCALE, 6, None),
    (Kind.SCALE, True, None),
    (Kind.SCALE, 2.0, None),
    (Kind.SCALE, "3", None),
    (Kind.NUMBER, -1, None),
    (Kind.TEXT, "", None),
    (Kind.TEXT, " \n ", None),
    (Kind.TEXT, 7, None),
])
def test_a_question_keeps_an_answer_that_fits_and_refuses_any_other(
    kind: Kind, value: object, kept: Value | None
) -> None:
    flow = alone(item_of(kind, most=2))
    if kept is None:
        with pytest.raises(AnswerError):
            flow.answer(value)
    else:
        assert flow.answer(value).record() == {"it": kept}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_question_can_be_skipped_unless_it_is_needed(kind: Kind) -> None:
    assert alone(item_of(kind)).skip().record() == {"it": SKIP}
    with pytest.raises(AnswerError):
        alone(item_of(kind, required=True)).skip()


@pytest.mark.parametrize("kind", Kind)
def test_a_refusal_is_one_plain_sentence_that_does_not_repeat_what_was_written(kind: Kind) -> None:
    secret = "a secret that is far too long and fits nowhere"
    with pytest.raises(AnswerError) as error:
        alone(item_of(kind)).answer(secret)
    assert error.value.item == "it"
    assert "secret" not in str(error.value)
    assert "Please" in error.value.plain
    assert error.value.plain.endswith(".")


def test_picking_as_many_as_one_likes_is_fine_when_no_number_is_given() -> None:
    assert alone(item_of(Kind.SEVERAL)).answer(("c", "b", "a")).record() == {"it": ("a", "b", "c")}


@pytest.mark.parametrize(("kind", "value", "label"), [
    (Kind.CHOICE, "a", "The label of a"),
    (Kind.SEVERAL, ("a", "c"), "The label of a, The label of c"),
    (Kind.SCALE, 4, "4"),
    (Kind.TEXT, "my own words", "my own words"),
    (Kind.CHOICE, SKIP, "left out"),
])
def test_an_answer_is_told_in_the_words_it_was_picked_by(kind: Kind, value: Value, label: str) -> None:
    assert answer_label(item_of(kind), value, "left out") == label


@pytest.mark.parametrize(("condition", "holds"), [
    (Condition(score="total", at_least=3), True),
    (Condition(score="total", at_least=4), False),
    (Condition(score="total", at_most=3), True),
    (Condition(score="total", at_most=2), False),
    (Condition(score="total", at_least=1, at_most=2), False),
    (Condition(score="never_reached", at_most=100), False),
    (Condition(items=("here", "gone"), among=("yes",)), True),
    (Condition(items=("gone",), among=("yes", "no", SKIP)), False),
    (Condition(items=("here",), among=("no",)), False),
])
def test_a_condition_is_about_what_is_known_and_nothing_unknown_fulfils_it(condition: Condition, holds: bool) -> None:
    assert is_true(condition, {"here": "yes"}, {"total": 3}) is holds
