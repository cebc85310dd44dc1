"""What the speaker is asked to do, and whether the people meet in a room, on a screen, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fitdesk.domain.event import Format, Mode
from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.page import Found, Page, Sentence
from fitdesk.intake.words import alternatives


def _format_pattern(page: Page) -> re.Pattern[str]:
    groups = [
        rf"(?P<{kind.value}>{alternatives(page.words.list('format', kind.value))})"
        for kind in Format
        if page.words.list("format", kind.value)
    ]
    return re.compile(rf"(?<![\w@./-])(?:{'|'.join(groups) or '(?!)'})(?![\w@])", re.I)


def read_format(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Put event.format into ``found``: the first one asked for, not one the sender once heard."""
    pattern = _format_pattern(page)
    for line in values_of(page, labelled, "format"):
        match = pattern.search(page.text, line.start, line.end)
        if match and found.put("event.format", Format(str(match.lastgroup)), page, match.span()):
            return
    asking = page.words.pattern("format", "asking")
    for is_wanted in (True, False):
        for sentence in page.sentences:
            if bool(asking.search(sentence.text)) is not is_wanted and not page.header:
                continue
            for match in _wanted(page, sentence, pattern):
                sure = 1.0 if is_wanted else 0.7
                if found.put("event.format", Format(str(match.lastgroup)), page, match.span(), sure=sure):
                    return


def _wanted(page: Page, sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The formats named in a sentence, leaving out the speaker's earlier ones and other people's."""
    for match in pattern.finditer(page.text, sentence.start, sentence.end):
        before = page.text[max(sentence.start, match.start() - 60) : match.start()]
        after = page.text[match.end() : match.end() + 40]
        if page.words.pattern("format", "heard").search(before):
            continue
        if re.match(rf"\s*{page.words.any_of('format', 'not_after')}(?!\w)", after, re.I):
            continue
        yield match


def read_mode(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Put event.mode into ``found`` where the mail says so; a place alone is judged when all else has been read."""
    hybrid = page.words.pattern("mode", "hybrid").search(page.text)
    if hybrid:
        found.put("event.mode", Mode.HYBRID, page, hybrid.span())
        return
    if page.words.pattern("mode", "either").search(page.text):
        return
    lines = values_of(page, labelled, "place")
    virtual = page.words.pattern("mode", "virtual")
    for line in lines:
        if match := virtual.search(page.text, line.start, line.end):
            found.put("event.mode", Mode.VIRTUAL, page, match.span())
            return
    remote = next((m for m in virtual.finditer(page.text) if _is_meant(page, m)), None)
    room = page.words.pattern("mode", "in_person").search(page.text)
    if remote and room:
        if page.sentence_at(remote.start()) == page.sentence_at(room.start()):
            return
        remote = None if room.start() < remote.start() else remote
    if remote:
        found.put("event.mode", Mode.VIRTUAL, page, remote.span())
    elif room:
        found.put("event.mode", Mode.IN_PERSON, page, room.span())


def _is_meant(page: Page, match: re.Match[str]) -> bool:
    """Whether a word such as "online" or "remote" speaks of the event, not of the client's work or wares."""
    before = page.text[max(0, match.start() - 30) : match.start()]
    after = page.text[match.end() : match.end() + 25]
    sentence = page.sentence_at(match.start())
    if page.words.pattern("dates", "past").search(sentence.text):
        return False
    if re.search(rf"{page.words.any_of('mode', 'not_before')}\s+$", before, re.I):
        return False
    return not re.match(rf"[\s-]*{page.words.any_of('mode', 'not_after')}(?!\w)", after, re.I)
