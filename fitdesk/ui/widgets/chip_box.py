"""The box that holds chips and the line in which the next one is typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QSizePolicy, QWidget

from fitdesk.ui.theme import colours_of
from fitdesk.ui.widgets.chip import CHIP_HEIGHT, Chip
from fitdesk.ui.widgets.field import ReadingError
from fitdesk.ui.widgets.flow_layout import FlowLayout

MOST_CHIPS = 200
_LONGEST_PASTE = 4000


class _GrowingEdit(QLineEdit):
    """As wide as its text, so that it moves to a line of its own only when it must."""

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(lambda _text: self.updateGeometry())

    def sizeHint(self) -> QSize:
        shown = self.text() or self.placeholderText()
        return QSize(self.fontMetrics().horizontalAdvance(shown) + (20 if shown else 10), CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(10, CHIP_HEIGHT)


class ChipBox(QFrame):
    """The chips and the line in which the next one is typed. ``read`` turns typed text into words or raises."""

    changed = Signal()

    def __init__(
        self, read: Callable[[str], list[str]], separators: str, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read, self._separators, self._hint = read, separators, hint
        self._chips: list[Chip] = []
        self._marked: int | None = None
        self.problem = ""
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.flow = FlowLayout(self)
        self.flow.setContentsMargins(5, 5, 5, 5)
        self.edit = _GrowingEdit()
        self.edit.setProperty("bare", True)
        self.edit.setMaxLength(_LONGEST_PASTE)
        self.edit.setFixedHeight(CHIP_HEIGHT)
        self.edit.setStyleSheet("min-height: 22px; padding: 0 4px;")
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._note_typing)
        self.flow.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self._show_hint()

    def words(self) -> tuple[str, ...]:
        return tuple(chip.word for chip in self._chips)

    def set_words(self, words: tuple[str, ...]) -> None:
        while self._chips:
            self._drop(len(self._chips) - 1)
        for word in words[:MOST_CHIPS]:
            self._append(word)
        self._show_hint()

    def set_hint(self, text: str) -> None:
        self._hint = text
        self._show_hint()

    def set_pending(self, text: str) -> None:
        """Text that is typed but not yet a chip."""
        self.edit.setText(text)
        self.problem = ""

    def commit(self) -> bool:
        """Turn what is typed into chips; False (and ``problem``) when it cannot be read."""
        text = self.edit.text()
        if not text.strip():
            self.edit.clear()
            self.problem = ""
            return True
        try:
            words = self._read(text)
        except ReadingError as problem:
            self.problem = str(problem)
            return False
        self.problem = ""
        self.edit.clear()
        known = {word.casefold() for word in self.words()}
        for word in words:
            if word.casefold() not in known and len(self._chips) < MOST_CHIPS:
                known.add(word.casefold())
                self._append(word)
        self._show_hint()
        self.changed.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._handle(event)
        if event.type() == QEvent.Type.FocusIn:
            self.update()
        elif event.type() == QEvent.Type.FocusOut:
            self._mark(None)
            self.commit()
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.edit.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        focused = self.edit.hasFocus()
        edge = colours.accent if focused else colours.border
        if self.property("invalid"):
            edge = colours.decline
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.setBrush(QColor(colours.field))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 7.5, 7.5)

    def _handle(self, event: QKeyEvent) -> bool:
        """Keys that work on chips; True when used up."""
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.edit.text().strip():
                return False
            self.commit()
            self.changed.emit()
            return True
        if text and text in self._separators and self.edit.text().strip():
            return self.commit()
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._paste()
        if self.edit.text() or self.edit.cursorPosition():
            self._mark(None)
            return False
        return self._move(key)

    def _move(self, key: int) -> bool:
        """Arrow keys walk over the chips from an empty line; Backspace or Delete removes the marked one."""
        last = len(self._chips) - 1
        if last < 0:
            return False
        if key == Qt.Key.Key_Left:
            self._mark(last if self._marked is None else max(0, self._marked - 1))
        elif key == Qt.Key.Key_Right and self._marked is not None:
            self._mark(self._marked + 1 if self._marked < last else None)
        elif key == Qt.Key.Key_Backspace or (key == Qt.Key.Key_Delete and self._marked is not None):
            self._remove(last if self._marked is None else self._marked)
        else:
            self._mark(None)
            return False
        return True

    def _paste(self) -> bool:
        text = QApplication.clipboard().text()
        if not re.search(rf"[\n\t{re.escape(self._separators)}]", text.strip()) or not self._separators:
            return False
        self.edit.insert(re.sub(r"[\n\t]", self._separators[0], text)[:_LONGEST_PASTE])
        return self.commit()

    def _note_typing(self) -> None:
        self.problem = ""
        self.changed.emit()

    def _append(self, word: str) -> None:
        chip = Chip(word, self)
        chip.removed.connect(lambda: self._remove(self._chips.index(chip)))
        self.flow.insert(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()

    def _remove(self, index: int) -> None:
        marked = self._marked
        self._mark(None)
        self._drop(index)
        if marked is not None and self._chips:
            self._mark(min(index, len(self._chips) - 1))
        self._show_hint()
        self.edit.setFocus()
        self.changed.emit()

    def _drop(self, index: int) -> None:
        chip = self._chips.pop(index)
        self.flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.updateGeometry()

    def _mark(self, index: int | None) -> None:
        self._marked = index
        for place, chip in enumerate(self._chips):
            chip.marked = place == index
            chip.update()
        self.edit.setAccessibleDescription(self._chips[index].accessibleName() if index is not None else "")

    def _show_hint(self) -> None:
        self.edit.setPlaceholderText("" if self._chips else self._hint)
        self.edit.updateGeometry()  # a placeholder is measured like typed text, but changing it tells no layout
