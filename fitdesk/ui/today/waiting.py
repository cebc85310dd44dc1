"""What waits for the owner today, read from the store in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fitdesk.domain.followup import FollowUp
from fitdesk.store import at_a_glance, follow_ups, inquiry_lists
from fitdesk.store.at_a_glance import ComeBackLine, DoneLine, DraftLine, HoldLine, PeerLine
from fitdesk.store.inquiry_lists import InquiryLine, View
from fitdesk.store.store import Store

MOST_SHOWN = 12
"""Rows of one kind on the page; the rest is counted and found on its own page."""
MOST_ASKED = 500
"""Questions without an answer that are counted."""
VERIFY_AFTER = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Each list is oldest first; of unanswered inquiries only the first ``MOST_SHOWN`` are read, the rest counted."""

    unanswered: tuple[InquiryLine, ...]
    unanswered_count: int
    asked: tuple[InquiryLine, ...]
    follow_ups: tuple[FollowUp, ...]
    drafts: tuple[DraftLine, ...]
    unverified: tuple[PeerLine, ...]
    holds: tuple[tuple[HoldLine, ...], ...] = ()
    """Days held for one inquiry together; the owner's own ones by themselves."""
    coming_back: tuple[ComeBackLine, ...] = ()
    look_backs: tuple[DoneLine, ...] = ()
    lost: tuple[DoneLine, ...] = ()

    @property
    def count(self) -> int:
        """What waits, all kinds together."""
        lists = (self.asked, self.follow_ups, self.drafts, self.unverified)
        later = (self.holds, self.coming_back, self.look_backs, self.lost)
        return self.unanswered_count + sum(len(kind) for kind in (*lists, *later))


def what_waits(store: Store, today: date) -> Waiting:
    """Everything that waits on ``today``."""
    counts = inquiry_lists.counts(store)
    unanswered_count = counts[View.OPEN] - counts[View.WAITING]
    unanswered = inquiry_lists.oldest_new(store, MOST_SHOWN) if unanswered_count else []
    return Waiting(
        unanswered=tuple(sorted(unanswered, key=_by_age_and_fit)),
        unanswered_count=unanswered_count,
        asked=tuple(inquiry_lists.oldest_asked(store, MOST_ASKED)) if counts[View.WAITING] else (),
        follow_ups=follow_ups.due(store, today),
        drafts=at_a_glance.drafts(store),
        unverified=at_a_glance.unchecked_peers(store, today - VERIFY_AFTER),
        holds=_by_inquiry(at_a_glance.holds_running_out(store, today)),
        coming_back=at_a_glance.coming_back(store, today),
        look_backs=at_a_glance.to_look_back_on(store, today),
        lost=at_a_glance.lost_work(store, today),
    )


def about_follow_ups(store: Store, due: Sequence[FollowUp]) -> Mapping[int, str]:
    """Follow-up id → what it is about: the inquiry's title or the peer's name."""
    wanted = {item.inquiry_id for item in due if item.inquiry_id is not None}
    titles = {line.id: line.title for line in inquiry_lists.lines(store, sorted(wanted))}
    names = at_a_glance.peer_names(store, {item.peer_id for item in due if item.peer_id is not None})
    return {
        item.id: titles.get(item.inquiry_id or 0) or names.get(item.peer_id or 0) or ""
        for item in due
        if item.id is not None
    }


def _by_inquiry(holds: Sequence[HoldLine]) -> tuple[tuple[HoldLine, ...], ...]:
    together: dict[tuple[int | None, int], list[HoldLine]] = {}
    for hold in holds:
        together.setdefault((hold.inquiry_id, 0 if hold.inquiry_id is not None else hold.id), []).append(hold)
    return tuple(tuple(group) for group in together.values())


def _by_age_and_fit(line: InquiryLine) -> tuple[date, float, datetime]:
    """Oldest day first; the better fit first among those of one day."""
    received = line.received or datetime.max
    return received.date(), -(line.low if line.low is not None else -1.0), received
