"""Write the golden store of today's schema."""

from __future__ import annotations

import sys
from pathlib import Path

from coach.core.records import SCHEMA
from tests.store.golden.content import golden_bytes


def main() -> int:
    """Write the file unless it is there."""
    path = Path(__file__).with_name(f"schema-{SCHEMA}.json")
    if path.exists():
        print(f"{path.name} is there already; raise SCHEMA, or delete it if that schema was never released")
        return 1
    path.write_bytes(golden_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
