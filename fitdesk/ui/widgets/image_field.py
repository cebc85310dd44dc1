"""A picture such as a logo or a signature: chosen from a file or dropped, shown small, and removable."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.letters.paper.images import image_problem
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.field import Field, Typed

LARGEST = 5 * 1024 * 1024
"""Bytes; a logo for a letter needs far fewer."""


class ImageField(Field[bytes | None]):
    """PNG, JPEG or SVG bytes; None for no picture. A file that cannot be used changes nothing and says why."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: bytes | None = None
        self._problem = ""
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE * 2)
        self.preview = QLabel()
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setProperty("role", "dropzone")
        self.preview.setFixedSize(200, 88)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.preview)
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        self.choose_button, self.remove_button = QPushButton(_("Choose…")), QPushButton(_("Remove"))
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        for button in (self.choose_button, self.remove_button):
            column.addWidget(button)
        column.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        self.setFocusProxy(self.choose_button)
        self._show()

    def targets(self) -> tuple[QWidget, ...]:
        return (self.choose_button, self.remove_button)

    def set_name(self, name: str) -> None:
        self.preview.setAccessibleName(name)
        self.choose_button.setAccessibleName(_("{field}: choose a file").replace("{field}", name))
        self.remove_button.setAccessibleName(_("{field}: remove").replace("{field}", name))

    def value(self) -> bytes | None:
        return self._data

    def set_value(self, value: bytes | None) -> None:
        self._data, self._problem = value, ""
        self._show()

    def error(self) -> str:
        return self._problem

    def typed(self) -> Typed:
        return None

    def set_typed(self, typed: Typed) -> None:
        """Pictures are not drafts: they are saved at once or not at all."""

    def take_file(self, path: Path) -> None:
        """Use the picture in ``path``, or say why not."""
        try:
            size = path.stat().st_size
            data = path.read_bytes() if size <= LARGEST else b""
        except OSError:
            self._refuse(_("This file could not be read: choose another"))
            return
        if size > LARGEST:
            self._refuse(_("This picture is larger than 5 MB: choose a smaller one"))
            return
        self.take_bytes(data)

    def take_bytes(self, data: bytes) -> None:
        """Use ``data``, or say why not."""
        problem = image_problem(data)
        if problem:
            self._refuse(problem)
            return
        self.set_value(data)
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            self.take_file(Path(url.toLocalFile()))

    def _choose(self) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg *.svg)")
        name, _filter = QFileDialog.getOpenFileName(self, _("Choose a picture"), "", kinds)
        if name:
            self.take_file(Path(name))

    def _remove(self) -> None:
        self.set_value(None)
        self.changed.emit()

    def _refuse(self, problem: str) -> None:
        self._problem = problem
        self.changed.emit()
        self.left.emit()

    def _show(self) -> None:
        self.remove_button.setVisible(self._data is not None)
        picture = QPixmap()
        if self._data is None or not picture.loadFromData(self._data):
            self.preview.setPixmap(QPixmap())
            self.preview.setText(_("Drop a PNG, JPEG or SVG here"))
            return
        ratio = self.devicePixelRatioF()
        room = (self.preview.size() - QSize(16, 16)) * ratio
        small = picture.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )  # fmt: skip
        small.setDevicePixelRatio(ratio)
        self.preview.setPixmap(small)
