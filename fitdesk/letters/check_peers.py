"""Checks 8 to 11: peers with consent and the right contact data, supported reasons, no promises, open disclosure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.matching import MOST_PEERS, consent_is_valid
from fitdesk.domain.topics import stems
from fitdesk.i18n import _
from fitdesk.letters.event_words import PLURALS
from fitdesk.letters.findings import CheckFinding, ReadLetter, Severity, contains_words
from fitdesk.letters.names import take_apart
from fitdesk.letters.peer_words import supported
from fitdesk.letters.reading import EMAIL, is_contact_line, prose, sentences
from fitdesk.letters.reason_sounds import LANGUAGES
from fitdesk.letters.reason_words import fluent_languages, language_name

_PHONE: Final = re.compile(r"(?<![\w@.])(?:\+|00|\(?0)\d[\d ()/.\u00a0-]{5,}\d")
_SITE: Final = re.compile(
    r"(?<![@\w.-])(?:https?://|www\.)\S+"
    r"|(?<![@\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?(?=\s|$|[,;)])"
)
_BOLD: Final = re.compile(r"^\s*\*\*(.+?)\*\*")
_HEDGE: Final = re.compile(
    r"\b(?:I (?:believe|think|expect|hope|trust|imagine|suppose)|perhaps|may|might|probably|likely|as far as I know"
    r"|if|whether|cannot say|do not know|don[’']t know|could)\b",
    re.IGNORECASE,
)
_PROMISE: Final = (
    r"\s+(?:(?:also|certainly|surely|gladly|always|all|both)\s+)?"
    r"(?:will|shall|would (?:love|be (?:happy|glad|delighted))|can certainly|guarantees?|promises?"
    r"|(?:is|are) (?:free|available|happy to|glad to|sure to|looking forward|cheaper)"
    r"|has time|have time|has agreed|have agreed|looks? forward)\b"
)
_NOTHING: Final = re.compile(
    r"\b(?:receive|get|gain|earn|take|accept)s? (?:no(?:thing)?|neither)\b|\bnothing in it for me\b"
    r"|\bno (?:share|commission)\b",
    re.IGNORECASE,
)
_GAIN: Final = re.compile(
    r"\b(?:commission|referral fee|finder[’']s fee|kickback|percentage of)\b"
    r"|\bI (?:receive|get|earn) (?:a|an|some|part|\d|€|£|\$)"
    r"|\bagreement (?:with .{2,60} )?for (?:recommendations|such cases)\b|\bagreed something for recommendations\b",
    re.IGNORECASE,
)


def check_peers(letter: ReadLetter) -> Iterator[CheckFinding]:
    """8: one to three peers, each with a valid consent and contact data as on record; nobody else is recommended."""
    count = len(letter.peer_at)
    if count == 0:
        yield CheckFinding(8, Severity.BLOCKS, _("Name at least one colleague, as on record, with how to reach them."))
    if count > MOST_PEERS:
        said = _("Name at most three colleagues; more is no recommendation.")
        yield CheckFinding(8, Severity.BLOCKS, said, letter.peer_at[-1][1])
    for ranked, place in letter.peer_at:
        if not consent_is_valid(ranked.peer, letter.facts.owner, letter.facts.day):
            said = _("{name} has not agreed to be recommended, or too long ago. Ask first, or take the name out.")
            yield CheckFinding(8, Severity.BLOCKS, said.replace("{name}", ranked.peer.name), place)
        if not _is_reachable(ranked, letter):
            said = _("Say how to reach {name}: phone, e-mail or website as on record.")
            yield CheckFinding(8, Severity.BLOCKS, said.replace("{name}", ranked.peer.name), place)
    yield from _strangers(letter)
    yield from _wrong_contact_data(letter)


def _is_reachable(ranked: RankedPeer, letter: ReadLetter) -> bool:
    peer = ranked.peer
    whole = "\n".join(letter.paragraphs)
    site = _site(peer.website)
    return (
        bool(peer.email and peer.email.casefold() in whole.casefold())
        or bool(peer.phone and _digits(peer.phone) in {_digits(found) for found in _PHONE.findall(whole)})
        or bool(site and site in whole.casefold())
    )


def _strangers(letter: ReadLetter) -> Iterator[CheckFinding]:
    known = [ranked.peer.name for ranked in letter.facts.peers]
    for place, paragraph in enumerate(letter.text.body):
        found = _BOLD.match(paragraph)
        name = " ".join(found.group(1).split()).strip(",.: ") if found else ""
        if name and not any(contains_words(name, peer) or contains_words(peer, name) for peer in known):
            said = _("“{name}” is not among the peers of this letter. Choose them first, so that consent is checked.")
            yield CheckFinding(8, Severity.BLOCKS, said.replace("{name}", name), place)


def _wrong_contact_data(letter: ReadLetter) -> Iterator[CheckFinding]:
    owner, contact = letter.facts.owner, letter.facts.inquiry.contact
    people = letter.named_peers
    emails = {mail.casefold() for mail in (owner.email, contact.email, *(one.peer.email for one in people)) if mail}
    phones = {_digits(phone) for phone in (owner.phone, contact.phone, *(one.peer.phone for one in people)) if phone}
    sites = {_site(site) for site in (owner.website, *(one.peer.website for one in people)) if site}
    for place, paragraph in enumerate(letter.paragraphs):
        wrong = [found for found in EMAIL.findall(paragraph) if found.casefold().rstrip(".") not in emails]
        wrong += [found for found in _PHONE.findall(paragraph) if _digits(found) not in phones]
        for line in paragraph.splitlines():
            if is_contact_line(line):
                found_sites = _SITE.findall(EMAIL.sub("", line).casefold())
                wrong += [site for site in found_sites if _site(site) not in sites]
        for words in wrong:
            said = _("“{words}” is not in the record of anybody named here. Correct it.")
            yield CheckFinding(8, Severity.BLOCKS, said.replace("{words}", words), place)


def _digits(phone: str) -> str:
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    return digits.removeprefix("00").lstrip("0")[-9:]


def _site(website: str) -> str:
    return re.sub(r"^https?://|^www\.|(?<=://)www\.", "", website.strip().casefold()).removeprefix("www.").rstrip("/.")


def check_support(letter: ReadLetter) -> Iterator[CheckFinding]:
    """9: each peer comes with a reason that the record supports, and with no language or figure it does not have."""
    for ranked, place in letter.peer_at:
        said = prose(letter.paragraphs[place])
        if not _is_supported(ranked, said, letter):
            words = _("Say why {name} fits this event, with something their record supports: {hint}.")
            hint = ", ".join(topic.name for topic in ranked.offering.topics[:3]) or ranked.offering.title
            yield CheckFinding(
                9, Severity.BLOCKS, words.replace("{name}", ranked.peer.name).replace("{hint}", hint), place
            )
        for claim in _unsupported_claims(ranked, said, letter):
            words = _("“{claim}” is not in the record of {name}. Correct it, or record it first.")
            yield CheckFinding(
                9, Severity.BLOCKS, words.replace("{claim}", claim).replace("{name}", ranked.peer.name), place
            )


def _is_supported(ranked: RankedPeer, said: str, letter: ReadLetter) -> bool:
    criteria = supported(ranked)
    evidence: set[str] = set()
    if "goal" in criteria:
        names = [name for topic in ranked.offering.topics if topic.depth >= 2 for name in (topic.name, *topic.synonyms)]
        evidence |= stems(" ".join((*names, ranked.offering.title)))
    if "language" in criteria:
        evidence |= stems(" ".join(fluent_languages(ranked.offering)))
    if "format" in criteria:
        evidence |= stems(" ".join(PLURALS[form] for form in ranked.offering.formats))
    if "audience" in criteria:
        sizes = (ranked.offering.audience_min, ranked.offering.audience_max)
        evidence |= {str(size) for size in sizes if size}
        evidence |= stems(" ".join((*ranked.offering.audience_levels, *ranked.offering.sectors)))
    if "style" in criteria:
        evidence |= stems("style " + ranked.peer.differs)
    for reason in ranked.reasons:
        evidence |= stems(reason.sentence) if reason.criterion in criteria else frozenset()
    evidence -= stems(" ".join((ranked.peer.name, letter.facts.inquiry.contact.name or "")))
    return bool(evidence & (stems(said.replace(",", "")) | set(re.findall(r"\d+", said.replace(",", "")))))


def _unsupported_claims(ranked: RankedPeer, said: str, letter: ReadLetter) -> Iterator[str]:
    offering = ranked.offering
    spoken = {language_name(code) for code, _level in offering.languages}
    for found in re.finditer(r"\bin ([A-Z][a-z]+)\b", said):
        name = found.group(1)
        if name in LANGUAGES and name not in spoken and not letter.is_recorded(found.group()):
            yield found.group()
    numbers = {offering.audience_min, offering.audience_max, offering.similar_jobs, *(offering.minutes or ())}
    event = letter.facts.inquiry.event
    numbers |= {event.audience_min, event.audience_max, event.duration_minutes}
    for found in re.finditer(r"(?<![\w.,–-])\d[\d,]*(?![\w–-])", said):
        number = int(found.group().replace(",", "")) if found.group().replace(",", "").isdigit() else None
        is_day = re.match(r"\s+[A-Z][a-z]+", said[found.end() :]) is not None
        if number not in numbers and not is_day and not letter.is_recorded(found.group()):
            yield found.group()


def check_promises(letter: ReadLetter) -> Iterator[CheckFinding]:
    """10: nothing is promised in a peer's name without a hedge, unless it stands in the record."""
    names = [re.escape(part) for one in letter.named_peers for part in _called(one.peer.name)]
    pattern = re.compile(rf"\b(?:{'|'.join(['she', 'he', 'they', 'both of them', 'either', *names])}){_PROMISE}", re.I)
    for place, sentence in letter.every_sentence():
        found = pattern.search(sentence)
        if found and not _HEDGE.search(sentence) and not letter.is_recorded(sentence.rstrip(".!")):
            said = _("“{words}” promises something in a colleague’s name. Say “I believe”, or leave it to them.")
            yield CheckFinding(10, Severity.BLOCKS, said.replace("{words}", found.group()), place)


def _called(name: str) -> tuple[str, ...]:
    parts = take_apart(name)
    return tuple(dict.fromkeys(part for part in (parts.full, parts.first, parts.last) if part))


def check_disclosure(letter: ReadLetter) -> Iterator[CheckFinding]:
    """11: a benefit is disclosed exactly when one is recorded."""
    paid = [ranked.peer for ranked in letter.named_peers if ranked.peer.benefit.strip()]
    whole = [(place, sentence) for place, words in enumerate(letter.paragraphs) for sentence in sentences(prose(words))]
    for peer in paid:
        wanted = stems(peer.benefit)
        if not any(wanted and len(wanted & stems(sentence)) >= 0.7 * len(wanted) for _place, sentence in whole):
            said = _("Say openly what you have agreed with {name}: {benefit}.")
            yield CheckFinding(
                11, Severity.BLOCKS, said.replace("{name}", peer.name).replace("{benefit}", peer.benefit.rstrip("."))
            )
    unpaid = [ranked.peer.name for ranked in letter.named_peers if ranked.peer not in paid]
    for place, sentence in whole:
        if paid and _NOTHING.search(sentence) and not any(contains_words(sentence, name) for name in unpaid):
            said = _("The letter says that you receive nothing, but a benefit is recorded. Name it.")
            yield CheckFinding(11, Severity.BLOCKS, said, place)
        if not paid and _GAIN.search(sentence) and not _NOTHING.search(sentence):
            said = _("The letter speaks of a benefit, but none is recorded. Record it with the peer, or take it out.")
            yield CheckFinding(11, Severity.BLOCKS, said, place)
