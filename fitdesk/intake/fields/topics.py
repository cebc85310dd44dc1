"""What the talk should be about, in the client's own phrases."""

from __future__ import annotations

import re

from fitdesk.domain.event import Format
from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.page import BULLET, Found, Page, Sentence, squeezed

LONGEST = 9
"""Words of one topic."""
MOST = 8


def read_topics(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Put event.topics into ``found``: labelled ones, what follows "on", "about", "topics are", or a colon."""
    for line in values_of(page, labelled, "topics"):
        if _put(page, line.start, line.end, found):
            return
    if _listed(page, found):
        return
    best: tuple[int, list[tuple[int, int]]] | None = None
    for sentence in page.sentences:
        for score, start, end in _phrases(page, sentence):
            pieces = _pieces(page, start, end)
            if pieces and (best is None or score > best[0]):
                best = score, pieces
            elif pieces and best and score == best[0] and score >= 3:
                best[1].extend(piece for piece in pieces if piece not in best[1])
    if best:
        _keep(page, best[1], found)
    elif not _before_the_verb(page, found) and not _numbered(page, found):
        _quoted(page, found)


def _put(page: Page, start: int, end: int, found: Found) -> bool:
    pieces = _pieces(page, start, end)
    return bool(pieces) and _keep(page, pieces, found)


def _keep(page: Page, pieces: list[tuple[int, int]], found: Found) -> bool:
    chosen = pieces[:MOST]
    topics = tuple(dict.fromkeys(squeezed(page.whole[start:end]) for start, end in chosen))
    return found.put("event.topics", topics, page, *chosen, sure=0.8)


def _phrases(page: Page, sentence: Sentence) -> list[tuple[int, int, int]]:
    """(how sure, start, end) of the stretches of a sentence that name topics."""
    words = page.words
    if words.pattern("dates", "past").search(sentence.text[:60]) or words.pattern("topics", "not_in").search(
        sentence.text
    ):
        return []
    found = []
    groups = ((4, "cues"), (3, "talk_about"), (2, "formats_on"))
    for score, key in groups:
        for match in words.pattern("topics", key).finditer(page.text, sentence.start, sentence.end):
            if words.pattern("topics", "not_before").search(
                page.text[max(sentence.start, match.start() - 40) : match.start()]
            ):
                continue
            end = _end_of_phrase(page, match.end(), sentence.end)
            if end - match.end() > 2:
                found.append((score, match.end(), end))
        if found:
            return found[:3]
    return found


def _end_of_phrase(page: Page, start: int, limit: int) -> int:
    """Where the topics stop: at a full stop, a bracket, or words such as "for", "because", "in a"."""
    text = page.text[start:limit]
    stop = re.search(rf"[.!?;()\n—]|\s-\s|\s*,?\s(?<!\w){page.words.any_of('topics', 'stop')}(?!\w)", text, re.I)
    end = stop.start() if stop else len(text)
    quoted = re.match(r"\s*:?\s*((?:\"[^\"]{2,90}\"[\s,]*(?:and|or|&)?\s*)+)", text)
    if quoted:
        end = quoted.end(1)
    return start + len(text[:end].rstrip())


def _pieces(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """The single topics between ``start`` and ``end``, cut at commas, semicolons and "and"."""
    text = page.text[start:end]
    quotes = list(re.finditer(r"\"([^\"]{2,90})\"", text))
    spans = [match.span(1) for match in quotes]
    if not quotes or sum(b - a for a, b in spans) < 0.4 * len(text):
        spans, at = [], 0
        word = page.words.any_of("topics", "joins")
        joins = rf"\s*[,;/]\s*(?:{word}\s+)?|\s+{word}\s+|\s*\n\s*"
        for cut in [*re.finditer(joins, text, re.I), None]:
            stop = cut.start() if cut else len(text)
            spans.append((at, stop))
            at = cut.end() if cut else stop
    found = []
    for a, b in spans:
        piece = text[a:b]
        lead = re.match(rf"[\s:\"'(]*(?:(?:{page.words.any_of('topics', 'lead_ins')})\s+)*", piece, re.I)
        a += lead.end() if lead else 0
        piece = text[a:b].rstrip(" .,;:\"')!?")
        if _is_topic(page, piece):
            found.append((start + a, start + a + len(piece)))
    return found


def _is_topic(page: Page, piece: str) -> bool:
    count = len(piece.split())
    if not 1 <= count <= LONGEST or len(piece) < 3 or re.fullmatch(r"[\d\W]+", piece):
        return False
    last = piece.split()[-1]
    is_format = any(page.words.pattern("format", kind.value).fullmatch(last) for kind in Format)
    return not is_format and not page.words.pattern("topics", "not_topics").match(piece)


def _before_the_verb(page: Page, found: Found) -> bool:
    """ "Remote onboarding and team rituals are what people ask for": the topics stand first."""
    for sentence in page.sentences:
        said = page.words.pattern("topics", "reverse").search(sentence.text)
        if said and not page.words.pattern("topics", "not_in").search(sentence.text):
            begins = [
                m.end() for m in re.finditer(r"[,;:(—]\s*|\b(?:but|that|because|as)\s", sentence.text[: said.start()])
            ]
            start = begins[-1] if begins and said.start() - begins[-1] > 25 else 0
            pieces = _pieces(page, sentence.start + start, sentence.start + said.start())
            if pieces and all(len(page.text[a:b].split()) <= 5 for a, b in pieces):
                return _keep(page, pieces, found)
    return False


def _numbered(page: Page, found: Found) -> bool:
    """ "1) saying no, 2) fairness at work": points numbered within a sentence."""
    for sentence in page.sentences:
        marks = list(re.finditer(r"(?<!\w)\(?([1-9])[).]\s+", sentence.text))
        if [mark.group(1) for mark in marks][:2] != ["1", "2"]:
            continue
        pieces: list[tuple[int, int]] = []
        for mark, following in zip(marks, [*marks[1:], None], strict=True):
            end = following.start() if following else len(sentence.text)
            piece = re.split(r"[;.!?]|,\s*(?:and\s*)?$", sentence.text[mark.end() : end])[0].rstrip(" ,")
            if _is_topic(page, piece):
                pieces.append((sentence.start + mark.end(), sentence.start + mark.end() + len(piece)))
        return bool(pieces) and _keep(page, pieces, found)
    return False


def _quoted(page: Page, found: Found) -> None:
    """Phrases in quotes that are no titles: so "hard conversations" would be right on target."""
    for sentence in page.sentences:
        said = list(re.finditer(r"\"([a-z][^\"\n]{4,80})\"", sentence.text))
        if said and page.words.pattern("topics", "fits").search(sentence.text):
            spans = [(sentence.start + m.start(1), sentence.start + m.start(1) + len(m[1].rstrip(" ,."))) for m in said]
            _keep(page, [span for span in spans if _is_topic(page, page.text[slice(*span)])], found)
            return


def _listed(page: Page, found: Found) -> bool:
    """Points under a line that ends with a colon and speaks of topics or themes."""
    for number, line in enumerate(page.body):
        text = page.text[line.start : line.end].rstrip()
        if not text.endswith(":") or not page.words.pattern("topics", "list_heads").search(text):
            continue
        pieces: list[tuple[int, int]] = []
        for below in page.body[number + 1 : number + 12]:
            bullet = BULLET.match(below.text) or re.match(r"\s+(?=\S)", below.text)
            if not below.text.strip():
                if pieces:
                    break
                continue
            if not bullet:
                break
            start = below.start + bullet.end()
            piece = page.text[start : below.end].rstrip(" .,;")
            if _is_topic(page, piece):
                pieces.append((start, start + len(piece)))
        if pieces:
            return _keep(page, pieces, found)
    return False
