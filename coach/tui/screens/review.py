"""Everything written so far: a list beside what one reads, with words to search and filters by key."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import PurePath
from typing import ClassVar

import msgspec
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.core.bands import Band
from coach.core.errors import PlainError
from coach.core.model import Category, Channel
from coach.core.searching import Ending, Entry, Facet, Query, Shelf, month_end, months, passage
from coach.core.text import shortened
from coach.engine import Place, View
from coach.engine.reviewing import Reviewing
from coach.tui.screens.detail import DetailScreen, about_line, answer_rows, ending_words
from coach.tui.screens.searching import SearchScreen
from coach.tui.text import joined, plain, words
from coach.tui.widgets.answers import Answers
from coach.tui.widgets.chips import Chip, Chips
from coach.tui.widgets.choices import Choices, Row
from coach.tui.widgets.field import Line
from coach.tui.widgets.roll import Roll, padded

WIDE = 100
"""From this many columns on, what one reads stands beside the list."""

LEAD = 20
"""Columns of a row before its title: pointer, day, ending."""

TIME = "time"
FACET_KEYS = {"o": Facet.ENDING, "s": Facet.BAND, "c": Facet.CATEGORY, "h": Facet.CHANNEL, "f": Facet.FEELING}
KINDS: dict[Facet, type[StrEnum]] = {
    Facet.ENDING: Ending, Facet.BAND: Band, Facet.CATEGORY: Category, Facet.CHANNEL: Channel,
}
LAST_DAYS = (7, 30, 90)
PREPARED_AT_ONCE = 400


class ReviewScreen(SearchScreen):
    """Search line, filters, list, and beside it what one reads."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["searching.tcss", "review.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"pick('{facet.value}')", facet.value, show=False) for key, facet in FACET_KEYS.items()),
        Binding("t", f"pick('{TIME}')", "time", show=False),
        Binding("l", "kept", "lessons", show=False),
        Binding("y", "on_this_day", "on this day", show=False),
        Binding("x", "clear", "all"),
        Binding("d", "delete", "delete"),
        Binding("u", "undo", "bring back"),
        Binding("g", "step", "the step", show=False),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._reviewing: Reviewing | None = None
        self._query = Query(text=place.subject)
        self._found: Shelf = ()
        self._picking = ""
        self._preparing: Shelf = ()
        self._prepared = 0

    @property
    def reviewing(self) -> Reviewing:
        """What finds, and remembers what was deleted."""
        if self._reviewing is None:
            self._reviewing = Reviewing(self.engine)
        return self._reviewing

    # -- drawing -----------------------------------------------------------------------------------------------

    def head(self) -> tuple[str, str]:
        """Which page, and how many of how many."""
        total, found = len(self.reviewing.shelf), len(self._found)
        if self._query.is_empty:
            count = self.say("review", "count_all", count=total) if total else ""
        else:
            count = self.say("review", "count_some", found=found, count=total)
        return self.say("review", "title"), count

    def filters(self) -> ComposeResult:
        """Every filter with its key."""
        yield Chips(id="chips")

    def instead(self) -> ComposeResult:
        """The values of one filter."""
        with VerticalScroll(id="picker", can_focus=False):
            yield Choices(id="values")

    def beside(self) -> ComposeResult:
        """What one reads."""
        with VerticalScroll(id="beside", can_focus=False):
            yield words("", "strong accent", id="title")
            yield words("", "quiet", id="about")
            yield words("", "gap", id="text")
            yield Answers(id="told")

    def on_mount(self) -> None:
        """Show all there is, and get ready for the first typed letter."""
        self.query_one("#picker").display = False
        self.query_one("#told", Answers).can_focus = False
        if self._query.text:
            self.query_one(Line).value = self._query.text
        self._show()
        self.set_interval(0.02, self._prepare, name="prepare")

    def _prepare(self) -> None:
        """A slice at a time, so that no key has to wait; from the start again when something was changed."""
        shelf = self.reviewing.shelf
        if self._preparing is not shelf:
            self._preparing, self._prepared = shelf, 0
        if self._prepared < len(shelf):
            self.reviewing.prepare(self._prepared, PREPARED_AT_ONCE)
            self._prepared += PREPARED_AT_ONCE

    def on_resize(self, event: events.Resize) -> None:
        """What one reads stands beside the list when there is room."""
        self.query_one("#beside").set_class(event.size.width >= WIDE, "wide")
        self._show_beside()

    def _show(self, at: int = 0) -> None:
        """Find again and show it."""
        self._found = self.reviewing.find(self._query)
        has_any = bool(self.reviewing.shelf)
        self.show_list(len(self._found), at, self._why_nothing(), searchable=has_any)
        self.query_one("#picker").display = bool(self._picking)
        if self._picking:
            self.roll.display = self.query_one("#nothing").display = False
        self.query_one(Chips).show(self._chips())
        self.query_one(Chips).display = has_any
        self._show_beside()

    def _why_nothing(self) -> str:
        if not self.reviewing.shelf:
            return self.say("review", "empty")
        day = self._query.on_day
        only_day = day is not None and msgspec.structs.replace(self._query, on_day=None).is_empty
        none = self.say("review", "none_day", day=day.day) if day and only_day else self.say("review", "none")
        return f"{none}\n{self.say('review', 'clear')}"

    def _chips(self) -> list[Chip]:
        query = self._query
        chips = []
        for key, facet in FACET_KEYS.items():
            value = getattr(query, facet.value)
            shown = self._value_words(facet, value) if value else self.say("review", f"chip_{facet.value}")
            chips.append(Chip(key=key, words=shown, is_on=bool(value)))
        time = self._time_words()
        chips.append(Chip(key="t", words=time or self.say("review", "chip_time"), is_on=bool(time)))
        chips.append(Chip(key="l", words=self.say("review", "chip_kept"), is_on=query.kept))
        chips.append(Chip(key="y", words=self.say("review", "chip_day"), is_on=query.on_day is not None))
        return chips

    def _value_words(self, facet: Facet, value: str) -> str:
        if facet is Facet.BAND:
            return Band(value).title
        if facet is Facet.ENDING:
            strings = self.engine.library.strings
            return strings["outcome"].get(value) or strings["review"][value]
        return self.engine.library.advice.names.get(value, value)

    def _time_words(self) -> str:
        query, today = self._query, self.engine.now().date()
        if query.since is None:
            return ""
        if query.until is not None:
            return f"{query.since:%B %Y}"
        return self.say("review", f"days_{(today - query.since).days + 1}")

    def draw(self, row: int, width: int, here: bool) -> list[Content]:
        """A month's name where it begins, then day, ending and title, then the line that says most."""
        entry = self._found[row]
        month = f"{entry.at:%B %Y}"
        lines = [] if row else [plain(month.upper(), "$quiet")]
        if row and f"{self._found[row - 1].at:%B %Y}" != month:
            lines = [plain(""), plain(month.upper(), "$quiet")]
        on = " on $picked" if here else ""
        ending = ending_words(self.engine, entry)
        band = entry.band.title if entry.band and width >= 60 else ""
        room = width - LEAD - len(band) - 1
        title = shortened(entry.title, room)
        lines.append(joined(
            (f"{'▸' if here else ' '} {entry.at.day:>2} {entry.at:%b}  ", f"$quiet{on}"),
            (f"{ending:<9} ", f"$accent{on}"), (padded(title, room), f"bold $foreground{on}"),
            (f" {band}", f"$quiet{on}"),
        ))
        line = passage(entry, self._query.text)
        said = shortened(line, width - LEAD - 2)
        said = f"“{said}”" if entry.kept and line == entry.lesson else said
        lines.append(joined((padded(" " * LEAD + said, width), f"$quiet{on}")))
        return lines

    def _show_beside(self) -> None:
        if not self.query_one("#beside").has_class("wide"):
            return
        entry = self._entry()
        rows = []
        if entry is not None and entry.story is not None:
            rows = answer_rows(self.engine, self.reviewing.parts(entry.id))
        self.query_one("#title", Static).update(plain(entry.title if entry else ""))
        self.query_one("#about", Static).update(plain(about_line(self.engine, entry) if entry else ""))
        text = self.query_one("#text", Static)
        text.update(plain(entry.log.text if entry and entry.log else ""))
        text.display = entry is not None and entry.log is not None
        self.query_one("#told", Answers).show(rows)
        self.query_one("#beside").scroll_home(animate=False)

    def _entry(self) -> Entry | None:
        at = self.roll.at
        return self._found[at] if at < len(self._found) else None

    # -- what works now ----------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key does another thing while a filter is open, and nothing is told that does nothing."""
        if self._picking and action not in ("back", "choose", "app.leave", "app.keys"):
            return False
        allowed = super().check_action(action, parameters)
        match action:
            case "undo":
                return allowed and self.reviewing.may_undo
            case "clear":
                return allowed and not self._query.is_empty
            case "delete" | "step":
                return allowed and bool(self._found)
            case "search" | "pick" | "kept" | "on_this_day":
                return allowed and bool(self.reviewing.shelf)
        return allowed

    # -- searching and filtering -------------------------------------------------------------------------------

    def look_for(self, text: str) -> None:
        """The list follows every letter."""
        if text != self._query.text:
            self._ask(msgspec.structs.replace(self._query, text=text))

    def _ask(self, query: Query) -> None:
        self._query = query
        self._show()

    def action_kept(self) -> None:
        """Only what has a lesson that was kept, or all again."""
        self._ask(msgspec.structs.replace(self._query, kept=not self._query.kept))

    def action_on_this_day(self) -> None:
        """Only what was written on the same day of earlier months, or all again."""
        day = None if self._query.on_day else self.engine.now().date()
        self._ask(msgspec.structs.replace(self._query, on_day=day))

    def action_clear(self) -> None:
        """No search and no filter."""
        self.query_one(Line).value = ""
        self._ask(Query())

    def action_pick(self, name: str) -> None:
        """Show the values of a filter in place of the list, with how many each has."""
        self._picking = name
        rows = self._time_rows() if name == TIME else self._facet_rows(Facet(name))
        self._show(self.roll.at)
        values = self.query_one("#values", Choices)
        values.show(rows, at=getattr(self._query, name, None) or "")
        values.focus()

    def _facet_rows(self, facet: Facet) -> list[Row]:
        counted = self.reviewing.counted(self._query, facet)
        return self._numbered(facet.value, [
            (value, self._value_words(facet, value), str(count)) for value, count in counted
        ])

    def _time_rows(self) -> list[Row]:
        found = [(f"days_{days}", self.say("review", f"days_{days}"), "") for days in LAST_DAYS]
        found += [
            (first.isoformat(), f"{first:%B %Y}", str(count))
            for first, count in months(self.reviewing.shelf, self._query)
        ]
        return self._numbered(TIME, found)

    def _numbered(self, name: str, found: list[tuple[str, str, str]]) -> list[Row]:
        group = self.say("review", name)
        rows = [Row(value="", label=self.say("review", "any"), key="0", group=group)]
        return rows + [
            Row(value=value, label=label, right=count, key=str(number) if number < 10 else "", group=group)
            for number, (value, label, count) in enumerate(found, 1)
        ]

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """A value of a filter was picked."""
        name, value = self._picking, str(event.value)
        self._picking = ""
        if name == TIME:
            self._ask(self._at_time(value))
        elif name:
            facet = Facet(name)
            empty = "" if facet is Facet.FEELING else None
            chosen = KINDS[facet](value) if value and facet in KINDS else value
            self._ask(msgspec.structs.replace(self._query, **{name: chosen or empty}))
        self.roll.focus()

    def _at_time(self, value: str) -> Query:
        since: dt.date | None = None
        until: dt.date | None = None
        if value.startswith("days_"):
            since = self.engine.now().date() - dt.timedelta(days=int(value.removeprefix("days_")) - 1)
        elif value:
            since = dt.date.fromisoformat(value)
            until = month_end(since)
        return msgspec.structs.replace(self._query, since=since, until=until)

    # -- reading, deleting, leaving ----------------------------------------------------------------------------

    def on_roll_moved(self) -> None:
        """What stands beside follows the cursor."""
        self._show_beside()

    def open(self, row: int) -> None:
        """Read it on a page of its own."""
        place = Place(view=View.DETAIL, subject=self._found[row].id)
        self.coach.push_screen(DetailScreen(place, self.reviewing))

    def on_screen_resume(self) -> None:
        """Something may have been corrected or deleted on the page that lay over this one."""
        if self.query(Roll):
            self._show(self.roll.at)

    def action_delete(self) -> None:
        """Take away what the cursor is on; `u` brings it back."""
        entry = self._entry()
        if entry is None:
            return
        try:
            self.reviewing.delete(entry.id)
        except PlainError as error:
            self.coach.tell(error.plain)
        else:
            self.coach.tell(self.say("review", "deleted", title=entry.title))
            self._show(self.roll.at)

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        try:
            back = self.reviewing.undo()
        except PlainError as error:
            self.coach.tell(error.plain)
            return
        if back is not None:
            self._show(self.roll.at)
            self.coach.tell(self.say("review", "undone", title=back.title))

    def action_step(self) -> None:
        """The step on the ladder that this was an attempt at."""
        entry = self._entry()
        step = self.reviewing.step_of(entry.id) if entry else None
        if step is not None:
            self.coach.go(Place(view=View.LADDER, subject=step.id))

    def action_back(self) -> None:
        """One level back: out of a filter, out of the search line, out of a query, out of review."""
        if self._picking:
            self._picking = ""
            self._show(self.roll.at)
            self.roll.focus()
        elif self.leave_search():
            return
        elif not self._query.is_empty:
            self.action_clear()
        else:
            self.coach.back()
