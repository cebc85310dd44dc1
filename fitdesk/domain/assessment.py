"""What a judgement looks like: findings, contributions, verdicts, questions; plain values for everyone to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.peer import Peer
from fitdesk.domain.ranges import Range
from fitdesk.domain.terms import Verdict as Verdict
from fitdesk.domain.values import grain


class Side(StrEnum):
    FOR_THEM = "for_them"
    FOR_ME = "for_me"


class VetoState(StrEnum):
    """CONFIRMED: the known facts trip it. POSSIBLE: an unknown could. CLEAR: nothing can any more."""

    CONFIRMED = "confirmed"
    POSSIBLE = "possible"
    CLEAR = "clear"


class WhichNo(StrEnum):
    """The two Noes, and the third that is neither."""

    WRONG_FOR_THEM = "wrong_for_them"
    WRONG_FOR_ME = "wrong_for_me"
    NOT_FREE = "not_free"


class AskWhom(StrEnum):
    CLIENT = "client"
    OWNER = "owner"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Finding:
    """What one criterion says: a value in [0, 1], its veto, and one plain sentence that names the facts.

    ``words`` is the sentence, or what makes it when somebody first asks: most findings are only added up.
    """

    value: Range
    words: Any  # str | Callable[[], str]: what is kept of a letter's facts is read back by type, and there it is text
    veto: VetoState = VetoState.CLEAR

    @property
    def sentence(self) -> str:
        words = self.words
        if isinstance(words, str):
            return words
        said: str = words()
        object.__setattr__(self, "words", said)
        return said

    @property
    def is_known(self) -> bool:
        return self.value.is_exact and self.veto is not VetoState.POSSIBLE

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        if self is other:
            return True
        return self.value == other.value and self.veto is other.veto and self.sentence == other.sentence

    def __hash__(self) -> int:
        return hash((self.value, self.veto))

    def __repr__(self) -> str:
        return f"Finding({self.value!r}, {self.sentence!r}, {self.veto!r})"

    def __reduce__(self) -> tuple[type[Finding], tuple[Range, str, VetoState]]:
        return Finding, (self.value, self.sentence, self.veto)


@dataclass(frozen=True, slots=True)
class Contribution:
    """One line of the explanation. ``weight`` is in points of 100; ``gain`` is value times weight, in points."""

    criterion: str
    label: str
    side: Side
    weight: float
    finding: Finding

    @property
    def gain(self) -> Range:
        value = self.finding.value
        return Range(grain(self.weight * value.low), grain(self.weight * value.high))

    @property
    def loss(self) -> Range:
        value = self.finding.value
        return Range(grain(self.weight * (1.0 - value.high)), grain(self.weight * (1.0 - value.low)))


@dataclass(frozen=True, slots=True)
class Question:
    """The next thing worth asking. ``settles`` is True when every plausible answer ends the asking."""

    criterion: str
    whom: AskWhom
    text: str
    settles: bool
    effect: str = ""
    """What the answer would do, in words: "a good fit from 6,500; a referral below 4,500"."""


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """The smallest change the client could make that turns the verdict, checked on the whole rule.

    ``inquiry`` is the request with that change made: judged again, it gets ``verdict``.
    """

    criterion: str
    sentence: str
    verdict: Verdict
    inquiry: Inquiry | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """One inquiry judged against one offering. fit is out of 100, for_them and for_me out of their weights (60, 40)."""

    offering: Offering
    contributions: tuple[Contribution, ...]
    fit: Range
    for_them: Range
    for_me: Range
    verdict: Verdict
    which_no: WhichNo | None = None
    next_question: Question | None = None
    counterfactuals: tuple[Counterfactual, ...] = ()

    @property
    def vetoes(self) -> tuple[Contribution, ...]:
        """Contributions whose veto is confirmed or possible."""
        return tuple(line for line in self.contributions if line.finding.veto is not VetoState.CLEAR)

    def contribution(self, criterion: str) -> Contribution:
        """The line of ``criterion``. Raises KeyError when there is none."""
        for line in self.contributions:
            if line.criterion == criterion:
                return line
        raise KeyError(criterion)


@dataclass(frozen=True, slots=True)
class PeerReason:
    """Why a peer fits: the criterion and a plain sentence about the peer that the record supports (value ≥ .7)."""

    criterion: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RankedPeer:
    """A peer in the ranking. score, for_them and trust are out of 100; ``unknown`` names what is not known."""

    peer: Peer
    offering: Offering
    contributions: tuple[Contribution, ...]
    for_them: Range
    trust: float
    score: float
    reasons: tuple[PeerReason, ...]
    unknown: tuple[str, ...]
