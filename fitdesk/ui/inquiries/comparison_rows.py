"""One offering beside the others: what its row says, and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from fitdesk.domain.assessment import Assessment, Side
from fitdesk.domain.ranges import Range
from fitdesk.domain.terms import Verdict
from fitdesk.domain.whole_points import whole_points
from fitdesk.i18n import _
from fitdesk.ui.colours import colours_of
from fitdesk.ui.format import verdict_word
from fitdesk.ui.theme import font_of
from fitdesk.ui.widgets.fit_words import deciding, number_words
from fitdesk.ui.widgets.range_bar import paint_interval
from fitdesk.ui.widgets.row_painting import paint_ground, paint_text
from fitdesk.ui.widgets.verdict_mark import paint_verdict

COMPARED_ROLE = Qt.ItemDataRole.UserRole + 1
PADDING = 12
INSET = 6
COLUMNS = (("verdict", 92), ("bar", 64), ("fit", 58), ("for_them", 64), ("for_me", 58))
"""What stands right of the title, with its width in pixels."""
GAP = 8


@dataclass(frozen=True, slots=True)
class Compared:
    """``fit`` is out of 100; ``points``, ``for_them`` and ``for_me`` as they are shown."""

    title: str
    verdict: Verdict
    fit: Range
    points: str
    for_them: str
    for_me: str
    decides: str

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        told = _("{title}: {verdict}, fit {fit} of 100, for them {them}, for me {me}. {decides}")
        words = {"title": self.title, "verdict": verdict_word(self.verdict), "fit": self.points}
        for name, text in {**words, "them": self.for_them, "me": self.for_me, "decides": self.decides}.items():
            told = told.replace("{" + name + "}", text)
        return told


def compared(assessments: Sequence[Assessment]) -> tuple[Compared, ...]:
    """Each assessment as a row, in the order given."""
    found = []
    for one in assessments:
        shown = whole_points(one)
        sides = {side: number_words(share.gains) for side, share in shown.sides.items()}
        title = one.offering.title or _("Without a name")
        found.append(
            Compared(
                title, one.verdict, one.fit, number_words(shown.fit.gains), sides[Side.FOR_THEM], sides[Side.FOR_ME],
                deciding(one, shown),
            )
        )  # fmt: skip
    return tuple(found)


def column_boxes(inner: QRectF) -> dict[str, QRectF]:
    """The places of the columns in a line, by name; "title" has what is left."""
    boxes: dict[str, QRectF] = {}
    right = inner.right()
    for name, width in reversed(COLUMNS):
        boxes[name] = QRectF(right - width, inner.top(), width, inner.height())
        right -= width + GAP
    boxes["title"] = QRectF(inner.left(), inner.top(), max(0.0, right - inner.left()), inner.height())
    return boxes


class CompareDelegate(QStyledItemDelegate):
    """Two lines: the offering with its verdict and figures; below it, what decides."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(400, compared_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(COMPARED_ROLE)
        if not isinstance(row, Compared):
            return
        painter.save()
        box = QRectF(option.rect).adjusted(INSET, 1, -INSET, -1)
        colours = colours_of(option.palette)
        paint_ground(painter, box, option.state, colours)
        inner = box.adjusted(PADDING, 4, -PADDING, -4)
        small = font_of(option.font, larger=-1.0)
        upper = QRectF(inner.left(), inner.top(), inner.width(), QFontMetrics(option.font).height() + 2)
        lower = QRectF(inner.left(), upper.bottom(), inner.width(), inner.bottom() - upper.bottom())
        boxes = column_boxes(upper)
        paint_text(painter, boxes["title"], row.title, font_of(option.font, weight=QFont.Weight.Medium), colours.text)
        colour = colours.of_verdict(row.verdict)
        paint_verdict(painter, boxes["verdict"], row.verdict, colour, font_of(small, weight=QFont.Weight.DemiBold))
        bar = boxes["bar"]
        paint_interval(painter, QRectF(bar.left(), bar.center().y() - 2, bar.width(), 5), row.fit, 100, colours, colour)
        for name, text in (("fit", row.points), ("for_them", row.for_them), ("for_me", row.for_me)):
            paint_figure(painter, boxes[name], text, small, colours.text if name == "fit" else colours.dimmed)
        paint_text(painter, lower, row.decides, small, colours.dimmed)
        painter.restore()


def compared_height(font: QFont) -> int:
    """Height of a row in pixels."""
    return QFontMetrics(font).height() + QFontMetrics(font_of(font, larger=-1.0)).height() + 14


def paint_figure(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: str) -> None:
    """``text`` at the right end of ``rect``."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
