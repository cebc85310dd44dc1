"""Fields of one line or one text: words, e-mail, link, whole number, percent; each reads what was typed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.widgets.field import Field, Reader, ReadingError, Typed, Writer, required
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.read_words import (
    read_decimal,
    read_email,
    read_link,
    read_percent,
    read_phone,
    read_whole,
    read_words,
    write_decimal,
    write_phone,
)

T = TypeVar("T")

LONGEST_LINE = 500
"""Characters that one line takes; more is never a name or a title."""
_FRAME = 6
_LOWEST = 44
"""Pixels: border and padding of a text field in the theme, and the least height that the theme allows."""
LONGEST_TEXT = 20_000
"""Characters that a text takes; the letters print no longer paragraph."""


class ParsedField(Field[T | None], Generic[T]):
    """One line whose text is read into a value; the text is tidied when the focus leaves it."""

    def __init__(
        self,
        read: Reader[T],
        write: Writer[T],
        *,
        hint: str = "",
        needed: str = "",
        suffix: str = "",
        width: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``needed``: the error when empty. ``suffix``: the unit shown behind. ``width``: in pixels."""
        super().__init__(parent)
        self._read, self._write, self._needed = read, write, needed
        self._good: T | None = None
        self._problem = ""
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST_LINE)
        self.edit.setPlaceholderText(hint)
        if width is not None:
            self.edit.setFixedWidth(width)
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.column.addLayout(row)
        row.addWidget(self.edit, 1)
        self.suffix = PlainLabel(suffix, "secondary")
        row.addWidget(self.suffix)
        self.suffix.setVisible(bool(suffix))
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._take)
        self.edit.editingFinished.connect(self.tidy)
        self.watch(self.edit)

    def targets(self) -> tuple[QWidget, ...]:
        return (self.edit,)

    def value(self) -> T | None:
        return self._good

    def set_value(self, value: T | None) -> None:
        self._good, self._problem = value, ""
        self._show("" if value is None else self._write(value))

    def error(self) -> str:
        return self._problem or required(self.edit.text().strip(), self._needed)

    def typed(self) -> Typed:
        return self.edit.text()

    def set_typed(self, typed: Typed) -> None:
        self._show(str(typed))
        self._understand(str(typed))

    def set_hint(self, text: str) -> None:
        self.edit.setPlaceholderText(text)

    def tidy(self) -> None:
        """Write a good value the way it is always written."""
        if self._good is not None and not self._problem:
            self._show(self._write(self._good))

    def _take(self, text: str) -> None:
        self._understand(text)
        self.changed.emit()

    def _understand(self, text: str) -> None:
        self._problem = ""
        if not text.strip():
            self._good = None
            return
        try:
            self._good = self._read(text)
        except ReadingError as problem:
            self._problem = str(problem)

    def _show(self, text: str) -> None:
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0 if not self.edit.hasFocus() else len(text))


class LineField(ParsedField[str]):
    """A line of words; None when empty."""

    def __init__(
        self, *, hint: str = "", needed: str = "", width: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(read_words, str, hint=hint, needed=needed, width=width, parent=parent)


class EmailField(ParsedField[str]):
    """An e-mail address, checked for its form only (nothing is looked up)."""

    def __init__(self, *, hint: str = "", needed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(read_email, str, hint=hint, needed=needed, parent=parent)


class PhoneField(ParsedField[str]):
    """A telephone number, kept as E.164 and shown in groups; ``country`` tells where one without "+" belongs."""

    def __init__(self, country: Callable[[], str | None] = lambda: None, *, parent: QWidget | None = None) -> None:
        super().__init__(
            lambda text: read_phone(text, country()), write_phone, hint=_("such as +44 20 7946 0142"), parent=parent
        )


class LinkField(ParsedField[str]):
    """A web address, checked for its form only."""

    def __init__(self, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(read_link, str, hint=hint, parent=parent)


class WholeField(ParsedField[int]):
    """A whole number from ``least`` to ``most``, both included; ``suffix`` names the unit."""

    def __init__(
        self,
        *,
        least: int = 0,
        most: int = 1_000_000,
        suffix: str = "",
        hint: str = "",
        needed: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            lambda text: read_whole(text, least, most), str, hint=hint, needed=needed, suffix=suffix, width=120,
            parent=parent,
        )  # fmt: skip


class DecimalField(ParsedField[Decimal]):
    """A number with up to two decimals, such as days of work; ``suffix`` names the unit."""

    def __init__(self, *, suffix: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            read_decimal, write_decimal, hint=hint, suffix=suffix, width=120, parent=parent
        )  # fmt: skip


class PercentField(ParsedField[int]):
    """Whole percent, 0 to 100 (or ``most``)."""

    def __init__(self, *, most: int = 100, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            lambda text: read_percent(text, most), str, hint=hint, suffix="%", width=120, parent=parent
        )  # fmt: skip


class _GrowingText(QPlainTextEdit):
    """Tells when it was given another width, and has wrapped its text anew."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class TextField(Field[str | None]):
    """Several lines of plain text; grows from ``lines`` to four times as many. Tab moves on."""

    def __init__(self, *, lines: int = 2, hint: str = "", needed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._needed = lines, needed
        self.edit = _GrowingText()
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(hint)
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._take)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.edit.resized.connect(self._grow)
        self.watch(self.edit)
        self._grow()

    def targets(self) -> tuple[QWidget, ...]:
        return (self.edit,)

    def value(self) -> str | None:
        return self.edit.toPlainText().strip()[:LONGEST_TEXT] or None

    def set_value(self, value: str | None) -> None:
        self.set_typed(value or "")

    def error(self) -> str:
        return required(self.edit.toPlainText().strip(), self._needed)

    def typed(self) -> Typed:
        return self.edit.toPlainText()

    def set_typed(self, typed: Typed) -> None:
        if str(typed) != self.edit.toPlainText():
            self.edit.blockSignals(True)
            self.edit.setPlainText(str(typed))
            self.edit.blockSignals(False)
            self._grow()

    def set_hint(self, text: str) -> None:
        self.edit.setPlaceholderText(text)

    def _take(self) -> None:
        self._grow()
        self.changed.emit()

    def _grow(self) -> None:
        """As many lines as the text has, within bounds; the document counts its height in wrapped lines."""
        line = QFontMetricsF(self.edit.font()).height()
        wanted = min(max(self._lines, int(self.edit.document().size().height())), self._lines * 4)
        chrome = 2 * (self.edit.document().documentMargin() + max(self.edit.frameWidth(), _FRAME))
        most = wanted == self._lines * 4
        self.edit.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.edit.setFixedHeight(max(_LOWEST, round(wanted * line + chrome)))
