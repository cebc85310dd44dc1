"""The Letters page: drafts and sent letters are listed, found, gone on with, copied, trashed and brought back."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from fitdesk.domain.letter import LetterStatus, Sending
from fitdesk.store import letters
from fitdesk.store.letters import LetterQuery, Shelf
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.letters import out
from fitdesk.ui.letters.batch_window import BatchWindow
from fitdesk.ui.letters.letter_window import LetterWindow
from fitdesk.ui.letters.page import LettersPage
from fitdesk.ui.letters.pictures import page_pictures
from fitdesk.ui.letters.ways import Way
from fitdesk.workflows import demo
from fitdesk.workflows.send import prepare_letter, send_letter

DRAW_MS = 15_000


@pytest.fixture
def practice(store: Store, now: datetime) -> Store:
    """The demo practice with two of its drafts, one of them sent."""
    demo.fill(store, now.date())
    with store.transaction():
        store.run("DELETE FROM letters WHERE kind <> 'referral'")
    line = letters.lines(store, LetterQuery(shelf=Shelf.DRAFTS))[0]
    ready = prepare_letter(store, letters.get(store, line.id), now.date(), "tried on the phone")
    send_letter(store, ready, Sending.PDF, now)
    return store


@pytest.fixture
def page(qtbot: QtBot, practice: Store, changes: Changes, clock: Clock) -> LettersPage:
    made = LettersPage(practice, changes, clock)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    qtbot.waitExposed(made)
    return made


def tab(page: LettersPage, place: int) -> None:
    page.filters.shelves.button(place).click()


def shown(page: LettersPage) -> list[str]:
    return [str(page.rows.index(row).data()) for row in range(page.rows.rowCount())]


def test_drafts_and_sent_letters_are_told_apart(page: LettersPage) -> None:
    assert len(shown(page)) == 2
    tab(page, 1)
    assert len(shown(page)) == 1
    assert page.view.go_on.isVisible()
    tab(page, 2)
    assert len(shown(page)) == 1
    assert not page.view.go_on.isVisible()
    assert page.view.ways[Way.PRINT].isVisible()


def test_searching_finds_by_name_and_says_when_nothing_is_found(qtbot: QtBot, page: LettersPage) -> None:
    who = shown(page)[0].split(",")[0]
    qtbot.keyClicks(page.search, who)
    qtbot.waitUntil(lambda: len(shown(page)) == 1)
    qtbot.keyClicks(page.search, " zzz")
    qtbot.waitUntil(lambda: shown(page) == [])
    assert page.empty.isVisible()
    assert "Nothing found" in page.empty.title.text()


def test_a_draft_goes_to_the_trash_and_comes_back(page: LettersPage) -> None:
    tab(page, 1)
    notices: list[object] = []
    page.notice.connect(lambda _text, undo: notices.append(undo))
    page.view.trash.click()
    page.refresh()
    assert shown(page) == []
    tab(page, 4)
    assert len(shown(page)) == 1
    page.view.restore.click()
    tab(page, 1)
    page.refresh()
    assert len(shown(page)) == 1
    assert callable(notices[0])


def test_a_sent_letter_is_shown_from_its_kept_bytes(qtbot: QtBot, page: LettersPage, practice: Store) -> None:
    tab(page, 2)
    letter = page.view.letter()
    assert letter is not None
    assert letter.status is LetterStatus.SENT
    assert letter.pdf is not None
    pictures = page_pictures(letter.pdf, 50)
    assert len(pictures) == 1
    assert (pictures[0].width(), pictures[0].height()) == pytest.approx((413, 585), abs=2)


def test_a_copy_of_a_sent_letter_is_a_draft_with_the_same_words(page: LettersPage, practice: Store) -> None:
    tab(page, 2)
    sent = page.view.letter()
    page.view.copy.click()
    copy = page.view.letter()
    assert sent is not None
    assert copy is not None
    assert copy.status is LetterStatus.DRAFT
    assert copy.id != sent.id
    assert copy.text == sent.text


def test_enter_goes_on_with_a_draft(qtbot: QtBot, page: LettersPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[LetterWindow] = []
    monkeypatch.setattr(LetterWindow, "open", lambda window: opened.append(window))
    tab(page, 1)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert len(opened) == 1
    assert opened[0].words.editor.text().body
    opened[0].deleteLater()


def test_a_page_is_printed_at_its_true_size(page: LettersPage, tmp_path: object, qtbot: QtBot) -> None:
    tab(page, 2)
    letter = page.view.letter()
    assert letter is not None
    assert letter.pdf is not None
    pictures = page_pictures(letter.pdf, 150)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(f"{tmp_path}/printed.pdf")
    printer.setFullPage(True)
    out.draw_pages(printer, pictures)
    with open(f"{tmp_path}/printed.pdf", "rb") as printed:  # noqa: PTH123
        again = page_pictures(printed.read(), 150)
    ink = [(bounds(one), bounds(two)) for one, two in zip(pictures, again, strict=True)]
    for one, two in ink:
        assert one == pytest.approx(two, abs=3)


def bounds(picture: QImage) -> tuple[int, int]:
    """Left and top of the first dark dot, in dots."""
    dark = [
        (x, y)
        for y in range(0, picture.height(), 2)
        for x in range(0, picture.width(), 2)
        if picture.pixelColor(x, y).lightness() < 100
    ]
    return min(x for x, _y in dark), min(y for _x, y in dark)


def test_file_names_are_safe_everywhere() -> None:
    assert out.file_name_for("Ms A/B: <C>", 'Your "day"?') == "Letter to Ms A B C - Your day"
    assert out.file_name_for("", "") == "Letter to"
    long = out.file_name_for("Dr Maximiliane von Hohenstein", "Your request for a keynote in Manchester on trust")
    assert long == "Letter to Dr Maximiliane von Hohenstein - Your request for a keynote in"


def test_closing_the_window_says_where_the_draft_is(
    qtbot: QtBot, page: LettersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LetterWindow, "open", lambda _window: None)
    said: list[str] = []
    page.notice.connect(lambda text, _undo: said.append(text))
    tab(page, 1)
    letter = page.view.letter()
    assert letter is not None
    window = page.begin_letter(letter.kind, letter.inquiry_id)
    assert window is not None
    qtbot.addWidget(window)
    window.reject()
    assert said == ["The letter waits under Letters, as a draft."]


def test_a_sent_letter_is_declared_void_with_a_reason_and_stays(page: LettersPage, practice: Store) -> None:
    tab(page, 2)
    assert len(shown(page)) == 1
    page.view.void.button.click()
    assert not page.view.void.confirm.isEnabled(), "no reason yet"
    page.view.void.reason.setText("The client called the day off")
    page.view.void.confirm.click()
    page.refresh()
    assert shown(page) == []
    tab(page, 3)
    assert len(shown(page)) == 1
    assert "The client called the day off" in page.view.note.text()
    assert not page.view.void.button.isVisible()
    letter = page.view.letter()
    assert letter is not None
    assert letter.pdf == letters.get(practice, letter.id or 0).pdf is not None


def test_the_list_is_narrowed_by_kind_and_language(page: LettersPage) -> None:
    whole = len(shown(page))
    page.filters.kind.setCurrentIndex(page.filters.kind.findData("consent"))
    page.filters.kind.activated.emit(0)
    assert shown(page) == []
    assert page.empty.isVisible()
    page.filters.clear()
    page.filters.language.setCurrentIndex(page.filters.language.findData("en"))
    page.filters.language.activated.emit(0)
    assert len(shown(page)) == whole


def test_the_focus_stays_on_the_page_when_a_button_goes(page: LettersPage) -> None:
    tab(page, 1)
    page.view.trash.setFocus()
    page.view.trash.click()
    assert page.focusWidget() is page.list
    tab(page, 2)
    page.view.void.button.click()
    page.view.void.reason.setText("The client called the day off")
    page.view.void.confirm.click()
    assert page.focusWidget() is page.list


def test_an_empty_shelf_says_what_it_is_for(page: LettersPage) -> None:
    assert page.several.isVisible()
    tab(page, 4)
    assert "trash" in page.empty.title.text()
    assert not page.several.isVisible(), "nothing to print"
    tab(page, 3)
    assert "void" in page.empty.title.text()


def test_another_letter_begins_at_its_top_and_the_old_page_is_dimmed(qtbot: QtBot, page: LettersPage) -> None:
    qtbot.waitUntil(lambda: bool(page.view.preview._sheet._pictures), timeout=DRAW_MS)
    bar = page.view.preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    other = next(number for number in page._lines if number != page.list.chosen_id())
    page.list.choose(other)
    assert bar.value() == 0
    assert page.view.preview._sheet._dimmed
    qtbot.waitUntil(lambda: not page.view.preview._sheet._dimmed, timeout=DRAW_MS)


def test_the_window_for_several_letters_is_gone_once_it_is_closed(qtbot: QtBot, page: LettersPage) -> None:
    with qtbot.waitSignal(page.print_several().destroyed, timeout=DRAW_MS) as _gone:
        for window in page.window().findChildren(BatchWindow):
            window.reject()
