"""The finished pages of a letter on the screen: sharp at any scale, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from fitdesk.i18n import _
from fitdesk.ui.colours import colours_of

_GAP = 16
_WIDEST = 820
_REST_MS = 80
_LATE_MS = 300
"""What takes longer than this is said to be under way."""
_PAPER_INCHES = 8.27
_PAPER_SHAPE = 210 / 297


class PagePreview(QScrollArea):
    """Shows pictures of pages under each other. ``sharper_wanted(dpi)`` asks for pictures for the present width."""

    sharper_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None, *, whole_page: bool = False) -> None:
        """``whole_page`` shows a page at a glance instead of filling the width."""
        super().__init__(parent)
        self._whole_page = whole_page
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The letter as it will be printed"))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._late = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._late.timeout.connect(lambda: self._sheet.set_waiting(True))
        self._rest.timeout.connect(lambda: self.sharper_wanted.emit(self.dots_per_inch()))

    def dots_per_inch(self) -> float:
        """The resolution at which a page fills the width here, dot for dot."""
        return self._sheet.paper_width() * self.devicePixelRatioF() / _PAPER_INCHES

    def show_pages(self, pictures: tuple[QImage, ...]) -> None:
        """Show these pages; the place to which it was scrolled stays."""
        self._sheet.set_pictures(pictures)

    def stop_waiting(self) -> None:
        """No page will come: why is said elsewhere."""
        self._sheet.set_waiting(False)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the pages are older than the words beside them."""
        self._sheet.set_dimmed(dimmed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._late.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole_page:
            self._sheet.set_tallest(self.viewport().height())
        self._rest.start()


class _Sheet(QWidget):
    """Paints the pages with a soft edge."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: tuple[QImage, ...] = ()
        self._dimmed = self._waits = False
        self._tallest: int | None = None

    def set_tallest(self, pixels: int) -> None:
        self._tallest = pixels - 2 * _GAP
        self.setMinimumHeight(self._height())

    def set_waiting(self, waits: bool) -> None:
        self._waits = waits
        self.update()

    def set_pictures(self, pictures: tuple[QImage, ...]) -> None:
        self._pictures = pictures
        self._dimmed = self._waits = False
        self.setMinimumHeight(self._height())
        self.updateGeometry()
        self.update()

    def set_dimmed(self, dimmed: bool) -> None:
        self._dimmed = dimmed
        self.update()

    def paper_width(self) -> int:
        wide = min(_WIDEST, self.width() - 2 * _GAP)
        if self._tallest is not None:
            shape = self._pictures[0].width() / self._pictures[0].height() if self._pictures else _PAPER_SHAPE
            wide = min(wide, round(self._tallest * shape))
        return max(200, wide)

    def sizeHint(self) -> QSize:
        return QSize(480, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colours = colours_of(self.palette())
        wide = self.paper_width()
        left, top = (self.width() - wide) / 2, float(_GAP)
        if self._waits and not self._pictures:
            painter.setPen(QColor(colours.dimmed))
            painter.drawText(QRectF(0, top, self.width(), 40), Qt.AlignmentFlag.AlignCenter, _("Setting the page…"))
        for picture in self._pictures:
            paper = QRectF(left, top, wide, wide * picture.height() / picture.width())
            painter.setOpacity(1.0)
            painter.setPen(QColor(colours.border))
            painter.setBrush(QColor("#ffffff"))
            painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))
            painter.setOpacity(0.55 if self._dimmed else 1.0)
            painter.drawImage(paper, picture)
            top = paper.bottom() + _GAP

    def _height(self) -> int:
        wide = self.paper_width()
        return round(sum(wide * p.height() / p.width() + _GAP for p in self._pictures)) + _GAP
