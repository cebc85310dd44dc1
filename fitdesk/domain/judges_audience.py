"""Who will be in the room? The criterion audience: their number, who they are, and their sector."""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf

from fitdesk.domain.assessment import Finding
from fitdesk.domain.case import Case
from fitdesk.domain.offering import Offering
from fitdesk.domain.ranges import UNKNOWN_VALUE, Range
from fitdesk.domain.stemming import words_in
from fitdesk.domain.topics import likeness
from fitdesk.domain.wording import listed, number_range
from fitdesk.domain.worth import worth, worth_at
from fitdesk.i18n import _

MOST_NAMED = 3
SERVED, OTHERS = 0.0, 1.0
"""Levels of the value functions "audience.level" and "audience.sector": for others half is left of the first, and .7 of
the second, as people on another level need other stories, and another sector mostly other words."""
EITHER = Range(SERVED, OTHERS)
AS_GOOD = Range.exactly(1.0)


def judge_audience(case: Case) -> Finding:
    """Size inside the offering's range counts fully and falls to 0 at half or double; other people count less."""
    event, offering = case.inquiry.event, case.offering
    size = _size(case)
    level = kind_factor("audience.level", event.audience_level, offering.audience_levels, case)
    sector = kind_factor("audience.sector", event.sector, offering.sectors, case)
    value = Range(size.low * level.low * sector.low, size.high * level.high * sector.high)
    return Finding(value, lambda: _audience_words(case))


def _size(case: Case) -> Range:
    """People against the smallest group when fewer, against the largest when more, 1 inside: on that the value rests.

    That keeps the value a function of one number, and one that never falls when there are more people.
    """
    event, offering = case.inquiry.event, case.offering
    if offering.audience_min is None and offering.audience_max is None:
        return UNKNOWN_VALUE
    if event.audience_min is None and event.audience_max is None:
        return UNKNOWN_VALUE
    low, high = sorted((event.audience_min or 0, inf if event.audience_max is None else event.audience_max))
    beside = Range(_times(low, offering), _times(high, offering))
    return worth("audience.size", beside, case)


def _times(people: float, offering: Offering) -> float:
    least = offering.audience_min or 1
    if people < least and least > 1:
        return people / least
    most = offering.audience_max
    return 1.0 if most is None else max(1.0, people / max(most, least))


def _audience_words(case: Case) -> str:
    event, offering = case.inquiry.event, case.offering
    parts = [
        _size_words(case),
        _kind_words("audience.level", event.audience_level, offering.audience_levels, case),
        _kind_words("audience.sector", event.sector, offering.sectors, case),
    ]
    return "; ".join(words for words in parts if words)


def costly_part(sentence: str) -> str:
    """``sentence`` on an audience without what is as it should be; the whole of it when that would leave nothing."""
    fine = [_("{people} people, inside your {fits}"), _("{kind}, among those it is made for")]
    marks = [max(re.split(r"\{\w+\}", text), key=len) for text in fine]
    parts = [part for part in sentence.split("; ") if not any(mark in part for mark in marks)]
    return "; ".join(parts) or sentence


def _size_words(case: Case) -> str:
    event, offering, is_owner = case.inquiry.event, case.offering, case.is_owner
    least, most = offering.audience_min, offering.audience_max
    people = number_range(event.audience_min, event.audience_max)
    if least is None and most is None:
        return _("audience size of the offering not stated")
    fits = number_range(least, most)
    if not people:
        text = _("size not stated; yours is {fits}") if is_owner else _("size not stated; theirs is {fits}")
        return text.format(fits=fits)
    low, high = sorted((event.audience_min or 0, inf if event.audience_max is None else event.audience_max))
    first, last = _times(low, offering), _times(high, offering)
    if first == last == 1.0:
        text = _("{people} people, inside your {fits}") if is_owner else _("{people} people, inside their {fits}")
    elif last < 1.0 or first > 1.0:
        text = _("{people} people, outside your {fits}") if is_owner else _("{people} people, outside their {fits}")
    else:
        text = _("{people} people, partly in your {fits}") if is_owner else _("{people} people, partly in their {fits}")
    return text.format(people=people, fits=fits)


def kind_factor(key: str, wanted: str | None, served: tuple[str, ...], case: Case) -> Range:
    """The factor for one kind of people (``key`` of a curve): 1 when nothing is said about whom it is for."""
    if not served:
        return AS_GOOD
    is_served = _is_served(wanted, served, case.languages)
    if is_served is not None:
        return worth_at(key, SERVED if is_served else OTHERS, case)
    return worth(key, EITHER, case)


@lru_cache(maxsize=8192)
def _is_served(wanted: str | None, served: tuple[str, ...], languages: tuple[str, ...]) -> bool | None:
    """Whether they are among ``served``; None when that is not stated, or when they are only close to them."""
    if wanted is None:
        return None
    if any(likeness(wanted, kind, languages) for kind in served):
        return True
    # "team leads" may well be "team leaders": a word in common is not enough to say yes or no.
    heard = words_in(wanted, languages)
    is_close = any(
        one.stems & other.stems for kind in served for one, other in zip(heard, words_in(kind, languages), strict=True)
    )
    return None if is_close else False


def _kind_words(key: str, wanted: str | None, served: tuple[str, ...], case: Case) -> str:
    if not served:
        return ""
    if wanted is None:
        return _("who they are is not stated") if key == "audience.level" else ""
    is_served = _is_served(wanted, served, case.languages)
    if is_served:
        return _("{kind}, among those it is made for").format(kind=wanted)
    if is_served is None:
        return _("{kind}, close to those it is made for").format(kind=wanted)
    return _("{kind}, while it is made for {served}").format(kind=wanted, served=_some(served))


def _some(kinds: tuple[str, ...]) -> str:
    return listed(kinds) if len(kinds) <= MOST_NAMED else listed([*kinds[: MOST_NAMED - 1], _("others")])
