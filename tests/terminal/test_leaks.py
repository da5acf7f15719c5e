"""What is typed stays in its folder: in no other file, on no command line, in no clipboard, and on no network."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import people
from tests.terminal.conftest import FIELD
from tests.terminal.window import Window, environment

CANARY = "canary-of-nobody"

CONSOLE_SCRIPT = "from coach.cli import main\nmain()\n"
"""What an installed `coach` runs. The folder one is in is not where modules come from."""

LANDMINE = "open({path!r}, 'w').close()\n"

AUDITED = """
import os, sys
inside, record = {inside!r}, os.open({record!r}, os.O_WRONLY | os.O_CREAT)
forbidden = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "webbrowser.open", "ftplib",
             "http.client", "smtplib", "urllib.Request", "ssl", "pty.spawn")


def watch(event, args):
    if event == "open":
        path, _, flags = args
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        bad = writes and not isinstance(path, int) and not os.path.abspath(os.fsdecode(path)).startswith(inside)
    elif event == "socket.__new__":
        bad = args[1] != 1
    else:
        bad = event.startswith("socket.") or event.startswith(forbidden)
    if bad:
        os.write(record, f"{{event}} {{args}}\\n".encode())
        raise PermissionError(event)


sys.addaudithook(watch)
from coach.cli import main
main()
"""
"""Coach, which ends as soon as it reaches for the network, another program, or a file outside its folder."""


def script(home: Path, text: str) -> tuple[str, str]:
    """A command that runs this."""
    path = home / "bin" / "coach"
    path.parent.mkdir()
    path.write_text(text)
    return sys.executable, str(path)


def use(window: Window) -> None:
    """Write, cut and paste, look around, change the size, hide, and leave."""
    window.until(FIELD)
    window.send(CANARY)
    window.until(CANARY)
    window.send("\x1b[1;2H\x18")
    window.settle()
    assert CANARY not in window.shown()
    window.send("\x16")
    window.until(CANARY)
    window.send("\x1bOP")
    window.until("Everywhere")
    window.send("\x1b")
    window.until(FIELD)
    window.send("!")
    window.until("116 123")
    window.send("\x1b")
    window.until(CANARY)
    window.resize(60, 20)
    window.settle()
    window.send("\x0c")
    window.until("hidden")
    window.send("\r")
    window.until(CANARY)


def processes() -> str:
    """Command lines and environments of everything that runs."""
    found = b""
    for path in [*Path("/proc").glob("[0-9]*/cmdline"), *Path("/proc").glob("[0-9]*/environ")]:
        try:
            found += path.read_bytes()
        except OSError:
            continue
    return found.decode(errors="replace")


def test_it_stays_there_whatever_the_environment_asks_for(writer: Path) -> None:
    mine = writer / "stepped-on"
    for module in ("nt", "json", "msgspec", "evil"):
        (writer / f"{module}.py").write_text(LANDMINE.format(path=str(mine)))
    asked = environment(
        writer, TEXTUAL_LOG=str(writer / "log"), TEXTUAL_SCREENSHOT="0", TEXTUAL_SCREENSHOT_LOCATION=str(writer),
        TEXTUAL_DRIVER="evil:Driver", TEXTUAL_PRESS="q", TEXTUAL="devtools,debug", TEXTUAL_DEBUG="1",
        TEXTUAL_SHOW_RETURN="1", TEXTUAL_FILTERS="dim", PYTHONASYNCIODEBUG="1", PYTHONDONTWRITEBYTECODE="1",
    )
    command = script(writer, CONSOLE_SCRIPT)
    before = {path for path in writer.rglob("*") if not path.is_relative_to(writer / "coach")}
    with Window(writer, command, env=asked) as window:
        use(window)
        assert CANARY not in processes()
        window.send("\x11")
        assert window.ended() == 0
        window.assert_clean()
        assert window.after() == ""
    assert {path for path in writer.rglob("*") if not path.is_relative_to(writer / "coach")} == before
    assert people.typed(writer) == CANARY
    assert not mine.exists()


def test_it_reaches_for_no_network_no_program_and_no_file_outside_its_folder(writer: Path) -> None:
    record = writer / "record"
    command = script(writer, AUDITED.format(inside=str(writer / "coach"), record=str(record)))
    with Window(writer, command, env=environment(writer, PYTHONDONTWRITEBYTECODE="1")) as window:
        use(window)
        window.send("\x11")
        assert window.ended() == 0
    assert record.read_text() == ""


def can_trace() -> bool:
    """Whether strace is there and may be used."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_trace(), reason="needs strace")
def test_the_system_sees_no_socket_but_the_one_to_itself(writer: Path) -> None:
    trace = writer / "trace"
    traced = ("strace", "-f", "-qq", "-e", "trace=%network,execve", "-o", str(trace))
    with Window(writer, (*traced, *script(writer, CONSOLE_SCRIPT))) as window:
        use(window)
        window.send("\x11")
        assert window.ended() == 0
    calls = [line.split(maxsplit=1)[1] for line in trace.read_text().splitlines()]
    assert any(call.startswith("socketpair(AF_UNIX") for call in calls)
    assert [call for call in calls if call.startswith(("socket(", "connect(", "bind(", "listen("))] == []
    assert sum(call.startswith("execve(") for call in calls) == 1


def test_no_memory_of_it_is_written_when_it_is_killed(window: Window) -> None:
    for pid in window.family():
        limits = Path(f"/proc/{pid}/limits").read_text().splitlines()
        assert next(line for line in limits if line.startswith("Max core")).split()[4:6] == ["0", "0"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_other_processes_may_not_look_into_its_memory(tmp_path: Path) -> None:
    ask = "import ctypes; from coach.tui import supervisor as s; s.forbid_dumps(); print(ctypes.CDLL(None).prctl(3))"
    done = subprocess.run(
        [sys.executable, "-c", ask], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "0"


def test_one_key_hides_everything(window: Window) -> None:
    window.send(CANARY)
    window.until(CANARY)
    window.settle()
    at, begun = len(window.raw), time.monotonic()
    window.send("\x0c")
    window.until("hidden")
    assert time.monotonic() - begun < 2
    window.settle()
    assert CANARY not in window.shown()
    assert CANARY.encode() not in window.raw[at:]
