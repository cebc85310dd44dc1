"""The fifteen criteria in two groups, each a row that opens; only one is open at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from fitdesk.domain.assessment import Side
from fitdesk.domain.criteria import CRITERIA
from fitdesk.i18n import _
from fitdesk.ui.offerings.criterion_row import CriterionRow
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows.rules_draft import RulesDraft


class CriteriaList(QWidget):
    """``edited(edit)`` with a function from draft to draft."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, CriterionRow] = {}
        self.sums: dict[Side, PlainLabel] = {}
        self._last: CriterionRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        for side, title in ((Side.FOR_THEM, _("Right for them")), (Side.FOR_ME, _("Right for me"))):
            self._add_side(side, title)

    def show_draft(self, draft: RulesDraft) -> None:
        """Show what ``draft`` says of every criterion."""
        shares = dict(zip((one.key for one in CRITERIA), draft.shares(), strict=True))
        for key, row in self.rows.items():
            row.show_draft(draft, shares[key])
        for side, label in self.sums.items():
            total = sum(shares[one.key] for one in CRITERIA if one.side is side)
            words = _("{share} of 100 together")
            if not any(draft.weight(one.key) for one in CRITERIA):
                words = _("{share} of 100 together: with every weight at 0, the usual ones count")
            label.setText(words.replace("{share}", f"{total:.0f}"))

    def focus_last(self) -> None:
        """Put the focus where the last edit was made, else on the first weight."""
        (self._last or next(iter(self.rows.values()))).slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, row: CriterionRow, edit: object) -> None:
        self._last = row
        self.edited.emit(edit)

    def _add_side(self, side: Side, title: str) -> None:
        if self.sums:
            self._column.addSpacing(SPACE * 2)
        self._column.addWidget(PlainLabel(title, "section"))
        self.sums[side] = PlainLabel("", "secondary")
        self._column.addWidget(self.sums[side])
        self._column.addSpacing(SPACE // 2)
        for criterion in CRITERIA:
            if criterion.side is side:
                row = CriterionRow(criterion)
                row.edited.connect(partial(self._tell, row))
                row.opened.connect(lambda row=row: self._close_others(row))
                self.rows[criterion.key] = row
                self._column.addWidget(row)

    def _close_others(self, opened: CriterionRow) -> None:
        for row in self.rows.values():
            if row is not opened:
                row.set_open(False)
        QTimer.singleShot(0, opened, lambda: self._show_whole(opened))

    def _show_whole(self, row: CriterionRow) -> None:
        """Scroll so that what was just unfolded is in sight, its own line first."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and row.is_open():
            area.ensureWidgetVisible(row, 0, SPACE * 2)
            area.ensureWidgetVisible(row.fold, 0, SPACE * 2)
