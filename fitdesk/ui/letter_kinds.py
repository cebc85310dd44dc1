"""What each kind of letter is called where one is begun: a plain verb for a menu or a button."""

from __future__ import annotations

from fitdesk.domain.letter import LetterKind
from fitdesk.i18n import _


def begin_words(kind: LetterKind) -> str:
    """ "Refer to a colleague…", "Write the no: it is not for me…" """
    return {
        LetterKind.REFERRAL: _("Refer to a colleague…"),
        LetterKind.WRONG_FOR_YOU: _("Write the no: I am wrong for you…"),
        LetterKind.NOT_FOR_ME: _("Write the no: it is not for me…"),
        LetterKind.NOT_NOW: _("Write “not now”…"),
        LetterKind.ACCEPTANCE: _("Write the yes…"),
        LetterKind.QUESTIONS: _("Ask by letter…"),
        LetterKind.INTRODUCTION: _("Introduce them to a colleague…"),
        LetterKind.THANKS: _("Thank the colleague…"),
        LetterKind.AFTER_EVENT: _("Ask how it went…"),
        LetterKind.NEXT_SEASON: _("Write for the next season…"),
        LetterKind.CONSENT: _("Ask for consent…"),
        LetterKind.CALL_CARD: _("Call card…"),
    }[kind]


def button_words(kind: LetterKind) -> str:
    """The same, short enough for a button beside others: both Noes are "Write the no…"."""
    if kind is LetterKind.INTRODUCTION:
        return _("Introduce them…")
    if kind in (LetterKind.WRONG_FOR_YOU, LetterKind.NOT_FOR_ME):
        return _("Write the no…")
    return begin_words(kind)
