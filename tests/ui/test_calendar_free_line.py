"""Am I free?, as the inquiry shows it: a sign for each day, and a way to ask whoever holds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from build import an_inquiry, an_offering, an_owner
from fitdesk.domain.availability import Availability, CalendarEntry, EntryKind
from fitdesk.domain.holds import HeldFor
from fitdesk.domain.inquiry import Status
from fitdesk.store import calendar, inquiries, offerings, owner
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.inquiries.free_line import FreeLine
from fitdesk.ui.inquiries.free_words import Said
from fitdesk.ui.inquiries.page import InquiriesPage
from hands import Key, click, press

DAY = date(2027, 9, 16)


@pytest.fixture
def line(qtbot: QtBot) -> FreeLine:
    made = FreeLine()
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    return made


def test_each_day_has_its_sign_and_a_remark_has_none(line: FreeLine) -> None:
    said = [Said(state, f"{state} day.") for state in Availability]
    line.set_sentences([*said, Said(None, "Nearest free days: 15 and 17 June.")])
    assert [mark.state for mark in line.marks()] == list(Availability)
    assert [mark.accessibleName() for mark in line.marks()] == ["free", "held", "taken", "not known"]
    assert line.text().endswith("Nearest free days: 15 and 17 June.")
    assert not line.links
    line.grab()
    first = line.labels()[0]
    line.set_sentences([*said, Said(None, "Nearest free days: 15 and 17 June.")])
    assert line.labels()[0] is first


def test_each_first_client_is_asked_once_by_click_or_key(line: FreeLine, qtbot: QtBot) -> None:
    holds = [HeldFor(7, "Offsite", "Aubade & Co", DAY), HeldFor(7, "Offsite", "Aubade & Co", date(2027, 9, 17))]
    line.set_sentences([Said(Availability.HELD, "Held.")], [*holds, HeldFor(8, "Summit", "x" * 90, DAY)])
    assert line.links[0].accessibleName() == "Ask Aubade & Co whether they still take the day"
    assert len(line.links) == 2
    with qtbot.waitSignal(line.first_client_asked) as told:
        click(line.links[0])
    assert told.args == [7]
    with qtbot.waitSignal(line.first_client_asked) as told:
        press(line.links[1], Key.Key_Space)
    assert told.args == [8]
    line.set_sentences([Said(Availability.FREE, "Free.")])
    assert line.links == []


def test_the_first_client_is_asked_by_mail(store: Store, changes: Changes, clock: Clock, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    offerings.save(store, replace(an_offering(), id=None))
    first = an_inquiry(status=Status.HELD)
    first = inquiries.save(store, replace(first, event=replace(first.event, name="Offsite of the north")))
    calendar.save(store, CalendarEntry(None, DAY, DAY, "Offsite", EntryKind.HELD, first.id))
    second = inquiries.save(store, an_inquiry())
    page = InquiriesPage(store, changes, clock)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    page.open_inquiry(second.id or 0)
    qtbot.waitUntil(lambda: page.detail.triage() is not None)
    assert [mark.state for mark in page.detail.free.marks()] == [Availability.HELD]
    (link,) = page.detail.free.links
    click(link)
    assert page.detail.question.isVisible()
    assert "Offsite of the north" in page.detail.question.mail().body
