"""The country a mail comes from, which decides on date order, dollars, dialling codes and namesakes among towns."""

from __future__ import annotations

import re
from datetime import datetime

from fitdesk.intake.fields.where import signature_town
from fitdesk.intake.page import Page, even
from fitdesk.intake.places import country_code
from fitdesk.intake.regions import state_country, zone_country

# Two-letter endings that are used as if they belonged to no country.
_EVERYBODYS = frozenset(("io", "co", "ai", "me", "tv", "eu", "fm", "ly", "to", "cc", "ws", "gg", "sh"))
_ENDINGS = {"uk": "GB"}
_ADDRESS = (
    (re.compile(r"\b[A-Z]{2} \d{5}(?:-\d{4})?\b"), "US"),
    (re.compile(r"\b[AC-FHKNPRTV-Y]\d[\dW] ?[AC-FHKNPRTV-Y\d]{4}\b|\b(?:Dublin \d{1,2}|Co\. [A-Z][a-z]+)\b"), "IE"),
    (re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|,\s*[A-Z][a-z]+ [A-Z]{1,2}\d{1,2}[A-Z]?\s*(?:$|\n)"), "GB"),
    (re.compile(r"\b(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT) \d{4}\b"), "AU"),
    (re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b"), "CA"),
    (re.compile(r"\b\d{4} [A-Z]{2}\b"), "NL"),
)
_LOCAL_NUMBERS = (
    (re.compile(r"(?<![\d+])\(?[2-9]\d\d\)?[ .-]\d{3}[.-]\d{4}\b"), "US"),
    (re.compile(r"(?<![\d+])(?:07\d{3} ?\d{3} ?\d{3}|02\d \d{4} \d{4}|01\d{3} \d{6}|0\d{3} \d{3} \d{4})\b"), "GB"),
    (re.compile(r"(?<![\d+])04\d\d \d{3} \d{3}\b"), "AU"),
)


def countries(page: Page, sent: datetime | None) -> tuple[str, ...]:
    """The countries the mail points to, strongest first: address, dialling code, domain, local numbers, time zone."""
    found = [
        *_from_address(page),
        *_from_codes(page),
        *_from_domain(page),
        *_from_numbers(page),
        *_from_zone(page, sent),
    ]
    return tuple(dict.fromkeys(found))


def _signature(page: Page) -> str:
    return "\n".join(page.whole[line.start : line.end] for line in page.signature)


def _from_address(page: Page) -> list[str]:
    text = _signature(page)
    found = [country for pattern, country in _ADDRESS if pattern.search(text)]
    for name in re.findall(
        r"(?:^|[,|\n·-])\s*((?:[A-Z]\.){2,4}|[A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+){0,3})\s*(?=$|\n|[|·])", text
    ):
        if code := country_code(name):
            found.append(code)
    if not found and (spot := signature_town(page.signature, page)) and spot.country:
        found.append(spot.country)
    return found


def _from_codes(page: Page) -> list[str]:
    import phonenumbers

    found = []
    for match in re.finditer(r"(?<![\w@])\+\d[\d ()./-]{6,20}\d", _signature(page) + "\n" + page.text):
        region = _region(match.group(), None)
        if not region:
            code = re.match(r"\+(\d{1,3})", even(match.group()).replace(" ", ""))
            regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE
            region = next(
                (regions[int(code.group(1)[:n])][0] for n in (1, 2, 3) if code and int(code.group(1)[:n]) in regions),
                None,
            )
        if region:
            found.append(str(region))
    return found[:3]


def _from_domain(page: Page) -> list[str]:
    ending = page.author.domain.rpartition(".")[2]
    if len(ending) != 2 or ending in _EVERYBODYS:
        return []
    return [_ENDINGS.get(ending, ending.upper())]


def _from_numbers(page: Page) -> list[str]:
    text = _signature(page) + "\n" + page.text
    state = next((m for m in re.finditer(r"\b[A-Z][a-z]+, ([A-Z]{2,3})\b", text) if state_country(m.group(1))), None)
    found = [str(state_country(state.group(1)))] if state else []
    for pattern, country in _LOCAL_NUMBERS:
        if number := pattern.search(text):
            found.append(_region(number.group(), country) or country)
    return found


def _region(number: str, country: str | None) -> str | None:
    """The country a number belongs to: area code 403 is Canadian, though it looks like an American one."""
    import phonenumbers

    try:
        region = phonenumbers.region_code_for_number(phonenumbers.parse(number, country))
    except phonenumbers.NumberParseException:
        return None
    return str(region) if region and region != "001" else None


def _from_zone(page: Page, sent: datetime | None) -> list[str]:
    offset = sent.utcoffset() if sent else None
    if offset is None or page.author.domain == page.owner.domain:
        return []
    country = zone_country(page.words.language, int(offset.total_seconds() // 60))
    return [country] if country else []
