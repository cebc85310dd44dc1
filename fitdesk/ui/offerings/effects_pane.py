"""The last decided requests beside the rules: what was decided, what the draft would have said, where it moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.offerings.effect_rows import EFFECT_ROLE, EffectDelegate, EffectRows, row_height
from fitdesk.ui.offerings.effect_words import agreement_words
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows.judging_rules import MOST_SHOWN, Effect


class EffectsPane(QWidget):
    """The agreement in one line, and the requests. ``opened(inquiry_id)`` at Enter or a double click."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agreement = PlainLabel("", "strong", wraps=True)
        self.note = PlainLabel("", "caption", wraps=True)
        self.rows = EffectRows()
        self.list = QListView()
        self.list.setProperty("role", "rows")
        self.list.setModel(self.rows)
        self.list.setItemDelegate(EffectDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("The last decided inquiries"))
        self.list.activated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(PlainLabel(_("What it would have said"), "section"))
        column.addWidget(self.agreement)
        column.addWidget(self.note)
        column.addSpacing(SPACE // 2)
        column.addWidget(self.list, 1)
        self.show_effects(())

    def show_effects(self, found: Sequence[Effect]) -> None:
        """Show ``found``, or what will stand here one day."""
        self.rows.set_effects(found)
        self.list.setVisible(bool(found))
        self.agreement.setVisible(bool(found))
        self.agreement.setText(agreement_words(found) if found else "")
        judged = _("Accepted, declined and referred ones, each judged as on the day of your decision.")
        none_yet = _("Once you have decided on inquiries, the last {n} stand here with what a change would have said.")
        self.note.setText(judged if found else none_yet.replace("{n}", str(MOST_SHOWN)))

    def set_whole(self, is_whole: bool) -> None:
        """Show all rows without a scroll bar of its own, for standing in a page that scrolls."""
        if is_whole:
            self.list.setFixedHeight(self.rows.rowCount() * row_height(self.list.font()) + 4)
        else:
            self.list.setMinimumHeight(0)
            self.list.setMaximumHeight(16_777_215)

    def _open(self, index: QModelIndex) -> None:
        effect = index.data(EFFECT_ROLE)
        if isinstance(effect, Effect):
            self.opened.emit(effect.inquiry_id)
