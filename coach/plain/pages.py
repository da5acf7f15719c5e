"""Settings, the marks that work everywhere, why something is asked, and what Coach is, in plain mode."""

from __future__ import annotations

from coach.engine import FormName, Place, View, ways
from coach.plain.asks import tell_prose
from coach.plain.guide import Back, Choice, Frame, Guide, Next
from coach.plain.locking import choose_passphrase


def settings(guide: Guide, frame: Frame) -> Next:
    """What can be changed, with what it is now."""
    engine, saved = guide.engine, guide.engine.settings
    guide.page(
        guide.say("settings", "title"), f"{guide.say('settings', 'folder')}: {guide.folder}" if guide.folder else ""
    )
    chosen = guide.pick([*_rows(guide), *guide.choices("back")])
    match chosen:
        case "country":
            return Frame(Place(view=View.COUNTRY))
        case "plain":
            engine.save_settings(plain=not saved.plain)
            guide.tell(guide.plain("plain_off" if saved.plain else "plain_on"))
        case "trusted":
            return guide.aside(FormName.TRUSTED)
        case "passphrase" if engine.keeper.encrypted:
            guide.tell(guide.say("lock", "change"))
        case "passphrase":
            choose_passphrase(guide)
        case "scale":
            return guide.aside(FormName.ANCHORS)
        case "ladder":
            return Place(view=View.FORM, form=FormName.GOALS)
        case "export":
            return Place(view=View.FORM, form=FormName.EXPORT)
        case "about":
            return Frame(Place(view=View.ABOUT, subject="about"))
        case "worse" if not frame.kept:
            frame.kept = True
            guide.tell(guide.say("worse", "sure"))
        case "worse":
            engine.say_worse()
            guide.tell(guide.say("worse", "done"))
            return Place(view=View.STANDING)
        case _:
            raise Back
    return None


def _rows(guide: Guide) -> list[Choice]:
    """Each thing that can be changed, with what it is now."""
    return [
        Choice(value=each.name, label=f"{each.label}: {each.value}" if each.value else each.label)
        for each in ways.settings(guide.engine)
    ]


def keys(guide: Guide, frame: Frame) -> Next:
    """What works at every question, and how to answer."""
    guide.page(guide.plain("page_keys"), guide.plain("how"))
    guide.marks()
    guide.tell(*(guide.plain(name) for name in ("how_long", "empty_line", "literal")))
    guide.wait()
    return None


def why(guide: Guide, frame: Frame) -> Next:
    """One page of `content/why/`."""
    guide.gap()
    tell_prose(guide, guide.engine.library.why(frame.place.subject or "about"))
    guide.wait()
    return None
