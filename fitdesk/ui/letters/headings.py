"""What stands over the window of a letter: what it does, and whom it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.domain.languages import language_name
from fitdesk.domain.letter import LetterKind
from fitdesk.i18n import _
from fitdesk.letters.kinds import RULES, To
from fitdesk.letters.languages import LOCALES
from fitdesk.store import inquiries, peers
from fitdesk.store import owner as owners
from fitdesk.ui.format import joined
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows.letter_facts import LetterOrder

if TYPE_CHECKING:
    from fitdesk.store.store import Store


LONGEST_TITLE = 60
"""Characters: longer names of an event would take the window's room from the letter."""


def heading_of(store: Store, order: LetterOrder) -> str:
    """ "Refer “Leadership summit”", "Ask Fergus Teague for consent" """
    words = {
        LetterKind.REFERRAL: _("Refer “{title}”"),
        LetterKind.WRONG_FOR_YOU: _("Write the no for “{title}”: I am wrong for you"),
        LetterKind.NOT_FOR_ME: _("Write the no for “{title}”: it is not for me"),
        LetterKind.NOT_NOW: _("Not now: “{title}”"),
        LetterKind.ACCEPTANCE: _("Write the yes for “{title}”"),
        LetterKind.QUESTIONS: _("Ask about “{title}”"),
        LetterKind.INTRODUCTION: _("Introduce the client of “{title}”"),
        LetterKind.THANKS: _("Say thank you for “{title}”"),
        LetterKind.AFTER_EVENT: _("After “{title}”"),
        LetterKind.NEXT_SEASON: _("Next planning season: “{title}”"),
        LetterKind.CONSENT: _("Ask {peer} for consent"),
        LetterKind.CALL_CARD: _("Call card for “{title}”"),
    }[order.kind]
    title = inquiries.get(store, order.inquiry_id).title.strip() if order.inquiry_id is not None else ""
    title = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"
    return words.replace("{title}", title).replace("{peer}", _peer_name(store, order))


def about_order(store: Store, order: LetterOrder) -> str:
    """Who asked, and in which language; for a peer's letter to whom it goes."""
    if order.inquiry_id is None:
        return _("May I recommend you? The answer is theirs, and a no is welcome too.")
    inquiry = inquiries.get(store, order.inquiry_id)
    foreign = inquiry.language if inquiry.language not in (None, "en") else None
    wrote = _("wrote in {language}").format(language=language_name(foreign)) if foreign else ""
    if foreign and RULES[order.kind].to is To.CLIENT and foreign not in {locale[:2] for locale in LOCALES}:
        wrote = _("{wrote}, which FitDesk cannot write: choose the language below").format(wrote=wrote)
    to = _("to {who}").replace("{who}", _peer_name(store, order)) if order.addressee_id is not None else ""
    return joined(to, inquiry.contact.name, inquiry.contact.organization, wrote)


class LetterHeading(QWidget):
    """What is done, whom it is about, and that the letter has no sender as long as Settings hold none."""

    def __init__(self, store: Store, order: LetterOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(heading_of(store, order), "title", wraps=True)
        self.about = PlainLabel(about_order(store, order), "secondary", wraps=True)
        self.no_sender = PlainLabel(missing_sender(store), "warning", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.about, self.no_sender):
            column.addWidget(part)
            part.setVisible(bool(part.text()))


def missing_sender(store: Store) -> str:
    """What of the owner is missing on every letter, with where to put it; "" when there is a name."""
    if owners.get(store).name.strip():
        return ""
    return _("Your own name and address are not in Settings yet, so no sender is printed. Fill them in there first.")


def _peer_name(store: Store, order: LetterOrder) -> str:
    return peers.get(store, order.addressee_id).name if order.addressee_id is not None else ""
