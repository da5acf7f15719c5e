"""An app that keeps what is typed whatever happens, shows nothing of it in an error, and passes none of it on."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter

from coach.tui.guard import code_of
from coach.tui.output import NoSteering

COLLECT_AFTER = 0.5
"""Seconds after which the first frame is surely there and garbage may be collected again."""

QUEUE_WAIT = 0.3
"""Seconds after which a field that has gone in the meantime is not waited for."""


class GuardedApp(App[None], inherit_bindings=False):
    """What every app of Coach is made of. `crash` is the code of the error that ended it; empty when none did."""

    def __init__(self) -> None:
        # Textual decides now, with its own theme, how it takes colour away; without this it makes everything grey.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.crash = ""
        self.is_kept = True
        self._no_steering = NoSteering()

    def get_driver_class(self) -> type[Driver]:
        """Our own driver where there are terminals as Linux and macOS know them."""
        if os.name != "posix":
            return super().get_driver_class()
        driver: type[Driver] = import_module("coach.tui.driver").CoachDriver
        return driver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and ours last: nothing that a widget draws steers the terminal."""
        return [*super().get_line_filters(), self._no_steering]

    def _on_mount(self) -> None:
        self.set_timer(COLLECT_AFTER, self._collect_again)

    def _collect_again(self) -> None:
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    # -- leaving -----------------------------------------------------------------------------------------------

    def keep_typed(self) -> bool:
        """Keep what stands in any field of any screen. False when that failed; it never raises."""
        is_kept = True
        for screens in self._screen_stacks.values():
            for screen in screens:
                keep = getattr(screen, "keep_typed", None)
                try:
                    if keep is not None:
                        keep()
                except Exception:
                    is_kept = False
        return is_kept

    def once_typed(self, then: Callable[[], object]) -> None:
        """Call something once every key that has arrived has reached its field: keys wait in a queue of its own."""
        is_done = False

        def once() -> None:
            nonlocal is_done
            if not is_done:
                is_done = True
                then()

        if self.screen_stack and self.focused is not None:
            self.focused.call_later(once)
            self.set_timer(QUEUE_WAIT, once)
        else:
            once()

    async def settle(self) -> None:
        """Return once nothing is on its way any more: every screen is there, and every message was read."""
        rounds = 0
        while rounds < 2:
            await asyncio.sleep(0)
            rounds = 0 if self._is_busy() else rounds + 1

    def _is_busy(self) -> bool:
        if self.message_queue_size or self._next_callbacks or any(screen._callbacks for screen in self.screen_stack):
            return True
        return any(
            not each._is_mounted or each.message_queue_size or each._next_callbacks for each in self._registry
        )

    def leave_by(self, number: int) -> None:
        """Leave because of a signal: keep what is typed, ask nothing."""

        def leave() -> None:
            self.keep_typed()
            self.exit(return_code=128 + number)

        self.once_typed(leave)

    # -- errors ------------------------------------------------------------------------------------------------

    def _handle_exception(self, error: Exception) -> None:
        """Leave after an error that nobody expected, knowing its kind and place and nothing else."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        if not self.crash:
            self.crash = code_of(getattr(error, "error", None) or error)
            self.is_kept = self.keep_typed()
        self._close_messages_no_wait()

    def panic(self, *renderables: Any) -> None:
        """Leave. What was to be shown may hold what was written."""
        self.crash = self.crash or "panic"
        self._return_code = 1
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    # -- nothing leaves ----------------------------------------------------------------------------------------

    def copy_to_clipboard(self, text: str) -> None:
        """Copy within Coach only: what other programs could read stays as it is."""
        self._clipboard = text

    def bell(self) -> None:
        """Stay silent: others may be in the room."""

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the mouse pointer as it is."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open nothing: a browser would go online."""

    def deliver_screenshot(self, *args: Any, **named: Any) -> str | None:
        """Write no picture of the screen."""
        return None

    def deliver_text(self, *args: Any, **named: Any) -> str | None:
        """Write no file."""
        return None

    def deliver_binary(self, *args: Any, **named: Any) -> str | None:
        """Write no file."""
        return None

    def save_screenshot(self, *args: Any, **named: Any) -> str:
        """Write no picture of the screen."""
        return ""

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Write no picture of the screen."""
