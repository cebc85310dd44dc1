"""Each criterion of "right for me", by example."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from build import BERLIN, EVENT_DAY, LEEDS, TODAY, an_event, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.assessment import Finding, VetoState
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.case import case_for
from fitdesk.domain.contact import Contact
from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.event import Booking, Budget, Mode, Place
from fitdesk.domain.inquiry import DecisionPower, Inquiry, OwnersWord, ScopeState, StallSignal
from fitdesk.domain.owner import Owner
from fitdesk.domain.roles import power_of

CONFIRMED, POSSIBLE, CLEAR = VetoState.CONFIRMED, VetoState.POSSIBLE, VetoState.CLEAR
ANY = (0.0, 1.0)


def judge(
    key: str, inquiry: Inquiry, owner: Owner | None = None, entries: tuple[CalendarEntry, ...] = (), **offering: Any
) -> Finding:
    return BY_KEY[key].judge(case_for(inquiry, an_offering(**offering), owner or an_owner(), entries, TODAY))


def value(finding: Finding) -> object:
    """Both ends, to be compared with a pair of numbers."""
    return pytest.approx((finding.value.low, finding.value.high))


def paying(low: int | None = None, high: int | None = None, currency: str | None = "GBP", **facts: Any) -> Inquiry:
    def amount(number: int | None) -> Decimal | None:
        return None if number is None else Decimal(number)

    return an_inquiry(budget=Budget(amount(low), amount(high), currency, **facts))


@pytest.mark.parametrize(
    ("inquiry", "expected", "veto"),
    [
        (paying(7500, 7500), (1, 1), CLEAR),
        (paying(9000, 9000), (1, 1), CLEAR),
        (paying(4500, 4500), (0.3, 0.3), CLEAR),
        (paying(6000, 6000), (0.65, 0.65), CLEAR),
        (paying(4499, 4499), (0, 0), CONFIRMED),
        (paying(None, 6000), (0, 0.65), POSSIBLE),
        (paying(None, 4000), (0, 0), CONFIRMED),
        (paying(6000, None), (0.65, 1), CLEAR),
        (paying(10000, None), (1, 1), CLEAR),
        (paying(4000, 6000), (0, 0.65), POSSIBLE),
        (paying(), ANY, POSSIBLE),
        (paying(unpaid=False), ANY, POSSIBLE),
        (paying(unpaid=True), (0, 0), CONFIRMED),
        (paying(10000, 10000, "EUR"), (1, 1), CLEAR),
        (paying(7000, 7000, "EUR"), (0.3 + 0.7 * 1450 / 3000,) * 2, CLEAR),
        (paying(7500, 7500, "CHF"), ANY, POSSIBLE),
        (paying(7500, 7500, None), ANY, POSSIBLE),
    ],
)
def test_fee_lies_between_floor_and_list(inquiry: Inquiry, expected: tuple[float, float], veto: VetoState) -> None:
    finding = judge("fee", inquiry)
    assert value(finding) == expected
    assert finding.veto is veto


def test_fee_sentences_name_the_figures() -> None:
    assert judge("fee", paying()).sentence == "fee not stated; your floor is £4,500, your list fee is £7,500"
    assert judge("fee", paying(None, 5000)).sentence.startswith("up to £5,000; your floor")
    assert judge("fee", paying(7500, 7500, "CHF")).sentence.startswith(
        "CHF 7,500: enter what one CHF is worth in GBP under Settings"
    )
    assert judge("fee", paying(7000, 7000, "EUR")).sentence.startswith("€7,000 (about £5,950); your floor")


def test_fee_with_half_an_offering() -> None:
    assert value(judge("fee", paying(6000, 6000), fee_floor=None)) == (0, 0.3 + 0.7 * 0.8)
    assert value(judge("fee", paying(7500, 7500), fee_floor=None)) == (1, 1)
    assert value(judge("fee", paying(6000, 6000), fee_list=None)) == (0.3, 1)
    assert judge("fee", paying(4000, 4000), fee_list=None).veto is CONFIRMED
    assert value(judge("fee", paying(4000, 4000), fee_list=None, fee_floor=None)) == ANY
    free = judge("fee", paying(unpaid=True), fee_floor=Decimal(0))
    assert (value(free), free.veto) == ((0, 0), CLEAR)
    assert judge("fee", paying(unpaid=True), fee_floor=None).veto is POSSIBLE


def test_margin_is_what_a_day_earns() -> None:
    on_top: dict[str, Any] = {"expenses_covered": True}
    assert value(judge("margin", paying(3000, 3000, **on_top))) == (0.5, 0.5)
    assert value(judge("margin", paying(3000, 3000, expenses_covered=False))) == (2600 / 6000,) * 2
    assert value(judge("margin", paying(3000, 3000))) == (2600 / 6000, 0.5)
    loss = judge("margin", paying(300, 300, expenses_covered=False))
    assert (value(loss), loss.veto) == ((0, 0), CONFIRMED)
    maybe = judge("margin", paying(300, 300))
    assert (value(maybe), maybe.veto) == ((0, 0.05), POSSIBLE)
    even = judge("margin", paying(400, 400, expenses_covered=False))
    assert (value(even), even.veto) == ((0, 0), CLEAR)
    assert value(judge("margin", paying())) == ANY
    assert value(judge("margin", paying(7500, 7500, **on_top), an_owner(target_rate=None))) == ANY
    assert value(judge("margin", paying(7500, 7500, **on_top), effort_days=None)) == ANY


def test_margin_in_another_currency_needs_a_rate() -> None:
    abroad = an_owner(currency="EUR", rates=(("GBP", Decimal("1.2")),), target_rate=Decimal(2400))
    assert value(judge("margin", paying(3000, 3000, expenses_covered=True), abroad)) == (0.5, 0.5)
    assert value(judge("margin", paying(3000, 3000, expenses_covered=True), replace(abroad, rates=()))) == ANY


def busy(
    days: int, kind: EntryKind = EntryKind.BOOKED, before: int = 1, inquiry_id: int | None = None
) -> CalendarEntry:
    last = EVENT_DAY - timedelta(days=before)
    return CalendarEntry(first=last - timedelta(days=days - 1), last=last, kind=kind, inquiry_id=inquiry_id)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), (1, 1)),
        ((busy(6),), (1, 1)),
        ((busy(8),), (1 - 0.6 * (11 / 12 - 0.8) / 0.2,) * 2),
        ((busy(9),), (0.4, 0.4)),
        ((busy(9), busy(3, EntryKind.HELD)), (0.4, 0.4)),
        ((busy(10),), (0.4 - 0.4 * (13 / 12 - 1) / 0.1,) * 2),
        ((busy(12),), (0, 0)),
        ((busy(12, EntryKind.BLOCKED),), (1, 1)),
        ((busy(12, before=31),), (1, 1)),
        ((busy(12, inquiry_id=5),), (1, 1)),
    ],
)
def test_capacity_is_the_load_of_the_month_before(
    entries: tuple[CalendarEntry, ...], expected: tuple[float, float]
) -> None:
    assert value(judge("capacity", an_inquiry(id=5), entries=entries)) == expected


def test_capacity_with_gaps_and_a_cap() -> None:
    capped = an_owner(capacity_cap=90)
    assert judge("capacity", an_inquiry(), capped, (busy(9),)).veto is CONFIRMED
    assert judge("capacity", an_inquiry(), capped, (busy(6),)).veto is CLEAR
    undated = judge("capacity", asked(dates=()), capped)
    assert (value(undated), undated.veto) == ((0, 1), POSSIBLE)
    assert value(judge("capacity", an_inquiry(), an_owner(capacity_days=None))) == ANY
    assert value(judge("capacity", an_inquiry(), effort_days=None)) == ANY
    year = judge("capacity", an_inquiry(), effort_days=Decimal(14), effort_months=12)
    assert (value(year), year.veto) == ((1, 1), CLEAR)
    assert "1.2 days of work a month" in year.sentence
    long = an_inquiry(owners_word=OwnersWord(effort_days=Decimal(12)))
    assert value(judge("capacity", long)) == (0.4, 0.4)
    assert value(judge("capacity", replace(long, event=asked(dates=()).event))) == (0, 0.4)
    either = asked(dates=(EVENT_DAY - timedelta(days=60), EVENT_DAY))
    assert value(judge("capacity", either, entries=(busy(9),))) == (0.4, 1)


@pytest.mark.parametrize(
    ("facts", "word", "owner", "expected"),
    [
        ({}, None, {}, (1, 1)),
        ({"place": LEEDS, "mode": Mode.VIRTUAL}, None, {}, (1, 1)),
        ({"place": LEEDS}, 4, {}, (0.7, 0.7)),
        ({"place": LEEDS}, 8, {}, (0.3, 0.3)),
        ({"place": LEEDS}, 9, {}, (0.15, 0.15)),
        ({"place": LEEDS}, 10, {}, (0, 0)),
        ({"place": LEEDS}, 4, {"travel_limit": Decimal(3)}, (0, 0)),
        ({"place": LEEDS}, 4, {"travel_limit": None}, (0.7, 0.7)),
        ({"place": LEEDS}, 9, {"travel_limit": None}, (0, 0.3)),
        ({"place": LEEDS, "mode": None}, 4, {}, (0.7, 1)),
        ({"place": Place()}, None, {}, ANY),
        ({"place": Place("Nowhere", "GB")}, None, {}, ANY),
        ({"place": LEEDS}, None, {"home": Place()}, ANY),
    ],
)
def test_travel_counts_hours_one_way(
    facts: dict[str, Any], word: int | None, owner: dict[str, Any], expected: tuple[float, float]
) -> None:
    said = OwnersWord(travel_hours=None if word is None else Decimal(word))
    inquiry = replace(asked(**facts), owners_word=said)
    assert value(judge("travel", inquiry, an_owner(**owner))) == expected


def test_a_journey_from_nowhere_says_what_is_missing() -> None:
    inquiry = asked(place=Place(city="Leeds", country="GB"))
    assert judge("travel", inquiry, an_owner(home=Place())).sentence == "Leeds: your home town is not stated"
    hidden = an_owner(home=Place(city="Nether Wallop"))
    assert judge("travel", inquiry, hidden).sentence == "Leeds: your home town is not on the map"


def test_travel_is_estimated_from_the_map() -> None:
    near, far = judge("travel", asked(place=LEEDS)), judge("travel", asked(place=BERLIN))
    assert near.sentence == "Leeds: about 3½ hours each way"
    assert near.value.low > far.value.low > 0
    assert near.value.high > far.value.high


@pytest.mark.parametrize(
    ("scope", "fixed", "expected"),
    [
        (ScopeState.FIXED, None, (1, 1)),
        (ScopeState.FEW_OPEN, True, (0.6, 0.6)),
        (ScopeState.MANY_OPEN, None, (0.2, 0.2)),
        (ScopeState.UNLIMITED, True, (0, 0)),
        (None, True, (1, 1)),
        (None, False, ANY),
        (None, None, ANY),
    ],
)
def test_scope_is_that_of_the_request_else_of_the_package(
    scope: ScopeState | None, fixed: bool | None, expected: tuple[float, float]
) -> None:
    assert value(judge("scope", an_inquiry(scope=scope), fixed_package=fixed)) == expected


@pytest.mark.parametrize(
    ("sector", "booking", "focus", "expected"),
    [
        ("health", Booking.ONE_OFF, ("health",), (1, 1)),
        ("mining", Booking.ONE_OFF, ("health",), (0, 0)),
        ("mining", Booking.SERIES, ("health",), (0.5, 0.5)),
        ("mining", Booking.SERIES, ("a series",), (1, 1)),
        ("mining", None, ("health",), (0, 0.5)),
        ("mining", None, ("a series",), (0, 1)),
        (None, Booking.SERIES, ("health",), (0.5, 1)),
        ("mining", Booking.ONE_OFF, ("incomplete information",), (1, 1)),
        ("health", Booking.ONE_OFF, (), ANY),
        ("mining", Booking.ONE_OFF, ("one-off keynotes",), (1, 1)),
        ("mining", Booking.SERIES, ("one-off keynotes",), (0.5, 0.5)),
        ("mining", None, ("one-off keynotes",), (0, 1)),
    ],
)
def test_strategic_asks_for_the_focus(
    sector: str | None, booking: Booking | None, focus: tuple[str, ...], expected: tuple[float, float]
) -> None:
    assert value(judge("strategic", asked(sector=sector, booking=booking), an_owner(focus=focus))) == expected


def test_a_focus_only_heard_in_the_goal_is_not_certain() -> None:
    heard = an_inquiry(event=an_event(topics=(), sector="mining"), goal="Less talk of the merger", subject="")
    assert value(judge("strategic", heard, an_owner(focus=("merger",)))) == ANY
    named = an_inquiry(event=an_event(topics=("merger",), sector="mining"))
    assert value(judge("strategic", named, an_owner(focus=("merger",)))) == (1, 1)
    said = replace(heard, owners_word=OwnersWord(topic_depths=(("merger", 2),)))
    assert value(judge("strategic", said, an_owner(focus=("merger",)))) == (1, 1)


@pytest.mark.parametrize(
    ("role", "power"),
    [
        ("Head of Learning", DecisionPower.DECIDER),
        ("CEO", DecisionPower.DECIDER),
        ("Managing Director & Owner", DecisionPower.DECIDER),
        ("Geschäftsführerin", DecisionPower.DECIDER),
        ("Deputy Head of Events", DecisionPower.SPONSOR),
        ("Programme coordinator", DecisionPower.SPONSOR),
        ("Assistant to the Director", DecisionPower.NEITHER),
        ("Librarian", DecisionPower.NEITHER),
        ("VP Learning", DecisionPower.SPONSOR),
        ("Programme Co-ordinator", DecisionPower.SPONSOR),
        ("Referatsleiter", DecisionPower.SPONSOR),
        ("Personalleiterin", DecisionPower.SPONSOR),
        ("Matron, surgical wards", None),
        ("", None),
    ],
)
def test_a_job_title_tells_the_power_or_nothing(role: str, power: DecisionPower | None) -> None:
    assert power_of(role) is power


def test_access_loses_a_fifth_for_each_stall() -> None:
    waits = (StallSignal(date(2027, 2, 1), "asked for patience"), StallSignal(date(2027, 2, 9), "no date named"))
    assert value(judge("access", an_inquiry())) == (1, 1)
    assert value(judge("access", an_inquiry(stalls=waits))) == (0.6, 0.6)
    assert value(judge("access", an_inquiry(contact=Contact(), stalls=waits))) == (0, 0.6)
    assert value(judge("access", an_inquiry(contact=Contact()))) == ANY
    said = an_inquiry(contact=Contact(), owners_word=OwnersWord(power=DecisionPower.NEITHER), stalls=waits * 2)
    assert value(judge("access", said)) == (0, 0)
