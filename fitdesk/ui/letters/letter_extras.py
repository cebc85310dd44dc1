"""What a letter may carry beside its words: the owner's reference, enclosures, and who gets a copy."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from fitdesk.domain.letter import LetterText
from fitdesk.i18n import _
from fitdesk.ui.widgets.disclosure import Disclosure
from fitdesk.ui.widgets.page import PlainLabel

BETWEEN = ";"


class LetterExtras(QWidget):
    """Folded under "More". ``edited()`` after each change; several enclosures or copies are divided by semicolons."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fold = Disclosure(_("More"), _("reference, enclosures, copies"))
        self.reference = _line(_("Reference"), _("such as 2027-014"))
        self.enclosures = _line(_("Enclosures"), _("Programme; Biography"))
        self.copies = _line(_("Copies to"), _("Ines Moreau; the board"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, field in enumerate((self.reference, self.enclosures, self.copies)):
            caption = PlainLabel(field.accessibleName(), "caption")
            caption.setBuddy(field)
            caption.setMinimumWidth(72)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
            field.textChanged.connect(lambda *_: self.edited.emit())
            field.textChanged.connect(lambda *_: self._summarize())
        self.fold.content.addLayout(grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)

    def set_text(self, text: LetterText) -> None:
        """Show what ``text`` carries; a field that says the same already is left alone."""
        for field, words in (
            (self.reference, text.reference),
            (self.enclosures, f"{BETWEEN} ".join(text.enclosures)),
            (self.copies, f"{BETWEEN} ".join(text.copies)),
        ):
            if _parts(field.text()) != _parts(words):
                field.setText(words)
        self._summarize()

    def put_into(self, text: LetterText) -> LetterText:
        """``text`` with reference, enclosures and copies as they stand."""
        return replace(
            text,
            reference=self.reference.text().strip(),
            enclosures=_parts(self.enclosures.text()),
            copies=_parts(self.copies.text()),
        )

    def _summarize(self) -> None:
        said = [field.text().strip() for field in (self.reference, self.enclosures, self.copies)]
        self.fold.set_summary(" · ".join(filter(None, said)) or _("reference, enclosures, copies"))


def _parts(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(BETWEEN) if part.strip())


def _line(name: str, hint: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    return field
