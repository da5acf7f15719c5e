"""Where a person can be: the names both front ends share, and what a front end needs to draw them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from coach.core.gate import Standing
from coach.core.ladder import Advice, Band
from coach.core.records import Attempt, Draft, Reflection, Step


class View(StrEnum):
    """Every view. A front end that lacks one is incomplete, and a test says so."""

    WELCOME = "welcome"
    FORM = "form"
    CHECK_ANSWERS = "check_answers"
    STANDING = "standing"
    HELP_NOW = "help_now"
    COUNTRY = "country"
    GROUNDING = "grounding"
    THERAPIST = "therapist"
    EXERCISES = "exercises"
    LADDER_BUILDER = "ladder_builder"
    LADDER = "ladder"
    HOME = "home"
    STEPS = "steps"
    CARD = "card"
    COURTESY_STOP = "courtesy_stop"
    OUT = "out"
    SIDE_BY_SIDE = "side_by_side"
    WHAT_NEXT = "what_next"
    THANKS = "thanks"
    REVIEW = "review"
    DETAIL = "detail"
    INSIGHTS = "insights"
    LESSONS = "lessons"
    SETTINGS = "settings"
    KEYS = "keys"
    WHY = "why"
    ABOUT = "about"
    WORDS = "words"
    PREVIEW = "preview"


class FormName(StrEnum):
    """Every form that someone can be in the middle of."""

    SCREENING = "screening"
    SAFETY = "safety"
    AGREEMENTS = "agreements"
    GOALS = "goals"
    PICK = "pick"
    RATE = "rate"
    OWN_STEP = "own_step"
    EDIT_STEP = "edit_step"
    ANCHORS = "anchors"
    CHECK_IN = "check_in"
    COURTESY = "courtesy"
    BEFORE = "before"
    AFTER = "after"
    LOOK_BACK = "look_back"
    TRUSTED = "trusted"
    EXERCISE = "exercise"
    EXPORT = "export"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where to go: a view, and what it is about (an attempt, a form, a topic).

    `items` names the questions or rules that led there. `quiet` asks for one quiet line about help. `then` is
    where to go after a view that stands in between.
    """

    view: View
    subject: str = ""
    form: FormName | None = None
    items: tuple[str, ...] = ()
    quiet: bool = False
    then: Place | None = None


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """Whether an attempt may start now. `rules` say why not, as ids with words in `advice.toml`."""

    may_attempt: bool
    needs_check_in: bool
    rules: tuple[str, ...] = ()


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """The four questions home answers: may I, what next, where am I, what did I learn."""

    standing: Standing
    today: Today
    days: int
    advice: Advice | None
    step: Step | None
    open_attempt: Attempt | None
    look_backs: tuple[Attempt, ...]
    bands: tuple[tuple[Band, tuple[tuple[Step, str], ...]], ...]
    lesson: Reflection | None
    lesson_from: str
    drafts: tuple[Draft, ...]
    steady: int | None
    now: dt.datetime
