"""The form of a request: to the fields and back, what is typed and read, and the original beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from build import TODAY, an_event, an_inquiry
from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.event import Budget, Place
from fitdesk.domain.inquiry import DecisionPower, Inquiry, OwnersWord
from fitdesk.intake.draft import Source
from fitdesk.ui.inquiries.form_reads import read_number, read_time
from fitdesk.ui.inquiries.form_values import field_values, inquiry_with
from fitdesk.ui.inquiries.inquiry_form import InquiryForm
from fitdesk.ui.inquiries.original_view import LONGEST_LINE, OriginalView, ShownText, unwrapped
from fitdesk.ui.widgets.field import ReadingError


def full_inquiry() -> Inquiry:
    word = OwnersWord(80, 3, Decimal("2.5"), Decimal(4), DecisionPower.SPONSOR, True, (("risk", 2),))
    return an_inquiry(
        contact=Contact(1, "Alex Moor", "alex@north.example", "+442079460000", "Trust", "Head", Gender.FEMALE, "Dr"),
        event=an_event(start_time=time(14, 0), venue="Town hall", date_flexible=True),
        owners_word=word,
        reply_by=date(2027, 3, 20),
        others_considered=True,
        must_haves=("a book signing",),
    )


@pytest.mark.parametrize("inquiry", [full_inquiry(), Inquiry(), an_inquiry(budget=Budget(unpaid=True))])
def test_an_inquiry_comes_back_from_the_form_as_it_went_in(qapp: QApplication, qtbot: QtBot, inquiry: Inquiry) -> None:
    form = InquiryForm(lambda: TODAY)
    qtbot.addWidget(form)
    form.fill(inquiry, {})
    assert form.errors() == {}
    assert form.filled(inquiry) == inquiry
    other = InquiryForm(lambda: TODAY)
    qtbot.addWidget(other)
    other.set_typed(form.typed())
    again = other.filled(Inquiry()).event
    assert replace(again, place=inquiry.event.place) == inquiry.event
    assert (again.place.city, again.place.country) == (inquiry.event.place.city, inquiry.event.place.country)


def test_values_that_are_missing_change_nothing() -> None:
    inquiry = full_inquiry()
    assert inquiry_with(inquiry, {}, TODAY) == inquiry
    assert inquiry_with(inquiry, field_values(inquiry), TODAY) == inquiry


def test_another_city_is_found_on_the_map() -> None:
    moved = inquiry_with(an_inquiry(), {"event.city": "Leeds", "event.country": "GB"}, TODAY)
    assert moved.event.place.latitude == pytest.approx(53.8, abs=0.1)
    unknown = inquiry_with(an_inquiry(), {"event.city": "Nowhere on Sea", "event.country": None}, TODAY)
    assert unknown.event.place == Place("Nowhere on Sea", None)


def test_an_empty_field_asks_its_question(qapp: QApplication, qtbot: QtBot) -> None:
    form = InquiryForm(lambda: TODAY)
    qtbot.addWidget(form)
    form.fill(Inquiry(), {})
    assert form.row("budget.range").message.text() == "What range is set aside for the fee?"
    form.fill(an_inquiry(), {})
    assert form.row("budget.range").message.text() == ""


def test_a_doubtful_reading_asks_to_be_looked_at(qapp: QApplication, qtbot: QtBot) -> None:
    form = InquiryForm(lambda: TODAY)
    qtbot.addWidget(form)
    form.fill(an_inquiry(), {"event.city": (Source(0, 5, 0.4),), "contact.name": (Source(0, 4, 0.9),)})
    assert "look" in form.row("event.city").message.text()
    assert form.row("contact.name").message.text() == ""


@pytest.mark.parametrize(
    ("text", "read"), [("14:00", time(14)), ("2 pm", time(14)), ("9.30", time(9, 30)), ("12am", time(0))]
)
def test_times_are_read_as_people_write_them(text: str, read: time) -> None:
    assert read_time(text) == read


@pytest.mark.parametrize("text", ["25:00", "9:75", "noon", "13 pm"])
def test_no_time_is_guessed(text: str) -> None:
    with pytest.raises(ReadingError):
        read_time(text)


def test_numbers_take_a_comma_and_a_half() -> None:
    assert (read_number("2,5"), read_number("½"), read_number("3")) == (Decimal("2.5"), Decimal("0.5"), Decimal(3))
    for bad in ("many", "-1", "NaN", "1e9"):
        with pytest.raises(ReadingError):
            read_number(bad)


TEXT = "Grüße 🎉 an alle: am 12 June in Lyon.\r\nMit freundlichen Grüßen"


def test_the_right_words_light_up_behind_an_emoji(qapp: QApplication, qtbot: QtBot) -> None:
    view = OriginalView()
    qtbot.addWidget(view)
    view.set_text(TEXT)
    start = TEXT.index("12 June")
    view.light([Source(start, start + 7), Source(TEXT.index("Mit"), TEXT.index("Mit") + 3)])
    assert view.lit() == ("12 June", "Mit")
    view.light([Source(0, 0, header="From")])
    assert view.lit() == ()
    assert view.note.text() == "From the mail’s From line"


def test_an_endless_line_is_broken_and_its_places_move(qapp: QApplication, qtbot: QtBot) -> None:
    text = "x" * (2 * LONGEST_LINE + 10) + " the end\nand more"
    shown = ShownText(text)
    assert max(len(line) for line in shown.text.split("\n")) <= LONGEST_LINE
    for words in ("the end", "and more"):
        place = shown.place(text.index(words))
        assert shown.text[place : place + len(words)] == words


def test_only_the_breaks_of_mail_programs_go() -> None:
    wrapped = (
        "We are looking for somebody who could open our yearly day on trust\nand stay for lunch.\n\nKind regards\nAnn"
    )
    assert unwrapped(wrapped) == wrapped.replace("trust\nand", "trust and")
    assert len(unwrapped(wrapped)) == len(wrapped)
    for kept in ("", "a\n", "short\nlines\n\n\nstay", "> " + "quoted " * 12 + "\nanswer"):
        assert unwrapped(kept) == kept
