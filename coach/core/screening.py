"""The fit and safety check: answers to scores, rules that fire, route; and when it ends early.

All thresholds are content. Here is only how they are read (design: 2-screening).
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from coach.core.flow import AnswerError, Ends, Flow, is_asked, is_true
from coach.core.model import SKIP, Form, Route, Rule, Score, ScreeningForm, Value


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What answers lead to. `reasons` are the ids of all rules that fired, heaviest route first."""

    route: Route
    reasons: tuple[str, ...]
    scores: dict[str, int]


def scores(content: ScreeningForm, answers: Mapping[str, Value]) -> dict[str, int]:
    """The score of every section that was reached. A score whose questions were not needed is 0."""
    return {
        score.id: _sum(score, answers)
        for score in content.scores
        if any(item.id in answers for item in content.form.section_of(score.items[0]).items)
    }


def _sum(score: Score, answers: Mapping[str, Value]) -> int:
    total = 0
    for item in score.items:
        value = answers.get(item)
        if score.counts:
            total += value in score.counts
        elif value == SKIP:
            total += score.skip
        elif isinstance(value, int):
            total += value
    return total


def fired(content: ScreeningForm, answers: Mapping[str, Value]) -> tuple[Rule, ...]:
    """The rules that fire, heaviest route first, else in the order of the content."""
    totals = scores(content, answers)

    def fires(rule: Rule) -> bool:
        return bool(rule.when) and all(is_true(condition, answers, totals) for condition in rule.when)

    holding = {rule.id for rule in content.rules if fires(rule)}
    rules = [rule for rule in content.rules if rule.id in holding and rule.unless not in holding]
    return tuple(sorted(rules, key=lambda rule: -rule.route.weight))


def decided(content: ScreeningForm, answers: Mapping[str, Value]) -> Result:
    """The route of these answers: the heaviest rule wins; no rule means ready."""
    rules = fired(content, answers)
    return Result(
        route=rules[0].route if rules else Route.READY,
        reasons=tuple(rule.id for rule in rules),
        scores=scores(content, answers),
    )


def with_agreement(route: Route) -> Route:
    """The route when a professional who knows about this agrees: go gently at best, help now unchanged."""
    if route in (Route.SUPPORT_FIRST, Route.READY):
        return Route.GO_GENTLY
    return route


def ends(content: ScreeningForm) -> Ends:
    """When the check stops early.

    At once when help now is certain or a rule named in `ends_at_once` fires. At the end of the `ends_after`
    section, and of every section after it, when support first is certain. Never before, so that a heavy mood
    cannot hide a safety answer.
    """
    order = [section.id for section in content.form.sections]
    first = order.index(content.ends_after)

    def end(answers: Mapping[str, Value], item: str) -> bool:
        rules = fired(content, answers)
        if any(rule.route is Route.HELP_NOW or rule.id in content.ends_at_once for rule in rules):
            return True
        section = content.form.section_of(item)
        later = section.items[[each.id for each in section.items].index(item) + 1:]
        if order.index(section.id) < first or any(is_asked(each, answers) for each in later):
            return False
        return any(rule.route is Route.SUPPORT_FIRST for rule in rules)

    return end


def started(content: ScreeningForm) -> Flow:
    """The whole check, at its first question."""
    return Flow.start(content.form, ends(content))


def part(content: ScreeningForm, section: str) -> Form:
    """One section as a form of its own: the safety questions at a check-in, the agreements asked again."""
    sections = tuple(each for each in content.form.sections if each.id == section)
    return Form(id=f"{content.form.id}_{section}", title=content.form.title, sections=sections)


def walked(content: ScreeningForm, given: Mapping[str, object]) -> dict[str, Value]:
    """The answers the check would have recorded had these been given one by one.

    Answers that would not have been asked are ignored. Raises AnswerError naming an unknown item, an answer
    that is missing, or one out of range.
    """
    known = {item.id for item in content.form.items}
    for item in given:
        if item not in known:
            raise AnswerError(item, "There is no question with this id.")
    flow = started(content)
    while (ask := flow.current()) is not None:
        if ask.item.id not in given:
            raise AnswerError(ask.item.id, "This question is asked, and there is no answer to it.")
        flow = flow.answer(given[ask.item.id])
    return flow.record()
