"""Reflections as text for `coach review`: for a terminal of any width, and as JSON for a pipe.

Neither holds a colour or a character that could steer a terminal, so both are safe wherever they are sent.
"""

from __future__ import annotations

import json as stdlib
from collections.abc import Iterator, Sequence

import msgspec

from coach.core.bands import band_of
from coach.core.dates import short_date
from coach.core.reflection import SideBySide, Story, side_by_side
from coach.core.text import cells, one_line, printable, shortened
from coach.report.telling import answered, band, ended, is_written
from coach.report.texts import Texts

NARROWEST = 30
_INDENT = "  "
_LABELS = 26
_COLUMN = 13
_WIDE_ENOUGH = 68
_SHOWN_ABOVE = frozenset({
    "outcome", "p_feared", "p_feared_after", "lb_feared", "p_yes", "cost", "cost_after", "tension_before",
    "tension_peak", "tension_now",
})


def review_text(stories: Sequence[Story], texts: Texts, width: int) -> str:
    """Each attempt with its numbers side by side and everything that was answered, in the order given.

    `width` is in terminal cells; below 30 it counts as 30. Ends in a line feed.
    """
    if not stories:
        return texts.string("review", "none") + "\n"
    width = max(width, NARROWEST)
    blocks = ["\n".join(_block(told, texts, width)) for told in stories]
    rule = "\n\n" + "─" * width + "\n\n"
    count = "1 attempt" if len(stories) == 1 else f"{len(stories)} attempts"
    return rule.join([*blocks, count]) + "\n"


def review_json(stories: Sequence[Story]) -> str:
    """The same as JSON, in the order given and in ASCII: records as in the JSON export, `band` as it was then."""
    rows = [
        {
            "band": None if told.is_contact else band_of(told.attempt.rating).value,
            "attempt": msgspec.to_builtins(told.attempt),
            "reflection": msgspec.to_builtins(told.reflection),
            "look_back": msgspec.to_builtins(told.look_back),
        }
        for told in stories
    ]
    whole = {"format": "coach-review", "version": 1, "count": len(rows), "attempts": rows}
    # ASCII alone would let DEL through, which the standard allows and a terminal need not.
    return stdlib.dumps(whole, ensure_ascii=True, indent=1).replace("\x7f", "\\u007f") + "\n"


def _block(told: Story, texts: Texts, width: int) -> Iterator[str]:
    yield shortened(f"{short_date(told.attempt.at.date())} · {told.attempt.step_title}", width)
    yield shortened(" · ".join(part for part in (ended(told, texts), band(told)) if part), width)
    numbers = list(_numbers(side_by_side(told), texts, width))
    if numbers:
        yield ""
        yield from numbers
    sections = (
        (texts.string("review", "before"), told.before),
        (texts.string("review", "after"), told.after),
        (texts.string("review", "look_back"), told.look_back.answers if told.look_back else {}),
    )
    for title, answers in sections:
        shown = {item: value for item, value in answered(answers).items() if item not in _SHOWN_ABOVE}
        if shown:
            yield ""
            yield title
        for item, value in shown.items():
            written = str(value) if is_written(item, value, texts) else texts.answer(item, value)
            yield from _field(texts.label(item), written, width)


def _numbers(side: SideBySide, texts: Texts, width: int) -> Iterator[str]:
    """The picture *side by side* in figures; a row without figures is left out."""
    rows = (
        (texts.string("side", "feared"), (side.p_feared, side.p_feared_after, side.p_feared_later)),
        (texts.string("side", "yes"), (side.p_yes, None, None)),
        (texts.string("side", "cost"), (side.cost, side.cost_after, None)),
    )
    known = [(label, values) for label, values in rows if any(value is not None for value in values)]
    heads = [texts.string("side", name).removeprefix("you ") for name in ("expected", "again", "later")]
    if known and width >= _WIDE_ENOUGH:
        yield _INDENT + " " * _LABELS + "".join(_right(head, _COLUMN) for head in heads)
    for label, values in known:
        if width >= _WIDE_ENOUGH:
            figures = "".join(_right("" if value is None else str(value), _COLUMN) for value in values)
            yield (_INDENT + _left(label, _LABELS) + figures).rstrip()
        else:
            told = [f"{head} {value}" for head, value in zip(heads, values, strict=True) if value is not None]
            yield from _field(label, ", ".join(told), width)
    tension = {"before": side.tension_before, "peak": side.tension_peak, "now": side.tension_now}
    felt = [f"{texts.string('side', name)} {value}" for name, value in tension.items() if value is not None]
    if felt:
        yield from _field(texts.string("side", "tension"), ", ".join(felt), width)


def _field(label: str, text: str, width: int) -> Iterator[str]:
    """Label beside text, or above it when the window is narrow."""
    lines = printable(text).strip().split("\n")
    if width < _WIDE_ENOUGH:
        yield from (_INDENT + line for line in wrapped(label, width - len(_INDENT)))
        yield from (2 * _INDENT + line for each in lines for line in wrapped(each, width - 2 * len(_INDENT)))
        return
    heads = wrapped(label, _LABELS - 2)
    body = [line for each in lines for line in wrapped(each, width - len(_INDENT) - _LABELS)]
    for at in range(max(len(heads), len(body))):
        head = heads[at] if at < len(heads) else ""
        yield (_INDENT + _left(head, _LABELS) + (body[at] if at < len(body) else "")).rstrip()


def wrapped(text: str, width: int) -> list[str]:
    """One printable line in pieces of at most `width` cells, parted at spaces where there are any."""
    pieces = [""]
    used = 0
    for word in one_line(text).split(" "):
        size = _size(word)
        if used and used + 1 + size <= width:
            pieces[-1] += " " + word
            used += 1 + size
            continue
        for chunk in _chunks(word, width):
            if pieces[-1]:
                pieces.append("")
            pieces[-1] = chunk
        used = _size(pieces[-1])
    return pieces


def _chunks(word: str, width: int) -> Iterator[str]:
    chunk, used = "", 0
    for letter in word:
        size = _size(letter)
        if used + size > width:
            yield chunk
            chunk, used = "", 0
        chunk += letter
        used += size
    yield chunk


def _size(text: str) -> int:
    """Terminal cells; nearly every text is plain enough to count letters."""
    return len(text) if text.isascii() and text.isprintable() else cells(text)


def _left(text: str, width: int) -> str:
    short_text = shortened(text, width - 1)
    return short_text + " " * (width - _size(short_text))


def _right(text: str, width: int) -> str:
    short_text = shortened(text, width - 1)
    return " " * (width - _size(short_text)) + short_text
