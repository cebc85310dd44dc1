"""The facts as levers: sliders first, then what is chosen, then the owner's own word, folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.domain.lever import Lever, LeverKind, Value
from fitdesk.domain.lever_verdicts import Stretch
from fitdesk.i18n import _
from fitdesk.ui.inquiries.what_if_rows import ChoiceRow, LeverRow, Setting, SliderRow
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.disclosure import Disclosure
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.page import PlainLabel

CHOICE_WIDTH = 150
OWN_CHOICE_WIDTH = 229


class _Group(QWidget):
    """Sliders below each other, choices side by side."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self.sliders = QVBoxLayout()
        self.sliders.setSpacing(0)
        column.addLayout(self.sliders)
        self._choices = QWidget()
        self.choices = FlowLayout(self._choices, gap=SPACE)
        column.addWidget(self._choices)

    def place(self, row: LeverRow) -> None:
        if isinstance(row, SliderRow):
            self.sliders.addWidget(row)
        else:
            self.choices.addWidget(row)


class WhatIfPanel(QWidget):
    """Shows levers and where they stand. ``changed(key, value)`` and ``set_back(key)`` as the rows tell it."""

    changed = Signal(str, object)
    set_back = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._locale = "en_GB"
        self._rows: dict[str, LeverRow] = {}
        self._kept: list[LeverRow] = []
        self._slots: dict[LeverRow, tuple[LeverKind, bool]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self.hint = PlainLabel(_("Move a fact and see what follows. Nothing is saved."), "secondary", wraps=True)
        column.addWidget(self.hint)
        self._theirs, self._own = _Group(), _Group()
        column.addWidget(self._theirs)
        self.own = Disclosure(_("Your own word"), _("how sure, days of work, how deep"))
        self.own.content.addWidget(self._own)
        column.addWidget(self.own)
        column.addSpacing(SPACE * 2)

    def set_levers(self, levers: Sequence[Lever], locale: str) -> None:
        """Show ``levers``; rows made before are used again."""
        self._locale = locale
        spare = list(self._kept)
        self._rows = {}
        for lever in levers:
            row = next((row for row in spare if self._slots[row] == _slot(lever)), None)
            if row is None:
                row = self._made(lever)
            else:
                spare.remove(row)
            row.set_lever(lever)
            row.show()
            self._rows[lever.key] = row
        for left in spare:
            left.hide()

    def show_settings(self, settings: Mapping[str, Setting]) -> None:
        """Where each lever stands; an own word that was moved is unfolded."""
        for key, setting in settings.items():
            if key in self._rows:
                self._rows[key].show_setting(setting)
                if setting.is_moved and self._rows[key].lever().is_owners and not self.own.is_open():
                    self.own.set_open(True)

    def show_turns(self, turns: Mapping[str, Sequence[Stretch]]) -> None:
        """Where the verdict turns along each slider."""
        for key, found in turns.items():
            row = self._rows.get(key)
            if isinstance(row, SliderRow):
                row.show_turns(found)

    def rows(self) -> dict[str, LeverRow]:
        """The rows on display, by the key of their lever."""
        return dict(self._rows)

    def focus_first(self) -> None:
        """Put the focus on the first slider."""
        first = next((row for row in self._rows.values() if isinstance(row, SliderRow)), None)
        if first is not None:
            first.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, lever: Lever) -> LeverRow:
        row: LeverRow
        if lever.kind is LeverKind.CHOICE:
            row = ChoiceRow(self._today, self._locale)
            row.setFixedWidth(OWN_CHOICE_WIDTH if lever.is_owners else CHOICE_WIDTH)
        else:
            row = SliderRow(lever.kind, self._today, self._locale)
        row.changed.connect(self.changed)
        row.set_back.connect(self.set_back)
        (self._own if lever.is_owners else self._theirs).place(row)
        self._kept.append(row)
        self._slots[row] = _slot(lever)
        return row


def _slot(lever: Lever) -> tuple[LeverKind, bool]:
    """Levers of one slot can stand in for one another on the screen."""
    return lever.kind, lever.is_owners


def settings_of(
    levers: Sequence[Lever],
    values: Mapping[str, Value | None],
    facts: Mapping[str, Value | None],
    notes: Mapping[str, str],
) -> dict[str, Setting]:
    """Each lever's place: what is tried out, else the fact."""
    return {
        lever.key: Setting(values.get(lever.key, facts[lever.key]), facts[lever.key], notes.get(lever.key, ""))
        for lever in levers
    }
