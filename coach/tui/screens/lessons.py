"""The lessons that were kept, as cards, the latest first, with a line to search in them."""

from __future__ import annotations

import textwrap
from pathlib import PurePath
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from coach.core.searching import Query, Shelf, folded
from coach.core.text import printable, shortened
from coach.engine import Place, View
from coach.engine.reviewing import Reviewing
from coach.tui.screens.detail import DetailScreen, ending_words
from coach.tui.screens.searching import SearchScreen
from coach.tui.text import joined, plain
from coach.tui.widgets.field import Line
from coach.tui.widgets.roll import Roll, padded

EDGE = "▌ "
MOST_LINES = 4


class LessonsScreen(SearchScreen):
    """One card each, with where it came from."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["searching.tcss", "lessons.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("r", "review", "review")]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._reviewing: Reviewing | None = None
        self._text = ""
        self._found: Shelf = ()

    @property
    def reviewing(self) -> Reviewing:
        """What finds, and remembers what was deleted."""
        if self._reviewing is None:
            self._reviewing = Reviewing(self.engine)
        return self._reviewing

    def head(self) -> tuple[str, str]:
        """Which page, and how many."""
        total = len(self._kept())
        if not self._text.strip():
            return self.say("lessons", "title"), self.say("lessons", "count", count=total) if total else ""
        return self.say("lessons", "title"), self.say("review", "count_some", found=len(self._found), count=total)

    def on_mount(self) -> None:
        """Show them all."""
        self._show()

    def on_screen_resume(self) -> None:
        """One may have been corrected or deleted on the page that lay over this one."""
        if self.query(Roll):
            self._show(self.roll.at)

    def _kept(self) -> Shelf:
        return self.reviewing.find(Query(kept=True))

    def _show(self, at: int = 0) -> None:
        wanted = folded(self._text).split()
        kept = self._kept()
        self._found = tuple(
            entry for entry in kept
            if all(word in folded(f"{entry.lesson}\n{entry.title}") for word in wanted)
        )
        why = self.say("review", "none") if kept else self.say("lessons", "empty")
        self.show_list(len(self._found), at, why, searchable=bool(kept))

    def look_for(self, text: str) -> None:
        """The cards follow every letter."""
        self._text = text
        self._show()

    def draw(self, row: int, width: int, here: bool) -> list[Content]:
        """The month where it begins, then the line as it was written, and where it came from."""
        entry = self._found[row]
        month = f"{entry.at:%B %Y}"
        lines = []
        if not row or f"{self._found[row - 1].at:%B %Y}" != month:
            lines = [plain(month.upper(), "$quiet"), plain("")]
        on = " on $picked" if here else ""
        edge = "▸ " if here else EDGE
        quote = textwrap.wrap(printable(f"“{entry.lesson}”"), max(20, width - len(edge) - 1))[:MOST_LINES]
        for number, text in enumerate(quote):
            lead = edge if not number else EDGE if not here else "  "
            lines.append(joined((lead, f"$bar-after{on}"), (padded(text, width - len(lead)), f"$foreground{on}")))
        source = f"{entry.at.day} {entry.at:%b} · {entry.title} · {ending_words(self.engine, entry)}"
        lead = "  " if here else EDGE
        shown = padded(shortened(source, width - len(lead)), width - len(lead))
        return [*lines, joined((lead, f"$bar-after{on}"), (shown, f"$quiet{on}")), plain("")]

    def open(self, row: int) -> None:
        """Read where it came from."""
        place = Place(view=View.DETAIL, subject=self._found[row].id)
        self.coach.push_screen(DetailScreen(place, self.reviewing))

    def action_review(self) -> None:
        """Everything that was written."""
        self.coach.go(Place(view=View.REVIEW))

    def action_back(self) -> None:
        """Out of the search line, out of a search, out of the page."""
        if self.leave_search():
            return
        if self._text:
            self.query_one(Line).value = ""
        else:
            self.coach.back()
