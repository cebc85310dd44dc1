"""The three questions asked of one inquiry: am I free, am I right, and if not, who is?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fitdesk.domain import availability, matching
from fitdesk.domain.assessment import Assessment, Question, RankedPeer, Verdict
from fitdesk.domain.availability import Availability, CalendarEntry
from fitdesk.domain.fit import assess_all
from fitdesk.domain.inquiry import Inquiry
from fitdesk.workflows.practice import Practice


@dataclass(frozen=True, slots=True)
class Triage:
    """The answers. ``assessments`` stand best first, ``peers`` too; ``suggested`` are the peers to name.

    ``clashes`` maps a day that is not free to the titles of what stands there.
    """

    inquiry: Inquiry
    availability: dict[date, Availability]
    clashes: dict[date, str]
    nearest_free: tuple[date, ...]
    assessments: tuple[Assessment, ...]
    peers: tuple[RankedPeer, ...]
    suggested: tuple[RankedPeer, ...]

    @property
    def best(self) -> Assessment | None:
        """The assessment of the offering that fits best; None while the owner has no active offering."""
        return self.assessments[0] if self.assessments else None

    @property
    def verdict(self) -> Verdict:
        """The best offering's verdict; ASK while there is nothing to judge against."""
        return self.best.verdict if self.best else Verdict.ASK

    @property
    def next_question(self) -> Question | None:
        return self.best.next_question if self.best else None


def triage(inquiry: Inquiry, practice: Practice, today: date) -> Triage:
    """Judge ``inquiry`` against every active offering and rank the peers; computed afresh, nothing is stored."""
    days = availability.for_event(inquiry.event, practice.entries, today=today, except_inquiry=inquiry.id)
    taken = [day for day, state in days.items() if state in (Availability.BUSY, Availability.HELD)]
    clashes = {
        day: ", ".join(e.title for e in practice.entries if e.covers(day) and not _is_own(e, inquiry)) for day in taken
    }
    assessments = assess_all(inquiry, practice.offerings, practice.owner, practice.entries, today)
    best = assessments[0] if assessments else None
    ranked = matching.rank_peers(inquiry, practice.peers, practice.owner, best, today)
    return Triage(
        inquiry=inquiry,
        availability=days,
        clashes=clashes,
        nearest_free=availability.nearest_free(taken[0], practice.entries, not_before=today) if taken else (),
        assessments=assessments,
        peers=ranked,
        suggested=matching.suggest(ranked),
    )


def _is_own(entry: CalendarEntry, inquiry: Inquiry) -> bool:
    return entry.inquiry_id is not None and entry.inquiry_id == inquiry.id
