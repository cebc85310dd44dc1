"""The small blocks of a letter: the information block, the address in its window, single lines that must fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.kinds import RULES, To
from fitdesk.letters.languages import language_for, language_of
from fitdesk.letters.paper.linebreak import NO_BREAK, Measure, break_lines
from fitdesk.letters.words.dates import days_in_short
from fitdesk.letters.words.peer_words import say_phone

_ADDRESS_SIZES: Final = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
_GOOD_SIZE: Final = 9.0
_BROKEN_FROM: Final = 9.5
"""The largest size at which a long line may be broken; above, it is rather made smaller."""
INFO_SIZE: Final = 8.5
_SMALLEST_INFO: Final = 6.5
_MOST_INFO_LINES: Final = 3
_LOOSEST: Final = 12.9
"""The leading of an address in a DIN field, in points: six lines in 27.3 mm."""
_TIGHTEST: Final = 1.08


@dataclass(frozen=True, slots=True)
class InfoRow:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class FittedAddress:
    """The lines of an address at a size and leading, in points, that fit its window."""

    lines: tuple[str, ...]
    size: float
    leading: float


def info_rows(text: LetterText, facts: LetterFacts, kind: LetterKind, manner: Manner) -> tuple[InfoRow, ...]:
    """Date, reference, the request, the event and how to reach the owner; a row without a value is left out.

    A peer is told nothing of the request and the event here: what they may know stands in the letter.
    """
    inquiry, owner, speech, locale = facts.inquiry, facts.owner, language_for(manner), manner.locale
    to_client = RULES[kind].to is To.CLIENT
    event, received = inquiry.event, inquiry.received
    what = ", ".join(part for part in (speech.event_in_short(event), days_in_short(event, locale, facts.day)) if part)
    rows = (
        ("label_date", dated(facts, locale)),
        ("label_reference", " ".join(text.reference.split())),
        ("label_request", speech.say_day(received.date(), locale) if received and to_client else ""),
        ("label_event", what if to_client else ""),
        ("label_phone", say_phone(owner.phone)),
        ("label_email", owner.email.strip()),
    )
    return tuple(InfoRow(speech.term(label), value) for label, value in rows if value)


def dated(facts: LetterFacts, locale: str) -> str:
    """The day with the owner's town, if the letterhead names it: "Bristol, 1 March 2027"; "Paris, le 1er mars 2027"."""
    day, place = language_of(locale).say_day(facts.day, locale), facts.owner.letterhead.place.strip()
    if not place:
        return day
    return f"{place}, le {day}" if locale.startswith("fr") else f"{place}, {day}"


def fit_info(
    rows: Sequence[InfoRow], width: float, measure: Callable[[str, float], float], keep: Callable[[str], str]
) -> tuple[tuple[float, tuple[str, ...]], ...]:
    """For each row its size and its lines, no wider than ``width`` points: small print before broken words, and before
    more than three lines."""
    fitted = []
    for row in rows:
        size = INFO_SIZE
        while size > _SMALLEST_INFO and any(measure(word, size) > width for word in row.value.split()):
            size -= 0.5
        lines = _broken(keep(row.value), width, _plain(measure, size))
        while len(lines) > _MOST_INFO_LINES and size > _SMALLEST_INFO:
            size -= 0.5
            lines = _broken(keep(row.value), width, _plain(measure, size))
        fitted.append((size, tuple(lines)))
    return tuple(fitted)


@lru_cache(maxsize=64)
def _plain(measure: Callable[[str, float], float], size: float) -> Measure:
    return lambda words, _bold: measure(words, size)


def fit_address(
    ways: Sequence[Sequence[str]], width: float, height: float, measure_at: Callable[[float], Measure]
) -> FittedAddress | None:
    """One of ``ways`` inside a window of ``width`` × ``height`` points; None when none fits at any size.

    The first one that can be set at a good size is taken, else the one that can be set largest.
    """
    found = [fitted for lines in ways if (fitted := _fit(lines, width, height, measure_at)) is not None]
    good = (fitted for fitted in found if fitted.size >= _GOOD_SIZE)
    return next(good, max(found, key=lambda fitted: (fitted.size, -len(fitted.lines)), default=None))


def _fit(
    lines: Sequence[str], width: float, height: float, measure_at: Callable[[float], Measure]
) -> FittedAddress | None:
    for size in _ADDRESS_SIZES:
        measure = measure_at(size)
        broken = [broken for line in lines for broken in _broken(line, width, measure)]
        if len(broken) > len(lines) and size > _BROKEN_FROM:
            continue
        leading = min(_LOOSEST, size * 1.3, height / max(len(broken), 1))
        if leading >= size * _TIGHTEST:
            return FittedAddress(tuple(broken), size, leading)
    return None


def _broken(line: str, width: float, measure: Measure) -> list[str]:
    """The line in pieces no wider than ``width``; marks for bold are plain text here."""
    found = break_lines(line.replace("**", "∗∗").replace(" V.", f"{NO_BREAK}V."), width, measure)
    return ["".join(run.text for run in piece).replace("∗∗", "**") for piece in found]


def fit_one_line(
    text: str, width: float, largest: float, smallest: float, measure: Callable[[str, float], float]
) -> float:
    """The size at which ``text`` fits one line; below ``smallest`` only when nothing else helps."""
    size = largest
    while size > smallest and measure(text, size) > width:
        size = max(smallest, size - 0.5)
    while measure(text, size) > width and size > 0.5:
        size *= 0.95
    return size


def fit_small(
    text: str, width: float, largest: float, smallest: float, measure: Callable[[str, float], float]
) -> tuple[float, tuple[str, ...]]:
    """Small print in one line if it can be made small enough, else in several, broken between its parts (" · ")."""
    size = largest
    while size > smallest and measure(text, size) > width:
        size = max(smallest, size - 0.5)
    if measure(text, size) <= width:
        return size, (text,)
    parts = [part.replace(" ", NO_BREAK) for part in text.split(" · ")]
    if any(measure(part, size) > width for part in parts):
        parts = text.split(" · ")
    lines = _broken(" · ".join(part for part in parts).replace(" · ", f"{NO_BREAK}· "), width, _plain(measure, size))
    return size, tuple(line.removesuffix(f"{NO_BREAK}·").replace(NO_BREAK, " ") for line in lines)


def notes_below(text: LetterText, manner: Manner) -> tuple[str, ...]:
    """Enclosures and copies as they are listed below the name: "Enclosures: outline, terms"."""
    speech = language_for(manner)
    enclosures = [" ".join(one.split()) for one in text.enclosures if one.strip()]
    copies = [" ".join(one.split()) for one in text.copies if one.strip()]
    colon = f"{NO_BREAK}:" if manner.language == "fr" else ":"
    label = speech.term("label_enclosure" if len(enclosures) == 1 else "label_enclosures")
    notes = [f"{label}{colon} {', '.join(enclosures)}"] if enclosures else []
    if copies:
        notes.append(f"{speech.term('label_copies')}{colon} {', '.join(copies)}")
    return tuple(notes)
