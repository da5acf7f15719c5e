"""The fit and safety check decides who may practise, so each of its parts has to be able to do its work."""

from __future__ import annotations

from collections.abc import Iterator

from coach.core import model
from coach.core.model import Condition, Item, Route, Score, ScreeningForm
from coach.library.checking.faults import Fault, Rule
from coach.library.checking.shape import Strings, as_fault
from coach.library.references import screening_faults

APP_RULES = ("practice.worsening", "check_in.safety", "words.confirmed", "said.worse")
"""Reasons that come from elsewhere than an answer of the check: a later answer or what somebody wrote."""

FILE = "screening.toml"


def faults_of_screening(content: ScreeningForm, strings: Strings) -> Iterator[Fault]:
    """Names that are not there, parts without use, rules that can never fire, routes without words."""
    named = [as_fault(FILE, error) for error in screening_faults(FILE, content)]
    yield from named
    if named:
        return
    yield from _unused(content)
    for rule in content.rules:
        yield from _rule_faults(content, rule)
    for name in APP_RULES:
        if name not in {rule.id for rule in content.rules}:
            yield Fault(FILE, name, "id", Rule.MISSING, "the app gives this reason; add its words")
    for score in content.scores:
        yield from _score_faults(content, score)
    yield from _route_faults(content, strings)


def _unused(content: ScreeningForm) -> Iterator[Fault]:
    conditions = [each for rule in content.rules for each in rule.when]
    asked = [each for item in content.form.items for each in item.asked_if]
    read = {name for each in (*conditions, *asked) for name in each.items}
    summed = {each.score for each in conditions}
    for item in content.form.items:
        scores = [score.id for score in content.scores if item.id in score.items]
        if item.id not in read and not summed & set(scores):
            plain = "no rule reads this question; add a rule or leave it out"
            yield Fault(FILE, item.id, "id", Rule.UNUSED, plain)
    for score in content.scores:
        if score.id not in summed:
            yield Fault(FILE, score.id, "id", Rule.UNUSED, "no rule reads this score; add a rule or leave it out")
    for section in content.form.sections:
        if not section.items:
            yield Fault(FILE, section.id, "items", Rule.UNREACHABLE, "this section asks nothing; leave it out")


def _rule_faults(content: ScreeningForm, rule: model.Rule) -> Iterator[Fault]:
    if not rule.when and rule.id not in APP_RULES:
        yield Fault(FILE, rule.id, "when", Rule.UNREACHABLE, "this can never fire; say when it does")
    if rule.unless == rule.id:
        yield Fault(FILE, rule.id, "unless", Rule.UNREACHABLE, "this rules itself out; name another rule")
    for condition in rule.when:
        if plain := _impossible(content, condition):
            yield Fault(FILE, rule.id, "when", Rule.UNREACHABLE, plain)


def _impossible(content: ScreeningForm, condition: Condition) -> str:
    """Why this condition can never hold; empty when it can."""
    if bool(condition.items) == bool(condition.score):
        return "name either questions or one score"
    if condition.items:
        return "" if condition.among else "say among which answers"
    score = next(each for each in content.scores if each.id == condition.score)
    most = _highest(content, score)
    low = 0 if condition.at_least is None else condition.at_least
    high = most if condition.at_most is None else condition.at_most
    if low > high or low > most:
        return f"{low} to {high} can't be reached; {score.id} goes from 0 to {most}"
    if condition.at_least is None and condition.at_most is None:
        return "say from which sum on, or up to which"
    return ""


def _highest(content: ScreeningForm, score: Score) -> int:
    if score.counts:
        return len(score.items)
    return sum(max(score.skip, *_points(content.form.item(name))) for name in score.items)


def _points(item: Item) -> list[int]:
    return [0, *(option.value for option in item.options if isinstance(option.value, int))]


def _score_faults(content: ScreeningForm, score: Score) -> Iterator[Fault]:
    highest = min((max(_points(content.form.item(name))) for name in score.items), default=0)
    if not score.counts and not 0 <= score.skip <= highest:
        plain = f"a question left open counts {score.skip}; its answers go from 0 to {highest}"
        yield Fault(FILE, score.id, "skip", Rule.RANGE, plain)


def _route_faults(content: ScreeningForm, strings: Strings) -> Iterator[Fault]:
    told = [each.route for each in content.routes]
    for route in Route:
        if told.count(route) != 1:
            plain = "tell each route exactly once: title, lead and actions"
            yield Fault(FILE, route, "routes", Rule.DUPLICATE if route in told else Rule.MISSING, plain)
    for text in content.routes:
        if text.route.opens_practice and text.valid_days < 1:
            yield Fault(FILE, text.route, "valid_days", Rule.RANGE, "say for how many days this holds, 1 or more")
        if text.route in (Route.HELP_NOW, Route.SUPPORT_FIRST) and text.hold_days < 1:
            plain = "say after how many days a new check opens, 1 or more"
            yield Fault(FILE, text.route, "hold_days", Rule.RANGE, plain)
        for action in text.actions:
            if action not in strings.get("actions", {}):
                plain = f"strings.toml has no words for {action!r} under [actions]; add them"
                yield Fault(FILE, text.route, "actions", Rule.MISSING, plain)
