"""The campaign that tries to make the store lose something: `python -m tests.faults`."""
