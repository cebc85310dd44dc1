"""Which criteria have a veto, and whether the owner wants it."""

from __future__ import annotations

from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner

VETO_CRITERIA = ("goal", "overdeliver", "language", "leadtime", "fee", "capacity", "margin")
"""Criteria whose worst case is a no whatever the sum says (fit-model.md)."""
ALWAYS = "goal"
"""Work that is not one's own is a no under any rules."""


def veto_counts(key: str, owner: Owner, offering: Offering | None = None) -> bool:
    """Whether the veto of criterion ``key`` counts: what the offering says, else what the owner says."""
    if key not in VETO_CRITERIA:
        return False
    off = owner.vetoes_off if offering is None or offering.vetoes_off is None else offering.vetoes_off
    return key == ALWAYS or key not in off
