"""Every sentence that the store says to a person, in one place so that they can be read together."""

from __future__ import annotations

import datetime as dt

NEWER = "What you saved was written by a newer Coach, so nothing was changed. Install the newest Coach to go on."
CANNOT_WRITE = "Coach may not write in its folder, so nothing new can be saved. Run `coach doctor` to see why."
NOT_FLUSHED = (
    "The disk did not confirm a save, so Coach has stopped saving. "
    "Copy what you typed, then close Coach and check the disk."
)
FULL = "The disk is full, so nothing was saved. Free some space and try again."
MAY_NOT = "Coach may not write in its folder, so nothing was saved. Run `coach doctor` to see why."
DISK = "The disk reported an error, so nothing was saved. Try again, then run `coach doctor`."
NOT_VALID = "That could not be written down as it is, so it was not saved. What you typed is still here."
TOO_BIG = "There is no room for more in one store. Run `coach export`, then begin a new one."
CLOSED = "The store is closed, so nothing new can be saved."
NOT_A_FOLDER = "The place for what you save is not an ordinary folder. Set COACH_HOME to a folder of your own."
NEEDS_PASSPHRASE = "What you saved has a passphrase. Type it to open it."  # noqa: S105
WRONG = "That passphrase did not open it. Look at capital letters and the keyboard layout, then try again."
KEY_DAMAGED = (
    "The key file that your passphrase opens is damaged. "
    "Put back identity.age from a copy of your own, or run `coach passphrase forgot`; old files are kept."
)
GONE = (
    "Coach expected a store with a passphrase, and it is not in its folder. "
    "Put it back, or run `coach passphrase forgot` to start over; files that are there are kept."
)
ALREADY = "What you saved has a passphrase already. Use `coach passphrase change` to give it another."
HAS_NONE = "What you saved has no passphrase. Use `coach passphrase set` to give it one."
SHORT = "That passphrase is short, so it could be guessed. Use at least 10 characters; four words work well."
LONG = "That passphrase is longer than 1,000 characters. Use a shorter one."
RE_KEY_STOPPED = (
    "The change of passphrase stopped halfway, and nothing is lost. Close Coach and open it again to finish."
)
NO_BACKUP = "There was no backup to go back to, so Coach starts empty and asks its first questions again."
NOT_IN_FOLDER = "The file with what you saved was not in its folder."
HAD_GONE = "The file with what you saved had gone from its folder. Coach has written it again."
NO_DAILY = "Today's backup could not be made. Run `coach doctor` to see why."
NO_MARK = "Coach could not write its state file. Run `coach doctor` to see why."
NOTHING_MISSING = "As far as Coach can tell, nothing is missing from it."
MAY_BE_MISSING = "What you saved after that may be missing."
UNPROTECTED = "A file without a passphrase lay beside your store. It was sealed too, and kept."
CANNOT_ERASE = (
    "Coach cannot erase copies that you or a sync tool made, exports, system snapshots, "
    "or what a disk keeps of deleted files."
)


def not_ordinary(name: str) -> str:
    """A link, a pipe or a second name where a file should be."""
    return f"{name} is a link or not an ordinary file, so Coach left it alone. Move it away and start again."


def not_yours(what: str) -> str:
    """Somebody else owns it."""
    return f"The {what} for what you save belongs to another user. Run Coach as its owner, or set COACH_HOME."


def damaged(kept: str) -> str:
    """The main file could not be read."""
    return f"What was saved could not be read. The damaged file was kept as {kept}."


def went_back(written: dt.datetime) -> str:
    """Which copy is in use now."""
    return f"Coach went back to the copy of {written.day} {written:%B %Y at %H:%M}."


def missing(number: int) -> str:
    """How much the copy lacks."""
    return "One later entry is missing." if number == 1 else f"About {number:,} later entries are missing."


def changed_outside(kept: str) -> str:
    """Another program wrote to the main file."""
    return f"Another program changed the file with what you saved. Its version was kept as {kept}."


def already_open(note: str, paused: bool) -> str:
    """A second Coach. `note` is what the first one left: its process id and when it began."""
    pid, _, since = note.partition(" ")
    try:
        began = dt.datetime.fromisoformat(since)
        who = f" (process {int(pid)}, since {began.day} {began:%B at %H:%M})"
    except ValueError:
        who = ""
    what = (
        "It seems to be paused: type fg in its terminal, then close it."
        if paused
        else "Close it there, then start it here again."
    )
    return f"Coach is already open somewhere else{who}. {what}"


def not_erased(name: str) -> str:
    """A file that is still there."""
    return f"{name} could not be erased."


def not_ours(name: str) -> str:
    """A file that Coach did not make."""
    return f"{name} is not a file of Coach, so it was left alone."
