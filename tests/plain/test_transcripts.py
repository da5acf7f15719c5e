"""Whole sessions as one reads and types them, kept as documents: read them aloud before you accept a change.

`pytest --snapshot-update` writes them anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from coach.core.model import Value
from coach.core.records import History
from coach.engine import Engine
from coach.library import Library
from coach.plain.run import run
from tests.plain.people import engine_on
from tests.plain.scripted import Scripted
from tests.support import walk
from tests.support.clock import FrozenClock

HERE = Path(__file__).parent
NAMES = ("SHOUT", "CALM", "HOPELINE", "LCSW", "PTSD", "COACH_PLAIN")
"""What is called so, in capitals."""


class Written(Scripted):
    """Types a script: a line each, up to a `#`."""

    def __init__(self, script: str) -> None:
        super().__init__(line.partition("#")[0].strip() for line in script.strip().splitlines())


def pages(engine: Engine, *scripts: str, hours: float = 20) -> str:
    """Coach opened once for each script, with hours between; what was read and typed."""
    clock = engine.clock
    assert isinstance(clock, FrozenClock)
    documents = []
    for script in scripts:
        terminal = Written(script)
        run(engine, terminal=terminal)
        documents.append(terminal.transcript)
        clock.move(hours=hours)
        engine = engine_on(engine.library, clock, engine.history)
    return "\n\n".join(documents)


def nobody(engine: Engine) -> None:
    """Somebody who opens Coach for the first time."""


def screened(route: str) -> Callable[[Engine], object]:
    """Somebody on one of the routes."""
    return lambda engine: walk.screened(engine, route)


def weeks(engine: Engine) -> None:
    """Somebody with a week of practice behind them."""
    walk.with_ladder(walk.screened(engine))
    clock = engine.clock
    assert isinstance(clock, FrozenClock)
    for day, outcome in enumerate(("yes", "no", "no", "yes", "no", "partly")):
        lesson = f"Lesson of day {day + 1}."
        change: dict[str, Value] = {"outcome": outcome, "p_feared_after": 40 - 4 * day, "lesson": lesson}
        attempt = walk.out(engine, {"place": f"place {day}"})
        walk.back(engine, attempt, change)
        clock.move(days=1)


CHECK = "\n".join(["2", *"11", *"11111", *"11", *"222", *"2222", "2", "1", "1", *"222"])
"""The fit and safety check as somebody ready answers it."""

FIRST_SESSION = (
    f"""
    ?                                     # what works at every question
    2
    united k
    1
    {CHECK}
    1                                     # these are my answers
    ladder
    1
    1 9
    s
    1
    s
    1 2 3
    2
    1 2 3 4 5
    4
    10
    20
    30
    55
    80
    6
    start
    1
    7
    1
    1
    1
    1
    1
    1
    1
    Which form is for a change of address, please?
    by phone
    They will sigh and hang up
    70
    20
    60
    55
    6
    I am a bother
    50
    The line may be bad
    They may be new there
    .
    my long excuse
    Thank you anyway, have a good day
    3
    """,
    """
    1
    1
    2
    She said she did not know,
    and gave me another number.
    .
    1
    1
    30
    15
    70
    20
    1 2
    s
    relieved, a bit proud
    20
    She said no, and was kind, and that was all of it.
    1
    ?
    1
    q
    """,
    """
    2
    20
    10
    2
    7
    Lighter than I thought.
    .
    1
    2
    b
    q
    """,
)

MARKS = (
    f"""
    1
    yes
    ?
    ?
    !
    1
    b
    yes
    maybe
    some
    s
    {CHECK[6:-12]}
    q
    """,
    """
    !
    steady
    !
    b
    b
    q
    """,
)

SUPPORT_FIRST = (
    """
    ?
    1
    3
    2
    3
    #
    #
    #
    #
    2
    b
    one ask
    Hello, do you have room for a first talk?
    by phone
    They will say they are full
    80
    10
    40
    50
    5
    s
    s
    They are in demand
    .
    s
    s
    3
    """,
    """
    1
    2
    They are full until March.
    .
    s
    1
    30
    s
    s
    s
    s
    s
    calm
    s
    A full one passed me on.
    1
    1
    leave
    """,
)

TOUR = (
    """
    ladder
    3
    rate
    40
    add
    3
    Ask my neighbour to water my plants
    s
    1
    b
    ladder
    b
    review
    filter
    1
    yes
    1
    b
    everything
    search
    day 2
    1
    correct
    what i fear
    They will laugh
    b
    b
    b
    insights
    1
    b
    4
    b
    b
    lessons
    b
    settings
    plain
    trusted
    Sam
    in my phone under S
    back
    card
    2
    b
    ?
    keys
    b
    q
    """,
)

DOCUMENTS: dict[str, tuple[Callable[[Engine], object], tuple[str, ...]]] = {
    "the whole way": (nobody, FIRST_SESSION),
    "marks at every question": (nobody, MARKS),
    "support first": (screened("support_first"), SUPPORT_FIRST),
    "every page": (weeks, TOUR),
    "not yet": (screened("not_yet"), ("?\n1\n2\n2\n2\n4",)),
    "help now": (screened("help_now"), ("?\nsteady\nb\n!\nb\nq",)),
    "go gently": (screened("go_gently"), ("?\nb\n1\nq",)),
}


def document(library: Library, name: str) -> str:
    """What is read and typed in one of the documents."""
    who, scripts = DOCUMENTS[name]
    engine = engine_on(library, FrozenClock(), History())
    who(engine)
    return pages(engine_on(library, engine.clock, engine.history), *scripts)  # type: ignore[arg-type]


def path(name: str) -> Path:
    return HERE / f"{name.replace(' ', '_')}.txt"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_session_reads_as_it_did(name: str, library: Library, request: pytest.FixtureRequest) -> None:
    found = document(library, name)
    if request.config.getoption("--snapshot-update", default=False):
        path(name).write_text(found, encoding="utf-8")
    assert found == path(name).read_text(encoding="utf-8")


def lines(name: str) -> Iterator[str]:
    return iter(path(name).read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_told_by_a_sign_or_by_capitals_alone(name: str) -> None:
    text = path(name).read_text(encoding="utf-8")
    assert not re.findall(r"[█░○●◐◉◂▸■□━─│·✓→←]", text)
    assert not {word for word in re.findall(r"\b[A-Z_]{4,}\b", text) if word not in NAMES}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_line_is_read_twice_in_a_row(name: str) -> None:
    told = [line for line in lines(name) if line and not line.startswith(("Answer:", "Number:", "Line"))]
    assert not [line for line, after in pairwise(told) if line == after]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_leaves_safely(name: str) -> None:
    assert path(name).read_text(encoding="utf-8").endswith("Everything is saved. Come back whenever you like.\n")
