"""Whole letters as they were written once: a letter never changes by itself.

After a wanted change of wording, write them anew with FITDESK_GOLDEN=write and read every one aloud.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_letters import a_colleague, letter_facts, random_facts, the_contact, the_event, three_colleagues
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.letters.compose import compose
from fitdesk.letters.facts import LetterFacts

FOLDER = Path(__file__).parent / "golden"
LETTERS: dict[str, tuple[LetterFacts, Tone, str]] = {
    "one-warm-uk": (letter_facts(a_colleague()), Tone.WARM, "en_GB"),
    "two-formal-uk": (letter_facts(*three_colleagues()[:2]), Tone.FORMAL, "en_GB"),
    "three-warm-us": (letter_facts(*three_colleagues()), Tone.WARM, "en_US"),
    "busy-formal-us": (letter_facts(lost=(), busy=True), Tone.FORMAL, "en_US"),
    "unknown-person-no-goal": (
        letter_facts(contact=the_contact(name=None), goal=None, event=the_event(topics=(), name=None)),
        Tone.FORMAL,
        "en_GB",
    ),
    "fee-and-benefit": (letter_facts(a_colleague(benefit="10 % of the first fee"), lost=("fee",)), Tone.WARM, "en_GB"),
    "random-8": (random_facts(8), Tone.WARM, "en_GB"),
}


def as_page(text: LetterText) -> str:
    return "\n\n".join((text.subject, text.salutation, *text.body, text.close)) + "\n"


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_is_as_it_was(name: str) -> None:
    facts, tone, locale = LETTERS[name]
    page, path = as_page(compose(facts, LetterKind.REFERRAL, Manner(tone, locale))), FOLDER / f"{name}.txt"
    if os.environ.get("FITDESK_GOLDEN") == "write":
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")
