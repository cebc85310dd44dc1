"""Every value's place in the text really is where it was read."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from functools import reduce
from pathlib import Path

import pytest

from fitdesk.intake.draft import Draft, DraftKind
from fitdesk.intake.page import even, squeezed
from fitdesk.intake.readers import read

OWN = sorted((Path(__file__).parent.parent / "samples" / "mail").glob("*.eml"))
VERBATIM = ("contact.organization", "contact.role", "event.name", "event.venue", "contact.email")


def value_at(draft: Draft, path: str) -> object:
    start: object = draft.inquiry
    if path in ("event.city", "event.country"):
        path = path.replace("event.", "event.place.")
    return reduce(getattr, path.split("."), start)


def pieces(draft: Draft, path: str) -> list[str]:
    return [squeezed(draft.inquiry.text[s.start : s.end]) for s in draft.sources[path] if not s.header]


@pytest.mark.parametrize("mail", OWN, ids=lambda mail: mail.stem)
def test_places_point_at_what_was_read(mail: Path) -> None:
    draft = read(mail.read_bytes(), mail.name)
    assert bool(draft.sources) is (draft.kind is DraftKind.INQUIRY)
    for path, sources in draft.sources.items():
        value, read_from = value_at(draft, path), pieces(draft, path)
        assert value is not None
        assert all(source.header or 0 <= source.start < source.end <= len(draft.inquiry.text) for source in sources)
        assert all(0 < source.confidence <= 1 for source in sources)
        if not read_from:
            continue
        if path in VERBATIM:
            said, kept = squeezed(even(read_from[0])).casefold().removeprefix("the "), even(str(value)).casefold()
            assert said in kept or kept in said
        elif path == "event.topics":
            assert isinstance(value, tuple)
            assert list(value) == list(dict.fromkeys(read_from))
        elif path == "contact.phone":
            assert str(value)[-6:] in re.sub(r"\D", "", read_from[0])
        elif isinstance(value, Decimal):
            assert re.sub(r"\D", "", read_from[0])
        elif path == "event.dates":
            assert isinstance(value, tuple)
            assert all(names_day(day, " ".join(read_from)) for day in value)
        elif isinstance(value, time):
            assert re.search(r"\d|noon|midday", read_from[0])


def names_day(day: date, words: str) -> bool:
    return bool(re.search(rf"(?<!\d)0?{day.day}(?!\d)|week|day|first|second|third|last", even(words)))


def test_a_value_from_a_header_names_it() -> None:
    draft = read(next(mail for mail in OWN if mail.stem.startswith("18") is False).read_bytes(), "a.eml")
    assert draft.sources["contact.email"][0].header == "From"
