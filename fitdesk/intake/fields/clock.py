"""When the speaker's slot begins and how long it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import cache

from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.page import Found, Page
from fitdesk.intake.words import Words, alternatives, words_of

_HALF = r"(?:\s?(?P<{0}>[ap])\.?\s?m\b\.?|(?P<{0}24>h\b))?"


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of day, perhaps with an end; minutes is the stretch between them."""

    start: int
    end: int
    begins: time
    minutes: int | None


@cache
def _time_pattern(language: str) -> re.Pattern[str]:
    words = words_of(language)
    o_clock = alternatives(words.list("times", "o_clock"))
    noon = alternatives(words.list("times", "noon"))
    one = r"(?P<h{0}>\d{{1,2}})(?:(?:[:.]|\s?h\s?)(?P<m{0}>[0-5]\d))?(?!\d)"
    first, second = one.format(1), one.format(2)
    to = alternatives([*words.list("dates", "range"), *words.list("times", "to")])
    return re.compile(
        rf"(?<![\d.,:/$£€-])(?:(?P<noon>(?<!\w){noon}(?!\w))|{first}{_HALF.format('p1')}(?P<o1>\s?{o_clock})?)"
        rf"(?:\s*(?:-|—|{to})\s*{second}{_HALF.format('p2')}(?P<o2>\s?{o_clock})?)?",
        re.I,
    )


def slots(text: str, words: Words, start: int = 0, end: int | None = None) -> list[Slot]:
    """The times of day in ``text[start:end]``; a bare number is one only with a.m., p.m., minutes or "o'clock"."""
    found = []
    for match in _time_pattern(words.language).finditer(text, start, len(text) if end is None else end):
        slot = _slot(match, text)
        if slot:
            found.append(slot)
    return found


def _slot(match: re.Match[str], text: str) -> Slot | None:
    clear = [match[name] for name in ("noon", "m1", "p1", "p124", "o1")]
    ends = match["h2"] is not None and any(match[name] for name in ("m2", "p2", "p224", "o2"))
    if not any(clear) and not ends:
        return None
    before = text[max(0, match.start() - 2) : match.start()]
    if match["m1"] and "." in match.group()[:3] and not any(clear[2:]) and not ends and not re.search(r"\s$", before):
        return None
    half = match["p1"] or (match["p2"] if match["h1"] and match["h2"] else None)
    begins = time(12) if match["noon"] else _time(match["h1"], match["m1"], half or _by_day(match))
    if begins is None:
        return None
    minutes = None
    if match["h2"]:
        until = _time(match["h2"], match["m2"], match["p2"] or (None if half else _by_day(match)))
        if until and not match["p1"] and match["p2"] and until < begins:  # "11 - 1 pm"
            begins = _time(match["h1"], match["m1"], None) or begins
        if until is None:
            return None
        minutes = (until.hour - begins.hour) * 60 + until.minute - begins.minute
        if minutes < 0 and not match["p2"] and until.hour < 12:
            minutes += 720
    return Slot(match.start(), match.end(), begins, minutes if minutes and 0 < minutes < 900 else None)


def _by_day(match: re.Match[str]) -> str | None:
    """Nobody books a talk at two in the night: "2:00 - 3:30" is in the afternoon unless written "02:00"."""
    written = match["h1"] or ""
    in_24_hours = written.startswith("0") or match["p124"] or match["p224"] or "h" in match.group().lower()
    return "p" if written and 1 <= int(written) <= 6 and not in_24_hours else None


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if half and 1 <= hours <= 12:
        hours = hours % 12 + 12 * (half in "pP")
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def read_clock(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Put event.start_time and event.duration_minutes into ``found``: the speaker's slot, else the event's."""
    best: tuple[int, Slot] | None = None
    labels = [(line.start, line.end) for line in values_of(page, labelled, "times", "start_labels")]
    labels += [(line.start, line.end) for line in values_of(page, labelled, "dates")]
    for slot in slots(page.text, page.words):
        score = _weighed(page, slot, any(start <= slot.start < end for start, end in labels))
        if score > 0 and (best is None or score > best[0]):
            best = score, slot
    if best:
        begins = _in_the_evening(page, best[1])
        found.put("event.start_time", begins, page, (best[1].start, best[1].end))
    _read_duration(page, labelled, best[1] if best else None, found)


def _in_the_evening(page: Page, slot: Slot) -> time:
    """ "7.30" is half past seven at night where the sentence, or the one before, speaks of an evening."""
    written = page.text[slot.start : slot.end]
    if slot.begins.hour not in range(5, 12) or re.search(r"[apAP]\.?[mM]|^0|h", written):
        return slot.begins
    sentence = page.sentence_at(slot.start)
    around = page.text[max(0, sentence.start - 250) : sentence.end]
    evening = page.words.pattern("times", "evening").search(around)
    return slot.begins.replace(hour=slot.begins.hour + 12) if evening else slot.begins


def _weighed(page: Page, slot: Slot, labelled: bool) -> int:
    """How likely ``slot`` is the speaker's; not at all at 0."""
    sentence = page.sentence_at(slot.start)
    place = slot.start - sentence.start
    near = re.split(r"[,;(—]", sentence.text[max(0, place - 30) : place])[-1]
    dotted = "." in page.text[slot.start : slot.end] and not re.search(
        r"[ap]\.?m", page.text[slot.start : slot.end], re.I
    )
    score = 6 if labelled else 0 if dotted and not slot.minutes else 1
    if page.words.pattern("times", "speaking").search(sentence.text):
        score += 2
    if page.words.pattern("times", "speaking").search(near):
        score += 1
    if slot.minutes:
        score += 2
    if re.search(rf"{page.words.any_of('times', 'at')}\s+(?:about\s+|around\s+)?$", near, re.I):
        score += 1
    if page.words.pattern("times", "other").search(near):
        score -= 4
    if page.words.pattern("dates", "past").search(sentence.text[:place]):
        score -= 4
    return score


_FIXED = {
    "hour_and_half": 90,
    "half_hour": 30,
    "three_quarters": 45,
    "one_hour": 60,
    "two_hours": 120,
    "three_hours": 180,
}


@cache
def _length_pattern(language: str) -> re.Pattern[str]:
    words = words_of(language)
    number = alternatives([r"\d{1,3}(?:[.,]\d)?", *words.numbers])
    parts = {key: alternatives(words.list("durations", key)) for key in ("minute", "hour", *_FIXED)}
    return re.compile(
        rf"(?<![\w.,$£€])(?:(?P<hour_and_half>{parts['hour_and_half']})|(?P<half_hour>{parts['half_hour']})"
        rf"|(?P<three_quarters>{parts['three_quarters']})"
        rf"|(?P<two_hours>{parts['two_hours']})|(?P<three_hours>{parts['three_hours']})|(?P<one_hour>{parts['one_hour']})"
        rf"|(?:(?P<times>\d)\s?x\s?)?(?P<number>{number})(?:\s?(?:-|to)\s?(?P<upper>\d{{1,3}}))?[\s-]?"
        rf"(?:(?P<minute>{parts['minute']})|(?P<hour>{parts['hour']})))(?!\w)",
        re.I,
    )


def _minutes(match: re.Match[str], words: Words) -> int | None:
    for name, minutes in _FIXED.items():
        if match[name]:
            return minutes
    said = match["number"].lower()
    number = words.numbers[said] if said in words.numbers else float(said.replace(",", "."))
    if match["upper"]:  # "45-60 minutes" is no single length
        return None
    total = number * (60 if match["hour"] else 1) * int(match["times"] or 1)
    return int(total) if 5 <= total <= 900 else None


def _read_duration(page: Page, labelled: list[Labelled], slot: Slot | None, found: Found) -> None:
    labels = [(line.start, line.end) for line in values_of(page, labelled, "durations")]
    best: tuple[int, int, int, int] | None = None
    for match in _length_pattern(page.words.language).finditer(page.text):
        minutes = _minutes(match, page.words)
        if minutes is None:
            continue
        is_labelled = any(start <= match.start() < end for start, end in labels)
        score = _length_score(page, match, is_labelled)
        if score > 0 and (best is None or score > best[0]):
            best = score, minutes, *match.span()
    if best is None:
        if slot and slot.minutes:
            found.put("event.duration_minutes", slot.minutes, page, (slot.start, slot.end))
        return
    if slot and slot.minutes and best[0] < 4:
        found.put("event.duration_minutes", slot.minutes, page, (slot.start, slot.end))
        return
    score, minutes, start, end = best
    extra = _questions_after(page, end)
    found.put("event.duration_minutes", minutes + (extra[0] if extra else 0), page, (start, extra[1] if extra else end))


def _length_score(page: Page, match: re.Match[str], labelled: bool) -> int:
    sentence = page.sentence_at(match.start())
    place = match.start() - sentence.start
    near = sentence.text[max(0, place - 45) : place + len(match.group()) + 45]
    close = sentence.text[max(0, place - 24) : place + len(match.group()) + 22]
    score = 7 if labelled else 1
    score += 2 * bool(page.words.pattern("durations", "speaking").search(near))
    score += bool(page.words.pattern("durations", "questions").search(near))
    following = sentence.text[place + len(match.group()) :].lstrip(" -")
    score += 2 * bool(page.words.pattern("durations", "speaking").match(following))  # "a 45 minute keynote"
    score -= 4 * bool(page.words.pattern("durations", "other").search(close))
    if page.words.pattern("dates", "past").search(sentence.text[:place]):
        score -= 3
    return score


def _questions_after(page: Page, end: int) -> tuple[int, int] | None:
    """Minutes for questions that come on top ("40 minutes plus 20 for questions"), and where they end."""
    words = page.words
    match = re.match(
        rf"[\s,]*{words.any_of('durations', 'added')}\s+(?:\w+\s+)?(\d{{1,2}})[\s-]?"
        rf"(?:{words.any_of('durations', 'minute')}\s+)?"
        rf"(?:\w+\s+){{0,3}}{words.any_of('durations', 'questions')}",
        page.text[end : end + 80],
        re.I,
    )
    return (int(match.group(1)), end + match.end()) if match else None
