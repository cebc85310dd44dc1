"""How letters look: layout, colour, logo, signature, the lines around the address, and the footer."""

from __future__ import annotations

from dataclasses import replace

from fitdesk.domain.owner import Layout, Owner
from fitdesk.i18n import _
from fitdesk.ui.settings.colour_field import ColourField
from fitdesk.ui.settings.owner_form import OwnerForm
from fitdesk.ui.widgets.choice_field import ChoiceField
from fitdesk.ui.widgets.fields import LineField, TextField
from fitdesk.ui.widgets.image_field import ImageField
from fitdesk.ui.widgets.segments import SegmentsField

_FOOTER_LINES = 3
_PAPER = "background: #ffffff; color: #5b616b; border: 1px solid #d5d8de; border-radius: 8px;"
"""Letters are printed on white, so pictures for them are shown on white, also where the window is dark."""


class LetterheadForm(OwnerForm):
    """Everything here shows at once in the picture beside it."""

    key = "settings/letterhead"

    def __init__(self) -> None:
        super().__init__()
        helper = _("Where the address stands, so that it shows in the window of the envelope.")
        layout = ChoiceField(layout_words(), unknown="")
        self.add("layout", _("Paper and envelope"), layout, helper=helper)
        self.add("accent", _("Colour"), ColourField())
        self.add("logo", _("Logo"), ImageField(), helper=_("Stands at the top right."))
        self.add("signature", _("Signature"), ImageField(), helper=_("A picture of your signature, on white."))
        for key in ("logo", "signature"):
            field = self.field(key)
            assert isinstance(field, ImageField)
            field.preview.setStyleSheet(_PAPER)
        place = LineField(hint=_("Bristol"))
        helper = _("“Bristol, 1 March 2027”; empty for the date alone.")
        self.add("place", _("Town before the date"), place, helper=helper)
        helper = _("In small print above the address. Empty for your name and address.")
        self.add("return_line", _("Sender in the window"), LineField(), helper=helper)
        self.add("bank", _("Bank account"), LineField(hint=_("IBAN and bank")), helper=_("Printed in the footer."))
        helper = _("Up to three lines. Empty for name, address, tax id and website.")
        self.add("footer", _("Footer"), TextField(lines=2), helper=helper)
        helper = _("Long words at the end of a line, now and then.")
        divide: SegmentsField[bool] = SegmentsField(((True, _("Yes")), (False, _("No"))), clears=False)
        self.add("hyphenate", _("Divide words"), divide, helper=helper)
        self.add_check(self._footer_fits)

    def _footer_fits(self) -> dict[str, str]:
        lines = [line for line in (self.field("footer").value() or "").splitlines() if line.strip()]
        said = _("The footer has room for three lines: put some of these together.")
        return {"footer": said} if len(lines) > _FOOTER_LINES else {}

    def show_owner(self, owner: Owner) -> None:
        head = owner.letterhead
        self.set_values(
            {
                "layout": head.layout,
                "accent": head.accent,
                "logo": head.logo,
                "signature": head.signature,
                "place": head.place or None,
                "return_line": head.return_line or None,
                "bank": head.bank or None,
                "footer": head.footer or None,
                "hyphenate": head.hyphenate,
            }
        )

    def owner_with(self, owner: Owner) -> Owner:
        good = self.values()
        head = owner.letterhead
        hyphenate = good.get("hyphenate")
        return replace(
            owner,
            letterhead=replace(
                head,
                layout=good.get("layout") or head.layout,
                accent=good.get("accent") or head.accent,
                logo=good.get("logo", head.logo),
                signature=good.get("signature", head.signature),
                place=good.get("place", head.place) or "",
                return_line=good.get("return_line", head.return_line) or "",
                bank=good.get("bank", head.bank) or "",
                footer=good.get("footer", head.footer) or "",
                hyphenate=head.hyphenate if hyphenate is None else hyphenate,
            ),
        )


def layout_words() -> tuple[tuple[Layout, str], ...]:
    """Every layout as a choice."""
    return (
        (Layout.DIN_B, _("Germany, DIN 5008 form B: room for a logo (A4)")),
        (Layout.DIN_A, _("Germany, DIN 5008 form A: room for words (A4)")),
        (Layout.UK, _("United Kingdom, DL window (A4)")),
        (Layout.US, _("United States, #10 window (Letter)")),
        (Layout.FRANCE, _("France, NF Z 11-001 (A4)")),
        (Layout.SPAIN_LEFT, _("Spain, window at the left (A4)")),
        (Layout.SPAIN_RIGHT, _("Spain, window at the right (A4)")),
        (Layout.DUTCH_LEFT, _("Netherlands, window at the left (A4)")),
        (Layout.DUTCH_RIGHT, _("Netherlands, window at the right (A4)")),
        (Layout.PLAIN_A4, _("Plain, for e-mail (A4)")),
        (Layout.PLAIN_LETTER, _("Plain, for e-mail (Letter)")),
    )
