"""Faces and colours of printed letters: Source Serif for the words, Source Sans for the small print, embedded."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import font_source_sans_pro
import font_source_serif_pro
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

TEXT: Final = "FitDeskText"
BOLD: Final = "FitDeskTextBold"
SANS: Final = "FitDeskSans"

INK: Final = HexColor("#1a1a1a")
QUIET: Final = HexColor("#5f6368")
"""Small print: 6.0 : 1 on white."""
RULE: Final = HexColor("#4a4a4a")
MARK: Final = HexColor("#9a9a9a")
LEAST_CONTRAST: Final = 4.5

_SERIF: Final = Path(font_source_serif_pro.__file__).parent / "files"
_SANS: Final = Path(font_source_sans_pro.__file__).parent / "files"
_FILES: Final = {
    TEXT: _SERIF / "SourceSerifPro-Regular.ttf",
    BOLD: _SERIF / "SourceSerifPro-Semibold.ttf",
    SANS: _SANS / "SourceSansPro-Regular.ttf",
}


@cache
def register_faces() -> None:
    """Reads the faces, once for the life of the program."""
    for name, path in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(path), asciiReadable=0))


@lru_cache(maxsize=50_000)
def _width_of_thousand(text: str, face: str) -> float:
    return float(pdfmetrics.stringWidth(text, face, 1000))


def text_width(text: str, face: str, size: float) -> float:
    """The width of ``text`` in points."""
    return _width_of_thousand(text, face) * size / 1000


@cache
def printable_characters(face: str) -> frozenset[str]:
    """The characters that ``face`` has a glyph for."""
    register_faces()
    return frozenset(map(chr, pdfmetrics.getFont(face).face.charToGlyph))


def accent_colour(written: str) -> Color:
    """The owner's accent, darkened until it can be read on white; dark ink when it is no colour."""
    try:
        colour = HexColor(written)
    except ValueError:
        return INK
    while _contrast_on_white(colour) < LEAST_CONTRAST:
        colour = Color(colour.red * 0.92, colour.green * 0.92, colour.blue * 0.92)
    return colour


def _contrast_on_white(colour: Color) -> float:
    """WCAG 2 contrast ratio against white."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.red, colour.green, colour.blue)
    ]
    return float(1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05))
