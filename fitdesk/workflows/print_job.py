"""Many letters on paper in one go: their pages, envelopes and labels, and what could not be printed and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from fitdesk.domain.letter import Letter, LetterKind, LetterStatus, Manner, Sending
from fitdesk.i18n import _
from fitdesk.letters.facts import LetterFacts, recipient_of
from fitdesk.letters.paper.address import has_postal
from fitdesk.store import letters
from fitdesk.workflows.letter_begin import refreshed
from fitdesk.workflows.letter_words import LetterError, facts_of, ready_to_leave
from fitdesk.workflows.send import send_letter

if TYPE_CHECKING:
    from fitdesk.letters.paper.envelope import EnvelopeSize
    from fitdesk.letters.paper.labels import LabelSheet
    from fitdesk.store.store import Store

Told = Callable[[int, int], object]
"""(done, of how many), while letters are set."""


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What is wanted on paper. ``first_label``: the place on the sheet that is still free, from 1."""

    letters: bool = True
    envelope: EnvelopeSize | None = None
    labels: LabelSheet | None = None
    first_label: int = 1


@dataclass(frozen=True, slots=True)
class PrintJob:
    """``parts`` are PDFs in the order of printing; ``ready`` the letters in them; ``refused`` (recipient, why)."""

    parts: tuple[bytes, ...]
    ready: tuple[Letter, ...]
    refused: tuple[tuple[str, str], ...]


def on_today(store: Store, number: int, today: date) -> Letter:
    """The letter on today's facts, a sent one as it was. Raises LetterError when it cannot be brought up to date."""
    letter = letters.get(store, number)
    return letter if letter.status is LetterStatus.SENT else refreshed(store, letter, today)


def typeset(found: Sequence[Letter], wish: PrintWish, told: Told = lambda _done, _all: None) -> PrintJob:
    """Sets every letter; safe beside the window, the store is not touched. A letter the check blocks is refused.

    What has its pages already, because it was sent or set before, is printed from exactly these bytes.
    """
    ready, refused = list[Letter](), list[tuple[str, str]]()
    for place, letter in enumerate(found):
        told(place, len(found))
        try:
            ready.append(letter if letter.pdf is not None else ready_to_leave(letter))
        except LetterError as error:
            refused.append((letter.recipient or letter.text.subject, str(error)))
    parts = [letter.pdf for letter in ready if letter.pdf is not None] if wish.letters else []
    posted, without = _posted(ready)
    if wish.envelope is not None and posted:
        from fitdesk.letters.paper.envelope import render_envelopes

        parts.append(render_envelopes(posted, wish.envelope))
    if wish.labels is not None and posted:
        from fitdesk.letters.paper.labels import render_labels

        parts.append(render_labels(posted, wish.labels, wish.first_label))
    if wish.envelope is not None or wish.labels is not None:
        said = _("No postal address is known, so there is no envelope and no label.")
        refused += [(name, said) for name in without]
    return PrintJob(tuple(parts), tuple(ready), tuple(refused))


def leaving(job: PrintJob) -> tuple[Letter, ...]:
    """The drafts that count as sent once the job is on paper."""
    return tuple(letter for letter in job.ready if letter.status is LetterStatus.DRAFT)


def keep_printed(store: Store, letter: Letter, now: datetime) -> Letter:
    """A draft of the job has left the house: kept as sent, with all that follows. Raises LetterError or StoreError."""
    return send_letter(store, letter, Sending.PRINT, now)


def _posted(ready: Sequence[Letter]) -> tuple[list[tuple[LetterFacts, LetterKind, Manner]], list[str]]:
    """The letters that an envelope can carry, and the recipients without a postal address."""
    posted, without = list[tuple[LetterFacts, LetterKind, Manner]](), list[str]()
    for letter in ready:
        if letter.kind is LetterKind.CALL_CARD:
            continue
        facts = facts_of(letter)
        if has_postal(recipient_of(facts, letter.kind).address):
            posted.append((facts, letter.kind, letter.manner))
        else:
            without.append(letter.recipient or letter.text.subject)
    return posted, without
