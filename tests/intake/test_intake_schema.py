"""A draft as JSON: the samples' schema exactly."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

from fitdesk.domain.event import Budget, Event, Mode
from fitdesk.domain.inquiry import Inquiry
from fitdesk.intake.draft import Draft, DraftKind
from fitdesk.intake.schema import draft_json

GOLD = Path(__file__).parent.parent / "samples" / "mail" / "01-solicitors-cpd.json"
INQUIRY = Inquiry(
    event=Event(
        dates=(date(2027, 4, 23),),
        date_range=(date(2027, 4, 22), date(2027, 4, 23)),
        start_time=time(9, 5),
        mode=Mode.HYBRID,
    ),
    budget=Budget(min=Decimal("1500.00"), max=Decimal("1500.50")),
    language="en",
    reply_by=date(2027, 1, 31),
)


def keys(record: object) -> object:
    return {key: keys(value) for key, value in record.items()} if isinstance(record, dict) else None


def test_keys_and_order_are_those_of_the_samples() -> None:
    gold = json.loads(GOLD.read_text("utf-8"))
    assert json.dumps(keys(draft_json(Draft(DraftKind.INQUIRY, Inquiry())))) == json.dumps(keys(gold))


def test_values() -> None:
    record = json.loads(json.dumps(draft_json(Draft(DraftKind.INQUIRY, INQUIRY))))
    assert record["event"]["dates"] == ["2027-04-23"]
    assert record["event"]["date_range"] == ["2027-04-22", "2027-04-23"]
    assert record["event"]["start_time"] == "09:05"
    assert record["event"]["mode"] == "hybrid"
    assert record["event"]["topics"] == []
    assert (record["budget"]["min"], record["budget"]["max"]) == (1500, 1500.5)
    assert isinstance(record["budget"]["min"], int)
    assert record["reply_by"] == "2027-01-31"
    assert record["contact"]["name"] is None


def test_what_is_no_inquiry_is_all_null() -> None:
    record = draft_json(replace(Draft(DraftKind.INQUIRY, INQUIRY), kind=DraftKind.NOT_INQUIRY))
    empty = draft_json(Draft(DraftKind.NOT_INQUIRY, Inquiry(language="en")))
    assert record == empty
