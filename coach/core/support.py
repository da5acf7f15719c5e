"""Helplines as text: what the help screen, plain mode and `coach support` all show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from coach.core.dates import long_date
from coach.core.model import Country, Helpline, World

OLD = dt.timedelta(days=180)


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """One way to reach somebody: whom, how, when, and what else to know, a line each."""

    name: str
    reach: str
    when: str = ""
    notes: str = ""
    details: tuple[str, ...] = ()


def emergency(country: Country | None, world: World) -> str:
    """The emergency numbers, the one for everything first."""
    if country is None:
        return ""
    general = [number.number for number in country.emergency if number.service == "all"]
    special = [
        f"{number.number} ({number.service})" for number in country.emergency if number.service != "all"
    ]
    return " or ".join(general) if general else ", ".join(special)


def contacts(country: Country) -> tuple[Contact, ...]:
    """The helplines of a country, in the order they are shown; text and phone of one line are two ways."""
    return tuple(contact for line in country.lines for contact in _ways(line))


def _ways(line: Helpline) -> list[Contact]:
    only = f"for {', '.join(line.only_for)}" if line.only_for else ""
    when = ", ".join(part for part in (line.hours, line.cost, only) if part)
    ways: list[Contact] = []

    def add(name: str, reach: str) -> None:
        first = not ways
        notes, details = (line.notes, _details(line)) if first else ("", ())
        ways.append(Contact(name=name, reach=reach, when=when, notes=notes, details=details))

    if line.phone:
        option = f", option {line.phone_option}" if line.phone_option else ""
        add(line.name, f"{line.phone}{option}")
    if line.sms:
        text = f"text {line.sms_keyword} to {line.sms}" if line.sms_keyword else f"text {line.sms}"
        add(line.name, text)
    if line.whatsapp:
        add(line.name, f"WhatsApp {line.whatsapp}")
    if not ways and (line.chat or line.web):
        add(line.name, line.chat or line.web)
    return ways


def _details(line: Helpline) -> tuple[str, ...]:
    """What else is known: notes, languages, chat and page, and where the number comes from."""
    sources = "; ".join(f"{source.title} ({source.date})" if source.date else source.title for source in line.sources)
    known = (
        ("", line.notes),
        ("Languages: ", ", ".join(line.languages)),
        ("Chat: ", line.chat),
        ("Page: ", line.web),
        ("Sources: ", sources),
        ("Newest source: ", line.source_date),
    )
    return tuple(f"{label}{text}" for label, text in known if text)


def is_old(checked: dt.date, now: dt.date) -> bool:
    """True when the numbers were compared with their sources over half a year before `now`."""
    return now - checked > OLD


def support_text(country: Country | None, world: World, words: Mapping[str, str]) -> str:
    """The whole page as plain text; lines end with a line feed."""
    lines: list[str] = []
    if country is not None:
        lines += [country.name, "", f"{words['danger']}  {emergency(country, world)}"]
        if country.emergency_note:
            lines.append(country.emergency_note)
        lines.append("")
        for contact in contacts(country):
            lines.append(f"{contact.name}: {contact.reach}" + (f" ({contact.when})" if contact.when else ""))
            if contact.notes:
                lines.append(f"  {contact.notes}")
        if not country.lines:
            lines.append(words["no_lines"])
        lines.append("")
    else:
        lines += [words["no_country"], "coach support --country GB", ""]
        lines += [f"{words['danger']}  {' or '.join(n.number for n in world.emergency)}", ""]
    lines.append(f"{words['more']}:")
    lines += [f"{directory.name}: {directory.web}" for directory in world.directories]
    checked = country.checked if country is not None else world.checked
    lines += ["", words["nobody"], words["checked"].format(date=long_date(checked))]
    return "\n".join(lines) + "\n"
