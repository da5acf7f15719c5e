"""Bars on a fixed 0-100 axis, as text: read without colour, the same in both front ends and on paper."""

from __future__ import annotations

FULL, EMPTY = "█", "░"


def bar(value: int, width: int = 17) -> str:
    """`value`, 0-100, as a bar of `width` cells; anything above 0 shows at least one."""
    filled = max(round(min(max(value, 0), 100) / 100 * width), 1 if value > 0 else 0)
    return FULL * filled + EMPTY * (width - filled)
