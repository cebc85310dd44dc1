"""The Settings page: saved as you type, errors beside the field, nothing typed is lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from build import an_owner
from fitdesk.domain.owner import Layout, Owner, Thresholds
from fitdesk.store import owner
from fitdesk.store.backups import back_up
from fitdesk.store.store import Store
from fitdesk.ui import window_state
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.settings.colour_field import PRINTABLE, ColourField, contrast_with_white, read_colour
from fitdesk.ui.settings.owner_form import OwnerForm
from fitdesk.ui.settings.page import LETTERHEAD, WORK, SettingsPage
from fitdesk.ui.settings.rates_field import RateRow, read_rate
from fitdesk.ui.settings.zone_field import ZoneField, own_zone
from fitdesk.ui.theme import Appearance
from fitdesk.ui.widgets.choice_field import ChoiceField
from fitdesk.ui.widgets.field import ReadingError
from hands import Key, click, press, write

Show = Callable[[], SettingsPage]


@pytest.fixture
def show(store: Store, changes: Changes, clock: Clock, qtbot: QtBot) -> Show:
    def make() -> SettingsPage:
        page = SettingsPage(store, changes, clock)
        qtbot.addWidget(page)
        page.resize(850, 700)
        page.show()
        page.activateWindow()
        return page

    return make


def edit(form: OwnerForm, key: str) -> QLineEdit:
    target = form.field(key).targets()[0]
    assert isinstance(target, QLineEdit)
    return target


def retype(form: OwnerForm, key: str, text: str) -> None:
    """Write ``text`` over what stands in a field and leave it."""
    field = edit(form, key)
    field.setFocus()
    field.selectAll()
    press(field, Key.Key_Delete)
    write(field, text)
    form.settle()


def choose_layout(page: SettingsPage, layout: Layout) -> None:
    field = page.letterhead.field("layout")
    assert isinstance(field, ChoiceField)
    field.set_value(layout)
    field.box.activated.emit(field.box.currentIndex())
    page.letterhead.settle()


def test_what_is_typed_is_kept(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    retype(page.profile, "name", "Imogen Vale")
    retype(page.profile, "email", "imogen@vale.example")
    kept = owner.get(store)
    assert (kept.name, kept.email) == ("Imogen Vale", "imogen@vale.example")
    assert page.state.text() == "Saved"


def test_it_is_kept_one_second_after_the_last_key_without_leaving(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    write(edit(page.profile, "name"), "Imogen")
    assert owner.get(store).name == ""
    qtbot.waitUntil(lambda: owner.get(store).name == "Imogen", timeout=3000)


def test_every_field_comes_back_as_it_was(store: Store, show: Show) -> None:
    before = replace(an_owner(), website="https://vale.example", rates=(("CHF", Decimal("0.89")),))
    owner.save(store, before)
    page = show()
    kept = owner.get(store)
    for form in (page.profile, page.letterhead, page.work, page.rules):
        assert form.owner_with(kept) == kept
        assert form.errors() == {}


def test_an_error_stands_beside_its_field_and_spoils_nothing(store: Store, show: Show) -> None:
    owner.save(store, replace(Owner(), name="Imogen", email="imogen@vale.example"))
    page = show()
    retype(page.profile, "email", "imogen at vale")
    retype(page.profile, "phone", "+49 30 23125 142")
    kept = owner.get(store)
    assert (kept.email, kept.phone) == ("imogen@vale.example", "+493023125142")
    assert page.profile.row("email").shown_error != ""
    assert page.state.text() == "Saved, but for what is marked"


def test_what_cannot_be_read_yet_is_offered_again(
    store: Store, changes: Changes, clock: Clock, show: Show, qtbot: QtBot
) -> None:
    retype(show().profile, "email", "imogen at vale")
    again = show()
    assert edit(again.profile, "email").text() == "imogen at vale"
    retype(again.profile, "email", "imogen@vale.example")
    assert edit(show().profile, "email").text() == "imogen@vale.example"


def test_the_cursor_stays_where_somebody_types(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    field = edit(page.profile, "name")
    field.setFocus()
    write(field, "Imogen ")
    page.profile.settled.emit()
    qtbot.wait(20)
    write(field, "Vale")
    assert field.text() == "Imogen Vale"


def test_a_change_from_elsewhere_is_shown(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    owner.save(store, replace(Owner(), name="Somebody Else"))
    qtbot.waitUntil(lambda: edit(page.profile, "name").text() == "Somebody Else")


def test_a_database_that_cannot_be_written_says_so(show: Show, store: Store) -> None:
    page = show()
    store.read_only = True
    retype(page.profile, "name", "Imogen")
    assert page.state.property("role") == "error"
    assert page.state.text().endswith(".")
    assert edit(page.profile, "name").text() == "Imogen"
    store.read_only = False


def test_tabs_show_the_parts(show: Show) -> None:
    page = show()
    click(page._tabs.button(LETTERHEAD))
    assert page.part() == LETTERHEAD
    assert page.letterhead.isVisible()
    assert not page.profile.isVisible()


def test_layout_and_colour_are_chosen_with_the_mouse(store: Store, show: Show) -> None:
    page = show()
    page.show_part(LETTERHEAD)
    accent = page.letterhead.field("accent")
    assert isinstance(accent, ColourField)
    swatch = next(one for one in accent.swatches if one.colour == "#1f4e79")
    click(swatch)
    choose_layout(page, Layout.US)
    kept = owner.get(store).letterhead
    assert (kept.accent, kept.layout) == ("#1f4e79", Layout.US)
    assert swatch.isChecked()


def test_colours_on_offer_print_well() -> None:
    assert all(contrast_with_white(colour) >= 4.5 for colour in PRINTABLE)
    assert read_colour("2F6F5E") == "#2f6f5e"


@pytest.mark.parametrize("text", ["green", "#12", "#ffee00", "#fff"])
def test_other_colours_say_what_to_do(text: str) -> None:
    with pytest.raises(ReadingError) as problem:
        read_colour(text)
    assert str(problem.value)


def test_lines_between_verdicts_must_be_in_order(store: Store, show: Show) -> None:
    page = show()
    retype(page.rules, "decline_fit", "80")
    assert "70" in page.rules.row("decline_fit").shown_error
    assert owner.get(store).thresholds == Thresholds()
    retype(page.rules, "accept_fit", "85")
    assert owner.get(store).thresholds.accept_fit == 85
    assert page.rules.errors() == {}


def test_exchange_rates(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    page.show_part(2)
    page.work.rates.add_button.click()
    row = page.work.rates.rows()[0]
    assert isinstance(row, RateRow)
    write(row.currency.edit, "GBP")
    assert page.work.errors() == {"rates": "Write both the currency and its rate"}
    write(row.rate.edit, "1,17")
    page.work.settle()
    assert owner.get(store).rates == (("GBP", Decimal("1.17")),)


@pytest.mark.parametrize("text", ["0", "-1", "a", "1.2.3", "1e9", ""])
def test_impossible_rates(text: str) -> None:
    with pytest.raises(ReadingError):
        read_rate(text)


def test_a_fraction_that_the_field_does_not_show_is_not_lost(store: Store, show: Show) -> None:
    owner.save(store, replace(an_owner(), capacity_days=Decimal("8.5")))
    page = show()
    retype(page.work, "travel_limit", "9")
    kept = owner.get(store)
    assert (kept.capacity_days, kept.travel_limit) == (Decimal("8.5"), Decimal(9))


def test_the_appearance_is_chosen_and_remembered(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    page.show_part(4)
    with qtbot.waitSignal(page.appearance_chosen) as told:
        click(page.look.appearance.segments.buttons[2])
    assert told.args == [Appearance.DARK]
    assert window_state.appearance(store) is Appearance.DARK


def test_where_the_data_live(tmp_path: Path, qtbot: QtBot, clock: Clock) -> None:
    path = tmp_path / "practice.sqlite3"
    kept = Store.open(path, now=datetime(2026, 11, 22))
    changes = Changes(kept)
    page = SettingsPage(kept, changes, clock)
    qtbot.addWidget(page)
    page.refresh()
    assert page.look.place.text() == str(path)
    assert page.look.backup.text().startswith("No backup yet")
    made = back_up(kept.connection, path, datetime(2026, 11, 19))
    at = datetime(2026, 11, 19, 18).timestamp()
    os.utime(made, (at, at))
    page.refresh()
    assert page.look.backup.text() == "Last backup 3 days ago."
    page.close()
    changes.stop()
    kept.close()


def test_the_letter_is_drawn_only_while_it_is_looked_at(store: Store, show: Show, qtbot: QtBot) -> None:
    drawn: list[bytes] = []

    def make_pictures(pdf: bytes, dots: float) -> tuple[QImage, ...]:
        drawn.append(pdf)
        return (QImage(300, 424, QImage.Format.Format_RGB32),)

    owner.save(store, replace(an_owner(), name="Imogen Vale"))
    page = show()
    page.show_letters_with(make_pictures)
    qtbot.wait(200)
    assert drawn == []
    page.show_part(LETTERHEAD)
    qtbot.waitUntil(lambda: len(drawn) == 1, timeout=15_000)
    assert drawn[0].startswith(b"%PDF")
    choose_layout(page, Layout.US)
    qtbot.waitUntil(lambda: len(drawn) == 2, timeout=15_000)
    qtbot.waitUntil(lambda: page._preview is not None and page._preview._task is None)


def test_time_zone_and_travel_days_are_kept(store: Store, show: Show) -> None:
    page = show()
    page.show_part(WORK)
    zone = page.work.field("timezone")
    assert isinstance(zone, ZoneField)
    assert own_zone() in zone.edit.placeholderText()
    zone.edit.setFocus()
    write(zone.edit, "america/new york")
    page.work.settle()
    retype(page.work, "travel_before_from", "4")
    retype(page.work, "travel_after_from", "6.5")
    kept = owner.get(store)
    assert (kept.timezone, kept.travel_before_from, kept.travel_after_from) == (
        "America/New_York",
        Decimal(4),
        Decimal("6.5"),
    )
    retype(page.work, "travel_after_from", "")
    assert owner.get(store).travel_after_from is None


def test_an_unknown_time_zone_is_told_beside_the_field_and_not_kept(store: Store, show: Show) -> None:
    owner.save(store, an_owner(timezone="Europe/Paris"))
    page = show()
    page.show_part(WORK)
    zone = page.work.field("timezone")
    assert isinstance(zone, ZoneField)
    assert zone.edit.text() == "Europe/Paris"
    zone.edit.setFocus()
    zone.edit.selectAll()
    write(zone.edit, "Middle Earth")
    page.work.settle()
    assert page.work.row("timezone").shown_error == "Choose a zone such as Europe/London, or leave it empty"
    assert owner.get(store).timezone == "Europe/Paris"
    zone.edit.selectAll()
    press(zone.edit, Key.Key_Delete)
    page.work.settle()
    assert page.work.row("timezone").shown_error == ""
    assert owner.get(store).timezone == ""


def test_the_calendar_leads_to_the_days_a_month(show: Show) -> None:
    page = show()
    page.show_work()
    assert page.part() == WORK
    assert page.focusWidget() is edit(page.work, "capacity_days")


def test_a_footer_of_more_than_three_lines_is_refused_beside_it(store: Store, show: Show) -> None:
    owner.save(store, an_owner())
    page = show()
    page.show_part(LETTERHEAD)
    before = owner.get(store).letterhead.footer
    footer = page.letterhead.field("footer")
    footer.set_typed("one\ntwo\nthree\n\nfour")
    footer.changed.emit()
    page.letterhead.settle()
    assert "three lines" in page.letterhead.row("footer").shown_error
    assert owner.get(store).letterhead.footer == before
    footer.set_typed("one\ntwo\nthree")
    footer.changed.emit()
    page.letterhead.settle()
    assert owner.get(store).letterhead.footer == "one\ntwo\nthree"


def test_the_picture_of_the_letter_grows_with_the_window_and_stays_in_view(
    store: Store, show: Show, qtbot: QtBot
) -> None:
    owner.save(store, an_owner())
    page = show()
    page.show_letters_with(lambda _pdf, _dots: (QImage(300, 424, QImage.Format.Format_RGB32),))
    page.show_part(LETTERHEAD)
    page.resize(848, 700)
    assert page._preview is not None
    assert page._preview.width() == 300
    page.resize(1424, 1000)
    assert page._preview.width() == 480
    beside = page.letterhead.parentWidget()
    assert beside is not None
    assert not beside.isAncestorOf(page._preview), "it does not scroll away"
    qtbot.waitUntil(lambda: page._preview is not None and page._preview._task is None)
