"""The few words that every list shows: verdicts, states, formats and the like.

They stand apart from the values that have them as fields: the Today page shows lists and needs no whole inquiry, and
the classes of the values take 30 ms to make when the program starts.
"""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """How the request came in."""

    MAIL = "mail"
    PASTED = "pasted"
    PHONE = "phone"
    FORM = "form"


class Status(StrEnum):
    """NEW until the owner decides; every other value is a decision."""

    NEW = "new"
    ASKED = "asked"
    HELD = "held"
    ACCEPTED = "accepted"
    NOT_NOW = "not_now"
    DECLINED = "declined"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether the client still waits for an answer that settles the matter."""
        return self in (Status.NEW, Status.ASKED, Status.HELD)


class Verdict(StrEnum):
    ACCEPT = "accept"
    ASK = "ask"
    DECLINE = "decline"
    YOUR_CALL = "your_call"


class Mode(StrEnum):
    """Where the people are."""

    IN_PERSON = "in_person"
    VIRTUAL = "virtual"
    HYBRID = "hybrid"


class Format(StrEnum):
    """What the speaker or consultant is asked to do."""

    KEYNOTE = "keynote"
    WORKSHOP = "workshop"
    PANEL = "panel"
    SEMINAR = "seminar"
    WEBINAR = "webinar"
    MODERATION = "moderation"
    CONSULTING = "consulting"
    COACHING = "coaching"
    TRAINING = "training"
    FACILITATION = "facilitation"
    OTHER = "other"
