"""A booking request, what the owner said about it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Budget, Event
from fitdesk.domain.post_mortem import PostMortem
from fitdesk.domain.ranges import Range
from fitdesk.domain.snapshot import Snapshot
from fitdesk.domain.terms import Channel as Channel
from fitdesk.domain.terms import Status as Status
from fitdesk.domain.terms import Verdict as Verdict


class ScopeState(StrEnum):
    """How firmly the deliverables are described: fixed, one or two points open, three or more open, no limit."""

    FIXED = "fixed"
    FEW_OPEN = "few_open"
    MANY_OPEN = "many_open"
    UNLIMITED = "unlimited"


class DecisionPower(StrEnum):
    """What the person who writes may decide."""

    DECIDER = "decider"
    SPONSOR = "sponsor"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class StyleWish:
    """A tone on four sliders from 0 to 4; ``None`` where the client did not say.

    quiet 0 … 4 energetic, serious 0 … 4 playful, abstract 0 … 4 hands-on, gentle 0 … 4 challenging.
    """

    energy: int | None = None
    humour: int | None = None
    practice: int | None = None
    challenge: int | None = None


@dataclass(frozen=True, slots=True)
class OwnersWord:
    """What the owner adds or overrides for one inquiry; ``None`` leaves it to the offering and the request.

    confidence in percent; effort_days and travel_hours in days and hours; topic_depths is (topic, depth 0–3).
    """

    confidence: int | None = None
    similar_jobs: int | None = None
    effort_days: Decimal | None = None
    travel_hours: Decimal | None = None
    power: DecisionPower | None = None
    date_can_move: bool | None = None
    topic_depths: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class StallSignal:
    """A dated fact such as "asked for patience the third time"; recorded, never held against anybody."""

    day: date
    fact: str


@dataclass(frozen=True, slots=True)
class StatusChange:
    """One line of an inquiry's history; ``reason`` is the owner's words, kept as written.

    ``fit`` and ``verdict`` are what FitDesk said at that moment, frozen for the record, and ``snapshot`` how it came
    to it; None when it was not asked. ``reasons`` are keys of criteria (or "date") that the owner chose as the reasons.
    ``against``: accepted although the verdict was not to. ``come_back``: for "not now", the day to ask again; for a
    hold, its last day.
    """

    at: datetime
    status: Status
    reason: str = ""
    fit: Range | None = None
    verdict: Verdict | None = None
    reasons: tuple[str, ...] = ()
    against: bool = False
    come_back: date | None = None
    snapshot: Snapshot | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A booking request. ``None`` means unknown; ``must_haves == ()`` means that nothing more is asked for.

    ``goal`` is the outcome in the client's own words. ``language`` is the language of the request (ISO 639-1).
    ``received`` is when it reached the owner (local time). ``text`` is the readable original.
    """

    id: int | None = None
    contact: Contact = Contact()
    event: Event = Event()
    budget: Budget = Budget()
    goal: str | None = None
    language: str | None = None
    reply_by: date | None = None
    others_considered: bool | None = None
    must_haves: tuple[str, ...] | None = None
    style: StyleWish = StyleWish()
    scope: ScopeState | None = None
    owners_word: OwnersWord = OwnersWord()
    stalls: tuple[StallSignal, ...] = ()
    channel: Channel = Channel.PASTED
    received: datetime | None = None
    subject: str = ""
    text: str = ""
    note: str = ""
    status: Status = Status.NEW
    history: tuple[StatusChange, ...] = ()
    post_mortem: PostMortem | None = None

    @property
    def title(self) -> str:
        """What to call it in a list: the event's name, else the subject, else who wrote, else what they ask for."""
        who = self.contact.organization or self.contact.name
        return self.event.name or self.subject or who or next(iter(self.event.topics), "") or "Inquiry"
