"""Each day in plain mode: home, out you go, side by side, what next."""

from __future__ import annotations

from coach.core import ladder, reflection
from coach.core.dates import long_date
from coach.core.reflection import SideBySide, text
from coach.engine import FormName, Home, Place, View, telling, ways
from coach.plain.asks import tell_prose
from coach.plain.guide import Back, Choice, Frame, Guide, Left, Next, ended

PAGES = ("ladder", "review", "insights", "lessons", "exercises", "contact", "settings", "about", "keys")
"""What home leads to besides practice; each can be typed as a word."""


def home(guide: Guide, frame: Frame) -> Next:
    """May I practise today, what is my next step, where am I on the ladder, what did I last learn."""
    engine, now = guide.engine, guide.engine.home()
    days = guide.say("home", "days", days=now.days) if now.days else ""
    told = [*_may(guide, now), *_next(guide, now), *_ladder(guide, now), *_lesson(guide, now)]
    guide.page(f"{days}." if days else guide.say("app", "name"))
    if told != frame.kept:
        guide.tell(*told)
        frame.kept = told
    first = [Choice(value=way.name, label=way.label) for way in ways.home_ways(engine, now)]
    shown = [*first, Choice(value="pages", label=guide.plain("pages"))]
    names = [way.value for way in first]
    words = [Choice(value=name, label=name) for name in PAGES if name not in names]
    chosen = guide.pick(
        [*shown, *words], silent=len(words), why=lambda: tell_advice(guide), stay=guide.plain("no_back"),
        again=lambda: guide.tell(*told),
    )
    if chosen == "pages":
        return _pages(guide)
    return ways.follow_home(engine, chosen)


def _pages(guide: Guide) -> Next:
    try:
        chosen = guide.pick(guide.choices(*(f"page_{name}" for name in PAGES)))
    except Back:
        return None
    return ways.follow_home(guide.engine, chosen.removeprefix("page_"))


def _may(guide: Guide, now: Home) -> list[str]:
    steady = "" if now.steady is None else guide.say("home", "steady", steady=now.steady)
    return [telling.tell_may(guide.engine), f"{steady.capitalize()}." if steady else ""]


def _next(guide: Guide, now: Home) -> list[str]:
    """The open attempt first; else the next step with its advice."""
    if now.open_attempt is not None:
        asked = f"{guide.say('home', 'open_attempt')} {ended(now.open_attempt.step_title)}"
        return [asked, guide.say("home", "open_attempt_hint")]
    if now.step is None:
        told = [guide.say("home", "no_step")]
    else:
        rated = guide.plain("rated", band=ladder.band_of(now.step.rating or 0).title, rating=now.step.rating)
        told = [guide.headed("home", "next", f"{ended(now.step.title)} {rated}.")]
    if now.advice is not None:
        advice = telling.tell_advice(guide.engine, now.advice)
        told += [advice.words or advice.because[0], guide.plain("advice_more")]
    return told


def _ladder(guide: Guide, now: Home) -> list[str]:
    """A line a band that has steps, and where one is."""
    here = now.advice.band if now.advice is not None else None
    told = [guide.headed("home", "ladder")]
    for band, steps in now.bands:
        marks = [mark for _, mark in steps]
        if marks:
            parts = [guide.plain("steps_one" if len(marks) == 1 else "steps", count=len(marks))]
            for mark in dict.fromkeys(marks):
                parts += [] if mark == "open" else [f"{marks.count(mark)} {guide.plain(f'mark_{mark}')}"]
            line = f"{band.title}: {', '.join(parts)}."
            told.append(f"{line} {guide.plain('ladder_here')}" if band is here else line)
    empty = [band.title for band, steps in now.bands if not steps]
    return [*told, guide.plain("ladder_none", bands=", ".join(empty)) if empty else ""]


def _lesson(guide: Guide, now: Home) -> list[str]:
    if now.lesson is None:
        return [guide.say("home", "no_lesson")]
    lesson = guide.headed("home", "lesson", f"“{text(now.lesson.answers, 'lesson')}”")
    return [lesson, ended(f"{long_date(now.lesson.at.date())}, {now.lesson_from}")]


def out(guide: Guide, frame: Frame) -> Next:
    """The ask to take along; later, how it went."""
    engine, subject = guide.engine, frame.place.subject
    attempt = engine.attempt(subject)
    guide.page(f"{guide.say('out', 'title')}: {attempt.step_title}")
    guide.head("out", "ask", f"“{text(attempt.before, 'ask')}”")
    if text(attempt.before, "exit_line"):
        guide.head("out", "exit", f"“{text(attempt.before, 'exit_line')}”")
    guide.tell(*(guide.say("out", name) for name in ("rules", "close", "not_asking")))
    chosen = guide.pick([
        Choice(value="after", label=guide.say("home", "open_attempt")),
        Choice(value="not_going", label=guide.say("out", "not_going")),
        Choice(value="leave", label=guide.say("out", "leave")),
    ])
    match chosen:
        case "after":
            return Place(view=View.FORM, form=FormName.AFTER, subject=subject)
        case "not_going":
            engine.drop_attempt(subject)
            return Place(view=View.THANKS)
    raise Left


def side_by_side(guide: Guide, frame: Frame) -> Next:
    """Prediction and result of one attempt, and what comes next."""
    engine, subject = guide.engine, frame.place.subject
    story = engine.story(subject)
    side = reflection.side_by_side(story)
    outcome = f", {guide.say('outcome', story.outcome)}" if story.outcome else ""
    guide.page(f"{guide.say('side', 'title')}: {story.attempt.step_title}{outcome}")
    _sides(guide, side)
    guide.tell(" ".join(engine.library.advice.say(sentence) for sentence in side.sentences))
    if engine.standing().is_open:
        advice = telling.tell_advice(engine, engine.advice())
        guide.head("side", "next", f"{advice.title}. {advice.words}")
        guide.tell(" ".join(advice.because), guide.plain("advice_more"))
    home = Choice(value="onward", label=guide.say("actions", "home"))
    chosen = guide.pick([home, *guide.choices("read_all", "my_ladder")], why=lambda: tell_advice(guide))
    match chosen:
        case "read_all":
            return Frame(Place(view=View.DETAIL, subject=subject))
        case "my_ladder":
            return Place(view=View.LADDER)
    return engine.onward()


def _sides(guide: Guide, side: SideBySide) -> None:
    def of_100(name: str, value: int | None) -> str:
        told = guide.plain("no_answer") if value is None else guide.plain("of_100", value=value)
        return f"{guide.say('side', name)}: {told}"

    def came(words: str) -> str:
        return f"{guide.say('side', 'happened')}: {words or guide.plain('no_answer')}"

    def line(name: str, *parts: str) -> str:
        return f"{guide.say('side', name)}. {capital_each(parts)}"

    outcome = guide.say("outcome", side.outcome) if side.outcome else ""
    happened = guide.say("feared", side.feared_happened) if side.feared_happened else ""
    later = [of_100("later", side.p_feared_later)] if side.p_feared_later is not None else []
    feared = f"{guide.say('side', 'feared')}: “{side.feared}”" if side.feared else guide.say("side", "feared")
    parts = (of_100("expected", side.p_feared), came(happened), of_100("again", side.p_feared_after), *later)
    guide.tell(f"{feared}. {capital_each(parts)}")
    guide.tell(line("yes", of_100("expected", side.p_yes), came(outcome)))
    cost = "" if side.cost_after is None else guide.plain("of_100", value=side.cost_after)
    guide.tell(line("cost", of_100("expected", side.cost), came(cost)))
    felt = {"before": side.tension_before, "peak": side.tension_peak, "now": side.tension_now}
    tension = ", ".join(f"{guide.say('side', name)} {value}" for name, value in felt.items() if value is not None)
    guide.tell(f"{guide.say('side', 'tension')}: {tension or guide.plain('no_answer')}.")


def capital_each(parts: tuple[str, ...]) -> str:
    """The parts as short sentences."""
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts)


def what_next(guide: Guide, frame: Frame) -> Next:
    """What next, and by which rules."""
    guide.page(guide.plain("what_next"))
    tell_advice(guide)
    guide.wait()
    return None


def tell_advice(guide: Guide) -> None:
    """The advice, its reasons, and the page about its rule."""
    engine = guide.engine
    if not engine.standing().is_open:
        guide.tell(telling.tell_standing(engine).lead)
        return
    told = telling.tell_advice(engine, engine.advice())
    guide.tell(f"{told.title}. {told.words}", *told.because)
    if told.more:
        tell_prose(guide, engine.library.why(told.more))
