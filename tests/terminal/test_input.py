"""Nothing that a terminal can send ends Coach, resizes it to what is not there, or makes it stop answering."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import people
from tests.terminal.conftest import FIELD
from tests.terminal.window import Window

SEEDS = 50
LEAVING = (b"\x03", b"\x0c", b"\x11", b"q")
"""Keys that leave or hide, which random input must not press."""

HOSTILE = {
    "a byte that is no text": b"\xff\xfe\xc0\xaf",
    "Latin-1": "déjà vu".encode("latin-1"),
    "half a surrogate": b"\xed\xa0\x80",
    "a mouse of the old kind, far to the right": b"\x1b[M \xff\xff",
    "a key of the kitty protocol without a number": b"\x1b[97;1:3u",
    "a key beyond Unicode": b"\x1b[9999999999;5u",
    "a key that is a control character": b"\x1b[155u\x1b[0u\x1b[97;1;155u",
    "a mouse far away": b"\x1b[<0;99999999999;99999999999M\x1b[<0;0;0m\x1b[<64;-5;-5M",
    "a cursor far away": b"\x1b[99999999999;99999999999R",
    "a window of no size, and a mouse in it": b"\x1b[48;0;0;0;0t\x1b[<0;10;7M\x1b[<0;10;7m",
    "a report that sizes come with the input": b"\x1b[?2048;1$y",
    "the end of a paste that never began": b"\x1b[201~",
    "a half finished sequence": b"\x1b[1;",
    "a long sequence": b"\x1b[" + b"1;" * 40 + b"m",
    "a title": b"\x1b]0;title\x07\x1b]52;c;c2VjcmV0\x07",
}


def garbage(chance: random.Random) -> bytes:
    """What a broken connection may send: pieces of sequences, of mice, of text, and anything else."""
    pieces = (
        lambda: chance.randbytes(chance.randint(1, 12)),
        lambda: b"\x1b[" + bytes(chance.choices(b"0123456789;:<?M", k=chance.randint(0, 12))) + chance.randbytes(1),
        lambda: b"\x1b[M" + chance.randbytes(3),
        lambda: b"\x1b" + chance.randbytes(2),
        lambda: chr(chance.choice((0x80, 0x9B, 0x202E, 0xFEFF, 0x1F600, 0x300))).encode()[: chance.randint(1, 4)],
    )
    data = b"".join(chance.choice(pieces)() for _ in range(12))
    for key in LEAVING:
        data = data.replace(key, b"")
    return data


def assert_answers(window: Window) -> None:
    """It still reacts: a low window is told of, and gone again in a larger one."""
    window.resize(50, 15)
    window.until("This window is small")
    window.resize(80, 24)
    window.settle()


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """One window for all that must leave no trace."""
    with Window(people.writing(tmp_path_factory.mktemp("steady"))) as opened:
        opened.until(FIELD)
        yield opened


def memory(pid: int) -> float:
    """Megabytes that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


@pytest.mark.parametrize("what", HOSTILE)
def test_one_hostile_sequence_is_not_the_end(steady: Window, what: str) -> None:
    steady.send(HOSTILE[what])
    steady.settle(0.15)
    steady.send(f"after{list(HOSTILE).index(what)}.")
    steady.until(f"after{list(HOSTILE).index(what)}.")
    assert steady.process.poll() is None
    steady.assert_within_the_screen()


def test_random_input_is_not_the_end(tmp_path: Path) -> None:
    with Window(people.writing(tmp_path)) as window:
        window.until(FIELD)
        for seed in range(SEEDS):
            window.send(garbage(random.Random(seed)))
        window.send("\x1b[201~")
        assert_answers(window)
        window.assert_within_the_screen()


def test_keys_typed_ahead_wait_for_the_screen_they_are_for(writer: Path) -> None:
    with Window(writer) as window:
        window.until(FIELD)
        window.send("!" * 40)
        window.until("!" * 20)
        assert "!" * 21 not in window.shown()


def test_a_storm_of_sizes_loses_no_letter(steady: Window) -> None:
    letters = "abcdefghij" * 10
    sizes = ((20, 5), (1, 1), (0, 0), (5, 50), (200, 60), (1000, 300), (80, 24))
    for number in range(1000):
        steady.resize(*sizes[number % len(sizes)])
        if number % 10 == 0:
            steady.send(letters[number // 10])
        else:
            steady.read(0)
    steady.resize(80, 24)
    steady.until("jabcdefghijabcdefghij")
    assert memory(steady.running()) < 200


def test_a_forged_size_changes_nothing(steady: Window) -> None:
    before = memory(steady.running())
    steady.send(b"\x1b[48;99999;99999;99999;99999t")
    steady.settle()
    steady.send("forged?")
    steady.until("forged?")
    assert memory(steady.running()) < before + 20
