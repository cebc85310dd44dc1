"""Fields that only the form of a request needs: a time of day, and a number with a fraction."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QWidget

from fitdesk.i18n import _
from fitdesk.ui.widgets.field import ReadingError
from fitdesk.ui.widgets.fields import ParsedField
from fitdesk.ui.widgets.read_words import read_words


def read_time(text: str) -> time:
    """ "14:00", "2 pm", "9.30". Raises ReadingError."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|h)?", read_words(text).casefold())
    if found is not None:
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
        if half in ("a", "p"):
            hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 24
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise ReadingError(_("Write a time such as 14:00"))


def read_number(text: str) -> Decimal:
    """A number from 0 to 1,000 with up to two decimals: "2.5", "2,5", "½". Raises ReadingError."""
    words = read_words(text).replace(",", ".").replace("½", ".5")
    try:
        number = Decimal(words)
    except InvalidOperation:
        raise ReadingError(_("Write a number such as 2.5")) from None
    if not number.is_finite() or not 0 <= number <= 1000:
        raise ReadingError(_("Write a number from 0 to 1,000"))
    return number.quantize(Decimal("0.01")).normalize()


class TimeField(ParsedField[time]):
    """A time of day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(read_time, lambda when: f"{when:%H:%M}", hint="14:00", width=120, parent=parent)


class NumberField(ParsedField[Decimal]):
    """A number that may have a fraction."""

    def __init__(self, *, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(read_number, lambda number: f"{number:f}", suffix=suffix, width=120, parent=parent)
