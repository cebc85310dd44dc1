"""Exchange rates as the owner enters them: one unit of another currency in the owner's own."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.field import Field, ReadingError
from fitdesk.ui.widgets.fields import ParsedField
from fitdesk.ui.widgets.money_field import CurrencyField
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.remove_button import RemoveButton
from fitdesk.ui.widgets.rows_field import RowEditor, RowsField

Rate = tuple[str, Decimal]
"""Currency, and how many of the owner's currency one unit of it is worth."""
_MOST = Decimal(1_000_000)


def read_rate(text: str) -> Decimal:
    """A number above 0 such as 0.92 or 0,92. Raises ReadingError."""
    words = re.sub(r"\s", "", text).replace(",", ".")
    try:
        rate = Decimal(words) if re.fullmatch(r"\d{1,7}(\.\d{1,8})?", words) else Decimal(0)
    except InvalidOperation:
        rate = Decimal(0)
    if not 0 < rate < _MOST:
        raise ReadingError(_("Write a rate such as 0.92"))
    return rate


class RateRow(RowEditor[Rate]):
    """ "1 [GBP] is [1.17] EUR"."""

    def __init__(self, own: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currency = CurrencyField(hint="GBP")
        self.rate: ParsedField[Decimal] = ParsedField(read_rate, str, hint="1.17", width=110)
        self.own = PlainLabel(own, "secondary")
        remove = RemoveButton(_("Remove this rate"))
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(PlainLabel("1", "secondary"))
        row.addWidget(self.currency)
        row.addWidget(PlainLabel(_("is"), "secondary"))
        row.addWidget(self.rate)
        row.addWidget(self.own)
        row.addWidget(remove)
        row.addStretch(1)

    def parts(self) -> tuple[Field[Any], ...]:
        return (self.currency, self.rate)

    def value(self) -> Rate | None:
        currency, rate = self.currency.value(), self.rate.value()
        return (currency, rate) if currency is not None and rate is not None else None

    def set_value(self, value: Rate) -> None:
        self.currency.set_value(value[0])
        self.rate.set_value(value[1])

    def error(self) -> str:
        currency, rate = self.currency.value(), self.rate.value()
        missing = _("Write both the currency and its rate") if (currency is None) != (rate is None) else ""
        same = _("Your own currency needs no rate") if currency == self.own.text() else ""
        return super().error() or same or missing


class RatesField(RowsField[Rate]):
    """All rates; ``set_own`` says in which currency."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Add an exchange rate"), parent=parent)
        self._own = "EUR"

    def make_row(self) -> RateRow:
        return RateRow(self._own)

    def set_own(self, currency: str) -> None:
        """The owner's currency, shown behind each rate."""
        self._own = currency
        for row in self.rows():
            if isinstance(row, RateRow):
                row.own.setText(currency)
