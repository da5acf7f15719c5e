"""The page for a therapist shows what the person chose, and never a word about safety that they did not tick."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.model import Route
from coach.core.records import Answers, Attempt, Cause, History, Screening
from coach.library import Library
from coach.report.page import MOST_REFLECTIONS, Choice, page_of
from coach.report.preview import preview
from coach.report.redaction import LEFT_OUT, Redaction
from tests.report.history import NOW, attempts, check, fullest, hold, hostile, texts, whole

CONTENT = Library().screening
SAFETY = [rule.id for rule in CONTENT.rules if rule.id.startswith("safety.")] + ["check_in.safety", "words.confirmed"]


def shown(history: History, choice: Choice) -> str:
    return preview(history, texts(), choice, NOW, 10_000)


def test_every_rule_about_safety_is_known_as_such() -> None:
    assert not set(SAFETY) & texts().told
    assert {"mood.heavy", "worth.shaky", "practice.worsening", "said.worse", "agree.people"} <= texts().told


@pytest.mark.parametrize("rule", SAFETY)
def test_a_reason_about_safety_appears_only_when_ticked(rule: str) -> None:
    route = CONTENT.rule(rule).route
    history = History(screenings=(check(0, route, (rule, "mood.heavy")),))
    said = CONTENT.rule(rule).said
    assert said not in shown(history, Choice())
    assert said in shown(history, Choice(safety=True))
    assert CONTENT.rule("mood.heavy").said in shown(history, Choice())


def test_without_the_tick_the_page_does_not_tell_which_closing_was_about_safety() -> None:
    pages = {
        shown(History(screenings=(check(0),), holds=(each,)), Choice())
        for each in (
            hold(5, Route.HELP_NOW, Cause.WORDS), hold(5, Route.SUPPORT_FIRST, Cause.WORDS),
            msgspec.structs.replace(hold(5, Route.HELP_NOW, Cause.WORDS), reasons=("words.confirmed", "mood.heavy")),
            msgspec.structs.replace(hold(5), reasons=()),
        )
    }
    assert len(pages) == 1


def test_a_rule_that_content_no_longer_has_stays_hidden() -> None:
    history = History(screenings=(check(0, Route.SUPPORT_FIRST, ("safety.old_name",)),))
    assert "old name" not in shown(history, Choice())


def test_no_answer_of_a_check_is_on_the_page_even_when_ticked() -> None:
    answers: Answers = {"wish_dead": "yes", "motive": "secret-answer"}
    screening = Screening(
        id="s", at=NOW, answers=answers, route=Route.SUPPORT_FIRST, reasons=("mood.heavy",), scores={"mood": 987},
        content_version="1",
    )
    page = shown(History(screenings=(screening,)), Choice(safety=True))
    assert "secret-answer" not in page
    assert "987" not in page


def test_only_chosen_reflections_are_on_the_page() -> None:
    history = whole()
    assert "They will sigh" not in shown(history, Choice())
    page = page_of(history, texts(), Choice(reflections=frozenset({"a001"})), NOW)
    assert [one.title for one in page.told] == ["Ask to share a table"]


def test_when_many_are_chosen_the_latest_have_room_and_the_page_says_so() -> None:
    history = whole()
    page = page_of(history, texts(), Choice(reflections=frozenset(each.id for each in history.attempts)), NOW)
    assert [one.day for one in page.told] == ["9 Nov 2026", "10 Nov 2026", "12 Nov 2026"]
    assert page.more_told == 100 - MOST_REFLECTIONS


def test_hidden_words_are_nowhere_on_the_page() -> None:
    history = whole()
    texts_with_name = {**history.attempts[0].before, "ask": "Sam, SAM's and sam. Not the same."}
    named = msgspec.structs.replace(history.attempts[0], step_title="Ask Sam", before=texts_with_name)
    rung = msgspec.structs.replace(history.steps[0], title="Call Sam")
    choice = Choice(reflections=frozenset({"a000"}), hide=frozenset({"sam"}))
    page = shown(history.changed([named, rung]), choice)
    assert "sam" not in page.replace("Not the same", "").lower()
    assert f"{LEFT_OUT}, {LEFT_OUT}'s and {LEFT_OUT}. Not the same." in page
    assert f"Call {LEFT_OUT}" in page


@pytest.mark.parametrize(("word", "text", "becomes"), [
    ("Sam", "sam_and_Sam", f"{LEFT_OUT}_and_{LEFT_OUT}"),
    ("佐藤", "佐藤さんに聞く", f"{LEFT_OUT}さんに聞く"),
    ("Ann Lee", "ann   lee came", f"{LEFT_OUT} came"),
    ("Ann\nLee", "Ann Lee came", f"{LEFT_OUT} came"),
    ("Zoe\u0308", "Zo\u00eb", LEFT_OUT),
    (".", "a.b", f"a{LEFT_OUT}b"),
    ("Sam", "Samantha", "Samantha"),
    ("Ann", "Ann Ann-Marie", f"{LEFT_OUT} {LEFT_OUT}-Marie"),
    ("", "a b", "a b"),
    ("  ", "a b", "a b"),
    ("[left out]", "x [left out]", f"x {LEFT_OUT}"),
])
def test_a_word_is_taken_out_however_it_is_written(word: str, text: str, becomes: str) -> None:
    assert Redaction([word]).line(text, 100) == becomes


def test_a_long_name_is_taken_out_before_its_parts() -> None:
    assert Redaction(["Ann", "Ann Lee"]).line("Ann Lee and Ann", 100) == f"{LEFT_OUT} and {LEFT_OUT}"


@given(st.integers(0, 60))
def test_no_half_of_a_hidden_word_stays_when_a_text_is_shortened(lead: int) -> None:
    assert "Sam" not in Redaction(["Samantha"]).line("x" * lead + " Samantha came", 40)


def test_a_tower_of_accents_does_not_cover_other_lines() -> None:
    assert Redaction([]).line("o" + "\u0300" * 500, 40) == "\u00f2" + "\u0300" * 4


def test_texts_are_one_printable_line_each() -> None:
    history = hostile()
    page = page_of(history, texts(), Choice(reflections=frozenset(each.id for each in history.attempts)), NOW)
    words = [text for one in page.told for _, text in one.parts] + [rung.title for rung in page.ladder]
    assert words
    assert not any(letter in text for text in words for letter in "\n\x1b\x00\u202e\u2028")


def test_the_page_says_what_it_leaves_out_for_want_of_room() -> None:
    page = page_of(fullest(), texts(), Choice(), NOW)
    assert page.earlier_checks > 0
    assert page.more_steps > 0
    assert "And 3 more." in page.checks[-1].reasons or len(page.checks[-1].reasons) <= 4


def test_the_ladder_shows_tension_at_first_and_now_and_what_was_left() -> None:
    rung = page_of(whole(), texts(), Choice(), NOW).ladder[0]
    assert (rung.title, rung.first, rung.now) == ("Ask a café for a glass of tap water", 21, 12)
    assert rung.asked > 0
    assert rung.unasked > 0


def test_an_agreement_of_a_professional_is_told() -> None:
    attested = msgspec.structs.replace(check(0, Route.GO_GENTLY, ("mood.low",)), attested=True)
    assert "A professional who knows about this agreed." in shown(History(screenings=(attested,)), Choice())


def test_an_empty_history_makes_a_page() -> None:
    page = page_of(History(), texts(), Choice(), NOW)
    assert (page.period, page.days, page.checks, page.ladder) == ("", 0, (), ())


def test_an_open_attempt_can_be_chosen() -> None:
    history = History(attempts=(Attempt(id="x", at=NOW, step="s", step_title="Ask", rating=5, before={"ask": "Hi"}),))
    page = page_of(history, texts(), Choice(reflections=frozenset({"x"})), NOW)
    assert page.told[0].facts == "not finished yet; Warm-up, 5"


def test_the_preview_holds_every_text_of_the_page() -> None:
    history = attempts(30)
    choice = Choice(reflections=frozenset({"a001", "a002"}))
    page = page_of(history, texts(), choice, NOW)
    words = shown(history, choice)
    for text in [text for one in page.told for _, text in one.parts] + [chart.sentence for chart in page.charts]:
        assert text in words
