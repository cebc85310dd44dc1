"""A decision on an inquiry, written with its reasons and how the judgement stood; the calendar follows; with Undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from fitdesk.domain.assessment import Assessment, VetoState
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.decision_days import (
    agreed_on,
    days_to_choose,
    last_change,
    trouble_with_agreed,
    trouble_with_coming_back,
    trouble_with_hold,
    usual_hold,
)
from fitdesk.domain.decision_reasons import is_against
from fitdesk.domain.event import Event
from fitdesk.domain.fit import score_all
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.domain.snapshot import Snapshot
from fitdesk.i18n import _
from fitdesk.store import inquiries
from fitdesk.workflows.booking import Booked, follow_in_calendar, hold_until, put_back
from fitdesk.workflows.booking import standing as standing
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.referral_reasons import take_referral_reasons

if TYPE_CHECKING:
    from fitdesk.store.store import Store

YES = frozenset({Status.ACCEPTED, Status.HELD})
"""A yes is a yes to the offering that the owner looks at; a no is a no to the best one."""


class DecisionError(Exception):
    """A decision that cannot be written as it is, said in a plain sentence with what to do."""


def decide(
    store: Store,
    inquiry_id: int,
    status: Status,
    reason: str,
    now: datetime,
    *,
    reasons: Sequence[str] = (),
    come_back: date | None = None,
    until: date | None = None,
    offering_id: int | None = None,
    on: date | None = None,
) -> Inquiry:
    """Write the decision into the history with the verdict of that moment and what it stood on; the calendar follows.

    Accepted books the day with its journey and preparation around it, held pencils it in until ``until`` (two weeks
    unless said), asked leaves it as it is, every other decision frees it. ``on``: the day agreed, for an accept;
    without it several candidate days are all held, and none is booked until one is left. ``reasons``: keys of
    criteria or "date". ``come_back``: for "not now". ``offering_id``: which offering a yes is to; the best one unless
    said.

    Raises DecisionError when an accept against the judgement has no sentence, or a day cannot be; StoreError when it
    cannot be written. Nothing is changed then.
    """
    with store.transaction():
        inquiry = inquiries.get(store, inquiry_id)
        today = now.date()
        practice = load_practice(store)
        judged = score_all(inquiry, practice.offerings, practice.owner, practice.entries, today)
        led = _chosen(judged, offering_id if status in YES else None)
        against = is_against(led, status)
        day = _day_of(status, inquiry, today, come_back, until, practice.owner.locale)
        if status is Status.ACCEPTED and on is not None:
            _check(trouble_with_agreed(on, today))
            inquiry = replace(inquiry, event=agreed_on(inquiry.event, on))
        if against and not reason.strip():
            raise DecisionError(_("Write one reason in your own words; a few are enough."))
        if status is Status.REFERRED and not reasons:
            reasons, words = take_referral_reasons(store, inquiry_id)
            reason = ". ".join(part for part in (reason.strip(), words) if part)
        change = StatusChange(
            now,
            status,
            reason.strip(),
            fit=led.fit if led else None,
            verdict=led.verdict if led else None,
            reasons=tuple(reasons),
            against=against,
            come_back=day,
            snapshot=snapshot_of(led) if led else None,
        )
        decided = inquiries.save(store, replace(inquiry, status=status, history=(*inquiry.history, change)))
        booked = Booked(practice.owner, led.offering if led else None, day if status is Status.HELD else None)
        follow_in_calendar(store, decided, booked, now)
    return decided


def undo(store: Store, before: Inquiry, now: datetime, entries: Sequence[CalendarEntry] | None = None) -> Inquiry:
    """Take the last decision back: status, days and history as they were ``before`` it, and the calendar with them.

    ``entries``: what stood in the calendar for it before (see ``standing``), put back exactly, notes and all; without
    them the days are worked out again. Whatever else was written on the inquiry since stays. Raises NotFound when it
    is no longer there.
    """
    with store.transaction():
        now_kept = inquiries.get(store, before.id or 0)
        event = _days_before(now_kept.event, before.event)
        inquiry = inquiries.save(store, replace(now_kept, event=event, status=before.status, history=before.history))
        if entries is not None:
            put_back(store, before.id or 0, entries, now)
        else:
            follow_in_calendar(store, inquiry, booked_before(store, inquiry), now)
    return inquiry


def note_asked(store: Store, inquiry_id: int, words: str, now: datetime) -> Inquiry:
    """Write into the history that a question went out; status, days and calendar stay as they are."""
    with store.transaction():
        inquiry = inquiries.get(store, inquiry_id)
        last = last_change(inquiry)
        line = StatusChange(now, inquiry.status, words.strip(), come_back=last.come_back if last is not None else None)
        return inquiries.save(store, replace(inquiry, history=(*inquiry.history, line)))


def hold_longer(store: Store, inquiry_id: int, until: date, now: datetime) -> Inquiry:
    """Hold the day until ``until``. Raises DecisionError when it cannot be held so long."""
    with store.transaction():
        inquiry = inquiries.get(store, inquiry_id)
        if inquiry.status is not Status.ASKED:
            return decide(store, inquiry_id, Status.HELD, "", now, until=until)
        _check(trouble_with_hold(until, inquiry.event, now.date(), load_practice(store).owner.locale))
        hold_until(store, inquiry_id, until)
    return inquiry


def release_hold(store: Store, inquiry_id: int, now: datetime) -> Inquiry:
    """Free the day that was held; the inquiry waits for an answer again, or still for theirs."""
    with store.transaction():
        inquiry = inquiries.get(store, inquiry_id)
        if inquiry.status is Status.HELD:
            return decide(store, inquiry_id, Status.NEW, _("the hold was released"), now)
        put_back(store, inquiry_id, (), now)
    return inquiry


def put_off(store: Store, inquiry_id: int, to: date | None, now: datetime) -> Inquiry:
    """Come back to a "not now" on ``to`` instead; None: not any more. Raises DecisionError for a day not to come."""
    with store.transaction():
        inquiry = inquiries.get(store, inquiry_id)
        _check(trouble_with_coming_back(to, now.date()))
        last = last_change(inquiry)
        history = tuple(replace(change, come_back=to) if change is last else change for change in inquiry.history)
        return inquiries.save(store, replace(inquiry, history=history))


def undo_line(store: Store, before: Inquiry) -> Inquiry:
    """Undo of ``put_off`` and ``note_asked``: the history as it was ``before``."""
    with store.transaction():
        return inquiries.save(store, replace(inquiries.get(store, before.id or 0), history=before.history))


def snapshot_of(assessment: Assessment) -> Snapshot:
    """How the judgement stood, frozen: the offering, the sums, and weight and value of every criterion."""
    return Snapshot(
        assessment.offering.id,
        assessment.offering.title,
        assessment.for_them,
        assessment.for_me,
        tuple((line.criterion, line.weight) for line in assessment.contributions),
        tuple((line.criterion, line.finding.value.low, line.finding.value.high) for line in assessment.contributions),
        tuple(line.criterion for line in assessment.contributions if line.finding.veto is VetoState.CONFIRMED),
    )


def _chosen(judged: Sequence[Assessment], offering_id: int | None) -> Assessment | None:
    best = judged[0] if judged else None
    if offering_id is None:
        return best
    return next((one for one in judged if one.offering.id == offering_id), best)


def _day_of(
    status: Status, inquiry: Inquiry, today: date, come_back: date | None, until: date | None, locale: str
) -> date | None:
    """The day that belongs to the decision: the end of a hold, when to come back; None for the others."""
    if status is Status.HELD:
        if until is not None:
            _check(trouble_with_hold(until, inquiry.event, today, locale))
        return until or usual_hold(inquiry.event, today)
    if status is Status.NOT_NOW:
        _check(trouble_with_coming_back(come_back, today))
        return come_back
    return None


def _days_before(now: Event, before: Event) -> Event:
    """``now`` with the days of ``before``, if it was one day of them that had been agreed."""
    if len(now.dates) != 1 or not days_to_choose(before):
        return now
    return replace(now, dates=before.dates, date_range=before.date_range, date_flexible=before.date_flexible)


def _check(trouble: str) -> None:
    if trouble:
        raise DecisionError(trouble)


def booked_before(store: Store, inquiry: Inquiry) -> Booked:
    """What the days of ``inquiry`` in the calendar rest on, by its last decision."""
    practice, last = load_practice(store), last_change(inquiry)
    led = last.snapshot.offering_id if last is not None and last.snapshot is not None else None
    offering = next((one for one in practice.offerings if one.id == led), None)
    return Booked(practice.owner, offering, last.come_back if last is not None else None)
