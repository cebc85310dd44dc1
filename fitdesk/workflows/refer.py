"""Refer a client to peers: whom a letter may name, and whom not, with why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fitdesk.domain import matching
from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.workflows.letter_words import LetterError
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.triage import Triage


def choose_peers(answer: Triage, names: Sequence[str] = ()) -> tuple[RankedPeer, ...]:
    """The peers called ``names`` in that order, else the suggested ones. Raises LetterError on a wrong name."""
    if not names:
        if not answer.suggested:
            raise LetterError(
                _("No peer fits this request well enough to be named. Add one, or decline without a referral.")
            )
        return answer.suggested
    if len(names) > matching.MOST_PEERS:
        raise LetterError(_("A letter names one to three peers. Choose fewer."), is_bad_use=True)
    return tuple(dict.fromkeys(_peer_called(name, answer) for name in names))


def _peer_called(name: str, answer: Triage) -> RankedPeer:
    wanted = name.casefold().strip()
    exact = [ranked for ranked in answer.peers if ranked.peer.name.casefold() == wanted]
    found = exact or [ranked for ranked in answer.peers if wanted and wanted in ranked.peer.name.casefold()]
    if len(found) == 1:
        return found[0]
    if found and wanted:
        several = _("“{name}” could be {names}. Write the whole name.")
        names = ", ".join(ranked.peer.name for ranked in found)
        raise LetterError(several.replace("{name}", name).replace("{names}", names), is_bad_use=True)
    known = ", ".join(ranked.peer.name for ranked in answer.peers) or _("nobody")
    said = _("“{name}” cannot be named in this letter. With a valid consent and nothing against it there are: {known}.")
    raise LetterError(said.replace("{name}", name).replace("{known}", known), is_bad_use=True)


def left_out(practice: Practice, answer: Triage, today: date) -> tuple[tuple[Peer, str], ...]:
    """The peers who cannot be named for this request, each with why in a few words."""
    named = {ranked.peer.id for ranked in answer.peers}
    return tuple(
        (peer, _why_not(peer, practice.owner, answer, today)) for peer in practice.peers if peer.id not in named
    )


def _why_not(peer: Peer, owner: Owner, answer: Triage, today: date) -> str:
    if not peer.active:
        return _("not active at present")
    if peer.consent is None:
        return _("has not yet agreed to be recommended")
    if peer.consent.withdrawn is not None and peer.consent.withdrawn <= today:
        return _("has withdrawn the consent to be recommended")
    if not matching.consent_is_valid(peer, owner, today):
        return _("the consent is older than {n} months; ask again").replace("{n}", str(owner.consent_months))
    if matching.has_conflict(peer, answer.inquiry):
        return _("cannot work for this client")
    return _("does not do what this client needs")
