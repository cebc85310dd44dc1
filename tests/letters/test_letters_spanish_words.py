"""The words of Spanish letters: true in both forms of address, for every peer, and heard as what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from fitdesk.domain.event import Event, Format, Place
from fitdesk.domain.peer import Peer
from fitdesk.letters.checks.heard import heard_in
from fitdesk.letters.checks.reading import sentences
from fitdesk.letters.languages.spanish import LANGUAGE
from fitdesk.letters.phrases.book import fill, in_address

NEAR = date(2026, 1, 10)
SHE, HE = Peer(name="Camille Roux", pronoun_subject="she"), Peer(name="Jon Iturbe", pronoun_subject="he")
THEY = Peer(name="Alex Moor", pronoun_subject="they")


VALUES = {
    "received": "8 de enero",
    "goal_wish": "que los equipos decidan",
    "goal_quote": "«que decidan».",
    "names": "Camille Roux y Luc Perrin",
    "other": "el precio",
    "topics": "técnicas de negociación",
    "needs": "técnicas de negociación",
    "near": "liderazgo",
    "my_topic": "liderazgo",
    "my_work": "confianza en los equipos",
    "admitted": "técnicas de negociación",
    "noun": "el formato",
    "open": "la fecha",
    "reason": "mi trabajo está hecho para otro formato.",
    "my_audience": "grupos de hasta 40 personas",
    "their_audience": "300 personas",
    "level": "enfermería",
    "my_formats": "talleres",
    "a_format": "una conferencia",
    "their_length": "una hora",
    "my_length": "tres horas",
    "language": "francés",
    "my_languages": "español e inglés",
    "lead": "cuatro semanas",
    "left": "nueve días",
    "day": "12 de junio",
    "days": "4 de junio y 11 de junio",
    "stretch": "del 12 al 14 de junio",
    "style": "más práctico",
    "must_have": "traducción simultánea",
    "city": "Lyon",
    "limit": "los 5000 € indicados",
    "month": "junio",
    "town": "Lyon",
    "details": "imparte talleres en francés",
    "jobs": "ocho",
    "headline": "mediadora",
    "a_headline": "mediadora",
    "benefit": "el 10 % del primer encargo",
    "others": "Jon Iturbe",
    "come_back": "1 de octubre",
    "client": "Aubade SA",
    "reach": "m@aubade.example",
    "year": "2025",
    "season": "2027",
    "months": "doce",
}


def said(*, familiar: bool, peer: Peer = SHE) -> Iterator[tuple[str, str]]:
    """(block, words) of every phrase of the book, filled in."""
    speech = LANGUAGE.for_address(familiar=familiar)
    event = Event(name="Jornada de liderazgo", dates=(date(2026, 6, 12),), place=Place("Lyon"), format=Format.KEYNOTE)
    fields = speech.event_fields(event, "es_ES", NEAR)
    known = {**fields, **speech.company_fields([peer]), **VALUES, "name": peer.name}
    for (block, _tone), variants in LANGUAGE.book.blocks.items():
        for variant in variants:
            yield block, speech.tidy(fill(in_address(variant, familiar=familiar), known)).replace("\u00a0", " ")


@pytest.mark.parametrize("familiar", [False, True])
def test_the_phrases_keep_to_one_form_of_address(familiar: bool) -> None:
    other = heard_in("es").patterns["polite" if familiar else "familiar"]
    for block, words in said(familiar=familiar):
        assert not other.search(words), (block, words)


@pytest.mark.parametrize("peer", [SHE, HE, THEY])
def test_the_phrases_promise_nothing_and_regret_nothing(peer: Peer) -> None:
    heard = heard_in("es")
    for block, words in said(familiar=False, peer=peer):
        assert not heard.patterns["regret"].search(words), (block, words)
        assert not heard.patterns["blame"].search(words), (block, words)
        for sentence in sentences(words, "es"):
            is_promise = heard.patterns["promise"].search(sentence.replace(peer.name, "\ue000" * len(peer.name)))
            assert not is_promise or heard.patterns["hedge"].search(sentence), (block, sentence)


def test_questions_open_and_nobody_shouts() -> None:
    for block, words in said(familiar=True):
        assert words.count("¿") == words.count("?"), (block, words)
        assert not re.search(r"[!¡\"']", words), (block, words)
        assert not re.search(r"\b(?:de|a) el [a-z]", words), (block, words)
        assert not re.search(r"  | [,.;:]", words), (block, words)


def test_every_reason_is_heard_as_itself_and_every_no_as_a_no() -> None:
    heard = heard_in("es")
    for block, words in said(familiar=False):
        kind, _, rest = block.partition(".")
        criterion = rest.split(".")[0]
        if kind == "reason" and criterion not in ("second", "general"):
            found = {heard.reason(sentence) for sentence in sentences(words, "es")}
            assert found == {criterion}, (block, words)
        if kind == "refusal" or block == "not_now.refusal":
            assert heard.refuses(words), (block, words)
        if kind in ("thanks", "decline", "aim", "handover"):
            assert not heard.refuses(words), (block, words)
        if block == "thanks" or (kind == "thanks_peer" and criterion == "open"):
            assert heard.patterns["thanks"].search(words), (block, words)
        if kind == "door" or block == "after_event.door":
            assert heard.patterns["door"].search(words), (block, words)


def test_what_is_gained_is_heard() -> None:
    nothing, gain = (heard_in("es").patterns[key] for key in ("nothing", "gain"))
    for block, words in said(familiar=False):
        if block in ("disclosure.nothing", "disclosure.rest"):
            assert nothing.search(words), words
        if block == "disclosure.benefit":
            assert gain.search(words), words
            assert not nothing.search(words), words
