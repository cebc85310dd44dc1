"""The form: rows, errors beside fields, folds, settling, drafts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fitdesk.ui.widgets.fields import LineField, PercentField, WholeField
from fitdesk.ui.widgets.form import Form


def a_form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.add("title", "Title", LineField(needed="Give it a title"), helper="As on the poster.")
    form.add_line(("least", "From", WholeField()), ("most", "To", WholeField()))
    with form.folded("More", "how sure") as fold:
        form.add("sure", "How sure", PercentField())
    fold.setObjectName("more")
    form.resize(640, 400)
    form.show()
    qtbot.waitExposed(form)
    return form


def line(form: Form, key: str) -> QWidget:
    return form.field(key).targets()[0]


def test_labels_and_names_belong_to_their_fields(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    row = form.row("title")
    assert row.label.buddy() is line(form, "title")
    assert row.label.textFormat() == Qt.TextFormat.PlainText
    assert line(form, "title").accessibleName() == "Title"
    assert line(form, "title").accessibleDescription() == "As on the poster."


def test_an_error_shows_when_the_field_is_left_and_goes_when_it_is_put_right(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    edit = line(form, "least")
    edit.setFocus()
    QTest.keyClicks(edit, "many")
    assert form.row("least").shown_error == ""
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    form.settle()
    assert form.row("least").shown_error == "Write a whole number such as 12"
    assert edit.property("invalid") is True
    assert edit.accessibleDescription() == "Write a whole number such as 12"
    form.field("least").targets()[0].setFocus()
    QTest.keyClicks(edit, "\b\b\b\b12")
    assert form.row("least").shown_error == ""
    assert edit.property("invalid") is False


def test_typing_settles_after_a_second_of_rest(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    with qtbot.waitSignal(form.settled, timeout=3000):
        QTest.keyClicks(line(form, "title"), "Trust")
        assert not form.is_resting()
    assert form.values()["title"] == "Trust"
    assert form.is_resting()


def test_settle_does_nothing_when_nothing_was_typed(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    with qtbot.assertNotEmitted(form.settled):
        form.settle()


def test_values_leave_out_what_cannot_be_used_and_typed_keeps_it(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    form.set_values({"title": "Trust", "least": 5})
    QTest.keyClicks(line(form, "most"), "lots")
    assert form.values() == {"title": "Trust", "least": 5, "sure": None}
    assert form.typed(only_errors=True) == {"most": "lots"}
    other = a_form(qtbot)
    other.set_values({"title": "Trust"})
    other.set_typed({"most": "lots", "gone": "x"})
    assert other.row("most").shown_error
    assert other.typed(only_errors=True) == {"most": "lots"}


def test_checks_look_at_several_fields(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    form.add_check(lambda: {"most": "Swap them"} if (form.field("least").value() or 0) > 5 else {})
    form.set_values({"title": "t", "least": 9, "most": 3})
    assert form.errors() == {"most": "Swap them"}
    assert not form.is_valid()


def test_going_to_the_first_error_unfolds_it(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    form.set_values({"title": "Trust"})
    form.set_typed({"sure": "very"})
    assert not line(form, "sure").isVisible()
    assert form.go_to_first_error()
    assert line(form, "sure").isVisible()
    assert form.focusWidget() is line(form, "sure")
    form.set_values({"sure": 80})
    assert not form.go_to_first_error()


def test_a_fold_opens_by_key(qtbot: QtBot) -> None:
    from fitdesk.ui.widgets.disclosure import Disclosure

    form = a_form(qtbot)
    fold = form.findChild(Disclosure, "more")
    assert isinstance(fold, Disclosure)
    assert fold.button.accessibleDescription() == "how sure"
    fold.button.setFocus()
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert fold.is_open()


def test_related_fields_stack_where_it_is_narrow(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    beside = form.row("most").x() > form.row("least").x()
    form.setFixedWidth(220)
    qtbot.waitUntil(lambda: form.row("most").y() > form.row("least").y())
    assert beside


def test_two_fields_cannot_have_one_key(qtbot: QtBot) -> None:
    import pytest

    form = a_form(qtbot)
    with pytest.raises(ValueError, match="title"):
        form.add("title", "Again", LineField())


def test_the_pointer_tells_which_field_it_rests_on(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    with qtbot.waitSignal(form.hovered) as told:
        form.row("title").entered.emit()
    assert told.args == ["title"]
