"""A content folder with one thing wrong, made from the real one: how each rule is shown to fail."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import msgspec

from coach.library.checking import Rule

CONTENT = Path(__file__).resolve().parents[2] / "content"
FEW = ("ao.toml", "gb.toml", "world.toml")
"""Enough pages of support for a whole folder; reading all two hundred would only take longer."""


class Bad(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing wrong, and the fault it has to give.

    In `file`, after the line `at` and before the next entry, the line of `field` becomes `text`, as TOML; with no
    such line it is added, and with an empty `text` it goes. Without `field` the text is added at the end of the file,
    or is the whole file when `whole`; with `gone` the file goes.
    """

    promise: str
    file: str
    rule: Rule
    entry: str = ""
    named: str = ""
    says: str = ""
    at: str = ""
    field: str = ""
    text: str = ""
    whole: bool = False
    gone: bool = False


def cases() -> list[Bad]:
    """The things that go wrong, by the rule they break."""
    found = tomllib.loads(Path(__file__).with_name("bad_content.toml").read_text(encoding="utf-8"))
    return msgspec.convert(found["cases"], list[Bad])


def copied(folder: Path) -> Path:
    """A copy of the real content to spoil."""

    def left_out(here: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(here).name == "support" and name not in FEW]

    return Path(shutil.copytree(CONTENT, folder / "content", ignore=left_out))


def spoil(folder: Path, bad: Bad) -> None:
    """Make this one thing wrong."""
    path = folder / bad.file
    if bad.gone:
        path.unlink()
        return
    if bad.whole:
        path.parent.mkdir(exist_ok=True)
        path.write_text(bad.text, encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    changed = _changed(text, bad) if bad.field else f"{text}\n{bad.text}\n"
    assert changed != text, "nothing was spoilt"
    path.write_text(changed, encoding="utf-8")


def _changed(text: str, bad: Bad) -> str:
    begin = text.index(bad.at)
    ends = re.compile(r"^\[", re.MULTILINE).search(text, begin + 1)
    end = ends.start() if ends else len(text)
    entry = text[begin:end]
    line = re.compile(rf"^{bad.field} = (\[\n(.*\n)*?\]|.*)$", re.MULTILINE)
    if line.search(entry):
        entry = line.sub(lambda _: bad.text, entry, count=1)
    else:
        first, _, rest = entry.partition("\n")
        entry = f"{first}\n{bad.text}\n{rest}"
    return text[:begin] + entry + text[end:]
