"""Opens the window of a letter: of one begun before where there is one, else on what the records propose."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from fitdesk.domain.letter import Letter, LetterKind, LetterStatus
from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.letters.facts import FactsError
from fitdesk.store import inquiries, peers
from fitdesk.store.errors import StoreError
from fitdesk.store.inquiries import InquiryQuery, View
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import joined
from fitdesk.ui.letters.finder import inquiry_finder, peer_finder
from fitdesk.ui.letters.kind_words import kind_words
from fitdesk.ui.letters.letter_window import LetterWindow
from fitdesk.ui.widgets.command_palette import CommandPalette
from fitdesk.workflows.letter_facts import LetterOrder, order_of
from fitdesk.workflows.letter_prefill import draft_of, order_for

if TYPE_CHECKING:
    from fitdesk.store.store import Store

MOST_IN_MENU = 12
LATER = (LetterKind.AFTER_EVENT, LetterKind.NEXT_SEASON, LetterKind.INTRODUCTION, LetterKind.THANKS)
"""Kinds that come after a decision: their inquiries are looked for among the decided ones."""


class LetterOpener(QObject):
    """``notice(text, undo)`` for the quiet bar."""

    notice = Signal(str, object)

    def __init__(self, store: Store, clock: Clock, page: QWidget) -> None:
        super().__init__(page)
        self._store, self._clock, self._page = store, clock, page
        self.finder: CommandPalette | None = None

    def begin(self, kind: LetterKind, inquiry_id: int | None = None, peer_id: int | None = None) -> LetterWindow | None:
        """Open the window for this kind; one begun before is gone on with. None, and said why, if it cannot be."""
        try:
            draft = draft_of(self._store, kind, inquiry_id, peer_id)
            if draft is not None:
                return self.go_on(draft)
            order = order_for(self._store, kind, inquiry_id, self._clock.today(), peer_id=peer_id)
            return self._open(order, None)
        except StoreError as error:
            self.notice.emit(str(error), None)
            return None

    def go_on(self, letter: Letter) -> LetterWindow | None:
        """Open the window on a draft; None, and said why, when what it is about is gone. None for a sent letter."""
        if letter.status is LetterStatus.SENT:
            return None
        try:
            return self._open(order_of(letter), letter)
        except (StoreError, FactsError) as error:
            self.notice.emit(str(error), None)
            return None

    def fill_menu(self, menu: QMenu) -> None:
        """Every kind, each with the inquiries or peers it could be for."""
        menu.clear()
        for kind in LetterKind:
            inner = menu.addMenu(kind_words(kind))
            inner.aboutToShow.connect(partial(self._fill_kind, inner, kind))

    def _fill_kind(self, menu: QMenu, kind: LetterKind) -> None:
        menu.clear()
        if kind is LetterKind.CONSENT:
            self._offer_peers(menu)
            return
        view = View.DECIDED if kind in LATER else View.OPEN
        for line in inquiries.first_lines(self._store, InquiryQuery(view), MOST_IN_MENU):
            words = joined(line.title, line.who or line.organization).replace("&", "&&")
            menu.addAction(words[:80]).triggered.connect(partial(self._begin_for, kind, line.id, None))
        self._say_if_empty(menu, _("No decided inquiry yet") if kind in LATER else _("No open inquiry to answer"))
        menu.addSeparator()
        menu.addAction(_("Another inquiry…")).triggered.connect(partial(self._find, kind))

    def _offer_peers(self, menu: QMenu) -> None:
        """Those without a consent that stands first: they are the ones to be asked."""
        active = self._peers_to_ask()
        for peer in active[:MOST_IN_MENU]:
            words = peer.name.replace("&", "&&")
            menu.addAction(words[:80]).triggered.connect(partial(self._begin_for, LetterKind.CONSENT, None, peer.id))
        self._say_if_empty(menu, _("No peers yet"))
        if len(active) > MOST_IN_MENU:
            menu.addSeparator()
            menu.addAction(_("Another peer…")).triggered.connect(partial(self._find, LetterKind.CONSENT))

    def _peers_to_ask(self) -> list[Peer]:
        active = [peer for peer in peers.every(self._store) if peer.active]
        return sorted(active, key=lambda peer: (peer.consent is not None, peer.name.casefold()))

    def _find(self, kind: LetterKind, _checked: bool = False) -> None:
        """Have the inquiry or the peer chosen by name among all there are."""
        if self.finder is not None:
            self.finder.deleteLater()
        if kind is LetterKind.CONSENT:
            self.finder = peer_finder(self._page, self._peers_to_ask(), partial(self.begin, kind, None))
        else:
            view = View.DECIDED if kind in LATER else View.OPEN
            self.finder = inquiry_finder(self._page, self._store, view, partial(self.begin, kind))
        QTimer.singleShot(0, self.finder, self.finder.open)  # once the menu has given the focus back

    def _begin_for(self, kind: LetterKind, inquiry_id: int | None, peer_id: int | None, _checked: bool = False) -> None:
        self.begin(kind, inquiry_id, peer_id)

    def _say_if_empty(self, menu: QMenu, words: str) -> None:
        if menu.isEmpty():
            menu.addAction(words).setEnabled(False)

    def _open(self, order: LetterOrder, letter: Letter | None) -> LetterWindow | None:
        window = LetterWindow(self._store, self._clock, order, self._page.window(), letter)
        if window.trouble:
            self.notice.emit(window.trouble, None)
            window.deleteLater()
            return None
        window.other_wanted.connect(lambda kind: self.begin(kind, order.inquiry_id))
        window.letter_sent.connect(lambda _letter: self.notice.emit(_("The letter is kept under Letters."), None))
        window.finished.connect(lambda _code: self._come_back_from(window))
        window.open()
        return window

    def _come_back_from(self, window: LetterWindow) -> None:
        self._page.window().activateWindow()  # not every desktop does so by itself, and keys would go nowhere
        if window.has_draft:
            self.notice.emit(_("The letter waits under Letters, as a draft."), None)
