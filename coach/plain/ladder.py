"""The ladder in plain mode: building it in parts, every step by band, what is open today, and cards."""

from __future__ import annotations

from coach.core import ladder as rungs
from coach.core.model import Challenge
from coach.core.records import Step
from coach.engine import FormName, Place, View, ways
from coach.plain.guide import Back, Choice, Frame, Guide, Next, ended

GAP = "gap:"
ADD, CARD = "add", "card"


def ladder_builder(guide: Guide, frame: Frame) -> Next:
    """The parts, and how far the ladder is."""
    engine = guide.engine
    steps, waiting = rungs.active(engine.history), rungs.unrated(engine.history)
    guide.page(
        guide.say("builder", "title"), guide.say("builder", "lead"),
        guide.say("builder", "count", count=len(steps)) + "." if steps else "",
        guide.say("builder", "few", count=len(steps)) if 0 < len(steps) < ways.FEW else "",
    )
    following = ways.next_part(engine)
    choices = []
    for part, name in ways.BUILDER.items():
        label = guide.say("builder", name)
        if part is FormName.RATE and waiting:
            label += f": {guide.say('builder', 'unrated', count=len(waiting))}"
        elif part is FormName.GOALS and engine.settings.channels:
            label += f": {guide.plain('mark_done')}"
        choices.append(Choice(value=part.value, label=_next(guide, label, part.value == following)))
    if steps:
        label = guide.say("builder", "done")
        choices.append(Choice(value=View.HOME.value, label=_next(guide, label, following == View.HOME)))
    try:
        return ways.follow_part(engine, guide.pick(choices))
    except Back:
        return ways.behind_builder(engine)


def _next(guide: Guide, label: str, is_next: bool) -> str:
    return f"{label}. {guide.plain('comes_next')}" if is_next else label


def ladder(guide: Guide, frame: Frame) -> Next:
    """Every step, highest band first; one of them to practise, rate, change, take off or bring back."""
    engine = guide.engine
    if isinstance(frame.kept, str) and (step := engine.history.get(Step, frame.kept)) is not None:
        return _step(guide, frame, step)
    count = len(rungs.active(engine.history))
    title = f"{guide.say('ladder', 'title')}: {guide.plain('steps_one' if count == 1 else 'steps', count=count)}"
    choices = _rungs(guide)
    guide.page(title, "" if choices else guide.say("ladder", "empty"))
    other = guide.plain("or")
    drawing = Choice(value=CARD, label=guide.say("home", "card"), group=other)
    chosen = guide.pick([*choices, *guide.choices(ADD, group=other), drawing, *guide.choices("back", group=other)])
    if chosen == "back":
        raise Back
    if chosen == ADD:
        return Place(view=View.LADDER_BUILDER)
    if chosen == CARD:
        return Place(view=View.CARD)
    if chosen.startswith(GAP):
        return _fill(guide, chosen.removeprefix(GAP))
    frame.kept = chosen
    return None


def _rungs(guide: Guide) -> list[Choice]:
    engine, home = guide.engine, guide.engine.home()
    open_bands = engine.open_bands() if home.standing.is_open else ()
    gaps = {gap.high.id: (gap, fill) for gap, fill in engine.builder.gaps()}
    found: list[Choice] = []
    for band, steps in home.bands:
        group = band.title if band in open_bands else f"{band.title}, {guide.say('ladder', 'closed')}"
        for step, mark in reversed(steps):
            told = [] if mark == "open" else [guide.plain(f"mark_{mark}")]
            told += [guide.plain("mark_next")] if home.step is not None and home.step.id == step.id else []
            found.append(Choice(value=step.id, label=_rated(guide, step, *told), group=group))
            if step.id in gaps:
                found.append(_gap(guide, *gaps[step.id], group))
    found += [
        Choice(value=step.id, label=ended(step.title), group=guide.say("builder", "rate"))
        for step in rungs.unrated(engine.history)
    ]
    retired = guide.say("ladder", "retired").capitalize()
    return found + [
        Choice(value=step.id, label=_rated(guide, step), group=retired)
        for step in engine.history.steps if step.retired and step.ratings
    ]


def _rated(guide: Guide, step: Step, *told: str) -> str:
    return f"{ended(step.title)} {', '.join((guide.plain('step_rated', rating=step.rating), *told))}"


def _gap(guide: Guide, gap: rungs.Gap, fill: Challenge | None, group: str) -> Choice:
    note = guide.say("ladder", "gap_fill", title=fill.title) if fill else ""
    label = guide.say("ladder", "gap", points=gap.points)
    return Choice(value=GAP + (fill.id if fill else ""), label=label, note=note, group=group)


def _fill(guide: Guide, challenge_id: str) -> Next:
    for challenge in guide.engine.library.challenges:
        if challenge.id == challenge_id:
            step = guide.engine.builder.add(challenge)
            return Place(view=View.FORM, form=FormName.RATE, subject=step.id)
    return None


def _step(guide: Guide, frame: Frame, step: Step) -> Next:
    """What can be done with one step."""
    engine = guide.engine
    guide.page(step.title, step.what)
    names = ("rate", "edit", "bring_back") if step.retired else ("practise", "rate", "edit", "retire")
    try:
        chosen = guide.pick(guide.choices(*names, "back"))
    except Back:
        chosen = "back"
    frame.kept = None
    match chosen:
        case "practise" if step.rating is not None:
            return engine.practise(step.id)
        case "practise" | "rate":
            return Place(view=View.FORM, form=FormName.RATE, subject=step.id)
        case "edit":
            place = Place(view=View.FORM, form=FormName.EDIT_STEP, subject=step.id)
            guide.open_form(place, ways.edited(engine, step))
        case "retire" | "bring_back":
            engine.builder.set_retired(step.id, not step.retired)
    return None


def steps(guide: Guide, frame: Frame) -> Next:
    """Another step: everything open today."""
    found = ways.open_steps(guide.engine)
    guide.page(guide.say("steps", "title"), guide.say("steps", "lead" if found else "none"))
    choices = [
        Choice(
            value=step.id, group=rungs.band_of(step.rating or 0).title,
            label=_rated(guide, step, *([guide.say("steps", "resting")] if rests else [])),
        )
        for step, rests in found
    ]
    chosen = guide.pick(choices or [Choice(value=ADD, label=guide.say("actions", "ladder"))])
    return Place(view=View.LADDER_BUILDER) if chosen == ADD else guide.engine.practise(chosen)


def card(guide: Guide, frame: Frame) -> Next:
    """One ask dealt from the open bands: take it, put it back, or draw again."""
    builder = guide.engine.builder
    if frame.kept is None:
        frame.kept = builder.draw_card()
    dealt = frame.kept
    if not isinstance(dealt, Challenge):
        guide.page(guide.say("card", "title"), guide.say("card", "none"))
        guide.wait()
        return None
    guide.page(guide.say("card", "title"), "" if frame.at else guide.say("card", "lead"), dealt.title, dealt.what)
    frame.at = 1
    guide.tell(guide.say("before", "say", say=dealt.say), dealt.note)
    chosen = guide.pick(guide.choices("card_take", "card_again", "card_never", "back"))
    frame.kept = None
    match chosen:
        case "card_take":
            step = builder.add(dealt)
            return Place(view=View.FORM, form=FormName.RATE, subject=step.id)
        case "card_never":
            builder.veto(dealt.id)
        case "back":
            raise Back
    return None
