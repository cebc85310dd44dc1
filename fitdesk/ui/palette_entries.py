"""What the command palette offers: the actions of every page and of the window, and every record by name."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from fitdesk.i18n import _
from fitdesk.store import calendar, inquiries, letters, offerings, peers
from fitdesk.store.inquiries import InquiryQuery, View
from fitdesk.ui.format import day_span, joined
from fitdesk.ui.widgets.command_palette import Entry, rank

if TYPE_CHECKING:
    from fitdesk.ui.main_window import MainWindow

_NOT_OFFERED = ("Ctrl+K",)
_MOST = 12
"""Inquiries shown of each kind."""


def actions(window: MainWindow) -> list[Entry]:
    """Actions of the page shown first, then those of the window, then those of the other pages."""
    here = window.current_key()
    own = [
        Entry(action.text(), keys_of(action), action.trigger)
        for action in window.actions()
        if action.shortcut().toString() not in _NOT_OFFERED
    ]
    others = [_of_page(window, key) for key in window.page_names() if key != here]
    return [*_of_page(window, here), *own, *chain.from_iterable(others)]


def records(window: MainWindow, text: str) -> list[Entry]:
    """Inquiries, offerings, peers, days in the calendar and letters whose name matches ``text``.

    Inquiries and letters are found by their words, too.
    """
    store = window.store
    found: list[Entry] = []
    for view in (View.OPEN, View.WAITING, View.DECIDED):
        for line in inquiries.first_lines(store, InquiryQuery(view=view, search=text), _MOST):
            kind = joined(_("Inquiry"), line.organization or line.who)
            found.append(Entry(line.title, kind, partial(window.open_record, "inquiries", line.id)))
    named = [
        Entry(offering.title, _("Offering"), partial(window.open_record, "offerings", offering.id))
        for offering in offerings.every(store)
        if offering.id is not None
    ]
    named += [
        Entry(peer.name, _("Peer"), partial(window.open_record, "peers", peer.id))
        for peer in peers.every(store)
        if peer.id is not None
    ]
    today = window.clock.today()
    named += [
        Entry(
            entry.title,
            joined(_("Calendar"), day_span(entry.first, entry.last, today)),
            partial(window.open_record, "calendar", entry.id),
        )
        for entry in calendar.own(store)
        if entry.id is not None and entry.title and entry.last >= today
    ]
    written = [
        Entry(joined(line.recipient, line.subject), _("Letter"), partial(window.open_record, "letters", line.id))
        for line in letters.lines(store, letters.LetterQuery(text))[:_MOST]
    ]
    return [*rank(text, named), *found, *written]


def keys_of(action: QAction) -> str:
    """The shortcut of ``action`` as this system writes it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _of_page(window: MainWindow, key: str) -> list[Entry]:
    def run(action: QAction) -> None:
        window.show_page(key)
        action.trigger()

    return [
        Entry(action.text(), keys_of(action) or window.page_names()[key], partial(run, action))
        for action in window.page(key).actions()
        if action.isEnabled() and action.isVisible() and action.text()
    ]
