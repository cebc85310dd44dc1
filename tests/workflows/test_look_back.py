"""Looking back: kept with its day, changed later, taken back; nothing else about the inquiry changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

import pytest

from build import an_inquiry
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.post_mortem import Delight, Earned, PostMortem
from fitdesk.store import inquiries
from fitdesk.store.errors import NotFound
from fitdesk.store.store import Store
from fitdesk.workflows.decide import decide
from fitdesk.workflows.look_back import look_back, undo_look_back

NOW = datetime(2027, 10, 1, 9, 30)
FULL = PostMortem(date.min, True, Delight.PARTLY, Earned.LESS, False, "  Ask for \n the room first. ")


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.open(None, now=NOW)) as store:
        yield store


@pytest.fixture
def done(store: Store) -> Inquiry:
    """Accepted work whose day is past."""
    number = inquiries.save(store, an_inquiry()).id or 0
    return decide(store, number, Status.ACCEPTED, "", datetime(2027, 3, 1, 9))


def test_a_look_back_is_kept_with_its_day(store: Store, done: Inquiry) -> None:
    kept = look_back(store, done.id or 0, FULL, NOW)
    assert kept == replace(done, post_mortem=replace(FULL, day=NOW.date(), lesson="Ask for the room first."))
    assert inquiries.get(store, done.id or 0) == kept


def test_everything_may_stay_unknown(store: Store, done: Inquiry) -> None:
    look_back(store, done.id or 0, PostMortem(date.min), NOW)
    kept = inquiries.get(store, done.id or 0).post_mortem
    assert kept == PostMortem(NOW.date())
    assert kept is not None
    assert kept.went_well is None


def test_it_can_be_changed_later_and_undone(store: Store, done: Inquiry) -> None:
    first = look_back(store, done.id or 0, PostMortem(date.min, delight=Delight.YES), datetime(2027, 9, 20, 9))
    look_back(store, done.id or 0, FULL, NOW)
    assert undo_look_back(store, first) == first
    assert undo_look_back(store, done) == done
    assert look_back(store, done.id or 0, None, NOW).post_mortem is None


def test_undo_leaves_what_was_written_since(store: Store, done: Inquiry) -> None:
    kept = look_back(store, done.id or 0, FULL, NOW)
    inquiries.save(store, replace(kept, note="slides sent"))
    assert undo_look_back(store, done) == replace(done, note="slides sent")


def test_an_endless_lesson_is_cut(store: Store, done: Inquiry) -> None:
    kept = look_back(store, done.id or 0, replace(FULL, lesson="x" * 10_000), NOW).post_mortem
    assert kept is not None
    assert len(kept.lesson) == 500


def test_nothing_is_looked_back_on_that_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound):
        look_back(store, 7, FULL, NOW)
    with pytest.raises(NotFound):
        undo_look_back(store, Inquiry(id=7))
