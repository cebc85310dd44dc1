"""A letter: what it is for, how it speaks, its words, and what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for (letters.md). WRONG_FOR_YOU and NOT_FOR_ME are the two Noes without a referral."""

    REFERRAL = "referral"
    WRONG_FOR_YOU = "wrong_for_you"
    NOT_FOR_ME = "not_for_me"
    NOT_NOW = "not_now"
    ACCEPTANCE = "acceptance"
    QUESTIONS = "questions"
    INTRODUCTION = "introduction"
    THANKS = "thanks"
    AFTER_EVENT = "after_event"
    NEXT_SEASON = "next_season"
    CONSENT = "consent"
    CALL_CARD = "call_card"


class Tone(StrEnum):
    """WARM speaks as to somebody one likes, FORMAL in full forms and titles, BRIEF in a third of the words."""

    WARM = "warm"
    FORMAL = "formal"
    BRIEF = "brief"


class Form(StrEnum):
    """On paper, or as the shorter text of an e-mail."""

    LETTER = "letter"
    EMAIL = "email"


class LetterStatus(StrEnum):
    DRAFT = "draft"
    SENT = "sent"


class Sending(StrEnum):
    """How a letter left the house."""

    PDF = "pdf"
    PRINT = "print"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a letter speaks. ``locale``: one of letters.languages.LOCALES ("en_GB", "de_DE" …).

    ``is_familiar``: du, tu, tú, je instead of Sie, vous, usted, u; without meaning in English. The owner's choice.
    """

    tone: Tone = Tone.WARM
    locale: str = "en_GB"
    is_familiar: bool = False

    @property
    def language(self) -> str:
        """ISO 639-1."""
        return self.locale[:2]


@dataclass(frozen=True, slots=True)
class LetterText:
    """The words of one letter. ``body`` is paragraphs; a paragraph may hold ``**bold**`` and single line breaks.

    ``reference`` is the owner's own mark for the information block ("2027-014"); ``enclosures`` and ``copies`` are
    listed below the name.
    """

    subject: str = ""
    salutation: str = ""
    body: tuple[str, ...] = ()
    close: str = ""
    reference: str = ""
    enclosures: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """What the check said when a letter left: number of the rule, whether it blocked, and the sentence."""

    number: int
    blocks: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft, or a letter as it was sent. ``facts`` is the frozen JSON snapshot it rests on (inquiry, peers, scores).

    ``email`` is the shorter text for an e-mail. ``peer_ids`` are the peers it names; ``addressee_id`` is the peer it
    is written to (introduction, thanks, consent), None when it goes to the client. A sent letter never changes:
    ``pdf``, ``text``, ``email``, ``facts`` and ``findings`` are kept for ever. ``override`` is the owner's reason for
    sending it against a blocking finding.
    """

    id: int | None = None
    kind: LetterKind = LetterKind.REFERRAL
    tone: Tone = Tone.WARM
    locale: str = "en_GB"
    familiar: bool = False
    status: LetterStatus = LetterStatus.DRAFT
    inquiry_id: int | None = None
    addressee_id: int | None = None
    peer_ids: tuple[int, ...] = ()
    recipient: str = ""
    day: date = date.min
    text: LetterText = LetterText()
    email: LetterText = LetterText()
    facts: str = "{}"
    findings: tuple[KeptFinding, ...] = ()
    pdf: bytes | None = None
    sent_at: datetime | None = None
    sent_by: Sending | None = None
    override: str = ""

    @property
    def manner(self) -> Manner:
        return Manner(self.tone, self.locale, self.familiar)


@dataclass(frozen=True, slots=True)
class VoidedLetter:
    """A sent letter that its owner has declared void: it stays as it was, with this beside it."""

    letter_id: int
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class PhraseChange:
    """The owner's own variants of one building block, in place of those of the phrase book.

    ``tone`` is "warm", "formal", "brief" or "both"; ``variants`` are templates as in the phrase book.
    """

    language: str
    block: str
    tone: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeerSentence:
    """What the owner always says about a peer, in one language: whole sentences that a client may read."""

    peer_id: int
    language: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Whose data a letter gave to whom, on what consent; kept beside the letter for as long as it is kept.

    ``peer_id`` is None when the data are the client's, given to a peer. ``fields`` names the data that were given
    ("name", "phone"); ``consent`` says in words what allowed it.
    """

    person: str
    peer_id: int | None
    fields: tuple[str, ...]
    recipient: str
    day: date
    consent: str
