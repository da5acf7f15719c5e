"""A store of every schema that was ever released, as it was written then.

`python -m tests.store.golden` writes the file for today's schema, and refuses to write over one that is there:
after a release, a change of a saved shape raises `SCHEMA` and leads to a new file.
"""
