"""A fact never widens a range, and never undoes what was certain; taken away and given back, it changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given

from domain.strategies import cases, many
from fitdesk.domain.assessment import Assessment, VetoState
from fitdesk.domain.case import Case
from fitdesk.domain.event import Place
from fitdesk.domain.scoring import score

Less = tuple[str, Case]


def _without(thing: Any, *names: str) -> Any:
    """A dataclass value in which these facts are not known."""
    return replace(thing, **dict.fromkeys(names))


def _on_event(case: Case, **facts: Any) -> Case:
    return case.changed(inquiry=replace(case.inquiry, event=replace(case.inquiry.event, **facts)))


def _event_facts(case: Case) -> Iterator[Less]:
    event = case.inquiry.event
    for name in ("duration_minutes", "mode", "format", "audience_min", "audience_max", "audience_level", "booking"):
        if getattr(event, name) is not None:
            yield name, _on_event(case, **{name: None})
    if event.sector is not None:
        yield "sector", _on_event(case, sector=None)
    if event.dates or event.date_range:
        yield "dates", _on_event(case, dates=(), date_range=None)
    if event.place.city is not None and case.inquiry.owners_word.travel_hours is None:
        yield "place", _on_event(case, place=Place())


def _presumed_facts(case: Case) -> Iterator[Less]:
    """Facts in whose absence the program reads another one; only without that other one are they missing.

    The language on stage is read from the request and the country, a fixed scope from a fixed package, and the power
    to decide from the role. Topics heard in goal or subject are no such fact; of which the owner gave a depth are.
    """
    inquiry, event = case.inquiry, case.inquiry.event
    if event.topics and not inquiry.owners_word.topic_depths:
        yield "topics", _on_event(case, topics=())
    if inquiry.goal and not inquiry.owners_word.topic_depths:
        yield "goal", case.changed(inquiry=replace(inquiry, goal=None))
    if event.language is not None and (event.place.country is None or inquiry.language is None):
        yield "language", _on_event(case, language=None)
    if inquiry.scope is not None and not case.offering.fixed_package:
        yield "scope", case.changed(inquiry=replace(inquiry, scope=None))
    if inquiry.subject and not inquiry.owners_word.topic_depths:
        yield "subject", case.changed(inquiry=replace(inquiry, subject=""))
    if inquiry.contact.role is not None:
        yield "role", case.changed(inquiry=replace(inquiry, contact=replace(inquiry.contact, role=None)))


def _other_facts(case: Case) -> Iterator[Less]:
    inquiry = case.inquiry
    budget = inquiry.budget
    for name in ("min", "max", "currency", "expenses_covered", "unpaid"):
        if getattr(budget, name) is not None:
            yield name, case.changed(inquiry=replace(inquiry, budget=_without(budget, name)))
    for name in ("energy", "humour", "practice", "challenge"):
        if getattr(inquiry.style, name) is not None:
            style = _without(inquiry.style, name)
            yield name, case.changed(inquiry=replace(inquiry, style=style))
    if inquiry.must_haves is not None:
        yield "must_haves", case.changed(inquiry=replace(inquiry, must_haves=None))


def _own_facts(case: Case) -> Iterator[Less]:
    word = case.inquiry.owners_word
    for name in ("confidence", "similar_jobs", "fee_floor", "fee_list", "effort_days", "expenses", "limits", "style"):
        if getattr(case.offering, name) is not None:
            yield name, case.changed(offering=_without(case.offering, name))
    for name in ("target_rate", "capacity_days"):
        if getattr(case.owner, name) is not None:
            yield name, case.changed(owner=_without(case.owner, name))
    if case.owner.focus:
        yield "focus", case.changed(owner=replace(case.owner, focus=()))
    if word.power is not None and case.inquiry.contact.role is None:
        yield "power", case.changed(inquiry=replace(case.inquiry, owners_word=replace(word, power=None)))
    if case.owner.rates:
        yield "rates", case.changed(owner=replace(case.owner, rates=()))


def _check(case: Case, less_by_one: Callable[[Case], Iterator[Less]]) -> None:
    more = score(case)
    for name, poorer in less_by_one(case):
        less = score(poorer)
        _compare(name, less, more)
        back = poorer.changed(inquiry=case.inquiry, offering=case.offering, owner=case.owner)
        assert score(back) == more, f"{name}: given back"


def _compare(name: str, less: Assessment, more: Assessment) -> None:
    for before, after in zip(less.contributions, more.contributions, strict=True):
        where = f"{name}: {after.criterion}: {before.finding} → {after.finding}"
        wide, narrow = before.finding.value, after.finding.value
        assert wide.low <= narrow.low + 1e-12, where
        assert narrow.high <= wide.high + 1e-12, where
        assert before.finding.veto in (VetoState.POSSIBLE, after.finding.veto), where
    assert less.fit.low <= more.fit.low + 1e-9
    assert more.fit.high <= less.fit.high + 1e-9


@many
@given(cases)
def test_a_fact_about_the_event_never_widens_a_range(case: Case) -> None:
    _check(case, _event_facts)


@many
@given(cases)
def test_a_fact_that_could_be_presumed_never_widens_a_range(case: Case) -> None:
    _check(case, _presumed_facts)


@many
@given(cases)
def test_a_fact_about_money_style_or_needs_never_widens_a_range(case: Case) -> None:
    _check(case, _other_facts)


@many
@given(cases)
def test_a_fact_about_the_owner_never_widens_a_range(case: Case) -> None:
    _check(case, _own_facts)
