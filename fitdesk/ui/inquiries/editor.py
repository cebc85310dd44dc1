"""Correcting a request: the form on the left, what they wrote beside it, Keep below."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.inquiry import Inquiry
from fitdesk.i18n import _
from fitdesk.intake.draft import Source
from fitdesk.ui.inquiries.inquiry_form import InquiryForm
from fitdesk.ui.inquiries.original_view import OriginalView
from fitdesk.ui.inquiries.waiting_box import WaitingBox
from fitdesk.ui.widgets.page import PlainLabel, scrolled

FORM_WIDTH = 456
"""Pixels that the form needs, its scroll bar included."""
NARROW = 800
"""Pixels below which the original stands behind a button instead of beside the form."""


class InquiryEditor(QWidget):
    """``kept(Inquiry)`` with the corrected request; ``left()`` to go without keeping.

    ``half_typed(str)`` with the form as typed, for the drafts; ``dropped()`` when a half-typed form is thrown away.
    """

    kept = Signal(object)
    left = Signal()
    half_typed = Signal(str)
    dropped = Signal()

    def __init__(self, today: Callable[[], date], *, locale: str = "en_GB", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inquiry = Inquiry()
        self._sources: Mapping[str, Sequence[Source]] = {}
        self._writes_text = False
        self._half_typed: str | None = None
        self.title = PlainLabel("", "title")
        self.hint = PlainLabel("", "secondary", wraps=True)
        self.form = InquiryForm(today, locale=locale)
        self.original = OriginalView()
        self.waiting = WaitingBox(_("You were editing this."))
        self.waiting.continued.connect(self.continue_typing)
        self.waiting.discarded.connect(self._discard)
        self.form.hovered.connect(self._light)
        self.form.settled.connect(self._note_settled)
        self.original.edit.textChanged.connect(self._note_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 24, 20)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addSpacing(8)
        column.addWidget(self.waiting)
        column.addLayout(self._sides(), 1)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        QShortcut(QKeySequence("Ctrl+Return"), self, self.keep, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence.StandardKey.Save, self, self.keep, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def begin(
        self,
        inquiry: Inquiry,
        *,
        title: str,
        hint: str = "",
        sources: Mapping[str, Sequence[Source]] | None = None,
        half_typed: str | None = None,
        writes_text: bool = False,
    ) -> None:
        """Show ``inquiry`` for correcting. ``half_typed`` is what was typed before and is offered again.

        ``writes_text``: what they said is typed here too, as for a phone call.
        """
        self._inquiry = inquiry
        self._sources = sources or {}
        self._writes_text = writes_text
        self._half_typed = half_typed
        self.title.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.waiting.setVisible(half_typed is not None)
        self.form.fill(inquiry, self._sources)
        self.original.set_editable(writes_text)
        self.original.set_text(inquiry.text)
        self._arrange()
        self._area.verticalScrollBar().setValue(0)
        self.form.go_to("contact.name")

    def keep(self) -> None:
        """Hand over the corrected request; with an error, go to it instead."""
        self.form.finish_words()
        if self.form.go_to_first_error():
            return
        self.kept.emit(self.inquiry())

    def inquiry(self) -> Inquiry:
        """The request as it stands in the form."""
        filled = self.form.filled(self._inquiry)
        if self._writes_text:
            filled = replace(filled, text=self.original.edit.toPlainText())
        return filled

    def continue_typing(self) -> None:
        """Put the half-typed form back."""
        self.waiting.hide()
        typed = json.loads(self._half_typed or "{}")
        self.form.set_typed(typed.get("typed", {}))
        if self._writes_text and typed.get("text") is not None:
            self.original.set_text(str(typed["text"]))

    def typed(self) -> str:
        """The form as typed, good or bad, for the drafts."""
        text = self.original.edit.toPlainText() if self._writes_text else None
        return json.dumps({"typed": self.form.typed(), "text": text})

    def flush(self) -> None:
        """Keep what was typed in the last second too."""
        self.form.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _sides(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(32)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 12, 16)
        inner.addWidget(self.form)
        inner.addStretch(1)
        self._area = scrolled(holder)
        self._area.setMinimumWidth(FORM_WIDTH)
        row.addWidget(self._area, 11)
        row.addWidget(self.original, 9)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep_button = QPushButton(_("Keep"))
        self.keep_button.setProperty("primary", True)
        self.keep_button.setToolTip("Ctrl+Enter")
        self.keep_button.clicked.connect(self.keep)
        self.leave = QPushButton(_("Cancel"))
        self.leave.clicked.connect(self.left)
        self.turn = QPushButton(_("What they wrote"))
        self.turn.setCheckable(True)
        self.turn.toggled.connect(lambda *_: self._arrange())
        row.addWidget(self.keep_button)
        row.addWidget(self.leave)
        row.addWidget(self.turn)
        row.addStretch(1)
        return row

    def _arrange(self) -> None:
        """Form and original side by side, or one at a time where there is no room for both."""
        has_text = bool(self._inquiry.text) or self._writes_text
        is_narrow = self.width() < NARROW
        self.turn.setVisible(has_text and is_narrow)
        shows_text = has_text and (not is_narrow or self.turn.isChecked())
        self.original.setVisible(shows_text)
        self._area.setVisible(not (is_narrow and shows_text))

    def _light(self, key: str) -> None:
        if not key:
            focused = self.focusWidget()
            key = str(focused.property("field_key") or "") if focused is not None else ""
        self.original.light(self.form.places_of(key, self._sources) if key else ())

    def _note_settled(self) -> None:
        if not self.waiting.isHidden():
            return
        self.half_typed.emit(self.typed())

    def _note_text(self) -> None:
        if self._writes_text and self.original.edit.hasFocus():
            self.form.note_other_typing()

    def _discard(self) -> None:
        self.waiting.hide()
        self.dropped.emit()
