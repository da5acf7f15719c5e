"""Reading again in plain mode: everything written, found by words and filters; one of it in full; lessons kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import msgspec

from coach.core.bands import Band
from coach.core.dates import long_date
from coach.core.model import SKIP, Category, Channel
from coach.core.records import Change
from coach.core.searching import Ending, Entry, Facet, Query, Shelf, month_end, months, passage
from coach.engine import Place, View
from coach.engine.reviewing import Line, Part, Reviewing
from coach.plain.correcting import correct
from coach.plain.guide import Back, Choice, Frame, Guide, Next, capital

SHOWN = 8
"""Entries told at once."""

LAST_DAYS = (7, 30, 90)
ANY = "any"
KINDS = {Facet.ENDING: Ending, Facet.BAND: Band, Facet.CATEGORY: Category, Facet.CHANNEL: Channel}


@dataclass
class Finding:
    """What one looks for in review, and how far down the list one is."""

    query: Query
    first: int = 0


def reviewing_of(guide: Guide) -> Reviewing:
    """One for the whole time, so that what was deleted can be brought back."""
    if guide.reviewing is None:
        guide.reviewing = Reviewing(guide.engine)
    return guide.reviewing


def review(guide: Guide, frame: Frame) -> Next:
    """A few entries at a time, newest first; one of them to read, or something else to look for."""
    reviewing = reviewing_of(guide)
    if not isinstance(frame.kept, Finding):
        frame.kept = Finding(Query(text=frame.place.subject))
    finding = frame.kept
    found = reviewing.find(finding.query)
    if not reviewing.shelf and not reviewing.may_undo:
        guide.page(guide.say("review", "title"), guide.say("review", "empty"))
        guide.wait()
    count = _count(guide, finding.query, len(found))
    guide.page(f"{guide.say('review', 'title')}: {count}", _looking(guide, finding.query))
    guide.tell("" if found else _nothing(guide, finding.query))
    shown = found[finding.first: finding.first + SHOWN]
    choices = [_entry(guide, entry, finding.query.text) for entry in shown]
    try:
        chosen = guide.pick([*choices, *_others(guide, finding, found)])
    except Back:
        if finding.query.is_empty:
            raise
        chosen = "everything"
    match chosen:
        case "search":
            typed = guide.read(guide.plain("searching"))
            finding.query, finding.first = msgspec.structs.replace(finding.query, text=typed or ""), 0
        case "filter":
            finding.query, finding.first = _filtered(guide, finding.query), 0
        case "everything":
            finding.query, finding.first = Query(), 0
        case "older" | "newer":
            finding.first += SHOWN if chosen == "older" else -SHOWN
        case "undo":
            undo(guide)
        case "back":
            raise Back
        case _:
            return Frame(Place(view=View.DETAIL, subject=chosen))
    return None


def _count(guide: Guide, query: Query, found: int) -> str:
    total = len(reviewing_of(guide).shelf)
    if query.is_empty:
        return guide.say("review", "count_all", count=total)
    return guide.say("review", "count_some", found=found, count=total)


def _nothing(guide: Guide, query: Query) -> str:
    if not reviewing_of(guide).shelf:
        return guide.say("review", "empty")
    day = query.on_day
    is_only_day = day is not None and msgspec.structs.replace(query, on_day=None).is_empty
    return guide.say("review", "none_day", day=day.day) if day and is_only_day else guide.say("review", "none")


def _entry(guide: Guide, entry: Entry, text: str) -> Choice:
    said = passage(entry, text)
    return Choice(value=entry.id, label=_from(guide, entry), note=f"“{said}”" if said and entry.kept else said)


def _from(guide: Guide, entry: Entry) -> str:
    """Day, ending and title."""
    date, ending = long_date(entry.at.date()), ending_words(guide, entry)
    return guide.plain("entry", date=date, ending=ending, title=entry.title)


def ending_words(guide: Guide, entry: Entry) -> str:
    """How an entry ended, in a word or two."""
    strings, name = guide.engine.library.strings, entry.ending.value
    return strings["outcome"].get(name) or strings["review"][name]


def _others(guide: Guide, finding: Finding, found: Shelf) -> list[Choice]:
    """What can be done besides reading one."""
    reviewing = reviewing_of(guide)
    names = ["search", "filter"] if reviewing.shelf else []
    names += [] if finding.query.is_empty else ["everything"]
    names += ["older"] if finding.first + SHOWN < len(found) else []
    names += ["newer"] if finding.first else []
    names += ["undo"] if reviewing.may_undo else []
    return guide.choices(*names, "back", group=guide.plain("or") if found else "")


def undo(guide: Guide) -> None:
    """Bring back what was deleted last."""
    back = reviewing_of(guide).undo()
    if back is not None:
        guide.tell(guide.say("review", "undone", title=back.title))


# -- filters -------------------------------------------------------------------------------------------------


def _looking(guide: Guide, query: Query) -> str:
    """What one looks for, in words; empty when it is everything."""
    parts = [f"“{query.text}”"] if query.text.strip() else []
    parts += [_value(guide, facet, value) for facet in Facet if (value := getattr(query, facet.value))]
    if query.since is not None:
        today = guide.engine.now().date()
        last = guide.say("review", f"days_{(today - query.since).days + 1}") if query.until is None else ""
        parts.append(last or f"{query.since:%B %Y}")
    parts += [guide.say("review", "chip_kept")] if query.kept else []
    parts += [guide.plain("on_day")] if query.on_day else []
    return guide.plain("looking_for", words=", ".join(parts)) if parts else ""


def _value(guide: Guide, facet: Facet, value: str) -> str:
    if facet is Facet.BAND:
        return Band(value).title
    if facet is Facet.ENDING:
        strings = guide.engine.library.strings
        return strings["outcome"].get(value) or strings["review"][value]
    return guide.engine.library.advice.names.get(value, value)


def _filtered(guide: Guide, query: Query) -> Query:
    """The query with one more filter, or one less."""
    facets = [Choice(value=facet.value, label=guide.say("review", facet.value)) for facet in Facet]
    name = guide.pick([
        *facets,
        Choice(value="time", label=guide.say("review", "time")),
        Choice(value="kept", label=capital(guide.say("lessons", "title"))),
        Choice(value="on_day", label=guide.plain("on_day")),
    ])
    today = guide.engine.now().date()
    match name:
        case "kept":
            return msgspec.structs.replace(query, kept=not query.kept)
        case "on_day":
            return msgspec.structs.replace(query, on_day=None if query.on_day else today)
        case "time":
            return _timed(guide, query, today)
    facet = Facet(name)
    counted = reviewing_of(guide).counted(query, facet)
    value = guide.pick([
        Choice(value=ANY, label=guide.say("review", "any")),
        *(Choice(value=value, label=f"{_value(guide, facet, value)}: {count}") for value, count in counted),
    ])
    if facet is Facet.FEELING:
        return msgspec.structs.replace(query, feeling="" if value == ANY else value)
    return msgspec.structs.replace(query, **{facet.value: None if value == ANY else KINDS[facet](value)})


def _timed(guide: Guide, query: Query, today: dt.date) -> Query:
    value = guide.pick([
        Choice(value=ANY, label=guide.say("review", "any")),
        *(Choice(value=f"{days} days", label=guide.say("review", f"days_{days}")) for days in LAST_DAYS),
        *(
            Choice(value=first.isoformat(), label=f"{first:%B %Y}: {count}")
            for first, count in months(reviewing_of(guide).shelf, query)
        ),
    ])
    if value == ANY:
        return msgspec.structs.replace(query, since=None, until=None)
    if value.endswith(" days"):
        since = today - dt.timedelta(days=int(value.split()[0]) - 1)
        return msgspec.structs.replace(query, since=since, until=None)
    first = dt.date.fromisoformat(value)
    return msgspec.structs.replace(query, since=first, until=month_end(first))


# -- one of it -----------------------------------------------------------------------------------------------


def detail(guide: Guide, frame: Frame) -> Next:
    """Everything that was written about one attempt, or in one exercise."""
    reviewing, subject = reviewing_of(guide), frame.place.subject
    entry = reviewing.get(subject)
    parts = () if entry.log else reviewing.parts(subject, skipped=bool(frame.kept))
    if not frame.at:
        _tell_all(guide, entry, parts)
        frame.at = 1
    guide.gap()
    names = ["sides", "step", "correct", "not_left_out" if frame.kept else "left_out"] if entry.story else []
    chosen = guide.pick(guide.choices(*names, "delete", "back"))
    match chosen:
        case "correct":
            return correct(guide, reviewing, _all_lines(reviewing.parts(subject, skipped=True)))
        case "delete":
            guide.tell(guide.plain("deleted", title=reviewing.delete(subject).title))
            guide.back()
        case "sides":
            return Frame(Place(view=View.SIDE_BY_SIDE, subject=subject))
        case "step":
            if (step := reviewing.step_of(subject)) is not None:
                return Frame(Place(view=View.LADDER), kept=step.id)
            guide.tell(guide.say("review", "no_step"))
        case "left_out" | "not_left_out":
            frame.kept, frame.at = None if frame.kept else True, 0
        case _:
            raise Back
    return None


def _tell_all(guide: Guide, entry: Entry, parts: tuple[Part, ...]) -> None:
    told = [long_date(entry.at.date()), ending_words(guide, entry)]
    if entry.band is not None and entry.story is not None:
        told.append(f"{entry.band.title}, {entry.story.attempt.rating}")
    guide.page(entry.title, f"{', '.join(told)}.", entry.log.text if entry.log else "")
    for part in parts:
        guide.gap()
        guide.tell(f"{capital(guide.say('review', part.name))}, {_when(part.at)}:")
        for line in part.lines:
            guide.tell(f"{line.label}: {_answer(line)}")
            guide.tell(*(_trail(guide, change) for change in reversed(line.changes)))


def _all_lines(parts: tuple[Part, ...]) -> list[Line]:
    return [line for part in parts for line in part.lines]


def _answer(line: Line) -> str:
    return line.answer if line.value is None or line.high == 100 else f"{line.value} of {line.high}"


def _trail(guide: Guide, change: Change) -> str:
    old = change.old
    if old is None or old == SKIP:
        old = guide.say("review", "skipped")
    words = ", ".join(old) if isinstance(old, tuple) else old
    return guide.say("review", "corrected", date=_when(change.at), old=words)


def _when(at: dt.datetime) -> str:
    return f"{long_date(at.date())}, {at:%H:%M}"


# -- lessons -------------------------------------------------------------------------------------------------


def lessons(guide: Guide, frame: Frame) -> Next:
    """The lessons that were kept, newest first; one of them to read where it came from."""
    found = reviewing_of(guide).find(Query(kept=True, text=frame.kept if isinstance(frame.kept, str) else ""))
    has_any = bool(reviewing_of(guide).find(Query(kept=True)))
    title = guide.say("lessons", "title")
    if found:
        guide.page(f"{title}: {guide.say('lessons', 'count', count=len(found))}")
    else:
        guide.page(title, guide.say("review", "none") if has_any else guide.say("lessons", "empty"))
    choices = [Choice(value=entry.id, label=f"“{entry.lesson}”", note=_from(guide, entry)) for entry in found]
    names = ["search"] if has_any else []
    names += ["everything"] if frame.kept else []
    chosen = guide.pick([*choices, *guide.choices(*names, "back", group=guide.plain("or"))])
    if chosen == "back":
        raise Back
    if chosen in ("search", "everything"):
        frame.kept = guide.read(guide.plain("searching")) if chosen == "search" else None
        return None
    return Frame(Place(view=View.DETAIL, subject=chosen))
