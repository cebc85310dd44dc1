"""What somebody sells: the owner's offerings and, in the same words, those of peers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fitdesk.domain.event import Format, Mode
from fitdesk.domain.values import Curves


class LanguageLevel(StrEnum):
    """On stage: fluent, or only with an interpreter. A language not listed is not spoken."""

    FLUENT = "fluent"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme with other words for it. depth: 0 not mine, 1 touched on, 2 solid, 3 my deepest work."""

    name: str
    depth: int
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """How somebody works, on four sliders from 0 to 4.

    quiet 0 … 4 energetic, serious 0 … 4 playful, abstract 0 … 4 hands-on, gentle 0 … 4 challenging.
    """

    energy: int = 2
    humour: int = 2
    practice: int = 2
    challenge: int = 2


@dataclass(frozen=True, slots=True)
class Offering:
    """A talk, workshop or advice that can be booked.

    minutes: (shortest, longest) session; None when any length goes. audience_min and audience_max: people in the room;
    with only one of them the other side is open. modes: none when it goes anywhere.
    confidence: percent, at depth 3; similar_jobs: how many were done. lead_minimum and lead_ideal: days.
    fee_list and fee_floor: per engagement in ``currency``, without expenses. effort_days: preparing, travelling and
    delivering, spread over effort_months. expenses: what a usual engagement costs when nobody pays it back. limits:
    must-haves it cannot meet. preparation_days: days kept free for it right before the event. weights, curves and
    vetoes_off: where this offering is judged otherwise than the owner’s other work; None leaves that to them.
    """

    id: int | None = None
    title: str = ""
    summary: str = ""
    active: bool = True
    formats: tuple[Format, ...] = ()
    modes: tuple[Mode, ...] = ()
    minutes: tuple[int, int] | None = None
    topics: tuple[Topic, ...] = ()
    confidence: int | None = None
    similar_jobs: int | None = None
    audience_min: int | None = None
    audience_max: int | None = None
    audience_levels: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    languages: tuple[tuple[str, LanguageLevel], ...] = ()
    lead_minimum: int = 28
    lead_ideal: int = 90
    style: Style | None = None
    limits: tuple[str, ...] | None = None
    fee_list: Decimal | None = None
    fee_floor: Decimal | None = None
    currency: str = "EUR"
    effort_days: Decimal | None = None
    effort_months: int = 1
    expenses: Decimal | None = None
    package: str = ""
    fixed_package: bool | None = None
    preparation_days: int = 0
    weights: tuple[tuple[str, float], ...] = ()
    curves: Curves = ()
    vetoes_off: tuple[str, ...] | None = None
