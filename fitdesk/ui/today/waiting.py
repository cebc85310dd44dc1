"""What waits for the owner today, read from the store in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import Status
from fitdesk.domain.peer import Peer
from fitdesk.store import follow_ups, inquiries, letters, offerings, owner, peers
from fitdesk.store.inquiries import InquiryLine, InquiryQuery, View
from fitdesk.store.letters import LetterLine
from fitdesk.store.store import Store
from fitdesk.ui.today.first_steps import Standing

MOST_SHOWN = 12
"""Rows of one kind on the page; the rest is counted and found on its own page."""
MOST_WAITING = 500
"""Inquiries that wait for the client, looked at one by one."""
VERIFY_AFTER = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Each list is oldest first; of unanswered inquiries only the first ``MOST_SHOWN`` are read, the rest counted."""

    unanswered: tuple[InquiryLine, ...]
    unanswered_count: int
    asked: tuple[InquiryLine, ...]
    follow_ups: tuple[FollowUp, ...]
    drafts: tuple[LetterLine, ...]
    unverified: tuple[Peer, ...]

    @property
    def count(self) -> int:
        """What waits, all kinds together."""
        lists = (self.asked, self.follow_ups, self.drafts, self.unverified)
        return self.unanswered_count + sum(len(kind) for kind in lists)


def what_waits(store: Store, today: date) -> Waiting:
    """Everything that waits on ``today``."""
    counts = inquiries.counts(store)
    waiting = inquiries.ids(store, InquiryQuery(View.WAITING)) if counts[View.WAITING] else ()
    return Waiting(
        unanswered=_oldest_unanswered(store, waiting) if counts[View.OPEN] > len(waiting) else (),
        unanswered_count=counts[View.OPEN] - len(waiting),
        asked=_asked(store, waiting),
        follow_ups=follow_ups.due(store, today),
        drafts=tuple(sorted(letters.lines(store, "", True), key=lambda line: (line.day, line.id))),
        unverified=_unverified(store, today),
    )


def about_follow_ups(store: Store, due: Sequence[FollowUp], known_peers: Sequence[Peer]) -> Mapping[int, str]:
    """Follow-up id → what it is about: the inquiry's title or the peer's name."""
    wanted = {item.inquiry_id for item in due if item.inquiry_id is not None}
    titles = {line.id: line.title for line in inquiries.lines(store, sorted(wanted))}
    names = {peer.id: peer.name for peer in known_peers}
    return {
        item.id: titles.get(item.inquiry_id or 0) or names.get(item.peer_id) or ""
        for item in due
        if item.id is not None
    }


def standing(store: Store) -> Standing:
    """How far the practice is set up."""
    profile = owner.get(store)
    return Standing(
        has_profile=bool(profile.name and profile.address.lines),
        has_offering=bool(offerings.every(store)),
        has_peer=peers.count(store) > 0,
        has_inquiry=any(inquiries.counts(store).values()),
    )


def _oldest_unanswered(store: Store, waiting: Sequence[int]) -> tuple[InquiryLine, ...]:
    """Oldest day first; the better fit first among those of one day."""
    for_the_client = set(waiting)
    newest_first = inquiries.ids(store, InquiryQuery(View.OPEN))
    oldest = islice((number for number in reversed(newest_first) if number not in for_the_client), MOST_SHOWN)
    return tuple(sorted(inquiries.lines(store, list(oldest)), key=_by_age_and_fit))


def _by_age_and_fit(line: InquiryLine) -> tuple[date, float, datetime]:
    received = line.received or datetime.max
    return received.date(), -(line.low if line.low is not None else -1.0), received


def _asked(store: Store, waiting: Sequence[int]) -> tuple[InquiryLine, ...]:
    """Those of the waiting ones where a question is out; held dates wait for nobody's answer."""
    lines = inquiries.lines(store, list(reversed(waiting))[:MOST_WAITING])
    return tuple(line for line in lines if line.status is Status.ASKED)


def _unverified(store: Store, today: date) -> tuple[Peer, ...]:
    late = [
        peer
        for peer in peers.every(store)
        if peer.active and (peer.verified is None or today - peer.verified >= VERIFY_AFTER)
    ]
    return tuple(sorted(late, key=lambda peer: (peer.verified or date.min, peer.name)))
