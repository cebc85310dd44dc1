"""Checks 1, 3, 7, 12, 14 and 15: placeholders, salutation, thanks, the No, hurtful words, length, close, open door."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fitdesk.domain.letter import Tone
from fitdesk.i18n import _, plural
from fitdesk.letters.findings import CheckFinding, ReadLetter, Severity
from fitdesk.letters.layout import PageFit
from fitdesk.letters.names import allowed_salutations
from fitdesk.letters.phrases import load_book
from fitdesk.letters.reading import count_words, mean_sentence, prose, reading_ease
from fitdesk.letters.refusals import finds_refusal

FEWEST_WORDS: Final = 140
MOST_WORDS: Final = 260
LONGEST_MEAN: Final = 20.0
LEAST_EASE: Final = 45.0
"""Flesch: below it a text is hard going for a reader in a hurry."""

_PLACEHOLDER: Final = re.compile(
    r"\{[^{}]*\}|\[[^\[\]]*\]|<<[^<>]*>>|_{3,}|\bX{3,}\b|\b(?:TODO|TBC|TBD|FIXME)\b|\?{3,}|Lorem ipsum"
)
_THANKS: Final = re.compile(r"\b(?:thank|thanks|grateful|gratitude|appreciate|honou?rs? me|honou?red)\b", re.IGNORECASE)
_SORRY: Final = re.compile(
    r"\b(?:sorry|unfortunately|regret(?:s|fully|tably)?|apolog\w+|sadly|(?:I am|I’m|I'm) afraid)\b", re.IGNORECASE
)
_BLAME: Final = re.compile(
    r"\b(?:to be (?:perfectly |quite )?honest|frankly|obviously|your fault|you failed|you forgot"
    r"|you should have (?:\w+ed|told|known|given|said|sent|done|been)|you did(?: not|n[’']t)|you ought to|unrealistic"
    r"|unreasonable|unprofessional|amateurish|far too (?:low|little|late)|too little money|cheap|disorgani[sz]ed"
    r"|vague request|waste of)\b",
    re.IGNORECASE,
)
_CONTRACTION: Final = re.compile(
    r"\b\w+[’'](?:ll|ve|re|d|m)\b|\b\w+n[’']t\b|\b(?:it|that|there|here|what)[’']s\b", re.IGNORECASE
)
_DOOR: Final = re.compile(
    r"\b(?:hear (?:from you|how|about)|again|next time|another (?:time|occasion|date)|one day|in touch|door"
    r"|think of me|in (?:the )?future|come back to me|let me know)\b",
    re.IGNORECASE,
)


def check_placeholders(letter: ReadLetter) -> Iterator[CheckFinding]:
    """1: nothing is left that waits to be filled in; what the client wrote in brackets may stand."""
    parts = [(None, letter.text.subject), (None, letter.text.salutation), (None, letter.text.close)]
    for place, words in [*parts, *enumerate(letter.paragraphs)]:
        for found in _PLACEHOLDER.finditer(words):
            if not letter.is_recorded(found.group()):
                said = _("“{words}” still waits to be filled in: write it out or take it away.")
                yield CheckFinding(1, Severity.BLOCKS, said.replace("{words}", found.group()), place)


def check_salutation(letter: ReadLetter) -> Iterator[CheckFinding]:
    """1: the salutation is one that fits the record, with the stop its country uses."""
    written = " ".join(letter.text.salutation.replace("\u00a0", " ").split())
    allowed = allowed_salutations(letter.facts.inquiry.contact, letter.tone, letter.locale)
    stops = (":", ",") if letter.locale == "en_US" and letter.tone is Tone.WARM else (_stop(letter),)
    if any(written == f"{words}{stop}" for words in allowed for stop in stops):
        return
    said = _("The salutation does not fit the record. “{usual}” would.")
    usual = f"{allowed[0]}{'' if allowed[0].endswith((',', ':')) else _stop(letter)}"
    yield CheckFinding(1, Severity.BLOCKS, said.replace("{usual}", usual))


def _stop(letter: ReadLetter) -> str:
    is_named = bool((letter.facts.inquiry.contact.name or "").strip())
    return ":" if letter.locale == "en_US" and (letter.tone is Tone.FORMAL or not is_named) else ","


def check_thanks(letter: ReadLetter) -> Iterator[CheckFinding]:
    """3: thanks stand in the first paragraph."""
    if letter.paragraphs and not _THANKS.search(letter.paragraphs[0]):
        yield CheckFinding(3, Severity.WARNS, _("Thank them in the first paragraph, before anything else."), 0)


def check_refusal(letter: ReadLetter) -> Iterator[CheckFinding]:
    """7: the No is clear, and not only hinted at."""
    if not any(finds_refusal(prose(paragraph)) for paragraph in letter.paragraphs):
        said = _("Say no clearly, in one plain sentence such as “I am not the right person for this”.")
        yield CheckFinding(7, Severity.BLOCKS, said)


def check_hurt(letter: ReadLetter) -> Iterator[CheckFinding]:
    """12: at most one word of regret, and no blame."""
    regrets = [(place, found.group()) for place, words in letter.every_sentence() for found in _SORRY.finditer(words)]
    if len(regrets) > 1:
        said = _("One word of regret is enough; more make a No hurt more. Take out “{word}”.")
        yield CheckFinding(12, Severity.WARNS, said.replace("{word}", regrets[-1][1]), regrets[-1][0])
    for place, words in letter.every_sentence():
        for found in _BLAME.finditer(words):
            if not letter.is_recorded(found.group()):
                said = _("“{words}” can be read as blame. Say the same without it.")
                yield CheckFinding(12, Severity.WARNS, said.replace("{words}", found.group()), place)


def check_length(letter: ReadLetter) -> Iterator[CheckFinding]:
    """14: a letter of 140 to 260 words, in sentences that are easy to read."""
    words = count_words(letter.paragraphs)
    if words > MOST_WORDS:
        said = plural("Take out {n} word: ", "Take out {n} words: ", words - MOST_WORDS)
        yield CheckFinding(14, Severity.WARNS, said + _("a letter of up to 260 is read to its end."))
    if words < FEWEST_WORDS:
        said = _("The letter has {n} words; below 140 it reads as if you had been in a hurry.")
        yield CheckFinding(14, Severity.WARNS, said.replace("{n}", str(words)))
    mean, ease = mean_sentence(letter.paragraphs), reading_ease(letter.paragraphs)
    if mean > LONGEST_MEAN:
        said = _("The sentences have {n} words on average. Break the longest ones; 20 is enough.")
        yield CheckFinding(14, Severity.WARNS, said.replace("{n}", f"{mean:.0f}"))
    if ease is not None and ease < LEAST_EASE:
        yield CheckFinding(14, Severity.WARNS, _("The words are hard to read. Put shorter ones where you can."))
    if letter.tone is Tone.FORMAL:
        yield from _contractions(letter)


def _contractions(letter: ReadLetter) -> Iterator[CheckFinding]:
    for place, words in letter.every_sentence():
        for found in _CONTRACTION.finditer(words):
            if not letter.is_recorded(found.group()):
                said = _("A formal letter writes “{words}” out in full.")
                yield CheckFinding(14, Severity.WARNS, said.replace("{words}", found.group()), place)


def check_page(page: PageFit) -> Iterator[CheckFinding]:
    """14: one page. It blocks, because a letter that runs over is neither printed nor folded as it should be."""
    if page.pages > 1 or page.overflow_lines:
        lines = max(page.overflow_lines, 1)
        said = plural(
            "The letter is {n} line too long for one page.", "The letter is {n} lines too long for one page.", lines
        )
        yield CheckFinding(14, Severity.BLOCKS, said + " " + _("Take out a sentence or a colleague."))


def check_close(letter: ReadLetter) -> Iterator[CheckFinding]:
    """15: the close goes with the salutation."""
    closes = load_book(letter.locale[:2]).closes[letter.locale, _form(letter)]
    written = letter.text.close.strip().rstrip(",").casefold()
    if written not in {close.rstrip(",").casefold() for close in closes}:
        said = _("The close does not go with the salutation. “{usual}” does.")
        yield CheckFinding(15, Severity.BLOCKS, said.replace("{usual}", closes[0]))


def _form(letter: ReadLetter) -> str:
    if re.search(r"sir or madam|whom it may concern", letter.text.salutation, re.IGNORECASE):
        return "unknown"
    return letter.tone.value


def check_door(letter: ReadLetter) -> Iterator[CheckFinding]:
    """15: the last words leave a door open."""
    if letter.paragraphs and not _DOOR.search(" ".join(letter.paragraphs[-2:])):
        said = _("Leave a door open at the end: say when you would be glad to hear from them.")
        yield CheckFinding(15, Severity.WARNS, said, len(letter.paragraphs) - 1)
