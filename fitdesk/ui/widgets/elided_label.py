"""A label of one line that is cut with an ellipsis; the whole text is in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from fitdesk.ui.widgets.page import PlainLabel, plain_tooltip
from fitdesk.ui.widgets.row_delegate import one_line


class ElidedLabel(PlainLabel):
    """``set_words`` instead of ``setText``; ``words()`` is the whole text."""

    def __init__(self, words: str = "", role: str | None = None) -> None:
        super().__init__("", role)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def words(self) -> str:
        return self._words

    def set_words(self, words: str) -> None:
        if self._words == one_line(words) and self.accessibleName():
            return
        self._words = one_line(words)
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 2, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(self.width(), 0))
        self.setText(shown)
        self.setToolTip("" if shown == self._words else plain_tooltip(self._words))
