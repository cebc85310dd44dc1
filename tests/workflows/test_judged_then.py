"""What was judged at the decision: the figures of the record, its sentences only where they still say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from build import an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.store import inquiries, offerings, owner
from fitdesk.store.store import Store
from fitdesk.workflows.decide import decide
from fitdesk.workflows.judged_then import decided_on, judged_then
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.triage import triage

DECIDED = datetime(2026, 11, 22, 9, 30)
LONG_AFTER = date(2028, 6, 1)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.open(None, now=DECIDED)
    yield opened
    opened.close()


@pytest.fixture
def decided(store: Store) -> Inquiry:
    owner.save(store, an_owner())
    offerings.save(store, an_offering(id=None))
    number = inquiries.save(store, an_inquiry(event=an_event(dates=(date(2027, 4, 14),)))).id or 0
    return decide(store, number, Status.ACCEPTED, "they will love it", DECIDED)


def test_a_day_that_is_past_since_changes_nothing_of_what_was_judged(store: Store, decided: Inquiry) -> None:
    last, then = decided.history[-1], judged_then(decided, load_practice(store))
    assert last.snapshot is not None
    assert then is not None
    assert then.best is not None
    assert (then.judged_on, then.verdict, then.best.fit) == (DECIDED.date(), last.verdict, last.fit)
    assert (then.best.for_them, then.best.for_me) == (last.snapshot.for_them, last.snapshot.for_me)
    as_of_then = triage(decided, load_practice(store), DECIDED.date()).best
    assert as_of_then is not None
    assert then.best.contributions == as_of_then.contributions
    assert triage(decided, load_practice(store), LONG_AFTER).verdict is not then.verdict


def test_other_rules_since_leave_the_figures_and_say_so(store: Store, decided: Inquiry) -> None:
    before = judged_then(decided, load_practice(store))
    (kept,) = offerings.every(store)
    offerings.save(store, replace(kept, confidence=60, title="Another name", active=False))
    after = judged_then(decided, load_practice(store))
    assert before is not None
    assert before.best is not None
    assert after is not None
    assert after.best is not None
    assert [line.gain for line in after.best.contributions] == [line.gain for line in before.best.contributions]
    assert after.best.offering.title == before.best.offering.title
    assert "other facts or rules" in after.best.contribution("overdeliver").finding.sentence
    assert after.best.contribution("format").finding == before.best.contribution("format").finding


def test_an_open_inquiry_was_not_judged_then(store: Store, decided: Inquiry) -> None:
    reopened = decide(store, decided.id or 0, Status.NEW, "", DECIDED)
    assert decided_on(reopened) is None
    assert judged_then(reopened, load_practice(store)) is None


def test_without_a_record_it_is_judged_as_of_the_day_of_the_decision(store: Store, decided: Inquiry) -> None:
    bare = replace(decided, history=(replace(decided.history[-1], snapshot=None, fit=None, verdict=None),))
    then = judged_then(bare, load_practice(store))
    assert then is not None
    assert then.best is not None
    assert then.best.fit == decided.history[-1].fit
