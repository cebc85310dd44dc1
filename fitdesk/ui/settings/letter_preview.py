"""A small picture of a letter on the owner's letterhead, drawn anew when something about it changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fitdesk.domain.contact import Address, Contact
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.ui.colours import colours_of
from fitdesk.ui.tasks import Progress, Task, run_task
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel

MakePictures = Callable[[bytes, float], tuple[QImage, ...]]
"""PDF bytes and dots per inch → a picture of each page; safe in a worker thread."""
NARROWEST, WIDEST = 300, 480
"""Pixels that the page is wide, as there is room."""
_POINTS_PER_INCH = 72
_A4_WIDTH = 595.3
_A4_SHAPE = 297 / 210
_WAIT_MS = 150


def sample_letter(owner: Owner, day: date) -> bytes:
    """A letter to nobody, as PDF. Raises CannotPrint."""
    from fitdesk.letters.facts import LetterFacts  # 300 ms: in the worker, when the letterhead is first looked at
    from fitdesk.letters.paper.pdf import render

    address = Address(lines=("1 Example Street",), postcode="EX4 4PL", city="Exampleton")
    client = Contact(name="Alex Example", organization="The Example Company", address=address)
    text = LetterText(
        subject="Your request for a talk in June",
        salutation="Dear Alex Example,",
        body=(
            "Thank you for thinking of me. This is how your letters will look: your name and colour at the top, the "
            "address where the window of the envelope is, and your footer at the bottom.",
            "Nothing here is ever sent. It only shows the letterhead.",
        ),
        close="With kind regards",
    )
    return render(
        text, LetterFacts(owner, Inquiry(contact=client), day), LetterKind.REFERRAL, Manner(locale=owner.locale)
    ).pdf


class Sheet(QLabel):
    """The page on screen, with a hairline around the paper."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self._wide = NARROWEST
        self.setAccessibleName(_("Picture of a letter"))

    def show_picture(self, picture: QImage) -> None:
        """Show a picture made for this screen's scale."""
        self._picture = picture
        self.set_width(self._wide)

    def set_width(self, pixels: int) -> None:
        """Show the page as wide as this; a picture made for another width is stretched until the next one comes."""
        self._wide = pixels
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        shape = self._picture.height() / self._picture.width() if self._picture is not None else _A4_SHAPE
        return QSize(self._wide, round(self._wide * shape))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._picture)
        painter.setPen(QPen(QColor(colours_of(self.palette()).border)))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class LetterPreview(QWidget):
    """``show_owner`` draws soon, in a worker; only the newest letterhead counts."""

    def __init__(self, make_pictures: MakePictures, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_pictures, self._day = make_pictures, day
        self._owner: Owner | None = None
        self._task: Task | None = None
        self.sheet = Sheet()
        self.message = PlainLabel("", "error", wraps=True)
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.sheet)
        column.addWidget(self.message)
        column.addStretch(1)
        self._wide = NARROWEST
        self.setFixedWidth(self._wide)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._draw)

    def show_owner(self, owner: Owner) -> None:
        """Draw the letterhead of ``owner`` unless it is the one that is shown."""
        if owner != self._owner:
            self._owner = owner
            self._soon.start()

    def set_room(self, pixels: int) -> None:
        """Take as much of ``pixels`` as does good, and draw for it."""
        wide = max(NARROWEST, min(pixels, WIDEST))
        if wide != self._wide:
            self._wide = wide
            self.setFixedWidth(wide)
            self.sheet.set_width(wide)
            self._soon.start()

    def _draw(self) -> None:
        if self._owner is None or self._task is not None:
            return
        owner, make_pictures, day = self._owner, self._make_pictures, self._day
        dots = self._wide * self.devicePixelRatioF() * _POINTS_PER_INCH / _A4_WIDTH

        def work(_progress: Progress) -> QImage:
            return make_pictures(sample_letter(owner, day), dots)[0]

        def done(picture: QImage) -> None:
            missing = _("Your name is missing at the top: write it under You.")
            self._say("" if owner.name else missing)
            self.sheet.show_picture(picture)
            self._go_on(owner)

        def failed(sentence: str) -> None:
            self._say(sentence)
            self._go_on(owner)

        self._task = run_task(work, done, failed, parent=self)

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def _go_on(self, drawn: Owner) -> None:
        self._task = None
        if self._owner != drawn:
            self._draw()
