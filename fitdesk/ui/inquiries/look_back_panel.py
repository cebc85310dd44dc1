"""A short look back in the place of the buttons: took place or lost, delighted, margin, again, one lesson."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.post_mortem import Delight, Earned, PostMortem
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.field import Field
from fitdesk.ui.widgets.once_button import OnceButton
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.segments import SegmentsField
from fitdesk.workflows.look_back import LONGEST_LESSON


class LookBackPanel(QFrame):
    """``kept(PostMortem)``, on which every field but the first may be unknown; ``dropped()`` for another time."""

    kept = Signal(object)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._is_waiting = False
        unknown = (None, _("Not known"))
        self.took_place = SegmentsField[bool]([(True, _("It took place")), (False, _("It was lost"))], clears=False)
        self.delight = SegmentsField[Delight | None](
            [(Delight.YES, _("Yes")), (Delight.PARTLY, _("Partly")), (Delight.NO, _("No")), unknown], clears=False
        )
        self.earned = SegmentsField[Earned | None](
            [(Earned.MORE, _("More")), (Earned.AS_PLANNED, _("As planned")), (Earned.LESS, _("Less")), unknown],
            clears=False,
        )
        self.again = SegmentsField[bool | None]([(True, _("Yes")), (False, _("No")), unknown], clears=False)
        self.lesson = QLineEdit()
        self.lesson.setMaxLength(LONGEST_LESSON)
        self.lesson.setPlaceholderText(_("one sentence: what you would do again, or otherwise"))
        self.lesson.setAccessibleName(_("What you take from it"))
        self.go = OnceButton(_("Keep"))
        self.go.setProperty("primary", True)
        self.leave = QPushButton(_("Not today"))
        self._lay_out()
        self.go.clicked.connect(self._keep)
        self.leave.clicked.connect(self.dropped)
        self.took_place.changed.connect(self._show_what_applies)

    def ask(self, before: PostMortem | None, *, was_lost: bool = False) -> None:
        """Show what was said before, or an empty look back; ``was_lost``: begin with that."""
        shown = before or PostMortem(date.min, took_place=not was_lost)
        self._is_waiting = True
        self.took_place.set_value(shown.took_place)
        self.delight.set_value(shown.delight)
        self.earned.set_value(shown.earned)
        self.again.set_value(shown.again)
        self.lesson.setText(shown.lesson)
        self._show_what_applies()
        first = self.delight if shown.took_place else self.again
        first.targets()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def value(self) -> PostMortem:
        """What is said now. Of lost work nobody can say whether they were delighted, or what it earned."""
        took_place = self.took_place.value() is not False
        return PostMortem(
            date.min,
            took_place,
            self.delight.value() if took_place else None,
            self.earned.value() if took_place else None,
            self.again.value(),
            self.lesson.text().strip(),
        )

    def refuse(self) -> None:
        """It could not be kept: wait again."""
        self._is_waiting = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.window().focusWidget() is self.leave:
                self.dropped.emit()
            else:
                self._keep()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(_("How did it go?"), "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE * 2)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.took_place, 0, 0, 1, 2)
        self.took_place.set_name(_("How did it go?"))
        self._of_work_done: list[QWidget] = []
        for row, (words, field) in enumerate(self._questions(), 1):
            label = PlainLabel(words, "secondary")
            field.set_name(words)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            if field is not self.again:
                self._of_work_done += [label, field]
        column.addLayout(grid)
        column.addWidget(self.lesson)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.go)
        line.addWidget(self.leave)
        line.addStretch(1)
        column.addLayout(line)

    def _questions(self) -> tuple[tuple[str, Field[Any]], ...]:
        return (
            (_("Were they delighted?"), self.delight),
            (_("The margin"), self.earned),
            (_("Would you do it again?"), self.again),
        )

    def _show_what_applies(self) -> None:
        took_place = self.took_place.value() is not False
        for widget in self._of_work_done:
            widget.setVisible(took_place)

    def _keep(self) -> None:
        if self._is_waiting:
            self._is_waiting = False  # a second Enter keeps nothing twice
            self.kept.emit(self.value())
