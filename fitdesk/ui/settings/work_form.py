"""Language, money, and how much the owner will do and how far the owner will go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.ui.settings.owner_form import OwnerForm
from fitdesk.ui.settings.rates_field import RatesField
from fitdesk.ui.settings.zone_field import ZoneField
from fitdesk.ui.widgets.chips import ChipsField
from fitdesk.ui.widgets.fields import DecimalField, PercentField, WholeField
from fitdesk.ui.widgets.money_field import AmountField, CurrencyField
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.segments import SegmentsField


class WorkForm(OwnerForm):
    """What the owner's side of the score rests on."""

    key = "settings/work"

    def __init__(self) -> None:
        super().__init__()
        locales = (("en_GB", _("British")), ("en_US", _("American")))
        self.add("locale", _("English"), SegmentsField(locales, clears=False), helper=_("For letters and screens."))
        self.add_section(_("Money"))
        self.rate = AmountField()
        self.add_line(
            ("currency", _("Currency"), CurrencyField(needed=_("Choose a currency"))),
            ("target_rate", _("Wanted for a day of work"), self.rate),
        )
        self.rates = RatesField()
        helper = _("For fees named in other currencies. FitDesk is offline, so you enter them.")
        self.add("rates", _("Exchange rates"), self.rates, helper=helper)
        self.add_section(_("Time and travel"))
        self.add_line(
            ("capacity_days", _("Days a month to sell"), WholeField(least=1, most=31)),
            ("capacity_cap", _("Never fill more than"), PercentField()),
            ("travel_limit", _("Longest journey, one way"), WholeField(least=1, most=60, suffix=_("hours"))),
            least=170,
        )
        self.add_line(
            ("travel_before_from", _("Day before is for travel from"), DecimalField(suffix=_("hours"))),
            ("travel_after_from", _("Day after is for travel from"), DecimalField(suffix=_("hours"))),
            least=200,
        )
        words = _("Hours of journey one way from which a day of its own is kept free. Empty: never.")
        self.add_widget(PlainLabel(words, "caption", wraps=True))
        self.add("timezone", _("Time zone"), ZoneField(), helper=_("In which the days of your calendar are counted."))
        self.add_section(_("Direction"))
        focus = ChipsField(hint=_("health, public sector"))
        self.add("focus", _("Work you want more of now"), focus, helper=_("Sectors or kinds of work."))
        self.edited.connect(self._follow_currency)

    def show_owner(self, owner: Owner) -> None:
        self.rates.set_own(owner.currency)
        self.rate.set_currency(owner.currency)
        self.set_values(
            {
                "locale": owner.locale,
                "currency": owner.currency,
                "target_rate": owner.target_rate,
                "rates": owner.rates,
                "capacity_days": _whole(owner.capacity_days),
                "capacity_cap": owner.capacity_cap,
                "travel_limit": _whole(owner.travel_limit),
                "travel_before_from": owner.travel_before_from,
                "travel_after_from": owner.travel_after_from,
                "timezone": owner.timezone or None,
                "focus": owner.focus or None,
            }
        )

    def owner_with(self, owner: Owner) -> Owner:
        good = self.values()
        return replace(
            owner,
            locale=good.get("locale") or owner.locale,
            currency=good.get("currency") or owner.currency,
            target_rate=good.get("target_rate", owner.target_rate),
            rates=good.get("rates", owner.rates),
            capacity_days=_changed(owner.capacity_days, good, "capacity_days"),
            capacity_cap=good.get("capacity_cap", owner.capacity_cap),
            travel_limit=_changed(owner.travel_limit, good, "travel_limit"),
            travel_before_from=good.get("travel_before_from", owner.travel_before_from),
            travel_after_from=good.get("travel_after_from", owner.travel_after_from),
            timezone=good.get("timezone", owner.timezone) or "",
            focus=good.get("focus", owner.focus) or (),
        )

    def _follow_currency(self, key: str) -> None:
        currency = self.values().get("currency")
        if key == "currency" and isinstance(currency, str):
            self.rates.set_own(currency)
            self.rate.set_currency(currency)


def _whole(number: Decimal | None) -> int | None:
    return None if number is None else int(number)


def _changed(old: Decimal | None, good: Mapping[str, int | None], key: str) -> Decimal | None:
    """The number of ``key``; ``old`` with its fraction while the field still shows its whole part."""
    number = good.get(key, _whole(old))
    return old if number == _whole(old) else None if number is None else Decimal(number)
