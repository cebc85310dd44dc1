"""The event's own name: a proper name or title, never "our all hands" or "the annual dinner"."""

from __future__ import annotations

import re

from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.page import Found, Page, cut_name, squeezed
from fitdesk.intake.places import fold

_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'&-]*|&|\d{1,3}(?:st|nd|rd|th))"
_SMALL = r"(?:of|the|and|in|for|on|de|der|des|die|du|la|le|del|à|et|y|van|het|voor)"
_PHRASE = rf"{_WORD}(?:[ ]+(?:{_SMALL}[ ]+){{0,2}}{_WORD}){{0,8}}(?:[ ]+(?:'\d\d|20\d\d))?"


def read_event_name(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Put event.name into ``found``: a labelled name, a capitalised phrase with an event word, a quoted title."""
    for line in values_of(page, labelled, "title"):
        name = _capitalised(page, line.text)
        if name:
            at = line.start + page.text[line.start : line.end].find(name)
            found.put("event.name", squeezed(page.whole[at : at + len(name)]), page, (at, at + len(name)))
            return
    best: tuple[int, int, int] | None = None
    for match in re.finditer(rf"(?<![\w@.]){_PHRASE}", page.text):
        for start, end in _parts(page, match):
            score = _weighed(page, start, end, found)
            if score > 0 and (best is None or score > best[0]):
                best = score, start, end
    if best:
        _, start, end = best
        found.put("event.name", squeezed(page.whole[start:end]), page, (start, end))
        return
    _quoted(page, found)
    _called(page, found)


def _called(page: Page, found: Found) -> None:
    """ "Our event is called Brave New Work": a name without quotes after "called"."""
    kinds, called = page.words.any_of("title", "kinds"), page.words.any_of("title", "called")
    pattern = rf"(?<!\w){kinds}\s+(?:[a-z]+\s+){{0,2}}{called}\s+(?:the\s+)?(?-i:({_PHRASE}))"
    for match in re.finditer(pattern, page.text, re.I):
        name = cut_name(match.group(1), page.words)
        before = page.text[page.sentence_at(match.start()).start : match.start()]
        if len(name.split()) > 1 and not page.words.pattern("dates", "past").search(before):
            place = (match.start(1), match.start(1) + len(name))
            found.put("event.name", squeezed(page.whole[slice(*place)]), page, place)
            return


def _capitalised(page: Page, text: str) -> str | None:
    """The labelled value when it is written as a name: most long words capitalised."""
    name = re.split(r"\s*[,;(|]|\s-\s|\.\s", text.strip("\"' "))[0].strip(" .\"'")
    long = [word for word in name.split() if len(word) > 3 or word[:1].isdigit()]
    if not name or not name[0].isupper() or len(name) > 90 or page.words.pattern("title", "not_names").search(name):
        return None
    capitals = [word for word in long if word[0].isupper() or word[0].isdigit()]
    return name if len(long) > 1 and len(capitals) >= 0.6 * len(long) and len(capitals) > 1 else None


def _parts(page: Page, match: re.Match[str]) -> list[tuple[int, int]]:
    """The phrase without a first word that only begins the sentence ("For our …" is no part of a name)."""
    start, end = match.span()
    end = start + len(cut_name(match.group(), page.words))
    text = page.text[start:end]
    if kind := list(page.words.pattern("title", "kinds").finditer(text)):
        place = re.match(r"\s+(?:in|at)\s", text[kind[-1].end() :])
        if place:
            end = start + kind[-1].end()
            text = page.text[start:end]
    lead = re.match(rf"(?:{page.words.any_of('title', 'lead_ins')}\s+)+", text, re.I)
    if lead:
        start += lead.end()
    return [(start, end)] if end - start > 4 else []


def _weighed(page: Page, start: int, end: int, found: Found) -> int:
    words, text = page.words, page.text[start:end]
    kinds = words.pattern("title", "kinds")
    kind = kinds.search(text)
    parts = text.split()
    dated = bool(re.search(r"\s(?:'\d\d|20\d\d)$", text))
    if len(parts) < 2 or (not kind and not dated):
        return 0
    if (
        dated
        and not kind
        and (parts[-2].lower() in words.months or (len(parts) < 3 and not re.fullmatch(r"[A-Z]{3,}", parts[-2])))
    ):
        return 0
    if kind and not dated and re.match(r"\s+(?!(?:of|on|for|in|der|des|de|du)\b)\S", text[kind.end() :]):
        return 0  # "Quaker Meeting House"
    if words.pattern("title", "not_names").search(text) or words.pattern("people", "legal_forms").search(text):
        return 0
    organization = fold(str(found.get("contact.organization") or ""))
    if organization and (fold(text) in organization or (organization in fold(text) and len(parts) < 4)):
        return 0
    capitals = [word for word in parts if word[0].isupper() and len(word) > 1 and word.lower() not in words.months]
    telling = [
        word for word in capitals if not words.pattern("title", "generic").fullmatch(word) and not kinds.fullmatch(word)
    ]
    if kind and (len(capitals) < 2 or not telling):
        return 0
    sentence = page.sentence_at(start)
    before = page.text[max(sentence.start, start - 45) : start]
    after = page.text[end : end + 40]
    if words.pattern("dates", "past").search(before) or words.pattern("title", "not_before").search(before):
        return 0
    if re.match(rf"\s*{words.any_of('title', 'not_after')}(?!\w)", after, re.I):
        return 0
    score = 1 + bool(re.search(rf"(?<!\w){words.any_of('title', 'article')}\s+$", before, re.I)) + dated
    score += 2 * bool(words.pattern("title", "held").search(before + " " + after))
    if page.header:
        score += 1
    return score


def _quoted(page: Page, found: Found) -> None:
    """A title in quotes right after a word for the event: 'our careers panel, "Not the Usual Route"', 'called "…"'."""
    words = page.words
    pattern = re.compile(
        rf"(?<!\w)(?:{words.any_of('title', 'kinds')},?\s*(?:{words.any_of('title', 'called')}\s*)?"
        rf"|{words.any_of('title', 'called')}\s*:?\s*)\"(?P<title>[^\"\n]{{3,80}}?)[,.]?\"",
        re.I,
    )
    after = rf"\"(?P<title>[^\"\n]{{3,80}})\"\s+{words.any_of('title', 'name_after')}(?!\w)"
    for match in [*pattern.finditer(page.text), *re.finditer(after, page.text, re.I)]:
        sentence = page.sentence_at(match.start())
        before = page.text[sentence.start : match.start("title")]
        if words.pattern("dates", "past").search(before) or words.pattern("title", "not_quoted").search(before[-60:]):
            continue
        if len(re.findall(r"[A-ZÀ-Þ]", match["title"])) >= 2:
            found.put("event.name", squeezed(page.whole[slice(*match.span("title"))]), page, match.span("title"))
            return
