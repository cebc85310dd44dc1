"""The client's event as French says it: "votre congrès annuel", "ton atelier", "votre événement « Cap Nord »"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fitdesk.domain.event import Event, Format, Mode
from fitdesk.letters.languages.french_typography import THIN, elides, with_de

if TYPE_CHECKING:
    from fitdesk.letters.languages.language import Language

FIELDS: Final = ("event", "event_a", "event_de", "their_event", "to_do", "where", "when", "month")
"""event_a: "à votre congrès"; event_de: "de votre congrès". {event} itself suits after pour, lors de and avec."""

_KINDS: Final = {
    "m": """
        congrès colloque séminaire forum salon sommet festival dîner déjeuner atelier webinaire symposium gala kick-off
        hackathon anniversaire week-end cycle bootcamp débat rendez-vous afterwork concours banquet
        cocktail lancement tournoi rassemblement
    """,
    "f": """
        conférence journée rencontre assemblée convention soirée table université école cérémonie fête réunion formation
        semaine matinée nuit retraite remise plénière rentrée demi-journée biennale
    """,
    "pl": "journées rencontres assises ateliers rendez-vous soirées conférences entretiens",
}
"""Nouns that name an event and whose gender is known; any other name stands in guillemets."""

_GENDER: Final = {word: gender for gender, words in reversed(_KINDS.items()) for word in words.split()}
_TWO_WORDS: Final = {"petit déjeuner": "m", "petit-déjeuner": "m", "états généraux": "pl", "portes ouvertes": "pl"}
_OURS: Final = re.compile(r"^(?:notre|nos|votre|vos|our|your|mon|ma|mes)\s+(?=\S)", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"^(?:(?:le|la|les|une?)\s+|l[’'])(?=\S)", re.IGNORECASE)
_ENGLISH: Final = re.compile(r"\b(?:the|of|and|for|our|your|annual|summit|conference|workshop|day|week|dinner)\b", re.I)
_OTHER: Final = ("événement", "m")


@dataclass(frozen=True, slots=True)
class EventNoun:
    """The noun without an article ("congrès annuel"), its gender ("m", "f", "pl"), whether it is a name of its own."""

    noun: str
    gender: str
    is_name: bool = False


def event_noun(event: Event, speech: Language) -> EventNoun:
    """What the event is called, taken from its name where that is a French noun, else from the format."""
    name = " ".join((event.name or "").split()).strip(' .«»"“”')
    if name:
        common = _common(_OURS.sub("", name))
        return common or EventNoun(f"{_OTHER[0]} «{THIN}{name}{THIN}»", _OTHER[1], True)
    form = event.format or Format.OTHER
    noun = speech.format_word(form, "noun_bare") or _OTHER[0]
    return EventNoun(noun, speech.format_word(form, "gender") or _OTHER[1])


def _common(name: str) -> EventNoun | None:
    """A name that begins with the noun for an event: "Congrès annuel" is "congrès annuel"."""
    bare = _ARTICLE.sub("", name)
    if _ENGLISH.search(bare):
        return None
    words = bare.split()
    first = words[0].strip(",:–").casefold()
    gender = _TWO_WORDS.get(" ".join(words[:2]).casefold()) or _GENDER.get(first)
    if gender is None or re.search(r"[:–!?«»]", bare):
        return None
    is_name = bare != name or any(word[:1].isupper() for word in words[1:]) or bool(re.search(r"\d", bare))
    return EventNoun(bare[0].lower() + bare[1:], gender, is_name)


def possessive(noun: EventNoun, *, familiar: bool) -> str:
    """ "votre congrès", "vos rencontres"; "ton congrès", "ta soirée", "ton assemblée", "tes rencontres"."""
    if noun.gender == "pl":
        return f"{'tes' if familiar else 'vos'} {noun.noun}"
    if not familiar:
        return f"votre {noun.noun}"
    return f"{'ta' if noun.gender == 'f' and not elides(noun.noun) else 'ton'} {noun.noun}"


def their_event(noun: EventNoun) -> str:
    """The same, said to a third person: "un congrès annuel", "la journée Santé 2027", "l’événement « Cap Nord »"."""
    if noun.is_name:
        return definite(noun)
    article = {"m": "un", "f": "une", "pl": "des"}[noun.gender]
    return f"{article} {noun.noun}"


def definite(noun: EventNoun) -> str:
    """ "la journée Santé 2027", "l’événement « Cap Nord »", "les rencontres du soin"."""
    if noun.gender == "pl":
        return f"les {noun.noun}"
    if elides(noun.noun):
        return f"l’{noun.noun}"
    return f"{'la' if noun.gender == 'f' else 'le'} {noun.noun}"


def to_do(event: Event, speech: Language) -> str:
    """What the owner was asked to do, an infinitive: "intervenir lors de votre congrès", "animer un atelier"."""
    form = event.format or Format.OTHER
    if not (event.name or "").strip(" ."):
        return speech.format_word(form, "do")
    noun = event_noun(event, speech)
    same = speech.format_word(form, "same")
    part = "lead" if same and noun.noun.startswith(same) else "do_at"
    said = possessive(noun, familiar=speech.is_familiar)
    return speech.format_word(form, part).replace("{event}", said)


def at_city(city: str) -> str:
    """ "à Lyon", "au Havre", "aux Sables-d’Olonne", "à La Rochelle"."""
    for article, both in (("Le ", "au "), ("Les ", "aux ")):
        if city.startswith(article):
            return both + city.removeprefix(article)
    return f"à {city}"


def where(event: Event, speech: Language) -> str:
    """Where it is, with its preposition; "" when unknown or already in the name."""
    if event.mode is Mode.VIRTUAL:
        return "" if event.format is Format.WEBINAR else speech.term("online")
    city = event.place.city
    if not city or city.casefold() in (event.name or "").casefold():
        return ""
    return at_city(city)


def event_words(event: Event, speech: Language) -> dict[str, str]:
    """The fields that hang on the event alone."""
    noun = event_noun(event, speech)
    mine = possessive(noun, familiar=speech.is_familiar)
    return {
        "event": mine,
        "event_a": f"à {mine}",
        "event_de": with_de(mine),
        "their_event": their_event(noun),
        "to_do": to_do(event, speech),
        "where": where(event, speech),
    }


def bare_name(event: Event) -> str:
    """The event's name without "notre" and the like, for the information block and lists."""
    return _OURS.sub("", " ".join((event.name or "").split()))


def subject_line(event: Event, received: str, speech: Language) -> str:
    """ "Votre congrès annuel à Lyon", "Votre demande de conférence à Lyon", "Votre demande du 28 février"."""
    your = "Ta" if speech.is_familiar else "Votre"
    place = where(event, speech) if event.mode is not Mode.VIRTUAL else ""
    if (event.name or "").strip(" ."):
        said = possessive(event_noun(event, speech), familiar=speech.is_familiar)
        return f"{said[0].upper()}{said[1:]} {place}".strip()
    wanted = speech.format_word(event.format, "request") if event.format else ""
    if wanted or place:
        return f"{your} {wanted or 'demande'} {place}".strip()
    return f"{your} demande du {received}" if received else f"{your} demande"
