"""The ways a letter can leave: on paper, as a file, as an e-mail draft, or straight into the mail program."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Goes:
    """What goes out and what is on record for it: a card goes to nobody, a letter by post or mail where it can."""

    is_card: bool = False
    has_address: bool = True
    has_mail: bool = True

    @property
    def usual(self) -> Way:
        """The way to propose: on paper, unless only a mail can reach them."""
        return Way.EMAIL if self.has_mail and not self.has_address and not self.is_card else Way.PRINT


_ANY = Goes()


def way_words(way: Way, goes: Goes = _ANY) -> tuple[str, str]:
    """The button's words, and in one sentence what it does or what is missing for it."""
    word = {
        Way.PRINT: _("Print…"),
        Way.PDF: _("Save PDF…"),
        Way.EMAIL: _("E-mail draft…"),
        Way.MAIL_PROGRAM: _("Short e-mail"),
    }[way]
    return word, _sentence(way, goes)


def _sentence(way: Way, goes: Goes) -> str:
    if goes.is_card:
        return _("On paper, to lie beside the telephone.") if way is Way.PRINT else _("The card as a file.")
    if way is Way.PRINT and not goes.has_address:
        return _("On paper. No postal address is on record, so none is printed.")
    if way is Way.EMAIL and not goes.has_mail:
        return _("A mail with the letter attached. No e-mail address is on record; fill it in there.")
    if way is Way.MAIL_PROGRAM and not goes.has_mail:
        return _("Needs an e-mail address, and none is on record.")
    return {
        Way.PRINT: _("On paper, ready to sign and post."),
        Way.PDF: _("The finished letter as a file."),
        Way.EMAIL: _("A mail with the letter attached; you send it yourself."),
        Way.MAIL_PROGRAM: _("The e-mail alone, in a new mail of your mail program."),
    }[way]
