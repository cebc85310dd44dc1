"""The check before a letter leaves: fifteen rules of honesty and politeness, read on the text as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner
from fitdesk.letters.check_form import (
    check_close,
    check_door,
    check_hurt,
    check_length,
    check_page,
    check_placeholders,
    check_refusal,
    check_salutation,
    check_thanks,
)
from fitdesk.letters.check_peers import check_disclosure, check_peers, check_promises, check_support
from fitdesk.letters.check_reasons import check_goal, check_reasons
from fitdesk.letters.check_record import check_amounts, check_dates, check_names
from fitdesk.letters.check_secrets import check_secrets
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.findings import CheckFinding, ReadLetter, Severity, read_letter
from fitdesk.letters.layout import PageFit

__all__ = ["CHECKS", "CheckFinding", "Severity", "check"]

CHECKS: Final[tuple[Callable[[ReadLetter], Iterator[CheckFinding]], ...]] = (
    check_placeholders,
    check_salutation,
    check_names,
    check_dates,
    check_amounts,
    check_thanks,
    check_goal,
    check_reasons,
    check_refusal,
    check_peers,
    check_support,
    check_promises,
    check_disclosure,
    check_hurt,
    check_secrets,
    check_length,
    check_close,
    check_door,
)
"""Every check that reads the words; the page is checked beside them."""


def check(
    text: LetterText,
    facts: LetterFacts,
    page: PageFit | None,
    kind: LetterKind,
    manner: Manner,
    *,
    form: Form = Form.LETTER,
) -> tuple[CheckFinding, ...]:
    """The findings on ``text``, by the numbers of letters.md. ``page`` is None before it has been drawn."""
    letter = read_letter(text, facts, manner.tone, manner.locale)
    found = [finding for one in CHECKS for finding in one(letter)]
    found += check_page(page) if page is not None else ()
    return tuple(sorted(found, key=lambda finding: (finding.number, finding.paragraph or 0)))
