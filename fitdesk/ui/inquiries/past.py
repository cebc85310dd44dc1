"""What else happened around an inquiry: letters, referrals and follow-ups, as lines of its history."""

from __future__ import annotations

from fitdesk.domain.letter import LetterKind, LetterStatus
from fitdesk.domain.peer import Outcome
from fitdesk.i18n import _
from fitdesk.store import follow_ups, letters, referrals
from fitdesk.store.store import Store
from fitdesk.ui.inquiries.history_view import Happening


def past_of(store: Store, inquiry_id: int) -> tuple[Happening, ...]:
    """Everything that the store has on ``inquiry_id`` beside the inquiry itself."""
    lines = []
    for letter in letters.for_inquiry(store, inquiry_id):
        is_sent = letter.status is LetterStatus.SENT
        day = letter.sent_at.date() if letter.sent_at else letter.day
        lines.append(Happening(day, _("Letter sent") if is_sent else _("Letter begun"), letter.text.subject))
    for referral in referrals.for_inquiry(store, inquiry_id):
        ended = f" ({_outcome(referral.outcome)})" if referral.outcome else ""
        lines.append(Happening(referral.day, _("Referred to"), referral.peer_name + ended))
    for promise in follow_ups.for_inquiry(store, inquiry_id):
        if promise.done is not None:
            lines.append(Happening(promise.done, _("Done"), promise.what))
        else:
            lines.append(Happening(promise.due, _("Planned"), promise.what))
    return tuple(lines)


def written_about(store: Store, inquiry_id: int) -> frozenset[LetterKind]:
    """The kinds of letters that were sent about ``inquiry_id`` and still stand."""
    sent = (one for one in letters.for_inquiry(store, inquiry_id) if one.status is LetterStatus.SENT)
    return frozenset(one.kind for one in sent if letters.voided(store, one.id or 0) is None)


def _outcome(outcome: Outcome) -> str:
    return {
        Outcome.DELIGHTED: _("they were delighted"),
        Outcome.FINE: _("it went fine"),
        Outcome.DISAPPOINTED: _("they were disappointed"),
    }[outcome]
