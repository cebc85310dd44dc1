"""How people are addressed and spoken of in French: no surname in a salutation, and nothing that is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.letter import Manner, Tone
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages.french_typography import elided
from fitdesk.letters.names import PersonName, take_apart

PEER_FIELDS: Final = ("elle", "avec_elle", "qu_elle", "si_elle", "collegue")
"""elle: subject, always with a verb in the singular. collegue: with its article, also for who has no pronoun."""

_PHYSICIANS: Final = frozenset(("FR", "BE", "CH", "LU", "MC", "CA", "MA", "DZ", "TN", "SN", "CI", "CM", "LB"))
"""Countries whose French keeps "Docteur" for physicians; elsewhere Dr is a degree, which French does not address."""

UNKNOWN: Final = "Madame, Monsieur"
NEUTRAL: Final = "Bonjour"

_WRITTEN: Final = re.compile(
    r"^\s*(?:(?P<female>Mme|Madame|Mlle|Mademoiselle)|(?P<male>M\.|Mr\.?|Monsieur))\s+(?=\S)", re.IGNORECASE
)

_BY_HONORIFIC: Final = {"Mr": Gender.MALE, "Mrs": Gender.FEMALE, "Ms": Gender.FEMALE, "Miss": Gender.FEMALE}


def is_named(contact: Contact) -> bool:
    """Whether a name is on record."""
    return bool(contact.name and contact.name.strip())


def person(contact: Contact) -> tuple[PersonName, Gender | None]:
    """The name without "Mme" or "M.", and the gender on record, else the one that these words say."""
    written = _WRITTEN.match(contact.name or "")
    name = (contact.name or "")[written.end() :] if written else contact.name or ""
    said = None
    if written:
        said = Gender.FEMALE if written["female"] else Gender.MALE
    apart = take_apart(name, contact.academic_title)
    if written and not apart.last:
        apart = replace(apart, first="", last=apart.full)
    return apart, contact.gender or said or _BY_HONORIFIC.get(apart.honorific)


def _titled(title: str, gender: Gender | None, country: str | None) -> str:
    """ "Docteur", "Madame la Professeure"; "" where the form hangs on a gender that is not known."""
    if title == "Dr" and country in (None, *_PHYSICIANS):
        return "Docteur"
    if title == "Professor" and gender is not None:
        return "Madame la Professeure" if gender is Gender.FEMALE else "Monsieur le Professeur"
    return ""


def _polite(contact: Contact) -> str:
    """ "Madame", "Docteur", "Madame, Monsieur": the words that a formal close repeats."""
    if not is_named(contact):
        return UNKNOWN
    name, gender = person(contact)
    plain = {Gender.FEMALE: "Madame", Gender.MALE: "Monsieur", None: UNKNOWN}[gender]
    return _titled(name.title, gender, contact.address.country) or plain


def _dear(contact: Contact) -> str:
    """ "Chère Madame", "Cher Monsieur"; "" where the gender is not known."""
    gender = person(contact)[1] if is_named(contact) else None
    return {Gender.FEMALE: "Chère Madame", Gender.MALE: "Cher Monsieur"}[gender] if gender else ""


def _first_name(contact: Contact) -> str:
    """What one calls a person whom one says tu to; the whole name where only an initial is known."""
    name, _gender = person(contact)
    return name.first if name.can_be_called else name.full


def _familiar(contact: Contact) -> list[str]:
    if not is_named(contact):
        return [NEUTRAL, UNKNOWN]
    if not person(contact)[0].first:
        polite = _polite(contact)
        return [NEUTRAL] if polite == UNKNOWN else [f"{NEUTRAL} {polite}", NEUTRAL]
    first, gender = _first_name(contact), person(contact)[1]
    hello = f"{NEUTRAL} {first}"
    return [f"{'Chère' if gender is Gender.FEMALE else 'Cher'} {first}", hello] if gender else [hello, NEUTRAL]


def addressed(contact: Contact, manner: Manner) -> tuple[str, ...]:
    """Every salutation that fits the record, without its comma; the usual one first."""
    if manner.is_familiar:
        found = _familiar(contact)
        is_short = manner.tone is Tone.BRIEF and is_named(contact) and len(found) > 1 and found[0].startswith("Ch")
        return tuple(reversed(found)) if is_short else tuple(found)
    if not is_named(contact):
        return (UNKNOWN,)
    polite, dear = _polite(contact), _dear(contact)
    if polite == UNKNOWN:
        return (UNKNOWN, NEUTRAL) if manner.tone is Tone.FORMAL else (NEUTRAL, UNKNOWN)
    plain = dear.split()[-1] if dear else ""
    usual = (dear, polite) if manner.tone is Tone.WARM and not polite.endswith("Professeur") else (polite, dear)
    hello = f"{NEUTRAL} {plain}" if plain else ""
    return tuple(dict.fromkeys(filter(None, (*usual, plain, hello, UNKNOWN))))


def close_key(contact: Contact, manner: Manner) -> str:
    """ "familiar", "warm", "brief", "formal", or "unknown" where the salutation is Madame, Monsieur."""
    if manner.is_familiar:
        return "familiar"
    if manner.tone is Tone.FORMAL or not is_named(contact):
        return "unknown" if _polite(contact) == UNKNOWN else "formal"
    return "brief" if manner.tone is Tone.BRIEF else "warm"


def spoken_to(contact: Contact, manner: Manner) -> str:
    """The words for the middle of a close: "Madame", "Madame, Monsieur"; the first name for tu."""
    if manner.is_familiar:
        is_called = is_named(contact) and person(contact)[0].first
        return _first_name(contact) if is_called else ""
    return _polite(contact)


def on_envelope(contact: Contact) -> str:
    """The name with "Madame" or "Monsieur" where that is on record, with a title in its place; never guessed."""
    if not is_named(contact):
        return ""
    name, gender = person(contact)
    if name.title:
        return name.on_envelope("Pr" if name.title == "Professor" else "Dr")
    written = name.on_envelope("")
    if gender is None or not name.last:
        return written
    return f"{'Madame' if gender is Gender.FEMALE else 'Monsieur'} {written}"


def peer_fields(peer: Peer) -> Mapping[str, str]:
    """The words for a peer; where the language has no pronoun for them, the name stands in its place."""
    subject = peer.pronoun_subject.casefold().strip()
    name = " ".join(peer.name.replace("*", "").split())
    if subject == "she":
        said = ("elle", "avec elle", "qu’elle", "si elle", "une collègue")
    elif subject == "he":
        said = ("il", "avec lui", "qu’il", "s’il", "un collègue")
    else:
        said = (name, f"avec {name}", elided("que", name), f"si {name}", "une personne du métier")
    return dict(zip(PEER_FIELDS, said, strict=True))


def company_fields(peers: Sequence[Peer], number: str) -> Mapping[str, str]:
    """One peer as in ``peer_fields``; several are "ces personnes", which needs no agreement with anybody."""
    if len(peers) == 1:
        return {**peer_fields(peers[0]), "number": number, "any_of_them": peer_fields(peers[0])["elle"]}
    them = ("ces personnes", "avec ces personnes", "que ces personnes", "si ces personnes", f"{number} collègues")
    of_them = "l’une ou l’autre de ces personnes" if len(peers) == 2 else "l’une de ces personnes"
    return {**dict(zip(PEER_FIELDS, them, strict=True)), "number": number, "any_of_them": of_them}
