"""Changing the rules of judging: what a change would do, doing it with a line in the history, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from fitdesk.domain.diary import Diary
from fitdesk.domain.fit import score_all
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.ranges import Range
from fitdesk.domain.rescoring import Progress, Rescored, Rescoring
from fitdesk.domain.rule_change import RuleChange, Rules
from fitdesk.domain.rules import offering_with_rules, rules_of, with_rules
from fitdesk.domain.terms import Status, Verdict
from fitdesk.store import decided, inquiries, offerings, rule_changes
from fitdesk.store import owner as owners
from fitdesk.workflows.practice import Practice

if TYPE_CHECKING:
    from fitdesk.store.store import Store

T = TypeVar("T")
Judged = tuple[Verdict, Range | None]
"""Verdict and fit (out of 100) of the best offering; no fit without an active offering."""
_FIRST, _WHOLE = 800, 1000
"""Steps of the judging by the old rules, and of both: the second judges again only what the change touches."""
MOST_SHOWN = 20
"""Decided inquiries on which the effect of a change is shown."""
_SAYS = {Status.ACCEPTED: Verdict.ACCEPT, Status.DECLINED: Verdict.DECLINE, Status.REFERRED: Verdict.DECLINE}


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change of the rules does to one inquiry. ``fit`` is out of 100; None without an active offering."""

    inquiry_id: int
    title: str
    status: Status
    verdict_before: Verdict
    verdict_after: Verdict
    fit_before: Range | None
    fit_after: Range | None

    @property
    def flips(self) -> bool:
        return self.verdict_before is not self.verdict_after

    @property
    def agreed(self) -> bool:
        """Whether the verdict before says what was decided."""
        return agrees(self.status, self.verdict_before)

    @property
    def agrees(self) -> bool:
        """Whether the verdict after says what was decided."""
        return agrees(self.status, self.verdict_after)


def agrees(status: Status, verdict: Verdict) -> bool:
    """Whether ``verdict`` says what was decided: accept for accepted, decline for declined and referred."""
    return _SAYS.get(status) is verdict


def effects(
    asked: Sequence[Inquiry],
    practice_before: Practice,
    practice_after: Practice,
    today: date,
    progress: Progress | None = None,
) -> tuple[Effect, ...]:
    """Every inquiry judged by the rules of both practices, in the order given; only the rules may differ.

    A settled one is judged as on the day of its decision. ``progress(done, total)`` tells how far it is, and may raise.
    """
    open_ones = [number for number, inquiry in enumerate(asked) if judged_on(inquiry, today) == today]
    still_open = [asked[number] for number in open_ones]
    found = dict(
        zip(open_ones, _open_effects(still_open, practice_before, practice_after, today, progress), strict=True)
    )
    for number, inquiry in enumerate(asked):
        if number not in found:
            if progress is not None:
                progress(number, len(asked))
            day = judged_on(inquiry, today)
            before, after = (_judged(inquiry, practice, day) for practice in (practice_before, practice_after))
            found[number] = effect_of(inquiry, before, after)
    return tuple(found[number] for number in range(len(asked)))


def _open_effects(
    asked: Sequence[Inquiry],
    practice_before: Practice,
    practice_after: Practice,
    today: date,
    progress: Progress | None,
) -> list[Effect]:
    """Together: every criterion that the change does not touch is judged once, not twice."""
    table = Rescoring(asked, practice_before.entries, today)
    before = table.score(practice_before.owner, practice_before.offerings, _part(progress, 0, _FIRST))
    after = table.score(practice_after.owner, practice_after.offerings, _part(progress, _FIRST, _WHOLE))
    return [effect_of(inquiry, _leading(before, at), _leading(after, at)) for at, inquiry in enumerate(asked)]


def _part(progress: Progress | None, first: int, last: int) -> Progress | None:
    """``progress`` for a part of the work that goes from ``first`` to ``last`` of _WHOLE."""
    if progress is None:
        return None
    return lambda done, total: progress(first + (last - first) * done // total, _WHOLE)


def _leading(scored: Rescored, at: int) -> Judged:
    return (scored[at].outcome[0], scored[at].fit) if scored else (Verdict.ASK, None)


def effect_of(inquiry: Inquiry, before: Judged, after: Judged) -> Effect:
    """One inquiry as it was judged ``before`` and ``after``."""
    (verdict_before, fit_before), (verdict_after, fit_after) = before, after
    return Effect(
        inquiry.id or 0, inquiry.title, inquiry.status, verdict_before, verdict_after, fit_before, fit_after
    )  # fmt: skip


def judged_on(inquiry: Inquiry, today: date) -> date:
    """The day as of which an inquiry is judged: that of its decision once it is settled, else ``today``."""
    if inquiry.status.is_open or not inquiry.history:
        return today
    return inquiry.history[-1].at.date()


def practice_with(practice: Practice, rules: Rules, offering_id: int | None) -> Practice:
    """The practice with ``rules`` for all offerings, or for the one of ``offering_id``."""
    if offering_id is None:
        return replace(practice, owner=with_rules(practice.owner, rules))
    return replace(
        practice,
        offerings=tuple(
            offering_with_rules(one, rules) if one.id == offering_id else one for one in practice.offerings
        ),
    )


def as_then(practice: Practice) -> Practice:
    """For looking at decisions of the past: what a calendar file cannot tell today was no reason then."""
    return replace(practice, entries=Diary.of(tuple(practice.entries)))


def last_decided(store: Store, most: int = MOST_SHOWN) -> tuple[Inquiry, ...]:
    """The last decided inquiries whose decision says something of the fit, the newest decision first.

    "Not now" and "withdrawn" do not: the match was right, or nobody judged it.
    """
    return tuple(inquiries.get(store, number) for number in decided.latest_ids(store, tuple(_SAYS), most))


def standing_rules(store: Store, offering_id: int | None) -> Rules:
    """The rules as they stand, for all offerings or for one. Raises NotFound."""
    if offering_id is None:
        return rules_of(owners.get(store))
    return rules_of(owners.get(store), offerings.get(store, offering_id))


def change_rules(
    store: Store, rules: Rules, offering_id: int | None, reason: str, now: datetime, *, flipped: int = 0
) -> RuleChange:
    """Judge by ``rules`` from now on and write it into the history; remembered scores are dropped.

    ``flipped``: how many open inquiries were found to be judged otherwise. Raises NotFound for an offering that is
    gone, and StoreError when it cannot be written.
    """
    with store.transaction():
        before = standing_rules(store, offering_id)
        if offering_id is None:
            owners.save(store, with_rules(owners.get(store), rules))
        else:
            offerings.save(store, offering_with_rules(offerings.get(store, offering_id), rules))
        return rule_changes.add(store, RuleChange(now, before, rules, offering_id, flipped, reason.strip()))


def take_back(store: Store, change: RuleChange, now: datetime, *, reason: str = "", flipped: int = 0) -> RuleChange:
    """Undo what ``change`` changed, leaving what others changed since; itself a change in the history."""
    rules = without(standing_rules(store, change.offering_id), change)
    return change_rules(store, rules, change.offering_id, reason, now, flipped=flipped)


def without(rules: Rules, change: RuleChange) -> Rules:
    """``rules`` with everything that ``change`` touched as it was before."""
    before, after = change.before, change.after
    return Rules(
        _put_back(rules.weights, before.weights, after.weights),
        _put_back(rules.curves, before.curves, after.curves),
        _vetoes_put_back(rules.vetoes_off, before.vetoes_off, after.vetoes_off),
    )


def _put_back(
    now: tuple[tuple[str, T], ...], before: tuple[tuple[str, T], ...], after: tuple[tuple[str, T], ...]
) -> tuple[tuple[str, T], ...]:
    """The pairs of ``now``, but as ``before`` wherever before and after differ; in the order of their keys."""
    first, last, kept = dict(before), dict(after), dict(now)
    for key in first.keys() | last.keys():
        if first.get(key) != last.get(key):
            kept.pop(key, None)
            if key in first:
                kept[key] = first[key]
    return tuple(sorted(kept.items(), key=lambda pair: pair[0]))


def _vetoes_put_back(
    now: tuple[str, ...] | None, before: tuple[str, ...] | None, after: tuple[str, ...] | None
) -> tuple[str, ...] | None:
    if before == after:
        return now
    if now is None or before is None or after is None:
        return before
    touched = set(before) ^ set(after)
    return tuple(sorted((set(now) - touched) | (set(before) & touched)))


def _judged(inquiry: Inquiry, practice: Practice, day: date) -> Judged:
    """Verdict and fit of the best offering; without one there is nothing to judge against."""
    found = score_all(inquiry, practice.offerings, practice.owner, practice.entries, day)
    return (found[0].verdict, found[0].fit) if found else (Verdict.ASK, None)
