"""The event in the information block, for a letter whose language is not known there yet."""

from __future__ import annotations

from fitdesk.domain.event import Event
from fitdesk.letters.languages import language_of


def event_in_short(event: Event) -> str:
    """The event in English: its name without an article, else what was asked for; "" when unknown."""
    return language_of("en").event_in_short(event)
