"""How a finding is put right: words replaced, a sentence taken out or put in, with what the usual letter would say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner
from fitdesk.i18n import _
from fitdesk.letters.checks.findings import Part, Repair
from fitdesk.letters.checks.heard_text import Plain
from fitdesk.letters.checks.read_letter import Mend, ReadLetter, Same, Where, with_text
from fitdesk.letters.checks.reading import is_contact_line
from fitdesk.letters.phrases.book import PhraseBook, PhraseError
from fitdesk.letters.words.compose import compose

SHOWN = 60
"""Characters of a text that a button shows."""


def with_raw(text: LetterText, where: Where, raw: str) -> LetterText:
    """``text`` with the part ``where`` saying ``raw``; a paragraph that says nothing is left out."""
    if where.part is Part.SUBJECT:
        return replace(text, subject=raw)
    if where.part is Part.SALUTATION:
        return replace(text, salutation=raw)
    if where.part is Part.CLOSE:
        return replace(text, close=raw)
    place = where.paragraph or 0
    kept = (raw,) if raw.strip(" \n*") else ()
    return replace(text, body=(*text.body[:place], *kept, *text.body[place + 1 :]))


def put(letter: ReadLetter, where: Where, span: tuple[int, int], new: str) -> Mend:
    """Writes ``new`` in place of the characters at ``span``."""

    def mend() -> Repair:
        raw = where.heard.raw
        start, end = span
        old = raw[start:end]
        words = _("Write “{new}”").replace("{new}", _short(new)) if new.strip() else _take_out(old)
        return Repair(words, with_raw(letter.text, where, _tidied(raw[:start] + new + raw[end:])))

    return mend


def take_out_sentence(letter: ReadLetter, where: Where, sentence: Plain) -> Mend:
    """Takes the whole sentence out; not when it holds half of what is bold."""

    def mend() -> Repair | None:
        raw = where.heard.raw
        start, end = sentence.span(0, len(sentence.text))
        if raw[max(start - 2, 0) : start] == "**" and raw[start:end].count("**") % 2:
            start -= 2
        if raw[end : end + 2] == "**" and raw[start:end].count("**") % 2:
            end += 2
        if raw[start:end].count("**") % 2:
            return None
        after = raw[end:].lstrip(" ")
        rest = raw[:start].rstrip(" ") + (" " if raw[:start].strip() and after[:1].strip() else "")
        new = rest + after
        if all(is_contact_line(line) for line in new.splitlines()):
            new = ""
        return Repair(_take_out(raw[start:end]), with_raw(letter.text, where, new.strip(" ")))

    return mend


def mend_of_sentence(letter: ReadLetter, where: Where, span: tuple[int, int]) -> Mend | None:
    """Takes out the sentence that holds ``span``; a subject that says too much becomes the usual one."""
    if where.part is Part.SUBJECT:
        as_usual = usual(letter)
        return put(letter, where, (0, len(where.heard.raw)), as_usual.text.subject) if as_usual else None
    at = next((one for one in where.heard.sentences if _holds(one, span)), None)
    return take_out_sentence(letter, where, at) if at is not None else _take_out_line(letter, where, span)


def _take_out_line(letter: ReadLetter, where: Where, span: tuple[int, int]) -> Mend:
    """Takes out the line that holds ``span``, which is no sentence: it only says how to reach somebody."""

    def mend() -> Repair:
        raw = where.heard.raw
        start, end = raw.rfind("\n", 0, span[0]) + 1, raw.find("\n", span[1])
        line = raw[start : end if end >= 0 else len(raw)]
        rest = "\n".join(one for one in (raw[:start].rstrip("\n"), raw[start + len(line) :].lstrip("\n")) if one)
        return Repair(_take_out(line), with_raw(letter.text, where, rest))

    return mend


def _holds(sentence: Plain, span: tuple[int, int]) -> bool:
    start, end = sentence.span(0, len(sentence.text))
    return start <= span[0] and span[1] <= end


def put_sentence(letter: ReadLetter, place: int, new: str, *, first: bool = False) -> LetterText:
    """The letter with the sentence ``new`` in paragraph ``place``: before all others, or after the last one."""
    if not 0 <= place < len(letter.body):
        return replace(letter.text, body=(*letter.text.body, new))
    where = letter.body[place]
    raw, said = where.heard.raw, where.heard.sentences
    if first:
        return with_raw(letter.text, where, f"{new} {raw[:1].upper()}{raw[1:]}")
    end = said[-1].span(0, len(said[-1].text))[1] if said else 0
    while raw[end : end + 1] == "*":
        end += 1
    return with_raw(letter.text, where, f"{raw[:end]} {new}{raw[end:]}".strip())


def put_paragraph(letter: ReadLetter, place: int, new: str) -> LetterText:
    """The letter with ``new`` as its paragraph ``place``."""
    body = letter.text.body
    return replace(letter.text, body=(*body[:place], new, *body[place:]))


def usual(letter: ReadLetter) -> ReadLetter | None:
    """The letter as it is written on these facts before anybody edits it; None when it cannot be."""
    text = _composed(Same(letter.facts), letter.kind, letter.manner, letter.form, _SameBook(letter.book))
    return None if text is None else with_text(letter, text)


class _SameBook:
    """A phrase book told apart by identity, as facts are."""

    __slots__ = ("book",)

    def __init__(self, book: PhraseBook | None) -> None:
        self.book = book

    def __hash__(self) -> int:
        return id(self.book)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameBook) and other.book is self.book


@lru_cache(maxsize=8)
def _composed(same: Same, kind: LetterKind, manner: Manner, form: Form, book: _SameBook) -> LetterText | None:
    try:
        return compose(same.facts, kind, manner, form=form, book=book.book)
    except PhraseError:
        return None


def usual_sentence(letter: ReadLetter, fits: Callable[[str], object]) -> str:
    """The first sentence of the usual letter that ``fits``, as it stands there; "" when there is none."""
    as_usual = usual(letter)
    for where, sentence in as_usual.every_sentence() if as_usual else ():
        if fits(sentence.text):
            said = raw_of(where, sentence)
            return said[:1].upper() + said[1:]
    return ""


def raw_of(where: Where, sentence: Plain) -> str:
    """A sentence as it stands in the letter, without bold marks."""
    return where.heard.raw[slice(*sentence.span(0, len(sentence.text)))].replace("**", "")


def _take_out(words: str) -> str:
    return _("Take out “{words}”").replace("{words}", _short(words.replace("**", "")))


def _short(words: str) -> str:
    plain = " ".join(words.split())
    if len(plain) <= SHOWN:
        return plain
    return plain[:SHOWN].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _tidied(raw: str) -> str:
    return re.sub(r" {2,}", " ", raw).replace(" .", ".").replace(" ,", ",") if "  " in raw else raw
