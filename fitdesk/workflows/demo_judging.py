"""The demo's decisions as they were judged: every request by the rules and the calendar of its day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from fitdesk.domain.assessment import Assessment
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


def judged_inquiries(content: DemoPractice) -> dict[str, Inquiry]:
    """The inquiries by key, with what FitDesk would have said at each decision, as a real history holds it.

    ``content`` has the offerings as the store gave them back: a snapshot names the one that led by its number.
    """
    entries = entries_of(content)
    return {
        key: replace(inquiry, history=tuple(_judged(content, key, change, entries) for change in inquiry.history))
        for key, inquiry in content.inquiries.items()
    }


def entries_of(content: DemoPractice) -> tuple[CalendarEntry, ...]:
    """The calendar, linked to the inquiries by their places in the files, counted from 1."""
    place = _places(content)
    return tuple(
        replace(linked.value, inquiry_id=place.get(linked.inquiry or ""))
        for linked in content.entries
        if isinstance(linked.value, CalendarEntry)
    )


def rules_at(content: DemoPractice, moment: datetime) -> tuple[Owner, tuple[Offering, ...]]:
    """The owner and the offerings with the rules that held at ``moment``: later changes are taken back."""
    owner, offerings = content.owner, content.offerings
    for changed in reversed(content.changes):
        if changed.value.at <= moment:
            break
        if changed.offering is None:
            owner = with_rules(owner, changed.value.before)
        offerings = tuple(
            offering_with_rules(one, changed.value.before) if one.title == changed.offering else one
            for one in offerings
        )
    return owner, offerings


def best_at(content: DemoPractice, key: str, entries: tuple[CalendarEntry, ...], moment: datetime) -> Assessment:
    """The inquiry ``key`` judged at ``moment`` for the offering that fits best, beside ``entries_of`` the practice."""
    inquiry = replace(content.inquiries[key], id=_places(content)[key])
    owner, offerings = rules_at(content, moment)
    day = moment.date()
    return score_all(inquiry, offerings, owner, Diary.of(entries, today=day), day)[0]


def _judged(content: DemoPractice, key: str, change: StatusChange, entries: tuple[CalendarEntry, ...]) -> StatusChange:
    if change.status is Status.NEW:
        return change
    best = best_at(content, key, entries, change.at)
    return replace(
        change,
        fit=best.fit,
        verdict=best.verdict,
        against=is_against(best, change.status),
        snapshot=snapshot_of(best),
    )


def _places(content: DemoPractice) -> Mapping[str, int]:
    return {key: number for number, key in enumerate(content.inquiries, 1)}
