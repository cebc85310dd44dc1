"""What the client asked for, as Dutch phrases: "een keynote te geven tijdens uw leadership summit", "in Lyon"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fitdesk.domain.event import Event, Format, Mode
from fitdesk.letters.languages.dutch_words import mid_sentence
from fitdesk.letters.words.plain_words import capital

if TYPE_CHECKING:
    from fitdesk.letters.languages.language import Language

_DE: Final = """
    dag summit top conferentie bijeenkomst workshop training borrel avond middag ochtend week beurs vergadering retraite
    kick-off kickoff sessie academie opening lezing meeting day conference gathering retreat offsite off-site
    masterclass cursus tour nacht show party fair expo session talk hackathon bootcamp lunch viering uitreiking reis
    markt reünie ceremony reception launch assembly convention tweedaagse driedaagse receptie evening morning
    afternoon
    """
_HET: Final = """
    congres symposium festival forum seminar webinar ontbijt diner gala overleg event evenement debat gesprek weekend
    programma feest concert colloquium kamp panel jubileum dinner breakfast programme program atelier lab
    """
_PLURAL: Final = "dagen days awards weken avonden"
_ARTICLES: Final = {
    **dict.fromkeys(_DE.split(), "de"),
    **dict.fromkeys(_HET.split(), "het"),
    **dict.fromkeys(_PLURAL.split(), "de"),
}
_ENDINGS: Final = tuple(sorted(_ARTICLES, key=lambda word: (-len(word), word)))
_PLURAL_ENDINGS: Final = tuple(_PLURAL.split())
_OWN_WORDS: Final = "day days lab talk show fair expo tour party launch session program event"
_WORDS_OF_THEIR_OWN: Final = frozenset(_OWN_WORDS.split())
"""Ends that count only as a word of their own: a contour is no tour."""

ARTICLED: Final = re.compile(r"^(de|het|een|onze|ons|uw|je|jullie|our|your|an?)\s+", re.IGNORECASE)
_DEFINITE: Final = ("de", "het")


def _bare(event: Event) -> str:
    return " ".join((event.name or "").split()).strip(" .")


def _ending(name: str) -> str:
    """The word for a kind of event that ``name`` ends in, "" when it is no such word."""
    words = re.sub(r"\s*(?:\d{4}|[’']\d{2})$", "", name).split()
    last = words[-1].casefold().strip(",.") if words else ""
    ends = (word for word in _ENDINGS if last == word or (word not in _WORDS_OF_THEIR_OWN and last.endswith(word)))
    return next(ends, "")


def named_event(event: Event, speech: Language) -> str:
    """The named event as the letter calls it: "uw leadership summit", "SUTRA 2027", "uw bijeenkomst “Vooruit”"."""
    name, yours = _bare(event), speech.term("your_event").split()[0]
    if not name:
        return ""
    found = ARTICLED.match(name)
    if found:
        article = found.group(1).casefold()
        return f"{article if article in _DEFINITE else yours} {name[found.end() :]}"
    ending = _ending(name)
    if ending and re.match(r"the\s", name, re.IGNORECASE):
        return f"{_ARTICLES[ending]} {name[4:].strip()}"
    if ending or name == name.lower():
        return f"{yours} {_as_common(name)}"
    is_title = len(name.split()) > 1 and not re.search(r"\d", name)
    return f"{_noun(event, speech)} {speech.quoted(name)}" if is_title else name


def _as_common(name: str) -> str:
    """ "Leadership summit" inside a sentence is "leadership summit"; "Leadership Summit" is a name and stays."""
    rest = name.split()[1:]
    return mid_sentence(name) if rest and all(word == word.lower() for word in rest) else name


def _noun(event: Event, speech: Language) -> str:
    return speech.format_word(event.format or Format.OTHER, "noun")


def the_event(event: Event, speech: Language) -> str:
    """A noun phrase for the event, named or not: "uw leadership summit", "uw workshop", "uw bijeenkomst"."""
    return named_event(event, speech) or _noun(event, speech)


def their_event(event: Event, speech: Language) -> str:
    """The same, said to a third person: "een leadership summit", "de Onderwijsdag", "de bijeenkomst “Vooruit”"."""
    name, noun = _bare(event), _noun(event, speech)
    if not name:
        return f"een {noun.partition(' ')[2]}"
    said = named_event(event, speech)
    yours = speech.term("your_event").split()[0]
    if not said.startswith(f"{yours} "):
        return said
    bare, definite = said.removeprefix(f"{yours} "), speech.format_word(event.format or Format.OTHER, "the")
    ending = _ending(bare)
    if not ending:
        quoted = bare.removeprefix(noun.removeprefix(f"{yours} ")).strip() if bare.endswith(speech.quotes[1]) else ""
        return f"{definite} {quoted or speech.quoted(bare)}"
    if bare != bare.lower() or ending in _PLURAL_ENDINGS:
        return f"{_ARTICLES[ending]} {bare}"
    return f"een {bare}"


def to_do(event: Event, speech: Language) -> str:
    """What the owner was asked to do, after "om": "een keynote te geven tijdens uw leadership summit"."""
    named, form = named_event(event, speech), event.format or Format.OTHER
    if not named:
        return speech.format_word(form, "do")
    same = speech.format_word(form, "same")
    is_same = bool(same) and same in named.casefold()
    return speech.format_word(form, "lead" if is_same else "do_at").replace("{event}", named)


def task(event: Event, when: str, speech: Language) -> str:
    """``to_do`` with place and day: "online" stands before it ("online een workshop te geven"), a town behind it."""
    asked, place = to_do(event, speech), where(event, speech)
    if place == speech.term("online"):
        pronoun = re.match(r"(?:u|je) (?=te\b)", asked)
        start = pronoun.end() if pronoun else 0
        asked, place = f"{asked[:start]}{place} {asked[start:]}", ""
    return " ".join(part for part in (asked, place, when) if part)


def where(event: Event, speech: Language) -> str:
    """Where it is, with its preposition: "in Lyon", "online", or "" when unknown or already in the name."""
    if event.mode is Mode.VIRTUAL:
        return "" if event.format is Format.WEBINAR else speech.term("online")
    city = event.place.city
    if not city or city.casefold() in (event.name or "").casefold():
        return ""
    return speech.term("in_city", city=city)


def subject_line(event: Event, received: str, speech: Language) -> str:
    """The subject of the letter: "Uw leadership summit in Lyon", "Uw aanvraag voor een keynote in Lyon"."""
    named, asked = named_event(event, speech), capital(speech.term("label_request"))
    place = where(event, speech) if event.mode is not Mode.VIRTUAL else ""
    if named:
        return " ".join(filter(None, (capital(named), place)))
    if event.format not in (None, Format.OTHER):
        return " ".join(filter(None, (f"{asked} voor {speech.format_word(event.format, 'a')}", place)))
    if place:
        return f"{capital(speech.term('your_event'))} {place}"
    return f"{asked} van {received}" if received else asked
