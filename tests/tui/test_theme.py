"""Everything can be read: contrast is computed for both of our themes (design: 6-look)."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from coach.tui.theme import DUSK, PAPER

BODY, REST = 7.0, 4.5
GROUNDS = ("background", "surface", "picked")
"""What text stands on: the page, a field, a picked row."""


def colour(theme: Theme, name: str) -> Color:
    found = theme.variables.get(name) or getattr(theme, name)
    return Color.parse(found)


def luminance(shade: Color) -> float:
    """Relative luminance, 0-1, as the Web Content Accessibility Guidelines 2 define it."""
    parts = [part / 255 for part in shade.rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [DUSK, PAPER], ids=["dusk", "paper"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_body_text_stands_out_seven_to_one(theme: Theme, ground: str) -> None:
    text = colour(theme, "picked-text" if ground == "picked" else "foreground")
    assert contrast(colour(theme, ground), text) >= BODY


@pytest.mark.parametrize("theme", [DUSK, PAPER], ids=["dusk", "paper"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", ["quiet", "primary", "accent", "bar", "bar-after", "rule"])
def test_everything_else_stands_out_four_and_a_half_to_one(theme: Theme, ground: str, name: str) -> None:
    assert contrast(colour(theme, ground), colour(theme, name)) >= REST


@pytest.mark.parametrize("theme", [DUSK, PAPER], ids=["dusk", "paper"])
def test_no_theme_of_ours_uses_red(theme: Theme) -> None:
    for name in ("primary", "secondary", "accent", "warning", "error", "success"):
        hue, saturation, _ = colour(theme, name).hsl
        assert not (saturation > 0.4 and (hue < 0.04 or hue > 0.94)), name
