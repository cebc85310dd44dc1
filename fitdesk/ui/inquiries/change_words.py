"""How one line of an inquiry's history reads: what was decided, until when, and whether against the verdict."""

from __future__ import annotations

from datetime import date

from fitdesk.domain.inquiry import Status, StatusChange
from fitdesk.i18n import _
from fitdesk.ui.format import status_word
from fitdesk.ui.inquiries.day_words import day_in_words


def change_words(change: StatusChange, today: date, *, when: str = "") -> str:
    """ "Held 3 days ago, until 6 December", "Not now, back on 1 March", "Accepted today, against the verdict"."""
    words = " ".join(part for part in (status_word(change.status), when) if part)
    if change.against:
        return _("{decision}, against the verdict").replace("{decision}", words)
    if change.come_back is None:
        return words
    pattern = _("{decision}, until {day}") if change.status is Status.HELD else _("{decision}, back on {day}")
    return pattern.replace("{decision}", words).replace("{day}", day_in_words(change.come_back, today))
