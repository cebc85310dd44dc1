"""Refer a client to peers: pick them, write the letter, check it, draw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain import matching
from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.letter import Letter, LetterKind, LetterStatus, Manner, Tone
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.letters.check import CheckFinding, Severity, check
from fitdesk.letters.compose import compose
from fitdesk.letters.facts import LetterFacts, facts_for, from_json, to_json
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.triage import Triage

if TYPE_CHECKING:
    from fitdesk.letters.pdf import RenderedLetter


class ReferralError(Exception):
    """A letter that cannot be written or sent, with what to do about it."""

    def __init__(self, message: str, *, is_bad_use: bool = False) -> None:
        super().__init__(message)
        self.is_bad_use = is_bad_use


def choose_peers(answer: Triage, names: Sequence[str] = ()) -> tuple[RankedPeer, ...]:
    """The peers called ``names`` in that order, else the suggested ones. Raises ReferralError on a wrong name."""
    if not names:
        if not answer.suggested:
            raise ReferralError(
                _("No peer fits this request well enough to be named. Add one, or decline without a referral.")
            )
        return answer.suggested
    if len(names) > matching.MOST_PEERS:
        raise ReferralError(_("A letter names one to three peers. Choose fewer."), is_bad_use=True)
    return tuple(dict.fromkeys(_peer_called(name, answer) for name in names))


def _peer_called(name: str, answer: Triage) -> RankedPeer:
    wanted = name.casefold().strip()
    exact = [ranked for ranked in answer.peers if ranked.peer.name.casefold() == wanted]
    found = exact or [ranked for ranked in answer.peers if wanted and wanted in ranked.peer.name.casefold()]
    if len(found) == 1:
        return found[0]
    if found and wanted:
        several = _("“{name}” could be {names}. Write the whole name.")
        names = ", ".join(ranked.peer.name for ranked in found)
        raise ReferralError(several.replace("{name}", name).replace("{names}", names), is_bad_use=True)
    known = ", ".join(ranked.peer.name for ranked in answer.peers) or _("nobody")
    said = _("“{name}” cannot be named in this letter. With a valid consent and nothing against it there are: {known}.")
    raise ReferralError(said.replace("{name}", name).replace("{known}", known), is_bad_use=True)


def left_out(practice: Practice, answer: Triage, today: date) -> tuple[tuple[Peer, str], ...]:
    """The peers who cannot be named for this request, each with why in a few words."""
    named = {ranked.peer.id for ranked in answer.peers}
    return tuple(
        (peer, _why_not(peer, practice.owner, answer, today)) for peer in practice.peers if peer.id not in named
    )


def _why_not(peer: Peer, owner: Owner, answer: Triage, today: date) -> str:
    if not peer.active:
        return _("not active at present")
    if peer.consent is None:
        return _("has not yet agreed to be recommended")
    if peer.consent.withdrawn is not None and peer.consent.withdrawn <= today:
        return _("has withdrawn the consent to be recommended")
    if not matching.consent_is_valid(peer, owner, today):
        return _("the consent is older than {n} months; ask again").replace("{n}", str(owner.consent_months))
    if matching.has_conflict(peer, answer.inquiry):
        return _("cannot work for this client")
    return _("does not do what this client needs")


def letter_for(
    answer: Triage,
    owner: Owner,
    chosen: Sequence[RankedPeer],
    *,
    tone: Tone = Tone.WARM,
    locale: str | None = None,
    today: date,
) -> Letter:
    """A composed draft, not yet saved. Raises ReferralError when there is no offering to judge against."""
    facts = facts_for_letter(answer, owner, chosen, today)
    words = locale or owner.locale
    contact = answer.inquiry.contact
    return Letter(
        kind=LetterKind.REFERRAL,
        tone=tone,
        locale=words,
        status=LetterStatus.DRAFT,
        inquiry_id=answer.inquiry.id,
        peer_ids=tuple(ranked.peer.id for ranked in chosen if ranked.peer.id is not None),
        recipient=contact.name or contact.organization or contact.email or "",
        day=today,
        text=compose(facts, LetterKind.REFERRAL, Manner(tone, words)),
        facts=to_json(facts),
    )


def facts_for_letter(answer: Triage, owner: Owner, chosen: Sequence[RankedPeer], today: date) -> LetterFacts:
    """What a letter to ``chosen`` may say. Raises ReferralError when there is no offering to judge against."""
    if answer.best is None:
        raise ReferralError(_("Add an offering first: without one there is no true reason to give."))
    confidential = tuple(dict.fromkeys(entry.title for day in answer.days for entry in day.stands if entry.title))
    return facts_for(
        owner,
        answer.inquiry,
        answer.best,
        answer.availability,
        chosen,
        today,
        others=answer.assessments[1:],
        confidential=confidential,
    )


def recompose(letter: Letter, *, tone: Tone | None = None, locale: str | None = None) -> Letter:
    """The draft with its text written afresh, in another tone or English if wished; the owner's edits are dropped."""
    tone, locale = tone or letter.tone, locale or letter.locale
    text = compose(facts_of(letter), letter.kind, Manner(tone, locale, letter.familiar))
    return replace(letter, tone=tone, locale=locale, text=text)


def facts_of(letter: Letter) -> LetterFacts:
    """The frozen facts that ``letter`` rests on."""
    return from_json(letter.facts)


def check_rendered(letter: Letter, rendered: RenderedLetter) -> tuple[CheckFinding, ...]:
    """The findings of the check on the finished page: the text, the facts, and whether it fits one page."""
    return check(letter.text, facts_of(letter), rendered.page_fit, letter.kind, letter.manner)


def render_letter(letter: Letter) -> RenderedLetter:
    """The letter's pages; raises letters.pdf.CannotPrint naming what cannot be printed."""
    from fitdesk.letters.pdf import render  # reportlab costs 0.3 s: only when a page is drawn

    return render(letter.text, facts_of(letter), letter.kind, letter.manner)


def blocking_sentences(findings: Sequence[CheckFinding]) -> list[str]:
    """What keeps a letter in the house, in the words of the check."""
    return [finding.sentence for finding in findings if finding.severity is Severity.BLOCKS]


def pdf_for_sending(letter: Letter, override: str = "") -> bytes:
    """The finished PDF. Raises ReferralError with the blocking findings, unless ``override`` says why to send it."""
    from fitdesk.letters.pdf import CannotPrint

    try:
        rendered = render_letter(letter)
    except CannotPrint as error:
        raise ReferralError(str(error)) from error
    blocking = blocking_sentences(check_rendered(letter, rendered))
    if blocking and not override.strip():
        raise ReferralError(_("The letter is not ready to leave: ") + " ".join(blocking))
    return rendered.pdf
