"""Errors that a person may meet: each carries one plain sentence that says what to do."""

from __future__ import annotations


class PlainError(Exception):
    """`plain` is shown and never holds what was written; `code` is short, for reports and tests."""

    def __init__(self, plain: str, code: str = "") -> None:
        super().__init__(plain)
        self.plain = plain
        self.code = code
