"""Tells pastes from keys in what a terminal sends, so that no pasted text is ever read as a command.

Textual's own parser sees keys only. A paste is capped, ends after two seconds without its end mark, and whatever
arrives in one piece with it is not taken for keys: pasted text can hold the end mark itself, and keys after it.
"""

from __future__ import annotations

import re

import msgspec

START, END = "\x1b[200~", "\x1b[201~"
MARK = re.compile("\x1b\\[20[01]~")
ESCAPE = "\x1b"

MOST = 100_000
"""Characters of one paste that are kept."""

BULK = 16
"""Characters in one piece that nobody types: they extend a paste, single keys do not."""

UNMARKED = 64
"""Characters in one piece that are a paste in a terminal that does not mark pastes."""

PATIENCE = 2.0
"""Seconds without more of a paste, after which it ends without its end mark."""

ALERT = 0.05
"""Seconds after a paste during which keys wait, to see whether they belong to it."""

ESCAPE_WAIT = 0.1
"""Seconds after which an escape is the key, and not the beginning of something."""

NOT_PLAIN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Pasted(msgspec.Struct, frozen=True):
    """Text that was pasted."""

    text: str


class EscapeKey(msgspec.Struct, frozen=True):
    """The escape key, alone."""


Piece = str | Pasted | EscapeKey
"""A `str` is keys, for the parser."""


class Pastes:
    """Splits a stream. Times are seconds of any clock that never goes back."""

    def __init__(self) -> None:
        self._held = ""
        self._text: list[str] | None = None
        self._size = 0
        self._until = 0.0
        self._is_alert = False
        self._bulk_until = 0.0

    def wait(self, now: float) -> float | None:
        """Seconds until `tick` has something to give; None when it has nothing."""
        return max(0.0, self._until - now) if self._held or self._text is not None else None

    def feed(self, data: str, now: float) -> list[Piece]:
        """What can be told so far with these characters too."""
        data, self._held = self._held + data, ""
        is_bulk = len(data) >= BULK
        pieces: list[Piece] = []
        while data:
            if self._text is not None:
                data = self._in_paste(data, now, is_bulk, pieces)
            elif self._is_alert and now < self._until:
                data = self._after_paste(data, now, is_bulk)
            else:
                self._is_alert = False
                data = self._in_keys(data, now, pieces)
        return pieces

    def tick(self, now: float) -> list[Piece]:
        """What can be told because nothing more came."""
        if self.wait(now) != 0.0:
            return []
        if self._text is not None:
            return [self._pasted()]
        held, self._held = self._held, ""
        if self._is_alert:
            self._is_alert = False
            return self.feed(held, now)
        return [EscapeKey()] if held == ESCAPE else []

    def _pasted(self) -> Pasted:
        text = "".join(self._text or ())
        self._text, self._held, self._size = None, "", 0
        return Pasted(text)

    def _in_paste(self, data: str, now: float, is_bulk: bool, pieces: list[Piece]) -> str:
        inside, mark, rest = data.partition(END)
        kept = len(inside) if mark else len(inside) - _begun(inside, END)
        assert self._text is not None  # noqa: S101
        self._text.append(inside[: min(kept, MOST - self._size)])
        self._size += min(kept, MOST - self._size)
        if not mark:
            self._held = inside[kept:]
            self._until = now + PATIENCE if is_bulk else self._until
            return ""
        pieces.append(self._pasted())
        self._is_alert, self._until = True, now + ALERT
        return rest

    def _after_paste(self, data: str, now: float, is_bulk: bool) -> str:
        """Keys that came in one piece with a paste and are followed by a mark were part of it."""
        mark = MARK.search(data)
        if mark is None:
            self._held = data[-MOST:]
            self._until = now + ALERT if is_bulk else self._until
            return ""
        self._until = now + ALERT
        if mark.group() == START:
            self._open(now)
        return data[mark.end() :]

    def _in_keys(self, data: str, now: float, pieces: list[Piece]) -> str:
        keys, mark, rest = data.partition(START)
        if mark:
            self._open(now)
        elif begun := _begun(keys, START):
            keys, self._held = keys[:-begun], keys[-begun:]
            self._until = now + ESCAPE_WAIT
        is_plain = NOT_PLAIN.search(keys) is None
        if keys and is_plain and (len(keys) >= UNMARKED or now < self._bulk_until):
            self._bulk_until = now + ALERT
            pieces.append(Pasted(keys[:MOST]))
        elif keys:
            pieces.append(keys)
        return rest

    def _open(self, now: float) -> None:
        self._text, self._size, self._until, self._is_alert = [], 0, now + PATIENCE, False


def _begun(data: str, mark: str) -> int:
    """How many characters at the end of the data may be the beginning of the mark."""
    return next((size for size in range(len(mark) - 1, 0, -1) if data.endswith(mark[:size])), 0)
