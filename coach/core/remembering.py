"""Remembering what was made of the history seen last: one decision asks for the same thing many times over."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from coach.core.records import History

T = TypeVar("T")


def of_history(function: Callable[[History], T]) -> Callable[[History], T]:
    """The same function, which keeps its last answer while it is asked about the very same history."""
    kept: list[tuple[History, T]] = []

    @wraps(function)
    def asked(history: History) -> T:
        for known, answer in kept:
            if known is history:
                return answer
        answer = function(history)
        kept[:] = [(history, answer)]
        return answer

    return asked
