"""The rules by which requests are judged: the owner's, and where an offering has its own."""

from __future__ import annotations

from dataclasses import replace

from fitdesk.domain.criteria import weights_of
from fitdesk.domain.curves import unsound
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.rule_change import Rules as Rules
from fitdesk.domain.vetoes import VETO_CRITERIA as VETO_CRITERIA
from fitdesk.domain.vetoes import veto_counts as veto_counts
from fitdesk.i18n import _


def rules_of(owner: Owner, offering: Offering | None = None) -> Rules:
    """The owner's rules, or only what ``offering`` has otherwise."""
    if offering is None:
        return Rules(owner.weights, owner.curves, owner.vetoes_off)
    return Rules(offering.weights, offering.curves, offering.vetoes_off)


def with_rules(owner: Owner, rules: Rules) -> Owner:
    """The owner with other rules for all offerings."""
    return replace(owner, weights=rules.weights, curves=rules.curves, vetoes_off=rules.vetoes_off or ())


def offering_with_rules(offering: Offering, rules: Rules) -> Offering:
    """The offering with other rules of its own."""
    return replace(offering, weights=rules.weights, curves=rules.curves, vetoes_off=rules.vetoes_off)


def weights_for(owner: Owner, offering: Offering | None = None) -> tuple[float, ...]:
    """Points of 100 in the order of CRITERIA: the offering's, else the owner's, else the usual; made to sum to 100."""
    return weights_of(owner, offering)


def troubles(owner: Owner, offering: Offering | None = None) -> tuple[str, ...]:
    """What stored value functions do not count, in plain sentences: the usual ones stand in for them."""
    return tuple(
        _("Your own curve “{axis}” does not count: {trouble} The usual one is used.").format(
            axis=_(curve.axis), trouble=trouble
        )
        for curve, trouble in unsound(owner, offering)
    )
