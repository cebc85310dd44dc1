"""Inquiries: lists in every view and order, search, counts, decisions, trash, remembered scores."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_store import NOW, an_inquiry, an_offering
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Event, Format, Mode, Place
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.store import calendar, inquiries, offerings, owner
from fitdesk.store.errors import NotFound
from fitdesk.store.inquiries import InquiryQuery, Order, View
from fitdesk.store.store import Store


def keep(store: Store, title: str, **changes: object) -> int:
    """A new inquiry whose event is called ``title``; its id."""
    event = changes.pop("event", Event())
    assert isinstance(event, Event)
    number = inquiries.save(store, Inquiry(event=replace(event, name=title), **changes)).id  # type: ignore[arg-type]  # fields by name
    assert number is not None
    return number


def titles(store: Store, **query: object) -> list[str]:
    """What the list shows, asked in all three ways."""
    asked = InquiryQuery(**query)  # type: ignore[arg-type]  # fields by name
    shown = inquiries.lines(store, inquiries.ids(store, asked))
    assert inquiries.first_lines(store, asked, 10_000) == shown
    assert inquiries.first_lines(store, asked, 2) == shown[:2]
    return [line.title for line in shown]


def test_orders(store: Store) -> None:
    received = [datetime(2026, 11, day, 12) for day in (3, 1, 2)]
    keep(store, "third", received=received[0], contact=Contact(name="Émile"), event=Event(dates=(date(2027, 5, 2),)))
    keep(store, "first", received=received[1], contact=Contact(name="anna"))
    keep(store, "second", received=received[2], contact=Contact(name="Bea"), event=Event(dates=(date(2027, 5, 1),)))
    keep(store, "never", contact=Contact(organization="Zoo"))
    assert titles(store) == ["third", "second", "first", "never"]
    assert titles(store, order=Order.EVENT_DATE) == ["second", "third", "never", "first"]
    assert titles(store, order=Order.NAME) == ["first", "second", "never", "third"]


def test_best_fit_first_and_the_unknown_after(store: Store) -> None:
    numbers = [keep(store, name, received=datetime(2026, 1, 1 + n)) for n, name in enumerate("abcde")]
    for number, low, high in zip(numbers, (40.0, 70.0, 40.0), (60.0, 75.0, 80.0), strict=False):
        inquiries.cache_fit(store, number, low, high, Verdict.ASK)
    assert titles(store, order=Order.FIT) == ["b", "c", "a", "e", "d"]
    (line,) = inquiries.lines(store, numbers[1:2])
    assert (line.low, line.high, line.verdict) == (70.0, 75.0, Verdict.ASK)
    assert inquiries.stale_ids(store, 10) == [numbers[4], numbers[3]]
    assert inquiries.stale_ids(store, 1) == [numbers[4]]


@pytest.mark.parametrize("what", ["offering", "owner", "calendar", "inquiry"])
def test_a_remembered_score_is_dropped_with_what_it_rests_on(store: Store, what: str) -> None:
    offering = offerings.save(store, an_offering())
    number, other = keep(store, "one"), keep(store, "decided", status=Status.DECLINED)
    for each in (number, other):
        inquiries.cache_fit(store, each, 50.0, 60.0, Verdict.YOUR_CALL)
    assert inquiries.stale_ids(store, 10) == []
    if what == "offering":
        offerings.trash(store, offering.id or 0, NOW)
    elif what == "owner":
        owner.save(store, owner.get(store))
    elif what == "calendar":
        calendar.save(store, CalendarEntry(None, NOW.date(), NOW.date(), "Basel"))
    else:
        inquiries.save(store, inquiries.get(store, number))
    assert inquiries.stale_ids(store, 10) == [number]
    assert inquiries.lines(store, [number])[0].low is None
    assert inquiries.lines(store, [other])[0].low == 50.0  # the score it was decided with
    assert titles(store, order=Order.FIT) == ["one"]
    assert titles(store, order=Order.FIT, view=View.DECIDED) == ["decided"]


def test_views_and_counts(store: Store) -> None:
    for status in Status:
        keep(store, status.value, status=status)
    trashed = keep(store, "gone")
    inquiries.trash(store, trashed, NOW)
    assert set(titles(store)) == {"new", "asked", "held"}
    assert set(titles(store, view=View.WAITING)) == {"asked", "held"}
    assert set(titles(store, view=View.DECIDED)) == {"accepted", "not_now", "declined", "referred", "withdrawn"}
    assert titles(store, view=View.TRASH) == ["gone"]
    assert inquiries.counts(store) == {"open": 3, "waiting": 2, "decided": 5, "trash": 1}
    assert {inquiry.title for inquiry in inquiries.all_open(store)} == {"new", "asked", "held"}


def test_a_line_shows_what_is_known(store: Store) -> None:
    saved = inquiries.save(store, an_inquiry())
    (line,) = inquiries.first_lines(store, InquiryQuery(), 5)
    assert (line.id, line.title, line.who, line.organization) == (
        saved.id,
        "Leadership summit",
        "Zoë Müller",
        "HealthNet",
    )
    assert (line.format, line.mode, line.city) == (Format.KEYNOTE, Mode.IN_PERSON, "Lyon")
    assert (line.first_date, line.last_date) == (date(2027, 6, 12), date(2027, 6, 13))
    assert (line.received, line.status) == (saved.received, Status.NEW)
    event = Event(date_range=(NOW.date(), date(2027, 1, 31)))
    bare = inquiries.save(store, Inquiry(contact=Contact(email="x@example.org"), event=event))
    (line,) = inquiries.lines(store, [bare.id or 0])
    assert (line.title, line.who, line.organization, line.city) == ("Inquiry", "x@example.org", "", "")
    assert (line.first_date, line.last_date, line.received) == (NOW.date(), date(2027, 1, 31), None)


def test_lines_keep_the_order_and_leave_out_what_is_gone(store: Store) -> None:
    numbers = [keep(store, str(n)) for n in range(1200)]
    asked = [*reversed(numbers), 99_999]
    assert [line.id for line in inquiries.lines(store, asked)] == asked[:-1]
    assert inquiries.lines(store, []) == []


SEARCHES = {
    "summit": True, "Leadership SUMMIT": True, "zoe mull": True, "müller": True, "lyon": True, "healthn": True,
    "tony": True, "trust signing": True, "zoe@example.org": True, "summit paris": False, "ummit": False,
    "  ": True, "!!!": False, '"summit"': True, "summit*": True, "summit AND lyon": False, "title:summit": False,
    "NEAR(summit lyon)": False, "'; DROP TABLE inquiries; --": False, "summit\x00": True, "-summit": True,
    "^summit": True,
}  # fmt: skip


@pytest.mark.parametrize("search", SEARCHES)
def test_search(store: Store, search: str) -> None:
    inquiries.save(store, an_inquiry())
    assert bool(titles(store, search=search)) is SEARCHES[search]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_no_search_fails(store: Store, search: str) -> None:
    asked = InquiryQuery(search=search)
    assert len(inquiries.ids(store, asked)) == len(inquiries.first_lines(store, asked, 5)) == 0


def test_search_follows_every_change(store: Store) -> None:
    number = keep(store, "Alpha")
    other = keep(store, "Alpha two", status=Status.DECLINED)
    assert titles(store, search="alpha") == ["Alpha"]
    inquiries.save(store, replace(inquiries.get(store, number), event=Event(name="Beta")))
    assert titles(store, search="alpha") == []
    assert titles(store, search="beta") == ["Beta"]
    assert titles(store, search="alpha", view=View.DECIDED) == ["Alpha two"]
    inquiries.trash(store, other, NOW)
    assert titles(store, search="alpha", view=View.TRASH) == ["Alpha two"]


def test_many_hits_come_in_the_order_of_the_list(store: Store) -> None:
    with store.transaction():
        for n in range(1100):
            keep(
                store,
                f"Alpha {n}",
                received=datetime(2026, 1, 1 + n % 28, n % 24),
                status=Status.ASKED if n % 2 else Status.NEW,
            )
    for order in Order:
        everything, found = InquiryQuery(order=order), InquiryQuery(search="alph", order=order)
        numbers = inquiries.ids(store, everything)
        assert inquiries.ids(store, found) == numbers
        assert [line.id for line in inquiries.first_lines(store, found, 7)] == numbers[:7]
        few = InquiryQuery(View.WAITING, "alpha 11", order)
        assert inquiries.ids(store, few) == [n for n in numbers if n in set(inquiries.ids(store, few))]
        assert len(inquiries.ids(store, few)) == 6


def test_a_decision_is_added_to_the_history(store: Store) -> None:
    saved = inquiries.save(store, an_inquiry())
    decided = inquiries.set_status(store, saved.id or 0, Status.NOT_NOW, "wrong spring", NOW)
    assert decided == inquiries.get(store, saved.id or 0)
    assert decided.status is Status.NOT_NOW
    assert decided.history[0] == saved.history[0]
    assert (decided.history[1].status, decided.history[1].reason) == (Status.NOT_NOW, "wrong spring")
    assert inquiries.save(store, saved) == saved == inquiries.get(store, saved.id or 0)  # undo


def test_the_trash_gives_back_exactly(store: Store) -> None:
    referred = replace(an_inquiry(), status=Status.REFERRED)
    saved = inquiries.save(store, referred, original=b"\x00\xff", original_name="a.eml")
    number = saved.id or 0
    inquiries.trash(store, number, NOW)
    inquiries.trash(store, number, NOW.replace(year=2030))
    assert store.rows("SELECT trashed_at FROM inquiries") == [(NOW.isoformat(),)]
    assert inquiries.get(store, number) == saved
    changed = inquiries.save(store, replace(saved, note="still in the trash"))
    assert titles(store, view=View.TRASH) == ["Leadership summit"]
    inquiries.set_status(store, number, Status.ASKED, "", NOW)
    assert titles(store) == []
    inquiries.save(store, changed)
    inquiries.untrash(store, number)
    assert inquiries.get(store, number) == changed
    assert titles(store, view=View.DECIDED) == ["Leadership summit"]
    assert inquiries.original(store, number) == ("a.eml", b"\x00\xff")


def test_the_original_stays_when_the_inquiry_is_corrected(store: Store) -> None:
    saved = inquiries.save(store, an_inquiry(), original=b"", original_name="empty.eml")
    inquiries.save(store, replace(saved, note="corrected"))
    assert inquiries.original(store, saved.id or 0) == ("empty.eml", b"")
    assert inquiries.original(store, inquiries.save(store, Inquiry()).id or 0) is None


def test_what_is_not_there(store: Store) -> None:
    for ask in (
        lambda: inquiries.get(store, 7),
        lambda: inquiries.save(store, replace(an_inquiry(), id=7)),
        lambda: inquiries.set_status(store, 7, Status.ASKED, "", NOW),
        lambda: inquiries.trash(store, 7, NOW),
        lambda: inquiries.untrash(store, 7),
    ):
        with pytest.raises(NotFound, match="no longer there"):
            ask()
    assert inquiries.counts(store)["open"] == 0
    assert store.rows("SELECT count(*) FROM contacts") == [(0,)]


def test_ids_are_never_given_twice(store: Store) -> None:
    numbers = [keep(store, "a"), keep(store, "b")]
    with store.transaction():
        store.run("DELETE FROM inquiries WHERE id = ?", (numbers[1],))
    assert keep(store, "c") == numbers[1] + 1


def test_place_without_city(store: Store) -> None:
    number = keep(store, "a", event=Event(place=Place(country="FR")))
    assert inquiries.lines(store, [number])[0].city == ""
