"""Safe storage: what was shown as saved is never lost, and nobody reads it who should not."""

from coach.store.backups import Backup
from coach.store.doctor import Finding, examine
from coach.store.erasing import erase
from coach.store.errors import Locked, StoreError
from coach.store.files import REAL, Files
from coach.store.mark import Mark
from coach.store.memory import MemoryStore
from coach.store.paths import data_dir, state_dir
from coach.store.store import Store

__all__ = [
    "REAL",
    "Backup",
    "Files",
    "Finding",
    "Locked",
    "Mark",
    "MemoryStore",
    "Store",
    "StoreError",
    "data_dir",
    "erase",
    "examine",
    "state_dir",
]
