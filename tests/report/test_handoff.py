"""The HTML page is well made, stands alone, can do nothing, and shows hostile text as text."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from coach.core.records import History
from coach.core.text import one_line
from coach.report.handoff import html
from coach.report.page import Choice
from tests.report.history import HOSTILE, NOW, fullest, hostile, texts, whole

VOID = {"meta", "circle", "path", "rect", "line"}
CSP = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Outline(HTMLParser):
    """Reads a page strictly: every tag is closed in its order."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(document)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def everything(history: History) -> Choice:
    return Choice(reflections=frozenset(each.id for each in history.attempts), safety=True, hide=frozenset({"Sam"}))


HISTORIES = {
    "empty": (History(), Choice()),
    "few": (whole(3), Choice(reflections=frozenset({"a001"}))),
    "whole": (whole(), everything(whole())),
    "hostile": (hostile(), everything(hostile())),
    "fullest": (fullest(), everything(fullest())),
}


@pytest.fixture(params=HISTORIES)
def outline(request: pytest.FixtureRequest) -> Outline:
    history, choice = HISTORIES[request.param]
    return Outline(html(history, texts(), choice, NOW))


def test_the_page_is_well_formed_british_english_in_utf_8(outline: Outline) -> None:
    assert outline.tags[0] == ("html", {"lang": "en-GB"})
    assert outline.tags[2] == ("meta", {"charset": "utf-8"})
    assert len(outline.all("title")) >= 1
    assert len(outline.all("main")) == 1


def test_the_page_can_run_and_load_nothing(outline: Outline) -> None:
    loads = {"script", "link", "img", "iframe", "object", "embed", "form", "base", "a", "video", "use", "image"}
    assert not loads & {tag for tag, _ in outline.tags}
    for _, attributes in outline.tags:
        assert not any(name.startswith("on") or name in ("href", "src", "style", "xlink:href") for name in attributes)
    policy = [each for each in outline.all("meta") if each.get("http-equiv") == "Content-Security-Policy"]
    assert [each["content"] for each in policy] == [CSP]


def test_every_id_is_used_once_and_every_label_points_to_one(outline: Outline) -> None:
    ids = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    for _, attributes in outline.tags:
        assert set(attributes.get("aria-labelledby", "").split()) <= set(ids)


def test_headings_go_down_one_level_at_a_time(outline: Outline) -> None:
    levels = [int(tag[1]) for tag, _ in outline.tags if tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_chart_is_one_picture_with_a_name_and_a_description(outline: Outline) -> None:
    for picture in outline.all("svg"):
        assert picture["role"] == "img"
        name, description = picture["aria-labelledby"].split()
        assert ("title", {"id": name}) in outline.tags
        assert ("desc", {"id": description}) in outline.tags


def test_every_cell_of_a_table_has_a_heading(outline: Outline) -> None:
    assert all(cell.get("scope") in ("col", "row") for cell in outline.all("th"))


def test_hostile_texts_show_as_they_are() -> None:
    history = hostile()
    found = "\n".join(Outline(html(history, texts(), everything(history), NOW)).texts)
    for text in HOSTILE[:4]:
        assert one_line(text)[:50] in found


def test_charts_are_drawn_only_from_five_attempts_on() -> None:
    assert Outline(html(whole(3), texts(), Choice(), NOW)).all("svg") == []
    assert len(Outline(html(whole(), texts(), Choice(), NOW)).all("svg")) == 4


def test_the_page_says_what_it_is_not() -> None:
    document = html(whole(), texts(), Choice(), NOW)
    assert "It is not therapy, not a test and not a diagnosis." in document
    assert "not a validated scale" in document


def test_only_this_module_loads_the_template_engine() -> None:
    code = (
        "import sys, coach.report.journal, coach.report.table, coach.report.exchange, coach.report.merging\n"
        "import coach.report.review, coach.report.preview, coach.report.files\n"
        "assert not {'jinja2', 'tinydb', 'textual'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
