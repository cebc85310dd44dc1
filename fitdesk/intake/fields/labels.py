"""Lines such as "Budget: 5,000" or a form's table rows: the label, and where its value stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fitdesk.intake.page import BULLET, Page

MOST_LINES = 400
_LINE = re.compile(r"(?P<label>[^\W_][^:\t\n]{0,60}?)\s*(?:(?P<colon>:)(?!//)\s*|\t+\s*)(?P<value>\S.*)?$")
_NUMBERED = re.compile(r"^(?:\d+|first|second|third|preferred|proposed)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Labelled:
    """The value of one labelled line: characters ``start`` to ``end`` of the text; ``label`` in lower case."""

    label: str
    start: int
    end: int
    text: str


def labelled_lines(page: Page) -> list[Labelled]:
    """Every labelled line of the body, with the value on the line or the indented lines below its label."""
    found: list[Labelled] = []
    lines = page.body[:MOST_LINES]
    for number, line in enumerate(lines):
        bullet = BULLET.match(line.text)
        offset = bullet.end() if bullet else len(line.text) - len(line.text.lstrip())
        match = _LINE.match(page.text[line.start + offset : line.end])
        if not match and (alone := _alone(page, number)):
            found.append(alone)
        if not match or len(match["label"].split()) > 7:
            continue
        label = match["label"].strip(" *?").lower()
        if match["value"]:
            start, end = line.start + offset + match.start("value"), line.end
        else:
            following = lines[number + 1] if number + 1 < len(lines) else None
            if (
                not following
                or not following.text.strip()
                or not match["colon"]
                or _LINE.match(following.text.strip())
                or BULLET.match(following.text)
            ):
                continue
            start, end = following.start, following.end
        for below in lines[number + 1 :]:
            if len(below.text) - len(below.text.lstrip()) < 8 or not match["value"] or not below.text.strip():
                break
            end = below.end
        found.append(Labelled(label, start, end, page.text[start:end].strip()))
    return found


def _alone(page: Page, number: int) -> Labelled | None:
    """A known label on a line of its own, its value on the lines below up to an empty one."""
    text = page.text[page.body[number].start : page.body[number].end].strip(" *#?:")
    if not text or len(text.split()) > 6 or not any(_is_label(page, text, *place) for place in _FORM_LABELS):
        return None
    below = []
    for line in page.body[number + 1 :]:
        if not line.text.strip():
            break
        below.append(line)
    if not 1 <= len(below) <= 8 or (number and page.body[number - 1].text.strip()):
        return None
    start, end = below[0].start, below[-1].end
    return Labelled(text.lower(), start, end, page.text[start:end].strip())


def _is_label(page: Page, label: str, section: str, key: str) -> bool:
    return bool(page.words.pattern(section, key).fullmatch(label))


def values_of(page: Page, lines: list[Labelled], section: str, key: str = "labels") -> list[Labelled]:
    """The lines whose label is one of the list ``section.key`` of the page's language."""
    pattern = page.words.pattern(section, key)
    hits = []
    for line in lines:
        label = re.sub(r"\s*\((?!s\))[^)]*\)", "", line.label).strip(" ?*.#")
        if pattern.fullmatch(label) or pattern.fullmatch(_NUMBERED.sub("", label)) or pattern.fullmatch(line.label):
            hits.append(line)
    return hits


_FORM_LABELS = (
    ("people", "name_labels"), ("people", "first_name_labels"), ("people", "email_labels"), ("people", "phone_labels"),
    ("people", "organization_labels"), ("people", "role_labels"), ("dates", "labels"), ("place", "labels"),
    ("format", "labels"), ("audience", "labels"), ("topics", "labels"), ("money", "labels"), ("title", "labels"),
)  # fmt: skip
_ASKED_BY_FORMS = frozenset(("first_name_labels", "email_labels", "phone_labels"))


def is_form(page: Page, lines: list[Labelled]) -> bool:
    """Whether these labelled lines are a web form: it asks for name and address, a letter sets only facts apart."""
    kinds = {(section, key) for section, key in _FORM_LABELS if values_of(page, lines, section, key)}
    return len(kinds) >= 4 and any(key in _ASKED_BY_FORMS for _section, key in kinds)
