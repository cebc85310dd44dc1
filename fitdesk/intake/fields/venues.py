"""The named place of the event: a hotel, a hall, a theatre; not "our office", and without a room number."""

from __future__ import annotations

import re

from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.page import Found, Page, cut_name, squeezed
from fitdesk.intake.places import fold

_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'&-]*\.?|&|\d{1,3}(?=\s[A-Z]))"
_SMALL = (
    r"(?:of|the|and|de|del|della|dello|dei|degli|delle|di|da|do|dos|das|du|des|la|le|les|los|las|el|der|die|den|zum|zur"
    r"|am|van|von|for|d'|l')"
)
NAME = rf"{_WORD}(?:[ \t]+(?:{_SMALL}[ \t]+){{0,2}}{_WORD}){{0,6}}"


def read_venue(page: Page, labelled: list[Labelled], towns: list[tuple[int, int]], found: Found) -> None:
    """Put event.venue into ``found``: a labelled one, a name with a word such as "Hotel", or a name after "at"."""
    kinds = page.words.pattern("venue", "kinds")
    for line in values_of(page, labelled, "venue"):
        if place := _cut(page, line.start, line.end, towns):
            text = page.text[place[0] : place[1]]
            is_name = kinds.search(text) or line.label.startswith(tuple(page.words.list("venue", "sure_labels")))
            if is_name and not _is_ours(page, text) and text[:1].isupper() and not _is_town(place, towns):
                found.put("event.venue", _whole_name(page, place), page, place)
                return
    best: tuple[int, tuple[int, int]] | None = None
    lead_in = re.compile(rf"{page.words.any_of('venue', 'at')}\s+(?:{page.words.any_of('venue', 'article')}\s+)?", re.I)
    for match in re.finditer(rf"(?<![\w@]){NAME}", page.text):
        lead = lead_in.match(match.group())
        place = _cut(page, match.start() + (lead.end() if lead else 0), match.end(), towns)
        if not place or _is_town(place, towns):
            continue
        score = _weighed(page, place, towns)
        if score > 0 and (best is None or score > best[0]):
            best = score, place
    if best:
        found.put("event.venue", _whole_name(page, best[1]), page, best[1])


def _cut(page: Page, start: int, end: int, towns: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The venue's name alone: up to a comma, a bracket, a room, or a town that follows."""
    text = page.text[start:end]
    stop = re.search(r"\s*(?:[,;(|\n]|\s-\s|\s—\s|\.\s|\.$)", text)
    if stop:
        text = text[: stop.start()]
    room = re.search(rf",?\s*(?:{page.words.any_of('venue', 'rooms')})\s.*$", text, re.I)
    if room and room.start() > 3:
        text = text[: room.start()]
    for town_start, _town_end in towns:
        if start < town_start < start + len(text) and re.search(
            rf"(?<!\w){page.words.any_of('place', 'in')}\s+$", page.text[start:town_start], re.I
        ):
            text = page.text[start:town_start]
            text = re.sub(rf"\s+{page.words.any_of('place', 'in')}\s+$", "", text, flags=re.I)
    text = cut_name(text.rstrip(" ,.;:-"), page.words)
    text = re.sub(r"(?<=\w)(?:\s+[a-zà-öø-ÿ]+)+$", "", text)
    return (start, start + len(text)) if len(text) > 3 else None


def _is_town(place: tuple[int, int], towns: list[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in towns)


def _is_ours(page: Page, text: str) -> bool:
    return bool(page.words.pattern("venue", "ours").search(text))


def _weighed(page: Page, place: tuple[int, int], towns: list[tuple[int, int]]) -> int:
    """How likely the name at ``place`` is the venue; a name needs a word for a kind of house or a place beside it."""
    words, text = page.words, page.text[place[0] : place[1]]
    sentence = page.sentence_at(place[0])
    before = page.text[max(sentence.start, place[0] - 40) : place[0]]
    after = page.text[place[1] : place[1] + 30]
    at = re.search(rf"(?<!\w){words.any_of('venue', 'at')}\s+(?:{words.any_of('venue', 'article')}\s+)?$", before, re.I)
    has_kind = bool(words.pattern("venue", "kinds").search(text))
    beside_town = any(0 <= start - place[1] <= 6 for start, _end in towns) or any(
        0 <= place[0] - end <= 4 for _s, end in towns
    )
    listed = bool(re.search(r"(?:,\s*|^\s*)$", before)) and has_kind
    capitals = [word for word in text.split() if word[0].isupper()]
    by_grammar = bool(re.search(r"\bat the\s+$", before, re.I)) and len(capitals) > 1
    by_grammar = by_grammar and any(
        words.pattern(*place).search(sentence.text)
        for place in (("times", "speaking"), ("venue", "kinds"), ("place", "event"))
    )
    held = beside_town or by_grammar or bool(words.pattern("place", "held").search(before))
    if not (has_kind and (at or listed)) and not (at and held):
        return 0
    if words.pattern("dates", "past").search(page.text[sentence.start : place[0]]):
        return 0
    if words.pattern("venue", "not_before").search(before):
        return 0
    one_word = len(text.split()) < 2
    if one_word and not (has_kind and beside_town and re.search(r"[a-z,:]\s+the\s+$", before)):
        return 0
    if words.pattern("title", "kinds").search(text.split()[-1]) and not has_kind:
        return 0
    if any(word.lower() in words.months or word.lower() in words.weekdays for word in text.split()):
        return 0
    if not has_kind and (words.pattern("people", "org_words").search(text)):
        return 0
    score = 3 * has_kind + bool(at) + beside_town + bool(words.pattern("place", "event").search(sentence.text))
    if re.match(rf"\s*{words.any_of('venue', 'not_after')}(?!\w)", after, re.I):
        score -= 4
    return score


def _whole_name(page: Page, place: tuple[int, int]) -> str:
    """The name without a leading article."""
    text = squeezed(page.whole[place[0] : place[1]])
    return re.sub(rf"^{page.words.any_of('venue', 'article')}\s+", "", text, flags=re.I)


def library_of(page: Page, organization: str | None) -> tuple[str, int, int] | None:
    """ "on the library lawn" written by somebody at a library: the organization's own house is the venue."""
    if not organization:
        return None
    for match in re.finditer(rf"(?<!\w){page.words.any_of('venue', 'at')}\s+(?:the|our)\s+([a-z]+)", page.text):
        if (
            page.words.pattern("venue", "kinds").fullmatch(match.group(1))
            and fold(match.group(1)) in fold(organization).split()
        ):
            return organization, match.start(1), match.end(1)
    return None
