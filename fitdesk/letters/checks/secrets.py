"""Check 13: no scores, margins, stall notes or private notes, and nothing about other clients."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from fitdesk.domain.topics import stems
from fitdesk.i18n import _
from fitdesk.letters.checks.findings import Severity
from fitdesk.letters.checks.heard_patterns import searched
from fitdesk.letters.checks.read_letter import Found, ReadLetter, Same, contains_words, found, words_at
from fitdesk.letters.checks.reading import sentences
from fitdesk.letters.checks.repairs import mend_of_sentence, take_out_sentence

_FEWEST_COMMON = 4
_ALIKE = 0.7
"""Share of a private note's words in one sentence from which the note is being told."""


def check_secrets(letter: ReadLetter) -> Iterator[Found]:
    """13: what is nobody's business stays in the house."""
    for where, sentence in letter.every_sentence():
        mend = take_out_sentence(letter, where, sentence)
        inner = letter.heard.patterns["inner"]
        for hit in inner.finditer(sentence.text) if searched(inner, sentence.text) else ():
            if not letter.is_recorded(hit.group()):
                said = _("“{words}” is for you only. Take it out.").replace("{words}", hit.group())
                yield found(13, Severity.BLOCKS, said, where, sentence.span(*hit.span()), mend)
        if _tells_note(sentence.text, letter):
            said = _("This sentence repeats a note that is for you only. Take it out: “{words}”")
            span = sentence.span(0, len(sentence.text))
            yield found(13, Severity.BLOCKS, said.replace("{words}", sentence.text), where, span, mend)
    for where in letter.parts:
        for name in _others(Same(letter.facts), letter.recorded):
            place = words_at(where.heard.plain.text, name)
            if place is not None:
                said = _("“{name}” is somebody else’s business. Take the name out.").replace("{name}", name)
                at = where.heard.plain.span(*place)
                yield found(13, Severity.BLOCKS, said, where, at, mend_of_sentence(letter, where, at))


def _tells_note(sentence: str, letter: ReadLetter) -> bool:
    """Whether the sentence tells what is recorded for the owner's eyes only."""
    for code, notes in _notes(Same(letter.facts), letter.code):
        words = stems(sentence, code)
        for wanted in notes:
            common = len(wanted & words)
            if common >= min(_FEWEST_COMMON, max(len(wanted), 3)) and common >= _ALIKE * len(wanted):
                return True
    return False


@lru_cache(maxsize=16)
def _notes(same: Same, code: str) -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    """(language, stems of each sentence) of the notes, in the language of the records and of the letter."""
    facts = same.facts
    inquiry, addressee = facts.inquiry, facts.particulars.addressee
    peers = [*(ranked.peer for ranked in facts.peers), *([addressee] if addressee else [])]
    texts = [inquiry.note, inquiry.contact.note, *(stall.fact for stall in inquiry.stalls)]
    texts += [text for peer in peers for text in (peer.note, *(proof.fact for proof in peer.evidence))]
    codes = dict.fromkeys((facts.owner.records_language, code))
    every = [one for text in texts for one in sentences(" ".join(text.split()), code)]
    return tuple((one, tuple(words for words in (stems(text, one) for text in every) if words)) for one in codes)


@lru_cache(maxsize=16)
def _others(same: Same, recorded: str) -> tuple[str, ...]:
    """Names of other clients: what must stay confidential, and whom a peer cannot work for."""
    facts = same.facts
    own = " ".join((facts.inquiry.contact.organization or "", facts.inquiry.event.name or "", recorded))
    names = [*facts.confidential, *(name for ranked in facts.peers for name in ranked.peer.conflicts)]
    return tuple(dict.fromkeys(name for name in names if len(name) >= 4 and not contains_words(own, name)))
