"""What the check says: findings that lead to their words, and how each may be repaired with one click."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from fitdesk.domain.letter import KeptFinding, LetterText


class Severity(StrEnum):
    """BLOCKS: the letter may leave only with a written reason. WARNS: worth a look."""

    BLOCKS = "blocks"
    WARNS = "warns"


class Part(StrEnum):
    """What of a letter a finding is about."""

    SUBJECT = "subject"
    SALUTATION = "salutation"
    BODY = "body"
    CLOSE = "close"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to put a finding right: ``words`` for the button, and the whole letter as it would be then."""

    words: str
    text: LetterText


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One finding: the ``number`` of the check in letters.md, and one plain sentence that says what to do.

    ``paragraph`` counts the paragraphs of the body from 0; None when the finding is about no single one of them.
    ``start`` and ``end`` are characters in the text of the part (of the paragraph, in the body) as it stands, with its
    ``**`` marks; None when the finding is about the whole. ``repair`` is None where only the owner can know.
    """

    number: int
    severity: Severity
    sentence: str
    paragraph: int | None = None
    part: Part = Part.BODY
    start: int | None = None
    end: int | None = None
    repair: Repair | None = None


def apply_repair(text: LetterText, finding: CheckFinding) -> LetterText:
    """``text`` with the repair of ``finding`` done, which must have been found in this very text.

    Without a repair the text is given back as it was.
    """
    return text if finding.repair is None else finding.repair.text


def findings_kept(findings: Iterable[CheckFinding]) -> tuple[KeptFinding, ...]:
    """The findings as they are kept with a letter that leaves."""
    return tuple(KeptFinding(one.number, one.severity is Severity.BLOCKS, one.sentence) for one in findings)
