"""How a Dutch letter addresses people: "Geachte mevrouw Van der Berg,", "Beste Maria,", and the pronouns of a peer."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.letter import Manner, Tone
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages.dutch_words import owning
from fitdesk.letters.names import PersonName, is_western, take_apart

NOBODY: Final = "heer of mevrouw"
_TO_NOBODY: Final = (
    f"Geachte {NOBODY},", "Goedendag,", "Geachte mevrouw, geachte heer,", "Geachte dames en heren,", "L.S.,"
)  # fmt: skip
_HONORIFICS: Final = {Gender.FEMALE: "mevrouw", Gender.MALE: "heer"}
_WRITTEN_HONORIFICS: Final = {"Mr": "heer", "Mrs": "mevrouw", "Ms": "mevrouw", "Miss": "mevrouw"}
_OWN_HONORIFICS: Final = {"mevrouw": "mevrouw", "mevr": "mevrouw", "mw": "mevrouw", "heer": "heer", "dhr": "heer"}
_TITLES: Final = {"Dr": "dr.", "Professor": "professor"}
_ON_ENVELOPE: Final = {"Dr": "Dr.", "Professor": "Prof."}
_WORDS_BEFORE_LAST: Final = """
    van von der den de del della di da dos du des la le ten ter te het 't ’t in op aan bij onder over uit tot voor
"""
_PARTICLES: Final = frozenset(_WORDS_BEFORE_LAST.split())
_NEVER_CAPITAL: Final = ("'", "’")

PRONOUNS: Final = {
    "she": {"she": "zij", "her": "haar", "hers": "haar"},
    "he": {"she": "hij", "her": "hem", "hers": "zijn"},
}


def pronouns(peer: Peer) -> dict[str, str]:
    """Fields she, her, hers; the first name where the peer wants neither "zij" nor "hij", so that grammar holds."""
    known = PRONOUNS.get(peer.pronoun_subject.casefold().strip())
    if known:
        return known
    name = _parts(peer.name)
    called = name.first if name.can_be_called else name.full
    return {"she": called, "her": called, "hers": owning(called)}


def is_named(contact: Contact) -> bool:
    """Whether a letter can be addressed to a person."""
    return bool(contact.name and contact.name.strip())


def is_by_first_name(manner: Manner) -> bool:
    """Warm letters are, and all in which one says "je"."""
    return manner.tone is Tone.WARM or manner.is_familiar


def addressed(contact: Contact, manner: Manner) -> str:
    """What stands after "Geachte" or "Beste": "mevrouw Van Dam", "Maria", "Alex Moor", "dr. Moor"; "" for nobody."""
    if not is_named(contact):
        return ""
    name = _parts(contact.name or "", contact.academic_title)
    if is_by_first_name(manner) and name.first:
        return name.first if name.can_be_called else name.full
    who = _polite(contact, name)
    return who[0] if who else name.full


def salutation(contact: Contact, manner: Manner) -> str:
    """The salutation of letters.md; who is neither known as mevrouw or heer nor by a title is "Beste Alex Moor,"."""
    who = addressed(contact, manner)
    if not who:
        return "Goedendag," if manner.is_familiar else f"Geachte {NOBODY},"
    name = _parts(contact.name or "", contact.academic_title)
    is_polite = not is_by_first_name(manner) and who != name.full
    return f"{'Geachte' if is_polite else 'Beste'} {who},"


def allowed_salutations(contact: Contact, manner: Manner) -> tuple[str, ...]:
    """Every salutation that fits the record, the usual one first."""
    found = [salutation(contact, manner)]
    if not is_named(contact):
        return tuple(dict.fromkeys((*found, *_TO_NOBODY)))
    name = _parts(contact.name or "", contact.academic_title)
    polite = _polite(contact, name)
    found += [f"Beste {name.full},", f"Geachte {name.full},"]
    if manner.tone is not Tone.WARM:
        found += [f"Geachte {who}," for who in polite]
    if manner.tone is not Tone.FORMAL:
        found += [f"Beste {who}," for who in polite]
    if manner.tone is not Tone.FORMAL or manner.is_familiar:
        found += [f"Beste {name.first},", f"Dag {name.first},"] if name.can_be_called else []
    return tuple(dict.fromkeys(found))


def on_envelope(contact: Contact) -> str:
    """The name for the address: with an academic title, never with a guessed Mevrouw or De heer."""
    if not is_named(contact):
        return ""
    name = _parts(contact.name or "", contact.academic_title)
    return name.on_envelope(_ON_ENVELOPE.get(name.title, ""))


def _polite(contact: Contact, name: PersonName) -> tuple[str, ...]:
    """What may stand after "Geachte", the usual one first; () when neither mevrouw nor heer nor a title is known."""
    if not name.last or not is_western(name.full):
        return ()
    last = _with_capital(name.last)
    title = _TITLES.get(name.title, "")
    honorific = _HONORIFICS[contact.gender] if contact.gender else _WRITTEN_HONORIFICS.get(name.honorific, "")
    plain = (f"{honorific} {last}", f"{honorific} {title} {last}") if honorific and title else ()
    if title == "professor":
        return (f"{title} {last}", *plain[:1])
    if plain:
        return plain
    only = honorific or title
    return (f"{only} {last}",) if only else ()


def _parts(written: str, academic_title: str | None = None) -> PersonName:
    """The name taken apart, with every Dutch word before the last name, and without "Mevrouw" and "De heer"."""
    words = written.split()
    honorific = ""
    start = 1 if len(words) > 2 and words[0].casefold() == "de" and words[1].casefold() == "heer" else 0
    if len(words) > start + 1:
        honorific = _OWN_HONORIFICS.get(words[start].rstrip(".").casefold(), "")
    if honorific:
        words = words[start + 1 :]
    name = take_apart(" ".join(words), academic_title)
    title_of = {"heer": "Mr", "mevrouw": "Ms"}
    given = name.full.split()
    first_of_last = len(given) - 1
    while first_of_last > 1 and given[first_of_last - 1].casefold() in _PARTICLES:
        first_of_last -= 1
    last = " ".join(given[first_of_last:]) if len(given) > 1 else ""
    called = title_of.get(honorific, name.honorific)
    if "mr." in words:  # a lawyer, whom one does not write to as "heer" for that; Mr. with its capital is English
        name, called = replace(name, titles=f"mr. {name.titles}".strip()), title_of.get(honorific, "")
    return replace(name, last=last if name.first and last else name.last, honorific=called)


def _with_capital(last: str) -> str:
    """ "Van der Berg", as after "mevrouw"; ’t Hart keeps its small letter."""
    return last if last.startswith(_NEVER_CAPITAL) else last[:1].upper() + last[1:]
