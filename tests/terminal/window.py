"""A program in a pseudo-terminal: what it draws, what it leaves behind, and how it ends."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import pyte

CHECKOUT = Path(__file__).resolve().parents[2]
COACH = (sys.executable, "-m", "coach")
PATIENCE = 30.0
"""Seconds after which a test gives up waiting, on a machine that has much else to do."""

MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
HALF_A_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?$")
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9]*\$p")
OTHER_SCREEN, BACK = b"\x1b[?1049h", b"\x1b[?1049l"
BEYOND_THE_SCREEN = re.compile("\x1b[^[]|[\x00-\x09\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]|[\u202a-\u202e\u2066-\u2069]")
"""What reaches titles, the clipboard, links or bells, or turns text round: everything but text and `ESC [`."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """Nothing of this person's own, and every folder that a program may write to below `home`."""
    temporary = home / "temporary"
    temporary.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(CHECKOUT), "HOME": str(home), "TERM": "xterm-256color",
        "LANG": "C.UTF-8", "TMPDIR": str(temporary), "COACH_HOME": str(home / "coach"), **more,
    }


class Window:
    """A window of 80x24 with a program in it. `raw` is everything it wrote."""

    def __init__(
        self,
        home: Path,
        command: Sequence[str] = COACH,
        *,
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
        before: Callable[[], Any] | None = None,
    ) -> None:
        self.raw = b""
        self.master, self._slave = os.openpty()
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = 0
        self.resize(*size)
        self.settings = termios.tcgetattr(self._slave)

        def enter() -> None:
            os.login_tty(self._slave)
            if before is not None:
                before()

        self.process = subprocess.Popen(
            command, cwd=home, env=dict(env) if env is not None else environment(home), pass_fds=[self._slave],
            preexec_fn=enter,  # noqa: PLW1509
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        for pid in self.family():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait()
        self.close()
        os.close(self._slave)
        if error is None:
            self.assert_within_the_screen()

    # -- doing -------------------------------------------------------------------------------------------------

    def send(self, data: bytes | str) -> None:
        """Type, or paste, or whatever a terminal may send."""
        rest = data.encode() if isinstance(data, str) else data
        while rest:
            self.read(0)
            if select.select([], [self.master], [], 0.05)[1]:
                rest = rest[os.write(self.master, rest[:1024]) :]

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window, as the system tells it."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def freeze(self) -> None:
        """Take no more output, as a terminal does after Ctrl+S or while its connection hangs."""
        termios.tcflow(self._slave, termios.TCOOFF)

    def close(self) -> None:
        """Close the window."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    # -- seeing ------------------------------------------------------------------------------------------------

    def read(self, seconds: float) -> bool:
        """Take what the program wrote, waiting at most so long. False when it wrote nothing."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            data = b""
        self.raw += data
        return bool(data)

    def settle(self, quiet: float = 0.25) -> None:
        """Wait until nothing more is written."""
        until = time.monotonic() + PATIENCE
        while self.read(quiet) and time.monotonic() < until:
            pass

    def watch(self, seconds: float) -> None:
        """Take what is written for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.read(left)

    def until(self, *texts: str) -> None:
        """Wait until all these texts are on the screen."""
        deadline = time.monotonic() + PATIENCE
        while not all(text in (shown := self.shown()) for text in texts):
            assert time.monotonic() < deadline, f"{texts} never came:\n{shown}"
            assert self.process.poll() is None, f"ended with {self.process.returncode}:\n{self.after()}"
            self.read(0.2)

    def shown(self) -> str:
        """What stands on the screen, without line breaks within words."""
        data = self.raw[self._drawn :]
        half = HALF_A_SEQUENCE.search(data)
        data = data[: half.start()] if half else data
        self._drawn += len(data)
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
        return "\n".join(line.rstrip() for line in self._screen.display)

    def after(self) -> str:
        """What was written after leaving the other screen, or all when it was never entered."""
        return MODE.sub(b"", self.raw.rpartition(BACK)[2]).decode(errors="replace")

    def modes(self) -> set[int]:
        """The private modes that are on."""
        on: set[int] = set()
        for match in MODE.finditer(self.raw):
            numbers = {int(each) for each in match.group(1).split(b";")}
            on = on | numbers if match.group(2) == b"h" else on - numbers
        return on

    # -- ending ------------------------------------------------------------------------------------------------

    def family(self) -> list[int]:
        """This program's process and the ones it started that are still there."""
        return [self.process.pid, *children(self.process.pid)]

    def running(self) -> int:
        """The process that runs the app."""
        return children(self.process.pid)[0]

    def ended(self, seconds: float = PATIENCE) -> int:
        """The exit code, once it has ended."""
        deadline = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still running:\n{self.shown()}"
            if self.master >= 0:
                self.read(0.05)
            else:
                time.sleep(0.02)
        while self.master >= 0 and self.read(0):
            pass
        return self.process.returncode

    def assert_clean(self) -> None:
        """The terminal is as it was before: settings, modes, keys, cursor, and nothing beyond the screen was used."""
        assert termios.tcgetattr(self._slave) == self.settings
        assert self.modes() <= {7, 25}
        assert self.raw.count(b"\x1b[<u") >= self.raw.count(b"\x1b[>25u")
        assert self.raw.rfind(b"\x1b[?25h") >= self.raw.rfind(b"\x1b[?25l")
        self.assert_within_the_screen()

    def assert_within_the_screen(self) -> None:
        """Nothing was written but text, and what draws and moves the cursor."""
        drawn = self.raw.partition(OTHER_SCREEN)[2].decode(errors="replace")
        assert BEYOND_THE_SCREEN.findall(drawn) == []


def children(pid: int) -> list[int]:
    """The processes that a process started and that have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == pid and state != "Z":
            found.append(int(path.parent.name))
    return found


def is_gone(pid: int, seconds: float = PATIENCE) -> bool:
    """Whether a process ends within so many seconds."""
    deadline = time.monotonic() + seconds
    while Path(f"/proc/{pid}").exists():
        if time.monotonic() > deadline or "Z" in _state(pid):
            return "Z" in _state(pid)
        time.sleep(0.02)
    return True


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
