"""The check before a letter leaves: fifteen rules of honesty and politeness, read on the text as it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner
from fitdesk.letters.checks.claims import check_promises, check_support
from fitdesk.letters.checks.days import check_days
from fitdesk.letters.checks.findings import CheckFinding, Repair, Severity, apply_repair, findings_kept
from fitdesk.letters.checks.form import (
    check_close,
    check_door,
    check_placeholders,
    check_refusal,
    check_salutation,
    check_thanks,
)
from fitdesk.letters.checks.money import check_amounts, check_disclosure
from fitdesk.letters.checks.passed_on import check_passed_on
from fitdesk.letters.checks.peers import check_consent, check_contact_data, check_peers
from fitdesk.letters.checks.read_letter import Found, ReadLetter, read_letter, with_text
from fitdesk.letters.checks.reasons import check_goal, check_reasons
from fitdesk.letters.checks.record import check_names
from fitdesk.letters.checks.secrets import check_secrets
from fitdesk.letters.checks.strangers import check_place, check_strangers
from fitdesk.letters.checks.wording import check_forms, check_hurt, check_length, check_page
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.paper.layout import PageFit
from fitdesk.letters.phrases.book import PhraseBook

__all__ = ["CHECKS", "CheckFinding", "Repair", "Severity", "apply_repair", "check", "findings_kept"]

CHECKS: Final[tuple[Callable[[ReadLetter], Iterator[Found]], ...]] = (
    check_placeholders,
    check_salutation,
    check_names,
    check_days,
    check_amounts,
    check_thanks,
    check_goal,
    check_reasons,
    check_refusal,
    check_peers,
    check_strangers,
    check_place,
    check_consent,
    check_contact_data,
    check_support,
    check_promises,
    check_disclosure,
    check_hurt,
    check_secrets,
    check_passed_on,
    check_length,
    check_forms,
    check_close,
    check_door,
)
"""Every check that reads the words; each looks itself whether it applies. The page is checked beside them."""


MOST_TRIED: Final = 16
"""Findings whose repairs are tried: each costs another check, and the rest get theirs when these are done."""
MOST_FINDINGS: Final = 60
"""From more of them on it is no letter any more, and no single repair would help."""


def check(
    text: LetterText,
    facts: LetterFacts,
    page: PageFit | None,
    kind: LetterKind,
    manner: Manner,
    *,
    form: Form = Form.LETTER,
    book: PhraseBook | None = None,
) -> tuple[CheckFinding, ...]:
    """The findings on ``text``, by the numbers of letters.md. ``page`` is None before it has been drawn.

    ``book`` is the phrase book with the owner’s own blocks, from which repairs take their words; None for the
    delivered one.

    A repair that is offered has been tried: its finding is gone then, and nothing new blocks. An e-mail has no page.
    Raises ValueError for a locale that letters are not written in.
    """
    letter = read_letter(text, facts, kind, manner, form, book)
    raw = _found(letter)
    all_of_it = [one.finding for one in raw]
    tried = raw[:MOST_TRIED] if len(raw) <= MOST_FINDINGS else []
    findings = [_with_tried_repair(one, all_of_it, letter) for one in tried] + all_of_it[len(tried) :]
    if page is not None and form is Form.LETTER:
        findings += check_page(page, letter)
    return tuple(sorted(findings, key=lambda finding: (finding.number, finding.paragraph or 0)))


def _found(letter: ReadLetter) -> list[Found]:
    if not letter.rules.checks:
        return []
    every = [one for rule in CHECKS for one in rule(letter)]
    return [one for one in every if one.finding.number in letter.rules.checks or one.is_always]


def _with_tried_repair(one: Found, before: list[CheckFinding], letter: ReadLetter) -> CheckFinding:
    repair = one.mend() if one.mend is not None else None
    if repair is None or repair.text == letter.text:
        return one.finding
    after = [new.finding for new in _found(with_text(letter, repair.text))]
    same = (one.finding.number, one.finding.sentence)
    is_gone = _said(after)[same] < _said(before)[same]
    blocks_anew = _said(after, Severity.BLOCKS) - _said(before, Severity.BLOCKS)
    return replace(one.finding, repair=repair) if is_gone and not blocks_anew else one.finding


def _said(findings: list[CheckFinding], severity: Severity | None = None) -> Counter[tuple[int, str]]:
    return Counter((one.number, one.sentence) for one in findings if severity in (None, one.severity))
