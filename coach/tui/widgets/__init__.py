"""Widgets: they know no screens and no store."""
