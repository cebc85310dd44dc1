"""Random but plausible letters in every language: composed, checked and printed on one page, all rules green."""

from __future__ import annotations

import os
import re
import unicodedata
from itertools import combinations

import pytest

from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, Tone
from fitdesk.letters.check import check
from fitdesk.letters.compose import compose
from fitdesk.letters.languages import LOCALES
from fitdesk.letters.pdf import render
from letter_cases import case
from read_pdf import printed

LETTERS = int(os.environ.get("FITDESK_LETTERS", "60"))
"""For each language; 1,000 by hand."""
KINDS, TONES = tuple(LetterKind), tuple(Tone)


def manner_of(locale: str, seed: int) -> Manner:
    return Manner(TONES[seed % 3], locale, is_familiar=seed % 5 == 0)


def squeezed(words: str) -> str:
    """Words as far as print keeps them: no spaces, no marks, no hyphens at the end of a line."""
    return re.sub(r"[\s*\u00ad-]+", "", unicodedata.normalize("NFKC", words))


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("locale", LOCALES)
def test_letters_are_green_and_fit_one_page(locale: str) -> None:
    wrong: list[str] = []
    for seed in range(LETTERS):
        kind, manner = KINDS[seed % len(KINDS)], manner_of(locale, seed)
        facts = case(kind, locale, seed)
        text = compose(facts, kind, manner)
        drawn = render(text, facts, kind, manner)
        findings = check(text, facts, drawn.page_fit, kind, manner)
        wrong += [f"{seed} {kind}: {one.number} {one.sentence}" for one in findings]
        email = compose(facts, kind, manner, form=Form.EMAIL)
        findings = check(email, facts, None, kind, manner, form=Form.EMAIL)
        wrong += [f"{seed} {kind} e-mail: {one.number} {one.sentence}" for one in findings]
        if drawn.pages != 1:
            wrong.append(f"{seed} {kind}: {drawn.pages} pages")
        wrong += _misprints(drawn.pdf, text, f"{seed} {kind}")
    assert wrong == []


def _misprints(pdf: bytes, text: LetterText, name: str) -> list[str]:
    lines = printed(pdf)
    found = [
        f"{name}: {one.text!r} over {other.text!r}" for one, other in combinations(lines, 2) if one.overlaps(other)
    ]
    said = squeezed("".join(line.text for line in lines))
    parts = (text.subject, text.salutation, *text.body, text.close)
    return found + [f"{name}: not printed: {part[:60]}" for part in parts if squeezed(part) not in said]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_same_facts_give_the_same_letter_and_others_another(locale: str) -> None:
    seen: dict[LetterText, int] = {}
    for seed in range(LETTERS):
        kind, manner = KINDS[seed % len(KINDS)], manner_of(locale, seed)
        text = compose(case(kind, locale, seed), kind, manner)
        assert text == compose(case(kind, locale, seed), kind, manner)
        assert text not in seen, f"{seed} reads like {seen[text]}"
        seen[text] = seed
