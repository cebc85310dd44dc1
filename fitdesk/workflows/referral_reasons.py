"""The reasons chosen when a referral was begun, kept until its letter leaves and the decision is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fitdesk.store import drafts

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def keep_referral_reasons(store: Store, inquiry_id: int, reasons: Sequence[str]) -> None:
    """Remember the keys ``reasons`` for the letter to come, over what was chosen before."""
    drafts.keep(store, _key(inquiry_id), " ".join(reasons))


def take_referral_reasons(store: Store, inquiry_id: int) -> tuple[str, ...]:
    """The keys that were chosen, once; empty when nothing was."""
    kept = drafts.find(store, _key(inquiry_id))
    if kept is None:
        return ()
    drafts.drop(store, _key(inquiry_id))
    return tuple(kept.split())


def _key(inquiry_id: int) -> str:
    return f"referral/{inquiry_id}"
