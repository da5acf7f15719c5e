"""What exists in one front end exists in the other."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from coach.core.model import Form, Item, Kind, Option, Section
from coach.core.records import Draft
from coach.engine import FormName, Place, Session, View
from coach.library import Library
from coach.plain.asks import KINDS, SHOWN, Asking
from coach.plain.form import answer
from coach.plain.guide import Frame, Guide
from coach.plain.views import VIEWS
from coach.tui.app import SCREENS, CoachApp
from tests.plain.scripted import Scripted
from tests.support import walk
from tests.support.clock import FrozenClock

OPTIONS = (Option(value="one", label="The first"), Option(value="two", label="The second"))


def test_every_view_exists_in_both_front_ends() -> None:
    assert set(VIEWS) == set(SCREENS) == set(View)


@pytest.mark.parametrize("view", View)
def test_every_view_can_be_opened_in_the_app(view: View) -> None:
    module, _, name = SCREENS[view].partition(":")
    assert hasattr(import_module(f"coach.tui.screens.{module}"), name)


def test_every_kind_of_question_is_told_and_answered_in_plain_mode() -> None:
    assert set(KINDS) == set(SHOWN) == set(Kind)


def asking(kind: Kind) -> Session:
    """A form with one question of this kind, and one after it so that it does not end."""
    options = OPTIONS if kind in (Kind.CHOICE, Kind.SEVERAL) else ()
    if kind is Kind.CONFIRM:
        options = (Option(value="yes", label="Yes"), Option(value="no", label="No"))
    first = Item(id="first", kind=kind, text="A question?", options=options)
    items = (first, Item(id="last", kind=Kind.TEXT, text="Another?"))
    form = Form(id="made", title="Made up", sections=(Section(id="made", items=items),))
    draft = Draft(id="made", at=FrozenClock().now(), form=FormName.TRUSTED.value)
    return Session(FormName.TRUSTED, form, draft, lambda draft: None, FrozenClock().now)


@pytest.mark.parametrize(
    ("kind", "line", "keys"),
    [
        (Kind.CHOICE, "2", ["2"]),
        (Kind.CONFIRM, "yes", ["1"]),
        (Kind.SCALE, "70", ["7", "0", "enter"]),
        (Kind.NUMBER, "7", ["7", "enter"]),
        (Kind.SEVERAL, "1 2", ["space", "down", "space", "enter"]),
        (Kind.TEXT, "a word", [*"a", "space", *"word", "enter"]),
    ],
)
async def test_every_kind_of_question_gives_the_same_answer_in_app_and_plain_mode(
    kind: Kind, line: str, keys: list[str], library: Library, clock: FrozenClock
) -> None:
    in_plain, in_app = asking(kind), asking(kind)
    engine = walk.screened(walk.engine_of(library, clock))
    place = Place(view=View.FORM, form=FormName.TRUSTED)
    assert in_plain.ask is not None
    question = Asking(Guide(engine, Scripted([line]), VIEWS), Frame(place), in_plain, in_plain.ask)
    question.show()
    answer(question)
    app = CoachApp(engine)
    async with app.run_test() as pilot:
        app.open_form(place, in_app)
        await pilot.pause()
        await pilot.press(*keys)
    assert in_app.flow.given == in_plain.flow.given
    assert "first" in in_plain.flow.given


def test_the_prompt_library_is_loaded_at_the_first_question_and_not_before() -> None:
    told = "import sys, coach.plain.run; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, timeout=60)
    assert not {"questionary", "prompt_toolkit", "asyncio", "textual"} & set(done.stdout.split())
