"""Precedents: the decided inquiries most like this one, and in a sentence what was decided and how it ended."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import log

from fitdesk.domain.assessment import Assessment
from fitdesk.domain.decided import Decided
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.past_words import past_sentence
from fitdesk.domain.terms import Format
from fitdesk.domain.topics import stems, strength
from fitdesk.i18n import _

FLOOR = 0.6
"""Likeness from which something is a precedent; below it nothing is shown. Without a common subject it is never met."""
SHARES = {
    "topics": 0.45,
    "format": 0.15,
    "audience": 0.10,
    "sector": 0.10,
    "language": 0.05,
    "fee": 0.05,
    "values": 0.10,
}
"""What each aspect adds when it is the same; one that is unknown on either side adds nothing."""
SAME_OFFERING = 0.5
"""Likeness of the subject where the words differ but the same offering led and covered both goals (value ≥ .8)."""
FAR_AUDIENCE = 4.0
"""An audience this many times as large has nothing in common with the smaller one."""
_OTHERS = sum(share for name, share in SHARES.items() if name != "topics")
_DUST = 1e-8

Values = tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class Precedent:
    """``likeness`` from FLOOR to 1. ``alike``: the aspects that are (nearly) the same, in words for the screen."""

    decided: Decided
    likeness: float
    sentence: str
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Traits:
    """What an inquiry was, ready to be compared. audience: fewest and most people; all may be unknown."""

    subjects: tuple[frozenset[str], ...]
    format: Format | None
    audience: tuple[int, int] | None
    sector: frozenset[str]
    language: str | None
    offering_id: int | None
    covered: bool
    fee: float | None
    values: Values


@dataclass(frozen=True, slots=True)
class PastWork:
    """Decided inquiries ready for many comparisons; keep it while the decisions stay the same."""

    entries: tuple[tuple[Decided, _Traits], ...]
    _by_stem: dict[str, list[int]]
    _by_offering: dict[int, list[int]]

    @classmethod
    def of(cls, decided: Iterable[Decided]) -> PastWork:
        """Everything settled; questions asked and holds are still open and therefore no precedent."""
        entries = tuple((one, _traits_of_decided(one)) for one in decided if not one.status.is_open)
        by_stem: dict[str, list[int]] = {}
        by_offering: dict[int, list[int]] = {}
        for at, (_one, traits) in enumerate(entries):
            for stem in frozenset().union(*traits.subjects):
                by_stem.setdefault(stem, []).append(at)
            if traits.covered and traits.offering_id is not None:
                by_offering.setdefault(traits.offering_id, []).append(at)
        return cls(entries, by_stem, by_offering)

    def candidates(self, traits: _Traits) -> list[int]:
        """Places in ``entries`` that have a subject in common with ``traits``."""
        found = set(self._by_offering.get(traits.offering_id or 0, ()) if traits.covered else ())
        for stem in frozenset().union(*traits.subjects):
            found.update(self._by_stem.get(stem, ()))
        return sorted(found)


def precedents(
    inquiry: Inquiry, assessment: Assessment | None, decided: Sequence[Decided] | PastWork, *, most: int = 3
) -> tuple[Precedent, ...]:
    """At most ``most`` settled inquiries of likeness ≥ FLOOR, the likest first, the newer of two that are equally so.

    Pass a PastWork when several inquiries are compared with the same past. The order of ``decided`` changes nothing.
    """
    past = decided if isinstance(decided, PastWork) else PastWork.of(decided)
    asked = _traits_of_inquiry(inquiry, assessment)
    subjects: dict[tuple[frozenset[str], ...], float] = {}
    found: list[tuple[float, Decided, dict[str, float]]] = []
    bar = FLOOR
    best_first: list[float] = []
    for at in past.candidates(asked):
        one, traits = past.entries[at]
        if one.inquiry_id == inquiry.id:
            continue
        if traits.subjects not in subjects:  # the same words come back in hundreds of inquiries
            subjects[traits.subjects] = _subject(asked.subjects, traits.subjects)
        subject = subjects[traits.subjects]
        if subject < SAME_OFFERING and _led_by_same(asked, traits):
            subject = SAME_OFFERING
        if SHARES["topics"] * subject + _OTHERS + _DUST < bar:
            continue
        aspects = _aspects(asked, traits, subject, bar)
        likeness = round(sum(share * aspects[name] for name, share in SHARES.items()), 9)
        if likeness >= bar:
            found.append((likeness, one, aspects))
            insort(best_first, -likeness)
            bar = max(FLOOR, -best_first[most - 1]) if len(best_first) >= most else FLOOR
    best = nsmallest(most, found, key=lambda entry: (-entry[0], -entry[1].at.timestamp(), entry[1].inquiry_id))
    return tuple(
        Precedent(one, min(likeness, 1.0), past_sentence(one), _alike(aspects)) for likeness, one, aspects in best
    )


def _traits_of_decided(one: Decided) -> _Traits:
    shot = one.snapshot
    values = shot.values if shot is not None else ()
    return _Traits(
        tuple(found for topic in one.topics if (found := stems(topic, one.language))),
        one.format,
        (one.audience, one.audience) if one.audience is not None else None,
        stems(one.sector, one.language) if one.sector else frozenset(),
        one.language,
        shot.offering_id if shot is not None else None,
        _is_covered(values),
        _fee(values),
        tuple(sorted(values)),
    )


def _traits_of_inquiry(inquiry: Inquiry, assessment: Assessment | None) -> _Traits:
    event = inquiry.event
    language = event.language or inquiry.language
    sizes = [size for size in (event.audience_min, event.audience_max) if size is not None]
    lines = assessment.contributions if assessment is not None else ()
    values = tuple((line.criterion, line.finding.value.low, line.finding.value.high) for line in lines)
    return _Traits(
        tuple(found for topic in event.topics if (found := stems(topic, language))),
        event.format,
        (min(sizes), max(sizes)) if sizes else None,
        stems(event.sector, language) if event.sector else frozenset(),
        language,
        assessment.offering.id if assessment is not None else None,
        _is_covered(values),
        _fee(values),
        tuple(sorted(values)),
    )


def _is_covered(values: Values) -> bool:
    return any(key == "goal" and low >= 0.8 for key, low, _high in values)


def _fee(values: Values) -> float | None:
    return next((low for key, low, high in values if key == "fee" and low == high), None)


def _subject(a: tuple[frozenset[str], ...], b: tuple[frozenset[str], ...]) -> float:
    """How alike two lists of subjects are: the mean of each side's best matches."""
    if not a or not b:
        return 0.0
    there = sum(max(strength(one, other) for other in b) for one in a) / len(a)
    back = sum(max(strength(one, other) for other in a) for one in b) / len(b)
    return (there + back) / 2


def _led_by_same(a: _Traits, b: _Traits) -> bool:
    return a.covered and b.covered and a.offering_id is not None and a.offering_id == b.offering_id


def _aspects(a: _Traits, b: _Traits, subject: float, bar: float) -> dict[str, float]:
    """Likeness by aspect in [0, 1]. The values, dear to compare, only where they could still lift it to ``bar``."""
    aspects = {
        "topics": subject,
        "format": float(a.format is not None and a.format is b.format),
        "audience": _audience(a.audience, b.audience),
        "sector": strength(a.sector, b.sector),
        "language": float(a.language is not None and a.language == b.language),
        "fee": 1.0 - abs(a.fee - b.fee) if a.fee is not None and b.fee is not None else 0.0,
        "values": 0.0,
    }
    if sum(share * aspects[name] for name, share in SHARES.items()) + SHARES["values"] + _DUST >= bar:
        aspects["values"] = _values(a.values, b.values)
    return aspects


def _audience(a: tuple[int, int] | None, b: tuple[int, int] | None) -> float:
    """1 where the sizes meet, falling with their ratio to 0 at FAR_AUDIENCE times."""
    if a is None or b is None or a[0] <= 0 or b[0] <= 0:
        return 0.0
    apart = max(a[0] / b[1], b[0] / a[1], 1.0)
    return max(0.0, 1.0 - log(apart) / log(FAR_AUDIENCE))


def _values(a: Values, b: Values) -> float:
    """1 minus the mean gap of the criteria both have, where one of the two is known at least in part."""
    others = {key: (low, high) for key, low, high in b}
    gaps = [
        (abs(low - others[key][0]) + abs(high - others[key][1])) / 2
        for key, low, high in a
        if key in others and (high - low < 1.0 or others[key][1] - others[key][0] < 1.0)
    ]
    return 1.0 - sum(gaps) / len(gaps) if gaps else 0.0


def _alike(aspects: dict[str, float]) -> tuple[str, ...]:
    words = {
        "topics": _("topic"),
        "format": _("format"),
        "audience": _("audience size"),
        "sector": _("sector"),
        "language": _("language"),
        "fee": _("fee"),
        "values": _("how it was judged"),
    }
    return tuple(words[name] for name, found in aspects.items() if found >= 0.9)
