"""Writes every screen as SVG to `screenshots/`, from made-up people and a clock that stands still.

`python -m tests.capture [FOLDER]` gives the same bytes each time. `--light` and `--size 120x36` give others.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from coach.core.records import CONTACT, Attempt
from coach.engine import Engine, FormName, Place, View
from coach.engine.demo import made_up
from coach.library import Library
from coach.store import MemoryStore
from coach.tui.app import CoachApp
from tests.support import walk
from tests.support.clock import FrozenClock

CHECKOUT = Path(__file__).resolve().parents[1]
FONT_FACES = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)


class Scene(msgspec.Struct, frozen=True):
    """One picture: who, where, and which keys are pressed before it is taken."""

    name: str
    who: Callable[[Engine, FrozenClock], object]
    place: Callable[[Engine], Place | None]
    keys: tuple[str, ...] = ()


def nobody(engine: Engine, clock: FrozenClock) -> None:
    """Somebody who opens Coach for the first time."""


def welcomed(engine: Engine, clock: FrozenClock) -> None:
    """Past the welcome page, nothing answered."""
    engine.save_settings(welcomed=True, country="GB")


def on(route: str) -> Callable[[Engine, FrozenClock], object]:
    """Somebody on one of the five routes, without a ladder."""
    return lambda engine, clock: walk.screened(engine, route)


def climber(engine: Engine, clock: FrozenClock) -> None:
    """Somebody with a ladder who has not asked yet."""
    walk.with_ladder(walk.screened(engine))


def outside(engine: Engine, clock: FrozenClock) -> None:
    """Somebody who is out with an ask."""
    climber(engine, clock)
    walk.out(engine)


def returned(engine: Engine, clock: FrozenClock) -> None:
    """Somebody who has just reflected."""
    climber(engine, clock)
    walk.back(engine, walk.out(engine))


def weeks(engine: Engine, clock: FrozenClock) -> None:
    """The steady one of the made-up people of `coach demo`, with weeks of practice behind her."""
    engine.keeper = MemoryStore(made_up(engine.library, "steady", clock.now()))
    engine.save_settings(country="GB")


def _latest(view: View) -> Callable[[Engine], Place]:
    return lambda engine: Place(view=view, subject=engine.history.of(Attempt)[-1].id)


def _form(name: FormName, subject: str = "") -> Callable[[Engine], Place]:
    return lambda engine: Place(view=View.FORM, form=name, subject=subject)


def _view(view: View, subject: str = "") -> Callable[[Engine], Place]:
    return lambda engine: Place(view=view, subject=subject)


def _step_form(name: FormName) -> Callable[[Engine], Place]:
    def place(engine: Engine) -> Place:
        step = engine.home().step
        assert step is not None
        if name is FormName.BEFORE:
            walk.do(engine, FormName.CHECK_IN, walk.CHECK_IN, step.id)
            walk.do(engine, FormName.COURTESY, walk.COURTESY, step.id)
        elif name is FormName.COURTESY:
            walk.do(engine, FormName.CHECK_IN, walk.CHECK_IN, step.id)
        return Place(view=View.FORM, form=name, subject=step.id)

    return place


def _after(engine: Engine) -> Place:
    return Place(view=View.FORM, form=FormName.AFTER, subject=engine.history.attempts[-1].id)


def _look_back(engine: Engine) -> Place:
    return Place(view=View.FORM, form=FormName.LOOK_BACK, subject=engine.look_backs_due()[0].id)


def _start(engine: Engine) -> None:
    """Wherever Coach opens by itself."""


def _preview(engine: Engine) -> Place:
    return walk.do(engine, FormName.EXPORT, {"format": "html", "latest": 2, "hide": "skip", "safety": "no"})


def _courtesy_stop(engine: Engine) -> Place:
    step = engine.history.steps[0]
    return Place(view=View.COURTESY_STOP, subject=step.id, items=("cc_free",))


SCENES: tuple[Scene, ...] = (
    Scene("01-welcome", nobody, _start),
    Scene("02-country", welcomed, _view(View.COUNTRY), ("u", "n", "i")),
    Scene("03-question", welcomed, _start, ("2", "1", "1")),
    Scene("04-question-number", welcomed, _start, ("2", *"11", *"11111", *"11")),
    Scene("05-check-answers", welcomed, _start, tuple("2" "11" "11111" "11" "222" "2222" "1" "11" "222")),
    *(Scene(f"06-standing-{route.replace('_', '-')}", on(route), _view(View.STANDING)) for route in walk.ROUTES),
    Scene("07-help-now", welcomed, _view(View.HELP_NOW)),
    Scene("08-grounding", welcomed, _view(View.GROUNDING, "five_senses")),
    Scene("09-therapist", on("support_first"), _view(View.THERAPIST)),
    Scene("10-exercises", on("support_first"), _view(View.EXERCISES)),
    Scene("11-ladder-builder", on("ready"), _view(View.LADDER_BUILDER)),
    Scene("12-goals", on("ready"), _form(FormName.GOALS), ("1", "3", "down")),
    Scene("13-pick", on("ready"), _form(FormName.PICK), ("1", "2")),
    Scene("14-rate", climber, lambda e: Place(view=View.FORM, form=FormName.RATE, subject=e.history.steps[2].id)),
    Scene("15-ladder", weeks, _view(View.LADDER)),
    Scene("16-home", weeks, _view(View.HOME)),
    Scene("17-home-new", climber, _view(View.HOME)),
    Scene("18-home-open-attempt", outside, _view(View.HOME)),
    Scene("19-check-in", climber, _step_form(FormName.CHECK_IN)),
    Scene("20-courtesy", climber, _step_form(FormName.COURTESY)),
    Scene("21-courtesy-stop", climber, _courtesy_stop),
    Scene("22-before", climber, _step_form(FormName.BEFORE), tuple("Could I sit here?")),
    Scene("23-out", outside, _latest(View.OUT)),
    Scene("24-after", outside, _after),
    Scene("25-side-by-side", returned, _latest(View.SIDE_BY_SIDE)),
    Scene("26-what-next", returned, _view(View.WHAT_NEXT)),
    Scene("27-thanks", climber, _view(View.THANKS)),
    Scene("28-look-back", weeks, _look_back),
    Scene("29-steps", weeks, _view(View.STEPS)),
    Scene("30-card", climber, _view(View.CARD)),
    Scene("31-review", weeks, _view(View.REVIEW)),
    Scene("32-detail", weeks, _latest(View.DETAIL)),
    Scene("33-insights", weeks, _view(View.INSIGHTS)),
    Scene("33-insights-one", weeks, _view(View.INSIGHTS), ("1",)),
    Scene("34-lessons", weeks, _view(View.LESSONS)),
    Scene("35-settings", climber, _view(View.SETTINGS)),
    Scene("36-keys", climber, _view(View.KEYS)),
    Scene("37-why", welcomed, _view(View.WHY, "rejection")),
    Scene("38-about", welcomed, _view(View.ABOUT, "about")),
    Scene("39-words", climber, _view(View.WORDS)),
    Scene("40-trusted", welcomed, _form(FormName.TRUSTED), tuple("Sam")),
    Scene("41-contact", on("support_first"), _form(FormName.BEFORE, CONTACT)),
    Scene("42-preview", weeks, _preview),
)


async def picture(scene: Scene, library: Library, size: tuple[int, int], theme: str) -> str:
    """One screen as SVG, without the fonts that a viewer would fetch."""
    clock = FrozenClock()
    engine = walk.engine_of(library, clock)
    scene.who(engine, clock)
    app = CoachApp(engine)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        app.animation_level = "none"
        place = scene.place(engine)
        if place is not None:
            app.go(place)
        await pilot.pause()
        if scene.keys:
            await pilot.press(*scene.keys)
        await pilot.pause()
        return FONT_FACES.sub("", app.export_screenshot(title=""))


def pictures(names: list[str], size: tuple[int, int], theme: str) -> Iterator[tuple[str, str]]:
    """Name and SVG of each scene whose name holds one of `names`; all when there are none."""
    library = Library(CHECKOUT / "content")
    for scene in SCENES:
        if not names or any(name in scene.name for name in names):
            yield scene.name, asyncio.run(picture(scene, library, size, theme))


def main(arguments: list[str]) -> None:
    """Write the pictures."""
    theme = "paper" if "--light" in arguments else "dusk"
    width, _, height = (arguments[arguments.index("--size") + 1] if "--size" in arguments else "80x24").partition("x")
    rest = [each for each in arguments if not each.startswith("--") and "x" not in each[2:4]]
    folder = Path(rest[0]) if rest else CHECKOUT / "screenshots"
    folder.mkdir(exist_ok=True)
    for name, svg in pictures(rest[1:], (int(width), int(height)), theme):
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
