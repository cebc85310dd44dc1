"""What a change can be about: the words in which the store tells everybody what to read again."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    OWNER = "owner"
    OFFERINGS = "offerings"
    CONTACTS = "contacts"
    INQUIRIES = "inquiries"
    PEERS = "peers"
    CALENDAR = "calendar"
    LETTERS = "letters"
    REFERRALS = "referrals"
    FOLLOW_UPS = "follow_ups"
    RULES = "rules"
    SECOND_LOOKS = "second_looks"
