"""Letters as their owner might edit them: words of tests/letters/edits put into a composed referral."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from build_letters import a_colleague, letter_facts, peer_offering, the_contact, the_event, the_owner
from fitdesk.domain.contact import Gender
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.domain.offering import LanguageLevel, Topic
from fitdesk.domain.peer import Peer
from fitdesk.letters.checks.check import CheckFinding, check
from fitdesk.letters.checks.heard import heard_in
from fitdesk.letters.checks.reading import sentences
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.words.compose import compose

FOLDER: Final = Path(__file__).parent / "letters" / "edits"
LANGUAGES: Final = ("en", "de", "fr", "es", "nl")
CONFIDENTIAL: Final = ("Blue Anchor", "Nordwind Reederei")


@cache
def edits(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def the_letter(language: str) -> tuple[LetterFacts, LetterText, Manner]:
    """A formal referral to Camille Roux and Fergus Freitag, everything in ``language``."""
    words = edits(language)
    name, gender = words["client"]
    facts = letter_facts(
        _peer(language, "Camille Roux"),
        _peer(language, "Fergus Freitag", gender=Gender.MALE, pronoun_subject="he", phone="+41225550187"),
        owner=the_owner(records_language=language, not_good_at=(words["topic"],)),
        confidential=CONFIDENTIAL,
        language=language,
        contact=the_contact(name=name, gender=Gender(gender)),
        event=the_event(name=words["event"], topics=(words["topic"],), language=language),
        goal=words["goal"],
        note=words["note"],
    )
    manner = Manner(Tone.FORMAL, words["locale"])
    return facts, compose(facts, LetterKind.REFERRAL, manner), manner


def _peer(language: str, name: str, **changes: Any) -> Peer:
    spoken = ((language, LanguageLevel.FLUENT), ("fr", LanguageLevel.FLUENT))
    offering = peer_offering(topics=(Topic(edits(language)["topic"], 3),), languages=spoken)
    return a_colleague(name, offerings=(offering,), differs="", evidence=(), **changes)


def with_words(text: LetterText, place: str, words: str) -> LetterText:
    """With ``words`` at the end of the paragraph of thanks, of the No, of her, of him, or at the end."""
    begins = {"she": "**Camille", "he": "**Fergus"}.get(place, "")
    at = {"thanks": 0, "no": 1, "end": len(text.body) - 1}.get(place)
    if at is None:
        at = next(n for n, one in enumerate(text.body) if one.startswith(begins))
    said, line, rest = text.body[at].partition("\n")
    return replace(text, body=(*text.body[:at], f"{said} {words}{line}{rest}", *text.body[at + 1 :]))


def without_no(text: LetterText, language: str) -> LetterText:
    """Without every sentence that says No."""
    heard = heard_in(language)
    kept = [
        " ".join(one for one in sentences(part, language) if not heard.refuses(one.replace("’", "'")))
        if "\n" not in part
        else part
        for part in text.body
    ]
    return replace(text, body=tuple(part for part in kept if part))


def findings_in(language: str, text: LetterText) -> tuple[CheckFinding, ...]:
    facts, _text, manner = the_letter(language)
    return check(text, facts, None, LetterKind.REFERRAL, manner)
