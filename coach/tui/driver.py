"""Textual's driver for terminals, made safe against what a terminal may send and what may be done to the process.

Stock Textual 8.2 ends on an invalid byte, sizes itself by what the input claims, keeps spinning when the window is
gone, and leaves the terminal unusable on SIGTERM. It is pinned, since this builds on its inside; the tests in
`tests/terminal` notice when that changes.
"""

from __future__ import annotations

import asyncio
import codecs
import concurrent.futures
import os
import select
import signal
import threading
import time
from collections.abc import Callable, Iterable
from typing import IO, TYPE_CHECKING, Any, cast

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.keys import Keys
from textual.message import Message
from textual.messages import InBandWindowResize

from coach.core.text import printable
from coach.tui import pastes
from coach.tui.output import Output, quiet

if TYPE_CHECKING:
    from coach.tui.guarded import GuardedApp

LEAVING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)

PATIENCE = 2.5
"""Seconds after a signal in which Coach has to be gone, even if the terminal takes no more output."""

SETTLING = 0.5
"""Seconds after which the next key is read in any case."""

LARGEST = 1000
"""Columns and rows beyond which no window is believed."""

LOOK_EVERY = 1.0
"""Seconds between looks whether the terminal is still there."""

RESTART_WAIT = 0.5
"""Seconds in which a second SIGCONT, from the shell and from the process that waits, is taken for the same one."""


class Parser(XTermParser):
    """Reads keys. What it cannot read is no key, rather than the end of the program."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        try:
            return list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):
            return [events.Key(Keys.Ignore, sequence)]

    def parse_mouse_code(self, code: str) -> Message | None:
        """A move or click of the mouse, in cells: sizes in pixels come from the input and are not believed."""
        self.mouse_pixels = False
        try:
            return super().parse_mouse_code(code)
        except (ValueError, OverflowError):
            return None

    def wait(self) -> float | None:
        """Seconds until `tick` may have something to give; None when it waits for nothing."""
        return None if self._timeout_time is None else 0.02


class CoachDriver(LinuxDriver):
    """Reads and draws on the terminal that Coach was started in."""

    _app: GuardedApp

    def __init__(self, app: GuardedApp, **settings: Any) -> None:
        super().__init__(app, **settings)
        self._file = cast("IO[str]", Output(2))  # type: ignore[assignment]
        self._wake = os.pipe()
        self._running_since: float | None = None
        self._is_leaving = False
        self._loop.set_debug(False)
        self._loop.set_exception_handler(self._on_loop_error)
        threading.excepthook = self._on_thread_error
        self._wake_on_signals()
        for number in LEAVING:
            signal.signal(number, self._on_signal)

    def _wake_on_signals(self) -> None:
        """A signal may be taken by any thread, and is only handled once the main one, asleep in the loop, wakes."""
        woken, waking = os.pipe()
        os.set_blocking(woken, False)
        os.set_blocking(waking, False)
        signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
        self._loop.add_reader(woken, os.read, woken, 64)

    # -- output ------------------------------------------------------------------------------------------------

    def write(self, data: str) -> None:
        """Write what draws and moves the cursor, and nothing that reaches beyond the screen."""
        super().write(quiet(data))

    def _get_terminal_size(self) -> tuple[int, int]:
        try:
            width, height = os.get_terminal_size(self.fileno)
        except OSError:
            width = height = 0
        return min(width, LARGEST) or 80, min(height, LARGEST) or 24

    def _query_in_band_window_resize(self) -> None:
        """Sizes are asked of the system; what comes with the input can be forged by anything shown in a terminal."""

    # -- leaving, stopping and going on ------------------------------------------------------------------------

    def _later(self, function: Callable[..., object], *args: object) -> None:
        """Call a function in the app's own thread, from a signal or another thread."""
        try:
            self._loop.call_soon_threadsafe(function, *args)
        except RuntimeError:
            return  # the app is over

    def _on_signal(self, number: int, _: object) -> None:
        if not self._is_leaving:
            self._is_leaving = True
            last = threading.Timer(PATIENCE, os._exit, (128 + number,))
            last.daemon = True
            last.start()
        self._later(self._app.leave_by, number)

    def _on_loop_error(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self._app._handle_exception(error)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self._later(self._app._handle_exception, args.exc_value)

    def _sigtstp_application(self, *_: object) -> None:
        self._later(self._stop)

    def _sigcont_application(self, *_: object) -> None:
        self._later(self._go_on)

    def _stop(self) -> None:
        self._app.keep_typed()
        if self._running_since is not None:
            self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Draw again after a stop, also after one that could not be noticed."""
        if self._running_since is not None:
            if time.monotonic() - self._running_since < RESTART_WAIT:
                return
            self.suspend_application_mode()
        self._must_signal_resume = True
        self.resume_application_mode()
        self._app.refresh(layout=True)

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._running_since = time.monotonic()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        super().stop_application_mode()
        self._running_since = None

    # -- input -------------------------------------------------------------------------------------------------

    def disable_input(self) -> None:
        """Stop reading, at once."""
        os.write(self._wake[1], b".")
        super().disable_input()
        os.read(self._wake[0], 1)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except OSError:
            self._later(self._app.leave_by, signal.SIGHUP)
        except Exception as error:
            self._later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Read until told otherwise. Raises OSError when the window is gone."""
        parser, splitter = Parser(), pastes.Pastes()
        decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            waits = (splitter.wait(time.monotonic()), parser.wait(), LOOK_EVERY)
            wait = min(each for each in waits if each is not None)
            ready = select.select([self.fileno, self._wake[0]], [], [], wait)[0]
            pieces: list[pastes.Piece] = []
            if self.fileno in ready:
                data = os.read(self.fileno, 4096)
                if not data:
                    raise OSError("end of input")
                pieces += splitter.feed(decode(data), time.monotonic())
            elif not ready and not os.isatty(self.fileno):
                raise OSError("no terminal")
            elif not ready:
                self._later(self._catch_up_size)
            for piece in pieces + splitter.tick(time.monotonic()):
                self._take(piece, parser)
            for event in parser.tick():
                self.process_message(event)

    def _catch_up_size(self) -> None:
        """A size that got lost in a storm of them is seen again at the next quiet moment."""
        size = Size(*self._get_terminal_size())
        if size != self._app.size:
            self._app.post_message(events.Resize(size, size))

    def _take(self, piece: pastes.Piece, parser: Parser) -> None:
        if isinstance(piece, pastes.Pasted):
            self.process_message(events.Paste(printable(piece.text.replace("\x00", ""))))
        elif isinstance(piece, pastes.EscapeKey):
            self.process_message(events.Key("escape", "\x1b"))
        else:
            for event in parser.feed(piece):
                self.process_message(event)

    def process_message(self, message: Message) -> None:
        """Pass on what was read, but for what claims to tell the size of the window, and a mouse outside it."""
        if isinstance(message, InBandWindowResize | events.Resize):
            return
        if isinstance(message, events.MouseEvent):
            width, height = self._get_terminal_size()
            if not (0 <= message.x < width and 0 <= message.y < height):
                return
        super().process_message(message)
        if isinstance(message, events.Key | events.Paste | events.MouseDown | events.MouseUp):
            self._let_settle()

    def _let_settle(self) -> None:
        """Wait for what one key leads to before the next is read: a screen that is half there knows no keys."""
        try:
            settling = asyncio.run_coroutine_threadsafe(self._app.settle(), self._loop)
        except RuntimeError:
            return  # the app is over
        until = time.monotonic() + SETTLING
        while not settling.done() and not self.exit_event.is_set() and time.monotonic() < until:
            concurrent.futures.wait((settling,), 0.01)
        settling.cancel()
