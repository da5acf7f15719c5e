"""Proof, not a sample: the check is total and monotone, and ending early never changes where it leads.

Every rule looks at one section only, so what fires for all answers is what fires for each section taken
together, and the heaviest route wins. Each section is enumerated completely, as the flow asks it; the whole
check is then walked for every combination of the routes that its sections can give.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from math import prod
from typing import NamedTuple

import pytest

from coach.core.flow import Flow, never
from coach.core.model import SKIP, Form, Item, Route
from coach.core.records import Answers
from coach.core.screening import Result, decided, ends, part, started
from coach.library import Library
from tests.conftest import CHECKOUT
from tests.support.answers import MILDEST, RANKS, answers_to

Given = tuple[str | int, ...]
"""An answer to every question of a form, in order; also to those that end up not being asked."""

CONTENT = Library(CHECKOUT / "content").screening
SECTIONS = tuple(section.id for section in CONTENT.form.sections)


class Walk(NamedTuple):
    """One way through a form: what it recorded, and where that leads."""

    record: Answers
    result: Result

    @property
    def route(self) -> Route:
        return self.result.route


def walks(flow: Flow, items: tuple[Item, ...]) -> Iterator[tuple[Given, Walk]]:
    """Every way to answer a form from here on. Equal beginnings are walked once."""
    if not items:
        assert flow.is_done
        record = flow.record()
        yield (), Walk(record, decided(CONTENT, record))
        return
    item, rest = items[0], items[1:]
    if flow.at == item.id:
        for value in answers_to(item):
            yield from (((value, *tail), walk) for tail, walk in walks(flow.answer(value), rest))
    else:
        ignored = list(walks(flow, rest))
        yield from (((value, *tail), walk) for value in answers_to(item) for tail, walk in ignored)


@cache
def early(section: str) -> dict[Given, Walk]:
    """All of a section's answers, with the early endings."""
    form = part(CONTENT, section)
    return dict(walks(Flow.start(form, ends(CONTENT)), form.items))


@cache
def through(section: str) -> dict[Given, Walk]:
    """All of a section's answers, asked to the last question."""
    form = part(CONTENT, section)
    return dict(walks(Flow.start(form, never), form.items))


@cache
def one_for_each_route(section: str) -> dict[Route, Walk]:
    """For each route that a section can give, a way through it that does."""
    found: dict[Route, Walk] = {}
    for walk in through(section).values():
        found.setdefault(walk.route, walk)
    return found


def heavier(one: Route, other: Route) -> Route:
    return max(one, other, key=lambda each: each.weight)


# -- what the proof rests on -----------------------------------------------------------------------------------


def test_every_rule_and_every_follow_up_question_looks_at_one_section_only() -> None:
    home = {item.id: section.id for section in CONTENT.form.sections for item in section.items}
    items_of_score = {score.id: score.items for score in CONTENT.scores}
    section_of_rule: dict[str, str] = {}
    for rule in CONTENT.rules:
        read = [item for each in rule.when for item in (*each.items, *items_of_score.get(each.score, ()))]
        sections = {home[item] for item in read}
        assert len(sections) == (1 if rule.when else 0), rule.id
        section_of_rule[rule.id] = "".join(sections)
    for rule in CONTENT.rules:
        assert not rule.unless or section_of_rule[rule.unless] == section_of_rule[rule.id], rule.id
    for item in CONTENT.form.items:
        for condition in item.asked_if:
            assert not condition.score
            assert {home[each] for each in condition.items} == {home[item.id]}, item.id


def test_only_questions_up_to_the_end_of_safety_can_lead_to_help_now() -> None:
    can = [section for section in SECTIONS if Route.HELP_NOW in one_for_each_route(section)]
    assert can == ["safety"] == [CONTENT.ends_after]


def test_the_order_of_worse_answers_covers_every_answer_to_every_question() -> None:
    for item in CONTENT.form.items:
        known = {*RANKS[item.id], *((SKIP, "no") if item.id == "adult" else ())}
        assert known == set(answers_to(item)), item.id


# -- total -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", SECTIONS)
def test_every_answer_set_of_a_section_gives_exactly_one_route(section: str) -> None:
    every = prod(len(answers_to(item)) for item in part(CONTENT, section).items)
    assert len(early(section)) == len(through(section)) == every
    for walk in (*early(section).values(), *through(section).values()):
        heaviest = max((CONTENT.rule(rule).route.weight for rule in walk.result.reasons), default=0)
        assert walk.route.weight == heaviest


def test_no_answers_make_a_rule_fire_that_only_tells_of_an_event() -> None:
    by_event = {rule.id for rule in CONTENT.rules if not rule.when}
    assert by_event
    for section in SECTIONS:
        assert not any(by_event & {*walk.result.reasons} for walk in through(section).values())


# -- monotone --------------------------------------------------------------------------------------------------


def lighter_when_worse(section: str) -> Iterator[str]:
    """Every place where an answer that is as bad or worse gives a lighter route."""
    weights = {given: walk.route.weight for given, walk in early(section).items()}
    for index, item in enumerate(part(CONTENT, section).items):
        pairs = {(one, other) for one, low in RANKS[item.id].items() for other, high in RANKS[item.id].items()
                 if one != other and low <= high}
        for given, weight in weights.items():
            for one, other in pairs:
                if given[index] == one and weights[(*given[:index], other, *given[index + 1:])] < weight:
                    yield f"{given}: {item.id} {one} -> {other}"


@pytest.mark.parametrize("section", SECTIONS)
def test_a_worse_answer_never_gives_a_lighter_route(section: str) -> None:
    assert list(lighter_when_worse(section)) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_a_skip_is_never_lighter_than_the_mildest_answer(section: str) -> None:
    weights = {given: walk.route.weight for given, walk in early(section).items()}
    for index, item in enumerate(part(CONTENT, section).items):
        for given, weight in weights.items():
            if given[index] == MILDEST[item.id]:
                assert weights[(*given[:index], SKIP, *given[index + 1:])] >= weight, (item.id, given)


# -- ending early ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", SECTIONS)
def test_ending_early_within_a_section_never_changes_its_route(section: str) -> None:
    changed = [given for given, walk in early(section).items() if walk.route is not through(section)[given].route]
    assert changed == []


def test_a_section_is_cut_short_only_by_help_now() -> None:
    for section in SECTIONS:
        for given, walk in early(section).items():
            if walk.record != through(section)[given].record:
                assert walk.route is Route.HELP_NOW


@pytest.mark.parametrize("mood", list(one_for_each_route("mood")))
def test_no_mood_hides_a_safety_answer(mood: Route) -> None:
    sections = tuple(each for each in CONTENT.form.sections if each.id in ("mood", "safety"))
    flow = Flow.start(Form(id="mood_and_safety", title="Mood and safety", sections=sections), ends(CONTENT))
    answers = one_for_each_route("mood")[mood].record
    for value in answers.values():
        flow = flow.answer(value)
    for given, walk in walks(flow, sections[1].items):
        safety = early("safety")[given]
        assert walk.record == {**answers, **safety.record}
        assert walk.route is heavier(mood, safety.route)


@pytest.mark.parametrize("answer", ["no", SKIP])
def test_whoever_is_not_known_to_be_an_adult_is_asked_nothing_else(answer: str) -> None:
    flow = started(CONTENT).answer(answer)
    assert flow.is_done
    assert decided(CONTENT, flow.record()).route is Route.NOT_YET


def through_all(flow: Flow, chosen: tuple[Walk, ...]) -> Iterator[tuple[str, Route]]:
    """Walk the check on through every combination of the routes that the sections can give.

    `chosen` is the way through each section so far, asked or not. Yields the last question asked, and the route.
    """
    rest = SECTIONS[len(chosen):]
    if not rest or flow.is_done:
        record = flow.record()
        route = decided(CONTENT, record).route
        for others in product(*(one_for_each_route(section).values() for section in rest)):
            every = (*chosen, *others)
            result = decided(CONTENT, {key: value for walk in every for key, value in walk.record.items()})
            assert {*result.reasons} == {reason for walk in every for reason in walk.result.reasons}
            assert result.route is route
            yield list(record)[-1], route
        return
    for walk in one_for_each_route(rest[0]).values():
        onward = flow
        while onward.at in walk.record:
            onward = onward.answer(walk.record[onward.at])
        yield from through_all(onward, (*chosen, walk))


def test_ending_early_never_changes_where_the_whole_check_leads() -> None:
    """And what fires for all answers is what fires for each section, so the heaviest section decides."""
    adult = next(walk for walk in early("about").values() if walk.record == {"adult": "yes"})
    found = list(through_all(started(CONTENT).answer("yes"), (adult,)))
    assert len(found) == prod(len(one_for_each_route(section)) for section in SECTIONS[1:])
    last = CONTENT.form.items[-1].id
    assert {route for item, route in found if item != last} == {Route.HELP_NOW, Route.SUPPORT_FIRST}
    assert {route for item, route in found if item == last} == {Route.NOT_YET, Route.GO_GENTLY, Route.READY}
