"""Fields for money: an amount, a currency, an amount with its currency, and what lies between two amounts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.choice_field import LookupField
from fitdesk.ui.widgets.field import Field, Typed
from fitdesk.ui.widgets.fields import ParsedField
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.read_money import read_amount, read_money, write_amount

Money = tuple[Decimal | None, str | None]
"""Amount and currency (ISO 4217), each None when unknown."""
MoneyRange = tuple[Decimal | None, Decimal | None, str | None]
"""Least, most and currency, each None when unknown: "up to 5,000" is only the most."""

USUAL_CURRENCIES = ("EUR", "GBP", "USD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "ISK", "CAD",
                    "AUD", "NZD", "JPY", "SGD", "HKD", "INR", "ZAR", "AED", "BRL", "MXN", "TRY")  # fmt: skip
"""On offer in the list; any other code of ISO 4217 can be typed."""


class AmountField(ParsedField[Decimal]):
    """An amount whose currency is said elsewhere; ``set_currency`` shows it behind the field."""

    def __init__(self, *, hint: str = "", needed: str = "", parent: QWidget | None = None) -> None:
        self._currency: str | None = None
        super().__init__(
            lambda text: read_amount(text, self._currency), write_amount, hint=hint, needed=needed, width=140,
            parent=parent,
        )  # fmt: skip

    def set_currency(self, currency: str | None, *, shown: bool = True) -> None:
        """The currency that the amount counts in."""
        self._currency = currency
        self.suffix.setText(currency or "")
        self.suffix.setVisible(bool(currency) and shown)


class CurrencyField(LookupField[str]):
    """A currency by its code; None when empty."""

    def __init__(self, *, hint: str = "", needed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            _usual, more=_every, hint=hint, needed=needed, problem=_("Write a code such as EUR"), parent=parent
        )
        self.setMaximumWidth(110)


class MoneyField(Field[Money]):
    """An amount and its currency; a currency typed beside the amount ("€ 7,500") chooses it."""

    def __init__(self, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = AmountField(hint=hint)
        self.currency = CurrencyField()
        row = _row(self, self.amount, self.currency)
        row.addStretch(1)
        take_over_currency(self.amount, self.currency)
        _relay(self, self.amount, self.currency)

    def targets(self) -> tuple[QWidget, ...]:
        return (*self.amount.targets(), *self.currency.targets())

    def set_name(self, name: str) -> None:
        self.amount.set_name(name)
        self.currency.set_name(_("{field}: currency").replace("{field}", name))

    def value(self) -> Money:
        return self.amount.value(), self.currency.value()

    def set_value(self, value: Money) -> None:
        self.amount.set_value(value[0])
        self.currency.set_value(value[1])

    def error(self) -> str:
        missing = _("Choose the currency") if self.amount.value() is not None and not self.currency.value() else ""
        return self.amount.error() or self.currency.error() or missing

    def typed(self) -> Typed:
        return [self.amount.typed(), self.currency.typed()]

    def set_typed(self, typed: Typed) -> None:
        self.amount.set_typed(typed[0])
        self.currency.set_typed(typed[1])

    def set_hint(self, text: str) -> None:
        self.amount.set_hint(text)


class MoneyRangeField(Field[MoneyRange]):
    """From and to with one currency; one end alone is "over 10,000" or "up to 5,000"."""

    def __init__(self, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.least, self.most = AmountField(hint=hint), AmountField()
        self.currency = CurrencyField()
        row = _row(self, self.least, PlainLabel("–", "secondary"), self.most, self.currency)
        row.addStretch(1)
        for amount in (self.least, self.most):
            take_over_currency(amount, self.currency)
        _relay(self, self.least, self.most, self.currency)

    def targets(self) -> tuple[QWidget, ...]:
        return (*self.least.targets(), *self.most.targets(), *self.currency.targets())

    def set_name(self, name: str) -> None:
        self.least.set_name(_("{field}: from").replace("{field}", name))
        self.most.set_name(_("{field}: to").replace("{field}", name))
        self.currency.set_name(_("{field}: currency").replace("{field}", name))

    def value(self) -> MoneyRange:
        return self.least.value(), self.most.value(), self.currency.value()

    def set_value(self, value: MoneyRange) -> None:
        self.least.set_value(value[0])
        self.most.set_value(value[1])
        self.currency.set_value(value[2])

    def error(self) -> str:
        least, most, currency = self.value()
        own = self.least.error() or self.most.error() or self.currency.error()
        if own:
            return own
        if least is not None and most is not None and least > most:
            return _("The first amount is above the second: swap them")
        return _("Choose the currency") if (least is not None or most is not None) and not currency else ""

    def typed(self) -> Typed:
        return [self.least.typed(), self.most.typed(), self.currency.typed()]

    def set_typed(self, typed: Typed) -> None:
        self.least.set_typed(typed[0])
        self.most.set_typed(typed[1])
        self.currency.set_typed(typed[2])

    def set_hint(self, text: str) -> None:
        self.least.set_hint(text)


def _row(parent: QWidget, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    for widget in widgets:
        row.addWidget(widget)
    parent.setFocusProxy(widgets[0])
    return row


def _relay(whole: Field[Any], *parts: Field[Any]) -> None:
    for part in parts:
        part.changed.connect(whole.changed)
    whole.watch(*(target for part in parts for target in part.targets()))


def take_over_currency(amount: AmountField, currency: CurrencyField) -> None:
    """When the amount is left with a currency in its text, choose that one."""

    def take() -> None:
        try:
            named = read_money(amount.edit.text())[1]
        except ValueError:
            return
        if named in dict(_every()):
            currency.set_value(named)

    amount.edit.textEdited.connect(take)


def _usual() -> Sequence[tuple[str, str]]:
    return [(code, code) for code in USUAL_CURRENCIES]


def _every() -> Sequence[tuple[str, str]]:
    from babel.numbers import list_currencies  # costs time at start-up

    return [(code, code) for code in sorted(list_currencies())]
