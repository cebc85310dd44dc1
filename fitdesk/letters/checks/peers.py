"""Check 8: one to three peers, consent valid, contact data equal to the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.matching import consent_is_valid
from fitdesk.i18n import _
from fitdesk.letters.checks.findings import Repair, Severity
from fitdesk.letters.checks.read_letter import Found, ReadLetter, Where, contains_words, found
from fitdesk.letters.checks.reading import EMAIL, is_contact_line
from fitdesk.letters.checks.repairs import mend_of_sentence, put, usual, with_raw
from fitdesk.letters.kinds import To
from fitdesk.letters.words.peer_words import contact_line

PHONE: Final = re.compile(r"(?<![\w@.])(?:\+|00|\(?0)\d[\d ()/.-]{5,30}\d")
_SITE: Final = re.compile(
    r"(?<![@\w.-])(?:https?://|www\.)\S{1,200}"
    r"|(?<![@\w.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,24}(?:/\S{0,200})?(?=\s|$|[,;)])"
)
LOCAL_PHONE: Final = re.compile(r"(?<!\d )(?<![\w.,+/-])\d{3}(?: \d{3}){2}(?! ?[€$£\d]|\w)")
"""A phone number as it is written at home, without a zero or a plus: "612 345 678"."""
_NAMED_SITE: Final = re.compile(
    r"(?<![@\w.-])(?:www\.)?[a-z0-9][a-z0-9-]{2,62}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:com|org|net|info|eu|io|co\.uk|uk|de|fr|es|nl"
    r"|be|at|ch|example)(?![\w@-]|\.\w)(?:/\S{0,200})?"
)
"""A website in running text; only endings that no word has."""
_TELLING: Final = re.compile(r"[\d@]|www|http|\w\.[a-z]{2}")
"""Without any of these a text says nothing of how to reach somebody."""
_BOLD: Final = re.compile(r"^\s*\*\*(.+?)\*\*")


def check_peers(letter: ReadLetter) -> Iterator[Found]:
    """8: as many peers as the kind names, each with contact data as on record; nobody else is recommended."""
    if 8 not in letter.rules.checks:
        return
    count = len(letter.peer_at)
    if count < letter.rules.fewest_peers:
        said = _("Name at least one colleague, as on record, with how to reach them.")
        yield found(8, Severity.BLOCKS, said, None, None, partial(_with_peers, letter))
    if count > letter.rules.most_peers:
        said = _("Name at most three colleagues; more is no recommendation.")
        yield found(8, Severity.BLOCKS, said, letter.body[letter.peer_at[-1][1]])
    for ranked, place in letter.peer_at:
        if not _is_reachable(ranked, letter):
            said = _("Say how to reach {name}: phone, e-mail or website as on record.")
            where = letter.body[place]
            line = contact_line(ranked.peer)
            raw = f"{where.heard.raw.rstrip()}\n{line}"
            repair = Repair(_("Add “{line}”").replace("{line}", line), with_raw(letter.text, where, raw))
            mend = (lambda repair=repair: repair) if line else None
            yield found(8, Severity.BLOCKS, said.replace("{name}", ranked.peer.name), where, None, mend)
    yield from _strangers(letter)


def _with_peers(letter: ReadLetter) -> Repair | None:
    """With the paragraphs on the peers as the usual letter has them, before the last two paragraphs at the latest."""
    as_usual = usual(letter)
    if as_usual is None or not as_usual.peer_at:
        return None
    text = letter.text
    for ranked, place in as_usual.peer_at:
        at = min(place, max(len(text.body) - 1, 0))
        text = replace(text, body=(*text.body[:at], as_usual.text.body[place], *text.body[at:]))
        names = ranked.peer.name
    words = _("Put in the paragraph on {name}") if len(as_usual.peer_at) == 1 else _("Put in the colleagues again")
    return Repair(words.replace("{name}", names), text)


def check_consent(letter: ReadLetter) -> Iterator[Found]:
    """8: whoever is named to a client has agreed to it, in a letter of any kind."""
    if letter.rules.to is not To.CLIENT:
        return
    for ranked, place in letter.peer_at:
        if not consent_is_valid(ranked.peer, letter.facts.owner, letter.facts.day):
            said = _("{name} has not agreed to be recommended, or too long ago. Ask first, or take the name out.")
            said = said.replace("{name}", ranked.peer.name)
            yield replace(found(8, Severity.BLOCKS, said, letter.body[place]), is_always=True)


def _is_reachable(ranked: RankedPeer, letter: ReadLetter) -> bool:
    peer = ranked.peer
    whole = "\n".join(where.heard.plain.text for where in letter.body)
    site = _site(peer.website)
    return (
        bool(peer.email and peer.email.casefold() in whole.casefold())
        or bool(peer.phone and _digits(peer.phone) in {_digits(hit) for hit in PHONE.findall(whole)})
        or bool(site and site in whole.casefold())
    )


def _strangers(letter: ReadLetter) -> Iterator[Found]:
    known = [ranked.peer.name for ranked in letter.facts.peers]
    for where in letter.body:
        bold = _BOLD.match(where.heard.raw)
        name = " ".join(bold.group(1).split()).strip(",.: ") if bold else ""
        if bold and name and not any(contains_words(name, peer) or contains_words(peer, name) for peer in known):
            said = _("“{name}” is not among the peers of this letter. Choose them first, so that consent is checked.")
            yield found(8, Severity.BLOCKS, said.replace("{name}", name), where, bold.span(1))


def check_contact_data(letter: ReadLetter) -> Iterator[Found]:
    """8 (2 where no peer is recommended): phone numbers, e-mail addresses and websites are those on record."""
    number = 8 if 8 in letter.rules.checks else 2
    owner, contact, addressee = letter.facts.owner, letter.facts.inquiry.contact, letter.facts.particulars.addressee
    people = [*(ranked.peer for ranked in letter.named_peers), *([addressee] if addressee else [])]
    emails = [mail for mail in (owner.email, contact.email, *(peer.email for peer in people)) if mail]
    phones = [phone for phone in (owner.phone, contact.phone, *(peer.phone for peer in people)) if phone]
    sites = [_site(site) for site in (owner.website, *(peer.website for peer in people)) if site]
    for where in letter.body:
        text = where.heard.plain.text
        if not _TELLING.search(text):
            continue
        wrong = [(hit.span(), emails) for hit in EMAIL.finditer(text) if not _is_one(hit.group().rstrip("."), emails)]
        digits = {_digits(phone) for phone in phones}
        wrong += [(hit.span(), phones) for hit in PHONE.finditer(text) if _digits(hit.group()) not in digits]
        wrong += [(hit.span(), phones) for hit in LOCAL_PHONE.finditer(text) if _digits(hit.group()) not in digits]
        wrong += [(span, sites) for span in _sites_in(text) if _site(text[slice(*span)]) not in sites]
        for span, recorded in wrong:
            said = _("“{words}” is not in the record of anybody named here. Correct it.")
            at = where.heard.plain.span(*span)
            new = _nearest(text[slice(*span)], _of_paragraph(letter, where, recorded))
            mend = put(letter, where, at, new) if new else mend_of_sentence(letter, where, at)
            yield found(number, Severity.BLOCKS, said.replace("{words}", text[slice(*span)]), where, at, mend)


def _of_paragraph(letter: ReadLetter, where: Where, recorded: list[str]) -> list[str]:
    """What is on record of the peer whose paragraph it is: nobody else’s number may be put into their mouth."""
    peers = [ranked.peer for ranked, place in letter.peer_at if place == where.paragraph]
    own = {one for peer in peers for one in (peer.email, peer.phone, _site(peer.website)) if one}
    return [one for one in recorded if one in own] if peers else recorded


def _is_one(mail: str, emails: list[str]) -> bool:
    return any(mail.casefold() == one.casefold() for one in emails)


def _sites_in(text: str) -> Iterator[tuple[int, int]]:
    """Websites: in lines that say how to reach somebody anything like one, in running text only what is plainly one."""
    start = 0
    for line in text.split("\n"):
        if is_contact_line(line):
            blank = EMAIL.sub(lambda hit: " " * len(hit.group()), line).casefold()
            yield from ((start + hit.start(), start + hit.end()) for hit in _SITE.finditer(blank))
        elif "." in line:
            blank = EMAIL.sub(lambda hit: " " * len(hit.group()), line)
            yield from ((start + hit.start(), start + hit.end()) for hit in _NAMED_SITE.finditer(blank))
        start += len(line) + 1


def _nearest(written: str, recorded: list[str]) -> str:
    """The recorded one most like ``written``, as a letter writes it."""
    from rapidfuzz.fuzz import ratio  # costs 30 ms: not before the first check

    from fitdesk.letters.words.peer_words import say_phone

    said = [say_phone(one) if _digits(one) and "@" not in one else one for one in recorded]
    return max(said, key=lambda one: ratio(one.casefold(), written.casefold()), default="")


def _digits(phone: str) -> str:
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    return digits.removeprefix("00").lstrip("0")[-9:]


def _site(website: str) -> str:
    return re.sub(r"^https?://|^www\.|(?<=://)www\.", "", website.strip().casefold()).removeprefix("www.").rstrip("/.")
