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


class Wording(Content, frozen=True, kw_only=True):
    """`content/advice.toml`."""

    advice: tuple[AdviceText, ...]
    vary: tuple[Words, ...]
    side_by_side: tuple[Words, ...]
    insight: tuple[Words, ...]
    proposals: tuple[Words, ...]
    courtesy: tuple[KinderText, ...]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An advice in words."""

    title: str
    words: str
    because: tuple[str, ...]
    more: str


def say(texts: tuple[Words, ...], sentence: Sentence) -> str:
    """The sentence in words. KeyError when there are no words for it, or a fact is missing."""
    for text in texts:
        if text.id == sentence.id:
            return text.words.format_map(sentence.facts)
    raise KeyError(sentence.id)


def tell(texts: tuple[AdviceText, ...], rules: tuple[str, ...], facts: Facts) -> Told:
    """An advice in words, led by its first rule. KeyError when a rule has no words, or a fact is missing."""
    by_id = {text.id: text for text in texts}
    lead = by_id[rules[0]]
    return Told(
        title=lead.title.format_map(facts),
        words=lead.words.format_map(facts),
        because=tuple(by_id[rule].because.format_map(facts) for rule in rules),
        more=lead.more,
    )
