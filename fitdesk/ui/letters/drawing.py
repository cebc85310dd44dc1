"""A letter drawn and checked beside the window: only the newest words count, older ones in the queue are dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from fitdesk.domain.letter import Letter
from fitdesk.letters.checks.check import CheckFinding
from fitdesk.letters.phrases.book import PhraseBook
from fitdesk.ui.letters.pictures import page_pictures
from fitdesk.ui.tasks import Progress, run_task
from fitdesk.workflows.letter_words import check_email, check_rendered, render_letter


@dataclass(frozen=True, slots=True)
class Drawn:
    """A letter's finished pages with what the check says of them, and of the e-mail."""

    letter: Letter
    pdf: bytes
    pictures: tuple[QImage, ...]
    findings: tuple[CheckFinding, ...]
    email_findings: tuple[CheckFinding, ...] = ()


def draw(letter: Letter, dots_per_inch: float, book: PhraseBook | None = None) -> Drawn:
    """Render, check and picture ``letter``; a sent one is shown from its kept bytes, unchecked.

    ``book`` is the phrase book with the owner's own blocks, in whose words repairs are offered. Raises
    letters.paper.pdf.CannotPrint when it cannot be drawn.
    """
    if letter.pdf is not None:
        return Drawn(letter, letter.pdf, page_pictures(letter.pdf, dots_per_inch), ())
    rendered = render_letter(letter)
    pictures = page_pictures(rendered.pdf, dots_per_inch)
    return Drawn(letter, rendered.pdf, pictures, check_rendered(letter, rendered, book), check_email(letter, book))


class Drawer(QObject):
    """Draws one letter after another in a worker thread. ``drawn(Drawn)`` or ``failed(sentence)`` for the newest."""

    drawn = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_busy = False
        self._next: tuple[Letter, float, PhraseBook | None] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being drawn or waits for it."""
        return not self._is_busy and self._next is None

    def draw(self, letter: Letter, dots_per_inch: float, book: PhraseBook | None = None) -> None:
        """Draw ``letter`` as soon as the one under way is through."""
        self._next = (letter, dots_per_inch, book)
        if not self._is_busy:
            self._start()

    def _start(self) -> None:
        if self._next is None:
            return
        (letter, dots, book), self._next = self._next, None
        self._is_busy = True

        def work(_progress: Progress) -> Drawn:
            return draw(letter, dots, book)

        run_task(work, self._over(self.drawn.emit), self._over(self.failed.emit), parent=self)

    def _over(self, tell: Callable[[object], None]) -> Callable[[object], None]:
        def end(result: object) -> None:
            self._is_busy = False
            if self._next is None:
                tell(result)
            else:
                self._start()

        return end
