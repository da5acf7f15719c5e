"""Building and changing *my ladder*: proposals, cards, asks of one's own, retiring and bringing back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from coach.core import ladder, proposals
from coach.core.model import Challenge, Channel
from coach.core.proposals import Proposal
from coach.core.records import Change, Rating, Step

if TYPE_CHECKING:
    from coach.engine import Engine

PROPOSALS = 14
DRAWS = 5
"""Times a card is drawn again when the one put back comes up."""


class Builder:
    """The part of the engine that changes the ladder. Steps are retired and words keep a trail: nothing is lost."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._draws = 0
        self._card: Challenge | None = None

    def proposals(self, count: int = PROPOSALS) -> tuple[Proposal, ...]:
        """Challenges that fit the goals, fears and channels, without those that are on the ladder."""
        library, settings, taken = self._engine.library, self._engine.settings, self._taken()
        seed, themes = len(self._engine.history.steps), (*library.goals.themes, *library.fears.themes)
        found = proposals.propose(
            library.challenges, msgspec.structs.replace(settings, vetoed=()), taken, count=count, seed=seed,
            themes=themes,
        )
        # One by one, so that a veto changes the proposal it is about and leaves the others where they are.
        for vetoed in settings.vetoed:
            if any(each.challenge.id == vetoed for each in found):
                found = proposals.replace(
                    found, vetoed, library.challenges, settings, taken, seed=seed, themes=themes
                )
        return found

    def replace(self, challenge_id: str) -> tuple[Proposal, ...]:
        """Never propose this challenge again: the proposals with another in its place, the others unchanged."""
        self.veto(challenge_id)
        return self.proposals()

    def gaps(self) -> tuple[tuple[ladder.Gap, Challenge | None], ...]:
        """Neighbours over 25 points apart, each with a challenge that could stand between."""
        engine = self._engine
        return tuple(
            (gap, proposals.fill_gap(gap, engine.library.challenges, engine.settings, self._taken()))
            for gap in ladder.gaps(ladder.active(engine.history))
        )

    def draw_card(self) -> Challenge | None:
        """One respectful challenge from the open bands, another at each call; None when there is none."""
        engine, before = self._engine, self._card
        for _ in range(DRAWS):
            self._draws += 1
            self._card = proposals.draw_card(
                engine.library.challenges, engine.history, engine.open_bands(),
                seed=len(engine.history.attempts) * 1000 + self._draws,
            )
            if self._card != before:
                break
        return self._card

    def add(self, challenge: Challenge, rating: int | None = None) -> Step:
        """Put a challenge on the ladder; without a rating it waits for one."""
        step = self.step_from(challenge, rating)
        self._engine.commit([step])
        return step

    def step_from(self, challenge: Challenge, rating: int | None = None) -> Step:
        """A challenge as a step, not saved yet."""
        at = self._engine.stamp()
        return Step(
            id=self._engine.new_id(), at=at, title=challenge.title, what=challenge.what, say=challenge.say,
            challenge=challenge.id, category=challenge.category, channel=challenge.channels[0],
            ratings=() if rating is None else (Rating(at=at, value=rating),),
        )

    def edited(self, old: Step | None, *, title: str, say: str, channel: Channel | None) -> Step:
        """A step of one's own, or one with its words changed; the old words stay in the trail. Not saved yet."""
        at = self._engine.stamp()
        if old is None:
            return Step(id=self._engine.new_id(), at=at, title=title, say=say, channel=channel)
        changes = [
            Change(item=name, old=before, new=after, at=at)
            for name, before, after in (
                ("title", old.title, title), ("say", old.say, say), ("channel", old.channel, channel or old.channel)
            )
            if before != after and after is not None
        ]
        return msgspec.structs.replace(
            old, title=title, say=say, channel=channel or old.channel, changes=(*old.changes, *changes)
        )

    def set_retired(self, step_id: str, retired: bool) -> None:
        """Take a step off the ladder, or bring it back. Its history stays."""
        engine = self._engine
        engine.commit([msgspec.structs.replace(engine.step(step_id), retired=retired)])

    def veto(self, challenge_id: str) -> None:
        """Never propose this challenge again."""
        engine = self._engine
        if challenge_id not in engine.settings.vetoed:
            engine.save_settings(vetoed=(*engine.settings.vetoed, challenge_id))

    def _taken(self) -> tuple[str, ...]:
        return tuple(step.challenge for step in self._engine.history.steps if step.challenge)
