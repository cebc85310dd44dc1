"""Reasons say only what this record has to say, and the small things around a value are right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_letters import a_colleague, facts_for_kind, letter_facts, peer_offering, the_event, the_offering
from fitdesk.domain.contact import Gender
from fitdesk.domain.event import Mode
from fitdesk.domain.letter import LetterKind, Manner, Tone
from fitdesk.domain.offering import LanguageLevel, Topic
from fitdesk.letters.facts import Particulars, recipient_of
from fitdesk.letters.languages import language_of
from fitdesk.letters.phrases.book import PhraseBook, fill, load_book
from fitdesk.letters.words.compose import compose
from fitdesk.letters.words.reason_words import reason_words

WARM = Manner(Tone.WARM, "en_GB")


def test_nobody_works_on_one_subject_and_has_the_same_at_heart() -> None:
    offering = the_offering(topics=(Topic("trust in teams", 3),))
    same = letter_facts(lost=("goal",), offering=offering, event=the_event(topics=("trust in teams",)))
    assert reason_words("goal", same, WARM).case == "goal.plain"
    other = the_offering(topics=(Topic("trust in teams", 3), Topic("rhetoric", 2)))
    near = letter_facts(lost=("goal",), offering=other, event=the_event(topics=("trust in teams", "rhetoric")))
    said = reason_words("goal", near, WARM)
    assert (said.case, said.fields["near"], said.fields["my_work"]) == ("goal.near", "rhetoric", "trust in teams")


@pytest.mark.parametrize(
    ("low", "high", "case"),
    [(12, None, "plain"), (300, None, "size"), (5, 12, "size"), (None, 12, "size"), (50, 150, "plain")],
)
def test_more_than_twelve_are_not_too_few(low: int | None, high: int | None, case: str) -> None:
    facts = letter_facts(lost=("audience",), event=the_event(audience_min=low, audience_max=high))
    assert reason_words("audience", facts, WARM).case == f"audience.{case}"


@pytest.mark.parametrize(("minutes", "case"), [(60, "plain"), (500, "plain"), (30, "length"), (600, "length")])
def test_a_length_is_a_reason_only_where_its_words_differ(minutes: int, case: str) -> None:
    facts = letter_facts(
        lost=("format",), offering=the_offering(minutes=(45, 480)), event=the_event(duration_minutes=minutes)
    )
    assert reason_words("format", facts, WARM).case == f"format.{case}"


@pytest.mark.parametrize(("mode", "is_said"), [(Mode.VIRTUAL, False), (Mode.IN_PERSON, True)])
def test_nobody_travels_to_an_event_online(mode: Mode, is_said: bool) -> None:
    facts = facts_for_kind(LetterKind.NOT_FOR_ME, lost=("travel",), event=the_event(mode=mode))
    said = " ".join(compose(facts, LetterKind.NOT_FOR_ME, WARM).body)
    assert ("journey" in said or "the way" in said) is is_said


def test_a_wording_without_words_falls_to_the_plain_one() -> None:
    book = load_book("en")
    bare = PhraseBook(
        {**book.blocks, ("reason.fee.named", "both"): ("Too little: {unheard}.",)},
        book.spelling, book.closes, book.terms, book.formats, book.language,
    )  # fmt: skip
    facts = facts_for_kind(LetterKind.NOT_FOR_ME)
    said = " ".join(compose(facts, LetterKind.NOT_FOR_ME, WARM, book=bare).body)
    assert [plain for plain in book.variants("reason.fee.plain", Tone.WARM) if plain in said]


def test_a_stop_follows_a_closing_bracket() -> None:
    assert fill("From {client}.", {"client": "Ana Ruiz (Olivar, S. L.)"}) == "From Ana Ruiz (Olivar, S. L.)."
    assert fill("From {client}.", {"client": "Olivar, S. L."}) == "From Olivar, S. L."


@pytest.mark.parametrize(("pronoun", "gender"), [("she", Gender.FEMALE), ("he", Gender.MALE), ("they", None)])
def test_a_peer_is_addressed_as_they_wish_to_be_spoken_of(pronoun: str, gender: Gender | None) -> None:
    peer = a_colleague(gender=None, pronoun_subject=pronoun)
    facts = replace(facts_for_kind(LetterKind.THANKS), particulars=Particulars(addressee=peer))
    assert recipient_of(facts, LetterKind.THANKS).gender is gender
    said = compose(facts, LetterKind.THANKS, Manner(Tone.FORMAL, "de_DE")).salutation
    assert {"she": "Frau Roux", "he": "Herr Roux", "they": "Camille Roux"}[pronoun] in said


def test_a_term_may_have_a_field_called_name() -> None:
    assert language_of("en_GB").term("letter_to", name="Ana Ruiz") == "Letter to Ana Ruiz"


@pytest.mark.parametrize("amount", ["5.000 €", "5.000 EUR", "45 Minuten"])
def test_an_amount_stays_on_its_line(amount: str) -> None:
    assert " " not in language_of("de_DE").keep_together(amount)


@pytest.mark.parametrize(
    ("code", "lost", "is_said"), [("de", (), False), ("de", ("language",), True), ("fr", (), True)]
)
def test_the_letters_own_language_is_no_argument(code: str, lost: tuple[str, ...], is_said: bool) -> None:
    speaks = (("de", LanguageLevel.FLUENT), ("fr", LanguageLevel.FLUENT))
    peer = a_colleague(offerings=(peer_offering(languages=speaks),))
    facts = letter_facts(peer, lost=("goal", *lost), event=the_event(language=code), language="de")
    said = " ".join(compose(facts, LetterKind.REFERRAL, Manner(Tone.WARM, "de_DE")).body)
    assert ("auf Deutsch" in said or "auf Französisch" in said) is is_said
