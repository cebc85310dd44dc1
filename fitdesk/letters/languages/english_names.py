"""How an English letter addresses people: "Dear Ms Fontaine,", "Dear Maria,", and the pronouns of a peer."""

from __future__ import annotations

from typing import Final

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.letter import Manner, Tone
from fitdesk.letters.names import is_western, take_apart

_NO_STOP_IN_US: Final = frozenset({"Professor", "Miss"})
_BY_GENDER: Final = {Gender.FEMALE: "Ms", Gender.MALE: "Mr"}

PRONOUNS: Final = {
    "she": {"she": "she", "her": "her", "hers": "her", "is": "is", "has": "has", "does": "does", "s": "s"},
    "he": {"she": "he", "her": "him", "hers": "his", "is": "is", "has": "has", "does": "does", "s": "s"},
    "they": {"she": "they", "her": "them", "hers": "their", "is": "are", "has": "have", "does": "do", "s": ""},
}


def pronouns(subject: str) -> dict[str, str]:
    """The forms that go with ``subject``: fields she, her, hers, is, has, does, and s, the ending of a verb."""
    return PRONOUNS.get(subject.casefold().strip(), PRONOUNS["they"])


def abbreviated(word: str, locale: str) -> str:
    """ "Dr", in the US "Dr."."""
    return f"{word}." if locale == "en_US" and word not in _NO_STOP_IN_US else word


def is_by_first_name(manner: Manner) -> bool:
    """Warm letters are; brief ones to clients on first-name terms."""
    return manner.tone is Tone.WARM or (manner.tone is Tone.BRIEF and manner.is_familiar)


def is_named(contact: Contact) -> bool:
    """Whether a letter can be addressed to a person."""
    return bool(contact.name and contact.name.strip())


def addressed(contact: Contact, manner: Manner) -> str:
    """What stands after "Dear": "Maria", "Ms Contact", "Dr Contact", "Alex Contact"; "" when no name is known."""
    if not is_named(contact):
        return ""
    name, locale = take_apart(contact.name or "", contact.academic_title), manner.locale
    if is_by_first_name(manner) and name.first:
        return name.first if name.can_be_called else name.full
    if not name.last or not is_western(name.full):
        return " ".join(filter(None, (abbreviated(name.title, locale), name.full))) if name.title else name.full
    if name.title:
        return f"{abbreviated(name.title, locale)} {name.last}"
    if not name.honorific and contact.gender is None:
        return name.full
    honorific = name.honorific or _BY_GENDER[contact.gender or Gender.FEMALE]
    return f"{abbreviated(honorific, locale)} {name.last}"


def salutation(contact: Contact, manner: Manner) -> str:
    """The salutation of letters.md: UK with a comma, US with a colon unless it is by first name."""
    is_us, who = manner.locale == "en_US", addressed(contact, manner)
    if not who:
        return "To whom it may concern:" if is_us else "Dear Sir or Madam,"
    return f"Dear {who}{':' if is_us and not is_by_first_name(manner) else ','}"


def allowed_salutations(contact: Contact, manner: Manner) -> tuple[str, ...]:
    """Every salutation that fits the record, the usual one first.

    "Mrs" and "Miss" are allowed to an owner who knows better; the full name is always right.
    """
    usual, locale = salutation(contact, manner), manner.locale
    if not is_named(contact):
        return (usual,)
    name, is_us = take_apart(contact.name or "", contact.academic_title), locale == "en_US"
    titled = [name.full]
    if manner.tone is not Tone.WARM and name.last:
        known = {Gender.FEMALE: ("Ms", "Mrs", "Miss"), Gender.MALE: ("Mr",)}
        honorifics = known[contact.gender] if contact.gender else ()
        titled += [f"{abbreviated(word, locale)} {name.last}" for word in honorifics]
    if manner.tone is not Tone.FORMAL:
        titled += [name.first] if name.can_be_called else []
    stops = (":", ",") if is_us and manner.tone is not Tone.FORMAL else (":" if is_us else ",",)
    usual_in_other_stops = [f"{usual[:-1]}{stop}" for stop in stops]
    return tuple(
        dict.fromkeys((usual, *usual_in_other_stops, *(f"Dear {who}{stop}" for who in titled for stop in stops)))
    )


def on_envelope(contact: Contact, locale: str) -> str:
    """The name for the address: with an academic title, never with a guessed Ms or Mr."""
    if not contact.name:
        return ""
    name = take_apart(contact.name, contact.academic_title)
    return name.on_envelope(abbreviated(name.title, locale) if name.title else "")
