"""Where a request is pasted: a large field, Read, and what to do when it cannot be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.widgets.page import PlainLabel

LONGEST_PASTE = 400_000
PATIENCE_MS = 300
SETTLE_MS = 1000
WIDEST = 760


class CapturePanel(QWidget):
    """``read_wanted(str)`` with the text; ``cancelled()`` while reading; ``import_wanted()``; ``left()`` to go back.

    ``settled(str)`` one second after typing stopped, so that the text can be kept. ``kept_anyway()``: keep what does
    not look like a request, or could not be read.
    """

    read_wanted = Signal(str)
    cancelled = Signal()
    import_wanted = Signal()
    left = Signal()
    settled = Signal(str)
    kept_anyway = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_waiting = False
        self._text_before = ""
        self.title = PlainLabel(_("Paste a request"), "title")
        self.hint = PlainLabel(
            _("The text of a mail, a form or a message. It is read here on this machine; nothing is sent."),
            "secondary",
            wraps=True,
        )
        self.edit = QPlainTextEdit()
        self.edit.setPlaceholderText(_("Dear …, we are looking for a speaker for our …"))
        self.edit.setAccessibleName(_("Text of the request"))
        self.edit.setTabChangesFocus(True)
        self.problem = PlainLabel("", "error", wraps=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 20)
        column.setSpacing(8)
        for widget in (self.title, self.hint, self.edit, self.problem):
            widget.setMaximumWidth(WIDEST)
            column.addWidget(widget, 1 if widget is self.edit else 0)
        column.addSpacing(4)
        column.addWidget(self._busy_line())
        column.addLayout(self._buttons())
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.busy.show)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(lambda: self.settled.emit(self.text()))
        self.edit.textChanged.connect(self._note_text)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._read, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._offer_read()

    def begin(self, text: str) -> None:
        """Show ``text`` and wait for Read."""
        self.edit.setPlainText(text[:LONGEST_PASTE])
        self.stop_waiting()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """The text is elsewhere now: nothing of it is told any more."""
        self.edit.clear()
        self._settle.stop()

    def text(self) -> str:
        return self.edit.toPlainText()

    def wait(self) -> None:
        """Something is being read; the spinner shows if it takes long."""
        self.problem.hide()
        self._is_waiting = True
        self._offer_read()
        self._patience.start()

    def stop_waiting(self, problem: str = "", *, can_keep: bool = False) -> None:
        """It is over; ``problem`` says what went wrong and what to do. The text stays; ``can_keep`` offers Keep."""
        self._patience.stop()
        self.busy.hide()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._is_waiting = False
        self._offer_read()
        self.anyway.setVisible(can_keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _busy_line(self) -> QWidget:
        self.busy = QWidget()
        row = QHBoxLayout(self.busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(120)
        bar.setAccessibleName(_("Reading the request"))
        self.stop = QPushButton(_("Cancel"))
        self.stop.clicked.connect(self.cancelled)
        row.addWidget(bar)
        row.addWidget(PlainLabel(_("Reading…"), "secondary"))
        row.addWidget(self.stop)
        row.addStretch(1)
        self.busy.hide()
        return self.busy

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.read = QPushButton(_("Read"))
        self.read.setProperty("primary", True)
        self.read.setToolTip("Ctrl+Enter")
        self.read.clicked.connect(self._read)
        files = QPushButton(_("Import mail files…"))
        files.clicked.connect(self.import_wanted)
        self.back = QPushButton(_("Cancel"))
        self.back.clicked.connect(self.left)
        self.anyway = QPushButton(_("Keep it anyway"))
        self.anyway.clicked.connect(self.kept_anyway)
        self.anyway.hide()
        for button in (self.read, self.anyway, files, self.back):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _read(self) -> None:
        text = self.text()
        if text.strip() and self.read.isEnabled():
            self.read_wanted.emit(text)

    def _note_text(self) -> None:
        """Something was typed. The document also tells of changes in its looks, which are none of the text."""
        if self.text() != self._text_before:
            self._text_before = self.text()
            self.anyway.hide()
            self._settle.start()
            self._offer_read()

    def _offer_read(self) -> None:
        self.read.setEnabled(bool(self.text().strip()) and not self._is_waiting)
