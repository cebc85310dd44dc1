"""Who may be recommended, in which order, how many, and why."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import BRISTOL, LEEDS, TODAY, a_peer, an_event, an_inquiry, an_offering, an_owner, asked
from domain.strategies import inquiries, many, peers
from fitdesk.domain.assessment import Finding, Side, VetoState
from fitdesk.domain.event import Format
from fitdesk.domain.fit import assess
from fitdesk.domain.inquiry import Inquiry, OwnersWord
from fitdesk.domain.matching import consent_is_valid, rank_peers, suggest, trust
from fitdesk.domain.offering import LanguageLevel, Topic
from fitdesk.domain.peer import Consent, Outcome, Peer, TrustEvidence
from fitdesk.domain.ranges import Range

OWNER = an_owner()


def ranked_names(*several: Peer, inquiry: Inquiry | None = None) -> list[str]:
    return [one.peer.name for one in rank_peers(inquiry or an_inquiry(), several, OWNER, None, TODAY)]


def proof(outcome: Outcome | None, day: date = TODAY) -> TrustEvidence:
    return TrustEvidence(day, "something seen", outcome)


@pytest.mark.parametrize(
    ("consent", "valid"),
    [
        (None, False),
        (Consent(TODAY), True),
        (Consent(date(2026, 3, 1)), True),
        (Consent(date(2026, 2, 28)), False),
        (Consent(TODAY + timedelta(days=1)), False),
        (Consent(date(2027, 1, 1), withdrawn=date(2027, 2, 1)), False),
        (Consent(date(2027, 1, 1), withdrawn=date(2027, 4, 1)), True),
    ],
)
def test_consent_holds_for_the_owners_months(consent: Consent | None, valid: bool) -> None:
    assert consent_is_valid(a_peer(consent=consent), OWNER, TODAY) is valid


def test_consent_given_on_a_long_months_last_day() -> None:
    owner = an_owner(consent_months=1)
    peer = a_peer(consent=Consent(date(2027, 1, 31)))
    assert consent_is_valid(peer, owner, date(2027, 2, 28))
    assert not consent_is_valid(peer, owner, date(2027, 3, 1))
    assert consent_is_valid(peer, an_owner(consent_months=23), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ((), 50),
        ((Outcome.DELIGHTED,), 100 * 2 / 3),
        ((Outcome.FINE,), 100 * 2 / 3),
        ((Outcome.DISAPPOINTED,), 100 / 3),
        ((None, None), 50),
        ((Outcome.DELIGHTED,) * 8, 90),
    ],
)
def test_trust_follows_known_outcomes(outcomes: tuple[Outcome | None, ...], expected: float) -> None:
    peer = a_peer(evidence=tuple(proof(one) for one in outcomes), seen=TODAY)
    assert trust(peer, TODAY) == pytest.approx(expected)


def test_trust_halves_towards_the_middle_in_two_years() -> None:
    peer = a_peer(evidence=tuple(proof(Outcome.DELIGHTED) for _ in range(8)), seen=TODAY)
    assert trust(peer, TODAY + timedelta(days=730)) == pytest.approx(70, abs=0.1)
    assert trust(peer, TODAY + timedelta(days=1461)) == pytest.approx(60, abs=0.1)
    assert trust(replace(peer, seen=TODAY + timedelta(days=700)), TODAY + timedelta(days=730)) > 88


def test_the_gate() -> None:
    good = a_peer()
    assert ranked_names(good) == ["Mira Okafor"]
    assert ranked_names(replace(good, active=False)) == []
    assert ranked_names(replace(good, consent=None)) == []
    assert ranked_names(replace(good, conflicts=("NORTHBRIDGE  trust",))) == []
    assert ranked_names(replace(good, conflicts=("Another Trust",))) == ["Mira Okafor"]
    assert ranked_names(replace(good, offerings=())) == []
    assert ranked_names(replace(good, offerings=(an_offering(active=False),))) == []
    comedian = replace(good, not_good_at=("incomplete information",), offerings=(an_offering(topics=()),))
    assert ranked_names(comedian) == []
    german = an_offering(languages=(("de", LanguageLevel.FLUENT),))
    assert ranked_names(replace(good, offerings=(german,))) == []
    assert ranked_names(replace(good, offerings=(german, an_offering()))) == ["Mira Okafor"]


def test_the_score_is_three_quarters_fit_and_one_quarter_trust() -> None:
    peer = a_peer(seen=TODAY, offerings=(an_offering(topics=(Topic("risk", 2),)), an_offering(similar_jobs=1)))
    (one,) = rank_peers(asked(topics=("risk",)), [peer], OWNER, None, TODAY)
    assert one.offering is peer.offerings[0]
    assert all(line.side is Side.FOR_THEM for line in one.contributions)
    assert one.for_them.low == pytest.approx(52 / 60 * 100)
    assert one.trust == pytest.approx(200 / 3)
    assert one.score == pytest.approx(0.75 * one.for_them.low + 0.25 * one.trust)


def test_what_the_owner_said_of_themselves_does_not_count_for_a_peer() -> None:
    word = OwnersWord(confidence=10, topic_depths=(("risk", 0),))
    (one,) = rank_peers(replace(asked(topics=("risk",)), owners_word=word), [a_peer()], OWNER, None, TODAY)
    assert one.for_them.low == pytest.approx(52 / 60 * 100)


def test_fairness_only_orders_those_within_five_points() -> None:
    fresh = a_peer(id=1, name="Fresh", given=0)
    often = a_peer(id=2, name="Often", given=3, offerings=(an_offering(confidence=96),))
    weak = a_peer(id=3, name="Weak", offerings=(an_offering(similar_jobs=1, confidence=80, style=None),))
    assert ranked_names(often, fresh, weak) == ["Fresh", "Often", "Weak"]
    recent = replace(fresh, id=4, name="Recent", last_referred=TODAY - timedelta(days=9))
    long_ago = replace(fresh, id=5, name="Long ago", last_referred=TODAY - timedelta(days=900))
    assert ranked_names(recent, long_ago, fresh) == ["Fresh", "Long ago", "Recent"]
    owed = replace(fresh, id=6, name="Owed", received=2, last_referred=TODAY)
    assert ranked_names(fresh, owed) == ["Owed", "Fresh"]


@many
@given(inquiries, st.lists(peers(), max_size=6, unique_by=lambda peer: peer.id), st.randoms())
def test_the_order_of_peers_changes_nothing(inquiry: Inquiry, several: list[Peer], chance: random.Random) -> None:
    before = rank_peers(inquiry, several, OWNER, None, TODAY)
    chance.shuffle(several)
    after = rank_peers(inquiry, several, OWNER, None, TODAY)
    assert after == before
    for one in before:
        assert all(line.finding.veto is not VetoState.CONFIRMED for line in one.contributions)
        assert 0 <= one.score <= 100
        assert one.unknown
    for ahead, behind in combinations(before, 2):
        assert behind.score <= ahead.score + 5
    assert 0 <= len(suggest(before)) <= 3


def test_how_many_are_suggested() -> None:
    def count(*sure: int) -> int:
        sold = [an_offering(confidence=percent) for percent in sure]
        several = [a_peer(id=n, name=f"P{n}", offerings=(offering,)) for n, offering in enumerate(sold)]
        return len(suggest(rank_peers(an_inquiry(), several, OWNER, None, TODAY)))

    assert count() == 0
    assert count(95) == 1
    assert count(95, 90) == 2
    assert count(95, 94, 93) == 3
    assert count(95, 94, 93, 92) == 3
    assert count(95, 94, 70) == 2
    far = a_peer(id=9, name="Far", evidence=(), offerings=(an_offering(confidence=50, style=None, formats=()),))
    pair = rank_peers(an_inquiry(), [a_peer(), far], OWNER, None, TODAY)
    assert pair[0].score - pair[1].score > 15
    assert len(suggest(pair)) == 1


def test_nobody_is_suggested_for_a_goal_that_is_not_known_to_be_their_work() -> None:
    vague = rank_peers(asked(topics=("quantum cooking",)), [a_peer()], OWNER, None, TODAY)
    assert len(vague) == 1
    assert suggest(vague) == ()
    assert vague[0].unknown[-1] == "how deep her work on “quantum cooking” goes"


def test_what_the_owner_said_a_goal_is_about_counts_for_peers_too() -> None:
    heard = an_inquiry(event=an_event(topics=()), goal="Our managers live with risk", subject="")
    assert suggest(rank_peers(heard, [a_peer()], OWNER, None, TODAY)) == ()
    said = replace(heard, owners_word=OwnersWord(topic_depths=(("risk", 0),)))
    assert [one.peer.name for one in suggest(rank_peers(said, [a_peer()], OWNER, None, TODAY))] == [a_peer().name]


def test_a_peer_behind_one_whose_work_is_not_known_is_suggested_all_the_same() -> None:
    known, unsure = rank_peers(an_inquiry(), [a_peer(id=1), a_peer(id=2, name="Vague")], OWNER, None, TODAY)
    goal = replace(unsure.contributions[0], finding=Finding(Range(0.0, 1.0), "depth not known"))
    vague = replace(unsure, contributions=(goal, *unsure.contributions[1:]))
    assert unsure.contributions[0].criterion == "goal"
    assert suggest((vague, known)) == (known,)


def test_reasons_lead_with_what_the_peer_does_better() -> None:
    owners_best = assess(asked(topics=("forecasting",), place=LEEDS), an_offering(), OWNER, (), TODAY)
    caster = an_offering(title="Looking ahead", topics=(Topic("forecasting", 3),))
    (one,) = rank_peers(
        asked(topics=("forecasting",), place=LEEDS), [a_peer(offerings=(caster,))], OWNER, owners_best, TODAY
    )
    keys = [reason.criterion for reason in one.reasons]
    assert keys[:3] == ["goal", "overdeliver", "travel"]
    said = {reason.criterion: reason.sentence for reason in one.reasons}
    assert said["goal"] == "She has made forecasting her deepest work."
    assert said["overdeliver"] == "She has done work like this 24 times."
    assert said["travel"] == "She is at home in Leeds."
    assert said["audience"] == "She works with groups of 50–400 people, managers among them."
    assert said["style"] == a_peer().differs
    assert said["fee"] == "Her usual fee lies within what is set aside."
    assert "leadtime" not in said


def test_reasons_rest_on_the_record() -> None:
    poor = an_offering(
        formats=(), languages=(), similar_jobs=None, audience_min=None, audience_max=None, fee_list=None,
        topics=(Topic("risk", 2),), style=None,
    )  # fmt: skip
    inquiry = asked(topics=("risk",))
    (one,) = rank_peers(inquiry, [a_peer(offerings=(poor,), pronoun_subject="they")], OWNER, None, TODAY)
    assert [reason.sentence for reason in one.reasons] == ["They work on risk with solid experience."]
    assert one.unknown == (
        "their calendar on 16 September 2027",
        "their fee",
        "how often they have done work like this",
        "which languages they work in",
        "which formats they offer",
        "how many people they work with",
    )


def test_a_fee_above_the_budget_is_no_reason() -> None:
    dear = a_peer(home=BRISTOL, offerings=(an_offering(fee_list=Decimal(20000)),))
    (one,) = rank_peers(an_inquiry(), [dear], OWNER, None, TODAY)
    assert "fee" not in [reason.criterion for reason in one.reasons]


def test_a_format_without_an_article() -> None:
    wanted = an_inquiry(event=an_event(format=Format.CONSULTING, dates=()))
    peer = a_peer(offerings=(an_offering(formats=(Format.CONSULTING,)),))
    (one,) = rank_peers(wanted, [peer], OWNER, None, TODAY)
    said = {reason.criterion: reason.sentence for reason in one.reasons}
    assert said["format"] == "She offers it as consulting."
    assert one.unknown[0] == "her calendar"
