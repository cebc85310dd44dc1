"""On which line of a phrase book each table, key and phrase stands: tomllib does not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_HEADER = re.compile(r"\[\s*([^\[\]\n]+?)\s*\][ \t]*(?:#[^\n]*)?(?=\n|$)")
_KEY = re.compile(r"((?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*'))*)[ \t]*=")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""' r"|'''.*?'''" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'",
    re.DOTALL,
)


@dataclass(slots=True)
class BookLines:
    """Lines count from 1. ``items``: (table, key) → the line of each string in its list."""

    tables: dict[str, int] = field(default_factory=dict)
    keys: dict[tuple[str, str], int] = field(default_factory=dict)
    items: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def line_of(self, table: str, key: str = "", item: int | None = None) -> int:
        """The line of a phrase, else of its key, else of its table; 1 when none of them stands in the text."""
        found = self.items.get((table, key), [])
        if item is not None and item < len(found):
            return found[item]
        return self.keys.get((table, key)) or self.tables.get(table) or self.tables.get(_joined(table, key)) or 1


def find_lines(text: str) -> BookLines:
    """One scan of a TOML text that tomllib can read; every string and comment is stepped over whole."""
    lines, table, key, place, number = BookLines(), "", "", 0, 1
    depth = 0
    while place < len(text):
        mark = text[place]
        end = place + 1
        if mark == "#":
            end = _line_end(text, place)
        elif depth == 0 and not key and mark == "[" and (found := _HEADER.match(text, place)):
            table, end = _name(found[1]), found.end()
            lines.tables.setdefault(table, number)
        elif depth == 0 and not key and (found := _KEY.match(text, place)):
            head, _dot, key = _name(found[1]).rpartition(".")
            lines.keys.setdefault((_joined(table, head), key), number)
            end, key = found.end(), f"{head}\0{key}"
        elif mark in "\"'" and (found := _STRING.match(text, place)):
            head, _nul, name = key.partition("\0")
            lines.items.setdefault((_joined(table, head), name), []).append(number)
            end = found.end()
        elif mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
        elif mark == "\n" and depth == 0:
            key = ""
        number += text.count("\n", place, end)
        place = end
    return lines


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _name(written: str) -> str:
    """`a . "b"` as `a.b`."""
    return ".".join(part.strip().strip("\"'") for part in written.split("."))


def _joined(table: str, key: str) -> str:
    return f"{table}.{key}" if table and key else table or key
