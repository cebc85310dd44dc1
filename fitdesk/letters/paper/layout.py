"""Where the parts of a letter stand on each sheet, in millimetres from the top left corner.

A window shows its address at every position of the sheet inside the envelope, and nothing but the address: ``address``
is what always shows, ``clear`` what may show at some position. The sheet has 10 mm of play to the side and 11 upwards
in a DL envelope (110 × 220), 19 and 15 in a C5/6 envelope (114 × 229).

- DIN 5008 forms A and B: the address field (85 × 45) with its return line, remarks and address zones; of the 75 for the
  information block, what stands above the text.
- France, NF Z 11-001: the address field from x 110, y 35–80; inside it what windows of 35 × 100 and of 45 × 100, 20
  from the right and from the bottom of a DL envelope, both show.
- UK: a DL window of 35 × 90, 20 from the left and 18 from the bottom.
- US: a #10 window of 28.6 × 114.3, 22.2 from the left and 12.7 from the bottom.
- Spain and the Netherlands have no firm norm, and KOMA-Script has no file for them: what a window of 35 × 90, 20 from
  its side and 18 from the bottom, shows in both a DL and a C5/6 envelope.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    """One layout. ``address`` is what the window always shows; ``clear`` what it may show at some position (None where
    there is no window).

    ``return_line`` is the strip above the address for the sender in small print (None where there is none).
    ``remarks`` is the strip for "by e-mail" and the like. ``text`` begins with the subject, ``footer`` is the baseline
    of the footer's last line, ``folds`` and ``holes`` are the heights of the marks at the left edge, ``name`` the
    baseline of the owner's name in the letterhead, ``logo`` the largest logo: it stands at the right end of the text.
    """

    width: float
    height: float
    text: Box
    address: Box
    clear: Box | None
    address_lines: int
    info: Box
    info_label: float
    footer: float
    folds: tuple[float, ...] = ()
    holes: tuple[float, ...] = ()
    return_line: Box | None = None
    remarks: Box | None = None
    name: float = 20.3
    logo: Box = Box(0, 11, 55, 24)


@dataclass(frozen=True, slots=True)
class PageFit:
    """How a letter fills its paper: pages, and the lines that are too many for one page (0 when it fits)."""

    pages: int
    overflow_lines: int = 0


_DIN_B: Final = Sheet(
    width=210,
    height=297,
    text=Box(25, 98.5, 165, 174),
    address=Box(25, 62.7, 75, 27.3),
    clear=Box(10, 45, 100, 50),
    address_lines=6,
    info=Box(125, 50, 65, 45),
    info_label=25,
    footer=283.5,
    folds=(105, 210),
    holes=(148.5,),
    return_line=Box(25, 45, 75, 5),
    remarks=Box(25, 50, 75, 12.7),
)
_DIN_A: Final = replace(
    _DIN_B,
    text=Box(25, 80.5, 165, 192),
    address=Box(25, 44.7, 75, 27.3),
    clear=Box(10, 27, 100, 50),
    info=Box(125, 32, 65, 45),
    folds=(87, 192),
    return_line=Box(25, 27, 75, 5),
    remarks=Box(25, 32, 75, 12.7),
    name=15.5,
    logo=Box(0, 8, 55, 18),
)
_UK: Final = Sheet(
    width=210,
    height=297,
    text=Box(25, 101.5, 165, 171),
    address=Box(25, 57, 75, 24),
    clear=Box(10, 46, 100, 46),
    address_lines=5,
    info=Box(125, 56.5, 65, 38),
    info_label=25,
    footer=283.5,
    folds=(99, 198),
)
_LEFT: Final = replace(_UK, address=Box(25, 61, 66, 20), clear=Box(1, 46, 109, 50), info=Box(125, 60.5, 65, 35))
_RIGHT: Final = replace(
    _UK,
    address=Box(120, 61, 70, 20),
    clear=Box(100, 46, 109, 50),
    info=Box(25, 60.5, 72, 35),
    logo=Box(0, 11, 55, 24),
)
_FRANCE: Final = replace(
    _UK,
    address=Box(115, 55, 75, 24),
    clear=Box(90, 34, 110, 56),
    info=Box(25, 54.5, 62, 40),
    logo=Box(0, 9, 55, 20),
)
_US: Final = Sheet(
    width=215.9,
    height=279.4,
    text=Box(26, 95, 164.5, 161),
    address=Box(26, 66.7, 82, 19),
    clear=Box(0, 60.3, 136.5, 31.8),
    address_lines=4,
    info=Box(139, 38, 64, 54),
    info_label=23,
    footer=266.5,
    folds=(101.6, 190.5),
    logo=Box(0, 9, 55, 20),
)

SHEETS: Final[dict[Layout, Sheet]] = {
    Layout.DIN_A: _DIN_A,
    Layout.DIN_B: _DIN_B,
    Layout.FRANCE: _FRANCE,
    Layout.UK: _UK,
    Layout.US: _US,
    Layout.SPAIN_LEFT: _LEFT,
    Layout.SPAIN_RIGHT: _RIGHT,
    Layout.DUTCH_LEFT: _LEFT,
    Layout.DUTCH_RIGHT: _RIGHT,
    Layout.PLAIN_A4: replace(
        _UK,
        text=Box(25, 92, 165, 181),
        address=Box(25, 50, 85, 32),
        clear=None,
        address_lines=7,
        info=Box(125, 49.5, 65, 38),
        folds=(),
    ),
    Layout.PLAIN_LETTER: replace(
        _US,
        text=Box(25.4, 90, 165.1, 166),
        address=Box(25.4, 50, 85, 32),
        clear=None,
        address_lines=7,
        info=Box(126, 49.5, 64.5, 38),
        folds=(),
    ),
}

ORGANIZATION_FIRST: Final = frozenset(
    {Layout.DIN_A, Layout.DIN_B, Layout.FRANCE, Layout.DUTCH_LEFT, Layout.DUTCH_RIGHT}
)
"""Where the address begins with the organization; elsewhere with the person."""

SIGNATURE: Final = Box(0, 0, 60, 15)
"""The largest signature image; it stands between the close and the name."""
