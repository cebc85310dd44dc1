"""What else a client says: other speakers, outcome wanted, must-haves, language on stage, listeners, series or not."""

from __future__ import annotations

import re

from fitdesk.domain.event import Booking
from fitdesk.domain.inquiry import StyleWish
from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.page import BULLET, Found, Page, squeezed


def read_others(page: Page, labelled: list[Labelled], found: Found) -> None:
    """others_considered: True if others are asked or quoted, False if it is said that nobody else is."""
    for line in values_of(page, labelled, "others"):
        word = line.text.lower()
        if re.match(page.words.any_of("others", "no") + r"\b", word):
            found.put("others_considered", False, page, (line.start, line.end))
        elif re.match(page.words.any_of("others", "yes") + r"\b", word):
            found.put("others_considered", True, page, (line.start, line.end))
    contact, anybody = page.words.any_of("others", "contact"), page.words.any_of("others", "anybody")
    nobody = page.words.pattern("others", "nobody").search(page.text) or re.search(
        rf"(?<!\w){page.words.any_of('others', 'not')}\s+(?:\w+\s+){{0,2}}{contact}\s+{anybody}(?!\w)", page.text, re.I
    )
    if nobody:
        found.put("others_considered", False, page, nobody.span())
    for said in _rivals(page):
        on_stage = page.words.pattern("others", "on_stage").search(page.text[said.end() : said.end() + 50])
        if not on_stage and not page.words.pattern("others", "earlier").search(page.sentence_at(said.start()).text):
            found.put("others_considered", True, page, said.span())
            return


def _rivals(page: Page) -> list[re.Match[str]]:
    """Where other speakers are spoken of: set phrases, "two other coaches", "in touch with several people"."""
    words = page.words
    rivals, quantity = words.any_of("others", "rivals"), words.any_of("others", "quantity")
    other = r"(?:other|others|more|further|additional|different|another)"
    patterns: tuple[str, ...] = (
        words.any_of("others", "somebody"),
        rf"(?:{quantity}\s+{other}|also\s+{other})(?:\s+(?:\w+\s+)?{rivals})(?!\w)",
        rf"{words.any_of('others', 'contact')}\s+(?:also\s+)?"
        rf"(?:{quantity}\s+(?:\w+\s+)?{rivals}|{quantity}\s+others?|others|(?:an)?other\s+{rivals})",
    )
    if not rivals or rivals == "(?!)":
        patterns = patterns[:1]
    found = (match for pattern in patterns for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", page.text, re.I))
    return sorted(found, key=lambda match: match.start())


def read_goal(page: Page, labelled: list[Labelled], found: Found) -> None:
    """What should be different afterwards, in the client's own sentences (at most three)."""
    for line in values_of(page, labelled, "goal"):
        if len(line.text.split()) > 2:
            found.put("goal", squeezed(page.whole[line.start : line.end]), page, (line.start, line.end))
            return
    chosen = [
        sentence
        for sentence in page.sentences
        if page.words.pattern("goal", "cues").search(sentence.text)
        and not page.words.pattern("goal", "not_in").search(sentence.text)
    ][:3]
    if chosen:
        text = " ".join(squeezed(page.whole[s.start : s.end]) for s in chosen)
        found.put("goal", text, page, *((s.start, s.end) for s in chosen), sure=0.8)


def read_must_haves(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Only where they are clearly listed: a labelled line, or points under "must have:"."""
    for line in values_of(page, labelled, "must_haves"):
        pieces = [squeezed(piece) for piece in re.split(r"\s*[;,]\s*", page.whole[line.start : line.end])]
        found.put("must_haves", tuple(piece for piece in pieces if piece), page, (line.start, line.end))
    for number, head in enumerate(page.body):
        text = page.text[head.start : head.end].strip()
        if not text.endswith(":") or not page.words.pattern("must_haves", "heads").search(text):
            continue
        points = []
        for below in page.body[number + 1 : number + 12]:
            bullet = BULLET.match(below.text)
            if bullet:
                points.append((below.start + bullet.end(), below.end))
            elif below.text.strip():
                break
        wanted = tuple(squeezed(page.whole[start:end]).rstrip(" .;,") for start, end in points)
        if wanted:
            found.put("must_haves", wanted, page, *points)


def read_stage(page: Page, labelled: list[Labelled], found: Found) -> None:
    """event.language, .audience_level, .sector and .booking, and inquiry.style, each only when clearly said."""
    _stage_language(page, labelled, found)
    for path, section in (("event.audience_level", "level"), ("event.sector", "sector")):
        for line in values_of(page, labelled, section):
            found.put(path, squeezed(page.whole[line.start : line.end]), page, (line.start, line.end))
        said = page.words.pattern(section, "cues").search(page.text)
        if said:
            found.put(path, squeezed(page.whole[slice(*said.span())]).lower(), page, said.span(), sure=0.7)
    for booking, key in ((Booking.SERIES, "series"), (Booking.ONE_OFF, "one_off")):
        said = page.words.pattern("booking", key).search(page.text)
        if said:
            found.put("event.booking", booking, page, said.span(), sure=0.8)
    _style(page, found)


def _stage_language(page: Page, labelled: list[Labelled], found: Found) -> None:
    names = page.words.table("language").get("names", {})
    if not isinstance(names, dict) or not names:
        return
    either = "|".join(re.escape(str(name)) for name in names)
    for line in values_of(page, labelled, "language"):
        match = re.search(rf"(?<!\w)({either})(?!\w)", page.text[line.start : line.end], re.I)
        if match:
            found.put("event.language", str(names[match.group(1).lower()]), page, (line.start, line.end))
    pattern = page.words.any_of("language", "cues").replace("LANGUAGE", f"(?:{either})")
    said = re.search(rf"(?<!\w){pattern}(?!\w)", page.text, re.I)
    if said:
        named = re.findall(rf"(?<!\w)({either})(?!\w)", said.group(), re.I)
        if len({name.lower() for name in named}) == 1:
            found.put("event.language", str(names[named[0].lower()]), page, said.span())


def _style(page: Page, found: Found) -> None:
    """Words for the tone wanted, in a sentence that speaks of the talk or the speaker; two that disagree cancel out."""
    marks: dict[str, set[int]] = {}
    places = []
    for slider in ("energy", "humour", "practice", "challenge"):
        for value in (0, 4):
            for said in page.words.pattern("style", f"{slider}_{value}").finditer(page.text):
                sentence = page.sentence_at(said.start())
                if page.words.pattern("style", "wanted").search(sentence.text):
                    marks.setdefault(slider, set()).add(value)
                    places.append(said.span())
    clear = {slider: min(values) for slider, values in marks.items() if len(values) == 1}
    if clear:
        found.put("style", StyleWish(**clear), page, *places, sure=0.6)
