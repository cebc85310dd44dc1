"""Will the client be delighted? The criteria audience, format, language, leadtime, style and churn."""

from __future__ import annotations

from math import inf

from fitdesk.domain.assessment import Finding, VetoState
from fitdesk.domain.case import Case
from fitdesk.domain.event import Event, Format, Mode
from fitdesk.domain.inquiry import StyleWish
from fitdesk.domain.languages import language_name, spoken_in
from fitdesk.domain.offering import LanguageLevel, Offering
from fitdesk.domain.ranges import UNKNOWN_VALUE, Range
from fitdesk.domain.topics import says, stems, strength
from fitdesk.domain.values import Piecewise
from fitdesk.domain.wording import format_words, listed, mode_words, number_range
from fitdesk.i18n import _, plural

OTHER_LEVEL = 0.5
"""What is left of the audience's value when the people are not those the offering is made for."""
OTHER_SECTOR = 0.7
NEAR_LENGTH = 0.6
NEARLY = 0.25
WITH_INTERPRETER = 0.4
STYLE = Piecewise(((0, 1.0), (2, 0.0)))
"""Of the mean gap between the tone wanted and the tone given."""
ONE_UNMET = 0.4
MOST_NAMED = 3


def judge_audience(case: Case) -> Finding:
    """Size inside the offering's range counts fully and falls to 0 at half or double; other people count less."""
    event, offering = case.inquiry.event, case.offering
    size, size_words = _size(event, offering, case.is_owner)
    level, level_words = kind_factor(event.audience_level, offering.audience_levels, OTHER_LEVEL, case)
    sector, sector_words = kind_factor(event.sector, offering.sectors, OTHER_SECTOR, case)
    value = Range(size.low * level.low * sector.low, size.high * level.high * sector.high)
    return Finding(value, "; ".join(words for words in (size_words, level_words, sector_words) if words))


def _size(event: Event, offering: Offering, is_owner: bool) -> tuple[Range, str]:
    least, most = offering.audience_min, offering.audience_max
    people = number_range(event.audience_min, event.audience_max)
    if least is None and most is None:
        return UNKNOWN_VALUE, _("audience size of the offering not stated")
    fits = number_range(least, most)
    if not people:
        text = _("size not stated; yours is {fits}") if is_owner else _("size not stated; theirs is {fits}")
        return UNKNOWN_VALUE, text.format(fits=fits)
    low, high = sorted((event.audience_min or 0, inf if event.audience_max is None else event.audience_max))
    value = _size_value(least, most).over(Range(low, high))
    if value.low == 1.0:
        text = _("{people} people: inside your {fits}") if is_owner else _("{people} people: inside their {fits}")
    elif value.high < 1.0:
        text = _("{people} people: outside your {fits}") if is_owner else _("{people} people: outside their {fits}")
    else:
        text = _("{people} people: partly in your {fits}") if is_owner else _("{people} people: partly in their {fits}")
    return value, text.format(people=people, fits=fits)


def _size_value(least: int | None, most: int | None) -> Piecewise:
    points: list[tuple[float, float]] = []
    if least is not None and least > 1:
        points += [(least / 2, 0.0), (least, 1.0)]
    else:
        points.append((0.0, 1.0))
    if most is not None:
        points += [(max(most, points[-1][0]), 1.0), (2.0 * max(most, points[-1][0]), 0.0)]
    return Piecewise(tuple(points))


def kind_factor(wanted: str | None, served: tuple[str, ...], otherwise: float, case: Case) -> tuple[Range, str]:
    """The factor for one kind of people: 1 when served (or when nothing is said about whom it is for)."""
    if not served:
        return Range.exactly(1.0), ""
    if wanted is None:
        return Range(otherwise, 1.0), _("who they are is not stated") if otherwise == OTHER_LEVEL else ""
    stemmed, language = stems(wanted, case.inquiry.language), case.inquiry.language
    known = [stems(kind, language) for kind in served]
    if any(strength(stemmed, kind) for kind in known):
        return Range.exactly(1.0), _("{kind}: among those it is made for").format(kind=wanted)
    if any(stemmed & kind for kind in known):
        # "team leads" may well be "team leaders": a word in common is not enough to say yes or no.
        return Range(otherwise, 1.0), _("{kind}: close to those it is made for").format(kind=wanted)
    return Range.exactly(otherwise), _("{kind}: made for {served}").format(kind=wanted, served=_some(served))


def _some(kinds: tuple[str, ...]) -> str:
    return listed(kinds) if len(kinds) <= MOST_NAMED else listed([*kinds[: MOST_NAMED - 1], _("others")])


def judge_format(case: Case) -> Finding:
    """The kind of session, where it happens and its length: all right 1, a length within 25 % .6, else 0."""
    event, offering = case.inquiry.event, case.offering
    if not offering.formats:
        return Finding(UNKNOWN_VALUE, _("formats of the offering not stated"))
    kinds = listed([format_words(kind) for kind in offering.formats])
    if event.format is Format.OTHER and Format.OTHER not in offering.formats:
        return Finding(UNKNOWN_VALUE, _("a talk of another kind; this is {kinds}").format(kinds=kinds))
    if event.format is not None and event.format not in offering.formats:
        text = _("{wanted} wanted; this is {kinds}")
        return Finding(Range.exactly(0.0), text.format(wanted=format_words(event.format), kinds=kinds))
    mode = is_mode_served(event.mode, offering.modes)
    if event.mode is not None and mode is False:
        places = listed([mode_words(one) for one in offering.modes])
        text = _("{wanted} wanted; this is offered {places}")
        return Finding(Range.exactly(0.0), text.format(wanted=mode_words(event.mode), places=places))
    value, length = _length(event.duration_minutes, offering.minutes)
    if event.format is None or mode is None:
        value = Range(0.0, value.high)
    parts = [
        format_words(event.format) if event.format else _("format not stated; this is {kinds}").format(kinds=kinds)
    ]
    if mode is None:
        parts.append(_("whether in person is not stated"))
    return Finding(value, ", ".join([*parts, length] if length else parts))


def is_mode_served(mode: Mode | None, offered: tuple[Mode, ...]) -> bool | None:
    """Whether the offering is given that way; a hybrid event needs the speaker in the room."""
    served = set(offered)
    if Mode.IN_PERSON in served or not served:
        served.add(Mode.HYBRID)
    if not offered or served >= set(Mode):
        return True
    return None if mode is None else mode in served


def _length(minutes: int | None, offered: tuple[int, int] | None) -> tuple[Range, str]:
    if offered is None:
        return Range.exactly(1.0), _("{n} minutes").format(n=minutes) if minutes is not None else ""
    shortest, longest = offered
    span = _("{span} minutes").format(span=number_range(shortest, longest))
    if minutes is None:
        return UNKNOWN_VALUE, _("length not stated; this takes {span}").format(span=span)
    if shortest <= minutes <= longest:
        return Range.exactly(1.0), _("{n} minutes: inside {span}").format(n=minutes, span=span)
    if shortest * (1 - NEARLY) <= minutes <= longest * (1 + NEARLY):
        return Range.exactly(NEAR_LENGTH), _("{n} minutes: close to {span}").format(n=minutes, span=span)
    return Range.exactly(0.0), _("{n} minutes: far from {span}").format(n=minutes, span=span)


def judge_language(case: Case) -> Finding:
    """Fluent on stage 1, with an interpreter .4, not spoken a veto; not stated is known only when all agree."""
    inquiry, levels = case.inquiry, dict(case.offering.languages)
    wanted, country = inquiry.event.language, inquiry.event.place.country
    if not levels:
        return Finding(UNKNOWN_VALUE, _("languages on stage not recorded"), VetoState.POSSIBLE)
    if wanted is not None:
        name = language_name(wanted)
        level = levels.get(wanted)
        if level is LanguageLevel.FLUENT:
            return Finding(Range.exactly(1.0), _("{language}: fluent").format(language=name))
        if level is LanguageLevel.INTERPRETER:
            return Finding(Range.exactly(WITH_INTERPRETER), _("{language}: with an interpreter").format(language=name))
        return Finding(Range.exactly(0.0), _("{language}: not spoken").format(language=name), VetoState.CONFIRMED)
    fluent = {code for code, level in levels.items() if level is LanguageLevel.FLUENT}
    spoken = spoken_in(country) if country else frozenset()
    if inquiry.language and spoken and spoken | {inquiry.language} <= fluent:
        names = listed([language_name(code) for code in sorted(spoken | {inquiry.language})])
        return Finding(Range.exactly(1.0), _("not stated; written and held where {names} will do").format(names=names))
    return Finding(UNKNOWN_VALUE, _("language on stage not stated"), VetoState.POSSIBLE)


def judge_leadtime(case: Case) -> Finding:
    """Days from today to the event: less than the minimum a veto, rising to 1 at the ideal."""
    least, ideal = case.offering.lead_minimum, case.offering.lead_ideal
    if case.is_past:
        return Finding(Range.exactly(0.0), _("the day named is past"), VetoState.CONFIRMED)
    if case.span is None:
        return Finding(UNKNOWN_VALUE, _("day not stated"), VetoState.POSSIBLE)
    first, last = ((day - case.today).days for day in case.span)
    rise = Piecewise(((least, 0.0), (ideal, 1.0))) if ideal > least else Piecewise(((least, 0.0), (least, 1.0)))
    days = Range(first, last)
    text = plural("{n} day ahead", "{n} days ahead", first)
    if last > first:
        text = _("{first} to {last} days ahead").format(first=first, last=last)
    needs = _("you need {least}, better {ideal}") if case.is_owner else _("they need {least}, better {ideal}")
    veto = VetoState.CLEAR
    if last < least:
        veto = VetoState.CONFIRMED
    elif first < least:
        veto = VetoState.POSSIBLE
    return Finding(rise.over(days), f"{text}; {needs.format(least=least, ideal=ideal)}", veto)


def style_gaps(wish: StyleWish, case: Case) -> list[Range]:
    """How far each of the four sliders is from the offering's, as ranges where the client did not say."""
    style = case.offering.style
    gaps: list[Range] = []
    for name in ("energy", "humour", "practice", "challenge"):
        wanted: int | None = getattr(wish, name)
        given: int | None = getattr(style, name) if style else None
        if given is None or wanted is None:
            one = given if wanted is None else wanted
            gaps.append(Range(0.0, 4.0 if one is None else max(one, 4 - one)))
        else:
            gaps.append(Range.exactly(abs(wanted - given)))
    return gaps


def judge_style(case: Case) -> Finding:
    """Mean gap between the tone wanted and the tone given: none 1, two steps or more 0."""
    wish = case.inquiry.style
    gaps = style_gaps(wish, case)
    value = STYLE.over(Range(sum(gap.low for gap in gaps) / 4, sum(gap.high for gap in gaps) / 4))
    if case.offering.style is None:
        return Finding(value, _("style of the offering not stated"))
    if wish == StyleWish():
        return Finding(value, _("tone wanted not stated"))
    known = [gap.low for gap in gaps if gap.is_exact]
    if value.low >= 0.75:
        return Finding(value, _("the tone they want is the tone given"))
    words = plural("tone stated on {n} of 4 scales", "tone stated on {n} of 4 scales", len(known))
    apart = _("{gap} steps apart on average").format(gap=f"{sum(known) / len(known):.1f}") if known else ""
    return Finding(value, ", ".join(part for part in (words, apart) if part))


def judge_churn(case: Case) -> Finding:
    """Must-haves that the known limits of the offering leave unmet: none 1, one .4, more 0."""
    musts, limits = case.inquiry.must_haves, case.offering.limits
    if musts is None:
        return Finding(UNKNOWN_VALUE, _("must-haves not stated"))
    if not musts:
        return Finding(Range.exactly(1.0), _("no further must-haves"))
    if limits is None:
        low = ONE_UNMET if len(musts) == 1 else 0.0
        return Finding(Range(low, 1.0), _("limits of the offering not stated"))
    unmet = unmet_needs(case)
    value = 1.0 if not unmet else ONE_UNMET if len(unmet) == 1 else 0.0
    if unmet:
        text = _("outside what you offer: {needs}") if case.is_owner else _("outside what they offer: {needs}")
        return Finding(Range.exactly(value), text.format(needs=listed(unmet)))
    return Finding(Range.exactly(value), _("all must-haves can be met: {needs}").format(needs=listed(musts)))


def unmet_needs(case: Case) -> tuple[str, ...]:
    """The must-haves that a known limit of the offering names."""
    language = case.inquiry.language
    limits, musts = case.offering.limits or (), case.inquiry.must_haves or ()
    return tuple(must for must in musts if any(says(must, limit, language) for limit in limits))
