"""Dated facts on how a peer treats clients."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitdesk.domain.peer import Outcome, TrustEvidence
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.choice_field import ChoiceField
from fitdesk.ui.widgets.dates_field import DateField
from fitdesk.ui.widgets.field import Field
from fitdesk.ui.widgets.fields import TextField
from fitdesk.ui.widgets.remove_button import RemoveButton
from fitdesk.ui.widgets.rows_field import RowEditor, RowsField


def outcome_words() -> tuple[tuple[Outcome, str], ...]:
    """How it ended for the client, as it reads on the screen."""
    return (
        (Outcome.DELIGHTED, _("delighted")),
        (Outcome.FINE, _("fine")),
        (Outcome.DISAPPOINTED, _("disappointed")),
    )


class EvidenceRow(RowEditor[TrustEvidence]):
    """One fact, its day, and how it was for the client."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.fact = TextField(lines=1, hint=_("What happened, as you would tell it in front of them"))
        self.day = DateField(today, past=True, hint=_("such as 12 June 2026"))
        self.outcome: ChoiceField[Outcome] = ChoiceField(
            [(outcome, _("the client was {how}").replace("{how}", words)) for outcome, words in outcome_words()],
            unknown=_("a remark, proves nothing yet"),
        )
        remove = RemoveButton(_("Remove this fact"))
        remove.clicked.connect(self.removed)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, SPACE)
        across.setSpacing(SPACE)
        column = QVBoxLayout()
        column.setSpacing(SPACE // 2)
        column.addWidget(self.fact)
        below = QHBoxLayout()
        below.setSpacing(SPACE)
        below.addWidget(self.day)
        below.addWidget(self.outcome, 1)
        column.addLayout(below)
        across.addLayout(column, 1)
        across.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def parts(self) -> tuple[Field[Any], ...]:
        return (self.fact, self.day, self.outcome)

    def value(self) -> TrustEvidence | None:
        fact, day = self.fact.value(), self.day.value()
        return TrustEvidence(day, fact, self.outcome.value()) if fact and day is not None else None

    def set_value(self, value: TrustEvidence) -> None:
        self.fact.set_value(value.fact)
        self.day.set_value(value.day)
        self.outcome.set_value(value.outcome)

    def error(self) -> str:
        day = self.day.value()
        if super().error():
            return super().error()
        if self.fact.value() and day is None:
            return _("Write the day of this fact")
        if day is not None and day > self._today():
            return _("A fact lies in the past: check the day")
        return _("Say what happened") if self.outcome.value() is not None and not self.fact.value() else ""

    def name_parts(self, name: str) -> None:
        self.fact.set_name(name)
        self.day.set_name(_("{field}, day").replace("{field}", name))
        self.outcome.set_name(_("{field}, for the client").replace("{field}", name))


class EvidenceField(RowsField[TrustEvidence]):
    """All facts; a new one begins with today's date."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        self._today = today
        super().__init__(_("Add a fact"), parent=parent)

    def make_row(self) -> EvidenceRow:
        row = EvidenceRow(self._today)
        row.day.set_value(self._today())
        return row
