"""Is this the right work? One inquiry judged against the owner's offerings, with verdict and explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fitdesk.domain.assessment import Assessment, Verdict
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.case import Case, case_for
from fitdesk.domain.counterfactual import counterfactuals
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.panel import panel_for
from fitdesk.domain.questions import next_question
from fitdesk.domain.scoring import score


def assess(
    inquiry: Inquiry,
    offering: Offering,
    owner: Owner,
    entries: Sequence[CalendarEntry],
    today: date,
    *,
    siblings: Sequence[Offering] = (),
) -> Assessment:
    """The full judgement of ``inquiry`` for one offering: verdict, next question, counterfactuals.

    ``siblings`` are the owner's other offerings: a topic that one of them covers is not foreign to the owner.
    """
    return explained(case_for(inquiry, offering, owner, entries, today, siblings=siblings))


def assess_all(
    inquiry: Inquiry, offerings: Sequence[Offering], owner: Owner, entries: Sequence[CalendarEntry], today: date
) -> tuple[Assessment, ...]:
    """Every active offering fully judged, best first (declined ones last, then by fit.low, fit.high, title and id)."""
    return tuple(sorted((explained(case) for case in cases_of(inquiry, offerings, owner, entries, today)), key=_order))


def score_all(
    inquiry: Inquiry, offerings: Sequence[Offering], owner: Owner, entries: Sequence[CalendarEntry], today: date
) -> Sequence[Assessment]:
    """As ``assess_all`` without questions and counterfactuals: for lists, many times quicker.

    Verdicts, sums and order are there at once; the lines of an assessment are made when it is looked at.
    """
    return panel_for(offerings, owner, entries, today).score(inquiry)


def cases_of(
    inquiry: Inquiry, offerings: Sequence[Offering], owner: Owner, entries: Sequence[CalendarEntry], today: date
) -> list[Case]:
    """One case per active offering; what they share is worked out once."""
    active = [offering for offering in offerings if offering.active]
    if not active:
        return []
    first = case_for(inquiry, active[0], owner, entries, today, siblings=active)
    return [first.beside(one) for one in active]


def _order(assessment: Assessment) -> tuple[bool, float, float, str, int]:
    # An offering that must be declined never leads one that need not be, however many points it has: otherwise a
    # floor fee on the keynote would hide that the workshop is right.
    offering = assessment.offering
    is_no = assessment.verdict is Verdict.DECLINE
    return (is_no, -assessment.fit.low, -assessment.fit.high, offering.title, offering.id or 0)


def explained(case: Case) -> Assessment:
    """The score of ``case`` with the next question and the counterfactuals."""
    judged = score(case)
    return replace(judged, next_question=next_question(case, judged), counterfactuals=counterfactuals(case, judged))
