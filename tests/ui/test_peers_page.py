"""The Peers page with real keys and clicks: profile, consent, offerings, evidence, referrals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from build import a_peer, an_inquiry, an_offering, an_owner
from fitdesk.domain.event import Place
from fitdesk.domain.matching import consent_is_valid, trust
from fitdesk.domain.peer import Consent, Outcome, Peer, TrustEvidence
from fitdesk.domain.referral import Direction, Referral
from fitdesk.store import drafts, inquiries, owner, peers, referrals
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.peers.page import PeersPage
from fitdesk.ui.widgets.record_source import NEW

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 22)


def open_page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> PeersPage:
    page = PeersPage(store, changes, clock)
    qtbot.addWidget(page)
    page.resize(1100, 900)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def peer(store: Store) -> Peer:
    owner.save(store, an_owner())
    return peers.save(
        store,
        a_peer(
            id=None,
            name="Ada Lund",
            consent=Consent(TODAY - timedelta(days=30), "by mail"),
            evidence=(),
            offerings=(an_offering(id=None, title="Negotiating"),),
        ),
    )


@pytest.fixture
def page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock, peer: Peer) -> PeersPage:
    return open_page(qtbot, store, changes, clock)


def line(page: PeersPage, key: str) -> QWidget:
    return page.editor.form.field(key).targets()[0]


def retype(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    QTest.keyClicks(widget, text)


def notices(page: PeersPage) -> list[tuple[str, Callable[[], object] | None]]:
    heard: list[tuple[str, Callable[[], object] | None]] = []
    page.notice.connect(lambda text, undo: heard.append((text, undo)))
    return heard


def only(store: Store) -> Peer:
    (one,) = peers.every(store)
    return one


def names(page: PeersPage) -> list[str]:
    return [entry.row.title for entry in page.list.entries()]


def test_an_empty_page_says_what_a_peer_is_for(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> None:
    page = open_page(qtbot, store, changes, clock)
    assert "gladly name" in page._stack.empty.text.text()
    QTest.mouseClick(page._stack.empty.button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(line(page, "name"), "Ada Lund")
    page.settle()
    assert only(store).name == "Ada Lund"
    assert names(page) == ["Ada Lund"]


def test_looking_at_a_peer_changes_nothing(page: PeersPage, store: Store, peer: Peer) -> None:
    page.editor.form.field("name").changed.emit()
    page.settle()
    assert only(store) == peer
    page.editor.offerings.cards[0].open()  # type: ignore[attr-defined]  # the Peers editor has it
    page.editor.form.field("offerings").changed.emit()
    page.settle()
    assert only(store) == peer


def test_the_profile_is_kept_as_typed(page: PeersPage, store: Store) -> None:
    for key, text in {
        "name": "Dr Ada Lund", "headline": "negotiation trainer", "differs": "She is drier than I am.",
        "email": "ada@lund.example", "phone": "+44 20 7946 0142", "website": "www.lund.example", "home": "Lyon",
        "benefit": "a lunch", "note": "Call in the morning",
    }.items():  # fmt: skip
        retype(line(page, key), text)
    page.settle()
    kept = only(store)
    assert (kept.name, kept.headline, kept.differs) == ("Dr Ada Lund", "negotiation trainer", "She is drier than I am.")
    assert (kept.email, kept.phone, kept.website) == ("ada@lund.example", "+442079460142", "www.lund.example")
    assert (kept.benefit, kept.note) == ("a lunch", "Call in the morning")
    assert (kept.home.city, kept.home.country) == ("Lyon", "FR")
    assert kept.home.latitude == pytest.approx(45.75, abs=0.1)


def test_lists_words_and_choices_are_kept(page: PeersPage, store: Store) -> None:
    QTest.keyClicks(line(page, "not_good_at"), "keynotes,")
    QTest.keyClicks(line(page, "conflicts"), "Northbridge Trust,")
    page.editor.form.field("pronoun_subject").segments.buttons[0].click()  # type: ignore[attr-defined]  # SegmentsField
    page.settle()
    kept = only(store)
    assert "keynotes" in kept.not_good_at
    assert "Northbridge Trust" in kept.conflicts
    assert kept.pronoun_subject == "she"


def test_a_bad_address_stays_in_sight_and_is_not_kept(
    qtbot: QtBot, page: PeersPage, store: Store, peer: Peer, changes: Changes, clock: Clock
) -> None:
    retype(line(page, "email"), "ada at lund")
    page.settle()
    assert only(store).email == peer.email
    assert page.editor.form.row("email").shown_error == "Write an address such as ann@example.org"
    again = open_page(qtbot, store, changes, clock)
    assert again.editor.form.field("email").typed() == "ada at lund"
    assert again.editor.form.row("email").shown_error


def test_a_name_cannot_be_emptied(page: PeersPage, store: Store) -> None:
    retype(line(page, "name"), "")
    page.settle()
    assert only(store).name == "Ada Lund"
    assert page.editor.form.row("name").shown_error == "Write the name"


def test_a_double_click_gives_consent_and_does_not_take_it_back(page: PeersPage, store: Store) -> None:
    consent = page.editor.consent  # type: ignore[attr-defined]  # the Peers editor has it
    consent.set_value(None)
    for _time in range(2):
        QTest.mouseClick(consent.button, Qt.MouseButton.LeftButton)
    assert consent_is_valid(only(store), owner.get(store), TODAY)


def test_withdrawing_consent_closes_the_gate_and_undo_opens_it(page: PeersPage, store: Store) -> None:
    heard = notices(page)
    consent = page.editor.consent  # type: ignore[attr-defined]  # the Peers editor has it
    assert "Valid until" in consent.state.text()
    QTest.mouseClick(consent.button, Qt.MouseButton.LeftButton)
    assert not consent_is_valid(only(store), owner.get(store), TODAY)
    assert "Withdrawn on 22 November 2026" in consent.state.text()
    assert page.list.entries()[0].row.mark == "✕ withdrawn"
    text, undo = heard[-1]
    assert text == "Consent withdrawn"
    assert undo is not None
    undo()
    assert consent_is_valid(only(store), owner.get(store), TODAY)
    assert page.list.entries()[0].row.mark.startswith("✓ until")


def test_consent_is_recorded_with_its_day(page: PeersPage, store: Store, peer: Peer) -> None:
    peers.save(store, replace(peer, consent=None))
    page.refresh()
    consent = page.editor.consent  # type: ignore[attr-defined]  # the Peers editor has it
    assert page.list.entries()[0].row.mark == "? no consent"
    QTest.keyClicks(consent.how.edit, "on the phone")
    page.settle()
    assert page.editor.form.row("consent").shown_error == "Write the day on which they said yes"
    QTest.keyClicks(consent.given.edit, "12 March")
    page.settle()
    assert only(store).consent == Consent(date(2026, 3, 12), "on the phone")
    retype(consent.given.edit, "1 January 2030")
    page.settle()
    assert "not come yet" in page.editor.form.row("consent").shown_error
    assert only(store).consent == Consent(date(2026, 3, 12), "on the phone")


def test_an_expired_consent_says_so_and_can_be_renewed(page: PeersPage, store: Store, peer: Peer) -> None:
    peers.save(store, replace(peer, consent=Consent(date(2024, 1, 5), "by mail")))
    page.refresh()
    consent = page.editor.consent  # type: ignore[attr-defined]  # the Peers editor has it
    assert "Expired on 5 January 2025" in consent.state.text()
    QTest.mouseClick(consent.button, Qt.MouseButton.LeftButton)
    assert only(store).consent == Consent(TODAY, "by mail")


def test_an_offering_is_added_edited_and_removed_with_undo(page: PeersPage, store: Store) -> None:
    heard = notices(page)
    field = page.editor.offerings  # type: ignore[attr-defined]  # the Peers editor has it
    QTest.mouseClick(field.add_button, Qt.MouseButton.LeftButton)
    form = field.cards[1].form
    QTest.keyClicks(form.field("summary").targets()[0], "No name yet")
    page.settle()
    assert len(only(store).offerings) == 1
    assert "Give the offering a title" in page.editor.form.row("offerings").shown_error
    QTest.keyClicks(form.field("title").targets()[0], "Mediating")
    page.settle()
    first, second = only(store).offerings
    assert (first.title, second.title, second.currency) == ("Negotiating", "Mediating", "GBP")
    QTest.keyClicks(form.field("title").targets()[0], " disputes")
    page.settle()
    assert only(store).offerings[1].id == second.id
    assert only(store).offerings[1].title == "Mediating disputes"
    QTest.mouseClick(field.cards[0].remove, Qt.MouseButton.LeftButton)
    assert [one.title for one in only(store).offerings] == ["Mediating disputes"]
    text, undo = heard[-1]
    assert text == "“Negotiating” is removed"
    assert undo is not None
    undo()
    assert [one.title for one in only(store).offerings] == ["Negotiating", "Mediating disputes"]


def test_a_half_typed_offering_waits_as_a_draft(
    qtbot: QtBot, page: PeersPage, store: Store, changes: Changes, clock: Clock
) -> None:
    field = page.editor.offerings  # type: ignore[attr-defined]  # the Peers editor has it
    retype(field.cards[0].open().field("fee_list").targets()[0], "plenty")
    page.settle()
    assert "Negotiating" in page.editor.form.row("offerings").shown_error
    again = open_page(qtbot, store, changes, clock)
    card = again.editor.offerings.cards[0]  # type: ignore[attr-defined]  # as above
    assert card.form.field("fee_list").typed() == "plenty"


def test_facts_are_dated_and_count_for_trust(page: PeersPage, store: Store) -> None:
    before = trust(only(store), TODAY)
    field = page.editor.evidence  # type: ignore[attr-defined]  # the Peers editor has it
    QTest.mouseClick(field.add_button, Qt.MouseButton.LeftButton)
    row = field.rows()[0]
    QTest.keyClicks(row.fact.edit, "Came early and stayed late")
    row.outcome.box.setFocus()
    QTest.keyClick(row.outcome.box, Qt.Key.Key_Down)
    page.settle()
    assert only(store).evidence == (TrustEvidence(TODAY, "Came early and stayed late", Outcome.DELIGHTED),)
    assert trust(only(store), TODAY) > before


def test_a_fact_without_a_day_or_in_the_future_is_refused(page: PeersPage, store: Store) -> None:
    field = page.editor.evidence  # type: ignore[attr-defined]  # the Peers editor has it
    QTest.mouseClick(field.add_button, Qt.MouseButton.LeftButton)
    row = field.rows()[0]
    QTest.keyClicks(row.fact.edit, "Something")
    retype(row.day.edit, "")
    page.settle()
    assert page.editor.form.row("evidence").shown_error == "Write the day of this fact"
    retype(row.day.edit, "1 May 2031")
    page.settle()
    assert "lies in the past" in page.editor.form.row("evidence").shown_error
    assert only(store).evidence == ()


def test_checked_today_is_one_click_with_undo(page: PeersPage, store: Store, peer: Peer) -> None:
    heard = notices(page)
    QTest.mouseClick(page.editor.verified.button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]  # as above
    assert only(store).verified == TODAY
    text, undo = heard[-1]
    assert text == "Contact data checked today"
    assert undo is not None
    undo()
    assert only(store).verified == peer.verified


def test_the_outcome_of_a_referral_is_recorded_and_felt_by_trust(
    qtbot: QtBot, page: PeersPage, store: Store, peer: Peer
) -> None:
    heard = notices(page)
    inquiry = inquiries.save(store, an_inquiry(id=None))
    given = referrals.add(store, Referral(peer_id=peer.id or 0, inquiry_id=inquiry.id, day=TODAY - timedelta(days=60)))
    referrals.add(store, Referral(direction=Direction.RECEIVED, peer_id=peer.id or 0, day=TODAY))
    qtbot.waitUntil(lambda: len(page.editor.referrals.lines) == 2)  # type: ignore[attr-defined]  # as above
    before = trust(only(store), TODAY)
    view = page.editor.referrals  # type: ignore[attr-defined]  # as above
    view.lines[given.id].segments.buttons[0].click()
    assert referrals.get(store, given.id or 0).outcome is Outcome.DELIGHTED
    (proof,) = only(store).evidence
    assert proof.outcome is Outcome.DELIGHTED
    assert "Better Decisions Day" in proof.fact
    assert trust(only(store), TODAY) > before
    view.lines[given.id].segments.buttons[2].click()
    (proof,) = only(store).evidence
    assert proof.outcome is Outcome.DISAPPOINTED
    undo = heard[0][1]
    assert undo is not None
    undo()
    assert referrals.get(store, given.id or 0).outcome is None
    assert only(store).evidence == ()


def test_the_outcome_of_a_received_referral_says_nothing_of_the_peer(
    qtbot: QtBot, page: PeersPage, store: Store, peer: Peer
) -> None:
    received = referrals.add(store, Referral(direction=Direction.RECEIVED, peer_id=peer.id or 0, day=TODAY))
    view = page.editor.referrals  # type: ignore[attr-defined]  # the Peers editor has it
    qtbot.waitUntil(lambda: len(view.lines) == 1)
    view.lines[received.id].segments.buttons[0].click()
    assert referrals.get(store, received.id or 0).outcome is Outcome.DELIGHTED
    assert only(store).evidence == ()


def test_the_row_tells_town_consent_and_last_referral(page: PeersPage, store: Store, peer: Peer) -> None:
    peers.save(store, replace(peer, home=Place("Leeds", "GB"), headline="mediator"))
    referrals.add(store, Referral(peer_id=peer.id or 0, day=TODAY - timedelta(days=21)))
    page.refresh()
    row = page.list.entries()[0].row
    assert (row.title, row.detail, row.detail_mark) == ("Ada Lund", "Leeds · mediator", "referred 3 weeks ago")
    assert row.mark == "✓ until 10/2027"


@pytest.mark.parametrize("words", ["ada", "negot", "UNCERTAINTY", "lund neg"])
def test_search_by_name_topic_and_offering(qtbot: QtBot, page: PeersPage, store: Store, words: str) -> None:
    peers.save(store, Peer(name="Étienne Tan", home=Place("Gdańsk", "PL")))
    page.list.search.setText(words)
    qtbot.waitUntil(lambda: names(page) == ["Ada Lund"])


def test_search_by_town_without_accents(qtbot: QtBot, page: PeersPage, store: Store) -> None:
    peers.save(store, Peer(name="Étienne Tan", home=Place("Málaga", "ES")))
    page.list.search.setText("malaga")
    qtbot.waitUntil(lambda: names(page) == ["Étienne Tan"])


def test_names_are_in_the_order_of_the_alphabet(page: PeersPage, store: Store) -> None:
    for name in ("Zoe", "Émile", "bert"):
        peers.save(store, Peer(name=name))
    page.refresh()
    assert names(page) == ["Ada Lund", "bert", "Émile", "Zoe"]


def test_trash_and_undo(page: PeersPage, store: Store, peer: Peer) -> None:
    heard = notices(page)
    page.list.focus_list()
    QTest.keyClick(page.list.list, Qt.Key.Key_Delete)
    assert peers.every(store) == ()
    assert page._stack.is_empty()
    undo = heard[-1][1]
    assert undo is not None
    undo()
    assert only(store) == peer
    assert page.editor.title.words() == "Ada Lund"


def test_a_copy_has_no_consent_of_its_own(page: PeersPage, store: Store) -> None:
    page.duplicate()
    copy = next(one for one in peers.every(store) if one.name == "Ada Lund (copy)")
    assert copy.consent is None
    assert copy.email == ""
    assert [one.title for one in copy.offerings] == ["Negotiating"]
    assert len(peers.get(store, 1).offerings) == 1


def test_a_new_peer_without_a_name_waits(page: PeersPage, store: Store) -> None:
    page.begin_new()
    QTest.keyClicks(line(page, "headline"), "mediator")
    page.settle()
    assert drafts.find(store, "peer/new")
    assert names(page)[0] == "New peer"
    page.list.list.choose(NEW)
    page.throw_away()
    assert drafts.find(store, "peer/new") is None
    assert names(page) == ["Ada Lund"]


def test_resting_peers_have_a_list_of_their_own(page: PeersPage, store: Store) -> None:
    page.editor.active.segments.buttons[1].click()  # type: ignore[attr-defined]  # the Peers editor has it
    page.settle()
    assert only(store).active is False
    assert names(page) == []
    page.list._tabs["resting"].click()
    assert names(page) == ["Ada Lund"]


def test_many_peers_with_long_names_open_quickly(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> None:
    with store.transaction():
        for n in range(300):
            peers.save(store, Peer(name=f"Somebody {n} " + "with a very long name " * 12, headline="x" * 400))
    page = open_page(qtbot, store, changes, clock)
    assert len(page.list.entries()) == 300
    page.list.search.setText("somebody 299")
    qtbot.waitUntil(lambda: len(page.list.entries()) == 1)
