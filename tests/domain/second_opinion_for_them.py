"""A second, deliberately simple reading of fit-model.md: the facts, and how right one is for them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from fitdesk.domain.case import Case
from fitdesk.domain.event import Format, Mode
from fitdesk.domain.languages import spoken_in
from fitdesk.domain.offering import LanguageLevel, Topic
from fitdesk.domain.topics import best_match, likeness, named_in, says

Span = tuple[float, float]
Opinion = tuple[Span, str]
"""The value of a criterion, and its veto: "clear", "possible" or "confirmed"."""
Points = Sequence[tuple[float, float]]

ANY: Span = (0.0, 1.0)
FOR_THEM = {
    "goal": 20,
    "overdeliver": 12,
    "audience": 7,
    "format": 6,
    "language": 4,
    "leadtime": 4,
    "style": 4,
    "churn": 3,
}
FOR_ME = {"fee": 11, "capacity": 6, "travel": 5, "margin": 5, "scope": 5, "strategic": 4, "access": 4}
USUAL: dict[str, Points] = {
    "goal": ((0, 0), (1, 0.3), (2, 0.8), (3, 1)),
    "overdeliver": ((50, 0), (80, 0.8), (95, 1)),
    "overdeliver.jobs": ((0, 0.6), (1, 0.6), (2, 1)),
    "audience.size": ((0.5, 0), (1, 1), (2, 0)),
    "audience.level": ((0, 1), (1, 0.5)),
    "audience.sector": ((0, 1), (1, 0.7)),
    "format": ((0, 1), (1, 0.6), (2, 0)),
    "language": ((0, 1), (1, 0.4), (2, 0)),
    "leadtime": ((0, 0), (1, 1)),
    "style": ((0, 1), (2, 0)),
    "churn": ((0, 1), (1, 0.4), (2, 0)),
    "fee": ((0, 0.3), (1, 1)),
    "capacity": ((80, 1), (100, 0.4), (110, 0)),
    "travel": ((2, 1), (4, 0.7), (8, 0.3)),
    "margin": ((0, 0), (1, 1)),
    "scope": ((0, 1), (1, 0.6), (2, 0.2), (3, 0)),
    "strategic": ((0, 0), (1, 0.5), (2, 1)),
    "access": ((0, 1), (1, 0.6), (2, 0.2)),
    "access.stall": ((0, 0.2),),
}


def at(points: Points, x: float) -> float:
    """The piecewise-linear function through ``points``, level beyond its ends."""
    if x <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in pairwise(points):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return points[-1][1]


def over(points: Points, where: Span) -> Span:
    ys = [at(points, x) for x in where] + [y for x, y in points if where[0] < x < where[1]]
    return min(ys), max(ys)


def hull(spans: Sequence[Span]) -> Span:
    return min(low for low, _high in spans), max(high for _low, high in spans)


class Facts:
    """One inquiry beside one offering. ``case`` only carries the facts, the state of the day and the journey."""

    def __init__(self, case: Case) -> None:
        self.case, self.inquiry, self.event = case, case.inquiry, case.inquiry.event
        self.offering, self.owner, self.word = case.offering, case.owner, case.inquiry.owners_word

    def points(self, key: str) -> Points:
        return dict(self.offering.curves).get(key) or dict(self.owner.curves).get(key) or USUAL[key]

    def wanted(self) -> list[str]:
        """The topics named, else those that the goal or the subject speaks of, else the goal itself."""
        codes, words = self.case.languages, list(self.event.topics)
        family = [self.offering, *self.case.family.offerings]
        if not words:
            names = [name for one in family for topic in one.topics for name in (topic.name, *topic.synonyms)]
            names += self.owner.not_good_at
            for text in (self.inquiry.goal, self.inquiry.subject):
                words = words or list(named_in(text or "", names, codes))
        return words or ([self.inquiry.goal] if self.inquiry.goal else [topic for topic, _n in self.word.topic_depths])


class ForThem(Facts):
    """Values and vetoes of the criteria of T, by their names."""

    def depths(self) -> list[Span]:
        return [self._depth(phrase, self.case.languages) for phrase in self.wanted()]

    def _depth(self, phrase: str, codes: tuple[str, ...]) -> Span:
        for topic, depth in self.word.topic_depths:
            if likeness(topic, phrase, codes) == 1:
                return depth, depth
        if not self.event.topics:
            # Heard in goal or subject, and not named: it may be about anything.
            return 0, 3
        match = best_match(phrase, self._fair(phrase, self.offering.topics, codes), codes)
        is_weak = any(says(phrase, other, codes) for other in self.owner.not_good_at)
        if match is not None and (match.is_exact or not is_weak):
            return match.topic.depth, match.topic.depth
        if is_weak:
            return 0, 0
        found = self.case.family.covering(phrase, codes)
        # What only another offering covers is not foreign, but no more than touched on here.
        return (0, 3) if found is None else (min(1, found[1]),) * 2

    @staticmethod
    def _fair(phrase: str, topics: Sequence[Topic], codes: tuple[str, ...]) -> list[Topic]:
        """A depth of 0 closes a door: the phrase must really speak of it."""
        return [
            topic
            for topic in topics
            if topic.depth or any(says(phrase, name, codes) for name in (topic.name, *topic.synonyms))
        ]

    def goal(self) -> Opinion:
        depths = self.depths()
        if not depths:
            return ANY, "possible"
        values = [over(self.points("goal"), depth) for depth in depths]
        value = (sum(low for low, _ in values) / len(values), sum(high for _, high in values) / len(values))
        foreign, maybe = (sum(end == 0 for end in ends) for ends in ([d[1] for d in depths], [d[0] for d in depths]))
        veto = "confirmed" if 2 * foreign >= len(depths) else "possible" if 2 * maybe >= len(depths) else "clear"
        return value, veto

    def overdeliver(self) -> Opinion:
        sure: Span = (0, 100)
        if self.word.confidence is not None:
            sure = (self.word.confidence, self.word.confidence)
        else:
            depths = self.depths() or [(0, 3)]
            mean = tuple(sum(depth[end] for depth in depths) / len(depths) for end in (0, 1))
            most = [at(((0, 0), (1, 55), (2, 75), (3, 100)), depth) for depth in mean]
            own: Span = (0, 100) if self.offering.confidence is None else (self.offering.confidence,) * 2
            sure = (min(own[0], most[0]), min(own[1], most[1]))
        jobs = self.offering.similar_jobs if self.word.similar_jobs is None else self.word.similar_jobs
        known = range(3) if jobs is None else (min(jobs, 2),)
        caps = [at(self.points("overdeliver.jobs"), n) for n in known]
        low, high = over(self.points("overdeliver"), sure)
        veto = "confirmed" if sure[1] < 50 else "possible" if sure[0] < 50 else "clear"
        return (min(low, min(caps)), min(high, max(caps))), veto

    def audience(self) -> Opinion:
        fewest, most = self.event.audience_min, self.event.audience_max
        people: Span = (fewest or 0, inf if most is None else most)
        least, largest = self.offering.audience_min, self.offering.audience_max
        value = ANY
        is_stated = fewest is not None or most is not None
        if is_stated and (least is not None or largest is not None):
            bottom, top = least or 0, inf if largest is None else largest
            places = [n / bottom if n < bottom else n / top if n > top else 1.0 for n in people]
            value = over(self.points("audience.size"), (places[0], places[1]))
        for key, wanted, served in (
            ("audience.level", self.event.audience_level, self.offering.audience_levels),
            ("audience.sector", self.event.sector, self.offering.sectors),
        ):
            factors = self._kind(key, wanted, served)
            value = (value[0] * factors[0], value[1] * factors[1])
        return value, "clear"

    def _kind(self, key: str, wanted: str | None, served: Sequence[str]) -> Span:
        inside, outside = (y for _x, y in self.points(key))
        if not served:
            return 1.0, 1.0
        likest = None if wanted is None else max(likeness(wanted, one, self.case.languages) for one in served)
        if likest == 1 or likest == 0:
            return (inside, inside) if likest else (outside, outside)
        return min(inside, outside), max(inside, outside)

    def format(self) -> Opinion:
        offering, event = self.offering, self.event
        kind: Span = (1, 1) if event.format in offering.formats else (0, 0)
        if event.format not in offering.formats and (not offering.formats or event.format in (None, Format.OTHER)):
            kind = ANY
        modes = set(offering.modes) or set(Mode)
        if Mode.IN_PERSON in modes:
            modes.add(Mode.HYBRID)
        mode: Span = (1, 1) if event.mode in modes or len(modes) == len(Mode) else (0, 0) if event.mode else ANY
        length, minutes = ANY, event.duration_minutes
        if offering.minutes is None:
            length = (self.points("format")[0][1],) * 2
        elif minutes is not None:
            short, long = offering.minutes
            off = 0 if short <= minutes <= long else 1 if 0.75 * short <= minutes <= 1.25 * long else 2
            length = (self.points("format")[off][1],) * 2
        return (kind[0] * mode[0] * length[0], kind[1] * mode[1] * length[1]), "clear"

    def language(self) -> Opinion:
        values = [y for _x, y in self.points("language")]
        spoken = {self.event.language} if self.event.language else self._usual_languages()
        levels = {dict(self.offering.languages).get(code) for code in spoken} if self.offering.languages else set()
        if len(levels) != 1:
            return ANY, "possible"
        order = (LanguageLevel.FLUENT, LanguageLevel.INTERPRETER, None)
        place = order.index(levels.pop())
        return (values[place], values[place]), "confirmed" if place == 2 else "clear"

    def _usual_languages(self) -> set[str]:
        """Of the request and of the stages where it happens: not stated is known only where all of them agree."""
        country = self.event.place.country
        if self.inquiry.language is None or country is None or not spoken_in(country):
            return set()
        return {self.inquiry.language, *spoken_in(country)}

    def leadtime(self) -> Opinion:
        if self.case.span is None:
            return ANY, "possible"
        first, last = ((day - self.case.today).days for day in self.case.span)
        least, ideal = self.offering.lead_minimum, self.offering.lead_ideal
        ways = [(days - least) / (ideal - least) if ideal > least else float(days >= least) for days in (first, last)]
        low, high = over(self.points("leadtime"), (max(0, ways[0]), max(0, ways[1])))
        if first < least:
            low = 0.0
        if last < least:
            return (0.0, 0.0), "confirmed"
        return (low, high), "possible" if first < least else "clear"

    def style(self) -> Opinion:
        wish, own = self.inquiry.style, self.offering.style
        gaps: list[Span] = []
        for key in ("energy", "humour", "practice", "challenge"):
            said = getattr(wish, key)
            wanted = range(5) if said is None else (said,)
            given = range(5) if own is None else (getattr(own, key),)
            found = [abs(a - b) for a in wanted for b in given]
            gaps.append((min(found), max(found)))
        mean = (sum(low for low, _ in gaps) / 4, sum(high for _, high in gaps) / 4)
        return over(self.points("style"), mean), "clear"

    def churn(self) -> Opinion:
        needs, limits, codes = self.inquiry.must_haves, self.offering.limits, self.case.languages
        if needs is None:
            return ANY, "clear"
        unmet: Span
        if limits is None:
            unmet = (0, len(needs))
        else:
            count = sum(any(likeness(need, limit, codes) for limit in limits) for need in needs)
            unmet = (count, count)
        return over(self.points("churn"), unmet), "clear"
