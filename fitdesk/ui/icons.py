"""Our own small icons (resources/icons, one style), drawn in the colour of the text they stand beside."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from fitdesk.paths import resources

_INK = b"#000000"
_SCALES = (1, 2, 3)


def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """resources/icons/``name``.svg in ``colour`` ("#rrggbb"), sharp at every scale. Raises FileNotFoundError."""
    drawing = (resources() / "icons" / f"{name}.svg").read_bytes().replace(_INK, colour.encode())
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(_pixmap(drawing, size, scale))
    return made


def app_icon() -> QIcon:
    """The program's own sign, in its own colours."""
    return QIcon(str(resources() / "icons" / "fitdesk.svg"))


def _pixmap(drawing: bytes, size: int, scale: int) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size * scale, size * scale))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(scale)
    return pixmap
