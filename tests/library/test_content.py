"""What ships: clean by its own rules, and as much of it as the library promises."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

from coach.core.model import Category, Channel
from coach.engine import closing
from coach.library import Library
from coach.library.checking import check
from coach.library.checking.screening import APP_RULES
from tests.library.spoiling import copied

ROOT = Path(__file__).resolve().parents[2]


def test_our_own_content_has_no_fault(library: Library) -> None:
    report = check(library.folder)
    assert [str(fault) for fault in report.faults] == []
    assert [note for note in report.notes if "Reading level" not in note] == []


def test_the_library_holds_at_least_220_challenges_in_eleven_categories(library: Library) -> None:
    assert len(library.challenges) >= 220
    assert {each.category for each in library.categories} == set(Category)
    assert len(Category) == 11


@pytest.mark.parametrize("category", Category)
def test_each_category_goes_from_very_easy_to_hard_without_a_gap(library: Library, category: Category) -> None:
    levels = Counter(each.difficulty for each in library.challenges if each.category is category)
    assert set(range(1, 10)) <= set(levels)


def test_at_least_90_asks_need_no_one_in_the_room(library: Library) -> None:
    away = {Channel.PHONE, Channel.MESSAGE, Channel.ONLINE}
    assert sum(bool(away & set(each.channels)) for each in library.challenges) >= 90


def test_at_least_150_asks_cost_nothing(library: Library) -> None:
    assert sum(each.free for each in library.challenges) >= 150


def test_there_are_30_fears_30_goals_and_eight_gentle_exercises(library: Library) -> None:
    assert len(library.fears.themes) >= 30
    assert len(library.goals.themes) >= 30
    assert len(library.exercises) >= 8


def test_every_reason_that_closes_practice_outside_the_check_has_words(library: Library) -> None:
    assert set(closing.HOLD_RULES.values()) == set(APP_RULES)
    assert all(library.screening.rule(rule).said for rule in APP_RULES)


def test_every_wording_that_a_front_end_asks_for_is_there_with_its_facts(library: Library) -> None:
    wrong = []
    for path in sorted((ROOT / "coach").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or getattr(call.func, "attr", "") != "say" or len(call.args) != 2:
                continue
            names = [each.value for each in call.args if isinstance(each, ast.Constant)]
            if len(names) != 2 or any(keyword.arg is None for keyword in call.keywords):
                continue
            text = library.strings.get(str(names[0]), {}).get(str(names[1]))
            facts = {name for _, name, _, _ in Formatter().parse(text or "") if name}
            if text is None or facts - {str(keyword.arg) for keyword in call.keywords}:
                wrong.append(f"{path.name}:{call.lineno} {names}")
    assert wrong == []


def test_what_the_guide_for_authors_shows_can_be_added_as_it_stands(tmp_path: Path) -> None:
    guide = (ROOT / "content" / "README.md").read_text("utf-8")
    challenge, country, question = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    content = copied(tmp_path)
    for file, text in (("challenges/boundary.toml", challenge), ("prompts/before.toml", question)):
        with (content / file).open("a", encoding="utf-8") as opened:
            opened.write(f"\n{text}")
    (content / "support" / "xx.toml").write_text(country, "utf-8")
    assert [str(fault) for fault in check(content).faults] == []
