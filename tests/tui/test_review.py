"""Review, lessons and insights by keyboard: found in three keys, read, corrected, deleted and brought back."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from coach.core.charts import Topic
from coach.core.model import Value
from coach.core.records import Attempt, History, Outcome, Reflection, Settings, Stage, Step
from coach.core.searching import Query
from coach.engine import Engine, Place, View
from coach.engine.demo import made_up
from coach.library import Library
from coach.store import MemoryStore
from coach.tui.app import CoachApp
from coach.tui.screens.detail import CorrectScreen, DetailScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.insights import InsightsScreen
from coach.tui.screens.ladder import LadderScreen
from coach.tui.screens.lessons import LessonsScreen
from coach.tui.screens.review import ReviewScreen
from coach.tui.screens.words import WordsScreen
from coach.tui.widgets.answers import Answers
from coach.tui.widgets.choices import Choices
from coach.tui.widgets.field import Field, Line
from coach.tui.widgets.roll import Roll
from tests.support.clock import MORNING, FrozenClock

NARROW, WIDE = (80, 24), (120, 36)


@pytest.fixture(scope="module")
def saved(library: Library) -> History:
    return made_up(library, "steady", MORNING)


@pytest.fixture
def app(library: Library, saved: History, clock: FrozenClock) -> CoachApp:
    return CoachApp(Engine(library, MemoryStore(saved), clock, seed=1))


def words(app: CoachApp) -> str:
    """All words of the screen on top that stand in paragraphs."""
    return "\n".join(str(each.render()) for each in app.screen.query(Static) if each.display)


def listed(app: CoachApp) -> str:
    """What the list shows."""
    return str(app.screen.query_one(Roll).render())


def head(app: CoachApp) -> str:
    """The right end of the top line."""
    assert isinstance(app.screen, ReviewScreen | LessonsScreen)
    return app.screen.head()[1]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def at(pilot: Pilot[None], app: CoachApp, view: View, subject: str = "") -> None:
    await pilot.pause()
    app.go(Place(view=view, subject=subject))
    await pilot.pause()


# -- finding -----------------------------------------------------------------------------------------------------


async def test_the_noes_are_three_keys_from_home(app: CoachApp, saved: History) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "r", "o", "2")
        noes = sum(each.outcome is Outcome.NO for each in saved.reflections)
        assert head(app) == f"{noes} of 121"
        assert " yes " not in listed(app)


async def test_the_list_follows_every_letter_and_shows_where_it_stands(app: CoachApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "slash", *"bis")
        assert head(app) == "2 of 121"
        await press(pilot, *"cuit")
        assert head(app) == "1 of 121"
        assert "biscuit" in listed(app)
        await press(pilot, *" xyz")
        assert head(app) == "0 of 121"
        assert "Nothing matches" in words(app)


async def test_keys_are_letters_while_one_types_and_help_is_still_one_key_away(app: CoachApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "slash", *"dqx?l")
        assert app.screen.query_one(Line).value == "dqx?l"
        assert len(app.engine.history.attempts) == 118
        await press(pilot, "exclamation_mark")
        assert type(app.screen).__name__ == "HelpNowScreen"
        await press(pilot, "escape")
        assert app.screen.query_one(Line).value == "dqx?l"


async def test_escape_steps_out_of_the_line_then_the_search_then_the_page(app: CoachApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "slash", *"tea", "escape")
        assert isinstance(app.focused, Roll)
        assert app.screen.query_one(Line).value == "tea"
        await press(pilot, "escape")
        assert head(app) == "121 written"
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_filters_add_up_and_x_takes_them_all_away(app: CoachApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "s", "2", "h", "1", "l")
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        found = screen.reviewing.find(Query(band="small", channel="in_person", kept=True))  # type: ignore[arg-type]
        assert 0 < len(found) < 60
        assert head(app) == f"{len(found)} of 121"
        await press(pilot, "x")
        assert head(app) == "121 written"


async def test_a_month_a_feeling_and_this_day_can_be_asked_for(app: CoachApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "t", "5")
        assert "OCTOBER 2026" in listed(app)
        assert "NOVEMBER" not in listed(app) and "SEPTEMBER" not in listed(app)
        await press(pilot, "x", "f", "1")
        assert head(app) not in ("121 written", "0 of 121")
        await press(pilot, "x", "y")
        assert listed(app).count(" 22 ") == listed(app).count("22 Oct") + listed(app).count("22 Sep") + listed(
            app
        ).count("22 Aug")
        assert "22 Oct" in listed(app)


async def test_a_filter_can_be_left_without_a_choice(app: CoachApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "c")
        assert isinstance(app.focused, Choices)
        await press(pilot, "escape")
        assert isinstance(app.focused, Roll)
        assert head(app) == "121 written"


async def test_texts_of_gentle_exercises_are_there_to_read(app: CoachApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "slash", *"red ears carried", "enter")
        assert isinstance(app.screen, DetailScreen)
        assert "Red ears are allowed." in words(app)
        await press(pilot, "d", "u")
        assert "Red ears are allowed." in words(app)


async def test_an_empty_review_says_what_will_stand_here(library: Library, clock: FrozenClock) -> None:
    engine = Engine(library, MemoryStore(), clock)
    engine.save_settings(welcomed=True)
    app = CoachApp(engine)
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        assert "After your first attempt" in words(app)
        await press(pilot, "slash", "o", "d", "u", "x", "y", "l", "t")
        assert isinstance(app.screen, ReviewScreen)
        assert not app.screen.query_one(Roll).display


# -- reading -----------------------------------------------------------------------------------------------------


async def test_what_one_reads_stands_beside_the_list_when_there_is_room(app: CoachApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await at(pilot, app, View.REVIEW)
        first = str(app.screen.query_one("#told", Answers).render())
        assert "My exact words" in first
        await press(pilot, "down")
        assert str(app.screen.query_one("#told", Answers).render()) != first
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert not app.screen.query_one("#beside").display


async def test_the_cursor_is_in_sight_wherever_it_goes(app: CoachApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        for key in ("end", "pageup", "home", "pagedown", "down", "end", "up"):
            await press(pilot, key)
            assert "▸" in listed(app)


async def test_enter_reads_and_escape_leads_back_to_the_same_row(app: CoachApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, DetailScreen)
        await press(pilot, "b")
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.query_one(Roll).at == 2


async def test_the_step_behind_a_story_is_one_key_away(app: CoachApp, saved: History) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.DETAIL, saved.attempts[-1].id)
        await press(pilot, "l")
        assert isinstance(app.screen, LadderScreen)
        choices = app.screen.query_one(Choices)
        assert choices.rows[choices.at].value == saved.attempts[-1].step


async def test_markup_and_steering_characters_are_shown_as_they_are(library: Library, clock: FrozenClock) -> None:
    title = "[b]bold[/b] \x1b[31mred"
    step = Step(id="s", at=MORNING, title=title)
    attempt = Attempt(
        id="a", at=MORNING, step="s", step_title=title, rating=10, before={"ask": "[@click=app.exit]x[/]"},
        stage=Stage.DONE,
    )
    after: dict[str, Value] = {"lesson": "[red]\x9b2J", "keep": "yes"}
    reflection = Reflection(id="r", at=MORNING, attempt="a", outcome=Outcome.NO, answers=after)
    records = [Settings(id="settings", at=MORNING, welcomed=True), step, attempt, reflection]
    app = CoachApp(Engine(library, MemoryStore(History().changed(records)), clock))
    async with app.run_test(size=WIDE) as pilot:
        await at(pilot, app, View.REVIEW)
        assert "[b]bold[/b]" in listed(app) and "[red]" in listed(app)
        assert "[@click=app.exit]x[/]" in str(app.screen.query_one("#told", Answers).render())
        assert "\x1b" not in listed(app) and "\x9b" not in listed(app)


# -- correcting and deleting -------------------------------------------------------------------------------------


async def test_an_answer_is_corrected_and_the_old_one_stays_below_it(app: CoachApp, saved: History) -> None:
    attempt = saved.attempts[-1]
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.DETAIL, attempt.id)
        await press(pilot, "down", "e")
        assert isinstance(app.screen, CorrectScreen)
        await press(pilot, *" too", "enter")
        assert isinstance(app.screen, DetailScreen)
        shown = str(app.screen.query_one(Answers).render())
        assert f"{attempt.before['place']} too" in shown
        assert "Corrected 22 November 2026, 09:00." in shown
        assert app.screen.query_one(Answers).at == 1


async def test_a_number_is_corrected_with_its_scale(app: CoachApp, saved: History) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.DETAIL, saved.attempts[-1].id)
        await press(pilot, "down", "down", "down", "enter", "1", "7", "enter")
        assert isinstance(app.screen, DetailScreen)
        assert app.engine.attempt(saved.attempts[-1].id).before["p_feared"] == 17


async def test_leaving_a_correction_changes_nothing(app: CoachApp, saved: History) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.DETAIL, saved.attempts[-1].id)
        await press(pilot, "e", *"never mind", "escape")
        assert isinstance(app.screen, DetailScreen)
        assert app.engine.history == saved


async def test_a_correction_with_words_that_worry_leads_to_the_question(app: CoachApp, saved: History) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.DETAIL, saved.attempts[-1].id)
        await press(pilot, "e")
        app.screen.query_one(Field).load_text("I want to kill myself")
        await press(pilot, "enter")
        assert isinstance(app.screen, WordsScreen)
        assert app.engine.attempt(saved.attempts[-1].id).before["ask"] == "I want to kill myself"


async def test_deleted_in_the_list_and_brought_back(app: CoachApp, saved: History) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "down", "d")
        assert head(app) == "120 written"
        await press(pilot, "u")
        assert app.engine.history == saved


async def test_deleted_while_reading_and_brought_back_from_the_list(app: CoachApp, saved: History) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "enter", "d")
        assert "This is deleted" in words(app)
        await press(pilot, "escape")
        assert head(app) == "120 written"
        await press(pilot, "u")
        assert app.engine.history == saved


async def test_deleted_from_a_lesson_and_brought_back_while_reading(app: CoachApp, saved: History) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.LESSONS)
        await press(pilot, "enter", "d")
        assert len(app.engine.history.attempts) == 117
        await press(pilot, "u")
        assert app.engine.history == saved
        assert app.screen.query(Answers)


# -- lessons -----------------------------------------------------------------------------------------------------


async def test_kept_lessons_are_cards_that_can_be_searched(app: CoachApp, saved: History) -> None:
    kept = [each for each in saved.reflections if each.answers.get("keep") == "yes"]
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.LESSONS)
        assert head(app) == f"{len(kept)} kept"
        assert "NOVEMBER 2026" in listed(app)
        await press(pilot, "slash", *"no, love")
        assert "“No, love. I may frame that.”" in listed(app)
        assert head(app) == f"1 of {len(kept)}"
        await press(pilot, "enter")
        assert isinstance(app.screen, DetailScreen)


async def test_a_lesson_that_was_let_go_is_no_card(app: CoachApp, saved: History) -> None:
    let_go = next(each for each in saved.reflections if each.answers.get("keep") == "no")
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.LESSONS)
        await press(pilot, "slash", *str(let_go.answers["lesson"])[:20])
        assert "Nothing matches" in words(app)


# -- insights ----------------------------------------------------------------------------------------------------


async def test_every_sentence_stands_on_the_first_page_and_every_picture_behind_it(app: CoachApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.INSIGHTS)
        assert len(app.screen.query_one(Choices).rows) == len(Topic)
        for number, topic in enumerate(Topic, 1):
            await press(pilot, str(number))
            assert isinstance(app.screen, InsightsScreen)
            assert app.screen.head()[1] == f"{number} of {len(Topic)}"
            assert app.screen.query("#picture"), topic
        await press(pilot, "right")
        assert isinstance(app.screen, InsightsScreen)
        assert app.screen.head()[1] == f"1 of {len(Topic)}"
        await press(pilot, "escape")
        assert app.screen.query(Choices)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_no_picture_is_cut_off(app: CoachApp, width: int) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        for topic in Topic:
            await at(pilot, app, View.INSIGHTS, topic.value)
            picture = app.screen.query_one("#picture", Static)
            lines = str(picture.render()).split("\n")
            assert max(len(line) for line in lines) <= picture.size.width, topic
            assert picture.size.height == len(lines), topic


async def test_with_few_attempts_insights_say_so(library: Library, saved: History, clock: FrozenClock) -> None:
    few = msgspec.structs.replace(
        saved, attempts=saved.attempts[:3], reflections=saved.reflections[:3], look_backs=()
    )
    app = CoachApp(Engine(library, MemoryStore(few), clock))
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.INSIGHTS, "yes")
        assert "Too few yet" in words(app)
        assert not app.screen.query("#picture")


async def test_a_story_of_another_year_is_told_with_its_year(app: CoachApp, saved: History) -> None:
    old = msgspec.structs.replace(saved.attempts[0], id="old", at=MORNING - dt.timedelta(days=400))
    app.engine.commit([old])
    async with app.run_test(size=NARROW) as pilot:
        await at(pilot, app, View.REVIEW)
        await press(pilot, "end")
        assert "OCTOBER 2025" in listed(app)
