"""Out of the house: the native dialogs to print a letter, save its PDF, or save an e-mail draft with the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, QSizeF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QProgressBar, QProgressDialog, QWidget

from fitdesk.i18n import _
from fitdesk.ui.letters.pictures import page_count, page_picture

PRINT_DPI = 300.0
SIZE_DPI = 72.0
"""Enough to know the size of a page."""
_PROGRESS_WIDTH = 320
LONGEST_NAME = 80
"""Characters of a file name without its ending."""


def file_name_for(recipient: str, subject: str) -> str:
    """A file name without its ending, safe on every system: "Letter to Maria Lind - Annual meeting"."""
    words = f"{_('Letter to')} {recipient}" + (f" - {subject}" if subject else "")
    cleaned = re.sub(r"[^\w .,()&'-]+", " ", words)
    return _cut(" ".join(cleaned.split())).rstrip(" .,-") or _("Letter")


def _cut(words: str) -> str:
    """``words`` up to the longest name that is easy to read, ending with a whole word where there is one."""
    if len(words) <= LONGEST_NAME:
        return words
    whole, _space, _rest = words[: LONGEST_NAME + 1].rpartition(" ")
    return whole or words[:LONGEST_NAME]


def print_pdf(parent: QWidget, pdf: bytes, title: str) -> bool:
    """Ask for a printer and print ``pdf`` on it at its true size; False when the dialog was cancelled."""
    return print_parts(parent, (pdf,), title)


def print_parts(parent: QWidget, parts: Sequence[bytes], title: str) -> bool:
    """Ask for a printer and print every page of the PDFs as one job, each on paper of its own size.

    False when it was cancelled, before or while it went to the printer. Raises OSError when the printer takes nothing.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setResolution(round(PRINT_DPI))
    printer.setFullPage(True)
    _set_paper(printer, page_picture(parts[0], 0, SIZE_DPI))
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    places = [(part, place) for part in parts for place in range(page_count(part))]
    pictures = (page_picture(part, place, PRINT_DPI) for part, place in places)
    return draw_pages(printer, _told(parent, pictures, len(places)))


def draw_pages(printer: QPrinter, pictures: Iterable[QImage | None]) -> bool:
    """Draw each picture on a page of its own, from the paper's edge, so that windows and folds stay in place.

    None among the pictures says that somebody cancelled: the job is taken back, and False returned.
    """
    painter = QPainter()
    try:
        for picture in pictures:
            if picture is None:
                printer.abort()
                return False
            _set_paper(printer, picture)
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise OSError(_("The printer took nothing. Look whether it is switched on, or choose another."))
            scale = printer.resolution() / (picture.dotsPerMeterX() * 0.0254)
            target = QRect(0, 0, round(picture.width() * scale), round(picture.height() * scale))
            painter.drawImage(target, picture)
    finally:
        painter.end()
    return True


def _told(parent: QWidget, pictures: Iterable[QImage], count: int) -> Iterator[QImage | None]:
    """The pictures one by one, with progress and Cancel over ``parent``; None once somebody cancelled."""
    bar = QProgressDialog("", _("Cancel"), 0, count, parent)
    bar.setWindowTitle(_("Print"))
    bar.setBar(QProgressBar(bar, textVisible=False))
    bar.setMinimumWidth(_PROGRESS_WIDTH)
    bar.setWindowModality(Qt.WindowModality.WindowModal)
    try:
        for done, picture in enumerate(pictures):
            bar.setLabelText(_("Page {n} of {all}").replace("{n}", str(done + 1)).replace("{all}", str(count)))
            bar.setValue(done)
            if bar.wasCanceled():
                yield None
                return
            yield picture
    finally:
        bar.close()
        bar.deleteLater()


def _set_paper(printer: QPrinter, picture: QImage) -> None:
    """The paper of the next page: an envelope lies crosswise in the printer's own terms, which Qt works out."""
    printer.setPageSize(paper_of(picture))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def ask_where(parent: QWidget, name: str, *, ending: str, kind: str) -> Path | None:
    """Ask where to save ``name`` + ``ending`` (".pdf"); None when the dialog was cancelled."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    first = str(Path(documents) / f"{name}{ending}") if Path(documents).is_dir() else f"{name}{ending}"
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Save"), first, f"{kind} (*{ending})")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def open_in_mail_program(draft: Path) -> bool:
    """Hand a saved e-mail draft to the program that the system uses for .eml files."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(draft)))


def open_link(link: str) -> bool:
    """Hand a ``mailto:`` link to the system's mail program; False when nobody takes it."""
    return QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))


def paper_of(picture: QImage) -> QPageSize:
    """The paper that a page was drawn for; a named size where there is one within a millimetre."""
    per_mm = picture.dotsPerMeterX() / 1000
    size = QSizeF(picture.width() / per_mm, picture.height() / per_mm)
    return QPageSize(size, QPageSize.Unit.Millimeter, matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch)
