"""The pages of the window in the order of the sidebar; each is imported and built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fitdesk.i18n import _
from fitdesk.ui.changes import Changes, Clock

if TYPE_CHECKING:
    from fitdesk.store.store import Store
    from fitdesk.ui.widgets.page import Page

# The imports inside the functions are lazy on purpose: building only the first page keeps the start short.


def _today(store: Store, changes: Changes, clock: Clock) -> Page:
    from fitdesk.ui.today.page import TodayPage

    return TodayPage(store, changes, clock)


def _inquiries(store: Store, changes: Changes, clock: Clock) -> Page:
    from fitdesk.ui.inquiries.page import InquiriesPage

    return InquiriesPage(store, changes, clock)


def _offerings(store: Store, changes: Changes, clock: Clock) -> Page:
    from fitdesk.ui.offerings.page import OfferingsPage

    return OfferingsPage(store, changes, clock)


def _peers(store: Store, changes: Changes, clock: Clock) -> Page:
    from fitdesk.ui.peers.page import PeersPage

    return PeersPage(store, changes, clock)


def _letters(store: Store, changes: Changes, clock: Clock) -> Page:
    from fitdesk.ui.letters.page import LettersPage

    return LettersPage(store, changes, clock)


def _calendar(store: Store, changes: Changes, clock: Clock) -> Page:
    from fitdesk.ui.calendar.page import CalendarPage

    return CalendarPage(store, changes, clock)


def _insight(store: Store, changes: Changes, clock: Clock) -> Page:
    from fitdesk.ui.insight.page import InsightPage

    return InsightPage(store, changes, clock)


def _settings(store: Store, changes: Changes, clock: Clock) -> Page:
    from fitdesk.ui.settings.page import SettingsPage

    return SettingsPage(store, changes, clock)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """``shortcuts`` in Qt's notation, the first one shown."""

    key: str
    name: str
    shortcuts: tuple[str, ...]
    make: Callable[[Store, Changes, Clock], Page]


def page_entries() -> tuple[PageEntry, ...]:
    """All pages, Settings last."""
    return (
        PageEntry("today", _("Today"), ("Ctrl+1",), _today),
        PageEntry("inquiries", _("Inquiries"), ("Ctrl+2",), _inquiries),
        PageEntry("offerings", _("Offerings"), ("Ctrl+3",), _offerings),
        PageEntry("peers", _("Peers"), ("Ctrl+4",), _peers),
        PageEntry("letters", _("Letters"), ("Ctrl+5",), _letters),
        PageEntry("calendar", _("Calendar"), ("Ctrl+6",), _calendar),
        PageEntry("insight", _("Insight"), ("Ctrl+7",), _insight),
        PageEntry("settings", _("Settings"), ("Ctrl+,", "Ctrl+8"), _settings),
    )
