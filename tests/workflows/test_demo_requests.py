"""The five demo requests mean what their names say, on every day of the year."""

from __future__ import annotations

import email
import email.policy
from contextlib import closing
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import pytest

from fitdesk.domain.assessment import Verdict, VetoState, WhichNo
from fitdesk.domain.availability import Availability
from fitdesk.intake.draft import Draft, DraftKind
from fitdesk.intake.readers import read
from fitdesk.store.store import Store
from fitdesk.workflows import demo
from fitdesk.workflows.demo_files import DemoError
from fitdesk.workflows.practice import Practice, load_practice
from fitdesk.workflows.receive import inquiry_from
from fitdesk.workflows.triage import Triage, triage

TODAY = date(2026, 11, 22)
DAYS = (
    TODAY,
    date(2026, 11, 23),
    date(2026, 12, 25),
    date(2027, 1, 1),
    date(2027, 6, 30),
    date(2027, 10, 30),
    date(2028, 2, 29),
    date(2028, 12, 31),
)
REFER = "refer-negotiation-training"


@lru_cache(maxsize=2)
def practice_on(today: date) -> Practice:
    with closing(Store.open(None, now=datetime.combine(today, time(9)))) as store:
        demo.fill(store, today)
        return load_practice(store)


def draft_of(data: bytes, today: date) -> Draft:
    return read(data, "request.eml", received=datetime.combine(today, time(9)))


def judged(name: str, today: date = TODAY, replace: tuple[str, str] = ("", "")) -> Triage:
    """The triage of a demo request, with words in it exchanged if asked."""
    old, new = (words.encode() for words in replace)
    data = demo.request_mail(name).read_bytes()
    if old:
        assert old in data
        data = data.replace(old, new)
    draft = draft_of(data, today)
    assert draft.kind is DraftKind.INQUIRY
    inquiry = inquiry_from(draft, channel=None, now=datetime.combine(today, time(9)))
    return triage(inquiry, practice_on(today), today)


@pytest.fixture(params=DAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    assert isinstance(request.param, date)
    return request.param


def test_requests_are_found_by_name() -> None:
    assert [path.name for path in demo.requests()] == sorted(path.name for path in demo.requests())
    assert demo.request_mail(REFER) == demo.request_mail(f"{REFER}.eml")
    with pytest.raises(DemoError, match="no demo request"):
        demo.request_mail("nothing-of-the-kind")


def test_requests_are_well_formed_mails_of_different_kinds() -> None:
    kinds = set()
    for path in demo.requests():
        data = path.read_bytes()
        assert b"\n" not in data.replace(b"\r\n", b"")
        mail = email.message_from_bytes(data, policy=email.policy.default)
        assert not mail.defects
        assert mail["date"] is None, "a fixed date would go stale"
        body = mail.get_body(("plain", "html"))
        assert body is not None
        assert not body.defects
        kinds.add((mail.get_content_type(), body["content-transfer-encoding"], body.get_content_charset()))
    assert len(kinds) >= 4


def test_what_to_refer_is_declined_for_the_goal_alone(today: date) -> None:
    answer = judged(REFER, today)
    best = answer.best
    assert best is not None
    assert (best.verdict, best.which_no) == (Verdict.DECLINE, WhichNo.WRONG_FOR_THEM)
    assert set(answer.availability.values()) == {Availability.FREE}
    confirmed = {line.criterion for line in best.vetoes if line.finding.veto is VetoState.CONFIRMED}
    assert "goal" in confirmed
    assert confirmed <= {"goal", "overdeliver"}
    assert best.contribution("fee").finding.value.low == 1.0
    assert best.for_me.low >= 28


def test_the_best_peer_clearly_leads(today: date) -> None:
    answer = judged(REFER, today)
    first, second, *_others = answer.peers
    assert first.peer.name == "Fergus Teague"
    assert first.score - second.score > 10
    assert len(answer.suggested) == 1
    assert first.for_them.low >= 70


@pytest.mark.parametrize("topic", ["decision-making in teams", "trust in teams"])
def test_the_same_request_with_a_fitting_topic_is_taken_or_asked_about(topic: str, today: date) -> None:
    answer = judged(REFER, today, replace=("negotiation technique", topic))
    assert answer.verdict in (Verdict.ACCEPT, Verdict.ASK)


def test_what_to_accept_is_accepted(today: date) -> None:
    answer = judged("accept-one-house-keynote", today)
    assert answer.verdict is Verdict.ACCEPT
    assert set(answer.availability.values()) == {Availability.FREE}


def test_without_a_budget_the_range_is_wide_and_the_budget_is_asked_for(today: date) -> None:
    answer = judged("ask-no-budget-offsite", today)
    assert answer.verdict is Verdict.ASK
    assert answer.best is not None
    assert answer.best.fit.width > 10
    assert answer.next_question is not None
    assert answer.next_question.criterion == "fee"


def test_a_taken_day_is_said_to_be_taken(today: date) -> None:
    answer = judged("date-taken-management-meeting", today)
    assert answer.best is not None
    assert set(answer.availability.values()) == {Availability.BUSY}
    assert (answer.verdict, answer.best.which_no) == (Verdict.DECLINE, WhichNo.NOT_FREE)
    assert all("Lake Constance" in clash for clash in answer.clashes.values())
    assert answer.nearest_free


def test_a_fee_below_the_floor_is_wrong_for_her_not_for_them(today: date) -> None:
    answer = judged("wrong-for-me-small-budget", today)
    assert answer.best is not None
    assert (answer.verdict, answer.best.which_no) == (Verdict.DECLINE, WhichNo.WRONG_FOR_ME)
    assert answer.best.contribution("fee").finding.veto is VetoState.CONFIRMED
    assert answer.best.for_them.low >= 36


@pytest.mark.parametrize("path", demo.requests(), ids=lambda path: path.stem)
def test_the_day_named_is_read_the_same_on_every_day_of_a_year(path: object) -> None:
    data = demo.request_mail(getattr(path, "name", "")).read_bytes()
    ahead = set()
    for step in range(0, 371, 10):
        today = TODAY + timedelta(days=step)
        (day,) = draft_of(data, today).inquiry.event.dates
        ahead.add((day - today).days)
        assert day.weekday() < 5
    assert max(ahead) - min(ahead) <= 6
    assert min(ahead) >= 90
