"""The words of the Inquiries page: contact, facts, days, availability, the question as a mail, the copy as text."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest

from build import BERLIN, TODAY, an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.assessment import AskWhom, Question
from fitdesk.domain.availability import Availability, CalendarEntry, EntryKind
from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Budget, Event, Mode, Place
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.ui.inquiries.as_text import as_text
from fitdesk.ui.inquiries.day_words import days_in_words, span_in_words
from fitdesk.ui.inquiries.detail_head import decision_words
from fitdesk.ui.inquiries.free_words import free_sentences
from fitdesk.ui.inquiries.history_view import Happening, happenings
from fitdesk.ui.inquiries.phrases import contact_line, date_words, facts, fee_words, minutes_words
from fitdesk.ui.inquiries.question_mail import QuestionMail, mail_file, mail_link, question_mail
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.triage import Triage, triage

FEE = Question("fee", AskWhom.CLIENT, "What range is set aside for the fee?", settles=True)


def judged(inquiry: Inquiry, *entries: CalendarEntry) -> Triage:
    return triage(inquiry, Practice(an_owner(), (an_offering(),), (), entries), TODAY)


def days(*numbers: int, month: int = 6) -> list[date]:
    return [date(2027, month, number) for number in numbers]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (days(12), "12 June"),
        (days(13, 12), "12 or 13 June"),
        (days(12, 13, 20), "12, 13 or 20 June"),
        ([date(2027, 5, 30), date(2027, 6, 2)], "30 May or 2 June"),
        ([date(2028, 6, 12)], "12 June 2028"),
        ([date(2027, 2, 1)], "1 February 2027"),
        (days(1, 2, 3, 4, 5, 6, 7), "7 days from 1 June"),
    ],
)
def test_days_of_one_month_share_its_name(asked: list[date], said: str) -> None:
    assert days_in_words(asked, TODAY) == said


def test_days_stand_behind_the_month_in_the_united_states() -> None:
    assert days_in_words(days(12, 13), TODAY, locale="en_US") == "June 12 or 13"
    assert days_in_words([date(2028, 6, 12)], TODAY, locale="en_US") == "June 12, 2028"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2027, 6, 12), date(2027, 6, 14), "12–14 June"),
        (date(2027, 6, 1), date(2027, 6, 30), "June"),
        (date(2027, 12, 1), date(2027, 12, 31), "December"),
        (date(2027, 5, 28), date(2027, 6, 3), "28 May – 3 June"),
        (date(2027, 6, 12), date(2027, 6, 12), "12 June"),
    ],
)
def test_a_span_is_as_short_as_can_be(first: date, last: date, said: str) -> None:
    assert span_in_words(first, last, TODAY) == said


def test_an_event_of_several_days_is_said_whole() -> None:
    event = an_event(dates=(date(2027, 6, 12),), date_range=(date(2027, 6, 12), date(2027, 6, 13)))
    assert date_words(event, TODAY) == span_in_words(date(2027, 6, 12), date(2027, 6, 13), TODAY)
    assert date_words(event, TODAY).endswith("13 June")


def test_the_contact_line_leaves_out_what_is_unknown() -> None:
    assert contact_line(an_inquiry(), TODAY) == "Alex Moor, Head of Learning · Northbridge Trust · pasted, today"
    assert contact_line(an_inquiry(contact=Contact(email="x@y.org"), received=None), TODAY) == "x@y.org · pasted"


def test_an_unknown_fact_is_empty_and_never_guessed() -> None:
    assert [fact.text for fact in facts(Inquiry(), TODAY)] == [""] * 5
    place = facts(Inquiry(event=Event(mode=Mode.HYBRID, place=Place("Lyon", "FR"))), TODAY)[2]
    assert place.text == "Lyon, France, hybrid"


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (Budget(Decimal(5000), Decimal(7000), "EUR"), "€5,000–7,000"),
        (Budget(Decimal(7500), Decimal(7500), "CHF"), "CHF 7,500"),
        (Budget(None, Decimal(5000), "GBP"), "up to £5,000"),
        (Budget(Decimal(10000), None, "USD"), "from $10,000"),
        (Budget(unpaid=True), "unpaid"),
        (Budget(), ""),
    ],
)
def test_the_fee_reads_as_it_was_said(budget: Budget, said: str) -> None:
    assert fee_words(budget) == said


def test_lengths_from_ninety_minutes_are_in_hours() -> None:
    assert [minutes_words(n) for n in (45, 90, 120, 200)] == ["45 min", "90 min", "2 h", "3 h 20 min"]


def test_a_clash_is_named_with_the_nearest_free_days() -> None:
    wanted = an_inquiry(event=an_event(dates=tuple(days(15, 16))))
    taken = CalendarEntry(1, date(2027, 6, 16), date(2027, 6, 16), "workshop in Basel", EntryKind.BOOKED)
    said = [one.sentence for one in free_sentences(judged(wanted, taken), TODAY)]
    assert said == ["15 June is free.", "16 June is taken by “workshop in Basel”."], "a day they named will do"
    only = an_inquiry(event=an_event(dates=tuple(days(16))))
    said = [one.sentence for one in free_sentences(judged(only, taken), TODAY)]
    assert said == ["16 June is taken by “workshop in Basel”.", "Nearest free days: 15 and 17 June."]


@pytest.mark.parametrize(
    ("kind", "expires", "said"),
    [
        (EntryKind.HELD, date(2027, 5, 3), "16 June is held for them until 3 May."),
        (EntryKind.HELD, None, "16 June is held for them."),
        (EntryKind.HELD, date(2026, 11, 1), "16 June is free."),
        (EntryKind.BOOKED, None, "16 June is booked for them."),
    ],
)
def test_a_day_kept_for_the_inquiry_itself_is_not_called_free(kind: EntryKind, expires: date | None, said: str) -> None:
    wanted = an_inquiry(id=7, event=an_event(dates=tuple(days(16))))
    own = CalendarEntry(1, date(2027, 6, 16), date(2027, 6, 16), "theirs", kind, inquiry_id=7, expires=expires)
    assert [one.sentence for one in free_sentences(judged(wanted, own), TODAY, own=[own])] == [said]


def test_a_held_day_says_so_and_a_long_period_is_counted() -> None:
    held = CalendarEntry(1, date(2027, 6, 16), date(2027, 6, 17), "Ruth’s offsite", EntryKind.HELD)
    one = an_inquiry(event=an_event(dates=tuple(days(16))))
    assert free_sentences(judged(one, held), TODAY)[0].sentence == "16 June is held: “Ruth’s offsite”."
    month = an_inquiry(event=an_event(dates=(), date_range=(date(2027, 6, 1), date(2027, 6, 30))))
    first = free_sentences(judged(month, held), TODAY)[0].sentence
    assert first == "20 of these 22 working days are free, the first on 1 June."
    nearly = CalendarEntry(1, date(2027, 6, 1), date(2027, 6, 29), "Abroad", EntryKind.BLOCKED)
    only = free_sentences(judged(month, nearly), TODAY)[0].sentence
    assert only == "1 of these 22 working days is free, on 30 June."
    assert free_sentences(judged(month), TODAY)[0].sentence == "All 22 working days are free."
    week = CalendarEntry(1, date(2027, 6, 1), date(2027, 6, 25), "Abroad", EntryKind.BLOCKED)
    fortnight = an_inquiry(event=an_event(dates=(), date_range=(date(2027, 6, 14), date(2027, 6, 27))))
    weekend = free_sentences(judged(fortnight, week), TODAY)[0].sentence
    assert weekend == "2 of these 14 days are free, the first on 26 June."


def test_a_stretch_of_days_is_said_as_one() -> None:
    stretch = an_inquiry(event=an_event(dates=(), date_range=(date(2027, 6, 14), date(2027, 6, 18))))
    assert free_sentences(judged(stretch), TODAY)[0].sentence == "14–18 June are free."


def test_an_empty_calendar_says_what_its_free_is_worth() -> None:
    wanted = an_inquiry(event=an_event(dates=tuple(days(15))))
    said = [one.sentence for one in free_sentences(judged(wanted), TODAY, is_calendar_empty=True)]
    assert said == ["15 June is free.", "Nothing is in your calendar here yet, so look in your own as well."]


@pytest.mark.parametrize(
    ("level", "said"), [("managers", "9 managers"), ("board", "9 people, board"), (None, "9 people")]
)
def test_who_will_be_there(level: str | None, said: str) -> None:
    event = an_event(audience_min=9, audience_max=9, audience_level=level)
    assert facts(an_inquiry(event=event), TODAY)[3].text == said


def test_a_past_or_missing_date_is_said() -> None:
    past = an_inquiry(event=an_event(dates=(date(2027, 1, 5),)))
    assert free_sentences(judged(past), TODAY)[0].sentence == "The date asked for is past."
    none = an_inquiry(event=an_event(dates=()))
    assert free_sentences(judged(none), TODAY)[0].sentence == "No date named yet, so there is nothing to check."


def test_the_decision_and_the_history_read_newest_first() -> None:
    at = datetime(2027, 2, 27, 9, 0)
    history = (StatusChange(at, Status.NEW), StatusChange(at, Status.DECLINED, "not my topic"))
    inquiry = an_inquiry(status=Status.DECLINED, history=history)
    assert decision_words(inquiry, TODAY) == "Declined 2 days ago: not my topic"
    told = happenings(inquiry, [Happening(date(2027, 2, 28), "Letter sent")], TODAY)
    assert [one.what for one in told] == ["Letter sent", "Declined", "Came in"]


def test_the_question_is_a_polite_mail() -> None:
    mail = question_mail(an_inquiry(), an_owner(), FEE)
    assert (mail.to, mail.subject) == ("alex@northbridge.example", "Re: Keynote on 16 September")
    assert mail.body.startswith("Dear Alex Moor,\n\nThank you for asking me about Better Decisions Day.")
    assert mail.body.endswith("Kind regards\nJo Hale")
    bare = question_mail(Inquiry(), an_owner(), FEE)
    assert bare.body.startswith("Hello,\n\nThank you for thinking of me.")


def test_the_mail_file_opens_for_editing_and_holds_no_foreign_header() -> None:
    mail = QuestionMail("a@b.org\r\nBcc: evil@x.org", "Re: Hi\r\nX-Bad: 1", "Straße für 300 €\n")
    message = message_from_bytes(mail_file(mail, an_owner()), policy=default)
    assert message["X-Unsent"] == "1"
    assert message["Bcc"] is None
    assert message["X-Bad"] is None
    assert message.get_content().strip() == "Straße für 300 €"


def test_the_mail_link_is_whole_or_none() -> None:
    link = mail_link(QuestionMail("a@b.org", "Re: 50 % & more", "One line\nand another"))
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "a@b.org")
    assert parse_qs(parts.query) == {"subject": ["Re: 50 % & more"], "body": ["One line\r\nand another"]}
    assert mail_link(QuestionMail("a@b.org", "Re", "long " * 1000)) == ""


def test_the_copy_names_every_criterion() -> None:
    text = as_text(judged(an_inquiry()), TODAY)
    assert "Better Decisions Day" in text
    assert "Fee: £7,500" in text
    assert text.count("\n- ") == 15


def test_a_journey_in_the_way_and_a_first_client_are_told() -> None:
    owner = an_owner(travel_before_from=Decimal(2))
    wanted = an_inquiry(event=an_event(dates=tuple(days(16)), place=BERLIN))
    taken = CalendarEntry(1, date(2027, 6, 15), date(2027, 6, 15), "board day", EntryKind.BOOKED)
    far = triage(wanted, Practice(owner, (an_offering(),), (), (taken,)), TODAY)
    (first, *_rest) = free_sentences(far, TODAY)
    assert first.sentence == "16 June: the day before, for the journey, is taken by “board day”."
    assert first.state is Availability.BUSY
    held = CalendarEntry(
        2, date(2027, 6, 16), date(2027, 6, 16), "Offsite", EntryKind.HELD, inquiry_id=9, expires=date(2027, 6, 1)
    )
    asked = triage(wanted, Practice(an_owner(), (an_offering(),), (), (held,), clients=((9, "Aubade"),)), TODAY)
    (first, *_rest) = free_sentences(asked, TODAY)
    assert first.sentence == "16 June is held for Aubade until 1 June 2027; ask them first."
    assert [one.inquiry_id for one in asked.first_clients] == [9]


def test_a_short_appointment_on_a_free_day_is_named() -> None:
    wanted = an_inquiry(event=an_event(dates=tuple(days(16))))
    dentist = CalendarEntry(
        first=date(2027, 6, 16),
        last=date(2027, 6, 16),
        title="dentist",
        kind=EntryKind.BLOCKED,
        start=time(8),
        end=time(8, 45),
    )
    (first,) = free_sentences(judged(wanted, dentist), TODAY)
    assert (first.state, first.sentence) == (Availability.FREE, "16 June is free; 08:00–08:45 “dentist”.")
