"""Sheets of address labels; a sheet that was begun goes on at the first free one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from fitdesk.i18n import _
from fitdesk.letters.paper.layout import Box
from fitdesk.letters.paper.posted import AddressSheet, Paper, Posted

PADDING = 4.0
"""Millimetres between the edge of a label and its words: sheets are fed up to two millimetres off."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet of labels in millimetres: ``left`` and ``top`` of the first, and the steps from one to the next."""

    paper: Paper
    across: int
    down: int
    left: float
    top: float
    width: float
    height: float
    step_x: float
    step_y: float


class LabelSheet(StrEnum):
    """Common sheets, by the number that most makers use."""

    L7160 = "l7160"
    L7163 = "l7163"
    US5160 = "us5160"

    @property
    def grid(self) -> Grid:
        """The makers' own measures."""
        a4, letter = Paper(210, 297), Paper(215.9, 279.4)
        return {
            LabelSheet.L7160: Grid(a4, 3, 7, 7.2, 15.1, 63.5, 38.1, 66.0, 38.1),
            LabelSheet.L7163: Grid(a4, 2, 7, 4.7, 15.1, 99.1, 38.1, 101.6, 38.1),
            LabelSheet.US5160: Grid(letter, 3, 10, 4.8, 12.7, 66.7, 25.4, 69.85, 25.4),
        }[self]

    @property
    def words(self) -> str:
        """The sheet as a choice on the screen."""
        return {
            LabelSheet.L7160: _("L7160, 3 × 7 on A4"),
            LabelSheet.L7163: _("L7163, 2 × 7 on A4"),
            LabelSheet.US5160: _("5160, 3 × 10 on Letter"),
        }[self]


def label_box(sheet: LabelSheet, place: int) -> Box:
    """The room for words on the label at ``place`` of a sheet, from 0, row by row."""
    grid = sheet.grid
    row, column = divmod(place, grid.across)
    return Box(
        grid.left + column * grid.step_x + PADDING,
        grid.top + row * grid.step_y + PADDING / 2,
        grid.width - 2 * PADDING,
        grid.height - PADDING,
    )


def render_labels(posted: Sequence[Posted], sheet: LabelSheet, first: int = 1) -> bytes:
    """A label for each, from the label ``first`` on (1 is at the top left). Raises CannotPrint naming who cannot be
    printed, ValueError when the sheet has no such label."""
    each = sheet.grid.across * sheet.grid.down
    if not 1 <= first <= each:
        raise ValueError(_("This sheet has {n} labels. Begin with one of them.").replace("{n}", str(each)))
    drawn = AddressSheet(sheet.grid.paper, _("Labels"))
    for place, one in enumerate(posted, start=first - 1):
        if place and place % each == 0:
            drawn.next_page()
        drawn.address(one, label_box(sheet, place % each))
    return drawn.pdf()
