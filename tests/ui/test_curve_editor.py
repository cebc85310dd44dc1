"""The editor of a value function: the mouse drags points, keys move them, fields are exact, refusals are plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fitdesk.domain.curves import CURVE, CURVES, MOST_POINTS, Curve, CurveKind, trouble_with
from fitdesk.domain.values import Piecewise, Points
from fitdesk.ui.widgets.curve_editor import CurveEditor
from fitdesk.ui.widgets.curve_edits import added, dragged, removed
from fitdesk.ui.widgets.curve_fields import CurveFields
from fitdesk.ui.widgets.curve_levels import CurveLevels
from fitdesk.ui.widgets.curve_painting import ticks
from fitdesk.ui.widgets.curve_picture import CurvePicture
from fitdesk.ui.widgets.curve_plot import CurvePlot
from hands import SHIFT, Key, click, press, write

LINES = [curve for curve in CURVES if curve.kind is CurveKind.LINE]
TRAVEL = CURVE["travel"]


def open_editor(qtbot: QtBot, key: str, points: Points = ()) -> tuple[CurveEditor, list[Points]]:
    """The editor of a curve, and what it has told of."""
    curve = CURVE[key]
    editor = CurveEditor(curve, points or curve.points, curve.points)
    told: list[Points] = []
    editor.edited.connect(lambda: told.append(editor.points()))
    qtbot.addWidget(editor)
    editor.resize(620, 360)
    editor.show()
    qtbot.waitExposed(editor)
    return editor, told


def plot_of(editor: CurveEditor) -> CurvePlot:
    assert editor.plot is not None
    return editor.plot


def fields_of(editor: CurveEditor) -> CurveFields:
    assert editor.fields is not None
    return editor.fields


def levels_of(editor: CurveEditor) -> CurveLevels:
    assert editor.levels is not None
    return editor.levels


def drag(widget: QWidget, start: QPointF, end: QPointF) -> None:
    """Press, move in two steps, let go."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start.toPoint())
    QTest.mouseMove(widget, ((start + end) / 2).toPoint())
    QTest.mouseMove(widget, end.toPoint())
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end.toPoint())


def retype(widget: QWidget, text: str) -> None:
    widget.setFocus()
    press(widget, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(widget, text)


# ---- what can be done to points


@given(st.sampled_from(LINES), st.integers(0, 9), st.floats(-50, 300), st.floats(-2, 3), st.booleans())
def test_a_dragged_point_always_leaves_a_curve(curve: Curve, place: int, x: float, y: float, fine: bool) -> None:
    index = place % len(curve.points)
    points = dragged(curve, curve.points, index, x, y, fine=fine)
    assert trouble_with(curve, points) == ""
    assert [point for n, point in enumerate(points) if n != index] == [
        point for n, point in enumerate(curve.points) if n != index
    ]


@given(st.sampled_from(LINES), st.lists(st.integers(0, 11), max_size=20))
def test_points_added_change_nothing_of_the_shape_and_never_grow_beyond_bounds(curve: Curve, places: list[int]) -> None:
    points, shape = curve.points, Piecewise(curve.points)
    for place in places:
        points, index = added(curve, points, place % len(points))
        assert trouble_with(curve, points) == ""
        assert points[index][1] == pytest.approx(shape(points[index][0]), abs=1e-3)
    assert len(points) <= MOST_POINTS


def test_two_points_stay() -> None:
    assert removed(TRAVEL.points, 1) == (TRAVEL.points[0], TRAVEL.points[2])
    assert removed(TRAVEL.points[:2], 0) == TRAVEL.points[:2]


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 24, 7, (0, 5, 10, 15, 20)),
        (0, 100, 6, (0, 20, 40, 60, 80, 100)),
        (0, 4, 5, (0, 1, 2, 3, 4)),
        (3, 3, 4, (3,)),
    ],
)
def test_the_scale_has_round_numbers(low: float, high: float, most: int, expected: tuple[float, ...]) -> None:
    assert ticks(low, high, most) == expected


# ---- the mouse


def test_a_point_is_dragged_to_where_it_is_wanted(qtbot: QtBot) -> None:
    editor, told = open_editor(qtbot, "travel")
    plot = plot_of(editor)
    scale = plot._scale()
    drag(plot, plot.place_of(1), scale.at(6, 0.5))
    assert editor.points() == ((2.0, 1.0), (6.0, 0.5), (8.0, 0.3))
    assert told[-1] == editor.points()
    assert plot.index() == 1
    assert fields_of(editor).rows[1][0].edit.text() == "6"
    assert fields_of(editor).rows[1][1].edit.text() == "50"


def test_a_point_stays_between_its_neighbours(qtbot: QtBot) -> None:
    editor, _told = open_editor(qtbot, "travel")
    plot = plot_of(editor)
    drag(plot, plot.place_of(1), plot._scale().at(20, -1))
    assert editor.points()[1] == (7.5, 0.0)
    assert editor.trouble.isHidden()


def test_pressing_beside_the_points_moves_nothing(qtbot: QtBot) -> None:
    editor, told = open_editor(qtbot, "travel")
    plot = plot_of(editor)
    scale = plot._scale()
    drag(plot, scale.at(16, 0.9), scale.at(6, 0.1))
    assert told == []


def test_a_double_click_on_the_line_adds_a_point(qtbot: QtBot) -> None:
    editor, told = open_editor(qtbot, "travel")
    plot = plot_of(editor)
    QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=plot._scale().at(6, 0.5).toPoint())
    assert told[-1] == ((2.0, 1.0), (4.0, 0.7), (6.0, 0.5), (8.0, 0.3))


# ---- the keys


def test_keys_walk_over_the_points_and_move_them(qtbot: QtBot) -> None:
    editor, _told = open_editor(qtbot, "travel")
    plot = plot_of(editor)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert plot.index() == 0
    press(plot, Key.Key_Tab)
    assert (plot.index(), editor.focusWidget()) == (1, plot)
    press(plot, Key.Key_Right)
    press(plot, Key.Key_Down)
    press(plot, Key.Key_Down, SHIFT)
    assert editor.points()[1] == (4.5, 0.64)
    assert plot.accessibleDescription() == "Point 2 of 3: 4.5 hours counts 64 %"
    press(plot, Key.Key_Backtab, SHIFT)
    assert plot.index() == 0
    press(plot, Key.Key_End)
    press(plot, Key.Key_Tab)
    assert editor.focusWidget() is fields_of(editor).rows[0][0].edit


def test_insert_and_delete_add_and_take_away(qtbot: QtBot) -> None:
    editor, _told = open_editor(qtbot, "travel")
    plot = plot_of(editor)
    plot.setFocus()
    press(plot, Key.Key_Insert)
    assert editor.points() == ((2.0, 1.0), (3.0, 0.85), (4.0, 0.7), (8.0, 0.3))
    assert plot.index() == 1
    assert len(fields_of(editor).rows) == 4
    press(plot, Key.Key_Delete)
    assert editor.points() == TRAVEL.points
    for _n in range(3):
        press(plot, Key.Key_Delete)
    assert len(editor.points()) == 2


# ---- the fields


def test_fields_are_exact_and_move_the_plot(qtbot: QtBot) -> None:
    editor, told = open_editor(qtbot, "fee")
    fields = fields_of(editor)
    assert [row[0].edit.text() for row in fields.rows] == ["0", "100"]
    retype(fields.rows[0][1].edit, "12.5")
    assert editor.points() == ((0.0, 0.125), (1.0, 1.0))
    retype(fields.rows[1][0].edit, "80")
    assert told[-1] == plot_of(editor).points() == ((0.0, 0.125), (0.8, 1.0))
    assert plot_of(editor).index() == 1


def test_a_shape_that_is_refused_says_why_and_changes_nothing(qtbot: QtBot) -> None:
    editor, told = open_editor(qtbot, "travel")
    field = fields_of(editor).rows[1][0]
    retype(field.edit, "1")
    assert "to the right of the one before" in editor.trouble.text()
    assert editor.trouble.isVisible()
    assert (editor.points(), told) == (TRAVEL.points, [])
    retype(field.edit, "5")
    assert editor.trouble.isHidden()
    assert told == [((2.0, 1.0), (5.0, 0.7), (8.0, 0.3))]


def test_what_is_no_number_says_what_to_write(qtbot: QtBot) -> None:
    editor, told = open_editor(qtbot, "travel")
    retype(fields_of(editor).rows[0][1].edit, "much")
    assert editor.trouble.text().startswith("Write a number such as 2.5.")
    retype(fields_of(editor).rows[0][1].edit, "170")
    assert editor.trouble.text().startswith("Write 100 or less.")
    assert editor.points()[0] == (2.0, 0.17)  # the last that could be read
    assert all(points[0][1] <= 1.0 for points in told)


def test_rows_are_added_and_taken_away_beside_the_plot(qtbot: QtBot) -> None:
    editor, _told = open_editor(qtbot, "travel")
    fields = fields_of(editor)
    click(fields.add)
    assert editor.points() == ((2.0, 1.0), (4.0, 0.7), (6.0, 0.5), (8.0, 0.3))
    assert editor.focusWidget() is fields.rows[2][0].edit
    click(fields.rows[1][2])
    click(fields.rows[1][2])
    assert editor.points() == ((2.0, 1.0), (8.0, 0.3))
    assert all(row[2].isHidden() for row in fields.rows)


# ---- levels


def test_levels_are_sliders_named_by_level(qtbot: QtBot) -> None:
    editor, told = open_editor(qtbot, "goal")
    levels = levels_of(editor)
    assert [slider.accessibleName() for slider in levels.sliders] == list(CURVE["goal"].levels)
    slider = levels.sliders[1]
    slider.setFocus()
    press(slider, Key.Key_Right)
    assert told == [((0.0, 0.0), (1.0, 0.35), (2.0, 0.8), (3.0, 1.0))]
    assert levels.fields[1].edit.text() == "35"
    click(slider, QPoint(slider.width() - 10, 15))
    assert editor.points()[1] == (1.0, 1.0)
    press(slider, Key.Key_Backspace)
    assert editor.points() == CURVE["goal"].points
    retype(levels.fields[2].edit, "72")
    assert (editor.points()[2], slider.value(), levels.sliders[2].value()) == ((2.0, 0.72), 30, 72)


# ---- seen


def test_setting_points_is_silent_and_shows_everywhere(qtbot: QtBot) -> None:
    editor, told = open_editor(qtbot, "travel")
    editor.set_points(((1.0, 1.0), (3.0, 0.0)))
    assert told == []
    assert plot_of(editor).points() == fields_of(editor).points() == editor.points() == ((1.0, 1.0), (3.0, 0.0))
    assert len(fields_of(editor).rows) == 2


def test_narrow_stacks_plot_and_fields(qtbot: QtBot) -> None:
    editor, _told = open_editor(qtbot, "travel")
    assert fields_of(editor).x() > plot_of(editor).x()
    editor.resize(380, 500)
    qtbot.waitUntil(lambda: fields_of(editor).y() > plot_of(editor).y() + 100)


def test_the_picture_shows_whether_the_curve_is_the_own_one(qtbot: QtBot) -> None:
    picture = CurvePicture()
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    seen = []
    for key, is_own in (("travel", False), ("travel", True), ("goal", False)):
        picture.set_curve(CURVE[key], CURVE[key].points, is_own=is_own)
        seen.append(picture.grab().toImage())
    picture.set_curve(None, (), is_own=False)
    seen.append(picture.grab().toImage())
    assert all(one != other for n, one in enumerate(seen) for other in seen[n + 1 :])
