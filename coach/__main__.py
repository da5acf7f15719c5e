"""`python -m coach` is the same as `coach`: for people whose path does not have the command."""

from __future__ import annotations

from coach.cli import main

if __name__ == "__main__":
    main()
