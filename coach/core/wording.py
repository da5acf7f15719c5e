"""Words for what the core decides: a decision is an id with facts, its words are content.

Kept apart, so that a clinician or a translator can change a sentence without touching code.
"""

from __future__ import annotations

import msgspec

from coach.core.model import Content, Id, Text

Facts = dict[str, int | str]
"""What a sentence speaks about: filled into its words by name."""


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """Something to say: which sentence of `content/advice.toml`, and the facts in it."""

    id: str
    facts: Facts = msgspec.field(default_factory=dict)


class Words(Content, frozen=True, kw_only=True):
    """One sentence by its id. `words` may name facts in braces."""

    id: Id
    words: Text


class AdviceText(Content, frozen=True, kw_only=True):
    """How one rule of *what next* is told: a title, what to do, because of what, and a page in `why/`.

    Only the first rule of an advice gives title and words; every rule adds its `because`.
    """

    id: Id
    because: Text
    title: str = ""
    words: str = ""
    more: str = ""


class KinderText(Content, frozen=True, kw_only=True):
    """How a breach of a respect rule is told: the rule's name, why it is there, and a kinder version."""

    id: Id
    title: Text
    why: Text
    kinder: Text


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An advice in words."""

    title: str
    words: str
    because: tuple[str, ...]
    more: str


class Wording(Content, frozen=True, kw_only=True):
    """`content/advice.toml`. `names` says what a value in a fact is called, such as `ask_favour`."""

    advice: tuple[AdviceText, ...]
    courtesy: tuple[KinderText, ...]
    vary: tuple[Words, ...]
    side_by_side: tuple[Words, ...]
    insight: tuple[Words, ...]
    proposals: tuple[Words, ...]
    names: dict[str, str]

    def say(self, sentence: Sentence) -> str:
        """The sentence in words. KeyError when there are no words for it, or a fact is missing."""
        for row in (*self.vary, *self.side_by_side, *self.insight, *self.proposals):
            if row.id == sentence.id:
                return row.words.format_map(self._named(sentence.facts))
        raise KeyError(sentence.id)

    def tell(self, rules: tuple[str, ...], facts: Facts) -> Told:
        """An advice in words, led by its first rule. KeyError when words or a fact are missing."""
        texts = {text.id: text for text in self.advice}
        lead = texts[rules[0]]
        because = (texts[rule].because.format_map(facts) for rule in rules)
        return Told(
            title=lead.title.format_map(facts),
            words=lead.words.format_map(facts),
            because=tuple(dict.fromkeys(because)),
            more=lead.more,
        )

    def kinder(self, rule: str) -> KinderText:
        """How to tell a breach of this respect rule; KeyError when there are no words for it."""
        for text in self.courtesy:
            if text.id == rule:
                return text
        raise KeyError(rule)

    def _named(self, facts: Facts) -> Facts:
        return {key: self.names.get(value, value) if isinstance(value, str) else value
                for key, value in facts.items()}
