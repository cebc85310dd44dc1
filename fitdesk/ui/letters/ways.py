"""The ways a letter can leave: on paper, as a file, as an e-mail draft, or straight into the mail program."""

from __future__ import annotations

from enum import StrEnum

from fitdesk.domain.letter import Sending
from fitdesk.i18n import _


class Way(StrEnum):
    """EMAIL is a draft file with the letter attached, MAIL_PROGRAM the short text alone in a new mail."""

    PRINT = "print"
    PDF = "pdf"
    EMAIL = "email"
    MAIL_PROGRAM = "mail_program"

    @property
    def sending(self) -> Sending:
        """How the letter is said to have left."""
        return Sending.EMAIL if self is Way.MAIL_PROGRAM else Sending(self.value)

    @property
    def by_email(self) -> bool:
        """Whether the e-mail's text leaves, and must pass the check too."""
        return self.sending is Sending.EMAIL


def way_words(way: Way) -> tuple[str, str]:
    """The button's words, and what it does in one sentence."""
    return {
        Way.PRINT: (_("Print…"), _("On paper, ready to sign and post.")),
        Way.PDF: (_("Save PDF…"), _("The finished letter as a file.")),
        Way.EMAIL: (_("E-mail draft…"), _("A mail with the letter attached; you send it yourself.")),
        Way.MAIL_PROGRAM: (_("Short e-mail"), _("The e-mail alone, in a new mail of your mail program.")),
    }[way]
