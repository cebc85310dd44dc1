"""What marks a FitDesk database, and which schema this program writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

APPLICATION_ID = 0x46697444
"""ASCII "FitD", in the file's header (https://sqlite.org/fileformat.html, offset 68)."""

SCHEMA = 3
"""The number of the newest script in migrations/, kept in the file as user_version."""

MIGRATIONS = Path(__file__).parent / "migrations"

_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a file say: whether it is SQLite's, whose, and of which schema."""

    empty: bool
    is_sqlite: bool
    application_id: int
    user_version: int


def read_header(path: Path) -> Header:
    """The header of ``path``, read as plain bytes so that not even a lock or a journal is touched."""
    with path.open("rb") as file:
        head = file.read(100)
    return Header(
        empty=not head,
        is_sqlite=len(head) == 100 and head.startswith(_MAGIC),
        application_id=int.from_bytes(head[68:72], "big"),
        user_version=int.from_bytes(head[60:64], "big"),
    )
