"""Looking back: what became of the work, written down when it is over or was lost; it can be changed later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.post_mortem import PostMortem
from fitdesk.store import inquiries

if TYPE_CHECKING:
    from fitdesk.store.store import Store

LONGEST_LESSON = 500
"""Characters of the sentence that one writes for oneself."""


def look_back(store: Store, inquiry_id: int, post_mortem: PostMortem | None, now: datetime) -> Inquiry:
    """Keep ``post_mortem``, dated today, over what was written before; None takes it away.

    Nothing else about the inquiry changes, and every field may stay unknown. Raises NotFound or StoreError.
    """
    with store.transaction():
        inquiry = inquiries.get(store, inquiry_id)
        kept = post_mortem
        if kept is not None:
            kept = replace(kept, day=now.date(), lesson=" ".join(kept.lesson.split())[:LONGEST_LESSON])
        return inquiries.save(store, replace(inquiry, post_mortem=kept))


def undo_look_back(store: Store, before: Inquiry) -> Inquiry:
    """What was said before, as it was and with its day. Raises NotFound when the inquiry is no longer there."""
    with store.transaction():
        now_kept = inquiries.get(store, before.id or 0)
        return inquiries.save(store, replace(now_kept, post_mortem=before.post_mortem))
