"""A request arrives: what was read and corrected becomes an inquiry, with its original kept beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from fitdesk.domain.inquiry import Channel, Inquiry, Status, StatusChange
from fitdesk.intake.draft import Draft
from fitdesk.store import inquiries

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def inquiry_from(draft: Draft, *, channel: Channel | None, now: datetime) -> Inquiry:
    """The inquiry a draft stands for, new and not yet saved; a request without a date counts as received ``now``."""
    received = draft.inquiry.received or now
    return replace(
        draft.inquiry,
        id=None,
        channel=channel or draft.inquiry.channel,
        received=received,
        status=Status.NEW,
        history=(StatusChange(now, Status.NEW),),
    )


def keep(
    store: Store, draft: Draft, *, data: bytes | None, name: str, channel: Channel | None = None, now: datetime
) -> Inquiry:
    """Save ``draft`` as a new inquiry with the original bytes; raises StoreError when it cannot be written."""
    return inquiries.save(store, inquiry_from(draft, channel=channel, now=now), original=data, original_name=name)
