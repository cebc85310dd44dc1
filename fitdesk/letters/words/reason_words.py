"""The fields that the wording of each reason needs, taken from the request and the owner's offering."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from fitdesk.domain.event import Event, Format, Mode
from fitdesk.domain.inquiry import StyleWish
from fitdesk.domain.letter import Manner
from fitdesk.domain.offering import LanguageLevel, Offering
from fitdesk.domain.topics import best_match, says, stems
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.languages import language_for
from fitdesk.letters.languages.language import Language
from fitdesk.letters.words.dates import first_day, named_days
from fitdesk.letters.words.money import say_limit
from fitdesk.letters.words.sayable import (
    client_speaks,
    offering_of,
    records_speak,
    said_topics,
    topic_names,
    wanted_topics,
)

MOST_TOPICS: Final = 2


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """``case`` names the wording of a reason in the phrase book ("goal.topics"), ``fields`` fill it."""

    case: str
    fields: dict[str, str]

    @property
    def plain(self) -> str:
        """The wording that asks for nothing, where this one has nothing to say."""
        first = self.case.split(".")[0]
        return f"{first}.plain" if first in _HAS_PLAIN else "general"


_HAS_PLAIN: Final = frozenset(
    {"goal", "audience", "format", "language", "leadtime", "style", "churn", "fee", "capacity", "travel", "date"}
)


@dataclass(frozen=True, slots=True)
class _Case:
    facts: LetterFacts
    offering: Offering
    manner: Manner
    speech: Language

    @property
    def event(self) -> Event:
        return self.facts.inquiry.event


def reason_words(criterion: str, facts: LetterFacts, manner: Manner) -> ReasonWords:
    """How ``criterion`` is put in this letter. A criterion without own wording gets "general"."""
    make = _WORDS.get(criterion)
    case = _Case(facts, offering_of(facts), manner, language_for(manner))
    return make(case) if make else ReasonWords("general", {})


def my_work(facts: LetterFacts, manner: Manner, speech: Language) -> str:
    """What the owner's offering is about: its first deepest topic, and one more that says something else.

    "" in a letter that is not in the language of the records.
    """
    topics = offering_of(facts).topics if records_speak(facts, manner) else ()
    deepest = max((topic.depth for topic in topics), default=0)
    names = topic_names(topics, speech, depth=max(deepest, 2))
    others = [name for name in names[1:] if not stems(name) & stems(names[0])]
    return speech.join([*names[:1], *others[: MOST_TOPICS - 1]])


def fluent_codes(offering: Offering) -> tuple[str, ...]:
    """The languages spoken on stage without an interpreter (ISO 639-1)."""
    return tuple(code for code, level in offering.languages if level is LanguageLevel.FLUENT)


def group_size(low: int | None, high: int | None, speech: Language) -> str:
    """The sizes somebody works with: "groups of 50 to 400", "groups of up to 40"; "" when not recorded."""
    if low and high and low != high:
        return speech.term("groups_between", low=speech.figure(low), high=speech.figure(high))
    if high:
        return speech.term("groups_up_to", high=speech.figure(high))
    return speech.term("groups_from", low=speech.figure(low)) if low else ""


def their_audience(event: Event, speech: Language) -> str:
    """How many people come: "300 people", "between 200 and 250 people"; "" when unknown."""
    low, high = event.audience_min, event.audience_max
    if low and high and low != high:
        return speech.term("people_between", low=speech.figure(low), high=speech.figure(high))
    if low and high:
        return speech.term("people", n=speech.figure(high))
    if high:
        return speech.term("people_up_to", high=speech.figure(high))
    return speech.term("people_more_than", low=speech.figure(low)) if low else ""


def needed_topics(facts: LetterFacts, manner: Manner, speech: Language) -> tuple[str, ...]:
    """What the client wants that is no solid topic of the owner's, as it stands inside a sentence."""
    solid = [topic for topic in offering_of(facts).topics if topic.depth >= 2]
    said = said_topics(facts, manner, speech)
    found = [topic for topic in wanted_topics(facts) if best_match(topic, solid, facts.inquiry.language) is None]
    return tuple(speech.mid_sentence(topic) for topic in found) if said else ()


def _goal(case: _Case) -> ReasonWords:
    facts, manner, speech = case.facts, case.manner, case.speech
    language = facts.inquiry.language
    wanted = said_topics(facts, manner, speech)
    mine = my_work(facts, manner, speech)
    needs = needed_topics(facts, manner, speech)
    near = [topic for topic in wanted if not stems(topic) & stems(mine)]
    weak = [name for name in facts.owner.not_good_at if any(says(topic, name, language) for topic in needs)]
    fields = {
        "needs": speech.join(needs[:MOST_TOPICS]),
        "near": speech.join(near[:MOST_TOPICS]),
        "my_work": mine,
        "admitted": speech.join([speech.mid_sentence(name) for name in weak[:MOST_TOPICS]], "or"),
    }
    if weak and mine:
        return ReasonWords("goal.admitted", fields)
    if mine and (needs or near):
        return ReasonWords("goal.topics" if needs else "goal.near", fields)
    is_other = bool(mine) and not wanted  # their subject is not set against the same one of the owner
    return ReasonWords("goal.mine" if is_other else "goal.plain", fields)


def _overdeliver(case: _Case) -> ReasonWords:
    """Who is too unsure of the result cannot say that it would come close."""
    is_far = any(reason.criterion == "overdeliver" and reason.is_veto for reason in case.facts.reasons)
    return ReasonWords("overdeliver.far" if is_far else "overdeliver.near", {})


def _audience(case: _Case) -> ReasonWords:
    event, offering = case.event, case.offering
    theirs = their_audience(event, case.speech)
    mine = group_size(offering.audience_min, offering.audience_max, case.speech)
    low, high = event.audience_min or event.audience_max, event.audience_max or event.audience_min
    too_many = bool(offering.audience_max and high and high > offering.audience_max)
    too_few = bool(offering.audience_min and low and event.audience_max and low < offering.audience_min)
    if theirs and mine and (too_many or too_few):
        return ReasonWords("audience.size", {"their_audience": theirs, "my_audience": mine})
    level = case.speech.mid_sentence(event.audience_level or "") if client_speaks(case.facts, case.manner) else ""
    levels = {known.casefold() for known in offering.audience_levels}
    if level and level.casefold() not in levels:
        return ReasonWords("audience.level", {"level": level})
    return ReasonWords("audience.plain", {})


def _format(case: _Case) -> ReasonWords:
    event, offering, speech = case.event, case.offering, case.speech
    mine = speech.join([speech.format_word(form, "many") for form in offering.formats[:3] if form is not Format.OTHER])
    wanted = speech.format_word(event.format, "a") if event.format else ""
    if wanted and mine and event.format not in offering.formats:
        return ReasonWords("format.other", {"a_format": wanted, "my_formats": mine})
    if event.mode and offering.modes and event.mode not in offering.modes:
        return ReasonWords(f"format.{'online' if event.mode is Mode.VIRTUAL else 'room'}", {})
    wanted_minutes, minutes = event.duration_minutes, offering.minutes
    if wanted_minutes and minutes and not minutes[0] <= wanted_minutes <= minutes[1]:
        theirs, own = say_minutes(wanted_minutes, speech), say_lengths(minutes, speech)
        if theirs in {say_minutes(length, speech) for length in minutes}:
            return ReasonWords("format.plain", {})  # 540 minutes and 480 are both "a full day"
        return ReasonWords("format.length", {"their_length": theirs, "my_length": own})
    return ReasonWords("format.plain", {})


def say_minutes(minutes: int, speech: Language) -> str:
    """A length of time: "45 minutes", "three hours", "a full day" for seven hours to nine."""
    if minutes in range(420, 541):
        return speech.term("full_day")
    if minutes >= 120 and minutes % 60 == 0:
        return speech.term("hours", n=speech.in_words(minutes // 60))
    return speech.term("one_hour") if minutes == 60 else speech.term("minutes", n=minutes)


def say_lengths(minutes: tuple[int, int], speech: Language) -> str:
    """From shortest to longest: "between 45 and 90 minutes", "between an hour and three hours"."""
    low, high = minutes
    if low == high:
        return say_minutes(low, speech)
    if high < 120:
        return speech.term("lengths_between", low=low, high=speech.term("minutes", n=high))
    return speech.term("lengths_between", low=say_minutes(low, speech), high=say_minutes(high, speech))


def _language(case: _Case) -> ReasonWords:
    code = case.event.language
    fluent = fluent_codes(case.offering)
    mine = case.speech.join([case.speech.language_name(one) for one in fluent])
    if not code or not mine or code in fluent:
        return ReasonWords("language.plain", {})
    return ReasonWords("language.named", {"language": case.speech.language_name(code), "my_languages": mine})


def _leadtime(case: _Case) -> ReasonWords:
    first, today = first_day(case.event), case.facts.day
    left = (first - today).days if first else 0
    if first and left < 0:
        return ReasonWords("leadtime.past", {"day": case.speech.say_day(first, case.manner.locale, near=today)})
    if 0 < left < case.offering.lead_minimum:
        lead = say_days(case.offering.lead_minimum, case.speech)
        return ReasonWords("leadtime.days", {"left": say_days(left, case.speech), "lead": lead})
    return ReasonWords("leadtime.plain", {})


def say_days(days: int, speech: Language) -> str:
    """A number of days: "nine days", "four weeks"."""
    if days >= 14 and days % 7 == 0:
        return speech.term("weeks", n=speech.in_words(days // 7))
    return speech.term("one_day") if days == 1 else speech.term("days", n=speech.in_words(days))


def style_gaps(wish: StyleWish, offering: Offering, speech: Language) -> str:
    """How the style wished for differs from the offering's: "more energetic and more playful"; "" when unknown."""
    if offering.style is None:
        return ""
    own = offering.style
    sliders = (
        (wish.energy, own.energy, "energy"),
        (wish.humour, own.humour, "humour"),
        (wish.practice, own.practice, "practice"),
        (wish.challenge, own.challenge, "challenge"),
    )
    gaps = [
        (abs(want - have), f"style_{'more' if want > have else 'less'}_{name}")
        for want, have, name in sliders
        if want is not None
    ]
    largest = sorted((gap for gap in gaps if gap[0] >= 1), key=lambda gap: -gap[0])
    return speech.join([speech.term(term) for _, term in largest[:MOST_TOPICS]])


def _style(case: _Case) -> ReasonWords:
    gaps = style_gaps(case.facts.inquiry.style, case.offering, case.speech)
    return ReasonWords("style.named", {"style": gaps}) if gaps else ReasonWords("style.plain", {})


def _churn(case: _Case) -> ReasonWords:
    inquiry, limits = case.facts.inquiry, case.offering.limits or ()
    unmet = [m for m in inquiry.must_haves or () if any(says(m, limit, inquiry.language) for limit in limits)]
    if len(unmet) == 1 and client_speaks(case.facts, case.manner):
        return ReasonWords("churn.one", {"must_have": case.speech.mid_sentence(unmet[0].strip(" ."))})
    return ReasonWords("churn.plain", {})


def _fee(case: _Case) -> ReasonWords:
    if case.facts.inquiry.budget.unpaid:
        return ReasonWords("fee.unpaid", {})
    limit = say_limit(case.facts.inquiry.budget, case.speech, case.manner.locale)
    return ReasonWords("fee.named", {"limit": limit}) if limit else ReasonWords("fee.plain", {})


def _capacity(case: _Case) -> ReasonWords:
    month = case.speech.month_of(case.event, case.manner.locale, case.facts.day)
    return ReasonWords("capacity.month", {"month": month}) if month else ReasonWords("capacity.plain", {})


def _travel(case: _Case) -> ReasonWords:
    city = case.event.place.city or ""
    return ReasonWords("travel.named", {"city": city}) if city else ReasonWords("travel.plain", {})


def _date(case: _Case) -> ReasonWords:
    locale, today, speech = case.manner.locale, case.facts.day, case.speech
    named = named_days(case.event)
    if named and named[-1] < today:
        return ReasonWords("leadtime.past", {"day": speech.say_day(named[0], locale, near=today)})
    if len(named) == 1:
        return ReasonWords("date.one", {"day": speech.say_day(named[0], locale, near=today)})
    if 1 < len(named) <= 3:
        days = speech.say_days(named, locale, near=today)
        return ReasonWords("date.some", {"days": days, "number": speech.in_words(len(named))})
    stretch = case.event.date_range
    if stretch and not named:
        return ReasonWords("date.stretch", {"stretch": speech.say_stretch(*stretch, locale, near=today)})
    return ReasonWords("date.plain", {})


_WORDS: Final[dict[str, Callable[[_Case], ReasonWords]]] = {
    "goal": _goal,
    "overdeliver": _overdeliver,
    "audience": _audience,
    "format": _format,
    "language": _language,
    "leadtime": _leadtime,
    "style": _style,
    "churn": _churn,
    "fee": _fee,
    "capacity": _capacity,
    "travel": _travel,
    "scope": lambda _case: ReasonWords("scope", {}),
    "date": _date,
}
