"""Finding what was written: filters and words over everything saved, fast enough to run at every typed letter.

Everything is put on a shelf once, newest first; a query then only compares.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

import msgspec

from coach.core.bands import Band, band_of
from coach.core.model import SKIP, Category, Channel
from coach.core.records import ExerciseLog, History, Stage, Step
from coach.core.reflection import Story, stories, text

FIRST_LINES = ("happened", "feared", "ask")
"""What stands for an attempt without a lesson: the first of these that was written."""

_FEELINGS = re.compile(r"[,;/\n.]| and | but | then |&")
_MARKS = re.compile("[\u0300-\u036f]")
"""Accents, once they stand apart from their letters."""

_APART = 40
"""Letters shown before a match."""


class Ending(StrEnum):
    """How an entry ended: an outcome, still open, let go before anybody was asked, or no attempt at all."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    NO_ANSWER = "no_answer"
    NOT_ASKED = "not_asked"
    STOPPED = "stopped"
    OPEN = "open"
    DROPPED = "dropped"
    EXERCISE = "exercise"


class Facet(StrEnum):
    """What entries can be told apart by, one value each or several feelings; the names are fields of `Query`."""

    ENDING = "ending"
    BAND = "band"
    CATEGORY = "category"
    CHANNEL = "channel"
    FEELING = "feeling"


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What to look for; everything left out matches. All that is given has to hold.

    Every word of `text` has to occur in what was written. `since` and `until` are days, both included.
    `on_day` asks for entries of the same day of the month in earlier months and years.
    """

    text: str = ""
    ending: Ending | None = None
    band: Band | None = None
    category: Category | None = None
    channel: Channel | None = None
    feeling: str = ""
    kept: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
    on_day: dt.date | None = None

    @property
    def is_empty(self) -> bool:
        """True when it matches everything."""
        return not self.text.strip() and self.is_only_text

    @property
    def is_only_text(self) -> bool:
        """True when it has no filter, only words or nothing at all."""
        return msgspec.structs.replace(self, text="") == Query()


class Entry(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One thing to read again: an attempt with all that was written about it, or an exercise with its text.

    What only a search needs is made when it is first looked at. `picked` are items whose answers are no text.
    """

    id: str
    at: dt.datetime
    title: str
    ending: Ending
    band: Band | None = None
    category: Category | None = None
    channel: Channel | None = None
    kept: bool = False
    story: Story | None = None
    log: ExerciseLog | None = None
    picked: Collection[str] = ()

    @property
    def lesson(self) -> str:
        """The line written as a lesson, kept or not."""
        return text(self.story.after, "lesson") if self.story else ""

    @property
    def first_line(self) -> str:
        """The line that says most: the lesson, else what happened, what was feared, the ask, or the text."""
        if self.story is None:
            return self.written[0] if self.written else ""
        found = (text(self.story.after, name) or text(self.story.before, name) for name in FIRST_LINES)
        return self.lesson or next((line for line in found if line), "")

    @cached_property
    def written(self) -> tuple[str, ...]:
        """Everything in the person's own words, in the order asked."""
        if self.story is None:
            return (self.log.text,) if self.log else ()
        later = self.story.look_back.answers if self.story.look_back else {}
        found: list[str] = []
        for answers in (self.story.before, self.story.after, later):
            found += [
                value for item, value in answers.items()
                if value.__class__ is str and value != SKIP and item not in self.picked
            ]
        return tuple(found)

    @cached_property
    def folded(self) -> str:
        """What words are looked up in."""
        return folded("\n".join((self.title, *self.written)))

    @cached_property
    def feelings(self) -> tuple[str, ...]:
        """The feelings, each folded and once."""
        return feelings(text(self.story.after, "feelings")) if self.story else ()


Shelf = tuple[Entry, ...]
"""All entries, newest first."""


def shelved(history: History, picked: Collection[str] = (), exercises: Mapping[str, str] | None = None) -> Shelf:
    """Everything there is to read. `picked` are items answered by picking, whose answers are no text.

    `exercises` gives the titles of exercises by id; a log without text has nothing to read and is left out.
    """
    steps = {step.id: step for step in history.steps}
    found = [_from_story(each, steps.get(each.attempt.step), picked) for each in stories(history)]
    found += [_from_log(log, exercises or {}) for log in history.exercise_logs if log.text.strip()]
    return tuple(sorted(found, key=lambda entry: entry.at, reverse=True))


def _from_story(story: Story, step: Step | None, picked: Collection[str]) -> Entry:
    attempt, after = story.attempt, story.after
    return Entry(
        id=attempt.id,
        at=attempt.at,
        title=attempt.step_title,
        ending=_ending(story),
        band=None if story.is_contact else band_of(attempt.rating),
        category=step.category if step else None,
        channel=step.channel if step else None,
        kept=after.get("keep") == "yes" and bool(text(after, "lesson")),
        story=story,
        picked=picked,
    )


def _from_log(log: ExerciseLog, titles: Mapping[str, str]) -> Entry:
    title = titles.get(log.exercise, log.exercise)
    return Entry(id=log.id, at=log.at, title=title, ending=Ending.EXERCISE, log=log)


def _ending(story: Story) -> Ending:
    if story.outcome is not None:
        return Ending(story.outcome.value)
    return Ending.DROPPED if story.attempt.stage is Stage.DROPPED else Ending.OPEN


def feelings(words: str) -> tuple[str, ...]:
    """The feelings in a few words, such as `proud, a bit flat`, each folded and once."""
    parts = (" ".join(part.split()) for part in _FEELINGS.split(folded(words)))
    return tuple(dict.fromkeys(part for part in parts if part))


def folded(words: str) -> str:
    """The words without case, accents and kinds of apostrophe, so that they are found however they are typed."""
    words = words.casefold().replace("’", "'")
    return words if words.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", words))


def find(shelf: Sequence[Entry], query: Query) -> Shelf:
    """What matches, in the order given."""
    found: Sequence[Entry] = shelf
    if query.text.strip():
        for word in sorted(folded(query.text).split(), key=len, reverse=True):
            found = [entry for entry in found if word in entry.folded]
    if query.is_only_text:
        return tuple(found)
    return tuple(entry for entry in found if _fits(entry, query))


def _fits(entry: Entry, query: Query) -> bool:
    day = entry.at.date()
    return (
        query.ending in (None, entry.ending)
        and query.band in (None, entry.band)
        and query.category in (None, entry.category)
        and query.channel in (None, entry.channel)
        and (not query.feeling or query.feeling in entry.feelings)
        and (entry.kept or not query.kept)
        and (query.since is None or day >= query.since)
        and (query.until is None or day <= query.until)
        and (query.on_day is None or (day.day == query.on_day.day and day < query.on_day))
    )


def counted(shelf: Sequence[Entry], query: Query, facet: Facet) -> tuple[tuple[str, int], ...]:
    """The values a facet can take with the rest of the query as it is, and how many entries each has.

    Closed sets come in their own order, feelings most frequent first.
    """
    rest = find(shelf, msgspec.structs.replace(query, **{facet.value: "" if facet is Facet.FEELING else None}))
    if facet is Facet.FEELING:
        felt = Counter(feeling for entry in rest for feeling in entry.feelings)
        return tuple(sorted(felt.items(), key=lambda pair: (-pair[1], pair[0])))
    found = Counter(value for entry in rest if (value := getattr(entry, facet.value)) is not None)
    kind: type[StrEnum] = _KINDS[facet]
    return tuple((value.value, found[value]) for value in kind if found[value])


_KINDS: dict[Facet, type[StrEnum]] = {
    Facet.ENDING: Ending, Facet.BAND: Band, Facet.CATEGORY: Category, Facet.CHANNEL: Channel,
}


def months(shelf: Sequence[Entry], query: Query) -> tuple[tuple[dt.date, int], ...]:
    """The months with entries that fit the rest of the query, as their first days, and how many; newest first."""
    rest = find(shelf, msgspec.structs.replace(query, since=None, until=None))
    found = Counter(entry.at.date().replace(day=1) for entry in rest)
    return tuple(sorted(found.items(), reverse=True))


def month_end(first: dt.date) -> dt.date:
    """The last day of the month that begins on this day."""
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def passage(entry: Entry, query: str) -> str:
    """What to show below the title: the first line, or the text around the first word that was looked for."""
    wanted = folded(query).split()
    for words in (entry.first_line, *entry.written) if wanted else ():
        where = folded(words)
        at = min((place for word in wanted if (place := where.find(word)) >= 0), default=-1)
        if at >= 0:
            # Folding may change lengths; then the start of the text is shown.
            start = at - _APART if len(where) == len(words) and at > _APART else 0
            cut = words.find(" ", start) + 1 if start else 0
            return f"… {words[cut:]}" if cut else words
    return entry.first_line
