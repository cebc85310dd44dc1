"""Levers: the facts of a request that can be tried out, each with its reach from the offering's own numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce

from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.lever import Days, Lever, LeverChoice, LeverKind, Value
from fitdesk.domain.levers_of_clients import client_levers
from fitdesk.domain.levers_of_owners import owner_levers
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner

__all__ = ["Days", "Lever", "LeverChoice", "LeverKind", "Value", "applied", "levers", "moved_between"]


def levers(
    inquiry: Inquiry, offering: Offering, owner: Owner, today: date, *, siblings: Sequence[Offering] = ()
) -> tuple[Lever, ...]:
    """The levers of ``inquiry`` beside ``offering``: the client's facts first, then the owner's word on them."""
    return (
        *client_levers(inquiry, offering, owner, today),
        *owner_levers(inquiry, offering, owner, today, siblings),
    )


def applied(inquiry: Inquiry, known: Iterable[Lever], values: Mapping[str, Value | None]) -> Inquiry:
    """``inquiry`` with every lever of ``known`` that ``values`` names by its key."""
    moved = [lever for lever in known if lever.key in values]
    return reduce(lambda told, lever: lever.apply(told, values[lever.key]), moved, inquiry)


def moved_between(before: Inquiry, after: Inquiry, known: Iterable[Lever]) -> dict[str, Value | None]:
    """The levers of ``known`` that stand otherwise in ``after``, by key, with where they stand there."""
    return {lever.key: lever.read(after) for lever in known if lever.read(after) != lever.read(before)}
