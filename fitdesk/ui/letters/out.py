"""Out of the house: the native dialogs to print a letter, save its PDF, or save an e-mail draft with the PDF."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from fitdesk.i18n import _
from fitdesk.ui.letters.pictures import page_pictures

PRINT_DPI = 300.0
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
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setResolution(round(PRINT_DPI))
    printer.setFullPage(True)
    pictures = page_pictures(pdf, PRINT_DPI)
    printer.setPageSize(_paper_of(pictures[0]))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    draw_pages(printer, pictures)
    return True


def draw_pages(printer: QPrinter, pictures: tuple[QImage, ...]) -> None:
    """Draw each picture on a page of its own, from the paper's edge, so that windows and folds stay in place."""
    painter = QPainter(printer)
    try:
        for number, picture in enumerate(pictures):
            if number:
                printer.newPage()
            scale = printer.resolution() / (picture.dotsPerMeterX() * 0.0254)
            target = QRect(0, 0, round(picture.width() * scale), round(picture.height() * scale))
            painter.drawImage(target, picture)
    finally:
        painter.end()


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


def _paper_of(picture: QImage) -> QPageSize:
    per_inch = picture.dotsPerMeterX() * 0.0254
    wide = picture.width() / per_inch * 25.4
    return QPageSize(QPageSize.PageSizeId.Letter if wide > 213 else QPageSize.PageSizeId.A4)
