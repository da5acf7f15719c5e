"""How each kind of question is asked in plain mode: its answers told once, numbered, then one typed line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from coach.core.errors import PlainError
from coach.core.flow import Ask, answer_label
from coach.core.model import SKIP, Item, Kind, Value
from coach.engine import Session, ways
from coach.plain.guide import DOT, LITERAL, Choice, Frame, Guide, ended
from coach.plain.matching import numbers
from coach.plain.terminal import Keep

How = Callable[["Asking"], Value]


class Asking:
    """One question while it is asked: reads until there is an answer of its kind, which the form then checks."""

    def __init__(self, guide: Guide, frame: Frame, session: Session, ask: Ask) -> None:
        self.guide = guide
        self.frame = frame
        self.session = session
        self.ask = ask
        self.start = ""
        self._whys = 0

    @property
    def item(self) -> Item:
        """The question."""
        return self.ask.item

    @property
    def begun(self) -> str:
        """Words that were begun and not given as an answer yet."""
        if self.ask.kind is not Kind.TEXT:
            return ""
        return self.session.typed_text or self.frame.unfinished.get(self.item.id, "")

    @property
    def is_answered(self) -> bool:
        """True when one came back to it."""
        return self.ask.answer is not None

    def choices(self) -> tuple[Choice, ...]:
        """The answers to pick from."""
        if self.ask.kind is Kind.CONFIRM and not self.item.options:
            yes, no = self.guide.plain("confirm_yes"), self.guide.plain("confirm_no")
            return (Choice(value="yes", label=yes), Choice(value="no", label=no))
        return tuple(
            Choice(value=option.value, label=option.label, note=option.note, group=option.group)
            for option in self.item.options
        )

    def show(self) -> None:
        """Where one is, the question, and how it is answered."""
        guide, ask = self.guide, self.ask
        lead = ways.lead(guide.engine, self.session, ask)
        if lead not in self.frame.told:
            self.frame.told.add(lead)
            guide.tell(lead)
        if ask.about > 1:
            guide.tell(guide.plain("position", position=ask.position, about=ask.about))
        guide.tell(ask.item.text, ways.note(guide.engine, ask))
        SHOWN[ask.kind](self)
        self.show_given()

    def show_given(self) -> None:
        """What was answered or begun before, and how to keep it."""
        guide, long = self.guide, self.item.multiline
        if self.begun:
            guide.tell(guide.plain("begun"), self.begun, guide.plain("go_on" if long else "use_begun"))
        elif self.ask.answer is not None:
            words = answer_label(self.item, self.ask.answer, guide.say("check", "skipped"))
            if long and self.ask.answer != SKIP:
                guide.tell(guide.plain("given_long"), words, guide.plain("keep_long"))
            else:
                guide.tell(guide.plain("given", answer=ended(words)))

    def why(self) -> None:
        """Why this is asked: a sentence first, then the page."""
        guide, item = self.guide, self.item
        self._whys += 1
        page = guide.engine.library.why(item.more) if item.more else ""
        if page and (self._whys > 1 or not item.why):
            tell_prose(guide, page)
        elif item.why:
            guide.tell(f"{guide.say('form', 'why')}: {item.why}", guide.plain("why_more") if page else "")
        else:
            guide.tell(guide.plain("no_why"))

    def read(self, label: str, *, keep: bool = False, may_end: bool = False, before: str = "") -> str | None:
        """One line; None when it is skipped."""
        kept: Keep = (lambda line: self.keep(before + line)) if keep else (lambda line: None)
        start, self.start = self.start, ""
        return self.guide.read(label, why=self.why, may_skip=True, start=start, keep=kept, may_end=may_end)

    def keep(self, text: str) -> None:
        """Keep what is typed so far; a failure is told when the answer is given."""
        if text:
            with suppress(PlainError):
                self.session.typed(text)

    def given(self) -> Value:
        """What Enter alone stands for: the answer from before, else a text that is left out."""
        return SKIP if self.ask.answer is None else self.ask.answer


# -- telling how it is answered ------------------------------------------------------------------------------


def _show_choices(asking: Asking) -> None:
    asking.guide.tell_choices(asking.choices())
    if asking.ask.may_skip:
        asking.guide.tell(f"s. {asking.guide.say('form', 'skip')}")


def _show_several(asking: Asking) -> None:
    asking.guide.tell(asking.guide.plain("several"))
    asking.guide.tell_choices(asking.choices())


def _show_scale(asking: Asking) -> None:
    guide, item = asking.guide, asking.item
    name = "scale" if item.low_label and item.high_label else "range"
    guide.tell(guide.plain(
        name, low=item.low, high=item.high, low_label=item.low_label, high_label=item.high_label
    ))
    anchors = [(number * 25, words) for number, words in enumerate(ways.anchors(guide.engine, item)) if words]
    if anchors:
        told = (guide.plain("anchor", value=value, words=words) for value, words in anchors)
        guide.tell(guide.plain("anchors"), *told)


def _show_text(asking: Asking) -> None:
    if asking.item.multiline and not asking.begun and not asking.is_answered:
        asking.guide.tell(asking.guide.plain("long"))


SHOWN: dict[Kind, Callable[[Asking], None]] = {
    Kind.CHOICE: _show_choices,
    Kind.CONFIRM: _show_choices,
    Kind.SEVERAL: _show_several,
    Kind.SCALE: _show_scale,
    Kind.NUMBER: _show_scale,
    Kind.TEXT: _show_text,
}
"""How each kind is told."""


# -- reading the answer --------------------------------------------------------------------------------------


def _choice(asking: Asking) -> Value:
    guide, choices = asking.guide, asking.choices()
    while True:
        line = asking.read(guide.plain("answer"))
        if line is None:
            return SKIP
        if not line.strip():
            if asking.is_answered:
                return asking.given()
            asking.show()
            continue
        found = guide.one_of(line, choices)
        if found is not None:
            return choices[found].value


def _several(asking: Asking) -> Value:
    guide, choices = asking.guide, asking.choices()
    labels = [choice.label for choice in choices]
    while True:
        line = asking.read(guide.plain("numbers"))
        if line is None:
            return SKIP
        if not line.strip():
            if asking.is_answered:
                return asking.given()
            asking.show()
            continue
        found = numbers(line, labels)
        if found is not None:
            return tuple(str(choices[place].value) for place in found)
        guide.tell(guide.plain("not_one", last=len(choices)))


def _number(asking: Asking) -> Value:
    guide = asking.guide
    while True:
        line = asking.read(guide.plain("number"))
        if line is None:
            return SKIP
        typed = line.strip().removesuffix("%").strip()
        if not typed:
            if asking.is_answered:
                return asking.given()
            asking.show()
        elif typed.removeprefix("-").isdecimal() and len(typed) < 9:
            return int(typed)
        else:
            guide.tell(guide.plain("not_number"))


def _text(asking: Asking) -> Value:
    if asking.item.multiline:
        return _long_text(asking)
    line = asking.read(asking.guide.plain("answer"), keep=True)
    if line is None:
        return SKIP
    text = " ".join(line.split("\n"))
    return text if text.strip() else asking.begun or asking.given()


def _long_text(asking: Asking) -> Value:
    """Lines until a lone dot or Ctrl+D; each is kept as soon as it is ended."""
    lines = asking.begun.split("\n") if asking.begun else []
    has_warned = False
    while True:
        before = "".join(f"{line}\n" for line in lines)
        label = asking.guide.plain("line", number=len(lines) + 1)
        try:
            line = asking.read(label, keep=True, may_end=bool(lines), before=before)
        except EOFError:
            break
        if line is None:
            if not lines or has_warned:
                return SKIP
            asking.guide.tell(asking.guide.plain("drop_begun"))
            has_warned = True
        elif line.strip() == DOT or (not line.strip() and not lines):
            break
        else:
            _add(asking, lines, "." if line.strip() == LITERAL + DOT else line)
    text = "\n".join(lines)
    return text if text.strip() else asking.given()


def _add(asking: Asking, lines: list[str], line: str) -> None:
    """Take a line as far as there is room, and keep it."""
    room = asking.item.limit - len("\n".join([*lines, ""]))
    if len(line) > room:
        asking.guide.tell(asking.guide.plain("full", limit=asking.item.limit))
        line = line[: max(0, room)]
        if not line:
            return
    lines.extend(line.split("\n"))
    asking.keep("\n".join(lines))


KINDS: dict[Kind, How] = {
    Kind.CHOICE: _choice,
    Kind.CONFIRM: _choice,
    Kind.SEVERAL: _several,
    Kind.SCALE: _number,
    Kind.NUMBER: _number,
    Kind.TEXT: _text,
}
"""How each kind is answered."""


def tell_prose(guide: Guide, text: str) -> None:
    """A page of content as paragraphs: a line with `#` is a title, one with `Source:` stands alone."""
    paragraph: list[str] = []
    for line in [*text.splitlines(), ""]:
        alone = line.startswith(("#", "Source:", "- ", "* "))
        if (alone or not line.strip()) and paragraph:
            guide.tell(" ".join(paragraph))
            paragraph.clear()
        if alone:
            guide.tell(line.lstrip("#-* "))
        elif line.strip():
            paragraph.append(line.strip())
