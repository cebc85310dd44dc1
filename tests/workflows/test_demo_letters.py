"""The demo's sent letters: written from its ledger, checked, and kept like any other."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime

import pytest

from fitdesk.domain.inquiry import Status
from fitdesk.domain.letter import LetterKind, LetterStatus
from fitdesk.store import disclosures, inquiries, letters, referrals
from fitdesk.store.store import Store
from fitdesk.workflows import demo
from fitdesk.workflows.demo_letters import write_sent_letters

BECAME = {
    LetterKind.REFERRAL: Status.REFERRED,
    LetterKind.WRONG_FOR_YOU: Status.DECLINED,
    LetterKind.NOT_FOR_ME: Status.DECLINED,
    LetterKind.ACCEPTANCE: Status.ACCEPTED,
    LetterKind.NOT_NOW: Status.NOT_NOW,
}


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2028, 2, 29)])
def test_decisions_of_the_demo_have_the_letters_that_were_sent(today: date) -> None:
    with closing(Store.open(None, now=datetime(today.year, today.month, today.day, 9))) as store:
        demo.fill(store, today)
        written = list(write_sent_letters(store))
        assert {letter.kind for letter in written} == set(BECAME)
        assert {letter.locale for letter in written} >= {"en_GB", "de_DE"}
        for letter in written:
            number = letter.inquiry_id or 0
            given = {referral.peer_id for referral in referrals.for_inquiry(store, number)}
            named = given if letter.kind is LetterKind.REFERRAL else set()
            assert letter.status is LetterStatus.SENT
            assert letter.day < today
            assert set(letter.peer_ids) == named
            assert {told.peer_id for told in disclosures.of_letter(store, letter.id or 0)} == named
            assert inquiries.get(store, number).status is BECAME[letter.kind]
            assert (letters.get(store, letter.id or 0).pdf or b"").startswith(b"%PDF")
        assert list(write_sent_letters(store)) == [], "nothing is written twice"
