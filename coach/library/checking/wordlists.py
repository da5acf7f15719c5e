"""Words that do not come in, with what to do instead. Every list holds for whole words and for any text shown."""

from __future__ import annotations

import re
from typing import NamedTuple

from coach.library.checking.faults import Rule


class Unwanted(NamedTuple):
    """Words that break a rule, and what to do instead."""

    rule: Rule
    pattern: re.Pattern[str]
    remedy: str


ALLOWED = frozenset({
    ("why/about.md", "not a diagnosis"),
})
"""Phrases that may stand in one file although a list below has a word of theirs: they say what Coach is not."""


def _words(rule: Rule, remedy: str, *patterns: str) -> Unwanted:
    joined = "|".join(pattern.replace(" ", r"\s+") for pattern in patterns)
    return Unwanted(rule, re.compile(rf"\b(?:{joined})\b", re.IGNORECASE), remedy)


_SELF = "(?:my|your|him|her|them|our)sel(?:f|ves)"
_US = "(?:coach|we|this app|the app|our team|someone|somebody)"

UNWANTED = (
    _words(
        Rule.WORDS, "say that someone died by suicide, or leave it out",
        "commit(?:s|ted|ting)? suicide",
    ),
    _words(
        Rule.WORDS, "a try to end a life neither fails nor succeeds; say what happened",
        "(?:failed|unsuccessful|successful|completed) (?:suicide )?attempts?",
        "(?:failed|successful|completed) suicides?",
    ),
    _words(
        Rule.WORDS, "this judges the person; say what is hard for them",
        "weak(?:er|ly|ness|ling)?", "coward(?:s|ly|ice)?",
    ),
    _words(
        Rule.WORDS, "a pause takes nothing away; count days of practice, never a row of them",
        "streaks?",
    ),
    _words(
        Rule.WORDS, "Coach names no illness and no level; say what someone told us",
        "diagnos(?:is|es|ed?|ing|tic)", "risk levels?", "levels? of risk",
    ),
    _words(
        Rule.WORDS, "this makes an ask sound easy or owed; leave it out or offer a choice",
        "just", "should(?:n['’]t)?", "must(?:n['’]t)?",
    ),
    Unwanted(Rule.TONE, re.compile(r"\S!"), "end the sentence calmly; only the help key is a !"),
    _words(
        Rule.PROMISE, "nobody reads along and nobody comes; say what the person can do",
        "keep(?:s|ing)? you safe", "you(?:['’]re| are) safe (?:here|now|with)", "never alone",
        "watch(?:es|ing)? (?:over|out for) you", "look(?:s|ing)? after you",
        f"{_US}(?:['’]ll| will| can| (?:is|are) going to) (?:always )?(?:call|contact|phone|ring|alert|notify|warn)",
        f"{_US}(?:['’]ll| will| can| (?:is|are) going to) (?:always )?(?:watch|monitor|protect|check on|reach|save)",
        f"{_US}(?:['’]ll| will| can) (?:always )?be (?:here|there)",
        "(?:always|we(?:['’]re| are)|coach is) (?:here|there) for you",
        "help is on (?:its|the) way", "guarantee[ds]?",
    ),
    _words(
        Rule.MEANS, "name no way and nothing that someone could use; say thoughts of ending your life",
        "overdos(?:e[ds]?|ing)", "lethal", "pills?", "poison(?:s|ed|ing)?", "bleach", "carbon monoxide",
        "noose", "razors?", "blades?", "knife", "knives", "wrists?", "slit(?:s|ting)?",
        "guns?", "firearms?", "rifles?", "pistols?",
        "drown(?:s|ed|ing)?", "suffocat(?:e[ds]?|ing|ion)", "strangl(?:e[ds]?|ing)", "asphyxiat(?:e[ds]?|ing|ion)",
        f"(?:hang|cut|burn|shoot)(?:s|ed|ing|ting)? {_SELF}", "(?:jump|leap)(?:s|ed|ing)? (?:off|from|in front)",
    ),
)
