"""The numbers in the sidebar: what waits today, open inquiries, peers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fitdesk.store import inquiries, peers
from fitdesk.ui.today.waiting import what_waits

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def sidebar_counts(store: Store, today: date) -> dict[str, int]:
    """Page → number."""
    return {
        "today": what_waits(store, today).count,
        "inquiries": inquiries.counts(store)["open"],
        "peers": peers.count(store),
    }
