"""What became of the work: a short look back when it is done or was lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Delight(StrEnum):
    """Whether the client was delighted, as far as the owner knows."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Earned(StrEnum):
    """The margin beside what was planned."""

    MORE = "more"
    AS_PLANNED = "as_planned"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class PostMortem:
    """A look back, written on ``day``. ``took_place`` is False when the work was lost after it had been accepted.

    ``lesson``: what the owner would do again or otherwise, in their own words. None means not known.
    """

    day: date
    took_place: bool = True
    delight: Delight | None = None
    earned: Earned | None = None
    again: bool | None = None
    lesson: str = ""

    @property
    def went_well(self) -> bool | None:
        """Whether it ended well: the client delighted, and the owner would do it again unless they said nothing.

        None when nothing tells.
        """
        if not self.took_place or self.delight is Delight.NO or self.again is False:
            return False
        if self.delight is Delight.YES:
            return True
        return None if self.delight is None and self.again is None else self.again is True
