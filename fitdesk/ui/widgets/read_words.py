"""Reads words and whole numbers as people type them; what cannot be read says what to write instead."""

from __future__ import annotations

import re
from decimal import Decimal

from fitdesk.i18n import _
from fitdesk.ui.widgets.field import ReadingError

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


def read_words(text: str) -> str:
    """One line of words: runs of space and control characters become one space."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def read_email(text: str) -> str:
    """An address such as "ann@example.org". Raises ReadingError; looks nothing up."""
    from email_validator import EmailNotValidError, validate_email  # costs time at start-up

    try:
        return validate_email(read_words(text), check_deliverability=False).normalized
    except EmailNotValidError:
        raise ReadingError(_("Write an address such as ann@example.org")) from None


def read_phone(text: str, country: str | None = None) -> str:
    """A telephone number as E.164 ("+442079460142"). Without "+" it is one of ``country``. Raises ReadingError."""
    import phonenumbers  # costs time at start-up

    try:
        number = phonenumbers.parse(read_words(text), country)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise ReadingError(_("Write the number with its country, such as +44 20 7946 0142"))
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def write_phone(number: str) -> str:
    """ "+44 20 7946 0142"; a number that is not E.164 as it is."""
    import phonenumbers  # as above

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def read_link(text: str) -> str:
    """A web address as typed, with or without its scheme, which can only be http or https. Raises ReadingError."""
    words = read_words(text)
    if not re.fullmatch(r"(?:https?://)?[^\s/:@?#]+\.[^\s/:@?#]{2,}(?:[/:?#]\S*)?", words, re.IGNORECASE):
        raise ReadingError(_("Write a web address such as www.example.org"))
    return words


def read_whole(text: str, least: int = 0, most: int = 1_000_000) -> int:
    """A whole number, thousands marked or not ("1,200", "1 200"). Raises ReadingError outside least–most."""
    words = re.sub(r"(?<=\d)[\s.,'’](?=\d{3}(?!\d))", "", read_words(text))
    words = re.sub(r"^(about|circa|ca\.?|~|≈)\s*", "", words, flags=re.IGNORECASE)
    if not re.fullmatch(r"[-−]?[0-9]{1,12}", words):
        raise ReadingError(_("Write a whole number such as {example}").replace("{example}", str(max(least, 12))))
    number = int(words.replace("−", "-"))
    if number < least:
        raise ReadingError(_("Write {least} or more").replace("{least}", str(least)))
    if number > most:
        raise ReadingError(_("Write {most} or less").replace("{most}", f"{most:,}"))
    return number


def read_percent(text: str, most: int = 100) -> int:
    """Whole percent, with or without the sign. Raises ReadingError."""
    words = read_words(text).removesuffix("%").removesuffix("percent").strip()
    if not words.isdecimal() or not words.isascii() or not 0 <= int(words) <= most:
        raise ReadingError(_("Write a share from 0 to {most}").replace("{most}", str(most)))
    return int(words)


def read_decimal(text: str, most: Decimal = Decimal(1000)) -> Decimal:
    """A number with at most two decimals, such as "2.5", "2,5" or "½". Raises ReadingError."""
    words = (
        read_words(text).replace("½", ".5").replace("¼", ".25").replace("¾", ".75").replace(" ", "").replace(",", ".")
    )
    if not re.fullmatch(r"[0-9]{0,6}(\.[0-9]{1,2})?", words) or not words:
        raise ReadingError(_("Write a number such as 2.5"))
    number = Decimal(words)
    if number > most:
        raise ReadingError(_("Write {most} or less").replace("{most}", f"{most:,}"))
    return number


def write_decimal(number: Decimal) -> str:
    """ "2.5", "3"."""
    return f"{number.normalize():f}"
