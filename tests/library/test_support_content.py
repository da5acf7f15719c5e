"""Someone may dial these numbers on their worst day: each is known, current and in a safe order."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import phonenumbers
from phonenumbers import shortnumberinfo

from coach.core.model import Country, World

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
SUPPORT = CONTENT / "support"
TWELVE = ("US", "GB", "IE", "CA", "AU", "NZ", "IN", "ZA", "DE", "FR", "NL", "ES")
MOST_DAYS = 180
NUMBER = re.compile(r"[+*]?\d(?:[ .()/-]{0,2}\d)*")
CALLABLE = re.compile(r"(?<![\d:])[*(]?\d[\d ()-]+\d(?![\d:])")

# libphonenumber 9.0 does not know these: the sources that do, with their own dates.
OUTSIDE_LIBPHONENUMBER = {
    ("AR", "135"): "lapostacomodorense 2025-09-03; Naga 2023-05-13; Wikipedia 2021-07-09",
    ("BR", "188"): "Open Helplines 2026-06-02; Aidlines 2024-09-13; Find A Helpline 2023-12-01",
    ("CL", "*4141"): "latercera.com 2025-10-28; radiopolar.com 2025-11; biobiochile.cl 2023-01-06",
    ("DE", "116 016"): "gesund.bund.de; Aidlines 2024-09-13",
    ("EE", "116 006"): "Aidlines 2024-09-13; Find A Helpline 2023-12-01; just.ee",
    ("EE", "116 123"): "sotsiaalkindlustusamet.ee 2023-01-16; Aidlines 2024-09-13",
    ("FJ", "5626"): "Aidlines 2024-09-13; Find A Helpline 2023-12-01",
    ("GR", "1018"): "reader.gr 2025-10-10; Find A Helpline 2023-12-01",
    ("GR", "1056"): "Find A Helpline 2023-12-01; Wikipedia 2021-07-09",
    ("GR", "10306"): "reader.gr 2025-10-10; newsbulletin247 2025",
    ("HK", "18111"): "news.gov.hk 2023-12-27; scmp.com 2023-12-27",
    ("IN", "14416"): "Open Helplines 2026-06-02; lokmattimes.com 2025-12-13; theshillongtimes.com 2025-02-07",
    ("KR", "109"): "Open Helplines 2026-06-02; Maeum 2026-05-19; hankookilbo.com 2024-01-03",
    ("KZ", "150"): "Aidlines 2024-09-13; Find A Helpline 2023-12-01",
    ("LB", "1564"): "Aidlines 2024-09-13; Find A Helpline 2023-12-01; Naga 2023-05-13",
    ("LV", "116 123"): "jauns.lv 2026-01-13; bb.lv 2025-10-15; Aidlines 2024-09-13",
    ("LY", "1417"): "Aidlines 2024-09-13; Find A Helpline 2023-12-01",
    ("MT", "179"): "Aidlines 2024-09-13; Find A Helpline 2023-12-01; map.org.mt",
    ("MT", "1579"): "timesofmalta.com 2024-11; mapt.org.mt 2023-03-05",
    ("NL", "113"): "upday.com 2025-10-03; Naga 2023-05-13; Wikipedia 2021-07-09",
    ("NP", "1166"): "Aidlines 2024-09-13; Find A Helpline 2023-12-01; World Health Organization 2022-12-09",
    ("PE", "100"): "Aidlines 2024-09-13; Find A Helpline 2023-12-01",
    ("PE", "113"): "panamericana.pe 2026-03-02; infobae.com 2025-08-16; Find A Helpline 2023-12-01",
    ("PH", "1553"): "Open Helplines 2026-06-02; Aidlines 2024-09-13",
    ("PT", "1411"): "24.sapo.pt 2025-09-10; dn.pt 2025-09-10; Portuguese press 2026-03-10",
    ("RU", "051"): "Find A Helpline 2023-12-01; Wikipedia 2021-07-09; lenta.ru 2006",
    ("TH", "1300"): "Aidlines 2024-09-13; Find A Helpline 2023-12-01; m-society.go.th",
    ("TW", "1925"): "udn.com 2026-02-13; Aidlines 2024-09-13",
    ("UA", "7333"): "Find A Helpline 2023-12-01; Wikipedia 2021-07-09; dzerkalo.media",
    ("WS", "800-5433"): "om-cli 2025-07; Aidlines 2024-09-13; Find A Helpline 2023-12-01",
}
EMERGENCY_OUTSIDE_LIBPHONENUMBER = {
    ("FR", "114"): "Aidlines 2024-09-13; Wikipedia 2021-07-09",
    ("GH", "112"): "Aidlines 2024-09-13; Naga 2023-05-13",
    ("NG", "112"): "Aidlines 2024-09-13; Naga 2023-05-13",
    ("RS", "192"): "Aidlines 2024-09-13",
    ("RS", "193"): "Aidlines 2024-09-13",
    ("RS", "194"): "Aidlines 2024-09-13; Naga 2023-05-13; Wikipedia 2021-07-09",
}


class Refused(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number that may not be shown: in its country only, or anywhere."""

    number: str
    country: str
    reason: str
    option: str = ""
    only_here: bool = False


class RefusedNumbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole list."""

    numbers: tuple[Refused, ...]


@cache
def countries() -> tuple[Country, ...]:
    return tuple(
        msgspec.toml.decode(path.read_bytes(), type=Country)
        for path in sorted(SUPPORT.glob("*.toml"))
        if path.stem != "world"
    )


@cache
def world() -> World:
    return msgspec.toml.decode((SUPPORT / "world.toml").read_bytes(), type=World)


@cache
def refused() -> tuple[Refused, ...]:
    raw = (Path(__file__).parent / "do_not_use.toml").read_bytes()
    return msgspec.toml.decode(raw, type=RefusedNumbers).numbers


def latest_release() -> dt.date:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    dates = re.findall(r"^## \S+ - (\d{4}-\d{2}-\d{2})$", changes, re.MULTILINE)
    return max(dt.date.fromisoformat(date) for date in dates)


def known(number: str, iso2: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, iso2)
    except phonenumbers.NumberParseException:
        return False
    if phonenumbers.is_valid_number(parsed):
        return True
    return shortnumberinfo.is_valid_short_number_for_region(parsed, iso2)


def dialled(country: Country) -> Iterator[str]:
    """Every number but the emergency ones, those inside a note too."""
    for line in country.lines:
        yield from filter(None, (line.phone, line.sms, line.whatsapp))
        yield from (found for found in CALLABLE.findall(line.notes) if len(digits(found)) > 2)
    for finder in country.finders:
        yield from filter(None, (finder.phone,))
        yield from (found for found in CALLABLE.findall(finder.notes) if len(digits(found)) > 2)


def digits(number: str) -> str:
    plus = "+" if number.startswith("+") else ""
    return plus + re.sub(r"\D", "", number)


def holds(text: str, number: str) -> bool:
    """Whether the digits of `number` stand in `text`, however they are spaced or prefixed."""
    wanted = digits(number)
    if len(wanted) < 7 or wanted.startswith("+"):
        return any(digits(found) == wanted for found in NUMBER.findall(text))
    return any(wanted.lstrip("0") in digits(found) for found in NUMBER.findall(text))


def pages(number: Refused) -> Iterator[Path]:
    if number.only_here:
        yield from SUPPORT.glob(f"{number.country.lower()}.toml")
        return
    yield from (path for path in CONTENT.rglob("*") if path.suffix in {".toml", ".md", ".json", ".txt"})


def test_every_country_has_an_emergency_number() -> None:
    assert len(countries()) >= 220
    assert [c.iso2 for c in countries() if not c.emergency] == []


def test_a_page_is_found_by_its_country_code() -> None:
    stems = {path.stem for path in SUPPORT.glob("*.toml")} - {"world"}
    assert stems == {country.iso2.lower() for country in countries()}


def test_the_twelve_first_countries_have_a_line_to_call_or_text() -> None:
    lines = {c.iso2: c.lines for c in countries()}
    assert [iso2 for iso2 in TWELVE if not any(line.phone or line.sms for line in lines[iso2])] == []


def test_every_emergency_number_is_one_in_that_country() -> None:
    shown = {(c.iso2, number.number) for c in countries() for number in c.emergency}
    unknown = {pair for pair in shown if not shortnumberinfo.is_emergency_number(pair[1], pair[0])}
    assert unknown == set(EMERGENCY_OUTSIDE_LIBPHONENUMBER)


def test_the_number_that_reaches_every_service_comes_first() -> None:
    for country in countries():
        services = [number.service for number in country.emergency]
        assert "all" not in services or services[0] == "all", country.iso2


def test_every_number_to_dial_is_valid_or_has_its_sources_here() -> None:
    unknown = {(c.iso2, number) for c in countries() for number in dialled(c) if not known(number, c.iso2)}
    assert unknown == set(OUTSIDE_LIBPHONENUMBER)


def test_closed_and_wrong_numbers_are_shown_nowhere() -> None:
    assert len(refused()) == 50
    shown = [
        f"{path.name}: {number.number} ({number.reason})"
        for number in refused()
        if not number.option
        for path in pages(number)
        if holds(path.read_text("utf-8"), number.number)
    ]
    assert shown == []


def test_an_option_that_ended_is_offered_nowhere() -> None:
    ended = [number for number in refused() if number.option]
    assert ended
    for number in ended:
        country = next(c for c in countries() if c.iso2 == number.country)
        for line in country.lines:
            assert (line.phone, line.phone_option) != (number.number, number.option)
            assert f"press {number.option}" not in line.notes.lower()


def test_a_line_for_some_people_never_stands_before_one_for_anyone() -> None:
    for country in countries():
        limited = [bool(line.only_for or line.region) for line in country.lines]
        assert limited == sorted(limited), country.iso2


def test_every_line_says_how_to_reach_it_when_and_who_says_so() -> None:
    for country in countries():
        for line in country.lines:
            assert line.phone or line.sms or line.chat or line.whatsapp, line.id
            assert line.hours, line.id
            assert line.sources, line.id
            assert len(line.sources) <= 4, line.id
            assert line.source_date, line.id


def test_a_line_said_to_be_open_any_time_does_not_doubt_it() -> None:
    for country in countries():
        for line in country.lines:
            assert line.always_open == (line.hours in {"any time", "any time by phone"}), line.id


def test_languages_are_codes() -> None:
    codes = {code for c in countries() for line in c.lines for code in line.languages}
    assert [code for code in sorted(codes) if not re.fullmatch(r"[a-z]{2,3}", code)] == []


def test_every_id_is_used_once() -> None:
    ids = Counter(line.id for c in countries() for line in c.lines)
    ids.update(finder.id for c in countries() for finder in c.finders)
    assert [name for name, times in ids.items() if times > 1] == []


def test_every_page_was_checked_within_180_days_of_the_release() -> None:
    release = latest_release()
    checked = {c.iso2: c.checked for c in countries()} | {"world": world().checked}
    assert {name: day for name, day in checked.items() if (release - day).days > MOST_DAYS} == {}


def test_find_a_helpline_is_always_offered_first() -> None:
    assert world().directories[0].web == "https://findahelpline.com"


def test_what_to_say_and_every_note_are_in_short_sentences() -> None:
    assert 5 <= len(world().script) <= 7
    assert 3 <= len(world().waiting_list) <= 5
    assert 4 <= len(world().finding) <= 6
    spoken = [*world().script, *world().waiting_list, *world().finding]
    for country in countries():
        spoken += [country.emergency_note, *(line.notes for line in country.lines)]
        spoken += [finder.notes for finder in country.finders]
    sentences = [sentence for text in spoken for sentence in re.split(r"(?<=[.?!])\s+", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 25] == []
