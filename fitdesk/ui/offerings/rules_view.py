"""How the rules stand on the page: criteria, past decisions beside or below, the bar of the draft at the foot."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.offerings.criteria_list import CriteriaList
from fitdesk.ui.offerings.draft_bar import DraftBar
from fitdesk.ui.offerings.effects_pane import EffectsPane
from fitdesk.ui.offerings.rule_history import RuleHistory
from fitdesk.ui.offerings.scope_field import ScopeField
from fitdesk.ui.offerings.suggestion_card import SuggestionCard
from fitdesk.ui.theme import MARGIN, SPACE
from fitdesk.ui.widgets.form import WIDEST
from fitdesk.ui.widgets.page import PlainLabel, scrolled

BESIDE = 860
"""Pixels from which the past decisions stand beside the criteria."""
_PANE = 376


class RulesView(QWidget):
    """The parts, without anything that they do."""

    def __init__(self, title: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope = ScopeField()
        self.suggestion = SuggestionCard()
        self.criteria = CriteriaList()
        self.history = RuleHistory()
        self.pane = EffectsPane()
        self.bar = DraftBar()
        self.back_all = QPushButton()
        self.back_all.setProperty("role", "link")
        self.back_all.setProperty("flush", True)
        self._is_wide = True
        self._left = self._make_left(title, explanation)
        self.area = scrolled(self._left)
        self._aside = QWidget()
        aside = QVBoxLayout(self._aside)
        aside.setContentsMargins(SPACE * 2, MARGIN + 4, MARGIN, SPACE)
        aside.addWidget(self.pane, 1)
        self._aside.setFixedWidth(_PANE)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.area, 1)
        across.addWidget(self._aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across, 1)
        column.addWidget(self.bar)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def is_wide(self) -> bool:
        """Whether the past decisions stand beside the criteria."""
        return self._is_wide

    def fit_pane(self) -> None:
        """Give the list of past decisions the height it needs where it stands."""
        self.pane.set_whole(not self._is_wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= BESIDE
        if wide != self._is_wide:
            self._is_wide = wide
            self._place_pane()

    def _place_pane(self) -> None:
        if self._is_wide:
            aside = self._aside.layout()
            if aside is not None:
                aside.addWidget(self.pane)
        else:
            self._below.addWidget(self.pane)
        self._aside.setVisible(self._is_wide)
        self.fit_pane()

    def _make_left(self, title: str, explanation: str) -> QWidget:
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(PlainLabel(title, "title", wraps=True))
        column.addWidget(PlainLabel(explanation, "secondary", wraps=True))
        column.addSpacing(SPACE)
        column.addWidget(self.scope)
        column.addSpacing(SPACE // 2)
        column.addWidget(self.suggestion)
        column.addSpacing(SPACE * 2)
        column.addWidget(self.criteria)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, SPACE, 0, 0)
        foot.addWidget(self.back_all)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addSpacing(SPACE)
        column.addWidget(self.history)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, SPACE * 2, 0, 0)
        column.addLayout(self._below)
        column.addStretch(1)
        outer = QWidget()
        across = QHBoxLayout(outer)
        across.setContentsMargins(MARGIN + SPACE, MARGIN, MARGIN + SPACE, MARGIN * 2)
        across.addWidget(inner, 1)
        across.addStretch(0)
        return outer

    def name_back(self, *, for_one: bool) -> None:
        """The words on the button that goes back in everything."""
        self.back_all.setText(_("Everything as for all offerings") if for_one else _("Everything back to usual"))
