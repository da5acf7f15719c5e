"""The words a report needs from content, as plain values, so that reports read no files and know no library.

A report is made at odd moments, also when content was changed since: a word that is missing is shown as its id.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from coach.core.model import SKIP, Challenges, Exercise, Form, Item, Rule, ScreeningForm, Themes, Value
from coach.core.records import Cause

SAFETY_SECTION = "safety"
"""The section of the fit and safety check whose answers and reasons a therapist's page leaves out unless ticked."""

OPEN_RULES = frozenset({"practice.worsening", "said.worse"})
"""Rules that fire from practice itself. Every other rule without conditions is about safety."""

SAFETY_CAUSES = frozenset({Cause.CHECK_IN, Cause.WORDS})


class Texts(msgspec.Struct, frozen=True, kw_only=True):
    """Words by id. `told` are the rules whose reason is no safety matter: what is not named there stays hidden.

    `options` are the words of each answer by item; `groups` name the kinds of reasons; `names` are titles of
    exercises, goals and fears; `strings` is the wording both front ends share.
    """

    labels: dict[str, str]
    options: dict[str, dict[str, str]]
    groups: dict[str, str]
    rules: dict[str, str]
    told: frozenset[str]
    routes: dict[str, str]
    categories: dict[str, str]
    names: dict[str, str]
    strings: dict[str, dict[str, str]]

    def label(self, item: str) -> str:
        """What an item is called, in a few words."""
        return self.labels.get(item) or _plain(item)

    def answer(self, item: str, value: Value | None) -> str:
        """An answer in words; empty when the question was skipped or not asked."""
        if value is None or value == SKIP:
            return ""
        if isinstance(value, tuple):
            return "; ".join(self._option(item, each) for each in value)
        return self._option(item, value)

    def string(self, section: str, name: str) -> str:
        """Shared wording."""
        return self.strings.get(section, {}).get(name) or _plain(name)

    def category(self, name: str) -> str:
        """The title of a category."""
        return self.categories.get(name) or _plain(name)

    def channel(self, name: str) -> str:
        """The words for a way of asking."""
        return self.options.get("channels", {}).get(name) or _plain(name)

    def reasons(self, rules: Iterable[str], *, safety: bool) -> tuple[str, ...]:
        """What was said for each reason; those about safety only when asked for."""
        shown = (rule for rule in rules if safety or rule in self.told)
        return tuple(dict.fromkeys(self.rules.get(rule) or _plain(rule) for rule in shown))

    def _option(self, item: str, value: str | int) -> str:
        return self.options.get(item, {}).get(str(value), str(value))


def texts_from(
    *,
    forms: Iterable[Form],
    screening: ScreeningForm,
    categories: Iterable[Challenges],
    themes: Iterable[Themes],
    exercises: Iterable[Exercise],
    strings: dict[str, dict[str, str]],
) -> Texts:
    """The words of these parts of the content."""
    items = [item for form in forms for item in form.items]
    names = {theme.id: theme.text for each in themes for theme in each.themes}
    return Texts(
        labels={item.id: item.short or item.text for item in items},
        options={
            item.id: {str(option.value): option.label for option in item.options}
            for item in items if item.options
        },
        groups=_groups(items),
        rules={rule.id: rule.said for rule in screening.rules},
        told=_told(screening),
        routes={text.route.value: text.title for text in screening.routes},
        categories={each.category.value: each.title for each in categories},
        names={**names, **{exercise.id: exercise.title for exercise in exercises}},
        strings=strings,
    )


def _groups(items: Iterable[Item]) -> dict[str, str]:
    return {
        str(option.value).split(".")[0]: option.group
        for item in items if item.id == "reasons" for option in item.options
    }


def _told(screening: ScreeningForm) -> frozenset[str]:
    sections = [section for section in screening.form.sections if section.id == SAFETY_SECTION]
    safety = {item.id for section in sections for item in section.items}

    def is_told(rule: Rule) -> bool:
        if not rule.when:
            return rule.id in OPEN_RULES
        return not any(item in safety for condition in rule.when for item in condition.items)

    return frozenset(rule.id for rule in screening.rules if is_told(rule))


def _plain(name: str) -> str:
    return name.replace("_", " ")
