"""The fields that the wording of each reason needs, taken from the request and the owner's offering."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from fitdesk.domain.event import Event, Format, Mode
from fitdesk.domain.inquiry import StyleWish
from fitdesk.domain.offering import LanguageLevel, Offering, Topic
from fitdesk.domain.topics import best_match, named_in, says, stems
from fitdesk.letters.dates import first_day, month_of, named_days, say_day, say_stretch
from fitdesk.letters.event_words import PLURALS, REQUESTED
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.money import say_limit
from fitdesk.letters.plain_words import in_words, join, mid_sentence, with_article

_MOST_TOPICS: Final = 2


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """``case`` names the wording of a reason in the phrase book ("goal.topics"), ``fields`` fill it."""

    case: str
    fields: dict[str, str]


def reason_words(criterion: str, facts: LetterFacts, locale: str) -> ReasonWords:
    """How ``criterion`` is put in this letter. A criterion without own wording gets "general"."""
    offering = facts.assessment.offering if facts.assessment is not None else Offering()
    make = _WORDS.get(criterion)
    return make(facts, offering, locale) if make else ReasonWords("general", {})


def topic_names(topics: Sequence[Topic], *, depth: int) -> tuple[str, ...]:
    """Names of the topics of at least ``depth``, deepest first, as they stand inside a sentence."""
    ordered = sorted((topic for topic in topics if topic.depth >= depth), key=lambda topic: -topic.depth)
    return tuple(dict.fromkeys(mid_sentence(topic.name.strip()) for topic in ordered if topic.name.strip()))


def wanted_topics(facts: LetterFacts) -> tuple[str, ...]:
    """What the client wants, as it stands inside a sentence: the topics named, else known ones that the goal names."""
    inquiry = facts.inquiry
    found: Sequence[str] = inquiry.event.topics
    if not found and inquiry.goal:
        offering = facts.assessment.offering if facts.assessment is not None else Offering()
        known = [*(topic.name for topic in offering.topics), *facts.owner.not_good_at]
        found = named_in(inquiry.goal, known, inquiry.language)
    return tuple(mid_sentence(topic.strip(" .")) for topic in found if topic.strip(" ."))


def my_work(offering: Offering) -> str:
    """What the owner's offering is about: its first deepest topic, and one more that says something else."""
    deepest = max((topic.depth for topic in offering.topics), default=0)
    names = topic_names(offering.topics, depth=max(deepest, 2))
    others = [name for name in names[1:] if not stems(name) & stems(names[0])]
    return join([*names[:1], *others[: _MOST_TOPICS - 1]])


def language_name(code: str) -> str:
    """The English name of a language (ISO 639-1), or the code when unknown."""
    from babel import Locale  # costs 31 ms: not before the first letter

    return str(Locale("en").languages.get(code.lower(), code))


def fluent_languages(offering: Offering) -> tuple[str, ...]:
    """English names of the languages spoken on stage without an interpreter."""
    return tuple(language_name(code) for code, level in offering.languages if level is LanguageLevel.FLUENT)


def group_size(low: int | None, high: int | None, *, noun: str = "groups") -> str:
    """The sizes somebody works with: "groups of 50 to 400", "groups of up to 40"; "" when not recorded."""
    if low and high and low != high:
        return f"{noun} of {low:,} to {high:,}"
    if high:
        return f"{noun} of up to {high:,}"
    return f"{noun} of {low:,} or more" if low else ""


def their_audience(event: Event) -> str:
    """How many people come: "300 people", "between 200 and 250 people"; "" when unknown."""
    low, high = event.audience_min, event.audience_max
    if low and high:
        return f"{low:,} people" if low == high else f"between {low:,} and {high:,} people"
    if high:
        return f"up to {high:,} people"
    return f"more than {low:,} people" if low else ""


def _goal(facts: LetterFacts, offering: Offering, _locale: str) -> ReasonWords:
    language = facts.inquiry.language
    wanted = wanted_topics(facts)
    mine = my_work(offering)
    solid = [topic for topic in offering.topics if topic.depth >= 2]
    needs = [topic for topic in wanted if best_match(topic, solid, language) is None]
    weak = [name for name in facts.owner.not_good_at if any(says(topic, name, language) for topic in needs)]
    fields = {
        "needs": join(needs[:_MOST_TOPICS]),
        "near": join(wanted[:_MOST_TOPICS]),
        "my_work": mine,
        "admitted": join([mid_sentence(name) for name in weak[:_MOST_TOPICS]], "or"),
    }
    if weak and mine:
        return ReasonWords("goal.admitted", fields)
    if mine and (needs or wanted):
        return ReasonWords("goal.topics" if needs else "goal.near", fields)
    return ReasonWords("goal.mine" if mine else "goal.plain", fields)


def _overdeliver(facts: LetterFacts, _offering: Offering, _locale: str) -> ReasonWords:
    """Who is too unsure of the result cannot say that it would come close."""
    is_far = any(reason.criterion == "overdeliver" and reason.is_veto for reason in facts.reasons)
    return ReasonWords("overdeliver.far" if is_far else "overdeliver.near", {})


def _audience(facts: LetterFacts, offering: Offering, _locale: str) -> ReasonWords:
    event = facts.inquiry.event
    theirs, mine = their_audience(event), group_size(offering.audience_min, offering.audience_max)
    low, high = event.audience_min or event.audience_max, event.audience_max or event.audience_min
    too_many = bool(offering.audience_max and high and high > offering.audience_max)
    too_few = bool(offering.audience_min and low and low < offering.audience_min)
    if theirs and mine and (too_many or too_few):
        return ReasonWords("audience.size", {"their_audience": theirs, "my_audience": mine})
    level = mid_sentence(event.audience_level or "")
    levels = {known.casefold() for known in offering.audience_levels}
    if level and level.casefold() not in levels:
        return ReasonWords("audience.level", {"level": level})
    return ReasonWords("audience.plain", {})


def _format(facts: LetterFacts, offering: Offering, _locale: str) -> ReasonWords:
    event = facts.inquiry.event
    mine = join([PLURALS[form] for form in offering.formats[:3] if form is not Format.OTHER])
    wanted = REQUESTED.get(event.format) if event.format else None
    if wanted and mine and event.format not in offering.formats:
        return ReasonWords("format.other", {"a_format": with_article(wanted), "my_formats": mine})
    if event.mode and offering.modes and event.mode not in offering.modes:
        return ReasonWords(f"format.{'online' if event.mode is Mode.VIRTUAL else 'room'}", {})
    if event.duration_minutes and offering.minutes and event.format in offering.formats:
        theirs, own = say_minutes(event.duration_minutes), _say_lengths(offering.minutes)
        return ReasonWords("format.length", {"their_length": theirs, "my_length": own})
    return ReasonWords("format.plain", {})


def say_minutes(minutes: int) -> str:
    """A length of time: "45 minutes", "three hours", "a day" for seven hours or eight."""
    if minutes in range(420, 541):
        return "a full day"
    if minutes >= 120 and minutes % 60 == 0:
        return f"{in_words(minutes // 60)} hours"
    return "an hour" if minutes == 60 else f"{minutes} minutes"


def _say_lengths(minutes: tuple[int, int]) -> str:
    low, high = minutes
    if low == high:
        return say_minutes(low)
    if high < 120:
        return f"{low} to {high} minutes"
    return f"between {say_minutes(low)} and {say_minutes(high)}"


def _language(facts: LetterFacts, offering: Offering, _locale: str) -> ReasonWords:
    code = facts.inquiry.event.language
    mine = join(fluent_languages(offering))
    if not code or not mine:
        return ReasonWords("language.plain", {})
    return ReasonWords("language.named", {"language": language_name(code), "my_languages": mine})


def _leadtime(facts: LetterFacts, offering: Offering, locale: str) -> ReasonWords:
    first = first_day(facts.inquiry.event)
    left = (first - facts.day).days if first else 0
    if first and left < 0:
        return ReasonWords("leadtime.past", {"day": say_day(first, locale, near=facts.day)})
    if 0 < left < offering.lead_minimum:
        return ReasonWords("leadtime.days", {"left": say_days(left), "lead": say_days(offering.lead_minimum)})
    return ReasonWords("leadtime.plain", {})


def say_days(days: int) -> str:
    """A number of days: "nine days", "four weeks"."""
    if days >= 14 and days % 7 == 0:
        return f"{in_words(days // 7)} weeks"
    return "one day" if days == 1 else f"{in_words(days)} days"


def style_gaps(wish: StyleWish, offering: Offering) -> str:
    """How the style wished for differs from the offering's: "more energetic and more playful"; "" when unknown."""
    if offering.style is None:
        return ""
    own = offering.style
    sliders = (
        (wish.energy, own.energy, "more energetic", "quieter"),
        (wish.humour, own.humour, "more playful", "more serious"),
        (wish.practice, own.practice, "more hands-on", "more reflective"),
        (wish.challenge, own.challenge, "more challenging", "gentler"),
    )
    gaps = [(abs(want - have), up if want > have else down) for want, have, up, down in sliders if want is not None]
    largest = sorted((gap for gap in gaps if gap[0] >= 1), key=lambda gap: -gap[0])
    return join([word for _, word in largest[:_MOST_TOPICS]])


def _style(facts: LetterFacts, offering: Offering, _locale: str) -> ReasonWords:
    gaps = style_gaps(facts.inquiry.style, offering)
    return ReasonWords("style.named", {"style": gaps}) if gaps else ReasonWords("style.plain", {})


def _churn(facts: LetterFacts, offering: Offering, _locale: str) -> ReasonWords:
    language, limits = facts.inquiry.language, offering.limits or ()
    unmet = [must for must in facts.inquiry.must_haves or () if any(says(must, limit, language) for limit in limits)]
    if len(unmet) == 1:
        return ReasonWords("churn.one", {"must_have": mid_sentence(unmet[0].strip(" ."))})
    return ReasonWords("churn.plain", {})


def _fee(facts: LetterFacts, _offering: Offering, locale: str) -> ReasonWords:
    if facts.inquiry.budget.unpaid:
        return ReasonWords("fee.unpaid", {})
    limit = say_limit(facts.inquiry.budget, locale)
    return ReasonWords("fee.named", {"limit": limit}) if limit else ReasonWords("fee.plain", {})


def _capacity(facts: LetterFacts, _offering: Offering, locale: str) -> ReasonWords:
    month = month_of(facts.inquiry.event, locale, facts.day)
    return ReasonWords("capacity.month", {"month": month}) if month else ReasonWords("capacity.plain", {})


def _travel(facts: LetterFacts, _offering: Offering, _locale: str) -> ReasonWords:
    city = facts.inquiry.event.place.city or ""
    return ReasonWords("travel.named", {"city": city}) if city else ReasonWords("travel.plain", {})


def _date(facts: LetterFacts, _offering: Offering, locale: str) -> ReasonWords:
    named = named_days(facts.inquiry.event)
    if named and named[-1] < facts.day:
        return ReasonWords("leadtime.past", {"day": say_day(named[0], locale, near=facts.day)})
    days = [say_day(day, locale, near=facts.day) for day in named]
    if len(days) == 1:
        return ReasonWords("date.one", {"day": days[0]})
    if 1 < len(days) <= 3:
        return ReasonWords("date.some", {"days": join(days), "number": in_words(len(days))})
    stretch = facts.inquiry.event.date_range
    if stretch and not days:
        return ReasonWords("date.stretch", {"stretch": say_stretch(*stretch, locale, near=facts.day)})
    return ReasonWords("date.plain", {})


_Make = Callable[[LetterFacts, Offering, str], ReasonWords]

_WORDS: Final[dict[str, _Make]] = {
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
    "scope": lambda *_facts: ReasonWords("scope", {}),
    "date": _date,
}
