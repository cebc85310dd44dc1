"""The person whose program this is: profile, limits, thresholds, weights and letterhead."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fitdesk.domain.contact import Address
from fitdesk.domain.event import Place
from fitdesk.domain.values import Curves


class Layout(StrEnum):
    """Where the parts of a letter stand: DIN 5008 form B (A4), UK DL window (A4), US Letter #10 window."""

    DIN_B = "din_b"
    UK = "uk"
    US = "us"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The lines between verdicts, on scales of 100 (fit-model: accept from 70, decline below 50 or T below 60)."""

    accept_fit: float = 70.0
    accept_for_them: float = 70.0
    decline_fit: float = 50.0
    decline_for_them: float = 60.0


@dataclass(frozen=True, slots=True)
class Letterhead:
    """logo and signature are image bytes (PNG or JPEG); accent is a colour as "#rrggbb"."""

    tagline: str = ""
    accent: str = "#2f6f5e"
    footer: str = ""
    logo: bytes | None = None
    signature: bytes | None = None
    layout: Layout = Layout.DIN_B


@dataclass(frozen=True, slots=True)
class Owner:
    """target_rate: wanted earnings per effort day, in ``currency``. rates: (currency, how many ``currency`` one unit
    is worth), entered by the owner. travel_limit: hours one way. capacity_days: working days a month that may be
    sold; capacity_cap: percent of them that must never be passed. focus: sectors or kinds of work wanted now.
    locale: "en_GB" or "en_US", for letters and screens. consent_months: how long a peer's consent holds.
    timezone: IANA name in which days are counted; empty for the computer's. travel_before_from and travel_after_from:
    hours of journey one way from which the day before or after an event is a travel day; None for never.
    curves: value functions that differ from the usual ones. vetoes_off: criteria whose veto the owner does not want.
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    tax_id: str = ""
    address: Address = Address()
    home: Place = Place()
    locale: str = "en_GB"
    currency: str = "EUR"
    target_rate: Decimal | None = None
    rates: tuple[tuple[str, Decimal], ...] = ()
    travel_limit: Decimal | None = None
    capacity_days: Decimal | None = None
    capacity_cap: int | None = None
    focus: tuple[str, ...] = ()
    not_good_at: tuple[str, ...] = ()
    consent_months: int = 12
    thresholds: Thresholds = Thresholds()
    weights: tuple[tuple[str, float], ...] = ()
    """(criterion key, weight) where the owner's differ from the defaults; all weights together are made to sum to 1."""
    curves: Curves = ()
    vetoes_off: tuple[str, ...] = ()
    timezone: str = ""
    travel_before_from: Decimal | None = None
    travel_after_from: Decimal | None = None
    letterhead: Letterhead = Letterhead()
