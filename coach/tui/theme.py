"""Two themes of our own: dusk (dark) and paper (light). A test computes that every pair can be read."""

from __future__ import annotations

from textual.theme import Theme

DUSK = Theme(
    name="dusk",
    dark=True,
    primary="#8fb7d9",
    secondary="#a9b8c9",
    accent="#e3bd7f",
    success="#a3c9a0",
    warning="#e3bd7f",
    error="#e3bd7f",
    foreground="#dde2e9",
    background="#15191f",
    surface="#1b2028",
    panel="#232a34",
    variables={
        "quiet": "#a3aebb",
        "rule": "#8f9cac",
        "picked": "#2a3442",
        "picked-text": "#f3f5f8",
        "bar": "#8fb7d9",
        "bar-after": "#e3bd7f",
        "block-cursor-background": "#e3bd7f",
        "block-cursor-foreground": "#15191f",
        "input-cursor-background": "#e3bd7f",
        "input-cursor-foreground": "#15191f",
        "input-selection-background": "#3b4a5e",
        "scrollbar": "#3a4452",
        "scrollbar-hover": "#5a6878",
        "scrollbar-active": "#8fb7d9",
        "scrollbar-background": "#15191f",
        "scrollbar-background-hover": "#15191f",
        "scrollbar-background-active": "#15191f",
        "scrollbar-corner-color": "#15191f",
    },
)

PAPER = Theme(
    name="paper",
    dark=False,
    primary="#1f5478",
    secondary="#4c5a68",
    accent="#8a4b08",
    success="#2f6b34",
    warning="#8a4b08",
    error="#8a4b08",
    foreground="#23262b",
    background="#faf7f0",
    surface="#f3efe5",
    panel="#e9e4d7",
    variables={
        "quiet": "#555a62",
        "rule": "#665f51",
        "picked": "#e6dfcd",
        "picked-text": "#16181b",
        "bar": "#1f5478",
        "bar-after": "#8a4b08",
        "block-cursor-background": "#8a4b08",
        "block-cursor-foreground": "#faf7f0",
        "input-cursor-background": "#8a4b08",
        "input-cursor-foreground": "#faf7f0",
        "input-selection-background": "#d8cfb8",
        "scrollbar": "#cfc8b6",
        "scrollbar-hover": "#a8a293",
        "scrollbar-active": "#1f5478",
        "scrollbar-background": "#faf7f0",
        "scrollbar-background-hover": "#faf7f0",
        "scrollbar-background-active": "#faf7f0",
        "scrollbar-corner-color": "#faf7f0",
    },
)

OWN_VARIABLES = dict.fromkeys(
    ("quiet", "rule", "picked", "picked-text", "bar", "bar-after"), "ansi_default"
)
"""Our own names in a theme of the terminal's own colours, which is what NO_COLOR asks for."""
