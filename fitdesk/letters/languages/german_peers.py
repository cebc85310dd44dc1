"""The words that stand for peers in German: she, he, or the name itself; a colleague, or several."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from fitdesk.domain.contact import Gender
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages.german_words import small_first

_FORMS: Final = ("sie", "ihn", "ihm", "ihr", "ihre", "ihren", "ihrem", "ihrer")
_SHE: Final = dict(zip(_FORMS, ("sie", "sie", "ihr", "ihr", "ihre", "ihren", "ihrem", "ihrer"), strict=True))
_HE: Final = dict(zip(_FORMS, ("er", "ihn", "ihm", "sein", "seine", "seinen", "seinem", "seiner"), strict=True))
_ALL: Final = _SHE | {"ihm": "ihnen"}
_WORDS: Final = ("kollegin", "kollegin_akk", "kollegin_dat", "die", "die_akk", "der")
_SOMEBODY: Final = "Person aus meinem Netzwerk"
_COLLEAGUE: Final = {
    "she": ("eine Kollegin", "eine Kollegin", "einer Kollegin", "die", "die", "der"),
    "he": ("ein Kollege", "einen Kollegen", "einem Kollegen", "der", "den", "dem"),
    "they": (f"eine {_SOMEBODY}", f"eine {_SOMEBODY}", f"einer {_SOMEBODY}", "die", "die", "der"),
}
_COLLEAGUES: Final = {"she": "Kolleginnen", "he": "Kollegen", "they": "Fachleute"}

_KNOWN_VERBS: Final = """
    arbeitet baut beginnt besteht bietet bleibt braucht bringt denkt drängt erklärt ermutigt erzählt fordert fragt führt
    geht gibt hält hilft holt hört kennt kocht kommt lacht lässt lebt legt lehrt leitet liebt liest lädt macht mag malt
    mischt moderiert nimmt nutzt packt probiert provoziert redet rechnet sagt schafft schaut schreibt setzt sieht singt
    spielt spricht stellt steht strukturiert sucht trägt traut tut überlässt überrascht übt verbindet verlangt vermeidet
    vermittelt versteht vertraut verzichtet wagt wartet weiß wirkt zeichnet zeigt zieht zwingt
"""
_VERBS: Final = frozenset(_KNOWN_VERBS.split())
_COMPARES: Final = re.compile(r"(?:(?:viel|deutlich|etwas|noch) )?\w+er (?:und \w+er )?als\b", re.IGNORECASE)
_HAS_SUBJECT: Final = re.compile(
    r"(?:sie|er|es|ich|wir|man|wer|was|wo|wenn|ihre?|seine?|der|die|das|den|dem|ein|eine|diese\w?|niemand|alle)\b",
    re.IGNORECASE,
)

PEER_FIELDS: Final = (*_FORMS, *_WORDS)
"""sie, ihn, ihm: the pronoun in its cases. ihr, ihre, ihren, ihrem, ihrer: what is theirs, by the ending it takes.
kollegin: "eine Kollegin" in its cases. die, die_akk, der: the relative pronoun that goes with it."""

COMPANY_FIELDS: Final = ("number", "any_of_them", "kolleginnen", "kolleginnen_dat", "beide")
"""kolleginnen: several without a number. any_of_them: "beiden", after von and mit. beide: the same as a subject."""


def peer_fields(peer: Peer) -> Mapping[str, str]:
    """The pronouns; for a peer who wants none, the name in every place of them, which breaks no sentence."""
    return _pronouns(peer) | dict(zip(_WORDS, _COLLEAGUE[_colleague(peer)], strict=True))


def _pronouns(peer: Peer) -> dict[str, str]:
    subject = peer.pronoun_subject.casefold().strip()
    if subject in ("she", "he"):
        return _SHE if subject == "she" else _HE
    name = " ".join(peer.name.replace("*", "").split())
    theirs = f"{name}’" if name[-1:] in "sßxzSXZ" or name.endswith("ce") else f"{name}s"
    return {key: theirs if key.startswith("ihr") else name for key in _SHE}


def trait(peer: Peer, note: str) -> str:
    """The owner's ``note`` on how a peer differs, with a subject where it has none: "Sie arbeitet ohne Folien"."""
    said, words = _pronouns(peer), small_first(note)
    first = re.match(r"\w+", note)
    names = {part.casefold() for part in peer.name.split()}
    if first is None or _HAS_SUBJECT.match(note) or first.group().casefold() in names:
        return note
    subject = said["sie"][:1].upper() + said["sie"][1:]
    if first.group().casefold() in _VERBS:
        return f"{subject} {note[0].lower()}{note[1:]}"
    if _COMPARES.match(note):
        return f"{subject} ist {note[0].lower()}{note[1:]}"
    return f"Was {said['ihn']} von mir unterscheidet: {words}"


def _colleague(peer: Peer) -> str:
    subject = peer.pronoun_subject.casefold().strip()
    if subject in ("she", "he"):
        return subject
    return {Gender.FEMALE: "she", Gender.MALE: "he"}.get(peer.gender, "they") if peer.gender else "they"


def company_fields(peers: Sequence[Peer], number: str) -> Mapping[str, str]:
    """The words for one peer, or for all of two or three, of which ``number`` says how many."""
    kinds = {_colleague(peer) for peer in peers}
    kind = kinds.pop() if len(kinds) == 1 else "they"
    several = _COLLEAGUES[kind]
    words = {
        "number": number,
        "any_of_them": "beiden" if len(peers) == 2 else f"allen {number}en" if len(peers) == 3 else "allen",
        "beide": "beide" if len(peers) == 2 else f"alle {number}" if len(peers) == 3 else "alle",
        "kolleginnen": several,
        "kolleginnen_dat": f"{several}n" if several.endswith("e") else several,
    }
    if len(peers) == 1:
        return {**words, **peer_fields(peers[0])}
    plural = (several, several, words["kolleginnen_dat"], "die", "die", "denen")
    return words | _ALL | dict(zip(_WORDS, plural, strict=True))
