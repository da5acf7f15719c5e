"""Insights in plain mode: each as its sentence, and on request a few lines of figures in place of a picture."""

from __future__ import annotations

from collections import Counter

from coach.core.charts import Topic, charts
from coach.core.dates import long_date
from coach.core.insight import REASON_KINDS
from coach.core.insight import insights as found_in
from coach.core.insight_shapes import Groups, Insights
from coach.core.reflection import stories
from coach.engine import Place, View
from coach.plain.guide import Back, Choice, Frame, Guide, Next


def insights(guide: Guide, frame: Frame) -> Next:
    """Every sentence; one of them with its figures."""
    engine = guide.engine
    strings, names = engine.library.strings["insights"], engine.library.advice.names
    found = found_in(engine.history)
    every = {chart.topic: chart for chart in charts(found, stories(engine.history), strings, names)}
    topic = Topic(frame.place.subject) if frame.place.subject in set(Topic) else None
    if topic is not None:
        guide.page(_title(guide, topic))
        guide.tell(*(engine.library.advice.say(sentence) for sentence in every[topic].sentences))
        guide.tell(*_figures(guide, found, topic))
        guide.wait()
    guide.page(guide.say("insights", "title"), "" if frame.at else guide.say("insights", "lead"))
    first = {each: engine.library.advice.say(every[each].sentences[0]) for each in Topic}
    notes = {} if frame.at else first
    frame.at = 1
    topics = [Choice(value=each.value, label=_title(guide, each), note=notes.get(each, "")) for each in Topic]
    chosen = guide.pick([*topics, *guide.choices("page_review", "back", group=guide.plain("or"))])
    if chosen == "back":
        raise Back
    if chosen.startswith("page_"):
        return Place(view=View(chosen.removeprefix("page_")))
    return Frame(Place(view=View.INSIGHTS, subject=chosen))


def _title(guide: Guide, topic: Topic) -> str:
    return guide.say("insights", f"{topic.value}_title")


def _figures(guide: Guide, found: Insights, topic: Topic) -> list[str]:
    """What the picture of a topic shows, one line a row; nothing while there are too few."""
    match topic:
        case Topic.YES if not found.calibration.few:
            return [
                guide.plain("bin", low=row.low, high=row.high, asks=_asks(guide, row.count), came=row.came)
                for row in found.calibration.bins if row.count
            ]
        case Topic.FEARED if not found.feared.few:
            counts = (found.feared.not_happened, found.feared.partly, found.feared.happened)
            names = ("fear_no", "fear_partly", "fear_yes")
            return [
                _share(guide, name, count, found.feared.count) for name, count in zip(names, counts, strict=True)
            ]
        case Topic.CHANGE if not found.change.few:
            return [
                guide.plain("change_row", title=row.title, before=row.points[0].before, after=row.points[-1].after)
                for row in found.change.steps
            ]
        case Topic.TENSION if not found.tension.few:
            values = {"before": found.tension.before, "peak": found.tension.peak, "now": found.tension.now}
            return [f"{guide.say('insights', f'tension_{name}')}: {value}." for name, value in values.items()]
        case Topic.REASONS if not found.reasons.few:
            total = sum(found.reasons.kinds.values())
            return [_share(guide, f"reason_{kind}", found.reasons.kinds[kind], total) for kind in REASON_KINDS]
        case Topic.CATEGORY:
            return _groups(guide, found.by_category)
        case Topic.CHANNEL:
            return _groups(guide, found.by_channel)
        case Topic.DAYS:
            return _days(guide)
        case Topic.LESSONS:
            return [f"“{row.text}” {long_date(row.at.date())}, {row.title}." for row in found.lessons.rows]
    return []


def _share(guide: Guide, name: str, count: int, total: int) -> str:
    return f"{guide.say('insights', name)}: {guide.say('insights', 'times', count=count, total=total)}."


def _asks(guide: Guide, count: int) -> str:
    return guide.say("insights", "asks_one" if count == 1 else "asks", count=count)


def _groups(guide: Guide, found: Groups) -> list[str]:
    names = guide.engine.library.advice.names
    return [] if found.few else [
        guide.plain("group_row", name=names.get(row.name, row.name), made=row.made, planned=row.planned, yes=row.yes)
        for row in found.rows
    ]


def _days(guide: Guide) -> list[str]:
    told = stories(guide.engine.history)
    days = sorted({each.attempt.at.date() for each in told if each.reflection is not None})
    months = Counter(day.replace(day=1) for day in days)
    return [f"{first:%B %Y}: {count}." for first, count in months.items()]
