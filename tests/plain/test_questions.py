"""How a question is asked and answered in plain mode, and that no word typed is lost."""

from __future__ import annotations

import pytest

from coach.core.errors import PlainError
from coach.core.records import Draft, History
from coach.engine import Engine, FormName, Place, View
from coach.library import Library
from coach.plain.guide import Guide
from coach.plain.terminal import Keep, nothing
from coach.plain.views import VIEWS
from tests.plain.people import engine_on
from tests.plain.scripted import Scripted
from tests.support import walk
from tests.support.clock import FrozenClock


@pytest.fixture
def engine(library: Library, clock: FrozenClock) -> Engine:
    """Somebody who is out with an ask and comes back."""
    engine = walk.with_ladder(walk.screened(walk.engine_of(library, clock)))
    walk.out(engine)
    return engine


def after(engine: Engine) -> Place:
    return Place(view=View.FORM, form=FormName.AFTER, subject=engine.history.attempts[-1].id)


def told(engine: Engine, place: Place, *lines: str) -> str:
    """What one reads in a form when these lines are typed."""
    terminal = Scripted(lines, width=1000)
    guide = Guide(engine, terminal, VIEWS)
    guide.go(place)
    guide.go_on()
    return terminal.transcript


def draft(engine: Engine) -> Draft:
    return engine.history.of(Draft)[-1]


# -- picking -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["2", "2.", "They said no", "said no", "they said n", "THEY SAID NO."])
def test_an_answer_is_picked_by_number_or_by_some_of_its_words(line: str, engine: Engine) -> None:
    told(engine, after(engine), line)
    assert draft(engine).answers["outcome"] == "no"


@pytest.mark.parametrize(("words", "numbers"), [("they said", "1, 2"), ("no", "2, 4, 5")])
def test_words_that_fit_several_answers_pick_none_of_them(words: str, numbers: str, engine: Engine) -> None:
    assert f"That fits more than one: {numbers}. Type the number." in told(engine, after(engine), words)
    assert not engine.history.drafts


@pytest.mark.parametrize("line", ["0", "7", "-1", "99999999999999999999", "maybe", "٢٢"])
def test_what_is_no_answer_is_said_to_be_none_and_nothing_is_picked(line: str, engine: Engine) -> None:
    assert "That is none of the answers. Type a number from 1 to 6" in told(engine, after(engine), line)
    assert not engine.history.drafts


def test_no_answer_is_picked_for_somebody_who_only_presses_enter(engine: Engine) -> None:
    text = told(engine, after(engine), "", "", "")
    assert not engine.history.drafts
    assert text.count("6. I stopped") == 4


def test_several_answers_are_picked_in_one_line(engine: Engine) -> None:
    told(engine, after(engine), "2", "s", "1", "1", "30", "s", "s", "s", "1, 3 8;1")
    assert draft(engine).answers["reasons"] == ("situation.busy", "situation.place", "me.wording")


def test_one_wrong_number_among_several_picks_none(engine: Engine) -> None:
    text = told(engine, after(engine), "2", "s", "1", "1", "30", "s", "s", "s", "1 12")
    assert "Type a number from 1 to 11" in text
    assert "reasons" not in draft(engine).answers


@pytest.mark.parametrize(("line", "plain"), [
    ("lots", "Please type a number in digits."), ("101", "Please give a whole number from 0 to 100."),
    ("-1", "Please give a whole number from 0 to 100."), ("1.5", "Please type a number in digits."),
])
def test_a_number_that_does_not_fit_is_asked_for_again(line: str, plain: str, engine: Engine) -> None:
    assert plain in told(engine, after(engine), "2", "s", "1", "1", line)
    assert "p_feared_after" not in draft(engine).answers


# -- marks ---------------------------------------------------------------------------------------------------

AT = {
    "choice": [], "text in lines": ["2"], "number": ["2", "s", "1", "1"],
    "several": ["2", "s", "1", "1", "30", "s", "s", "s"], "text": ["2", "s", "1", "1", "30", "s", "s", "s", "1", "s"],
}


@pytest.mark.parametrize("mark", ["!", " help "])
@pytest.mark.parametrize("before", AT.values(), ids=AT)
def test_help_opens_at_every_kind_of_question_and_leads_back_to_it(
    before: list[str], mark: str, engine: Engine
) -> None:
    asked, _, after_help = told(engine, after(engine), *before, mark, "1", "q").partition("Help now")
    assert "In danger now? 999" in after_help
    question = asked.splitlines()[-4]
    assert question in after_help


@pytest.mark.parametrize("before", AT.values(), ids=AT)
def test_why_is_told_in_a_sentence_and_then_in_full_at_every_kind_of_question(
    before: list[str], engine: Engine
) -> None:
    text = told(engine, after(engine), *before, "?", "?")
    assert "Why we ask: " in text
    assert "Source: " in text or "Why we ask" in text.partition("once more")[2]


@pytest.mark.parametrize("before", AT.values(), ids=AT)
def test_q_and_the_end_of_input_leave_with_one_line_and_everything_kept(before: list[str], engine: Engine) -> None:
    saved = told(engine, after(engine), *before, "q")
    assert saved.endswith("Everything is saved. Come back whenever you like.\n")
    again = engine_on(engine.library, FrozenClock(), engine.history)
    assert again.start() == (after(engine) if before else Place(view=View.HOME))


def test_back_shows_the_answer_from_before_and_enter_keeps_it(engine: Engine) -> None:
    text = told(engine, after(engine), "2", "b", "", "b", "q")
    assert text.count("Your answer so far: They said no. Enter keeps it.") == 2
    assert draft(engine).answers == {"outcome": "no"}


def test_a_needed_answer_cannot_be_skipped(engine: Engine) -> None:
    assert "This one is needed to go on. You can leave at any time instead." in told(engine, after(engine), "s")


def test_a_page_without_a_question_has_nothing_to_skip(engine: Engine) -> None:
    assert "There is nothing to skip here." in told(engine, Place(view=View.HOME), "s")


@pytest.mark.parametrize("mark", ["!", "b", "s", "q", "?", "help", "B"])
def test_a_backslash_makes_a_mark_an_answer(mark: str, engine: Engine) -> None:
    told(engine, after(engine), *AT["text"], f"\\{mark}")
    assert draft(engine).answers["feelings"] == mark


# -- longer texts --------------------------------------------------------------------------------------------


def test_a_longer_text_ends_with_one_dot_and_keeps_its_lines(engine: Engine) -> None:
    told(engine, after(engine), "2", "She looked up.", "", "  \\b is how she wrote it", "\\.", "...", ".")
    assert draft(engine).answers["happened"] == "She looked up.\n\n  \\b is how she wrote it\n.\n..."


def test_each_line_of_a_longer_text_is_kept_at_once(engine: Engine) -> None:
    told(engine, after(engine), "2", "She looked up.", "Then she", "q")
    assert (draft(engine).at_item, draft(engine).typed) == ("happened", "She looked up.\nThen she")


def test_what_was_begun_is_offered_again_and_goes_on(engine: Engine) -> None:
    told(engine, after(engine), "2", "She looked up.", "q")
    again = engine_on(engine.library, FrozenClock(), engine.history)
    terminal = Scripted(["Then she smiled.", ".", "q"])
    Guide(again, terminal, VIEWS).run()
    assert "You were here last time. What you wrote is still here." in terminal.transcript
    assert "You had begun to write:\nShe looked up.\nGo on from there" in terminal.transcript
    assert draft(again).answers["happened"] == "She looked up.\nThen she smiled."


def test_help_in_the_middle_of_a_longer_text_keeps_its_lines(engine: Engine) -> None:
    told(engine, after(engine), "2", "She looked up.", "!", "1", "Then she smiled.", ".")
    assert draft(engine).answers["happened"] == "She looked up.\nThen she smiled."


def test_going_back_from_a_longer_text_keeps_its_lines_until_one_returns(engine: Engine) -> None:
    told(engine, after(engine), "2", "She looked up.", "b", "2", "Then she smiled.", ".")
    assert draft(engine).answers["happened"] == "She looked up.\nThen she smiled."


def test_lines_that_were_written_are_left_out_only_when_asked_twice(engine: Engine) -> None:
    text = told(engine, after(engine), "2", "She looked up.", "s", "Then she smiled.", ".")
    assert "Type s once more to leave it out." in text
    assert draft(engine).answers["happened"] == "She looked up.\nThen she smiled."
    told(engine, after(engine), "b", "She", "s", "s")
    assert draft(engine).answers["happened"] == "skip"


def test_a_longer_text_that_is_answered_is_kept_by_enter_or_written_anew(engine: Engine) -> None:
    told(engine, after(engine), "2", "First words.", ".", "b", "", "q")
    assert draft(engine).answers["happened"] == "First words."
    told(engine, after(engine), "b", "Other words.", ".", "q")
    assert draft(engine).answers["happened"] == "Other words."


class Ending(Scripted):
    """Gives its replies, and then the end of input as Ctrl+D does; after that, more replies."""

    def ask(self, label: str, start: str = "", keep: Keep = nothing) -> str:
        """The next reply; EOFError for `^D`, KeyboardInterrupt for `^C` after some letters."""
        reply = super().ask(label, start, keep)
        if reply == "^D":
            raise EOFError
        if reply.endswith("^C"):
            keep(reply.removesuffix("^C"))
            raise KeyboardInterrupt
        return reply


def test_ctrl_d_ends_a_longer_text_and_leaves_anywhere_else(engine: Engine) -> None:
    terminal = Ending(["2", "She looked up.", "^D", "^D", "never typed"])
    guide = Guide(engine, terminal, VIEWS)
    guide.go(after(engine))
    guide.go_on()
    assert draft(engine).answers == {"outcome": "no", "happened": "She looked up."}
    assert terminal.lines[-1] == "Everything is saved. Come back whenever you like."


@pytest.mark.parametrize("before", [AT["text in lines"], AT["text"]], ids=["text in lines", "text"])
def test_ctrl_c_in_the_middle_of_a_line_keeps_its_letters(before: list[str], engine: Engine) -> None:
    guide = Guide(engine, Ending([*before, "She looked up and^C"]), VIEWS)
    guide.go(after(engine))
    guide.go_on()
    assert draft(engine).typed == "She looked up and"


def test_a_text_that_is_too_long_can_be_shortened(engine: Engine) -> None:
    starts: list[str] = []

    class Starting(Scripted):
        def ask(self, label: str, start: str = "", keep: Keep = nothing) -> str:
            starts.append(start)
            return super().ask(label, start, keep)

    terminal = Starting([*AT["text"], "long " * 30, "short"])
    guide = Guide(engine, terminal, VIEWS)
    guide.go(after(engine))
    guide.go_on()
    assert "That is over 120 characters. Please shorten it a little." in terminal.transcript
    assert "long " * 30 in starts
    assert draft(engine).answers["feelings"] == "short"


def test_a_longer_text_takes_what_there_is_room_for_and_says_so(engine: Engine) -> None:
    text = told(engine, after(engine), "2", "a" * 3990, "b" * 3990, "c", ".")
    assert text.count("There is room for 4000 characters here. The rest was left out.") == 2
    happened = draft(engine).answers["happened"]
    assert isinstance(happened, str)
    assert (len(happened), happened[-3:]) == (4000, "bbb")


# -- when saving fails ---------------------------------------------------------------------------------------


def test_words_that_could_not_be_saved_are_offered_again(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    commit, fails = engine.keeper.commit, [True]

    def fail_once(*args: object, **named: object) -> History:
        drafts = [each for each in args[0] if isinstance(each, Draft)]  # type: ignore[attr-defined]
        if fails and any("feelings" in each.answers for each in drafts):
            fails.clear()
            raise PlainError("The disk is full.", "disk")
        return commit(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(engine.keeper, "commit", fail_once)
    text = told(engine, after(engine), *AT["text"], "relieved", "")
    assert "This could not be saved. What you typed is still here.\nThe disk is full." in text
    assert "You had begun to write:\nrelieved\nEnter takes it as it is." in text
    assert draft(engine).answers["feelings"] == "relieved"


def test_a_page_that_cannot_be_told_leads_away_from_itself(engine: Engine) -> None:
    text = told(engine, Place(view=View.OUT, subject="gone"), "q")
    assert "That attempt is no longer here." in text
    assert "You can practise today." in text


# -- pages ---------------------------------------------------------------------------------------------------


def test_an_answer_is_corrected_with_the_question_told_again(engine: Engine) -> None:
    walk.back(engine, engine.history.attempts[-1].id)
    attempt = engine.history.attempts[-1].id
    text = told(engine, Place(view=View.DETAIL, subject=attempt), "correct", "what i felt", "calm", "b", "q")
    assert "Saved. The old answer stays below the new one." in text
    change = engine.history.reflections[-1].changes[-1]
    assert (change.old, change.new) == ("relieved, a bit proud", "calm")


def test_a_page_one_comes_back_to_is_told_again_only_when_asked(engine: Engine) -> None:
    lead = engine.library.strings["home"]["open_attempt_hint"]
    assert told(engine, Place(view=View.HOME), "settings", "b", "q").count(lead) == 1
    assert told(engine, Place(view=View.HOME), "settings", "b", "", "q").count(lead) == 2


def test_home_is_told_anew_when_something_has_changed(engine: Engine) -> None:
    text = told(engine, Place(view=View.HOME), "ladder", "9", "retire", "b", "q")
    assert "Warm-up: 3 steps." in text
    assert "Warm-up: 2 steps." in text


def test_words_that_worry_are_asked_about_and_never_echoed(engine: Engine) -> None:
    text = told(engine, after(engine), *AT["text"], "I want to kill myself", *"sss", "b", "s", "q")
    assert "Something you wrote sounds as if you may be in a very hard place." in text
    assert "This question waits for an answer. Help is one key away." in text
    assert "In danger now? 999" in text
    assert "kill" not in text.replace("Answer: I want to kill myself", "")
    assert not engine.standing().is_open
