"""First steps that ask for a day: from when it would suit, and what is agreed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from fitdesk.i18n import _
from fitdesk.letters.facts import Particulars
from fitdesk.ui.letters.first_step import FirstStep
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.dates_field import DateField
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.form_row import FormRow
from fitdesk.ui.widgets.money_field import MoneyField
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows.letter_facts import LetterOrder

Today = Callable[[], date]


class ComeBackStep(FirstStep):
    """From when it would suit; ``quick``: (words, day) to choose with one click."""

    def __init__(
        self,
        today: Today,
        said: Particulars,
        quick: Sequence[tuple[str, date]],
        parent: QWidget | None = None,
        *,
        has_reason: bool = True,
    ) -> None:
        """``has_reason``: whether something is on record that the letter can give as its reason."""
        super().__init__(_("Right match, wrong time. The letter says from when it would suit you."), parent)
        self.day = DateField(today, hint=_("such as 12 June 2027"))
        self.day.set_value(said.come_back)
        self.row = FormRow(_("From when on?"), self.day, helper=_("Empty: the letter names no time."))
        self.fields.addWidget(self.row)
        line = QWidget()
        flow = FlowLayout(line, gap=SPACE)
        self.quick = [QPushButton(words) for words, _day in quick]
        for button, (_words, day) in zip(self.quick, quick, strict=True):
            button.setProperty("small", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda *_, day=day: self._choose(day))
            flow.addWidget(button)
        self.fields.addWidget(line)
        self.reason = PlainLabel(
            _("Nothing on record speaks against now, so the letter gives no reason. A day says more than a bare no.")
            + " "
            + _("You can also write your reason into the words."),
            "warning",
            wraps=True,
        )
        self.reason.setVisible(not has_reason)
        self.fields.addWidget(self.reason)
        self.fields.addStretch(1)
        self.day.changed.connect(self.changed)

    def put_into(self, order: LetterOrder) -> LetterOrder:
        return replace(order, particulars=replace(order.particulars, come_back=self.day.value()))

    def error(self) -> str:
        return self.day.error()

    def focus_first(self) -> None:
        self.day.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, day: date) -> None:
        self.day.set_value(day)
        self.changed.emit()


class AgreedStep(FirstStep):
    """The day and the fee that are settled; what is left empty is said to be still open."""

    def __init__(
        self,
        today: Today,
        said: Particulars,
        currency: str,
        named: tuple[str, str] = ("", ""),
        parent: QWidget | None = None,
    ) -> None:
        """``currency``: of a fee that is not on record yet; ``named``: days and budget as the client named them."""
        super().__init__(_("What is settled, as it stands on record. The letter says openly what is not."), parent)
        self.day = DateField(today, hint=_("such as 12 June 2027"))
        self.day.set_value(said.agreed_day)
        self.fee = MoneyField(hint=_("such as 6,500"))
        self.fee.set_value((said.agreed_fee, said.fee_currency or currency))
        self.fields.addWidget(
            FormRow(_("Agreed day"), self.day, helper=_helper(_("Empty: the day is still to be agreed."), named[0]))
        )
        self.fields.addWidget(
            FormRow(_("Agreed fee"), self.fee, helper=_helper(_("Empty: the fee is still to be agreed."), named[1]))
        )
        self.fields.addStretch(1)
        for field in (self.day, self.fee):
            field.changed.connect(self.changed)

    def put_into(self, order: LetterOrder) -> LetterOrder:
        amount, currency = self.fee.value()
        said = replace(
            order.particulars,
            agreed_day=self.day.value(),
            agreed_fee=amount,
            fee_currency=(currency or "") if amount is not None else "",
        )
        return replace(order, particulars=said)

    def error(self) -> str:
        return self.day.error() or self.fee.error()

    def focus_first(self) -> None:
        self.day.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _helper(words: str, named: str) -> str:
    return f"{_('They named {what}.').replace('{what}', named)} {words}" if named else words
