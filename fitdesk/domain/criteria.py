"""CRITERIA: the visible list of what an inquiry is judged by; one new criterion is one entry here and one judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from fitdesk.domain.assessment import AskWhom, Finding, Side, VetoState
from fitdesk.domain.case import Case
from fitdesk.domain.curves import unsound
from fitdesk.domain.judges_audience import judge_audience
from fitdesk.domain.judges_for_me import judge_access, judge_capacity, judge_scope, judge_strategic, judge_travel
from fitdesk.domain.judges_for_them import (
    judge_churn,
    judge_format,
    judge_language,
    judge_leadtime,
    judge_style,
)
from fitdesk.domain.judges_goal import judge_goal, judge_overdeliver
from fitdesk.domain.judges_money import judge_fee, judge_margin
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.vetoes import veto_counts
from fitdesk.i18n import _

__all__ = ["BY_KEY", "CRITERIA", "Case", "Criterion", "weights_of"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """weight: default points of 100. rule: value and veto from the facts, as if every veto counted. question: what to
    ask when it is unknown, and whom. letter: how a loss may be put to the client in a letter, empty when it must never
    be stated. The ``_text`` fields are in the source language. reads and asks: the only fields of the offering and of
    the inquiry that the rule and its sentence depend on; whatever else differs, the finding is the same.
    """

    key: str
    side: Side
    weight: float
    rule: Callable[[Case], Finding]
    label_text: str
    whom: AskWhom
    question_text: str
    letter_text: str = ""
    reads: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()

    def judge(self, case: Case) -> Finding:
        """What the criterion says by the rules that count: a veto that is switched off is clear.

        A peer is judged with every veto: what the owner takes on is no measure of what a colleague may be asked.
        """
        found = self.rule(case)
        owner, offering = case.owner, case.offering
        if found.veto is not VetoState.CLEAR and case.is_owner and not veto_counts(self.key, owner, offering):
            found = Finding(found.value, found.words)
        if (owner.curves or offering.curves) and any(
            curve.criterion == self.key for curve, _t in unsound(owner, offering)
        ):
            said = _("your own curve for this cannot be read, the usual one counts")
            return Finding(found.value, lambda: f"{found.sentence}; {said}", found.veto)
        return found

    @property
    def label(self) -> str:
        return _(self.label_text)

    @property
    def question(self) -> str:
        return _(self.question_text)

    @property
    def letter(self) -> str:
        return _(self.letter_text) if self.letter_text else ""


_T, _M = Side.FOR_THEM, Side.FOR_ME
_CLIENT, _OWNER = AskWhom.CLIENT, AskWhom.OWNER

_WANTED = ("event.topics", "goal", "subject", "language", "owners_word.topic_depths")
"""What tells which topics are wanted."""

CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "goal", _T, 20, judge_goal, "Goal and topics",
        _CLIENT, "What should be different afterwards?",
        "Your goal needs {theirs}; my work is {mine}",
        reads=("topics", "languages"),
        asks=(*_WANTED,),
    ),
    Criterion(
        "overdeliver", _T, 12, judge_overdeliver, "Sure to delight",
        _OWNER, "Would I stake a testimonial on it?",
        "I could come close, but not to what you want",
        reads=("topics", "languages", "confidence", "similar_jobs"),
        asks=(*_WANTED, "owners_word.confidence", "owners_word.similar_jobs"),
    ),
    Criterion(
        "audience", _T, 7, judge_audience, "Audience",
        _CLIENT, "Who will be there, and how many?",
        "Someone who works daily with {audience} will serve them better",
        reads=("audience_min", "audience_max", "audience_levels", "sectors", "languages"),
        asks=("event.audience_min", "event.audience_max", "event.audience_level", "event.sector", "language"),
    ),
    Criterion(
        "format", _T, 6, judge_format, "Format",
        _CLIENT, "Keynote, workshop or advice? How long?",
        "I work best in another format",
        reads=("formats", "modes", "minutes"),
        asks=("event.format", "event.mode", "event.duration_minutes"),
    ),
    Criterion(
        "language", _T, 4, judge_language, "Language",
        _CLIENT, "Which language will be spoken on stage?",
        "Your audience deserves a native voice",
        reads=("languages",),
        asks=("event.language", "event.place", "language"),
    ),
    Criterion(
        "leadtime", _T, 4, judge_leadtime, "Lead time",
        _CLIENT, "Which day is it, and when do you decide?",
        "I could not prepare to the standard you deserve",
        reads=("lead_minimum", "lead_ideal"),
        asks=("event.dates", "event.date_range"),
    ),
    Criterion(
        "style", _T, 4, judge_style, "Style",
        _CLIENT, "Whom did your people love hearing?",
        "A more {style} style will suit you",
        reads=("style",),
        asks=("style",),
    ),
    Criterion(
        "churn", _T, 3, judge_churn, "Must-haves",
        _CLIENT, "What would disappoint you?",
        "One thing you need is outside what I offer",
        reads=("limits", "languages"),
        asks=("must_haves", "language"),
    ),
    Criterion(
        "fee", _M, 11, judge_fee, "Fee",
        _CLIENT, "What range is set aside for the fee?",
        "My fee is above the range you named",
        reads=("fee_floor", "fee_list", "currency"),
        asks=("budget",),
    ),
    Criterion(
        "capacity", _M, 6, judge_capacity, "Capacity",
        _OWNER, "How many days will it take?",
        "I could not give it the attention it needs",
        reads=("effort_days", "effort_months"),
        asks=("id", "event.dates", "event.date_range", "owners_word.effort_days"),
    ),
    Criterion(
        "travel", _M, 5, judge_travel, "Journey",
        _CLIENT, "Where is it? Could it be online?",
        "The journey would leave too little margin",
        reads=("modes",),
        asks=("event.mode", "event.place", "owners_word.travel_hours"),
    ),
    Criterion(
        "margin", _M, 5, judge_margin, "Margin",
        _CLIENT, "Are travel and stay paid on top of the fee?",
        reads=("currency", "expenses", "effort_days"),
        asks=("budget", "owners_word.effort_days"),
    ),
    Criterion(
        "scope", _M, 5, judge_scope, "Scope",
        _CLIENT, "What is out of scope?",
        "It is broader than what I deliver alone",
        reads=("fixed_package", "package"),
        asks=("scope",),
    ),
    Criterion(
        "strategic", _M, 4, judge_strategic, "Strategy",
        _CLIENT, "Is it a single event or a series?",
        reads=("topics", "languages"),
        asks=(*_WANTED, "event.sector", "event.booking"),
    ),
    Criterion(
        "access", _M, 4, judge_access, "Who decides",
        _CLIENT, "Who decides, and by when? Are you seeing others?",
        reads=(),
        asks=("contact.role", "contact.name", "owners_word.power", "stalls"),
    ),
)  # fmt: skip

BY_KEY = {criterion.key: criterion for criterion in CRITERIA}


_DEFAULTS = tuple(float(criterion.weight) for criterion in CRITERIA)


def weights_of(owner: Owner, offering: Offering | None = None) -> tuple[float, ...]:
    """Points of 100 in the order of CRITERIA: the offering's, else the owner's, else the usual; made to sum to 100."""
    return _summed_to_100(owner.weights, offering.weights if offering is not None else ())


@lru_cache(maxsize=512)
def _summed_to_100(
    owners: tuple[tuple[str, float], ...], offerings: tuple[tuple[str, float], ...]
) -> tuple[float, ...]:
    own = {**dict(owners), **dict(offerings)}
    if not own:
        return _DEFAULTS
    wanted = [max(0.0, own.get(criterion.key, criterion.weight)) for criterion in CRITERIA]
    total = sum(wanted)
    return tuple(100.0 * one / total for one in wanted) if 0.0 < total < inf else _DEFAULTS
