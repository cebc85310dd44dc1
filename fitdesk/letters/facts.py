"""What a letter rests on: one frozen set of facts, which is kept with the letter for ever."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import msgspec

from fitdesk.domain.assessment import Assessment, RankedPeer
from fitdesk.domain.availability import Availability
from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.event import Event, Format, Mode, Place
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.letter import LetterKind
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Outcome, Peer
from fitdesk.letters.kinds import RULES, To
from fitdesk.letters.reasons import Reason, find_reasons


class FactsError(ValueError):
    """Kept facts that cannot be read back; str() is a plain sentence."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What only some kinds of letters rest on; the owner says it when beginning one.

    addressee: the peer it is written to. allowed: data of the client that may be passed to that peer (keys of
    CLIENT_DATA), allowed_how: how the client said so. come_back: from when it would suit (not now). agreed_day and
    agreed_fee (in ``fee_currency``): what is settled (acceptance), None for not yet. questions: keys of criteria whose
    questions are asked, in that order. outcome: how the work of the peer went, as the client told. was_mine: the
    owner did the work (after the event). own_sentences: (peer id, what the owner always says about that peer in the
    letter's language). knows_nobody: no peer on record could be named for it.
    """

    addressee: Peer | None = None
    allowed: tuple[str, ...] = ()
    allowed_how: str = ""
    come_back: date | None = None
    agreed_day: date | None = None
    agreed_fee: Decimal | None = None
    fee_currency: str = ""
    questions: tuple[str, ...] = ()
    outcome: Outcome | None = None
    was_mine: bool = False
    own_sentences: tuple[tuple[int, str], ...] = ()
    knows_nobody: bool = False


CLIENT_DATA = (
    "name",
    "organization",
    "email",
    "phone",
    "goal",
    "event",
    "day",
    "place",
    "audience",
    "format",
    "budget",
)
"""What of a client a peer may be told, each only if the client allowed it."""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything a letter may say, and what it may not.

    ``availability`` holds (day, state) in order of days; empty when the client named no day. ``reasons`` are the ones
    that may be stated, best first. ``confidential`` are words that must never leave the house, such as the names of
    other clients in the calendar.
    """

    owner: Owner
    inquiry: Inquiry
    day: date
    assessment: Assessment | None = None
    availability: tuple[tuple[date, Availability], ...] = ()
    reasons: tuple[Reason, ...] = ()
    peers: tuple[RankedPeer, ...] = ()
    confidential: tuple[str, ...] = ()
    particulars: Particulars = Particulars()

    @property
    def busy_days(self) -> tuple[date, ...]:
        """The candidate days on which the calendar says that the owner is busy."""
        return tuple(day for day, state in self.availability if state is Availability.BUSY)

    @property
    def is_not_free(self) -> bool:
        """Whether the calendar rules out every day the client named."""
        return bool(self.availability) and len(self.busy_days) == len(self.availability)


def facts_for(
    owner: Owner,
    inquiry: Inquiry,
    assessment: Assessment | None,
    availability: Mapping[date, Availability],
    ranked: Sequence[RankedPeer],
    day: date,
    *,
    others: Sequence[Assessment] = (),
    confidential: Sequence[str] = (),
    particulars: Particulars = Particulars(),
) -> LetterFacts:
    """The facts of a letter dated ``day``: ``assessment`` of the owner's best offering, ``others`` of the rest.

    ``ranked`` are the chosen peers.
    """
    days = tuple(sorted(availability.items()))
    found, is_remote = find_reasons(assessment, days, others), is_online(inquiry.event)
    return LetterFacts(
        owner=owner,
        inquiry=inquiry,
        day=day,
        assessment=assessment,
        availability=days,
        reasons=tuple(one for one in found if not (is_remote and one.criterion == "travel")),  # nobody travels there
        peers=tuple(ranked),
        confidential=tuple(word for word in confidential if word.strip()),
        particulars=particulars,
    )


def recipient_of(facts: LetterFacts, kind: LetterKind) -> Contact:
    """Whom the letter is written to: the client, or the peer as a contact."""
    peer = facts.particulars.addressee
    if RULES[kind].to is not To.PEER or peer is None:
        return facts.inquiry.contact
    gender = peer.gender or _BY_PRONOUN.get(peer.pronoun_subject)
    return Contact(name=peer.name, email=peer.email, phone=peer.phone, gender=gender, address=peer.address)


_BY_PRONOUN = {"she": Gender.FEMALE, "he": Gender.MALE}
"""How a peer wishes to be spoken of says how to address them, where nothing else does; "they" leaves it open."""


def is_online(event: Event) -> bool:
    """Whether nobody meets in a room, as far as the record says."""
    return event.mode is Mode.VIRTUAL or (event.mode is None and event.format is Format.WEBINAR)


def place_of(peer: RankedPeer) -> Place:
    """Where a peer is at home: the place on the map, else the town of the address."""
    home = peer.peer.home
    return home if home.city else Place(city=peer.peer.address.city, country=peer.peer.address.country)


_OLDER = re.compile(r'"sentence":("(?:[^"\\]|\\.)*"),"veto":')
"""How a finding was written until schema 1; letters of that time are still opened."""


def to_json(facts: LetterFacts) -> str:
    """The facts as JSON text; images stand in it as base64."""
    return msgspec.json.encode(facts, enc_hook=_spoken).decode()


def _spoken(words: object) -> str:
    """A sentence that nobody has asked for yet (see Finding)."""
    if not callable(words):
        raise TypeError(f"facts cannot hold a {type(words).__name__}")
    return str(words())


def from_json(text: str) -> LetterFacts:
    """The facts that ``to_json`` wrote. Raises FactsError when ``text`` is not such a text."""
    try:
        return msgspec.json.decode(_OLDER.sub(r'"words":\1,"veto":', text), type=LetterFacts)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise FactsError("The facts kept with this letter cannot be read. Write the letter again.") from error
