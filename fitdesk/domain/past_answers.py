"""How the owner answers: shares of decisions in the last year, and the reasons given for a No."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.decided import Decided
from fitdesk.domain.terms import Status
from fitdesk.i18n import _

PERIOD = timedelta(days=365)
_NOES = (Status.DECLINED, Status.REFERRED, Status.NOT_NOW)


@dataclass(frozen=True, slots=True)
class PastAnswers:
    """Decisions of the last year by kind, most frequent first; ``reasons`` are (words, how often) for the Noes."""

    kinds: tuple[tuple[Status, int], ...]
    reasons: tuple[tuple[str, int], ...]

    @property
    def decisions(self) -> int:
        return sum(count for _kind, count in self.kinds)

    @property
    def noes(self) -> int:
        return sum(count for kind, count in self.kinds if kind in _NOES)


def past_answers(decided: Iterable[Decided], today: date) -> PastAnswers:
    """What was settled within a year before ``today``. The order of ``decided`` changes nothing."""
    lately = [one for one in decided if not one.status.is_open and today - one.at.date() <= PERIOD]
    kinds = Counter(one.status for one in lately)
    reasons = Counter(key for one in lately if one.status in _NOES for key in set(one.reasons))
    return PastAnswers(
        tuple(sorted(kinds.items(), key=lambda entry: (-entry[1], entry[0]))),
        tuple(
            (_("Date") if key == "date" else BY_KEY[key].label, count)
            for key, count in sorted(reasons.items(), key=lambda entry: (-entry[1], entry[0]))
            if key == "date" or key in BY_KEY
        ),
    )
