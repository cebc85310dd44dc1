"""Check 13: no scores, margins, stall notes or private notes, and nothing about other clients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fitdesk.domain.topics import stems
from fitdesk.i18n import _
from fitdesk.letters.findings import CheckFinding, ReadLetter, Severity, contains_words
from fitdesk.letters.reading import sentences

_INNER: Final = re.compile(
    r"\b(?:fit\s+)?scor(?:e|es|ed|ing)\b|\b\d+(?:\.\d+)?\s*(?:points\b|%\s*(?:fit|match|sure)\b|(?:out\s+)?of\s+(?:100|60|40)\b)"
    r"|\b(?:profit|margins?|fee floor|target rate|day rate|stall(?:s|ed|ing)?|veto(?:es)?|lead quality|win rate)\b"
    r"|\bFitDesk\b|\b(?:weak|bad|difficult) (?:lead|client)s?\b",
    re.IGNORECASE,
)
_FEWEST_COMMON: Final = 4
_ALIKE: Final = 0.7
"""Share of a private note's words in one sentence from which the note is being told."""


def check_secrets(letter: ReadLetter) -> Iterator[CheckFinding]:
    """13: what is nobody's business stays in the house."""
    for place, sentence in letter.every_sentence():
        for found in _INNER.finditer(sentence):
            if not letter.is_recorded(found.group()):
                said = _("“{words}” is for you only. Take it out.")
                yield CheckFinding(13, Severity.BLOCKS, said.replace("{words}", found.group()), place)
        if any(_tells(sentence, note) for note in _notes(letter)):
            said = _("This sentence repeats a note that is for you only. Take it out: “{words}”")
            yield CheckFinding(13, Severity.BLOCKS, said.replace("{words}", sentence), place)
    for place, paragraph in enumerate(letter.paragraphs):
        for name in _others(letter):
            if contains_words(paragraph, name):
                said = _("“{name}” is somebody else’s business. Take the name out.")
                yield CheckFinding(13, Severity.BLOCKS, said.replace("{name}", name), place)


def _notes(letter: ReadLetter) -> Iterator[str]:
    """Every sentence of what is recorded for the owner's eyes only."""
    inquiry = letter.facts.inquiry
    texts = [inquiry.note, inquiry.contact.note, *(stall.fact for stall in inquiry.stalls)]
    for ranked in letter.facts.peers:
        texts += [ranked.peer.note, *(proof.fact for proof in ranked.peer.evidence)]
    for text in texts:
        yield from sentences(" ".join(text.split()))


def _tells(sentence: str, note: str) -> bool:
    wanted = stems(note)
    common = wanted & stems(sentence)
    return len(common) >= min(_FEWEST_COMMON, max(len(wanted), 3)) and len(common) >= _ALIKE * len(wanted)


def _others(letter: ReadLetter) -> tuple[str, ...]:
    """Names of other clients: what must stay confidential, and whom a peer cannot work for."""
    inquiry = letter.facts.inquiry
    own = " ".join((inquiry.contact.organization or "", inquiry.event.name or "", letter.recorded))
    names = [*letter.facts.confidential, *(name for ranked in letter.facts.peers for name in ranked.peer.conflicts)]
    return tuple(dict.fromkeys(name for name in names if len(name) >= 4 and not contains_words(own, name)))
