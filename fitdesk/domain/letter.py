"""A letter: its facts, its words, and what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LetterKind(StrEnum):
    REFERRAL = "referral"


class Tone(StrEnum):
    WARM = "warm"
    FORMAL = "formal"


class LetterStatus(StrEnum):
    DRAFT = "draft"
    SENT = "sent"


class Sending(StrEnum):
    """How a letter left the house."""

    PDF = "pdf"
    PRINT = "print"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class LetterText:
    """The words of one letter. ``body`` is paragraphs; a paragraph may hold ``**bold**`` and single line breaks."""

    subject: str = ""
    salutation: str = ""
    body: tuple[str, ...] = ()
    close: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft, or a letter as it was sent. ``facts`` is the frozen JSON snapshot it rests on (inquiry, peers, scores).

    A sent letter never changes: ``pdf``, ``text`` and ``facts`` are kept for ever. ``override`` is the owner's
    reason for sending it against a blocking finding.
    """

    id: int | None = None
    kind: LetterKind = LetterKind.REFERRAL
    tone: Tone = Tone.WARM
    locale: str = "en_GB"
    status: LetterStatus = LetterStatus.DRAFT
    inquiry_id: int | None = None
    peer_ids: tuple[int, ...] = ()
    recipient: str = ""
    day: date = date.min
    text: LetterText = LetterText()
    facts: str = "{}"
    pdf: bytes | None = None
    sent_at: datetime | None = None
    sent_by: Sending | None = None
    override: str = ""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Whose data a letter gave to whom, on what consent; kept beside the letter for as long as it is kept.

    ``fields`` names the data that were given ("name", "phone"); ``consent`` says in words what allowed it.
    """

    person: str
    peer_id: int | None
    fields: tuple[str, ...]
    recipient: str
    day: date
    consent: str
