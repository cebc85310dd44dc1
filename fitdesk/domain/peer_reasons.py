"""Why a peer fits, and what is not known about them: plain sentences that a client may read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fitdesk.domain.assessment import Assessment, Contribution, Finding, PeerReason, VetoState
from fitdesk.domain.availability import candidate_days
from fitdesk.domain.case import Case
from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.event import Format
from fitdesk.domain.inquiry import StyleWish
from fitdesk.domain.judges_for_me import judge_travel
from fitdesk.domain.judges_goal import FEW_JOBS, Reading, readings
from fitdesk.domain.judges_money import judge_fee, offered_fee
from fitdesk.domain.languages import language_name
from fitdesk.domain.offering import LanguageLevel
from fitdesk.domain.peer import Peer
from fitdesk.domain.wording import day_words, either, format_words, hours_words, listed, number_range
from fitdesk.i18n import _

SUPPORTED = 0.7
"""The value from which the record supports a reason (letters.md, check 9)."""
SOLID = 2
COUNTED = frozenset({Format.KEYNOTE, Format.WORKSHOP, Format.PANEL, Format.SEMINAR, Format.WEBINAR})
"""Formats that take an article: a keynote, but consulting."""
ONLY_WHEN_AHEAD = frozenset({"leadtime", "travel"})
"""Worth a sentence only where the peer has the better of the owner."""
NEARBY = 2.0
"""Hours within which it is worth saying that somebody lives near."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A peer beside one of their offerings, with the words for speaking about them."""

    peer: Peer
    case: Case

    def say(self, text: str, **facts: object) -> str:
        """``text`` with the peer's pronouns put in: {They} {they} {their} {have} {s}."""
        subject = self.peer.pronoun_subject if self.peer.pronoun_subject in ("she", "he") else "they"
        one = subject != "they"
        words = {
            "They": subject.capitalize(),
            "they": subject,
            "their": {"she": "her", "he": "his"}.get(subject, "their"),
            "Their": {"she": "Her", "he": "His"}.get(subject, "Their"),
            "have": "has" if one else "have",
            "are": "is" if one else "are",
            "s": "s" if one else "",
            "es": "es" if one else "",
        }
        return text.format(**words, **facts)


def reasons_for(
    peer: Peer, case: Case, lines: tuple[Contribution, ...], owners: Assessment | None
) -> tuple[PeerReason, ...]:
    """One sentence per criterion on which the record is sure (value ≥ .7); first those where the peer beats the owner.

    Fee and journey are named too when they speak for the peer, though they do not enter the score.
    """
    profile = Profile(peer, case)
    judged = [(line.criterion, line.weight, line.finding) for line in lines]
    judged += [(key, 0.0, judge(case)) for key, judge in (("travel", judge_travel), ("fee", judge_fee))]
    found: list[tuple[float, float, PeerReason]] = []
    for key, weight, finding in judged:
        is_sure = finding.value.low >= SUPPORTED and finding.veto is VetoState.CLEAR
        sentence = WORDS[key](profile) if is_sure else ""
        ahead = _lead(key, finding, owners)
        if sentence and (ahead > 0 or key not in ONLY_WHEN_AHEAD):
            found.append((ahead, weight, PeerReason(key, sentence)))
    return tuple(reason for _ahead, _weight, reason in sorted(found, key=lambda one: (-one[0], -one[1])))


def _lead(key: str, finding: Finding, owners: Assessment | None) -> float:
    """Points by which the peer surely beats the owner's best offering; 0 when that is not sure."""
    if owners is None:
        return 0.0
    line = owners.contribution(key)
    return max(0.0, finding.value.low - line.finding.value.high) * (line.weight or BY_KEY[key].weight)


def _goal(profile: Profile) -> str:
    solid = [reading for reading in readings(profile.case) if reading.depth.low >= SOLID]
    if not solid:
        return ""
    names = listed(list(dict.fromkeys(_topic(reading) for reading in solid)))
    if all(reading.depth.low >= 3 for reading in solid):
        return profile.say(_("{They} {have} made {topics} {their} deepest work."), topics=names)
    return profile.say(_("{They} work{s} on {topics} with solid experience."), topics=names)


def _topic(reading: Reading) -> str:
    return reading.topic or reading.phrase


def _overdeliver(profile: Profile) -> str:
    jobs = profile.case.offering.similar_jobs or 0
    if jobs < FEW_JOBS:
        return ""
    return profile.say(_("{They} {have} done work like this {n} times."), n=jobs)


def _audience(profile: Profile) -> str:
    event, offering = profile.case.inquiry.event, profile.case.offering
    people = number_range(offering.audience_min, offering.audience_max)
    if event.audience_level and offering.audience_levels:
        return profile.say(_("{They} work{s} with groups of {people} people, {who} among them."),
                           people=people, who=event.audience_level)  # fmt: skip
    return profile.say(_("{They} work{s} with groups of {people} people."), people=people)


def _format(profile: Profile) -> str:
    kind = profile.case.inquiry.event.format
    if kind is None or kind is Format.OTHER:
        return ""
    text = _("{They} offer{s} it as a {kind}.") if kind in COUNTED else _("{They} offer{s} it as {kind}.")
    return profile.say(text, kind=format_words(kind))


def _language(profile: Profile) -> str:
    code = profile.case.inquiry.event.language or profile.case.inquiry.language
    if code is None or dict(profile.case.offering.languages).get(code) is not LanguageLevel.FLUENT:
        return ""
    return profile.say(_("{They} work{s} fluently in {language}."), language=language_name(code))


def _leadtime(profile: Profile) -> str:
    span = profile.case.span
    if span is None:
        return ""
    ahead = (span[0] - profile.case.today).days
    least = profile.case.offering.lead_minimum
    return profile.say(_("{They} ask{s} for {least} days to prepare; there are {ahead}."), least=least, ahead=ahead)


def _style(profile: Profile) -> str:
    if profile.case.inquiry.style == StyleWish():
        return ""
    return profile.peer.differs.strip() or profile.say(_("{Their} style comes close to the tone you describe."))


def _churn(profile: Profile) -> str:
    if not profile.case.inquiry.must_haves:
        return ""
    return profile.say(_("Nothing that you must have is outside what {they} offer{s}."))


def _travel(profile: Profile) -> str:
    case = profile.case
    town, home = case.inquiry.event.place.city, profile.peer.home.city
    if not town or not home or case.hours is None:
        return ""
    if case.hours.high == 0:
        return profile.say(_("{They} {are} at home in {town}."), town=town)
    if case.hours.high > NEARBY:
        return ""
    hours = hours_words((case.hours.low + case.hours.high) / 2)
    return profile.say(_("{They} live{s} in {home}, about {hours} from {town}."), home=home, hours=hours, town=town)


def _fee(profile: Profile) -> str:
    usual, fee = profile.case.offering.fee_list, offered_fee(profile.case)
    if usual is None or not fee.is_stated or fee.amounts.low < float(usual):
        return ""
    return profile.say(_("{Their} usual fee lies within what is set aside."))


WORDS: dict[str, Callable[[Profile], str]] = {
    "goal": _goal,
    "overdeliver": _overdeliver,
    "audience": _audience,
    "format": _format,
    "language": _language,
    "leadtime": _leadtime,
    "style": _style,
    "churn": _churn,
    "travel": _travel,
    "fee": _fee,
}


def unknowns_of(peer: Peer, case: Case) -> tuple[str, ...]:
    """What the record does not say about the peer for this request, as short phrases ("her fee")."""
    profile, offering, inquiry = Profile(peer, case), case.offering, case.inquiry
    event = inquiry.event
    days = [day_words(day, case.owner.locale) for day in candidate_days(event) if day >= case.today]
    when = either(days) if event.dates and 0 < len(days) <= 3 else ""
    calendar = _("{their} calendar on {days}") if when else _("{their} calendar")
    vague = [reading.phrase for reading in readings(case) if not reading.depth.is_exact]
    phrases = [
        (True, profile.say(calendar, days=when)),
        (offering.fee_list is None, profile.say(_("{their} fee"))),
        (bool(vague), profile.say(_("how deep {their} work on “{topics}” goes"), topics=either(vague))),
        (offering.similar_jobs is None, profile.say(_("how often {they} {have} done work like this"))),
        (not offering.languages, profile.say(_("which languages {they} work{s} in"))),
        (not offering.formats, profile.say(_("which formats {they} offer{s}"))),
        (offering.audience_min is None and offering.audience_max is None,
         profile.say(_("how many people {they} work{s} with"))),
    ]  # fmt: skip
    return tuple(phrase for applies, phrase in phrases if applies)
