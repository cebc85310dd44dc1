"""Declaring a sent letter void: a button, and the one line that says why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _


class VoidPanel(QWidget):
    """``voided(reason)`` once a reason is written. ``button`` opens the line; it is placed by whoever shows this."""

    voided = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(_("Declare void…"))
        self.button.clicked.connect(self._open)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Why this letter no longer stands"))
        self.reason.setPlaceholderText(_("Why does it no longer stand?"))
        self.confirm = QPushButton(_("Declare void"))
        self.cancel = QPushButton(_("Leave it"))
        self.reason.textChanged.connect(lambda words: self.confirm.setEnabled(bool(words.strip())))
        self.reason.returnPressed.connect(self._say)
        self.confirm.clicked.connect(self._say)
        self.cancel.clicked.connect(lambda: self.fold(may_open=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.reason)
        column.addLayout(buttons)
        self.fold(may_open=False)

    def fold(self, *, may_open: bool) -> None:
        """Close the line; ``may_open`` says whether this letter can be declared void."""
        self.hide()
        self.reason.clear()
        self.confirm.setEnabled(False)
        self.button.setVisible(may_open)

    def _open(self) -> None:
        self.button.hide()
        self.show()
        self.reason.setFocus()

    def _say(self) -> None:
        if self.reason.text().strip():
            self.voided.emit(self.reason.text().strip())
