"""A button that reads like dimmed text, cut with an ellipsis where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from fitdesk.ui.theme import font_of
from fitdesk.ui.widgets.page import plain_tooltip

# The palette's placeholder colour is the theme's dimmed one, so this follows light and dark by itself.
_STYLE = """
QPushButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 0;
    min-height: 24px; font-weight: 400; text-align: left; color: palette(placeholder-text); }
QPushButton:hover, QPushButton:focus { color: palette(text); }
QPushButton:focus { border: 1px solid palette(highlight); padding: 0; min-height: 24px; }
QPushButton::menu-indicator { image: none; width: 0; }
"""


class QuietButton(QPushButton):
    """``larger`` is how many points it is larger than running text. ``set_words`` instead of ``setText``."""

    def __init__(self, words: str = "", *, larger: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setStyleSheet(_STYLE)
        self.setFont(font_of(self.font(), larger=larger))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def words(self) -> str:
        """The whole text, also while it is cut."""
        return self._words

    def set_words(self, words: str) -> None:
        if words == self._words and self.accessibleName():
            return
        self._words = words
        self.setAccessibleName(words.removesuffix("▾").strip())
        self.updateGeometry()
        self._fit()

    def drop(self, menu: QMenu | None) -> None:
        """Drop ``menu`` when pressed; None makes it a plain button again."""
        if menu is not self.menu():
            self.setMenu(menu)  # type: ignore[arg-type]  # Qt takes None, the stubs do not know

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 6, 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self.sizeHint().width()), 26)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 4, 24)
        metrics = self.fontMetrics()
        tail = " ▾" if self._words.endswith(" ▾") else ""
        if metrics.horizontalAdvance(self._words) <= room:
            shown = self._words
        else:
            head = self._words.removesuffix(" ▾")
            mode = Qt.TextElideMode.ElideRight
            shown = metrics.elidedText(head, mode, room - metrics.horizontalAdvance(tail)) + tail
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown == self._words else plain_tooltip(self._words))
