"""A letter of every kind: begun on what is on record, sent all or nothing, with what follows from it and no more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from fitdesk.domain.contact import Gender
from fitdesk.domain.event import Budget
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import Letter, LetterKind, LetterStatus, LetterText, Manner, PhraseChange, Sending, Tone
from fitdesk.domain.peer import Outcome, Peer
from fitdesk.domain.referral import Referral
from fitdesk.letters.facts import Particulars
from fitdesk.store import disclosures, inquiries, letters, peers, phrase_changes, referrals
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.workflows import demo, letter_decision, send
from fitdesk.workflows.decide import decide
from fitdesk.workflows.letter_begin import addressed_as, begin_letter, has_own_words, refreshed, rewritten, write_again
from fitdesk.workflows.letter_choice import fitting_kinds
from fitdesk.workflows.letter_decision import left_to_decide
from fitdesk.workflows.letter_facts import LetterOrder, order_of, triage_of
from fitdesk.workflows.letter_follow_ups import proposed_follow_ups
from fitdesk.workflows.letter_prefill import draft_of, open_questions, order_for
from fitdesk.workflows.letter_words import LetterError, facts_of
from fitdesk.workflows.send import prepare_letter, send_letter, void_letter

NOW = datetime(2026, 11, 22, 9)
TODAY = NOW.date()
TO_PEER = (LetterKind.INTRODUCTION, LetterKind.THANKS, LetterKind.CONSENT)
ALLOWED = Particulars(allowed=("name", "email", "goal"), allowed_how="by telephone on 20 November")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo practice in a file, filled once."""
    path = tmp_path_factory.mktemp("practice") / "filled.sqlite3"
    with closing(Store.open(path, now=NOW)) as opened:
        demo.fill(opened, TODAY)
    return path


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    copied = tmp_path / "practice.sqlite3"
    copied.write_bytes(filled.read_bytes())
    with closing(Store.open(copied, now=NOW)) as opened:
        yield opened


def the_inquiry(store: Store, title: str = "Two days for our buyers") -> Inquiry:
    return next(inquiry for inquiry in inquiries.all_open(store) if inquiry.title == title)


def a_peer(store: Store) -> Peer:
    return next(peer for peer in peers.every(store) if peer.name == "Fergus Teague")


def an_order(store: Store, kind: LetterKind, title: str = "Two days for our buyers") -> LetterOrder:
    about = None if kind is LetterKind.CONSENT else the_inquiry(store, title).id
    order = order_for(store, kind, about, TODAY, peer_id=a_peer(store).id if kind in TO_PEER else None)
    return replace(order, particulars=ALLOWED) if kind is LetterKind.INTRODUCTION else order


def sent(store: Store, kind: LetterKind, title: str = "Two days for our buyers") -> Letter:
    begun = begin_letter(store, an_order(store, kind, title), TODAY)
    return send_letter(store, prepare_letter(store, begun, TODAY, "said so on the telephone"), Sending.PRINT, NOW)


def about(store: Store, letter: Letter) -> Inquiry:
    return inquiries.get(store, letter.inquiry_id or 0)


# ---- begun


@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_is_begun_with_words_for_paper_and_for_mail(store: Store, kind: LetterKind) -> None:
    letter = begin_letter(store, an_order(store, kind), TODAY)
    kept = letters.get(store, letter.id or 0)
    assert kept == letter
    assert kept.kind is kind
    assert kept.text.body
    assert bool(kept.email.body) is (kind is not LetterKind.CALL_CARD)
    assert kept.recipient == ("Fergus Teague" if kind in TO_PEER else "Graham Postlethwaite")


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_put_down_and_taken_up_is_on_the_same_order(store: Store, kind: LetterKind) -> None:
    order = an_order(store, kind)
    letter = begin_letter(store, order, TODAY)
    assert order_of(letter) == order
    assert draft_of(store, kind, order.inquiry_id, order.addressee_id) == letter


def test_the_language_follows_the_client_and_the_form_of_address_the_owner(store: Store) -> None:
    from fitdesk.store import owner as owners

    german = next(inquiry for inquiry in inquiries.all_open(store) if inquiry.language == "de")
    order = order_for(store, LetterKind.NOT_FOR_ME, german.id, TODAY)
    letter = begin_letter(store, order, TODAY)
    assert (letter.locale, letter.familiar) == ("de_DE", False)
    assert letter.text.close.startswith("Mit")
    owners.save(store, replace(owners.get(store), familiar=("de",)))
    assert begin_letter(store, order, TODAY).familiar
    to_peer = begin_letter(store, order_for(store, LetterKind.CONSENT, None, TODAY, peer_id=a_peer(store).id), TODAY)
    assert to_peer.locale == owners.get(store).locale


def test_nothing_of_a_client_reaches_a_peer_without_their_yes(store: Store) -> None:
    order = an_order(store, LetterKind.INTRODUCTION)
    with pytest.raises(LetterError, match="allowed you to pass on"):
        begin_letter(store, replace(order, particulars=Particulars()), TODAY)
    with pytest.raises(LetterError, match="how the client said yes"):
        begin_letter(store, replace(order, particulars=replace(ALLOWED, allowed_how=" ")), TODAY)
    words = " ".join(begin_letter(store, order, TODAY).text.body)
    inquiry = the_inquiry(store)
    assert (inquiry.contact.email or "?") in words
    for kept_back in (inquiry.contact.organization, inquiry.contact.phone, inquiry.event.place.city):
        assert (kept_back or "?") not in words


def test_a_yes_proposes_what_is_on_record_and_guesses_nothing(store: Store) -> None:
    inquiry = the_inquiry(store)
    ranged = replace(inquiry, budget=Budget(Decimal(4000), Decimal(5000), "GBP"))
    exact = replace(inquiry, budget=Budget(Decimal(5000), Decimal(5000), "GBP"))
    for asked, fee in ((ranged, None), (exact, Decimal(5000))):
        inquiries.save(store, asked)
        said = order_for(store, LetterKind.ACCEPTANCE, inquiry.id, TODAY).particulars
        assert (said.agreed_day, said.agreed_fee) == (inquiry.event.dates[0], fee)


def test_the_questions_are_those_that_the_judgement_asks_the_client(store: Store) -> None:
    number = the_inquiry(store, "Date check").id or 0
    answer = triage_of(store, number, TODAY)
    questions = open_questions(store, answer, TODAY)
    order = order_for(store, LetterKind.QUESTIONS, number, TODAY)
    assert 0 < len(order.particulars.questions) <= 4
    assert order.particulars.questions == tuple(key for key, _text in questions)[:4]
    if answer.next_question is not None:
        assert questions[0] == (answer.next_question.criterion, answer.next_question.text)


def test_the_owners_own_building_block_is_used(store: Store) -> None:
    mine = "Thank you kindly, and greetings from the hills."
    for tone in ("both", "warm"):
        phrase_changes.keep(store, PhraseChange("en", "thanks", tone, (mine,)))
    letter = begin_letter(store, an_order(store, LetterKind.NOT_FOR_ME), TODAY)
    assert letter.text.body[0].startswith(mine)


# ---- changed


def test_writing_afresh_keeps_reference_enclosures_and_copies(store: Store) -> None:
    letter = begin_letter(store, an_order(store, LetterKind.WRONG_FOR_YOU), TODAY)
    marked = replace(letter, text=replace(letter.text, reference="2026-7", enclosures=("CV",), copies=("The board",)))
    formal = rewritten(store, marked, Manner(Tone.FORMAL, "en_US"))
    assert (formal.tone, formal.locale) == (Tone.FORMAL, "en_US")
    assert (formal.text.reference, formal.text.enclosures, formal.text.copies) == ("2026-7", ("CV",), ("The board",))
    assert formal.text.body != letter.text.body
    assert not has_own_words(store, formal)
    assert has_own_words(store, replace(formal, email=replace(formal.email, close="Ciao")))


def test_ms_or_mr_is_kept_with_the_person_and_own_words_stay(store: Store) -> None:
    order = an_order(store, LetterKind.WRONG_FOR_YOU)
    inquiry = the_inquiry(store)
    inquiries.save(store, replace(inquiry, contact=replace(inquiry.contact, gender=None)))
    letter = begin_letter(store, order, TODAY, manner=Manner(Tone.FORMAL))
    mine = replace(letter, text=replace(letter.text, body=("My own words.", *letter.text.body)))
    told = addressed_as(store, mine, Gender.MALE, TODAY)
    assert told.text.salutation == "Dear Mr Postlethwaite,"
    assert told.text.body[0] == "My own words."
    assert the_inquiry(store).contact.gender is Gender.MALE


def test_written_again_it_is_a_new_draft_with_the_same_words(store: Store) -> None:
    first = sent(store, LetterKind.NOT_FOR_ME)
    again = write_again(store, first, TODAY)
    assert again.id != first.id
    assert (again.status, again.kind, again.text, again.email) == (
        LetterStatus.DRAFT,
        first.kind,
        first.text,
        first.email,
    )
    assert (again.pdf, again.override, again.findings) == (None, "", ())


def test_a_draft_of_an_earlier_version_gets_its_e_mail(store: Store) -> None:
    letter = begin_letter(store, an_order(store, LetterKind.REFERRAL), TODAY)
    fresh = refreshed(store, replace(letter, email=LetterText()), TODAY)
    assert fresh.email == letter.email
    assert fresh.text == letter.text


# ---- sent

BECOMES = {
    LetterKind.REFERRAL: Status.REFERRED,
    LetterKind.WRONG_FOR_YOU: Status.DECLINED,
    LetterKind.NOT_FOR_ME: Status.DECLINED,
    LetterKind.NOT_NOW: Status.NOT_NOW,
    LetterKind.QUESTIONS: Status.ASKED,
}


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind is not LetterKind.CALL_CARD])
def test_what_left_is_kept_with_its_check_and_says_its_decision(store: Store, kind: LetterKind) -> None:
    before = the_inquiry(store).status
    letter = sent(store, kind)
    kept = letters.get(store, letter.id or 0)
    assert kept.status is LetterStatus.SENT
    assert (kept.pdf or b"").startswith(b"%PDF")
    if kept.inquiry_id is not None:
        assert about(store, kept).status is BECOMES.get(kind, before)
        assert bool(referrals.for_inquiry(store, kept.inquiry_id)) is (kind is LetterKind.REFERRAL)


def test_a_no_by_letter_is_written_with_the_reasons_it_states(store: Store) -> None:
    letter = sent(store, LetterKind.WRONG_FOR_YOU)
    last = about(store, letter).history[-1]
    assert last.status is Status.DECLINED
    assert "goal" in last.reasons


def test_a_decision_that_was_written_before_is_not_written_twice(store: Store) -> None:
    number = the_inquiry(store).id or 0
    order = an_order(store, LetterKind.NOT_FOR_ME)
    decide(store, number, Status.DECLINED, "too far", NOW, reasons=("travel",))
    begun = begin_letter(store, order, TODAY)
    send_letter(store, prepare_letter(store, begun, TODAY, "so be it"), Sending.PDF, NOW)
    history = inquiries.get(store, number).history
    assert [change.status for change in history].count(Status.DECLINED) == 1


def test_not_now_comes_back_on_the_day_it_names(store: Store) -> None:
    order = an_order(store, LetterKind.NOT_NOW)
    assert order.particulars.come_back is None, "nobody has said from when"
    order = replace(order, particulars=Particulars(come_back=date(2027, 9, 1)))
    begun = begin_letter(store, order, TODAY)
    assert "1 September" in " ".join(begun.text.body)
    letter = send_letter(store, prepare_letter(store, begun, TODAY, "as agreed"), Sending.PRINT, NOW)
    assert about(store, letter).history[-1].come_back == date(2027, 9, 1)
    assert [one.due for one in proposed_follow_ups(letter, TODAY)] == [date(2027, 9, 1)]


def test_a_yes_against_the_judgement_is_left_to_the_owner(store: Store) -> None:
    letter = sent(store, LetterKind.ACCEPTANCE)
    assert about(store, letter).status is Status.NEW
    assert "Accept it on its page" in left_to_decide(store, letter, TODAY)


def test_a_yes_with_the_judgement_books_the_agreed_day(store: Store) -> None:
    from fitdesk.domain.assessment import Verdict

    good = next(
        one for one in inquiries.all_open(store) if triage_of(store, one.id or 0, TODAY).verdict is Verdict.ACCEPT
    )
    day = date(2027, 5, 4)
    order = order_for(store, LetterKind.ACCEPTANCE, good.id, TODAY)
    order = replace(order, particulars=replace(order.particulars, agreed_day=day))
    begun = begin_letter(store, order, TODAY)
    letter = send_letter(store, prepare_letter(store, begun, TODAY, "as agreed"), Sending.PRINT, NOW)
    kept = about(store, letter)
    assert (kept.status, kept.event.dates) == (Status.ACCEPTED, (day,))
    assert left_to_decide(store, letter, TODAY) == ""
    due = [one.due for one in proposed_follow_ups(letter, TODAY)]
    assert len(due) == 1
    assert due[0] < day
    assert due[0].weekday() < 5


def test_what_was_told_of_a_client_is_on_record(store: Store) -> None:
    letter = sent(store, LetterKind.INTRODUCTION)
    (told,) = disclosures.of_letter(store, letter.id or 0)
    assert told.peer_id is None
    assert told.person == "Graham Postlethwaite"
    assert told.fields == ("name", "email", "goal")
    assert told.recipient == "Fergus Teague"
    assert told.consent == "by telephone on 20 November"
    (ask,) = proposed_follow_ups(letter, TODAY)
    assert (ask.due, ask.peer_id) == (date(2026, 11, 30), a_peer(store).id)  # a week on is a Sunday


def test_thanks_know_what_an_introduction_told_and_how_it_ended(store: Store) -> None:
    sent(store, LetterKind.INTRODUCTION)
    inquiry, peer = the_inquiry(store), a_peer(store)
    given = Referral(
        peer_id=peer.id or 0, peer_name=peer.name, inquiry_id=inquiry.id, day=TODAY, outcome=Outcome.DELIGHTED
    )
    referrals.add(store, given)
    said = order_for(store, LetterKind.THANKS, inquiry.id, TODAY, peer_id=peer.id).particulars
    assert said.allowed == ("name", "goal")
    assert said.outcome is Outcome.DELIGHTED
    before = a_peer(store)
    sent(store, LetterKind.THANKS)
    assert a_peer(store).evidence == before.evidence, "a letter of thanks is no evidence"


def test_a_call_card_never_leaves_the_house(store: Store) -> None:
    card = begin_letter(store, an_order(store, LetterKind.CALL_CARD), TODAY)
    kept = send_letter(store, prepare_letter(store, card, TODAY), Sending.PRINT, NOW)
    assert kept.status is LetterStatus.DRAFT
    assert about(store, kept).status is Status.NEW


def test_a_blocked_e_mail_needs_a_reason_of_its_own(store: Store) -> None:
    letter = begin_letter(store, an_order(store, LetterKind.NOT_FOR_ME), TODAY)
    bare = replace(letter, email=replace(letter.email, body=("Thank you for asking me, {name}.",)))
    assert prepare_letter(store, bare, TODAY).pdf
    with pytest.raises(LetterError, match="its e-mail is not"):
        prepare_letter(store, bare, TODAY, by_email=True)
    ready = prepare_letter(store, bare, TODAY, "we spoke", by_email=True)
    kept = letters.get(store, send_letter(store, ready, Sending.EMAIL, NOW).id or 0)
    assert kept.override == "we spoke"
    assert any(finding.blocks for finding in kept.findings)


@pytest.mark.parametrize("kind", [*BECOMES, LetterKind.INTRODUCTION])
def test_all_is_written_or_nothing(store: Store, kind: LetterKind, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = prepare_letter(store, begin_letter(store, an_order(store, kind), TODAY), TODAY, "so be it")
    before = the_inquiry(store)

    def fail(*_args: object, **_named: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(send, "decide_by_letter", fail)
    with pytest.raises(StoreError):
        send_letter(store, ready, Sending.PRINT, NOW)
    assert letters.get(store, ready.id or 0).status is LetterStatus.DRAFT
    assert disclosures.of_letter(store, ready.id or 0) == ()
    assert referrals.for_inquiry(store, before.id or 0) == ()
    assert the_inquiry(store) == before


def test_a_day_that_has_gone_by_stops_the_letter_with_a_sentence(store: Store) -> None:
    order = replace(an_order(store, LetterKind.NOT_NOW), particulars=Particulars(come_back=date(2027, 9, 1)))
    begun = begin_letter(store, order, TODAY)
    with pytest.raises(LetterError, match="after today"):
        prepare_letter(store, begun, date(2027, 9, 2), "so be it")


def test_a_letter_is_void_only_with_a_reason_and_stays(store: Store) -> None:
    letter = sent(store, LetterKind.QUESTIONS)
    with pytest.raises(LetterError, match="why"):
        void_letter(store, letter.id or 0, " ", NOW)
    void_letter(store, letter.id or 0, "went to the wrong address", NOW)
    void = letters.voided(store, letter.id or 0)
    assert void is not None
    assert void.reason == "went to the wrong address"
    assert letters.get(store, letter.id or 0) == letter


# ---- proposed

FOLLOW_UPS = {
    LetterKind.WRONG_FOR_YOU: (),
    LetterKind.NOT_FOR_ME: (),
    LetterKind.QUESTIONS: (date(2026, 11, 27),),
    LetterKind.THANKS: (),
    LetterKind.AFTER_EVENT: (),
    LetterKind.NEXT_SEASON: (),
    LetterKind.CONSENT: (date(2026, 12, 7),),
    LetterKind.CALL_CARD: (),
}


@pytest.mark.parametrize(("kind", "due"), FOLLOW_UPS.items())
def test_the_diary_is_proposed_what_the_letter_waits_for(store: Store, kind: LetterKind, due: tuple[date, ...]) -> None:
    letter = begin_letter(store, an_order(store, kind), TODAY)
    assert tuple(one.due for one in proposed_follow_ups(letter, TODAY)) == due


def test_the_fitting_letter_comes_first(store: Store) -> None:
    inquiry = the_inquiry(store)
    best = triage_of(store, inquiry.id or 0, TODAY).best
    assert fitting_kinds(inquiry, best, TODAY)[0] is LetterKind.REFERRAL
    declined = decide(store, inquiry.id or 0, Status.DECLINED, "", NOW, reasons=("fee",))
    assert fitting_kinds(declined, best, TODAY)[0] is LetterKind.NOT_FOR_ME
    over = date(2027, 3, 9)
    referred = decide(store, inquiry.id or 0, Status.REFERRED, "", datetime.combine(TODAY, time(10)))
    assert fitting_kinds(referred, best, TODAY)[0] is LetterKind.INTRODUCTION
    assert LetterKind.AFTER_EVENT not in fitting_kinds(referred, best, TODAY)
    assert fitting_kinds(referred, best, over)[0] is LetterKind.AFTER_EVENT


def test_every_deciding_kind_is_known() -> None:
    assert {kind: status for kind, status in letter_decision.DECIDES.items() if kind in BECOMES} == BECOMES


def test_the_facts_of_a_letter_to_a_peer_hold_its_addressee(store: Store) -> None:
    letter = begin_letter(store, an_order(store, LetterKind.CONSENT), TODAY)
    addressee = facts_of(letter).particulars.addressee
    assert addressee is not None
    assert addressee.id == letter.addressee_id
