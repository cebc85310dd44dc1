"""Check 13 for letters to a peer: of a client only what that client let be passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from fitdesk.domain.letter import LetterKind
from fitdesk.domain.offering import Offering
from fitdesk.domain.topics import stems
from fitdesk.i18n import _
from fitdesk.letters.checks.days import days_told, weekdays_told
from fitdesk.letters.checks.findings import Severity
from fitdesk.letters.checks.money import amounts_in
from fitdesk.letters.checks.number_words import may_hold, written_numbers
from fitdesk.letters.checks.read_letter import Found, ReadLetter, Same, Where, contains_words, found, words_at
from fitdesk.letters.checks.reading import EMAIL
from fitdesk.letters.checks.repairs import mend_of_sentence
from fitdesk.letters.facts import CLIENT_DATA
from fitdesk.letters.names import take_apart

_KINDS: Final = frozenset({LetterKind.INTRODUCTION, LetterKind.THANKS, LetterKind.CONSENT})
_SAID: Final = {
    "name": "The client’s name",
    "organization": "The client’s organization",
    "email": "The client’s e-mail address",
    "phone": "The client’s phone number",
    "goal": "The client’s goal",
    "event": "The client’s event",
    "day": "The day of the event",
    "place": "The place of the event",
    "audience": "The size of the audience",
    "format": "The format of the event",
    "budget": "The client’s budget",
}
_GOAL_WORDS: Final = 3
_GOAL_SHARE: Final = 0.5
"""Content words of a goal in one sentence, at least so many and so large a share, by which it is told."""

_Hit = tuple[str, Where, tuple[int, int]]


def check_passed_on(letter: ReadLetter) -> Iterator[Found]:
    """13: a peer is told of a client only what the client allowed; who is asked for consent, nothing at all."""
    if letter.kind not in _KINDS:
        return
    allowed = frozenset() if letter.kind is LetterKind.CONSENT else frozenset(letter.facts.particulars.allowed)
    withheld = frozenset(CLIENT_DATA) - allowed
    for key, where, span in _told(letter, withheld):
        said = _("{what} may not be passed on: the client has not allowed it. Take it out: “{words}”")
        said = said.replace("{what}", _(_SAID[key])).replace("{words}", where.heard.raw[slice(*span)])
        yield found(13, Severity.BLOCKS, said, where, span, mend_of_sentence(letter, where, span))


def _told(letter: ReadLetter, withheld: frozenset[str]) -> Iterator[_Hit]:
    for where in letter.parts:
        plain = where.heard.plain
        without_mail = EMAIL.sub(lambda hit: "0" * len(hit.group()), plain.text)
        for key, names in _names(Same(letter.facts)):
            text = without_mail if key == "organization" else plain.text
            spans = (words_at(text, words) for words in names if key in withheld)
            span = next((one for one in spans if one is not None), None)
            if span is not None:
                yield key, where, plain.span(*span)
        if "name" in withheld:
            yield from (("name", where, span) for span in _first_names(letter, where))
        if "phone" in withheld:
            yield from (("phone", where, span) for span in _phones(letter, where))
        if "budget" in withheld:
            yield from (("budget", where, span) for span in _budgets(letter, where))
        if "day" in withheld:
            yield from (("day", where, span) for span in _days(letter, where))
        if "goal" in withheld:
            yield from (("goal", where, span) for span in _goals(letter, where))
        if "format" in withheld and letter.kind is LetterKind.INTRODUCTION:
            yield from (("format", where, span) for span in _formats(letter, where))
        if "audience" in withheld:
            yield from (("audience", where, span) for span in _sizes(letter, where))


@lru_cache(maxsize=16)
def _names(same: Same) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(kind of data, words that would tell it); not what the peer or the owner are called themselves."""
    facts = same.facts
    inquiry, peer = facts.inquiry, facts.particulars.addressee
    own = " | ".join((facts.owner.name, *((peer.name, peer.home.city or "", peer.address.city or "") if peer else ())))
    name = take_apart(inquiry.contact.name or "")
    told = (
        ("name", (name.full, name.last)),
        ("organization", (inquiry.contact.organization, *_short_names(inquiry.contact.organization or ""))),
        ("email", (inquiry.contact.email, (inquiry.contact.email or "").partition("@")[2])),
        ("event", (inquiry.event.name,)),
        ("place", (inquiry.event.place.city, inquiry.event.venue)),
    )
    return tuple(
        (key, tuple(one.strip() for one in words if one and len(one.strip()) > 2 and not contains_words(own, one)))
        for key, words in told
    )


_LEGAL: Final = re.compile(
    r"[ ,]+(?:(?:gemeinnützige )?[gm]?GmbH(?: & Co\.? KG)?|AG|KG|OHG|e\. ?V\.|eG|SE|SARL|SAS|SA|S\. ?A\.(?: ?U\.)?"
    r"|S\. ?L\.|SL|B\.? ?V\.?|N\.? ?V\.?|Ltd\.?|Limited|PLC|plc|LLP|LLC|Inc\.?|Corp\.?)(?: ?&.{0,12})?$"
)


def _short_names(organization: str) -> tuple[str, ...]:
    """What an organization is called for short: without its legal form, and by its initials."""
    plain = _LEGAL.sub("", organization).strip()
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", plain) if word[0].isupper())
    return tuple(one for one in (plain, initials if len(initials) >= 3 else "") if one != organization)


_PHONE: Final = re.compile(r"(?<![\w@.])(?:\+|00|\(?0)\d[\d ()/.-]{5,30}\d")


def _first_names(letter: ReadLetter, where: Where) -> Iterator[tuple[int, int]]:
    """The client’s first name alone, with its capital: not "may", and not a peer who is called the same."""
    facts, peer = letter.facts, letter.facts.particulars.addressee
    name = take_apart(facts.inquiry.contact.name or "")
    first, last = name.first, name.last or "\0"
    others = f"{facts.owner.name} {peer.name if peer else ''}"
    if len(first) < 3 or contains_words(others, first) or first in letter.heard.months:
        return
    for hit in re.finditer(rf"(?<!\w){re.escape(first)}(?!\w| {re.escape(last)})", where.heard.plain.text):
        yield where.heard.plain.span(*hit.span())


def _phones(letter: ReadLetter, where: Where) -> Iterator[tuple[int, int]]:
    phone = re.sub(r"\D", "", letter.facts.inquiry.contact.phone or "")[-8:]
    for hit in _PHONE.finditer(where.heard.plain.text) if phone else ():
        if re.sub(r"\D", "", hit.group()).endswith(phone):
            yield where.heard.plain.span(*hit.span())


def _budgets(letter: ReadLetter, where: Where) -> Iterator[tuple[int, int]]:
    budget = letter.facts.inquiry.budget
    for hit, number, _currencies in amounts_in(letter, where):
        if number is not None and number in (budget.min, budget.max):
            yield where.heard.plain.span(*hit.span())


def _days(letter: ReadLetter, where: Where) -> Iterator[tuple[int, int]]:
    event = letter.facts.inquiry.event
    known = {*event.dates, *(event.date_range or ())} - {letter.facts.day}
    text = where.heard.plain.text.replace("\n", " ")
    for day, month, year, span in days_told(text, letter.heard, letter.locale):
        if any((day, month) == (one.day, one.month) and year in (None, one.year) for one in known):
            yield where.heard.plain.span(*span)
    for weekday, day, span in weekdays_told(text, letter.heard):
        if any((weekday, day) == (one.weekday(), one.day) for one in known):
            yield where.heard.plain.span(*span)


def _goals(letter: ReadLetter, where: Where) -> Iterator[tuple[int, int]]:
    inquiry = letter.facts.inquiry
    own = stems(" ".join(topic.name for offering in _offerings(letter) for topic in offering.topics), inquiry.language)
    wanted = stems(inquiry.goal or "", inquiry.language) - own
    for sentence in where.heard.sentences:
        common = len(wanted & stems(sentence.text, inquiry.language)) if wanted else 0
        if common >= min(_GOAL_WORDS, len(wanted)) and common >= _GOAL_SHARE * len(wanted) and common:
            yield sentence.span(0, len(sentence.text))


def _formats(letter: ReadLetter, where: Where) -> Iterator[tuple[int, int]]:
    form = letter.facts.inquiry.event.format
    words = letter.language.format_word(form, "a") if form is not None else ""
    span = words_at(where.heard.plain.text, words) if words else None
    if span is not None:
        yield where.heard.plain.span(*span)


def _offerings(letter: ReadLetter) -> tuple[Offering, ...]:
    peer = letter.facts.particulars.addressee
    return peer.offerings if peer is not None else ()


def _sizes(letter: ReadLetter, where: Where) -> Iterator[tuple[int, int]]:
    event = letter.facts.inquiry.event
    sizes = {size for size in (event.audience_min, event.audience_max) if size and size >= 10}
    text = where.heard.plain.text
    for hit, number in written_numbers(text, letter.code) if sizes and may_hold(text, letter.code) else ():
        if number in sizes:
            yield where.heard.plain.span(*hit.span())
    for hit in re.finditer(r"(?<![\d.,:/+-])\d[\d., ]{0,6}\d(?![\d/:%€$£])", where.heard.plain.text) if sizes else ():
        if int(re.sub(r"\D", "", hit.group())) in sizes:
            yield where.heard.plain.span(*hit.span())
