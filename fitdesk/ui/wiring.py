"""What one page asks of another: pages do not know each other, the window connects their signals."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from fitdesk.ui.calendar.page import CalendarPage
    from fitdesk.ui.inquiries.page import InquiriesPage
    from fitdesk.ui.insight.page import InsightPage
    from fitdesk.ui.letters.page import LettersPage
    from fitdesk.ui.main_window import MainWindow
    from fitdesk.ui.offerings.page import OfferingsPage
    from fitdesk.ui.peers.page import PeersPage
    from fitdesk.ui.settings.page import SettingsPage
    from fitdesk.ui.today.page import TodayPage
    from fitdesk.ui.widgets.page import Page
    from fitdesk.ui.widgets.record_page import RecordPage


def wire(key: str, page: Page, window: MainWindow) -> None:
    """Connect a page that was just built."""
    connect = _WIRES.get(key)
    if connect is not None:
        connect(page, window)


def _wire_today(page: Page, window: MainWindow) -> None:
    today = cast("TodayPage", page)
    today.inquiry_opened.connect(partial(window.open_record, "inquiries"))
    today.look_back_wanted.connect(lambda number: _inquiries(window).begin_look_back(number))
    today.question_wanted.connect(lambda number: _inquiries(window).ask_if_still_wanted(number))
    today.letter_opened.connect(partial(window.open_record, "letters"))
    today.peer_opened.connect(partial(window.open_record, "peers"))
    today.page_wanted.connect(lambda key: window.show_page(key))
    today.new_wanted.connect(partial(_begin_new, window))
    today.captured.connect(lambda text: _inquiries(window).begin_paste(text))
    today.files_dropped.connect(lambda paths: _inquiries(window).read_files(paths))


def _wire_settings(page: Page, window: MainWindow) -> None:
    from fitdesk.ui.letters.pictures import page_pictures

    settings = cast("SettingsPage", page)
    settings.appearance_chosen.connect(window.set_appearance)
    settings.show_letters_with(page_pictures)


def _wire_inquiries(page: Page, window: MainWindow) -> None:
    cast("InquiriesPage", page).letter_requested.connect(
        lambda kind, inquiry_id: _letters(window).begin_letter(kind, inquiry_id)
    )


def _wire_peers(page: Page, window: MainWindow) -> None:
    cast("PeersPage", page).letter_requested.connect(
        lambda kind, inquiry_id, peer_id: _letters(window).begin_letter(kind, inquiry_id, peer_id)
    )


def _wire_offerings(page: Page, window: MainWindow) -> None:
    cast("OfferingsPage", page).inquiry_opened.connect(partial(window.open_record, "inquiries"))


def _wire_letters(page: Page, window: MainWindow) -> None:
    cast("LettersPage", page).inquiry_wanted.connect(partial(window.open_record, "inquiries"))


def _wire_calendar(page: Page, window: MainWindow) -> None:
    from fitdesk.ui.calendar_files import files_of

    calendar, files = cast("CalendarPage", page), files_of(window)
    calendar.file_chosen.connect(files.link)
    calendar.reread_wanted.connect(files.reread)
    files.reading_changed.connect(calendar.show_reading)
    files.start()
    calendar.inquiry_opened.connect(partial(window.open_record, "inquiries"))
    calendar.peer_opened.connect(partial(window.open_record, "peers"))
    calendar.capacity_wanted.connect(lambda: cast("SettingsPage", window.show_page("settings")).show_work())


def _wire_insight(page: Page, window: MainWindow) -> None:
    insight = cast("InsightPage", page)
    insight.page_wanted.connect(lambda key: window.show_page(key))
    insight.weights_tried.connect(
        lambda weights: cast("OfferingsPage", window.show_page("offerings")).try_weights(weights)
    )


def _begin_new(window: MainWindow, key: str) -> None:
    cast("RecordPage[object]", window.show_page(key)).begin_new()


def _letters(window: MainWindow) -> LettersPage:
    """The page, which need not be shown: its window opens over whatever is."""
    return cast("LettersPage", window.page("letters"))


def _inquiries(window: MainWindow) -> InquiriesPage:
    return cast("InquiriesPage", window.show_page("inquiries"))


_WIRES: dict[str, Callable[[Page, MainWindow], None]] = {
    "today": _wire_today,
    "inquiries": _wire_inquiries,
    "peers": _wire_peers,
    "letters": _wire_letters,
    "offerings": _wire_offerings,
    "calendar": _wire_calendar,
    "insight": _wire_insight,
    "settings": _wire_settings,
}
