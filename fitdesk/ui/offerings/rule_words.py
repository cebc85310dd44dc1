"""The rules of judging and their changes in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from fitdesk.domain.criteria import BY_KEY, CRITERIA
from fitdesk.domain.curves import CURVE, curves_of
from fitdesk.domain.rule_change import RuleChange, Rules
from fitdesk.domain.wording import listed
from fitdesk.i18n import _, plural
from fitdesk.ui.format import day, joined

_MOST_NAMED = 4


def lowered(label: str) -> str:
    """A criterion's label inside a sentence."""
    return label[:1].lower() + label[1:]


def named(keys: Sequence[str]) -> str:
    """ "fee and journey"; of many only the first, and how many more."""
    words = [lowered(BY_KEY[key].label) for key in keys]
    if len(words) <= _MOST_NAMED:
        return listed(words)
    return _("{some} and {n} more").format(some=", ".join(words[: _MOST_NAMED - 1]), n=len(words) - _MOST_NAMED + 1)


def veto_words(key: str) -> str:
    """What the tick box of a criterion's veto says."""
    return {
        "goal": _("Decline when the topic is not mine"),
        "overdeliver": _("Decline when I am less than half sure to delight them"),
        "language": _("Decline when I do not speak the language on stage"),
        "leadtime": _("Decline when less time is left than my minimum"),
        "fee": _("Decline when the fee is below my lowest"),
        "capacity": _("Decline when my own limit of work would be passed"),
        "margin": _("Decline when it would cost more than it earns"),
    }[key]


def why_always() -> str:
    """Why the veto of the goal has no choice."""
    return _("This one always counts: a topic that is not yours is never right for the client, whatever else fits.")


def change_words(before: Rules, after: Rules, *, for_one: bool = False) -> tuple[str, ...]:
    """Every difference in words: "fee counts 14 instead of 11", "curve of journey changed"."""
    return (
        *_weights(dict(before.weights), dict(after.weights), for_one=for_one),
        *_curves(before, after, for_one=for_one),
        *_vetoes(before.vetoes_off or (), after.vetoes_off or ()),
    )


def history_line(change: RuleChange, today: date, *, offering: str = "", locale: str = "en_GB") -> str:
    """ "12 Nov: fee counts 14 instead of 11; 2 verdicts flipped"; ``offering`` is its title when it is for one."""
    parts = [*change_words(change.before, change.after, for_one=change.offering_id is not None)]
    if len(parts) > _MOST_NAMED:
        rest = len(parts) - _MOST_NAMED + 1
        parts = [*parts[: _MOST_NAMED - 1], plural("{n} more change", "{n} more changes", rest)]
    if change.flipped:
        parts.append(plural("{n} verdict flipped", "{n} verdicts flipped", change.flipped))
    when = joined(day(change.at.date(), today, locale=locale), offering)
    return f"{when}: {'; '.join(parts) or _('nothing to see')}"


def own_words(keys: Sequence[str]) -> str:
    """ "Judged by its own rules in 2 points: fee and journey"; empty when it has none."""
    if not keys:
        return ""
    points = plural("Judged by its own rules in {n} point", "Judged by its own rules in {n} points", len(keys))
    return f"{points}: {named(keys)}"


def _weights(before: Mapping[str, float], after: Mapping[str, float], *, for_one: bool) -> list[str]:
    found = []
    for one in CRITERIA:
        was, now = before.get(one.key), after.get(one.key)
        if not for_one:
            was, now = (float(one.weight) if value is None else value for value in (was, now))
        if was == now:
            continue
        words = _("{what} counts {now} instead of {was}")
        if now is None:
            words = _("{what} counts as for all again, not {was}")
        elif was is None:
            words = _("{what} counts {now}")
        found.append(words.format(what=lowered(one.label), now=_figure(now), was=_figure(was)))
    return found


def _curves(before: Rules, after: Rules, *, for_one: bool) -> list[str]:
    was, now = dict(before.curves), dict(after.curves)
    found = []
    for one in CRITERIA:
        keys = [curve.key for curve in curves_of(one.key)]
        if all(was.get(key) == now.get(key) for key in keys):
            continue
        back = _("curve of {what} as for all again") if for_one else _("curve of {what} as usual again")
        is_back = all(key not in now or now[key] == CURVE[key].points for key in keys)
        found.append((back if is_back else _("curve of {what} changed")).format(what=lowered(one.label)))
    return found


def _vetoes(was: Sequence[str], now: Sequence[str]) -> list[str]:
    found = []
    for one in CRITERIA:
        if (one.key in was) is not (one.key in now):
            words = _("{what} alone declines no more") if one.key in now else _("{what} alone declines again")
            found.append(words.format(what=lowered(one.label)))
    return found


def _figure(weight: float | None) -> str:
    return "" if weight is None else f"{round(weight, 1):g}"
