"""Which front end runs: the drawn app, or plain mode for those who cannot or would rather not have it drawn."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

VARIABLE = "COACH_PLAIN"
OFF = ("0", "no", "off", "false")


class Reason(StrEnum):
    """Why it is plain mode; `by_<reason>` in `strings.toml` tells how to change it."""

    FLAG = "flag"
    ENV = "env"
    DUMB = "dumb"
    TERMINAL = "terminal"
    SETTING = "setting"


def wants_plain(
    flag: bool, env: Mapping[str, str], setting: bool = False, encoding: str | None = "utf-8"
) -> Reason | None:
    """Why plain mode is to run, or None for the drawn app.

    `flag` is `--plain`, `setting` what was chosen in settings, `encoding` that of the output. `COACH_PLAIN=0`
    overrules the setting; what cannot be drawn is never drawn.
    """
    asked = env.get(VARIABLE, "").strip().casefold()
    if flag:
        return Reason.FLAG
    if asked and asked not in OFF:
        return Reason.ENV
    if env.get("TERM") == "dumb":
        return Reason.DUMB
    if env.get("TERM") == "unknown" or not (encoding or "").casefold().startswith("utf"):
        return Reason.TERMINAL
    return Reason.SETTING if setting and not asked else None
