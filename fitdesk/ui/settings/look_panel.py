"""Light or dark, and where the data live."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.backup_age import last_backup
from fitdesk.ui.theme import SPACE, Appearance
from fitdesk.ui.widgets.form import WIDEST
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.segments import SegmentsField

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class LookPanel(QWidget):
    """``appearance_chosen(Appearance)`` as soon as another one is picked."""

    appearance_chosen = Signal(object)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(WIDEST)
        self._store = store
        choices = (
            (Appearance.SYSTEM, _("Like the system")),
            (Appearance.LIGHT, _("Light")),
            (Appearance.DARK, _("Dark")),
        )
        self.appearance = SegmentsField(choices, clears=False)
        self.appearance.set_name(_("Appearance"))
        self.appearance.changed.connect(lambda: self.appearance_chosen.emit(self.appearance.value()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(_("Appearance"), "caption"))
        column.addWidget(self.appearance)
        column.addSpacing(SPACE * 2)
        column.addWidget(PlainLabel(_("Your data"), "section"))
        self._add_place(column)
        for warning in store.warnings:
            column.addWidget(PlainLabel(warning, "warning", wraps=True))
        if store.read_only:
            column.addWidget(
                PlainLabel(_("Nothing can be saved there: the place is read-only."), "warning", wraps=True)
            )

    def show_backup(self, today: date) -> None:
        """Say how old the newest backup is."""
        if self._store.path is not None:
            age = last_backup(self._store, today) or _("no backup yet: the first is made when the window closes")
            self.backup.setText(age[0].upper() + age[1:] + ".")

    def _add_place(self, column: QVBoxLayout) -> None:
        path = self._store.path
        if path is None:
            words = _("This practice lives in memory only and is gone when the window closes.")
            column.addWidget(PlainLabel(words, "secondary", wraps=True))
            return
        words = _("Everything is in one file on this computer. FitDesk never goes online.")
        column.addWidget(PlainLabel(words, "secondary", wraps=True))
        self.place = PlainLabel(str(path), wraps=True, selectable=True)
        self.place.setAccessibleName(_("Database file"))
        column.addWidget(self.place)
        self.backup = PlainLabel("", "secondary", wraps=True)
        column.addWidget(self.backup)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        folder = QPushButton(_("Open its folder"))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
        copy = QPushButton(_("Copy the path"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(path)))
        buttons.addWidget(folder)
        buttons.addWidget(copy)
        buttons.addStretch(1)
        column.addLayout(buttons)
