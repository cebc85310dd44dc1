"""The typefaces of printed letters: their glyphs, what each glyph means as text, and the part of a face a PDF needs."""

from __future__ import annotations

import hashlib
import struct
import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Final

import font_source_sans_pro
import font_source_serif_pro
import uharfbuzz

TEXT: Final = "text"
BOLD: Final = "bold"
SANS: Final = "sans"
SANS_BOLD: Final = "sans bold"

INSTEAD: Final = {TEXT: (TEXT, SANS), BOLD: (BOLD, SANS_BOLD), SANS: (SANS, TEXT), SANS_BOLD: (SANS_BOLD, BOLD)}
"""In which order faces are tried for a character."""

_SERIF: Final = Path(font_source_serif_pro.__file__).parent / "files"
_SANS: Final = Path(font_source_sans_pro.__file__).parent / "files"
_FILES: Final = {
    TEXT: _SERIF / "SourceSerifPro-Regular.ttf",
    BOLD: _SERIF / "SourceSerifPro-Semibold.ttf",
    SANS: _SANS / "SourceSansPro-Regular.ttf",
    SANS_BOLD: _SANS / "SourceSansPro-Semibold.ttf",
}
_LIGATURES: Final = ("ff", "fi", "fl", "ffi", "ffl", "ft", "fft", "fj", "ffj", "fb", "fh", "fk", "tt")
_ALWAYS: Final = "".join(map(chr, range(0x20, 0x7F))) + "“”‘’–—…·•"
"""Embedded with every face: most letters then share one part of it, which is made only once."""
_NOT_FOR_PRINT: Final = ("GSUB", "GPOS", "GDEF", "BASE", "name", "OS/2", "post", "kern", "DSIG", "STAT", "cmap")


class Face:
    """One face. Widths are thousandths of the size; glyphs are numbers, 0 is the empty one."""

    def __init__(self, path: Path) -> None:
        self.postscript_name = path.stem
        self.harfbuzz = uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes()))
        self.font = uharfbuzz.Font(self.harfbuzz)
        self.glyphs = {chr(code): self.font.get_nominal_glyph(code) for code in self.harfbuzz.unicodes}

    @cached_property
    def texts(self) -> dict[int, str]:
        """What each glyph stands for when text is copied out of the PDF: of several, what a letter would write."""
        texts: dict[int, str] = {}
        likely = {c: (c not in _ALWAYS, unicodedata.normalize("NFKC", c) != c, c) for c in self.glyphs}
        for character in sorted(self.glyphs, key=likely.__getitem__):
            texts.setdefault(self.glyphs[character], character)
        for letters in _LIGATURES:
            buffer = uharfbuzz.Buffer()
            buffer.add_str(letters)
            buffer.guess_segment_properties()
            uharfbuzz.shape(self.font, buffer, {"liga": True})
            if len(buffer.glyph_infos) == 1:
                texts[buffer.glyph_infos[0].codepoint] = letters
        return texts

    @cached_property
    def always(self) -> frozenset[int]:
        ligatures = {glyph for glyph, text in self.texts.items() if text in _LIGATURES}
        return frozenset({0, *ligatures, *(self.glyphs[c] for c in _ALWAYS if c in self.glyphs)})

    def width(self, glyph: int) -> int:
        return int(self.font.get_glyph_h_advance(glyph))


@dataclass(frozen=True, slots=True)
class EmbeddedFace:
    """What a PDF holds of a face: ``program`` (TrueType) and ``to_unicode`` are deflated; ``length`` is the program's
    before that. ``widths`` is a PDF array; ``box``, ``ascent``, ``descent`` and ``capitals`` are thousandths."""

    name: str
    program: bytes
    length: int
    widths: str
    to_unicode: bytes
    box: tuple[int, ...]
    ascent: int
    descent: int
    capitals: int


@cache
def face(name: str) -> Face:
    """The face called TEXT, BOLD, SANS or SANS_BOLD, read once for the life of the program."""
    return Face(_FILES[name])


@lru_cache(maxsize=64)
def embedded(name: str, further: frozenset[int]) -> EmbeddedFace:
    """The part of a face with the usual Latin glyphs and ``further`` ones; glyph numbers stay as they are."""
    return _embedded(name, face(name).always | further)


@lru_cache(maxsize=64)
def _embedded(name: str, chosen: frozenset[int]) -> EmbeddedFace:
    own, glyphs = face(name), sorted(chosen)
    program = _subset(own, glyphs)
    ascent, descent, _gap = own.font.get_font_extents("ltr")
    head = bytes(own.harfbuzz.reference_table("head").data)
    tag = hashlib.md5(repr((name, glyphs)).encode(), usedforsecurity=False).digest()[:6]
    return EmbeddedFace(
        name=f"{''.join(chr(65 + byte % 26) for byte in tag)}+{own.postscript_name}",
        program=zlib.compress(program, 9),
        length=len(program),
        widths=" ".join(f"{glyph}[{own.width(glyph)}]" for glyph in glyphs),
        to_unicode=zlib.compress(_character_map(own, glyphs)),
        box=struct.unpack(">4h", head[36:44]),
        ascent=ascent,
        descent=descent,
        capitals=own.font.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT),
    )


def _subset(own: Face, glyphs: list[int]) -> bytes:
    chosen = uharfbuzz.SubsetInput()
    chosen.glyph_set.update(glyphs)
    flags = uharfbuzz.SubsetFlags
    chosen.flags = flags.NO_LAYOUT_CLOSURE | flags.RETAIN_GIDS | flags.NOTDEF_OUTLINE
    chosen.drop_table_tag_set.update(int.from_bytes(table.encode().ljust(4), "big") for table in _NOT_FOR_PRINT)
    return bytes(chosen.subset(own.harfbuzz).blob.data)


def _character_map(own: Face, glyphs: list[int]) -> bytes:
    """The CMap that turns glyph numbers back into text."""
    pairs = [f"<{glyph:04X}> <{own.texts[glyph].encode('utf-16-be').hex().upper()}>" for glyph in glyphs if glyph]
    blocks = (pairs[first : first + 100] for first in range(0, len(pairs), 100))
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode()
