"""Where the event is: town, country and venue."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fitdesk.domain.event import Mode
from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.page import Found, Page, squeezed
from fitdesk.intake.places import Town, country_code, find_town, fold
from fitdesk.intake.regions import state_called, state_country
from fitdesk.intake.threads import Line

MOST_SPOTS = 60
_LINKS = r"(?:de|del|di|da|do|la|le|les|los|las|el|am|an der|ob der|upon|sur|aan|aan den|den)"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'-]*|(?:St|Ste|Mt|Ft)\.)"
_NAME = rf"{_NAME_WORD}(?:[ -](?:{_NAME_WORD}|{_LINKS}(?=[ -]{_NAME_WORD}))){{0,4}}"


@dataclass(frozen=True, slots=True)
class _Spot:
    town: Town | None
    name: str
    country: str | None
    start: int
    end: int
    score: int


def read_place(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Put event.city, event.country and event.venue into ``found``; coordinates are looked up from them later."""
    if found.get("event.mode") is Mode.VIRTUAL:
        return
    from fitdesk.intake.fields.venues import read_venue

    spots = _spots(page, labelled)
    best = max(spots, key=lambda spot: spot.score, default=None)
    if best and best.score > 0:
        _put(page, best, found)
    read_venue(page, labelled, [(spot.start, spot.end) for spot in spots], found)
    if not found.has("event.city") and page.words.pattern("place", "ours").search(page.text):
        _from_signature(page, found)


def _put(page: Page, spot: _Spot, found: Found) -> None:
    found.put("event.city", spot.name, page, (spot.start, spot.end))
    found.put("event.country", spot.country, page, (spot.start, spot.end))


def _spots(page: Page, labelled: list[Labelled]) -> list[_Spot]:
    """Every town the body names, with how likely the event is there."""
    lines = values_of(page, labelled, "place")
    found: list[_Spot] = []
    for match in re.finditer(_NAME, page.text):
        if found and match.start() < found[-1].end:
            continue
        labels = [line for line in lines if line.start <= match.start() < line.end]
        spot = _spot(page, match, labels)
        if spot:
            found.append(spot)
        if len(found) >= MOST_SPOTS:
            break
    return found


def _spot(page: Page, match: re.Match[str], labels: list[Labelled]) -> _Spot | None:
    start = match.start()
    words = match.group().split(" ")
    named_by_grammar = _after_in(page, start)
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length]).removesuffix("'s")
        end = start + len(name)
        country, region = _state_or_country(page.text[end : end + 40])
        hints = (country, *page.hints) if country else page.hints
        town = find_town(name, country, region=region if country == "US" else None, hints=hints)
        if not town and country:
            town = find_town(name, country)
        if town and _is_plain_word(page, name, start, end, bool(named_by_grammar or labels), country):
            continue
        if not town and not (country and (named_by_grammar or labels) and length == len(words)):
            continue
        if not town and page.words.pattern("venue", "kinds").search(name):
            continue
        score = _weighed(page, start, end, bool(labels), bool(country), town)
        shown = _as_written(name, town) if town else name
        return _Spot(town, shown, town.country if town else country, start, end, score)
    if named_by_grammar == 2 and not labels and _may_be_town(page, match):
        score = min(_weighed(page, start, match.end(), False, False, None), 3)
        return _Spot(None, match.group(), page.country, start, match.end(), score)
    return None


def _as_written(name: str, town: Town) -> str:
    """The English name, but not longer than the mail's: "Frankfurt" stays for "Frankfurt am Main"."""
    return squeezed(name) if fold(town.name).startswith(fold(name) + " ") else town.name


def _state_or_country(after: str) -> tuple[str | None, str | None]:
    """The country and state that follow a town's name: ", NC", ", Oregon", ", Italy", " QLD"."""
    code = re.match(r",?\s*\(?([A-Z]{2,3})\b(?!-)", after)
    if code and (country := state_country(code.group(1))) and (after[:1] == "," or country == "AU"):
        return country, code.group(1)
    name = re.match(rf"\s?[,(]\s*(?:the\s+)?((?:[A-Z]\.){{2,4}}|{_NAME})", after)
    if not name:
        return None, None
    words = name.group(1).split(" ")
    for length in range(len(words), 0, -1):
        said = fold(" ".join(words[:length]))
        if state := state_called(said):
            return state
        if found := country_code(" ".join(words[:length])):
            return found, None
    return None, None


def _after_in(page: Page, start: int) -> int:
    """2 after "in" or "near", 1 after "to" or "at", else 0."""
    before = page.text[max(0, start - 30) : start]
    if re.search(rf"(?<!\w){page.words.any_of('place', 'in')}\s+$", before, re.I):
        return 2
    return int(bool(re.search(rf"(?<!\w){page.words.any_of('place', 'toward')}\s+$", before, re.I)))


def _is_plain_word(page: Page, name: str, start: int, end: int, grammar: bool, country: str | None) -> bool:
    """Whether a town's name is more likely an ordinary word, a person, or part of another name here."""
    if country:
        return False
    if page.words.pattern("place", "never_towns", as_written=True).fullmatch(name):
        return True
    venue_before = re.search(
        rf"{page.words.any_of('venue', 'kinds')}[^.,\n]{{0,30}},\s*$", page.text[max(0, start - 60) : start], re.I
    )
    if not grammar and not venue_before and page.words.pattern("place", "doubtful_towns").fullmatch(name):
        return True
    before, after = page.text[max(0, start - 25) : start], page.text[end : end + 25]
    if re.match(rf"[ ]+{_NAME_WORD}", after):
        return True  # "London Business School", "Paris Hilton"
    if re.search(rf"{_NAME_WORD}[ ]+$", before) and not grammar:
        return True  # "Jack London"
    if fold(name) in fold(page.author.name).split():
        return True
    begins = not before.strip() or before.rstrip(" \"'(")[-1:] in ".!?\n:"
    return begins and not grammar and not re.match(r"\s*[,(]", after) and "\n" not in after[:2]


def _may_be_town(page: Page, match: re.Match[str]) -> bool:
    """A town too small for the table: "just outside Daylesford"."""
    name = match.group()
    if name.lower() in page.words.table("language").get("names", {}):
        return False
    known = page.words.pattern("place", "never_towns", as_written=True).search(name) or page.words.pattern(
        "venue", "kinds"
    ).search(name)
    if known or name.isupper() or len(name) < 4 or country_code(name):
        return False
    if state_called(fold(name)):
        return False
    lower = name.lower()
    if lower in page.words.months or lower in page.words.weekdays:
        return False
    return bool(page.words.pattern("place", "event").search(page.sentence_at(match.start()).text))


def _weighed(page: Page, start: int, end: int, labelled: bool, country: bool, town: Town | None) -> int:
    sentence = page.sentence_at(start)
    place = start - sentence.start
    before, after = sentence.text[:place], sentence.text[end - sentence.start :]
    words = page.words
    score = 6 if labelled else 0
    score += _after_in(page, start) + country
    score += 2 * bool(words.pattern("place", "event").search(sentence.text))
    score += 2 * bool(words.pattern("place", "held").search(before[-60:]))
    score += bool(re.search(r",\s*$", before)) + bool(
        re.match(rf"\s*,?\s*{words.any_of('place', 'at')}(?!\w)", after, re.I)
    )
    if not labelled and (
        words.pattern("dates", "past").search(before) or words.pattern("dates", "past").match(sentence.text)
    ):
        score -= 6
    if re.search(rf"(?<!\w){words.any_of('place', 'elsewhere')}(?:\s+[^\W\d]+){{0,2}}\s+$", before[-60:], re.I):
        score -= 5
    if re.match(rf"\s*{words.any_of('place', 'elsewhere_after')}", after, re.I):
        score -= 5
    if town and town.people < 30 and not country and not labelled:
        score -= 1
    return score


def _from_signature(page: Page, found: Found) -> None:
    """ "our office" takes the town from the text or, as here, from the signature's address."""
    spot = signature_town(page.signature, page)
    if spot:
        _put(page, spot, found)


def signature_town(lines: list[Line], page: Page) -> _Spot | None:
    """The town in the address of a signature: after a postcode, before a state, or between commas."""
    for line in lines:
        text = page.whole[line.start : line.end]
        if fold(text) in fold(page.author.name) or fold(page.author.name).startswith(fold(text)):
            continue
        if not re.search(r"\d", text) and not re.fullmatch(_NAME, text.strip()):
            continue
        for match in re.finditer(_NAME, text):
            words = match.group().split(" ")
            for length in range(len(words), 0, -1):
                name = " ".join(words[:length])
                end = match.start() + len(name)
                country, region = _state_or_country(text[end : end + 40])
                stands = re.match(r"\s*(?:[,|)-]|$|\d|[A-Z]{1,2}\d)", text[end:]) and re.search(
                    r"(?:^|[,|·-]|\d)\s*$", text[: match.start()]
                )
                if not stands and not country:
                    continue
                town = find_town(name, country, region=region if country == "US" else None, hints=page.hints)
                if town and not page.words.pattern("place", "never_towns", as_written=True).fullmatch(name):
                    start = line.start + match.start()
                    return _Spot(town, _as_written(name, town), town.country, start, start + len(name), 1)
    return None
