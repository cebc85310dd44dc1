"""A postal address: street lines, postcode, town and country."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitdesk.domain.contact import Address
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.country_field import CountryField
from fitdesk.ui.widgets.field import Field, Typed
from fitdesk.ui.widgets.fields import LineField, TextField

_MOST_LINES = 4


class AddressField(Field[Address]):
    """An address as it stands on an envelope; every part may be unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.street = TextField(lines=2, hint=_("Street and number"))
        self.postcode = LineField(hint=_("Postcode"), width=110)
        self.city = LineField(hint=_("Town"))
        self.country = CountryField(hint=_("Country"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.street)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for widget, stretch in ((self.postcode, 0), (self.city, 2), (self.country, 2)):
            row.addWidget(widget, stretch)
        column.addLayout(row)
        self.setFocusProxy(self.street)
        for part in (self.street, self.postcode, self.city, self.country):
            part.changed.connect(self.changed)
            self.watch(*part.targets())

    def targets(self) -> tuple[QWidget, ...]:
        return (self.street.edit, self.postcode.edit, self.city.edit, *self.country.targets())

    def set_name(self, name: str) -> None:
        self.street.set_name(_("{field}: street").replace("{field}", name))
        self.postcode.set_name(_("{field}: postcode").replace("{field}", name))
        self.city.set_name(_("{field}: town").replace("{field}", name))
        self.country.set_name(_("{field}: country").replace("{field}", name))

    def set_invalid(self, invalid: bool) -> None:
        self.country.set_invalid(invalid)

    def value(self) -> Address:
        lines = [" ".join(line.split()) for line in (self.street.value() or "").splitlines()]
        return Address(
            lines=tuple(line for line in lines if line)[:_MOST_LINES],
            postcode=self.postcode.value(),
            city=self.city.value(),
            country=self.country.value(),
        )

    def set_value(self, value: Address) -> None:
        self.street.set_value("\n".join(value.lines))
        self.postcode.set_value(value.postcode)
        self.city.set_value(value.city)
        self.country.set_value(value.country)

    def error(self) -> str:
        lines = [line for line in str(self.street.typed()).splitlines() if line.strip()]
        too_many = _("An envelope has room for four lines: shorten the street") if len(lines) > _MOST_LINES else ""
        return self.country.error() or too_many

    def typed(self) -> Typed:
        return [self.street.typed(), self.postcode.typed(), self.city.typed(), self.country.typed()]

    def set_typed(self, typed: Typed) -> None:
        self.street.set_typed(typed[0])
        self.postcode.set_typed(typed[1])
        self.city.set_typed(typed[2])
        self.country.set_typed(typed[3])
