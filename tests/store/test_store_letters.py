"""Letters: drafts change, sent ones never do, and each says whose data it told whom."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from build_store import DAY, NOW, PDF, a_peer, fill
from fitdesk.domain.letter import Disclosure, Letter, LetterStatus, LetterText, Sending
from fitdesk.domain.peer import Consent
from fitdesk.store import disclosures, letters, peers
from fitdesk.store.errors import NotFound, StoreError
from fitdesk.store.letters import LetterQuery, Shelf
from fitdesk.store.store import Store


def send(store: Store, letter: Letter, *told: Disclosure) -> Letter:
    return letters.freeze(store, letter, pdf=PDF, facts="{}", sent_by=Sending.EMAIL, now=NOW, disclosures=told)


def told_of(peer_id: int | None) -> Disclosure:
    return Disclosure("Björn", peer_id, ("name", "email"), "Zoë", DAY, "by mail")


def test_a_sent_letter_never_changes(store: Store) -> None:
    kept = fill(store)
    sent, number = kept.sent, kept.sent.id or 0
    as_draft = replace(sent, status=LetterStatus.DRAFT, sent_at=None, sent_by=None)
    changes: tuple[Callable[[], object], ...] = (
        lambda: letters.save_draft(store, sent),
        lambda: letters.save_draft(store, as_draft),
        lambda: send(store, sent, told_of(kept.peer.id)),
        lambda: send(store, as_draft, told_of(kept.peer.id)),
    )
    for change in changes:
        with pytest.raises(StoreError, match="kept exactly as it was"):
            change()
    with pytest.raises(StoreError, match="kept exactly as it was"):
        letters.trash(store, number, NOW)
    assert letters.get(store, number) == sent
    assert len(disclosures.of_letter(store, number)) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE letters SET subject = 'other' WHERE status = 'sent'",
        "UPDATE letters SET status = 'draft' WHERE status = 'sent'",
        "UPDATE letters SET pdf = x'00' WHERE status = 'sent'",
        "DELETE FROM letters WHERE status = 'sent'",
        "INSERT OR REPLACE INTO letters SELECT * FROM letters WHERE status = 'sent'",
    ],
)
def test_not_even_by_sql(store: Store, sql: str) -> None:
    kept = fill(store)

    def change() -> None:
        with store.transaction():
            store.run(sql)

    with pytest.raises(StoreError, match="kept"):
        change()
    assert letters.get(store, kept.sent.id or 0) == kept.sent


def test_a_draft_becomes_the_sent_letter(store: Store) -> None:
    kept = fill(store)
    sent = send(store, kept.draft, told_of(kept.peer.id))
    assert sent.id == kept.draft.id
    assert (sent.status, sent.pdf, sent.sent_at, sent.sent_by) == (LetterStatus.SENT, PDF, NOW, Sending.EMAIL)
    assert letters.get(store, sent.id or 0) == sent
    (line,) = disclosures.of_letter(store, sent.id or 0)
    assert (line.person, line.fields, line.recipient, line.consent) == ("Björn", ("name", "email"), "Zoë", "by mail")
    assert (line.day, line.at, line.pdf_sha256) == (DAY, NOW, hashlib.sha256(PDF).hexdigest())
    assert len(disclosures.of_peer(store, kept.peer.id or 0)) == 2


def test_nobody_is_named_without_consent_or_unrecorded(store: Store) -> None:
    kept = fill(store)
    with pytest.raises(StoreError, match="was not written down"):
        send(store, kept.draft)
    withdrawn = Consent(date(2026, 5, 1), "by mail", date(2026, 6, 1))
    for consent in (None, withdrawn):
        peers.save(store, replace(kept.peer, consent=consent))
        with pytest.raises(StoreError, match="has not agreed"):
            send(store, kept.draft, told_of(kept.peer.id))
    assert letters.get(store, kept.draft.id or 0) == kept.draft
    assert store.rows("SELECT count(*) FROM disclosures") == [(1,)]


def test_a_peer_that_is_gone_cannot_be_named(store: Store) -> None:
    with pytest.raises(StoreError, match="Choose the peers again"):
        letters.save_draft(store, Letter(peer_ids=(42,)))


def test_lines(store: Store) -> None:
    kept = fill(store)
    other = peers.save(store, a_peer("Anna Berg"))
    text = LetterText("Your conference", "Dear Mr Roy", ("A\nfine plan.",), "Yours")
    newer = letters.save_draft(
        store, Letter(recipient="Roy", day=date(2026, 12, 1), text=text, peer_ids=(other.id or 0, kept.peer.id or 0))
    )
    assert [line.id for line in letters.lines(store)] == [newer.id, kept.sent.id, kept.draft.id]
    assert [line.id for line in letters.lines(store, LetterQuery(shelf=Shelf.DRAFTS))] == [newer.id, kept.draft.id]
    assert [line.id for line in letters.lines(store, LetterQuery(shelf=Shelf.SENT))] == [kept.sent.id]
    assert letters.lines(store)[0].peers == ("Anna Berg", "Björn Ågren")
    for search in ("fine pla", "roy", "conference", "anna"):
        assert [line.id for line in letters.lines(store, LetterQuery(search))] == [newer.id]
    assert [line.id for line in letters.lines(store, LetterQuery("bjorn", Shelf.SENT))] == [kept.sent.id]
    assert letters.lines(store, LetterQuery("nothing")) == letters.lines(store, LetterQuery("...")) == []
    assert letters.for_inquiry(store, kept.inquiry.id or 0) == (kept.sent, kept.draft)


def test_drafts_go_to_the_trash_and_back(store: Store) -> None:
    kept = fill(store)
    number = kept.draft.id or 0
    letters.trash(store, number, NOW)
    assert [line.id for line in letters.lines(store)] == [kept.sent.id]
    assert [line.id for line in letters.lines(store, LetterQuery(shelf=Shelf.TRASH))] == [number]
    letters.untrash(store, number)
    assert letters.get(store, number) == kept.draft
    assert [line.id for line in letters.lines(store, LetterQuery("summit"))] == [kept.sent.id, number]
    with pytest.raises(NotFound):
        letters.trash(store, 99, NOW)
    with pytest.raises(NotFound):
        letters.get(store, 99)
