"""The lines between verdicts, and how long a peer's consent holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fitdesk.domain.owner import Owner, Thresholds
from fitdesk.i18n import _
from fitdesk.ui.settings.owner_form import OwnerForm
from fitdesk.ui.widgets.fields import WholeField


class RulesForm(OwnerForm):
    """Points are out of 100. The lower line must lie below the upper one."""

    key = "settings/rules"

    def __init__(self) -> None:
        super().__init__()
        self.add_section(
            _("Verdicts"), _("Points are out of 100. Between the two lines FitDesk asks, or leaves it to you.")
        )
        needed = _("Write a number from 0 to 100")
        self.add_line(
            ("accept_fit", _("Accept from"), WholeField(most=100, suffix=_("points"), needed=needed)),
            ("accept_for_them", _("and right for them from"), WholeField(most=100, suffix=_("points"), needed=needed)),
            least=200,
        )
        self.add_line(
            ("decline_fit", _("Decline below"), WholeField(most=100, suffix=_("points"), needed=needed)),
            ("decline_for_them", _("or right for them below"), WholeField(most=100, suffix=_("points"), needed=needed)),
            least=200,
        )
        self.add_section(_("Peers"), _("A peer whose consent has run out cannot enter a letter."))
        months = WholeField(least=1, most=60, suffix=_("months"), needed=_("Write a number from 1 to 60"))
        self.add("consent_months", _("Consent holds for"), months)
        self.add_check(self._lines_in_order)

    def show_owner(self, owner: Owner) -> None:
        lines = owner.thresholds
        self.set_values(
            {
                "accept_fit": round(lines.accept_fit),
                "accept_for_them": round(lines.accept_for_them),
                "decline_fit": round(lines.decline_fit),
                "decline_for_them": round(lines.decline_for_them),
                "consent_months": owner.consent_months,
            }
        )

    def owner_with(self, owner: Owner) -> Owner:
        good = self.values()
        lines = owner.thresholds
        return replace(
            owner,
            thresholds=Thresholds(
                accept_fit=float(good.get("accept_fit", lines.accept_fit)),
                accept_for_them=float(good.get("accept_for_them", lines.accept_for_them)),
                decline_fit=float(good.get("decline_fit", lines.decline_fit)),
                decline_for_them=float(good.get("decline_for_them", lines.decline_for_them)),
            ),
            consent_months=good.get("consent_months", owner.consent_months),
        )

    def _lines_in_order(self) -> Mapping[str, str]:
        """Asked before a value is taken, so both ends are read from the fields themselves."""
        wrong = {}
        for upper, lower in (("accept_fit", "decline_fit"), ("accept_for_them", "decline_for_them")):
            high, low = self.field(upper).value(), self.field(lower).value()
            if high is not None and low is not None and low >= high:
                wrong[lower] = _("Must be below {n}, from where FitDesk accepts").replace("{n}", str(high))
        return wrong
