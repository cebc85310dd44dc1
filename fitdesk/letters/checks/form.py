"""Checks 1, 3, 7 and 15: placeholders, salutation, thanks, the No, the close, an open door."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from fitdesk.domain.letter import LetterKind
from fitdesk.i18n import _
from fitdesk.letters.checks.findings import Part, Repair, Severity
from fitdesk.letters.checks.heard_text import hear
from fitdesk.letters.checks.read_letter import Found, Mend, ReadLetter, Where, found
from fitdesk.letters.checks.repairs import mend_of_sentence, put, put_paragraph, put_sentence, usual_sentence

_PLACEHOLDER: Final = re.compile(
    r"\{[^{}]{0,80}\}|\[[^\[\]]{0,80}\]|<<[^<>]{0,80}>>|<[^\W\d][^<>]{0,60}>|_{3,}|\bX{3,}\b"
    r"|\b(?:TODO|TBC|TBD|TBA|FIXME|N\. ?N\.|n\.n\.)(?!\w)|\?{3,}|[$%][A-Z]{3,}\b|\b(?:in|on|at|am|im|à|en|op) …"
    r"|Lorem ipsum"
)
_DOOR_KINDS: Final = frozenset({LetterKind.NEXT_SEASON, LetterKind.AFTER_EVENT})


def check_placeholders(letter: ReadLetter) -> Iterator[Found]:
    """1: nothing is left that waits to be filled in; what the client wrote in brackets may stand."""
    text, code = letter.text, letter.code
    ends = (Where(Part.SALUTATION, None, hear(text.salutation, code)), Where(Part.CLOSE, None, hear(text.close, code)))
    for where in (*letter.parts, *ends):
        for hit in _PLACEHOLDER.finditer(where.heard.plain.text):
            if not letter.is_of_client(hit.group()):
                said = _("“{words}” still waits to be filled in: write it out or take it away.")
                span = where.heard.plain.span(*hit.span())
                sentence = said.replace("{words}", hit.group())
                yield found(1, Severity.BLOCKS, sentence, where, span, _filled(letter, where, hit, span))


def _filled(letter: ReadLetter, where: Where, hit: re.Match[str], span: tuple[int, int]) -> Mend | None:
    """What is on record in its place, else the letter without its sentence."""
    inquiry = letter.facts.inquiry
    known = {
        "name": inquiry.contact.name,
        "client": inquiry.contact.name or inquiry.contact.organization,
        "organization": inquiry.contact.organization,
        "event": inquiry.event.name,
        "place": inquiry.event.place.city,
        "city": inquiry.event.place.city,
        "town": inquiry.event.place.city,
    }
    new = known.get(hit.group().strip("{}[]<> ").casefold())
    if new:
        return put(letter, where, span, new)
    return mend_of_sentence(letter, where, span)


def check_salutation(letter: ReadLetter) -> Iterator[Found]:
    """1: the salutation is one that fits the record, with the stop its country uses."""
    written = letter.text.salutation
    allowed = letter.language.allowed_salutations(letter.recipient, letter.manner)
    if _plain(written) not in {_plain(one) for one in allowed}:
        said = _("The salutation does not fit the record. “{usual}” would.").replace("{usual}", allowed[0])
        where = Where(Part.SALUTATION, None, hear(written, letter.code))
        yield found(
            1, Severity.BLOCKS, said, where, (0, len(written)), put(letter, where, (0, len(written)), allowed[0])
        )


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("’", "'")


def check_thanks(letter: ReadLetter) -> Iterator[Found]:
    """3: thanks stand in the first paragraph."""
    thanks = letter.heard.patterns["thanks"]
    if letter.body and not thanks.search(letter.body[0].heard.running):
        said = _("Thank them in the first paragraph, before anything else.")

        def mend() -> Repair | None:
            new = usual_sentence(letter, thanks.search)
            return (
                Repair(_("Put in: “{new}”").replace("{new}", new), put_sentence(letter, 0, new, first=True))
                if new
                else None
            )

        yield found(3, Severity.WARNS, said, letter.body[0], None, mend)


def check_refusal(letter: ReadLetter) -> Iterator[Found]:
    """7: the No is clear, and not only hinted at."""
    heard = letter.heard
    if any(heard.refuses(sentence.text) for _where, sentence in letter.every_sentence()):
        return
    said = _("Say no clearly, in one plain sentence such as “I am not the right person for this”.")

    def mend() -> Repair | None:
        new = usual_sentence(letter, heard.refuses)
        text = put_sentence(letter, 1, new, first=True) if _has_room(letter) else put_paragraph(letter, 1, new)
        return Repair(_("Put in: “{new}”").replace("{new}", new), text) if new else None

    yield found(7, Severity.BLOCKS, said, None, None, mend)


def _has_room(letter: ReadLetter) -> bool:
    """Whether the second paragraph is one in which a No can stand: not a colleague's."""
    return len(letter.body) > 2 and all(place != 1 for _ranked, place in letter.peer_at)


def check_close(letter: ReadLetter) -> Iterator[Found]:
    """15: the close goes with the salutation."""
    key = letter.language.close_key(letter.recipient, letter.manner)
    spoken = letter.language.spoken_to(letter.recipient, letter.manner)
    book = letter.book or letter.language.book
    closes = [one.replace("{salutation}", spoken) for one in book.closes[letter.locale, key]]
    written = letter.text.close
    if _bare(written) in {_bare(close) for close in closes}:
        return
    said = _("The close does not go with the salutation. “{usual}” does.").replace("{usual}", closes[0])
    where = Where(Part.CLOSE, None, hear(written, letter.code))
    yield found(15, Severity.BLOCKS, said, where, (0, len(written)), put(letter, where, (0, len(written)), closes[0]))


def _bare(close: str) -> str:
    return _plain(close).rstrip(",. ").casefold()


def check_door(letter: ReadLetter) -> Iterator[Found]:
    """15: the last words leave a door open, wherever a No was said or another time is what the letter is about."""
    if 7 not in letter.rules.checks and letter.kind not in _DOOR_KINDS:
        return
    door = letter.heard.patterns["door"]
    if not letter.body or any(door.search(where.heard.running) for where in letter.body[-2:]):
        return
    said = _("Leave a door open at the end: say when you would be glad to hear from them.")

    def mend() -> Repair | None:
        new = usual_sentence(letter, door.search)
        text = replace(letter.text, body=(*letter.text.body, new))
        return Repair(_("Put in: “{new}”").replace("{new}", new), text) if new else None

    yield found(15, Severity.WARNS, said, letter.body[-1], None, mend)
