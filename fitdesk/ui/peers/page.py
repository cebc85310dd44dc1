"""The Peers page: the list with consent and last referral, and the chosen peer at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QMenu

from fitdesk.domain.letter import LetterKind, PeerSentence
from fitdesk.domain.peer import Outcome, Peer
from fitdesk.domain.referral import Referral
from fitdesk.i18n import _
from fitdesk.store import inquiries, peer_sentences, referrals
from fitdesk.store.errors import StoreError
from fitdesk.store.kinds import Kind
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.peers.editor import PeerEditor
from fitdesk.ui.peers.ledger import record_outcome
from fitdesk.ui.peers.records import PeerRecords
from fitdesk.ui.widgets.record_page import RecordPage
from fitdesk.workflows.letter_prefill import referrals_with

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class PeersPage(RecordPage[Peer]):
    """Trusted competitors, prepared before they are needed.

    ``letter_requested(LetterKind, inquiry id or None, peer id)`` asks for the window of a letter to a peer.
    """

    letter_requested = Signal(object, object, int)
    watched = frozenset({Kind.PEERS, Kind.REFERRALS, Kind.OWNER})

    def __init__(self, store: Store, changes: Changes, clock: Clock) -> None:
        records = PeerRecords(store, clock)
        editor = PeerEditor(records, clock)
        super().__init__(store, changes, clock, records, editor)
        self._editor = editor
        self._titles: dict[int, str] = {}
        editor.referrals.outcome_chosen.connect(self._record_outcome)
        editor.sentences.written.connect(self._keep_sentence)
        self.opened.connect(lambda _number: self._show_referrals())
        self.add_action(_("Contact data checked today"), self._check_today)
        editor.ask_by_letter.clicked.connect(lambda *_: self._ask_for_consent())
        self.ask_consent = self.add_action(_("Ask for consent by letter…"), self._ask_for_consent)
        self.tools.menu.insertAction(self.tools.copy, self.ask_consent)
        self._thanks = QMenu(_("Thank them for"), self)
        self._thanks.aboutToShow.connect(self._fill_thanks)
        self.tools.menu.insertMenu(self.tools.copy, self._thanks)
        self.tools.menu.insertSeparator(self.tools.copy)

    def refresh(self) -> None:
        super().refresh()
        self._show_referrals()

    def _show_referrals(self) -> None:
        number = self.open_number()
        found = referrals.for_peer(self.store, number) if number else ()
        ids = [one.inquiry_id for one in found if one.inquiry_id is not None]
        self._titles = {line.id: line.title for line in inquiries.lines(self.store, ids)}
        self._editor.show_referrals(found, self._titles)
        own = peer_sentences.for_peer(self.store, number) if number else ()
        self._editor.sentences.show_sentences(number or None, own)

    def _keep_sentence(self, own: PeerSentence) -> None:
        try:
            peer_sentences.keep(self.store, own)
        except StoreError as problem:
            self.notice.emit(str(problem), None)

    def hideEvent(self, event: QHideEvent) -> None:
        self._editor.sentences.keep_now()
        super().hideEvent(event)

    def _record_outcome(self, referral: Referral, outcome: Outcome | None) -> None:
        self.settle()
        if self._write_outcome(referral, outcome):
            self.notice.emit(_("Kept how it ended"), lambda: self._write_outcome(referral, referral.outcome))

    def _write_outcome(self, referral: Referral, outcome: Outcome | None) -> bool:
        title = self._titles.get(referral.inquiry_id or 0, "")
        try:
            record_outcome(self.store, referral, outcome, title, self.clock.today())
        except StoreError as problem:
            self.notice.emit(str(problem), None)
            return False
        return True

    def _check_today(self) -> None:
        if self.open_number() and not self.is_in_trash():
            self._editor.verified.button.click()

    def _ask_for_consent(self) -> None:
        self.settle()
        number = self.open_number()
        if number and not self.is_in_trash():
            self.letter_requested.emit(LetterKind.CONSENT, None, number)

    def _fill_thanks(self) -> None:
        """The requests that went to or came from the peer shown."""
        self._thanks.clear()
        number = self.open_number()
        for referral in referrals_with(self.store, number) if number else ():
            title = self._titles.get(referral.inquiry_id or 0, "")
            action = self._thanks.addAction(title.replace("&", "&&")[:80] or _("a request"))
            action.triggered.connect(partial(self._thank, referral.inquiry_id or 0, number or 0))
        if self._thanks.isEmpty():
            self._thanks.addAction(_("Nothing given or received yet")).setEnabled(False)

    def _thank(self, inquiry_id: int, peer_id: int, _checked: bool = False) -> None:
        self.settle()
        self.letter_requested.emit(LetterKind.THANKS, inquiry_id, peer_id)
