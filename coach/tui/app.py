"""The Textual app: opens screens for places, keeps help one key away, and leaves safely."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from time import monotonic
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen

from coach.core.errors import PlainError
from coach.core.records import Step
from coach.core.text import printable
from coach.engine import Engine, FormName, Place, Session, View, ways
from coach.engine.ports import ShutKeeper
from coach.tui.guarded import GuardedApp
from coach.tui.screens.base import CoachScreen
from coach.tui.theme import DUSK, OWN_VARIABLES, PAPER

SCREENS: dict[View, str] = {
    View.WELCOME: "welcome:WelcomeScreen",
    View.FORM: "question:QuestionScreen",
    View.CHECK_ANSWERS: "check_answers:CheckAnswersScreen",
    View.STANDING: "standing:StandingScreen",
    View.HELP_NOW: "help_now:HelpNowScreen",
    View.COUNTRY: "country:CountryScreen",
    View.GROUNDING: "grounding:GroundingScreen",
    View.THERAPIST: "therapist:TherapistScreen",
    View.EXERCISES: "exercises:ExercisesScreen",
    View.LADDER_BUILDER: "ladder_builder:LadderBuilderScreen",
    View.LADDER: "ladder:LadderScreen",
    View.HOME: "home:HomeScreen",
    View.STEPS: "steps:StepsScreen",
    View.CARD: "card:CardScreen",
    View.COURTESY_STOP: "courtesy_stop:CourtesyStopScreen",
    View.OUT: "out:OutScreen",
    View.SIDE_BY_SIDE: "side_by_side:SideBySideScreen",
    View.WHAT_NEXT: "what_next:WhatNextScreen",
    View.THANKS: "thanks:ThanksScreen",
    View.REVIEW: "review:ReviewScreen",
    View.DETAIL: "detail:DetailScreen",
    View.INSIGHTS: "insights:InsightsScreen",
    View.LESSONS: "lessons:LessonsScreen",
    View.SETTINGS: "settings:SettingsScreen",
    View.KEYS: "keys:KeysScreen",
    View.WHY: "why:WhyScreen",
    View.ABOUT: "why:WhyScreen",
    View.WORDS: "words:WordsScreen",
    View.PREVIEW: "preview:PreviewScreen",
}
"""Which class shows each view, as `module:class` of `coach.tui.screens`; read when first needed."""

Opener = Callable[[str], Engine]
"""Opens a locked store with its passphrase. Raises PlainError when it does not fit."""

IDLE_MINUTES = 10
IDLE_CHECK_SECONDS = 5
UNLOCK = "UnlockScreen"


class CoachApp(GuardedApp, inherit_bindings=False):
    """Coach in the terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "coach"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    NOTIFICATION_TIMEOUT = 6
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("exclamation_mark", "help_now", "help now", key_display="!", priority=True),
        Binding("ctrl+q,ctrl+c", "leave", "leave", show=False, priority=True),
        Binding("ctrl+l", "lock", "hide, or lock", show=False, priority=True),
        Binding("f1", "keys", "keys", show=False, priority=True),
    ]

    def __init__(self, engine: Engine, opener: Opener | None = None, folder: str = "") -> None:
        super().__init__()
        self.engine = engine
        self.opener = opener
        self.folder = folder
        self._last_input = monotonic()
        self.register_theme(DUSK)
        self.register_theme(PAPER)
        self.theme = self._theme_name()

    def _theme_name(self) -> str:
        if "NO_COLOR" in os.environ:
            return "ansi-dark"
        chosen = self.engine.settings.theme
        return chosen if chosen in self.available_themes else DUSK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, for themes that do not know them."""
        return OWN_VARIABLES

    def say(self, section: str, name: str, **facts: object) -> str:
        """Shared wording, with facts filled in."""
        return self.engine.library.strings[section][name].format_map(facts)

    def on_mount(self) -> None:
        """Open where somebody stopped, or ask for the passphrase first."""
        self.app_resume_signal.subscribe(self, lambda _: self.action_lock())
        self.set_interval(IDLE_CHECK_SECONDS, self._lock_when_idle)
        if isinstance(self.engine.keeper, ShutKeeper):
            self.push_screen(self._unlock_screen())
        else:
            self.begin()

    def begin(self) -> None:
        """Open where somebody stopped, and tell what there is to tell about the store."""
        self.go(self.engine.start())
        for notice in self.engine.keeper.notices:
            self.tell(notice)
        if self.engine.keeper.read_only:
            self.tell(self.engine.keeper.read_only)

    # -- hiding and locking ------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Any key or touch shows that somebody is there."""
        if isinstance(event, events.InputEvent | events.Paste):
            self._last_input = monotonic()
        await super().on_event(event)

    def _lock_when_idle(self) -> None:
        if monotonic() - self._last_input > IDLE_MINUTES * 60 and self.engine.keeper.encrypted:
            self.action_lock()

    def action_lock(self) -> None:
        """Hide everything at once. With a passphrase the store is closed too, and its key is gone."""
        if type(self.screen).__name__ == UNLOCK:
            return
        self._keep_typed()
        if self.engine.keeper.encrypted and not isinstance(self.engine.keeper, ShutKeeper):
            self.engine.keeper.close()
            self.engine = Engine(self.engine.library, ShutKeeper(), self.engine.clock)
            while len(self.screen_stack) > 1:
                self.pop_screen()
        self.push_screen(self._unlock_screen())

    def unlocked(self, engine: Engine) -> None:
        """The store is open now."""
        self.engine = engine
        self._last_input = monotonic()
        self.theme = self._theme_name()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.begin()

    def _unlock_screen(self) -> Screen[None]:
        found: type[Screen[None]] = getattr(import_module("coach.tui.screens.unlock"), UNLOCK)
        return found()

    # -- going from place to place -----------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Open a place. Opening a form passes the gate; when it stays closed, its sentence is shown."""
        try:
            self._go(place)
        except PlainError as error:
            self.tell(error.plain)

    def _go(self, place: Place) -> None:
        if place.quiet:
            self.tell(self.say("app", "quiet_help"))
        if place.view is View.FORM:
            self.open_form(place)
            return
        screen = self.screen_for(place)
        on_form = isinstance(self.screen, self._class(View.FORM))
        is_passed = on_form or (isinstance(self.screen, CoachScreen) and self.screen.place.view in ways.PASSED)
        if place.view in ways.OVER and len(self.screen_stack) > 1 and not is_passed:
            self.push_screen(screen)
        else:
            self._replace(screen)

    def open_form(self, place: Place, session: Session | None = None) -> None:
        """Open a form at its first open question, in the question screen that is there already if there is one."""
        assert place.form is not None  # noqa: S101
        session = session or self.engine.begin(place.form, place.subject)
        kind = self._class(View.FORM)
        if session.ask is None:
            self.finished(session)
        elif isinstance(self.screen, kind):
            self.screen.open(place, session)  # type: ignore[attr-defined]
        else:
            self._replace(kind(place, session))  # type: ignore[call-arg]

    def passphrase(self) -> None:
        """Choose a passphrase, over whatever is there."""
        found = import_module("coach.tui.screens.passphrase").PassphraseScreen
        self.push_screen(found(Place(view=View.SETTINGS)))

    def aside(self, place: Place) -> None:
        """A form over whatever is there; when it is done one is back at the very same place."""
        assert place.form is not None  # noqa: S101
        session = self.engine.begin(place.form, place.subject)
        self.push_screen(self._class(View.FORM)(place, session, aside=True))  # type: ignore[call-arg]

    def attest(self) -> None:
        """A new check at once, since a professional who knows about this agrees."""
        try:
            session = self.engine.attest()
        except PlainError as error:
            self.tell(error.plain)
        else:
            self.open_form(Place(view=View.FORM, form=FormName.SCREENING), session)

    def _replace(self, screen: Screen[Any]) -> None:
        """One screen on the ground, with nothing over it."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _class(self, view: View) -> type[CoachScreen]:
        module, _, name = SCREENS[view].partition(":")
        found: type[CoachScreen] = getattr(import_module(f"coach.tui.screens.{module}"), name)
        return found

    def screen_for(self, place: Place) -> CoachScreen:
        """The screen that shows a place."""
        return self._class(place.view)(place)

    def over(self, view: View, subject: str = "") -> None:
        """Open a view over whatever is there."""
        self.push_screen(self.screen_for(Place(view=view, subject=subject)))

    def back(self) -> None:
        """One level back: what lies under this screen, else home or where one stands."""
        if len(self.screen_stack) > 2:
            self.pop_screen()
        else:
            self.go(self.engine.onward())

    def practise(self, step_id: str) -> None:
        """Start an attempt at a step, as far as the gate lets it."""
        try:
            place = self.engine.practise(step_id)
        except PlainError as error:
            self.tell(error.plain)
        else:
            self.go(place)

    def edit_step(self, step: Step) -> None:
        """Change the words of a step."""
        session = ways.edited(self.engine, step)
        self.open_form(Place(view=View.FORM, form=FormName.EDIT_STEP, subject=step.id), session)

    def rewrite(self, place: Place) -> None:
        """Go back to the words of an ask that touches a respect rule."""
        session = ways.rewritten(self.engine, place)
        self.open_form(Place(view=View.FORM, form=place.form, subject=session.subject), session)

    def finished(self, session: Session) -> None:
        """A form is done: a screening shows its answers first, unless help comes before everything."""
        if session.name is FormName.SCREENING and self.engine.may_check(session):
            kind = self._class(View.CHECK_ANSWERS)
            self._replace(kind(Place(view=View.CHECK_ANSWERS), session))  # type: ignore[call-arg]
        else:
            self.conclude(session)

    def conclude(self, session: Session, *, aside: bool = False) -> None:
        """Save a form and go where it leads, or back to where one was."""
        try:
            place = self.engine.conclude(session)
        except PlainError as error:
            self.tell(error.plain)
            return
        if aside and place.view is not View.WORDS:
            self.pop_screen()
            if place.quiet:
                self.tell(self.say("app", "quiet_help"))
        else:
            self.go(place)

    # -- what works everywhere ---------------------------------------------------------------------------------

    def action_help_now(self) -> None:
        """Help over whatever is there; pressed again it goes back, and in a text writes the mark itself."""
        kind = self._class(View.HELP_NOW)
        if isinstance(self.screen, kind):
            self.back()
            self.call_after_refresh(self._write_mark)
        elif not any(isinstance(screen, kind) for screen in self.screen_stack):
            self.over(View.HELP_NOW)
        else:
            while not isinstance(self.screen, kind):
                self.pop_screen()

    def _write_mark(self) -> None:
        write = getattr(self.screen, "write", None)
        if write is not None:
            write("!")

    def action_keys(self) -> None:
        """Every key, over whatever is there."""
        if not isinstance(self.screen, self._class(View.KEYS)):
            self.over(View.KEYS)

    def action_leave(self) -> None:
        """Leave safely: what stands in a field is kept first."""
        self.once_typed(self._leave)

    def _leave(self) -> None:
        self._keep_typed()
        self.exit()

    def _keep_typed(self) -> None:
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_typed", None)
            if keep is not None:
                keep()

    def tell(self, text: str) -> None:
        """One quiet line that goes away by itself."""
        self.notify(printable(text), markup=False)
