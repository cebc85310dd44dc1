"""What the fit panel says in words: points behind a line, vetoes, the rest of the lines, and what decides."""

from __future__ import annotations

from collections.abc import Sequence

from fitdesk.domain.assessment import Assessment, Contribution, Verdict, VetoState, WhichNo
from fitdesk.domain.judges_audience import costly_part
from fitdesk.domain.whole_points import Share, WholePoints
from fitdesk.i18n import _, plural

SMALL_LOSS = 1
"""Points of 100 that are not worth a word beside the others."""


def veto_words(state: VetoState) -> str:
    """Shape and word of a veto; nothing when it is clear."""
    return {
        VetoState.CONFIRMED: "✕ " + _("Rules it out"),
        VetoState.POSSIBLE: "? " + _("Could rule it out"),
        VetoState.CLEAR: "",
    }[state]


def number_words(ends: tuple[int, int]) -> str:
    """ "4", "4–8"."""
    low, high = ends
    return str(low) if low == high else f"{low}–{high}"


def gain_words(share: Share) -> str:
    """ "42–52 of 60"."""
    words = _("{points} of {whole}").replace("{points}", number_words(share.gains))
    return words.replace("{whole}", str(share.weight))


def points_words(share: Share) -> str:
    """ "4–8 of 11 points: 4 sure, 4 open, 3 lost"; what is nothing is left out."""
    if share.weight == 0:
        return _("Counts nothing: its weight is 0")
    words = plural("{gain} of 1 point", "{gain} of {n} points", share.weight)
    words = words.replace("{gain}", number_words(share.gains))
    parts = (
        (share.gain, _("{n} sure")),
        (share.open, _("{n} open")),
        (share.loss, _("{n} lost")),
    )
    told = [text.replace("{n}", str(count)) for count, text in parts if count]
    return f"{words}: {', '.join(told)}" if share.open or share.loss else words


def rest_words(rest: Sequence[Contribution]) -> str:
    """ "4 more, all good: audience, format, …" for the lines that are folded away."""
    names = ", ".join(line.label.lower() for line in rest)
    is_fine = all(line.finding.value.low >= 0.8 for line in rest)
    words = plural("{n} more, all good: {names}", "{n} more, all good: {names}", len(rest)) if is_fine else plural(
        "{n} more: {names}", "{n} more: {names}", len(rest)
    )  # fmt: skip
    return words.replace("{names}", names)


def deciding(assessment: Assessment, shown: WholePoints) -> str:
    """What decides, in a phrase: the veto, else the largest unknown or the largest loss in points."""
    if assessment.which_no is WhichNo.NOT_FREE:
        return _("The day is taken and cannot move")
    patterns = {
        VetoState.CONFIRMED: _("Ruled out by {name}"),
        VetoState.POSSIBLE: _("Hangs on {name}"),
    }
    for state, pattern in patterns.items():
        vetoes = [line for line in assessment.contributions if line.finding.veto is state]
        if vetoes and not (state is VetoState.POSSIBLE and assessment.verdict is Verdict.DECLINE):
            return _named(pattern, max(vetoes, key=lambda line: line.weight))
    return _costliest(assessment, shown)


def _costliest(assessment: Assessment, shown: WholePoints) -> str:
    def at_stake(line: Contribution) -> tuple[int, float]:
        return shown.lines[line.criterion].losses[1], line.loss.high

    line = max(assessment.contributions, key=at_stake)
    share = shown.lines[line.criterion]
    most = share.losses[1]
    if most <= SMALL_LOSS:
        return _("Nothing costs more than a point")
    if share.open > share.loss:
        open_ = plural(
            "Most is still open on {name} ({n} point)", "Most is still open on {name} ({n} points)", share.open
        )
        return _named(open_, line)
    lost = plural("Most is lost on {name} ({lost} point)", "Most is lost on {name} ({lost} points)", most)
    return _named(lost.replace("{lost}", number_words(share.losses)), line, fact=costly_part(line.finding.sentence))


def spoken(line: Contribution) -> str:
    """The criterion as a noun in a sentence: "the fee", "how sure you are"."""
    clauses = {"overdeliver": _("how sure you are"), "access": _("who decides")}
    return clauses.get(line.criterion) or _("the {name}").replace("{name}", _uncapitalised(line.label))


def _named(pattern: str, line: Contribution, fact: str = "") -> str:
    """``pattern`` with the fact behind it; a fact with a colon of its own stands behind a dash."""
    fact = fact or line.finding.sentence
    unstated = _("{name} not stated").replace("{name}", _uncapitalised(line.label))
    if fact.startswith(unstated):
        fact = _("not stated") + fact[len(unstated) :]
    mark = " – " if ": " in fact else ": "
    return f"{pattern.replace('{name}', spoken(line))}{mark}{fact}"


def _uncapitalised(label: str) -> str:
    return label[:1].lower() + label[1:]
