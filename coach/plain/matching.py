"""Finding what was meant by a typed number or word."""

from __future__ import annotations

from collections.abc import Sequence

from coach.core.searching import folded

_AROUND = " .,:;()[]\"'"
_PARTED = str.maketrans(",.:;()", "      ")


def matching(typed: str, labels: Sequence[str]) -> tuple[int, ...]:
    """Which labels the text fits, by their place: its number counted from 1, the whole label, or words in it.

    Words that fit several labels fit them all, so that nobody is taken at a word they did not mean.
    """
    wanted = " ".join(folded(typed).strip(_AROUND).split())
    if not wanted:
        return ()
    if wanted.isdecimal():
        number = int(wanted) if len(wanted) < 4 else 0
        return (number - 1,) if 1 <= number <= len(labels) else ()
    names = [" ".join(folded(label).split()) for label in labels]
    for fits in (_is, _holds):
        found = tuple(place for place, name in enumerate(names) if fits(name, wanted))
        if found:
            return found
    return ()


def numbers(typed: str, labels: Sequence[str]) -> tuple[int, ...] | None:
    """The places of several numbers such as `1 4, 7`, or of one word that fits one label; None when any does not."""
    parts = typed.replace(",", " ").replace(";", " ").split()
    if not all(part.strip(_AROUND).isdecimal() for part in parts):
        found = matching(typed, labels)
        return found if len(found) == 1 else None
    places = [matching(part, labels) for part in parts]
    return None if not all(places) else tuple(dict.fromkeys(place for each in places for place in each))


def _is(name: str, wanted: str) -> bool:
    return name.strip(_AROUND) == wanted


def _holds(name: str, wanted: str) -> bool:
    return f" {wanted}" in f" {name}".translate(_PARTED)
