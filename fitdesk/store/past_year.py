"""What Insight counts without reading the records: referrals and how soon was answered, each in one plain query."""

from __future__ import annotations

from datetime import date

from fitdesk.domain.goodwill import Goodwill
from fitdesk.store.store import Store


def goodwill(store: Store, since: date) -> Goodwill:
    """The referrals of ``since`` and later; which peers sent somebody back is asked of all times."""
    (counts,) = store.rows(
        "SELECT count(*) FILTER (WHERE direction = 'given'), count(*) FILTER (WHERE direction = 'received'),"
        " count(*) FILTER (WHERE direction = 'given' AND outcome = 'delighted'),"
        " count(*) FILTER (WHERE direction = 'given' AND outcome = 'fine'),"
        " count(*) FILTER (WHERE direction = 'given' AND outcome = 'disappointed')"
        " FROM referrals WHERE day >= ?",
        (since.isoformat(),),
    )
    (peers,) = store.rows(
        "SELECT count(*), count(*) FILTER (WHERE EXISTS"
        " (SELECT 1 FROM referrals r WHERE r.peer_id = g.peer_id AND r.direction = 'received'))"
        " FROM (SELECT DISTINCT peer_id FROM referrals WHERE direction = 'given') g"
    )
    return Goodwill(*map(int, (*counts, *peers)))


def answer_days(store: Store, since: date) -> tuple[int, ...]:
    """For each request received ``since`` and answered: the days until the first answer, of whatever kind."""
    found = store.rows(
        "SELECT i.received, (SELECT min(at) FROM status_changes WHERE inquiry_id = i.id AND status <> 'new') AS answer"
        " FROM inquiries i WHERE i.shelf IN ('open', 'decided') AND i.received >= ? AND answer IS NOT NULL",
        (since.isoformat(),),
    )
    days = ((date.fromisoformat(at[:10]) - date.fromisoformat(received[:10])).days for received, at in found)
    return tuple(max(0, one) for one in days)
