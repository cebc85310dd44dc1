"""The owner's note on how a peer differs, as a sentence: "Works without slides" becomes "She works without slides"."""

from __future__ import annotations

import re
from typing import Final

from fitdesk.domain.peer import Peer
from fitdesk.letters.languages.english_names import pronouns
from fitdesk.letters.languages.english_words import mid_sentence

_KNOWN_VERBS: Final = """
    asks begins brings builds calls challenges charges coaches combines comes connects cooks creates cuts demands
    draws drives encourages explains faces finds follows gets gives goes helps holds insists invites keeps knows
    laughs leads leaves lets likes listens looks loves makes moves needs offers opens plays prefers prepares provokes
    pushes puts reads refuses rehearses runs says sees sends sets shows sings speaks spends stands starts stays
    structures takes talks teaches tells thinks travels trusts turns understands uses walks wants wins works writes
"""
_VERBS: Final = frozenset(_KNOWN_VERBS.split())
_BASE: Final = {"goes": "go", "pushes": "push", "teaches": "teach", "coaches": "coach"}
_ADVERB: Final = r"(?:(?:always|never|often|rarely|usually|mostly|also|still)\s+)?"
_STARTS_WITH_VERB: Final = re.compile(rf"({_ADVERB})(\w+s)\b", re.IGNORECASE)
_COMPARES: Final = re.compile(
    r"(?:(?:much|far|a little|a bit) )?(?:\w+er|(?:more|less) [\w-]+) (?:\w+ )?than\b", re.IGNORECASE
)
_HAS_SUBJECT: Final = re.compile(
    r"(?:she|he|they|i|it|we|you|who|what|where|when|if|her|his|their|my|our|your|the|an?|this|that|these|those|there"
    r"|nobody|everybody|people|clients|participants)\b",
    re.IGNORECASE,
)


def trait(peer: Peer, note: str) -> str:
    """``note`` with a subject where it has none: before a verb or a comparison, else behind a lead-in."""
    said = pronouns(peer.pronoun_subject)
    subject, words = said["she"].capitalize(), mid_sentence(note)
    names = {part.casefold() for part in peer.name.split()}
    first = re.match(r"\w+", note)
    if first is None or _HAS_SUBJECT.match(note) or first.group().casefold() in names:
        return note
    verb = _STARTS_WITH_VERB.match(words)
    if verb and verb[2].casefold() in _VERBS:
        if said["s"]:
            return f"{subject} {words}"
        rest = words[verb.end() :]
        if _VERBS & set(re.findall(r"\w+", rest)):  # a second verb would have to change as well
            return note
        return f"{subject} {verb[1]}{_BASE.get(verb[2], verb[2][:-1])}{rest}"
    if _COMPARES.match(words):
        return f"{subject} {said['is']} {words}"
    return f"What sets {said['her']} apart: {words}"
