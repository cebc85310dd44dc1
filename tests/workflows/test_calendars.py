"""Calendar files read along: linked, read again when they change, kept when they vanish, unlinked and put back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from build import an_inquiry, an_offering, an_owner
from fitdesk.domain.availability import Availability, EntryKind
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.store import calendar, linked_calendars, offerings
from fitdesk.store import owner as owners
from fitdesk.store.errors import NotFound
from fitdesk.store.store import Store
from fitdesk.workflows.calendars import (
    HORIZON,
    FileRead,
    calendars_to_read,
    is_stale,
    link_calendar,
    read_file,
    reread,
    unlink,
)
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.triage import triage

NOW = datetime(2027, 3, 1, 9, 30)
TODAY = NOW.date()
EVENT_DAY = date(2027, 9, 16)


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.open(None, now=NOW)) as store:
        owners.save(store, an_owner(timezone="Europe/Berlin"))
        yield store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "home.ics"
    write(path, "Holiday", "20270915", "20270918")
    return path


def write(path: Path, title: str, first: str, end: str) -> None:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", f"SUMMARY:{title}", f"DTSTART;VALUE=DATE:{first}"]
    path.write_text("\r\n".join([*lines, f"DTEND;VALUE=DATE:{end}", "END:VEVENT", "END:VCALENDAR"]))


def read_again(store: Store, linked: LinkedCalendar, now: datetime = NOW) -> LinkedCalendar:
    read = read_file(linked, owners.get(store).timezone, now.date())
    assert read is not None
    return reread(store, read, now)


def linked_and_read(store: Store, path: Path) -> LinkedCalendar:
    return read_again(store, link_calendar(store, path))


def titles(store: Store) -> list[str]:
    return [entry.title for entry in calendar.every(store)]


def test_linked_read_and_judged_by(store: Store, path: Path) -> None:
    offerings.save(store, replace(an_offering(), id=None))
    linked = link_calendar(store, path)
    assert (linked.name, linked.path, linked.read_at) == ("home", str(path), None)
    assert link_calendar(store, path) == linked, "the same file twice is one"
    answer = triage(an_inquiry(), load_practice(store), TODAY)
    assert answer.days[0].availability is Availability.UNKNOWN
    assert answer.days[0].because == "your calendar “home” has not been read yet"
    assert calendars_to_read(store, NOW) == (linked,)
    known = read_again(store, linked)
    assert (known.read_at, known.covers_until, known.trouble) == (NOW, TODAY + HORIZON, "")
    assert calendars_to_read(store, NOW) == ()
    (entry,) = calendar.every(store)
    assert (entry.first, entry.last, entry.kind) == (date(2027, 9, 15), date(2027, 9, 17), EntryKind.BLOCKED)
    assert entry.calendar_id == linked.id
    answer = triage(an_inquiry(), load_practice(store), TODAY)
    assert answer.days[0].because == "taken by “Holiday”"
    assert answer.clashes == {EVENT_DAY: "Holiday"}
    assert answer.nearest_free == (date(2027, 9, 13), date(2027, 9, 14))


def test_read_again_when_it_changes_and_only_then(store: Store, path: Path) -> None:
    linked = linked_and_read(store, path)
    os.utime(path, (1, 1))
    assert calendars_to_read(store, NOW) == (linked,)
    read = read_file(linked, "Europe/Berlin", TODAY)
    assert read is not None
    assert (read.reading, read.trouble) == (None, ""), "only its time has changed"
    touched = reread(store, read, NOW + timedelta(hours=1))
    assert touched == replace(linked, fingerprint=touched.fingerprint)
    assert calendars_to_read(store, NOW) == ()
    write(path, "Another", "20270920", "20270921")
    assert calendars_to_read(store, NOW) == (touched,)
    again = read_again(store, touched, NOW + timedelta(hours=2))
    assert titles(store) == ["Another"]
    assert again.read_at == NOW + timedelta(hours=2)


def test_read_again_as_time_goes_by_or_the_owner_moves(store: Store, path: Path) -> None:
    linked = linked_and_read(store, path)
    assert not is_stale(linked, "Europe/Berlin", TODAY + timedelta(days=89))
    assert is_stale(linked, "Europe/Berlin", TODAY + timedelta(days=90))
    later = NOW + timedelta(days=90)
    assert read_again(store, linked, later).covers_until == later.date() + HORIZON
    assert is_stale(linked, "America/New_York", TODAY)
    cut = replace(linked, covers_until=TODAY + timedelta(days=100))
    assert not is_stale(cut, "Europe/Berlin", TODAY + timedelta(days=6))
    assert is_stale(cut, "Europe/Berlin", TODAY + timedelta(days=7))


def test_a_file_that_vanishes_keeps_what_was_known_and_hides_the_other_days(store: Store, path: Path) -> None:
    linked = linked_and_read(store, path)
    aside = path.rename(path.with_suffix(".aside"))
    assert calendars_to_read(store, NOW) == (linked,)
    lost = read_again(store, linked)
    assert (
        lost.trouble == "This file is no longer where it was. Put it back, or link the calendar from where it is now."
    )
    assert (lost.read_at, lost.covers_until) == (linked.read_at, linked.covers_until)
    assert titles(store) == ["Holiday"]
    assert calendars_to_read(store, NOW) == (), "its trouble is known"
    practice = load_practice(store)
    assert triage(an_inquiry(), practice, TODAY).availability == {EVENT_DAY: Availability.BUSY}
    other = triage(
        replace(an_inquiry(), event=replace(an_inquiry().event, dates=(date(2027, 9, 21),))), practice, TODAY
    )
    assert other.days[0].because == "your calendar “home” could not be read"
    aside.rename(path)
    assert calendars_to_read(store, NOW) == (lost,)
    assert read_again(store, lost).trouble == ""


def test_a_file_that_breaks_keeps_what_was_known(store: Store, path: Path) -> None:
    linked = linked_and_read(store, path)
    whole = path.read_bytes()
    path.write_text("no calendar at all")
    broken = read_again(store, linked)
    assert broken.trouble == "There is no calendar in this file. Export the calendar again, as an .ics file."
    assert titles(store) == ["Holiday"]
    assert calendars_to_read(store, NOW) == (), "reading it once more would not help"
    path.write_bytes(whole)
    assert calendars_to_read(store, NOW) == (broken,)
    mended = read_again(store, broken)
    assert (mended.trouble, titles(store)) == ("", ["Holiday"])


def test_notes_on_single_events_stay_with_the_calendar(store: Store, path: Path) -> None:
    path.write_text("BEGIN:VEVENT\nSUMMARY:Odd\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Fine\nDTSTART:20270604\nEND:VEVENT")
    linked_and_read(store, path)
    (kept,) = linked_calendars.every(store)
    assert kept.notes == ("“Odd” cannot be read and is left out.",)
    assert kept.trouble == ""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the super-user may read every file")
def test_a_file_that_may_not_be_read(store: Store, path: Path) -> None:
    linked = link_calendar(store, path)
    path.chmod(0)
    assert "may not read this file" in read_again(store, linked).trouble


def test_a_folder_is_no_calendar(store: Store, tmp_path: Path) -> None:
    assert "cannot be read just now" in linked_and_read(store, tmp_path).trouble


def test_cancelled_reading_changes_nothing(store: Store, path: Path) -> None:
    linked = link_calendar(store, path)
    path.write_bytes(path.read_bytes() * 4000)
    assert read_file(linked, "", TODAY, lambda: True) is None


def test_unlinked_and_put_back(store: Store, path: Path) -> None:
    linked = linked_and_read(store, path)
    removed = unlink(store, linked.id or 0)
    assert (titles(store), linked_calendars.every(store)) == ([], ())
    with pytest.raises(NotFound):
        reread(store, FileRead(linked.id or 0, "x"), NOW)
    assert linked_calendars.put_back(store, removed) == linked
    assert titles(store) == ["Holiday"]
