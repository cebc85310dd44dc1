"""Precedents: the likest come first, the unlike never, and each says how it ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from build import TODAY, an_inquiry, an_offering, an_owner, asked
from build_decided import a_decided, a_snapshot, many_decided
from domain.strategies import many
from fitdesk.domain.assessment import Assessment
from fitdesk.domain.decided import Decided
from fitdesk.domain.fit import assess
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.past_words import past_sentence
from fitdesk.domain.post_mortem import Delight, PostMortem
from fitdesk.domain.precedents import FLOOR, PastWork, Precedent, precedents
from fitdesk.domain.terms import Format, Status

PAST = many_decided(60)


def judged(inquiry: Inquiry) -> Assessment:
    return assess(inquiry, an_offering(), an_owner(), (), TODAY)


def found(inquiry: Inquiry, *decided: Decided) -> tuple[Precedent, ...]:
    return precedents(inquiry, judged(inquiry), decided)


def test_the_same_inquiry_again_is_as_alike_as_can_be() -> None:
    inquiry = an_inquiry()
    values = tuple(
        (line.criterion, line.finding.value.low, line.finding.value.high) for line in judged(inquiry).contributions
    )
    twin = a_decided(snapshot=replace(a_snapshot(), values=values))
    (only,) = found(inquiry, twin)
    assert only.likeness == 1.0
    assert only.decided is twin
    assert only.alike[:2] == ("topic", "format")


def test_the_likest_leads_and_three_are_enough() -> None:
    near = a_decided(inquiry_id=1, audience=280)
    further = a_decided(inquiry_id=2, format=Format.WORKSHOP)
    furthest = a_decided(inquiry_id=3, format=Format.WORKSHOP, audience=1000)
    more = a_decided(inquiry_id=4, format=Format.WORKSHOP, audience=1100, sector="energy")
    ids = [one.decided.inquiry_id for one in found(an_inquiry(), more, furthest, further, near)]
    assert ids == [1, 2, 3]


def test_nothing_unlike_is_shown() -> None:
    other_work = a_decided(topics=("stand-up comedy",), snapshot=a_snapshot(goal=0.0))
    assert found(an_inquiry(), other_work) == ()


def test_a_common_subject_alone_is_not_enough() -> None:
    bare = a_decided(format=None, sector=None, audience=None, language="en", snapshot=None)
    assert found(an_inquiry(), bare) == ()


def test_other_words_for_what_the_same_offering_covered_may_be_alike() -> None:
    reworded = a_decided(topics=("choosing when nobody knows",))
    assert [one.decided for one in found(an_inquiry(), reworded)] == [reworded]
    assert found(an_inquiry(), replace(reworded, snapshot=replace(a_snapshot(), offering_id=2))) == ()


def test_an_inquiry_is_no_precedent_of_itself_and_open_ones_are_none() -> None:
    itself = a_decided(inquiry_id=7)
    assert found(replace(an_inquiry(), id=7), itself) == ()
    assert found(an_inquiry(), a_decided(status=Status.ASKED), a_decided(status=Status.HELD)) == ()


def test_unknown_is_never_alike() -> None:
    told = found(asked(sector=None, audience_min=None, audience_max=None), a_decided())
    full = found(an_inquiry(), a_decided())
    assert told[0].likeness < full[0].likeness - 0.15


def test_what_the_sentence_tells() -> None:
    badly = a_decided(
        against=True, post_mortem=PostMortem(date(2025, 9, 20), delight=Delight.NO, lesson="Meet them first.")
    )
    assert past_sentence(badly) == (
        "Like “Leadership summit” in 2025: accepted against the verdict, ended badly. You wrote: “Meet them first.”"
    )
    lost = a_decided(post_mortem=PostMortem(date(2025, 5, 1), took_place=False))
    assert past_sentence(lost) == "Like “Leadership summit” in 2025: accepted, the work was lost."
    declined = a_decided(status=Status.DECLINED, post_mortem=None, reasons=("fee", "date", "gone"))
    assert past_sentence(declined) == "Like “Leadership summit” in 2025: declined because of fee and the date."
    assert past_sentence(a_decided(post_mortem=None)).endswith("accepted, no look back yet.")
    ahead = replace(declined, day=declined.at.date().replace(year=declined.at.year + 2))
    assert past_sentence(ahead) == past_sentence(declined)


def test_a_long_lesson_is_cut_between_words() -> None:
    look = PostMortem(date(2025, 5, 1), delight=Delight.YES, lesson="Ask who else is on stage. " * 20)
    sentence = past_sentence(a_decided(post_mortem=look))
    assert sentence.endswith("…”")
    assert len(sentence) < 230


@many
@given(st.permutations(range(len(PAST))), st.sampled_from(["leadership", "risk", "conflict in teams", "trust"]))
def test_the_order_of_the_past_changes_nothing(order: list[int], topic: str) -> None:
    inquiry = asked(topics=(topic,))
    one_way = precedents(inquiry, judged(inquiry), PAST)
    assert precedents(inquiry, judged(inquiry), [PAST[at] for at in order]) == one_way


@many
@given(st.integers(0, len(PAST) - 1), st.integers(1, 5))
def test_no_more_than_asked_for_and_none_below_the_floor(at: int, most: int) -> None:
    like = PAST[at]
    inquiry = asked(topics=like.topics, format=like.format, sector=like.sector, language=like.language)
    shown = precedents(inquiry, judged(inquiry), PAST, most=most)
    everything = precedents(inquiry, judged(inquiry), PAST, most=len(PAST))
    assert shown == everything[:most]
    assert all(FLOOR <= one.likeness <= 1.0 for one in everything)
    assert [one.likeness for one in everything] == sorted((one.likeness for one in everything), reverse=True)


def test_ten_thousand_decisions_are_searched_quickly() -> None:
    past = PastWork.of(many_decided(10_000, until=datetime(2026, 11, 1)))
    inquiry = asked(topics=("trust after a merger", "risk"))
    assessment = judged(inquiry)
    times = []
    for _turn in range(5):
        begun = perf_counter()
        assert len(precedents(inquiry, assessment, past)) == 3
        times.append(perf_counter() - begun)
    assert min(times) < 0.05, "measured around 8 ms"
