"""All text goes to the screen through `coach.tui.text`.

A widget reads a `str` as markup, so a name such as "[b]" would vanish and "[@click=...]" would act. The door
makes content that is never markup, and takes out what would steer the terminal.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).resolve().parents[2] / "coach" / "tui"
DOOR = TUI / "text.py"

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)

MARKUP_READERS = (
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "RadioButton",
    "Option",
    "Collapsible",
    "TabPane",
    "Tab",
    "Toast",
)
"""Textual's widgets that read a `str` as markup."""

SAFE_MAKERS = ("plain", "joined", "words", "clickable")
"""What `coach.tui.text` offers: printable text that is never markup."""


def called(node: ast.Call) -> str:
    """The last part of what is called: `notify` for `self.app.notify(...)`."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def is_text(node: ast.expr | None) -> bool:
    """Whether an expression is plainly a `str`: a literal, pieces put together, `.format(...)`."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and node.value != ""
    if isinstance(node, ast.BinOp):
        return is_text(node.left) or is_text(node.right)
    if isinstance(node, ast.IfExp):
        return is_text(node.body) or is_text(node.orelse)
    if isinstance(node, ast.Call):
        return called(node) in ("str", "format", "format_map", "printable", "shortened", "say", "strip") or (
            called(node) == "join" and isinstance(node.func, ast.Attribute) and is_text(node.func.value)
        )
    return isinstance(node, ast.JoinedStr)


def is_made_safe(node: ast.expr) -> bool:
    """Whether an expression is made by `coach.tui.text`, or empty."""
    if isinstance(node, ast.IfExp):
        return is_made_safe(node.body) and is_made_safe(node.orelse)
    if isinstance(node, ast.Constant):
        return node.value in (None, "")
    return isinstance(node, ast.Call) and called(node) in SAFE_MAKERS


def keyword(node: ast.Call, name: str) -> ast.expr | None:
    return next((each.value for each in node.keywords if each.arg == name), None)


def is_false(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def call_breaches(node: ast.Call) -> Iterator[str]:
    """Why one call may let text in as markup."""
    name = called(node)
    first = node.args[0] if node.args else None
    if keyword(node, "markup") is not None and not is_false(keyword(node, "markup")):
        yield "turns markup on"
    if name in ("from_markup", "from_text", "Text", "render_markup"):
        yield f"{name} reads markup or makes text elsewhere"
    if name == "Content" and first is not None and not (isinstance(first, ast.Constant)):
        yield "Content is made of text that was not made printable"
    if name in MARKUP_READERS and first is not None and not is_made_safe(first):
        yield f"{name} gets something that coach.tui.text did not make"
    if name == "notify" and not is_false(keyword(node, "markup")):
        yield "notify reads markup"
    if name == "update" and is_text(first):
        yield "update gets text"
    read = ("tooltip", "label", "prompt", "title") if name in MARKUP_READERS else ("tooltip",)
    for each in (*read, "placeholder") if name == "TextArea" else read:
        if is_text(keyword(node, each)):
            yield f"{each} gets text"


def other_breaches(node: ast.AST) -> Iterator[str]:
    """Why a statement that is not a call may let text in as markup."""
    if isinstance(node, ast.Assign):
        names = [target.attr for target in node.targets if isinstance(target, ast.Attribute)]
        if is_text(node.value) and set(names) & {"tooltip", "border_title", "border_subtitle"}:
            yield f"{names[0]} is set to text"
    if isinstance(node, FUNCTION) and node.name == "render":
        yield from (
            "render returns text"
            for each in ast.walk(node)
            if isinstance(each, ast.Return) and is_text(each.value)
        )


def breaches(code: str) -> list[str]:
    """Every place in a module where text may reach a widget as markup, with its line."""
    return [
        f"line {getattr(node, 'lineno', 0)}: {why}"
        for node in ast.walk(ast.parse(code))
        for why in (call_breaches(node) if isinstance(node, ast.Call) else other_breaches(node))
    ]


def test_no_text_reaches_a_widget_as_markup() -> None:
    found = {
        path.relative_to(TUI).as_posix(): why
        for path in sorted(TUI.rglob("*.py"))
        if path != DOOR and (why := breaches(path.read_text(encoding="utf-8")))
    }
    assert not found


@pytest.mark.parametrize(
    "code",
    [
        "Static('hello')",
        "Static(f'{name}')",
        "Label(name)",
        "Static(self.title)",
        "Button('Go')",
        "Option(text)",
        "self.notify(text)",
        "self.notify(text, markup=True)",
        "Content.from_markup(text)",
        "Content(text)",
        "Text(text)",
        "widget.update('x' + name)",
        "widget.tooltip = f'{name}'",
        "TextArea(placeholder='x')",
        "RadioButton(label=f'{name}')",
        "Static(plain(a), markup=True)",
        "Static(plain(a) if b else c)",
        "def render(self):\n    return f'{self.name}'",
    ],
)
def test_the_markup_rule_sees_a_breach(code: str) -> None:
    assert breaches(code)


@pytest.mark.parametrize(
    "code",
    [
        "Static(plain(name))",
        "Static()",
        "Static(id='rule')",
        "words(name)",
        "self.notify(name, markup=False)",
        "widget.update(joined(a, b))",
        "Content('').join(lines)",
        "Static(plain(a) if b else joined(c))",
        "seen.update(more)",
        "class Line(Static):\n    def render(self):\n        return plain(self.name)",
    ],
)
def test_the_markup_rule_lets_safe_text_through(code: str) -> None:
    assert not breaches(code)
