"""Packages that only authors of content need: a check says what it left out when one is not installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def optional(name: str) -> Any:
    """The package of this name, or None when it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        return None


jsonschema = optional("jsonschema")
textstat = optional("textstat")
