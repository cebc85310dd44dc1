"""The decision that a letter carries, written when it leaves: a No declines, a yes accepts, questions ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from fitdesk.domain.decision_days import last_change
from fitdesk.domain.decision_reasons import is_against
from fitdesk.domain.fit import score_all
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import Letter, LetterKind
from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.letters.reasons import choose_reasons
from fitdesk.store import inquiries
from fitdesk.workflows.decide import decide
from fitdesk.workflows.letter_words import facts_of
from fitdesk.workflows.practice import load_practice

if TYPE_CHECKING:
    from datetime import date

    from fitdesk.store.store import Store

DECIDES: Final = {
    LetterKind.REFERRAL: Status.REFERRED,
    LetterKind.WRONG_FOR_YOU: Status.DECLINED,
    LetterKind.NOT_FOR_ME: Status.DECLINED,
    LetterKind.NOT_NOW: Status.NOT_NOW,
    LetterKind.ACCEPTANCE: Status.ACCEPTED,
    LetterKind.QUESTIONS: Status.ASKED,
}
"""What an inquiry becomes by a letter of this kind; the other kinds decide nothing."""


def decide_by_letter(store: Store, letter: Letter, named: Sequence[Peer], now: datetime) -> None:
    """Write the decision that ``letter`` says, unless it was written before or the owner has to give a reason first.

    See ``left_to_decide``. Raises DecisionError when the day of it cannot be; nothing is changed then.
    """
    status = DECIDES.get(letter.kind)
    if status is None or letter.inquiry_id is None:
        return
    inquiry = inquiries.get(store, letter.inquiry_id)
    if not _is_news(inquiry, status) or (status is Status.ACCEPTED and wants_a_sentence(store, inquiry, now.date())):
        return
    said = facts_of(letter).particulars
    if status is Status.REFERRED:
        decide(store, letter.inquiry_id, status, ", ".join(peer.name for peer in named), now)
    elif status is Status.NOT_NOW:
        decide(store, letter.inquiry_id, status, "", now, reasons=_stated(letter), come_back=said.come_back)
    elif status is Status.ACCEPTED:
        decide(store, letter.inquiry_id, status, "", now, on=said.agreed_day)
    elif status is Status.ASKED:
        decide(store, letter.inquiry_id, status, _("asked by letter"), now)
    else:
        decide(store, letter.inquiry_id, status, "", now, reasons=_stated(letter))


def left_to_decide(store: Store, letter: Letter, today: date) -> str:
    """What the owner has to do on the inquiry's page now that ``letter`` has left; empty when all is written."""
    if letter.kind is not LetterKind.ACCEPTANCE or letter.inquiry_id is None:
        return ""
    inquiry = inquiries.get(store, letter.inquiry_id)
    if inquiry.status is Status.ACCEPTED or not wants_a_sentence(store, inquiry, today):
        return ""
    return _("The judgement is not at yes, so the inquiry is still open. Accept it on its page, with your reason.")


def wants_a_sentence(store: Store, inquiry: Inquiry, today: date) -> bool:
    """Whether accepting would go against the judgement: then only the owner can write down why."""
    practice = load_practice(store)
    judged = score_all(inquiry, practice.offerings, practice.owner, practice.entries, today)
    return is_against(judged[0] if judged else None, Status.ACCEPTED)


def _is_news(inquiry: Inquiry, status: Status) -> bool:
    """Whether the inquiry does not stand so already; a second referral names others, and is written down too.

    Questions change nothing on an inquiry that is settled or for which a day is held.
    """
    if status is Status.REFERRED:
        return True
    if status is Status.ASKED:
        return inquiry.status is Status.NEW
    return inquiry.status is not status or last_change(inquiry) is None


def _stated(letter: Letter) -> tuple[str, ...]:
    """Keys of the reasons that the letter may state, as they stand on record."""
    return tuple(dict.fromkeys(reason.criterion for reason in choose_reasons(facts_of(letter).reasons)))
