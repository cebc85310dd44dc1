"""An inquiry and its judgement as plain text for the clipboard."""

from __future__ import annotations

from datetime import date

from fitdesk.domain.assessment import Assessment, VetoState
from fitdesk.domain.whole_points import whole_points
from fitdesk.i18n import _
from fitdesk.ui.format import points, verdict_word
from fitdesk.ui.inquiries.day_words import day_in_words
from fitdesk.ui.inquiries.free_words import free_sentences
from fitdesk.ui.inquiries.phrases import contact_line, facts
from fitdesk.ui.widgets.fit_words import gain_words
from fitdesk.workflows.triage import Triage


def as_text(triage: Triage, today: date) -> str:
    """Title, contact, facts, availability and every line of the best offering's judgement."""
    inquiry = triage.inquiry
    lines = [inquiry.title, contact_line(inquiry, today), ""]
    lines += [f"{fact.label}: {fact.text or _('not stated')}" for fact in facts(inquiry, today)]
    if triage.judged_on is None:
        lines += ["", _("Am I free?"), " ".join(said.sentence for said in free_sentences(triage, today))]
    else:
        lines += ["", _("As judged on {day}:").replace("{day}", day_in_words(triage.judged_on, today))]
    if triage.best is not None:
        lines += ["", *_judgement(triage.best)]
    if triage.next_question is not None:
        lines += ["", _("Ask next: “{question}”").replace("{question}", triage.next_question.text)]
    return "\n".join(lines) + "\n"


def _judgement(best: Assessment) -> list[str]:
    head = _("Am I right for it? {verdict}, {points} of 100, with “{title}”")
    head = head.replace("{verdict}", verdict_word(best.verdict)).replace("{points}", points(best.fit))
    shown = whole_points(best).lines  # as on the screen: the lines add up to what the head says
    return [head.replace("{title}", best.offering.title)] + [
        f"- {line.label}, {gain_words(shown[line.criterion])}: {line.finding.sentence}"
        + (" ✕" if line.finding.veto is VetoState.CONFIRMED else "")
        for line in best.contributions
    ]
