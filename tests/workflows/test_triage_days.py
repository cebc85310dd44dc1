"""Days in a triage: what stands in the way, for which offering, and whom to ask first."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from build import EVENT_DAY, LEEDS, TODAY, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.assessment import AskWhom, Verdict
from fitdesk.domain.availability import Availability, CalendarEntry, EntryKind
from fitdesk.domain.contact import Contact
from fitdesk.domain.diary import Diary
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.store import calendar, inquiries, offerings
from fitdesk.store import owner as owners
from fitdesk.store.store import Store
from fitdesk.workflows.decide import decide
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.triage import Triage, triage

NOW = datetime.combine(TODAY, datetime.min.time()).replace(hour=9)


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.open(None, now=NOW)) as store:
        owners.save(store, an_owner(travel_before_from=Decimal("2.5")))
        offerings.save(store, an_offering(id=None))
        yield store


def judged(store: Store, inquiry: Inquiry | None = None, today: date = TODAY) -> Triage:
    return triage(inquiry or an_inquiry(), load_practice(store), today)


def held_for_alpine(store: Store, until: date | None = None) -> Inquiry:
    first = inquiries.save(store, an_inquiry(contact=Contact(name="Al Pine", organization="Alpine Insurance")))
    decide(store, first.id or 0, Status.HELD, "", NOW, until=until)
    return first


def test_the_first_client_is_asked_first(store: Store) -> None:
    first = held_for_alpine(store, EVENT_DAY - timedelta(days=90))
    answer = judged(store)
    assert answer.availability == {EVENT_DAY: Availability.HELD}
    assert answer.verdict is Verdict.ACCEPT, "a held day may be accepted"
    assert [(one.inquiry_id, one.who) for one in answer.first_clients] == [(first.id, "Alpine Insurance")]
    question = answer.next_question
    assert question is not None
    assert question.text == "Ask Alpine Insurance first: 16 September 2027 is held for them until 18 June 2027."
    assert question.whom is AskWhom.OWNER
    assert answer.days[0].because == "held for Alpine Insurance until 18 June 2027; ask them first"
    own = judged(store, first)
    assert (own.availability, own.first_clients) == ({EVENT_DAY: Availability.FREE}, ()), "not in one's own way"


def test_a_hold_that_has_run_out_is_in_nobodys_way(store: Store) -> None:
    until = TODAY + timedelta(days=5)
    held_for_alpine(store, until)
    assert judged(store, today=until).availability == {EVENT_DAY: Availability.HELD}
    later = judged(store, today=until + timedelta(days=1))
    assert (later.availability, later.first_clients) == ({EVENT_DAY: Availability.FREE}, ())


def test_the_first_client_is_not_troubled_for_work_that_is_not_wanted_or_another_day_that_is_free(store: Store) -> None:
    held_for_alpine(store)
    unwanted = judged(
        store, an_inquiry(goal="Learn to juggle", event=replace(an_inquiry().event, topics=("juggling",)))
    )
    assert unwanted.verdict is not Verdict.ACCEPT
    assert unwanted.next_question is None or unwanted.next_question.criterion != "hold"
    two = judged(store, asked(dates=(EVENT_DAY, EVENT_DAY + timedelta(days=1))))
    assert two.first_clients == ()


def test_days_are_those_of_the_offering_that_leads(store: Store) -> None:
    calendar.save(
        store, CalendarEntry(first=EVENT_DAY - timedelta(days=1), last=EVENT_DAY - timedelta(days=1), title="Work")
    )
    near, far = judged(store), judged(store, asked(place=LEEDS))
    assert near.days[0].because == "free"
    assert far.days[0].because == "the day before, for the journey, is taken by “Work”"
    assert far.clashes == {EVENT_DAY: "Work"}
    assert EVENT_DAY not in far.nearest_free
    assert len(far.nearest_free) == 2


def test_the_practice_sorts_its_days_once(store: Store) -> None:
    calendar.save(store, CalendarEntry(first=EVENT_DAY, last=EVENT_DAY, kind=EntryKind.BOOKED, title="Work"))
    practice = load_practice(store)
    assert isinstance(practice.entries, Diary)
    assert Diary.of(practice.entries, today=TODAY) is practice.entries
    assert triage(an_inquiry(), practice, TODAY).availability == {EVENT_DAY: Availability.BUSY}


def test_what_reads_calendar_files_is_not_loaded_with_the_program() -> None:
    code = (
        "import sys, fitdesk.workflows.triage, fitdesk.workflows.calendars, fitdesk.intake.worker;"
        "sys.exit(any(name in sys.modules for name in ('icalendar', 'recurring_ical_events', 'dateutil')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
