"""Am I free? A heading, each day with its sign, and whoever has to be asked first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fitdesk.domain.availability import Availability
from fitdesk.domain.holds import HeldFor
from fitdesk.i18n import _
from fitdesk.ui.inquiries.free_words import Said, state_word
from fitdesk.ui.theme import SPACE, colours_of, font_of
from fitdesk.ui.widgets.page import PlainLabel

_MOST_ASKED = 3
"""First clients with a link each."""
_LONGEST_NAME = 40


class FreeMark(QWidget):
    """A tick for free, an open ring for held, a cross for taken, a question mark for not known."""

    def __init__(self, state: Availability, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(14, 18)
        self.show_state(state)

    def show_state(self, state: Availability) -> None:
        """Show the sign of ``state``."""
        self.state = state
        self.setAccessibleName(state_word(state))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        colour = {
            Availability.FREE: colours.accept,
            Availability.HELD: colours.ask,
            Availability.BUSY: colours.decline,
            Availability.UNKNOWN: colours.dimmed,
        }[self.state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colour), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self.state is Availability.FREE:
            painter.drawPolyline(QPolygonF([middle + QPointF(*at) for at in ((-4.5, 0.5), (-1.5, 3.5), (4.5, -3.5))]))
        elif self.state is Availability.HELD:
            pen.setDashPattern([1.4, 1.9])
            painter.setPen(pen)
            painter.drawEllipse(middle, 4.5, 4.5)
        elif self.state is Availability.BUSY:
            painter.drawLine(middle + QPointF(-3.5, -3.5), middle + QPointF(3.5, 3.5))
            painter.drawLine(middle + QPointF(-3.5, 3.5), middle + QPointF(3.5, -3.5))
        else:
            painter.setFont(font_of(self.font(), weight=QFont.Weight.Bold))
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, "?")
        painter.end()


class FreeRow(QWidget):
    """A sentence, with a sign where it is about days."""

    def __init__(self) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        self.mark = FreeMark(Availability.UNKNOWN)
        self.label = PlainLabel("", wraps=True, selectable=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.label, 1)

    def show_said(self, said: Said) -> None:
        if said.state is not None:
            self.mark.show_state(said.state)
        if self.mark.isHidden() == (said.state is not None):
            self.mark.setVisible(said.state is not None)
        self.label.setText(said.sentence)


class FreeLine(QWidget):
    """A row for each sentence, with a sign where it is about days. ``first_client_asked(int)``: the inquiry whose
    hold stands in the way is to be asked whether they still take the day.
    """

    first_client_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Said, ...] = ()
        self._asked: tuple[HeldFor, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.heading = PlainLabel(_("Am I free?"), "section")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(3)
        self._links = QHBoxLayout()
        self._links.setSpacing(SPACE)
        column.addWidget(self.heading)
        column.addLayout(self._rows)
        self._link_row = QWidget()
        self._link_row.setLayout(self._links)
        column.addWidget(self._link_row)
        self.links: list[QPushButton] = []
        self._every: list[FreeRow] = []

    def set_sentences(self, said: Sequence[Said], first_clients: Sequence[HeldFor] = ()) -> None:
        """Show ``said``, and a link to ask each of ``first_clients``."""
        if self._shown != tuple(said):
            self._shown = tuple(said)
            self._show_rows()
        if self._asked != tuple(first_clients):
            self._asked = tuple(first_clients)
            self._show_links(first_clients)

    def text(self) -> str:
        """Everything that is said, for reading aloud and for copying."""
        return "  ".join(label.text() for label in self.labels())

    def labels(self) -> list[PlainLabel]:
        """The sentences shown, in order."""
        return [row.label for row in self._every[: len(self._shown)]]

    def marks(self) -> list[FreeMark]:
        """The signs shown, in order."""
        return [row.mark for row in self._every[: len(self._shown)] if not row.mark.isHidden()]

    def _show_rows(self) -> None:
        """Rows are used again: while a day is dragged, each day has its own sentences."""
        while len(self._every) < len(self._shown):
            row = FreeRow()
            self._every.append(row)
            self._rows.addWidget(row)
        for place, row in enumerate(self._every):
            if place < len(self._shown):
                row.show_said(self._shown[place])
            if row.isHidden() == (place < len(self._shown)):
                row.setVisible(place < len(self._shown))

    def _show_links(self, first_clients: Sequence[HeldFor]) -> None:
        for link in self.links:
            self._links.removeWidget(link)
            link.hide()
            link.deleteLater()
        while self._links.takeAt(0) is not None:
            pass
        self._links.setContentsMargins(0, 0, 0, 0)
        asked = {held.inquiry_id: held for held in first_clients}
        self.links = [self._link(held) for held in list(asked.values())[:_MOST_ASKED]]
        for link in self.links:
            self._links.addWidget(link)
        self._links.addStretch(1)
        self._link_row.setVisible(bool(self.links))

    def _link(self, held: HeldFor) -> QPushButton:
        name = held.who if len(held.who) <= _LONGEST_NAME else held.who[: _LONGEST_NAME - 1] + "…"
        words = _("Ask {client}").replace("{client}", name)
        link = QPushButton(words.replace("&", "&&"))
        link.setProperty("role", "link")
        link.setProperty("flush", True)
        link.setAccessibleName(_("{ask} whether they still take the day").replace("{ask}", words))
        link.clicked.connect(partial(self.first_client_asked.emit, held.inquiry_id))
        return link
