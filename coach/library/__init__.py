"""Content files -> model. Each part is read when a screen first needs it, and then kept."""

from __future__ import annotations

import os
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from coach.core.model import (
    Challenge,
    Challenges,
    Country,
    Exercise,
    Form,
    ScreeningForm,
    Themes,
    World,
)
from coach.core.wording import Wording
from coach.library.reading import ContentError, read, read_text
from coach.library.references import check_form, check_screening

__all__ = ["ContentError", "Library", "find_content", "shipped_content"]


def find_content() -> Path:
    """The content folder: `COACH_CONTENT`, else the one in the package, else the one beside a checkout."""
    override = os.environ.get("COACH_CONTENT")
    return Path(override) if override else shipped_content()


def shipped_content() -> Path:
    """The content folder that came with this copy of Coach: in the package, else beside a checkout."""
    packaged = Path(str(files("coach"))) / "content"
    return packaged if packaged.is_dir() else Path(str(files("coach"))).parent / "content"


class Library:
    """All content of one folder. Every attribute raises ContentError when its files are at fault."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or find_content()

    @cached_property
    def screening(self) -> ScreeningForm:
        """The fit and safety check."""
        content = read(self.folder / "screening.toml", ScreeningForm)
        check_screening("screening.toml", content)
        return content

    def form(self, name: str) -> Form:
        """A form by its file: `checkin`, `courtesy`, `ladder`, `prompts/before` and so on."""
        if name not in self._read_forms:
            form = read(self.folder / f"{name}.toml", Form)
            check_form(f"{name}.toml", form)
            self._read_forms[name] = form
        return self._read_forms[name]

    @cached_property
    def _read_forms(self) -> dict[str, Form]:
        return {}

    @cached_property
    def strings(self) -> dict[str, dict[str, str]]:
        """Wording that both front ends share, by section and name."""
        return read(self.folder / "strings.toml", dict[str, dict[str, str]])

    @cached_property
    def advice(self) -> Wording:
        """The words of what next, side by side, courtesy and insights."""
        return read(self.folder / "advice.toml", Wording)

    @cached_property
    def categories(self) -> tuple[Challenges, ...]:
        """The library of challenges, one entry a category."""
        return tuple(read(path, Challenges) for path in sorted((self.folder / "challenges").glob("*.toml")))

    @cached_property
    def challenges(self) -> tuple[Challenge, ...]:
        """Every challenge, easiest first."""
        found = [challenge for each in self.categories for challenge in each.challenges]
        return tuple(sorted(found, key=lambda challenge: (challenge.difficulty, challenge.id)))

    @cached_property
    def fears(self) -> Themes:
        """What may stand in the way."""
        return read(self.folder / "fears.toml", Themes)

    @cached_property
    def goals(self) -> Themes:
        """What one might ask for if a no didn't sting."""
        return read(self.folder / "goals.toml", Themes)

    @cached_property
    def world(self) -> World:
        """Support everywhere: directories, and what to say on a first call."""
        return read(self.folder / "support" / "world.toml", World)

    @cached_property
    def country_codes(self) -> tuple[str, ...]:
        """Countries with support, as two capital letters."""
        paths = (self.folder / "support").glob("??.toml")
        return tuple(sorted(path.stem.upper() for path in paths))

    def country(self, iso2: str) -> Country | None:
        """Support in one country, or None when there is no file for it."""
        code = iso2.strip().upper()
        if code not in self.country_codes:
            return None
        return read(self.folder / "support" / f"{code.lower()}.toml", Country)

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """Every country by name: for choosing one."""
        found = [country for code in self.country_codes if (country := self.country(code))]
        return tuple(sorted(found, key=lambda country: country.name))

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """The gentle exercises in the order they are shown."""
        found = [read(path, Exercise) for path in (self.folder / "exercises").glob("*.toml")]
        return tuple(sorted(found, key=lambda exercise: (exercise.order, exercise.id)))

    def why(self, topic: str) -> str:
        """A "why we ask" page as Markdown, or an empty text when there is none."""
        path = self.folder / "why" / f"{topic}.md"
        return read_text(path) if path.is_file() else ""
