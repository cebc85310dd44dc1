"""A triage put down in writing: as JSON for scripts, and as plain text for the terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from textwrap import wrap

from fitdesk.domain.assessment import AskWhom, Assessment, Contribution, RankedPeer, Side, Verdict, VetoState
from fitdesk.domain.availability import Availability, DayAnswer
from fitdesk.domain.decision_reasons import against_it
from fitdesk.domain.event import Mode
from fitdesk.domain.holds import HeldFor
from fitdesk.domain.precedents import Precedent
from fitdesk.domain.ranges import Range
from fitdesk.domain.whole_points import whole_points
from fitdesk.domain.wording import points, verdict_word
from fitdesk.i18n import _
from fitdesk.intake.draft import Draft, DraftKind
from fitdesk.intake.schema import draft_json
from fitdesk.workflows.triage import Triage

BAR_WIDTH = 20
LINE_WIDTH = 100
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
MARKS = {Verdict.ACCEPT: "✓", Verdict.ASK: "?", Verdict.DECLINE: "✕", Verdict.YOUR_CALL: "◇"}


# --- JSON ---------------------------------------------------------------------------------------------------------


def triage_json(triage: Triage, draft: Draft, precedents: Sequence[Precedent] = ()) -> dict[str, object]:
    """The triage in the schema that README.md gives; points are out of 100, 60 and 40, rounded to two places."""
    question = triage.next_question
    return {
        "inquiry": draft_json(draft),
        "availability": {day.isoformat(): state.value for day, state in triage.availability.items()},
        "days": [_day_json(one) for one in triage.days],
        "first_clients": [_first_client_json(held) for held in triage.first_clients],
        "verdict": triage.verdict.value,
        "best_offering": triage.best.offering.title if triage.best else None,
        "offerings": [_offering_json(assessment) for assessment in triage.assessments],
        "next_question": None
        if question is None
        else {
            "criterion": question.criterion,
            "ask": question.whom.value,
            "text": question.text,
            "settles": question.settles,
        },
        "peers": [_peer_json(ranked) for ranked in triage.peers],
        "precedents": [_precedent_json(one) for one in precedents],
    }


def _day_json(one: DayAnswer) -> dict[str, object]:
    return {
        "day": one.day.isoformat(),
        "state": one.availability.value,
        "because": one.because,
        "stands": [
            {
                "title": entry.title,
                "kind": entry.kind.value,
                "first": entry.first.isoformat(),
                "last": entry.last.isoformat(),
            }
            for entry in one.stands
        ],
        "instead": [day.isoformat() for day in one.instead],
    }


def _first_client_json(held: HeldFor) -> dict[str, object]:
    return {
        "who": held.who,
        "title": held.title,
        "day": held.day.isoformat(),
        "held_until": held.expires.isoformat() if held.expires is not None else None,
    }


def _precedent_json(one: Precedent) -> dict[str, object]:
    decided = one.decided
    return {
        "title": decided.title,
        "day": decided.day.isoformat() if decided.day is not None else None,
        "decision": decided.status.value,
        "against_the_verdict": decided.against,
        "went_well": decided.post_mortem.went_well if decided.post_mortem is not None else None,
        "likeness": round(one.likeness, 2),
        "sentence": one.sentence,
    }


def _offering_json(assessment: Assessment) -> dict[str, object]:
    return {
        "title": assessment.offering.title,
        "fit": {
            "low": round(assessment.fit.low, 2),
            "high": round(assessment.fit.high, 2),
            "for_them": _ends(assessment.for_them),
            "for_me": _ends(assessment.for_me),
        },
        "verdict": assessment.verdict.value,
        "vetoes": [{"criterion": v.criterion, "state": v.finding.veto.value} for v in assessment.vetoes],
        "contributions": [_contribution_json(line) for line in assessment.contributions],
        "which_no": assessment.which_no.value if assessment.which_no is not None else None,
        "counterfactuals": [
            {"criterion": one.criterion, "sentence": one.sentence, "verdict": one.verdict.value}
            for one in assessment.counterfactuals
        ],
    }


def _contribution_json(line: Contribution) -> dict[str, object]:
    return {
        "criterion": line.criterion,
        "low": round(line.gain.low, 2),
        "high": round(line.gain.high, 2),
        "weight": round(line.weight, 2),
        "sentence": line.finding.sentence,
    }


def _peer_json(ranked: RankedPeer) -> dict[str, object]:
    return {
        "name": ranked.peer.name,
        "score": round(ranked.score, 2),
        "reasons": [reason.sentence for reason in ranked.reasons],
        "unknown": list(ranked.unknown),
    }


def _ends(points: Range) -> list[float]:
    return [round(points.low, 2), round(points.high, 2)]


# --- text ---------------------------------------------------------------------------------------------------------


def triage_text(triage: Triage, draft: Draft, precedents: Sequence[Precedent] = ()) -> str:
    """The triage as a page of plain text: what was read, and for a booking request the three answers and the peers."""
    if draft.kind is not DraftKind.INQUIRY:
        return draft_text(draft)
    parts = [
        _what_was_read(draft),
        _am_i_free(triage),
        _am_i_right(triage),
        _other_offerings(triage),
        _before(precedents),
        _who_else(triage),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def draft_text(draft: Draft) -> str:
    """What was read, one fact a line, with the unknown shown as such."""
    return _what_was_read(draft) + "\n"


def _what_was_read(draft: Draft) -> str:
    if draft.kind is not DraftKind.INQUIRY:
        return _("This does not look like a booking request, so nothing was read from it.")
    facts = _facts(draft_json(draft))
    known = [(name, value) for name, value in facts if value]
    unknown = [name for name, value in facts if not value]
    width = max((len(name) for name, _value in known), default=0)
    lines = [_("What the request says"), *(f"  {name:<{width}}  {value}" for name, value in known)]
    if unknown:
        names = _("Not stated: {names}").replace(
            "{names}", ", ".join(_together(unknown, [name for name, _said in known]))
        )
        lines += wrap(names, LINE_WIDTH, initial_indent="  ", subsequent_indent="    ")
    return "\n".join([*lines, *(f"  ! {warning}" for warning in draft.warnings)])


def _together(unknown: Sequence[str], known: Sequence[str]) -> list[str]:
    """The names of what is not stated; of a budget or an audience of which nothing is stated only that."""

    def short(name: str) -> str:
        whole = name.split()[0]
        is_all = whole in ("budget", "audience") and not any(one.startswith(whole) for one in known)
        return whole if is_all else name

    return list(dict.fromkeys(short(name) for name in unknown))


def _facts(record: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in record.items():
        name = key.replace("_", " ")
        if isinstance(value, dict):
            found += _facts(value, f"{name} " if key in ("contact", "event", "budget") else "")
        elif key not in ("kind", "language"):
            found.append(((prefix + name).removeprefix("event "), _shown(value)))
    return found


def _shown(value: object) -> str:
    """``value`` in plain words; empty when it is unknown."""
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_shown(item) for item in value)
    said = str(value)
    if ISO_DAY.fullmatch(said):
        return _day(date.fromisoformat(said))
    return _("in person") if said == Mode.IN_PERSON.value else said


def _am_i_free(triage: Triage) -> str:
    if not triage.days:
        return _("Am I free?") + "\n  " + _("No day is named yet.")
    lines = [_("Am I free?")]
    lines += [f"  {_day(one.day):<11}  {one.because}" for one in triage.days]
    event = triage.inquiry.event
    needs_all = event.is_stretch or (not event.dates and event.date_flexible is False)
    is_any_free = any(one.availability is Availability.FREE for one in triage.days)
    if triage.nearest_free and (needs_all or not is_any_free):
        lines.append("  " + _("Nearest free days: ") + ", ".join(_day(day) for day in triage.nearest_free))
    if triage.ask_first:
        lines.append(f"  {triage.ask_first}")
    return "\n".join(lines)


def _am_i_right(triage: Triage) -> str:
    best = triage.best
    if best is None:
        return _("Am I right for it?") + "\n  " + _("There is no offering yet to judge it against.")
    lines = [
        _("Am I right for it? With “{title}”").replace("{title}", best.offering.title),
        f"  {MARKS[best.verdict]} {verdict_word(best.verdict)}   {points(best.fit)} " + _("of 100"),
        _total(_("Right for them"), best, Side.FOR_THEM, best.for_them),
        _total(_("Right for me"), best, Side.FOR_ME, best.for_me),
    ]
    lines += [_line(contribution) for contribution in best.contributions if contribution.weight > 0]
    nothing = [line.label.lower() for line in best.contributions if line.weight <= 0]
    if nothing:
        lines.append("  " + _("Counts nothing for this offering: {names}").replace("{names}", ", ".join(nothing)))
    if best.next_question is not None:
        whom = _("ask the client") if best.next_question.whom is AskWhom.CLIENT else _("ask yourself")
        lines.append(f"\n  {_('Next')}, {whom}: “{best.next_question.text}”")
        if best.next_question.effect:
            lines.append(f"  {best.next_question.effect}")
    lines += [f"  {MARKS[change.verdict]} {change.sentence}" for change in best.counterfactuals]
    return "\n".join(lines)


def _total(label: str, best: Assessment, side: Side, share: Range) -> str:
    weight = sum(line.weight for line in best.contributions if line.side is side)
    shown = whole_points(best).sides[side]  # both sides add up to the fit above them
    told = points(Range(*shown.gains))
    return f"  {label:<17} {_bar(share, weight)} {told} " + _("of {weight}").replace("{weight}", str(shown.weight))


def _line(line: Contribution) -> str:
    veto = {VetoState.CONFIRMED: " ✕ " + _("rules it out"), VetoState.POSSIBLE: " ? " + _("could rule it out")}
    return f"  {line.label:<17} {_bar(line.gain, line.weight)} {line.finding.sentence}{veto.get(line.finding.veto, '')}"


def _bar(share: Range, weight: float) -> str:
    if weight <= 0:
        return " " * BAR_WIDTH
    known = round(BAR_WIDTH * share.low / weight)
    possible = round(BAR_WIDTH * share.high / weight) - known
    return "█" * known + "▒" * possible + "░" * (BAR_WIDTH - known - possible)


def _other_offerings(triage: Triage) -> str:
    others = triage.assessments[1:]
    if not others:
        return ""
    lines = [_("Other offerings (fit of 100, for them, for me, and what weighs most against each)")]
    for one in others:
        shown = whole_points(one).sides
        them, me = (points(Range(*shown[side].gains)) for side in (Side.FOR_THEM, Side.FOR_ME))
        sides = f"{them:>6} {me:>6}"
        lines.append(f"  {MARKS[one.verdict]} {points(one.fit):>7} {sides}  {one.offering.title}")
        lines += [f"{'':27}{sentence}" for sentence in against_it(one)[:1]]
    return "\n".join(lines)


def _before(precedents: Sequence[Precedent]) -> str:
    if not precedents:
        return ""
    return "\n".join([_("What became of requests like it"), *(f"  {one.sentence}" for one in precedents)])


def _who_else(triage: Triage) -> str:
    if not triage.peers:
        return _("If not, who is?") + "\n  " + _("No peer with a valid consent fits this request.")
    lines = [_("If not, who is? (points of 100: three quarters their fit, one quarter your trust)")]
    shown = [ranked.score for ranked in triage.peers[:5]]
    if shown != sorted(shown, reverse=True):
        lines.append("  " + _("Within five points, whoever you owe, or named longest ago, comes first."))
    for ranked in triage.peers[:5]:
        mark = "→" if ranked in triage.suggested else " "
        lines.append(f"  {mark} {ranked.score:3.0f}  {ranked.peer.name}, {ranked.offering.title}")
        lines += [f"         + {reason.sentence}" for reason in ranked.reasons[:3]]
        lines += [f"         ? {unknown}" for unknown in ranked.unknown[:2]]
    return "\n".join(lines)


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
