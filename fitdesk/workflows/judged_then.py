"""What was judged when an inquiry was decided: the record of that moment, in the words of its facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fitdesk.domain.assessment import Assessment, Contribution, Finding, VetoState
from fitdesk.domain.decision_days import last_change
from fitdesk.domain.fit import score_all
from fitdesk.domain.inquiry import Inquiry, StatusChange
from fitdesk.domain.offering import Offering
from fitdesk.domain.ranges import Range
from fitdesk.domain.snapshot import Snapshot
from fitdesk.i18n import _
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.triage import Triage

_SAME = 1e-9


def decided_on(inquiry: Inquiry) -> date | None:
    """The day on which a settled inquiry was decided; None while it is open, and when no day was written down."""
    last = last_change(inquiry)
    return last.at.date() if last is not None and not inquiry.status.is_open else None


def judged_then(inquiry: Inquiry, practice: Practice) -> Triage | None:
    """The judgement that stood when ``inquiry`` was decided; None when there is nothing to go by.

    The figures are those of the record. Where none was kept, it is judged as of that day. Days, questions and peers
    are for open inquiries and stay empty.
    """
    last, day = last_change(inquiry), decided_on(inquiry)
    if last is None or day is None:
        return None
    asked = practice.offerings
    if last.snapshot is not None:  # also an offering that is no longer sold
        asked = tuple(replace(one, active=one.active or one.id == last.snapshot.offering_id) for one in asked)
    judged = tuple(score_all(inquiry, asked, practice.owner, practice.entries, day))
    if last.snapshot is not None:
        led = next((one for one in judged if one.offering.id == last.snapshot.offering_id), None)
        judged = (as_recorded(last, last.snapshot, led or judged[0]),) if judged else ()
    return Triage(inquiry, {}, {}, (), judged, (), (), judged_on=day)


def as_recorded(change: StatusChange, kept: Snapshot, judged: Assessment) -> Assessment:
    """The figures of ``change``, each with the sentence of ``judged`` as far as it still says the same.

    ``judged`` is the request judged anew as of that day; facts or rules may have changed since.
    """
    weights = dict(kept.weights)
    values = {key: Range(low, high) for key, low, high in kept.values}
    is_it = judged.offering.id == kept.offering_id

    def line(now: Contribution) -> Contribution:
        value, is_out = values[now.criterion], now.criterion in kept.vetoes
        finding = now.finding
        same = (
            is_it
            and abs(value.low - finding.value.low) < _SAME
            and abs(value.high - finding.value.high) < _SAME
            and is_out == (finding.veto is VetoState.CONFIRMED)
        )
        if not same:
            told = _("judged on other facts or rules than stand today")
            finding = Finding(value, told, VetoState.CONFIRMED if is_out else VetoState.CLEAR)
        return replace(now, weight=weights.get(now.criterion, 0.0), finding=finding)

    offering = judged.offering if is_it else Offering(id=kept.offering_id, title=kept.offering_title)
    return replace(
        judged,
        offering=replace(offering, title=kept.offering_title),
        contributions=tuple(line(one) for one in judged.contributions if one.criterion in values),
        fit=change.fit or Range(kept.for_them.low + kept.for_me.low, kept.for_them.high + kept.for_me.high),
        for_them=kept.for_them,
        for_me=kept.for_me,
        verdict=change.verdict or judged.verdict,
        which_no=judged.which_no if change.verdict is judged.verdict else None,
        next_question=None,
        counterfactuals=(),
    )
