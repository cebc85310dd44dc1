"""How requests come in: pasted, read, corrected and kept; what cannot be read; what was half typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from build import an_inquiry, an_offering, an_owner
from fitdesk.domain.inquiry import Channel, Inquiry
from fitdesk.intake.draft import Draft, DraftKind, Source
from fitdesk.intake.errors import ReadError
from fitdesk.store import drafts, inquiries, offerings, owner
from fitdesk.store.inquiries import InquiryQuery
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.inquiries import file_batch
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.page import InquiriesPage
from hands import CTRL, Key, click, press, write
from inquiries_scene import inquiries_pages

REQUEST = """Dear Jo Hale,

I am Head of Learning at Northbridge Trust. Would you give a keynote of 60 minutes on 16 September 2027 in Bristol
for 300 managers, on decisions with incomplete information? We have set aside £7,500 for the fee.

Kind regards
Alex Moor
alex@northbridge.example
"""


@pytest.fixture
def make_page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> Iterator[Callable[[], InquiriesPage]]:
    owner.save(store, an_owner())
    offerings.save(store, an_offering(id=None))
    with inquiries_pages(qtbot, store, changes, clock) as open_page:
        yield open_page


@pytest.fixture
def page(make_page: Callable[[], InquiriesPage]) -> InquiriesPage:
    return make_page()


def reads_as(monkeypatch: pytest.MonkeyPatch, found: Draft | str) -> None:
    """The reader answers ``found`` (a sentence: it fails with it), whatever it is given."""

    def read(data: bytes, name: str, *, received: datetime | None = None) -> Draft:
        if isinstance(found, str):
            raise ReadError(found)
        return found

    monkeypatch.setattr(file_batch, "read_safely", read)


def a_draft(text: str = REQUEST) -> Draft:
    def place(words: str) -> tuple[Source, ...]:
        return (Source(text.index(words), text.index(words) + len(words)),)

    sources = {
        "contact.name": place("Alex Moor"),
        "event.dates": place("16 September 2027"),
        "budget.min": place("£7,500"),
    }
    return Draft(DraftKind.INQUIRY, an_inquiry(text=text, received=None, subject=""), sources)


def paste(qtbot: QtBot, page: InquiriesPage, text: str = REQUEST) -> None:
    page.begin_paste()
    page.capture.edit.setPlainText(text)
    click(page.capture.read)
    qtbot.waitUntil(lambda: page.capture.read.isEnabled() or page.stack.currentWidget() is page.editor, timeout=12_000)


def append(field: QWidget, text: str) -> None:
    press(field, Key.Key_End)
    write(field, text)


def only_id(store: Store) -> int:
    (number,) = inquiries.ids(store, InquiryQuery())
    return number


def test_a_pasted_request_is_read_in_the_worker_kept_and_judged(
    qtbot: QtBot, store: Store, page: InquiriesPage
) -> None:
    paste(qtbot, page)
    form = page.editor.form
    assert page.stack.currentWidget() is page.editor
    assert form.field("contact.name").value() == "Alex Moor"
    assert form.field("event.dates").value() == ("16 September 2027",)
    assert form.field("event.audience").value() == (300, 300)
    form.field("contact.role").set_value("Head of Learning")
    click(page.editor.keep_button)
    assert page.stack.currentWidget() is page.browse
    qtbot.waitUntil(lambda: page.detail.triage() is not None, timeout=8000)
    assert page.detail.head.verdict.verdict() is not None
    assert page.detail.facts.texts()["Date"] == "16 September"
    number = only_id(store)
    assert inquiries.original(store, number) == ("pasted.txt", REQUEST.encode())
    assert inquiries.get(store, number).contact.role == "Head of Learning"
    assert drafts.find(store, "inquiry/new") is None
    assert drafts.find(store, "inquiry/paste") is None


def test_a_paste_that_was_kept_is_not_offered_again_a_second_later(
    qtbot: QtBot, store: Store, page: InquiriesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads_as(monkeypatch, a_draft())
    paste(qtbot, page)
    page.editor.keep()
    with qtbot.assertNotEmitted(page.capture.settled, wait=1200):
        assert drafts.find(store, "inquiry/paste") is None
    page.begin_paste()
    assert page.capture.text() == ""


def test_words_light_up_where_a_value_was_read(
    qtbot: QtBot, page: InquiriesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads_as(monkeypatch, a_draft())
    paste(qtbot, page)
    editor = page.editor
    editor.form.hovered.emit("event.dates")
    assert editor.original.lit() == ("16 September 2027",)
    editor.form.hovered.emit("budget.range")
    assert editor.original.lit() == ("£7,500",)
    editor.form.hovered.emit("event.city")
    assert editor.original.lit() == ()
    editor.form.go_to("contact.name")
    editor.form.field("contact.role").targets()[0].setFocus()
    editor.form.field("contact.name").targets()[0].setFocus()
    assert editor.original.lit() == ("Alex Moor",)


def test_what_is_no_request_says_so_and_can_be_kept_anyway(
    qtbot: QtBot, store: Store, page: InquiriesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads_as(monkeypatch, Draft(DraftKind.NOT_INQUIRY, Inquiry(text="Buy our pens"), warnings=("It is a newsletter.",)))
    paste(qtbot, page, "Buy our pens")
    assert page.capture.problem.text() == "This does not look like a booking request. It is a newsletter."
    assert page.capture.text() == "Buy our pens"
    click(page.capture.anyway)
    assert page.stack.currentWidget() is page.editor
    page.editor.keep()
    assert inquiries.get(store, only_id(store)).text == "Buy our pens"


def test_a_failure_keeps_the_text_and_says_what_to_do(
    qtbot: QtBot, store: Store, page: InquiriesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads_as(monkeypatch, "This message is too large. Paste a part of it.")
    paste(qtbot, page, "A very long story")
    assert page.capture.problem.text() == "This message is too large. Paste a part of it."
    assert page.capture.text() == "A very long story"
    click(page.capture.anyway)
    page.editor.keep()
    number = only_id(store)
    assert inquiries.get(store, number).text == "A very long story"
    assert inquiries.original(store, number) == ("pasted.txt", b"A very long story")


def test_reading_can_be_cancelled(qtbot: QtBot, page: InquiriesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    reads_as(monkeypatch, a_draft())
    page.begin_paste()
    page.capture.edit.setPlainText(REQUEST)
    click(page.capture.read)
    assert not page.capture.read.isEnabled()
    page.capture.cancelled.emit()
    assert page.capture.read.isEnabled()
    QThreadPool.globalInstance().waitForDone(5000)
    QApplication.processEvents()
    assert page.stack.currentWidget() is page.capture
    assert page.capture.text() == REQUEST


def test_a_phone_call_is_an_empty_form_with_room_for_what_was_said(
    qtbot: QtBot, store: Store, page: InquiriesPage
) -> None:
    page.arrivals.call()
    editor = page.editor
    write(editor.form.field("contact.name").targets()[0], "Ruth Adler")
    editor.original.edit.setPlainText("Wants a talk in May, will call again")
    press(editor, Key.Key_Return, CTRL)
    kept = inquiries.get(store, only_id(store))
    assert (kept.contact.name, kept.channel) == ("Ruth Adler", Channel.PHONE)
    assert kept.text == "Wants a talk in May, will call again"


def test_a_bad_date_is_told_beside_the_field_and_nothing_is_lost(
    qtbot: QtBot, store: Store, make_page: Callable[[], InquiriesPage]
) -> None:
    number = inquiries.save(store, an_inquiry()).id
    assert number is not None
    page = make_page()
    page.open_inquiry(number)
    qtbot.waitUntil(lambda: page.detail.triage() is not None, timeout=8000)
    page.decisions.act(Act.EDIT)
    form = page.editor.form
    append(form.field("contact.role").targets()[0], "!")
    days = form.field("event.dates").targets()[0]
    days.setFocus()
    write(days, "32 Octember")
    page.editor.keep()
    assert page.stack.currentWidget() is page.editor
    assert form.row("event.dates").shown_error == "There is no such day: check day and month"
    assert form.field("contact.role").value() == "Head of Learning!"
    assert inquiries.get(store, number).contact.role == "Head of Learning"
    press(days, Key.Key_A, CTRL)
    write(days, "17 September 2027")
    page.editor.keep()
    kept = inquiries.get(store, number)
    assert kept.contact.role == "Head of Learning!"
    assert kept.event.dates == (date(2027, 9, 16), date(2027, 9, 17))


def test_half_typed_corrections_are_offered_again(
    qtbot: QtBot, store: Store, make_page: Callable[[], InquiriesPage]
) -> None:
    number = inquiries.save(store, an_inquiry()).id
    assert number is not None
    first = make_page()
    first.editing.begin(inquiries.get(store, number))
    append(first.editor.form.field("event.name").targets()[0], " 2027")
    first.editor.flush()
    again = make_page()
    again.editing.begin(inquiries.get(store, number))
    assert again.editor.waiting.isVisible()
    assert again.editor.form.field("event.name").value() == "Better Decisions Day"
    click(again.editor.waiting.go_on)
    assert again.editor.form.field("event.name").value() == "Better Decisions Day 2027"
    again.editing.begin(inquiries.get(store, number))
    click(again.editor.waiting.discard)
    assert again.editor.form.field("event.name").value() == "Better Decisions Day"
    assert drafts.find(store, f"inquiry/{number}") is None


def test_a_request_that_was_never_kept_is_offered_again(
    qtbot: QtBot, store: Store, make_page: Callable[[], InquiriesPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    reads_as(monkeypatch, a_draft())
    first = make_page()
    paste(qtbot, first)
    append(first.editor.form.field("contact.name").targets()[0], " Jr")
    first.editor.flush()
    again = make_page()
    assert again.unsaved.isVisible()
    click(again.unsaved.go_on)
    qtbot.waitUntil(lambda: again.stack.currentWidget() is again.editor, timeout=8000)
    assert again.editor.form.field("contact.name").value() == "Alex Moor Jr"
    again.editor.form.hovered.emit("event.dates")
    assert again.editor.original.lit() == ("16 September 2027",)
    again.editor.keep()
    assert inquiries.get(store, only_id(store)).contact.name == "Alex Moor Jr"


def test_cancel_does_not_keep_but_can_be_undone(
    qtbot: QtBot, store: Store, page: InquiriesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads_as(monkeypatch, a_draft())
    paste(qtbot, page)
    notices: list[tuple[str, Callable[[], object]]] = []
    page.notice.connect(lambda text, undo: notices.append((text, undo)))
    press(page.editor, Key.Key_Escape)
    assert page.stack.currentWidget() is page.browse
    assert inquiries.ids(store, InquiryQuery()) == []
    text, undo = notices[-1]
    assert text == "Not kept."
    undo()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.editor, timeout=8000)


def test_several_files_are_kept_at_once_and_the_rest_is_named(
    qtbot: QtBot, store: Store, page: InquiriesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(data: bytes, name: str, *, received: datetime | None = None) -> Draft:
        if name == "bad.eml":
            return Draft(DraftKind.NOT_INQUIRY, Inquiry())
        return Draft(DraftKind.INQUIRY, an_inquiry(subject=name))

    monkeypatch.setattr(file_batch, "read_safely", read)
    paths = [tmp_path / name for name in ("one.eml", "two.eml", "bad.eml")]
    for path in paths:
        path.write_bytes(path.name.encode())
    notices: list[tuple[str, Callable[[], object]]] = []
    page.notice.connect(lambda text, undo: notices.append((text, undo)))
    page.read_files([*paths, tmp_path / "gone.eml"])
    qtbot.waitUntil(lambda: bool(notices), timeout=8000)
    assert notices[0][0].startswith("2 requests kept. 2 files are not booking requests: bad.eml, gone.eml.")
    assert len(inquiries.ids(store, InquiryQuery())) == 2
    notices[0][1]()
    assert inquiries.ids(store, InquiryQuery()) == []


def test_a_dropped_mail_goes_to_the_form(
    qtbot: QtBot, store: Store, page: InquiriesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads_as(monkeypatch, a_draft())
    mail = tmp_path / "request.eml"
    mail.write_bytes(b"From: alex@northbridge.example\n\nHello")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(mail))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, buttons, keys))
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.editor, timeout=8000)
    page.editor.keep()
    assert inquiries.original(store, only_id(store)) == ("request.eml", mail.read_bytes())


def test_pasting_on_the_page_reads_the_clipboard(
    qtbot: QtBot, page: InquiriesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads_as(monkeypatch, a_draft())
    QApplication.clipboard().setText(REQUEST)
    page.pane.list.setFocus()
    press(page.pane.list, Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.editor, timeout=8000)
    assert page.editor.form.field("contact.name").value() == "Alex Moor"
