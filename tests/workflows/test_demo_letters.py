"""The demo's sent letters: written from its ledger, checked, and kept like any other."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fitdesk.domain.letter import LetterStatus
from fitdesk.store import disclosures, inquiries, letters, referrals
from fitdesk.store.store import Store
from fitdesk.workflows import demo
from fitdesk.workflows.demo_letters import write_sent_letters


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2028, 2, 29)])
def test_referrals_of_the_demo_have_the_letters_that_were_sent(today: date) -> None:
    store = Store.open(None, now=datetime(today.year, today.month, today.day, 9))
    demo.fill(store, today)
    written = list(write_sent_letters(store))
    assert len(written) >= 4
    for letter in written:
        named = {referral.peer_id for referral in referrals.for_inquiry(store, letter.inquiry_id or 0)}
        assert letter.status is LetterStatus.SENT
        assert letter.day < today
        assert set(letter.peer_ids) == named
        assert {told.peer_id for told in disclosures.of_letter(store, letter.id or 0)} == named
        assert inquiries.get(store, letter.inquiry_id or 0).status.value == "referred"
        assert (letters.get(store, letter.id or 0).pdf or b"").startswith(b"%PDF")
    assert list(write_sent_letters(store)) == [], "nothing is written twice"
    store.close()
