"""PDF pages as pictures, for the preview and the printer; pdfium is not safe in two threads, so one at a time."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

_one_at_a_time = threading.Lock()
POINTS_PER_INCH = 72.0


def page_pictures(pdf: bytes, dots_per_inch: float, *, most: int | None = None) -> tuple[QImage, ...]:
    """The pages of ``pdf``, the first ``most`` of them, as pictures at that resolution; may run in a worker thread."""
    count = page_count(pdf)
    shown = count if most is None else min(most, count)
    return tuple(page_picture(pdf, place, dots_per_inch) for place in range(shown))


def page_picture(pdf: bytes, place: int, dots_per_inch: float) -> QImage:
    """The page at ``place``, from 0; a page at 300 dots per inch takes 35 MB, so hold few at a time."""
    import pypdfium2  # 60 ms: not before the first letter is shown

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[place]
            bitmap = page.render(scale=dots_per_inch / POINTS_PER_INCH, prefer_bgrx=True)
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
            image.setDotsPerMeterX(round(dots_per_inch / 0.0254))
            image.setDotsPerMeterY(round(dots_per_inch / 0.0254))
            bitmap.close()
            page.close()
            return image
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """How many pages ``pdf`` has."""
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def joined_pdf(parts: Sequence[bytes]) -> bytes:
    """All pages of the PDFs as one file, in that order."""
    import pypdfium2

    with _one_at_a_time:
        whole = pypdfium2.PdfDocument.new()
        try:
            for part in parts:
                document = pypdfium2.PdfDocument(part)
                whole.import_pages(document)
                document.close()
            target = io.BytesIO()
            whole.save(target)
            return target.getvalue()
        finally:
            whole.close()


def page_size(picture: QImage) -> QSize:
    """The page's size in points."""
    per_inch = picture.dotsPerMeterX() * 0.0254
    scale = POINTS_PER_INCH / per_inch
    return QSize(round(picture.width() * scale), round(picture.height() * scale))
