"""A wrapped sentence with a coloured mark in front of it, as one paragraph; plain text only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitdesk.ui.colours import Colours, colours_of
from fitdesk.ui.theme import font_of

_LONGEST = 600
_GAP = "\u2002"


class MarkedSentence(QWidget):
    """``say(sentence, mark, colour)``: ``colour`` is the name of one in the theme ("decline", "ask")."""

    def __init__(self, *, larger: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._larger = larger
        self._sentence = ""
        self._mark = ""
        self._colour = "dimmed"
        self._heights: dict[int, int] = {}
        self._is_steady = False
        self._floors: dict[int, int] = {}
        self._painted: tuple[int, QTextLayout] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, sentence: str, mark: str = "", colour: str = "dimmed") -> None:
        """Show ``sentence``; ``mark`` stands bold and coloured before it."""
        shown = sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST] + "…"
        if (shown, mark, colour) == (self._sentence, self._mark, self._colour):
            return  # laying out what stands already costs as much as anything new
        height = self._heights.get(self.width())
        self._sentence, self._mark, self._colour = shown, mark, colour
        self._forget()
        self.setAccessibleName(self.text())
        if height is None or height != self.heightForWidth(self.width()):
            self.updateGeometry()  # everything around it is laid out anew: only when it needs other room
        self.update()

    def set_steady(self, is_steady: bool) -> None:
        """While steady, a shorter sentence keeps the room of a longer one before it: nothing below it jumps."""
        self._is_steady = is_steady
        self._floors.clear()
        self._heights.clear()
        self.updateGeometry()

    def text(self) -> str:
        """Mark and sentence as they read."""
        return f"{self._mark}: {self._sentence}" if self._mark else self._sentence

    def line_height(self) -> int:
        """Height of one line in pixels."""
        return round(QFontMetricsF(self._font()).lineSpacing())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            height = max(self.line_height(), round(self._laid_out(max(width, 40))[1] + 0.5))
            self._heights[width] = max(self._floors.get(width, 0), self.contentsMargins().top() + height)
            if self._is_steady:
                self._floors[width] = self._heights[width]
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = min(360, round(QFontMetricsF(self._font()).horizontalAdvance(self._whole())) + 8)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.line_height())

    def changeEvent(self, event: QEvent) -> None:
        self._forget()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(colours_of(self.palette()).dimmed))
        if self._painted is None or self._painted[0] != self.width():
            self._painted = (self.width(), self._laid_out(self.width())[0])
        self._painted[1].draw(painter, QPointF(0, self.contentsMargins().top()))
        painter.end()

    def _forget(self) -> None:
        self._heights.clear()
        self._painted = None

    def _whole(self) -> str:
        return f"{self._mark}{_GAP}{self._sentence}" if self._mark else self._sentence

    def _font(self) -> QFont:
        return font_of(self.font(), larger=self._larger)

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        """The paragraph in lines of ``width``, and its height."""
        layout = QTextLayout(self._whole(), self._font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if self._mark:
            layout.setFormats([self._mark_format(colours_of(self.palette()))])
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height

    def _mark_format(self, colours: Colours) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setForeground(QColor(getattr(colours, self._colour)))
        look.setFontWeight(QFont.Weight.DemiBold)
        marked = QTextLayout.FormatRange()
        marked.start = 0
        marked.length = len(self._mark)
        marked.format = look
        return marked
