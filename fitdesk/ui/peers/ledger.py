"""Recording how a referral ended: on the ledger, and as a dated fact among the peer's trust evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain.peer import Outcome, TrustEvidence
from fitdesk.domain.referral import Direction, Referral
from fitdesk.i18n import _
from fitdesk.store import peers, referrals
from fitdesk.ui.widgets.read_dates import write_date

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def record_outcome(store: Store, referral: Referral, outcome: Outcome | None, title: str, today: date) -> None:
    """Write ``outcome`` down, in both places or in none. Raises StoreError.

    Trust is reckoned from the evidence, so a known outcome stands there as one fact, which a later word replaces.
    """
    assert referral.id is not None
    fact = _("Referral of {day}: {title}").format(day=write_date(referral.day), title=title or _("a request"))
    with store.transaction():
        referrals.record_outcome(store, referral.id, outcome)
        if referral.direction is Direction.RECEIVED:
            return  # that was the owner's own work and says nothing of the peer's
        peer = peers.get(store, referral.peer_id)
        others = tuple(proof for proof in peer.evidence if proof.fact != fact)
        proof = (TrustEvidence(max(today, referral.day), fact, outcome),) if outcome is not None else ()
        if others + proof != peer.evidence:
            peers.save(store, replace(peer, evidence=others + proof))
