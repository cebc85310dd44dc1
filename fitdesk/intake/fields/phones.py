"""The contact's telephone number in E.164: direct or mobile first named, no fax, rather no switchboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.page import Found, Page

_NUMBER = re.compile(r"(?<![\w@./])(?:\+|00)?\(?\d[\d ()./\u2010-\u2015-]{5,22}\d(?![\w@])")


def read_phone(page: Page, labelled: list[Labelled], region: str | None, found: Found) -> None:
    """Put contact.phone into ``found``; ``region`` is the country that numbers without a code are taken to be from."""
    best: tuple[int, str, tuple[int, int]] | None = None
    for start, end, rank in _places(page, labelled):
        for match in _NUMBER.finditer(page.whole, start, end):
            kind = _rank(page, match, start, rank)
            number = _e164(match.group(), region) if kind > 0 else None
            if number and (best is None or kind > best[0]):
                best = kind, number, match.span()
    if best:
        found.put("contact.phone", best[1], page, best[2])


def _places(page: Page, labelled: list[Labelled]) -> Iterator[tuple[int, int, int]]:
    """Where numbers may stand, and how far they are trusted there: forms, the signature, then the body's own words."""
    for line in values_of(page, labelled, "people", "phone_labels"):
        yield line.start, line.end, 9
    for piece in page.signature:
        yield piece.start, piece.end, 6
    for sentence in page.sentences:
        if page.words.pattern("people", "call_me").search(sentence.text):
            yield sentence.start, sentence.end, 3


def _rank(page: Page, match: re.Match[str], start: int, rank: int) -> int:
    """0 for a fax or no telephone at all; a switchboard ranks below a direct line."""
    before = page.whole[max(start, match.start() - 26) : match.start()]
    last = re.split(r"[|,;/·\t(]|\s-\s|\d{3,}", before)[-1]
    if page.words.pattern("people", "fax").search(last) or page.words.pattern("people", "no_phone").search(before):
        return 0
    digits = re.sub(r"\D", "", match.group())
    if not 6 <= len(digits) <= 15 or (re.fullmatch(r"(?:19|20)\d\d\s?-\s?(?:19|20)?\d\d", match.group()) and rank < 9):
        return 0
    if (
        re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{8,}", match.group())
        and rank < 9
        and not page.words.pattern("people", "phone_words").search(last)
    ):
        return 0
    if page.words.pattern("people", "switchboard").search(last):
        return rank - 2
    return rank


def _e164(written: str, region: str | None) -> str | None:
    import phonenumbers  # 40 ms, and only when there is a number

    text = re.sub(r"^00(?=[1-9])", "+", written.replace("(0)", "").strip())
    try:
        number = phonenumbers.parse(text, None if text.startswith("+") else region)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None  # too short, too long, or without its area code
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
