"""The demo's decisions as they were judged: every request by the rules and the calendar of its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.decision_reasons import is_against
from fitdesk.domain.diary import Diary
from fitdesk.domain.fit import score_all
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.rules import offering_with_rules, with_rules
from fitdesk.workflows.decide import snapshot_of
from fitdesk.workflows.demo_files import DemoPractice

Era = tuple[datetime, Owner, tuple[Offering, ...]]
"""Since when an owner and offerings were judged by these rules."""


def judged_inquiries(content: DemoPractice) -> dict[str, Inquiry]:
    """The inquiries by key, with what FitDesk would have said at each decision, as a real history holds it.

    ``content`` has the offerings as the store gave them back: a snapshot names the one that led by its number.
    """
    # One diary for all days: the holds of the demo run out after the day on which it is opened.
    eras, diary = eras_of(content), Diary.of(entries_of(content))
    return {
        key: replace(
            inquiry,
            history=tuple(_judged(replace(inquiry, id=place), change, eras, diary) for change in inquiry.history),
        )
        for place, (key, inquiry) in enumerate(content.inquiries.items(), 1)
    }


def entries_of(content: DemoPractice) -> tuple[CalendarEntry, ...]:
    """The calendar, linked to the inquiries by their places in the files, counted from 1."""
    place = {key: number for number, key in enumerate(content.inquiries, 1)}
    return tuple(
        replace(linked.value, inquiry_id=place.get(linked.inquiry or ""))
        for linked in content.entries
        if isinstance(linked.value, CalendarEntry)
    )


def eras_of(content: DemoPractice) -> tuple[Era, ...]:
    """The rules that held from one change to the next, the present ones first: each change taken back in turn."""
    owner, offerings = content.owner, content.offerings
    found: list[Era] = []
    for changed in reversed(content.changes):
        found.append((changed.value.at, owner, offerings))
        if changed.offering is None:
            owner = with_rules(owner, changed.value.before)
        offerings = tuple(
            offering_with_rules(one, changed.value.before) if one.title == changed.offering else one
            for one in offerings
        )
    return (*found, (datetime.min, owner, offerings))


def _judged(inquiry: Inquiry, change: StatusChange, eras: tuple[Era, ...], diary: Diary) -> StatusChange:
    if change.status is Status.NEW:
        return change
    owner, offerings = next((owner, offerings) for since, owner, offerings in eras if since <= change.at)
    best = score_all(inquiry, offerings, owner, diary, change.at.date())[0]
    return replace(
        change,
        fit=best.fit,
        verdict=best.verdict,
        against=is_against(best, change.status),
        snapshot=snapshot_of(best),
    )
