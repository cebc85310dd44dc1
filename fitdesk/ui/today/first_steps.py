"""What to do first, while the practice is not set up: four steps, each with its own page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.store.at_a_glance import Standing
from fitdesk.ui.colours import colours_of
from fitdesk.ui.theme import SPACE, set_style
from fitdesk.ui.widgets.page import PlainLabel


class StepMark(QWidget):
    """A ring while the step is open, a tick when it is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_done = False
        self.setFixedSize(20, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if self.is_done else colours.dimmed), 1.6))
        if self.is_done:
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(QRectF(1, 1, 18, 18))
            tick = QPen(QColor(colours.on_accent), 1.8)
            tick.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(tick)
            painter.drawPolyline(QPolygonF([QPointF(6, 10.4), QPointF(8.8, 13.2), QPointF(14, 7)]))
        else:
            painter.drawEllipse(QRectF(1, 1, 18, 18))
        painter.end()


class FirstSteps(QWidget):
    """``page_wanted(key)`` for the page of a step; the last one puts the focus into the capture field ("today")."""

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(SPACE * 2)
        column.addWidget(PlainLabel(_("First things first"), "section"))
        intro = _(
            "FitDesk judges each request against what you offer, and knows whom to recommend when it is not for you."
        )
        column.addWidget(PlainLabel(intro, "secondary", wraps=True))
        self._marks: list[StepMark] = []
        self.buttons: list[QPushButton] = []
        for page, title, why, button in (
            ("settings", _("Say who you are"), _("Your name and address stand on every letter."), _("Open settings")),
            ("offerings", _("Add what you offer"), _("One talk or workshop is enough to start."), _("Add an offering")),
            (
                "peers",
                _("Add somebody you would recommend"),
                _("With their consent, before you need them."),
                _("Add a peer"),
            ),
            ("today", _("Paste your first request"), _("A mail, or notes from a call."), _("Paste it above")),
        ):
            column.addLayout(self._step(page, title, why, button))

    def show_standing(self, standing: Standing) -> None:
        """Tick what is done; the first open step has the primary button."""
        done = (standing.has_profile, standing.has_offering, standing.has_peer, standing.has_inquiry)
        first_open = done.index(False) if False in done else None
        for place, (mark, button, is_done) in enumerate(zip(self._marks, self.buttons, done, strict=True)):
            mark.is_done = is_done
            mark.setAccessibleName(_("done") if is_done else _("open"))
            mark.update()
            button.setVisible(not is_done)
            set_style(button, "primary", place == first_open)

    def _step(self, page: str, title: str, why: str, action: str) -> QHBoxLayout:
        mark, button = StepMark(), QPushButton(action)
        button.setProperty("small", True)
        button.clicked.connect(lambda: self.page_wanted.emit(page))
        self._marks.append(mark)
        self.buttons.append(button)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(title, "strong"))
        words.addWidget(PlainLabel(why, "secondary", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(SPACE * 2)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row
