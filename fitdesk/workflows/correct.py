"""Correcting the facts of an inquiry: the days that stand in the calendar for it move with it; with Undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from fitdesk.domain.availability import EntryKind
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.store import inquiries
from fitdesk.workflows.booking import follow_in_calendar, put_back, standing
from fitdesk.workflows.decide import booked_before

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def correct(store: Store, corrected: Inquiry, now: datetime) -> Callable[[], None]:
    """Write ``corrected`` over what was known of that inquiry; returns what takes it back.

    Days held or booked for it follow when the event changed; a hold keeps its end. Raises NotFound or StoreError.
    """
    number = corrected.id or 0
    with store.transaction():
        before, stood = inquiries.get(store, number), standing(store, number)
        inquiries.save(store, corrected)
        if stood and corrected.event != before.event:
            booked = booked_before(store, corrected)
            held = [entry for entry in stood if entry.kind is EntryKind.HELD]
            if held:
                booked = replace(booked, until=held[0].expires)
            # A question to the client leaves the hold, so what is held stands for a held inquiry here.
            is_held = bool(held) and corrected.status is Status.ASKED
            follow_in_calendar(store, replace(corrected, status=Status.HELD) if is_held else corrected, booked, now)

    def undo() -> None:
        with store.transaction():
            inquiries.save(store, before)
            put_back(store, number, stood, now)

    return undo
