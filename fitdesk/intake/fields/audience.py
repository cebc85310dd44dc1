"""How many people will be in the speaker's session, and who they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.page import Found, Page
from fitdesk.intake.words import Words, alternatives, words_of

MOST_COUNTS = 60


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as written: bounds, what stands after it, and how likely it is the audience."""

    start: int
    end: int
    low: int | None
    high: int | None
    score: int


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = words_of(language)
    number = alternatives([r"\d{1,3}(?:[,.' ]\d{3})+(?!\d)|\d{1,6}(?!\d)", *words.numbers])
    parts = {
        key: alternatives(words.list("audience", key)) for key in ("people", "about", "up_to", "at_least", "between")
    }
    to = alternatives([*words.list("dates", "range"), *words.list("dates", "both"), "-", "—"])
    noun = rf"(?:[^\W\d][\w&/'-]*[ \t]+(?:(?:and|&|or)[ \t]+)?){{0,4}}?(?P<noun>{parts['people']})"
    return re.compile(
        rf"(?:(?<![\w.,/:#$£€-])|(?<=\+-)|(?<=\+/-))(?:(?P<up>{parts['up_to']})\s+|(?P<least>{parts['at_least']})\s+|(?P<between>{parts['between']})\s+)?"
        rf"(?:{parts['about']}\s*)*(?P<low>{number})(?P<plus>\s?\+)?(?:\s*(?P<to>{to})\s*(?:{parts['about']}\s*)*(?P<high>{number}))?"
        rf"(?P<plus2>\+)?(?:-?ish|-odd|\s+or\s+so)?(?!\s?-?(?:min|hour|hr|day|week|month|year|per\s?cent|%|k\b|[ap]m\b))(?P<gap>[\s-]+)(?:of\s+)?{noun}(?!\w)",
        re.I,
    )


@cache
def _bare(language: str) -> re.Pattern[str]:
    """Numbers where a label or the sentence already says that people are meant."""
    words = words_of(language)
    number = alternatives([r"\d{1,3}(?:[,.' ]\d{3})+(?!\d)|\d{1,6}(?!\d)", *words.numbers])
    parts = {key: alternatives(words.list("audience", key)) for key in ("about", "up_to", "at_least", "between")}
    to = alternatives([*words.list("dates", "range"), *words.list("dates", "both"), "-", "—"])
    return re.compile(
        rf"(?:(?<![\w.,/:#$£€-])|(?<=\+-)|(?<=\+/-))(?:(?P<up>{parts['up_to']})\s+|(?P<least>{parts['at_least']})\s+|(?P<between>{parts['between']})\s+)?"
        rf"(?:{parts['about']}\s*)*(?P<low>{number})(?P<plus>\s?\+)?(?:\s*(?P<to>{to})\s*(?:{parts['about']}\s*)*(?P<high>{number}))?"
        rf"(?P<plus2>\+)?(?!\s*[%$€£:]|\s?(?:min|am\b|pm\b|hour))",
        re.I,
    )


def _number(written: str, words: Words) -> int:
    lower = " ".join(written.lower().split())
    return words.numbers[lower] if lower in words.numbers else int(re.sub(r"\D", "", written))


def _bounds(match: re.Match[str], page: Page) -> tuple[int | None, int | None]:
    low = _number(match["low"], page.words)
    high = _number(match["high"], page.words) if match["high"] else None
    if high is not None and high < low:
        return None, None
    after = page.text[match.end() : match.end() + 14]
    if high is None and (
        match["up"] or re.match(rf"\s*\(?{page.words.any_of('audience', 'up_to_after')}", after, re.I)
    ):
        return None, low
    more = re.match(rf"\s*{page.words.any_of('audience', 'or_more')}(?!\w)", after, re.I)
    if high is None and (more or match["least"] or match["plus"] or match["plus2"]):
        return low, None
    return low, high if high is not None else low


def read_audience(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Put event.audience_min and .audience_max into ``found``: people in the session, in the room and online."""
    if found.has("event.audience_min", "event.audience_max"):
        return
    for line in values_of(page, labelled, "audience"):
        match = _bare(page.words.language).search(page.text, line.start, line.end)
        if match:
            _put(page, found, _bounds(match, page), match.span())
            return
    matches = islice(_pattern(page.words.language).finditer(page.text), MOST_COUNTS)
    counts = [count for match in matches if (count := _weighed(page, match))]
    counts += _said_by_itself(page)
    if not counts:
        return
    best = max(counts, key=lambda count: (count.score, -count.start))
    if best.score > 0:
        total = _room_and_online(page) or best
        _put(page, found, (total.low, total.high), (total.start, total.end))


def _put(page: Page, found: Found, bounds: tuple[int | None, int | None], place: tuple[int, int]) -> None:
    found.put("event.audience_min", bounds[0], page, place)
    found.put("event.audience_max", bounds[1], page, place)


def _weighed(page: Page, match: re.Match[str]) -> Count | None:
    low, high = _bounds(match, page)
    if re.fullmatch(r"(?:19|20)\d\d", match["low"]) and not match["up"]:  # a year
        return None
    if (low or 0) > 200_000 or (high or 0) > 200_000 or (low is None and high is None) or (high or low or 0) < 4:
        return None
    words = page.words
    sentence = page.sentence_at(match.start("low"))
    place = match.start() - sentence.start
    before, after = sentence.text[max(0, place - 50) : place], sentence.text[match.end() - sentence.start :][:45]
    lead = sentence.text[place : match.start("low") - sentence.start]
    clause = re.split(r"[,;(—]", before)[-1] + sentence.text[place : match.end() - sentence.start]
    clause += re.split(r"[,;(—]", after)[0][:20]
    score = (
        1
        - bool(words.pattern("audience", "weak").fullmatch(match["noun"]))
        + 2 * bool(words.pattern("audience", "here").search(before + lead + " | " + after))
    )
    score += bool(re.search(rf"{words.any_of('audience', 'for')}\s+$", before, re.I))
    score += bool(match["up"] or match["least"])
    score -= 2 * bool(re.search(rf"(?<!\w){words.any_of('audience', 'ours')}\s+$", before, re.I))
    score += bool(words.pattern("audience", "in_total").search(after))
    score -= 4 * bool(words.pattern("audience", "not_here").search(clause))
    score -= 4 * bool(words.pattern("audience", "not_listeners").match(match["noun"]))
    if words.pattern("dates", "past").search(sentence.text[:place]) or words.pattern("dates", "past").search(
        after[:25]
    ):
        score -= 4
    return Count(match.start(), match.end(), low, high, score)


def _said_by_itself(page: Page) -> list[Count]:
    """ "We are usually about 120": a number after words that can only mean the people."""
    pattern = re.compile(rf"(?<!\w){page.words.any_of('audience', 'we_are')}\s+", re.I)
    counts = []
    for said in pattern.finditer(page.text):
        match = _bare(page.words.language).match(page.text, said.end())
        if match and not _pattern(page.words.language).match(page.text, said.end()):
            low, high = _bounds(match, page)
            past = page.words.pattern("dates", "past").search(page.sentence_at(said.start()).text)
            if page.words.pattern("audience", "holds").search(said.group()):
                low = None  # how many fit in is the most that can come
            if (low or high or 0) > 5 and not past:
                counts.append(Count(match.start(), match.end(), low, high, 2))
    return counts


def _room_and_online(page: Page) -> Count | None:
    """ "80 in the room and 200 online" are 280 listeners, unless the total is named as well."""
    words = page.words
    for sentence in page.sentences:
        if words.pattern("audience", "in_total").search(sentence.text):
            return None
        room = words.pattern("audience", "room").search(sentence.text)
        online = words.pattern("audience", "online").search(sentence.text)
        if not room or not online:
            continue
        numbers = [
            match
            for match in _bare(words.language).finditer(page.text, sentence.start, sentence.end)
            if any(
                0 <= mark.start() + sentence.start - match.end() < 25
                for mark in [*words.pattern("audience", "room").finditer(sentence.text),
                             *words.pattern("audience", "online").finditer(sentence.text)]
            )
        ]  # fmt: skip
        if len(numbers) == 2:
            bounds = [_bounds(match, page) for match in numbers]
            low = sum(b[0] for b in bounds if b[0]) if all(b[0] for b in bounds) else None
            high = sum(b[1] for b in bounds if b[1]) if all(b[1] for b in bounds) else None
            return Count(numbers[0].start(), numbers[1].end(), low, high, 5)
    return None
