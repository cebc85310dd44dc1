"""Checks 2 and 8: nobody is recommended who is not a peer of this letter, and the event stands where it takes place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from fitdesk.i18n import _
from fitdesk.letters.checks.findings import Severity
from fitdesk.letters.checks.heard import NAME, TITLES
from fitdesk.letters.checks.heard_patterns import searched
from fitdesk.letters.checks.read_letter import Found, ReadLetter, Same, found, words_at
from fitdesk.letters.checks.record import recorded_words
from fitdesk.letters.checks.repairs import mend_of_sentence, put

_NAME: Final = re.compile(rf"{NAME}$")
_TITLE: Final = re.compile(rf"^(?:{TITLES})\.? ")
_AFTER_EVENT: Final = re.compile(
    r"[”“»\"']{0,2},? (?:in|à|en|te) (?P<town>[A-ZÀ-ÖØ-Þ][\w'-]+(?: [A-ZÀ-ÖØ-Þ][\w'-]+){0,2})"
)


def check_strangers(letter: ReadLetter) -> Iterator[Found]:
    """8: who is recommended in running text is one of the peers, so that consent is checked."""
    if 8 not in letter.rules.checks:
        return
    known = recorded_words(Same(letter.facts))
    for where, sentence in letter.every_sentence():
        stranger = letter.heard.patterns["stranger"]
        for hit in stranger.finditer(sentence.text) if searched(stranger, sentence.text) else ():
            name = _NAME.search(hit.group())
            if name is None or letter.is_recorded(name.group()):
                continue
            words = re.findall(r"[^\W\d_]+", _TITLE.sub("", name.group()))
            if not words or words[-1].casefold() in known or words[-1] in letter.heard.months:
                continue
            said = _("“{name}” is not among the peers of this letter. Choose them first, so that consent is checked.")
            span = sentence.span(hit.end() - len(name.group()), hit.end())
            mend = mend_of_sentence(letter, where, span)
            yield found(8, Severity.BLOCKS, said.replace("{name}", name.group()), where, span, mend)


def check_place(letter: ReadLetter) -> Iterator[Found]:
    """2: a town that stands right behind the event, or behind its day, is the one on record."""
    city, name = letter.facts.inquiry.event.place.city, letter.facts.inquiry.event.name
    if not city or not name:
        return
    for where in letter.parts:
        text = where.heard.plain.text
        event = words_at(text, name)
        hit = _AFTER_EVENT.match(text, event[1]) if event else None
        if hit is None or city.casefold() in hit.group().casefold() or _is_no_town(hit["town"], letter):
            continue
        said = _("The letter says “{slip}”; the record says “{name}”. Correct one of them.")
        span = where.heard.plain.span(*hit.span("town"))
        said = said.replace("{slip}", hit["town"]).replace("{name}", city)
        yield found(2, Severity.BLOCKS, said, where, span, put(letter, where, span, city))


def _is_no_town(words: str, letter: ReadLetter) -> bool:
    """A month, a language, or something else that the client wrote."""
    first = words.split()[0]
    return first in letter.heard.months or first in _languages(letter.locale) or letter.is_recorded(words)


@cache
def _languages(locale: str) -> frozenset[str]:
    from fitdesk.letters.languages import language_of

    return frozenset(language_of(locale).language_name(code) for code in ("en", "de", "fr", "es", "nl", "it", "pt"))
