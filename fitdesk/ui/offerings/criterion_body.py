"""What unfolds below a criterion: its value functions, its veto, and the way back to the usual."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.criteria import Criterion
from fitdesk.domain.curves import Curve, curves_of
from fitdesk.domain.vetoes import ALWAYS, VETO_CRITERIA
from fitdesk.i18n import _
from fitdesk.ui.offerings.rule_words import veto_words, why_always
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.curve_editor import CurveEditor
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.tick_box import INDENT, TickBox
from fitdesk.workflows.rules_draft import RulesDraft


class CriterionBody(QFrame):
    """``edited(edit)`` with a function from draft to draft."""

    edited = Signal(object)

    def __init__(self, criterion: Criterion, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._key = criterion.key
        self.editors: list[CurveEditor] = []
        self.veto: TickBox | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE * 2 - 4, SPACE * 2, SPACE)
        column.setSpacing(SPACE * 2)
        for curve in curves_of(self._key):
            column.addWidget(self._make_editor(curve, draft))
        if self._key in VETO_CRITERIA:
            column.addLayout(self._veto_part())
        self.back = QPushButton(_("As for all offerings") if draft.offering else _("Back to usual"))
        self.back.setProperty("role", "link")
        self.back.setProperty("flush", True)
        self.back.setAccessibleDescription(criterion.label)
        self.back.clicked.connect(lambda: self.edited.emit(lambda now: now.back(self._key)))
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        column.addLayout(foot)
        self.show_draft(draft)

    def show_draft(self, draft: RulesDraft) -> None:
        """Show what ``draft`` says, where it is not what stands here already."""
        for editor in self.editors:
            points = draft.points(editor.curve)
            if points != editor.points():
                editor.set_points(points)
        if self.veto is not None:
            self.veto.blockSignals(True)
            self.veto.setChecked(draft.veto(self._key))
            self.veto.blockSignals(False)
        self.back.setEnabled(draft.is_own(self._key))
        self.back.setVisible(draft.is_own(self._key))

    def _make_editor(self, curve: Curve, draft: RulesDraft) -> CurveEditor:
        editor = CurveEditor(curve, draft.points(curve), draft.usual_points(curve))

        def tell() -> None:
            points = editor.points()
            self.edited.emit(lambda now: now.with_points(curve, points))

        editor.edited.connect(tell)
        self.editors.append(editor)
        return editor

    def _veto_part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(2)
        self.veto = TickBox(veto_words(self._key))
        self.veto.toggled.connect(lambda ticked: self.edited.emit(lambda now: now.with_veto(self._key, ticked)))
        part.addWidget(self.veto)
        if self._key == ALWAYS:
            self.veto.setEnabled(False)
            self.veto.setAccessibleDescription(why_always())
            why = PlainLabel(why_always(), "caption", wraps=True)
            why.setContentsMargins(INDENT, 0, 0, 0)
            part.addWidget(why)
        return part
