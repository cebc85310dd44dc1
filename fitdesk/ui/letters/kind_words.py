"""What each kind of letter is called on the screen."""

from __future__ import annotations

from fitdesk.domain.letter import LetterKind
from fitdesk.i18n import _


def kind_words(kind: LetterKind) -> str:
    """The kind as a heading or an entry of a list: "Referral", "No: I am wrong for you"."""
    return {
        LetterKind.REFERRAL: _("Referral"),
        LetterKind.WRONG_FOR_YOU: _("No: I am wrong for you"),
        LetterKind.NOT_FOR_ME: _("No: it is not for me"),
        LetterKind.NOT_NOW: _("Not now"),
        LetterKind.ACCEPTANCE: _("Yes"),
        LetterKind.QUESTIONS: _("Questions"),
        LetterKind.INTRODUCTION: _("Introduction to a peer"),
        LetterKind.THANKS: _("Thanks to a peer"),
        LetterKind.AFTER_EVENT: _("After the event"),
        LetterKind.NEXT_SEASON: _("Next planning season"),
        LetterKind.CONSENT: _("May I recommend you?"),
        LetterKind.CALL_CARD: _("Call card"),
    }[kind]
