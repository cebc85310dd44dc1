"""Each field with real keys and clicks: what is typed becomes a value, an error keeps the text, unknown is None."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fitdesk.domain.contact import Address
from fitdesk.domain.event import Format, Place
from fitdesk.domain.inquiry import StyleWish
from fitdesk.domain.offering import LanguageLevel, Style, Topic
from fitdesk.ui.widgets.address_field import AddressField
from fitdesk.ui.widgets.choice_field import ChoiceField
from fitdesk.ui.widgets.country_field import CountryField, LanguageField
from fitdesk.ui.widgets.dates_field import DateField, DatesField, PeriodField
from fitdesk.ui.widgets.field import Field
from fitdesk.ui.widgets.fields import (
    DecimalField,
    EmailField,
    LineField,
    LinkField,
    PercentField,
    PhoneField,
    TextField,
    WholeField,
)
from fitdesk.ui.widgets.image_field import ImageField
from fitdesk.ui.widgets.languages_field import LanguagesField
from fitdesk.ui.widgets.money_field import AmountField, CurrencyField, MoneyField, MoneyRangeField
from fitdesk.ui.widgets.place_field import PlaceField
from fitdesk.ui.widgets.range_field import RangeField
from fitdesk.ui.widgets.segments import SegmentsField, YesNoField
from fitdesk.ui.widgets.slider_field import StyleField, StyleWishField
from fitdesk.ui.widgets.toggles import TogglesField
from fitdesk.ui.widgets.topics_field import TopicsField

TODAY = date(2026, 11, 22)


def today() -> date:
    return TODAY


def shown(qtbot: QtBot, field: QWidget) -> Any:
    qtbot.addWidget(field)
    field.resize(640, field.sizeHint().height())
    field.show()
    return field


def type_into(qtbot: QtBot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, text)


@pytest.mark.parametrize(
    ("make", "good", "value", "bad"),
    [
        (lambda: WholeField(most=500), "300", 300, "some"),
        (PercentField, "80%", 80, "120"),
        (DecimalField, "2.5", Decimal("2.5"), "two"),
        (EmailField, "ann@example.org", "ann@example.org", "ann"),
        (PhoneField, "+442079460142", "+442079460142", "ring me"),
        (LinkField, "www.example.org", "www.example.org", "nowhere"),
        (AmountField, "7,500", Decimal(7500), "plenty"),
        (lambda: DateField(today), "12 June 2027", date(2027, 6, 12), "soon"),
        (lambda: PeriodField(today), "June 2027", (date(2027, 6, 1), date(2027, 6, 30)), "sometime"),
    ],
)
def test_a_line_reads_refuses_and_keeps_what_was_typed(
    qtbot: QtBot, make: Any, good: str, value: object, bad: str
) -> None:
    field = shown(qtbot, make())
    assert field.value() is None
    with qtbot.waitSignal(field.changed):
        type_into(qtbot, field.edit, good)
    assert (field.value(), field.error()) == (value, "")
    field.edit.selectAll()
    type_into(qtbot, field.edit, bad)
    assert field.error()
    assert field.typed() == bad
    assert field.value() is None or field.value() == value or field.error()
    field.edit.selectAll()
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    assert (field.value(), field.error()) == (None, "")


def test_a_draft_comes_back_with_its_error(qtbot: QtBot) -> None:
    field = shown(qtbot, WholeField())
    field.set_value(300)
    field.set_typed("three hundred")
    assert field.typed() == "three hundred"
    assert field.error()
    assert field.value() == 300


def test_setting_a_value_is_silent(qtbot: QtBot) -> None:
    field = shown(qtbot, LineField())
    with qtbot.assertNotEmitted(field.changed):
        field.set_value("Hello")


def test_a_good_value_is_tidied_when_the_field_is_left(qtbot: QtBot) -> None:
    field = shown(qtbot, DateField(today))
    type_into(qtbot, field.edit, "12.6.27")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.typed() == "12 June 2027"


def test_a_needed_line_says_so(qtbot: QtBot) -> None:
    field = shown(qtbot, LineField(needed="Give it a title"))
    assert field.error() == "Give it a title"
    type_into(qtbot, field.edit, "x")
    assert field.error() == ""


def test_markup_is_text(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField())
    field.set_value("<b>bold</b> & <img src=x>")
    assert field.value() == "<b>bold</b> & <img src=x>"


def test_a_text_grows_with_its_lines_and_lets_tab_pass(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField(lines=2))
    low = field.edit.height()
    field.set_value("one\ntwo\nthree\nfour")
    assert field.edit.height() > low
    field.set_value("\n".join("line" for _ in range(100)))
    assert field.edit.height() < 12 * low
    assert field.edit.tabChangesFocus()


def test_a_range_wants_its_ends_in_order(qtbot: QtBot) -> None:
    field = shown(qtbot, RangeField(both=True))
    type_into(qtbot, field.first.edit, "75")
    assert "both numbers" in field.error()
    type_into(qtbot, field.last.edit, "40")
    assert "swap" in field.error()
    field.set_value((40, 75))
    assert (field.value(), field.error()) == ((40, 75), "")


def test_a_currency_typed_with_the_amount_is_chosen(qtbot: QtBot) -> None:
    field = shown(qtbot, MoneyField())
    type_into(qtbot, field.amount.edit, "£7,500")
    assert field.value() == (Decimal(7500), "GBP")
    field.set_value((Decimal(5), None))
    assert "currency" in field.error()


def test_a_budget_may_have_one_end(qtbot: QtBot) -> None:
    field = shown(qtbot, MoneyRangeField())
    assert field.value() == (None, None, None)
    type_into(qtbot, field.most.edit, "5000")
    assert "currency" in field.error()
    field.currency.set_value("EUR")
    assert (field.value(), field.error()) == ((None, Decimal(5000), "EUR"), "")
    type_into(qtbot, field.least.edit, "9000")
    assert "swap" in field.error()


def test_any_real_currency_can_be_typed(qtbot: QtBot) -> None:
    field = shown(qtbot, CurrencyField())
    type_into(qtbot, field.edit, "kes")
    assert (field.value(), field.error()) == ("KES", "")
    field.edit.selectAll()
    type_into(qtbot, field.edit, "xyzzy")
    assert field.error() == "Write a code such as EUR"


def test_a_country_is_found_by_its_name(qtbot: QtBot) -> None:
    field = shown(qtbot, CountryField())
    type_into(qtbot, field.edit, "germany")
    assert field.value() == "DE"
    field.edit.selectAll()
    type_into(qtbot, field.edit, "atlantis")
    assert field.error() == "Choose a country from the list"
    field.set_value("FR")
    assert field.typed() == "France"


def test_a_language_is_found_by_name_or_code(qtbot: QtBot) -> None:
    field = shown(qtbot, LanguageField())
    field.set_typed("de")
    assert field.value() == "de"
    field.set_value("fr")
    assert field.typed() == "French"


def test_a_choice_starts_unknown(qtbot: QtBot) -> None:
    field = shown(qtbot, ChoiceField([(1, "one"), (2, "two")]))
    assert field.value() is None
    with qtbot.waitSignal(field.changed):
        field.box.setFocus()
        QTest.keyClick(field.box, Qt.Key.Key_Down)
    assert field.value() == 1


def test_the_wheel_over_a_choice_changes_nothing(qtbot: QtBot) -> None:
    field = shown(qtbot, ChoiceField([(1, "one"), (2, "two")]))
    field.box.clearFocus()
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.box, event)
    assert field.value() is None


def test_yes_no_and_not_stated_by_keys(qtbot: QtBot) -> None:
    field = shown(qtbot, YesNoField())
    assert field.value() is None
    buttons = field.segments.buttons
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert field.value() is False
    buttons[1].setFocus()
    QTest.keyClick(buttons[1], Qt.Key.Key_Left)
    assert field.value() is True


def test_a_segment_can_be_taken_back(qtbot: QtBot) -> None:
    field = shown(qtbot, SegmentsField([("a", "first"), ("b", "second")]))
    QTest.mouseClick(field.segments.buttons[0], Qt.MouseButton.LeftButton)
    assert field.value() == "a"
    QTest.keyClick(field.segments.buttons[0], Qt.Key.Key_Backspace)
    assert field.value() is None


def test_several_formats_are_ticked(qtbot: QtBot) -> None:
    field = shown(qtbot, TogglesField([(one, one.value) for one in Format]))
    with qtbot.waitSignal(field.changed):
        QTest.mouseClick(field.pill(Format.PANEL), Qt.MouseButton.LeftButton)
    QTest.keyClick(field.pill(Format.KEYNOTE), Qt.Key.Key_Space)
    assert field.value() == (Format.KEYNOTE, Format.PANEL)


def test_the_first_style_slider_moved_states_all_four(qtbot: QtBot) -> None:
    field = shown(qtbot, StyleField())
    assert field.value() is None
    field.sliders[2].setFocus()
    QTest.keyClick(field.sliders[2], Qt.Key.Key_Right)
    QTest.keyClick(field.sliders[2], Qt.Key.Key_Right)
    assert field.value() == Style(energy=2, humour=2, practice=3, challenge=2)
    QTest.keyClick(field.sliders[0], Qt.Key.Key_Delete)
    assert field.value() is None


def test_a_wished_style_may_be_stated_in_part(qtbot: QtBot) -> None:
    field = shown(qtbot, StyleWishField())
    slider = field.sliders[0]
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 14, 14))
    assert field.value() == StyleWish(energy=4)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 14, 14))
    assert field.value() == StyleWish()


def test_dates_become_chips(qtbot: QtBot) -> None:
    field = shown(qtbot, DatesField(today))
    type_into(qtbot, field.box.edit, "12 or 13 June 2027")
    QTest.keyClick(field.box.edit, Qt.Key.Key_Return)
    assert field.days() == (date(2027, 6, 12), date(2027, 6, 13))
    type_into(qtbot, field.box.edit, "whenever")
    QTest.keyClick(field.box.edit, Qt.Key.Key_Return)
    assert field.error() == "Write a date such as 12 June 2027"
    assert field.box.edit.text() == "whenever"
    assert len(field.days()) == 2


def test_a_day_is_picked_from_the_calendar(qtbot: QtBot) -> None:
    from PySide6.QtCore import QDate

    from fitdesk.ui.widgets.dates_field import CalendarPopup

    field = shown(qtbot, DateField(today))
    field.edit.actions()[0].trigger()
    popup = field.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    with qtbot.waitSignal(field.changed):
        popup.calendar.clicked.emit(QDate(2027, 6, 12))
    assert field.value() == date(2027, 6, 12)


def test_a_topic_needs_its_depth(qtbot: QtBot) -> None:
    field = shown(qtbot, TopicsField())
    QTest.mouseClick(field.add_button, Qt.MouseButton.LeftButton)
    row = field.rows()[0]
    type_into(qtbot, row.name.edit, "Trust")
    assert "how deep" in field.error()
    assert field.value() == ()
    QTest.mouseClick(row.how_deep.segments.buttons[3], Qt.MouseButton.LeftButton)
    type_into(qtbot, row.synonyms.box.edit, "faith, reliance,")
    assert field.value() == (Topic("Trust", 3, ("faith", "reliance")),)
    row.removed.emit()
    assert field.value() == ()


def test_languages_have_levels(qtbot: QtBot) -> None:
    field = shown(qtbot, LanguagesField())
    field.set_value((("en", LanguageLevel.FLUENT), ("de", LanguageLevel.INTERPRETER)))
    assert field.value() == (("en", LanguageLevel.FLUENT), ("de", LanguageLevel.INTERPRETER))
    QTest.mouseClick(field.add_button, Qt.MouseButton.LeftButton)
    type_into(qtbot, field.rows()[2].language.edit, "French")
    assert field.error() == "Say how well you speak French on stage"
    assert len(field.value()) == 2
    QTest.mouseClick(field.rows()[2].level.segments.buttons[0], Qt.MouseButton.LeftButton)
    assert field.value()[2] == ("fr", LanguageLevel.FLUENT)


def test_an_address_has_room_for_four_lines(qtbot: QtBot) -> None:
    field = shown(qtbot, AddressField())
    assert field.value() == Address()
    field.street.edit.setPlainText("Third Floor\n8 Candle Yard")
    type_into(qtbot, field.postcode.edit, "SE1 9ZQ")
    type_into(qtbot, field.city.edit, "London")
    type_into(qtbot, field.country.edit, "United Kingdom")
    assert field.value() == Address(("Third Floor", "8 Candle Yard"), "SE1 9ZQ", "London", "GB")
    field.street.edit.setPlainText("1\n2\n3\n4\n5")
    assert "four lines" in field.error()


def test_a_town_says_when_it_is_not_on_the_map(qtbot: QtBot) -> None:
    field = shown(qtbot, PlaceField())
    type_into(qtbot, field.edit, "Lyon")
    assert field.place().latitude is not None
    assert field.note.isHidden()
    field.set_value(Place("Kleinkleckersdorf", "DE"))
    assert not field.note.isHidden()


def a_picture(path: Path) -> Path:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    assert image.save(str(path))
    return path


def test_a_picture_is_taken_shown_and_removed(qtbot: QtBot, tmp_path: Path) -> None:
    field = shown(qtbot, ImageField())
    path = a_picture(tmp_path / "logo.png")
    with qtbot.waitSignal(field.changed):
        field.take_file(path)
    assert field.value() == path.read_bytes()
    QTest.mouseClick(field.remove_button, Qt.MouseButton.LeftButton)
    assert field.value() is None


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\nbroken", b"GIF89a" + b"0" * 50])
def test_what_is_no_picture_says_so_and_changes_nothing(qtbot: QtBot, data: bytes) -> None:
    field = shown(qtbot, ImageField())
    field.take_bytes(data)
    assert field.error()
    assert field.value() is None


def test_a_file_too_large_is_not_even_read(qtbot: QtBot, tmp_path: Path) -> None:
    huge = tmp_path / "huge.png"
    with huge.open("wb") as file:
        file.truncate(6 * 1024 * 1024)
    field = shown(qtbot, ImageField())
    field.take_file(huge)
    assert "5 MB" in field.error()
    field.take_file(tmp_path / "gone.png")
    assert "could not be read" in field.error()


FIELDS: tuple[Any, ...] = (
    LineField, TextField, WholeField, PercentField, DecimalField, EmailField, PhoneField, LinkField, AmountField,
    CurrencyField, MoneyField, MoneyRangeField, RangeField, CountryField, LanguageField, YesNoField, StyleField,
    StyleWishField, TopicsField, LanguagesField, AddressField, PlaceField,
)  # fmt: skip


@pytest.mark.parametrize("make", FIELDS, ids=lambda make: make.__name__)
def test_every_field_is_unknown_at_first_has_names_and_survives_a_draft(qtbot: QtBot, make: Any) -> None:
    field: Field[Any] = shown(qtbot, make())
    field.set_name("Something")
    assert field.value() in (None, (), (None, None), (None, None, None), StyleWish(), Address())
    assert field.error() == ""
    for target in field.targets():
        assert target.focusPolicy() != Qt.FocusPolicy.NoFocus or target.isHidden()
    before = field.value()
    field.set_typed(field.typed())
    assert field.value() == before
