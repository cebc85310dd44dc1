"""Whole letters as they were written once: a letter never changes by itself.

After a wanted change of wording, write them anew with FITDESK_GOLDEN=write and read every one aloud.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_letters import (
    a_colleague,
    facts_for_kind,
    letter_facts,
    random_facts,
    the_contact,
    the_event,
    three_colleagues,
)
from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, Tone
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.words.compose import compose

FOLDER = Path(__file__).parent / "golden"
WARM, FORMAL = Manner(Tone.WARM, "en_GB"), Manner(Tone.FORMAL, "en_GB")
REFERRALS: dict[str, tuple[LetterFacts, Manner]] = {
    "one-warm-uk": (letter_facts(a_colleague()), WARM),
    "two-formal-uk": (letter_facts(*three_colleagues()[:2]), FORMAL),
    "three-warm-us": (letter_facts(*three_colleagues()), Manner(Tone.WARM, "en_US")),
    "three-brief-uk": (letter_facts(*three_colleagues()), Manner(Tone.BRIEF, "en_GB", is_familiar=True)),
    "busy-formal-us": (letter_facts(lost=(), busy=True), Manner(Tone.FORMAL, "en_US")),
    "unknown-person-no-goal": (
        letter_facts(contact=the_contact(name=None), goal=None, event=the_event(topics=(), name=None)),
        FORMAL,
    ),
    "fee-and-benefit": (letter_facts(a_colleague(benefit="10 % of the first fee"), lost=("fee",)), WARM),
    "random-8": (random_facts(8), WARM),
}
LETTERS: dict[str, tuple[LetterFacts, LetterKind, Manner, Form]] = {
    **{name: (facts, LetterKind.REFERRAL, manner, Form.LETTER) for name, (facts, manner) in REFERRALS.items()},
    **{
        f"{kind.value}-{manner.tone.value}": (facts_for_kind(kind), kind, manner, Form.LETTER)
        for kind, manner in zip(LetterKind, [FORMAL, WARM] * 6, strict=True)
    },
    "two-email-uk": (letter_facts(*three_colleagues()[:2]), LetterKind.REFERRAL, WARM, Form.EMAIL),
    "acceptance-email": (facts_for_kind(LetterKind.ACCEPTANCE), LetterKind.ACCEPTANCE, WARM, Form.EMAIL),
    "introduction-email": (facts_for_kind(LetterKind.INTRODUCTION), LetterKind.INTRODUCTION, FORMAL, Form.EMAIL),
}


def as_page(text: LetterText) -> str:
    return "\n\n".join(filter(None, (text.subject, text.salutation, *text.body, text.close))) + "\n"


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_is_as_it_was(name: str) -> None:
    facts, kind, manner, form = LETTERS[name]
    page, path = as_page(compose(facts, kind, manner, form=form)), FOLDER / f"{name}.txt"
    if os.environ.get("FITDESK_GOLDEN") == "write":
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")


def test_no_golden_letter_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(LETTERS)
