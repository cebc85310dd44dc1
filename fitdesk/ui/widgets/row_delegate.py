"""The two-line row of every list: who and what; when and where; verdict and fit at the right.

A model gives a ``Row`` for ``ROW_ROLE`` (``table.LazyRows`` does); the delegate paints it.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fitdesk.ui.colours import Colours, colours_of
from fitdesk.ui.theme import font_of
from fitdesk.ui.widgets.row_painting import Row as Row
from fitdesk.ui.widgets.row_painting import one_line as one_line
from fitdesk.ui.widgets.row_painting import paint_ground, paint_mark, paint_row, paint_text
from fitdesk.ui.widgets.row_painting import row_height as row_height

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_INSET = 8
_PADDING = 12
_GAP = 4


class RowDelegate(QStyledItemDelegate):
    """Paints ``Row`` values; every row is as high as the font wants, 60 px and a gap of 4 at the usual size."""

    def __init__(self, parent: QObject | None = None, *, lines: int = 2) -> None:
        """``lines`` = 1 for short lists such as the command palette: title and mark only."""
        super().__init__(parent)
        self._lines = lines
        self.shows_focus = False
        """Whether the current row has a ring: for those who came by keyboard."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, row_height(option.font) if self._lines == 2 else _short_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        box = QRectF(option.rect).adjusted(_INSET, _GAP / 2, -_INSET, -_GAP / 2)
        colours = colours_of(option.palette)
        state = option.state if self.shows_focus else option.state & ~QStyle.StateFlag.State_HasFocus
        paint_ground(painter, box, state, colours)
        if self._lines == 1:
            _paint_short(painter, box.adjusted(_PADDING, 0, -_PADDING, 0), row, option.font, colours)
        else:
            paint_row(painter, box.adjusted(_PADDING, 8, -_PADDING, -8), row, option.font, colours)
        painter.restore()


def _paint_short(painter: QPainter, inner: QRectF, row: Row, font: QFont, colours: Colours) -> None:
    taken = paint_mark(painter, inner, row, colours, font, font_of(font, larger=-1.0))
    paint_text(painter, inner.adjusted(0, 0, -taken, 0), row.title, font, colours.text)


def _short_height(font: QFont) -> int:
    return QFontMetrics(font).height() + 20
