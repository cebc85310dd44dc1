"""The French phrase book: whole, heard as what it says, in either form of address, and without marks in a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from fitdesk.domain.event import Event
from fitdesk.domain.letter import Form, LetterKind, Manner, Tone
from fitdesk.domain.peer import Peer
from fitdesk.letters.checks.heard import Heard, as_heard, heard_in
from fitdesk.letters.languages import language_of
from fitdesk.letters.phrases.book import fill, in_address, load_book
from fitdesk.letters.phrases.problems import book_problems
from fitdesk.letters.words.compose import compose
from fitdesk.paths import resources
from letter_cases import case

FRENCH = language_of("fr_FR")
TU = FRENCH.for_address(familiar=True)


def test_the_phrase_book_is_whole() -> None:
    problems = book_problems(resources() / "letters" / "fr.toml", "fr")
    assert [f"line {one.line}: {one.sentence}" for one in problems] == []


WORDS = {
    "topics": "écoute active", "needs": "écoute active", "near": "écoute active", "my_work": "conduite du changement",
    "admitted": "négociation", "my_topic": "écoute active", "my_audience": "des groupes de 20 à 200 personnes",
    "their_audience": "300 personnes", "level": "infirmières", "my_formats": "des conférences et des ateliers",
    "a_format": "une table ronde", "their_length": "45 minutes", "my_length": "deux heures", "language": "anglais",
    "my_languages": "français et allemand", "lead": "quatre semaines", "left": "neuf jours", "day": "1er mars",
    "style": "plus posé", "must_have": "traduction simultanée", "limit": "les 5 000 € indiqués", "month": "août",
    "city": "Le Havre", "number": "deux", "days": "12 juin et 19 juin", "stretch": "du 12 au 14 juin",
    "noun": "le public", "reason": "il est trop loin.", "name": "Alix Moreau", "town": "Lyon", "jobs": "douze",
    "details": "anime des ateliers", "headline": "médiation", "a_headline": "médiatrice", "other": "ses honoraires",
    "benefit": "10 % la première année", "others": "Luc Perrin", "come_back": "1er octobre", "open": "la date",
    "client": "Aubade SA", "reach": "a@b.example", "year": "2026", "season": "2028", "months": "douze",
    "received": "28 février", "goal_wish": "que les équipes se parlent", "goal_quote": "«\u202fdu calme\u202f».",
    "names": "Luc Perrin et Petra Haas",
}  # fmt: skip


def said_in(block_starts: str, *, tu: bool = False) -> Iterator[tuple[str, str]]:
    """(block, phrase) for every variant of the blocks that begin so, filled in and as the check hears it."""
    speech = TU if tu else FRENCH
    values = {**WORDS, **FRENCH.company_fields([Peer(name="Alix Moreau")])}
    values |= speech.event_fields(Event(name="Congrès annuel"), "fr_FR", date(2027, 3, 3))
    for (block, _tone), variants in load_book("fr").blocks.items():
        if block.startswith(block_starts):
            for variant in variants:
                said = speech.tidy(fill(in_address(variant, familiar=tu), {**values, "month": "août"}))
                yield block, as_heard(said)


def reasons_heard(heard: Heard, said: str) -> set[str]:
    sentences = re.split(r"(?<=[.?]) (?=[A-ZÀÉ])", said)
    ours = [one for one in sentences if not heard.patterns["not_a_reason"].search(one)]
    return {criterion for one in ours if (criterion := heard.reason(one)) is not None}


@pytest.mark.parametrize("tu", [False, True])
def test_every_phrase_is_heard_as_what_it_is(tu: bool) -> None:
    heard = heard_in("fr")
    for block, said in said_in("reason.", tu=tu):
        if block not in ("reason.second", "reason.general"):
            assert reasons_heard(heard, said) == {block.split(".")[1]}, said
    for _block, said in said_in("refusal.", tu=tu):
        assert heard.refuses(said), said
    for _block, said in (*said_in("refusal.", tu=tu), *said_in("aim", tu=tu)):
        assert not reasons_heard(heard, said), said
    for key, blocks in {"thanks": "thanks", "door": "door.", "nothing": "disclosure.nothing"}.items():
        for block, said in said_in(blocks, tu=tu):
            if not block.startswith("thanks_peer"):
                assert heard.patterns[key].search(said), said
    for _block, said in said_in("disclosure.benefit", tu=tu):
        assert heard.patterns["gain"].search(said), said


@pytest.mark.parametrize("tu", [False, True])
def test_no_phrase_slips_hurts_or_promises(tu: bool) -> None:
    heard = heard_in("fr")
    other = heard.patterns["polite" if tu else "familiar"]
    for block, said in said_in("", tu=tu):
        assert not other.search(said), said
        for key in ("regret", "blame", "inner"):
            assert not heard.patterns[key].search(said), said
        promised = heard.patterns["promise"].search(said)
        assert promised is None or heard.patterns["hedge"].search(said), (block, said)
        assert not re.search(r"\b(?:te|me|se|de|que|ne|je) (?!onz|oui\b)[aeéèêiouîôœ]", said), said


@pytest.mark.parametrize(
    "edited",
    [
        "Je ne pourrai pas intervenir cette année.",
        "Je suis dans l’obligation de dire non, et je dois refuser.",
        "Il m’est impossible de venir.",
        "J’ai décidé de ne pas accepter.",
    ],
)
def test_a_no_in_other_words_is_heard(edited: str) -> None:
    assert heard_in("fr").refuses(as_heard(edited))


def test_what_only_sounds_like_it_is_not_heard() -> None:
    heard = heard_in("fr")
    assert not heard.refuses("Si je ne peux pas venir, je le dirai.")
    assert not heard.patterns["polite"].search("Le rendez-vous est pris.")
    assert not heard.patterns["familiar"].search("Le ton est donné, et je tiens parole.")
    assert not heard.patterns["promise"].search("Il faudra en parler, et il sera possible de changer.")
    assert heard.patterns["promise"].search("Elle sera ravie, et elle viendra.")


@pytest.mark.parametrize("kind", list(LetterKind))
def test_composed_letters_have_no_mark_left(kind: LetterKind) -> None:
    for seed in range(6):
        for form in Form:
            tone = list(Tone)[seed % 3]
            text = compose(case(kind, "fr_FR", seed), kind, Manner(tone, "fr_FR", seed % 2 == 1), form=form)
            words = "\n".join((text.subject, text.salutation, *text.body, text.close))
            assert not re.search(r"\(e\)|\(en\)|[<>{}\[\]|]", words), words
            assert not re.search(r"[^\u202f][;?»]|«[^\u202f]|\S:(?=\s)(?<!\u00a0:)", words), words
