"""Days as the Inquiries page says them: months in full, days of one month together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from fitdesk.i18n import _

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MOST_NAMED = 6


def month_in_words(day: date, today: date) -> str:
    """ "June", with the year when this is not the next such day to come."""
    month = _(MONTHS[day.month - 1])
    is_next = today <= day and (day.year, day.month, day.day) < (today.year + 1, today.month, today.day)
    return month if is_next else f"{month} {day.year}"


def day_in_words(day: date, today: date, locale: str = "en_GB") -> str:
    """ "12 June"; "June 12" in the United States."""
    return _with_month(str(day.day), day, today, locale)


def days_in_words(days: Sequence[date], today: date, joiner: str = "or", locale: str = "en_GB") -> str:
    """ "12 or 13 June", "30 May or 2 June"; more than six days are counted."""
    ordered = sorted(set(days))
    if len(ordered) > MOST_NAMED:
        words = _("{n} days from {first}").replace("{n}", str(len(ordered)))
        return words.replace("{first}", day_in_words(ordered[0], today, locale))
    if len({(day.year, day.month) for day in ordered}) == 1:
        return _with_month(enumerated([str(day.day) for day in ordered], joiner), ordered[0], today, locale)
    return enumerated([day_in_words(day, today, locale) for day in ordered], joiner)


def span_in_words(first: date, last: date, today: date, locale: str = "en_GB") -> str:
    """ "12–14 June", "28 May – 3 June", "June" for a whole month."""
    if first >= last:
        return day_in_words(first, today, locale)
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and (last + timedelta(days=1)).day == 1:
            return month_in_words(last, today)
        return _with_month(f"{first.day}–{last.day}", last, today, locale)
    return f"{day_in_words(first, today, locale)} – {day_in_words(last, today, locale)}"


def enumerated(words: Sequence[str], joiner: str) -> str:
    """ "a, b or c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {_(joiner)} {words[-1]}"


def _with_month(numbers: str, day: date, today: date, locale: str) -> str:
    month = month_in_words(day, today)
    if locale != "en_US":
        return f"{numbers} {month}"
    name, _space, year = month.partition(" ")
    return f"{name} {numbers}, {year}" if year else f"{name} {numbers}"
