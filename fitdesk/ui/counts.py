"""The numbers in the sidebar: what waits today, open inquiries, peers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fitdesk.store import inquiry_lists
from fitdesk.store.at_a_glance import peer_count
from fitdesk.ui.today.waiting import what_waits

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def sidebar_counts(store: Store, today: date) -> dict[str, int]:
    """Page → number."""
    return {
        "today": what_waits(store, today).count,
        "inquiries": inquiry_lists.counts(store)["open"],
        "peers": peer_count(store),
    }
