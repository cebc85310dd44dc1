"""Sets words in glyphs: kerning, ligatures, and another face for what the wanted one lacks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, NamedTuple

import uharfbuzz

from fitdesk.letters.paper.faces import INSTEAD, face

_FEATURES: Final = {"kern": True, "liga": True, "locl": False}
_NARROW: Final = "\u202f"
_NARROW_WIDTH: Final = 150
_PLAINER: Final = {
    **dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2007\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2006\u2008\u2009\u200a"), _NARROW),
    0x2011: "-",
    0x00AD: None,
    0x200B: None,
}
"""Spaces and hyphens that look like others. They are copied out of the PDF as those."""
_LIFT: Final = re.compile(r"\^(-?\d+)\^")


class Piece(NamedTuple):
    """Glyphs of one face as the inside of a PDF text array, ``[<code>]``. ``^n^`` in it lifts what follows."""

    face: str
    code: str


class Shaped(NamedTuple):
    """A text ready to be drawn: its pieces, its width in thousandths of the size, and the glyphs used by face."""

    pieces: tuple[Piece, ...]
    width: float
    glyphs: tuple[tuple[str, frozenset[int]], ...]

    def operators(self, resource: dict[str, str], size: float) -> str:
        """The PDF operators that show it; ``resource`` gives the name of each face on the page."""
        shown = " ".join(f"/{resource[piece.face]} {size:g} Tf [<{piece.code}>] TJ" for piece in self.pieces)
        if "^" not in shown:
            return shown
        return _LIFT.sub(lambda found: f">] TJ {int(found[1]) * size / 1000:.2f} Ts [<", shown)


@lru_cache(maxsize=8192)
def shape(text: str, wanted: str) -> Shaped:
    """``text`` in the face ``wanted``, run by run in another one where it must be. Unprintable characters are empty."""
    words = text.split(" ")
    parts = [_shape_word(words[0], wanted)]
    for word in words[1:]:
        parts += (_space(wanted), _shape_word(word, wanted))
    return _joined(parts)


def text_width(text: str, wanted: str, size: float) -> float:
    """The width of ``text`` in points."""
    if " " not in text:
        return _shape_word(text, wanted).width * size / 1000 if text else 0.0
    words = text.split(" ")
    gaps = (len(words) - 1) * _space(wanted).width
    return (sum(_shape_word(word, wanted).width for word in words) + gaps) * size / 1000


def unprintable(text: str, wanted: str) -> Iterable[str]:
    """The characters of ``text`` that no face has, in their order."""
    unknown = set(text) - _known(wanted)
    return (c for c in text if c in unknown) if unknown else ()


@cache
def _known(wanted: str) -> frozenset[str]:
    return frozenset({*map(chr, _PLAINER), _NARROW, *(c for name in INSTEAD[wanted] for c in face(name).glyphs)})


@cache
def _space(wanted: str) -> Shaped:
    return _shape_word("\u00a0", wanted)


@lru_cache(maxsize=65536)
def _shape_word(word: str, wanted: str) -> Shaped:
    """One word, which may hold no-break spaces; kept, because letters repeat their words."""
    word = unicodedata.normalize("NFC", word).translate(_PLAINER)
    return _joined([_shape_run(run, name) for name, run in _runs(word, wanted)])


def _joined(parts: Iterable[Shaped]) -> Shaped:
    """Several one after the other, in as few pieces as can be."""
    pieces: list[list[str]] = []
    glyphs: dict[str, set[int]] = {}
    width = 0.0
    for part in parts:
        width += part.width
        for name, code in part.pieces:
            if pieces and pieces[-1][0] == name:
                pieces[-1].append(code)
            else:
                pieces.append([name, code])
        for name, used in part.glyphs:
            glyphs.setdefault(name, set()).update(used)
    found = tuple(Piece(name, "".join(codes)) for name, *codes in pieces)
    return Shaped(found, width, tuple((name, frozenset(used)) for name, used in glyphs.items()))


def _runs(word: str, wanted: str) -> list[tuple[str, str]]:
    """The word in runs of one face: letters stay with the marks upon them."""
    letters: list[str] = []
    for character in word:
        if letters and unicodedata.combining(character):
            letters[-1] += character
        else:
            letters.append(character)
    runs: list[tuple[str, str]] = []
    for letter in letters:
        name = next((name for name in INSTEAD[wanted] if _has(name, letter)), wanted)
        if runs and runs[-1][0] == name:
            runs[-1] = (name, runs[-1][1] + letter)
        else:
            runs.append((name, letter))
    return runs


def _has(name: str, letter: str) -> bool:
    return letter == _NARROW or all(character in face(name).glyphs for character in letter)


def _shape_run(run: str, name: str) -> Shaped:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(run.replace(_NARROW, " "))
    buffer.guess_segment_properties()
    buffer.direction, buffer.language = "ltr", "en"  # the machine's own language must not change the glyphs
    uharfbuzz.shape(face(name).font, buffer, _FEATURES)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    set_glyphs = [
        (info.codepoint, at.x_advance, at.x_offset, at.y_offset) for info, at in zip(infos, positions, strict=True)
    ]
    own = face(name)
    # Glyphs that would be copied as anything else than what was written are not used.
    wanted = "".join(own.texts.get(own.glyphs.get(character, 0), "\0") for character in run.replace(_NARROW, " "))
    if "".join(own.texts.get(glyph[0], "\0") for glyph in set_glyphs) != wanted:
        numbers = [own.glyphs.get(character, 0) for character in run.replace(_NARROW, " ")]
        set_glyphs = [(number, own.width(number), 0, 0) for number in numbers]
    return _coded(run, name, set_glyphs)


def _coded(run: str, name: str, set_glyphs: list[tuple[int, int, int, int]]) -> Shaped:
    own, code, width = face(name), [], 0.0
    narrow = _NARROW in run and len(run) == len(set_glyphs)
    for place, (glyph, given, right, up) in enumerate(set_glyphs):
        advance = _NARROW_WIDTH if narrow and run[place] == _NARROW else given
        if up:
            code.append(f"^{up}^")
        if right:
            code.append(f">{-right}<")
        code.append(f"{glyph:04X}")
        spare = own.width(glyph) - advance + right
        if spare:
            code.append(f">{spare}<")
        if up:
            code.append("^0^")
        width += advance
    used = frozenset(glyph for glyph, *_at in set_glyphs)
    return Shaped((Piece(name, "".join(code)),), width, ((name, used),))
