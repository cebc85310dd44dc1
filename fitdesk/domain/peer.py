"""Peers: trusted competitors, prepared before they are needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fitdesk.domain.contact import Address, Gender
from fitdesk.domain.event import Place
from fitdesk.domain.offering import Offering


class Outcome(StrEnum):
    """How a referral ended for the client; unknown outcomes are simply not recorded."""

    DELIGHTED = "delighted"
    FINE = "fine"
    DISAPPOINTED = "disappointed"


@dataclass(frozen=True, slots=True)
class Consent:
    """The peer's yes to being recommended with these contact data. ``how`` says how it was given."""

    given: date
    how: str = ""
    withdrawn: date | None = None


@dataclass(frozen=True, slots=True)
class TrustEvidence:
    """A dated fact on how this peer treats clients; ``outcome`` is None for a remark that proves nothing yet."""

    day: date
    fact: str
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Peer:
    """differs: one or two sentences on how their style and delivery differ, written so that a client may read them.

    pronoun_subject: "she", "he" or "they", as the peer wishes. conflicts: organizations they cannot work for.
    benefit: any commission or other benefit agreed, in words; empty when there is none. seen: last contact.
    verified: when the contact data were last checked.
    """

    id: int | None = None
    name: str = ""
    gender: Gender | None = None
    pronoun_subject: str = "they"
    email: str = ""
    phone: str = ""
    website: str = ""
    address: Address = Address()
    home: Place = Place()
    headline: str = ""
    differs: str = ""
    offerings: tuple[Offering, ...] = ()
    not_good_at: tuple[str, ...] = ()
    active: bool = True
    consent: Consent | None = None
    evidence: tuple[TrustEvidence, ...] = ()
    conflicts: tuple[str, ...] = ()
    benefit: str = ""
    seen: date | None = None
    verified: date | None = None
    last_referred: date | None = None
    given: int = 0
    """Referrals the owner gave to this peer."""
    received: int = 0
    """Referrals the owner received from this peer."""
    note: str = ""
