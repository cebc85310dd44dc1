"""One criterion in the list of what counts: name, weight, share and a picture of its value function; opens below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitdesk.domain.criteria import Criterion
from fitdesk.domain.curves import curves_of
from fitdesk.i18n import _
from fitdesk.ui.offerings.criterion_body import CriterionBody
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.curve_picture import CurvePicture
from fitdesk.ui.widgets.disclosure import FoldButton
from fitdesk.ui.widgets.notch_slider import NotchSlider
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows.rules_draft import RulesDraft

MOST = 40
"""Points; a criterion that counts for more would drown the rest."""
_NAME, _SHARE = 136, 104


class CriterionRow(QWidget):
    """``edited(edit)`` with a function from draft to draft; ``opened()`` when it is unfolded."""

    edited = Signal(object)
    opened = Signal()

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self._draft: RulesDraft | None = None
        self.body: CriterionBody | None = None
        self.fold = FoldButton(criterion.label, strong=False)
        self.fold.setFixedWidth(_NAME)
        self.slider = NotchSlider(round(criterion.weight), MOST)
        self.slider.setAccessibleName(_("Weight of {what}").replace("{what}", criterion.label))
        self.share = PlainLabel("", "caption")
        self.share.setFixedWidth(_SHARE)
        self.picture = CurvePicture()
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self.fold)
        head.addWidget(self.slider, 1)
        head.addWidget(self.share)
        head.addWidget(self.picture)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.fold.toggled.connect(self._turn)
        self.slider.valueChanged.connect(self._weigh)

    def is_open(self) -> bool:
        return self.fold.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold."""
        self.fold.setChecked(is_open)

    def show_draft(self, draft: RulesDraft, share: float) -> None:
        """Show what ``draft`` says of the criterion; ``share`` is its weight of 100."""
        key = self.criterion.key
        if draft.offering != (self._draft.offering if self._draft else None) and self.is_open():
            self.set_open(False)  # another scope has other usual curves: the body is made anew when it opens
        self._draft = draft
        weight, usual = draft.weight(key), draft.usual_weight(key)
        self.slider.set_usual(round(usual))
        if round(weight) != self.slider.value():
            self.slider.show_value(round(weight))
        self._say_share(weight, usual, share)
        curves = curves_of(key)
        own = next((curve for curve in curves if draft.points(curve) != draft.usual_points(curve)), None)
        shown = own or (curves[0] if curves else None)
        self.picture.set_curve(shown, draft.points(shown) if shown else (), is_own=own is not None)
        if self.body is not None:
            self.body.show_draft(draft)

    def _say_share(self, weight: float, usual: float, share: float) -> None:
        figure = f"{share:.1f}".removesuffix(".0")
        words = _("{share} of 100").replace("{share}", figure)
        if abs(weight - usual) > 1e-9 and self._draft is not None:
            words = _("{share}, usually {usual}") if self._draft.offering is None else _("{share}, for all {usual}")
            words = words.format(share=figure, usual=f"{round(usual, 1):g}")
        self.share.setText(words)
        self.slider.setAccessibleDescription(words)

    def _weigh(self, value: int) -> None:
        key = self.criterion.key
        self.edited.emit(lambda draft: draft.with_weight(key, float(value)))

    def _turn(self, is_open: bool) -> None:
        if is_open and self._draft is not None:
            self.body = CriterionBody(self.criterion, self._draft)
            self.body.edited.connect(self.edited)
            self._column.addWidget(self.body)
            self.body.show()
            self.opened.emit()
        elif self.body is not None:
            if self.body.isAncestorOf(self.window().focusWidget()):
                self.fold.setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.removeWidget(self.body)
            self.body.hide()
            self.body.deleteLater()
            self.body = None
