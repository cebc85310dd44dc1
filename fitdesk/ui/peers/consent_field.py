"""A peer's consent: when and how it was given, how it stands today, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Consent
from fitdesk.i18n import _
from fitdesk.ui.peers.consent_words import consent_state
from fitdesk.ui.theme import SPACE, set_style
from fitdesk.ui.widgets.dates_field import DateField
from fitdesk.ui.widgets.field import Field, Typed
from fitdesk.ui.widgets.fields import LineField
from fitdesk.ui.widgets.form_row import FormRow, RowLine
from fitdesk.ui.widgets.page import PlainLabel


class ConsentField(Field[Consent | None]):
    """``acted(words)`` when a button gave or withdrew it."""

    acted = Signal(str)

    def __init__(self, today: Callable[[], date], owner: Callable[[], Owner], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._owner = today, owner
        self._withdrawn: date | None = None
        self.state = PlainLabel("", "warning", wraps=True)
        self.given = DateField(today, past=True, hint=_("such as 12 June 2026"))
        self.how = LineField(hint=_("by mail, for their contact data"))
        self.button = QPushButton()
        self.button.clicked.connect(self._act)
        self._pause = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.state, 1)
        top.addWidget(self.button)
        column.addLayout(top)
        column.addWidget(
            RowLine([(FormRow(_("They said yes on"), self.given), 1), (FormRow(_("How"), self.how), 2)], least=200)
        )
        self.setFocusProxy(self.given)
        for part in (self.given, self.how):
            part.changed.connect(self._note_change)
        self.watch(*self.given.targets(), *self.how.targets(), self.button)
        self._show_state()

    def targets(self) -> tuple[QWidget, ...]:
        return (self.given.edit, self.how.edit, self.button)

    def set_name(self, name: str) -> None:
        self.given.set_name(_("{field}: given on").replace("{field}", name))
        self.how.set_name(_("{field}: how").replace("{field}", name))

    def set_invalid(self, invalid: bool) -> None:
        self.given.set_invalid(invalid)

    def value(self) -> Consent | None:
        given = self.given.value()
        return Consent(given, self.how.value() or "", self._withdrawn) if given is not None else None

    def set_value(self, value: Consent | None) -> None:
        self.given.set_value(value.given if value is not None else None)
        self.how.set_value((value.how or None) if value is not None else None)
        self._withdrawn = value.withdrawn if value is not None else None
        self._show_state()

    def error(self) -> str:
        given = self.given.value()
        if self.given.error():
            return self.given.error()
        if given is None and self.how.value():
            return _("Write the day on which they said yes")
        return _("This day has not come yet: check the date") if given is not None and given > self._today() else ""

    def typed(self) -> Typed:
        withdrawn = self._withdrawn.isoformat() if self._withdrawn else None
        return [self.given.typed(), self.how.typed(), withdrawn]

    def set_typed(self, typed: Typed) -> None:
        self.given.set_typed(typed[0])
        self.how.set_typed(typed[1])
        self._withdrawn = date.fromisoformat(typed[2]) if typed[2] else None
        self._show_state()

    def _act(self) -> None:
        if self._pause.isActive():  # the second half of a double click must not take back what the first half gave
            return
        self._pause.start()
        consent, today = self.value(), self._today()
        if consent is not None and consent_state(consent, self._owner(), today).is_valid:
            self.set_value(replace(consent, withdrawn=today))
            words = _("Consent withdrawn")
        else:
            self.set_value(Consent(today, self.how.value() or ""))
            words = _("Consent recorded as of today")
        self.changed.emit()
        self.acted.emit(words)

    def _note_change(self) -> None:
        given = self.given.value()
        if given is not None and self._withdrawn is not None and given > self._withdrawn:
            self._withdrawn = None  # a later yes stands against an earlier withdrawal
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        consent = self.value()
        state = consent_state(consent, self._owner(), self._today())
        self.state.setText(state.words)
        set_style(self.state, "role", state.role)
        again = _("They said yes again today") if consent is not None else _("They said yes today")
        self.button.setText(_("Withdraw consent") if state.is_valid else again)
