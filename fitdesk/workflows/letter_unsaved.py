"""A letter about a request that is not kept, as the command line writes it: composed, nothing recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain.letter import Letter, LetterKind, Tone
from fitdesk.store import owner as owners
from fitdesk.workflows.letter_begin import compose_letter, usual_manner
from fitdesk.workflows.letter_facts import LetterOrder, facts_from, own_sentences, trouble_with
from fitdesk.workflows.letter_prefill import particulars_for
from fitdesk.workflows.letter_words import LetterError, book_for
from fitdesk.workflows.refer import choose_peers
from fitdesk.workflows.triage import Triage

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def unsaved_letter(
    store: Store,
    answer: Triage,
    kind: LetterKind,
    names: Sequence[str],
    today: date,
    *,
    tone: Tone = Tone.WARM,
    language: str | None = None,
) -> tuple[Letter, tuple[str, ...]]:
    """The letter to the client of ``answer`` and the names of the peers in it; ``names``: whom a referral names.

    ``language``: a locale, that of the request unless said. Raises LetterError when it cannot be written.
    """
    owner = owners.get(store)
    chosen = choose_peers(answer, names) if kind is LetterKind.REFERRAL else ()
    manner = usual_manner(kind, answer.inquiry, owner, tone)
    if language is not None:
        manner = replace(manner, locale=language, is_familiar=language[:2] in owner.familiar)
    ids = tuple(ranked.peer.id for ranked in chosen if ranked.peer.id is not None)
    said = particulars_for(store, kind, answer, None, today)
    order = LetterOrder(kind, answer.inquiry.id, ids, particulars=said)
    if trouble := trouble_with(replace(order, inquiry_id=order.inquiry_id or 0), today):
        raise LetterError(trouble)
    said = replace(said, own_sentences=own_sentences(store, ids, manner.language))
    facts = facts_from(answer, owner, chosen, today, kind, said)
    letter = compose_letter(order, facts, manner, book_for(store, manner.language))
    return letter, tuple(ranked.peer.name for ranked in chosen)
