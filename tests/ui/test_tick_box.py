"""The box to tick: words that wrap, a click anywhere on it, a name for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from fitdesk.ui.colours import colours_of
from fitdesk.ui.widgets.tick_box import BOX, TickBox

WORDS = "6 Dec: Ask Hannah Fields & colleagues whether Jordan Hollis could help them in Manchester"


def test_words_wrap_where_there_is_no_room_for_one_line(qtbot: QtBot) -> None:
    box = TickBox(WORDS)
    qtbot.addWidget(box)
    assert box.heightForWidth(160) > 2 * box.fontMetrics().height()
    assert box.heightForWidth(box.sizeHint().width()) < 2 * box.fontMetrics().height()
    assert box.accessibleName() == WORDS


def test_a_click_on_the_words_ticks_it(qtbot: QtBot) -> None:
    box = TickBox(WORDS)
    qtbot.addWidget(box)
    box.resize(300, box.heightForWidth(300))
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, box.height() - 4))
    assert box.isChecked()


def test_the_edge_of_an_empty_box_is_painted(qtbot: QtBot) -> None:
    box = TickBox("Deirdre Rourke")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    picture = box.grab().toImage()
    edge = [picture.pixelColor(x, picture.height() // 2).lightness() for x in range(BOX)]
    ground = picture.pixelColor(BOX // 2, picture.height() // 2).lightness()
    assert max(abs(one - ground) for one in edge) > 60, colours_of(box.palette())
