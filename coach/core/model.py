"""What content is made of: the shapes that `content/` is decoded into.

Everything here is a frozen value. Shape and ranges are checked by msgspec while decoding; whether one
entry names another that exists is checked by `coach.library`.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

import msgspec

SKIP = "skip"
"""The answer that says: I would rather not say. Every optional question takes it."""

Value = str | int | tuple[str, ...]
"""One answer: a word or text, a number, or several words."""

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=60)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=1200)]
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]


class Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every shape in `content/`: frozen, and a field nobody knows is an error."""


class Route(StrEnum):
    """Where a screening leads, heaviest first (design: 2-screening)."""

    HELP_NOW = "help_now"
    SUPPORT_FIRST = "support_first"
    NOT_YET = "not_yet"
    GO_GENTLY = "go_gently"
    READY = "ready"

    @property
    def weight(self) -> int:
        """How heavy the route is: 0 for ready up to 4 for help now. Only for comparing."""
        return len(Route) - 1 - list(Route).index(self)

    @property
    def opens_practice(self) -> bool:
        """True when practice is open on this route."""
        return self in (Route.GO_GENTLY, Route.READY)


class Kind(StrEnum):
    """The kinds of Ask; a front end is a table from these to how each is shown."""

    CHOICE = "choice"
    SCALE = "scale"
    NUMBER = "number"
    TEXT = "text"
    SEVERAL = "several"
    CONFIRM = "confirm"


class Option(Content, frozen=True, kw_only=True):
    """One answer that can be picked: the fixed value and the words shown for it."""

    value: str | int
    label: Text
    group: str = ""
    note: str = ""


class Condition(Content, frozen=True, kw_only=True):
    """A claim about the answers so far: any of `items` is one of `among`, or a score lies in a range."""

    items: tuple[Id, ...] = ()
    among: tuple[str | int, ...] = ()
    score: str = ""
    at_least: int | None = None
    at_most: int | None = None


class Item(Content, frozen=True, kw_only=True):
    """One question of any form (screening, check-in, courtesy, before, after, look back).

    `low` and `high` bound a scale or number; `limit` bounds a text in characters. An item with `asked_if`
    is asked when any of its conditions holds. `why` is one short sentence; `more` names a page in `why/`.
    `options_from` fills the options from other content when the form is begun.
    """

    id: Id
    kind: Kind
    text: Text
    short: str = ""
    note: str = ""
    options: tuple[Option, ...] = ()
    options_from: Literal["", "goals", "fears", "proposals"] = ""
    low: int = 0
    high: int = 100
    low_label: str = ""
    high_label: str = ""
    required: bool = False
    multiline: bool = False
    limit: Annotated[int, msgspec.Meta(ge=1, le=20_000)] = 2000
    most: int = 0
    asked_if: tuple[Condition, ...] = ()
    why: str = ""
    more: str = ""


class Section(Content, frozen=True, kw_only=True):
    """Questions that belong together; `intro` says what is coming, before the first of them."""

    id: Id
    items: tuple[Item, ...]
    title: str = ""
    intro: str = ""


class Form(Content, frozen=True, kw_only=True):
    """A list of questions in order, the same for both front ends; walked by `core.flow`."""

    id: Id
    title: Text
    sections: tuple[Section, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item in the order it is asked."""
        return tuple(item for section in self.sections for item in section.items)

    def item(self, item_id: str) -> Item:
        """The item with this id; KeyError when there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def section_of(self, item_id: str) -> Section:
        """The section that holds this item; KeyError when there is none."""
        for section in self.sections:
            if any(item.id == item_id for item in section.items):
                return section
        raise KeyError(item_id)


class Score(Content, frozen=True, kw_only=True):
    """A sum over answers. A skipped item counts `skip`; with `counts`, each of those answers counts 1."""

    id: Id
    items: tuple[Id, ...]
    skip: int = 0
    counts: tuple[str, ...] = ()


class Rule(Content, frozen=True, kw_only=True):
    """A reason for a route: fires when every condition holds and `unless` does not fire.

    `said` is what the person told us, `matters` why it counts, `change` what would change it.
    """

    id: Id
    route: Route
    when: tuple[Condition, ...]
    unless: str = ""
    said: Text
    matters: Text
    change: Text


class RouteText(Content, frozen=True, kw_only=True):
    """How a route is told: title, opening words, things to do now (at least three), what stays in place."""

    route: Route
    title: Text
    lead: Text
    actions: Annotated[tuple[Literal[
        "help", "grounding", "therapist", "exercises", "trusted", "contact", "agreements", "ladder", "review",
        "attest", "leave", "youth", "screening",
    ], ...], msgspec.Meta(min_length=3)]
    stays: tuple[str, ...] = ()
    valid_days: int = 0
    hold_days: int = 0


class ScreeningForm(Content, frozen=True, kw_only=True):
    """The fit and safety check: the form, its scores, rules and how each route is told."""

    version: Text
    form: Form
    scores: tuple[Score, ...]
    rules: tuple[Rule, ...]
    routes: tuple[RouteText, ...]
    ends_after: Id = "safety"
    ends_at_once: tuple[Id, ...] = ("about.age",)

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id; KeyError when there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def route(self, route: Route) -> RouteText:
        """How this route is told; KeyError when content lacks it."""
        for text in self.routes:
            if text.route is route:
                return text
        raise KeyError(route)


class Category(StrEnum):
    """The eleven kinds of ask in the library."""

    ASK_FAVOUR = "ask_favour"
    ASK_DISCOUNT = "ask_discount"
    ASK_STRANGER = "ask_stranger"
    CREATIVE_SILLY = "creative_silly"
    SOCIAL_INVITATION = "social_invitation"
    BOUNDARY = "boundary"
    OPINION_SHARING = "opinion_sharing"
    OPPORTUNITY = "opportunity"
    HELP_SEEKING = "help_seeking"
    DIGITAL = "digital"
    DATING = "dating"


class Channel(StrEnum):
    """How an ask reaches the other person."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    MESSAGE = "message"
    ONLINE = "online"


class Asked(StrEnum):
    """Who is asked."""

    STRANGER = "stranger"
    STAFF = "staff"
    ACQUAINTANCE = "acquaintance"
    FRIEND = "friend"
    FAMILY = "family"
    PARTNER = "partner"
    GROUP = "group"
    ORGANISATION = "organisation"
    PROFESSIONAL = "professional"


class Source(Content, frozen=True, kw_only=True):
    """Where a fact or idea comes from; never its wording."""

    title: Text
    url: str = ""
    date: str = ""


class Challenge(Content, frozen=True, kw_only=True):
    """An ask from the library.

    `what` says what to do in one or two sentences, `say` gives example words, `takes` what it takes from the
    other person. `difficulty` is a guess for a general adult, 1-10: people rate it themselves, 0-100.
    `easier` and `harder` name neighbours; `remote` tells how to do it by phone, message or with low mobility.
    `opt_in` ones stay hidden until someone asks for them.
    """

    id: Id
    title: Annotated[str, msgspec.Meta(min_length=3, max_length=60)]
    what: Text
    say: Text
    category: Category
    channels: Annotated[tuple[Channel, ...], msgspec.Meta(min_length=1)]
    asked: Annotated[tuple[Asked, ...], msgspec.Meta(min_length=1)]
    takes: Text
    difficulty: Annotated[int, msgspec.Meta(ge=1, le=10)]
    note: Text
    easier: str = ""
    harder: str = ""
    remote: str = ""
    free: bool = True
    opt_in: bool = False
    sources: tuple[str, ...] = ()


class Challenges(Content, frozen=True, kw_only=True):
    """One file of the library: one category's challenges."""

    category: Category
    title: Text
    about: Text
    challenges: tuple[Challenge, ...]


class Theme(Content, frozen=True, kw_only=True):
    """A fear or a goal in everyday words, and the categories of ask that speak to it."""

    id: Id
    text: Annotated[str, msgspec.Meta(min_length=3, max_length=90)]
    categories: Annotated[tuple[Category, ...], msgspec.Meta(min_length=1)]


class Themes(Content, frozen=True, kw_only=True):
    """A file of fears or of goals."""

    title: Text
    themes: tuple[Theme, ...]


class Number(Content, frozen=True, kw_only=True):
    """An emergency number and what it reaches ("all", "police", "ambulance", ...)."""

    number: Text
    service: str = "all"


class Helpline(Content, frozen=True, kw_only=True):
    """One crisis line as dialled inside its country. `source_date` is the newest source's own date."""

    id: Id
    name: Text
    phone: str = ""
    phone_option: str = ""
    sms: str = ""
    sms_keyword: str = ""
    whatsapp: str = ""
    chat: str = ""
    web: str = ""
    hours: str = ""
    always_open: bool = False
    languages: tuple[str, ...] = ()
    cost: str = ""
    audience: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    region: str = ""
    notes: str = ""
    source_date: str = ""
    sources: tuple[Source, ...] = ()


class Finder(Content, frozen=True, kw_only=True):
    """A way to find a therapist or other support that is not for a crisis."""

    id: Id
    name: Text
    web: str = ""
    phone: str = ""
    topics: tuple[str, ...] = ()
    cost: str = ""
    notes: str = ""
    source_date: str = ""
    sources: tuple[Source, ...] = ()


class Country(Content, frozen=True, kw_only=True):
    """Support in one country: emergency numbers first, then lines in the order they are shown."""

    iso2: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
    name: Text
    checked: dt.date
    emergency: tuple[Number, ...]
    emergency_note: str = ""
    lines: tuple[Helpline, ...] = ()
    finders: tuple[Finder, ...] = ()


class Directory(Content, frozen=True, kw_only=True):
    """A page that lists helplines of many countries."""

    name: Text
    web: Text
    notes: str = ""


class World(Content, frozen=True, kw_only=True):
    """Support everywhere: the international directories, and what to say on a first call."""

    checked: dt.date
    directories: Annotated[tuple[Directory, ...], msgspec.Meta(min_length=1)]
    script: tuple[str, ...] = ()
    waiting_list: tuple[str, ...] = ()
    finding: tuple[str, ...] = ()
    emergency: tuple[Number, ...] = ()


class Exercise(Content, frozen=True, kw_only=True):
    """A gentle exercise: no stranger involved. `steps` are shown one at a time; `ask` is a place to write.

    `breath` gives the seconds of in, hold and out for one that moves; empty for the rest.
    """

    id: Id
    title: Text
    about: Text
    minutes: Annotated[int, msgspec.Meta(ge=1, le=60)]
    steps: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    ask: str = ""
    breath: tuple[int, ...] = ()
    grounding: bool = False
    order: int = 50
