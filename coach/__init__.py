"""Coach: practise asking, one small step at a time, on your own computer."""

__version__ = "0.1.0"
