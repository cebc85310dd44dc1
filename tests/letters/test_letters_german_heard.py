"""What is heard in German: every phrase of the book for what it is, and what a person would write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from fitdesk.domain.event import Event, Format, Place
from fitdesk.domain.peer import Peer
from fitdesk.letters.checks.heard import as_heard, heard_in
from fitdesk.letters.languages import language_of
from fitdesk.letters.phrases.book import FIELD, fill, in_address, load_book

HEARD = heard_in("de")
GERMAN = language_of("de_DE")
EVENT = Event(name="Leadership Summit", format=Format.KEYNOTE, place=Place("Lyon"), dates=(date(2027, 6, 12),))
VALUES = {
    "needs": "Verhandlungstechnik", "my_work": "Vertrauen in Teams", "near": "Mediation", "admitted": "Statistik",
    "my_audience": "Gruppen von 20 bis 200 Personen", "their_audience": "300 Personen", "level": "Pflegekräfte",
    "my_formats": "Keynotes und Workshops", "a_format": "ein Seminar", "their_length": "rund acht Stunden",
    "my_length": "45 Minuten bis zwei Stunden", "language": "Französisch", "my_languages": "Deutsch und Englisch",
    "lead": "vier Wochen", "left": "neun Tage", "day": "12. Juni", "style": "lebhafter", "must_have": "Dolmetschen",
    "limit": "den genannten 5.000 €", "month": "Juni", "city": "Lyon", "number": "zwei",
    "days": "12. Juni und 19. Juni", "stretch": "12. bis 14. Juni",
    "name": "Ada Roux", "benefit": "zehn Prozent", "others": "Luc Perrin",
    "goal_wish": "dass Ihre Teams wieder reden", "goal_quote": "„mehr Mut“.", "topics": "Verhandlungstechnik",
    "my_topic": "Vertrauen in Teams", "come_back": "4. Oktober", "client": "Aubade SA",
}  # fmt: skip


def said(block: str) -> Iterator[str]:
    """Every phrase of ``block`` filled in, in both forms of address."""
    for (name, _tone), variants in load_book("de").blocks.items():
        for variant in variants if name == block else ():
            for familiar in (False, True):
                speech, template = GERMAN.for_address(familiar=familiar), in_address(variant, familiar=familiar)
                peer = Peer(name="Ada Roux", pronoun_subject="she")
                fields = {
                    **dict.fromkeys((name.lower() for name in FIELD.findall(template)), ""),
                    **speech.event_fields(EVENT, "de_DE", date(2027, 3, 3)),
                    **speech.company_fields([peer]),
                    **VALUES,
                }
                yield as_heard(fill(template, fields))


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[^\d][.!?:]) (?=[A-ZÄÖÜ])", text)


REASONS = sorted({
    name for name, _tone in load_book("de").blocks
    if name.startswith("reason.") and name not in ("reason.second", "reason.general")
})  # fmt: skip


@pytest.mark.parametrize("block", REASONS)
def test_each_reason_is_heard_as_itself_and_as_nothing_else(block: str) -> None:
    wanted = {"leadtime", "date"} if block == "reason.leadtime.past" else {block.split(".")[1]}
    for phrase in said(block):
        assert not HEARD.not_a_reason.search(phrase), phrase
        heard = {HEARD.reason(sentence) for sentence in sentences(phrase)} - {None}
        assert heard, phrase
        assert heard <= wanted, phrase


@pytest.mark.parametrize(
    "block",
    ["refusal.them", "refusal.date", "refusal.me", "refusal.unsaid", "refusal.plain", "not_now.refusal", "card.no"],
)
def test_each_no_is_heard(block: str) -> None:
    for phrase in said(block):
        assert HEARD.refuses(phrase), phrase


@pytest.mark.parametrize(
    "block",
    [
        "thanks", "goal.woven", "goal.topics", "goal.none", "goal.quoted", "not_now.match", "not_now.again",
        "not_now.offer", "decline.look_for", "decline.wishes", "decline.nobody", "aim", "door.topic", "door.plain",
        "door.date", "disclosure.nothing", "unknown.one", "extra.one", "email.attached",
    ],
)  # fmt: skip
def test_what_is_no_refusal_and_no_reason_is_not_heard_as_one(block: str) -> None:
    for phrase in said(block):
        assert not HEARD.refuses(phrase), phrase
        for sentence in sentences(phrase):
            beside = block.startswith(("thanks", "goal", "unknown", "extra", "disclosure", "door", "decline", "email"))
            is_looked_at = not HEARD.not_a_reason.search(sentence)
            if is_looked_at and (not beside or HEARD.no_in_thanks.search(sentence)):
                assert HEARD.reason(sentence) is None, sentence


def test_thanks_doors_and_disclosures_are_heard() -> None:
    for block, key in (
        ("thanks", "thanks"), ("door.topic", "door"), ("door.date", "door"), ("door.plain", "door"),
        ("door.brief", "door"), ("after_event.door", "door"), ("disclosure.nothing", "nothing"),
        ("disclosure.benefit", "gain"), ("peer.belief", "hedge"), ("peer.belief_style", "hedge"),
    ):  # fmt: skip
        for phrase in said(block):
            assert HEARD.patterns[key].search(phrase), (key, phrase)


def test_the_book_has_no_word_of_regret_blame_or_reckoning_and_promises_nothing() -> None:
    for block in {name for name, _tone in load_book("de").blocks if not name.startswith("card.")}:
        for phrase in said(block):
            for key in ("regret", "blame", "inner"):
                assert not HEARD.patterns[key].search(phrase), (block, phrase)
            assert HEARD.hedge.search(phrase) or not HEARD.promise.search(phrase), (block, phrase)


def test_the_two_forms_of_address_are_told_apart() -> None:
    for sentence in ("Vielen Dank für Ihre Anfrage.", "Ich danke Ihnen.", "Gern hätte ich, dass Sie kommen."):
        assert HEARD.polite.search(sentence)
        assert not HEARD.familiar.search(sentence)
    for sentence in ("Danke für deine Anfrage.", "Ich danke dir.", "Gern bringe ich euch zusammen."):
        assert HEARD.familiar.search(sentence)
        assert not HEARD.polite.search(sentence)
    for sentence in ("Sie arbeitet in Lyon.", "Ihre Arbeit kenne ich, sie ist gut."):
        assert not HEARD.polite.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Leider muss ich Ihnen absagen.",
        "Daher kann ich den Auftrag nicht annehmen.",
        "Ich möchte Ihre Anfrage deshalb ablehnen.",
        "Dafür bin ich nicht der Richtige.",
        "Für diesen Auftrag komme ich nicht infrage.",
        "Ich werde den Vortrag nicht halten.",
        "An diesem Tag stehe ich Ihnen nicht zur Verfügung.",
        "Meine Antwort muss leider Nein lauten.",
        "Ich lehne deshalb ab.",
    ],
)
def test_a_no_in_other_words_is_heard(sentence: str) -> None:
    assert HEARD.refuses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wenn ich absagen muss, melde ich mich sofort.",
        "Ich sage gern zu.",
        "Ich weiß noch nicht, ob der Termin passt.",
        "Ob ich absagen muss, weiß ich erst im Mai.",
        "Sie können jederzeit absagen.",
        "Sie ist frei, nicht abzusagen.",
    ],
)
def test_what_is_no_no_is_not_heard_as_one(sentence: str) -> None:
    assert not HEARD.refuses(sentence)


@pytest.mark.parametrize(
    ("sentence", "is_promise"),
    [
        ("Sie wird Ihr Publikum begeistern.", True),
        ("Er hat an dem Tag Zeit.", True),
        ("Sie ist im Juni frei.", True),
        ("Sie werden bald von mir hören.", False),
        ("Sie ist Mediatorin.", False),
        ("Er arbeitet auf Französisch.", False),
    ],
)
def test_promises_in_a_peers_name(sentence: str, is_promise: bool) -> None:
    assert bool(HEARD.promise.search(sentence)) is is_promise


@pytest.mark.parametrize(
    ("text", "day", "month"),
    [
        ("am 12. Juni 2027", "12", "Juni"),
        ("am Samstag, den 1. März", "1", "März"),
        ("vom 12. bis 14. Juni", "12. bis 14", "Juni"),
        ("am 12., 13. und 15. Mai", "12., 13. und 15", "Mai"),
        ("am 3. Jänner", "3", "Jänner"),
    ],
)
def test_days_are_heard(text: str, day: str, month: str) -> None:
    found = next(hit for pattern in HEARD.days if (hit := pattern.search(text)))
    assert found["days"].rstrip(".") == day
    assert found["month"] == month
