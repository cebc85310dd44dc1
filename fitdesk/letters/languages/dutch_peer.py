"""The owner's note on how a peer differs, as a Dutch sentence: "Werkt zonder dia’s" is "Zij werkt zonder dia’s"."""

from __future__ import annotations

import re
from typing import Final

from fitdesk.domain.peer import Peer
from fitdesk.letters.languages.dutch_names import pronouns
from fitdesk.letters.languages.dutch_words import mid_sentence

_KNOWN_VERBS: Final = """
    begeleidt begint begrijpt biedt blijft bouwt brengt combineert daagt denkt doet draagt durft eist gaat
    gebruikt geeft gelooft haalt helpt hoort houdt kent kiest kijkt komt kookt laat lacht leert leest legt leidt
    luistert maakt mijdt neemt nodigt oefent pakt praat prikkelt rekent roept schrijft speelt spreekt staat stelt toont
    traint trekt vermijdt verbindt verlangt verrast verstaat vertelt vertrouwt vindt vraagt vermengt wacht weet
    weigert werkt wil zegt zet ziet zingt zoekt
"""
_VERBS: Final = frozenset(_KNOWN_VERBS.split())
_COMPARES: Final = re.compile(r"(?:(?:veel|een stuk|iets|nog) )?\w+er (?:en \w+er )?dan\b", re.IGNORECASE)
_HAS_SUBJECT: Final = re.compile(
    r"(?:zij|ze|hij|het|ik|wij|we|men|wie|wat|waar|als|haar|zijn|hun|mijn|de|een|dit|dat|deze|die|niemand|iedereen)\b",
    re.IGNORECASE,
)


def trait(peer: Peer, note: str) -> str:
    """``note`` with a subject where it has none: before a verb or a comparison, else behind a lead-in."""
    said, words = pronouns(peer), mid_sentence(note)
    first = re.match(r"\w+", note)
    names = {part.casefold() for part in peer.name.split()}
    if first is None or _HAS_SUBJECT.match(note) or first.group().casefold() in names:
        return note
    subject = said["she"][:1].upper() + said["she"][1:]
    if first.group().casefold() in _VERBS:
        return f"{subject} {words}"
    if _COMPARES.match(note):
        return f"{subject} is {words}"
    return f"Wat {said['her']} van mij onderscheidt: {words}"
