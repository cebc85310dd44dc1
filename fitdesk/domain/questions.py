"""The next question worth asking, found by trying what the answers would do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from fitdesk.domain.answers_date import ask_date, kinds_of_day, on_the_day
from fitdesk.domain.answers_for_me import ask_access, ask_capacity, ask_scope, ask_strategic, ask_travel
from fitdesk.domain.answers_for_them import ask_audience, ask_churn, ask_format, ask_language, ask_style
from fitdesk.domain.answers_goal import ask_goal, ask_overdeliver
from fitdesk.domain.answers_money import ask_fee, ask_margin
from fitdesk.domain.asking import Asking
from fitdesk.domain.assessment import AskWhom, Assessment, Question, Verdict, VetoState
from fitdesk.domain.availability import Availability
from fitdesk.domain.case import Case
from fitdesk.domain.fee_runs import Run, fee_runs, good_from, no_below
from fitdesk.domain.scoring import out_of_100, rescore
from fitdesk.domain.verdict import is_below
from fitdesk.domain.wording import day_words, either, money
from fitdesk.i18n import _

EFFORT = {AskWhom.OWNER: 1.0, AskWhom.CLIENT: 3.0}
"""What asking costs: the owner one click, the client a mail and a wait."""
MOST_NAMED = 3
"""Answers named in a sentence about the effect; more would be a list."""

ASKERS: dict[str, Callable[[Case], Asking | None]] = {
    "goal": ask_goal,
    "overdeliver": ask_overdeliver,
    "audience": ask_audience,
    "format": ask_format,
    "language": ask_language,
    "leadtime": ask_date,
    "style": ask_style,
    "churn": ask_churn,
    "fee": ask_fee,
    "capacity": ask_capacity,
    "travel": ask_travel,
    "margin": ask_margin,
    "scope": ask_scope,
    "strategic": ask_strategic,
    "access": ask_access,
}


@dataclass(frozen=True, slots=True)
class Tried:
    """A question with the verdict that each of its answers would give."""

    asking: Asking
    verdicts: tuple[Verdict, ...]
    is_veto: bool
    stake: float
    """Points between the worst and the best answer: weight times width."""

    @property
    def rank(self) -> tuple[bool, float, float]:
        """Possible vetoes first, then verdicts changed per effort, then what is at stake; the largest leads."""
        changed = sum(1 for verdict in self.verdicts if verdict is not Verdict.ASK) / max(1, len(self.verdicts))
        return (self.is_veto, changed / EFFORT[self.asking.whom], self.stake)


def askings(case: Case, judged: Assessment) -> list[tuple[Asking, bool, float]]:
    """Every question that is open, whether a possible veto hangs on it, and the points at stake."""
    found: list[tuple[Asking, bool, float]] = []
    is_dated = case.availability in (Availability.FREE, Availability.HELD)
    for line in judged.contributions:
        is_open = not line.finding.is_known or (line.criterion == "leadtime" and not is_dated)
        asking = ASKERS[line.criterion](case) if is_open else None
        if asking is not None and asking.answers:
            is_veto = line.finding.veto is VetoState.POSSIBLE or asking.criterion == "date"
            found.append((asking, is_veto, line.gain.width))
    return found


def next_question(case: Case, judged: Assessment) -> Question | None:
    """The question to ask next; None when the verdict stands or no answer can change it any more."""
    if judged.verdict is not Verdict.ASK or not _is_open(case, judged):
        return None
    best: Tried | None = None
    for asking, is_veto, stake in askings(case, judged):
        verdicts = tuple(rescore(answer.case, judged, asking.criterion).verdict for answer in asking.answers)
        tried = Tried(asking, verdicts, is_veto, stake)
        if best is None or tried.rank > best.rank:
            best = tried
    if best is None:
        return None
    settles, effect = _outlook(case, judged, best)
    return Question(best.asking.criterion, best.asking.whom, best.asking.text, settles, effect)


def _outlook(case: Case, judged: Assessment, best: Tried) -> tuple[bool, str]:
    """Whether every answer ends the asking, and what the answers would do, in words."""
    asking = best.asking
    settles = all(verdict is not Verdict.ASK for verdict in best.verdicts)
    if asking.criterion == "fee" and asking.whom is AskWhom.CLIENT:
        runs = fee_runs(case, judged)
        return all(run.verdict is not Verdict.ASK for run in runs), _fee_effect(case, runs)
    is_any_day = case.availability is Availability.UNKNOWN or case.is_past
    if asking.criterion == "date" and asking.whom is AskWhom.CLIENT and is_any_day:
        kinds = kinds_of_day(case)
        named = {day for ends in kinds for day in ends}
        verdicts = {day: rescore(on_the_day(case, day), judged, "date").verdict for day in named}
        # Where the ends of a kind differ, the days between them may lead to a further question.
        settles = settles and Verdict.ASK not in verdicts.values()
        settles = settles and all(verdicts[first] is verdicts[last] for first, last in kinds)
        return settles, _date_effect(case, verdicts) if case.span is None else _effect(best)
    return settles, _effect(best)


def _date_effect(case: Case, verdicts: dict[date, Verdict]) -> str:
    """ "a good fit on any free day from 13 December 2026 on; a no before that", from one day of each kind."""
    soonest = case.today + timedelta(days=case.offering.lead_minimum)
    in_time = {day: verdict for day, verdict in verdicts.items() if day >= soonest}
    states = {day: case.on_day(day) for day in in_time}
    free = {in_time[day] for day, state in states.items() if state is Availability.FREE}
    busy = {in_time[day] for day, state in states.items() if state is Availability.BUSY}
    parts = []
    if free == {Verdict.ACCEPT}:
        since = day_words(soonest, case.owner.locale)
        parts.append(_("a good fit on any free day from {day} on").format(day=since))
    too_soon = {verdict for day, verdict in verdicts.items() if day < soonest}
    if too_soon == {Verdict.DECLINE}:
        too_early = _("a no before {day}").format(day=day_words(soonest, case.owner.locale))
        parts.append(_("a no before that") if parts else too_early)
    if busy == {Verdict.DECLINE}:
        parts.append(_("a no on a day that is taken"))
    return "; ".join(parts)


def _is_open(case: Case, judged: Assessment) -> bool:
    """Whether answers together could still lead to accept or decline; else it is the owner's call whatever they say."""
    lines, between = judged.contributions, case.owner.thresholds
    for_them = out_of_100(judged.for_them, lines)
    if case.availability not in (Availability.FREE, Availability.HELD):
        return True
    if any(line.finding.veto is VetoState.POSSIBLE for line in lines):
        return True
    may_accept = not is_below(judged.fit.high, between.accept_fit) and not is_below(
        for_them.high, between.accept_for_them
    )
    may_decline = is_below(judged.fit.low, between.decline_fit) or is_below(for_them.low, between.decline_for_them)
    return may_accept or may_decline


def _effect(tried: Tried) -> str:
    """ "a good fit with English; a no with another language", "a no if it cannot move", from the verdicts tried."""
    told: dict[Verdict, dict[tuple[bool, str], None]] = {Verdict.ACCEPT: {}, Verdict.DECLINE: {}}
    for answer, verdict in zip(tried.asking.answers, tried.verdicts, strict=True):
        if verdict in told:
            told[verdict][(bool(answer.condition), answer.condition or answer.words)] = None
    both = told[Verdict.ACCEPT].keys() & told[Verdict.DECLINE].keys()
    good, bad = ([said for said in answers if said not in both] for answers in told.values())
    parts = []
    if good:
        parts.append(_("a good fit {when}").format(when=_when(good[:MOST_NAMED])))
    if bad:
        parts.append(_("a no {when}").format(when=_when(bad[:MOST_NAMED])))
    return "; ".join(parts)


def _when(answers: Sequence[tuple[bool, str]]) -> str:
    """ "with English or German", "if it is not yours": phrases and clauses, each kind behind its own word."""
    phrases = [words for is_clause, words in answers if not is_clause]
    clauses = [words for is_clause, words in answers if is_clause]
    said = [_("with {answers}").format(answers=either(phrases))] if phrases else []
    return either([*said, *([_("if {answers}").format(answers=either(clauses))] if clauses else [])])


def rounded(amount: Decimal) -> Decimal:
    """The next round sum from ``amount`` up: nobody offers £6,481."""
    step = 100 if amount >= 1000 else 10
    return Decimal(ceil(amount / step) * step)


def _fee_effect(case: Case, runs: tuple[Run, ...]) -> str:
    currency, parts = case.offering.currency, []
    accepted, kept = good_from(runs), no_below(runs)
    amount: Decimal | None = None
    if accepted is not None:
        amount = rounded(Decimal(accepted))
        # A round sum may lie above all that was stated.
        amount = amount if amount <= runs[-1].last else Decimal(accepted)
        parts.append(_("a good fit from {amount}").format(amount=money(amount, currency)))
    if runs[0].verdict is Verdict.DECLINE and len(runs) > 1:
        below = _("a no below {amount}").format(amount=money(kept, currency))
        parts.append(_("a no below it") if amount == kept else below)
    return "; ".join(parts)
