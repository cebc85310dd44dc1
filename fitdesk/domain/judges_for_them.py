"""Will the client be delighted? The criteria format, language, leadtime, style and churn."""

from __future__ import annotations

from functools import lru_cache, partial

from fitdesk.domain.assessment import Finding, VetoState
from fitdesk.domain.case import Case
from fitdesk.domain.event import Format, Mode
from fitdesk.domain.inquiry import StyleWish
from fitdesk.domain.languages import language_name, spoken_in
from fitdesk.domain.offering import LanguageLevel, Offering
from fitdesk.domain.ranges import UNKNOWN_VALUE, Range
from fitdesk.domain.topics import says
from fitdesk.domain.wording import a_format, either, format_words, listed, mode_words, number_range
from fitdesk.domain.worth import worth, worth_at, worth_from_zero
from fitdesk.i18n import _, plural

NEARLY = 0.25
"""Share of the shortest or longest session by which a length is still close."""
NOT_FEW = 2
"""From so many unmet must-haves on, one more changes nothing."""
INSIDE, NEAR, FAR = 0.0, 1.0, 2.0
FLUENT, INTERPRETED, NOT_SPOKEN = 0.0, 1.0, 2.0
CLOSE_TONE = 0.5
"""Steps apart on average at which one may still speak of the same tone."""
NOTHING = Range.exactly(0.0)


def judge_format(case: Case) -> Finding:
    """The kind of session, where it happens and its length: all right 1, a length within 25 % .6, else 0.

    "Another kind" may or may not be what the offering is: it tells as little as no kind at all.
    """
    event, offering = case.inquiry.event, case.offering
    is_kind = is_kind_offered(event.format, offering.formats)
    if event.format is not None and is_kind is False:
        return Finding(NOTHING, partial(_other_kind_words, event.format, offering))
    mode = is_mode_served(event.mode, offering.modes)
    if event.mode is not None and mode is False:
        return Finding(NOTHING, partial(_other_mode_words, event.mode, offering))
    value = _length(case)
    if is_kind is None or mode is None:
        value = Range(0.0, value.high)
    return Finding(value, lambda: _format_words(case))


def is_kind_offered(wanted: Format | None, offered: tuple[Format, ...]) -> bool | None:
    """Whether sessions of that kind are offered; None when either side leaves it open."""
    if wanted in offered:
        return True
    return None if wanted in (None, Format.OTHER) or not offered else False


def _kinds(offering: Offering) -> str:
    return either([a_format(kind) for kind in offering.formats])


def _other_kind_words(wanted: Format, offering: Offering) -> str:
    return _("{wanted} wanted; this is {kinds}").format(wanted=a_format(wanted), kinds=_kinds(offering))


def _other_mode_words(wanted: Mode, offering: Offering) -> str:
    places = listed([mode_words(one) for one in offering.modes])
    return _("{wanted} wanted; this is offered {places}").format(wanted=mode_words(wanted), places=places)


def _format_words(case: Case) -> str:
    event, offering = case.inquiry.event, case.offering
    parts = [_kind_words(event.format, offering)]
    if is_mode_served(event.mode, offering.modes) is None:
        parts.append(_("whether in person is not stated"))
    length = _length_words(event.duration_minutes, offering.minutes)
    return ", ".join([*parts, length] if length else parts)


def _kind_words(wanted: Format | None, offering: Offering) -> str:
    if not offering.formats:
        return _("formats of the offering not stated")
    if wanted is None:
        return _("format not stated; this is {kinds}").format(kinds=_kinds(offering))
    if wanted not in offering.formats:
        return _("a talk of another kind; this is {kinds}").format(kinds=_kinds(offering))
    return format_words(wanted)


@lru_cache(maxsize=1024)
def is_mode_served(mode: Mode | None, offered: tuple[Mode, ...]) -> bool | None:
    """Whether the offering is given that way; a hybrid event needs the speaker in the room."""
    served = set(offered)
    if Mode.IN_PERSON in served or not served:
        served.add(Mode.HYBRID)
    if not offered or served >= set(Mode):
        return True
    return None if mode is None else mode in served


def _length(case: Case) -> Range:
    wanted, offered = case.inquiry.event.duration_minutes, case.offering.minutes
    if offered is None:
        return worth_at("format", INSIDE, case)
    if wanted is None:
        return UNKNOWN_VALUE
    return worth_at("format", _how_near(wanted, offered), case)


def _how_near(minutes: int, offered: tuple[int, int]) -> float:
    shortest, longest = offered
    if shortest <= minutes <= longest:
        return INSIDE
    return NEAR if shortest * (1 - NEARLY) <= minutes <= longest * (1 + NEARLY) else FAR


def _length_words(minutes: int | None, offered: tuple[int, int] | None) -> str:
    if offered is None:
        return _("{n} minutes").format(n=minutes) if minutes is not None else ""
    span = _("{span} minutes").format(span=number_range(*offered))
    if minutes is None:
        return _("length not stated; this takes {span}").format(span=span)
    near = _how_near(minutes, offered)
    if near == INSIDE:
        return _("{n} minutes: inside {span}").format(n=minutes, span=span)
    text = _("{n} minutes: close to {span}") if near == NEAR else _("{n} minutes: far from {span}")
    return text.format(n=minutes, span=span)


def judge_language(case: Case) -> Finding:
    """Fluent on stage 1, with an interpreter .4, not spoken a veto; not stated is known only when all agree."""
    inquiry, levels = case.inquiry, dict(case.offering.languages)
    wanted, country = inquiry.event.language, inquiry.event.place.country
    if not levels:
        return Finding(UNKNOWN_VALUE, lambda: _("languages on stage not recorded"), VetoState.POSSIBLE)
    if wanted is not None:
        level = levels.get(wanted)
        said = partial(_language_words, wanted, level)
        if level is LanguageLevel.FLUENT:
            return Finding(worth_at("language", FLUENT, case), said)
        if level is LanguageLevel.INTERPRETER:
            return Finding(worth_at("language", INTERPRETED, case), said)
        return Finding(worth_at("language", NOT_SPOKEN, case), said, VetoState.CONFIRMED)
    fluent = {code for code, level in levels.items() if level is LanguageLevel.FLUENT}
    spoken = spoken_in(country) if country else frozenset()
    if inquiry.language and spoken and spoken | {inquiry.language} <= fluent:
        codes = sorted(spoken | {inquiry.language})
        text = _("not stated; where it is held, {names} will do")
        return Finding(
            worth_at("language", FLUENT, case),
            lambda: text.format(names=either([language_name(code) for code in codes])),
        )
    return Finding(UNKNOWN_VALUE, lambda: _("language on stage not stated"), VetoState.POSSIBLE)


def _language_words(code: str, level: LanguageLevel | None) -> str:
    text = _("{language}: not spoken")
    if level is not None:
        text = _("{language}: fluent") if level is LanguageLevel.FLUENT else _("{language}: with an interpreter")
    return text.format(language=language_name(code))


def judge_leadtime(case: Case) -> Finding:
    """Days from today to the event: less than the minimum a veto, rising to 1 at the ideal.

    A day that is past says nothing of how far off the event is: it is taken (``availability``), and nobody could serve
    it better.
    """
    least = case.offering.lead_minimum
    if case.is_past:
        return Finding(UNKNOWN_VALUE, lambda: _("the day named is past"), VetoState.POSSIBLE)
    if case.span is None:
        return Finding(UNKNOWN_VALUE, lambda: _("day not stated"), VetoState.POSSIBLE)
    first, last = ((day - case.today).days for day in case.span)
    way = Range(_way(first, case.offering), _way(last, case.offering))
    veto = VetoState.CLEAR
    if last < least:
        veto = VetoState.CONFIRMED
    elif first < least:
        veto = VetoState.POSSIBLE
    value = worth_from_zero("leadtime", way, case)
    return Finding(value, lambda: _leadtime_words(first, last, case), veto)


def _way(days: int, offering: Offering) -> float:
    """Share of the way from the minimum to the ideal; below 0 before the minimum."""
    least, ideal = offering.lead_minimum, offering.lead_ideal
    if ideal > least:
        return (days - least) / (ideal - least)
    return 1.0 if days >= least else -1.0


def _leadtime_words(first: int, last: int, case: Case) -> str:
    least, ideal = case.offering.lead_minimum, case.offering.lead_ideal
    text = plural("{n} day ahead", "{n} days ahead", first)
    if last > first:
        text = _("{first} to {last} days ahead").format(first=first, last=last)
    needs = _("you need {least}, better {ideal}") if case.is_owner else _("they need {least}, better {ideal}")
    return f"{text}; {needs.format(least=least, ideal=ideal)}"


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
    gaps = style_gaps(case.inquiry.style, case)
    mean = Range(sum(gap.low for gap in gaps) / 4, sum(gap.high for gap in gaps) / 4)
    value = worth("style", mean, case)
    return Finding(value, lambda: _style_words(gaps, case))


def _style_words(gaps: list[Range], case: Case) -> str:
    if case.offering.style is None:
        return _("style of the offering not stated")
    if case.inquiry.style == StyleWish():
        return _("tone wanted not stated")
    if sum(gap.high for gap in gaps) / 4 <= CLOSE_TONE:
        return _("the tone they want is the tone given")
    known = [gap.low for gap in gaps if gap.is_exact]
    words = plural("tone stated on {n} of 4 scales", "tone stated on {n} of 4 scales", len(known))
    return f"{words}, {_apart_words(sum(known) / len(known))}" if known else words


def _apart_words(gap: float) -> str:
    """ "1 step apart on average", "1.5 steps apart on average", "the same as yours"."""
    steps = f"{gap:.1f}".removesuffix(".0")
    if steps == "0":
        return _("no step apart")
    return plural("{gap} step apart on average", "{gap} steps apart on average", 1 if steps == "1" else 2).replace(
        "{gap}", steps
    )


def judge_churn(case: Case) -> Finding:
    """Must-haves that the known limits of the offering leave unmet: none 1, one .4, more 0."""
    musts, limits = case.inquiry.must_haves, case.offering.limits
    if musts is None:
        return Finding(UNKNOWN_VALUE, lambda: _("must-haves not stated"))
    if not musts:
        return Finding(worth_at("churn", 0.0, case), lambda: _("no further must-haves"))
    if limits is None:
        most = float(min(len(musts), NOT_FEW))
        return Finding(worth("churn", Range(0.0, most), case), lambda: _("limits of the offering not stated"))
    unmet = unmet_needs(case)
    return Finding(worth_at("churn", float(min(len(unmet), NOT_FEW)), case), lambda: _churn_words(unmet, case))


def _churn_words(unmet: tuple[str, ...], case: Case) -> str:
    if not unmet:
        return _("all must-haves can be met: {needs}").format(needs=listed(case.inquiry.must_haves or ()))
    text = _("outside what you offer: {needs}") if case.is_owner else _("outside what they offer: {needs}")
    return text.format(needs=listed(unmet))


def unmet_needs(case: Case) -> tuple[str, ...]:
    """The must-haves that a known limit of the offering names."""
    limits, musts = case.offering.limits or (), case.inquiry.must_haves or ()
    return tuple(must for must in musts if any(says(must, limit, case.languages) for limit in limits))
