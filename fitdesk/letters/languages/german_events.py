"""The client's event in German, in the cases a sentence wants: "Ihre Jahrestagung", "bei Ihrer Veranstaltung „X“"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fitdesk.domain.event import Event, Format

NOMINATIVE, ACCUSATIVE, DATIVE = "nom", "akk", "dat"
_POSSESSIVE: Final = {
    NOMINATIVE: {"m": "", "f": "e", "n": "", "pl": "e"},
    ACCUSATIVE: {"m": "en", "f": "e", "n": "", "pl": "e"},
    DATIVE: {"m": "em", "f": "er", "n": "em", "pl": "en"},
}
_ADJECTIVE: Final = {
    NOMINATIVE: {"m": "er", "f": "e", "n": "es", "pl": "en"},
    ACCUSATIVE: {"m": "en", "f": "e", "n": "es", "pl": "en"},
    DATIVE: {"m": "en", "f": "en", "n": "en", "pl": "en"},
}
_AFTER_DEFINITE: Final = {
    NOMINATIVE: {"m": "e", "f": "e", "n": "e", "pl": "en"},
    ACCUSATIVE: {"m": "en", "f": "e", "n": "e", "pl": "en"},
    DATIVE: _ADJECTIVE[DATIVE],
}
_WITHOUT_ARTICLE: Final = {NOMINATIVE: "e", ACCUSATIVE: "e", DATIVE: "en"}
"""Endings of an adjective in the plural when nothing stands before it."""
_DEFINITE: Final = {
    NOMINATIVE: {"m": "der", "f": "die", "n": "das", "pl": "die"},
    ACCUSATIVE: {"m": "den", "f": "die", "n": "das", "pl": "die"},
    DATIVE: {"m": "dem", "f": "der", "n": "dem", "pl": "den"},
}

_KINDS: Final = {
    "m": "summit kongress workshop abend gipfel konvent empfang fachtag tag dialog",
    "f": """
        tagung konferenz klausur versammlung feier gala messe woche akademie veranstaltung sitzung nacht runde reihe
        schulung weiterbildung fortbildung verleihung convention party
    """,
    "n": """
        forum symposium seminar webinar treffen fest festival dinner frühstück retreat offsite meeting kolloquium camp
        event panel training jubiläum
    """,
    "pl": "tage wochen",
}
"""Nouns whose gender is known: a name that is made of one takes "Ihr" or "Ihre" directly."""
_GENDER: Final = {head: gender for gender, heads in _KINDS.items() for head in heads.split()}
_NO_EVENT: Final = frozenset(("alltag", "montag", "dienstag", "donnerstag", "freitag", "samstag", "sonntag", "landtag"))
_ARTICLE: Final = re.compile(
    r"^(?:unser(?:e[nmrs]?)?|euer|eure[nmrs]?|mein(?:e[nmrs]?)?|[Dd](?:ie|er|as|en|em)|[Ee]in(?:e[nmr]?)?"
    r"|our|your|the|notre|nos|nuestr[oa]s?|onze?)\s+(?=\S)",
    re.IGNORECASE,
)
_NAME: Final = re.compile(
    r"(?P<adjectives>(?:[a-zäöüß]{3,}(?:e|er|es|en)\s+){0,2})"
    r"(?P<noun>[A-ZÄÖÜ][\w-]+)"
    r"(?P<rest>(?:\s+(?:[’']?\d{2}|\d{4}))?(?:\s+(?:der|des|für|zum|zur|im|in|am|von|vom|über|mit)\s.+)?)$"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase. ``stems`` are adjectives without ending, ``rest`` what follows; ``name`` a name in quotes."""

    gender: str
    noun: str
    stems: tuple[str, ...] = ()
    rest: str = ""
    name: str = ""

    def yours(self, case: str, *, familiar: bool) -> str:
        """ "Ihre jährliche Tagung", "deinem Workshop", "Ihrer Veranstaltung „X“"."""
        word = f"{'dein' if familiar else 'Ihr'}{_POSSESSIVE[case][self.gender]}"
        return self._with(word, case, _ADJECTIVE[case][self.gender])

    def somebodys(self, case: str) -> str:
        """The same said to somebody else: "eine jährliche Tagung", "die Tagung 2027", "die Veranstaltung „X“"."""
        if self.name or self.rest:
            return self._with(_DEFINITE[case][self.gender], case, _AFTER_DEFINITE[case][self.gender])
        if self.gender == "pl":
            return self._with("", case, _WITHOUT_ARTICLE[case])
        return self._with(f"ein{_POSSESSIVE[case][self.gender]}", case, _ADJECTIVE[case][self.gender])

    def _with(self, word: str, case: str, ending: str) -> str:
        adjectives = (f"{stem}{ending}" for stem in self.stems)
        noun = f"{self.noun}n" if case == DATIVE and self.gender == "pl" and self.noun.endswith("e") else self.noun
        return " ".join(part for part in (word, *adjectives, noun, self.rest, self.name) if part)


def bare_name(event: Event) -> str:
    """The name of the event without an article or a possessive before it."""
    name = " ".join((event.name or "").split()).strip(" .")
    return _ARTICLE.sub("", name)


def named(event: Event, quoted: str) -> Noun | None:
    """The named event: by its noun where its gender is known, else "Veranstaltung" or "Projekt" with ``quoted``."""
    name = bare_name(event)
    if not name:
        return None
    found = _NAME.match(name)
    gender = _gender_of(found["noun"]) if found else ""
    if not found or not gender:
        is_project = event.format is Format.CONSULTING
        return Noun("n", "Projekt", name=quoted) if is_project else Noun("f", "Veranstaltung", name=quoted)
    stems = tuple(re.sub(r"(?:e|er|es|en)$", "", word) for word in found["adjectives"].split())
    return Noun(gender, found["noun"], stems, found["rest"].strip())


def _gender_of(noun: str) -> str:
    """The gender of a (compound) noun by its last part; "" when it is not known."""
    word = noun.casefold()
    if word in _NO_EVENT:
        return ""
    heads = sorted((head for head in _GENDER if word.endswith(head)), key=len)
    return _GENDER[heads[-1]] if heads else ""
