"""Random but plausible letters in every language: composed, checked and printed on one page, all rules green."""

from __future__ import annotations

import os
import re
import unicodedata
from itertools import combinations

import pytest

from fitdesk.domain.contact import Contact
from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, Tone
from fitdesk.letters.checks.check import check
from fitdesk.letters.facts import recipient_of
from fitdesk.letters.kinds import RULES, To
from fitdesk.letters.languages import LOCALES
from fitdesk.letters.paper.pdf import render
from fitdesk.letters.words.compose import compose
from letter_cases import case
from read_pdf import Printed, printed, whole_text

LETTERS = int(os.environ.get("FITDESK_LETTERS", "60"))
"""For each language; 1,000 by hand."""
KINDS, TONES = tuple(LetterKind), tuple(Tone)


def manner_of(locale: str, seed: int) -> Manner:
    return Manner(TONES[seed % 3], locale, is_familiar=seed % 5 == 0)


def squeezed(words: str) -> str:
    """Words as far as print keeps them: letters and figures alone, without the marks of divided words."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words))


def collide(one: Printed, other: Printed) -> bool:
    """Whether two runs share more than the overhang of a letter such as j."""
    return (
        min(one.right, other.right) - max(one.left, other.left) > 0.8
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5
    )


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
        f"{name}: {one.text!r} over {other.text!r}" for one, other in combinations(lines, 2) if collide(one, other)
    ]
    said = squeezed(whole_text(pdf))
    parts = (text.subject, text.salutation, *text.body, text.close)
    return found + [f"{name}: not printed: {part[:60]}" for part in parts if squeezed(part) not in said]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_same_facts_give_the_same_letter_and_others_another(locale: str) -> None:
    seen: dict[LetterText, tuple[int, Contact]] = {}
    for seed in range(LETTERS):
        kind, manner = KINDS[seed % len(KINDS)], manner_of(locale, seed)
        facts = case(kind, locale, seed)
        text = compose(facts, kind, manner)
        assert text == compose(case(kind, locale, seed), kind, manner)
        before, who = seen.get(text, (seed, None))
        if who is not None and RULES[kind].to is To.PEER:
            # The same peer may be thanked or asked twice here, for a client who must not be named more closely.
            assert who == recipient_of(facts, kind), (seed, before)
        elif who is not None:
            # Short words to two people of one name: their addresses, days and events tell the letters apart.
            assert who.name == recipient_of(facts, kind).name
            assert _page(before, locale) != _page(seed, locale), (seed, before)
        seen[text] = (seed, recipient_of(facts, kind))


def _page(seed: int, locale: str) -> bytes:
    kind, manner = KINDS[seed % len(KINDS)], manner_of(locale, seed)
    facts = case(kind, locale, seed)
    return render(compose(facts, kind, manner), facts, kind, manner).pdf
