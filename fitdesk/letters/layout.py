"""Where the parts of a letter stand on each sheet, in millimetres from the top left corner.

DIN 5008 form B, and the sheets for a UK DL window and a US #10 window (letters.md; KOMA-Script's letter files agree).
A window shows its address at every position of the sheet inside the envelope, and nothing but the address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fitdesk.domain.owner import Layout


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its left and top edge, its width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Sheet:
    """One layout. ``address`` is what the window always shows; ``clear`` what it may show at some position.

    ``return_line`` is the strip above the address for the sender in small print (None where there is none).
    ``remarks`` is the strip for "by e-mail" and the like. ``text_top`` is where the subject begins, ``footer`` the
    baseline of the footer's last line, ``folds`` and ``holes`` are the heights of the marks at the left edge.
    """

    width: float
    height: float
    text: Box
    address: Box
    clear: Box
    address_lines: int
    info: Box
    info_label: float
    footer: float
    folds: tuple[float, ...]
    holes: tuple[float, ...] = ()
    return_line: Box | None = None
    remarks: Box | None = None
    name: float = 20.3
    """The baseline of the owner's name in the letterhead."""


@dataclass(frozen=True, slots=True)
class PageFit:
    """How a letter fills its paper: pages, and the lines that are too many for one page (0 when it fits)."""

    pages: int
    overflow_lines: int = 0


SHEETS: Final[dict[Layout, Sheet]] = {
    Layout.DIN_B: Sheet(
        width=210,
        height=297,
        text=Box(25, 98.5, 165, 174),
        address=Box(25, 62.7, 75, 27.3),
        clear=Box(10, 45, 100, 50),
        address_lines=6,
        info=Box(125, 50, 75, 45),
        info_label=21.5,
        footer=283.5,
        folds=(105, 210),
        holes=(148.5,),
        return_line=Box(25, 45, 75, 5),
        remarks=Box(25, 50, 75, 12.7),
    ),
    Layout.UK: Sheet(
        width=210,
        height=297,
        text=Box(25, 101.5, 165, 171),
        address=Box(25, 57, 75, 24),
        clear=Box(10, 46, 100, 46),
        address_lines=5,
        info=Box(125, 56.5, 75, 38),
        info_label=21.5,
        footer=283.5,
        folds=(99, 198),
    ),
    Layout.US: Sheet(
        width=215.9,
        height=279.4,
        text=Box(26, 95, 164.5, 161),
        address=Box(26, 66.7, 82, 19),
        clear=Box(0, 60.3, 136.5, 31.8),
        address_lines=4,
        info=Box(139, 38, 64, 54),
        info_label=20,
        footer=266.5,
        folds=(101.6, 190.5),
    ),
}

LOGO: Final = Box(0, 11, 55, 24)
"""The largest logo; it stands at the right end of the text."""

SIGNATURE: Final = Box(0, 0, 60, 15)
"""The largest signature image; it stands between the close and the name."""
