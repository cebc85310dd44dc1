"""Who the owner is: what stands on every letter."""

from __future__ import annotations

from dataclasses import replace

from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.ui.settings.owner_form import OwnerForm
from fitdesk.ui.widgets.address_field import AddressField
from fitdesk.ui.widgets.fields import EmailField, LineField, LinkField, PhoneField
from fitdesk.ui.widgets.place_field import PlaceField


class ProfileForm(OwnerForm):
    """Name, tagline, address and how to be reached."""

    key = "settings/profile"

    def __init__(self) -> None:
        super().__init__()
        self.add("name", _("Name"), LineField(needed=_("Letters need your name: write it as it should be printed")))
        tagline = LineField(hint=_("Talks and workshops on trust at work"))
        self.add("tagline", _("What you do, in one line"), tagline, helper=_("Stands under your name on letters."))
        address = self.add("address", _("Address"), AddressField())
        phone = PhoneField(address.country.value)
        self.add_line(("email", _("E-mail"), EmailField()), ("phone", _("Phone"), phone))
        self.add_line(("website", _("Website"), LinkField()), ("tax_id", _("Tax id"), LineField()))
        helper = _("From here FitDesk reckons how far a journey is.")
        self.add("home", _("Home town"), PlaceField(hint=_("such as Lyon, France")), helper=helper)

    def show_owner(self, owner: Owner) -> None:
        self.set_values(
            {
                "name": owner.name or None,
                "tagline": owner.letterhead.tagline or None,
                "address": owner.address,
                "email": owner.email or None,
                "phone": owner.phone or None,
                "website": owner.website or None,
                "tax_id": owner.tax_id or None,
                "home": owner.home,
            }
        )

    def owner_with(self, owner: Owner) -> Owner:
        good = self.values()
        home = self.row("home").field
        assert isinstance(home, PlaceField)
        return replace(
            owner,
            name=good.get("name", owner.name) or "",
            letterhead=replace(owner.letterhead, tagline=good.get("tagline", owner.letterhead.tagline) or ""),
            address=good.get("address", owner.address),
            email=good.get("email", owner.email) or "",
            phone=good.get("phone", owner.phone) or "",
            website=good.get("website", owner.website) or "",
            tax_id=good.get("tax_id", owner.tax_id) or "",
            home=home.place() if "home" in good else owner.home,
        )
