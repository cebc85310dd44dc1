"""Long lists: lines fetched as they come into view, one row chosen, everything by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from fitdesk.domain.assessment import Verdict
from fitdesk.domain.ranges import Range
from fitdesk.ui.colours import LIGHT
from fitdesk.ui.table import ID_ROLE, PAGE, LazyRows, RowList
from fitdesk.ui.widgets.row_delegate import ROW_ROLE, Row, RowDelegate, one_line, row_height
from hands import Key, click, double_click, press, write


@dataclass
class Line:
    id: int
    name: str


class Source:
    """Hands out lines and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []
        self.gone: set[int] = set()

    def fetch(self, ids: Sequence[int]) -> list[Line]:
        self.asked.append(ids)
        return [Line(number, f"Line {number}") for number in ids if number not in self.gone]


def describe(line: Line) -> Row:
    return Row(line.name, "somewhere", Verdict.ASK, Range(58, 71))


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def rows(source: Source, qtbot: QtBot) -> LazyRows[Line]:
    return LazyRows(source.fetch, describe)


@pytest.fixture
def shown(rows: LazyRows[Line], qtbot: QtBot) -> RowList:
    view = RowList(rows)
    qtbot.addWidget(view)
    view.resize(360, 600)
    view.show()
    return view


def test_only_what_is_seen_is_fetched(source: Source, rows: LazyRows[Line], shown: RowList) -> None:
    shown.show_ids(range(100_000))
    shown.grab()
    assert rows.rowCount() == 100_000
    assert [len(ids) for ids in source.asked] == [PAGE]
    shown.scrollToBottom()
    shown.grab()
    assert len(source.asked) == 2
    assert source.asked[1][-1] == 99_999


def test_a_page_is_fetched_once(source: Source, rows: LazyRows[Line]) -> None:
    rows.set_ids([7, 8, 9])
    for row in (0, 1, 2, 0):
        assert rows.line_at(row) == Line(7 + row, f"Line {7 + row}")
    assert len(source.asked) == 1
    rows.forget()
    rows.line_at(0)
    assert len(source.asked) == 2


def test_memory_stays_bounded_while_scrolling(source: Source, rows: LazyRows[Line]) -> None:
    rows.set_ids(range(100_000))
    for row in range(0, 100_000, PAGE):
        rows.line_at(row)
    assert len(rows._pages) <= 12


def test_a_line_that_is_gone_leaves_an_empty_row(source: Source, rows: LazyRows[Line], shown: RowList) -> None:
    source.gone = {8}
    shown.show_ids([7, 8, 9])
    assert rows.index(1).data(ROW_ROLE) is None
    assert rows.index(2).data() == "Line 9"
    shown.grab()


def test_roles(rows: LazyRows[Line]) -> None:
    rows.set_ids([7])
    index = rows.index(0)
    assert index.data(ID_ROLE) == 7
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Line 7, somewhere, Ask first, fit 58–71 of 100"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_the_chosen_record_stays_chosen_when_the_order_changes(shown: RowList, qtbot: QtBot) -> None:
    shown.show_ids([1, 2, 3])
    shown.choose(2)
    with qtbot.assertNotEmitted(shown.chosen):
        shown.show_ids([3, 2, 1, 0])
    assert shown.chosen_id() == 2
    with qtbot.waitSignal(shown.chosen) as told:
        shown.show_ids([3, 1])
    assert told.args == [None]


def test_arrows_choose_and_enter_opens(shown: RowList, qtbot: QtBot) -> None:
    shown.show_ids([4, 5, 6])
    shown.choose_first()
    with qtbot.waitSignal(shown.chosen) as told:
        press(shown, Qt.Key.Key_Down)
    assert told.args == [5]
    with qtbot.waitSignal(shown.opened) as opened:
        press(shown, Qt.Key.Key_Return)
    assert opened.args == [5]


def test_a_click_chooses_and_a_double_click_opens(shown: RowList, rows: LazyRows[Line], qtbot: QtBot) -> None:
    shown.show_ids([4, 5, 6])
    middle = shown.visualRect(rows.index(2)).center()
    with qtbot.waitSignal(shown.chosen) as told:
        click(shown.viewport(), middle)
    assert told.args == [6]
    with qtbot.waitSignal(shown.opened) as opened:
        double_click(shown.viewport(), middle)
    assert opened.args == [6]


def test_choosing_what_is_not_there(shown: RowList) -> None:
    shown.show_ids([4])
    assert shown.choose(9) is False
    assert shown.chosen_id() is None


def test_rows_are_between_56_and_64_pixels_high(shown: RowList) -> None:
    assert 56 <= row_height(shown.font()) <= 64
    assert row_height(shown.font()) % 4 == 0


def paint(row: Row, *, selected: bool = False, width: int = 340) -> QImage:
    """The row as the delegate paints it on a white ground."""

    class One(LazyRows[Line]):
        pass

    model: One = One(lambda _ids: [Line(1, "")], lambda _line: row)
    model.set_ids([1])
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, 60)
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    image = QImage(width, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.window))
    painter = QPainter(image)
    RowDelegate().paint(painter, option, model.index(0))
    painter.end()
    return image


def colours_in(image: QImage, rect: QRect) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    }


def test_the_bar_shows_the_stretch_from_low_to_high(qtbot: QtBot) -> None:
    image = paint(Row("A", "b", Verdict.DECLINE, Range(0, 50)))
    # The bar is 64 px wide and ends 20 px before the right edge: 256 to 320.
    assert LIGHT.decline in colours_in(image, QRect(262, 30, 20, 30))
    assert LIGHT.decline not in colours_in(image, QRect(296, 30, 20, 30))
    assert LIGHT.track in colours_in(image, QRect(296, 30, 20, 30))


def test_a_selected_row_is_tinted_with_rounded_corners(qtbot: QtBot) -> None:
    image = paint(Row("A"), selected=True)
    assert image.pixelColor(160, 6).name() == LIGHT.selected
    assert image.pixelColor(8, 2).name() == LIGHT.window


def test_a_long_title_does_not_run_into_the_verdict(qtbot: QtBot) -> None:
    short, long = paint(Row("", "", Verdict.ASK)), paint(Row("W" * 400, "", Verdict.ASK))
    right = QRect(245, 0, 95, 30)
    assert short.copy(right) == long.copy(right)
    assert colours_in(long, QRect(20, 0, 100, 30)) != colours_in(short, QRect(20, 0, 100, 30))


def test_a_strangers_text_stays_one_short_line() -> None:
    assert one_line("a\n b\t\x0bc") == "a b c"
    assert len(one_line("x" * 500_000)) == 300


def test_home_and_end_go_to_the_first_and_the_last(shown: RowList) -> None:
    shown.show_ids(range(100_000))
    shown.choose(500)
    press(shown, Key.Key_End)
    assert shown.chosen_id() == 99_999
    press(shown, Key.Key_Home)
    assert shown.chosen_id() == 0


def test_tab_leaves_the_list(shown: RowList) -> None:
    assert not shown.tabKeyNavigation()


def test_letters_typed_fetch_nothing(source: Source, shown: RowList) -> None:
    shown.show_ids(range(100_000))
    shown.choose_first()
    before = len(source.asked)
    write(shown, "line 9")
    assert len(source.asked) <= before + 1


def test_the_ring_is_for_those_who_came_by_keyboard(shown: RowList, rows: LazyRows[Line], qtbot: QtBot) -> None:
    shown.show_ids([4, 5, 6])
    shown.activateWindow()
    shown.setFocus()
    place = shown.visualRect(rows.index(1))
    click(shown.viewport(), place.center())
    assert LIGHT.accent not in colours_in(shown.viewport().grab().toImage(), place)
    press(shown, Key.Key_Up)
    press(shown, Key.Key_Down)
    assert LIGHT.accent in colours_in(shown.viewport().grab().toImage(), place)
