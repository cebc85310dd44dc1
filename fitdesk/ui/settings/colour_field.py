"""A colour for the letterhead: a few that print well, or any other by its code."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.colours import colours_of
from fitdesk.ui.widgets.field import ReadingError
from fitdesk.ui.widgets.fields import ParsedField
from fitdesk.ui.widgets.page import plain_tooltip

PRINTABLE = ("#2f6f5e", "#1f4e79", "#5b3a6b", "#8c2f39", "#7a4a12", "#33383f")
"""Green, blue, plum, wine, bronze, slate: each at least 4.5 : 1 on white paper."""
_PALEST = 3.0
"""Contrast with white below which a line in that colour is hard to see on paper (WCAG 1.4.11)."""


def read_colour(text: str) -> str:
    """ "#rrggbb" from "2F6F5E" or "#2f6f5e". Raises ReadingError, also for a colour too pale for paper."""
    found = re.fullmatch(r"#?([0-9a-fA-F]{6})", text.strip())
    if found is None:
        raise ReadingError(_("Write a colour such as #2f6f5e"))
    colour = f"#{found[1].lower()}"
    if contrast_with_white(colour) < _PALEST:
        raise ReadingError(_("Too pale to see on paper: choose a darker one"))
    return colour


def contrast_with_white(colour: str) -> float:
    """Contrast ratio of "#rrggbb" with white (WCAG 2.2, relative luminance)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


class Swatch(QAbstractButton):
    """One colour to click; the chosen one has a ring."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(_colour_words(colour))
        self.setToolTip(plain_tooltip(_colour_words(colour)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(30, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.hatch), 1))
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(QRectF(6, 6, 18, 18))
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.text), 1.6))
            painter.drawEllipse(QRectF(2, 2, 26, 26))
        painter.end()


def _colour_words(colour: str) -> str:
    names = (_("Green"), _("Blue"), _("Plum"), _("Wine red"), _("Bronze"), _("Slate"))
    return dict(zip(PRINTABLE, names, strict=True)).get(colour, colour)


class ColourField(ParsedField[str]):
    """Swatches, and a code beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(read_colour, str, hint="#2f6f5e", needed=_("Choose a colour"), width=110, parent=parent)
        self.swatches = [Swatch(colour) for colour in PRINTABLE]
        row = self.column.itemAt(0)
        assert isinstance(row, QHBoxLayout)
        for place, swatch in enumerate(self.swatches):
            swatch.clicked.connect(lambda _checked, colour=swatch.colour: self._choose(colour))
            row.insertWidget(place, swatch)
        self.changed.connect(self._mark)
        self.watch(*self.swatches)

    def set_value(self, value: str | None) -> None:
        super().set_value(value)
        self._mark()

    def _choose(self, colour: str) -> None:
        self.set_value(colour)
        self.changed.emit()

    def _mark(self) -> None:
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == self.value())
