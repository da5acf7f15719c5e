"""A terminal that answers from a script and writes down everything, the way it would be read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coach.plain.terminal import Keep, nothing, wrapped

WIDTH = 76
MOST_LINES = 3000
"""More lines than any script asks for: somebody is going round in circles."""


class Scripted:
    """Gives one reply after the other; when there is none left, what is typed has ended."""

    def __init__(self, replies: Iterable[str] | Callable[[], str], width: int = WIDTH) -> None:
        self._replies = iter(replies) if not callable(replies) else iter(replies, None)
        self.width = width
        self.lines: list[str] = []

    @property
    def transcript(self) -> str:
        """What was written and typed, as it would stand on paper."""
        return "\n".join(self.lines) + "\n"

    def write(self, text: str) -> None:
        """Static text."""
        self.lines += wrapped(text, self.width)

    def ask(self, label: str, start: str = "", keep: Keep = nothing) -> str:
        """The next reply."""
        try:
            reply = next(self._replies)
        except StopIteration:
            self.lines.append(label)
            raise EOFError from None
        self.lines.append(f"{label} {reply}")
        assert len(self.lines) < MOST_LINES
        return reply

    def secret(self, label: str) -> str:
        """The next reply, unseen."""
        reply = next(self._replies, None)
        self.lines.append(f"{label} {'*' * len(reply or '')}".rstrip())
        if reply is None:
            raise EOFError
        return reply
