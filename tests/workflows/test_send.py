"""A letter leaves the house: all that follows from it is written, or nothing is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import Letter, LetterKind, LetterStatus, Sending
from fitdesk.letters.facts import from_json
from fitdesk.store import calendar, inquiries, letters, peers, referrals
from fitdesk.store.store import Store
from fitdesk.workflows import demo
from fitdesk.workflows.letter_begin import begin_letter, write_again
from fitdesk.workflows.letter_facts import LetterOrder, triage_of
from fitdesk.workflows.letter_follow_ups import after_referral
from fitdesk.workflows.letter_words import LetterError
from fitdesk.workflows.send import prepare_letter, send_letter

NOW = datetime(2026, 11, 22, 9)
TODAY = NOW.date()


@pytest.fixture
def store() -> Store:
    opened = Store.open(None, now=NOW)
    demo.fill(opened, TODAY)
    return opened


def referable(store: Store) -> Inquiry:
    return next(inquiry for inquiry in inquiries.all_open(store) if inquiry.title == "Two days for our buyers")


def begun(store: Store) -> Letter:
    number = referable(store).id or 0
    named = [ranked.peer.id or 0 for ranked in triage_of(store, number, TODAY).suggested]
    return begin_letter(store, LetterOrder(LetterKind.REFERRAL, number, tuple(named)), TODAY)


def test_what_left_is_kept_and_what_follows_is_written(store: Store) -> None:
    sent = send_letter(store, prepare_letter(store, begun(store), TODAY), Sending.PRINT, NOW)
    kept = letters.get(store, sent.id or 0)
    assert kept.status is LetterStatus.SENT
    assert kept.pdf == sent.pdf
    assert inquiries.get(store, kept.inquiry_id or 0).status is Status.REFERRED
    assert {one.letter_id for one in referrals.for_inquiry(store, kept.inquiry_id or 0)} == {kept.id}
    with pytest.raises(Exception, match="kept exactly as it was"):
        letters.save_draft(store, replace(kept, text=replace(kept.text, subject="Other")))


def test_sending_it_again_changes_nothing(store: Store) -> None:
    sent = send_letter(store, prepare_letter(store, begun(store), TODAY), Sending.PDF, NOW)
    before = referrals.for_inquiry(store, sent.inquiry_id or 0)
    assert send_letter(store, prepare_letter(store, sent, TODAY), Sending.PRINT, NOW) == sent
    assert referrals.for_inquiry(store, sent.inquiry_id or 0) == before


def test_an_unprepared_letter_does_not_leave(store: Store) -> None:
    letter = begun(store)
    with pytest.raises(LetterError):
        send_letter(store, letter, Sending.PDF, NOW)
    assert referable(store).status is not Status.REFERRED


def test_a_blocked_letter_needs_a_reason_which_is_kept(store: Store) -> None:
    letter = begun(store)
    bare = replace(letter, text=replace(letter.text, body=("Thank you.", *letter.text.body[2:])))
    with pytest.raises(LetterError, match="not ready"):
        prepare_letter(store, bare, TODAY)
    sent = send_letter(store, prepare_letter(store, bare, TODAY, "Said no on the phone."), Sending.PDF, NOW)
    assert letters.get(store, sent.id or 0).override == "Said no on the phone."


def test_a_letter_of_an_inquiry_in_the_trash_waits(store: Store) -> None:
    letter = begun(store)
    inquiries.trash(store, letter.inquiry_id or 0, NOW)
    with pytest.raises(LetterError, match="trash"):
        prepare_letter(store, letter, TODAY)
    inquiries.untrash(store, letter.inquiry_id or 0)
    assert prepare_letter(store, letter, TODAY).pdf


def test_a_copy_needs_consent_as_the_first_letter_did(store: Store) -> None:
    sent = send_letter(store, prepare_letter(store, begun(store), TODAY), Sending.PDF, NOW)
    for number in sent.peer_ids:
        peer = peers.get(store, number)
        assert peer.consent is not None
        peers.save(store, replace(peer, consent=replace(peer.consent, withdrawn=TODAY)))
    with pytest.raises(LetterError, match="consent"):
        write_again(store, sent, TODAY)


@pytest.mark.parametrize("today", [date(2026, 11, day) for day in range(16, 23)])
def test_follow_ups_fall_on_working_days(store: Store, today: date) -> None:
    named = [ranked.peer for ranked in triage_of(store, referable(store).id or 0, TODAY).suggested]
    proposed = after_referral(referable(store), named, today)
    assert len(proposed) == 2
    assert all(one.due.weekday() < 5 and one.due > today for one in proposed)


def test_each_of_two_clients_on_one_day_is_confidential(store: Store) -> None:
    inquiry = referable(store)
    for title in ("Aubade SA", "Keynote, Bergmann, AG"):
        calendar.save(store, CalendarEntry(first=inquiry.event.dates[0], last=inquiry.event.dates[0], title=title))
    kept = from_json(begun(store).facts)
    assert {"Aubade SA", "Keynote, Bergmann, AG"} <= set(kept.confidential)
