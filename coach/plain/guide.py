"""Where one is in plain mode and how one gets on: the same places as in the app, told line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import msgspec

from coach.core.errors import PlainError
from coach.core.model import SKIP as SKIPPED
from coach.engine import Engine, FormName, Place, Session, View, ways
from coach.engine.reviewing import Reviewing
from coach.plain.matching import matching
from coach.plain.terminal import Keep, Terminal, nothing

HELP = ("!", "help")
BACK, SKIP, LEAVE, WHY = "b", "s", "q", "?"
LITERAL = "\\"
"""Before a mark it makes the mark an answer."""

MARKS = (*HELP, BACK, SKIP, LEAVE, WHY)
DOT = "."
"""Alone on a line it ends a longer text."""


class Left(Exception):  # noqa: N818
    """Somebody leaves; everything is kept."""


class Back(Exception):  # noqa: N818
    """Somebody goes back."""


class HelpNow(Exception):  # noqa: N818
    """Somebody wants help now."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One numbered answer; `note` follows it, `group` heads a part."""

    value: str | int
    label: str
    note: str = ""
    group: str = ""


@dataclass
class Frame:
    """One place with what a view remembers there while something lies over it.

    `at` is how far one is in it; `kept` belongs to the view alone; `unfinished` are words that were begun and left;
    `told` are the introductions to questions that were told.
    """

    place: Place
    session: Session | None = None
    aside: bool = False
    at: int = 0
    kept: object = None
    unfinished: dict[str, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)


Next = Place | Frame | None
"""What comes after a view: a place to go to, a frame to open over this one, or this one again."""

Show = Callable[["Guide", Frame], Next]


class Guide:
    """What every view of plain mode asks and tells through. `views` says how each is told."""

    def __init__(self, engine: Engine, terminal: Terminal, views: dict[View, Show], folder: str = "") -> None:
        self.engine = engine
        self.terminal = terminal
        self.folder = folder
        self.frames: list[Frame] = []
        self.reviewing: Reviewing | None = None
        self._views = views
        self._has_asked = self._is_stuck = False

    # -- telling -----------------------------------------------------------------------------------------------

    def say(self, section: str, name: str, /, **facts: object) -> str:
        """Shared wording, with facts filled in."""
        return self.engine.library.strings[section][name].format_map(facts)

    def plain(self, name: str, /, **facts: object) -> str:
        """Wording of plain mode."""
        return self.say("plain", name, **facts)

    def tell(self, *paragraphs: str) -> None:
        """Write each that is not empty."""
        for paragraph in paragraphs:
            if paragraph:
                self.terminal.write(paragraph)

    def gap(self) -> None:
        """An empty line."""
        self.terminal.write("")

    def page(self, title: str, *paragraphs: str) -> None:
        """A new page: an empty line, its title, what it says."""
        self.gap()
        self.tell(capital(title), *paragraphs)

    def head(self, section: str, name: str, rest: str = "") -> None:
        """A heading inside a page, as the start of a line."""
        self.tell(self.headed(section, name, rest))

    def headed(self, section: str, name: str, rest: str = "") -> str:
        """A line with its heading."""
        return f"{capital(self.say(section, name))}:" + (f" {rest}" if rest else "")

    # -- asking ------------------------------------------------------------------------------------------------

    def read(
        self, label: str, *, why: Callable[[], None] | None = None, may_skip: bool = False, start: str = "",
        keep: Keep = nothing, may_end: bool = False, stay: str = "",
    ) -> str | None:
        """One line, after the marks that work everywhere; None when it is skipped.

        `stay` is said where nothing leads back. Raises HelpNow, Back and Left; EOFError, when `may_end`, for Ctrl+D.
        """
        while True:
            line = self._line(label, start, keep, may_end)
            mark = line.strip().casefold()
            if mark in HELP:
                raise HelpNow
            if mark == BACK and not stay:
                raise Back
            if mark == LEAVE:
                raise Left
            if mark == WHY:
                (why or self.marks)()
            elif mark == BACK:
                self.tell(stay)
            elif mark == SKIP and may_skip:
                return None
            elif mark == SKIP:
                self.tell(self.plain("no_skip"))
            else:
                return line.strip()[1:] if mark.startswith(LITERAL) and mark[1:] in MARKS else line

    def _line(self, label: str, start: str, keep: Keep, may_end: bool) -> str:
        try:
            line = self.terminal.ask(label, start, keep)
        except KeyboardInterrupt:
            raise Left from None
        except EOFError:
            if may_end:
                raise
            raise Left from None
        self._has_asked, self._is_stuck = True, False
        return line

    def tell_choices(self, choices: Sequence[Choice]) -> None:
        """The numbered answers, each part under its heading."""
        group = ""
        for number, choice in enumerate(choices, 1):
            if choice.group and choice.group != group:
                group = choice.group
                self.tell(f"{group}:")
            self.tell(f"{number}. {choice.label}", f"   {choice.note}" if choice.note else "")

    def pick(
        self, choices: Sequence[Choice], *, why: Callable[[], None] | None = None, skip: str = "", silent: int = 0,
        stay: str = "", again: Callable[[], None] | None = None,
    ) -> str:
        """List numbered answers and take one. The last `silent` ones are told elsewhere and typed as words.

        With `skip`, the words for it, `s` gives "skip". `stay` is said where nothing leads back. Enter alone lists
        them again, after what `again` tells.
        """
        told = choices[: len(choices) - silent]
        self.tell_choices(told)
        self.tell(f"s. {skip}" if skip else "")
        while True:
            line = self.read(self.plain("answer"), why=why, may_skip=bool(skip), stay=stay)
            if line is None:
                return SKIPPED
            if not line.strip():
                (again or self.gap)()
                self.tell_choices(told)
                continue
            found = self.one_of(line, choices, len(told))
            if found is not None:
                return str(choices[found].value)

    def one_of(self, line: str, choices: Sequence[Choice], last: int = 0) -> int | None:
        """The place of the one answer that a line fits, or None after saying why there is none up to `last`."""
        labels = [choice.label for choice in choices]
        found = matching(line, labels) or matching(line, [str(choice.value) for choice in choices])
        if len(found) == 1:
            return found[0]
        if found:
            self.tell(self.plain("more_than_one", numbers=", ".join(str(place + 1) for place in found)))
        else:
            self.tell(self.plain("not_one", last=last or len(choices)))
        return None

    def choices(self, *names: str, group: str = "") -> list[Choice]:
        """Answers whose words are those of plain mode."""
        return [Choice(value=name, label=self.plain(name), group=group) for name in names]

    def wait(self) -> None:
        """Until somebody goes back: for pages that only tell. Raises Back."""
        self.read(self.plain("enter_back"))
        raise Back

    def marks(self) -> None:
        """What works at every question."""
        self.tell(*(self.plain(f"key_{name}") for name in ("help", "back", "skip", "leave", "why")))

    # -- going from place to place -----------------------------------------------------------------------------

    def run(self) -> None:
        """Begin where somebody stopped, and go on until they leave."""
        with suppress(EOFError):
            self.tell(*self.engine.keeper.notices, self.engine.keeper.read_only)
            self.begin(self.engine.start())
        self.go_on()

    def go_on(self) -> None:
        """Go on from where one is until they leave, and say that all is saved."""
        with suppress(Left):
            while True:
                self.show()
        with suppress(EOFError):
            self.tell("", self.say("app", "saved_leave"))

    def begin(self, place: Place) -> None:
        """Open the first place; say so when it goes on from last time."""
        drafts = {(each.form, each.subject) for each in self.engine.history.drafts}
        if (place.form, place.subject) in drafts:
            self.page(self.say("app", "resumed"))
        self.go(place)

    def show(self) -> None:
        """Show the place on top, and go where it leads."""
        frame = self.frames[-1]
        self._has_asked = False
        try:
            self._follow(self._views[frame.place.view](self, frame))
        except HelpNow:
            self.help_now()
        except Back:
            self.back()
        except EOFError:
            raise Left from None
        except PlainError as error:
            self.tell(error.plain)
            if not self._has_asked:
                self._step_back(error)

    def _step_back(self, error: PlainError) -> None:
        """Away from a page that cannot be told; twice in a row there is nowhere left to go."""
        if self._is_stuck:
            raise error
        self._is_stuck = True
        self.back()

    def _follow(self, then: Next) -> None:
        if isinstance(then, Frame):
            self.frames.append(then)
        elif then is not None:
            self.go(then)

    def go(self, place: Place) -> None:
        """Open a place, as the app does: over this one where it is only looked at, else in place of all."""
        if place.quiet:
            self.tell(self.say("app", "quiet_help"))
        if place.view is View.FORM:
            self.open_form(place)
        elif place.view in ways.OVER and self.frames and self.frames[-1].place.view not in ways.PASSED:
            self.frames.append(Frame(place))
        else:
            self.frames = [Frame(place)]

    def open_form(self, place: Place, session: Session | None = None) -> None:
        """Open a form at its first open question. Raises PlainError when the gate keeps it closed."""
        assert place.form is not None  # noqa: S101
        session = session or self.engine.begin(place.form, place.subject)
        self.frames = [Frame(place, session)]

    def aside(self, form: FormName) -> Frame:
        """A form over whatever is there; when it is done one is back at the very same place."""
        return Frame(Place(view=View.FORM, form=form), self.engine.begin(form), aside=True)

    def back(self) -> None:
        """One level back: what lies under this place, else home or where one stands."""
        if len(self.frames) > 1:
            self.frames.pop()
        else:
            self.go(self.engine.onward())

    def help_now(self) -> None:
        """Help over whatever is there; when it is there already, back to it."""
        places = [frame.place.view for frame in self.frames]
        if View.HELP_NOW in places:
            del self.frames[places.index(View.HELP_NOW) + 1:]
        else:
            self.frames.append(Frame(Place(view=View.HELP_NOW)))


def capital(text: str) -> str:
    """The text with its first letter as a capital, and no word in capitals alone: those may be spelt out."""
    lowered = text.lower() if text.isupper() else text
    return lowered[:1].upper() + lowered[1:]


def ended(text: str) -> str:
    """The text as a sentence: with a full stop unless it ends in a mark of its own."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def spoken(text: str) -> str:
    """The text without the dots that part things for the eye."""
    return text.replace(" · ", ", ")
