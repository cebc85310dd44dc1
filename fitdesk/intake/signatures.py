"""Where a letter ends and its signature begins."""

from __future__ import annotations

import re

from fitdesk.intake.page import even
from fitdesk.intake.places import fold
from fitdesk.intake.threads import Line
from fitdesk.intake.words import Words, alternatives

LONGEST_SIGNATURE = 16
"""Lines with text; what follows is a disclaimer."""


def split_signature(lines: list[Line], name: str, words: Words) -> tuple[list[Line], list[Line]]:
    """(body, signature) of one writer's lines; the sign-off belongs to neither, a postscript to the body."""
    at = _beginning(lines, name, words)
    if at is None:
        return _without_disclaimer(lines, words), []
    body, signature, postscript = list(lines[:at]), [], False
    for line in lines[at:]:
        text = line.text.strip()
        postscript = bool(text) and (postscript or bool(re.match(r"P\.?\s?P?\.?S\.?[\s:.-]", text)))
        if postscript:
            body.append(line)
        elif text:
            signature.append(line)
    return _without_disclaimer(body, words), _first_lines(signature, words)


def _beginning(lines: list[Line], name: str, words: Words) -> int | None:
    """The line after which the signature stands: a sign-off, "-- ", or the writer's own name."""
    phrases = alternatives(words.list("text", "sign_offs"))
    sign_off = re.compile(
        rf"{phrases}(?:[\s,]+(?:and|&)\s+\w+(?:\s\w+)?)?(?P<rest>[,.!:;)~\s-]*(?:\S+\s?){{0,3}})$", re.I
    )
    found = None
    filled = [number for number, line in enumerate(lines) if line.text.strip()]
    for place, number in enumerate(filled):
        text = even(lines[number].text).strip()
        if text in ("--", "__", "---") or re.fullmatch(r"_{3,}|-{3,}", text):
            if number >= len(lines) * 0.25 and found is None:
                found = number + 1
            continue
        if len(text) < 60 and number != filled[0] and (match := sign_off.match(text)):
            rest = match["rest"].strip(" ,.!:;)~-")
            is_end = len(filled) - place <= LONGEST_SIGNATURE + 9
            if is_end and (not rest or rest[0].isupper()):
                found = number + (0 if rest else 1) if found is None or number > found + 6 else found
    if found is not None:
        return found
    own = _own_name(lines, filled, name)
    return own if own is not None else _last_block(lines, filled, words)


def _last_block(lines: list[Line], filled: list[int], words: Words) -> int | None:
    """The last paragraph, where it is two to eight short lines without full stops and holds a number or a role."""
    block: list[int] = []
    for number in reversed(filled):
        if block and number != block[-1] - 1:
            break
        block.append(number)
    texts = [even(lines[number].text).strip() for number in block]
    short = (
        2 <= len(texts) <= 8 and len(block) < len(filled) and all(len(t) < 75 and t[-1] not in ".?!:;" for t in texts)
    )
    telling = any(re.search(r"\d{3}.{0,3}\d{3}|@", t) or words.pattern("people", "role_words").search(t) for t in texts)
    labels = any(re.match(r"[-*•]|[^:]{2,30}:\s", t) for t in texts)
    return block[-1] if short and telling and not labels else None


def _own_name(lines: list[Line], filled: list[int], name: str) -> int | None:
    """The first line near the end that is the writer's name, or the first name alone."""
    parts = [part for part in fold(name).split() if len(part) > 1]
    if not parts:
        return None
    for place, number in enumerate(filled[1:], 1):
        head = re.split(r"[|,]", lines[number].text)[0]
        words = fold(head).split()
        is_name = 0 < len(words) <= 6 and (words == parts[:1] or len(set(words) & set(parts)) >= 2)
        is_name = is_name or (len(words) in (2, 3) and words[0] == parts[0] and head.strip().istitle())
        if is_name and len(filled) - place <= LONGEST_SIGNATURE + 1:
            return number
    return None


def _first_lines(lines: list[Line], words: Words) -> list[Line]:
    kept: list[Line] = []
    for line in lines[:LONGEST_SIGNATURE]:
        if words.pattern("text", "disclaimers").match(even(line.text).strip()) or len(line.text) > 180:
            break
        kept.append(line)
    return kept


def _without_disclaimer(lines: list[Line], words: Words) -> list[Line]:
    """The body up to where legal or automatic text begins."""
    pattern = words.pattern("text", "disclaimers")
    for number, line in enumerate(lines):
        if number > 2 and pattern.match(even(line.text).strip()):
            return lines[:number]
    return lines
