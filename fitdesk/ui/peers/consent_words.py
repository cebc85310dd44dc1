"""How a peer's consent stands, as the lists and the editor say it: a sign, words and a colour's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from fitdesk.domain.matching import consent_is_valid
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Consent, Peer
from fitdesk.i18n import _
from fitdesk.ui.widgets.read_dates import write_date

_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class ConsentState:
    """``short`` for a row, ``words`` for the editor; ``role`` is a style name (theme.py)."""

    is_valid: bool
    short: str
    words: str
    role: str


def consent_state(consent: Consent | None, owner: Owner, today: date) -> ConsentState:
    """Valid until a day, missing, expired or withdrawn."""
    if consent is None:
        words = _("Not asked yet: without a recorded yes nobody is recommended.")
        return ConsentState(False, _("? no consent"), "?  " + words, "warning")
    if _holds(consent, owner, today):
        until = last_valid_day(consent, owner)
        words = _("Valid until {day}").replace("{day}", write_date(until))
        short = _("✓ until {month}").replace("{month}", f"{until:%m/%Y}")
        return ConsentState(True, short, "✓  " + words, "accent")
    if consent.withdrawn is not None and consent.withdrawn <= today:
        words = _("Withdrawn on {day}: not recommended any more.").replace("{day}", write_date(consent.withdrawn))
        return ConsentState(False, _("✕ withdrawn"), "✕  " + words, "error")
    if consent.given > today:
        words = _("Given on a day that has not come yet: check the date.")
        return ConsentState(False, _("? check consent"), "?  " + words, "warning")
    words = _("Expired on {day}: ask again.").replace("{day}", write_date(last_valid_day(consent, owner)))
    return ConsentState(False, _("✕ expired"), "✕  " + words, "error")


@lru_cache(maxsize=4096)
def last_valid_day(consent: Consent, owner: Owner) -> date:
    """The last day on which the domain's rule lets a consent hold that is never withdrawn (found by halving)."""
    kept = Consent(consent.given, consent.how)
    low, high = 0, (owner.consent_months + 1) * _LONGEST_MONTH
    while high - low > 1:
        middle = (low + high) // 2
        if _holds(kept, owner, consent.given + timedelta(days=middle)):
            low = middle
        else:
            high = middle
    return consent.given + timedelta(days=low)


def _holds(consent: Consent, owner: Owner, day: date) -> bool:
    return consent_is_valid(Peer(consent=consent), owner, day)
