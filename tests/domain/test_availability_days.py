"""How each candidate day stands by the whole rule: the day, its hours, the journey, the preparation; in plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given

from build import BERLIN, BRISTOL, LEEDS, TODAY, an_inquiry, an_offering, an_owner, asked
from domain.strategies import cases, many
from fitdesk.domain.availability import Availability, CalendarEntry, DayAnswer, EntryKind, answers_for, candidate_days
from fitdesk.domain.case import Case, case_for
from fitdesk.domain.day_needs import days_needed
from fitdesk.domain.diary import Diary
from fitdesk.domain.event import Mode, Place
from fitdesk.domain.fit import explained
from fitdesk.domain.holds import HeldFor, ask_first, first_clients
from fitdesk.domain.inquiry import Inquiry, OwnersWord
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.questions import askings
from fitdesk.domain.scoring import score

DAY = date(2027, 9, 16)  # a Thursday
FREE, HELD, BUSY, UNKNOWN = Availability.FREE, Availability.HELD, Availability.BUSY, Availability.UNKNOWN
TRAVELLER = an_owner(travel_before_from=Decimal("2.5"), travel_after_from=Decimal(5))
NOWHERE = Place("Nowhere")


def entry(offset: int, kind: EntryKind = EntryKind.BOOKED, **changes: object) -> CalendarEntry:
    day = DAY + timedelta(days=offset)
    blank = CalendarEntry(first=day, last=day, title="Board retreat", kind=kind)
    return replace(blank, **changes)  # type: ignore[arg-type]


def answer(
    inquiry: Inquiry, *known: CalendarEntry, owner: Owner = TRAVELLER, offering: Offering | None = None
) -> DayAnswer:
    (found,) = answers_for(inquiry, offering, owner, known, TODAY, clients={7: "Alpine Insurance"})
    return found


def test_a_plain_free_day() -> None:
    assert answer(asked()) == DayAnswer(DAY, FREE, (), "free", ())


def test_what_stands_on_the_day_is_named_with_the_nearest_free_days() -> None:
    found = answer(asked(), entry(0), entry(1), entry(0, title="Dinner"))
    assert (found.availability, found.because) == (BUSY, "taken by “Board retreat” and “Dinner”")
    assert found.instead == (DAY - timedelta(days=2), DAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("place", "mode", "offset", "expected", "words"),
    [
        (LEEDS, Mode.IN_PERSON, -1, BUSY, "the day before, for the journey, is taken by “Board retreat”"),
        (BERLIN, Mode.IN_PERSON, -1, BUSY, "the day before, for the journey, is taken by “Board retreat”"),
        (BERLIN, Mode.HYBRID, 1, UNKNOWN, "the day after is taken by “Board retreat”; whether the journey needs it"),
        (LEEDS, Mode.IN_PERSON, 1, FREE, "free"),
        (LEEDS, Mode.VIRTUAL, -1, FREE, "free"),
        (BRISTOL, Mode.IN_PERSON, -1, FREE, "free"),
        (LEEDS, None, -1, UNKNOWN, "the day before is taken by “Board retreat”; whether the journey needs it is not"),
        (NOWHERE, Mode.IN_PERSON, -1, UNKNOWN, "the day before is taken by “Board retreat”; whether the journey needs"),
        (NOWHERE, Mode.IN_PERSON, -2, FREE, "free"),
        (LEEDS, None, -2, FREE, "free"),
    ],
)
def test_a_journey_needs_its_days_and_an_unknown_one_matters_only_where_they_are_taken(
    place: Place, mode: Mode | None, offset: int, expected: Availability, words: str
) -> None:
    found = answer(asked(place=place, mode=mode), entry(offset))
    assert found.availability is expected
    assert found.because.startswith(words)


def test_the_owners_word_on_the_journey_overrides_the_map_and_never_means_never() -> None:
    said = asked(place=BERLIN)
    short = replace(said, owners_word=OwnersWord(travel_hours=Decimal(1)))
    assert answer(short, entry(-1)).availability is FREE
    assert answer(said, entry(-1), owner=an_owner()).availability is FREE


def test_a_travel_day_that_is_held_holds_the_day() -> None:
    found = answer(asked(place=LEEDS), entry(-1, EntryKind.HELD, inquiry_id=7, expires=date(2027, 4, 3)))
    assert found.availability is HELD
    assert found.because == (
        "the day before, for the journey, is held for Alpine Insurance until 3 April 2027; ask them first"
    )


def test_a_journey_that_would_have_begun_yesterday() -> None:
    found = answers_for(asked(place=LEEDS, dates=(TODAY,)), None, TRAVELLER, (), TODAY)[0]
    assert (found.availability, found.because) == (BUSY, "the day before is needed for the journey, and it is past")


def test_preparing_wants_the_days_before_or_as_many_earlier() -> None:
    work = an_offering(preparation_days=2)
    assert answer(asked(place=BRISTOL), entry(-3), offering=work).because == "free"
    moved = answer(asked(place=BRISTOL), entry(-2), offering=work)
    assert (moved.availability, moved.because) == (FREE, "free; prepare earlier: “Board retreat” stands right before")
    full = entry(-1, first=DAY - timedelta(days=40))
    none = answer(asked(place=BRISTOL), full, offering=work)
    assert (none.availability, none.because) == (BUSY, "there are not days enough to prepare before it")
    held = answer(asked(place=BRISTOL), replace(full, kind=EntryKind.HELD, inquiry_id=7), offering=work)
    assert held.availability is HELD
    assert held.because == "the days to prepare are held for Alpine Insurance; ask them first"


def test_preparing_comes_before_the_journey() -> None:
    work = an_offering(preparation_days=1)
    assert answer(asked(place=LEEDS), entry(-2), offering=work).because.startswith("free; prepare earlier")
    assert days_needed(asked(place=LEEDS), work, TRAVELLER) == (2, 0)


@pytest.mark.parametrize(
    ("inquiry", "expected"),
    [
        (asked(place=BRISTOL), (0, 0)),
        (asked(place=LEEDS), (1, 0)),
        (asked(place=Place("Lisbon", "PT", 38.72, -9.13)), (1, 1)),
        (asked(place=LEEDS, mode=Mode.VIRTUAL), (0, 0)),
        (asked(place=LEEDS, mode=None), (0, 0)),
        (asked(place=NOWHERE), (0, 0)),
    ],
)
def test_days_to_keep_free_once_it_is_booked(inquiry: Inquiry, expected: tuple[int, int]) -> None:
    owner = replace(TRAVELLER, travel_after_from=Decimal("4.3"))
    assert days_needed(inquiry, an_offering(), owner) == expected
    assert days_needed(inquiry, None, owner) == expected


def test_an_estimate_about_the_line_keeps_the_day_by_its_middle_but_promises_nothing() -> None:
    owner = an_owner(travel_before_from=Decimal(3))  # Leeds is 2.6 to 3.5 hours away
    assert days_needed(asked(place=LEEDS), an_offering(), owner) == (1, 0)
    assert answer(asked(place=LEEDS), entry(-1), owner=owner).availability is UNKNOWN


def appointment(start: time, end: time, kind: EntryKind = EntryKind.BLOCKED) -> CalendarEntry:
    return entry(0, kind, title="dentist", start=start, end=end, calendar_id=1)


@pytest.mark.parametrize(
    ("event", "expected", "words"),
    [
        ({}, FREE, "free; 09:00–09:45 “dentist”"),
        ({"start_time": time(14)}, FREE, "free; 09:00–09:45 “dentist”"),
        ({"start_time": time(9, 30)}, BUSY, "not enough room beside 09:00–09:45 “dentist”"),
        ({"start_time": time(8), "duration_minutes": 60}, FREE, "free; 09:00–09:45 “dentist”"),
        ({"start_time": time(8), "duration_minutes": 90}, BUSY, "not enough room beside 09:00–09:45 “dentist”"),
        ({"start_time": time(11), "place": LEEDS}, BUSY, "not enough room beside 09:00–09:45 “dentist”"),
        ({"start_time": time(11), "place": LEEDS, "mode": Mode.VIRTUAL}, FREE, "free; 09:00–09:45 “dentist”"),
        ({"duration_minutes": 480}, BUSY, "not enough room beside 09:00–09:45 “dentist”"),
    ],
)
def test_an_appointment_is_named_and_counts_where_there_is_no_room_for_both(
    event: dict[str, object], expected: Availability, words: str
) -> None:
    found = answer(asked(**{"place": BRISTOL, **event}), appointment(time(9), time(9, 45)), owner=an_owner())
    assert (found.availability, found.because) == (expected, words)
    assert found.stands[0].title == "dentist"


def test_a_tentative_appointment_in_the_way_only_holds() -> None:
    found = answer(asked(start_time=time(9)), appointment(time(9), time(10), EntryKind.HELD), owner=an_owner())
    assert (found.availability, found.because) == (HELD, "held: “dentist”")


def test_a_day_that_is_past_and_one_that_no_calendar_tells() -> None:
    past = answers_for(asked(dates=(TODAY - timedelta(days=1),)), None, TRAVELLER, (), TODAY)[0]
    assert (past.availability, past.because, past.instead) == (UNKNOWN, "past", ())
    diary = Diary.of((), (LinkedCalendar(name="Work", trouble="Gone."),), today=TODAY)
    hidden = answers_for(asked(), None, TRAVELLER, diary, TODAY)[0]
    assert (hidden.availability, hidden.because) == (UNKNOWN, "your calendar “Work” could not be read")
    assert hidden.instead == (), "no day is free by guess"


def test_the_nearest_free_days_keep_to_the_lead_time_and_to_the_whole_rule() -> None:
    soon = TODAY + timedelta(days=30)
    taken = CalendarEntry(first=soon, last=soon, title="Taken")
    (found,) = answers_for(asked(dates=(soon,), place=LEEDS), an_offering(lead_minimum=28), TRAVELLER, (taken,), TODAY)
    assert all(day >= TODAY + timedelta(days=28) and day.weekday() < 5 for day in found.instead)
    assert soon + timedelta(days=1) not in found.instead, "its travel day is taken"
    assert len(found.instead) == 2


@many
@given(cases)
def test_every_alternative_is_free_by_the_same_rule_and_the_words_fit_the_state(case: Case) -> None:
    for one in answers_for(case.inquiry, case.offering, case.owner, case.entries, TODAY):
        assert (one.availability is FREE) == one.because.startswith("free")
        assert one.because
        assert one.day < TODAY or one.availability is case.on_day(one.day)
        for day in one.instead:
            assert case.on_day(day) is FREE
            assert day not in candidate_days(case.inquiry.event) or case.on_day(day) is FREE


def test_the_first_client_is_asked_first() -> None:
    hold = entry(0, EntryKind.HELD, title="Alpine summit", inquiry_id=7, expires=date(2027, 4, 3))
    found = answers_for(asked(), an_offering(), an_owner(), (hold,), TODAY, clients={7: "Alpine Insurance"})
    assert found[0].because == "held for Alpine Insurance until 3 April 2027; ask them first"
    held = first_clients(found, {7: "Alpine Insurance"})
    assert held == (HeldFor(7, "Alpine summit", "Alpine Insurance", DAY, date(2027, 4, 3)),)
    assert ask_first(held) == ("Ask Alpine Insurance first: 16 September 2027 is held for them until 3 April 2027.")
    assert ask_first(()) == ""
    nameless = first_clients(found, {})
    assert nameless[0].who == "Alpine summit"


def test_nobody_is_asked_for_a_day_that_is_taken_besides_or_held_for_oneself() -> None:
    hold = entry(0, EntryKind.HELD, inquiry_id=7)
    assert first_clients(answers_for(asked(), None, an_owner(), (hold, entry(0)), TODAY), {}) == ()
    assert first_clients(answers_for(an_inquiry(id=7), None, an_owner(), (hold,), TODAY), {}) == ()
    own = entry(0, EntryKind.HELD, title="Maybe a holiday")
    assert answer(asked(), own, owner=an_owner()).because == "held: “Maybe a holiday”"
    assert first_clients(answers_for(asked(), None, an_owner(), (own,), TODAY), {}) == ()


def test_several_holds_are_named_together() -> None:
    holds = [HeldFor(7, "A", "Alpine", DAY, TODAY), HeldFor(8, "B", "Harbour", DAY + timedelta(days=1))]
    assert ask_first(holds) == (
        "Ask Alpine and Harbour first: 16 September 2027 and 17 September 2027 are held for them."
    )


def test_the_owner_is_asked_about_a_day_that_only_an_unreadable_calendar_hides() -> None:
    diary = Diary.of((), (LinkedCalendar(name="Work", trouble="Gone."),), today=TODAY)
    case = case_for(an_inquiry(), an_offering(), an_owner(), diary, TODAY)
    question = explained(case).next_question
    assert question is not None
    assert question.text == (
        "Could you take 16 September 2027? FitDesk cannot tell: your calendar “Work” could not be read."
    )
    assert (question.criterion, question.whom.value) == ("date", "owner")


def test_where_only_the_journey_is_open_the_client_is_asked_about_that() -> None:
    case = case_for(asked(place=LEEDS, mode=None), an_offering(), TRAVELLER, (entry(-1),), TODAY)
    assert case.availability is UNKNOWN
    open_questions = [asking.criterion for asking, _veto, _stake in askings(case, score(case))]
    assert "date" not in open_questions
    assert "travel" in open_questions
    settled = case.changed(inquiry=asked(place=LEEDS, mode=Mode.VIRTUAL))
    assert settled.availability is FREE
    assert case.changed(inquiry=asked(place=LEEDS, mode=Mode.IN_PERSON)).availability is BUSY


def test_titles_with_commas_stay_apart_and_an_evening_is_no_obstacle_beside_a_whole_day() -> None:
    work, dinner = entry(0, title="Elster Clinics, eighth day"), entry(0, title="Dinner, with speech")
    choir = CalendarEntry(first=DAY, last=DAY, title="Choir", start=time(19, 30), end=time(21, 30))
    both = answers_for(asked(), an_offering(), an_owner(), (work, dinner), TODAY)[0]
    assert both.because == "taken by “Dinner, with speech” and “Elster Clinics, eighth day”"
    beside = answers_for(asked(), an_offering(), an_owner(), (work, choir), TODAY)[0]
    assert beside.because == "taken by “Elster Clinics, eighth day”"


def test_what_stands_before_the_days_to_prepare_is_named_without_the_evening() -> None:
    offering = an_offering(preparation_days=2)
    before = [DAY - timedelta(days=2), DAY - timedelta(days=1)]
    work = [CalendarEntry(first=day, last=day, title=f"Day {n}, in full") for n, day in enumerate(before, 1)]
    choir = CalendarEntry(first=before[1], last=before[1], title="Choir", start=time(19, 30), end=time(21, 30))
    one = answers_for(asked(place=BRISTOL), offering, an_owner(), (work[1], choir), TODAY)[0]
    assert one.because == "free; prepare earlier: “Day 2, in full” stands right before"
    two = answers_for(asked(place=BRISTOL), offering, an_owner(), (*work, choir), TODAY)[0]
    assert two.because == "free; prepare earlier: “Day 2, in full” and “Day 1, in full” stand right before"
