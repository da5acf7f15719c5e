"""What a diary says about a form that was filled in: read from the records, never from what was typed."""

from __future__ import annotations

from coach.core import ladder
from coach.core.records import CONTACT, Attempt, CheckIn, History, LookBack, Reflection, Step
from coach.core.reflection import text
from coach.engine import Engine, FormName

CALLED = "         "
HELP = "Help opens at once."
BODY = {"fine": "body fine", "rough": "body rough", "not_sober": "not sober"}
CHOICE = {"full": "the next step", "smaller": "a smaller step", "reflect": "to reflect only", "stop": "to rest"}
WHY = {
    "not_right_moment": "it was not the right moment", "person_busy": "the person seemed busy",
    "too_much_today": "it was too much today", "a_rule": "a rule of this practice spoke against it",
    "skip": "rather not say",
}
WENT = {
    "yes": "Yes", "no": "No", "partly": "Partly", "no_answer": "No answer", "not_asked": "Not asked",
    "stopped": "Stopped",
}


def of_form(engine: Engine, before: History, form: FormName) -> tuple[str, ...]:
    """A line or two about what was saved since `before`."""
    after = engine.history
    match form:
        case FormName.SCREENING | FormName.AGREEMENTS:
            what = "The fit and safety check" if form is FormName.SCREENING else "The three agreements once more"
            routes = [each.route for each in after.screenings[len(before.screenings):]]
            return tuple(f"Check    {what}: {engine.library.screening.route(route).title}." for route in routes)
        case FormName.SAFETY:
            return ("Check    The safety questions, there and then.",)
        case FormName.PICK:
            chosen = len(after.steps) - len(before.steps)
            return (f"Ladder   {chosen} ask{'s' if chosen > 1 else ''} chosen.",)
        case FormName.RATE:
            return _ratings(before, after)
        case FormName.OWN_STEP | FormName.EDIT_STEP:
            return tuple(f"Ladder   An ask of my own: {each.title}" for each in after.steps[len(before.steps):])
        case FormName.CHECK_IN:
            return tuple(_check_in(each) for each in after.check_ins[len(before.check_ins):])
        case FormName.BEFORE:
            return tuple(_out(each) for each in after.attempts[len(before.attempts):])
        case FormName.AFTER:
            return tuple(line for each in after.reflections[len(before.reflections):] for line in _told(each))
        case FormName.LOOK_BACK:
            return tuple(_look_back(after, each) for each in after.look_backs[len(before.look_backs):])
    return ()


def step(one: Step) -> str:
    """A step with its band and rating."""
    band = "" if one.rating is None else f" ({ladder.band_of(one.rating).title}, {one.rating})"
    return f"“{one.title}”{band}"


def _ratings(before: History, after: History) -> tuple[str, ...]:
    old = {each.id: each.rating for each in before.steps}
    new = [each for each in after.steps if each.rating is not None and each.rating != old.get(each.id)]
    if len(new) < 3:
        return tuple(f"Ladder   Rated: {step(each)}." for each in new)
    bands = ladder.by_band(ladder.active(after))
    return ("Ladder   Rated. " + ", ".join(f"{band.title} {len(row)}" for band, row in bands.items()) + ".",)


def _check_in(one: CheckIn) -> str:
    answers = one.answers
    if answers["ci_safety"] != "no":
        return f"Check-in The first question: {'rather not say' if answers['ci_safety'] == 'skip' else 'yes'}. {HELP}"
    return (
        f"Check-in Steady {answers['ci_steady']}, {BODY[str(answers['ci_body'])]}, "
        f"wants {CHOICE[str(answers['ci_choice'])]}."
    )


def _out(one: Attempt) -> str:
    before = one.before
    place, size = text(before, "place"), f"{ladder.band_of(one.rating).title}, {one.rating}, "
    return (
        f"Out      “{one.step_title}” ({'' if one.step == CONTACT else size}{place}). "
        f"Fears: {text(before, 'feared')}, {before['p_feared']} in 100."
    )


def _told(one: Reflection) -> tuple[str, ...]:
    answers = one.answers
    first = f"Told     {WENT[one.outcome]}. {text(answers, 'happened')}".rstrip()
    if "tension_peak" in answers:
        first += f" Tension {answers['tension_peak']} at its worst"
        first += f", {answers['tension_now']} now." if answers.get("tension_now") != "skip" else "."
    if answers.get("other_person") == "uneasy":
        first += " They seemed uneasy."
    if answers.get("not_asked_why"):
        first += f" Why: {WHY[str(answers['not_asked_why'])]}."
    lines = [first]
    felt, lesson = text(answers, "feelings"), text(answers, "lesson")
    if felt or lesson:
        lines.append(f"{CALLED}{f'Felt {felt}. ' if felt else ''}{f'Lesson: {lesson}' if lesson else ''}".rstrip())
    lines += [f"{CALLED}A fresh question: {text(answers, each) or 'left out'}" for each in answers if "diff_" in each]
    return tuple(lines)


def _look_back(history: History, one: LookBack) -> str:
    attempt = history.get(Attempt, one.attempt)
    title = attempt.step_title if attempt else ""
    feared = one.answers.get("lb_feared")
    again = f" The fear now: {feared} in 100." if isinstance(feared, int) else ""
    worth = one.answers.get("lb_worth")
    about = f" About myself: {worth} of 10." if isinstance(worth, int) else ""
    worse = " This makes things worse." if one.answers.get("lb_worse") == "yes" else ""
    return f"Back     At “{title}”.{again}{about} {text(one.answers, 'lb_sits')}{worse}".rstrip()
