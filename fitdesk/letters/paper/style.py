"""Colours of printed letters, and what makes the first letter as quick as the second."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple


class Colour(NamedTuple):
    """Red, green and blue from 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def hex(self) -> str:
        return "#" + "".join(f"{round(part * 255):02x}" for part in self)


INK: Final = Colour(0.102, 0.102, 0.102)
QUIET: Final = Colour(0.373, 0.388, 0.408)
"""Small print: 6.0 : 1 on white."""
RULE: Final = Colour(0.55, 0.55, 0.55)
MARK: Final = Colour(0.604, 0.604, 0.604)
LEAST_CONTRAST: Final = 4.5


@cache
def register_faces() -> None:
    """Reads the faces and the parts of the program that draw, once for the life of the program (0.3 s)."""
    from fitdesk.letters.paper import archive, pdf  # noqa: F401 - pdf is only to be loaded
    from fitdesk.letters.paper.faces import BOLD, SANS, TEXT, embedded

    for name in (TEXT, BOLD, SANS):
        embedded(name, frozenset())
    archive.colour_profile()


def accent_colour(written: str) -> Colour:
    """The owner's accent ("#2f6f5e"), darkened until it can be read on white; dark ink when it is no colour."""
    found = re.fullmatch(r"\s*#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})\s*", written)
    if found is None:
        return INK
    colour = Colour(*(int(part, 16) / 255 for part in found.groups()))
    while _contrast_on_white(colour) < LEAST_CONTRAST:
        colour = Colour(*(part * 0.92 for part in colour))
    return colour


def _contrast_on_white(colour: Colour) -> float:
    """WCAG 2 contrast ratio against white."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05)
