"""How letters look: layout, colour, logo, signature and footer."""

from __future__ import annotations

from dataclasses import replace

from fitdesk.domain.owner import Layout, Owner
from fitdesk.i18n import _
from fitdesk.ui.settings.colour_field import ColourField
from fitdesk.ui.settings.owner_form import OwnerForm
from fitdesk.ui.widgets.fields import TextField
from fitdesk.ui.widgets.image_field import ImageField
from fitdesk.ui.widgets.segments import SegmentsField


class LetterheadForm(OwnerForm):
    """Everything here shows at once in the picture beside it."""

    key = "settings/letterhead"

    def __init__(self) -> None:
        super().__init__()
        layouts = ((Layout.DIN_B, _("DIN 5008 (A4)")), (Layout.UK, _("UK (A4)")), (Layout.US, _("US Letter")))
        helper = _("Where the address stands, so that it shows in the window of the envelope.")
        self.add("layout", _("Paper and envelope"), SegmentsField(layouts, clears=False), helper=helper)
        self.add("accent", _("Colour"), ColourField())
        self.add("logo", _("Logo"), ImageField(), helper=_("Stands at the top right."))
        self.add("signature", _("Signature"), ImageField(), helper=_("A picture of your signature, on white."))
        footer = TextField(lines=2, hint=_("Bank details, registration, or nothing"))
        self.add("footer", _("Footer"), footer)

    def show_owner(self, owner: Owner) -> None:
        head = owner.letterhead
        self.set_values(
            {
                "layout": head.layout,
                "accent": head.accent,
                "logo": head.logo,
                "signature": head.signature,
                "footer": head.footer or None,
            }
        )

    def owner_with(self, owner: Owner) -> Owner:
        good = self.values()
        head = owner.letterhead
        return replace(
            owner,
            letterhead=replace(
                head,
                layout=good.get("layout") or head.layout,
                accent=good.get("accent") or head.accent,
                logo=good.get("logo", head.logo),
                signature=good.get("signature", head.signature),
                footer=good.get("footer", head.footer) or "",
            ),
        )
