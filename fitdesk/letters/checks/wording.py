"""Checks 12 and 14: hurtful words, length, easy sentences, full forms, one form of address, one page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from fitdesk.domain.letter import Tone
from fitdesk.i18n import _, plural
from fitdesk.letters.checks.findings import CheckFinding, Part, Severity
from fitdesk.letters.checks.heard_patterns import searched
from fitdesk.letters.checks.heard_text import Plain
from fitdesk.letters.checks.read_letter import Found, Mend, ReadLetter, Where, found
from fitdesk.letters.checks.reading import count_words, mean_sentence, reading_ease
from fitdesk.letters.checks.repairs import put, take_out_sentence
from fitdesk.letters.paper.layout import PageFit

LONGEST_MEAN: Final = 20.0
LEAST_EASE: Final = {"en": 45.0, "de": 40.0, "fr": 45.0, "es": 45.0, "nl": 45.0}
"""Below it the words are hard going for a reader in a hurry. Flesch (1948) calls 30 to 50 difficult, and the formulas
of Amstad (1978), Kandel and Moles (1958), Fernández Huerta (1959) and Douma (1960) are made to give figures of his
scale; German compounds cost it about five points more. Letters as they are composed here have 54 to 100, half of them
over 69 in German and over 78 in the other languages."""


def check_hurt(letter: ReadLetter) -> Iterator[Found]:
    """12: at most one word of regret, and no blame."""
    heard = letter.heard
    hits = [
        (where, sentence, hit)
        for where, sentence in letter.every_sentence()
        if searched(heard.patterns["regret"], sentence.text)
        for hit in heard.patterns["regret"].finditer(sentence.text)
        if not letter.is_recorded(sentence.text)
    ]
    if len(hits) > 1:
        where, sentence, hit = hits[-1]
        said = _("One word of regret is enough; more make a No hurt more. Take out “{word}”.")
        mend = _without_regret(letter, where, sentence, hit)
        yield found(12, Severity.WARNS, said.replace("{word}", hit.group()), where, sentence.span(*hit.span()), mend)
    for where, sentence in letter.every_sentence():
        blame = heard.patterns["blame"]
        for hit in blame.finditer(sentence.text) if searched(blame, sentence.text) else ():
            if not letter.is_recorded(hit.group()):
                said = _("“{words}” can be read as blame. Say the same without it.").replace("{words}", hit.group())
                mend = take_out_sentence(letter, where, sentence)
                yield found(12, Severity.WARNS, said, where, sentence.span(*hit.span()), mend)


_ADVERB: Final = re.compile(r"(?:Unfortunately|Sadly|Regretfully|Regrettably)[,]? (?=\w)")


def _without_regret(letter: ReadLetter, where: Where, sentence: Plain, hit: re.Match[str]) -> Mend:
    """Without the word where English allows it ("Unfortunately I …"), else without its sentence."""
    adverb = _ADVERB.match(sentence.text) if letter.code == "en" and hit.start() == 0 else None
    if adverb is None:
        return take_out_sentence(letter, where, sentence)
    start, end = sentence.span(0, adverb.end() + 1)
    return put(letter, where, (start, end), where.heard.raw[end - 1].upper())


def check_length(letter: ReadLetter) -> Iterator[Found]:
    """14: long enough to be polite and short enough to be read, in sentences that are easy to read."""
    body = letter.text.body
    words = count_words(body)
    fewest, most = letter.rules.brief_words if letter.is_brief else letter.rules.words
    if words > most:
        said = plural("Take out {n} word: ", "Take out {n} words: ", words - most)
        after = _("a letter of up to {most} is read to its end.").replace("{most}", str(most))
        yield found(14, Severity.WARNS, said + after)
    if words < fewest:
        said = _("The letter has {n} words; below {fewest} it reads as if you had been in a hurry.")
        yield found(14, Severity.WARNS, said.replace("{n}", str(words)).replace("{fewest}", str(fewest)))
    mean, ease = mean_sentence(body, letter.code), reading_ease(body, letter.code)
    if mean > LONGEST_MEAN:
        said = _("The sentences have {n} words on average. Break the longest ones; 20 is enough.")
        yield _longest(letter, said.replace("{n}", f"{mean:.0f}"))
    if ease is not None and ease < LEAST_EASE[letter.code]:
        yield found(14, Severity.WARNS, _("The words are hard to read. Put shorter ones where you can."))


def _longest(letter: ReadLetter, said: str) -> Found:
    """The finding on long sentences, which leads to the longest of them."""
    every = list(letter.every_sentence())
    where, sentence = max(every, key=lambda one: one[1].text.count(" "))
    return found(14, Severity.WARNS, said, where, sentence.span(0, len(sentence.text)))


def check_forms(letter: ReadLetter) -> Iterator[Found]:
    """14: a formal letter has full forms, and a letter keeps to one form of address."""
    patterns = letter.heard.patterns
    other = patterns["polite" if letter.manner.is_familiar else "familiar"]
    for where, sentence in letter.every_sentence():
        if letter.tone is Tone.FORMAL:
            for hit in patterns["contraction"].finditer(sentence.text):
                if not letter.is_recorded(hit.group()):
                    said = _("A formal letter writes “{words}” out in full.").replace("{words}", hit.group())
                    span = sentence.span(*hit.span())
                    full = _in_full(hit.group(), letter.heard.full)
                    yield found(14, Severity.WARNS, said, where, span, put(letter, where, span, full) if full else None)
        for hit in other.finditer(sentence.text) if searched(other, sentence.text) else ():
            if not letter.is_recorded(_around(sentence.text, hit)) and not _is_quoted(sentence.text, hit):
                said = _("“{words}” mixes the familiar and the polite form of address. Keep to one.")
                yield found(14, Severity.WARNS, said.replace("{words}", hit.group()), where, sentence.span(*hit.span()))


_QUOTED: Final = re.compile(r"[“„«\"][^“”„«»\"]{1,300}[”“»\"]")


def _is_quoted(text: str, hit: re.Match[str]) -> bool:
    """Whether the words are somebody else’s: a proverb, the title of a book."""
    return any(one.start() < hit.start() and hit.end() < one.end() for one in _QUOTED.finditer(text))


def _around(text: str, hit: re.Match[str]) -> str:
    """The word with its neighbours, to look up whether it stands in what the client wrote."""
    before, after = text[: hit.start()].split(), text[hit.end() :].split()
    return " ".join((*before[-1:], hit.group(), *after[:1])).strip("„“”«»‘’\"'.,;:!? ")


def _in_full(word: str, full: Mapping[str, str]) -> str:
    """The full form of a contraction, with its capital; "" when none is known."""
    plain = word.casefold()
    ending = max((one for one in full if plain.endswith(one)), key=len, default="")
    if not ending:
        return ""
    new = full[ending] if plain == ending else word[: len(word) - len(ending)] + full[ending]
    return new[:1].upper() + new[1:] if word[:1].isupper() else new


def check_page(page: PageFit, letter: ReadLetter) -> tuple[CheckFinding, ...]:
    """14: one page. It blocks, because a letter that runs over is neither printed nor folded as it should be."""
    if not letter.rules.checks or not (page.pages > 1 or page.overflow_lines):
        return ()
    said = plural(
        "The letter is {n} line too long for one page.",
        "The letter is {n} lines too long for one page.",
        max(page.overflow_lines, 1),
    )
    advice = _("Take out a sentence or a colleague.") if letter.peer_at else _("Take out a sentence.")
    return (CheckFinding(14, Severity.BLOCKS, f"{said} {advice}", part=Part.PAGE),)
