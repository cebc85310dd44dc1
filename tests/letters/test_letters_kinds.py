"""Letters of every kind, tone and form: never a placeholder, never a change by themselves, always the right length."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from build_letters import (
    a_colleague,
    facts_for_kind,
    letter_facts,
    peer_offering,
    random_facts,
    the_contact,
    the_event,
    the_owner,
    three_colleagues,
    usual_particulars,
)
from fitdesk.domain.event import Format
from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, PhraseChange, Tone
from fitdesk.domain.peer import Outcome
from fitdesk.letters.checks.heard import as_heard, heard_in
from fitdesk.letters.checks.reading import count_words, mean_sentence, prose
from fitdesk.letters.facts import LetterFacts, Particulars
from fitdesk.letters.kinds import RULES, To
from fitdesk.letters.languages import LOCALES
from fitdesk.letters.phrases.book import load_book, with_changes
from fitdesk.letters.words.compose import compose

KINDS = tuple(LetterKind)
WRITTEN = tuple(kind for kind in KINDS if kind is not LetterKind.CALL_CARD)
NOES = (LetterKind.REFERRAL, LetterKind.WRONG_FOR_YOU, LetterKind.NOT_FOR_ME, LetterKind.NOT_NOW)
WAYS = [(tone, Form.LETTER) for tone in Tone] + [(Tone.WARM, Form.EMAIL), (Tone.FORMAL, Form.EMAIL)]
SLIPS = re.compile(
    r"  | ,| \.|\.\.|,,|;;|\ba [aeio]\w|\bthe the\b|\bof of\b|\{|\}|\[|\]|<|\||\bNone\b"
    r"|\ban [bcdfgjklmpqrstvwxyz]\w|“ | ”|\(\)|\bI I\b"
)


def written(facts: LetterFacts, kind: LetterKind, tone: Tone = Tone.WARM, form: Form = Form.LETTER) -> LetterText:
    return compose(facts, kind, Manner(tone, "en_GB"), form=form)


def whole(text: LetterText) -> str:
    return "\n".join((text.subject, text.salutation, *text.body, text.close))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(25))
def test_any_letter_is_whole_and_of_its_length(kind: LetterKind, seed: int) -> None:
    facts = random_facts(seed, kind)
    for tone, form in WAYS:
        for locale in ("en_GB", "en_US"):
            text = compose(facts, kind, Manner(tone, locale, seed % 3 == 0), form=form)
            is_brief = form is Form.EMAIL or tone is Tone.BRIEF
            fewest, most = RULES[kind].brief_words if is_brief else RULES[kind].words
            assert fewest <= count_words(text.body) <= most, (tone, form, text.body)
            assert mean_sentence(text.body) <= 20
            assert text.subject
            for paragraph in text.body:
                assert not SLIPS.search(prose(paragraph)), paragraph
            if kind is not LetterKind.CALL_CARD:
                assert text.salutation.startswith(("Dear ", "To whom"))
                assert text.close


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_facts_give_the_same_letter_and_another_request_other_words(kind: LetterKind) -> None:
    facts = facts_for_kind(kind)
    assert written(facts, kind) == written(facts_for_kind(kind), kind)
    pages = set()
    for number in range(8):
        received = datetime(2027, 1, 2 + number, 9, 0)
        inquiry = replace(facts.inquiry, text=f"Request {number}", received=received)
        addressee = facts.particulars.addressee
        if kind is LetterKind.CONSENT and addressee is not None:
            addressee = replace(addressee, name=f"{addressee.name} {'abcdefgh'[number].upper()}")
        other = replace(facts, inquiry=inquiry, particulars=replace(facts.particulars, addressee=addressee))
        pages.add(whole(written(other, kind)))
    assert len(pages) >= (3 if kind is LetterKind.CALL_CARD else 7)  # a card only varies its one reason


@pytest.mark.parametrize("kind", WRITTEN)
def test_an_email_is_shorter_and_in_the_same_tone(kind: LetterKind) -> None:
    facts = facts_for_kind(kind, *three_colleagues()[:2])
    letter, mail = written(facts, kind), written(facts, kind, form=Form.EMAIL)
    assert count_words(mail.body) <= count_words(letter.body)
    assert (mail.subject, mail.salutation, mail.close) == (letter.subject, letter.salutation, letter.close)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", ["<b>x</b>", "{owner.bank}", "[x]", "<du|Sie>", "\u202egnp.exe", "**Zoë**", "a\nb"])
def test_hostile_words_stay_words(kind: LetterKind, words: str) -> None:
    usual = usual_particulars(kind)
    peer = replace(usual.addressee, name=f"Ann {words} Lee") if usual.addressee else None
    facts = facts_for_kind(
        kind,
        a_colleague(name=f"Ann {words} Lee"),
        particulars=replace(usual, addressee=peer),
        contact=the_contact(name=f"Maria {words} Fontaine", organization=words, gender=None),
        event=the_event(name=f"Day {words}", topics=(words,)),
        goal=f"that {words} is heard",
    )
    for tone in Tone:
        text = whole(written(facts, kind, tone))
        assert "\u202e" not in text
        shown = re.sub(r"[\u202e*]", "", " ".join(words.split()))
        assert shown in re.sub(r"[*]", "", text)


@pytest.mark.parametrize("kind", NOES)
def test_a_no_thanks_says_no_and_leaves_the_door_open(kind: LetterKind) -> None:
    facts = facts_for_kind(kind)
    for tone, form in WAYS:
        text = written(facts, kind, tone, form)
        assert re.search(r"\bthank|grateful", text.body[0], re.IGNORECASE)
        assert any(heard_in("en").refuses(as_heard(prose(paragraph))) for paragraph in text.body), (
            tone,
            form,
            text.body,
        )
        assert re.search(r"again|another|next time|hear|door|think of me", text.body[-1]), text.body[-1]


def test_without_peers_nobody_is_promised() -> None:
    for kind in (LetterKind.WRONG_FOR_YOU, LetterKind.NOT_FOR_ME, LetterKind.NOT_NOW):
        for seed in range(40):
            said = " ".join(written(random_facts(seed, kind), kind).body)
            assert not re.search(r"a colleague will|\*\*|introduce you|I know nobody", said) or (
                random_facts(seed, kind).particulars.knows_nobody and "introduce" not in said
            )


def test_not_now_says_that_it_fits_only_where_nothing_speaks_against_it() -> None:
    fits = facts_for_kind(LetterKind.NOT_NOW)
    no_match = facts_for_kind(LetterKind.NOT_NOW, lost=("goal", "capacity"))
    book = load_book("en")
    matches = [v.split("[")[0].rstrip(". ") for v in book.variants("not_now.match", Tone.WARM)]
    assert any(words in " ".join(written(fits, LetterKind.NOT_NOW).body) for words in matches)
    assert not any(words in " ".join(written(no_match, LetterKind.NOT_NOW).body) for words in matches)


def test_not_now_names_the_day_only_where_there_is_one() -> None:
    facts = facts_for_kind(LetterKind.NOT_NOW)
    assert "1 October" in " ".join(written(facts, LetterKind.NOT_NOW).body)
    bare = replace(facts, particulars=Particulars())
    said = " ".join(written(bare, LetterKind.NOT_NOW).body)
    assert "October" not in said
    assert "wait" not in said


def test_an_acceptance_lists_what_is_agreed_and_what_is_open() -> None:
    facts = facts_for_kind(LetterKind.ACCEPTANCE)
    said = "\n".join(written(facts, LetterKind.ACCEPTANCE).body)
    for line in ("Date: 12 June 2027", "Place: Lyon", "Length: an hour", "Fee: €6,000.00", "Format: Keynote"):
        assert f"\n{line}\n" in f"{said}\n"
    assert "settle" not in said
    loose = replace(facts, particulars=Particulars(agreed_fee=Decimal(100)))
    said = "\n".join(written(loose, LetterKind.ACCEPTANCE).body)
    assert "Date:" not in said
    assert "Fee:" not in said
    assert "the day" in said


def test_questions_stand_one_to_a_line() -> None:
    facts = facts_for_kind(LetterKind.QUESTIONS)
    (asked,) = [p for p in written(facts, LetterKind.QUESTIONS).body if p.startswith("1. ")]
    assert [line[:3] for line in asked.splitlines()] == ["1. ", "2. ", "3. "]
    one = replace(facts, particulars=Particulars(questions=("fee", "unheard of")))
    text = written(one, LetterKind.QUESTIONS)
    assert any("fee" in p and "\n" not in p and p.endswith("?") for p in text.body)
    assert "questions" not in " ".join(text.body)


def test_an_introduction_passes_on_what_is_allowed_and_nothing_else() -> None:
    secret = {
        "Maria",
        "Aubade",
        "maria@",
        "summit",
        "12 June",
        "Lyon",
        "300",
        "eynote",
        "€",
        "commitments",
        "negotiation",
    }
    shown = {
        "name": {"Maria"}, "organization": {"Aubade"}, "email": {"maria@"}, "goal": {"commitments", "negotiation"},
        "event": {"summit", "negotiation"}, "day": {"12 June"}, "place": {"Lyon"}, "audience": {"300"},
        "format": {"eynote"}, "budget": {"€"},
    }  # fmt: skip
    for key, allowed in shown.items():
        said = Particulars(addressee=a_colleague(), allowed=(key,), allowed_how="by phone")
        facts = facts_for_kind(LetterKind.INTRODUCTION, particulars=said)
        for tone, form in WAYS:
            page = whole(written(facts, LetterKind.INTRODUCTION, tone, form))
            assert not [word for word in secret - allowed if word in page], (key, page)
            assert key in ("email", "goal") or any(word in page for word in allowed), (key, page)


def test_praise_is_passed_on_only_where_it_was_given() -> None:
    for outcome in (None, *Outcome):
        facts = facts_for_kind(LetterKind.THANKS)
        facts = replace(facts, particulars=replace(facts.particulars, outcome=outcome))
        said = " ".join(written(facts, LetterKind.THANKS).body)
        assert bool(re.search(r"delight|praise|heard from|Word has", said)) is (outcome is Outcome.DELIGHTED)


def test_after_the_event_the_peer_is_asked_about_or_the_owners_own_work() -> None:
    facts = facts_for_kind(LetterKind.AFTER_EVENT, a_colleague())
    assert "Camille Roux" in " ".join(written(facts, LetterKind.AFTER_EVENT).body)
    mine = replace(facts, particulars=Particulars(was_mine=True))
    assert "Camille" not in " ".join(written(mine, LetterKind.AFTER_EVENT).body)


def test_consent_names_the_data_and_what_lies_between() -> None:
    facts = facts_for_kind(LetterKind.CONSENT)
    said = "\n".join(written(facts, LetterKind.CONSENT).body)
    assert "Phone: +33 4 55 50 01 42" in said
    assert "twelve months" in said
    paid = replace(facts, particulars=Particulars(addressee=a_colleague(benefit="10 % of the first fee")))
    said = "\n".join(written(paid, LetterKind.CONSENT).body)
    assert "10 % of the first fee" in said
    assert "no commission" not in said


def test_consent_can_be_asked_without_any_inquiry() -> None:
    facts = LetterFacts(the_owner(), type(letter_facts().inquiry)(), date(2027, 3, 3))
    facts = replace(facts, particulars=Particulars(addressee=a_colleague()))
    assert written(facts, LetterKind.CONSENT).salutation == "Dear Camille,"


def test_the_call_card_has_its_five_headings() -> None:
    text = written(facts_for_kind(LetterKind.CALL_CARD), LetterKind.CALL_CARD)
    assert [re.match(r"\*\*(.+?)\*\*\n", part)[1] for part in text.body if re.match(r"\*\*(.+?)\*\*\n", part)] == [  # type: ignore[index]
        "Their goal", "Where I stop", "Who fits", "What they may say", "Next step",
    ]  # fmt: skip
    assert (text.salutation, text.close) == ("", "")
    assert "Maria Fontaine" in text.subject
    assert "camille@colleague.example" in text.body[2]


def test_letters_to_peers_go_to_the_peer() -> None:
    for kind in (kind for kind in KINDS if RULES[kind].to is To.PEER):
        text = written(facts_for_kind(kind), kind, Tone.FORMAL)
        assert text.salutation == "Dear Ms Roux,"
        assert "your leadership summit" not in whole(text)


def test_the_owners_own_words_are_used() -> None:
    own = PhraseChange("en", "door.topic", "warm", ("My very own door to {my_topic}.",))
    both = PhraseChange("en", "door.topic", "both", ("My very own door for {my_topic}.",))
    book = with_changes(load_book("en"), [own, both])
    text = compose(facts_for_kind(LetterKind.REFERRAL), LetterKind.REFERRAL, Manner(), book=book)
    assert text.body[-1].startswith("My very own door")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_language_writes_every_kind(locale: str, kind: LetterKind) -> None:
    for seed in range(4):
        for tone, form in WAYS:
            manner = Manner(tone, locale, seed % 2 == 0)
            text = compose(random_facts(seed, kind), kind, manner, form=form)
            assert not re.search(r"[{}\[\]<>|]|  | ,|\bNone\b", whole(text).replace("\u00a0", " ")), text
            is_brief = form is Form.EMAIL or tone is Tone.BRIEF
            fewest, most = RULES[kind].brief_words if is_brief else RULES[kind].words
            assert fewest <= count_words(text.body) <= most, (tone, form, seed, text.body)


def test_the_form_of_address_is_kept_throughout() -> None:
    facts = facts_for_kind(LetterKind.REFERRAL, *three_colleagues(), language="de")
    polite = whole(compose(facts, LetterKind.REFERRAL, Manner(Tone.WARM, "de_DE")))
    familiar = whole(compose(facts, LetterKind.REFERRAL, Manner(Tone.WARM, "de_DE", is_familiar=True)))
    assert not re.search(r"\b(du|dich|dir|deine?[mnrs]?)\b", polite, re.IGNORECASE)
    assert not re.search(r"\b(Ihnen|Ihre?[mnrs]?)\b", familiar)


def test_what_a_peer_gives_is_on_record() -> None:
    facts = letter_facts(
        a_colleague(offerings=(peer_offering(formats=(Format.WORKSHOP,)),)), event=the_event(format=Format.SEMINAR)
    )
    assert "seminars" not in " ".join(written(facts, LetterKind.REFERRAL).body)
