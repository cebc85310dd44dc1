"""The person whose program this is: profile, limits, thresholds, weights and letterhead."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fitdesk.domain.contact import Address
from fitdesk.domain.event import Place
from fitdesk.domain.values import Curves


class Layout(StrEnum):
    """Where the parts of a letter stand; see letters.layout. PLAIN has no window: for e-mail attachments."""

    DIN_A = "din_a"
    DIN_B = "din_b"
    FRANCE = "france"
    UK = "uk"
    US = "us"
    SPAIN_LEFT = "spain_left"
    SPAIN_RIGHT = "spain_right"
    DUTCH_LEFT = "dutch_left"
    DUTCH_RIGHT = "dutch_right"
    PLAIN_A4 = "plain_a4"
    PLAIN_LETTER = "plain_letter"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The lines between verdicts, on scales of 100 (fit-model: accept from 70, decline below 50 or T below 60)."""

    accept_fit: float = 70.0
    accept_for_them: float = 70.0
    decline_fit: float = 50.0
    decline_for_them: float = 60.0


@dataclass(frozen=True, slots=True)
class Letterhead:
    """logo (PNG, JPEG or SVG) and signature (PNG or JPEG) are image bytes; accent is a colour as "#rrggbb".

    return_line: the sender's line above the address in the window, empty for name and address. footer: up to three
    lines, empty for name, address, tax number and website. bank: account for the footer. place: town before the date
    ("Bristol, 1 March 2027"), empty for none. hyphenate: whether long words may be divided.
    """

    tagline: str = ""
    accent: str = "#2f6f5e"
    return_line: str = ""
    footer: str = ""
    bank: str = ""
    place: str = ""
    hyphenate: bool = True
    logo: bytes | None = None
    signature: bytes | None = None
    layout: Layout = Layout.DIN_B


@dataclass(frozen=True, slots=True)
class Owner:
    """target_rate: wanted earnings per effort day, in ``currency``. rates: (currency, how many ``currency`` one unit
    is worth), entered by the owner. travel_limit: hours one way. capacity_days: working days a month that may be
    sold; capacity_cap: percent of them that must never be passed. focus: sectors or kinds of work wanted now.
    locale: "en_GB" or "en_US", for screens and English letters. records_language: the language in which offerings and
    peers are described (ISO 639-1). familiar: languages in which clients are on first-name terms (du, tu).
    consent_months: how long a peer's consent holds.
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
    records_language: str = "en"
    familiar: tuple[str, ...] = ()
