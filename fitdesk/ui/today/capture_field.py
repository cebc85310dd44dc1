"""The way in: paste a request, or drop a mail."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import set_style

_SHORTEST = 20
"""Characters: a shorter paste is a name or a date that somebody goes on typing after."""


class _Text(QPlainTextEdit):
    """One line high; a paste is handed over at once, typed text with Enter."""

    handed_over = Signal(str)
    files_pasted = Signal(object)
    focus_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.setFixedHeight(self.fontMetrics().height() + 8)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = local_files(source)
        if paths:
            self.files_pasted.emit(paths)
        elif len(source.text().strip()) >= _SHORTEST and not self.toPlainText().strip():
            self.handed_over.emit(source.text())
        else:
            self.insertPlainText(" ".join(source.text().split()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.toPlainText().strip():
                self.handed_over.emit(self.toPlainText())
                self.clear()
        else:
            super().keyPressEvent(event)


class CaptureField(QFrame):
    """``captured(text)`` for a pasted or typed request, ``files_dropped(list of Path)`` for files however they come."""

    captured = Signal(str)
    files_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "dropzone")
        self.setAcceptDrops(True)
        self.text = _Text()
        self.text.setPlaceholderText(_("Paste a request, or drop a mail here"))
        self.text.setAccessibleName(_("Paste a request, or drop a mail here"))
        self.text.handed_over.connect(self.captured)
        self.text.files_pasted.connect(self.files_dropped)
        self.text.focus_changed.connect(lambda focused: set_style(self, "focused", focused))
        self.button = QPushButton(_("Open a mail…"))
        self.button.clicked.connect(self._choose_files)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.text)

    def take(self, source: QMimeData) -> bool:
        """Hand over what was dropped; False when there is neither a file nor a text in it."""
        paths = local_files(source)
        if paths:
            self.files_dropped.emit(paths)
        elif source.hasText() and source.text().strip():
            self.captured.emit(source.text())
        else:
            return False
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_take(event.mimeData()):
            set_style(self, "dropping", True)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        set_style(self, "dropping", False)

    def dropEvent(self, event: QDropEvent) -> None:
        set_style(self, "dropping", False)
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def _choose_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # 1 ms that the first page need not pay

        kinds = _("Mails and texts") + " (*.eml *.mbox *.txt *.vcf *.ics *.csv *.json);;" + _("All files") + " (*)"
        names, _kind = QFileDialog.getOpenFileNames(self, _("Open a mail"), "", kinds)
        if names:
            self.files_dropped.emit([Path(name) for name in names])


def can_take(source: QMimeData) -> bool:
    """Whether there is a local file or a text in ``source``."""
    return bool(local_files(source)) or source.hasText()


def local_files(source: QMimeData) -> list[Path]:
    """The files on this machine that ``source`` names."""
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile() and Path(url.toLocalFile()).is_file()]
