"""Every decision of the core has words, and the words keep the house's tone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.core.courtesy import RULES
from coach.core.model import Category, Channel
from coach.core.wording import Sentence
from tests.core.practice import WORDS

ROOT = Path(__file__).parents[2]
ROWS = (*WORDS.vary, *WORDS.side_by_side, *WORDS.insight, *WORDS.proposals)
_ID = re.compile(r'"((?:stop|down|repeat|up|stay|any|mechanical|vary|side|brier|days|lessons|why)\.[a-z_]+)"')


def texts() -> list[str]:
    """Every text that a person may read."""
    told = [text for rule in WORDS.advice for text in (rule.title, rule.words, rule.because)]
    rules = [text for rule in WORDS.courtesy for text in (rule.title, rule.why, rule.kinder)]
    return [text for text in (*told, *rules, *(row.words for row in ROWS)) if text]


def ids() -> list[str]:
    """Every id that has words."""
    return [*(rule.id for rule in WORDS.advice), *(row.id for row in ROWS)]


def test_every_rule_named_in_the_core_has_words() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "coach" / "core").glob("*.py"))
    named = set(_ID.findall(code))
    assert named - set(ids()) == set()


def test_every_respect_rule_has_its_reason_and_a_kinder_version() -> None:
    assert [rule.id for rule in WORDS.courtesy] == list(RULES)
    assert all(WORDS.kinder(rule).kinder for rule in RULES)
    with pytest.raises(KeyError):
        WORDS.kinder("unheard_of")


def test_every_category_and_channel_has_a_name_for_sentences() -> None:
    assert set(WORDS.names) == {*Category, *Channel}


def test_a_name_stands_in_a_sentence_in_place_of_its_value() -> None:
    sentence = Sentence(id="why.channel", facts={"channel": "phone", "band": "Small"})
    assert WORDS.say(sentence) == "It can be done by phone, and may be a Small step."


def test_a_sentence_without_words_is_an_error_that_names_it() -> None:
    with pytest.raises(KeyError, match=r"why\.moon"):
        WORDS.say(Sentence(id="why.moon"))


def test_no_id_has_words_twice() -> None:
    assert len(ids()) == len(set(ids()))


def test_sentences_are_short_and_no_advice_says_must_or_shouts() -> None:
    for text in texts():
        for sentence in re.split(r"(?<=[.?])\s", text):
            assert len(sentence.split()) <= 25, sentence
        assert not re.search(r"!|\b(must|should|just|streak|score|fail\w*)\b", text), text
