"""Is the client's goal the owner's work? The criteria goal and overdeliver, which rest on depth in the topics."""

from __future__ import annotations

from functools import partial
from math import floor

from fitdesk.domain.assessment import Finding, VetoState
from fitdesk.domain.case import Case
from fitdesk.domain.family import fair, names_of
from fitdesk.domain.offering import Topic
from fitdesk.domain.ranges import UNKNOWN_VALUE, Range
from fitdesk.domain.reading import Reading as Reading
from fitdesk.domain.stemming import words_in
from fitdesk.domain.topics import best_match, named_in, says
from fitdesk.domain.values import Piecewise
from fitdesk.domain.worth import worth
from fitdesk.i18n import _, plural

SURE_AT_DEPTH = Piecewise(((0, 0.0), (1, 55.0), (2, 75.0), (3, 100.0)))
"""The most percent of confidence that a depth allows; at depth 3 the offering's own figure counts.

Nothing at depth 0, where nobody can be sure, and in proportion between depths: a mean of several topics lies there.
"""
TOO_UNSURE = 50.0
FEW_JOBS = 2
"""From so many similar jobs on, nothing is held against the confidence."""
ANY_DEPTH = Range(0.0, 3.0)
EXACT_DEPTH = tuple(Range.exactly(float(depth)) for depth in range(4))


def named_topics(case: Case) -> tuple[str, ...]:
    """What the request is certainly about: the topics the client named, else those of which the owner gave a depth."""
    named = case.inquiry.event.topics
    return named or tuple(topic for topic, _depth in case.inquiry.owners_word.topic_depths)


def stated_topics(case: Case) -> tuple[str, ...]:
    """What the client wants: the topics named, else those that the goal or the subject speaks of, else the goal itself.

    What only goal or subject speak of is heard, and not named: see ``_heard``.
    """
    inquiry = case.inquiry
    if inquiry.event.topics:
        return inquiry.event.topics
    if inquiry.goal or inquiry.subject:
        languages = case.languages
        for text in (inquiry.goal, inquiry.subject):
            if not text:
                continue
            names = (*names_of(case.offering.topics), *case.family.names_in(text, languages), *case.owner.not_good_at)
            found = named_in(text, names, languages)
            if found:
                return found
    if inquiry.goal:
        return (inquiry.goal,)
    return tuple(topic for topic, _depth in inquiry.owners_word.topic_depths)


def readings(case: Case) -> tuple[Reading, ...]:
    """Each stated topic with its depth; one that two phrases of a goal name counts once."""
    if case.known_readings is not None:
        return case.known_readings
    stated = stated_topics(case)
    if stated == case.inquiry.event.topics:
        return tuple(_read(phrase, case) for phrase in stated)
    found = tuple(_heard(phrase, case) for phrase in stated)
    if len(found) < 2:
        return found
    return tuple({reading.topic or reading.phrase: reading for reading in found}.values())


def _heard(phrase: str, case: Case) -> Reading:
    """A phrase from goal or subject: of any depth until the client names the topic or the owner gives a depth.

    "Less selling, more honesty" speaks of selling without asking for it: what is heard would otherwise close a door,
    or open one, that the topics named might open or close.
    """
    said = _said_by_owner(phrase, case)
    if said is not None:
        return said
    read = _read(phrase, case)
    if read.depth == ANY_DEPTH:
        return read
    return Reading(phrase, ANY_DEPTH, lambda: _("{how}, if it is about that").format(how=read.how), read.topic)


def _said_by_owner(phrase: str, case: Case) -> Reading | None:
    for topic, depth in case.inquiry.owners_word.topic_depths:
        if topic == phrase or _is_same(topic, phrase, case.languages):
            return Reading(phrase, _exactly(depth), partial(_own_words, phrase, depth))
    return None


def _read(phrase: str, case: Case) -> Reading:
    languages = case.languages
    said = _said_by_owner(phrase, case)
    if said is not None:
        return said
    match = best_match(phrase, fair(phrase, case.offering.topics, languages), languages)
    if match is not None and match.is_exact:
        return _as_topic(phrase, match.topic, case)
    for weak in case.owner.not_good_at:
        if says(phrase, weak, languages):
            return Reading(phrase, _exactly(0), lambda: _foreign_words(phrase, case))
    if match is not None:
        return _as_topic(phrase, match.topic, case)
    elsewhere = case.family.covering(phrase, languages)
    if elsewhere is not None:
        other, depth = elsewhere
        # Work that only another offering covers is touched on here at most: the next best thing to not at all.
        return Reading(phrase, _exactly(min(depth, 1)), lambda: _elsewhere_words(phrase, other.title, depth, case))
    return Reading(phrase, ANY_DEPTH, lambda: _("“{x}”: depth not known").format(x=phrase))


def _exactly(depth: int) -> Range:
    return EXACT_DEPTH[depth] if 0 <= depth <= 3 else Range.exactly(float(depth))


def _is_same(topic: str, phrase: str, languages: tuple[str, ...]) -> bool:
    pairs = zip(words_in(topic, languages), words_in(phrase, languages), strict=True)
    return any(bool(other.stems) and (one.stems, one.needs) == (other.stems, other.needs) for one, other in pairs)


def _own_words(phrase: str, depth: int) -> str:
    return _("“{x}”: depth {n}, your word").format(x=phrase, n=depth)


def _foreign_words(phrase: str, case: Case) -> str:
    text = _("“{x}” is on your list of what you are not good at") if case.is_owner else _("“{x}”: not their work")
    return text.format(x=phrase)


def _elsewhere_words(phrase: str, other: str, depth: int, case: Case) -> str:
    text = _("“{x}”: not yours, says your offering “{other}”") if case.is_owner else _("“{x}”: not their work")
    if depth > 0:
        text = _("“{x}”: your other offering “{other}” covers it") if case.is_owner else _("“{x}”: in “{other}”")
    return text.format(x=phrase, other=other)


def _as_topic(phrase: str, topic: Topic, case: Case) -> Reading:
    return Reading(phrase, _exactly(topic.depth), lambda: _topic_words(phrase, topic, case), topic.name)


def _topic_words(phrase: str, topic: Topic, case: Case) -> str:
    if phrase.casefold() == topic.name.casefold():
        text = _("“{x}”: your depth {n}") if case.is_owner else _("“{x}”: their depth {n}")
    elif case.is_owner:
        text = _("“{x}” read as your topic “{topic}”, your depth {n}")
    else:
        text = _("“{x}” read as their topic “{topic}”, their depth {n}")
    return text.format(x=phrase, topic=topic.name, n=topic.depth)


def mean_depth(found: tuple[Reading, ...]) -> Range:
    """Depth over all stated topics; anything from 0 to 3 when none is stated."""
    if not found:
        return ANY_DEPTH
    count = len(found)
    return Range(sum(r.depth.low for r in found) / count, sum(r.depth.high for r in found) / count)


def judge_goal(case: Case) -> Finding:
    """Mean value of the stated topics; a veto when at least half of them are depth 0."""
    found = readings(case)
    if not found:
        return Finding(UNKNOWN_VALUE, lambda: _("no topic and no goal stated"), VetoState.POSSIBLE)
    values = [worth("goal", reading.depth, case) for reading in found]
    value = Range(sum(v.low for v in values) / len(values), sum(v.high for v in values) / len(values))
    none = sum(1 for reading in found if reading.depth.high == 0)
    maybe_none = sum(1 for reading in found if reading.depth.low == 0)
    veto = VetoState.CLEAR
    if 2 * none >= len(found):
        veto = VetoState.CONFIRMED
    elif 2 * maybe_none >= len(found):
        veto = VetoState.POSSIBLE
    return Finding(value, lambda: "; ".join(reading.how for reading in found), veto)


def confidence(case: Case) -> Range:
    """Percent: the owner's word, else the offering's figure as far as the depth in the stated topics allows it."""
    said = case.inquiry.owners_word.confidence
    if said is not None:
        return Range.exactly(float(said))
    most = SURE_AT_DEPTH.over(mean_depth(readings(case)))
    stated = case.offering.confidence
    if stated is None:
        return Range(0.0, most.high)
    return Range(min(stated, most.low), min(stated, most.high))


def similar_jobs(case: Case) -> int | None:
    """How many similar jobs were done: the owner's word, else the offering's figure."""
    said = case.inquiry.owners_word.similar_jobs
    return case.offering.similar_jobs if said is None else said


def judge_overdeliver(case: Case) -> Finding:
    """Would one stake a testimonial on it? At most .6 with fewer than two similar jobs; below 50 % a veto."""
    sure, jobs = confidence(case), similar_jobs(case)
    done = Range(0.0, FEW_JOBS) if jobs is None else Range.exactly(float(min(max(jobs, 0), FEW_JOBS)))
    value, most = worth("overdeliver", sure, case), worth("overdeliver.jobs", done, case)
    value = Range(min(value.low, most.low), min(value.high, most.high))
    veto = VetoState.CLEAR
    if sure.high < TOO_UNSURE:
        veto = VetoState.CONFIRMED
    elif sure.low < TOO_UNSURE:
        veto = VetoState.POSSIBLE
    return Finding(value, lambda: _overdeliver_words(sure, jobs, case), veto)


def _overdeliver_words(sure: Range, jobs: int | None, case: Case) -> str:
    """How sure, and the similar jobs; those done for other topics are not similar to what is asked."""
    words = _sure_words(sure, case)
    return words if sure.high == 0 else f"{words}, {_jobs_words(jobs)}"


def _about(percent: float, stated: int | None) -> str:
    """As the owner stated it; what only follows from the depth in steps of five, as it is no more exact than that."""
    if percent == stated:
        return f"{percent:.0f}"
    steps = 5 * floor(percent / 5 + 0.5)
    # What rules the work out is never told as enough.
    steps = steps - 5 if percent < TOO_UNSURE <= steps else steps
    return f"{steps if stated is None else min(steps, stated)}"


def _sure_words(sure: Range, case: Case) -> str:
    stated = case.offering.confidence
    if sure.high == 0:
        return _("nothing to stake a testimonial on")
    if sure.is_exact and case.inquiry.owners_word.confidence is None and stated is not None and sure.low < stated:
        return _("no more than {n} % sure at this depth").format(n=_about(sure.low, stated))
    if sure.is_exact:
        return _("{n} % sure of delighting them").format(n=f"{sure.low:.0f}")
    if stated is None:
        return _("confidence not stated, at most {n} % at this depth").format(n=_about(sure.high, stated))
    low, high = _about(sure.low, stated), _about(sure.high, stated)
    return _("{low}–{high} % sure, depending on the depth").format(low=low, high=high)


def _jobs_words(jobs: int | None) -> str:
    if jobs is None:
        return _("number of similar jobs not stated")
    if jobs == 0:
        return _("no similar job so far")
    return plural("{n} similar job done", "{n} similar jobs done", jobs)
