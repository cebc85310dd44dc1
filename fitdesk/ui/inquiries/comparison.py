"""All offerings beside one another: verdict, fit, both sides and what decides; a click or Enter chooses one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from fitdesk.domain.assessment import Assessment
from fitdesk.i18n import _
from fitdesk.ui.colours import colours_of
from fitdesk.ui.inquiries.comparison_rows import (
    COMPARED_ROLE,
    INSET,
    PADDING,
    Compared,
    CompareDelegate,
    column_boxes,
    compared,
    compared_height,
    paint_figure,
)
from fitdesk.ui.theme import font_of
from fitdesk.ui.widgets.page import plain_tooltip

NARROWEST = 660
WIDEST = 760
MARGIN = 8

Index = QModelIndex | QPersistentModelIndex


class ComparedModel(QAbstractListModel):
    """The rows, best first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Compared, ...] = ()

    def set_rows(self, rows: Sequence[Compared]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[Compared, ...]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == COMPARED_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return plain_tooltip(f"{row.title}\n{row.decides}") if role == Qt.ItemDataRole.ToolTipRole else None


class CompareHead(QWidget):
    """The names of the columns, above where their figures stand."""

    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, QFontMetrics(self.font()).height() + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        inner = QRectF(self.rect()).adjusted(INSET + PADDING, 0, -INSET - PADDING, 0)
        font, colour = font_of(self.font(), larger=-1.0), colours_of(self.palette()).dimmed
        boxes = column_boxes(inner)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(boxes["title"], Qt.AlignmentFlag.AlignVCenter, _("Offering, and what decides"))
        fit = boxes["bar"].united(boxes["fit"])
        for box, words in ((fit, _("Fit")), (boxes["for_them"], _("For them")), (boxes["for_me"], _("For me"))):
            paint_figure(painter, box, words, font, colour)
        painter.end()


class CompareList(QListView):
    """Rows under the pointer light up; Enter and a click choose."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rows")
        self.setItemDelegate(CompareDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Offerings, best first"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.picked.emit(index.row())


class Comparison(QFrame):
    """Drops below the head of the fit panel. ``chosen(int)`` is the place among the assessments; Escape closes."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "palette")
        self.setAccessibleName(_("All offerings beside one another"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, MARGIN, 1, MARGIN)
        column.setSpacing(2)
        self._head = CompareHead()
        self.list = CompareList()
        self._model = ComparedModel(self)
        self.list.setModel(self._model)
        self.list.picked.connect(self._pick)
        column.addWidget(self._head)
        column.addWidget(self.list)

    def rows(self) -> tuple[Compared, ...]:
        """What is shown, best first."""
        return self._model.rows()

    def show_below(self, widget: QWidget, assessments: Sequence[Assessment], at: int) -> None:
        """Open under ``widget``, at the left of what holds it and about as wide, with the offering ``at`` chosen."""
        self._model.set_rows(compared(assessments))
        self.list.setCurrentIndex(self._model.index(at))
        screen = widget.screen().availableGeometry()
        holder = widget.parentWidget() or widget
        wide = min(max(holder.width(), NARROWEST), WIDEST, screen.width() - 2 * MARGIN)
        below = holder.mapToGlobal(QPoint(-INSET - PADDING, widget.geometry().bottom() + 3))
        wanted = self._head.sizeHint().height() + len(assessments) * compared_height(self.list.font()) + 2 * MARGIN + 6
        top = max(screen.top() + MARGIN, min(below.y(), screen.bottom() - MARGIN - wanted))
        left = max(screen.left() + MARGIN, min(below.x(), screen.right() - MARGIN - wide))
        self.setGeometry(left, top, wide, min(wanted, screen.bottom() - MARGIN - top))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.scrollTo(self._model.index(at))

    def _pick(self, at: int) -> None:
        self.close()
        self.chosen.emit(at)
