"""Several letters in one print job: what is printed counts as sent, what is blocked stays and says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from fitdesk.domain.letter import LetterStatus
from fitdesk.letters.paper.envelope import EnvelopeSize
from fitdesk.letters.paper.labels import LabelSheet
from fitdesk.store import letters
from fitdesk.store.letters import LetterQuery, Shelf
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.letters import out
from fitdesk.ui.letters.batch_window import BatchWindow
from fitdesk.ui.letters.pictures import page_pictures
from fitdesk.workflows import demo, print_job
from fitdesk.workflows.print_job import leaving
from read_pdf import pages

SET_MS = 30_000


@pytest.fixture
def window(qtbot: QtBot, store: Store, clock: Clock, now: datetime) -> BatchWindow:
    demo.fill(store, now.date())
    made = BatchWindow(store, clock, letters.lines(store, LetterQuery(shelf=Shelf.DRAFTS)))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made._job is not None, timeout=SET_MS)
    return made


def redone(qtbot: QtBot, window: BatchWindow) -> None:
    window._rest.stop()
    window._set()
    qtbot.waitUntil(lambda: window._job is not None, timeout=SET_MS)


def test_a_job_that_is_cancelled_sends_nothing(
    window: BatchWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(out, "print_parts", lambda *_args: False)
    window.print_button.click()
    assert letters.lines(store, LetterQuery(shelf=Shelf.SENT)) == []
    assert window.isVisible()


def test_what_was_printed_counts_as_sent_and_what_is_blocked_stays(
    qtbot: QtBot, window: BatchWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window._job is not None
    ready = {letter.id for letter in window._job.ready}
    blocked = set(window.chosen()) - ready
    assert ready
    assert len(window._job.refused) == len(blocked)
    monkeypatch.setattr(out, "print_parts", lambda *_args: True)
    with qtbot.waitSignal(window.printed):
        window.print_button.click()
    for number in ready:
        kept = letters.get(store, number or 0)
        assert kept.status is LetterStatus.SENT or kept.kind.value == "call_card"
    for number in blocked:
        assert letters.get(store, number).status is LetterStatus.DRAFT


def test_one_file_holds_letters_and_envelopes_and_a_full_disk_records_nothing(
    qtbot: QtBot, window: BatchWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.paper.envelopes.setCurrentIndex(window.paper.envelopes.findData(EnvelopeSize.DL.value))
    redone(qtbot, window)
    assert window._job is not None
    many = sum(pages(part) for part in window._job.parts)
    assert many > len(window._job.ready), "envelopes too"
    monkeypatch.setattr(out, "ask_where", lambda *_args, **_names: tmp_path / "missing" / "all.pdf")
    window.save_button.click()
    assert "another place" in window.message.text()
    assert letters.lines(store, LetterQuery(shelf=Shelf.SENT)) == []
    monkeypatch.setattr(out, "ask_where", lambda *_args, **_names: tmp_path / "all.pdf")
    window.save_button.click()
    assert pages((tmp_path / "all.pdf").read_bytes()) == many


def test_nothing_ticked_means_nothing_to_print(qtbot: QtBot, window: BatchWindow) -> None:
    for box in window.boxes.values():
        box.setChecked(False)
    redone(qtbot, window)
    assert not window.print_button.isEnabled()


def test_a_sheet_of_labels_offers_its_own_places(window: BatchWindow) -> None:
    assert not window.paper.first.isVisible()
    window.paper.labels.setCurrentIndex(window.paper.labels.findData(LabelSheet.L7163.value))
    window.paper.labels.activated.emit(2)
    assert window.paper.first.count() == 14
    window.paper.first.setCurrentIndex(13)
    window.paper.labels.setCurrentIndex(window.paper.labels.findData(LabelSheet.US5160.value))
    window.paper.labels.activated.emit(3)
    assert (window.paper.first.count(), window.paper.wish().first_label) == (30, 14)


def test_only_envelopes_leave_the_drafts_as_they_are(
    qtbot: QtBot, window: BatchWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.paper.envelopes.setCurrentIndex(window.paper.envelopes.findData(EnvelopeSize.DL.value))
    window.paper.letters.setChecked(False)
    redone(qtbot, window)
    assert "count as sent" not in window.count.text()
    monkeypatch.setattr(out, "print_parts", lambda *_args: True)
    window.print_button.click()
    assert letters.lines(store, LetterQuery(shelf=Shelf.SENT)) == []


def test_a_sent_letter_is_printed_from_its_kept_bytes_and_a_void_one_is_named_so(
    qtbot: QtBot, window: BatchWindow, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(out, "print_parts", lambda *_args: True)
    with qtbot.waitSignal(window.printed):
        window.print_button.click()
    sent = letters.lines(store, LetterQuery(shelf=Shelf.SENT))
    letters.void(store, sent[0].id, "The day was called off", clock.now())
    again = BatchWindow(store, clock, letters.lines(store, LetterQuery()))
    qtbot.addWidget(again)
    again.none.click()
    for line in sent:
        again.boxes[line.id].setChecked(True)
    redone(qtbot, again)
    assert again._job is not None
    assert again._job.parts == tuple(letters.get(store, line.id).pdf for line in sent)
    assert "void" in again.boxes[sent[0].id].text()


def test_a_tick_taken_away_sets_nothing_anew(
    qtbot: QtBot, window: BatchWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window._job is not None
    before = window._job
    monkeypatch.setattr(print_job, "ready_to_leave", lambda _letter: pytest.fail("set again"))
    boxes = dict(window.boxes)
    for number in [one for one in window.chosen() if one not in {letter.id for letter in before.ready}]:
        boxes[number].setChecked(False)
    boxes[before.ready[0].id or 0].setChecked(False)
    redone(qtbot, window)
    assert window._job.parts == before.parts[1:]


def test_a_file_that_stood_there_survives_a_full_disk(
    window: BatchWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "all.pdf"
    place.write_bytes(b"what was there")
    monkeypatch.setattr(out, "ask_where", lambda *_args, **_names: place)

    def full(path: Path, _data: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    window.save_button.click()
    assert "No space left" in window.message.text()
    assert [one.name for one in tmp_path.iterdir()] == ["all.pdf"]
    assert place.read_bytes() == b"what was there"
    assert letters.lines(store, LetterQuery(shelf=Shelf.SENT)) == []


def test_a_printer_that_takes_nothing_sends_nothing(
    window: BatchWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_parent: object, _parts: object, _title: str) -> bool:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
        return out.draw_pages(printer, [QImage(50, 70, QImage.Format.Format_RGB32)])

    monkeypatch.setattr(out, "print_parts", broken)
    window.print_button.click()
    assert "took nothing" in window.message.text()
    assert letters.lines(store, LetterQuery(shelf=Shelf.SENT)) == []


def test_printing_is_cancelled_between_two_pages(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page = QImage(50, 70, QImage.Format.Format_RGB32)
    assert out.draw_pages(printer, [page, page])
    assert not out.draw_pages(printer, [page, None, page])


def test_two_hundred_letters_at_most_are_offered(qtbot: QtBot, window: BatchWindow, store: Store, clock: Clock) -> None:
    line = letters.lines(store, LetterQuery())[0]
    many = BatchWindow(store, clock, [replace(line, id=number, status=LetterStatus.SENT) for number in range(1, 500)])
    qtbot.addWidget(many)
    assert len(many.boxes) == 200
    assert many.chosen() == []


class AcceptedDialog:
    """A print dialog in which somebody chose a PDF file as the printer."""

    DialogCode = QPrintDialog.DialogCode
    place = ""

    def __init__(self, printer: QPrinter, _parent: object) -> None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(self.place)

    def exec(self) -> QPrintDialog.DialogCode:
        return self.DialogCode.Accepted


def test_a_job_reaches_the_printer_page_by_page_each_on_its_own_paper(
    qtbot: QtBot, window: BatchWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.paper.envelopes.setCurrentIndex(window.paper.envelopes.findData(EnvelopeSize.DL.value))
    redone(qtbot, window)
    assert window._job is not None
    expected = sum(pages(part) for part in window._job.parts)
    monkeypatch.setattr(AcceptedDialog, "place", str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(out, "QPrintDialog", AcceptedDialog)
    drafts = sum(letter.status is LetterStatus.DRAFT for letter in window._job.ready)
    with qtbot.waitSignal(window.printed, timeout=SET_MS) as told:
        window.print_button.click()
    assert told.args == [drafts]
    printed = page_pictures((tmp_path / "printed.pdf").read_bytes(), 20)
    assert len(printed) == expected
    assert printed[0].height() > printed[0].width()
    assert printed[-1].width() > printed[-1].height(), "an envelope lies crosswise"
    assert not window.isVisible()


def test_a_tick_or_a_resize_while_it_prints_does_not_lose_what_was_printed(
    qtbot: QtBot, window: BatchWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window._job is not None
    ready = {letter.id for letter in leaving(window._job)}

    def busy(*_args: object) -> bool:
        window.none.click()
        window._set()
        window.reject()
        return True

    monkeypatch.setattr(out, "print_parts", busy)
    with qtbot.waitSignal(window.printed, timeout=SET_MS):
        window.print_button.click()
    assert {line.id for line in letters.lines(store, LetterQuery(shelf=Shelf.SENT))} == ready
