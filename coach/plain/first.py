"""The way in: welcome, check your answers, where you stand; and the pages that answer one thing kindly."""

from __future__ import annotations

from coach.core.errors import PlainError
from coach.core.flow import answer_label
from coach.engine import FormName, Place, View, telling, ways
from coach.plain.form import concluded
from coach.plain.guide import Back, Choice, Frame, Guide, Left, Next
from coach.plain.locking import choose_passphrase

ANYWAY = ("page_review", "page_settings")
"""Pages that are open whatever the standing."""


def welcome(guide: Guide, frame: Frame) -> Next:
    """What this is and is not, before anything is asked."""
    engine = guide.engine
    if not frame.at:
        guide.page(guide.say("welcome", "title"), *(
            guide.say("welcome", name) for name in ("lead", "is", "is_not", "stays", "alone")
        ))
        frame.at = 1
    names = ("start", "country", "about", "leave")
    choices = [Choice(value=name, label=guide.say("welcome", name)) for name in names]
    if not engine.keeper.encrypted:
        choices.insert(2, Choice(value="passphrase", label=guide.say("lock", "offer")))
    guide.gap()
    chosen = guide.pick(choices, stay=guide.plain("no_back"))
    match chosen:
        case "start":
            engine.save_settings(welcomed=True)
            return Place(view=View.FORM, form=FormName.SCREENING)
        case "country":
            return Place(view=View.COUNTRY)
        case "about":
            return Place(view=View.ABOUT, subject="about")
        case "passphrase":
            choose_passphrase(guide)
            return None
    raise Left


def check_answers(guide: Guide, frame: Frame) -> Next:
    """Every answer of the screening, before it is fixed; any of them can be changed."""
    session = frame.session
    assert session is not None  # noqa: S101
    guide.page(guide.say("check", "title"), guide.say("check", "lead"))
    form, skipped = session.form, guide.say("check", "skipped")
    choices = [Choice(value="go", label=guide.say("check", "go"))]
    for item_id, value in session.flow.record().items():
        item = form.item(item_id)
        words = f"{item.short or item.text}: {answer_label(item, value, skipped)}"
        choices.append(Choice(value=item_id, label=words, group=form.section_of(item_id).title))
    try:
        chosen = guide.pick(choices)
    except Back:
        session.back()
    else:
        if chosen == "go":
            return concluded(guide, session)
        session.revise(chosen)
    guide.open_form(Place(view=View.FORM, form=FormName.SCREENING), session)
    return None


def standing(guide: Guide, frame: Frame) -> Next:
    """The result in words, what to do now, and a way out."""
    engine = guide.engine
    is_young = frame.place.subject == "age"
    told = telling.tell_underage(engine) if is_young else telling.tell_standing(engine)
    guide.page(told.title)
    if not frame.at:
        _tell_standing(guide, told)
        frame.at = 1
    guide.head("standing", "do_title")

    def why() -> None:
        for reason in told.reasons:
            guide.tell(f"{reason.said} {reason.matters}", f"{guide.say('standing', 'change_title')}: {reason.change}")

    choices = [Choice(value=each.name, label=each.label) for each in told.actions]
    if not is_young:
        names = {f"page_{choice.value}" for choice in choices}
        choices[-1:-1] = [each for each in guide.choices(*ANYWAY) if each.value not in names]
    stay = "" if engine.standing().is_open else guide.plain("no_back")
    try:
        chosen = guide.pick(
            choices, why=why if told.reasons else None, stay=stay, again=lambda: _tell_standing(guide, told)
        )
    except Back:
        return engine.onward()
    if chosen == "leave":
        raise Left
    if chosen == "attest":
        guide.open_form(Place(view=View.FORM, form=FormName.SCREENING), engine.attest())
        return None
    return Place(view=View(chosen.removeprefix("page_"))) if chosen in ANYWAY else ways.ACTIONS[chosen]


def _tell_standing(guide: Guide, told: telling.Told) -> None:
    """The whole page; when one comes back to it, what it leads to is enough."""
    guide.tell(told.lead, *(f"{reason.said} {reason.matters}" for reason in told.reasons[:2]))
    if told.stays:
        guide.head("standing", "stays_title")
        guide.tell(*told.stays)
    guide.tell(told.when, guide.plain("reasons_more") if told.reasons else "")


def words(guide: Guide, frame: Frame) -> Next:
    """One calm question after something that was written. Nothing is echoed."""
    guide.page(guide.say("words", "title"), guide.say("words", "saved"), guide.say("words", "ask"))
    choices = [Choice(value=name, label=guide.say("words", name)) for name in ("yes", "no")]
    chosen = guide.pick(choices, skip=guide.say("words", "skip"), stay=guide.plain("waits"))
    try:
        guide.engine.answer_words(chosen)
    except PlainError as error:
        guide.tell(error.plain)
    if chosen == "no":
        guide.tell(guide.say("words", "thanks"))
        return frame.place.then or guide.engine.onward()
    guide.go(Place(view=View.STANDING))
    return Frame(Place(view=View.HELP_NOW))


def courtesy_stop(guide: Guide, frame: Frame) -> Next:
    """An ask that would not be kind right now: which check said so, and what to do instead."""
    engine, place = guide.engine, frame.place
    if place.form is not None:
        return _own_words(guide, place)
    form = engine.library.form("courtesy")
    guide.page(guide.say("courtesy", "title"), guide.say("courtesy", "lead"), *(
        form.item(item).text for item in place.items
    ))
    chosen = guide.pick([
        Choice(value="steps", label=guide.say("courtesy", "another")),
        Choice(value="exercises", label=guide.say("actions", "exercises")),
        Choice(value="home", label=guide.say("courtesy", "home")),
    ])
    return engine.onward() if chosen == "home" else Place(view=View(chosen))


def _own_words(guide: Guide, place: Place) -> Next:
    guide.page(guide.say("courtesy", "own_title"), guide.say("courtesy", "own_lead"))
    for rule in place.items:
        kinder = guide.engine.library.advice.kinder(rule)
        guide.tell(f"{kinder.title}.", kinder.why, kinder.kinder)
    chosen = guide.pick([
        Choice(value="rewrite", label=guide.say("courtesy", "rewrite")),
        Choice(value="drop", label=guide.say("courtesy", "drop")),
    ])
    if chosen == "drop":
        return ways.drop_words(guide.engine, place)
    session = ways.rewritten(guide.engine, place)
    guide.open_form(Place(view=View.FORM, form=place.form, subject=session.subject), session)
    return None


def thanks(guide: Guide, frame: Frame) -> Next:
    """One kind sentence and the way on."""
    guide.page(f"{guide.say('thanks', 'title')}.", guide.say("thanks", "not_asked"))
    chosen = guide.pick([
        Choice(value=name, label=guide.say("actions", name)) for name in ("home", "exercises", "leave")
    ])
    if chosen == "leave":
        raise Left
    return guide.engine.onward() if chosen == "home" else Place(view=View.EXERCISES)
