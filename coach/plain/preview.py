"""What would be written of one's records, in plain mode: told before it is, to write it, change it or leave it."""

from __future__ import annotations

from coach.core.errors import PlainError
from coach.engine import FormName, Place, View, exporting
from coach.plain.guide import Back, Choice, Frame, Guide, Next

WIDTH = 76


def preview(guide: Guide, frame: Frame) -> Next:
    """What, where and how large, the page word for word, and the ways on."""
    engine = guide.engine
    plan = exporting.planned(engine, WIDTH)
    guide.page(guide.say("preview", "title"), guide.say("preview", plan.form.value))
    guide.tell(guide.say("preview", "where", name=plan.name, folder=plan.folder, size=plan.kilobytes), plan.page)
    guide.gap()
    try:
        names = ("write", "change", "leave")
        chosen = guide.pick([Choice(value=name, label=guide.say("preview", name)) for name in names])
    except Back:
        chosen = "change"
    if chosen == "change":
        guide.open_form(Place(view=View.FORM, form=FormName.EXPORT), exporting.chosen_again(engine))
        return None
    if chosen == "leave":
        exporting.leave(engine)
        guide.tell(guide.say("preview", "left"))
    else:
        try:
            guide.tell(exporting.write(engine))
        except PlainError as error:
            guide.tell(error.plain)
            return None
    return engine.onward()
