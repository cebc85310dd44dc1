"""Chips by keys, mouse and paste."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitdesk.ui.widgets.chips import ChipsField


def a_field(qtbot: QtBot, *words: str, none_words: str = "") -> ChipsField:
    field = ChipsField(hint="words", none_words=none_words)
    qtbot.addWidget(field)
    field.resize(400, 80)
    field.set_value(words or None)
    field.show()
    field.box.edit.setFocus()
    return field


def test_enter_and_comma_add(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    QTest.keyClicks(field.box.edit, "health,")
    QTest.keyClicks(field.box.edit, "public service")
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field.box.edit, Qt.Key.Key_Return)
    assert field.value() == ("health", "public service")
    assert field.box.edit.text() == ""


def test_a_word_left_in_the_line_is_added_when_the_focus_goes(qtbot: QtBot) -> None:
    field = a_field(qtbot, "one")
    QTest.keyClicks(field.box.edit, "two")
    field.box.edit.clearFocus()
    field.box.commit()
    assert field.value() == ("one", "two")


def test_backspace_takes_the_last_one_away(qtbot: QtBot) -> None:
    field = a_field(qtbot, "one", "two")
    QTest.keyClick(field.box.edit, Qt.Key.Key_Backspace)
    assert field.value() == ("one",)
    QTest.keyClick(field.box.edit, Qt.Key.Key_Backspace)
    assert field.value() is None


def test_arrows_mark_a_chip_and_delete_removes_it(qtbot: QtBot) -> None:
    field = a_field(qtbot, "one", "two", "three")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Delete):
        QTest.keyClick(field.box.edit, key)
    assert field.value() == ("one", "three")


def test_a_click_on_the_cross_removes(qtbot: QtBot) -> None:
    field = a_field(qtbot, "one", "two")
    chip = field.box._chips[0]
    chip.resize(chip.sizeHint())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert field.value() == ("one", "two")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 14, 12))
    assert field.value() == ("two",)


def test_a_pasted_list_is_taken_apart(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    QApplication.clipboard().setText("health, logistics;\nenergy\tschools\n")
    QTest.keyClick(field.box.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == ("health", "logistics", "energy", "schools")


def test_a_word_comes_once(qtbot: QtBot) -> None:
    field = a_field(qtbot, "Health")
    QTest.keyClicks(field.box.edit, "health,")
    assert field.value() == ("Health",)


def test_nothing_and_unknown_are_two_things(qtbot: QtBot) -> None:
    field = a_field(qtbot, none_words="Nothing more")
    assert field.value() is None
    QTest.mouseClick(field.none, Qt.MouseButton.LeftButton)
    assert field.value() == ()
    QTest.keyClicks(field.box.edit, "a flipchart,")
    assert field.value() == ("a flipchart",)
    assert not field.none.isChecked()


def test_a_very_long_word_is_cut_and_two_thousand_are_not_all_kept(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.box.set_pending("x" * 5000)
    field.box.commit()
    assert len((field.value() or ("",))[0]) <= 200
    field.set_value(tuple(f"w{n}" for n in range(2000)))
    assert len(field.value() or ()) <= 200


def test_chips_wrap_into_more_lines(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    low = field.box.heightForWidth(400)
    field.set_value(tuple(f"a longer phrase {n}" for n in range(12)))
    assert field.box.heightForWidth(400) > 3 * low


def test_the_hint_leaves_no_empty_second_line_behind(qtbot: QtBot) -> None:
    field = ChipsField(hint="12 or 13 June, or any day that week")
    qtbot.addWidget(field)
    field.resize(240, 100)
    field.show()
    one_line = field.box.heightForWidth(240)
    field.set_value(("31 December 2026",))
    assert field.box.heightForWidth(240) == one_line
