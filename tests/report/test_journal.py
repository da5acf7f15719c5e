"""The journal holds what somebody wrote, as they wrote it, and reads well printed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coach.core.records import History
from coach.core.text import one_line, printable
from coach.report.journal import literal, markdown, quoted
from tests.report.history import NOW, attempts, hostile, texts, whole


def parsed(document: str) -> list[Token]:
    tokens: list[Token] = []
    for token in MarkdownIt("commonmark").enable("table").parse(document):
        tokens += [token, *(token.children or [])]
    return tokens


def shown(document: str) -> str:
    """The text a reader sees."""
    found = [token for token in parsed(document) if token.type in ("text", "softbreak", "hardbreak", "text_special")]
    return "".join("\n" if token.type.endswith("break") else token.content for token in found)


def test_the_journal_tells_what_was_expected_and_what_happened() -> None:
    document = markdown(whole(3), texts(), NOW)
    assert "### 6 July 2026 · Ask a café for a glass of tap water" in document
    assert "> They will sigh and roll their eyes." in document
    assert "- How likely that is: 80" in document
    assert "- Reasons for the answer: They were busy, or it was a bad moment" in document
    assert "**Looking back, 7 Jul 2026**" in document


def test_months_days_and_own_words_keep_their_order() -> None:
    document = markdown(whole(), texts(), NOW)
    months = re.findall(r"^## (\w+) 2026$", document, re.MULTILINE)
    assert months == ["July", "August", "September", "October", "November"]
    assert document.index("My exact words") < document.index("What I fear") < document.index("What happened")


def test_lessons_ladder_goals_and_exercises_are_part_of_it() -> None:
    document = markdown(whole(), texts(), NOW)
    assert "## Lessons I kept" in document
    assert "| Small | Ask to share a table | 37 | 28 |" in document
    assert "- A raise" in document
    assert "Self-kindness" in document or "kind" in document
    assert "> Dear you,\n>\n> you tried." in document


def test_a_correction_is_told() -> None:
    assert "Corrected later, last on 22 Nov 2026: What I felt." in markdown(whole(3), texts(), NOW)


def test_answers_of_the_fit_and_safety_check_are_not_in_the_journal() -> None:
    document = markdown(whole(), texts(), NOW)
    assert "alive" not in document
    assert "You told us" not in document


def test_an_empty_history_makes_a_short_journal() -> None:
    assert "no attempt" in markdown(History(), texts(), NOW)


def test_an_attempt_that_is_not_finished_says_so() -> None:
    document = markdown(History(attempts=attempts(1).attempts), texts(), NOW)
    assert "not finished yet" in document


def test_nothing_that_somebody_wrote_becomes_markup() -> None:
    document = markdown(hostile(30), texts(), NOW)
    kinds = {token.type for token in parsed(document)}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_block", "code_inline", "fence", "hr"}
    headings = [token for token in parsed(document) if token.type == "heading_open"]
    assert {token.tag for token in headings} == {"h1", "h2", "h3"}


def test_characters_that_steer_a_terminal_do_not_reach_the_journal() -> None:
    assert not any(letter in markdown(hostile(30), texts(), NOW) for letter in "\x1b\x07\x00\u202e")


@given(st.text(max_size=60))
def test_any_line_shows_exactly_as_it_was_written(text: str) -> None:
    assert shown(f"- {literal(text)}") == one_line(text)


@given(st.text(alphabet="ab \n*_`#>-+=1.)[]()!<&|~\\:$^\t", max_size=60))
def test_any_quote_shows_the_lines_that_were_written(text: str) -> None:
    wanted = [one_line(line) for line in printable(text).strip().split("\n")]
    assert shown(quoted(text)).replace("\n", "") == "".join(wanted)
    assert {token.type for token in parsed(quoted(text))} <= {
        "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special",
        "hardbreak", "softbreak",
    }
