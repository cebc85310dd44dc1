"""What a letter of any kind may say of a request that is on record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.letter import LetterKind, PhraseChange
from fitdesk.letters.facts import Particulars
from fitdesk.store import inquiries, peers, phrase_changes
from fitdesk.store.store import Store
from fitdesk.workflows import demo
from fitdesk.workflows.letter_begin import begin_letter
from fitdesk.workflows.letter_facts import LetterOrder, facts_for_order, trouble_with
from fitdesk.workflows.letter_words import LetterError, book_for, check_rendered, render_letter

NOW = datetime(2026, 11, 22, 9)
TODAY = NOW.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path / "practice.sqlite3", now=NOW)) as opened:
        demo.fill(opened, TODAY)
        yield opened


def an_inquiry(store: Store) -> Inquiry:
    return next(one for one in inquiries.all_open(store) if one.title == "Two days for our buyers")


def test_nobody_is_known_only_where_no_peer_may_be_named(store: Store) -> None:
    about = an_inquiry(store).id
    kinds = (LetterKind.WRONG_FOR_YOU, LetterKind.NOT_FOR_ME, LetterKind.CALL_CARD, LetterKind.ACCEPTANCE)

    def said() -> list[bool]:
        found = (facts_for_order(store, LetterOrder(kind, about), "en", TODAY) for kind in kinds)
        return [facts.particulars.knows_nobody for facts in found]

    assert said() == [False, False, False, False]
    for peer in peers.every(store):
        peers.save(store, replace(peer, active=False))
    assert said() == [True, True, True, False]


def test_not_now_names_no_day_before_the_event_is_over(store: Store) -> None:
    inquiry = an_inquiry(store)
    last = max((*inquiry.event.dates, *(inquiry.event.date_range or ())))
    for day, is_refused in ((last, True), (last - timedelta(days=5), True), (last + timedelta(days=1), False)):
        order = LetterOrder(LetterKind.NOT_NOW, inquiry.id, particulars=Particulars(come_back=day))
        assert ("after the event" in trouble_with(order, TODAY, inquiry.event)) is is_refused
    early = LetterOrder(LetterKind.NOT_NOW, inquiry.id, particulars=Particulars(come_back=last))
    with pytest.raises(LetterError, match="after the event"):
        facts_for_order(store, early, "en", TODAY)
    assert trouble_with(early, TODAY, Event()) == trouble_with(early, TODAY) == ""
    past = replace(early, particulars=Particulars(come_back=date(2026, 11, 22)))
    assert "after today" in trouble_with(past, TODAY, inquiry.event)


def test_repairs_use_the_owners_words(store: Store) -> None:
    own = PhraseChange("en", "thanks", "both", ("My very own thanks.",))
    for tone in ("both", "warm", "formal", "brief"):
        phrase_changes.keep(store, replace(own, tone=tone))
    begun = begin_letter(store, LetterOrder(LetterKind.NOT_FOR_ME, an_inquiry(store).id), TODAY)
    bare = replace(begun, text=replace(begun.text, body=begun.text.body[1:]))
    book = book_for(store, begun.manner.language)
    repairs = [one.repair for one in check_rendered(bare, render_letter(bare), book) if one.number == 3]
    assert repairs
    assert repairs[0] is not None
    assert "My very own thanks." in " ".join(repairs[0].text.body)
