"""Who is the right one instead: peers gated, ranked and given with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from fitdesk.domain.assessment import Assessment, Contribution, RankedPeer, Side, VetoState
from fitdesk.domain.case import case_for
from fitdesk.domain.inquiry import Inquiry, OwnersWord
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Outcome, Peer
from fitdesk.domain.peer_reasons import SUPPORTED, reasons_for, unknowns_of
from fitdesk.domain.scoring import out_of_100, score
from fitdesk.domain.scoring import total as sum_of

SHARE_OF_FIT = 0.75
MIDDLE_TRUST = 50.0
HALVING_MONTHS = 24
DAYS_A_MONTH = 365.25 / 12
FAIR_WITHIN = 5.0
ALONE_FROM = 15.0
USUAL_COUNT = 2
MOST_PEERS = 3
"""A letter that names more colleagues recommends nobody."""
NOT_RIGHT_BELOW = 60.0


def consent_is_valid(peer: Peer, owner: Owner, today: date) -> bool:
    """Whether the peer's yes holds today: given, not withdrawn, not older than the owner's limit in months."""
    consent = peer.consent
    if consent is None or consent.given > today:
        return False
    if consent.withdrawn is not None and consent.withdrawn <= today:
        return False
    return today <= _months_later(consent.given, owner.consent_months)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = following - timedelta(days=1)
    return last if last.day < day.day else last.replace(day=day.day)


def trust(peer: Peer, today: date) -> float:
    """Out of 100: Laplace's (good + 1) / (n + 2) over known outcomes, halving towards 50 every 24 months unseen."""
    outcomes = [proof.outcome for proof in peer.evidence if proof.outcome is not None and proof.day <= today]
    good = sum(1 for outcome in outcomes if outcome is not Outcome.DISAPPOINTED)
    raw = 100.0 * (good + 1) / (len(outcomes) + 2)
    meetings = [day for day in (peer.seen, *(proof.day for proof in peer.evidence)) if day is not None and day <= today]
    if not meetings:
        return MIDDLE_TRUST
    months = (today - max(meetings)).days / DAYS_A_MONTH
    kept: float = 0.5 ** (months / HALVING_MONTHS)
    return MIDDLE_TRUST + (raw - MIDDLE_TRUST) * kept


def rank_peers(
    inquiry: Inquiry, peers: Sequence[Peer], owner: Owner, owners_best: Assessment | None, today: date
) -> tuple[RankedPeer, ...]:
    """Peers who may be recommended for ``inquiry``, best first; the order of ``peers`` changes nothing.

    Left out: inactive ones, those without valid consent, with a conflict, or with a confirmed veto on what the
    client needs.
    """
    # The owner's word on depths is about the owner's work, but it tells what the request is about.
    wanted = replace(
        inquiry.event, topics=inquiry.event.topics or tuple(t for t, _n in inquiry.owners_word.topic_depths)
    )
    asked = replace(inquiry, event=wanted, owners_word=OwnersWord())
    ranked = []
    for peer in peers:
        if peer.active and consent_is_valid(peer, owner, today) and not has_conflict(peer, inquiry):
            ranked += [found for found in (_rank(asked, peer, owner, owners_best, today),) if found is not None]
    return _in_fair_order(ranked)


def has_conflict(peer: Peer, inquiry: Inquiry) -> bool:
    """Whether the client's organization is one the peer cannot work for."""
    who = _plain(inquiry.contact.organization or "")
    return bool(who) and any(_plain(name) == who for name in peer.conflicts)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace(".", " ").replace(",", " ").split())


def _rank(inquiry: Inquiry, peer: Peer, owner: Owner, owners_best: Assessment | None, today: date) -> RankedPeer | None:
    judged_as = replace(owner, home=peer.home, not_good_at=peer.not_good_at)
    active = [offering for offering in peer.offerings if offering.active]
    found = []
    for offering in active:
        others = [other for other in active if other is not offering]
        case = case_for(inquiry, offering, judged_as, (), today, siblings=others, is_owner=False)
        lines = tuple(line for line in score(case).contributions if line.side is Side.FOR_THEM)
        if all(line.finding.veto is not VetoState.CONFIRMED for line in lines):
            found.append((case, lines))
    if not found:
        return None
    case, lines = max(found, key=lambda one: _quality(one[1], one[0].offering.title))
    for_them = out_of_100(sum_of(lines), lines)
    trusted = trust(peer, today)
    points = SHARE_OF_FIT * for_them.low + (1 - SHARE_OF_FIT) * trusted
    return RankedPeer(
        peer,
        case.offering,
        lines,
        for_them,
        trusted,
        points,
        reasons_for(peer, case, lines, owners_best),
        unknowns_of(peer, case),
    )


def _quality(lines: tuple[Contribution, ...], title: str) -> tuple[float, float, str]:
    got = sum_of(lines)
    return (got.low, got.high, title)


def _in_fair_order(ranked: Iterable[RankedPeer]) -> tuple[RankedPeer, ...]:
    """By score; within five points of the best left, whoever is owed more, or was referred to longest ago, first."""
    left = sorted(ranked, key=lambda one: (-one.score, one.peer.name, one.peer.id or 0))
    order: list[RankedPeer] = []
    while left:
        near = [one for one in left if one.score >= left[0].score - FAIR_WITHIN]
        following = min(near, key=_fairness)
        order.append(following)
        left.remove(following)
    return tuple(order)


def _fairness(one: RankedPeer) -> tuple[int, date, float, str, int]:
    peer = one.peer
    return (peer.given - peer.received, peer.last_referred or date.min, -one.score, peer.name, peer.id or 0)


def suggest(ranked: Sequence[RankedPeer]) -> tuple[RankedPeer, ...]:
    """Whom to name, best first: two, or three when the third is as good; one when the first leads by more than 15.

    Nobody is suggested whose record does not say that the goal is their work.
    """
    fitting = tuple(one for one in ranked if _is_theirs(one))[:MOST_PEERS]
    if len(fitting) < 2 or fitting[0].score - fitting[1].score > ALONE_FROM:
        return fitting[:1]
    if len(fitting) == MOST_PEERS and fitting[1].score - fitting[2].score <= FAIR_WITHIN:
        return fitting
    return fitting[:USUAL_COUNT]


def _is_theirs(one: RankedPeer) -> bool:
    goal = next((line.finding.value.low for line in one.contributions if line.criterion == "goal"), 0.0)
    return goal >= SUPPORTED and one.for_them.high >= NOT_RIGHT_BELOW
