"""The passphrase in plain mode: asked for before anything is told, and chosen. Help is open all the same."""

from __future__ import annotations

from collections.abc import Callable

from coach.core.errors import PlainError
from coach.core.support import support_text
from coach.engine import Engine
from coach.plain.guide import BACK, HELP, LEAVE, WHY, Guide, Left

Opener = Callable[[str], Engine]
"""Opens a locked store with its passphrase. Raises PlainError when it does not fit."""


def unlock(guide: Guide, opener: Opener) -> Engine:
    """Ask for the passphrase until it fits. Raises Left. Nothing that was written is known before."""
    guide.gap()
    guide.tell(guide.say("lock", "locked"))
    while True:
        typed = secret(guide)
        if not typed or typed == BACK:
            guide.tell(guide.plain("no_back") if typed else "")
            continue
        guide.tell(guide.say("lock", "opening"))
        try:
            return opener(typed)
        except PlainError as error:
            guide.tell(error.plain)


def choose_passphrase(guide: Guide) -> None:
    """Choose one, typed twice; back leaves it as it was."""
    guide.page(guide.say("lock", "title"), guide.say("lock", "about"), guide.say("lock", "lost"))
    while True:
        guide.tell(f"{guide.say('lock', 'first')}.")
        first = secret(guide)
        if first == BACK:
            return
        guide.tell(f"{guide.say('lock', 'second')}.")
        second = secret(guide)
        if second == BACK:
            return
        if first != second:
            guide.tell(guide.plain("differ"))
            continue
        guide.tell(guide.say("lock", "sealing"))
        try:
            guide.engine.keeper.set_passphrase(first)
        except PlainError as error:
            guide.tell(error.plain)
        else:
            guide.tell(guide.say("lock", "done"))
            return


def secret(guide: Guide) -> str:
    """One line typed unseen, after the marks that work everywhere: each is too short to be a passphrase."""
    while True:
        try:
            typed = guide.terminal.secret(guide.plain("passphrase"))
        except (EOFError, KeyboardInterrupt):
            raise Left from None
        if typed == LEAVE:
            raise Left
        if typed == WHY:
            guide.marks()
        elif typed in HELP:
            library = guide.engine.library
            guide.tell(support_text(guide.engine.country(), library.world, library.strings["help"]))
        else:
            return typed
