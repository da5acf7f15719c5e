"""The Textual app: the same core, drawn."""
