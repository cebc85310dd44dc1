"""The reasons chosen when a referral was begun, kept until its letter leaves and the decision is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fitdesk.store import drafts

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def keep_referral_reasons(store: Store, inquiry_id: int, reasons: Sequence[str], words: str = "") -> None:
    """Remember the keys ``reasons`` and the owner's own ``words`` for the letter to come, over what was said before."""
    drafts.keep(store, _key(inquiry_id), "\n".join((" ".join(reasons), " ".join(words.split()))))


def take_referral_reasons(store: Store, inquiry_id: int) -> tuple[tuple[str, ...], str]:
    """The keys that were chosen and the words on them, once; both empty when nothing was said."""
    kept = drafts.find(store, _key(inquiry_id))
    if kept is None:
        return (), ""
    drafts.drop(store, _key(inquiry_id))
    keys, _line, words = kept.partition("\n")
    return tuple(keys.split()), words


def _key(inquiry_id: int) -> str:
    return f"referral/{inquiry_id}"
