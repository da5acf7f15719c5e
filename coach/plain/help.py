"""Help in plain mode: who to call or write to, a country, a therapist, and exercises that steady."""

from __future__ import annotations

from collections.abc import Sequence

from coach.core.dates import long_date
from coach.core.model import Country
from coach.core.support import Contact, emergency, is_old
from coach.engine import FormName, Place, View, ways
from coach.plain.guide import Back, Choice, Frame, Guide, Next, capital, spoken


def help_now(guide: Guide, frame: Frame) -> Next:
    """Emergency first, then lines, someone trusted, and what steadies; back leads to the very same place."""
    engine, country = guide.engine, guide.engine.country()
    world = engine.library.world
    guide.page(f"{guide.say('help', 'title')}: {country.name}" if country else guide.say("help", "title"))
    number = emergency(country, world) or " or ".join(each.number for each in world.emergency)
    guide.tell("" if country else guide.say("help", "no_country"), f"{guide.say('help', 'danger')} {number}")
    if country is not None:
        guide.tell(country.emergency_note)
        lines = ways.helplines(country, frame.place.subject)
        guide.tell(*(_contact(line) for line in lines), "" if lines else guide.say("help", "no_lines"))
    guide.tell(f"{guide.say('help', 'more')}: {world.directories[0].web.removeprefix('https://')}")
    guide.tell(f"{guide.say('help', 'trusted')}: {_trusted(guide)}", guide.say("help", "nobody"))
    guide.tell(*_checked(guide, country))
    chosen = guide.pick([
        *guide.choices("back_to"),
        Choice(value="steady", label=f"{guide.say('help', 'steady')}: {spoken(guide.say('help', 'steady_how'))}"),
        Choice(value="trusted", label=guide.say("actions", "trusted")),
        Choice(value="country", label=guide.plain("country_change") if country else guide.say("welcome", "country")),
    ])
    match chosen:
        case "back_to":
            raise Back
        case "steady":
            return Frame(Place(view=View.GROUNDING))
        case "trusted":
            return guide.aside(FormName.TRUSTED)
    return Frame(Place(view=View.COUNTRY))


def _contact(contact: Contact) -> str:
    return f"{contact.name}: {contact.reach}" + (f", {contact.when}" if contact.when else "")


def _trusted(guide: Guide) -> str:
    someone = guide.engine.settings.trusted
    return ", ".join(part for part in (someone.name, someone.reach) if part) or guide.say("help", "trusted_none")


def _checked(guide: Guide, country: Country | None) -> Sequence[str]:
    checked = country.checked if country else guide.engine.library.world.checked
    old = guide.say("help", "old") if is_old(checked, guide.engine.now().date()) else ""
    return old, guide.say("help", "checked", date=long_date(checked))


def country(guide: Guide, frame: Frame) -> Next:
    """Type the start of a name, then take one. It is asked, never guessed."""
    guide.page(guide.say("settings", "country"), guide.say("settings", "country_type"))
    while True:
        typed = guide.read(guide.plain("answer"))
        found = ways.countries(guide.engine, typed or "") if typed and typed.strip() else ()
        if found:
            break
        guide.tell(guide.plain("country_none"))
    code = found[0].iso2
    if len(found) > 1 and typed and typed.strip().casefold() not in (code.casefold(), found[0].name.casefold()):
        choices = [Choice(value=each.iso2, label=each.name) for each in found]
        code = guide.pick([*choices, *guide.choices("country_search")])
        if code == "country_search":
            return None
    guide.engine.save_settings(country=code)
    guide.tell(guide.say("welcome", "country_set", country=next(each.name for each in found if each.iso2 == code)))
    guide.back()
    return None


def therapist(guide: Guide, frame: Frame) -> Next:
    """Where to look, what to say, what to ask when they are full."""
    world, country = guide.engine.library.world, guide.engine.country()
    title = guide.say("therapist", "title")
    guide.page(f"{title}: {country.name}" if country else title)
    guide.head("therapist", "finding")
    for finder in country.finders if country else ():
        guide.tell(f"{finder.name}: {finder.web or finder.phone}", finder.notes)
    guide.tell(*world.finding)
    for name, lines in (("script", world.script), ("waiting", world.waiting_list)):
        guide.head("therapist", name)
        guide.tell(*lines)
    guide.tell(guide.say("therapist", "full"))
    chosen = guide.pick([
        *guide.choices("plan"),
        Choice(value="country", label=guide.plain("country_change") if country else guide.say("welcome", "country")),
        *guide.choices("back"),
    ])
    if chosen == "back":
        raise Back
    return ways.ACTIONS["contact"] if chosen == "plan" else Frame(Place(view=View.COUNTRY))


def exercises(guide: Guide, frame: Frame) -> Next:
    """The gentle exercises, to choose one."""
    guide.page(guide.say("exercises", "title"), "" if frame.at else guide.say("exercises", "lead"))
    choices = [
        Choice(
            value=each.id, label=f"{each.title}, {guide.say('exercises', 'minutes', minutes=each.minutes)}",
            note="" if frame.at else each.about,
        )
        for each in guide.engine.library.exercises
    ]
    frame.at = 1
    chosen = guide.pick(choices)
    return Place(view=View.GROUNDING, subject=chosen)


def grounding(guide: Guide, frame: Frame) -> Next:
    """One exercise, a line at a time; without a subject, one of those that steady."""
    engine = guide.engine
    steadying = ways.steadying(engine)
    number = frame.kept if isinstance(frame.kept, int) else 0
    chosen = [each for each in engine.library.exercises if each.id == frame.place.subject]
    exercise = chosen[0] if chosen and frame.kept is None else steadying[number % len(steadying)]
    steps = len(exercise.steps)
    if not frame.at:
        guide.page(exercise.title, exercise.about, _breath(guide, exercise.breath))
    while frame.at < steps - 1:
        guide.tell(exercise.steps[frame.at])
        guide.read(guide.plain("onward", step=frame.at + 2, steps=steps))
        frame.at += 1
    guide.tell(exercise.steps[-1])
    choices = [Choice(value=each.name, label=each.label) for each in ways.endings(engine, exercise)]
    name = guide.pick([*choices, *guide.choices("another")])
    if name == "another":
        frame.kept, frame.at = number + (not chosen or frame.kept is not None), 0
        return None
    place = ways.follow_ending(engine, exercise, name)
    if place is None:
        guide.back()
    return place


def _breath(guide: Guide, seconds: Sequence[int]) -> str:
    """The breathing shape in words."""
    parts = zip(("in", "hold", "out"), seconds, strict=False)
    return capital(", ".join(f"{guide.say('breath', name)} {count}" for name, count in parts))
